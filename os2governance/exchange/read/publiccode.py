"""A publiccode.yml: validated against the standard, and the facts of the model in it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.exchange.read.document import PUBLICCODE, Imported, Read
from os2governance.findings.finding import Finding
from os2governance.i18n.iso_dates import iso_date
from os2governance.model.document_terms import Wording
from os2governance.schema.read import read_schema
from os2governance.schema.validator import Shape

Steps = tuple[str | int, ...]
Facts = dict[Steps, tuple[Any, str]]


@lru_cache(maxsize=1)
def _shape() -> Shape:
    return Shape(read_schema("publiccode"))


def read_publiccode(data: bytes, file: str, wording: Wording) -> Read:
    """Read a publiccode.yml; None with a located finding where it is not valid YAML.

    Violations of the standard are warnings with their location; what can still be read is read.
    """
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    findings = against_standard(document)
    values = document.values if isinstance(document.values, dict) else {}
    name = values.get("name")
    return Imported(
        kind=PUBLICCODE,
        file=file,
        model=wording.model,
        version=None,
        product=name[:200] if isinstance(name, str) else "",
        on=None,
        by="",
        claims={},
        reference=PurePosixPath(file).name,
        facts=_facts(values, wording.given["publiccode"]),
    ), findings


def against_standard(document: Document) -> list[Finding]:
    """Validate a publiccode.yml against the standard."""
    found = _shape().findings(document, document.values)
    return [each._replace(severity="warning") for each in found]


def _facts(values: Mapping[str, Any], mapping: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    for each in mapping["facts"]:
        for path, value in _at(values, each["from"]):
            said = value.strip() if isinstance(value, str) else ""
            said = each["values"].get(said, "") if "values" in each else said
            if said:
                facts.setdefault(tuple(each["to"]), (said, _dotted(path)))
    for each in mapping["lists"]:
        facts |= _listed(values, each)
    return facts


def _listed(values: Mapping[str, Any], mapping: Mapping[str, Any]) -> Facts:
    """Read a list of groups: the fields that are facts, and one field of all, if that is one."""
    facts: Facts = {}
    said: list[str] = []
    for path, entries in _at(values, mapping["from"]):
        number = 0
        for entry in entries if isinstance(entries, list) else ():
            fields = {to: _field(entry, name) for name, to in mapping["fields"].items()}
            known = {to: value for to, value in fields.items() if value}
            if known:
                facts[*mapping["to"], number] = (known, _dotted(path))
                number += 1
            if "also" in mapping:
                said += [value] if (value := _field(entry, mapping["also"]["field"])) else []
        if said:
            facts[tuple(mapping["also"]["to"])] = (", ".join(said), _dotted(path))
    return facts


def _field(entry: Any, name: str) -> str | None:
    """Read a text of an entry; None for an invalid date where a date is required."""
    value = entry.get(name) if isinstance(entry, dict) else None
    if not isinstance(value, str) or not value.strip():
        return None
    maintenance = read_schema("publiccode")["properties"]["maintenance"]["properties"]
    form = maintenance["contractors"]["items"]["properties"].get(name, {}).get("format")
    return None if form == "date" and iso_date(value) is None else value.strip()


def _at(values: Any, path: Sequence[str | int], way: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield the values at a path; `*` matches any key."""
    if len(way) == len(path):
        yield way, values
    elif isinstance(values, dict):
        step = path[len(way)]
        for key in list(values) if step == "*" else [step]:
            if key in values:
                yield from _at(values[key], path, (*way, key))


def _dotted(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path))
