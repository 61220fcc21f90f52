"""How a product's outcomes and levels differ between two states, and what no decision covers."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from os2governance.assessment import BELOW, Assessment
from os2governance.finding import Finding, Place, finding
from os2governance.record import Decision
from os2governance.yamlfile import Document


class Step(NamedTuple):
    """What something was, and what it is; None where it was not there."""

    name: str
    before: str | None
    after: str | None


class Change(NamedTuple):
    """One product before and after; either is None where it is new, gone, or cannot be used.

    `pairs` are the ids of its criteria before and after; without them the same id is the same
    criterion.
    """

    before: Assessment | None
    after: Assessment | None
    pairs: tuple[tuple[str | None, str | None], ...] = ()

    @property
    def product(self) -> str:
        """The product's id."""
        known = self.after or self.before
        return known.declaration.product if known else ""

    @property
    def levels(self) -> tuple[Step, ...]:
        """The levels that differ, of the seven."""
        before = self.before.levels._asdict() if self.before else {}
        after = self.after.levels._asdict() if self.after else {}
        steps = (Step(name, before.get(name), after.get(name)) for name in after or before)
        return tuple(step for step in steps if step.before != step.after)

    @property
    def outcomes(self) -> tuple[Step, ...]:
        """The criteria whose status differs, in the order of the model that is newer."""
        before, after = _statuses(self.before), _statuses(self.after)
        names = [*after, *(name for name in before if name not in after)]
        pairs = self.pairs or [(name, name) for name in names]
        steps = (
            Step(now or was or "", before.get(was or ""), after.get(now or ""))
            for was, now in pairs
        )
        return tuple(step for step in steps if step.before != step.after)


def _statuses(assessment: Assessment | None) -> dict[str, str]:
    return {o.criterion.id: o.status for o in assessment.outcomes} if assessment else {}


def undecided(change: Change) -> list[Finding]:
    """Find a change of the assessed level that nobody has decided.

    It is decided where the product is placed at that level, or where a decision to place it was
    added since.
    """
    before, after = change.before, change.after
    if before is None or after is None or before.levels.assessed == after.levels.assessed:
        return []
    decided = without_places(after.placement) != without_places(before.placement)
    placed = after.placement is not None and after.levels.assessed == after.levels.placed
    if decided or placed:
        return []
    names = {level.id: level.name for level in (*before.model.levels, *after.model.levels)}
    place = after.declaration.document.place(["product"])
    was, now = before.levels.assessed, after.levels.assessed
    return [
        finding(
            "level-change-undecided",
            place,
            before=names[was] if was else BELOW,
            after=names[now] if now else BELOW,
        )
    ]


def without_places(decision: Decision | None) -> Decision | None:
    """Give a decision without the place where it stands, which moves with the lines above it."""
    if decision is None:
        return None
    accepts = {name: given._replace(place=_NOWHERE) for name, given in decision.accepts.items()}
    return decision._replace(place=_NOWHERE, accepts=accepts)


_NOWHERE = Place("")


def rewritten(before: Document | None, after: Document | None) -> list[Finding]:
    """Find the first decision of a log that has been changed or taken out."""
    if before is None:
        return []
    old = _decisions(before)
    if after is None:
        return [finding("log-rewritten", before.place(), number=1)] if old else []
    new = _decisions(after)
    for number, decision in enumerate(old):
        if number >= len(new) or new[number] != decision:
            place = after.place(["decisions", min(number, max(len(new) - 1, 0))])
            return [finding("log-rewritten", place, number=number + 1)]
    return []


def _decisions(log: Document) -> Sequence[Any]:
    values = log.values.get("decisions") if isinstance(log.values, dict) else None
    return values if isinstance(values, list) else []
