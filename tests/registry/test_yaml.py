"""Files that are not what they should be get one sentence with file and line; nothing else happens."""

import os

import pytest

from tests.registry.folder import DAY, small, told
from waystation.errors import ShapeError
from waystation.registry.check import check
from waystation.registry.marks import line_of
from waystation.registry.read import read_all, read_knowledge
from waystation.registry.yaml import LARGEST, parse_yaml, read_yaml, with_key
from waystation.say import fault

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{key}: &{key} [{', '.join([f'*{before}'] * 10)}]\n" for before, key in zip("abcdefg", "bcdefgh", strict=True)
)
WIDE = "a: &a [" + "x," * 1_000 + "]\nb: [" + "*a," * 100_000 + "]\n"
STAIRS = "".join(f"{' ' * n}a:\n" for n in range(1_000))


@pytest.mark.parametrize(
    ("words", "id", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "error.key-twice", 3),
        ("a:\n  - {k: 1}\n  - k: 1\n    l: 2\n    k: 3\n", "error.key-twice", 5),
        ("a: [1,\n", "error.not-yaml", 2),
        ("a: 'x\n\n", "error.not-yaml", 3),
        ("a: b: c\n", "error.not-yaml", 1),
        ("a: 1\n: [\n", "error.not-yaml", 2),
        ("a: 1\n? [x]\n: y\n", "error.not-yaml", 1),
        ("a: 1\n---\nb: 2\n", "error.two-documents", 2),
        ("a: 1\nb: \x01\n", "error.not-yaml", 2),
        ("a:\n\t- b\n", "error.tab", 2),
        ("[" * 5_000, "error.too-deep", 1),
        ("a: 1\nb: " + "[" * 1_000 + "]" * 1_000, "error.too-deep", 2),
        (STAIRS, "error.too-deep", 129),
        ("- " * 1_000 + "x", "error.too-deep", 1),
        (BOMB, "error.alias", 2),
        (WIDE, "error.alias", 2),
        ("a: &a [*a]\n", "error.alias", 1),
        ("a: &x {b: 1}\nc: {<<: *x}\n", "error.alias", 2),
        ("a: 1\n2: b\n", "error.key-not-text", 2),
        ("a: {true: b}\n", "error.key-not-text", 1),
        ("a: 1\nb: [1, .nan]\n", "error.not-finite", 2),
        ("a: -.inf\n", "error.not-finite", 1),
        ("a: 123456789012345678901234567890\n", "error.not-yaml", 1),
    ],
)  # fmt: skip
def test_what_is_no_yaml_of_ours_is_refused_with_its_line(words, id, line):
    with pytest.raises(ShapeError) as caught:
        parse_yaml(words, "case.yaml")
    assert (caught.value.id, caught.value.where) == (id, f"case.yaml:{line}")
    assert "error." not in fault(caught.value)


def test_norway_stays_norway_and_days_stay_text():
    words = "a: NO\nb: 010\nc: 2026-02-30\nd: no\ne: 12:30\nf: 0x1F\n"
    assert parse_yaml(words, "x") == {"a": "NO", "b": "010", "c": "2026-02-30", "d": "no", "e": "12:30", "f": 31}


def test_stars_in_words_are_no_aliases():
    assert parse_yaml('a: "look *here*"\nb: see *there\nc: [a*b]\n# *x\n', "x") == {
        "a": "look *here*", "b": "see *there", "c": ["a*b"],
    }  # fmt: skip


def test_a_file_as_some_editors_save_it_is_read(tmp_path):
    """With a mark of its encoding at the beginning, and other line ends."""
    file = tmp_path / "case.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read_yaml(file) == {"a": 1, "b": 2}


def test_a_file_of_noise_is_not_read(tmp_path):
    noise = tmp_path / "noise.yaml"
    noise.write_bytes(os.urandom(10) + b"x" * 10_000_000)
    with pytest.raises(ShapeError) as caught:
        read_yaml(noise)
    assert (caught.value.id, caught.value.values) == ("error.file-too-large", {"most": LARGEST})


