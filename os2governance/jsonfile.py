"""Bytes to the plain values of a JSON file, hostile until read."""

import json
from typing import Any, NoReturn

from os2governance.bilingual import Text
from os2governance.finding import Finding, Place, finding
from os2governance.yamlfile import LONGEST_INTEGER

MAX_DEPTH = 100
_NUMBER = Text(
    "tallet er for stort, eller er intet tal", "the number is too large, or is not a number"
)
_LETTER = Text("et tegn er kun halvt", "a character is only half there")


class _NumberError(ValueError):
    """A number that cannot be used; its text is the argument."""


def read_json(data: bytes, file: str) -> tuple[Any, Finding | None]:
    """Read JSON; `file` is the name that findings carry.

    Gives the values, or None and the finding that says why they cannot be used: what is no JSON,
    is over MAX_DEPTH layers deep, or has a number that is not finite or much beyond 64 bits.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, finding("not-utf8", Place(file))
    try:
        values = json.loads(text, parse_int=_integer, parse_float=_float, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        return None, finding("json-syntax", place, problem=error.msg)
    except _NumberError as error:
        before = text[: text.find(error.args[0])]
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None, finding("json-syntax", place, problem=_NUMBER)
    except RecursionError:
        return None, finding("yaml-too-deep", Place(file), limit=MAX_DEPTH)
    wrong = _unfit(values, text, file)
    return (None, wrong) if wrong else (values, None)


def _unfit(values: Any, text: str, file: str) -> Finding | None:
    if _depth(values) > MAX_DEPTH:
        return finding("yaml-too-deep", Place(file), limit=MAX_DEPTH)
    if "\\u" in text and not _whole(values):
        return finding("json-syntax", Place(file), problem=_LETTER)
    return None


def _integer(text: str) -> int:
    if len(text) > LONGEST_INTEGER:
        _refuse(text)
    return int(text)


def _float(text: str) -> float:
    number = float(text)
    if abs(number) == float("inf"):
        _refuse(text)
    return number


def _refuse(text: str) -> NoReturn:
    raise _NumberError(text)


def _depth(values: Any) -> int:
    """Give how many groups and lists lie within each other."""
    depth, layer = 0, [values]
    while layer := [each for each in layer if isinstance(each, dict | list)]:
        depth += 1
        layer = [
            below
            for each in layer
            for below in (each.values() if isinstance(each, dict) else each)
        ]
    return depth


def _whole(values: Any) -> bool:
    """Whether all texts can be written: half a pair of surrogates cannot."""
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
