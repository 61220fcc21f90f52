"""Recount of every printed count, total and percentage of a report from its own rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from os2governance.exchange.read.markdown import CodeBlock, MarkdownSource
from os2governance.exchange.read.marks import read_mark
from os2governance.exchange.read.rows import split_cells
from os2governance.exchange.verify.tally import ALL_STATUSES, RowScope, Tally
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.folding import fold_label, strip_markup
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import Text

MAX_CELL_LENGTH = 400
MAX_LINE_LENGTH = 2000
MAX_FIGURES_IN_SENTENCE = 12
_NUMBER = r"(?<![\w.,])(\d{1,6})(?![\w]|[.,]\d)"
_PERCENT = r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%"


class RecountResult(NamedTuple):
    """The number of printed figures checked against the rows, and the findings."""

    figures: int
    findings: tuple[Finding, ...]


class PrintedFigure(NamedTuple):
    """One printed figure, and the findings about it."""

    findings: tuple[Finding, ...]


def recount_report(source: MarkdownSource, tally: Tally) -> RecountResult:
    """Recount tables, charts and running text."""
    figures = [
        *_recount_tables(source, tally),
        *_recount_charts(source, tally),
        *_recount_prose(source, tally),
    ]
    found = [each for figure in figures for each in figure.findings]
    return RecountResult(len(figures), tuple(sorted(found, key=lambda each: each.location)))


def _build_figure(findings: Iterator[Finding]) -> PrintedFigure:
    return PrintedFigure(tuple(findings))


# -- tables -----------------------------------------------------------------------------------


class _Column(NamedTuple):
    scope: RowScope | None
    status: str | None


def _recount_tables(source: MarkdownSource, tally: Tally) -> Iterator[PrintedFigure]:
    columns: list[_Column] | None = None
    lines = list(source.lines)
    for number, line in source.list_shown_lines():
        cells = split_cells(line)
        if cells and not re.search(r"\w", line):
            continue
        if not cells or len(cells) > 40:  # noqa: PLR2004 - no table of counts is that wide
            columns = None if not cells else columns
            continue
        below = split_cells(lines[number]) if number < len(lines) and "-" in lines[number] else []
        if below and all(re.fullmatch(r":?-+:?", cell) for cell in below if cell):
            columns = [_read_column(cell, tally) for cell in cells]
            counting = sum(column != _Column(None, None) for column in columns[1:]) > 1
            columns = columns if counting else None
            if counting:
                yield from _check_sizes(cells, tally, source.locate(number))
        elif columns:
            yield from _recount_row(cells, columns, tally, source.locate(number))


def _read_column(cell: str, tally: Tally) -> _Column:
    scope = tally.find_scope(cell[:MAX_CELL_LENGTH])
    if scope is not None:
        return _Column(scope, None)
    return _Column(None, _read_leading_rating(cell[:MAX_CELL_LENGTH], tally))


def _read_leading_rating(text: str, tally: Tally) -> str | None:
    """Read the rating at the start of a text."""
    words = _list_rating_words(tally)
    plain = re.sub(r"[\d%()]+", " ", strip_markup(text))
    mark = read_mark(plain, words, tally.terms)
    return mark.status if mark.understood else None


def _list_rating_words(tally: Tally) -> dict[str, str]:
    return {**tally.terms.rating_marks, **tally.terms.count_words.rating_words}


def _match_any(words: Iterable[str]) -> str:
    """The pattern of any of the words, the longest first; without words it matches nothing."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _check_sizes(cells: Sequence[str], tally: Tally, place: Location) -> Iterator[PrintedFigure]:
    """Check `(6 krav)`, or `(6+10 krav)` including the levels below, against the rows."""
    words = _match_any(tally.terms.count_words.criteria)
    for cell in cells:
        scope = tally.find_scope(cell[:MAX_CELL_LENGTH])
        found = re.search(
            rf"\(\s*(\d+)(?:\s*\+\s*(\d+))?\s*(?:{words})",
            strip_markup(cell[:MAX_CELL_LENGTH]).casefold(),
        )
        if scope is None or not found:
            continue
        own, more = int(found.group(1)), found.group(2)
        if more is None:
            yield _build_figure(tally.check_count(own, scope, ALL_STATUSES, place))
        else:
            yield _build_figure(_check_sum(own, int(more), scope=scope, tally=tally, place=place))


