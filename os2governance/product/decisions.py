"""The decision log: placements, accepted deviations, and the product's standing (semantics §4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from os2governance.documents.sources import DECISIONS_FILE
from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import (
    Finding,
    Location,
    cap_items,
    make_finding,
    suggest_id,
    suggest_word,
)
from os2governance.model.model import Model
from os2governance.product.rights import has_right_to_decide
from os2governance.schema.compiled import compile_schema
from os2governance.schema.references import find_unknown_level


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
    wrong = _check_log(document, model, entries)
    usable = [(number, entry) for number, entry in entries if _is_usable(entry, model)]
    decisions = sorted(_read_decisions(document, usable, model), key=lambda each: each.on)
    placed = resolve_levels(decisions)
    void = (
        *_find_unplaced(placed),
        *_find_declarers(placed, model),
        *_find_wrong_correctors(placed, model),
    )
    return tuple(placed), [*findings, *wrong, *void]


NumberedDecisions = Sequence[tuple[int, Mapping[str, Any]]]


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


def _check_log(document: Document, model: Model, entries: NumberedDecisions) -> list[Finding]:
    """Findings of unknown names in the decisions, and of inconsistent decisions."""
    kinds = (
        _find_unknown_acceptances(document, model, entries),
        _find_unknown_levels(document, model, entries),
        _find_unknown_roles(document, model, entries),
        _find_odd_decisions(document, entries),
    )
    return [found for kind in kinds for found in cap_items(kind)]


def _is_usable(entry: Mapping[str, Any], model: Model) -> bool:
    """Whether a decision has the level that it needs, and names what the model has."""
    level = entry.get("level")
    return (
        entry["by"] in model.role_names
        and (level is None or level in model.level_ids)
        and not has_odd_level(entry["decision"], level)
        and not _has_odd_acceptances(entry)
        and not _has_odd_correction(entry)
    )


def has_odd_level(kind: str, level: str | None) -> bool:
    """Whether a decision of a kind lacks the level that it needs, or has one that it cannot."""
    return level is None if kind == "place" else level is not None and kind != "accept"


def _has_odd_acceptances(entry: Mapping[str, Any]) -> bool:
    return bool(entry.get("accepts")) and entry["decision"] not in {"place", "accept"}


_CORRECTION_KEYS = ("file", "entry", "before", "after")


def _has_odd_correction(entry: Mapping[str, Any]) -> bool:
    """Whether a correction does not say what it corrects, or another decision says so."""
    if entry["decision"] != "correct":
        return any(entry.get(key) is not None for key in _CORRECTION_KEYS)
    in_log = entry.get("file") == DECISIONS_FILE
    whole = entry.get("file") and (entry.get("before") or entry.get("after"))
    return not whole or in_log != (entry.get("entry") is not None)


def _find_unknown_levels(
    document: Document, model: Model, entries: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in entries:
        yield from find_unknown_level(
            decision.get("level"),
            document,
            ("decisions", number, "level"),
            known=model.level_ids,
            choices=model.level_choices,
        )


def _find_unknown_acceptances(
    document: Document, model: Model, entries: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in entries:
        for name in decision.get("accepts") or ():
            if name not in model.by_id:
                place = document.locate(("decisions", number, "accepts", name), key=True)
                yield make_finding(
                    "acceptance-unknown",
                    place,
                    name=name,
                    model=model.reference,
                    meant=suggest_id(name, model.by_id),
                )


def _find_unknown_roles(
    document: Document, model: Model, entries: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in entries:
        named: list[tuple[str | None, ValuePath]] = [(decision["by"], ("by",))]
        for name, given in (decision.get("accepts") or {}).items():
            role = (given or {}).get("responsible")
            named.append((role, ("accepts", name, "responsible")))
        for role, at in named:
            if role and role not in model.role_names:
                known = suggest_word(role, model.role_names)
                place = document.locate(("decisions", number, *at))
                yield make_finding("unknown-role", place, name=role, meant=known)


def _find_odd_decisions(document: Document, entries: NumberedDecisions) -> Iterator[Finding]:
    """Yield decisions without the level that they need, or with what they cannot have."""
    for number, decision in entries:
        kind, at = decision["decision"], ("decisions", number)
        if has_odd_level(kind, decision.get("level")):
            yield make_finding("decision-level", document.locate(at), decision=kind)
        if _has_odd_acceptances(decision):
            place = document.locate((*at, "accepts"), key=True)
            yield make_finding("decision-accepts", place, decision=kind)
        if _has_odd_correction(decision):
            yield make_finding("decision-corrects", document.locate(at), decision=kind)


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


def find_acceptances(
    decisions: Iterable[Decision], model: Model
) -> dict[str, tuple[Acceptance, ...]]:
    """The acceptances of decisions in force by criterion, oldest first, without void ones.

    Void are those by a role that declares, and those that count for no level (semantics §4).
    """
    found: dict[str, tuple[Acceptance, ...]] = {}
    for decision in decisions:
        for name, each in decision.accepts.items():
            if each.level is not None and not model.roles_by_id[each.by].declares:
                earlier = found.get(name, ())
                found[name] = (*earlier, replace(each, renewal=len(earlier)))
    return found


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
            placed = [d for d in decisions if d.decision == "place" and d.on <= decision.on]
            level = placed[-1].level if placed else None
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
