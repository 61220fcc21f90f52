"""The user's own copy of a template, filled by criterion: all bytes outside the cells stay.

Rows are read line by line, since a real template has rows without a closing pipe, and lines
between its rows. Rows in code and comments are ignored.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.documents.text_reader import read_text
from os2governance.exchange.write.report import build_criterion_cells
from os2governance.exchange.write.statements import CriterionStatement, build_statements
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.document_layouts import DocumentSymbols, Layouts

_PIPE = re.compile(r"(?<!\\)\|")  # noqa: TID251 - ours, and linear
_SEPARATOR = re.compile(r"\s*:?-+:?\s*")  # noqa: TID251 - ours, and linear
_FENCE = re.compile(r"[\s>]{0,8}(`{3,}|~{3,})")  # noqa: TID251 - ours, and linear
_TICK = re.compile(r"\[[ \txX]?\]")  # noqa: TID251 - ours, and linear
_MARK, _TEXT = "mark", "text"


class _Cell(NamedTuple):
    """A cell: its start and end in its line, and its text."""

    start: int
    end: int
    text: str


class _Table(NamedTuple):
    """The columns of a table, its style of marks, and the cells appended to each row."""

    roles: Mapping[str, int]
    mark_style: str
    appended_columns: tuple[tuple[str, str], ...]
    column_count: int


class _FillContext(NamedTuple):
    """What is filled in; `id_forms` are the forms of the model's ids, with any number."""

    statements: Mapping[str, CriterionStatement]
    id_forms: frozenset[str]
    layouts: Layouts
    file: str


def fill_template(
    assessment: Assessment, data: bytes, file: str, layouts: Layouts
) -> tuple[bytes | None, list[Finding]]:
    """Fill a template by criterion.

    Cells that somebody has filled in with words are left unchanged, with a finding; marks are
    replaced. A table without a column for answers gets the two columns at its end. A template with
    rows unknown to the model follows another version, in which the same id may well mean something
    else: it is not filled at all.
    """
    text, refused = read_text(data, file)
    if text is None:
        return None, [refused] if refused else []
    said = {each.criterion.id: each for each in build_statements(assessment)}
    filling = _FillContext(said, frozenset(map(_generalise_id, said)), layouts, file)
    findings: list[Finding] = []
    seen: set[str] = set()
    made = "".join(_fill_lines(text, filling, findings, seen))
    others = [found for found in findings if found.severity == "error"]
    if others:
        return None, others
    if not seen:
        return None, [make_finding("template-no-rows", Location(file))]
    findings.extend(
        make_finding("template-row-missing", Location(file), criterion=name, name=name)
        for name in said
        if name not in seen
    )
    return made.encode("utf-8"), findings


def _fill_lines(
    text: str, filling: _FillContext, findings: list[Finding], seen: set[str]
) -> Iterator[str]:
    lines = re.split(r"(?<=\n)", text)
    hidden = _find_hidden_lines(lines)
    table: _Table | None = None
    for number, whole in enumerate(lines, 1):
        line = whole.rstrip("\r\n")
        end = whole[len(line) :]
        cells = [] if number in hidden else _split_row(line)
        below = _split_row(lines[number].rstrip("\r\n")) if cells and number < len(lines) else []
        if not cells:
            table = table if number in hidden or line.strip() else None
        elif below and _is_separator_row(below) and not _is_separator_row(cells):
            table = _read_table(cells, filling.layouts)
            line = (
                _append_cells(line, [title for title, _ in table.appended_columns])
                if table
                else line
            )
        elif table and _is_separator_row(cells):
            line = _append_cells(line, ["---" for _ in table.appended_columns])
        elif table:
            name = _read_criterion_id(cells, table)
            if name not in filling.statements and _generalise_id(name) in filling.id_forms:
                place = Location(filling.file, number, 1)
                findings.append(make_finding("template-other-model", place, name=name))
            if name in filling.statements and name not in seen:
                seen.add(name)
                place = Location(filling.file, number, 1)
                line = _fill_row(
                    line,
                    cells,
                    table=table,
                    what=(filling, filling.statements[name], place),
                    findings=findings,
                )
        yield line + end


