"""The record: evaluations by the secretariat, and the decision log (semantics §1).

An invalid file of the record is reported, and nothing in it counts: an unreadable acceptance
accepts nothing (semantics §8).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

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
from os2governance.schema.read import read_schema
from os2governance.schema.references import find_unknown_criteria, find_unknown_level
from os2governance.schema.validator import CompiledSchema

_LIFECYCLE = {"admit": "active", "pause": "paused", "resume": "active", "close": "closed"}


class Rating(NamedTuple):
    """The rating of one criterion in an evaluation; `id` is the criterion's in that file."""

    status: str
    rationale: str
    id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evaluation:
    """One evaluation of a product.

    `ratings` are by the criteria of the product's model: of an evaluation by another version,
    those that mean the same; it is `comparable` if there are any such.
    """

    product: str
    model: str
    on: date
    by: str
    reference: str
    ratings: Mapping[str, Rating]
    recommends: str | None
    document: Document
    comparable: bool = True
    draft: bool = False
    recommends_rationale: str = ""
    summary: str = ""

    def locate_rating(self, criterion: str) -> Location:
        """Location of the rating of a criterion of the product's model."""
        return self.document.locate(("lights", self.ratings[criterion].id or criterion), key=True)


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
    """One entry of the decision log."""

    on: date
    decision: str
    level: str | None
    accepts: Mapping[str, Acceptance]
    by: str
    rationale: str
    reference: str
    location: Location


