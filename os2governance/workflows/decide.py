"""Recording a decision: read, refuse or show the consequences, ask, write."""

import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, assess
from os2governance.authoring.decision import (
    Deviation,
    Forecast,
    Proposal,
    appended,
    follows,
    refusals,
)
from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.cli.output import talk
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import Text
from os2governance.product.reader import Library, product_of
from os2governance.workflows.find_products import listed_files


class Draft(NamedTuple):
    """The consequences of a decision, and the log file to replace: its old and new bytes."""

    forecast: Forecast
    path: Path
    was: bytes | None
    data: bytes


def deviations(said: Iterable[str], until: date | None, grounds: str) -> dict[str, Deviation]:
    """Parse `ID`, `ID=DATE` or `ID=DATE: rationale`; missing parts are taken from the decision."""
    found: dict[str, Deviation] = {}
    for each in said:
        head, _, own = each.partition(":")
        name, equals, written = (part.strip() for part in head.partition("="))
        last = iso_date(written) if equals else until
        if not name or (equals and last is None):
            raise UsageError(
                Text(
                    f"'{each}' skal skrives som KRAV=2026-05-01, evt. med ': begrundelse'.",
                    f"'{each}' must be written as CRITERION=2026-05-01, or with ': grounds'.",
                )
            )
        if name in found:
            raise UsageError(Text(f"{name} står to gange.", f"{name} is there twice."))
        found[name] = Deviation(last, own.strip() or grounds)
    return found


def draft(path: str, proposal: Proposal, given: Given) -> "Draft | list[Finding]":
    """Draft a decision: its consequences, or the findings that prevent it. Writes nothing."""
    files, findings = listed_files([path])
    if findings:
        return findings
    if len(files) > 1:
        one = files[0]
        raise UsageError(
            Text(f"Angiv ét produkt, som {one}.", f"Name one product, such as {one}.")
        )
    sources, findings = store.sources(Path(files[0]))
    if sources is None:
        return findings
    return _drafted(sources, proposal, given, findings)


def _drafted(
    sources: store.Sources, proposal: Proposal, given: Given, unread: list[Finding]
) -> "Draft | list[Finding]":
    library = Library.at(given.criteria)
    path = Path(sources.product.name).parent / store.DECISIONS_FILE
    name = store.shown(path)
    before, findings = _assessed(sources, library, given, unread)
    if before is None:
        return findings
    # A log with errors has no effect, so nothing may be appended to it.
    wrong = [f for f in before.findings if f.place.file == name and f.code not in _OF_DECISIONS]
    wrong = [f for f in wrong if f.severity == "error"] or refusals(proposal, before, name)
    if wrong:
        return wrong
    was = sources.log.data if sources.log else None
    product, count = before.declaration.product, len(before.record.decisions)
    data = appended(was, product, count, proposal)
    if data is not None:
        added = sources._replace(log=store.File(name, data))
        after, _ = _assessed(added, library, given, [])
        if after and follows(Forecast(before, after)):
            return Draft(Forecast(before, after), path, was, data)
    return [finding("decide-not-appendable", Place(name))]


_OF_DECISIONS = {"decision-by-other-body", "acceptance-by-declarer"}
"""Findings on a decision that has been read; they do not make the log unusable."""


def _assessed(
    sources: store.Sources, library: Library, given: Given, unread: list[Finding]
) -> tuple[Assessment | None, list[Finding]]:
    read, findings = product_of(sources, library, unread)
    if read is None:
        return None, findings
    product, model = read
    return assess(product, model, as_of=given.as_of), []


def confirmed(given: Given, *, yes: bool) -> bool:
    """Ask for confirmation. Without a terminal, only `yes` confirms."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(
            Text(
                "Der er ingen terminal at spørge på; skriv --yes for at føre beslutningen ind.",
                "There is no terminal to ask on; write --yes to record the decision.",
            )
        )
    question = Text("Skal beslutningen føres ind? [j/N] ", "Record the decision? [y/N] ")
    sys.stderr.write(question.say(given.language))
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if re.fullmatch(r"(?i)(j|ja|y|yes)", answer.strip()):
        return True
    if not answer.endswith("\n"):
        sys.stderr.write("\n")  # end the line of the question
    talk(Text("Intet er ført ind.", "Nothing is recorded."), given)
    return False


def recorded(made: Draft, given: Given) -> list[Finding]:
    """Write the log, unless it has changed meanwhile; report it. Returns findings."""
    findings = store.replace(made.path, made.data, made.was)
    if not findings:
        name = store.shown(made.path)
        talk(Text(f"Ført ind i {name}.", f"Recorded in {name}."), given)
    return findings
