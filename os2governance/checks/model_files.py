"""Files of a model that its versions share, and files in its folders that nothing reads.

The shared files lie above the versions: `<model>/documents.yaml` and `<model>/layouts/`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from os2governance.documents.sources import LAYOUTS_FOLDER, MODEL_FILE, TERMS_FILE
from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Text, format_alternatives
from os2governance.model.document_layouts import read_layouts
from os2governance.model.document_terms import read_document_terms

YAML_SUFFIXES = (".yaml", ".yml")


def check_shared_files(
    folder: str, terms: bytes | None, layouts: Mapping[str, bytes] | None
) -> list[Finding]:
    """Findings about the shared files of a model; None for those that it does not have."""
    findings: list[Finding] = []
    if terms is not None:
        findings += read_document_terms(terms, f"{folder}/{TERMS_FILE}")[1]
    if layouts is not None:
        findings += read_layouts(layouts, f"{folder}/{LAYOUTS_FOLDER}")[1]
    return findings


def read_main_values(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    """The values of a version's model.yaml; empty where it cannot be read."""
    data = files.get(MODEL_FILE)
    document = read_yaml(data, MODEL_FILE)[0] if data is not None else None
    values = document.values if document else None
    return values if isinstance(values, dict) else {}


def find_unread_in_version(
    folder: str, names: Iterable[str], main: Mapping[str, Any]
) -> list[Finding]:
    """Findings of names in a version's folder that are not read; `main` is its model.yaml."""
    facts = main.get("facts")
    schema = facts if isinstance(facts, str) else ""
    expected = ("*.yaml", schema) if schema else ("*.yaml",)
    read = {name for name in names if name.endswith(YAML_SUFFIXES) or name == schema}
    if not main:  # which schema it names is unknown
        read |= {name for name in names if name.endswith(".json")}
    return find_unread_names(folder, names, read, expected)


def find_unread_names(
    folder: str, names: Iterable[str], read: Iterable[str], expected: Sequence[str]
) -> list[Finding]:
    """Findings of the names in a folder that are not among those read; hidden ones are allowed."""
    wanted = Text(format_alternatives(expected, "da"), format_alternatives(expected, "en"))
    unread = sorted({name for name in names if not name.startswith(".")}.difference(read))
    return [
        make_finding("name-not-read", Location(f"{folder}/{name}"), expected=wanted)
        for name in unread
    ]
