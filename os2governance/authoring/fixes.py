"""Safe automatic fixes in a file: its layout, invisible characters, quotation marks.

No value changes and no comment is lost: each fix is verified by reading the text again, and left
out where it would do either, while the others are made.
"""

import copy
import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from os2governance.checks.hidden_characters import check_hidden_characters
from os2governance.checks.key_blocks import KeyBlock
from os2governance.checks.key_order import KeyOrder
from os2governance.checks.layout import (
    Disorder,
    check_blanks,
    check_file_end,
    check_layout,
    check_line_ends,
    find_disorder,
    find_trailing_blanks,
    find_usual_line_end,
)
from os2governance.checks.suppressions import parse_suppressions
from os2governance.documents.text_reader import BYTE_ORDER_MARK, LINE_BREAK, read_text, split_lines
from os2governance.documents.yaml_comments import find_comments
from os2governance.documents.yaml_reader import (
    Document,
    NodePositions,
    ValuePath,
    read_yaml,
)
from os2governance.findings.finding import Finding
from os2governance.i18n.hidden_characters import find_hidden_characters, is_invisible, is_space

MAX_REPAIRS = 50
"""Most spaces that are put right in a file that cannot be read for them."""


class _ParsedText(NamedTuple):
    """A text, and its parsed document."""

    text: str
    document: Document


class FixedText(NamedTuple):
    """The fixed bytes of a file, and the findings on its layout that are left."""

    data: bytes
    left: tuple[Finding, ...] = ()
    is_readable: bool = True


def fix_yaml(
    data: bytes,
    order: KeyOrder,
    find_texts: Callable[[Document], Sequence[ValuePath]] = lambda _: (),
    *,
    is_wanted: Callable[[Finding], bool] = lambda _: True,
) -> FixedText:
    """Fix the layout of a YAML text, and what cannot be seen in it.

    `find_texts` lists the paths of values whose schema wants a text. What `is_wanted` denies, and
    what a comment suppresses, is left as it is.
    """
    text, _ = read_text(data, "")
    before = None if text is None else _repair_spaces(text)
    if before is None:
        return FixedText(data, is_readable=False)

    wants = _build_filter(is_wanted, before.text)
    now = _quote_values(before, find_texts(before.document))
    hidden = check_hidden_characters({"": now.text})
    now = _keep_if_same(now, _delete_hidden(now.text, [each for each in hidden if wants(each)]))
    for check, fix in _LINE_FIXES:
        if any(wants(each) for each in check(now.text, "")):
            now = _keep_if_same(now, fix(now.text))
    wrong = find_disorder(now.text, now.document, order)
    for path in [each.path for each in wrong if wants(each.finding)]:
        now = _order_keys(now, path, order[path])
    wants = _build_filter(is_wanted, now.text)
    left = tuple(each for each in check_layout(now.text, now.document, order) if wants(each))
    return FixedText(_read_mark(data) + now.text.encode(), left)


def _build_filter(is_wanted: Callable[[Finding], bool], text: str) -> Callable[[Finding], bool]:
    """Whether a finding in a text is wanted, and no comment there suppresses it."""
    silences = parse_suppressions("", text)
    return lambda found: is_wanted(found) and not any(each.covers(found) for each in silences)


def repair_spaces(data: bytes) -> bytes:
    """A file that can be read once its invisible spaces are put right; else as it is."""
    text, _ = read_text(data, "")
    repaired = None if text is None else _repair_spaces(text)
    return data if repaired is None else _read_mark(data) + repaired.text.encode()


def _read_mark(data: bytes) -> bytes:
    return BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""


def _repair_spaces(text: str) -> _ParsedText | None:
    """A text that can be read, once its invisible spaces are put right; None where it cannot."""
    for _ in range(MAX_REPAIRS):
        document, findings = read_yaml(text.encode(), "")
        if document is not None:
            return _ParsedText(text, document)
        place = findings[0].location
        lines = _split_with_ends(text)
        line = next(iter(lines[place.line - 1 : place.line]), "")
        at = place.column - 1
        if not is_invisible(line[at : at + 1]):
            return None
        space = _SPACED[is_space(line[at])]
        lines[place.line - 1] = line[:at] + space + line[at + 1 :]
        text = "".join(lines)
    return None


def _delete_hidden(text: str, wrong: Sequence[Finding]) -> str:
    """A text without the hidden characters in comments; those of values are for people."""
    if not wrong:
        return text
    lines, numbers = _split_with_ends(text), {each.location.line for each in wrong}
    for comment in find_comments(text, ""):
        if comment.line in numbers:
            line, at = lines[comment.line - 1], comment.column - 1
            lines[comment.line - 1] = line[:at] + _bare(line[at:])
    return "".join(lines)


def _bare(text: str) -> str:
    """A text without hidden characters, but those that turn its direction."""
    hidden = {each.start for each in find_hidden_characters(text) if not each.turns}
    pieces = enumerate(text)
    return "".join(_SPACED[is_space(one)] if at in hidden else one for at, one in pieces)


_SPACED = {True: " ", False: ""}
"""What an invisible character becomes: a space where it was a kind of one."""


def _keep_if_same(before: _ParsedText, after: str) -> _ParsedText:
    """The new text, if its values, comments and suppressions are the same; else the old one."""
    if after == before.text:
        return before
    document, _ = read_yaml(after.encode(), "")
    if document is None or document.values != before.document.values:
        return before
    now = _ParsedText(after, document)
    same = sorted(_list_comments(before.text)) == sorted(_list_comments(after))
    return now if same and _list_suppressed(before) == _list_suppressed(now) else before


