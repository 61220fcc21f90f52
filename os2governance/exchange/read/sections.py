"""Criteria under headings of their own, as a web form writes them: labelled lines and free text.

    ## R1 - The criterion's title
    **Status:** 🟢 Ja
    **Dokumentation:** free text,
    on as many lines as it takes
    ---

Read line by line, as tables are (`rows.py`): the labels are the titles of columns. They may be
bold or not, in a list, a quotation, a two-column table or headings of their own, and may be
missing: what stands under no label is the criterion's text, so that nothing is lost.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import NamedTuple

from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.exchange.read.marks import read_mark
from os2governance.exchange.read.rows import (
    CriterionRow,
    is_separator_row,
    read_id,
    split_cells,
)
from os2governance.i18n.folding import fold_label, strip_markup
from os2governance.model.document_terms import DocumentTerms

MAX_LABEL_LENGTH = 60
MAX_HEADING_LENGTH = 300
_BOLD_DEPTH = 7  # a line in bold stands below any heading
_RATED_ROLES = frozenset({"mark", "light"})
_SINGLE_LINE_ROLES = _RATED_ROLES | {"level", "theme", "id", "title"}
_FREE_ROLES = frozenset({"text", "grounds", "advice"})
_TICKED_OPTION = r"\[\s*([xX]?)\s*\]\s*([^\[\]|<>]+)"


class CriterionHeading(NamedTuple):
    """A heading about one criterion; `mark` is the mark before the id, if any."""

    id: str
    title: str
    depth: int
    mark: str = ""


class CriterionSection(NamedTuple):
    """A heading about one criterion, its line, and the numbered lines below it."""

    heading: CriterionHeading
    line: int
    lines: tuple[tuple[int, str], ...]


class SectionRow(NamedTuple):
    """A section as a row: whether it has a mark or a label, and the labels that are unknown."""

    row: CriterionRow
    labelled: bool
    unknown: tuple[str, ...]


class SectionRows(NamedTuple):
    """The rows of all sections, and the lines that they were read from."""

    rows: tuple[SectionRow, ...]
    lines: frozenset[int]


class _Label(NamedTuple):
    """A label at the start of a line, and the value after it; `role` is None where unknown."""

    role: str | None
    word: str
    value: str
    emphasised: bool


class _Block(NamedTuple):
    """The lines under one label; those under none are a block without one."""

    label: _Label | None
    lines: tuple[str, ...]


def read_section_rows(
    source: MarkdownSource, wording: DocumentTerms, *, beside_tables: bool
) -> SectionRows:
    """Read the sections of a document as rows.

    Headings without any mark or label under them are prose, unless others have one; beside tables
    with rows, each of them needs one.
    """
    sections = list(_find_sections(source, wording))
    read = [read_section(section, wording) for section in sections]
    all_are_rows = any(each.labelled for each in read) and not beside_tables
    used = [each.labelled or all_are_rows for each in read]
    lines = {
        number
        for section, is_used in zip(sections, used, strict=True)
        if is_used
        for number in (section.line, *(number for number, _ in section.lines))
    }
    rows = (each for each, is_used in zip(read, used, strict=True) if is_used)
    return SectionRows(tuple(rows), frozenset(lines))


def find_hidden_headings(
    source: MarkdownSource, wording: DocumentTerms
) -> Iterator[tuple[int, str]]:
    """Yield the headings about criteria in code and comments: line and id."""
    for number in source.hidden:
        heading = read_criterion_heading(source.lines[number - 1], wording)
        if heading:
            yield number, heading.id


# -- headings ---------------------------------------------------------------------------------


def _find_sections(source: MarkdownSource, wording: DocumentTerms) -> Iterator[CriterionSection]:
    """Yield the visible headings about criteria, each with the lines below it."""
    current: tuple[CriterionHeading, int] | None = None
    lines: list[tuple[int, str]] = []
    for number, line in source.list_shown_lines():
        heading = read_criterion_heading(line, wording)
        if current and (heading or _ends_section(line, current[0].depth, wording)):
            yield CriterionSection(*current, tuple(lines))
            current = None
        if heading:
            current, lines = (heading, number), []
        elif current:
            lines.append((number, line))
    if current:
        yield CriterionSection(*current, _cut_footer(lines, wording))


def read_criterion_heading(line: str, wording: DocumentTerms) -> CriterionHeading | None:
    """Read a heading, or a line in bold, that begins with the id of one criterion."""
    depth, text = _read_heading(line)
    if not depth:
        return None
    words = re.sub(r"\[\s*([xX]?)\s*\]", r"[\1]", strip_markup(text)).split(" ")
    signs = list(_take_signs(words))
    words = words[len(signs) :]
    if words and wording.columns.get(fold_label(words[0])) in {"id", "title"}:
        del words[0]
    name, rest = _split_id(words, wording) if words else ("", [])
    if not name or any(_find_id(word, wording) for word in rest[:2]):
        return None  # `F1-F5` and `R1 og R2` are about several
    marks = [sign for sign in signs if read_mark(sign, wording.answer_marks, wording).status]
    title = " ".join(rest).strip(" -\u2013\u2014:.)")
    return CriterionHeading(name, title, depth, marks[0] if marks else "")


def _take_signs(words: Sequence[str]) -> Iterator[str]:
    """Yield the signs before the first word: a tick, or any without letters and digits."""
    for word in words:
        if not re.fullmatch(r"\[[xX]?\]", word) and re.search(r"\w", word):
            return
        yield word


def _read_heading(line: str) -> tuple[int, str]:
    """The depth and text of a heading; depth 0 for a line that is none."""
    text = line[:MAX_HEADING_LENGTH].strip("> \t")
    found = re.match(r"(#{1,6})(?!#)\s*(.*)", text)
    if found:
        return len(found.group(1)), found.group(2).rstrip("# ")
    bold = re.fullmatch(r"(?:[-*+]\s+)?(\*\*|__)([^*_]{1,200})\1\s*:?\s*(?:<br ?/?>)?", text)
    return (_BOLD_DEPTH, bold.group(2)) if bold else (0, "")


def _split_id(words: Sequence[str], wording: DocumentTerms) -> tuple[str, list[str]]:
    """Split the id from the words after it; an id may be joined to them by a dash or a colon."""
    whole = _find_id(words[0], wording)
    if whole:
        return whole, list(words[1:])
    first, _, rest = re.sub(r"[-\u2013\u2014:.)]", "\n", words[0], count=1).partition("\n")
    return _find_id(first, wording), [*filter(None, [rest]), *words[1:]]


def _find_id(word: str, wording: DocumentTerms) -> str:
    name = read_id(word)
    return name if wording.criterion_pattern.fullmatch(name) else ""


def _ends_section(line: str, depth: int, wording: DocumentTerms) -> bool:
    """Whether a line is a heading that is not below the criterion's, nor a label of its fields."""
    own, text = _read_heading(line)
    return 0 < own <= min(depth, _BOLD_DEPTH - 1) and fold_label(text) not in wording.columns


