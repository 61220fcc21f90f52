"""Explanation of a schema violation in plain words, with what to write instead."""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document, ValuePath, read_yaml
from os2governance.findings.finding import (
    Finding,
    Location,
    find_closest,
    format_suggestion,
    make_finding,
    suggest_word,
)
from os2governance.formats.patterns import (
    BLANK,
    COLOUR,
    DURATION,
    FONT,
    HASH,
    HTTPS,
    ID,
    MAIL,
    REFERENCE,
    VERSION,
)
from os2governance.i18n.partial_dates import PARTIAL_DATE_FORMAT
from os2governance.i18n.text import Text, _, as_text
from os2governance.schema.fault import SchemaFault
from os2governance.schema.size_limits import LIMITS, describe_limit

_TYPE_NAMES = {
    "object": _("a group of keys"),
    "array": _("a list"),
    "string": _("a text"),
    "number": _("a number"),
    "integer": _("a whole number"),
    "boolean": _("true or false"),
    "null": _("null (there is none)"),
}
WEB_ADDRESS = _("a whole web address (https://…)")
_FORMAT_NAMES = {
    "date": _("a date (2026-05-01)"),
    PARTIAL_DATE_FORMAT: _("a date (2026-05-01), a month (2026-05) or a year (2026)"),
    "uri": WEB_ADDRESS,
    "iri": WEB_ADDRESS,
}
MAX_SHOWN_VALUE_LENGTH = 60  # characters of a value in a message
_QUOTE = _(" Put quotation marks around the value.")
_HARD_SPACE = _(" The sign \\xa0 is a no-break space; use a plain one.")
_UNQUOTE = _(" Remove the quotation marks.")
_BRACKETS = _(" Write it in square brackets: [{}].")
_HYPHENS = _(" Write each item on its own line with a hyphen before it.")
_GROUP = _(" Write a group such as {}.")
_WRITE = _(" Write {}.")
_TRUE_OR_FALSE = _(" Write true (yes) or false (no).")
_TRUTH_WORDS = {"true": {"ja", "yes", "sand", "sandt"}, "false": {"nej", "no", "falsk"}}
_NUMBER_PATTERN = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")  # noqa: TID251 - our own pattern
_ONLY_FIGURES = _(" Write the number only, without spaces and unit, such as 300000.")


class Violation(NamedTuple):
    """What the validator found, and the path of the value in its document."""

    fault: SchemaFault
    document: Document
    path: ValuePath

    def locate(self) -> Location:
        """Location of the value."""
        return self.document.locate(self.path)


ViolationExplainer = Callable[[Violation], Iterator[Finding]]


def explain_violation(misfit: Violation) -> Iterator[Finding]:
    """ViolationExplainer a violation."""
    if misfit.fault.schema.get("format") == PARTIAL_DATE_FORMAT:
        return _explain_wrong_partial_date(misfit)
    return _EXPLAINERS.get(misfit.fault.keyword, _explain_other)(misfit)


def _explain_wrong_partial_date(misfit: Violation) -> Iterator[Finding]:
    """Whatever is wrong with it, what it may be is said."""
    return _find_wrong_format(misfit, _FORMAT_NAMES[PARTIAL_DATE_FORMAT])


def _explain_other(misfit: Violation) -> Iterator[Finding]:
    fault = misfit.fault
    problem = format_problem(fault.keyword, fault.value, fault.expected)
    yield make_finding("shape", misfit.locate(), value=_format_value(fault.value), problem=problem)


def format_problem(keyword: str, value: Any, expected: Any) -> str:
    """What a rarer keyword asks for, in the words that programs use."""
    if keyword == "propertyNames":
        return format_problem(*expected)
    if keyword == "oneOf" and expected:  # it fits more than one
        keyword = "more than one"
    text = _PROBLEMS.get(keyword, "{value} does not have the form that '{keyword}' asks for")
    return text.format(value=_json(value), expected=_options(expected), keyword=keyword)


