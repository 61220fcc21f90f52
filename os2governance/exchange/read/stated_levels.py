"""The levels that a text states plainly: in sentences, headings, labelled lines and tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from os2governance.exchange.read.header import MAX_HEADER_LINE_LENGTH, list_prose_lines
from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.exchange.read.rows import split_cells
from os2governance.i18n.folding import fold_label, strip_markup
from os2governance.model.document_terms import DocumentTerms

MIN_STATEMENT_LENGTH = 12
MAX_BEFORE = 30  # characters before a statement that may deny it
MAX_PARAGRAPH_LENGTH = 20_000
RECOMMENDS = "recommends"


class StatedLevels(NamedTuple):
    """The levels that a text states plainly: by kind, each with its line."""

    by_kind: Mapping[str, tuple[tuple[str, int], ...]]

    def find_single(self, kind: str) -> tuple[str, int] | None:
        """The level that a text states, if it states exactly one."""
        found = self.by_kind.get(kind, ())
        return found[0] if found and len({level for level, _ in found}) == 1 else None


class _Paragraph(NamedTuple):
    """Lines in succession as one text, and the index in it at which each of them begins."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def find_line(self, index: int) -> int:
        """The number of the line at an index."""
        return max(line for start, line in self.starts if start <= index)


def find_stated_levels(source: MarkdownSource, wording: DocumentTerms) -> StatedLevels:
    """Find the levels that the text states plainly, each with its line."""
    said: dict[str, list[tuple[str, int]]] = {kind: [] for kind in wording.level_patterns}
    said.setdefault(RECOMMENDS, []).extend(_find_labelled_levels(source, wording))
    for paragraph in _join_paragraphs(source):
        for kind, patterns in wording.level_patterns.items():
            for pattern in patterns:
                for found in pattern.finditer(paragraph.text):
                    level = wording.find_level(found.group(1))
                    if level and not _is_denied(
                        paragraph.text[: found.end()], found.start(), wording
                    ):
                        said[kind].append((level, paragraph.find_line(found.start())))
    return StatedLevels(
        {kind: tuple(sorted(found, key=_get_line)) for kind, found in said.items()}
    )


def _get_line(found: tuple[str, int]) -> int:
    return found[1]


def _is_denied(text: str, start: int, wording: DocumentTerms) -> bool:
    """Whether the statement that a text ends with, or words before it, say that it is not so."""
    before = text[max(start - MAX_BEFORE, 0) : start].rpartition(".")[2]
    return any(pattern.search(before + text[start:]) for pattern in wording.denial_patterns)


def _join_paragraphs(source: MarkdownSource) -> Iterator[_Paragraph]:
    """Yield the paragraphs of the prose: a sentence may go on in the next line."""
    text, last = "", 0
    starts: list[tuple[int, int]] = []
    for number, line in list_prose_lines(source):
        plain = strip_markup(line)
        begins = number != last + 1 or not plain or line.lstrip()[:1] in {"#", "-", "*", "+"}
        if (begins or len(text) > MAX_PARAGRAPH_LENGTH) and len(text) >= MIN_STATEMENT_LENGTH:
            yield _Paragraph(text, tuple(starts))
        if begins or len(text) > MAX_PARAGRAPH_LENGTH:
            text, starts = "", []
        starts.append((len(text), number))
        text, last = f"{text}{plain} ", number
    if len(text) >= MIN_STATEMENT_LENGTH:
        yield _Paragraph(text, tuple(starts))


def _find_labelled_levels(
    source: MarkdownSource, wording: DocumentTerms
) -> Iterator[tuple[str, int]]:
    """Yield the levels after a label that a model knows, in a line or in a table."""
    labels = set(map(fold_label, wording.file_values["header"].get("level") or ()))
    columns: list[int] = []
    for number, line in source.list_shown_lines():
        text = line[:MAX_HEADER_LINE_LENGTH]
        cells = split_cells(text)
        if not cells:
            columns = []
            level = _read_labelled_level(text, labels, wording)
            if level:
                yield level, number
            continue
        told = [at for at, cell in enumerate(cells) if fold_label(cell) in labels]
        values = [cells[at + 1] for at in told if at + 1 < len(cells)]
        values += [cells[at] for at in columns if at < len(cells)]
        yield from ((level, number) for cell in values if (level := wording.find_level(cell)))
        columns = told or columns


def _read_labelled_level(line: str, labels: set[str], wording: DocumentTerms) -> str | None:
    label, _, value = re.sub(r"^[\s>#*_-]+", "", line).partition(":")
    if fold_label(label) not in labels:
        return None
    words = fold_label(value).split(" ")
    found = (wording.find_level(" ".join(words[:count])) for count in (len(words), 2, 1))
    return next(filter(None, found), None)


def find_labelled_lines(lines: Iterable[str], wording: DocumentTerms) -> list[str]:
    """The lines that are nothing but a level after its label."""
    labels = set(map(fold_label, wording.file_values["header"].get("level") or ()))
    return [line for line in lines if _read_labelled_level(line, labels, wording)]
