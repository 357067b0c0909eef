"""Files sealed in the age format (age-encryption.org), which many programs open.

A sealed file says neither for whom it is nor who sealed it; its length tells about how long the content is.
"""

import pyrage

from waystation.errors import WaystationError

PRIVATE_HALF = "AGE-SECRET-KEY"
SHORTEST = 12
"""Letters of a passphrase. A shorter one is found by trying."""


def seal_to(content: bytes, recipient: str) -> bytes:
    """Sealed for the holder of the key behind `recipient` (`age1…`). Raises WaystationError if that is no such key."""
    if recipient.strip().upper().startswith(PRIVATE_HALF):
        raise WaystationError("error.secret-age-key")
    try:
        key = pyrage.x25519.Recipient.from_str(recipient.strip())
    except pyrage.RecipientError:
        raise WaystationError("error.no-age-key") from None
    return pyrage.encrypt(content, [key])


def seal_with(content: bytes, passphrase: str) -> bytes:
    """Sealed with a passphrase that two people know. Raises WaystationError for one that is too short."""
    if len(passphrase.strip()) < SHORTEST:
        raise WaystationError("error.short-passphrase", n=SHORTEST)
    return pyrage.passphrase.encrypt(content, passphrase)