def _cut_footer(
    lines: Sequence[tuple[int, str]], wording: DocumentTerms
) -> tuple[tuple[int, str], ...]:
    """The lines of the last section, without what follows its last rule and has no label."""
    rules = [at for at, (_, line) in enumerate(lines) if _is_rule(line)]
    last = rules[-1] if rules else len(lines)
    labelled = any(_read_label(line, wording) for _, line in lines[last + 1 :])
    return tuple(lines if labelled else lines[:last])


def _is_rule(line: str) -> bool:
    """Whether a line is a thematic break, or the dashes below a table's header."""
    if "|" in line and is_separator_row(split_cells(line)):
        return True
    return re.fullmatch(r"[\s>]*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})", line) is not None


# -- fields -----------------------------------------------------------------------------------


def read_section(section: CriterionSection, wording: DocumentTerms) -> SectionRow:
    """Read a section as a row; what stands under no label is the author's text."""
    blocks = list(_split_blocks(section, wording))
    free = "grounds" if any(_find_role(block) == "light" for block in blocks) else "text"
    has_free = any(_find_role(block) == free for block in blocks)
    cells: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    loose: list[str] = []
    for block in blocks:
        role = _find_role(block)
        own, rest = _split_lines(block, wording, all_guidance=has_free)
        text = _join_lines(own)
        if block.label and role and role not in cells:
            cells[role] = text
        elif block.label and not wording.is_blank(text):
            others.append((block.label.word, text))
        elif not block.label:
            rest = own
        loose += rest
    if not _RATED_ROLES & cells.keys():
        mark, loose = _find_unlabelled_mark(section.heading.mark, loose, wording)
        cells |= {"mark": mark} if mark else {}
    if said := _join_lines(loose):
        cells[free] = "\n".join(filter(None, [said, cells.get(free, "")]))
    labelled = bool(cells.keys() - {free}) or has_free
    unknown = tuple(b.label.word for b in blocks if b.label and b.label.role is None)
    cells = {"title": section.heading.title} | cells | {"id": section.heading.id}
    row = CriterionRow(section.heading.id, section.line, cells, tuple(others))
    return SectionRow(row, labelled, unknown)


def _find_role(block: _Block) -> str:
    return (block.label.role if block.label else None) or ""


def _split_blocks(section: CriterionSection, wording: DocumentTerms) -> Iterator[_Block]:
    """Yield the lines of a section by their label."""
    label: _Label | None = None
    lines: list[str] = []
    seen: list[_Label] = []
    for _, line in section.lines:
        if _is_rule(line):
            lines.append("")
            continue
        found = _read_label(line, wording)
        if found and _is_new_field(found, label, seen):
            yield _Block(label, tuple(lines))
            label, lines = found, [found.value]
            seen.append(found)
        else:
            lines.append(re.sub(r"^[\s>]*", "", line).rstrip(" \t\\"))
    yield _Block(label, tuple(lines))


