"""Validation of a file against its schema; violations are explain_violation in plain words.

`jsonschema` is the reference; `jsonschema_rs` validates in microseconds and is used where it is
installed. Which one it is changes no finding: the errors of both are read into `SchemaFault`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE, Finding, cap_items
from os2governance.schema.ecma_patterns import compile_pattern
from os2governance.schema.fault import SchemaFault
from os2governance.schema.local_reference import resolve_reference
from os2governance.schema.string_formats import FORMATS, NOT_CHECKED

try:
    import jsonschema_rs
except ImportError:  # no wheel for this system
    _IS_FAST = False
else:
    _IS_FAST = True

LONG_LIST_LENGTH = 1_000


class Validator(Protocol):
    """A compiled schema of one of the libraries."""

    def is_valid(self, values: Any) -> bool:
        """Whether the values fit."""

    def iter_errors(self, values: Any) -> Iterator[SchemaFault]:
        """All faults of the values, in any order."""


class CompiledSchema:
    """A compiled schema."""

    def __init__(self, schema: dict[str, Any]) -> None:
        """Compile the schema.

        Raises:
            ValueError: when it is not valid JSON Schema, refers to another file, or has a pattern
                that does not run in linear time.
        """
        self._validator: Validator = compile_validator(schema)

    def is_valid(self, values: Any) -> bool:
        """Whether values have the schema."""
        return self._validator.is_valid(values)

    def find_violations(
        self, document: Document, values: Any, at: ValuePath = ()
    ) -> list[Finding]:
        """Findings of the violations in values at `at` of the document, capped for each kind."""
        if self._validator.is_valid(values):
            return []
        said: dict[str, list[Finding]] = {}

        def ordered(faults: Iterable[SchemaFault]) -> list[SchemaFault]:
            return sorted(faults, key=lambda fault: _order(fault, document, at))

        for fault in self._find_errors(values, ordered):
            same = said.setdefault(fault.keyword, [])
            if len(same) <= MAX_FINDINGS_PER_CODE:
                same += cap_items(_explain(fault, document, (*at, *fault.path)))
        return [found for same in said.values() for found in same]

    def find_unquoted(self, values: Any) -> Iterator[ValuePath]:
        """Yield the paths of all numbers and booleans that should be texts."""
        if not self._validator.is_valid(values):
            for fault in self._find_errors(values, list):
                wants_text = fault.keyword == "type" and "string" in fault.expected
                if wants_text and isinstance(fault.value, int | float):
                    yield fault.path

    def _find_errors(
        self, values: Any, ordered: Callable[[Iterable[SchemaFault]], list[SchemaFault]]
    ) -> Iterator[SchemaFault]:
        """Yield the faults; long lists are validated in parts, and each part's faults are ordered.

        The validator holds all errors of its input at once, at a kilobyte each.
        """
        found = False
        for path, start, part in _split_long_lists(values):
            faults = self._validator.iter_errors(part)
            if start:
                faults = _of_elements(faults, path, start)
            for fault in ordered(faults):
                found = True
                yield fault
        if not found:  # the fault is about a long list as a whole
            yield from ordered(self._validator.iter_errors(values))


def _order(fault: SchemaFault, document: Document, at: ValuePath) -> tuple[int, int, str]:
    """Faults stand in the order of the document, whichever library found them."""
    location = document.locate((*at, *fault.path))
    return location.line or 0, location.column or 0, fault.keyword


def _of_elements(
    faults: Iterable[SchemaFault], path: ValuePath, start: int
) -> Iterator[SchemaFault]:
    """The faults inside the elements of a list at `path`, with their numbers in the whole list."""
    for fault in faults:
        at = fault.path
        if at[: len(path)] == path and len(at) > len(path):
            index = start + int(at[len(path)])
            yield replace(fault, path=(*path, index, *at[len(path) + 1 :]))


def _explain(fault: SchemaFault, document: Document, path: ValuePath) -> Iterator[Finding]:
    from os2governance.schema.explain import Violation, explain_violation  # noqa: PLC0415 - needed only for a violation

    yield from explain_violation(Violation(fault, document, path))


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
    """The reference's reason why a schema is invalid; None where it is valid."""
    try:
        CompiledSchema(schema)
    except ValueError as error:
        said = error
    else:
        return None
    try:
        reference_validator(schema)
    except ValueError as error:
        said = error
    return str(said).splitlines()[0]


