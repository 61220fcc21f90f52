"""Recording a decision: read, refuse or show the consequences, ask, write."""

import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, assess
from os2governance.authoring.decision import (
    DecisionConsequences,
    DecisionProposal,
    ProposedAcceptance,
    append_decision,
    check_decision,
    is_appended,
)
from os2governance.cli.options import Invocation
from os2governance.cli.output import print_notice
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.files import listing, reading, writing
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import _
from os2governance.model.library import Library
from os2governance.product.reader import build_product
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import list_product_files


class DecisionDraft(NamedTuple):
    """The consequences of a decision, and the log file to replace: its old and new bytes."""

    consequences: DecisionConsequences
    path: Path
    old_data: bytes | None
    new_data: bytes


def parse_deviations(
    said: Iterable[str], until: date | None, grounds: str
) -> dict[str, ProposedAcceptance]:
    """Parse `ID`, `ID=DATE` or `ID=DATE: rationale`; missing parts are taken from the decision."""
    found: dict[str, ProposedAcceptance] = {}
    for each in said:
        head, _unused, own = each.partition(":")
        name, equals, written = (part.strip() for part in head.partition("="))
        last = parse_iso_date(written) if equals else until
        if not name or (equals and last is None):
            raise NotPossibleError(
                _("'{each}' must be written as CRITERION=2026-05-01, or with ': grounds'.").fill(
                    each=each
                )
            )
        if name in found:
            raise NotPossibleError(_("{name} is there twice.").fill(name=name))
        found[name] = ProposedAcceptance(last, own.strip() or grounds)
    return found


def draft_decision(
    path: str, proposal: DecisionProposal, context: Context
) -> "DecisionDraft | list[Finding]":
    """Draft a decision: its consequences, or the findings that prevent it. Writes nothing."""
    files, findings = list_product_files([path])
    if findings:
        return findings
    if len(files) > 1:
        one = files[0]
        raise NotPossibleError(_("Name one product, such as {one}.").fill(one=one))
    sources, findings = reading.read_product_files(Path(files[0]))
    if sources is None:
        return findings
    return _draft_from_sources(sources, proposal, context, findings)


def _draft_from_sources(
    sources: ProductFiles,
    proposal: DecisionProposal,
    context: Context,
    unread: list[Finding],
) -> "DecisionDraft | list[Finding]":
    library = context.open_library()
    path = Path(sources.product.name).parent / listing.DECISIONS_FILE
    name = listing.format_path(path)
    before, findings = _assess_sources(sources, library, context, unread)
    if before is None:
        return findings
    # A log with errors has no effect, so nothing may be appended to it.
    wrong = [
        f for f in before.findings if f.location.file == name and f.code not in _TOLERATED_CODES
    ]
    wrong = [f for f in wrong if f.severity == "error"] or check_decision(proposal, before, name)
    if wrong:
        return wrong
    was = sources.log.data if sources.log else None
    product, count = before.declaration.product, len(before.record.decisions)
    data = append_decision(was, product, count, proposal)
    if data is not None:
        added = sources._replace(log=FileContent(name, data))
        after, _ = _assess_sources(added, library, context, [])
        if after and is_appended(DecisionConsequences(before, after)):
            return DecisionDraft(DecisionConsequences(before, after), path, was, data)
    return [make_finding("decide-not-appendable", Location(name))]


_TOLERATED_CODES = {"decision-by-other-body", "acceptance-by-declarer"}
"""Findings on a decision that has been read; they do not make the log unusable."""


def _assess_sources(
    sources: ProductFiles, library: Library, context: Context, unread: list[Finding]
) -> tuple[Assessment | None, list[Finding]]:
    read, findings = build_product(sources, library, unread)
    if read is None:
        return None, findings
    product, model = read
    return assess(product, model, as_of=context.as_of), []


def ask_confirmation(invocation: Invocation, *, yes: bool) -> bool:
    """Ask for confirmation. Without a terminal, only `yes` confirms."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise NotPossibleError(
            _("There is no terminal to ask on; write --yes to record the decision.")
        )
    question = _("Record the decision? [y/N] ")
    sys.stderr.write(question.render(invocation.context.language))
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if re.fullmatch(r"(?i)(j|ja|y|yes)", answer.strip()):
        return True
    if not answer.endswith("\n"):
        sys.stderr.write("\n")  # end the line of the question
    print_notice(_("Nothing is recorded."), invocation)
    return False


def record_decision(made: DecisionDraft, invocation: Invocation) -> list[Finding]:
    """Write the log, unless it has changed meanwhile; report it. Returns findings."""
    findings = writing.replace_file(made.path, made.new_data, made.old_data)
    if not findings:
        name = listing.format_path(made.path)
        print_notice(_("Recorded in {name}.").fill(name=name), invocation)
    return findings
