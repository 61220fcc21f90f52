"""Recount of every printed count, total and percentage of a report from its own rows."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from os2governance.exchange.read.markdown import Block, Source
from os2governance.exchange.read.marks import read_mark
from os2governance.exchange.read.rows import split_cells
from os2governance.exchange.verify.tally import ALL, Scope, Tally
from os2governance.findings.finding import Finding, Place, finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.folding import bare, key
from os2governance.i18n.text import Text

LONGEST_CELL = 400
LONGEST_LINE = 2000
MOST_IN_A_SENTENCE = 12
_NUMBER = r"(?<![\w.,])(\d{1,6})(?![\w]|[.,]\d)"
_PERCENT = r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%"


class Recounted(NamedTuple):
    """The number of printed figures checked against the rows, and the findings."""

    figures: int
    findings: tuple[Finding, ...]


class Figure(NamedTuple):
    """One printed figure, and the findings about it."""

    findings: tuple[Finding, ...]


def recount(source: Source, tally: Tally) -> Recounted:
    """Recount tables, charts and running text."""
    figures = [*_tables(source, tally), *_charts(source, tally), *_prose(source, tally)]
    found = [each for figure in figures for each in figure.findings]
    return Recounted(len(figures), tuple(sorted(found, key=lambda each: each.place)))


def _held(findings: Iterator[Finding]) -> Figure:
    return Figure(tuple(findings))


# -- tables -----------------------------------------------------------------------------------


class _Column(NamedTuple):
    scope: Scope | None
    status: str | None


def _tables(source: Source, tally: Tally) -> Iterator[Figure]:
    columns: list[_Column] | None = None
    lines = list(source.lines)
    for number, line in source.shown():
        cells = split_cells(line)
        if cells and not re.search(r"\w", line):
            continue
        if not cells or len(cells) > 40:  # noqa: PLR2004 - no table of counts is that wide
            columns = None if not cells else columns
            continue
        below = split_cells(lines[number]) if number < len(lines) and "-" in lines[number] else []
        if below and all(re.fullmatch(r":?-+:?", cell) for cell in below if cell):
            columns = [_column(cell, tally) for cell in cells]
            counting = sum(column != _Column(None, None) for column in columns[1:]) > 1
            columns = columns if counting else None
            if counting:
                yield from _sizes(cells, tally, source.place(number))
        elif columns:
            yield from _counted_row(cells, columns, tally, source.place(number))


def _column(cell: str, tally: Tally) -> _Column:
    scope = tally.scope_named(cell[:LONGEST_CELL])
    if scope is not None:
        return _Column(scope, None)
    return _Column(None, _light(cell[:LONGEST_CELL], tally))


def _light(text: str, tally: Tally) -> str | None:
    """Read the rating at the start of a text."""
    words = _words(tally)
    plain = re.sub(r"[\d%()]+", " ", bare(text))
    mark = read_mark(plain, words, tally.wording)
    return mark.status if mark.understood else None


def _words(tally: Tally) -> dict[str, str]:
    own = tally.wording.given["counts"]["words"]
    return {**tally.wording.lights, **{w: status for status, ws in own.items() for w in ws}}


def _sizes(cells: Sequence[str], tally: Tally, place: Place) -> Iterator[Figure]:
    """Check `(6 krav)`, or `(6+10 krav)` including the levels below, against the rows."""
    words = "|".join(map(re.escape, tally.wording.given["counts"]["criteria"]))
    for cell in cells:
        scope = tally.scope_named(cell[:LONGEST_CELL])
        found = re.search(
            rf"\(\s*(\d+)(?:\s*\+\s*(\d+))?\s*(?:{words})", bare(cell[:LONGEST_CELL])
        )
        if scope is None or not found:
            continue
        own, more = int(found.group(1)), found.group(2)
        if more is None:
            yield _held(tally.held(own, scope, ALL, place))
        else:
            yield _held(_added(own, int(more), scope, tally, place))


def _added(one: int, other: int, scope: Scope, tally: Tally, place: Place) -> Iterator[Finding]:
    own, all_ = tally.count(scope), tally.inherited(scope)
    if own not in {one, other} or one + other != all_:
        what, right = tally.named(scope), f"{own}+{all_ - own}"
        yield finding("verify-count", place, what=what, printed=f"{one}+{other}", right=right)


def _counted_row(
    cells: Sequence[str], columns: Sequence[_Column], tally: Tally, place: Place
) -> Iterator[Figure]:
    label = tally.scope_named(cells[0][:LONGEST_CELL])
    if label is None:
        return
    for cell, column in zip(cells[1:], columns[1:], strict=False):
        text = cell[:LONGEST_CELL]
        if column.status is not None:
            yield from _plain(text, label, column.status, tally, place)
        elif column.scope is not None:
            yield from _several(text, label.within(column.scope), tally, place)


def _plain(text: str, scope: Scope, status: str, tally: Tally, place: Place) -> Iterator[Figure]:
    """Check a cell with one number, and perhaps a percentage, against the rows."""
    text = "" if tally.wording.is_blank(text) else text
    percent = re.search(_PERCENT, text)
    number = re.search(_NUMBER, re.sub(_PERCENT, " ", bare(text)))
    if number:
        yield _held(tally.held(int(number.group(1)), scope, status, place))
    elif not percent and tally.count(scope, status):
        what, right = tally.named(scope, status), tally.count(scope, status)
        yield Figure((finding("verify-missing-figure", place, what=what, right=right),))
    if percent and status != ALL:
        yield _held(tally.percent_held(percent.group(1), scope, status, place))


def _several(text: str, scope: Scope, tally: Tally, place: Place) -> Iterator[Figure]:
    """Check a cell such as `🟢 2 (33%) 🟡 3 (50%)` against the rows; what is missing is zero."""
    plain = bare(text)
    symbols = {word: status for word, status in _words(tally).items() if word in plain.casefold()}
    if not symbols and plain:
        yield from _plain(text, scope, ALL, tally, place)
        return
    pattern = "|".join(map(re.escape, sorted(symbols, key=len, reverse=True))) or "(?!)"
    given: set[str] = set()
    after = rf"({pattern})\s*(\d{{1,6}})(?!\d)(?:\s*\(\s*{_PERCENT}\s*\))?"
    for found in re.finditer(after, plain, re.IGNORECASE):
        status = symbols[found.group(1).casefold()]
        given.add(status)
        yield _held(tally.held(int(found.group(2)), scope, status, place))
        if found.group(3):
            yield _held(tally.percent_held(found.group(3), scope, status, place))
    lacking = tuple(tally.missing(scope, given, place))
    if lacking:
        yield Figure(lacking)


# -- charts -----------------------------------------------------------------------------------


def _charts(source: Source, tally: Tally) -> Iterator[Figure]:
    for block in source.blocks:
        if key(block.info) == "mermaid" and any(
            line.strip().startswith("pie") for line in block.lines
        ):
            yield from _pie(block, source, tally)


def _pie(block: Block, source: Source, tally: Tally) -> Iterator[Figure]:
    title, at = None, block.line
    slices: dict[str, tuple[int, int, str]] = {}
    for number, line in enumerate(block.lines, block.line):
        head = re.match(r"\s*(?:pie\s+(?:showData\s+)?)?title\s+(.{1,300})", line)
        entry = re.match(r'\s*"([^"]{1,200})"\s*:\s*(\d{1,6})\s*$', line)
        if head and title is None:
            title, at = head.group(1), number
        elif entry and (status := _light(entry.group(1), tally)):
            slices[status] = (number, int(entry.group(2)), entry.group(1))
    scope = tally.scope_named(title) if title else None
    if title is None or scope is None:
        return
    place = source.place(at)
    yield from _sizes([title], tally, place)
    left = _left_in(scope, slices, tally)
    if left is not None:
        right = ", ".join(str(tally.count(scope, status)) for status in LIGHTS)
        what = tally.named(scope)
        found = finding("verify-left-in", place, what=what, source=left, right=right)
        yield Figure((found,))
        return
    for status, (number, value, label) in slices.items():
        yield from _slice(status, (value, label), scope, tally, source.place(number))
    lacking = tuple(tally.missing(scope, set(slices), place))
    if lacking:
        yield Figure(lacking)


def _slice(
    status: str, printed: tuple[int, str], scope: Scope, tally: Tally, place: Place
) -> Iterator[Figure]:
    value, label = printed
    yield _held(tally.held(value, scope, status, place))
    again = re.search(r"\(\s*(\d{1,6})\s*\)", label)
    if again and int(again.group(1)) != value:
        yield _held(tally.held(int(again.group(1)), scope, status, place))
    percent = re.search(_PERCENT, label)
    if percent:
        yield _held(tally.percent_held(percent.group(1), scope, status, place))


def _left_in(scope: Scope, slices: dict[str, tuple[int, int, str]], tally: Tally) -> Text | None:
    """The origin of a chart's figures, if they are another product's."""
    if all(value in tally.allowed(scope, status) for status, (_, value, _) in slices.items()):
        return None
    printed = [slices[status][1] if status in slices else 0 for status in LIGHTS]
    for each in tally.wording.given["counts"]["left_in"]:
        groups = {tally.own_level(level): figures for level, figures in each["levels"].items()}
        figures = each["total"] if scope == Scope() else groups.get(scope.level or "")
        if figures and printed == [*figures, 0][: len(LIGHTS)] and scope.theme is None:
            return Text(each["name"].get("da", ""), each["name"].get("en", ""))
    return None


# -- running text -----------------------------------------------------------------------------


def _prose(source: Source, tally: Tally) -> Iterator[Figure]:
    counts = tally.wording.given["counts"]
    of = "|".join(sorted(map(re.escape, counts["of"]), key=len, reverse=True))
    share = rf"{_NUMBER}\s+(?:{of})\s+(?:de\s+|the\s+)?(\d{{1,6}})(?![\d%])"
    for number, line in source.shown():
        text = bare(line[:LONGEST_LINE])
        if split_cells(line[:LONGEST_LINE]) or not re.search(r"\d", text):
            continue
        place = source.place(number)
        yield from _stated_size(text, tally, place)
        for sentence in re.split(r"(?<=[.!?;])\s+", text):
            if re.search(r"\d", sentence):
                yield from _shares(sentence, share, tally, place)
                yield from _coloured(sentence, tally, place)


def _stated_size(text: str, tally: Tally, place: Place) -> Iterator[Figure]:
    """Check `Niveau 1: 10 krav (16 i alt)` against the rows."""
    counts = tally.wording.given["counts"]
    words = "|".join(map(re.escape, counts["criteria"]))
    in_all = "|".join(map(re.escape, counts["in_all"]))
    found = re.match(
        rf"[-\s]*([^:]{{1,40}}):\s*(\d{{1,6}})\s*(?:{words})\b(?:\s*\((\d{{1,6}})\s+(?:{in_all})\))?",
        text,
        re.IGNORECASE,
    )
    scope = tally.scope_named(found.group(1)) if found else None
    if not found or scope is None:
        return
    yield _held(tally.held(int(found.group(2)), scope, ALL, place))
    if found.group(3):
        what, printed, right = tally.named(scope), found.group(3), tally.inherited(scope)
        wrong = finding("verify-count", place, what=what, printed=printed, right=right)
        yield Figure(() if int(printed) == right else (wrong,))


def _shares(sentence: str, pattern: str, tally: Tally, place: Place) -> Iterator[Figure]:
    """Check `20 ud af 43` against the rows, where it is about criteria."""
    sizes = {str(tally.count(scope)) for scope, _ in tally.counts}
    matches = islice(re.finditer(pattern, sentence, re.IGNORECASE), MOST_IN_A_SENTENCE)
    shares = [(int(m.group(1)), m.group(2), m.group()) for m in matches if m.group(2) in sizes]
    if not shares:
        return
    about, statuses = _scopes(sentence, tally), _statuses(sentence, tally)
    names = tally.wording.given["counts"]["criteria"]
    told = bool(statuses) or any(word in sentence.casefold() for word in names)
    scope = about[0] if len(about) == 1 else Scope()
    single = [tally.count(scope, status) for status in LIGHTS]
    sums = {sum(n for bit, n in enumerate(single) if chosen >> bit & 1) for chosen in range(16)}
    for part, whole, said in shares:
        if int(whole) != tally.count(scope) or not (told or int(whole) == len(tally.rows)):
            continue
        if len(statuses) == 1:
            yield _held(tally.held(part, scope, statuses[0], place))
        elif part in sums:
            yield Figure(())
        else:
            wrong = finding("verify-text-unclear", place, printed=said, count=part)
            yield Figure((wrong,))


def _coloured(sentence: str, tally: Tally, place: Place) -> Iterator[Figure]:
    """Check `17 grønne` and `40 % grønne` against the rows."""
    words = tally.wording.given["counts"]["words"]
    by_word = {word: status for status, ws in words.items() for word in ws}
    pattern = "|".join(sorted(by_word, key=len, reverse=True))
    counts = re.finditer(rf"{_NUMBER}\s+({pattern})\b", sentence, re.IGNORECASE)
    percents = re.finditer(rf"{_PERCENT}\s*(?:er\s+)?({pattern})\b", sentence, re.IGNORECASE)
    figures = [
        *((False, m) for m in islice(counts, MOST_IN_A_SENTENCE)),
        *((True, m) for m in islice(percents, MOST_IN_A_SENTENCE)),
    ]
    about = _scopes(sentence, tally) if figures else []
    if len(about) > 1:
        return
    scope = about[0] if about else Scope()
    for percent, found in figures:
        status = by_word[found.group(2).casefold()]
        if percent:
            yield _held(tally.percent_held(found.group(1), scope, status, place))
        else:
            yield _held(tally.held(int(found.group(1)), scope, status, place))


def _scopes(sentence: str, tally: Tally) -> list[Scope]:
    """The levels and themes that a sentence names."""
    lower = sentence.casefold()
    named = [
        scope
        for label in (*tally.wording.levels, *tally.wording.themes)
        if not label.isdecimal() and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", lower)
        if (scope := tally.scope_named(label))
    ]
    return list(dict.fromkeys(named))


def _statuses(sentence: str, tally: Tally) -> list[str]:
    """The ratings that a sentence names, by colour or by word; the longest word first."""
    lower = sentence.casefold()
    words = {w: s for w, s in tally.wording.marks.items() if s in LIGHTS and len(w) > 2}  # noqa: PLR2004
    words |= {w: s for w, s in _words(tally).items() if s in LIGHTS}
    found: list[str] = []
    for word in sorted(words, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(word)}(?:e|t|es)?(?!\w)"
        if re.search(pattern, lower):
            found.append(words[word])
            lower = re.sub(pattern, " ", lower)
    return list(dict.fromkeys(found))
