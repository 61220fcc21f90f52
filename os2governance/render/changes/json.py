"""Changes between two states, with causes, as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from os2governance.analysis.attribution import AttributedDifference, Attribution, CriterionResult
from os2governance.analysis.changed_lines import ChangedLine, LocatedValue
from os2governance.analysis.difference import LevelResult
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.changes.labels import list_difference_lines
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance
from os2governance.rules.trace import MISSING

FORMAT = "os2governance/changes/1"


def build_changes_object(
    changes: Sequence[Attribution],
    states: tuple[str, str],
    never: Sequence[str],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """Each product that differs; the causes' shares are fractions of one, as text (`1/3`)."""
    sides = [each for one in changes for each in (one.change.before, one.change.after) if each]
    return {
        "format": FORMAT,
        "from": states[0] or None,
        "to": states[1],
        "made_from": build_provenance({each.model.reference: each.model.digest for each in sides}),
        "products": [build_product_change_object(each) for each in changes],
        "without_decision": list(never),
        "findings": build_finding_objects(findings, language),
    }


def build_product_change_object(explained: Attribution) -> dict[str, Any]:
    """The differences of one product."""
    change = explained.change
    return {
        "product": change.product,
        "was_named": explained.former_id,
        "before": _build_side(change.before),
        "after": _build_side(change.after),
        "differing": explained.differing_inputs,
        "levels": [_build_difference(each, explained) for each in explained.levels],
        "criteria": [_build_difference(each, explained) for each in explained.outcomes],
    }


def _build_side(assessment: Assessment | None) -> dict[str, Any] | None:
    if assessment is None:
        return None
    return {
        "as_of": assessment.as_of.isoformat(),
        "file": assessment.document.file,
        "files": assessment.files,
        "model": assessment.model.reference,
        "digest": assessment.model.digest,
        "standing": assessment.lifecycle,
        "levels": asdict(assessment.levels),
        "states": dict(assessment.states),
        "settled": assessment.settled,
    }


def _build_difference(part: AttributedDifference, explained: Attribution) -> dict[str, Any]:
    return {
        "name": part.name,
        "was_named": part.ids[0],
        "before": _build_value(part.before),
        "after": _build_value(part.after),
        **_build_states(part),
        "causes": part.causes,
        "enough": part.sufficient_sets,
        "shares": {name: str(share) for name, share in part.shares.items()},
        "lines": [_build_line(each) for each in list_difference_lines(part, explained)],
    }


def _build_value(value: Any) -> Any:
    if isinstance(value, LevelResult):
        return value.level
    return value._asdict() if isinstance(value, CriterionResult) else value


def _build_states(part: AttributedDifference) -> dict[str, str]:
    """The states of a level, which tell one null from another."""
    sides = (("before_state", part.before), ("after_state", part.after))
    return {key: value.state for key, value in sides if isinstance(value, LevelResult)}


def _build_line(line: ChangedLine) -> dict[str, Any]:
    return {
        "cause": line.cause,
        "subject": line.subject,
        "before": _build_line_side(line.before),
        "after": _build_line_side(line.after),
    }


def _build_line_side(written: LocatedValue) -> dict[str, Any] | None:
    if written.value is MISSING:
        return None
    place = written.location._asdict() if written.location else {}
    return {"value": written.value, **place}