def _check_sum(
    one: int, other: int, scope: RowScope, tally: Tally, place: Location
) -> Iterator[Finding]:
    own, all_ = tally.count(scope), tally.count_inherited(scope)
    if own not in {one, other} or one + other != all_:
        what, right = tally.name_scope(scope), f"{own}+{all_ - own}"
        yield make_finding("verify-count", place, what=what, printed=f"{one}+{other}", right=right)


def _recount_row(
    cells: Sequence[str], columns: Sequence[_Column], tally: Tally, place: Location
) -> Iterator[PrintedFigure]:
    label = tally.find_scope(cells[0][:MAX_CELL_LENGTH])
    if label is None:
        return
    for cell, column in zip(cells[1:], columns[1:], strict=False):
        text = cell[:MAX_CELL_LENGTH]
        if column.status is not None:
            yield from _recount_single(text, label, status=column.status, tally=tally, place=place)
        elif column.scope is not None:
            yield from _recount_several(text, label.intersect(column.scope), tally, place)


def _recount_single(
    text: str, scope: RowScope, status: str, tally: Tally, place: Location
) -> Iterator[PrintedFigure]:
    """Check a cell with one number, and perhaps a percentage, against the rows."""
    text = "" if tally.terms.is_blank(text) else text
    percent = re.search(_PERCENT, text)
    number = re.search(_NUMBER, re.sub(_PERCENT, " ", strip_markup(text)))
    if number:
        yield _build_figure(tally.check_count(int(number.group(1)), scope, status, place))
    elif not percent and tally.count(scope, status):
        what, right = tally.name_scope(scope, status), tally.count(scope, status)
        yield PrintedFigure(
            (make_finding("verify-missing-figure", place, what=what, right=right),)
        )
    if percent and status != ALL_STATUSES:
        yield _build_figure(tally.check_percent(percent.group(1), scope, status, place))


def _recount_several(
    text: str, scope: RowScope, tally: Tally, place: Location
) -> Iterator[PrintedFigure]:
    """Check a cell such as `🟢 2 (33%) 🟡 3 (50%)` against the rows; what is missing is zero."""
    plain = strip_markup(text).casefold()
    symbols = {word: status for word, status in _list_rating_words(tally).items() if word in plain}
    if not symbols and plain:
        yield from _recount_single(text, scope, status=ALL_STATUSES, tally=tally, place=place)
        return
    given: set[str] = set()
    after = rf"({_match_any(symbols)})\s*(\d{{1,6}})(?!\d)(?:\s*\(\s*{_PERCENT}\s*\))?"
    for found in re.finditer(after, plain):
        status = symbols[found.group(1)]
        given.add(status)
        yield _build_figure(tally.check_count(int(found.group(2)), scope, status, place))
        if found.group(3):
            yield _build_figure(tally.check_percent(found.group(3), scope, status, place))
    lacking = tuple(tally.check_missing(scope, given, place))
    if lacking:
        yield PrintedFigure(lacking)


# -- charts -----------------------------------------------------------------------------------


def _recount_charts(source: MarkdownSource, tally: Tally) -> Iterator[PrintedFigure]:
    for block in source.blocks:
        if fold_label(block.info) == "mermaid" and any(
            line.strip().startswith("pie") for line in block.lines
        ):
            yield from _recount_pie(block, source, tally)


def _recount_pie(
    block: CodeBlock, source: MarkdownSource, tally: Tally
) -> Iterator[PrintedFigure]:
    title, at = None, block.line
    slices: dict[str, tuple[int, int, str]] = {}
    for number, line in enumerate(block.lines, block.line):
        head = re.match(r"\s*(?:pie\s+(?:showData\s+)?)?title\s+(.{1,300})", line)
        entry = re.match(r'\s*"([^"]{1,200})"\s*:\s*(\d{1,6})\s*$', line)
        if head and title is None:
            title, at = head.group(1), number
        elif entry and (status := _read_leading_rating(entry.group(1), tally)):
            slices[status] = (number, int(entry.group(2)), entry.group(1))
    scope = tally.find_scope(title) if title else None
    if title is None or scope is None:
        return
    place = source.locate(at)
    yield from _check_sizes([title], tally, place)
    left = _find_figure_origin(scope, slices, tally)
    if left is not None:
        right = ", ".join(str(tally.count(scope, status)) for status in LIGHTS)
        what = tally.name_scope(scope)
        found = make_finding("verify-left-in", place, what=what, source=left, right=right)
        yield PrintedFigure((found,))
        return
    for status, (number, value, label) in slices.items():
        yield from _recount_slice(
            status, (value, label), scope=scope, tally=tally, place=source.locate(number)
        )
    wrong = (
        *tally.check_missing(scope, set(slices), place),
        *_check_colours(block, slices, scope, source, tally),
    )
    if wrong:
        yield PrintedFigure(wrong)


