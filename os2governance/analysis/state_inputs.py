"""The eight inputs of an assessment, in comparable form (semantics §7)."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import PurePath
from typing import Any, NamedTuple

from os2governance.documents.sources import (
    DECISIONS_FILE,
    EVALUATIONS_FOLDER,
    OBSERVATIONS_FILE,
    REGISTER_FILE,
)
from os2governance.model.model import Model
from os2governance.product.decisions import strip_locations
from os2governance.product.declaration import Declaration
from os2governance.product.facts import FactFile
from os2governance.product.product import Product

FACTS, ANSWERS, EVALUATION = "facts", "answers", "evaluation"


REGISTER, OBSERVATION = "register", "observation"


DECISION, MODEL, TIME = "decision", "model", "time"


CAUSES = (FACTS, ANSWERS, REGISTER, OBSERVATION, EVALUATION, DECISION, MODEL, TIME)


CauseSet = frozenset[str]
"""The causes taken from the new state; the others are taken from the old one."""


class ProductState(NamedTuple):
    """A product, a model and a date: all the inputs of an assessment."""

    product: Product
    model: Model
    as_of: date


def has_same_files(before: Product, after: Product, name: str) -> bool:
    """Whether an input stands in files whose bytes are the same."""
    was, now = (_hash_files(each, name) for each in (before, after))
    return bool(was) and was == now


def _hash_files(product: Product, name: str) -> dict[str, str]:
    """The hashes of the files that hold an input of their own, by their names in the folder."""
    paths = [(PurePath(file), digest) for file, digest in product.files.items()]
    if name == EVALUATION:
        return {p.name: digest for p, digest in paths if p.parent.name == EVALUATIONS_FOLDER}
    return {p.name: digest for p, digest in paths if p.name == _OWN_FILES.get(name)}


_OWN_FILES = {REGISTER: REGISTER_FILE, OBSERVATION: OBSERVATIONS_FILE, DECISION: DECISIONS_FILE}


def extract_input(state: ProductState, name: str) -> Any:
    """Extract the input that a cause stands for, in comparable form."""
    return _INPUT_EXTRACTORS[name](state)


def list_declarations(product: Product) -> list[Declaration]:
    """The declarations that are in force one after the other, oldest first."""
    current = product.current
    if current is None:
        return list(product.kept)
    return [*(each for each in product.kept if each.declared_on < current.declared_on), current]


DeclarationContent = Callable[[Declaration | None], Any]
"""What of a declaration belongs to a cause; of None, what holds where there is no declaration."""


def get_declared_facts(declaration: Declaration | None) -> Any:
    """The declared facts, with booleans told from numbers."""
    return _tag_booleans(declaration.facts) if declaration else {}


def get_declared_answers(declaration: Declaration | None) -> Any:
    """The answers, and the level aimed at."""
    return (declaration.answers, declaration.aims_at) if declaration else None


def list_steps(product: Product, content: DeclarationContent) -> list[Declaration]:
    """The declarations that say something else than the one before them."""
    steps: list[Declaration] = []
    before = content(None)
    for each in list_declarations(product):
        if content(each) != before:
            steps.append(each)
        before = content(each)
    return steps


def _build_step_extractor(content: DeclarationContent) -> Callable[[ProductState], Any]:
    def extract(state: ProductState) -> Any:
        return [(e.declared_on, content(e)) for e in list_steps(state.product, content)]

    return extract


def _extract_fact_file(file: FactFile | None) -> Any:
    return (file.on, _tag_booleans(file.facts)) if file else None


def _extract_evaluations(state: ProductState) -> list[tuple[Any, ...]]:
    return [
        tuple(getattr(each, field.name) for field in fields(each) if field.name != "document")
        for each in state.product.record.evaluations
    ]  # without the document


_INPUT_EXTRACTORS: dict[str, Callable[[ProductState], Any]] = {
    FACTS: _build_step_extractor(get_declared_facts),
    ANSWERS: _build_step_extractor(get_declared_answers),
    REGISTER: lambda state: _extract_fact_file(state.product.register),
    OBSERVATION: lambda state: _extract_fact_file(state.product.observations),
    EVALUATION: _extract_evaluations,
    DECISION: lambda state: [strip_locations(each) for each in state.product.record.decisions],
    MODEL: lambda state: (state.model.reference, state.model.digest),
    TIME: lambda state: state.as_of,
}


def _tag_booleans(value: Any) -> Any:
    """Tag booleans, so that 1 and true compare as different."""
    if isinstance(value, dict):
        return {name: _tag_booleans(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_tag_booleans(each) for each in value]
    return type(value) is bool, value


DatedEntry = tuple[Any, ...]
"""An entry of a product's files: what it is, its date, and what tells it from others."""
