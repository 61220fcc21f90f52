"""The hearing on an evaluation: what the product answered, and what the evaluator replied.

A hearing is part of the record and changes no outcome: whoever hears an objection changes a light,
or decides, by an entry of its own.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding, suggest_word
from os2governance.i18n.date_words import DateInWords
from os2governance.model.model import Model
from os2governance.product.decisions import blank_to_empty, find_other_product
from os2governance.schema.compiled import compile_schema
from os2governance.schema.references import find_unknown_criteria

AGREED, OBJECTIONS, REPLY = "agreed", "objections", "reply"


@dataclass(frozen=True, kw_only=True, slots=True)
class Hearing:
    """One answer to the evaluation of a day, by a role.

    `answer` is `agreed`, `objections`, or `reply`: that of the evaluator to objections. `criteria`
    are the words to each, by the criteria of the product's model.
    """

    evaluation: date
    on: date
    by: str
    answer: str
    criteria: Mapping[str, str]
    note: str
    reference: str
    document: Document


def read_hearings(
    documents: Iterable[Document],
    product: str | None,
    model: Model,
    links: Callable[[str], Mapping[str, str]],
    evaluated: Collection[date],
) -> tuple[tuple[Hearing, ...], list[Finding]]:
    """Read the hearings, oldest first; one that is invalid is reported, and counts for nothing.

    `evaluated` are the days of the product's evaluations.
    """
    read: list[Hearing] = []
    findings: list[Finding] = []
    for document in documents:
        wrong = list(_check_hearing(document, product, model, evaluated))
        findings += wrong
        if not any(each.severity == "error" for each in wrong):
            read.append(_build_hearing(document, model, links))
    return tuple(sorted(read, key=lambda each: each.on)), findings


def _check_hearing(
    document: Document, product: str | None, model: Model, evaluated: Collection[date]
) -> Iterator[Finding]:
    values = document.values
    findings = compile_schema("hearing").find_violations(document, values) or find_other_product(
        document, product
    )
    if findings:
        yield from findings
        return
    criteria = values.get("criteria") or {}
    if values["model"] == model.reference:
        yield from find_unknown_criteria(
            criteria, document, ["criteria"], known=model.by_id, model=model.reference
        )
        if (by := values["heard"]["by"]) not in model.role_names:
            meant = suggest_word(by, model.role_names)
            yield make_finding(
                "unknown-role", document.locate(["heard", "by"]), name=by, meant=meant
            )
    answer = values["answer"]
    silent = not criteria and not blank_to_empty(values.get("note"))
    if (answer == AGREED and criteria) or (answer != AGREED and silent):
        yield make_finding("hearing-unclear", document.locate(["answer"]), answer=answer)
    if (on := date.fromisoformat(values["evaluation"])) not in evaluated:
        place = document.locate(["evaluation"])
        yield make_finding("hearing-without-evaluation", place, on=DateInWords(on))


def _build_hearing(
    document: Document, model: Model, links: Callable[[str], Mapping[str, str]]
) -> Hearing:
    values, heard = document.values, document.values["heard"]
    same = None if values["model"] == model.reference else links(values["model"])
    return Hearing(
        evaluation=date.fromisoformat(values["evaluation"]),
        on=date.fromisoformat(heard["on"]),
        by=heard["by"],
        answer=values["answer"],
        criteria={
            id_ if same is None else same[id_]: words
            for id_, words in (values.get("criteria") or {}).items()
            if same is None or id_ in same
        },
        note=blank_to_empty(values.get("note")),
        reference=heard.get("reference") or "",
        document=document,
    )
