"""Matching of old and current products: by id, then by what they say, then by location."""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.record_entries import read_product_record

ProductsByFile = Mapping[str, ProductFiles | None]
"""Products by their file; None where a file cannot be read."""
FilePairs = list[tuple[str, str]]


def match_products(before: ProductsByFile, after: ProductsByFile) -> FilePairs:
    """Pair the old and the current file of each product that exists in both.

    A product that is not found by its id is matched with the one that has most of its decisions,
    else most of all that it says; a product that took its place is another. Only then is a product
    what stands in its place.
    """
    old = {name: _read_id(each) for name, each in before.items()}
    new = {name: _read_id(each) for name, each in after.items()}
    found: FilePairs = []

    def take(pairs: FilePairs) -> None:
        found.extend(pairs)
        for was, now in pairs:
            del old[was], new[now]

    take(_match_by_key(old, new, _key_by_id_and_file))
    take(_match_by_key(old, new, _key_by_id))
    for read, least in ((_read_decisions, 1), (_read_statements, MIN_SHARED_STATEMENTS)):
        if old and new:
            was = {name: read(before[name]) for name in old}
            now = {name: read(after[name]) for name in new}
            take(_match_by_content(was, now, least))
    take(_match_by_key(old, new, _key_by_file))
    return found


MIN_SHARED_STATEMENTS = 3
"""Fewer facts and answers in common may be so by chance."""


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


def _match_by_content(
    old: Mapping[str, set[str]], new: Mapping[str, set[str]], least: int
) -> FilePairs:
    """Pair products where one says most of what the other said, and at least so much."""
    having: dict[str, list[str]] = {}
    for name in sorted(old):
        for each in old[name]:
            having.setdefault(each, []).append(name)
    found: FilePairs = []
    taken: set[str] = set()
    for name in sorted(new):
        shared = Counter(
            was for each in new[name] for was in having.get(each, ()) if was not in taken
        )
        for was, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:1]:
            if count * 2 > len(old[was]) and count >= least:
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


def _read_statements(sources: ProductFiles | None) -> set[str]:
    """The distinct facts, answers and entries of a product, in a canonical text form."""
    if sources is None:
        return set()
    found = {each.content for each in read_product_record(sources).entries}
    values = _read_values(sources.product)
    found |= {
        json.dumps([key, *each], sort_keys=True, default=str)
        for key in ("facts", "answers")
        if isinstance(values.get(key), dict)
        for each in values[key].items()
    }
    return found


def _read_decisions(sources: ProductFiles | None) -> set[str]:
    """The distinct decisions of a log, in a canonical text form."""
    said = _read_values(sources.log if sources else None).get("decisions")
    decisions = said if isinstance(said, list) else []
    return {json.dumps(each, sort_keys=True, default=str) for each in decisions}


def _read_values(file: FileContent | None) -> Mapping[str, Any]:
    document = read_yaml(file.data, file.name)[0] if file else None
    values = document.values if document else None
    return values if isinstance(values, dict) else {}