_OF_SCHEMAS = "{value} is not valid under any of the schemas listed in the '{keyword}' keyword"
_PROBLEMS = {
    "anyOf": _OF_SCHEMAS,
    "oneOf": _OF_SCHEMAS,
    "more than one": _OF_SCHEMAS.replace(
        "not valid under any", "valid under more than one"
    ).replace("{keyword}", "oneOf"),
    "not": "{expected} is not allowed for {value}",
    "uniqueItems": "{value} has non-unique elements",
    "contains": "None of {value} are valid under the given schema",
    "multipleOf": "{value} is not a multiple of {expected}",
    "falseSchema": "False schema does not allow {value}",
    "type": "{value} is not of type {expected}",
    "minimum": "{value} is less than the minimum of {expected}",
    "required": "{expected} is a required property",
    "enum": "{value} is not one of {expected}",
    "const": "{expected} was expected",
    "pattern": "{value} does not match {expected}",
    "minLength": "{value} is shorter than {expected} characters",
    "maxLength": "{value} is longer than {expected} characters",
}
_SHOWN_OPTIONS = 3


def _options(expected: Any) -> str:
    if not isinstance(expected, list):
        return _json(expected)
    shown = [_json(each) for each in expected]
    if len(shown) > _SHOWN_OPTIONS:
        shown = [*shown[:2], f"{len(shown) - 2} other candidates"]
    *before, last = shown
    return f"{', '.join(before)} or {last}" if before else last


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _explain_unknown_keys(misfit: Violation) -> Iterator[Finding]:
    known = list(misfit.fault.schema.get("properties", ()))
    for key in misfit.fault.expected:
        place = misfit.document.locate((*misfit.path, key), key=True)
        yield make_finding(
            "unknown-key", place, key=_reveal_spaces(key), meant=suggest_word(key, known)
        )


def _format_value(value: Any) -> Text | str:
    """Format a value for a message, truncated where it is long."""
    if isinstance(value, dict | list):
        return _TYPE_NAMES["object" if isinstance(value, dict) else "array"]
    blank = isinstance(value, str) and not value.strip()
    shown = json.dumps(value) if blank or value is None or isinstance(value, bool) else str(value)
    return _reveal_spaces(
        shown
        if len(shown) <= MAX_SHOWN_VALUE_LENGTH
        else f"{shown[: MAX_SHOWN_VALUE_LENGTH - 1]}…"
    )


def _reveal_spaces(text: str) -> str:
    """Replace characters that only look like a space by their code."""
    if text.isascii():
        return text
    return "".join(repr(each)[1:-1] if _is_odd_space(each) else each for each in text)


def _is_odd_space(letter: str) -> bool:
    return letter != " " and unicodedata.category(letter) == "Zs"