def fast_validator(schema: dict[str, Any]) -> Validator:
    """Compile the schema with jsonschema-rs.

    Raises:
        ValueError: as `CompiledSchema`.
    """
    return _Fast(schema)


class _Fast:
    def __init__(self, schema: dict[str, Any]) -> None:
        own = {name: check for name, check in FORMATS.items() if name not in {"uri", "iri"}}
        validator = jsonschema_rs.Draft202012Validator(
            schema,
            validate_formats=True,
            formats={**own, **dict.fromkeys(NOT_CHECKED, lambda _: True)},
            retriever=_refuse_other_files,
            pattern_options=jsonschema_rs.RegexOptions(),
        )
        self._schema, self._validator = schema, validator
        self.is_valid = validator.is_valid

    def iter_errors(self, values: Any) -> Iterator[SchemaFault]:
        if _has_empty_key(values):  # jsonschema-rs leaves those out of its paths
            yield from reference_validator(self._schema).iter_errors(values)
            return
        for error in self._validator.iter_errors(values):
            yield SchemaFault(
                keyword=error.kind.name,
                path=_path(error.instance_path, values),
                value=error.instance,
                expected=_expected(error),
                schema=self._find_asking_schema(error),
            )

    def _find_asking_schema(self, error: Any) -> dict[str, Any]:
        """Find the subschema that an error violates."""
        node: Any = self._schema
        for step in error.evaluation_path[:-1]:
            try:
                key = step if isinstance(node, list) else str(step)
                node = (
                    resolve_reference(node["$ref"], self._schema) if key == "$ref" else node[key]
                )
            except (KeyError, IndexError, TypeError):  # a reference in another form than ours
                return {}
        return node if isinstance(node, dict) else {}


def _has_empty_key(values: Any) -> bool:
    if isinstance(values, dict):
        return "" in values or any(map(_has_empty_key, values.values()))
    return isinstance(values, list) and any(map(_has_empty_key, values))


def _path(steps: Iterable[str | int], values: Any) -> ValuePath:
    """The way to a value; jsonschema-rs takes a key of digits for the number of an item."""
    path: list[str | int] = []
    for step in steps:
        path.append(step if isinstance(values, list) else str(step))
        values = values[path[-1]]
    return tuple(path)


_EXPECTED = ("property", "unexpected", "options", "expected_value", "format", "pattern")
_EXPECTED_TOO = ("limit", "multiple_of", "schema")


def _expected(error: Any) -> Any:
    kind = error.kind
    if kind.name == "propertyNames":
        return kind.error.kind.name, kind.error.instance, _expected(kind.error)
    if kind.name == "oneOf":
        return isinstance(kind, jsonschema_rs.ValidationErrorKind.OneOfMultipleValid)
    if kind.name == "type":
        return sorted(kind.types)
    names = (*_EXPECTED, *_EXPECTED_TOO)
    return next((getattr(kind, name) for name in names if hasattr(kind, name)), None)


def _refuse_other_files(reference: str) -> Any:
    raise ValueError(reference)


def reference_validator(schema: dict[str, Any]) -> Validator:
    """Compile the schema with jsonschema, the reference.

    Raises:
        ValueError: as `CompiledSchema`.
    """
    return _Reference(schema)


