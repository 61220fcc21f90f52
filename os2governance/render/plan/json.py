"""The plan for a level as JSON."""

from typing import Any

from os2governance.analysis.plan import Action, Lever, Plan, PlanStep
from os2governance.i18n.text import Language
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_product_head

FORMAT = "os2governance/plan/1"


def build_plan_object(plan: Plan, language: Language) -> dict[str, Any]:
    """The plan; `findings` are those on the product and on the criteria in the plan."""
    assessment = plan.assessment
    file = assessment.document.file
    actions = [each for _, _, group in plan.by_role for each in group]
    outcomes = [each.outcome for each in (*actions, *plan.reservations)]
    findings = [*assessment.findings, *(found for o in outcomes for found in o.findings)]
    return {
        **build_product_head(FORMAT, assessment),
        "level": plan.level.id,
        "roles": [
            {
                "role": role or None,
                "name": name.render(language),
                "actions": [build_action_object(each, file, language) for each in group],
            }
            for role, name, group in plan.by_role
        ],
        "reservations": [build_action_object(each, file, language) for each in plan.reservations],
        "lever": _build_lever(plan.lever, file, language) if plan.lever else None,
        "findings": build_finding_objects(findings, language),
    }


def build_action_object(action: Action, file: str, language: Language) -> dict[str, Any]:
    """The actions that would satisfy a criterion."""
    criterion = action.outcome.criterion
    return {
        "criterion": criterion.id,
        "title": criterion.title.render(language),
        "status": action.outcome.status,
        "remedy": criterion.remedy.render(language),
        "facts": [_build_step(step, file, language) for step in action.steps],
        "answer": action.answer,
        "by_answer": action.by_answer,
    }


def _build_step(step: PlanStep, file: str, language: Language) -> dict[str, Any]:
    line, column = step.position[:2] if step.position else (None, None)
    return {
        "path": step.path,
        "declared": step.declared,
        "found": step.value if step.declared else None,
        "file": file,
        "line": line,
        "column": column,
        "asked": step.node.render(language),
        "holds": step.holds,
    }


def _build_lever(lever: Lever, file: str, language: Language) -> dict[str, Any]:
    return {
        "fact": _build_step(lever.step, file, language),
        "unblocks": lever.unblocks,
        "helps": lever.helps,
    }
