"""Facts that are proposed and wait for somebody (semantics §2): they count for nothing."""

from collections.abc import Iterator
from dataclasses import replace

from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding, make_finding
from os2governance.product.proposed_facts import PROPOSED_KEY, find_waiting_proposals


def check_proposed_facts(assessment: Assessment) -> Iterator[Finding]:
    """Yield how many proposals wait, and those that could not be used as they are."""
    declaration = assessment.product.current
    values = declaration.document.values if declaration else {}
    proposed = values.get(PROPOSED_KEY)
    if declaration is None or not proposed:
        return
    document, model = declaration.document, assessment.model
    if waiting := find_waiting_proposals(values, model.facts):
        place = document.locate((PROPOSED_KEY,))
        yield make_finding("facts-proposed", place, count=len(waiting))
    facts = proposed.get("facts")
    if facts:
        at = (PROPOSED_KEY, "facts")
        for found in model.compiled_facts_schema.find_violations(document, facts, at):
            yield replace(found, severity="warning")