class _Reference:
    """Patterns run on RE2, whose time is linear; whatever jsonschema says in words is named."""

    def __init__(self, schema: dict[str, Any]) -> None:
        import jsonschema  # noqa: PLC0415 - only where jsonschema-rs is not installed
        import referencing  # noqa: PLC0415
        from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

        from os2governance.schema.explain import format_problem  # noqa: PLC0415

        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            expected = error.validator_value
            problem = format_problem(str(error.validator), error.instance, expected)
            raise ValueError(problem) from error
        root = referencing.Registry().resolver_with_root(DRAFT202012.create_resource(schema))
        for keyword, said in _keywords(schema):
            if keyword == "pattern":
                compile_pattern(said)
            elif keyword == "$ref":
                try:
                    root.lookup(said)
                except referencing.exceptions.Unresolvable as error:
                    raise ValueError(f"no such reference: {said}") from error
        self._error = jsonschema.ValidationError
        checker = jsonschema.FormatChecker(formats=())
        for name, check in FORMATS.items():
            checker.checks(name)(_of_text(check))
        kind = jsonschema.validators.extend(jsonschema.Draft202012Validator, self._own_keywords())
        self._validator = kind(schema, format_checker=checker, registry=referencing.Registry())
        self.is_valid = self._validator.is_valid

    def iter_errors(self, values: Any) -> Iterator[SchemaFault]:
        for error in self._validator.iter_errors(values):
            keyword, expected = error.validator or "falseSchema", error.validator_value
            if keyword == "type":
                expected = [expected] if isinstance(expected, str) else sorted(expected)
            elif keyword == "oneOf":
                expected = not error.context
            elif keyword == "unevaluatedProperties":
                expected = list(self._unevaluated(error))
            yield SchemaFault(
                keyword=keyword,
                path=tuple(error.absolute_path),
                value=error.instance,
                expected=expected,
                schema=error.schema if isinstance(error.schema, dict) else {},
            )

    def _unevaluated(self, error: Any) -> Iterator[str]:
        """The keys that are wrong each by itself: jsonschema names them in words only."""
        validator = self._validator.evolve(schema=error.schema)
        for key, value in error.instance.items():
            if any(
                each.validator == error.validator for each in validator.iter_errors({key: value})
            ):
                yield key

    def _own_keywords(self) -> dict[str, Callable[..., Iterator[Any]]]:
        return {
            "properties": self._properties,
            "required": self._required,
            "dependentRequired": self._dependent_required,
            "additionalProperties": self._additional,
            "patternProperties": self._pattern_properties,
            "propertyNames": self._property_names,
            "pattern": self._matches,
        }

    def _fault(self, keyword: str, expected: Any) -> Any:
        return self._error("", validator=keyword, validator_value=expected)

    def _properties(self, validator: Any, below: Any, value: Any, _: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            for key in filter(value.__contains__, below):
                yield from _below(validator, value, key, below[key])

    def _required(self, _: Any, keys: list[str], value: Any, __: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            yield from (self._fault("required", key) for key in keys if key not in value)

    def _dependent_required(self, validator: Any, keys: Any, value: Any, _: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            for key in filter(value.__contains__, keys):
                yield from self._required(validator, keys[key], value, None)

    def _additional(self, validator: Any, below: Any, value: Any, schema: Any) -> Iterator[Any]:
        if not isinstance(value, dict):
            return
        patterns = [compile_pattern(each) for each in schema.get("patternProperties", ())]
        known = schema.get("properties", {})
        more = [
            key
            for key in value
            if key not in known and not any(each.search(key) for each in patterns)
        ]
        if below is False and more:
            yield self._fault("additionalProperties", more)
        elif below is not False:
            for key in more:
                yield from _below(validator, value, key, below)

    def _pattern_properties(self, validator: Any, below: Any, value: Any, _: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            for pattern, schema in below.items():
                for key in filter(compile_pattern(pattern).search, value):
                    yield from _below(validator, value, key, schema)

    def _property_names(self, validator: Any, below: Any, value: Any, _: Any) -> Iterator[Any]:
        for key in value if isinstance(value, dict) else ():
            for error in validator.descend(key, below):
                inner = error.validator, error.instance, error.validator_value
                found = self._fault("propertyNames", inner)
                found.schema = error.schema
                yield found

    def _matches(self, _: Any, pattern: str, value: Any, __: Any) -> Iterator[Any]:
        if isinstance(value, str) and not compile_pattern(pattern).search(value):
            yield self._fault("pattern", pattern)


def _below(validator: Any, value: Any, key: str, schema: Any) -> Iterator[Any]:
    """The errors of a key's value; jsonschema leaves out the way to what may not be there."""
    for error in validator.descend(value[key], schema, path=key):
        if schema is False:
            error.path.append(key)
        yield error


def _of_text(check: Callable[[str], bool]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or check(value)


_NO_SCHEMAS = {"const", "default", "enum", "examples"}
_NAMED_SCHEMAS = {"properties", "patternProperties", "$defs", "dependentSchemas"}


def _keywords(schema: Any) -> Iterator[tuple[str, str]]:
    """All patterns and references of a schema, as `(pattern, text)` and `($ref, text)`."""
    if isinstance(schema, list):
        for each in schema:
            yield from _keywords(each)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key in {"pattern", "$ref"}:
                yield key, value
            elif key in _NAMED_SCHEMAS:
                yield from (("pattern", name) for name in value if key == "patternProperties")
                yield from _keywords(list(value.values()))
            elif key not in _NO_SCHEMAS:
                yield from _keywords(value)


compile_validator = fast_validator if _IS_FAST else reference_validator
"""What compiles schemas: the faster one that is installed. Tests set it to hold both together."""
