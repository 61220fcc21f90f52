"""Changes between two states, with causes, as JSON."""

from collections.abc import Sequence
from typing import Any

from os2governance.analysis.attribution import Came, Explained, Part
from os2governance.analysis.changed_lines import Line, Written
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.assessment.assessment_json import finding_objects
from os2governance.render.changes.words import part_lines
from os2governance.render.common.provenance import made_from
from os2governance.rules.trace import MISSING

FORMAT = "os2governance/changes/1"


def changes_object(
    changes: Sequence[Explained],
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
        "made_from": made_from({each.model.reference: each.model.digest for each in sides}),
        "products": [product_object(each) for each in changes],
        "without_decision": list(never),
        "findings": finding_objects(findings, language),
    }


def product_object(explained: Explained) -> dict[str, Any]:
    """The differences of one product."""
    change = explained.change
    return {
        "product": change.product,
        "was_named": explained.was_named,
        "before": _side(change.before),
        "after": _side(change.after),
        "differing": explained.differing,
        "levels": [_part(each, explained) for each in explained.levels],
        "criteria": [_part(each, explained) for each in explained.outcomes],
    }


def _side(assessment: Assessment | None) -> dict[str, Any] | None:
    if assessment is None:
        return None
    return {
        "as_of": assessment.as_of.isoformat(),
        "file": assessment.declaration.document.file,
        "files": assessment.files,
        "model": assessment.model.reference,
        "digest": assessment.model.digest,
        "standing": assessment.standing,
        "levels": assessment.levels._asdict(),
    }


def _part(part: Part, explained: Explained) -> dict[str, Any]:
    return {
        "name": part.name,
        "was_named": part.ids[0],
        "before": _value(part.before),
        "after": _value(part.after),
        "causes": part.causes,
        "enough": part.enough,
        "shares": {name: str(share) for name, share in part.shares.items()},
        "lines": [_line(each) for each in part_lines(part, explained)],
    }


def _value(value: Any) -> Any:
    return value._asdict() if isinstance(value, Came) else value


def _line(line: Line) -> dict[str, Any]:
    return {
        "cause": line.cause,
        "subject": line.subject,
        "before": _written(line.before),
        "after": _written(line.after),
    }


def _written(written: Written) -> dict[str, Any] | None:
    if written.value is MISSING:
        return None
    place = written.place._asdict() if written.place else {}
    return {"value": written.value, **place}
