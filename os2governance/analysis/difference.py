"""Differences in levels and outcomes between two states, and changes that no decision covers."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NamedTuple

from os2governance.assessment.ladder import NOT_REACHED, REACHED
from os2governance.assessment.levels import NONE, Assessment, Levels, name_reached_level
from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.text import ListInWords, Text, _
from os2governance.model.model import Model
from os2governance.product.decisions import Decision, strip_locations
from os2governance.product.rights import has_right_to_decide

if TYPE_CHECKING:
    from os2governance.product.record_entries import ProductRecord


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
    """Whether a level differs; of what is new or gone, the assessed one, and those reached."""
    if step.before_state is None or step.after_state is None:
        return step.name == "assessed" or step.before != step.after
    return (step.before, step.before_state) != (step.after, step.after_state)


def _list_statuses(assessment: Assessment | None) -> dict[str, str]:
    return {o.criterion.id: o.status for o in assessment.outcomes} if assessment else {}


def check_undecided_level_change(
    change: ProductChange, rights: Model | None = None
) -> list[Finding]:
    """Findings of a change of the assessed level that is not covered by a decision (semantics §7).

    A rise is an error, a fall a warning. It is covered where the product is placed at that level,
    or where a decision that places it has come into force since. A decision that was removed or
    altered covers nothing, nor does a new one by who had no right to it by `rights`, the model of
    the older state. A level that only becomes unsettled is a warning of its own. A new product
    rises from nothing; its admission covers the lowest level.
    """
    before, after = change.before, change.after
    if after is None or change.unusable:
        return []
    if before is None:
        return _check_new_product(after, rights)
    if before.levels.assessed == after.levels.assessed:
        return []
    placing = _find_new_placement(before, after)
    if placing:
        is_covered = _is_lawful(placing, rights)
    else:
        is_covered = bool(after.placement) and after.levels.assessed == after.levels.placed
    if is_covered:
        return []
    if unsettled := _find_unsettled(before, after):
        return unsettled
    was, now = name_level_step(before, after)
    rises = _find_height(after) > _find_height(before)
    return [_make_level_finding(after, was, now, "error" if rises else "warning")]


def _make_level_finding(after: Assessment, before: Text, now: Text, severity: Severity) -> Finding:
    place = after.document.locate(["product"])
    return make_finding(
        "level-change-undecided", place, severity=severity, before=before, after=now
    )


def _check_new_product(after: Assessment, rights: Model | None) -> list[Finding]:
    """Finding of a new product with a level that nobody has decided."""
    level = after.levels.assessed
    if level is None:
        return []
    decisions = after.record.in_force(after.as_of)
    lawful = [each for each in decisions if _is_lawful(each, rights)]
    order = after.model.level_ids
    placing = next((each for each in reversed(lawful) if each.decision == "place"), None)
    placed = order.index(placing.level) if placing and placing.level else -1
    admitted = any(each.decision == "admit" for each in lawful)
    if order.index(level) <= max(placed, 0 if admitted else -1):
        return []
    return [_make_level_finding(after, _NO_PRODUCT, _name_level(after), "error")]


_NO_PRODUCT = _("none, since the product is new,")


def _is_lawful(decision: Decision, rights: Model | None) -> bool:
    return rights is None or has_right_to_decide(
        decision.decision, decision.level, decision.by, rights
    )


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
    criteria = ListInWords(after.open[level])
    return [make_finding("level-unsettled", place, before=_name_level(before), criteria=criteria)]


def _find_new_placement(before: Assessment, after: Assessment) -> Decision | None:
    """The placement in force, if it was added to the decisions that were in force."""
    known = [strip_locations(each) for each in before.record.in_force(before.as_of)]
    grown = len(after.record.in_force(after.as_of)) > len(known)
    new = after.placement if strip_locations(after.placement) not in known else None
    return new if grown else None


def name_level_step(before: Assessment, after: Assessment) -> tuple[Text, Text]:
    """The assessed levels inside a sentence; with their ids where they are called the same."""
    was, now = (_name_level(each) for each in (before, after))
    if was == now:
        return _append_level_id(was, before), _append_level_id(now, after)
    return was, now


def _name_level(assessment: Assessment) -> Text:
    return name_reached_level(
        assessment.model, assessment.levels.assessed, assessment.states["assessed"]
    )


def _append_level_id(name: Text, assessment: Assessment) -> Text:
    return Text(*(f"{said} ({assessment.levels.assessed})" for said in name))


def check_removed_product(before: Assessment | None, record: "ProductRecord") -> list[Finding]:
    """Finding that a product was removed, but never closed; an error where it had a record."""
    documents = [each.document for each in record.entries[-1:]]
    known = documents or ([before.document] if before else [])
    if not known or (before and before.lifecycle == "closed"):
        return []
    severity: Severity = "error" if documents else "warning"
    return [make_finding("product-removed-undecided", known[0].locate(), severity=severity)]
