"""A governance report, or an evaluation, in Markdown."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from os2governance.exchange.read.document import (
    EVALUATION,
    REPORT,
    DocumentClaim,
    DocumentResult,
    ImportedDocument,
    read_claim,
)
from os2governance.exchange.read.document_rows import read_document_rows
from os2governance.exchange.read.header import (
    DocumentAuthors,
    HeaderFact,
    check_header_date,
    find_date_in_name,
    find_document_version,
    is_draft,
    read_authors,
    read_date,
    read_header_facts,
)
from os2governance.exchange.read.markdown import MarkdownSource, read_markdown
from os2governance.exchange.read.other_kinds import describe_other_kind
from os2governance.exchange.read.prose import EvaluationProse, read_evaluation_prose
from os2governance.exchange.read.rows import CriterionRow, list_column_roles, read_row_title
from os2governance.exchange.read.stated_levels import (
    RECOMMENDS,
    StatedLevels,
    find_stated_levels,
)
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.folding import strip_markup
from os2governance.i18n.text import FilledText, Renderable, _, as_text
from os2governance.model.document_terms import DocumentTerms

_STATED = _("Line {line}: {level}.")
_LABELS = {
    "repository": _("Git: {value}."),
    "website": _("Website: {value}."),
    "version": _("Version of the report: {value}."),
    "template": _("Version of the template: {value}."),
    "based_on": _("Based on: {value}."),
}
_NAMED = _("A person's name is left out.")


def read_report(data: bytes, file: str, wording: DocumentTerms) -> DocumentResult:
    """Read a report or an evaluation; None with a finding where no row is about a criterion."""
    source, findings = read_markdown(data, file)
    if source is None:
        return None, findings
    rows, rest, wrong = read_document_rows(source, wording)
    findings += wrong
    if not rows:
        looks = describe_other_kind(source, wording)
        findings.append(make_finding("import-no-rows", source.locate(1), looks=looks))
        return None, findings
    kind = EVALUATION if "light" in list_column_roles(rows) else REPORT
    claims: dict[str, DocumentClaim] = {}
    for row in rows:
        claims[row.id], wrong = read_claim(row, kind, wording, source.locate(row.line))
        findings += wrong
    facts, levels = read_header_facts(rest, wording), find_stated_levels(rest, wording)
    titles = {row.id: read_row_title(row) for row in rows}
    version = find_document_version(facts, titles, list_column_roles(rows), wording)
    findings += check_header_date(facts.get("on"), source)
    findings += _check_table(source, rows, kind)
    findings += _check_stated_levels(levels, source, kind)
    findings += _check_answered(claims, source)
    findings += _check_template_ticks(claims, version.name, wording)
    people = _read_people(facts, wording)
    if people.name_left_out:
        findings.append(make_finding("import-name-left-out", source.locate(facts["by"].line)))
    stated = levels.find_single(_choose_level_kind(kind))
    prose = _read_prose(rest, levels, kind, wording)
    return ImportedDocument(
        kind=kind,
        file=file,
        model=wording.model,
        version=version.name,
        product=facts["product"].text if "product" in facts else "",
        on=read_date(facts["on"].text) if "on" in facts else None,
        name_on=find_date_in_name(file),
        by=people.text,
        name_left_out=people.name_left_out,
        claims=claims,
        notes=tuple(_list_notes(facts, levels, people)),
        level=stated[0] if stated else None,
        level_grounds=prose.grounds,
        summary=prose.summary,
        draft=is_draft(rest, wording),
        reference=f"{_find_title(source)} ({PurePosixPath(file).name})",
        head={name: (fact.text, fact.line) for name, fact in facts.items() if name != "by"},
    ), findings


def _find_title(source: MarkdownSource) -> str:
    """The first heading, or the file's name."""
    for _unused, line in source.list_shown_lines():
        if line.lstrip().startswith("#"):
            heading = strip_markup(line.strip(" #")[:200])
            if heading:
                return heading
    return PurePosixPath(source.file).stem


def _read_people(facts: Mapping[str, HeaderFact], wording: DocumentTerms) -> DocumentAuthors:
    return (
        read_authors(facts["by"].text, wording)
        if "by" in facts
        else DocumentAuthors("", name_left_out=False)
    )


def _check_table(source: MarkdownSource, rows: list[CriterionRow], kind: str) -> Iterator[Finding]:
    """Yield what a whole table lacks, and answers that an evaluation has beside its ratings."""
    roles, place = list_column_roles(rows), source.locate(rows[0].line)
    if kind == REPORT and "mark" not in roles:
        yield make_finding("import-no-marks", place, count=len(rows))
    if kind == EVALUATION and "mark" in roles:
        yield make_finding("import-answers-beside", place)


def _check_answered(
    claims: Mapping[str, DocumentClaim], source: MarkdownSource
) -> Iterator[Finding]:
    """Yield a finding where nobody has filled in any row."""
    if not any(claim.status or claim.text or claim.links for claim in claims.values()):
        yield make_finding("import-nothing-answered", source.locate(1), count=len(claims))


def _check_template_ticks(
    claims: Mapping[str, DocumentClaim], version: str | None, wording: DocumentTerms
) -> Iterator[Finding]:
    """Yield ticks without text that the version's blank template contained."""
    for name in wording.file_values["versions"].get("ticked_already", {}).get(version, ()):
        claim = claims.get(name)
        if claim and claim.status == "met" and not claim.text and not claim.links:
            yield make_finding("import-ticked-already", claim.location, criterion=name, name=name)


def _choose_level_kind(kind: str) -> str:
    """The kind of statement that is about the level of a document."""
    return RECOMMENDS if kind == EVALUATION else "aims"


def _read_prose(
    rest: MarkdownSource, levels: StatedLevels, kind: str, wording: DocumentTerms
) -> EvaluationProse:
    """The prose of an evaluation; grounds belong to the one level that it states."""
    if kind != EVALUATION:
        return EvaluationProse("", "")
    single = levels.find_single(RECOMMENDS) is not None
    lines = [line for _, line in levels.by_kind.get(RECOMMENDS, ()) if single]
    return read_evaluation_prose(rest, wording, lines)


def _check_stated_levels(
    levels: StatedLevels, source: MarkdownSource, kind: str
) -> Iterator[Finding]:
    """Yield the level that is read, those that disagree, or that an evaluation names none."""
    asked = _choose_level_kind(kind)
    found = levels.by_kind.get(asked, ())
    single = levels.find_single(asked)
    if single:
        yield make_finding("import-level-found", source.locate(single[1]), level=single[0])
    elif found:
        said = ", ".join(f"{level} ({source.file}:{line})" for level, line in found)
        yield make_finding("import-levels-disagree", source.locate(found[0][1]), said=said)
    elif kind == EVALUATION:
        yield make_finding("import-no-level", source.locate(1))


def _list_notes(
    facts: dict[str, HeaderFact], levels: StatedLevels, people: DocumentAuthors
) -> Iterator[Renderable]:
    for name, text in _LABELS.items():
        if name in facts:
            yield FilledText(text, {"value": as_text(facts[name].text[:300])})
    for level, line in levels.by_kind.get("stated", ()):
        yield FilledText(_STATED, {"line": line, "level": level})
    if people.name_left_out:
        yield _NAMED
