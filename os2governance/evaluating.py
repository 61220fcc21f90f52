"""Writing down an evaluation: lights and grounds by criterion, into `evaluations/<date>.yaml`.

Of a file that is there only what was said otherwise is changed; its comments and order stay.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from os2governance.edit import Change, Put, Removed, edited
from os2governance.finding import Finding
from os2governance.model import Model
from os2governance.record import Light, read_record
from os2governance.yamlfile import read_yaml

_NEW = b"format: os2governance/evaluation/1\n"


class Said(NamedTuple):
    """What an evaluator says of a product on a day; empty texts are not said."""

    product: str
    on: date
    by: str
    reference: str
    recommends: str
    lights: Mapping[str, Light]


def written_down(said: Said, model: Model, data: bytes | None) -> bytes:
    """Give the file of an evaluation; `data` is what is there, None for nothing.

    Raises:
        NotEditableError: when what is there is no YAML, or cannot be changed without loss.
    """
    document, _ = read_yaml(data, "") if data else (None, [])
    there = document.values if document and isinstance(document.values, dict) else {}
    return edited(data or _NEW, list(_changes(said, model, there)))


def problems_of(data: bytes, file: str, product: str, model: Model) -> list[Finding]:
    """Find what is wrong with the file of an evaluation."""
    document, findings = read_yaml(data, file)
    if document is None:
        return findings
    return read_record(product, model, [document], None)[1]


def _changes(said: Said, model: Model, there: Mapping[str, Any]) -> Iterator[Change]:
    yield from _put(("product",), said.product, there.get("product"))
    yield from _put(("model",), model.reference, there.get("model"))
    evaluated = there.get("evaluated") or {}
    yield from _put(("evaluated", "on"), said.on.isoformat(), evaluated.get("on"))
    yield from _put(("evaluated", "by"), said.by, evaluated.get("by"))
    yield from _text(("evaluated", "reference"), said.reference, evaluated)
    yield from _lights(said, model, there.get("lights") or {})
    yield from _text(("recommends",), said.recommends, there)


def _lights(said: Said, model: Model, there: Mapping[str, Any]) -> Iterator[Change]:
    for criterion in model.criteria:
        given, before = said.lights.get(criterion.id), there.get(criterion.id)
        if given is None:
            yield from [Removed(("lights", criterion.id))] if before is not None else []
            continue
        value = {"light": given.light, **({"grounds": given.grounds} if given.grounds else {})}
        yield from _put(("lights", criterion.id), value, before)


def _put(path: tuple[str, ...], value: Any, before: Any) -> Iterator[Change]:
    if value != before:
        yield Put(path, value)


def _text(path: tuple[str, ...], text: str, there: Mapping[str, Any]) -> Iterator[Change]:
    before = there.get(path[-1])
    if text:
        yield from _put(path, text, before)
    elif path[-1] in there and before is not None:
        yield Removed(path)
