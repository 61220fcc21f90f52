"""Differences in levels and outcomes between two states, and changes that no decision covers."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from os2governance.assessment.ladder import NOT_REACHED, NOT_SETTLED, REACHED
from os2governance.assessment.levels import BELOW_LOWEST, NONE, Assessment, Levels
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.text import Text, _
from os2governance.model.words import phrase
from os2governance.product.decisions import strip_locations


class ValueChange(NamedTuple):
    """The old and the new value of one thing; None where it did not or does not exist."""

    name: str
    before: str | None
    after: str | None


class LevelResult(NamedTuple):
    """One of the nine levels, and its state, which tells one None from another (semantics §5)."""

    level: str | None
    state: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelChange:
    """The old and the new value of a level, and their states; None where the product is not."""

    name: str
    before: str | None
    after: str | None
    before_state: str | None
    after_state: str | None


LEVEL_NAMES = tuple(each.name for each in fields(Levels))


def find_level_state(assessment: Assessment, name: str) -> str:
    """Whether one of the nine levels is `reached`, `below`, `not_settled`, or `none`."""
    if getattr(assessment.levels, name) is not None:
        return REACHED
    if name in assessment.states:
        return assessment.states[name]
    if name == "fully" and assessment.levels.assessed is None:
        return assessment.states["assessed"]
    return NOT_REACHED if name in {"fully", "possible"} else NONE


def list_level_results(assessment: Assessment) -> dict[str, LevelResult]:
    """The nine levels by name, each with its state."""
    return {
        name: LevelResult(getattr(assessment.levels, name), find_level_state(assessment, name))
        for name in LEVEL_NAMES
    }


class ProductChange(NamedTuple):
    """One product in the old and the new state; either is None where it is new or gone.

    `criterion_pairs` are the old and the new ids of its criteria; without them, criteria are
    matched by id. `unusable` means that a state that is None exists but cannot be used: its levels
    and outcomes are unknown, so none is reported as different.
    """

    before: Assessment | None
    after: Assessment | None
    criterion_pairs: tuple[tuple[str | None, str | None], ...] = ()
    unusable: bool = False

    @property
    def differs(self) -> bool:
        """Whether anything but the text of its files differs."""
        return bool(self.unusable or self.former_id or self.levels or self.outcomes)

    @property
    def former_id(self) -> str | None:
        """The product's old id, if it has another one now."""
        was = self.before.product.id if self.before and self.after else self.product
        return None if was == self.product else was

    @property
    def product(self) -> str:
        """The product's id; "" where neither state is known."""
        known = self.after or self.before
        return known.product.id if known else ""

    @property
    def levels(self) -> tuple[LevelChange, ...]:
        """The levels that differ, of the nine: another level, or another state of none."""
        if self.unusable:
            return ()
        before = list_level_results(self.before) if self.before else {}
        after = list_level_results(self.after) if self.after else {}
        steps = (
            _build_level_change(name, before.get(name), after.get(name)) for name in LEVEL_NAMES
        )
        return tuple(step for step in steps if _differs(step))

    @property
    def outcomes(self) -> tuple[ValueChange, ...]:
        """The criteria whose status differs, in the order of the newer model."""
        if self.unusable:
            return ()
        before, after = _list_statuses(self.before), _list_statuses(self.after)
        names = [*after, *(name for name in before if name not in after)]
        pairs = self.criterion_pairs or [(name, name) for name in names]
        steps = (
            ValueChange(now or was or "", before.get(was or ""), after.get(now or ""))
            for was, now in pairs
        )
        return tuple(step for step in steps if step.before != step.after)


def _build_level_change(
    name: str, before: LevelResult | None, after: LevelResult | None
) -> LevelChange:
    was, was_state = before or (None, None)
    now, now_state = after or (None, None)
    return LevelChange(
        name=name, before=was, after=now, before_state=was_state, after_state=now_state
    )


