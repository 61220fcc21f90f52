"""An assessment as rows, one for each criterion, for those who analyse many (formats.md)."""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rule_verdict import CONTRACT_WORDS
from os2governance.documents.json_writer import ENCODING_ERRORS


@dataclass(frozen=True, kw_only=True, slots=True)
class AnalysisRow:
    """One criterion of one product; the fields are the columns, in this order.

    What there is not, such as the level of a product that is not placed, is None.
    """

    product: str
    name: str
    kind: str
    standing: str
    file: str
    model: str
    as_of: str
    level_assessed: str | None
    level_fully: str | None
    level_possible: str | None
    level_placed: str | None
    level_evaluated: str | None
    level_recommended: str | None
    level_claimed: str | None
    criterion: str
    criterion_level: str
    theme: str
    recommended: bool
    status: str
    basis: str | None
    facts: str
    answer: str | None
    evaluated: str | None
    accepted: bool
    accepted_until: str | None
    findings: tuple[str, ...]
    level_confirmed: str | None
    level_declared: str | None
    state_placed: str
    state_assessed: str
    state_confirmed: str
    state_declared: str
    state_evaluated: str
    settled: bool
    draft: bool
    backing: str
    declared: str
    planned: bool
    evaluated_on: str | None
    accepted_level: str | None


COLUMNS = tuple(field.name for field in fields(AnalysisRow))
_get_values = attrgetter(*COLUMNS)


def list_row_values(assessment: Assessment) -> list[tuple[Any, ...]]:
    """The values of the columns for each criterion; plain, to cross a pipe."""
    product, levels, states = assessment.product, assessment.levels, assessment.states
    about = {
        "product": product.id,
        "name": product.name,
        "kind": product.kind,
        "standing": assessment.lifecycle,
        # Bytes of a file name that are not text become an escape, as in JSON.
        "file": assessment.document.file.encode(errors=ENCODING_ERRORS).decode(),
        "model": assessment.model.reference,
        "as_of": assessment.as_of.isoformat(),
        "level_assessed": levels.assessed,
        "level_fully": levels.fully,
        "level_possible": levels.possible,
        "level_placed": levels.placed,
        "level_evaluated": levels.evaluated,
        "level_recommended": levels.recommended,
        "level_claimed": levels.claimed,
        "level_confirmed": levels.confirmed,
        "level_declared": levels.declared,
        "state_placed": states["placed"],
        "state_assessed": states["assessed"],
        "state_confirmed": states["confirmed"],
        "state_declared": states["declared"],
        "state_evaluated": states["evaluated"],
        "settled": assessment.settled,
        "draft": assessment.draft,
    }
    return [_get_values(_build_row(outcome, about)) for outcome in assessment.outcomes]


def _build_row(outcome: Outcome, about: dict[str, Any]) -> AnalysisRow:
    criterion = outcome.criterion
    acceptance = outcome.acceptance
    until = acceptance.until if acceptance else None
    return AnalysisRow(
        **about,
        criterion=criterion.id,
        criterion_level=criterion.level,
        theme=criterion.theme,
        recommended=criterion.recommended,
        status=outcome.status,
        basis=outcome.basis,
        facts=CONTRACT_WORDS.get(outcome.facts_say, outcome.facts_say),
        answer=outcome.answer.answer if outcome.answer else None,
        evaluated=outcome.rating.status if outcome.rating else None,
        accepted=acceptance is not None,
        accepted_until=until.isoformat() if until else None,
        findings=tuple(found.code for found in outcome.findings),
        backing=outcome.backing,
        declared=outcome.declared,
        planned=outcome.planned,
        evaluated_on=outcome.evaluation.on.isoformat() if outcome.evaluation else None,
        accepted_level=acceptance.level if acceptance else None,
    )
