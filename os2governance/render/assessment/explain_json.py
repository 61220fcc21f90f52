"""Explanation of criteria as JSON: the assessment's data and the criteria's texts."""

import json
from collections.abc import Sequence
from typing import Any

from os2governance.analysis.plan import build_action
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.text import Language
from os2governance.render.assessment.product_json import render_criterion_json
from os2governance.render.common.criterion_json import build_criterion_texts
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_product_head
from os2governance.render.plan.json import build_action_object

FORMAT = "os2governance/explanation/1"


def build_explanation_object(
    assessment: Assessment, outcomes: Sequence[Outcome], language: Language
) -> dict[str, Any]:
    """The criteria; `findings` are all those on them and on the product."""
    findings = [*assessment.findings, *(found for o in outcomes for found in o.findings)]
    return {
        **build_product_head(FORMAT, assessment),
        "criteria": [_build_criterion(assessment, outcome, language) for outcome in outcomes],
        "findings": build_finding_objects(findings, language),
    }


def _build_criterion(
    assessment: Assessment, outcome: Outcome, language: Language
) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(render_criterion_json(outcome, language))
    to_do = None
    if outcome.status != "met" and not outcome.accepted:
        to_do = build_action_object(
            build_action(assessment, outcome), assessment.document.file, language
        )
    return {**build_criterion_texts(outcome.criterion, language), **said, "to_do": to_do}
