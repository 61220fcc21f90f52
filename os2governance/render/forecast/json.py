"""Forecast as JSON."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from os2governance.analysis.forecast import Reason, Turn, Turned
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.assessment.assessment_json import finding_objects
from os2governance.render.changes.product_json import change_object
from os2governance.render.common.provenance import dated, made_from

FORMAT = "os2governance/ahead/1"
Looked = Iterable[tuple[Assessment, Sequence[Turn]]]


def ahead_object(
    looked: Looked, as_of: date, until: date, findings: Sequence[Finding], language: Language
) -> dict[str, Any]:
    """Each product with its turning points; `findings` concern files that could not be used."""
    several = list(looked)
    models = {each.model.reference: each.model.digest for each, _ in several}
    return {
        "format": FORMAT,
        **dated(as_of),
        "until": until.isoformat(),
        "made_from": made_from(models),
        "products": [_product(each, turns, language) for each, turns in several],
        "findings": finding_objects(findings, language),
    }


def _product(assessment: Assessment, turns: Sequence[Turn], language: Language) -> dict[str, Any]:
    declaration = assessment.declaration
    return {
        "product": declaration.product,
        "name": declaration.name,
        "file": declaration.document.file,
        "files": assessment.files,
        "model": assessment.model.reference,
        "levels": assessment.levels._asdict(),
        "ahead": [_turn(turn, language) for turn in turns],
    }


def _turn(turn: Turn, language: Language) -> dict[str, Any]:
    changed = change_object(turn.change)
    return {
        "on": turn.on.isoformat(),
        "last_day": turn.last.isoformat(),
        "levels": changed["levels"],
        "standing": turn.after.standing,
        "criteria": [_turned(each, language) for each in turn.turned],
        "reasons": [_reason(each, language) for each in turn.reasons],
    }


def _turned(turned: Turned, language: Language) -> dict[str, Any]:
    before, after = turned.before, turned.after
    return {
        "criterion": after.criterion.id,
        "before": before.status,
        "after": after.status,
        "accepted_before": before.accepted,
        "accepted_after": after.accepted,
        "worse": turned.worse,
        "responsible": turned.responsible or None,
        "reasons": [_reason(each, language) for each in turned.reasons],
    }


def _reason(reason: Reason, language: Language) -> dict[str, Any]:
    return {
        "kind": reason.kind,
        "subject": reason.subject or None,
        "title": reason.title.say(language) or None,
        "found": reason.found,
        "asked": reason.asked.say(language) if reason.asked else None,
        **reason.place._asdict(),
    }
