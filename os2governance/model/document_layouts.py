"""A model's layouts for documents, with their symbols: read and selected."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, Place, finding
from os2governance.schema.read import read_schema
from os2governance.schema.validator import Shape

FOLDER = "layouts"
MARKS_FILE = "marks.yaml"


class Light(NamedTuple):
    """How a document shows one rating."""

    status: str
    mark: str
    word: str
    colour: str
    means: str


class Marks(NamedTuple):
    """The symbols of documents for answers and ratings, and the titles of their columns."""

    answers: Mapping[str, Mapping[str, str]]
    lights: tuple[Light, ...]
    counted_as: Mapping[str, str]
    columns: Mapping[str, Any]
    placeholders: frozenset[str]

    def light(self, status: str) -> Light:
        """Find the style of a status; without one, that of the status it is counted as."""
        wanted = self.counted_as.get(status, status)
        return next((each for each in self.lights if each.status == wanted), self.lights[-1])


class Layout(NamedTuple):
    """One layout; `file_values` is the validated content of its file."""

    kind: str
    name: str
    default: bool
    fills: str
    given: Mapping[str, Any]


class Layouts(NamedTuple):
    """All layouts of a model."""

    marks: Marks
    layouts: tuple[Layout, ...]

    def of_kind(self, kind: str) -> list[Layout]:
        """The layouts of a kind, the default first."""
        return sorted(
            (each for each in self.layouts if each.kind == kind), key=lambda each: not each.default
        )


def read_layouts(files: Mapping[str, bytes], folder: str) -> tuple[Layouts | None, list[Finding]]:
    """Read the layout files of a folder by name; None with findings where they are invalid."""
    if MARKS_FILE not in files:
        return None, [finding("layouts-missing", Place(folder))]
    findings: list[Finding] = []
    layouts: list[Layout] = []
    marks = None
    for name in sorted(files):
        document, wrong = read_yaml(files[name], f"{folder}/{name}")
        findings += wrong
        if document is None:
            continue
        wrong = Shape(_schema(name, document)).findings(document, document.values)
        findings += wrong
        if wrong:
            continue
        if name == MARKS_FILE:
            marks = _marks(document.values)
        else:
            layouts.append(_layout(document.values))
    if findings or marks is None:
        return None, findings
    return Layouts(marks, tuple(layouts)), []


def _schema(name: str, document: Document) -> dict[str, Any]:
    """The schema of the layout's kind, so that what is wrong is said of its own keys."""
    if name == MARKS_FILE:
        return read_schema("marks")
    values = document.values
    said = values.get("kind") if isinstance(values, dict) else None
    shapes: list[dict[str, Any]] = read_schema("layout")["oneOf"]
    own = next((shape for shape in shapes if said in _kinds(shape)), None)
    if own:
        return own
    kinds = [kind for shape in shapes for kind in _kinds(shape)]
    return {**shapes[0], "properties": {**shapes[0]["properties"], "kind": {"enum": kinds}}}


def _kinds(shape: Mapping[str, Any]) -> list[str]:
    kind = shape["properties"]["kind"]
    return kind["enum"] if "enum" in kind else [kind["const"]]


def _marks(values: Mapping[str, Any]) -> Marks:
    return Marks(
        answers=values["answers"],
        lights=tuple(Light(**light) for light in values["lights"]),
        counted_as=values.get("counted_as") or {},
        columns=values["columns"],
        placeholders=frozenset(text.casefold() for text in values.get("placeholders") or ()),
    )


def _layout(values: Mapping[str, Any]) -> Layout:
    return Layout(
        values["kind"], values["layout"], values.get("default", False), values["fills"], values
    )
