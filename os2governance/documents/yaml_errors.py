"""Explanation of libyaml's syntax errors in plain words, located where they can be fixed.

libyaml reports what its scanner expected, in English, and where it gave up. The finding tells what
was written, where that begins, and what to write instead.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from os2governance.documents.text_reader import split_lines
from os2governance.i18n.hidden_characters import CURLY_QUOTES, name_character
from os2governance.i18n.text import Text, _

TextPosition = tuple[int, int, int]
"""Index, line and column, from 0."""


class ParserReport(NamedTuple):
    """libyaml's report: the problem and its position, the context and its position."""

    problem: str
    position: TextPosition
    context: str
    context_position: TextPosition


class Fault(NamedTuple):
    """The problem and its fix; `points_to_start` locates it where its value begins."""

    problem: Text
    hint: Text
    points_to_start: bool = False


_CONTROL_CHARACTER = Fault(
    _("a control character is not allowed in text ({name})"),
    _("Delete the character; it is invisible."),
)
_LFS_POINTER = Fault(
    _("this is only a pointer of Git LFS; the file itself is elsewhere"),
    _("Fetch it with `git lfs pull`, and keep files of os2governance out of LFS."),
)
_WEB_PAGE = Fault(
    _("this is a web page, not the file that it shows"),
    _("Fetch the file itself: on GitHub and GitLab it is behind the button Raw."),
)
_ONLY_NUL = Fault(
    _("the file holds nothing but zeros, so it was damaged when it was saved"),
    _("Fetch it from git or a backup."),
)
_CONFLICT = Fault(
    _("two versions of the file stand here, since a merge was not finished"),
    _("Choose what holds, and delete the lines that start with <<<<<<<, ======= and >>>>>>>."),
)
_INVISIBLE = _("an invisible character stands where a space should be ({name})")
_TYPE_SPACE = _("Delete it, and type an ordinary space if there should be one.")
_CURLY_QUOTE = Fault(
    _("the mark {sign} is a letter like any other, and does not quote a text"),
    _('Write straight quotation marks around the text: "…".'),
)
_QUOTES = _("Put quotation marks around the whole text.")
_TAB = Fault(
    _("a line is indented with a tab"),
    _("Use spaces instead."),
)
_LEADING_SIGN = _("a text cannot start with '{sign}'")
_QUOTE_OR_FOLD = _(
    "Put quotation marks around the text, or write it indented on the lines below '{sign}'."
)
_BACKSLASH = Fault(
    _("within double quotation marks \\ has a special meaning, and what follows is unknown"),
    _("Use single quotation marks around the text: '…'."),
)
_UNCLOSED_QUOTE = Fault(
    _("a quotation mark is not closed"),
    _("Put the same mark after the text that starts here."),
    points_to_start=True,
)
_UNCLOSED = Fault(
    _("a {open} is not closed"),
    _("Put {close} after the last item."),
    points_to_start=True,
)
_MISSING_COMMA = Fault(
    _("a comma or a {close} is missing"),
    _(
        "Put commas between the items and {close} after the last. A text with a colon or a comma "
        "needs quotation marks."
    ),
)
_STRAY_SIGN = Fault(
    _("'{sign}' is not allowed here"),
    _("Remove the extra sign, or put quotation marks around the whole text."),
)
_SURPLUS_COMMA = Fault(
    _("there is a comma too many"),
    _("Remove the comma, or put quotation marks around the text if it belongs to it."),
)
_FILE_ENDS = Fault(
    _("the file ends within a list or a group"),
    _("Close it with ] or }."),
)
_STRAY_COLON = Fault(
    _("a colon is not allowed here"),
    _(
        "Is the indentation right? Does the line above have a colon followed by a space? A text "
        "with a colon needs quotation marks."
    ),
)
_MISSING_COLON = Fault(
    _("a colon is missing after a key"),
    _("Write a colon and a space after the key. Indent the line if it continues a text."),
    points_to_start=True,
)
_MISSING_SPACE = Fault(
    _("a hyphen is not followed by a space"),
    _("Put a space after the hyphen."),
    points_to_start=True,
)
_MISSING_KEY = Fault(
    _("expected a key"),
    _("Fix the indentation, so that it fits the lines above."),
)
_TEXT_AFTER_VALUE = Fault(
    _("there is more after the end of the value"),
    _(
        "A quotation mark within a text is doubled ('') inside single ones, and written \\\" "
        "inside double ones. One may be missing further up."
    ),
)
_MISSING_ITEM = Fault(
    _("expected an item that starts with a hyphen"),
    _("Start the line with a hyphen and a space, or fix the indentation."),
)
_STRAY_ITEM = Fault(
    _("an item with a hyphen is not allowed here"),
    _("Write each item on its own line below the key; a text needs quotation marks."),
)
_ZERO_INDENTATION = Fault(
    _("| and > cannot be followed by 0"),
    _("Remove the number."),
)
_DIRECTIVE = Fault(
    _("a line that starts with % is a YAML directive, and is not allowed here"),
    _("Remove the line, or start it with # if it is a comment."),
)
_DOCUMENT_ENDED = Fault(
    _("the file ends before this"),
    _("Remove the lines above that start with % or are just three full stops."),
)

