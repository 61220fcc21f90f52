"""From bytes to the plain values of a JSON file, treated as hostile."""

import json
import re
from typing import Any, NoReturn

from os2governance.documents.text_reader import locate_end_of, read_text
from os2governance.documents.yaml_reader import MAX_INTEGER_DIGITS
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import _, as_text

MAX_JSON_DEPTH = 100
_UNUSABLE_NUMBER = _("the number is too large, or is not a number")
_HALF_CHARACTER = _("a character is incomplete")
_SURPLUS_COMMA = _("there is a comma too many")

_PROBLEMS = {
    "Expecting value": _("expected a value"),
    "Expecting ',' delimiter": _("a comma is missing here"),
    "Expecting ':' delimiter": _("a colon is missing here"),
    "Expecting property name enclosed in double quotes": _(
        "expected a key in quotation marks; is there an extra comma?"
    ),
    "Illegal trailing comma before end of object": _SURPLUS_COMMA,
    "Illegal trailing comma before end of array": _SURPLUS_COMMA,
    "Extra data": _("the file ends too early"),
    "Unterminated string starting at": _("the quotation mark here is not closed"),
    "Invalid control character at": _("a control character must be escaped here"),
    "Invalid \\escape": _("\\ is not allowed before this character"),
    "Invalid \\uXXXX escape": _("four digits must follow \\u"),
}
"""The messages of Python's decoder."""


class _NumberError(ValueError):
    """An unusable number; its text is the argument."""


def read_json(data: bytes, file: str) -> tuple[Any, Finding | None]:
    """Read JSON; `file` is its name in findings.

    Returns the values, or None and the finding that explains why they cannot be used: invalid
    JSON, nesting beyond MAX_JSON_DEPTH, or a number that is not finite or far beyond 64 bits.
    """
    text, refused = read_text(data, file)
    if text is None:
        return None, refused
    if _is_too_deep(text):  # before it is parsed: a stack that overflows is fatal in a browser
        return None, make_finding("yaml-too-deep", Location(file), limit=MAX_JSON_DEPTH)
    try:
        values = json.loads(
            text, parse_int=_parse_integer, parse_float=_parse_float, parse_constant=_refuse
        )
    except json.JSONDecodeError as error:
        place = Location(file, error.lineno, error.colno)
        problem = _PROBLEMS.get(error.msg, as_text(error.msg))
        return None, make_finding("json-syntax", place, problem=problem)
    except _NumberError as error:
        before = text[: text.find(error.args[0])]
        place = Location(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None, make_finding("json-syntax", place, problem=_UNUSABLE_NUMBER)
    wrong = _find_unusable(values, text, file)
    return (None, wrong) if wrong else (values, None)


def parse_own_json(text: str | bytes) -> Any:
    """The values of JSON that this program wrote itself, or that is shipped with it."""
    return json.loads(text)


def _find_unusable(values: Any, text: str, file: str) -> Finding | None:
    if "\\u" in text and not _is_encodable(values):
        found = _HALF_PAIR.search(text)
        place = locate_end_of(text[: found.start()], file) if found else Location(file)
        return make_finding("json-syntax", place, problem=_HALF_CHARACTER)
    return None


_HALF_PAIR = re.compile(  # noqa: TID251 - our own pattern
    r"\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F].."
)
"""One half of a character that is written as two escapes, without the other."""


def _parse_integer(text: str) -> int:
    if len(text) > MAX_INTEGER_DIGITS:
        _refuse(text)
    return int(text)


def _parse_float(text: str) -> float:
    number = float(text)
    if abs(number) == float("inf"):
        _refuse(text)
    return number


def _refuse(text: str) -> NoReturn:
    raise _NumberError(text)


def _is_too_deep(text: str) -> bool:
    """Whether groups and lists are nested beyond the limit, valid or not."""
    if text.count("[") + text.count("{") <= MAX_JSON_DEPTH:
        return False
    depth = 0
    for found in _BRACKET_OR_STRING.finditer(text):
        if found[0] in "[{":
            depth += 1
            if depth > MAX_JSON_DEPTH:
                return True
        elif found[0] in "]}":
            depth -= 1
    return False


_BRACKET_OR_STRING = re.compile(  # noqa: TID251 - our own pattern
    r'"(?:[^"\\]|\\.)*+"?+|[\[{\]}]', re.DOTALL
)


def _is_encodable(values: Any) -> bool:
    """Whether all texts can be encoded: an unpaired surrogate cannot."""
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
