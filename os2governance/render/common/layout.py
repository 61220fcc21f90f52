"""Layout of blocks in lines: the only place where text is made inert and measured."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from os2governance.i18n.inert import make_inert
from os2governance.render.common.blocks import NBSP, Excerpt, PrintableBlock, Span, TextTable

StyledLine = tuple[Span, ...]
TextCleaner = Callable[[str], str]


def build_cleaner(encoding: str, replacements: dict[str, str]) -> TextCleaner:
    """Build a function that makes texts inert, and replaces letters that an encoding lacks."""

    def clean(text: str) -> str:
        return "".join(map(fit, make_inert(text)))

    def fit(letter: str) -> str:
        if letter == NBSP:
            return letter
        try:
            letter.encode(encoding)
        except UnicodeEncodeError:
            return replacements.get(letter, letter.encode("ascii", "backslashreplace").decode())
        return letter

    return clean


# -- layout -----------------------------------------------------------------------------------


def measure_width(text: str) -> int:
    """The number of terminal columns that a text takes."""
    return len(text) if _is_single_width(text) else _measure_letters(text)


def _is_single_width(text: str) -> bool:
    """Whether every letter is known to take one column."""
    return text.isascii() or not _MAYBE_NOT_SINGLE_WIDTH.search(text)


_MAYBE_NOT_SINGLE_WIDTH = re.compile("[^\0-\u02ff\u2010-\u2027\u2500-\u25cf]")  # noqa: TID251 - our own pattern
"""Characters that may take other than one column."""


@lru_cache(maxsize=4096)
def _measure_letters(text: str) -> int:
    """Measure letter by letter; cached, since words recur."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def lay_out(
    blocks: Iterable[PrintableBlock], width: int, clean: TextCleaner = make_inert
) -> Iterator[StyledLine]:
    """Lay blocks out in lines of at most `width` columns, with all text cleaned.

    A word longer than a line is not broken, which keeps web addresses whole, except in a table
    column that is not the last.
    """
    for block in blocks:
        if isinstance(block, TextTable):
            yield from _lay_out_table(block, width, clean)
        elif isinstance(block, Excerpt):
            yield from _lay_out_excerpt(block, width, clean)
        else:
            room = max(width - block.indent, 20)
            spans = _clean_spans(block.spans, clean)
            for number, line in enumerate(_wrap_spans(spans, room, block.hang)):
                indent = block.indent + (block.hang if number else 0)
                yield _indent_line(_trim_line(line), indent)


def _clean_spans(spans: Iterable[Span], clean: TextCleaner) -> list[Span]:
    return [Span(clean(span.text), span.style) for span in spans]


def _indent_line(line: Sequence[Span], indent: int) -> StyledLine:
    """Indent a line unless it is empty, and merge neighbours of one style."""
    spans: list[Span] = [Span(" " * indent)] if indent and line else []
    for span in line:
        if spans and spans[-1].style == span.style:
            spans[-1] = Span(spans[-1].text + span.text, span.style)
        else:
            spans.append(span)
    return tuple(spans)


def _measure_spans(spans: Iterable[Span]) -> int:
    return sum(measure_width(span.text) for span in spans)


def _merge_runs(spans: Iterable[Span]) -> list[Span]:
    """Join spans to one line: neighbours of one style are merged, runs of spaces become one.

    A space between two styles has no style.
    """
    runs: list[Span] = []
    last, apart = None, False
    for text, style in spans:
        words = text.strip(" ")
        if not words:
            apart = apart or bool(text)
            continue
        while "  " in words:
            words = words.replace("  ", " ")
        space = " " if runs and (apart or text[0] == " ") else ""
        if style == last:
            runs[-1] = Span(runs[-1].text + space + words, style)
        elif space:
            runs += [Span(space), Span(words, style)]
        else:
            runs.append(Span(words, style))
        last, apart = style, text[-1] == " "
    return runs


def _split_words(spans: Iterable[Span]) -> list[str]:
    """The words between spaces; a word may extend over several spans."""
    return "".join([run.text for run in _merge_runs(spans)]).split(" ")


def _wrap_spans(spans: Iterable[Span], width: int, hang: int = 0) -> Iterator[list[Span]]:
    """Break at spaces; runs of spaces become one. No words make one empty line."""
    runs = _merge_runs(spans)
    whole = "".join([run.text for run in runs])
    if NBSP in whole:
        runs = [Span(text.replace(NBSP, " "), style) for text, style in runs]
    if measure_width(whole) <= width:
        yield runs
        return
    lines, used, room = [0], -1, width
    for word in whole.split(" "):
        size = len(word) if word.isascii() else measure_width(word)
        if used >= 0 and used + 1 + size > room:
            lines.append(0)
            used, room = -1, width - hang
        used += 1 + size
        lines[-1] += 1 + len(word)
    yield from _cut_runs(runs, lines)


def _cut_runs(runs: Sequence[Span], lines: Sequence[int]) -> Iterator[list[Span]]:
    """Cut runs into lines of given lengths, which include a trailing space that is dropped."""
    rest = iter(runs)
    text, style = next(rest, Span(""))
    for letters in lines:
        line: list[Span] = []
        left = letters
        while len(text) < left:
            line.append(Span(text, style))
            left -= len(text)
            text, style = next(rest, Span(" "))
        line.append(Span(text[: left - 1], style))
        text = text[left:]
        yield [span for span in line if span.text]


