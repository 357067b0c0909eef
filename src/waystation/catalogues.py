"""The messages of each language, as translators keep them: .po files, one folder for each language.

A message that is `fuzzy` is not used. So is one whose English has changed since it was translated: the English stands
as a comment beside it. Messages of a file that nobody signed are marked as made by a machine.
"""

import re
from collections.abc import Iterator
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import escape, read_po

FOLDER = Path(__file__).parent / "locale"
INSIDE = "LC_MESSAGES"
DEFAULT = "en"
MACHINE, FUZZY = "machine-made", "fuzzy"
"""Flags of a message: nobody checked it · it is not used."""
SIGNED = re.compile(r'^"X-Signed-By:[ \t]*(.*?)[ \t]*\\n"$', re.MULTILINE)
NUMBERS = 1000
"""How far we count to find a number for each plural form."""
LATER = ("cli", "registry")
"""Catalogues for those who keep the knowledge: translated last."""


def spoken() -> frozenset[str]:
    """The languages that have a catalogue."""
    return frozenset(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


@cache
def catalogue(language: str) -> Catalog:
    """All messages of one language, from every .po file of its folder."""
    whole = Catalog(locale=Locale.parse(language, sep="-"))
    for file in sorted((FOLDER / language / INSIDE).glob("*.po")):
        for message in messages(file, language):
            whole[id_of(message)] = message
    if language != DEFAULT:
        _leave_out_stale(whole)
    return whole


def messages(file: Path, language: str) -> Iterator[Message]:
    """The messages of one file, flagged as made by a machine if nobody signed the file."""
    signed = language == DEFAULT or signer(file.read_text("utf-8"))
    with file.open("rb") as opened:
        for message in read_po(opened, locale=Locale.parse(language, sep="-")):
            if message.id:
                message.flags |= set() if signed else {MACHINE}
                yield message


def has_machine_made(language: str) -> bool:
    """Whether some of its messages were made by a machine and signed by nobody."""
    return any(MACHINE in one.flags for one in catalogue(language) if one.id and is_translated(one))


def signer(words: str) -> str:
    """Who signed a file, by its header `X-Signed-By`; nothing: a machine made it."""
    found = SIGNED.search(words)
    return found[1] if found else ""


def id_of(message: Message) -> str:
    """The id by which the code asks for a message."""
    return str(message.id if isinstance(message.id, str) else message.id[0])


def forms(message: Message) -> tuple[str, ...]:
    """The sentences of a message: one, or one for each plural form."""
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def is_translated(message: Message | None) -> bool:
    """Whether it has all its forms."""
    return message is not None and not message.fuzzy and all(forms(message))


def is_stale(message: Message, english: Message | None) -> bool:
    """Whether the English beside it is no longer what the English catalogue says."""
    told = [one.split() for one in dict.fromkeys(message.auto_comments)]
    return english is None or bool(told and told != [one.split() for one in dict.fromkeys(forms(english))])


def _leave_out_stale(whole: Catalog) -> None:
    english = catalogue(DEFAULT)
    for message in whole:
        if message.id and is_stale(message, english.get(id_of(message))):
            message.flags.add(FUZZY)


def own_file(name: str, language: str) -> Path:
    """Where a catalogue of a language stands."""
    return FOLDER / language / INSIDE / f"{name}.po"


def lacking(name: str, language: str) -> Iterator[tuple[Message, bool]]:
    """The English messages of a catalogue that are not translated; and whether they were, and have changed since."""
    whole = catalogue(language)
    for english in messages(own_file(name, DEFAULT), DEFAULT):
        one = whole.get(id_of(english))
        if not is_translated(one):
            yield english, one is not None and any(forms(one))


def names() -> list[str]:
    """The catalogues by name, in the order in which they are best translated."""
    found = {file.stem for file in (FOLDER / DEFAULT / INSIDE).glob("*.po")}
    return sorted(found, key=lambda name: (name in LATER, name))


def skeleton(name: str, language: str, head: str, before: Path) -> str:
    """One catalogue for a translator: each message with its English as a comment, and its translation if there is one.

    A translation whose English has changed is kept, flagged fuzzy: not used until somebody looks at it.
    `head`: what the first line tells the translator. `before`: the file as far as it was translated, if there is one.
    """
    has = {id_of(one): one for one in catalogue(language) if one.id}
    who = ""
    if before.is_file():
        has |= {id_of(one): one for one in messages(before, language)}
        who = signer(before.read_text("utf-8"))
    plural = Catalog(locale=Locale.parse(language, sep="-"))
    english = messages(own_file(name, DEFAULT), DEFAULT)
    entries = (_entry(one, has.get(id_of(one)), plural.num_plurals) for one in english)
    return "\n".join([_header(language, who, plural, head), *entries])


def _header(language: str, who: str, plural: Catalog, head: str) -> str:
    """The header; above it the first numbers of each plural form, for not all tools count the forms alike."""
    form_of = c2py(plural.plural_expr)
    firsts = [[n for n in range(NUMBERS) if form_of(n) == at][:3] for at in range(plural.num_plurals)]
    notes = [f"# msgstr[{at}]: {', '.join(map(str, some))} …" for at, some in enumerate(firsts)]
    fields = {"Language": language, "Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": plural.plural_forms,
              "X-Signed-By": who}  # fmt: skip
    lines = [f'"{name}: {value}\\n"' for name, value in fields.items()]
    return "\n".join([f"# {head}", *notes, 'msgid ""', 'msgstr ""', *lines, ""])


def _entry(english: Message, before: Message | None, plurals: int) -> str:
    """The message as text, one line for each part."""
    said = forms(before) if before is not None else ()
    fuzzy = before is not None and any(said) and (before.fuzzy or is_stale(before, english))
    lines = [f"#. {form}" for form in forms(english)]
    lines += ["#, fuzzy"] if fuzzy else []
    lines.append(f"msgid {escape(id_of(english))}")
    if isinstance(english.id, str):
        return "\n".join([*lines, f"msgstr {escape(said[0] if said else '')}", ""])
    said = said if len(said) == plurals else ("",) * plurals
    lines.append(f"msgid_plural {escape(str(english.id[1]))}")
    return "\n".join([*lines, *(f"msgstr[{at}] {escape(form)}" for at, form in enumerate(said)), ""])
