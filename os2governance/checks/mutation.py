"""A model checked by its examples, and the examples by mutants of its rules.

A mutant is a rule with one small mutation; an example kills it when the facts then give another
result than the example expects. A mutant that no example kills survives: the examples do not cover
that part of the rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from os2governance.assessment.outcome import what_facts_say
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import both
from os2governance.model.model import Criterion, Example, Model, too_long
from os2governance.rules.node import Scope
from os2governance.rules.parsing import Parser

Tree = Any
_LEFT_OUT = "(left out)"
Steps = tuple[str | int, ...]


class Change(NamedTuple):
    """One mutation of a rule's tree: its path, the old and the new text."""

    at: Steps
    before: str
    after: str
    tree: Tree

    def say(self) -> str:
        """Format as it would be written in the file."""
        where = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in self.at).lstrip(".")
        return f"{where or '.'}: {self.before} → {self.after}"


class Mutant(NamedTuple):
    """A mutation of a criterion's rule or of a named condition, and whether it survived."""

    name: str
    part: str
    change: Change
    survives: bool
    place: Place


def examples(model: Model) -> list[Finding]:
    """Findings of examples that break the facts schema, or whose facts give another result."""
    return [
        found
        for criterion in model.criteria
        for example in criterion.examples
        for found in _example(model, criterion, example)
    ]


def _example(model: Model, criterion: Criterion, example: Example) -> Iterator[Finding]:
    document = Document(example.place.file, example.facts, example.spots)
    wrong = model.facts_shape.findings(document, example.facts) or too_long(
        model, example.facts, document
    )
    yield from wrong
    if not wrong and (actual := _says(criterion, example)) != example.expect:
        yield finding(
            "example-fails",
            example.place,
            criterion=criterion.id,
            name=criterion.id,
            expect=example.expect,
            actual=actual,
        )


def _says(criterion: Criterion, example: Example) -> str:
    as_of = example.as_of or date.max
    return what_facts_say(criterion, Scope(example.facts, example.spots, as_of))[0]


def mutants(model: Model) -> Iterator[Mutant]:
    """Yield every mutant of every criterion's rules, then of every condition in use."""
    for criterion in model.criteria:
        for part, tree in criterion.trees.items():
            for change in changes(tree):
                trees = {**criterion.trees, part: change.tree}
                survives = not _noticed(
                    model, [criterion], model.conditions, {criterion.id: trees}
                )
                yield Mutant(criterion.id, part, change, survives, criterion.place)
        if "partly" in criterion.trees:
            trees = {"met": criterion.trees["met"]}
            survives = not _noticed(model, [criterion], model.conditions, {criterion.id: trees})
            change = Change((), "partly", _LEFT_OUT, trees)
            yield Mutant(criterion.id, "partly", change, survives, criterion.place)
    for name, tree in model.conditions.items():
        using = [c for c in model.criteria if name in _conditions_of(c.trees, model.conditions)]
        for change in changes(tree) if using else ():
            conditions = {**model.conditions, name: change.tree}
            survives = not _noticed(model, using, conditions, {})
            yield Mutant(name, "conditions", change, survives, Place(model.file))


def survivor(mutant: Mutant) -> Finding:
    """Make the finding of a surviving mutant."""
    change = f"{mutant.part} {mutant.change.say()}"
    return finding(
        "mutant-survives",
        mutant.place,
        criterion=mutant.name if mutant.part != "conditions" else None,
        name=mutant.name,
        change=both(change),
    )


def _noticed(
    model: Model,
    criteria: Sequence[Criterion],
    conditions: Mapping[str, Tree],
    trees: Mapping[str, Mapping[str, Tree]],
) -> bool:
    """Whether an example of the criteria fails with these trees and conditions."""
    source = Document(model.file, None, None)
    parser = Parser(model.facts, conditions, source)
    for criterion in criteria:
        rules = {
            part: parser.rule(tree, source, ())
            for part, tree in trees.get(criterion.id, criterion.trees).items()
        }
        met = rules["met"]
        if met is None:  # an invalid rule never goes unnoticed
            return True
        mutant = criterion._replace(met=met, partly=rules.get("partly"))
        if any(_says(mutant, example) != example.expect for example in criterion.examples):
            return True
    return False


def _conditions_of(tree: Tree, conditions: Mapping[str, Tree]) -> set[str]:
    """Names of the conditions that a tree uses, directly or through others."""
    if isinstance(tree, list):
        return {name for part in tree for name in _conditions_of(part, conditions)}
    if not isinstance(tree, dict):
        return set()
    named = {tree["use"]} if isinstance(tree.get("use"), str) else set()
    below = {name for part in tree.values() for name in _conditions_of(part, conditions)}
    through = {n for name in named for n in _conditions_of(conditions.get(name), conditions)}
    return named | below | through


# -- mutations of a tree ---------------------------------------------------------------------


def changes(tree: Tree, at: Steps = ()) -> Iterator[Change]:
    """Yield every mutation of a rule's tree."""
    if "fact" in tree:
        yield from _fact_changes(tree, at)
        return
    word, operand = next(iter(tree.items()))
    yield from _CHANGES[word](word, operand, at)


