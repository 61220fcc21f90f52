"""The declaration of a product by its coordinator (`product.yaml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import Finding
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.model.model import Model
from os2governance.product.facts import FactFile
from os2governance.rules.limits import find_too_long_list
from os2governance.schema.compiled import compile_schema
from os2governance.schema.references import find_unknown_criteria, find_unknown_level


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """The declared answer to one criterion."""

    answer: str
    evidence: tuple[str, ...]
    note: str
    explanation: str
    reason: str
    due: date | None
    """The last day of what is said: of a year or a month, its last."""
    due_said: str

    @property
    def words(self) -> str:
        """What it says in words: the explanation, or else the reason or the note; may be empty."""
        said = (each.strip() for each in (self.explanation, self.reason, self.note))
        return next(filter(None, said), "")

    @property
    def content(self) -> tuple[Any, ...]:
        """What makes it newer than another where it differs (semantics §3c)."""
        return self.answer, self.evidence, self.note, self.due_said


@dataclass(frozen=True, kw_only=True, slots=True)
class Declaration:
    """A valid declaration, read against its model."""

    product: str
    name: str
    kind: str
    model: str
    declared_on: date
    declared_by: str
    reference: str
    note: str
    aims_at: str | None
    facts: Mapping[str, Any]
    answers: Mapping[str, Answer]
    document: Document
    draft: bool = False
    submitted_on: date | None = None
    submitted_by: str = ""

    @property
    def fact_file(self) -> FactFile:
        """Its facts, as one of the files that state some."""
        return FactFile(
            kind="declaration",
            on=self.declared_on,
            by=self.declared_by,
            facts=self.facts,
            document=self.document,
        )


def read_model_reference(document: Document) -> str | None:
    """The model that a product file names, or None."""
    values = document.values
    model = values.get("model") if isinstance(values, dict) else None
    return model if isinstance(model, str) else None


def read_declaration(document: Document, model: Model) -> tuple[Declaration | None, list[Finding]]:
    """Read a product file against its model.

    Returns the declaration, or None with all findings.
    """
    values = document.values
    findings = compile_schema("product").find_violations(document, values)
    given = values if isinstance(values, dict) else {}
    facts, answers, aims_at = given.get("facts"), given.get("answers"), given.get("aims_at")
    if isinstance(facts, dict):
        findings += model.compiled_facts_schema.find_violations(document, facts, ("facts",))
    if isinstance(answers, dict):
        findings += find_unknown_criteria(
            answers, document, ["answers"], known=model.by_id, model=model.reference
        )
    if isinstance(aims_at, str):
        findings += find_unknown_level(
            aims_at, document, ["aims_at"], known=model.level_ids, choices=model.level_choices
        )
    if not findings and facts:
        findings = find_too_long_list(model.evaluation_cost, facts, document, ("facts",))
    if findings:
        return None, sorted(findings, key=lambda found: found.location)
    return _read_valid_declaration(document, facts or {}, answers or {}), []


def read_kept_declaration(
    document: Document, model: Model, links: Mapping[str, str]
) -> tuple[Declaration | None, list[Finding]]:
    """Read an earlier declaration; one by another model has the answers that mean the same.

    `links` are the ids of this model by those of the other. Facts by another model are not merged
    (semantics §2).
    """
    if read_model_reference(document) == model.reference:
        return read_declaration(document, model)
    findings = compile_schema("product").find_violations(document, document.values)
    if findings:
        return None, sorted(findings, key=lambda found: found.location)
    answers = document.values.get("answers") or {}
    known = {links[name]: said for name, said in answers.items() if name in links}
    return _read_valid_declaration(document, {}, known), []


def _read_valid_declaration(
    document: Document, facts: Mapping[str, Any], answers: Mapping[str, Any]
) -> Declaration:
    values = document.values
    declared, submitted = values["declared"], values.get("submitted") or {}
    return Declaration(
        product=values["product"],
        name=values["name"],
        kind=values["kind"],
        model=values["model"],
        declared_on=date.fromisoformat(declared["on"]),
        declared_by=declared["by"],
        reference=declared.get("reference") or "",
        note=declared.get("note") or "",
        aims_at=values.get("aims_at"),
        facts=facts,
        answers={name: _read_answer(said) for name, said in answers.items()},
        document=document,
        draft=bool(declared.get("draft")),
        submitted_on=date.fromisoformat(submitted["on"]) if submitted else None,
        submitted_by=submitted.get("by") or "",
    )


def find_unquoted_values(document: Document, model: Model) -> list[ValuePath]:
    """The paths of all numbers and booleans in a product file that should be texts."""
    values = document.values
    facts = values.get("facts") if isinstance(values, dict) else None
    below = model.compiled_facts_schema.find_unquoted(facts) if isinstance(facts, dict) else ()
    return [
        *compile_schema("product").find_unquoted(values),
        *(("facts", *path) for path in below),
    ]


def _read_answer(entry: Mapping[str, Any]) -> Answer:
    get = entry.get
    due_said = str(get("due") or "")
    due = parse_partial_date(due_said) if due_said else None
    return Answer(
        answer=entry["answer"],
        evidence=tuple(get("evidence") or ()),
        note=get("note") or "",
        explanation=get("explanation") or "",
        reason=get("reason") or "",
        due=due.last if due else None,
        due_said=due_said,
    )
