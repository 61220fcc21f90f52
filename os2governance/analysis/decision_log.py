"""Decision log of all products, newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import NO_TEXT, Text
from os2governance.model.model import Model
from os2governance.product.decisions import (
    Acceptance,
    Decision,
    InForce,
    add_decision,
    is_counted,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptedDeviation:
    """What a decision accepted: until when, what was promised, by whom, and how manieth time.

    `until` is the last day; `renewal` the number of earlier acceptances of the same criterion.
    """

    until: date | None
    action: str = ""
    responsible: str = ""
    role: Text = NO_TEXT
    renewal: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEntry:
    """One decision about one product.

    `kind` is what was decided; for a placement, whether the product went `up`, `down`, was
    `placed` for the first time, or was `kept` at its level. `level` is the one placed at, or the
    one that accepted deviations count for. `accepts` are those deviations, by criterion;
    `corrects` is what a correction is of. A withdrawal is `withdraw`, with the criteria that it
    `withdraws` the acceptances of, or `unplaced`.
    """

    on: date
    product: str
    name: str
    kind: str
    level: str | None
    level_name: Text
    accepts: Mapping[str, AcceptedDeviation]
    by: str
    role: Text
    rationale: str
    reference: str
    file: str
    line: int
    corrects: str = ""
    withdraws: tuple[str, ...] = ()


def list_log_entries(assessments: Iterable[Assessment]) -> list[LogEntry]:
    """The decisions in force, newest first; on the same day by product, newest first."""
    return sort_newest_first(
        entry
        for assessment in assessments
        for entry in reversed(list(_list_product_entries(assessment)))
    )


def sort_newest_first(log: Iterable[LogEntry]) -> list[LogEntry]:
    """Merge the decisions of products, each newest first, into one order."""
    # By product, then by day: the sort is stable.
    by_product = sorted(log, key=lambda entry: (entry.product, entry.file))
    return sorted(by_product, key=lambda entry: entry.on, reverse=True)


def group_by_year(log: Iterable[LogEntry], year: int | None) -> dict[int, list[LogEntry]]:
    """Group entries by year, or select those of one year, in their order."""
    years: dict[int, list[LogEntry]] = {}
    for entry in log:
        if year is None or entry.on.year == year:
            years.setdefault(entry.on.year, []).append(entry)
    return years


def _list_product_entries(assessment: Assessment) -> Iterable[LogEntry]:
    model, product = assessment.model, assessment.product
    names = {level.id: level.name for level in model.levels}
    in_force = InForce()
    for decision in assessment.record.in_force(assessment.as_of):
        placing, in_force = in_force.placing, add_decision(in_force, decision, model)
        kind, level = decision.decision, _find_level(decision)
        if kind == "place":
            kind = _find_direction(decision, placing, model.level_ids)
        elif decision.places_or_withdraws:
            kind = "unplaced"
        yield LogEntry(
            on=decision.on,
            product=product.id,
            name=product.name,
            kind=kind,
            level=level,
            level_name=names[level] if level is not None else Text(),
            accepts={
                name: _build_accepted(given, model, _find_renewal(name, given, in_force, model))
                for name, given in decision.accepts.items()
            },
            by=decision.by,
            role=model.role_names[decision.by],
            rationale=decision.rationale,
            reference=decision.reference,
            file=decision.location.file,
            line=decision.location.line,
            corrects=decision.corrects,
            withdraws=decision.withdraws,
        )


def _find_level(decision: Decision) -> str | None:
    """The level of a placement, or the one that the accepted deviations count for."""
    return decision.level or next((each.level for each in decision.accepts.values()), None)


def _build_accepted(given: Acceptance, model: Model, renewal: int) -> AcceptedDeviation:
    role = model.roles_by_id.get(given.responsible)
    return AcceptedDeviation(
        until=given.until,
        action=given.action,
        responsible=given.responsible,
        role=role.phrase if role else Text(),
        renewal=renewal,
    )


def _find_renewal(name: str, given: Acceptance, in_force: InForce, model: Model) -> int:
    """How many earlier acceptances it renews, once it is in force; a void one renews none."""
    return in_force.acceptances[name][-1].renewal if is_counted(given, model) else 0


def _find_direction(decision: Decision, placing: Decision | None, order: tuple[str, ...]) -> str:
    """Where a placing takes the product from the placing before it."""
    if placing is None:
        return "placed"
    before, after = order.index(str(placing.level)), order.index(str(decision.level))
    return "kept" if before == after else "up" if before < after else "down"
