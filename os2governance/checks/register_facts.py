"""Facts that the register states, and that a declaration therefore only claims (semantics §1).

Which facts those are is defined by the model's vocabulary (`x-from: register`).
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.documents.yaml_reader import ValuePath
from os2governance.findings.finding import Finding, cap_items, make_finding
from os2governance.model.words import phrase
from os2governance.rules.vocabulary import Fact

_MAX_DEPTH = 12
_EACH = "[]"
"""In a path: each element of a list."""


class _RegisterFact(NamedTuple):
    """A fact that the register states, and its path in the vocabulary."""

    path: tuple[str, ...]
    fact: Fact


def check_register_facts(assessment: Assessment) -> Iterator[Finding]:
    """Yield the facts of product.yaml that are for the register to state; capped."""
    yield from cap_items(_find_register_facts(assessment))


def _find_register_facts(assessment: Assessment) -> Iterator[Finding]:
    declaration = assessment.product.current
    if declaration is None or not declaration.facts:
        return
    evaluator = phrase(assessment.model.words.evaluator)
    for path, fact in _list_register_facts(assessment.model.facts):
        for found in _find_paths(declaration.facts, path):
            place = declaration.document.locate(("facts", *found))
            yield make_finding(
                "declared-register-fact", place, title=fact.title, evaluator=evaluator
            )


@lru_cache(maxsize=8)
def _list_register_facts(vocabulary: Fact) -> tuple[_RegisterFact, ...]:
    """The facts that the register states; what is below one of them is part of it."""
    return tuple(_walk_vocabulary(vocabulary, (), _MAX_DEPTH))


def _walk_vocabulary(fact: Fact, path: tuple[str, ...], depth: int) -> Iterator[_RegisterFact]:
    if fact.from_register and path:
        yield _RegisterFact(path, fact)
    elif depth:
        for name, below in fact.fields.items():
            yield from _walk_vocabulary(below, (*path, name), depth - 1)
        if not fact.fields and fact.kinds == {"array"}:
            yield from _walk_vocabulary(fact.element, (*path, _EACH), depth - 1)


def _find_paths(value: Any, path: Sequence[str]) -> Iterator[ValuePath]:
    """Yield where a path of the vocabulary is among declared facts."""
    if not path:
        yield ()
        return
    step, rest = path[0], path[1:]
    if step == _EACH:
        for number, each in enumerate(value if isinstance(value, list) else ()):
            yield from ((number, *below) for below in _find_paths(each, rest))
    elif isinstance(value, dict) and step in value:
        yield from ((step, *below) for below in _find_paths(value[step], rest))
