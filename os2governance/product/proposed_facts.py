"""Facts that an importer proposes, and that nobody has confirmed yet (`proposed` in product.yaml).

They count for nothing: only what stands under `facts` is declared. A proposal waits until its fact
is declared, also as something that there is none of.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.documents.yaml_edit import RemoveEntry
from os2governance.rules.vocabulary import Fact

PROPOSED_KEY, SOURCES_KEY = "proposed", "from"
_MAX_DEPTH = 12


class WaitingProposal(NamedTuple):
    """A proposed fact that is not declared: its path below `facts`, its value, and its source."""

    path: tuple[str, ...]
    value: Any
    source: str

    @property
    def name(self) -> str:
        """Its path as it is written in the file."""
        return format_fact_path(self.path)


def format_fact_path(path: Sequence[str]) -> str:
    """A path as the sources of facts are named by: `ownership.licence`."""
    return ".".join(path)


def find_waiting_proposals(values: Mapping[str, Any], vocabulary: Fact) -> list[WaitingProposal]:
    """Find the proposals that the vocabulary knows, and whose facts nobody has declared."""
    proposed = values.get(PROPOSED_KEY)
    given = proposed if isinstance(proposed, dict) else {}
    sources = given.get(SOURCES_KEY)
    known = sources if isinstance(sources, dict) else {}
    return [
        WaitingProposal(path, value, str(known.get(format_fact_path(path)) or ""))
        for path, value in _walk_proposed(given.get("facts"), vocabulary, (), _MAX_DEPTH)
        if not is_declared(values.get("facts") or {}, path)
    ]


def is_declared(facts: Any, path: Sequence[str]) -> bool:
    """Whether a fact is declared, also where it, or a group that it is in, is declared absent."""
    for step in path:
        if facts is None:
            return True
        if not isinstance(facts, dict) or step not in facts:
            return False
        facts = facts[step]
    return True


def build_removals(
    values: Mapping[str, Any], proposals: Sequence[WaitingProposal]
) -> Iterator[RemoveEntry]:
    """Yield the edits that take proposals and their sources out of a file, no group left empty."""
    left = {PROPOSED_KEY: copy.deepcopy(values.get(PROPOSED_KEY))}
    for each in proposals:
        for way in (("facts", *each.path), (SOURCES_KEY, each.name)):
            if entry := _remove_with_groups(left, (PROPOSED_KEY, *way)):
                yield RemoveEntry(entry)


def _remove_with_groups(values: Any, path: tuple[str, ...]) -> tuple[str, ...] | None:
    """Remove an entry, and the groups that it alone is in; return what was removed."""
    holders = [values]
    for step in path[:-1]:
        below = holders[-1].get(step)
        if not isinstance(below, dict):
            return None
        holders.append(below)
    depth = len(path) - 1
    if path[-1] not in holders[-1]:
        return None
    while depth and len(holders[depth]) == 1:
        depth -= 1
    del holders[depth][path[depth]]
    return path[: depth + 1]


def _walk_proposed(
    value: Any, fact: Fact, path: tuple[str, ...], depth: int
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the proposed facts, groups entered, in the order of the file."""
    if not isinstance(value, dict) or not depth:
        return
    for name, below in value.items():
        if name not in fact.fields or below is None:
            continue
        if fact.fields[name].fields:
            yield from _walk_proposed(below, fact.fields[name], (*path, name), depth - 1)
        else:
            yield (*path, name), below