def _break_long_words(spans: Iterable[Span], width: int) -> Iterator[Span]:
    """Break words that are wider than a column."""
    for span in spans:
        words = span.text.split(" ")
        yield Span(" ".join(_break_word(word, width) for word in words), span.style)


def _break_word(word: str, width: int) -> str:
    if measure_width(word) <= width:
        return word
    step = width if word.isascii() else max(width // 2, 1)
    return " ".join(word[start : start + step] for start in range(0, len(word), step))


def _lay_out_table(table: TextTable, width: int, clean: TextCleaner) -> Iterator[StyledLine]:
    rows = [[_clean_spans(each, clean) for each in row] for row in table.rows]
    count = max((len(row) for row in rows), default=0)
    columns = [[row[n] for row in rows if n < len(row)] for n in range(count)]
    natural = [max(map(_measure_spans, column)) for column in columns]
    for number, minimum in enumerate(table.minimum[:count]):
        natural[number] = max(natural[number], minimum)
    least = [
        max(measure_width(word) for c in column for word in _split_words(c)) for column in columns
    ]
    room = width - table.indent - table.gap * (count - 1)
    widths = _fit_columns(natural, least, room)
    for row in rows:
        yield from _lay_out_row(row, widths, table)


def _fit_columns(natural: list[int], least: list[int], room: int) -> list[int]:
    """Narrow the widest columns until all fit: first at word boundaries, then within words."""
    widths = list(natural)
    least = [*least[:-1], min(least[-1], _MIN_LAST_COLUMN_WIDTH)] if least else []
    for floor in (least, [min(each, _MIN_COLUMN_WIDTH) for each in least]):
        while (over := sum(widths) - room) > 0:
            able = [n for n, each in enumerate(widths) if each > max(floor[n], 1)]
            if not able:
                break
            widest = max(able, key=lambda n: widths[n])
            widths[widest] -= max(1, min(over, widths[widest] - floor[widest]) // 8)
    return widths


_MIN_COLUMN_WIDTH, _MIN_LAST_COLUMN_WIDTH = 8, 20


def _lay_out_row(
    row: list[list[Span]], widths: list[int], table: TextTable
) -> Iterator[StyledLine]:
    cells = []
    for number, each in enumerate(row):
        whole = number == len(widths) - 1
        spans = each if whole else _break_long_words(each, widths[number])
        cells.append(list(_wrap_spans(spans, widths[number])))
    for number in range(max(map(len, cells), default=0)):
        line: list[Span] = []
        for column, wrapped in enumerate(cells):
            text = wrapped[number] if number < len(wrapped) else []
            line += [*text, Span(" " * (widths[column] - _measure_spans(text) + table.gap))]
        yield _indent_line(_trim_line(line), table.indent)


def _lay_out_excerpt(block: Excerpt, width: int, clean: TextCleaner) -> Iterator[StyledLine]:
    """Show what fits of a line, centred on the marked part."""

    def said(text: str) -> str:
        return clean(text).replace(NBSP, " ")

    number, bar, more = clean(f"{block.number} "), clean("│ "), clean("…")
    gutter = measure_width(number + bar)
    most = max(
        min(width - block.indent - gutter - 2 * measure_width(more), MAX_EXCERPT_WIDTH),
        _MIN_EXCERPT_WIDTH,
    )
    start, end = max(block.start - most, 0), block.start + most
    before, after = said(block.line[start : block.start]), said(block.line[block.start : end])
    whole = not start and end >= len(block.line) and measure_width(before + after) <= most
    left = before if whole else _take_last_letters(before, most // 2)
    right = after if whole else _take_last_letters(after[::-1], most - measure_width(left))[::-1]
    head = "" if not start and left == before else more
    tail = "" if end >= len(block.line) and right == after else more
    shown = Span(f"{head}{left}{right}{tail}")
    marked = measure_width(said(block.line[block.start : block.start + min(block.length, most)]))
    marks = "^" * max(min(marked, measure_width(right)), 1)
    yield _indent_line(_trim_line([Span(number + bar, "faint"), shown]), block.indent)
    space = Span(f"{' ' * measure_width(number)}{bar}{' ' * measure_width(head + left)}", "faint")
    yield _indent_line([space, Span(marks, block.style)], block.indent)


MAX_EXCERPT_WIDTH, _MIN_EXCERPT_WIDTH = 84, 20
"""Most and fewest columns shown of a long line."""


def _take_last_letters(text: str, width: int) -> str:
    """The longest end of a text that fits."""
    if _is_single_width(text):
        return text[max(len(text) - width, 0) :]
    left = width
    for number in range(len(text), 0, -1):
        left -= measure_width(text[number - 1])
        if left < 0:
            return text[number:]
    return text


def _trim_line(line: list[Span]) -> list[Span]:
    while line and not (text := line[-1].text.rstrip()):
        line.pop()
    return [*line[:-1], Span(text, line[-1].style)] if line else []