def _list_comments(text: str) -> Iterator[str]:
    """Yield the text after each `#`, whether or not it is a comment: none may be lost."""
    for line in split_lines(text):
        if "#" in line:
            yield _bare(line[line.index("#") :]).strip()


def _list_suppressed(now: _ParsedText) -> list[tuple[str, list[str]]]:
    """List what is suppressed, with the codes: keys and values by their path, and comments."""
    silences = parse_suppressions("", now.text)
    if not silences:
        return []
    ends = sorted({end for each in silences for end in (each.first_line, each.last_line + 1)})
    codes = [
        sorted(
            {
                code
                for each in silences
                if each.first_line <= end <= each.last_line
                for code in each.codes
            }
        )
        for end in ends
    ]

    def at(line: int) -> list[str]:
        number = bisect(ends, line)
        return codes[number - 1] if number else []

    lines = enumerate(split_lines(now.text), 1)
    remarks = [(_bare(line).strip(), at(number)) for number, line in lines if "#" in line]
    paths = [(path, at(line)) for path, line in _list_paths(now.document.positions)]
    return sorted(each for each in (*paths, *remarks) if each[1])


def _list_paths(positions: NodePositions, path: str = "") -> Iterator[tuple[str, int]]:
    """Yield the path of each key and value, with its line.

    The value of a group begins at its first key, whichever that is: it is left out.
    """
    steps = positions.items() if isinstance(positions, dict) else enumerate(positions or ())
    for step, (key, value, below) in steps:
        here = f"{path}/{step}"
        yield f"{here} key", key.line + 1
        if not below:
            yield f"{here} value", value.line + 1
        yield from _list_paths(below, here)


# -- quotation marks --------------------------------------------------------------------------


def _quote_values(now: _ParsedText, texts: Sequence[ValuePath]) -> _ParsedText:
    """Quote the values that should be texts: all at once, or none."""
    meant = copy.deepcopy(now.document.values)
    pieces, done = [], 0
    for start, path in sorted(
        (_find_value_start(now.document, path), path) for path in set(texts)
    ):
        written = _PLAIN_SCALAR.match(now.text, start)
        if written:
            _set_value(meant, path, written.group())
            pieces += [now.text[done:start], f'"{written.group()}"']
            done = written.end()
    if not pieces:
        return now
    text = "".join([*pieces, now.text[done:]])
    document, _ = read_yaml(text.encode(), "")
    return _ParsedText(text, document) if document and document.values == meant else now


_PLAIN_SCALAR = re.compile(r"[\w.+-]+")  # noqa: TID251 - our own pattern


def _find_value_start(document: Document, path: ValuePath) -> int:
    """Index in the text at which a value begins."""
    spots: Any = document.find_positions(path[:-1])
    index: int = spots[path[-1]][1].index
    return index


def _set_value(values: Any, path: ValuePath, text: str) -> None:
    *way, last = path
    for step in way:
        values = values[step]
    values[last] = text


# -- layout -----------------------------------------------------------------------------------


def _split_with_ends(text: str) -> list[str]:
    """The lines of a text with their ends; the last may have none."""
    return re.findall("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def _fix_line_ends(text: str) -> str:
    return LINE_BREAK.sub(find_usual_line_end(text), text)


def _fix_blanks(text: str) -> str:
    lines = _split_with_ends(text)
    for number in find_trailing_blanks(text):
        line = lines[number]
        content = line.rstrip("\r\n")
        lines[number] = content.rstrip(" \t") + line[len(content) :]
    return "".join(lines)


def _fix_file_end(text: str) -> str:
    return text.rstrip("\r\n") + find_usual_line_end(text)


_LINE_FIXES = (
    (check_line_ends, _fix_line_ends),
    (check_blanks, _fix_blanks),
    (check_file_end, _fix_file_end),
)


def _order_keys(now: _ParsedText, path: tuple[str, ...], names: Sequence[str]) -> _ParsedText:
    """A text in which the keys of the group at a path are in their order, in each section."""
    fixed = _try_order(now, path, names)
    if fixed is now and not path:  # a suppression in the head may cover the first key
        fixed = _try_order(now, path, [*list(now.document.values)[:1], *names])
    return fixed


def _try_order(now: _ParsedText, path: tuple[str, ...], names: Sequence[str]) -> _ParsedText:
    """The ordered text; the text as it is where something else would change, now or next time."""
    for wrong in find_disorder(now.text, now.document, {path: names}):
        fixed = _keep_if_same(now, _move_blocks(_split_with_ends(now.text), wrong))
        again = find_disorder(fixed.text, fixed.document, {path: names})
        return now if next(again, None) else fixed
    return now


def _move_blocks(lines: list[str], wrong: Disorder) -> str:
    """Put the blocks of each section in order; blank lines between them stay where they stand."""
    moved = list[str]()
    done = 0
    for section in wrong.sections:
        places = sorted(section, key=lambda block: block.start)
        moved += lines[done : places[0].start]
        for place, block in zip(places, section, strict=True):
            moved += lines[block.start : _find_content_end(lines, block)]
            moved += lines[_find_content_end(lines, place) : place.end]
        done = places[-1].end
    return "".join([*moved, *lines[done:]])


def _find_content_end(lines: Sequence[str], block: KeyBlock) -> int:
    """The line below the last of a block that is not blank."""
    end = block.end
    while end > block.start and not lines[end - 1].strip():
        end -= 1
    return end
