"""Decision log of all products, newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import Text
from os2governance.product.decisions import Decision


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEntry:
    """One decision about one product.

    `kind` is what was decided; for a placement, whether the product went `up`, `down`, was
    `placed` for the first time, or was `kept` at its level. `accepts` maps criteria to the last
    day of their acceptance.
    """

    on: date
    product: str
    name: str
    kind: str
    level: str | None
    level_name: Text
    accepts: Mapping[str, date | None]
    by: str
    role: Text
    rationale: str
    reference: str
    file: str
    line: int


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
    placed: str | None = None
    for decision in assessment.record.in_force(assessment.as_of):
        kind = decision.decision
        if kind == "place":
            kind = _find_direction(decision, placed, model.level_ids)
            placed = decision.level
        yield LogEntry(
            on=decision.on,
            product=product.id,
            name=product.name,
            kind=kind,
            level=decision.level,
            level_name=names[decision.level] if decision.level is not None else Text(),
            accepts={name: given.until for name, given in decision.accepts.items()},
            by=decision.by,
            role=model.role_names[decision.by],
            rationale=decision.rationale,
            reference=decision.reference,
            file=decision.location.file,
            line=decision.location.line,
        )


def _find_direction(decision: Decision, placed: str | None, order: tuple[str, ...]) -> str:
    if placed is None:
        return "placed"
    before, after = order.index(placed), order.index(str(decision.level))
    return "kept" if before == after else "up" if before < after else "down"
