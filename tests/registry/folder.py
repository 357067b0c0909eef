"""A small knowledge folder with one record of each kind, in which a fault can be planted."""

import datetime as dt
import shutil
from pathlib import Path

from waystation.registry.check import check
from waystation.say import Say

DATA = Path(__file__).parents[2] / "data"
DAY = dt.date(2026, 11, 24)
SOURCE = """\
sources:
  s1:
    url: "https://law.example/visa"
    title: "The law"
    publisher: law
    language: en
    published: 2026-01-15
    checked: 2026-11-20
    seen: page
    says: "A visa for one year and 90 days, asked for at a mission. It takes 30 days and costs 20 EUR."
"""
FILES = {
    "practices/pl/pl-visa.yaml": """\
id: pl-visa
title: "Poland: a visa"
summary: "A visa for one year, asked for at a mission."
country: PL
area: entry
kind: visa
who: {nationalities: {has_any: [BY], source: s1}, threat_at_home: true}
where: [{at: mission, source: s1}]
needs: [{document: passport, source: s1}]
takes: {typical: 30, source: s1}
costs: [{for: fee, amount: 20, currency: EUR, source: s1}]
gives:
  - entry: {to: PL, source: s1}
  - status: {in: PL, kind: visa, name: d, length: {years: 1}, from: entry, source: s1}
  - decision: {name: pl-decided, by: pl-office, source: s1}
  - document: {kind: alien-passport, issuer: PL, length: {days: 90}, source: s1}
exposes: [{to: pl-office, tells: [identity], raises: [consulate-visit]}]
by: [pl-office]
""",
    "places/pl.yaml": """\
id: pl
title: Poland
country: PL
zone: area
""",
    "places/ge.yaml": """\
id: ge
title: Georgia
country: GE
entry:
  - {shows: {kind: [passport], issuer: [BY]}, admits: stay, stay: {length: {years: 1}}, source: s1}
missions:
  - {of: PL, city: Tbilisi, body: pl-office, takes: [pl-visa], source: s1}
""",
    "places/area.yaml": """\
id: area
title: An area
country: null
members: [PL]
members_source: s1
""",
    "agreements/pact.yaml": """\
id: pact
title: A pact
carries: [surrender]
parties: [{state: BY, from: 2010-01-01, source: s1}]
""",
    "incidents/ge-by-detention.yaml": """\
id: ge-by-detention
title: A detention
home: BY
place: GE
kind: detention
day: 2026-02
""",
    "bodies/pl-office.yaml": """\
id: pl-office
title: The office
country: PL
role: authority
does: "Decides."
""",
    "dangers/consulate-visit.yaml": """\
id: consulate-visit
title: Going to the consulate
scope: step
levels: [{level: high, when: {homes: {has_any: [BY]}}, why: "They take the passport away.", source: s1}]
answered_by: [stay-away]
""",
    "remedies/stay-away.yaml": """\
id: stay-away
title: Stay away
does: "Do not go there."
by: [pl-office]
practice: pl-visa
""",
}


WORDS = """\
language: fa
signed: null
words:
  pl-visa:
    title: "Poland: a visa"
    title.fa: "ویزای لهستان"
    summary: "A visa for one year, asked for at a mission."
    summary.fa: ""
"""
WAGE = """\
- id: wage
  title: The wage
  unit: EUR
  values: [{from: 2026-01-01, value: 20, source: s1}]
  sources: {s1: {url: null, publisher: law, checked: 2026-11-20, seen: page, says: "The wage is 20 EUR."}}
"""


def small(folder):
    """Writes all files into the folder; nothing is wrong with them."""
    shutil.copytree(DATA / "facts", folder / "facts")
    shutil.copytree(DATA / "schema", folder / "schema")
    for name, words in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words + SOURCE, "utf-8")
    (folder / "publishers").mkdir()
    (folder / "publishers/all.yaml").write_text(
        "- {id: law, name: The law, official: true, hosts: [law.example]}\n", "utf-8"
    )
    (folder / "parameters").mkdir()
    (folder / "parameters/all.yaml").write_text(WAGE, "utf-8")
    (folder / "words/fa").mkdir(parents=True)
    (folder / "words/fa/practices.yaml").write_text(WORDS, "utf-8")
    return folder


def planted(folder, file, old, new, day=DAY):
    """The faults and warnings after `old` became `new` in one file, as text."""
    path = small(folder) / file
    words = path.read_text("utf-8")
    assert words.count(old) >= 1, old
    path.write_text(words.replace(old, new, 1), "utf-8")
    found = check([folder], day)
    return [told(one) for one in found.faults], [told(one) for one in found.warnings]


def told(remark):
    """`pl-visa.yaml:7, who.age: …` as one reads it."""
    return f"{remark.where.rsplit('/', 1)[-1]}: {Say()(remark.text)}"
