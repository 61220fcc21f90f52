"""The header above the rows: product, date, authors, links, version and level."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.exchange.read.rows import split_cells
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.folding import fold_label, strip_markup
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.model.document_terms import DocumentTerms

MAX_HEADER_LINE_LENGTH = 2000
MAX_HEADER_LINES = 1000  # lines
MIN_STATEMENT_LENGTH = 12
MAX_NAME_LENGTH = 200
MAX_WORDS_IN_NAME = 2  # words of a company's name before `ApS`


class HeaderFact(NamedTuple):
    """A fact of the header, as written, and its line."""

    text: str
    line: int


class DocumentAuthors(NamedTuple):
    """The authors of a document: roles and organisations; whether a name was left out."""

    text: str
    name_left_out: bool


class StatedLevels(NamedTuple):
    """The levels that a text states plainly: by kind, each with its line."""

    by_kind: Mapping[str, tuple[tuple[str, int], ...]]

    def find_single(self, kind: str) -> tuple[str, int] | None:
        """The level that a text states, if it states exactly one."""
        found = self.by_kind.get(kind, ())
        return found[0] if found and len({level for level, _ in found}) == 1 else None

    def has_several(self, kind: str) -> bool:
        """Whether a text states several levels."""
        return len({level for level, _ in self.by_kind.get(kind, ())}) > 1


def read_header_facts(source: MarkdownSource, wording: DocumentTerms) -> dict[str, HeaderFact]:
    """Read the facts written as `label: value`, and the product's name in a heading."""
    labels = {
        fold_label(label): name
        for name, words in wording.file_values["header"].items()
        if name not in {"product", "drafts", "other_headings"}
        for label in words
    }
    facts: dict[str, HeaderFact] = {}
    for number, line in islice(_list_prose_lines(source), MAX_HEADER_LINES):
        if "product" not in facts:
            name = _find_product_name(line, wording)
            if name:
                facts["product"] = HeaderFact(name, number)
        text = re.sub(r"^[\s>#*_-]+", "", line)
        label, colon, value = text.partition(":")
        found = labels.get(fold_label(label)) if colon and len(label) < 80 else None  # noqa: PLR2004
        if found and found not in facts and not wording.is_blank(said := _clean_value(value)):
            facts[found] = HeaderFact(said, number)
    return facts


def _list_prose_lines(source: MarkdownSource) -> Iterator[tuple[int, str]]:
    """Yield the visible lines that are not rows, truncated beyond any usual length."""
    for number, line in source.list_shown_lines():
        if not split_cells(line[:MAX_HEADER_LINE_LENGTH]):
            yield number, line[:MAX_HEADER_LINE_LENGTH]


def _clean_value(text: str) -> str:
    """A value without markup; a link in angle brackets stays."""
    return strip_markup(re.sub(r"<(https?://[^<>\s]*)>", r"\1", text))


def _find_product_name(line: str, wording: DocumentTerms) -> str:
    for pattern in wording.product_patterns:
        found = pattern.search(line.strip())
        if found:
            name = strip_markup(found.group(1))[:MAX_NAME_LENGTH]
            return "" if wording.is_blank(name) else name
    return ""


# -- dates and people -------------------------------------------------------------------------

_MONTHS = "januar februar marts april maj juni juli august september oktober november december"
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}


def read_date(text: str) -> date | None:
    """Parse a date as written in Denmark: 2026-06-23, 02-07-2026, 2. juli 2026."""
    plain = text.strip(" []().*_").casefold()
    day = parse_iso_date(plain[:10])
    if day is not None:
        return day
    numbers = re.match(r"(\d{1,2})[-./ ]{1,2}(\d{1,2})[-./ ](\d{4})(?!\d)", plain)
    words = re.match(r"(?:den )?(\d{1,2})\.? +([a-zæøå]+)\.? +(\d{4})(?!\d)", plain)
    if numbers:
        day_text, month, year = numbers.groups()
    elif words and words.group(2) in _MONTH_NUMBERS:
        day_text, month, year = words.group(1), str(_MONTH_NUMBERS[words.group(2)]), words.group(3)
    else:
        return None
    return parse_iso_date(f"{year}-{int(month):02}-{int(day_text):02}")


