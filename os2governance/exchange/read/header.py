"""The header above the rows: product, date, authors, links, version and level."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from os2governance.exchange.read.markdown import Source
from os2governance.exchange.read.rows import split_cells
from os2governance.findings.finding import Finding, finding
from os2governance.i18n.folding import bare, key
from os2governance.i18n.iso_dates import iso_date
from os2governance.model.document_terms import Wording

LONGEST_LINE = 2000
LONGEST_HEADER = 1000  # lines
SHORTEST_STATEMENT = 12
LONGEST_NAME = 200
MOST_IN_A_NAME = 2  # words of a company's name before `ApS`


class Fact(NamedTuple):
    """A fact of the header, as written, and its line."""

    text: str
    line: int


class Who(NamedTuple):
    """The authors of a document: roles and organisations; whether a name was left out."""

    said: str
    left_out: bool


class Levels(NamedTuple):
    """The levels that a text states plainly: by kind, each with its line."""

    said: Mapping[str, tuple[tuple[str, int], ...]]

    def only(self, kind: str) -> tuple[str, int] | None:
        """The level that a text states, if it states exactly one."""
        found = self.said.get(kind, ())
        return found[0] if found and len({level for level, _ in found}) == 1 else None

    def disagree(self, kind: str) -> bool:
        """Whether a text states several levels."""
        return len({level for level, _ in self.said.get(kind, ())}) > 1


def header_facts(source: Source, wording: Wording) -> dict[str, Fact]:
    """Read the facts written as `label: value`, and the product's name in a heading."""
    labels = {
        key(label): name
        for name, words in wording.given["header"].items()
        if name not in {"product", "drafts", "other_headings"}
        for label in words
    }
    facts: dict[str, Fact] = {}
    for number, line in islice(_prose(source), LONGEST_HEADER):
        if "product" not in facts:
            name = _product(line, wording)
            if name:
                facts["product"] = Fact(name, number)
        text = re.sub(r"^[\s>#*_-]+", "", line)
        label, colon, value = text.partition(":")
        found = labels.get(key(label)) if colon and len(label) < 80 else None  # noqa: PLR2004
        if found and found not in facts and not wording.is_blank(said := _value(value)):
            facts[found] = Fact(said, number)
    return facts


