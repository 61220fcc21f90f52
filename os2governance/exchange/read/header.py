"""The header above the rows: product, date, authors, links, version, and whether it is a draft."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from unicodedata import normalize

from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.exchange.read.rows import split_cells
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.folding import fold_label, strip_markup
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.typed_dates import parse_typed_date
from os2governance.model.document_terms import DocumentTerms

MAX_HEADER_LINE_LENGTH = 2000
MAX_HEADER_LINES = 1000  # lines
MAX_NAME_LENGTH = 200
MAX_DRAFT_LINES = 60  # a draft is marked at its top
MAX_WORDS_IN_NAME = 2  # words of a company's name before `ApS`
_NO_LABELS = frozenset(
    {"product", "drafts", "other_headings", "file_names", "summary", "recommendation", "level"}
)


class HeaderFact(NamedTuple):
    """A fact of the header, as written, and its line."""

    text: str
    line: int


class DocumentAuthors(NamedTuple):
    """The authors of a document: roles and organisations; whether a name was left out."""

    text: str
    name_left_out: bool


def read_header_facts(source: MarkdownSource, wording: DocumentTerms) -> dict[str, HeaderFact]:
    """Read the facts written as `label: value`, and the product's name in a heading."""
    labels = {
        fold_label(label): name
        for name, words in wording.file_values["header"].items()
        if name not in _NO_LABELS
        for label in words
    }
    facts: dict[str, HeaderFact] = {}
    for number, line in islice(list_prose_lines(source), MAX_HEADER_LINES):
        text = re.sub(r"^[\s>#*_-]+", "", line)
        label, colon, value = text.partition(":")
        found = labels.get(fold_label(label)) if colon and len(label) < 80 else None  # noqa: PLR2004
        if found and found not in facts and not wording.is_blank(said := _clean_value(value)):
            facts[found] = HeaderFact(said, number)
    product = _find_product(source, facts.pop("name", None), wording)
    return facts | ({"product": product} if product else {})


def list_prose_lines(source: MarkdownSource) -> Iterator[tuple[int, str]]:
    """Yield the visible lines that are not rows, truncated beyond any usual length."""
    for number, line in source.list_shown_lines():
        if not split_cells(line[:MAX_HEADER_LINE_LENGTH]):
            yield number, line[:MAX_HEADER_LINE_LENGTH]


def _clean_value(text: str) -> str:
    """A value without markup; a link in angle brackets stays."""
    return strip_markup(re.sub(r"<(https?://[^<>\s]*)>", r"\1", text))


def _find_product(
    source: MarkdownSource, labelled: HeaderFact | None, wording: DocumentTerms
) -> HeaderFact | None:
    """The product's name: in a heading, after a label, in the front matter, or of the file."""
    lines = list(islice(list_prose_lines(source), MAX_HEADER_LINES))
    headings = [(number, line) for number, line in lines if line.lstrip().startswith("#")]
    in_heading = _find_product_line(headings, wording)
    in_text = in_heading or labelled or _find_product_line(lines, wording)
    in_file = find_product_in_name(source.file, wording)
    return in_text or (HeaderFact(in_file, 1) if in_file else None)


def _find_product_line(
    lines: Iterable[tuple[int, str]], wording: DocumentTerms
) -> HeaderFact | None:
    for number, line in lines:
        name = _find_product_name(line, wording)
        if name:
            return HeaderFact(name, number)
    return None


def _find_product_name(line: str, wording: DocumentTerms) -> str:
    text = _strip_draft_marks(line.strip(), wording)
    for pattern in wording.product_patterns:
        found = pattern.search(text)
        name = strip_markup(found.group(1))[:MAX_NAME_LENGTH].strip() if found else ""
        if name and not wording.is_blank(name) and not _is_other_kind(name, wording):
            return name
    return ""


def _is_other_kind(name: str, wording: DocumentTerms) -> bool:
    """Whether what stands for a name begins as a document of another kind: `GUIDE til`."""
    first = fold_label(name.partition(" ")[0])
    return any(first in words for _, words in wording.other_kinds)


def find_product_in_name(file: str, wording: DocumentTerms) -> str:
    """The product's name in the name of a file; empty where it has none."""
    name = normalize("NFC", PurePosixPath(file).name)[:MAX_NAME_LENGTH]
    found = (pattern.search(name) for pattern in wording.file_name_patterns)
    return next((match.group(1) for match in found if match), "")


# -- dates and people -------------------------------------------------------------------------

_DAY = re.compile(  # noqa: TID251 - our own pattern
    r"(?:den )?(\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}(?:[-./ ]{1,2}\d{1,2}[-./ ]|\.? +[^\W\d_]+\.? +)\d{4}(?!\d))"
)


def read_date(text: str) -> date | None:
    """Parse a date as written in Denmark: 2026-06-23, 02-07-2026, 2. juli 2026."""
    found = _DAY.match(text.strip(" []().*_").casefold())
    return parse_iso_date(parse_typed_date(found.group(1))) if found else None


def find_date_in_name(file: str) -> date | None:
    """The date in the name of a file: the first of the forms 2026-06-23, 23-06-2026, 20260623."""
    name = PurePosixPath(file).name[:MAX_NAME_LENGTH]
    for year, month, day in re.findall(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)", name):
        found = parse_iso_date(f"{year}-{month}-{day}")
        if found is not None:
            return found
    for day, month, year in re.findall(r"(?<!\d)(\d{2})[-_.](\d{2})[-_.](\d{4})(?!\d)", name):
        found = parse_iso_date(f"{year}-{month}-{day}")
        if found is not None:
            return found
    return None


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
            continue
        left_out = True
        if role := _find_role(plain, wording.file_values["who"]):
            kept.append(role)
    return DocumentAuthors(", ".join(dict.fromkeys(kept)), left_out)


def _find_role(part: str, people: Mapping[str, Any]) -> str:
    """The role that a part begins or ends with, without the name beside it.

    An organisation counts only with a word such as `Kommune`: many a family is called Holbæk.
    """
    words = part.split()
    roles = {word.casefold() for key in ("words", "companies") for word in people[key]}
    prefixes = tuple(word.casefold() for word in people["prefixes"])
    for at in range(1, len(words)):
        for run in (words[:-at], words[at:]):
            folded = [word.casefold().strip(".,") for word in run]
            told = any(word in roles or word.startswith(prefixes) for word in folded)
            if told and _is_role_or_organisation(" ".join(run), people, strangers_allowed=0):
                return " ".join(run)
    return ""


def _is_role_or_organisation(
    part: str, people: Mapping[str, Any], strangers_allowed: int = MAX_WORDS_IN_NAME
) -> bool:
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
    named = any(word in organisations for word in words)
    allowed = strangers_allowed if company and not named else 0
    return "@" not in part and bool(told) and len(strangers) <= allowed


# -- drafts ------------------------------------------------------------------------------------


def is_draft(source: MarkdownSource, wording: DocumentTerms) -> bool:
    """Whether the document is marked as a draft above its rows."""
    marks = [mark.casefold() for mark in wording.file_values["header"]["drafts"]]
    head = islice(list_prose_lines(source), MAX_DRAFT_LINES)
    return any(mark in line.casefold() for _, line in head for mark in marks)


def _strip_draft_marks(line: str, wording: DocumentTerms) -> str:
    for mark in wording.file_values["header"]["drafts"]:
        line = re.sub(re.escape(mark), " ", line, flags=re.IGNORECASE)
    return " ".join(line.split())


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
