"""Forecast as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from os2governance.analysis.forecast import OutcomeTurn, TurningPoint, TurnReason
from os2governance.assessment.levels import Assessment
from os2governance.checks.evaluation_schedule import EvaluationDue, find_evaluation_due
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.changes.difference_json import build_change_object
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_as_of, build_provenance

FORMAT = "os2governance/ahead/1"
ProductTurningPoints = Iterable[tuple[Assessment, Sequence[TurningPoint]]]


def build_forecast_object(
    looked: ProductTurningPoints,
    as_of: date,
    until: date,
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """Each product with its turning points; `findings` concern files that could not be used."""
    several = list(looked)
    models = {each.model.reference: each.model.digest for each, _ in several}
    return {
        "format": FORMAT,
        **build_as_of(as_of),
        "until": until.isoformat(),
        "made_from": build_provenance(models),
        "products": [_build_product(each, turns, language) for each, turns in several],
        "findings": build_finding_objects(findings, language),
    }


def _build_product(
    assessment: Assessment, turns: Sequence[TurningPoint], language: Language
) -> dict[str, Any]:
    product = assessment.product
    return {
        "product": product.id,
        "name": product.name,
        "file": assessment.document.file,
        "files": assessment.files,
        "model": assessment.model.reference,
        "levels": asdict(assessment.levels),
        "states": dict(assessment.states),
        "settled": assessment.settled,
        "evaluation": _build_evaluation(find_evaluation_due(assessment)),
        "ahead": [_build_turning_point(turn, language) for turn in turns],
    }


def _build_evaluation(due: EvaluationDue | None) -> dict[str, Any] | None:
    """When the product is to be evaluated next; null where nothing asks for it."""
    if due is None:
        return None
    last = due.last.isoformat() if due.last else None
    return {"due": due.due.isoformat(), "last": last, "late": due.overdue}


def _build_turning_point(turn: TurningPoint, language: Language) -> dict[str, Any]:
    changed = build_change_object(turn.change)
    return {
        "on": turn.on.isoformat(),
        "last_day": turn.last.isoformat(),
        "levels": changed["levels"],
        "standing": turn.after.lifecycle,
        "criteria": [_build_criterion(each, language) for each in turn.outcomes],
        "reasons": [_build_reason(each, language) for each in turn.reasons],
    }


def _build_criterion(turned: OutcomeTurn, language: Language) -> dict[str, Any]:
    before, after = turned.before, turned.after
    return {
        "criterion": after.criterion.id,
        "before": before.status,
        "after": after.status,
        "accepted_before": before.accepted,
        "accepted_after": after.accepted,
        "planned_before": before.planned,
        "planned_after": after.planned,
        "worse": turned.worse,
        "responsible": turned.responsible or None,
        "reasons": [_build_reason(each, language) for each in turned.reasons],
    }


def _build_reason(reason: TurnReason, language: Language) -> dict[str, Any]:
    given = reason.acceptance
    promised = (
        {"level": given.level, "action": given.action, "promised_by": given.responsible}
        if given
        else {}
    )
    return {
        "kind": reason.kind,
        "subject": reason.subject or None,
        "title": reason.title.render(language) or None,
        "found": reason.written_date,
        "asked": reason.node.render(language) if reason.node else None,
        **promised,
        **reason.location._asdict(),
    }
