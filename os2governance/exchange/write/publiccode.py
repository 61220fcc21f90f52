"""The publiccode.yml of a declaration: a new file, or changes to the product's own."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.documents.yaml_edit import NotEditableError, Put, edited
from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding, Place, finding
from os2governance.model.document_layouts import Layout

Steps = tuple[str | int, ...]
_LACKING = "# Standarden kræver også følgende, som erklæringen ikke oplyser:"


def publiccode(
    assessment: Assessment, layout: Layout, own: bytes | None, file: str
) -> tuple[bytes | None, list[Finding]]:
    """Render publiccode.yml; in the product's own file, only what is declared changes.

    Nothing is invented: what the standard requires and nobody has declared is a finding.
    """
    values: dict[Steps, Any] = dict(_values(assessment, layout.given))
    required = [tuple(path) for path in layout.given.get("required", ())]
    if own is None:
        data, there = _new(values, required), _tree(values)
    else:
        document, findings = read_yaml(own, file)
        if document is None:
            return None, findings
        try:
            data = edited(own, [Put(path, value) for path, value in values.items()])
        except NotEditableError:
            return None, [finding("publiccode-not-editable", Place(file))]
        changed, findings = read_yaml(data, file)
        if changed is None:
            return None, findings
        there = changed.values
    lacking = [".".join(map(str, path)) for path in required if _at(there, path) is None]
    place = assessment.declaration.document.place(["facts"], key=True)
    return data, [finding("publiccode-incomplete", place, name=name) for name in lacking]


def _values(assessment: Assessment, given: Mapping[str, Any]) -> Iterator[tuple[Steps, Any]]:
    facts = assessment.declaration.facts
    for each in given["values"]:
        value = _at(facts, each["fact"]) if "fact" in each else None
        if "text" in each:
            value = each["text"].replace("{product}", assessment.declaration.name)
        if value is not None:
            yield tuple(each["to"]), value
    for each in given.get("lists", ()):
        entries = list(_entries(_at(facts, each["fact"]), each["fields"]))
        if entries:
            yield tuple(each["to"]), entries
            if "with" in each:
                path, value = each["with"]
                yield tuple(path), value


def _entries(found: Any, fields: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the elements of a list; one without its first field is left out."""
    first = next(iter(fields))
    for entry in found if isinstance(found, list) else ():
        made = {name: entry[key] for name, key in fields.items() if entry.get(key) is not None}
        if first in made:
            yield made


def _at(values: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        if isinstance(values, dict):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values


def _tree(values: Mapping[Steps, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for path, value in values.items():
        group = tree
        for step in path[:-1]:
            group = group.setdefault(str(step), {})
        group[str(path[-1])] = value
    return tree


def _new(values: Mapping[Steps, Any], required: Sequence[Steps]) -> bytes:
    lines = list(_block(_tree(values), 0))
    lacking = [path for path in required if _at(_tree(values), path) is None]
    if lacking:
        lines += ["", _LACKING, *(f"# {'.'.join(map(str, path))}:" for path in lacking)]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _block(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Render groups as blocks; every value is quoted as JSON, which YAML 1.2 reads."""
    before = " " * indent
    for key, below in value.items():
        if isinstance(below, dict):
            yield f"{before}{key}:"
            yield from _block(below, indent + 2)
        elif isinstance(below, list):
            yield f"{before}{key}:"
            for entry in below:
                first, *rest = _block(entry, 0)
                yield f"{before}  - {first}"
                yield from (f"{before}    {line}" for line in rest)
        else:
            yield f"{before}{key}: {json.dumps(below, ensure_ascii=False)}"