def _find_hidden_lines(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines in code or comments; an unclosed one hides nothing."""
    hidden: set[int] = set()
    inside: list[int] = []
    closing = ""
    for number, line in enumerate(lines, 1):
        if closing:
            inside.append(number)
            if closing == "-->":
                ended = closing in line
            else:
                ended = line.strip(" >\t\r\n").startswith(closing) and not line.strip(
                    " >\t\r\n"
                ).strip(closing[0])
            if ended:
                hidden.update(inside)
                closing, inside = "", []
            continue
        fence = _FENCE.match(line)
        if fence:
            closing, inside = fence.group(1), [number]
        elif "<!--" in line and "-->" not in line[line.rindex("<!--") :]:
            closing, inside = "-->", [number]
    return hidden


def _split_row(line: str) -> list[_Cell]:
    pipes = [found.start() for found in _PIPE.finditer(line)]
    if not pipes:
        return []
    starts, ends = [0, *(pipe + 1 for pipe in pipes)], [*pipes, len(line)]
    cells = [_Cell(s, e, line[s:e].strip()) for s, e in zip(starts, ends, strict=True)]
    if not cells[0].text.strip("> "):
        del cells[0]
    if cells and not cells[-1].text and cells[-1].end == len(line):
        del cells[-1]
    return cells


def _is_separator_row(cells: Sequence[_Cell]) -> bool:
    return bool(cells) and all(_SEPARATOR.fullmatch(cell.text) for cell in cells)


def _normalise_title(text: str) -> str:
    return re.sub(r"[*_`\\]|<[^<>]*>", "", text).strip().casefold()


def _read_table(cells: Sequence[_Cell], layouts: Layouts) -> _Table | None:
    """Identify the columns; None for a table that is not about criteria."""
    titles = [_normalise_title(cell.text) for cell in cells]
    known = layouts.symbols.columns
    roles: dict[str, int] = {}
    style = "words"
    for at, title in enumerate(titles):
        for role in ("id", "text", "light", "grounds", "advice"):
            if title in known.get(role, ()) and role not in roles:
                roles[role] = at
    if "id" not in roles:
        return None
    for at, title in enumerate(titles):
        before_id = title or at == roles["id"] - 1
        if title in known["mark"] and before_id and _MARK not in roles:
            roles[_MARK], style = at, known["mark"][title]
    appended: tuple[tuple[str, str], ...] = ()
    if not roles.keys() & {_MARK, "light"}:
        appended = tuple(
            _find_column_titles(layouts, [_MARK, *([] if _TEXT in roles else [_TEXT])])
        )
    return _Table(roles, style, appended, len(cells))


def _find_column_titles(layouts: Layouts, wanted: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the titles that a report has for the columns wanted."""
    for layout in layouts.of_kind("governance-report")[:1]:
        for column in layout.file_values["columns"]:
            if column["shows"] in wanted:
                yield column["title"], column["shows"]


def _read_criterion_id(cells: Sequence[_Cell], table: _Table) -> str:
    at = table.roles["id"]
    return re.sub(r"[*_`\\]", "", cells[at].text).strip() if at < len(cells) else ""


def _generalise_id(name: str) -> str:
    return re.sub(r"[0-9]+", "0", name)


def _append_cells(line: str, texts: Sequence[str]) -> str:
    """Append cells to a row."""
    if not texts:
        return line
    bare = line.rstrip()
    closed = bare if re.search(r"(?<!\\)\|$", bare) else f"{bare} |"
    return closed + "".join(f" {text} |" for text in texts)


def _fill_row(
    line: str,
    cells: Sequence[_Cell],
    table: _Table,
    what: tuple[_FillContext, CriterionStatement, Location],
    findings: list[Finding],
) -> str:
    filling, said, place = what
    values = build_criterion_cells(said, filling.layouts.symbols)
    values[_MARK] = _choose_mark(cells, table, filling.layouts.symbols, said.claim)
    grown = [values[role] for _, role in table.appended_columns]
    missing = [" "] * max(table.column_count - len(cells), 0) if grown else []
    for role, at in sorted(table.roles.items(), key=lambda each: -each[1]):
        if role == "id" or not values[role] or at >= len(cells):
            if role != "id" and values[role]:
                findings.append(_make_cell_finding("template-cell-missing", said, place))
            continue
        cell = cells[at]
        if not _is_writable(cell.text, role, filling.layouts, values[role]):
            findings.append(
                _make_cell_finding(
                    "template-cell-kept", said, place._replace(column=cell.start + 1)
                )
            )
            continue
        value = _build_cell_text(cell.text, values[role], role)
        line = line[: cell.start] + f" {value} ".ljust(cell.end - cell.start) + line[cell.end :]
    return _append_cells(line, [*missing, *grown])


def _choose_mark(cells: Sequence[_Cell], table: _Table, marks: DocumentSymbols, claim: str) -> str:
    """Choose a mark in the row's style: a column without a title has boxes, or symbols."""
    at = table.roles.get(_MARK, len(cells))
    boxed = at < len(cells) and _has_box(cells[at].text, _MARK)
    style = "ticks" if boxed else "signs" if table.mark_style == "ticks" else table.mark_style
    return marks.answers[style].get(claim, "")


def _make_cell_finding(code: str, said: CriterionStatement, place: Location) -> Finding:
    name = said.criterion.id
    return make_finding(code, place, criterion=name, name=name)


def _build_cell_text(text: str, value: str, role: str) -> str:
    """The new text of a cell: of a box in markup, only the box changes."""
    box = _TICK.search(text) if role == _MARK else None
    return f"{text[: box.start()]}{value}{text[box.end() :]}" if box else value


def _has_box(text: str, role: str) -> bool:
    return role == _MARK and _TICK.search(text) is not None


def _is_writable(text: str, role: str, layouts: Layouts, value: str) -> bool:
    """Whether a cell may be written: it is empty, a placeholder, a mark, or the same text."""
    plain = text.casefold()
    if not plain or plain in layouts.symbols.placeholders or text == value:
        return True
    if role == _MARK:
        marks = {mark for style in layouts.symbols.answers.values() for mark in style.values()}
        return text in marks or _has_box(text, role)
    return role == "light" and any(text == light.mark for light in layouts.symbols.rating_styles)
