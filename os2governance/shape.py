"""Whether a file has the shape that its schema asks for; if not, why not, in plain words.

One validator does both: it answers in microseconds for a file that is right, and names path,
keyword and expectation of every fault of one that is not.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema_rs

from os2governance.bilingual import Text, both
from os2governance.finding import (
    MAX_FINDINGS,
    Finding,
    closest,
    enough,
    finding,
    meant,
    suggestion,
)
from os2governance.iso import iso_date
from os2governance.schemas.reference import referenced
from os2governance.yamlfile import Document

Steps = tuple[str | int, ...]

_KINDS = {
    "object": Text("en gruppe af nøgler", "a group of keys"),
    "array": Text("en liste", "a list"),
    "string": Text("en tekst", "a text"),
    "number": Text("et tal", "a number"),
    "integer": Text("et helt tal", "a whole number"),
    "boolean": Text("true eller false", "true or false"),
    "null": Text("null (findes ikke)", "null (there is none)"),
}
_FORMATS = {
    "date": Text("en dato (2026-05-01)", "a date (2026-05-01)"),
    "uri": Text("en hel webadresse (https://…)", "a whole web address (https://…)"),
    "iri": Text("en hel webadresse (https://…)", "a whole web address (https://…)"),
}
LONG_LIST = 1_000
LONGEST_SHOWN = 60  # characters of a value in a message
_QUOTE = Text(" Sæt anførselstegn om værdien.", " Put quotation marks around the value.")


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
        keyword = error.kind.name
        if keyword in _EXPLAINED:
            yield from _EXPLAINED[keyword](error, document, path)
        elif keyword in {"additionalProperties", "unevaluatedProperties"}:
            known = self._keys_beside(error)
            for key in error.kind.unexpected:
                place = document.place((*path, key), key=True)
                yield finding("unknown-key", place, key=key, meant=suggestion(key, known))
        else:
            value, problem = _shown(error.instance), error.message
            yield finding("shape", document.place(path), value=value, problem=problem)

    def _keys_beside(self, error: Any) -> list[str]:
        """Find the keys that the schema knows where it found unknown ones."""
        node: Any = self._schema
        for step in error.evaluation_path[:-1]:
            node = referenced(node["$ref"], self._schema) if step == "$ref" else node[step]
        return list(node.get("properties", ()))


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


def _shown(value: Any) -> Text | str:
    """Show a value in a message, cut where it is long."""
    if isinstance(value, dict | list):
        return _KINDS["object" if isinstance(value, dict) else "array"]
    blank = isinstance(value, str) and not value.strip()
    shown = json.dumps(value) if blank or value is None or isinstance(value, bool) else str(value)
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 1]}…"


def _name(path: Steps) -> str:
    """Give the path as people write it: facts.adopters[2].kind."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.lstrip(".")


def _missing_key(error: Any, document: Document, path: Steps) -> Iterator[Finding]:
    place = document.place(path, key=True)
    yield finding(
        "missing-key", place, key=error.kind.property, where=_name(path) or document.file
    )


def _wrong_type(error: Any, document: Document, path: Steps) -> Iterator[Finding]:
    wanted = [kind for kind in error.kind.types if kind != "null"] or error.kind.types
    words = [_KINDS[kind] for kind in wanted]
    both_words = Text(
        " eller ".join(word.da for word in words), " or ".join(word.en for word in words)
    )
    scalar = isinstance(error.instance, int | float)
    yield finding(
        "wrong-type",
        document.place(path),
        name=_name(path),
        wanted=both_words,
        value=_shown(error.instance),
        hint=_QUOTE if scalar and "string" in wanted else Text(),
    )


def _wrong_choice(error: Any, document: Document, path: Steps) -> Iterator[Finding]:
    options = getattr(error.kind, "options", None) or [error.kind.expected_value]
    named = [str(option) for option in options if option is not None]
    value = _shown(error.instance)
    known = meant(closest(value, named) if isinstance(value, str) else None)
    yield finding(
        "wrong-choice",
        document.place(path),
        name=_name(path),
        value=value,
        choices=", ".join(named),
        meant=known,
    )


def _wrong_format(error: Any, document: Document, path: Steps) -> Iterator[Finding]:
    wanted = _FORMATS.get(error.kind.format, both(error.kind.format))
    yield finding(
        "wrong-format",
        document.place(path),
        name=_name(path),
        wanted=wanted,
        value=_shown(error.instance),
    )


def _limit(text: Text) -> Callable[[Any, Document, Steps], Iterator[Finding]]:
    """Explain a limit on size; `{limit}` in the text is the limit."""

    def explain(error: Any, document: Document, path: Steps) -> Iterator[Finding]:
        limit = str(getattr(error.kind, "limit", ""))
        wanted = Text(text.da.replace("{limit}", limit), text.en.replace("{limit}", limit))
        yield finding(
            "out-of-bounds",
            document.place(path),
            name=_name(path),
            value=_shown(error.instance),
            wanted=wanted,
        )

    return explain


def _wrong_pattern(error: Any, document: Document, path: Steps) -> Iterator[Finding]:
    blank = error.kind.pattern == r"\S"
    said = Text("må ikke være tom", "must not be blank") if blank else None
    form = error.kind.pattern
    wanted = said or Text(f"skal have formen {form}", f"must have the form {form}")
    yield finding(
        "out-of-bounds",
        document.place(path),
        name=_name(path),
        value=_shown(error.instance),
        wanted=wanted,
    )


_EXPLAINED: dict[str, Callable[[Any, Document, Steps], Iterator[Finding]]] = {
    "required": _missing_key,
    "type": _wrong_type,
    "enum": _wrong_choice,
    "const": _wrong_choice,
    "format": _wrong_format,
    "pattern": _wrong_pattern,
    "minimum": _limit(Text("skal være mindst {limit}", "must be at least {limit}")),
    "maximum": _limit(Text("må højst være {limit}", "must be at most {limit}")),
    "exclusiveMinimum": _limit(Text("skal være over {limit}", "must be more than {limit}")),
    "exclusiveMaximum": _limit(Text("skal være under {limit}", "must be less than {limit}")),
    "minLength": _limit(
        Text("skal fylde mindst {limit} tegn", "must be at least {limit} characters long")
    ),
    "maxLength": _limit(
        Text("må højst fylde {limit} tegn", "must be at most {limit} characters long")
    ),
    "minItems": _limit(
        Text("skal have mindst {limit} punkter", "must have {limit} items or more")
    ),
    "maxItems": _limit(Text("må højst have {limit} punkter", "must have {limit} items at most")),
    "minProperties": _limit(
        Text("skal have mindst {limit} nøgler", "must have {limit} keys or more")
    ),
    "maxProperties": _limit(
        Text("må højst have {limit} nøgler", "must have {limit} keys at most")
    ),
}
