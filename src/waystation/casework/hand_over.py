"""Hand a file to somebody outside: whatever the answer is, sealed before it leaves."""

from waystation.vault.age import seal_to, seal_with


def hand_over(content: bytes, recipient: str) -> bytes:
    """Only the holder of the key behind `recipient` (`age1…`) can open it. Raises WaystationError for a bad key."""
    return seal_to(content, recipient)


def hand_over_with(content: bytes, passphrase: str) -> bytes:
    """Whoever knows the passphrase can open it. Raises WaystationError if it is too short."""
    return seal_with(content, passphrase)
