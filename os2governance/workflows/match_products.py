"""Matching of old and current products: by id, then by location, then by decisions."""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import read_yaml

ProductsByFile = Mapping[str, ProductFiles | None]
"""Products by their file; None where a file cannot be read."""
FilePairs = list[tuple[str, str]]


def match_products(before: ProductsByFile, after: ProductsByFile) -> FilePairs:
    """Pair the old and the current file of each product that exists in both.

    A product found neither by its id nor by its location is matched with the one that has most of
    its decisions.
    """
    old = {name: _read_id(each) for name, each in before.items()}
    new = {name: _read_id(each) for name, each in after.items()}
    found: FilePairs = []
    for key in (_key_by_id_and_file, _key_by_id, _key_by_file):
        pairs = _match_by_key(old, new, key)
        found += pairs
        for was, now in pairs:
            del old[was], new[now]
    return found + _match_by_decisions({n: before[n] for n in old}, {n: after[n] for n in new})


MatchKey = Callable[[str, str | None], Hashable]


def _key_by_id_and_file(name: str, said: str | None) -> Hashable:
    return said and (name, said)


def _key_by_id(_: str, said: str | None) -> Hashable:
    return said


def _key_by_file(name: str, _: str | None) -> Hashable:
    return name


def _match_by_key(
    old: Mapping[str, str | None], new: Mapping[str, str | None], key: MatchKey
) -> FilePairs:
    """Pair files with equal keys; several files with one key are paired in sorted order."""
    waiting: dict[Hashable, list[str]] = {}
    for name in sorted(old, reverse=True):
        waiting.setdefault(key(name, old[name]), []).append(name)
    found: FilePairs = []
    for name in sorted(new):
        sign = key(name, new[name])
        if sign is not None and waiting.get(sign):
            found.append((waiting[sign].pop(), name))
    return found


def _match_by_decisions(old: ProductsByFile, new: ProductsByFile) -> FilePairs:
    """Pair products where one's log contains most of the other's decisions."""
    having: dict[str, list[str]] = {}
    for name in sorted(old):
        for decision in _read_decisions(old[name]):
            having.setdefault(decision, []).append(name)
    found: FilePairs = []
    taken: set[str] = set()
    for name in sorted(new):
        shared = Counter(
            each
            for decision in _read_decisions(new[name])
            for each in having.get(decision, ())
            if each not in taken
        )
        for was, count in shared.most_common(1):
            if count * 2 > len(_read_decisions(old[was])):
                taken.add(was)
                found.append((was, name))
    return found


def _read_id(sources: ProductFiles | None) -> str | None:
    """The id in the product file; without one, in the first of the others that states one."""
    if sources is None:
        return None
    files = [sources.product] if sources.product else sources.files()
    ids = (_read_values(file).get("product") for file in files)
    return next((each for each in ids if isinstance(each, str)), None)


def _read_decisions(sources: ProductFiles | None) -> set[str]:
    """The distinct decisions of a log, in a canonical text form."""
    said = _read_values(sources.log if sources else None).get("decisions")
    decisions = said if isinstance(said, list) else []
    return {json.dumps(each, sort_keys=True, default=str) for each in decisions}


def _read_values(file: FileContent | None) -> Mapping[str, Any]:
    document = read_yaml(file.data, file.name)[0] if file else None
    values = document.values if document else None
    return values if isinstance(values, dict) else {}