def _prose(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the visible lines that are not rows, truncated beyond any usual length."""
    for number, line in source.shown():
        if not split_cells(line[:LONGEST_LINE]):
            yield number, line[:LONGEST_LINE]


def _value(text: str) -> str:
    """A value without markup; a link in angle brackets stays."""
    return bare(re.sub(r"<(https?://[^<>\s]*)>", r"\1", text))


def _product(line: str, wording: Wording) -> str:
    for pattern in wording.products:
        found = pattern.search(line.strip())
        if found:
            name = bare(found.group(1))[:LONGEST_NAME]
            return "" if wording.is_blank(name) else name
    return ""


# -- dates and people -------------------------------------------------------------------------

_MONTHS = "januar februar marts april maj juni juli august september oktober november december"
_MONTH = {name: number for number, name in enumerate(_MONTHS.split(), 1)}


def read_date(text: str) -> date | None:
    """Parse a date as written in Denmark: 2026-06-23, 02-07-2026, 2. juli 2026."""
    plain = text.strip(" []().*_").casefold()
    day = iso_date(plain[:10])
    if day is not None:
        return day
    numbers = re.match(r"(\d{1,2})[-./ ]{1,2}(\d{1,2})[-./ ](\d{4})(?!\d)", plain)
    words = re.match(r"(?:den )?(\d{1,2})\.? +([a-zæøå]+)\.? +(\d{4})(?!\d)", plain)
    if numbers:
        day_text, month, year = numbers.groups()
    elif words and words.group(2) in _MONTH:
        day_text, month, year = words.group(1), str(_MONTH[words.group(2)]), words.group(3)
    else:
        return None
    return iso_date(f"{year}-{int(month):02}-{int(day_text):02}")


def who(text: str, wording: Wording) -> Who:
    """Keep roles and organisations; leave out mail addresses and what may be a person's name."""
    kept: list[str] = []
    left_out = False
    for part in re.split(r"[,;()<>\n&]|(?<![\w/])og(?!\w)|\s[-\u2013/]\s", text[:500]):
        plain = part.strip(" .:[]-\u2013/")
        if not plain:
            continue
        if _no_person(plain, wording.given["who"]):
            kept.append(plain)
        else:
            left_out = True
    return Who(", ".join(dict.fromkeys(kept)), left_out)


def _no_person(part: str, people: Mapping[str, Any]) -> bool:
    """Whether all of a part is known to be a role or an organisation.

    An organisation's name may precede a word such as `ApS`; beside a role, no word that could be a
    name is allowed.
    """
    known = {name.casefold() for names in people["organisations"] for name in names}
    words = re.findall(r"[\w/-]+", part.casefold())
    prefixes = tuple(people["prefixes"])
    strangers = [
        word
        for word in words
        if word not in known
        and word not in people["words"]
        and word not in people["companies"]
        and not word.startswith(prefixes)
    ]
    told = [word for word in words if word not in strangers and word not in people["small"]]
    strangers = [word for word in strangers if word not in people["small"]]
    company = any(word in people["companies"] for word in words)
    return "@" not in part and bool(told) and len(strangers) <= (MOST_IN_A_NAME if company else 0)


# -- levels -----------------------------------------------------------------------------------


def stated_levels(source: Source, wording: Wording) -> Levels:
    """Find the levels that the text states plainly, each with its line."""
    said: dict[str, list[tuple[str, int]]] = {kind: [] for kind in wording.says}
    for number, line in _prose(source):
        text = bare(line)
        if len(text) < SHORTEST_STATEMENT:
            continue
        for kind, patterns in wording.says.items():
            for pattern in patterns:
                for found in pattern.finditer(text):
                    level = wording.level(found.group(1))
                    if level:
                        said[kind].append((level, number))
    return Levels({kind: tuple(found) for kind, found in said.items()})


def is_draft(source: Source, wording: Wording) -> bool:
    """Whether the document is marked as a draft."""
    marks = [mark.casefold() for mark in wording.given["header"]["drafts"]]
    return any(mark in line.casefold() for _, line in _prose(source) for mark in marks)


# -- version ----------------------------------------------------------------------------------


class Version(NamedTuple):
    """The version that a document follows, and whether it is stated there."""

    name: str | None
    stated: bool


def version_of(
    facts: Mapping[str, Fact],
    titles: Mapping[str, str],
    columns: Iterable[str],
    wording: Wording,
) -> Version:
    """Find the version of the model: stated, or inferred from ids, titles and columns."""
    versions = wording.given["versions"]
    for fact, known in (("version", "stated"), ("template", "templates")):
        if fact in facts:
            said = key(facts[fact].text)
            name = versions[known].get(said) or versions[known].get(f"v{said}")
            if name:
                return Version(name, stated=True)
    return Version(told_version(titles, columns, wording), stated=False)


def told_version(
    titles: Mapping[str, str], columns: Iterable[str], wording: Wording
) -> str | None:
    """Infer the version from the content of a document: that of the first matching clue."""
    there = set(columns)
    for clue in wording.clues:
        if (
            all(name in titles for name in clue.has)
            and not any(name in titles for name in clue.lacks)
            and all(column in there for column in clue.columns)
            and all(p.search(titles.get(name, "")) for name, p in clue.titles.items())
        ):
            return clue.version
    return None


def undated(fact: Fact | None, source: Source) -> list[Finding]:
    """Finding of a date that cannot be read."""
    if fact is None or read_date(fact.text):
        return []
    return [finding("import-date-unreadable", source.place(fact.line), said=fact.text[:40])]
