"""The record: evaluations by the secretariat, and the decision log (semantics §1).

An invalid file of the record is reported, and nothing in it counts: an unreadable acceptance
accepts nothing (semantics §8).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location
from os2governance.model.model import Model
from os2governance.product.decisions import (
    Decision,
    blank_to_empty,
    find_other_product,
    find_placement,
    read_log,
)
from os2governance.product.hearing import Hearing
from os2governance.schema.compiled import compile_schema
from os2governance.schema.references import find_unknown_criteria, find_unknown_level

_LIFECYCLE = {"admit": "active", "pause": "paused", "resume": "active", "close": "closed"}


class Rating(NamedTuple):
    """The rating of one criterion in an evaluation; `id` is the criterion's in that file."""

    status: str
    rationale: str
    id: str = ""
    advice: str = ""


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
    name: str = ""

    def locate_rating(self, criterion: str) -> Location:
        """Location of the rating of a criterion of the product's model."""
        return self.document.locate(("lights", self.ratings[criterion].id or criterion), key=True)


class Record(NamedTuple):
    """All evaluations, hearings on them and decisions about one product; newest last.

    `log` is the document that the decisions were read from, for their locations.
    """

    evaluations: tuple[Evaluation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    log: Document | None = None
    hearings: tuple[Hearing, ...] = ()

    def evaluation(self, as_of: date) -> Evaluation | None:
        """The newest evaluation in force on the date; a draft never is."""
        return next(self.evaluations_in_force(as_of), None)

    def evaluations_in_force(self, as_of: date) -> Iterator[Evaluation]:
        """Yield the evaluations in force on the date, newest first."""
        return (e for e in reversed(self.evaluations) if e.on <= as_of and not e.draft)

    def hearings_on(self, evaluation: Evaluation, as_of: date) -> tuple[Hearing, ...]:
        """What has been answered to an evaluation by the date, oldest first."""
        return tuple(
            each for each in self.hearings if each.evaluation == evaluation.on and each.on <= as_of
        )

    def in_force(self, as_of: date) -> tuple[Decision, ...]:
        """The decisions in force on the date, oldest first."""
        return tuple(decision for decision in self.decisions if decision.on <= as_of)

    def placement(self, as_of: date) -> Decision | None:
        """The placing in force on the date: the newest one, unless it has been withdrawn."""
        return find_placement(self.in_force(as_of))

    def lifecycle(self, as_of: date) -> str:
        """The product's lifecycle: active, paused or closed."""
        return find_lifecycle([decision.decision for decision in self.in_force(as_of)])


def find_lifecycle(kinds: Sequence[str]) -> str:
    """The lifecycle that decisions of these kinds lead to, oldest first."""
    said = (_LIFECYCLE.get(kind) for kind in reversed(kinds))
    return next(filter(None, said), "active")


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
    decisions, wrong = read_log(log, product, model) if log else ((), [])
    findings += wrong
    return Record(
        evaluations=tuple(sorted(read, key=lambda evaluation: evaluation.on)),
        decisions=decisions,
        log=log,
    ), findings


def _read_evaluation(
    document: Document, product: str | None, model: Model, links: CriterionLinks
) -> tuple[Evaluation | None, list[Finding]]:
    values = document.values
    findings = compile_schema("evaluation").find_violations(
        document, values
    ) or find_other_product(document, product)
    if findings:
        return None, findings
    recommended, at = _find_recommended_level(values)
    if values["model"] == model.reference:
        findings = find_unknown_criteria(
            values.get("lights") or (),
            document,
            ["lights"],
            known=model.by_id,
            model=model.reference,
        )
        findings += find_unknown_level(
            recommended,
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
                v["light"], blank_to_empty(v.get("grounds")), id_, blank_to_empty(v.get("advice"))
            )
            for id_, v in (values.get("lights") or {}).items()
            if same is None or id_ in same
        },
        recommends=recommended,
        document=document,
        comparable=same is None or bool(same),
        draft=bool(evaluated.get("draft")),
        recommends_rationale=_find_rationale(values),
        summary=values.get("summary") or "",
        name=blank_to_empty(values.get("name")),
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
    return blank_to_empty(said.get("grounds")) if isinstance(said, dict) else ""
