"""Files that are not what they should be get one sentence with file and line; nothing else happens."""

import pytest

from waystation.errors import ShapeError
from waystation.registry.yaml import LARGEST, line_of, parse_yaml, read_yaml, with_key

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{key}: &{key} [{', '.join([f'*{before}'] * 10)}]\n" for before, key in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("a: 1\na: 2\n", "error.not-yaml"), ("a: [1,\n", "error.not-yaml"), (BOMB, "error.not-yaml"),
        ("a: 1\n---\nb: 2\n", "error.not-yaml"), ("\x00\x01", "error.not-yaml"), ("a:\n\t- b\n", "error.not-yaml"),
        ("[" * 5_000, "error.too-deep"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_is_refused_with_its_place(words, id):
    with pytest.raises(ShapeError) as caught:
        parse_yaml(words, "case.yaml")
    assert caught.value.id == id
    assert caught.value.where.startswith("case.yaml")


def test_norway_stays_norway_and_days_stay_text():
    assert parse_yaml("a: NO\nb: 010\nc: 2026-02-30\n", "x") == {"a": "NO", "b": "010", "c": "2026-02-30"}


def test_a_file_of_noise_is_not_read(tmp_path):
    noise = tmp_path / "noise.yaml"
    noise.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(ShapeError) as caught:
        read_yaml(noise)
    assert caught.value.id == "error.file-too-large"


def test_a_file_that_is_no_text_is_refused(tmp_path):
    noise = tmp_path / "noise.yaml"
    noise.write_bytes(bytes(range(128, 256)))
    with pytest.raises(ShapeError) as caught:
        read_yaml(noise)
    assert caught.value.id == "error.not-text"


def test_the_line_of_a_field_deep_inside():
    words = "a:\n  - b: 1\n  - c:\n      d: 2\n"
    assert line_of(words, ("a", 1, "c", "d")) == 4
    assert line_of(words, ("a", 1, "missing")) == 3


def test_an_answer_is_written_between_the_comments():
    words = "# mine\nage: 30   # how old\nlistings:\n  - a\n  - b\n# the end\n"
    assert with_key(words, "listings", {"complete": True, "values": []}) == (
        "# mine\nage: 30   # how old\nlistings:\n  complete: true\n  values: []\n# the end\n"
    )
    assert with_key(words, "married", True) == words + "married: true\n"
    assert parse_yaml(with_key(words, "here", "NO"), "x")["here"] == "NO"