class Record(NamedTuple):
    """All evaluations and decisions about one product; newest last.

    `log` is the document that the decisions were read from, for their locations.
    """

    evaluations: tuple[Evaluation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    log: Document | None = None

    def evaluation(self, as_of: date) -> Evaluation | None:
        """The newest evaluation in force on the date; a draft never is."""
        return next(self.evaluations_in_force(as_of), None)

    def evaluations_in_force(self, as_of: date) -> Iterator[Evaluation]:
        """Yield the evaluations in force on the date, newest first."""
        return (e for e in reversed(self.evaluations) if e.on <= as_of and not e.draft)

    def in_force(self, as_of: date) -> tuple[Decision, ...]:
        """The decisions in force on the date, oldest first."""
        return tuple(decision for decision in self.decisions if decision.on <= as_of)

    def placement(self, as_of: date) -> Decision | None:
        """The newest decision in force that places the product."""
        placing = (d for d in reversed(self.in_force(as_of)) if d.decision == "place")
        return next(placing, None)

    def lifecycle(self, as_of: date) -> str:
        """The product's lifecycle: active, paused or closed."""
        said = (_LIFECYCLE.get(decision.decision) for decision in reversed(self.in_force(as_of)))
        return next(filter(None, said), "active")


@lru_cache(maxsize=1)
def _compile_evaluation_schema() -> CompiledSchema:
    return CompiledSchema(read_schema("evaluation"))


@lru_cache(maxsize=1)
def _compile_log_schema() -> CompiledSchema:
    return CompiledSchema(read_schema("decisions"))


CriterionLinks = Callable[[str], Mapping[str, str]]
"""The ids of the product's model that mean the same as those of another, by its reference."""


def link_nothing(_: str) -> Mapping[str, str]:
    """No ids: for a record that is read without the other versions of its model."""
    return {}


def read_record(
    product: str | None,
    model: Model,
    evaluations: Sequence[Document],
    log: Document | None,
    links: CriterionLinks = link_nothing,
) -> tuple[Record, list[Finding]]:
    """Read a product's evaluations and decision log; invalid parts are reported and left out.

    `product` is None where its id is not known.
    """
    if not evaluations and log is None:
        return Record(), []
    findings: list[Finding] = []
    read: list[Evaluation] = []
    for document in evaluations:
        evaluation, wrong = _read_evaluation(document, product, model, links)
        findings += wrong
        if evaluation:
            read.append(evaluation)
    decisions, wrong = _read_log(log, product, model) if log else ((), [])
    findings += wrong
    return Record(
        evaluations=tuple(sorted(read, key=lambda evaluation: evaluation.on)),
        decisions=decisions,
        log=log,
    ), findings


def find_record_violations(evaluations: Sequence[Document], log: Document | None) -> list[Finding]:
    """Findings of schema violations in a record whose model is not known."""
    shape = _compile_evaluation_schema()
    findings = [
        found for each in evaluations for found in shape.find_violations(each, each.values)
    ]
    return [*findings, *(_compile_log_schema().find_violations(log, log.values) if log else [])]


def _find_other_product(document: Document, product: str | None) -> list[Finding]:
    said = document.values["product"]
    if product is None or said == product:
        return []
    place = document.locate(["product"])
    return [make_finding("record-other-product", place, name=said, product=product)]


def _read_evaluation(
    document: Document, product: str | None, model: Model, links: CriterionLinks
) -> tuple[Evaluation | None, list[Finding]]:
    values = document.values
    findings = _compile_evaluation_schema().find_violations(
        document, values
    ) or _find_other_product(document, product)
    if not findings and values["model"] == model.reference:
        findings = find_unknown_criteria(
            values.get("lights") or (),
            document,
            ["lights"],
            known=model.by_id,
            model=model.reference,
        )
        level, at = _find_recommended_level(values)
        findings += find_unknown_level(
            level,
            document,
            at,
            known=model.level_ids,
            choices=model.level_choices,
        )
    if findings:
        return None, findings
    evaluated = values["evaluated"]
    same = None if values["model"] == model.reference else links(values["model"])
    return Evaluation(
        product=values["product"],
        model=values["model"],
        on=date.fromisoformat(evaluated["on"]),
        by=evaluated["by"],
        reference=evaluated.get("reference") or "",
        ratings={
            id_ if same is None else same[id_]: Rating(
                v["light"], _blank_to_empty(v.get("grounds")), id_
            )
            for id_, v in (values.get("lights") or {}).items()
            if same is None or id_ in same
        },
        recommends=_find_recommended_level(values)[0],
        document=document,
        comparable=same is None or bool(same),
        draft=bool(evaluated.get("draft")),
        recommends_rationale=_find_rationale(values),
        summary=values.get("summary") or "",
    ), []


def _find_recommended_level(values: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    """The level that an evaluation recommends, and the way to it: bare, or with grounds."""
    said = values.get("recommends")
    if isinstance(said, dict):
        return said["level"], ["recommends", "level"]
    return said, ["recommends"]


def _find_rationale(values: Mapping[str, Any]) -> str:
    """Why a level is recommended; a bare level has no grounds."""
    said = values.get("recommends")
    return _blank_to_empty(said.get("grounds")) if isinstance(said, dict) else ""


def _read_log(
    document: Document, product: str | None, model: Model
) -> tuple[tuple[Decision, ...], list[Finding]]:
    """Read the decisions; one that is invalid is reported, and voids no other (semantics §4)."""
    shape = _compile_log_schema()
    violations = shape.find_violations(document, document.values)
    if violations:
        valid = _list_valid_entries(document)
        if valid is None:
            return (), violations
        entries = [(number, entry) for number, entry in valid if not _is_broken(document, entry)]
        findings = [*violations, *(other := _find_other_product(document, product))]
        if other:
            return (), findings
    else:
        findings = _find_other_product(document, product)
        if findings:
            return (), findings
        entries = list(enumerate(document.values.get("decisions") or ()))
    wrong = _check_log(document, model, entries)
    usable = [(number, entry) for number, entry in entries if _is_usable(entry, model)]
    decisions = sorted(_read_decisions(document, usable, model), key=lambda each: each.on)
    placed = _resolve_levels(decisions)
    void = (*_find_unplaced(placed), *_find_declarers(placed, model))
    return tuple(placed), [*findings, *wrong, *void]


NumberedDecisions = Sequence[tuple[int, Mapping[str, Any]]]


def _list_valid_entries(document: Document) -> list[tuple[int, Mapping[str, Any]]] | None:
    """The decisions of a log with violations, with their indexes; None where its head is wrong."""
    values = document.values
    if not isinstance(values, dict) or not isinstance(values.get("decisions"), list):
        return None
    head = {**values, "decisions": []}
    if _compile_log_schema().find_violations(document, head):
        return None
    return list(enumerate(values["decisions"]))


def _is_broken(document: Document, entry: Any) -> bool:
    """Whether a decision alone violates the format."""
    alone = {**document.values, "decisions": [entry]}
    return bool(_compile_log_schema().find_violations(document, alone))


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
        and not _has_odd_level(entry)
        and not _has_odd_acceptances(entry)
    )


def _has_odd_level(entry: Mapping[str, Any]) -> bool:
    kind, level = entry["decision"], entry.get("level")
    return level is None if kind == "place" else level is not None and kind != "accept"


def _has_odd_acceptances(entry: Mapping[str, Any]) -> bool:
    return bool(entry.get("accepts")) and entry["decision"] not in {"place", "accept"}


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
        if _has_odd_level(decision):
            yield make_finding("decision-level", document.locate(at), decision=kind)
        if _has_odd_acceptances(decision):
            place = document.locate((*at, "accepts"), key=True)
            yield make_finding("decision-accepts", place, decision=kind)


def _read_decisions(
    document: Document, entries: NumberedDecisions, model: Model
) -> Iterator[Decision]:
    for number, entry in entries:
        at, on = ("decisions", number), date.fromisoformat(entry["on"])
        yield Decision(
            on=on,
            decision=entry["decision"],
            level=entry.get("level"),
            accepts={
                name: replace(
                    _read_acceptance(entry, given or {}, on),
                    location=document.locate((*at, "accepts", name), key=True),
                )
                for name, given in (entry.get("accepts") or {}).items()
                if name in model.by_id
            },
            by=entry["by"],
            rationale=_blank_to_empty(entry.get("grounds")),
            reference=entry.get("reference") or "",
            location=document.locate(at),
        )


def _read_acceptance(entry: Mapping[str, Any], given: Mapping[str, Any], on: date) -> Acceptance:
    until = given.get("until")
    return Acceptance(
        by=entry["by"],
        on=on,
        level=entry.get("level"),
        until=date.fromisoformat(until) if until else None,
        rationale=_blank_to_empty(given.get("grounds")) or _blank_to_empty(entry.get("grounds")),
        reference=entry.get("reference") or "",
        location=_NO_LOCATION,
        action=_blank_to_empty(given.get("action")),
        responsible=given.get("responsible") or "",
    )


def _resolve_levels(decisions: Sequence[Decision]) -> list[Decision]:
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
                role=role.name,
            )


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


def _blank_to_empty(text: str | None) -> str:
    """The text unchanged; empty where it is blank."""
    return text if text and not text.isspace() else ""


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