def _is_new_field(label: _Label, current: _Label | None, seen: Sequence[_Label]) -> bool:
    """Whether a label begins a field, and is not part of the author's text above it.

    In that text an unknown label is none, nor one that has been used, nor one that is not in bold
    where others are.
    """
    if any(label.role and each.word == label.word for each in seen):
        return False
    if current is None or current.role not in _FREE_ROLES:
        return True
    styled = label.emphasised or not any(each.emphasised for each in seen)
    return label.role is not None and styled


def _split_lines(
    block: _Block, wording: DocumentTerms, *, all_guidance: bool
) -> tuple[list[str], list[str]]:
    """Split the lines of a block into the field's own and those that belong to no label."""
    role = _find_role(block)
    lines = list(dropwhile(lambda line: not line.strip(), block.lines))
    options = _split_options(lines, wording) if role in _RATED_ROLES else None
    if options is not None:
        return options
    if role in _SINGLE_LINE_ROLES:
        return lines[:1], lines[1:]
    if role == "guidance" and not all_guidance and "" in lines:
        end = lines.index("")
        return lines[:end], lines[end:]
    return lines, []


def _find_unlabelled_mark(
    mark: str, lines: list[str], wording: DocumentTerms
) -> tuple[str, list[str]]:
    """The mark of a section that has no label for it, and the other lines.

    It is in the heading, the first of the options to tick, or else a line of its own.
    """
    if mark:
        return mark, lines
    options = _split_options(list(dropwhile(lambda line: not line.strip(), lines)), wording)
    if options is not None:
        ticked, rest = options
        return " ".join(ticked), rest
    at = next((n for n, line in enumerate(lines) if _is_bare_mark(line, wording)), None)
    return ("", lines) if at is None else (lines[at], [*lines[:at], *lines[at + 1 :]])


def _split_options(lines: list[str], wording: DocumentTerms) -> tuple[list[str], list[str]] | None:
    """The ticked ones of the options that lines begin with, and the other lines; None without."""
    ticked: list[str] = []
    end = 0
    for number, line in enumerate(lines, 1):
        options = _read_options(line, wording)
        if options is None and line.strip():
            break
        if options is not None:
            ticked += options
            end = number
    return (ticked, lines[end:]) if end else None


def _read_options(text: str, wording: DocumentTerms) -> list[str] | None:
    """The ticked ones of the marks in a line such as `[x] Ja [ ] Nej`; None for any other line."""
    bare = re.sub(r"^[-*+]\s+", "", text.strip())
    options = re.findall(_TICKED_OPTION, bare)
    if not options or not bare.startswith("["):
        return None
    if not all(_is_bare_mark(word, wording) for _, word in options):
        return None
    return [word.strip() for tick, word in options if tick]


def _is_bare_mark(text: str, wording: DocumentTerms) -> bool:
    """Whether a line is nothing but a mark."""
    mark = read_mark(text.lstrip("-*+ "), wording.answer_marks, wording)
    return mark.status is not None and not mark.rest


def _read_label(line: str, wording: DocumentTerms) -> _Label | None:
    """Read the label at the start of a line; an unknown one needs emphasis and a colon."""
    depth, heading = _read_heading(line)
    if depth:
        return _build_label(heading, "", wording, emphasised=True)
    cells = split_cells(line)
    if len(cells) > 1 and not all(fold_label(cell) in wording.columns for cell in cells):
        return _build_label(cells[0], " | ".join(cells[1:]).strip(" |"), wording, emphasised=True)
    text = re.sub(r"^[\s>]*(?:[-*+]\s+)?", "", line).rstrip(" \t\\")
    opened = re.match(r"\*\*|__|\*|_", text)
    sign = opened.group() if opened else ""
    word, _, value = text[len(sign) :].partition(sign) if sign else (text, "", "")
    if sign and ":" not in word:
        # **Status**: Ja, and **Status** Ja
        rest = value.lstrip()
        return _build_label(
            word, rest.removeprefix(":"), wording, emphasised=True, unknown=rest.startswith(":")
        )
    # **Status:** Ja, **Status: Ja**, and Status: Ja
    word, colon, inside = word.partition(":")
    if not colon:
        return None
    return _build_label(word, inside + value, wording, emphasised=bool(sign), unknown=bool(sign))


def _build_label(
    word: str, value: str, wording: DocumentTerms, *, emphasised: bool, unknown: bool = False
) -> _Label | None:
    """A label, if its word is a column's title; `unknown` is whether others count as well."""
    word = strip_markup(word[: 2 * MAX_LABEL_LENGTH]).rstrip(" :")
    if not re.search(r"\w", word) or len(word) > MAX_LABEL_LENGTH:
        return None
    folded = (fold_label(word), fold_label(word.partition("(")[0]))
    role = next((wording.columns[each] for each in folded if each in wording.columns), None)
    if role is None and not unknown:
        return None
    return _Label(role, word, value.strip(), emphasised)


def _join_lines(lines: Sequence[str]) -> str:
    """The text of lines, without the line breaks of HTML at their ends."""
    return "\n".join(re.sub(r"(?:\s*<br ?/?>\s*)+$", "", line) for line in lines).strip()
