"""The user's own copy of a template, filled by criterion: all bytes outside the cells stay.

Rows are read line by line, since a real template has rows without a closing pipe, and lines
between its rows. Rows in code and comments are ignored.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.exchange.read.claims import Said, all_said
from os2governance.exchange.write.report import cells_of
from os2governance.findings.finding import Finding, Place, finding
from os2governance.model.document_layouts import Layouts, Marks

_PIPE = re.compile(r"(?<!\\)\|")  # noqa: TID251 - ours, and linear
_RULE = re.compile(r"\s*:?-+:?\s*")  # noqa: TID251 - ours, and linear
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
    style: str
    appended: tuple[tuple[str, str], ...]
    columns: int


class _Filling(NamedTuple):
    """What is filled in; `id_forms` are the forms of the model's ids, with any number."""

    said: Mapping[str, Said]
    forms: frozenset[str]
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
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").split("\n")
        return None, [finding("not-utf8", Place(file, len(before), len(before[-1]) + 1))]
    said = {each.criterion.id: each for each in all_said(assessment)}
    filling = _Filling(said, frozenset(map(_form, said)), layouts, file)
    findings: list[Finding] = []
    seen: set[str] = set()
    made = "".join(_lines(text, filling, findings, seen))
    others = [found for found in findings if found.code == "template-other-model"]
    if others:
        return None, others
    if not seen:
        return None, [finding("template-no-rows", Place(file))]
    findings.extend(
        finding("template-row-missing", Place(file), criterion=name, name=name)
        for name in said
        if name not in seen
    )
    return made.encode("utf-8"), findings


def _lines(text: str, filling: _Filling, findings: list[Finding], seen: set[str]) -> Iterator[str]:
    lines = re.split(r"(?<=\n)", text)
    hidden = _hidden(lines)
    table: _Table | None = None
    for number, whole in enumerate(lines, 1):
        line = whole.rstrip("\r\n")
        end = whole[len(line) :]
        cells = [] if number in hidden else _cells(line)
        below = _cells(lines[number].rstrip("\r\n")) if cells and number < len(lines) else []
        if not cells:
            table = table if number in hidden or line.strip() else None
        elif below and _is_rule(below) and not _is_rule(cells):
            table = _table(cells, filling.layouts)
            line = _grown(line, [title for title, _ in table.appended]) if table else line
        elif table and _is_rule(cells):
            line = _grown(line, ["---" for _ in table.appended])
        elif table:
            name = _name(cells, table)
            if name not in filling.said and _form(name) in filling.forms:
                place = Place(filling.file, number, 1)
                findings.append(finding("template-other-model", place, name=name))
            if name in filling.said and name not in seen:
                seen.add(name)
                place = Place(filling.file, number, 1)
                line = _filled(line, cells, table, (filling, filling.said[name], place), findings)
        yield line + end


def _hidden(lines: Sequence[str]) -> set[int]:
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


def _cells(line: str) -> list[_Cell]:
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


def _is_rule(cells: Sequence[_Cell]) -> bool:
    return bool(cells) and all(_RULE.fullmatch(cell.text) for cell in cells)


def _bare(text: str) -> str:
    return re.sub(r"[*_`\\]|<[^<>]*>", "", text).strip().casefold()


def _table(cells: Sequence[_Cell], layouts: Layouts) -> _Table | None:
    """Identify the columns; None for a table that is not about criteria."""
    titles = [_bare(cell.text) for cell in cells]
    known = layouts.marks.columns
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
        appended = tuple(_titles(layouts, [_MARK, *([] if _TEXT in roles else [_TEXT])]))
    return _Table(roles, style, appended, len(cells))


def _titles(layouts: Layouts, wanted: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the titles that a report has for the columns wanted."""
    for layout in layouts.of_kind("governance-report")[:1]:
        for column in layout.given["columns"]:
            if column["shows"] in wanted:
                yield column["title"], column["shows"]


def _name(cells: Sequence[_Cell], table: _Table) -> str:
    at = table.roles["id"]
    return re.sub(r"[*_`\\]", "", cells[at].text).strip() if at < len(cells) else ""


def _form(name: str) -> str:
    return re.sub(r"[0-9]+", "0", name)


def _grown(line: str, texts: Sequence[str]) -> str:
    """Append cells to a row."""
    if not texts:
        return line
    bare = line.rstrip()
    closed = bare if re.search(r"(?<!\\)\|$", bare) else f"{bare} |"
    return closed + "".join(f" {text} |" for text in texts)


def _filled(
    line: str,
    cells: Sequence[_Cell],
    table: _Table,
    what: tuple[_Filling, Said, Place],
    findings: list[Finding],
) -> str:
    filling, said, place = what
    values = cells_of(said, filling.layouts.marks)
    values[_MARK] = _mark(cells, table, filling.layouts.marks, said.claim)
    grown = [values[role] for _, role in table.appended]
    missing = [" "] * max(table.columns - len(cells), 0) if grown else []
    for role, at in sorted(table.roles.items(), key=lambda each: -each[1]):
        if role == "id" or not values[role] or at >= len(cells):
            if role != "id" and values[role]:
                findings.append(_kept("template-cell-missing", said, place))
            continue
        cell = cells[at]
        if not _free(cell.text, role, filling.layouts, values[role]):
            findings.append(
                _kept("template-cell-kept", said, place._replace(column=cell.start + 1))
            )
            continue
        value = _within(cell.text, values[role], role)
        line = line[: cell.start] + f" {value} ".ljust(cell.end - cell.start) + line[cell.end :]
    return _grown(line, [*missing, *grown])


def _mark(cells: Sequence[_Cell], table: _Table, marks: Marks, claim: str) -> str:
    """Choose a mark in the row's style: a column without a title has boxes, or symbols."""
    at = table.roles.get(_MARK, len(cells))
    boxed = at < len(cells) and _ticked(cells[at].text, _MARK)
    style = "ticks" if boxed else "signs" if table.style == "ticks" else table.style
    return marks.answers[style].get(claim, "")


def _kept(code: str, said: Said, place: Place) -> Finding:
    name = said.criterion.id
    return finding(code, place, criterion=name, name=name)


def _within(text: str, value: str, role: str) -> str:
    """The new text of a cell: of a box in markup, only the box changes."""
    box = _TICK.search(text) if role == _MARK else None
    return f"{text[: box.start()]}{value}{text[box.end() :]}" if box else value


def _ticked(text: str, role: str) -> bool:
    return role == _MARK and _TICK.search(text) is not None


def _free(text: str, role: str, layouts: Layouts, value: str) -> bool:
    """Whether a cell may be written: it is empty, a placeholder, a mark, or the same text."""
    plain = text.casefold()
    if not plain or plain in layouts.marks.placeholders or text == value:
        return True
    if role == _MARK:
        marks = {mark for style in layouts.marks.answers.values() for mark in style.values()}
        return text in marks or _ticked(text, role)
    return role == "light" and any(text == light.mark for light in layouts.marks.lights)
