"""A publiccode.yml: validated against the standard, and the facts of the model in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from os2governance.documents.yaml_reader import Document, ValuePath, read_yaml
from os2governance.exchange.read.document import PUBLICCODE, DocumentResult, ImportedDocument
from os2governance.exchange.read.header import find_date_in_name
from os2governance.findings.finding import Finding
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.model.document_terms import DocumentTerms
from os2governance.schema.compiled import compile_schema
from os2governance.schema.read import read_schema

FactsByPath = dict[ValuePath, tuple[Any, str]]


def read_publiccode(data: bytes, file: str, wording: DocumentTerms) -> DocumentResult:
    """Read a publiccode.yml; None with a located finding where it is not valid YAML.

    Violations of the standard are warnings with their location; what can still be read is read.
    """
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    findings = check_publiccode(document)
    values = document.values if isinstance(document.values, dict) else {}
    name = values.get("name")
    return ImportedDocument(
        kind=PUBLICCODE,
        file=file,
        model=wording.model,
        version=None,
        product=name[:200] if isinstance(name, str) else "",
        on=None,
        name_on=find_date_in_name(file),
        by="",
        claims={},
        reference=PurePosixPath(file).name,
        facts=_read_facts(values, wording.file_values["publiccode"]),
    ), findings


def check_publiccode(document: Document) -> list[Finding]:
    """Validate a publiccode.yml against the standard."""
    found = compile_schema("publiccode").find_violations(document, document.values)
    return [replace(each, severity="warning") for each in found]


def _read_facts(values: Mapping[str, Any], mapping: Mapping[str, Any]) -> FactsByPath:
    facts: FactsByPath = {}
    for each in mapping["facts"]:
        for path, value in _find_values(values, each["from"]):
            said = value.strip() if isinstance(value, str) else ""
            said = each["values"].get(said, "") if "values" in each else said
            if said:
                facts.setdefault(tuple(each["to"]), (said, _format_path(path)))
    for each in mapping["lists"]:
        facts |= _read_list_facts(values, each)
    return facts


def _read_list_facts(values: Mapping[str, Any], mapping: Mapping[str, Any]) -> FactsByPath:
    """Read a list of groups: the fields that are facts, and one field of all, if that is one."""
    facts: FactsByPath = {}
    said: list[str] = []
    for path, entries in _find_values(values, mapping["from"]):
        number = 0
        for entry in entries if isinstance(entries, list) else ():
            fields = {to: _read_field(entry, name) for name, to in mapping["fields"].items()}
            known = {to: value for to, value in fields.items() if value}
            if known:
                facts[*mapping["to"], number] = (known, _format_path(path))
                number += 1
            if "also" in mapping:
                said += [value] if (value := _read_field(entry, mapping["also"]["field"])) else []
        if said:
            facts[tuple(mapping["also"]["to"])] = (", ".join(said), _format_path(path))
    return facts


def _read_field(entry: Any, name: str) -> str | None:
    """Read a text of an entry; None for an invalid date where a date is required."""
    value = entry.get(name) if isinstance(entry, dict) else None
    if not isinstance(value, str) or not value.strip():
        return None
    maintenance = read_schema("publiccode")["properties"]["maintenance"]["properties"]
    format_ = maintenance["contractors"]["items"]["properties"].get(name, {}).get("format")
    return None if format_ == "date" and parse_iso_date(value) is None else value.strip()


def _find_values(
    values: Any, path: Sequence[str | int], way: ValuePath = ()
) -> Iterator[tuple[ValuePath, Any]]:
    """Yield the values at a path; `*` matches any key."""
    if len(way) == len(path):
        yield way, values
    elif isinstance(values, dict):
        step = path[len(way)]
        for key in list(values) if step == "*" else [step]:
            if key in values:
                yield from _find_values(values[key], path, (*way, key))


def _format_path(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path))
