"""A model's layouts for documents, with their symbols: read and selected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.schema.read import read_schema
from os2governance.schema.validator import CompiledSchema

MARKS_FILE = "marks.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class RatingStyle:
    """How a document shows one rating."""

    status: str
    mark: str
    word: str
    colour: str
    means: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentSymbols:
    """The symbols of documents for answers and ratings, and the titles of their columns."""

    answers: Mapping[str, Mapping[str, str]]
    rating_styles: tuple[RatingStyle, ...]
    counted_as: Mapping[str, str]
    columns: Mapping[str, Any]
    placeholders: frozenset[str]

    def find_rating_style(self, status: str) -> RatingStyle:
        """Find the style of a status; without one, that of the status it is counted as."""
        wanted = self.counted_as.get(status, status)
        return next(
            (each for each in self.rating_styles if each.status == wanted), self.rating_styles[-1]
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """One layout; `file_values` is the validated content of its file."""

    kind: str
    name: str
    default: bool
    fills: str
    file_values: Mapping[str, Any]


class Layouts(NamedTuple):
    """All layouts of a model."""

    symbols: DocumentSymbols
    layouts: tuple[Layout, ...]

    def of_kind(self, kind: str) -> list[Layout]:
        """The layouts of a kind, the default first."""
        return sorted(
            (each for each in self.layouts if each.kind == kind), key=lambda each: not each.default
        )


def read_layouts(files: Mapping[str, bytes], folder: str) -> tuple[Layouts | None, list[Finding]]:
    """Read the layout files of a folder by name; None with findings where they are invalid."""
    if MARKS_FILE not in files:
        return None, [make_finding("layouts-missing", Location(folder))]
    findings: list[Finding] = []
    layouts: list[Layout] = []
    marks = None
    for name in sorted(files):
        document, wrong = read_yaml(files[name], f"{folder}/{name}")
        findings += wrong
        if document is None:
            continue
        wrong = CompiledSchema(_choose_schema(name, document)).find_violations(
            document, document.values
        )
        findings += wrong
        if wrong:
            continue
        if name == MARKS_FILE:
            marks = _build_symbols(document.values)
        else:
            layouts.append(_build_layout(document.values))
    if findings or marks is None:
        return None, findings
    return Layouts(marks, tuple(layouts)), []


def _choose_schema(name: str, document: Document) -> dict[str, Any]:
    """The schema of the layout's kind, so that violations are about its own keys."""
    if name == MARKS_FILE:
        return read_schema("marks")
    values = document.values
    kind = values.get("kind") if isinstance(values, dict) else None
    schemas: list[dict[str, Any]] = read_schema("layout")["oneOf"]
    own = next((schema for schema in schemas if kind in _list_kinds(schema)), None)
    if own:
        return own
    kinds = [each for schema in schemas for each in _list_kinds(schema)]
    return {**schemas[0], "properties": {**schemas[0]["properties"], "kind": {"enum": kinds}}}


def _list_kinds(schema: Mapping[str, Any]) -> list[str]:
    kind = schema["properties"]["kind"]
    return kind["enum"] if "enum" in kind else [kind["const"]]


def _build_symbols(values: Mapping[str, Any]) -> DocumentSymbols:
    return DocumentSymbols(
        answers=values["answers"],
        rating_styles=tuple(RatingStyle(**light) for light in values["lights"]),
        counted_as=values.get("counted_as") or {},
        columns=values["columns"],
        placeholders=frozenset(text.casefold() for text in values.get("placeholders") or ()),
    )


def _build_layout(values: Mapping[str, Any]) -> Layout:
    return Layout(
        kind=values["kind"],
        name=values["layout"],
        default=values.get("default", False),
        fills=values["fills"],
        file_values=values,
    )