def _differs(step: LevelChange) -> bool:
    """Whether a level differs; of a product that is new or gone, only one that is stated."""
    if step.before_state is None or step.after_state is None:
        return step.before != step.after
    return (step.before, step.before_state) != (step.after, step.after_state)


def _list_statuses(assessment: Assessment | None) -> dict[str, str]:
    return {o.criterion.id: o.status for o in assessment.outcomes} if assessment else {}


def check_undecided_level_change(change: ProductChange) -> list[Finding]:
    """Findings of a change of the assessed level that is not covered by a decision (semantics §7).

    A rise is an error, a fall a warning. It is covered where the product is placed at that level,
    or where a decision that places it has come into force since. A decision that was removed or
    altered covers nothing. A level that only becomes unsettled is a warning of its own.
    """
    before, after = change.before, change.after
    if before is None or after is None or before.levels.assessed == after.levels.assessed:
        return []
    placed = after.placement is not None and after.levels.assessed == after.levels.placed
    if placed or _is_decided_since(before, after):
        return []
    if unsettled := _find_unsettled(before, after):
        return unsettled
    place = after.document.locate(["product"])
    was, now = (_name_level(each) for each in (before, after))
    if was == now:
        was, now = (_append_level_id(said, each) for said, each in ((was, before), (now, after)))
    rises = _find_height(after) > _find_height(before)
    return [
        make_finding(
            "level-change-undecided",
            place,
            severity="error" if rises else "warning",
            before=was,
            after=now,
        )
    ]


def _find_height(assessment: Assessment) -> int:
    """The assessed level counted from the lowest as 0; -1 below it."""
    level = assessment.levels.assessed
    return -1 if level is None else assessment.model.level_ids.index(level)


def _find_unsettled(before: Assessment, after: Assessment) -> list[Finding]:
    """Finding of a level that was reached, and which is only open now."""
    level = before.levels.assessed
    if level is None or level not in after.blockers:
        return []
    if after.open.get(level) != after.blockers[level]:
        return []
    place = after.document.locate(["product"])
    criteria = ", ".join(after.open[level])
    return [make_finding("level-unsettled", place, before=_name_level(before), criteria=criteria)]


def _is_decided_since(before: Assessment, after: Assessment) -> bool:
    """Whether a decision that places the product was added to those in force."""
    known = [strip_locations(each) for each in before.record.in_force(before.as_of)]
    grown = len(after.record.in_force(after.as_of)) > len(known)
    return grown and after.placement is not None and strip_locations(after.placement) not in known


def _name_level(assessment: Assessment) -> Text:
    level = assessment.levels.assessed
    if level:
        return phrase(assessment.model.level_name(level))
    return _NOT_SETTLED if assessment.states["assessed"] == NOT_SETTLED else BELOW_LOWEST


_NOT_SETTLED = _("not settled")


def _append_level_id(name: Text, assessment: Assessment) -> Text:
    return Text(*(f"{said} ({assessment.levels.assessed})" for said in name))


def check_unclosed_product(before: Assessment | None, log: Document | None) -> list[Finding]:
    """Finding that a product was removed with its decision log, but never closed."""
    closed = before is not None and before.lifecycle == "closed"
    if log is None or closed or not _list_decisions(log):
        return []
    return [make_finding("product-removed-undecided", log.locate())]


def check_rewritten_log(before: Document | None, after: Document | None) -> list[Finding]:
    """Finding of the first decision in a log that was changed or removed."""
    if before is None:
        return []
    old = _list_decisions(before)
    if after is None:
        return [make_finding("log-rewritten", before.locate(), number=1)] if old else []
    new = _list_decisions(after)
    for number, decision in enumerate(old):
        if number >= len(new) or new[number] != decision:
            place = after.locate(["decisions", min(number, max(len(new) - 1, 0))])
            return [make_finding("log-rewritten", place, number=number + 1)]
    return []


def _list_decisions(log: Document) -> Sequence[Any]:
    values = log.values.get("decisions") if isinstance(log.values, dict) else None
    return values if isinstance(values, list) else []
