"""A governance report, or an evaluation, in Markdown."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from os2governance.exchange.read.document import EVALUATION, REPORT, Claim, Imported, Read, claimed
from os2governance.exchange.read.header import (
    Fact,
    Levels,
    Who,
    header_facts,
    is_draft,
    read_date,
    stated_levels,
    undated,
    version_of,
    who,
)
from os2governance.exchange.read.markdown import Source, read_markdown
from os2governance.exchange.read.rows import Row, by_role, read_rows, title_of
from os2governance.findings.finding import Finding, finding
from os2governance.i18n.text import Filled, Sayable, Text, both
from os2governance.model.document_terms import Wording

_STATED = Text("Linje {line} siger: {level}.", "Line {line} says: {level}.")
_LABELS = {
    "repository": Text("Git: {value}.", "Git: {value}."),
    "website": Text("Hjemmeside: {value}.", "Website: {value}."),
    "version": Text("Governancerapportens version: {value}.", "Version of the report: {value}."),
    "template": Text("Skabelonens version: {value}.", "Version of the template: {value}."),
    "based_on": Text("Bygger på: {value}.", "Rests on: {value}."),
}
_DRAFT = Text("Dokumentet er en kladde.", "The document is a draft.")
_NAMED = Text("Et navn er udeladt.", "A name is left out.")


def read_report(data: bytes, file: str, wording: Wording) -> Read:
    """Read a report or an evaluation; None with a finding where no row is about a criterion."""
    source, findings = read_markdown(data, file)
    if source is None:
        return None, findings
    rows, wrong = read_rows(source, wording)
    findings += wrong
    if not rows:
        findings.append(finding("import-no-rows", source.place(1)))
        return None, findings
    kind = EVALUATION if "light" in by_role(rows) else REPORT
    claims: dict[str, Claim] = {}
    for row in rows:
        claims[row.id], wrong = claimed(row, kind, wording, source.place(row.line))
        findings += wrong
    facts, levels = header_facts(source, wording), stated_levels(source, wording)
    titles = {row.id: title_of(row) for row in rows}
    version = version_of(facts, titles, by_role(rows), wording)
    findings += undated(facts.get("on"), source)
    findings += _doubts(source, rows, kind)
    findings += _levels_disagree(levels, source, kind)
    findings += _ticked_already(claims, version.name, wording)
    people = _people(facts, wording)
    if people.left_out:
        findings.append(finding("import-name-left-out", source.place(facts["by"].line)))
    stated = levels.only("recommends" if kind == EVALUATION else "aims")
    if stated:
        place = source.place(stated[1])
        findings.append(finding("import-level-found", place, level=stated[0]))
    return Imported(
        kind=kind,
        file=file,
        model=wording.model,
        version=version.name,
        product=facts["product"].text if "product" in facts else "",
        on=read_date(facts["on"].text) if "on" in facts else None,
        by=people.said,
        named=people.left_out,
        claims=claims,
        notes=tuple(_notes(source, facts, levels, wording)),
        level=stated[0] if stated else None,
        reference=f"{_title(source)} ({PurePosixPath(file).name})",
    ), findings


def _title(source: Source) -> str:
    """The first heading, or the file's name."""
    for _, line in source.shown():
        if line.lstrip().startswith("#"):
            heading = line.strip(" #*_")[:200].strip(" *_")
            if heading:
                return heading
    return PurePosixPath(source.file).stem


def _people(facts: Mapping[str, Fact], wording: Wording) -> Who:
    return who(facts["by"].text, wording) if "by" in facts else Who("", left_out=False)


def _doubts(source: Source, rows: list[Row], kind: str) -> Iterator[Finding]:
    """Yield what a whole table lacks, and answers that an evaluation has beside its ratings."""
    roles, place = by_role(rows), source.place(rows[0].line)
    if kind == REPORT and "mark" not in roles:
        yield finding("import-no-marks", place, count=len(rows))
    if kind == EVALUATION and "mark" in roles:
        yield finding("import-answers-beside", place)


def _ticked_already(
    claims: Mapping[str, Claim], version: str | None, wording: Wording
) -> Iterator[Finding]:
    """Yield ticks without text that the version's blank template contained."""
    for name in wording.given["versions"].get("ticked_already", {}).get(version, ()):
        claim = claims.get(name)
        if claim and claim.status == "met" and not claim.text and not claim.links:
            yield finding("import-ticked-already", claim.place, criterion=name, name=name)


def _levels_disagree(levels: Levels, source: Source, kind: str) -> Iterator[Finding]:
    asked = "recommends" if kind == EVALUATION else "aims"
    if levels.disagree(asked):
        found = levels.said[asked]
        said = ", ".join(f"{level} ({source.file}:{line})" for level, line in found)
        yield finding("import-levels-disagree", source.place(found[0][1]), said=said)


def _notes(
    source: Source,
    facts: dict[str, Fact],
    levels: Levels,
    wording: Wording,
) -> Iterator[Sayable]:
    for name, text in _LABELS.items():
        if name in facts:
            yield Filled(text, {"value": both(facts[name].text[:300])})
    for level, line in levels.said.get("stated", ()):
        yield Filled(_STATED, {"line": line, "level": level})
    if is_draft(source, wording):
        yield _DRAFT
    if _people(facts, wording).left_out:
        yield _NAMED