def read_authors(text: str, wording: DocumentTerms) -> DocumentAuthors:
    """Keep roles and organisations; leave out mail addresses and what may be a person's name."""
    kept: list[str] = []
    left_out = False
    for part in re.split(r"[,;()<>\n&]|(?<![\w/])og(?!\w)|\s[-\u2013/]\s", text[:500]):
        plain = part.strip(" .:[]-\u2013/")
        if not plain:
            continue
        if _is_role_or_organisation(plain, wording.file_values["who"]):
            kept.append(plain)
        else:
            left_out = True
    return DocumentAuthors(", ".join(dict.fromkeys(kept)), left_out)


def _is_role_or_organisation(part: str, people: Mapping[str, Any]) -> bool:
    """Whether all of a part is known to be a role or an organisation.

    An organisation's name may precede a word such as `ApS`; beside a role, no word that could be a
    name is allowed.
    """
    folded = {
        key: {word.casefold() for word in people[key]}
        for key in ("words", "companies", "prefixes", "small")
    }
    organisations = {name.casefold() for names in people["organisations"] for name in names}
    known = organisations | folded["words"] | folded["companies"]
    prefixes = tuple(folded["prefixes"])
    words = re.findall(r"[\w/-]+", part.casefold())
    strangers = [word for word in words if word not in known and not word.startswith(prefixes)]
    told = [word for word in words if word not in strangers and word not in folded["small"]]
    strangers = [word for word in strangers if word not in folded["small"]]
    company = any(word in folded["companies"] for word in words)
    return (
        "@" not in part and bool(told) and len(strangers) <= (MAX_WORDS_IN_NAME if company else 0)
    )


# -- levels -----------------------------------------------------------------------------------


def find_stated_levels(source: MarkdownSource, wording: DocumentTerms) -> StatedLevels:
    """Find the levels that the text states plainly, each with its line."""
    said: dict[str, list[tuple[str, int]]] = {kind: [] for kind in wording.level_patterns}
    for number, line in _list_prose_lines(source):
        text = strip_markup(line)
        if len(text) < MIN_STATEMENT_LENGTH:
            continue
        for kind, patterns in wording.level_patterns.items():
            for pattern in patterns:
                for found in pattern.finditer(text):
                    level = wording.find_level(found.group(1))
                    if level:
                        said[kind].append((level, number))
    return StatedLevels({kind: tuple(found) for kind, found in said.items()})


def is_draft(source: MarkdownSource, wording: DocumentTerms) -> bool:
    """Whether the document is marked as a draft."""
    marks = [mark.casefold() for mark in wording.file_values["header"]["drafts"]]
    return any(mark in line.casefold() for _, line in _list_prose_lines(source) for mark in marks)


# -- version ----------------------------------------------------------------------------------


class DocumentVersion(NamedTuple):
    """The version that a document follows, and whether it is stated there."""

    name: str | None
    stated: bool


def find_document_version(
    facts: Mapping[str, HeaderFact],
    titles: Mapping[str, str],
    columns: Iterable[str],
    wording: DocumentTerms,
) -> DocumentVersion:
    """Find the version of the model: stated, or inferred from ids, titles and columns."""
    versions = wording.file_values["versions"]
    for fact, known in (("version", "stated"), ("template", "templates")):
        if fact in facts:
            said = fold_label(facts[fact].text)
            names = {fold_label(label): version for label, version in versions[known].items()}
            name = names.get(said) or names.get(f"v{said}")
            if name:
                return DocumentVersion(name, stated=True)
    return DocumentVersion(infer_version(titles, columns, wording), stated=False)


def infer_version(
    titles: Mapping[str, str], columns: Iterable[str], wording: DocumentTerms
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


def check_header_date(fact: HeaderFact | None, source: MarkdownSource) -> list[Finding]:
    """Finding of a date that cannot be read."""
    if fact is None or read_date(fact.text):
        return []
    return [make_finding("import-date-unreadable", source.locate(fact.line), said=fact.text[:40])]
