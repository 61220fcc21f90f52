"""All rows of a document about criteria: in tables, and under headings of their own."""

from collections.abc import Iterator
from typing import NamedTuple

from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.exchange.read.rows import CriterionRow, read_table_rows
from os2governance.exchange.read.sections import (
    SectionRow,
    find_hidden_headings,
    read_section_rows,
)
from os2governance.findings.finding import Finding, make_finding
from os2governance.model.document_terms import DocumentTerms


class DocumentRows(NamedTuple):
    """The rows of a document, its source without the sections about criteria, and the findings."""

    rows: list[CriterionRow]
    rest: MarkdownSource
    findings: list[Finding]


def read_document_rows(source: MarkdownSource, wording: DocumentTerms) -> DocumentRows:
    """Read the rows about criteria; each is returned, or reported."""
    rows, findings = read_table_rows(source, wording)
    sections = read_section_rows(source, wording, beside_tables=bool(rows))
    known = {row.id: row for row in rows}
    said: set[str] = set()
    for section in sections.rows:
        row = section.row
        first = known.setdefault(row.id, row)
        if first is not row:
            place = source.locate(row.line)
            findings.append(
                make_finding(
                    "import-row-twice", place, criterion=row.id, name=row.id, first=first.line
                )
            )
        findings += _check_labels(section, source, said)
    if sections.rows:
        for number, name in find_hidden_headings(source, wording):
            place = source.locate(number)
            findings.append(make_finding("import-row-hidden", place, criterion=name, name=name))
    hidden = {**source.hidden, **dict.fromkeys(sections.lines, "section")}
    return DocumentRows(list(known.values()), source._replace(hidden=hidden), findings)


def _check_labels(
    section: SectionRow, source: MarkdownSource, said: set[str]
) -> Iterator[Finding]:
    """Yield unknown labels, once each."""
    for word in section.unknown:
        if word not in said:
            said.add(word)
            place = source.locate(section.row.line)
            yield make_finding("import-column-unknown", place, name=word)