def _check_colours(
    block: CodeBlock,
    slices: Mapping[str, tuple[int, int, str]],
    scope: RowScope,
    source: MarkdownSource,
    tally: Tally,
) -> Iterator[Finding]:
    """Yield slices with the colour of another rating; of equal slices either may come first."""
    sizes = sorted((value for _, value, _ in slices.values() if value), reverse=True)
    for number, line in enumerate(block.lines, block.line):
        for rank, colour in re.findall(r'"pie(\d{1,2})"\s*:\s*"(#[0-9A-Fa-f]{6})"', line):
            shown = tally.terms.count_words.colours.get(colour.casefold())
            at = int(rank) - 1
            if shown is None or not 0 <= at < len(sizes):
                continue
            there = [status for status, (_, value, _) in slices.items() if value == sizes[at]]
            if shown not in there:
                what, printed = tally.name_scope(scope, there[0]), STATUS_SYMBOLS[shown].word
                place = source.locate(number)
                yield make_finding("verify-colour", place, what=what, printed=printed)


def _recount_slice(
    status: str, printed: tuple[int, str], scope: RowScope, tally: Tally, place: Location
) -> Iterator[PrintedFigure]:
    value, label = printed
    yield _build_figure(tally.check_count(value, scope, status, place))
    again = re.search(r"\(\s*(\d{1,6})\s*\)", label)
    if again and int(again.group(1)) != value:
        yield _build_figure(tally.check_count(int(again.group(1)), scope, status, place))
    percent = re.search(_PERCENT, label)
    if percent:
        yield _build_figure(tally.check_percent(percent.group(1), scope, status, place))


def _find_figure_origin(
    scope: RowScope, slices: dict[str, tuple[int, int, str]], tally: Tally
) -> Text | None:
    """The origin of a chart's figures, if they are another product's."""
    if all(
        value in tally.list_allowed_counts(scope, status)
        for status, (_, value, _) in slices.items()
    ):
        return None
    printed = [slices[status][1] if status in slices else 0 for status in LIGHTS]
    for each in tally.terms.count_words.left_in:
        groups = {
            tally.find_own_level(level): figures for level, figures in each["levels"].items()
        }
        figures = each["total"] if scope == RowScope() else groups.get(scope.level or "")
        if figures and printed == [*figures, 0][: len(LIGHTS)] and scope.theme is None:
            return Text(each["name"].get("da", ""), each["name"].get("en", ""))
    return None


# -- running text -----------------------------------------------------------------------------


def _recount_prose(source: MarkdownSource, tally: Tally) -> Iterator[PrintedFigure]:
    of = _match_any(tally.terms.count_words.of)
    share = rf"{_NUMBER}\s+(?:{of})\s+(?:de\s+|the\s+)?(\d{{1,6}})(?![\d%])"
    for number, line in source.list_shown_lines():
        text = strip_markup(line[:MAX_LINE_LENGTH])
        if split_cells(line[:MAX_LINE_LENGTH]) or not re.search(r"\d", text):
            continue
        place = source.locate(number)
        yield from _recount_stated_size(text, tally, place)
        for sentence in re.split(r"(?<=[.!?;])\s+", text):
            if re.search(r"\d", sentence):
                yield from _recount_shares(sentence, share, tally, place)
                yield from _recount_ratings(sentence, tally, place)


