"""Explanation of criteria as JSON: the assessment's data and the criteria's texts."""

import json
from collections.abc import Sequence
from typing import Any

from os2governance.analysis.plan import action
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.text import Language
from os2governance.model.model import Criterion
from os2governance.render.assessment.assessment_json import criterion_json, finding_objects
from os2governance.render.common.provenance import product_head
from os2governance.render.plan.json import action_object

FORMAT = "os2governance/explanation/1"


def explanation_object(
    assessment: Assessment, outcomes: Sequence[Outcome], language: Language
) -> dict[str, Any]:
    """The criteria; `findings` are all those on them and on the product."""
    findings = [*assessment.findings, *(found for o in outcomes for found in o.findings)]
    return {
        **product_head(FORMAT, assessment),
        "criteria": [_criterion(assessment, outcome, language) for outcome in outcomes],
        "findings": finding_objects(findings, language),
    }


def _criterion(assessment: Assessment, outcome: Outcome, language: Language) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(criterion_json(outcome, language))
    to_do = None
    if outcome.status != "met" and not outcome.accepted:
        to_do = action_object(action(outcome), assessment.declaration.document.file, language)
    return {**words(outcome.criterion, language), **said, "to_do": to_do}


def words(criterion: Criterion, language: Language) -> dict[str, Any]:
    """A criterion's own texts, including its rule."""
    return {
        "id": criterion.id,
        "title": criterion.title.say(language),
        "asks": criterion.asks.say(language),
        "responsible": criterion.responsible or None,
        "rule": {
            "met": criterion.met.say(language),
            "partly": criterion.partly.say(language) if criterion.partly else None,
        },
        "remedy": criterion.remedy.say(language),
    }
