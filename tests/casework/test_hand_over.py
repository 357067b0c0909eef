"""A file for somebody outside leaves the house sealed."""

import pyrage

from waystation.casework.hand_over import hand_over, hand_over_with


def test_the_holder_of_the_key_reads_it():
    key = pyrage.x25519.Identity.generate()
    assert pyrage.decrypt(hand_over(b"words", str(key.to_public())), [key]) == b"words"


def test_who_knows_the_passphrase_reads_it():
    assert (
        pyrage.passphrase.decrypt(hand_over_with(b"words", "otter lamp seven quiet"), "otter lamp seven quiet")
        == b"words"
    )
