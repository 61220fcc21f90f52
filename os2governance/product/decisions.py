"""The decision log: placements, accepted deviations, and the product's standing (semantics §4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import (
    Finding,
    Location,
    make_finding,
)
from os2governance.i18n.text import ListInWords, _
from os2governance.model.model import Model
from os2governance.product.log_checks import NumberedDecisions, check_entries, is_usable_entry
from os2governance.product.rights import has_right_to_decide
from os2governance.schema.compiled import compile_schema


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """The acceptance of a deviation in the record (semantics §4).

    It counts for `level` and those below; None is for every level, as of a grey light. `until` is
    its last day (inclusive), `action` what was promised, and `responsible` the role that promised
    it. `renewal` is the number of earlier acceptances that it renews.
    """

    by: str
    on: date
    level: str | None
    until: date | None
    rationale: str
    reference: str
    location: Location
    action: str = ""
    responsible: str = ""
    renewal: int = 0

    def has_ended(self, as_of: date) -> bool:
        """Whether its last day is past."""
        return self.until is not None and self.until < as_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """One entry of the decision log.

    `corrects` is the file that a correction is of, with the number of a decision after `#`.
    `withdraws` are the criteria whose acceptances a withdrawal ends; without them it ends the
    placing.
    """

    on: date
    decision: str
    level: str | None
    accepts: Mapping[str, Acceptance]
    by: str
    rationale: str
    reference: str
    location: Location
    corrects: str = ""
    withdraws: tuple[str, ...] = ()

    @property
    def places_or_withdraws(self) -> bool:
        """Whether it changes where the product is placed: at its level, or nowhere any more."""
        return self.decision == "place" or (self.decision == "withdraw" and not self.withdraws)


class InForce(NamedTuple):
    """What decisions leave in force: the placing, and the acceptances of each criterion.

    The acceptances are oldest first. Left out are those that have been withdrawn, by themselves or
    with the placing that gave them, and void ones: by a role that declares, or for no level
    (semantics §4).
    """

    placing: Decision | None = None
    acceptances: Mapping[str, tuple[Acceptance, ...]] = MappingProxyType({})


def read_log(
    document: Document, product: str | None, model: Model
) -> tuple[tuple[Decision, ...], list[Finding]]:
    """Read the decisions; one that is invalid is reported, and voids no other (semantics §4)."""
    shape = compile_schema("decisions")
    violations = shape.find_violations(document, document.values)
    if violations:
        valid = _list_valid_entries(document)
        if valid is None:
            return (), violations
        entries = [(number, entry) for number, entry in valid if not _is_broken(document, entry)]
        findings = [*violations, *(other := find_other_product(document, product))]
        if other:
            return (), findings
    else:
        findings = find_other_product(document, product)
        if findings:
            return (), findings
        entries = list(enumerate(document.values.get("decisions") or ()))
    wrong = check_entries(document, model, entries)
    usable = [(number, entry) for number, entry in entries if is_usable_entry(entry, model)]
    decisions = sorted(_read_decisions(document, usable, model), key=lambda each: each.on)
    placed, unfounded = _drop_void_withdrawals(resolve_levels(decisions), model)
    void = (
        *unfounded,
        *_find_unplaced(placed),
        *_find_declarers(placed, model),
        *_find_wrong_correctors(placed, model),
    )
    return tuple(placed), [*findings, *wrong, *void]


def _list_valid_entries(document: Document) -> list[tuple[int, Mapping[str, Any]]] | None:
    """The decisions of a log with violations, with their indexes; None where its head is wrong."""
    values = document.values
    if not isinstance(values, dict) or not isinstance(values.get("decisions"), list):
        return None
    head = {**values, "decisions": []}
    if compile_schema("decisions").find_violations(document, head):
        return None
    return list(enumerate(values["decisions"]))


def _is_broken(document: Document, entry: Any) -> bool:
    """Whether a decision alone violates the format."""
    alone = {**document.values, "decisions": [entry]}
    return bool(compile_schema("decisions").find_violations(document, alone))


def _read_decisions(
    document: Document, entries: NumberedDecisions, model: Model
) -> Iterator[Decision]:
    for number, entry in entries:
        at = ("decisions", number)
        yield Decision(
            on=date.fromisoformat(entry["on"]),
            decision=entry["decision"],
            level=entry.get("level"),
            accepts={
                name: _read_acceptance(
                    entry, given or {}, document.locate((*at, "accepts", name), key=True)
                )
                for name, given in (entry.get("accepts") or {}).items()
                if name in model.by_id
            },
            by=entry["by"],
            rationale=blank_to_empty(entry.get("grounds")),
            reference=entry.get("reference") or "",
            location=document.locate(at),
            corrects=name_corrected(entry.get("file") or "", entry.get("entry") or 0),
            withdraws=tuple(n for n in entry.get("withdraws") or () if n in model.by_id),
        )


def name_corrected(file: str, number: int) -> str:
    """What a correction is of: `evaluations/2026-09-29.yaml`, or `decisions.yaml#2`."""
    return f"{file}#{number}" if number else file


def _read_acceptance(
    entry: Mapping[str, Any], given: Mapping[str, Any], location: Location
) -> Acceptance:
    until = given.get("until")
    return Acceptance(
        by=entry["by"],
        on=date.fromisoformat(entry["on"]),
        level=entry.get("level"),
        until=date.fromisoformat(until) if until else None,
        rationale=blank_to_empty(given.get("grounds")) or blank_to_empty(entry.get("grounds")),
        reference=entry.get("reference") or "",
        location=location,
        action=blank_to_empty(given.get("action")),
        responsible=given.get("responsible") or "",
    )


def _find_unplaced(decisions: Sequence[Decision]) -> Iterator[Finding]:
    """Yield the acceptances that count for no level: the product was never placed before."""
    for decision in decisions:
        for name, each in decision.accepts.items():
            if each.level is None:
                yield make_finding("acceptance-without-level", each.location, name=name)


def _find_declarers(decisions: Sequence[Decision], model: Model) -> Iterator[Finding]:
    """Yield the acceptances by a role that declares, which cannot accept (semantics §4)."""
    for decision in decisions:
        role = model.roles_by_id[decision.by]
        for name, each in decision.accepts.items() if role.declares else ():
            yield make_finding(
                "acceptance-by-declarer",
                each.location,
                criterion=name,
                id=name,
                title=model.by_id[name].title,
                role=role.phrase,
            )


def _find_wrong_correctors(decisions: Sequence[Decision], model: Model) -> Iterator[Finding]:
    """Yield the corrections by a role that decides on nothing (semantics §7)."""
    for each in decisions:
        if each.decision == "correct" and not has_right_to_decide("correct", None, each.by, model):
            role = model.roles_by_id[each.by].phrase
            yield make_finding("correction-by-other-body", each.location, role=role)


def _drop_void_withdrawals(
    decisions: Sequence[Decision], model: Model
) -> tuple[list[Decision], list[Finding]]:
    """The decisions without the withdrawals that count for nothing, and findings about those."""
    kept: list[Decision] = []
    findings: list[Finding] = []
    earlier = InForce()
    for each in decisions:
        if each.decision == "withdraw":
            findings += check_withdrawal(each, earlier, model)
        if counted := _drop_what_is_void(each, earlier, model):
            kept.append(counted)
            earlier = add_decision(earlier, counted, model)
    return kept, findings


def _drop_what_is_void(decision: Decision, earlier: InForce, model: Model) -> Decision | None:
    """The decision, of a withdrawal what counts; None where it counts for nothing."""
    if decision.decision != "withdraw":
        return decision
    named = tuple(name for name in decision.withdraws if name in earlier.acceptances)
    if not has_right_to_withdraw(decision, earlier, model):
        return None
    if not named and (decision.withdraws or not earlier.placing):
        return None
    return replace(decision, withdraws=named)


def check_withdrawal(decision: Decision, earlier: InForce, model: Model) -> Iterator[Finding]:
    """Yield what is wrong with a withdrawal of what earlier decisions leave (semantics §4)."""
    missing = [name for name in decision.withdraws if name not in earlier.acceptances]
    if missing or not (decision.withdraws or earlier.placing):
        what = _ACCEPTANCES.fill(criteria=ListInWords(tuple(missing))) if missing else _PLACING
        yield make_finding("withdrawal-of-nothing", decision.location, what=what)
    if not has_right_to_withdraw(decision, earlier, model):
        role = model.roles_by_id[decision.by].phrase
        yield make_finding("withdrawal-by-other-body", decision.location, role=role)


def has_right_to_withdraw(decision: Decision, earlier: InForce, model: Model) -> bool:
    """Whether who withdraws may: a placing who may place so, acceptances who may accept."""
    placed = None if decision.withdraws else earlier.placing
    level = placed.level if placed else None
    return has_right_to_decide("withdraw", level, decision.by, model)


_PLACING = _("No placing")
_ACCEPTANCES = _("No accepted deviation from {criteria}")


def find_placement(decisions: Iterable[Decision]) -> Decision | None:
    """The placing that the decisions, oldest first, leave in force; None after its withdrawal."""
    placed = None
    for each in decisions:
        if each.places_or_withdraws:
            placed = each if each.decision == "place" else None
    return placed


def find_acceptances(
    decisions: Iterable[Decision], model: Model
) -> Mapping[str, tuple[Acceptance, ...]]:
    """The acceptances that the decisions, oldest first, leave in force; see `InForce`."""
    return find_in_force(decisions, model).acceptances


def find_in_force(decisions: Iterable[Decision], model: Model) -> InForce:
    """What the decisions, oldest first, leave in force."""
    found = InForce()
    for each in decisions:
        found = add_decision(found, each, model)
    return found


def add_decision(earlier: InForce, decision: Decision, model: Model) -> InForce:
    """What is in force after one more decision."""
    found = dict(earlier.acceptances)
    if decision.decision == "withdraw":
        for name in (*decision.withdraws, *_list_given_with_placing(decision, earlier)):
            found.pop(name, None)
    for name, each in decision.accepts.items():
        if is_counted(each, model):
            renewed = found.get(name, ())
            found[name] = (*renewed, replace(each, renewal=len(renewed)))
    if decision.places_or_withdraws:
        return InForce(decision if decision.decision == "place" else None, found)
    return InForce(earlier.placing, found)


def _list_given_with_placing(withdrawal: Decision, earlier: InForce) -> list[str]:
    """The criteria whose newest acceptance was given by the placing that is withdrawn."""
    given = earlier.placing.accepts if earlier.placing and not withdrawal.withdraws else {}
    return [
        name
        for name, each in given.items()
        if name in earlier.acceptances and earlier.acceptances[name][-1].location == each.location
    ]


def is_counted(acceptance: Acceptance, model: Model) -> bool:
    """Whether it counts for a level, and is by a role that does not declare (semantics §4)."""
    return acceptance.level is not None and not model.roles_by_id[acceptance.by].declares


def strip_locations(decision: Decision | None) -> Decision | None:
    """A decision without what other decisions make of it, and without its location.

    The location moves with the lines above it, and the level of an acceptance without one of its
    own with a placement on its day.
    """
    if decision is None:
        return None
    accepts = {
        name: replace(given, location=_NO_LOCATION, level=decision.level)
        for name, given in decision.accepts.items()
    }
    return replace(decision, location=_NO_LOCATION, accepts=accepts)


_NO_LOCATION = Location("")


def resolve_levels(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, oldest first, each acceptance with the level that it counts for.

    Without one of its own, that is the level at which the product is placed on that day; None is
    left where it has never been placed (semantics §4).
    """
    resolved = []
    for decision in decisions:
        level = decision.level
        if decision.decision == "accept" and level is None:
            placed = find_placement(d for d in decisions if d.on <= decision.on)
            level = placed.level if placed else None
        accepts = {name: replace(each, level=level) for name, each in decision.accepts.items()}
        resolved.append(replace(decision, accepts=accepts))
    return resolved


def blank_to_empty(text: str | None) -> str:
    """The text unchanged; empty where it is blank."""
    return text if text and not text.isspace() else ""


def find_other_product(document: Document, product: str | None) -> list[Finding]:
    """Finding that a file is about another product; none where `product` is not known."""
    said = document.values["product"]
    if product is None or said == product:
        return []
    place = document.locate(["product"])
    return [make_finding("record-other-product", place, name=said, product=product)]