def _recount_stated_size(text: str, tally: Tally, place: Location) -> Iterator[PrintedFigure]:
    """Check `Niveau 1: 10 krav (16 i alt)` against the rows."""
    terms = tally.terms.count_words
    words, in_all = _match_any(terms.criteria), _match_any(terms.in_all)
    found = re.match(
        rf"[-\s]*([^:]{{1,40}}):\s*(\d{{1,6}})\s*(?:{words})(?!\w)(?:\s*\((\d{{1,6}})\s+(?:{in_all})\))?",
        text.casefold(),
    )
    scope = tally.find_scope(found.group(1)) if found else None
    if not found or scope is None:
        return
    yield _build_figure(tally.check_count(int(found.group(2)), scope, ALL_STATUSES, place))
    if found.group(3):
        what, printed, right = (
            tally.name_scope(scope),
            found.group(3),
            tally.count_inherited(scope),
        )
        wrong = make_finding("verify-count", place, what=what, printed=printed, right=right)
        yield PrintedFigure(() if int(printed) == right else (wrong,))


def _recount_shares(
    sentence: str, pattern: str, tally: Tally, place: Location
) -> Iterator[PrintedFigure]:
    """Check `20 ud af 43` against the rows, where it is about criteria."""
    sizes = {str(tally.count(scope)) for scope, _ in tally.counts}
    lower = sentence.casefold()
    shown = sentence if len(sentence) == len(lower) else lower
    matches = islice(re.finditer(pattern, lower), MAX_FIGURES_IN_SENTENCE)
    shares = [
        (int(m.group(1)), m.group(2), shown[m.start() : m.end()])
        for m in matches
        if m.group(2) in sizes
    ]
    if not shares:
        return
    about, statuses = _find_scopes(sentence, tally), _find_statuses(sentence, tally)
    told = bool(statuses) or any(word in lower for word in tally.terms.count_words.criteria)
    scope = about[0] if len(about) == 1 else RowScope()
    single = [tally.count(scope, status) for status in LIGHTS]
    sums = {sum(n for bit, n in enumerate(single) if chosen >> bit & 1) for chosen in range(16)}
    for part, whole, said in shares:
        if int(whole) != tally.count(scope) or not (told or int(whole) == len(tally.rows)):
            continue
        if len(statuses) == 1:
            yield _build_figure(tally.check_count(part, scope, statuses[0], place))
        elif part in sums:
            yield PrintedFigure(())
        else:
            wrong = make_finding("verify-text-unclear", place, printed=said, count=part)
            yield PrintedFigure((wrong,))


def _recount_ratings(sentence: str, tally: Tally, place: Location) -> Iterator[PrintedFigure]:
    """Check `17 grønne` and `40 % grønne` against the rows."""
    by_word, lower = tally.terms.count_words.rating_words, sentence.casefold()
    pattern = _match_any(by_word)
    counts = re.finditer(rf"{_NUMBER}\s+({pattern})(?!\w)", lower)
    percents = re.finditer(rf"{_PERCENT}\s*(?:er\s+)?({pattern})(?!\w)", lower)
    figures = [
        *((False, m) for m in islice(counts, MAX_FIGURES_IN_SENTENCE)),
        *((True, m) for m in islice(percents, MAX_FIGURES_IN_SENTENCE)),
    ]
    about = _find_scopes(sentence, tally) if figures else []
    if len(about) > 1:
        return
    scope = about[0] if about else RowScope()
    for percent, found in figures:
        status = by_word[found.group(2)]
        if percent:
            yield _build_figure(tally.check_percent(found.group(1), scope, status, place))
        else:
            yield _build_figure(tally.check_count(int(found.group(1)), scope, status, place))


def _find_scopes(sentence: str, tally: Tally) -> list[RowScope]:
    """The levels and themes that a sentence names."""
    lower = sentence.casefold()
    named = [
        scope
        for label in (*tally.terms.levels, *tally.terms.themes)
        if not label.isdecimal() and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", lower)
        if (scope := tally.find_scope(label))
    ]
    return list(dict.fromkeys(named))


def _find_statuses(sentence: str, tally: Tally) -> list[str]:
    """The ratings that a sentence names, by colour or by word; the longest word first."""
    lower = sentence.casefold()
    words = {w: s for w, s in tally.terms.answer_marks.items() if s in LIGHTS and len(w) > 2}  # noqa: PLR2004
    words |= {w: s for w, s in _list_rating_words(tally).items() if s in LIGHTS}
    found: list[str] = []
    for word in sorted(words, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(word)}(?:e|t|es)?(?!\w)"
        if re.search(pattern, lower):
            found.append(words[word])
            lower = re.sub(pattern, " ", lower)
    return list(dict.fromkeys(found))
