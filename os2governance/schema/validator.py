"""Whether a file has the shape that its schema asks for; if not, why not, in plain words.

One validator does both: it answers in microseconds for a file that is right, and names path,
keyword and expectation of every fault of one that is not.
"""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from os2governance.documents.yaml_reader import Document, Steps
from os2governance.findings.finding import MAX_FINDINGS, Finding, enough
from os2governance.i18n.iso_dates import iso_date
from os2governance.schema.formats.reference import referenced

LONG_LIST = 1_000


class Shape:
    """A compiled schema."""

    def __init__(self, schema: dict[str, Any]) -> None:
        """Compile the schema.

        Raises:
            ValueError: when it is no valid JSON Schema, refers to another file, or has a pattern
                that does not run in linear time.
        """
        self._schema = schema
        self._validator = jsonschema_rs.Draft202012Validator(
            schema,
            validate_formats=True,
            # The validator's own check lets `.023-01-26` through.
            formats={"date": lambda text: iso_date(text) is not None},
            retriever=_no_other_files,
            pattern_options=jsonschema_rs.RegexOptions(),
        )

    def findings(self, document: Document, values: Any, at: Steps = ()) -> list[Finding]:
        """Say what is wrong with the values at `at` of the document, each up to what is told."""
        if self._validator.is_valid(values):
            return []
        said: dict[str, list[Finding]] = {}
        for path, error in self._errors(values):
            same = said.setdefault(error.kind.name, [])
            if len(same) <= MAX_FINDINGS:
                same += enough(self._explained(error, document, (*at, *path)))
        return [found for same in said.values() for found in same]

    def unquoted(self, values: Any) -> Iterator[Steps]:
        """Give the paths of all numbers and truth values that should be texts."""
        errors = () if self._validator.is_valid(values) else self._errors(values)
        for path, error in errors:
            wants_text = error.kind.name == "type" and "string" in error.kind.types
            if wants_text and isinstance(error.instance, int | float):
                yield path

    def _errors(self, values: Any) -> Iterator[tuple[Steps, Any]]:
        """Give the errors with their paths; long lists are validated part by part.

        The validator holds all errors of what it is given at once, a kilobyte for each.
        """
        found = False
        for path, start, part in _parts(values):
            for error in self._validator.iter_errors(part):
                at = tuple(error.instance_path)
                if start == 0:
                    found = True
                    yield at, error
                elif at[: len(path)] == path and len(at) > len(path):
                    found, index = True, start + int(at[len(path)])
                    yield (*path, index, *at[len(path) + 1 :]), error
        if not found:  # it is about a long list as a whole
            yield from (
                (tuple(error.instance_path), error)
                for error in self._validator.iter_errors(values)
            )

    def _explained(self, error: Any, document: Document, path: Steps) -> Iterator[Finding]:
        from os2governance.schema.explain import Misfit, explained  # noqa: PLC0415 - only a fault pays for it

        yield from explained(Misfit(error, self._asking(error), document, path))

    def _asking(self, error: Any) -> dict[str, Any]:
        """Find the part of the schema that asks for what was not found."""
        node: Any = self._schema
        for step in error.evaluation_path[:-1]:
            try:
                node = referenced(node["$ref"], self._schema) if step == "$ref" else node[step]
            except (KeyError, IndexError, TypeError):  # a reference by another way than ours
                return {}
        return node if isinstance(node, dict) else {}


def _parts(values: Any) -> Iterator[tuple[Steps, int, Any]]:
    """Give values with long lists cut, then the rest of each list, with its path and its start."""
    yield (), 0, _cut(values)
    for path, elements in _long_lists(values, ()):
        for start in range(LONG_LIST, len(elements), LONG_LIST):
            part: Any = elements[start : start + LONG_LIST]
            for key in reversed(path):
                part = {key: part}
            yield path, start, part


def _cut(values: Any) -> Any:
    if isinstance(values, dict):
        return {key: _cut(below) for key, below in values.items()}
    return values[:LONG_LIST] if isinstance(values, list) else values


def _long_lists(values: Any, path: Steps) -> Iterator[tuple[Steps, list[Any]]]:
    """Give the long lists that no other list holds."""
    if isinstance(values, dict):
        for key, below in values.items():
            yield from _long_lists(below, (*path, key))
    elif isinstance(values, list) and len(values) > LONG_LIST:
        yield path, values


def schema_problem(schema: Any) -> str | None:
    """Say, in the validator's words, why something is no JSON Schema; None where it is one."""
    try:
        Shape(schema)
    except ValueError as error:
        return str(error).splitlines()[0]
    return None


def _no_other_files(reference: str) -> Any:
    raise ValueError(reference)
