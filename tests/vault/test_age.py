"""Sealed is sealed: only the right key or passphrase opens it, and a bad one is refused in one sentence."""

import ast

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.architecture.tree import SRC
from waystation.errors import WaystationError
from waystation.say import fault
from waystation.vault.age import SHORTEST, seal_to, seal_with

KEY, OTHER = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
SHARED = "otter lamp seven quiet river hat"


@given(st.binary(max_size=5000))
def test_who_has_the_key_opens_it(content):
    sealed = seal_to(content, str(KEY.to_public()))
    assert pyrage.decrypt(sealed, [KEY]) == content


def test_nobody_else_opens_it_and_nothing_of_it_is_seen():
    sealed = seal_to(b"a very plain word", f"  {KEY.to_public()}\n")
    assert sealed.startswith(b"age-encryption.org/v1\n")
    assert b"plain" not in sealed
    assert str(KEY.to_public()).encode() not in sealed
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [OTHER])


def test_a_changed_byte_is_noticed():
    sealed = bytearray(seal_to(b"words", str(KEY.to_public())))
    sealed[-1] ^= 1
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(bytes(sealed), [KEY])


def test_the_same_content_is_never_sealed_alike():
    assert seal_to(b"words", str(KEY.to_public())) != seal_to(b"words", str(KEY.to_public()))


@pytest.mark.parametrize("bad", ["", "age1", "age1" + "q" * 58, "ssh-ed25519 AAAA", "é\0"])
def test_what_is_no_key_is_refused_in_one_sentence(bad):
    with pytest.raises(WaystationError) as raised:
        seal_to(b"words", bad)
    assert "age1" in fault(raised.value)


@pytest.mark.parametrize("turn", [str, str.lower])
def test_the_secret_half_is_named_as_such_and_not_repeated(turn):
    with pytest.raises(WaystationError) as raised:
        seal_to(b"words", turn(str(KEY)))
    assert "secret" in fault(raised.value)
    assert str(KEY).lower() not in fault(raised.value).lower()


def test_a_passphrase_opens_it_and_another_does_not():
    sealed = seal_with(b"words", SHARED)
    assert pyrage.passphrase.decrypt(sealed, SHARED) == b"words"
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed, SHARED + "s")


@pytest.mark.parametrize("short", ["", " " * 20, "a" * (SHORTEST - 1)])
def test_a_short_passphrase_is_refused(short):
    with pytest.raises(WaystationError) as raised:
        seal_with(b"words", short)
    assert str(SHORTEST) in fault(raised.value)


def test_the_safe_imports_nothing_of_ours_but_the_errors():
    ours = {
        one.module
        for file in (SRC / "vault").glob("*.py")
        for one in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(one, ast.ImportFrom) and one.module.startswith("waystation")
    }
    assert ours == {"waystation.errors"}


def test_a_key_that_lost_a_letter_is_refused():
    with pytest.raises(WaystationError):
        seal_to(b"words", str(KEY.to_public())[:-1])
