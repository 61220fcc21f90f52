"""Small changes of a rule as written, each of which a set of examples ought to notice."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.rules.node import RuleTree

LEFT_OUT = "(left out)"
MAX_SHOWN = 60
"""Characters of a value that are shown: about one line."""


class Mutation(NamedTuple):
    """One mutation of a rule's tree: its path, the old and the new text."""

    path: ValuePath
    before: str
    after: str
    tree: RuleTree

    def render(self) -> str:
        """Format as it would be written in the file."""
        where = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in self.path).lstrip(".")
        return f"{where or '.'}: {self.before} → {self.after}"


Mutate = Callable[[RuleTree, ValuePath], Iterator[Mutation]]
"""Yields every mutation of the rule at a path."""
Rebuild = Callable[[Any], RuleTree]
"""Makes the tree of a node from a changed piece of it."""


def mutate_inside(
    tree: RuleTree, at: ValuePath, mutate: Mutate, rebuild: Rebuild
) -> Iterator[Mutation]:
    """Yield the mutations of a rule inside a node, as mutations of that node."""
    for change in mutate(tree, at):
        yield change._replace(tree=rebuild(change.tree))


def mutate_parts(
    parts: list[RuleTree], at: ValuePath, mutate: Mutate, rebuild: Rebuild
) -> Iterator[Mutation]:
    """Yield the mutations of each part, then its omission."""
    for number, part in enumerate(parts):
        before, after = parts[:number], parts[number + 1 :]
        for change in mutate(part, (*at, number)):
            yield change._replace(tree=rebuild([*before, change.tree, *after]))
        if len(parts) > 1:
            yield Mutation((*at, number), shorten(part), LEFT_OUT, rebuild([*before, *after]))


def shift_bound(bound: Any) -> Iterator[Any]:
    """Yield the numbers, or the dates, on either side of a bound; no number below zero."""
    day = parse_iso_date(bound)
    if day:
        yield from ((day + timedelta(days)).isoformat() for days in (-1, 1))
    elif bound > 0:
        yield from (bound - 1, bound + 1)
    else:
        yield bound + 1


def shorten(value: Any) -> str:
    """A value as text of at most one line."""
    text = str(value)
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"
