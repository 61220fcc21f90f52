"""The publiccode.yml of a declaration: a new file, or changes to the product's own."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.documents.json_writer import quote_json
from os2governance.documents.yaml_edit import NotEditableError, SetValue, edit_yaml
from os2governance.documents.yaml_reader import ValuePath, read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import pgettext
from os2governance.model.document_layouts import Layout

_MISSING_COMMENT = pgettext(
    "exported document",
    "# The standard also requires the following, which the self-assessment does not state:",
).da


def render_publiccode(
    assessment: Assessment, layout: Layout, own: bytes | None, file: str
) -> tuple[bytes | None, list[Finding]]:
    """Render publiccode.yml; in the product's own file, only what is declared changes.

    Nothing is invented: what the standard requires and nobody has declared is a finding.
    """
    values: dict[ValuePath, Any] = dict(_list_values(assessment, layout.file_values))
    required = [tuple(path) for path in layout.file_values.get("required", ())]
    if own is None:
        data, there = _render_new_file(values, required), _build_tree(values)
    else:
        document, findings = read_yaml(own, file)
        if document is None:
            return None, findings
        try:
            data = edit_yaml(own, [SetValue(path, value) for path, value in values.items()])
        except NotEditableError:
            return None, [make_finding("publiccode-not-editable", Location(file))]
        changed, findings = read_yaml(data, file)
        if changed is None:
            return None, findings
        there = changed.values
    lacking = [".".join(map(str, path)) for path in required if _read_path(there, path) is None]
    place = assessment.document.locate(["facts"], key=True)
    return data, [make_finding("publiccode-incomplete", place, name=name) for name in lacking]


def _list_values(
    assessment: Assessment, given: Mapping[str, Any]
) -> Iterator[tuple[ValuePath, Any]]:
    facts = assessment.facts.values
    for each in given["values"]:
        value = _read_path(facts, each["fact"]) if "fact" in each else None
        if "text" in each:
            value = each["text"].replace("{product}", assessment.product.name)
        if value is not None:
            yield tuple(each["to"]), value
    for each in given.get("lists", ()):
        entries = list(_build_entries(_read_path(facts, each["fact"]), each["fields"]))
        if entries:
            yield tuple(each["to"]), entries
            if "with" in each:
                path, value = each["with"]
                yield tuple(path), value


def _build_entries(found: Any, fields: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the elements of a list; one without its first field is left out."""
    first = next(iter(fields))
    for entry in found if isinstance(found, list) else ():
        made = {name: entry[key] for name, key in fields.items() if entry.get(key) is not None}
        if first in made:
            yield made


def _read_path(values: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        if isinstance(values, dict):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values


def _build_tree(values: Mapping[ValuePath, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for path, value in values.items():
        group = tree
        for step in path[:-1]:
            group = group.setdefault(str(step), {})
        group[str(path[-1])] = value
    return tree


def _render_new_file(values: Mapping[ValuePath, Any], required: Sequence[ValuePath]) -> bytes:
    lines = list(_render_block(_build_tree(values), 0))
    lacking = [path for path in required if _read_path(_build_tree(values), path) is None]
    if lacking:
        lines += ["", _MISSING_COMMENT, *(f"# {'.'.join(map(str, path))}:" for path in lacking)]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _render_block(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Render groups as blocks; every value is quoted as JSON, which YAML 1.2 reads.

    Control characters, and others that do not show, are escaped.
    """
    before = " " * indent
    for key, below in value.items():
        if isinstance(below, dict):
            yield f"{before}{key}:"
            yield from _render_block(below, indent + 2)
        elif isinstance(below, list):
            yield f"{before}{key}:"
            for entry in below:
                first, *rest = _render_block(entry, 0)
                yield f"{before}  - {first}"
                yield from (f"{before}    {line}" for line in rest)
        else:
            said = quote_json(below) if isinstance(below, str) else json.dumps(below)
            yield f"{before}{key}: {said}"
