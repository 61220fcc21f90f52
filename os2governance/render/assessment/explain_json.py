"""Explanation of criteria as JSON: the assessment's data and the criteria's texts."""

from collections.abc import Sequence
from typing import Any

from os2governance.analysis.plan import build_action
from os2governance.analysis.since_evaluation import SinceEvaluation, find_changes_since_evaluation
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rule_verdict import CONTRACT_WORDS
from os2governance.documents.json_reader import parse_own_json
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
    said: dict[str, Any] = parse_own_json(render_criterion_json(outcome, language))
    to_do = None
    if outcome.status != "met" and not (outcome.accepted or outcome.excluded):
        to_do = build_action_object(
            build_action(assessment, outcome), assessment.document.file, language
        )
    since = find_changes_since_evaluation(assessment, outcome)
    return {
        **build_criterion_texts(outcome.criterion, language),
        **said,
        "since_evaluation": _build_changes_object(since) if since else None,
        "to_do": to_do,
    }


def _build_changes_object(since: SinceEvaluation) -> dict[str, Any]:
    """What facts and answer said on the day of the evaluation, and say now."""
    facts, answer = since.facts, since.answer
    return {
        "declaration_kept": since.kept,
        "facts": {
            "known_then": _say(facts.known_then),
            "on_the_day": _say(facts.on_the_day),
            "now": _say(facts.now),
        },
        "answer": {
            "then": answer.then.answer if answer.then else None,
            "now": answer.now.answer if answer.now else None,
            "newer": answer.newer,
        },
        "changed_facts": [each.path for each in since.changed],
    }


def _say(facts: str) -> str:
    return CONTRACT_WORDS.get(facts, facts)