@pytest.mark.parametrize("content", [bytes(range(128, 256)), b"a: \xff\xfe\n", b"\xff\xfea\x00:\x00"])
def test_a_file_that_is_no_text_is_refused(tmp_path, content):
    noise = tmp_path / "noise.yaml"
    noise.write_bytes(content)
    with pytest.raises(ShapeError) as caught:
        read_yaml(noise)
    assert (caught.value.id, caught.value.where) == ("error.not-text", str(noise))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ShapeError) as caught:
        read_yaml(tmp_path / "none.yaml")
    assert caught.value.id == "error.cannot-read"


# A folder with one file that cannot be used: one fault, and everything else is read.


def broken(folder, content):
    file = small(folder) / "bodies/pl-new.yaml"
    if isinstance(content, bytes):
        file.write_bytes(content)
    else:
        content(file)
    return folder


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "pl-new.yaml:1: The file is empty. Write something in it, or take it away."),
        (b"# only a note\n", "pl-new.yaml:1: The file is empty. Write something in it, or take it away."),
        (b"- id: pl-new\n", 'pl-new.yaml:1: [{"id": "pl-new"}] is not names with values, such as name: value.'),
        (b"just words\n", 'pl-new.yaml:1: "just words" is not names with values, such as name: value.'),
        (b"\x00\xff", "pl-new.yaml: The file is no text (UTF-8). Save it as plain text."),
        (b"a: 1\na: 2\n", "pl-new.yaml:2: a stands here twice. Take one of them out."),
        (b"{id: pl-new, id2: 3}", "pl-new.yaml:1: There is no id2 here. Did you mean id?"),
        (b"x" * 2_000_000, "pl-new.yaml: The file is larger than 1,000,000 bytes, which no file of this kind is. Nothing was read."),
        (lambda file: file.symlink_to(file),
         "pl-new.yaml: The file cannot be read (Too many levels of symbolic links). Check its name and that you may open it."),
        (lambda file: file.symlink_to(file.with_name("gone.yaml")),
         "pl-new.yaml: The file cannot be read (No such file or directory). Check its name and that you may open it."),
        (lambda file: file.mkdir(), "pl-new.yaml: The file cannot be read (Is a directory). Check its name and that you may open it."),
    ],
)  # fmt: skip
def test_one_broken_file_is_one_fault(tmp_path, content, says):
    folder = broken(tmp_path, content)
    assert [told(one) for one in check([folder], DAY).faults] == [says]
    knowledge, faults = read_all([folder])
    assert len(faults) == 1
    assert "pl-office" in knowledge.bodies
    with pytest.raises(ShapeError):
        read_knowledge(folder)


def test_folders_that_lead_in_a_circle_are_read_once(tmp_path):
    folder = small(tmp_path)
    (folder / "bodies/again").symlink_to(folder / "bodies", target_is_directory=True)
    knowledge, faults = read_all([folder])
    assert faults == []
    assert list(knowledge.bodies) == ["pl-office"]


def test_a_list_of_facts_that_is_none_is_one_fault(tmp_path):
    folder = small(tmp_path)
    (folder / "publishers/more.yaml").write_text("id: other\n", "utf-8")
    assert [told(one) for one in check([folder], DAY).faults] == [
        "more.yaml:1: A list is expected here, not dict. Write [one, two] or one line for each with a dash."
    ]


def test_no_folder_is_a_fault(tmp_path):
    with pytest.raises(ShapeError) as caught:
        read_all([tmp_path / "none"])
    assert caught.value.id == "error.no-folder"


def test_the_version_changes_with_any_text_and_with_nothing_else(tmp_path):
    first, second = read_all([small(tmp_path / "a")])[0], read_all([small(tmp_path / "b")])[0]
    assert first.version == second.version
    file = tmp_path / "b/bodies/pl-office.yaml"
    file.write_text(file.read_text("utf-8") + "# a note\n", "utf-8")
    assert read_all([tmp_path / "b"])[0].version != first.version


# Lines, and writing.


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