def _format_path(path: ValuePath) -> str:
    """Format a path as people write it: facts.adopters[2].kind."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return _reveal_spaces(text.lstrip("."))


def _explain_missing_key(misfit: Violation) -> Iterator[Finding]:
    key = misfit.fault.expected
    yield make_finding(
        "missing-key",
        misfit.document.locate(misfit.path, key=True),
        key=key,
        where=_format_path(misfit.path) or misfit.document.file,
        hint=_suggest_only_value(key, misfit.fault.schema),
    )


def _suggest_only_value(key: str, schema: Mapping[str, Any]) -> Text:
    """Suggest what to write where a key allows one value only."""
    asked = schema.get("properties", {}).get(key)
    if not isinstance(asked, dict):
        return Text()
    allowed = [asked["const"]] if "const" in asked else asked.get("enum", ())
    return (
        _fill(_WRITE, f"`{key}: {_format_yaml_item(allowed[0])}`") if len(allowed) == 1 else Text()
    )


def _format_yaml_item(value: Any) -> str:
    """Format a value so that it reads back as the same inside a YAML list."""
    if isinstance(value, str):
        document, _ = read_yaml(f"[{value}]".encode(), "")
        if document is not None and document.values == [value]:
            return value
    return json.dumps(value, ensure_ascii=False)


def _explain_wrong_type(misfit: Violation) -> Iterator[Finding]:
    kinds = misfit.fault.expected
    wanted = [kind for kind in kinds if kind != "null"] or kinds
    words = [_TYPE_NAMES[kind] for kind in wanted]
    both_words = Text(
        " eller ".join(word.da for word in words), " or ".join(word.en for word in words)
    )
    hint = _suggest_spelling(misfit, wanted)
    value = _format_value(misfit.fault.value)
    odd = _HARD_SPACE if isinstance(value, str) and "\\xa0" in value else Text()
    yield make_finding(
        "wrong-type",
        misfit.locate(),
        name=_format_path(misfit.path),
        wanted=both_words,
        value=_("the text {value}").fill(value=value) if hint is _UNQUOTE else value,
        hint=as_text("{odd}{hint}").fill(odd=odd, hint=hint),
    )


def _suggest_spelling(misfit: Violation, wanted: Collection[str]) -> Text:
    """Suggest how to write a value of the wrong type, where the intention is known."""
    value = misfit.fault.value
    if "string" in wanted:
        return _QUOTE if isinstance(value, int | float) else Text()
    if "array" in wanted:
        return _suggest_list(misfit)
    if "object" in wanted:
        return _suggest_group(misfit)
    if not isinstance(value, str):
        return Text()
    if "boolean" in wanted:
        return _suggest_truth(value.strip().casefold())
    return _UNQUOTE if _NUMBER_PATTERN.fullmatch(value) else _ONLY_FIGURES


def _suggest_list(misfit: Violation) -> Text:
    value, items = misfit.fault.value, misfit.fault.schema.get("items")
    kind = items.get("type") if isinstance(items, dict) else None
    if not isinstance(value, str) or (kind != "string" and "string" not in (kind or ())):
        return _HYPHENS
    return _fill(
        _BRACKETS, "…" if len(value) > MAX_SHOWN_VALUE_LENGTH else _format_yaml_item(value)
    )


def _suggest_group(misfit: Violation) -> Text:
    names = [*misfit.fault.schema.get("required", ()), *misfit.fault.schema.get("properties", ())]
    key = as_text(names[0]) if names else _("key")
    *_unused, last = ("", *misfit.path)
    before = "- " if isinstance(last, int) else f"{_reveal_spaces(last)}: " if last else ""
    return Text(
        _GROUP.da.format(f"{before}{{{key.da}: …}}"), _GROUP.en.format(f"{before}{{{key.en}: …}}")
    )


def _suggest_truth(word: str) -> Text:
    if word in {"true", "false"}:
        return _UNQUOTE
    said = next((truth for truth, words in _TRUTH_WORDS.items() if word in words), None)
    return _fill(_WRITE, said) if said else _TRUE_OR_FALSE


def _fill(text: Text, part: str) -> Text:
    return Text(text.da.format(part), text.en.format(part))


def _explain_wrong_choice(misfit: Violation) -> Iterator[Finding]:
    expected = misfit.fault.expected
    options = expected if misfit.fault.keyword == "enum" else [expected]
    named = [str(each) for each in options if each is not None and not _is_old_word(each, options)]
    value = _format_value(misfit.fault.value)
    word = misfit.fault.value
    if not isinstance(word, str) or len(word) > MAX_SHOWN_VALUE_LENGTH:
        word = value
    known = format_suggestion(
        _find_choice(word, named, misfit.fault.schema) if isinstance(word, str) else None
    )
    yield make_finding(
        "wrong-choice",
        misfit.locate(),
        name=_format_path(misfit.path),
        value=value,
        choices=", ".join(named),
        meant=known,
    )


def _is_old_word(option: Any, options: Collection[Any]) -> bool:
    """Whether a choice is the boolean that an earlier version wrote for one of the words."""
    return isinstance(option, bool) and any(isinstance(each, str) for each in options)


def _find_choice(value: str, choices: Collection[str], schema: Mapping[str, Any]) -> str | None:
    """Find the choice that a word stands for, by its titles; otherwise the find_closest one."""
    plain = _normalise(value)
    for choice in choices:
        if plain in map(_normalise, (choice, *_list_titles(choice, schema))):
            return choice
    return find_closest(value, choices)


def _normalise(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())


def _list_titles(choice: str, schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words for a choice: its title, and its schema's (`met = opfyldt (ja)`)."""
    values = schema.get("x-values")
    said = values.get(choice) if isinstance(values, dict) else None
    if isinstance(said, dict):
        yield from (each for each in said.values() if isinstance(each, str))
    for key in ("description", "x-description-en"):
        for part in str(schema.get(key, "")).replace(".", ",").split(","):
            name, _, words = part.partition(" = ")
            if name.strip() == choice:
                yield from words.rstrip(") ").split(" (")