_FAULTS = {
    "mapping values are not allowed in this context": _STRAY_COLON,
    "found unexpected ':'": _STRAY_COLON,
    "found unexpected end of stream": _UNCLOSED_QUOTE,
    "found unexpected document indicator": _UNCLOSED_QUOTE,
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "found invalid Unicode character escape code": _BACKSLASH,
    "did not find expected '-' indicator": _MISSING_ITEM,
    "block sequence entries are not allowed in this context": _STRAY_ITEM,
    "found a tab character where an indentation space is expected": _TAB,
    "found a tab character that violates indentation": _TAB,
    "found an indentation indicator equal to 0": _ZERO_INDENTATION,
    "found duplicate %YAML directive": _DIRECTIVE,
    "found duplicate %TAG directive": _DIRECTIVE,
    "found incompatible YAML document": _DIRECTIVE,
    "did not find expected <document start>": _DOCUMENT_ENDED,
}
_BRACKETS = {
    "did not find expected ',' or '}'": ("{", "}"),
    "did not find expected ',' or ']'": ("[", "]"),
}


def explain_syntax_error(gave: ParserReport, text: str) -> tuple[Fault, TextPosition]:
    """Explain the syntax error in a text, and its position; never beyond the last line."""
    if cause := _find_conflict(text) or _find_on_faulty_lines(gave, text):
        return cause
    fault = _find_fault(gave, text)
    at = gave.context_position if fault.points_to_start else gave.position
    return fault, at if at[0] < len(text) else _find_end(text)


def find_foreign_content(text: str) -> tuple[Fault, TextPosition] | None:
    """Why a text is not the file that it should be, though a parser might take it; else None."""
    start = text[:_LONGEST_START].lstrip().lower()
    if start.startswith(_WEB_PAGE_STARTS):
        return _WEB_PAGE, _START
    if start.startswith(_POINTER_START):
        return _LFS_POINTER, _START
    if text and not text.strip("\0"):
        return _ONLY_NUL, _START
    if "\0" in text:
        return explain_control_character(text, text.index("\0"))
    return _find_conflict(text) if "<<<<<<< " in text else None


_START = (0, 0, 0)
_LONGEST_START = 200
_WEB_PAGE_STARTS = ("<!doctype html", "<html")
_POINTER_START = "version https://git-lfs.github.com/spec/"


def explain_control_character(text: str, index: int) -> tuple[Fault, TextPosition]:
    """Explain the control character at an index of a text, and its position."""
    name = name_character(text[index])
    return _fill_fault(_CONTROL_CHARACTER, {"name": name}), _locate(index, text)


def _find_conflict(text: str) -> tuple[Fault, TextPosition] | None:
    """The first marker of a merge that was not finished."""
    found = _CONFLICT_MARKER.search(text)
    return (_CONFLICT, _locate(found.start(), text)) if found else None


_CONFLICT_MARKER = re.compile(  # noqa: TID251 - our own pattern
    r"^(?:[<>|]{7}(?= )|={7}(?=\r?$))", re.MULTILINE
)


def _find_on_faulty_lines(gave: ParserReport, text: str) -> tuple[Fault, TextPosition] | None:
    """A sign that only looks like what YAML wants, on one of the lines that are at fault."""
    first = min(gave.position[1] - 1, gave.context_position[1])
    before = 0
    for number, line in enumerate(split_lines(text)[: gave.position[1] + 1]):
        found = _MISTAKEN_SIGN.search(line) if number >= first else None
        if found:
            sign, at = found["space"] or found["quote"], found.start(found.lastgroup or 0)
            fault = Fault(_INVISIBLE, _TYPE_SPACE) if found["space"] else _CURLY_QUOTE
            parts = {"name": name_character(sign), "sign": sign}
            return _fill_fault(fault, parts), (before + at, number, at)
        before += len(line) + 1
    return None


