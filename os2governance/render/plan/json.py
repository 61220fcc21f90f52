"""The plan for a level as JSON."""

from typing import Any

from os2governance.analysis.plan import Action, Plan, Start
from os2governance.analysis.ways import PlanStep
from os2governance.i18n.text import Language
from os2governance.render.common.actions import list_action_sentences
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_product_head
from os2governance.render.common.steps import render_step

FORMAT = "os2governance/plan/1"


def build_plan_object(plan: Plan, language: Language) -> dict[str, Any]:
    """The plan; `findings` are those on the product and on the criteria in the plan."""
    assessment = plan.assessment
    file = assessment.document.file
    outcomes = [each.outcome for each in (*plan.actions, *plan.reservations)]
    findings = [*assessment.findings, *(found for o in outcomes for found in o.findings)]
    return {
        **build_product_head(FORMAT, assessment),
        "level": plan.level.id,
        "frame": plan.frame,
        "accepted": [_build_accepted(each.outcome, counts=each.counts) for each in plan.accepted],
        "roles": [
            {
                "role": role or None,
                "name": name.render(language),
                "actions": [build_action_object(each, file, language) for each in group],
            }
            for role, name, group in plan.by_role
        ],
        "enough": [
            {"level": each.level.id, "number": each.number, "criteria": each.criteria}
            for each in plan.quotas
        ],
        "reservations": [build_action_object(each, file, language) for each in plan.reservations],
        "start": _build_start(plan.start, file, language) if plan.start else None,
        "lever": _build_lever(plan.start, file, language) if plan.start else None,
        "findings": build_finding_objects(findings, language),
    }


def build_action_object(action: Action, file: str, language: Language) -> dict[str, Any]:
    """What would bring a criterion past the level."""
    criterion = action.outcome.criterion
    return {
        "criterion": criterion.id,
        "title": criterion.title.render(language),
        "status": action.outcome.status,
        "remedy": criterion.remedy.render(language),
        "open": action.open,
        "reach": action.reach,
        "effort": criterion.effort or None,
        "helps": list(criterion.helps),
        "sentences": list_action_sentences(action, language),
        "facts": [_build_step(step, action, file, language) for step in action.steps],
        "further": [_build_step(step, action, file, language) for step in action.further],
        "answer": action.answer,
        "by_answer": action.by_answer,
        "awaits_evaluation": action.awaits,
        "deciders": [role.id for role in action.deciders],
    }


def _build_step(step: PlanStep, action: Action, file: str, language: Language) -> dict[str, Any]:
    at = step.position
    line, column = at[:2] if at else (None, None)
    return {
        "path": step.path,
        "kind": "act" if step.act else "declare",
        "sentence": render_step(step, action.model.words.evaluator, language),
        "declared": step.declared,
        "found": step.value if step.declared else None,
        "file": at.source.file if at and at.source else file,
        "line": line,
        "column": column,
        "asked": step.node.render(language),
        "holds": step.holds,
    }


def _build_accepted(outcome: Any, *, counts: bool) -> dict[str, Any]:
    acceptance = outcome.acceptance
    return {
        "criterion": outcome.criterion.id,
        "status": outcome.status,
        "level": acceptance.level,
        "until": acceptance.until.isoformat() if acceptance.until else None,
        "action": acceptance.action,
        "responsible": acceptance.responsible or None,
        "by": acceptance.by,
        "on": acceptance.on.isoformat(),
        "counts": counts,
    }


def _build_start(start: Start, file: str, language: Language) -> dict[str, Any]:
    step = start.step
    return {
        "criterion": start.action.outcome.criterion.id,
        "fact": _build_step(step, start.action, file, language) if step else None,
        "satisfies": start.satisfies,
    }


def _build_lever(start: Start, file: str, language: Language) -> dict[str, Any] | None:
    """The step that alone satisfies most criteria; none where no step alone satisfies one."""
    if start.step is None:
        return None
    return {
        "fact": _build_step(start.step, start.action, file, language),
        "unblocks": start.satisfies,
        "helps": start.satisfies,
    }
