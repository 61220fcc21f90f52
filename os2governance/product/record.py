"""The record: evaluations by the secretariat, and the decision log (semantics §1).

An invalid file of the record is reported, and nothing in it counts: an unreadable acceptance
accepts nothing (semantics §8).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document
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
    """The rating of one criterion in an evaluation."""

    status: str
    rationale: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Evaluation:
    """One evaluation of a product."""

    product: str
    model: str
    on: date
    by: str
    reference: str
    ratings: Mapping[str, Rating]
    recommends: str | None
    document: Document


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """The acceptance of a deviation in the record: by whom, and its last day (inclusive)."""

    by: str
    on: date
    until: date | None
    rationale: str
    reference: str
    location: Location


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
        """The newest evaluation in force on the date."""
        return next((e for e in reversed(self.evaluations) if e.on <= as_of), None)

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


def read_record(
    product: str | None, model: Model, evaluations: Sequence[Document], log: Document | None
) -> tuple[Record, list[Finding]]:
    """Read a product's evaluations and decision log; invalid parts are reported and left out.

    `product` is None where its id is not known.
    """
    if not evaluations and log is None:
        return Record(), []
    findings: list[Finding] = []
    read: list[Evaluation] = []
    for document in evaluations:
        evaluation, wrong = _read_evaluation(document, product, model)
        findings += wrong
        if evaluation:
            read.append(evaluation)
    decisions, wrong = _read_log(log, product, model) if log else ((), [])
    findings += wrong
    return Record(
        evaluations=tuple(sorted(read, key=lambda evaluation: evaluation.on)),
        decisions=tuple(sorted(decisions, key=lambda decision: decision.on)),
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
    document: Document, product: str | None, model: Model
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
    lights = values.get("lights") or {}
    return Evaluation(
        product=values["product"],
        model=values["model"],
        on=date.fromisoformat(evaluated["on"]),
        by=evaluated["by"],
        reference=evaluated.get("reference") or "",
        ratings={
            id_: Rating(v["light"], _blank_to_empty(v.get("grounds"))) for id_, v in lights.items()
        },
        recommends=_find_recommended_level(values)[0],
        document=document,
    ), []


def _find_recommended_level(values: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    """The level that an evaluation recommends, and the way to it: bare, or with grounds."""
    said = values.get("recommends")
    if isinstance(said, dict):
        return said["level"], ["recommends", "level"]
    return said, ["recommends"]


def _read_log(
    document: Document, product: str | None, model: Model
) -> tuple[tuple[Decision, ...], list[Finding]]:
    findings = _compile_log_schema().find_violations(
        document, document.values
    ) or _find_other_product(document, product)
    if findings:
        return (), findings
    decisions = document.values.get("decisions") or []
    findings = _check_log(document, model)
    if any(found.severity == "error" for found in findings):
        return (), findings
    return tuple(_read_decisions(document, decisions)), findings


def _check_log(document: Document, model: Model) -> list[Finding]:
    """Findings of unknown names in the decisions, and of inconsistent decisions."""
    decisions = list(enumerate(document.values.get("decisions") or ()))
    kinds = (
        _find_unknown_acceptances(document, model, decisions),
        (
            found
            for number, decision in decisions
            for found in find_unknown_level(
                decision.get("level"),
                document,
                ("decisions", number, "level"),
                known=model.level_ids,
                choices=model.level_choices,
            )
        ),
        _find_unknown_roles(document, model, decisions),
        _find_odd_decisions(document, decisions),
    )
    return [found for kind in kinds for found in cap_items(kind)]


NumberedDecisions = Sequence[tuple[int, Mapping[str, Any]]]


def _find_unknown_acceptances(
    document: Document, model: Model, decisions: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in decisions:
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
    document: Document, model: Model, decisions: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in decisions:
        if decision["by"] not in model.role_names:
            known = suggest_word(decision["by"], model.role_names)
            place = document.locate(("decisions", number, "by"))
            yield make_finding("unknown-role", place, name=decision["by"], meant=known)


def _find_odd_decisions(document: Document, decisions: NumberedDecisions) -> Iterator[Finding]:
    """Yield decisions with a level that do not place, or with acceptances that do not accept."""
    for number, decision in decisions:
        kind, at = decision["decision"], ("decisions", number)
        if (kind == "place") != (decision.get("level") is not None):
            yield make_finding("decision-level", document.locate(at), decision=kind)
        if decision.get("accepts") and kind not in {"place", "accept"}:
            place = document.locate((*at, "accepts"), key=True)
            yield make_finding("decision-accepts", place, decision=kind)


def _read_decisions(
    document: Document, entries: Sequence[Mapping[str, Any]]
) -> Iterator[Decision]:
    for number, entry in enumerate(entries):
        at, on = ("decisions", number), date.fromisoformat(entry["on"])
        yield Decision(
            on=on,
            decision=entry["decision"],
            level=entry.get("level"),
            accepts={
                name: Acceptance(
                    by=entry["by"],
                    on=on,
                    until=date.fromisoformat(until)
                    if (until := (given or {}).get("until"))
                    else None,
                    rationale=_blank_to_empty((given or {}).get("grounds"))
                    or _blank_to_empty(entry.get("grounds")),
                    reference=entry.get("reference") or "",
                    location=document.locate((*at, "accepts", name), key=True),
                )
                for name, given in (entry.get("accepts") or {}).items()
            },
            by=entry["by"],
            rationale=_blank_to_empty(entry.get("grounds")),
            reference=entry.get("reference") or "",
            location=document.locate(at),
        )


def _blank_to_empty(text: str | None) -> str:
    """The text unchanged; empty where it is blank."""
    return text if text and not text.isspace() else ""


def strip_locations(decision: Decision | None) -> Decision | None:
    """A decision without its location, which moves with the lines above it."""
    if decision is None:
        return None
    accepts = {
        name: replace(given, location=_NO_LOCATION) for name, given in decision.accepts.items()
    }
    return replace(decision, location=_NO_LOCATION, accepts=accepts)


_NO_LOCATION = Location("")