def _below(word: str, parts: list[Tree], at: Steps, rebuild: Any) -> Iterator[Change]:
    """Mutate each part, and drop each part."""
    for number, part in enumerate(parts):
        for change in changes(part, (*at, word, number)):
            changed = [*parts[:number], change.tree, *parts[number + 1 :]]
            yield change._replace(tree=rebuild(changed))
        if len(parts) > 1:
            fewer = [*parts[:number], *parts[number + 1 :]]
            yield Change((*at, word, number), _short(part), _LEFT_OUT, rebuild(fewer))


def _joined(word: str, parts: list[Tree], at: Steps) -> Iterator[Change]:
    if len(parts) > 1:
        other = "any" if word == "all" else "all"
        yield Change(at, word, other, {other: parts})
    yield from _below(word, parts, at, lambda changed: {word: changed})


def _negated(word: str, operand: Tree, at: Steps) -> Iterator[Change]:
    yield Change(at, word, _LEFT_OUT, operand)
    for change in changes(operand, (*at, word)):
        yield change._replace(tree={word: change.tree})


def _used(word: str, operand: Tree, at: Steps) -> Iterator[Change]:
    yield Change(at, f"{word} {operand}", f"not {word} {operand}", {"not": {word: operand}})


def _number_of(word: str, operand: Tree, at: Steps) -> Iterator[Change]:
    count, parts = operand["count"], operand["of"]
    for other in (count - 1, count + 1):
        changed = {word: {"count": other, "of": parts}}
        yield Change((*at, word, "count"), str(count), str(other), changed)
    yield from _below(
        "of", parts, (*at, word), lambda changed: {word: {"count": count, "of": changed}}
    )


def _over_list(word: str, operand: Tree, at: Steps) -> Iterator[Change]:
    for other in {"some": ("every", "none"), "every": ("some", "none"), "none": ("some",)}[word]:
        yield Change(at, word, other, {other: operand})
    anything = {"fact": operand["in"], "length_at_least": 1}
    if word != "every":
        free = anything if word == "some" else {"not": anything}
        yield Change((*at, word), "where", _LEFT_OUT, free)
    yield from _where(word, operand, at)


def _where(word: str, operand: Tree, at: Steps) -> Iterator[Change]:
    if "where" in operand:
        for change in changes(operand["where"], (*at, word, "where")):
            yield change._replace(tree={word: {**operand, "where": change.tree}})


def _figures(word: str, operand: Tree, at: Steps) -> Iterator[Change]:
    """Mutate a count or a sum: its bound, its condition, and the presence of the condition."""
    bound = "at_least" if "at_least" in operand else "at_most"
    other = "at_most" if bound == "at_least" else "at_least"
    number, rest = operand[bound], {k: v for k, v in operand.items() if k != bound}
    yield Change((*at, word), f"{bound} {number}", other, {word: {**rest, other: number}})
    for shifted in (number - 1, number + 1):
        changed = {word: {**rest, bound: shifted}}
        yield Change((*at, word, bound), str(number), str(shifted), changed)
    if word == "sum" and "where" in operand:
        free = {k: v for k, v in operand.items() if k != "where"}
        yield Change((*at, word), "where", _LEFT_OUT, {word: free})
    if word == "count" and bound == "at_least":
        anything = {"fact": operand["in"], "length_at_least": number}
        yield Change((*at, word), "where", _LEFT_OUT, anything)
    yield from _where(word, operand, at)


_CHANGES: dict[str, Any] = {
    "all": _joined,
    "any": _joined,
    "not": _negated,
    "use": _used,
    "at_least": _number_of,
    "some": _over_list,
    "every": _over_list,
    "none": _over_list,
    "count": _figures,
    "sum": _figures,
}


def _fact_changes(tree: Tree, at: Steps) -> Iterator[Change]:
    word, operand = next((word, value) for word, value in tree.items() if word != "fact")
    for other in _other_operands(word, operand):
        changed = {"fact": tree["fact"], word: other}
        yield Change((*at, word), _short(operand), _short(other), changed)
    swapped = {"at_least": "at_most", "at_most": "at_least"}.get(word)
    if swapped:
        yield Change((*at, word), word, swapped, {"fact": tree["fact"], swapped: operand})
    elif word != "present":
        yield Change(at, word, f"not {word}", {"not": tree})


def _other_operands(word: str, operand: Any) -> Iterator[Any]:
    if word == "present":
        yield not operand
    elif word == "one_of" and len(operand) > 1:
        for number in range(len(operand)):
            yield [*operand[:number], *operand[number + 1 :]]
    elif word == "within":
        number, unit = operand.split()
        for other in (int(number) - 1, int(number) + 1):
            if other:
                yield f"{other} {unit.rstrip('s')}s"
    elif word in {"at_least", "at_most", "length_at_least"}:
        yield from _shifted(operand)


def _shifted(operand: Any) -> Iterator[Any]:
    day = iso_date(operand)
    if day:
        yield from ((day + timedelta(days)).isoformat() for days in (-1, 1))
    elif operand > 0:
        yield from (operand - 1, operand + 1)
    else:
        yield operand + 1


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - about one line
