"""What people read one line of for each level: answers that are missing, or not documented."""

from collections.abc import Sequence

from os2governance.findings.finding import Finding, make_finding
from os2governance.model.model import Model

MIN_TO_GATHER = 2


def gather_by_level(findings: Sequence[Finding], model: Model | None) -> tuple[Finding, ...]:
    """The findings, with those of one kind on several criteria of a level as one.

    It stands where the first of them stood. Without a model there are none on criteria.
    """
    if model is None:
        return tuple(findings)
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for found in findings:
        if key := _choose_group(found, model):
            groups.setdefault(key, []).append(found)
    reported: list[Finding] = []
    for found in findings:
        key = _choose_group(found, model)
        same = groups[key] if key else []
        if len(same) < MIN_TO_GATHER:
            reported.append(found)
        elif found is same[0]:
            reported.append(_gather(same, model))
    return tuple(reported)


def _choose_group(found: Finding, model: Model) -> tuple[str, str, str] | None:
    """The code, severity and level of a finding that is gathered; None for any other."""
    criterion = model.by_id.get(found.criterion or "")
    if criterion is None or found.entry.gathered is None:
        return None
    return found.code, found.severity, criterion.level


def _gather(same: Sequence[Finding], model: Model) -> Finding:
    first = same[0]
    names = [str(found.criterion) for found in same]
    level = next(each for each in model.levels if each.id == model.by_id[names[0]].level)
    return make_finding(
        first.code,
        first.location,
        severity=first.severity,
        level=level.name,
        level_id=level.id,
        count=len(same),
        criteria=", ".join(names),
    )