def _find_wrong_format(misfit: Violation, wanted: Text) -> Iterator[Finding]:
    """Make the finding of a value that is not of the form that is wanted."""
    name, value = _format_path(misfit.path), _format_value(misfit.fault.value)
    yield make_finding("wrong-format", misfit.locate(), name=name, wanted=wanted, value=value)


def _find_out_of_bounds(misfit: Violation, bounds: Text) -> Iterator[Finding]:
    """Make the finding of a value beyond its bounds, which are told as a clause."""
    name, value = _format_path(misfit.path), _format_value(misfit.fault.value)
    yield make_finding("out-of-bounds", misfit.locate(), name=name, bounds=bounds, value=value)


def _explain_wrong_format(misfit: Violation) -> Iterator[Finding]:
    form = misfit.fault.expected
    return _find_wrong_format(misfit, _FORMAT_NAMES.get(form, as_text(form)))


def _explain_limit(misfit: Violation) -> Iterator[Finding]:
    return _find_out_of_bounds(misfit, describe_limit(misfit.fault.keyword, misfit.fault.expected))


FORMS: Mapping[str, Text] = {
    BLANK: _("must not be blank"),
    ID: _(
        "may only contain lower-case letters a-z, digits, full stops, hyphens and underscores, "
        "and must start with a letter or a digit"
    ),
    VERSION: _(
        "may only contain letters a-z, digits, full stops, hyphens and underscores, and must "
        "start with a letter or a digit"
    ),
    REFERENCE: _("must be the model's id, a slash and the version, without spaces"),
    HTTPS: _("must begin with https://"),
    MAIL: _("must be a mail address, such as post@example.org"),
    COLOUR: _("must be # and six of the characters 0-9 and A-F, such as #1A2B3C"),
    FONT: _("must be the name of a font: letters, digits, spaces and hyphens"),
    DURATION: _("must be a number of days, weeks, months or years, such as 12 months"),
    HASH: _("must be sha256: and 64 of the characters 0-9 and a-f"),
}
"""What each pattern asks for, in words."""


def _explain_wrong_pattern(misfit: Violation) -> Iterator[Finding]:
    form = misfit.fault.expected
    wanted = FORMS.get(form) or _("must have the form {form}").fill(form=form)
    return _find_out_of_bounds(misfit, wanted)


_EXPLAINERS: dict[str, ViolationExplainer] = {
    "additionalProperties": _explain_unknown_keys,
    "unevaluatedProperties": _explain_unknown_keys,
    "required": _explain_missing_key,
    "type": _explain_wrong_type,
    "enum": _explain_wrong_choice,
    "const": _explain_wrong_choice,
    "format": _explain_wrong_format,
    "pattern": _explain_wrong_pattern,
    **dict.fromkeys(LIMITS, _explain_limit),
}
