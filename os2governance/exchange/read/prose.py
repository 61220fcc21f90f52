"""The prose of an evaluation: its summary, and why it recommends a level."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from os2governance.exchange.read.cell_text import read_cell
from os2governance.exchange.read.document import MAIL_LEFT_OUT
from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.exchange.read.rows import split_cells
from os2governance.exchange.read.stated_levels import find_labelled_lines
from os2governance.i18n.folding import fold_label
from os2governance.model.document_terms import DocumentTerms

_SUMMARY, _RECOMMENDATION = "summary", "recommendation"


class EvaluationProse(NamedTuple):
    """The summary of an evaluation, and its grounds for the level that it recommends."""

    summary: str
    grounds: str


class _Piece(NamedTuple):
    """A heading, its depth, its number among those of its kind, and the lines below it."""

    kind: str
    heading: str
    is_first: bool
    lines: tuple[tuple[int, str], ...]


def read_evaluation_prose(
    source: MarkdownSource, wording: DocumentTerms, stated_on: Sequence[int]
) -> EvaluationProse:
    """Read the prose under the headings of summaries and recommendations.

    The grounds are what stands under the heading where the level is stated, or else the paragraph
    that states it; all other recommendations go with the summary. `stated_on` are the lines that
    state the level.
    """
    pieces = [piece for piece in _split_pieces(source, wording) if _render(piece, wording)]
    recommending = [piece for piece in pieces if piece.kind == _RECOMMENDATION]
    grounding = [p for p in recommending if any(n in stated_on for n, _ in p.lines)]
    if stated_on and not grounding and len(recommending) == 1:
        grounding = recommending
    grounds = "\n\n".join(_render(piece, wording) for piece in grounding)
    summary: list[str] = []
    for piece in pieces:
        if piece in grounding:
            continue
        titled = bool(summary) or piece.kind == _RECOMMENDATION or not piece.is_first
        summary += [*([piece.heading] if titled else []), _render(piece, wording)]
    if not grounds and stated_on:
        grounds = _find_paragraph(source, stated_on[0], wording)
    return EvaluationProse("\n\n".join(summary), grounds)


def _split_pieces(source: MarkdownSource, wording: DocumentTerms) -> Iterator[_Piece]:
    """Yield what stands under each heading of a summary or a recommendation, or below one."""
    kind, depth = "", 0
    for heading, lines in _split_at_headings(source):
        own, words = heading
        named = _find_kind(words, wording)
        if named or not kind or own <= depth:
            kind, depth = named, own
        if kind:
            yield _Piece(kind, words, bool(named), tuple(lines))


def _split_at_headings(
    source: MarkdownSource,
) -> Iterator[tuple[tuple[int, str], list[tuple[int, str]]]]:
    """Yield each heading, its depth first, and the lines below it up to a table."""
    heading, is_text = (0, ""), False
    lines: list[tuple[int, str]] = []
    for number, line in source.list_shown_lines():
        found = re.match(r"\s{0,3}(#{1,6})\s*(.{0,200})", line)
        if found:
            yield heading, lines
            heading, lines = (len(found.group(1)), _clean_heading(found.group(2))), []
            is_text = True
        elif split_cells(line):
            is_text = False
        elif is_text:
            lines.append((number, line))
    yield heading, lines


def _clean_heading(text: str) -> str:
    """The words of a heading: without emphasis, and the sign before it."""
    return re.sub(r"^[^\w(\[]+", "", read_cell(text, MAIL_LEFT_OUT.da).text).strip(" #")


def _find_kind(heading: str, wording: DocumentTerms) -> str:
    folded = fold_label(heading)
    header = wording.file_values["header"]
    for kind in (_SUMMARY, _RECOMMENDATION):
        words = [fold_label(word) for word in header.get(kind) or ()]
        if folded in words or any(folded.startswith(f"{word} ") for word in words):
            return kind
    return ""


def _render(piece: _Piece, wording: DocumentTerms) -> str:
    """The text of a piece."""
    return _read_text([line for _, line in piece.lines], wording)


def _read_text(lines: Sequence[str], wording: DocumentTerms) -> str:
    """Text without markup, rules and a level after its label; its links are on their own lines."""
    levels = set(find_labelled_lines(lines, wording))
    rule = r"\s*(?:[-*_]\s*){3,}"
    kept = [line for line in lines if line not in levels and not re.fullmatch(rule, line)]
    said = read_cell("\n".join(kept), MAIL_LEFT_OUT.da)
    if wording.is_blank(said.text):
        return ""
    return "\n".join([said.text, *(link for link in said.links if link not in said.text)]).strip()


def _find_paragraph(source: MarkdownSource, line: int, wording: DocumentTerms) -> str:
    """The paragraph around a line, as text."""
    shown = dict(source.list_shown_lines())
    first = last = line
    while shown.get(first - 1, "").strip():
        first -= 1
    while shown.get(last + 1, "").strip():
        last += 1
    lines = [shown.get(number, "") for number in range(first, last + 1)]
    told = any(split_cells(line) or line.startswith("#") for line in lines)
    return "" if told else _read_text(lines, wording)