_MISTAKEN_SIGN = re.compile(  # noqa: TID251 - our own pattern
    "(?:^[ -]*|:)"
    "(?P<space>[\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff])"
    f"|(?:^[ -]*|[:,{{\\[] *)(?P<quote>[{CURLY_QUOTES}])"
)


def _locate(index: int, text: str) -> TextPosition:
    *above, line = split_lines(text[:index])
    return index, len(above), len(line)


def _find_fault(gave: ParserReport, text: str) -> Fault:
    problem = gave.problem
    if "directive" in gave.context:
        return _DIRECTIVE
    if problem in _BRACKETS:
        fault = _UNCLOSED if _is_unclosed(gave, text) else _MISSING_COMMA
        return _fill_fault(fault, dict(zip(("open", "close"), _BRACKETS[problem], strict=True)))
    if problem in _EXPLAINERS_BY_PROBLEM:
        start = gave.context_position[0]
        return _EXPLAINERS_BY_PROBLEM[problem](text[start : start + 1])
    if problem == "did not find expected key":
        return _MISSING_KEY if _is_first_on_line(gave.position, text) else _TEXT_AFTER_VALUE
    said = _("the file cannot be read here ({problem})").fill(problem=problem)
    return _FAULTS.get(problem, Fault(said, _("Fix the line.")))


def _explain_missing_colon(sign: str) -> Fault:
    return _MISSING_SPACE if sign == "-" else _MISSING_COLON


def _explain_sign(sign: str) -> Fault:
    if sign == "\t":
        return _TAB
    hint = _QUOTE_OR_FOLD if sign in {"|", ">"} else _QUOTES
    return _fill_fault(Fault(_LEADING_SIGN, hint, points_to_start=True), {"sign": sign})


def _explain_missing_content(sign: str) -> Fault:
    if sign == ",":
        return _SURPLUS_COMMA
    if sign == ":":
        return _STRAY_COLON
    return _fill_fault(_STRAY_SIGN, {"sign": sign}) if sign.strip() else _FILE_ENDS


def _is_unclosed(gave: ParserReport, text: str) -> bool:
    """Whether an open construct has certainly ended: the file has, or the indentation has."""
    if gave.position[0] >= len(text.rstrip()):
        return True
    later = gave.position[1] > gave.context_position[1]
    return later and _count_indentation(gave.position, text) <= _count_indentation(
        gave.context_position, text
    )


def _count_indentation(at: TextPosition, text: str) -> int:
    line = text[at[0] - at[2] :]
    return len(line) - len(line.lstrip(" "))


def _is_first_on_line(at: TextPosition, text: str) -> bool:
    """Whether a position is the first thing on its line."""
    return not text[at[0] - at[2] : at[0]].strip(" -")


def _find_end(text: str) -> TextPosition:
    """Position of the last character in a text."""
    whole = text.rstrip()
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return max(len(whole) - 1, 0), len(lines) - 1, max(len(lines[-1]) - 1, 0)


def _fill_fault(fault: Fault, parts: dict[str, str]) -> Fault:
    return fault._replace(problem=fault.problem.fill(**parts), hint=fault.hint.fill(**parts))


_SIGN_PROBLEMS = (
    "found character that cannot start any token",
    "mapping keys are not allowed in this context",
    "did not find expected comment or line break",
    "did not find expected alphabetic or numeric character",
    "did not find expected whitespace or line break",
    "did not find expected tag URI",
    "did not find expected '!'",
    "did not find the expected '>'",
    "did not find URI escaped octet",
    "found an incorrect leading UTF-8 octet",
    "found an incorrect trailing UTF-8 octet",
    "found undefined tag handle",
)
"""libyaml's messages about a text that begins with a YAML indicator, such as & or @."""

_EXPLAINERS_BY_PROBLEM: dict[str, Callable[[str], Fault]] = {
    "could not find expected ':'": _explain_missing_colon,
    "did not find expected node content": _explain_missing_content,
    **dict.fromkeys(_SIGN_PROBLEMS, _explain_sign),
}
