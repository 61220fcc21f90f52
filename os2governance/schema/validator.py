"""Validation of a file against its schema; violations are explained in plain words.

One validator does both: it takes microseconds for a valid file, and reports path, keyword and
expectation of every violation in an invalid one.
"""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE, Finding, cap_items
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.schema.local_reference import resolve_reference

LONG_LIST_LENGTH = 1_000


class CompiledSchema:
    """A compiled schema."""

    def __init__(self, schema: dict[str, Any]) -> None:
        """Compile the schema.

        Raises:
            ValueError: when it is not valid JSON Schema, refers to another file, or has a pattern
                that does not run in linear time.
        """
        self._schema = schema
        self._validator = jsonschema_rs.Draft202012Validator(
            schema,
            validate_formats=True,
            # The validator's own check accepts `.023-01-26`.
            formats={"date": lambda text: parse_iso_date(text) is not None},
            retriever=_refuse_other_files,
            pattern_options=jsonschema_rs.RegexOptions(),
        )

    def find_violations(
        self, document: Document, values: Any, at: ValuePath = ()
    ) -> list[Finding]:
        """Findings of the violations in values at `at` of the document, capped for each kind."""
        if self._validator.is_valid(values):
            return []
        said: dict[str, list[Finding]] = {}
        for path, error in self._find_errors(values):
            same = said.setdefault(error.kind.name, [])
            if len(same) <= MAX_FINDINGS_PER_CODE:
                same += cap_items(self._explain(error, document, (*at, *path)))
        return [found for same in said.values() for found in same]

    def find_unquoted(self, values: Any) -> Iterator[ValuePath]:
        """Yield the paths of all numbers and booleans that should be texts."""
        errors = () if self._validator.is_valid(values) else self._find_errors(values)
        for path, error in errors:
            wants_text = error.kind.name == "type" and "string" in error.kind.types
            if wants_text and isinstance(error.instance, int | float):
                yield path

    def _find_errors(self, values: Any) -> Iterator[tuple[ValuePath, Any]]:
        """Yield the errors with their paths; long lists are validated in parts.

        The validator holds all errors of its input at once, at a kilobyte each.
        """
        found = False
        for path, start, part in _split_long_lists(values):
            for error in self._validator.iter_errors(part):
                at = tuple(error.instance_path)
                if start == 0:
                    found = True
                    yield at, error
                elif at[: len(path)] == path and len(at) > len(path):
                    found, index = True, start + int(at[len(path)])
                    yield (*path, index, *at[len(path) + 1 :]), error
        if not found:  # the error is about a long list as a whole
            yield from (
                (tuple(error.instance_path), error)
                for error in self._validator.iter_errors(values)
            )

    def _explain(self, error: Any, document: Document, path: ValuePath) -> Iterator[Finding]:
        from os2governance.schema.explain import Violation, explain_violation  # noqa: PLC0415 - needed only for a violation

        yield from explain_violation(
            Violation(error, self._find_asking_schema(error), document, path)
        )

    def _find_asking_schema(self, error: Any) -> dict[str, Any]:
        """Find the subschema that an error violates."""
        node: Any = self._schema
        for step in error.evaluation_path[:-1]:
            try:
                node = (
                    resolve_reference(node["$ref"], self._schema) if step == "$ref" else node[step]
                )
            except (KeyError, IndexError, TypeError):  # a reference in another form than ours
                return {}
        return node if isinstance(node, dict) else {}


def _split_long_lists(values: Any) -> Iterator[tuple[ValuePath, int, Any]]:
    """Yield the values with long lists truncated, then the rest of each list, path and start."""
    yield (), 0, _truncate_lists(values)
    for path, elements in _find_long_lists(values, ()):
        for start in range(LONG_LIST_LENGTH, len(elements), LONG_LIST_LENGTH):
            part: Any = elements[start : start + LONG_LIST_LENGTH]
            for key in reversed(path):
                part = {key: part}
            yield path, start, part


def _truncate_lists(values: Any) -> Any:
    if isinstance(values, dict):
        return {key: _truncate_lists(below) for key, below in values.items()}
    return values[:LONG_LIST_LENGTH] if isinstance(values, list) else values


def _find_long_lists(values: Any, path: ValuePath) -> Iterator[tuple[ValuePath, list[Any]]]:
    """Yield the long lists that are not inside another list."""
    if isinstance(values, dict):
        for key, below in values.items():
            yield from _find_long_lists(below, (*path, key))
    elif isinstance(values, list) and len(values) > LONG_LIST_LENGTH:
        yield path, values


def find_schema_problem(schema: Any) -> str | None:
    """The validator's reason why a schema is invalid; None where it is valid."""
    try:
        CompiledSchema(schema)
    except ValueError as error:
        return str(error).splitlines()[0]
    return None


def _refuse_other_files(reference: str) -> Any:
    raise ValueError(reference)
