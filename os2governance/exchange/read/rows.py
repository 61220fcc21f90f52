"""The rows of a report that are about criteria, in whatever state its tables are.

Read line by line, because real tables are not valid ones (see `markdown.py`): a header applies
until the next one, even across text; a header joined to its first row is cut at the dashes; rows
with too many or too few cells are fitted to the columns so that the level and the mark are where
they should be.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.exchange.read.marks import read_mark
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.folding import fold_label, strip_markup
from os2governance.model.document_terms import DocumentTerms

ANSWER_ROLES = ("mark", "light", "text", "grounds")
MAX_CELLS = 200
MAX_COLUMNS = 12
MAX_ID_LENGTH = 200


class CriterionRow(NamedTuple):
    """One row about one criterion: its cells by role, and the cells without one."""

    id: str
    line: int
    cells: Mapping[str, str]
    other_cells: tuple[tuple[str, str], ...] = ()


class TableColumns(NamedTuple):
    """The columns in force: the role of each, None where the title is unknown, and the titles."""

    roles: tuple[str | None, ...]
    words: tuple[str, ...]


class _RowResult(NamedTuple):
    row: CriterionRow | None
    findings: tuple[Finding, ...]


def split_cells(line: str) -> list[str]:
    """Split a line at its unescaped pipes; without pipes there are no cells."""
    if "|" not in line:
        return []
    text = re.sub(r"^[\s>]*", "", line).rstrip()
    pieces = re.split(r"(?<!\\)\|", text)
    if not pieces[0].strip():
        del pieces[0]
    if pieces and not pieces[-1].strip():
        del pieces[-1]
    return [piece.strip().replace("\\|", "|") for piece in pieces]


def read_table_rows(
    source: MarkdownSource, wording: DocumentTerms
) -> tuple[list[CriterionRow], list[Finding]]:
    """Read the rows about criteria, in their order; each is returned, or reported."""
    rows: dict[str, CriterionRow] = {}
    findings: list[Finding] = []
    for found in _read_lines(source, wording):
        findings += found.findings
        row = found.row
        if row is None:
            continue
        if row.id in rows:
            place, first = source.locate(row.line), rows[row.id].line
            findings.append(
                make_finding("import-row-twice", place, criterion=row.id, name=row.id, first=first)
            )
        else:
            rows[row.id] = row
    return list(rows.values()), findings


def _read_lines(source: MarkdownSource, wording: DocumentTerms) -> Iterator[_RowResult]:
    table: TableColumns | None = None
    said: set[str] = set()
    for number, line in enumerate(source.lines, 1):
        cells = split_cells(line) if re.search(r"[\w#]", line) else []
        if not cells:
            continue
        if number in source.hidden:
            yield from _check_hidden_row(source, number, cells, wording)
            continue
        header, cells = _cut_header(cells)
        if header is None and _is_header(cells, source, number, wording):
            header, cells = cells, []
        if header is not None:
            table = _read_columns(header, wording)
            yield from _check_unknown_columns(table, source, number, said)
        if cells and not is_separator_row(cells):
            parted, columns = _split_id_from_title(cells, table, wording)
            yield from _read_row(parted, columns, (source, number), wording)


def is_separator_row(cells: Sequence[str]) -> bool:
    """Whether a row is the dashes below a header."""
    return all(re.fullmatch(r":?-+:?", cell) for cell in cells if cell) and any(cells)


def _cut_header(cells: list[str]) -> tuple[list[str] | None, list[str]]:
    """Split a header from the row that is joined to it, at the dashes between them."""
    rules = [n for n, cell in enumerate(cells) if re.fullmatch(r":?-{3,}:?", cell)]
    if len(rules) < 2 or rules[0] == 0 or is_separator_row(cells):  # noqa: PLR2004 - a single cell of dashes is a cell
        return None, cells
    first, last = rules[0], rules[-1]
    if rules != list(range(first, last + 1)):
        return None, cells
    rest = cells[last + 1 :]
    # Between the pipe that ends the dashes and the one that begins the row.
    blank = 0
    while len(rest) - blank > len(rules) and not rest[blank]:
        blank += 1
    rest = rest[blank:]
    return cells[:first][: len(rules)], rest


def _is_header(
    cells: Sequence[str], source: MarkdownSource, number: int, wording: DocumentTerms
) -> bool:
    """Whether a row is a header: dashes follow it, or its words are column titles."""
    if _find_id_cell(cells, wording) is not None or is_separator_row(cells):
        return False
    below = split_cells(source.lines[number]) if number < len(source.lines) else []
    if below and is_separator_row(below):
        return True
    roles = {wording.columns.get(fold_label(cell)) for cell in cells[:MAX_CELLS]} - {None}
    return "id" in roles and len(roles) > 1


def _read_columns(header: Sequence[str], wording: DocumentTerms) -> TableColumns:
    words = tuple(header[:MAX_CELLS])
    roles: list[str | None] = []
    for word in words:
        role = wording.columns.get(fold_label(word))
        roles.append(None if role in roles else role)
    if "id" in roles:
        before = roles.index("id") - 1
        if before >= 0 and "mark" not in roles and not strip_markup(words[before]):
            roles[before] = "mark"
    return TableColumns(tuple(roles), words)


def _check_unknown_columns(
    table: TableColumns, source: MarkdownSource, number: int, said: set[str]
) -> Iterator[_RowResult]:
    """Yield unknown columns, once each, in a table about criteria."""
    if "id" not in table.roles:
        return
    for role, word in zip(table.roles, table.words, strict=True):
        name = strip_markup(word)
        if role is None and name and name not in said:
            said.add(name)
            found = make_finding("import-column-unknown", source.locate(number), name=name[:60])
            yield _RowResult(None, (found,))


def _find_id_cell(
    cells: Sequence[str], wording: DocumentTerms, table: TableColumns | None = None
) -> int | None:
    """Index of the cell with a criterion's id: in its column, or else the first one."""
    should = table.roles.index("id") if table and "id" in table.roles else 0
    places: list[int] = [should, *range(MAX_COLUMNS)]
    for number in places:
        cell = cells[number] if number < len(cells) else ""
        if (
            cell
            and len(cell) < MAX_ID_LENGTH
            and wording.criterion_pattern.fullmatch(read_id(cell))
        ):
            return number
    return None


def read_id(cell: str) -> str:
    """The id in a cell: without emphasis, brackets, full stop, or the link around it."""
    linked = re.match(r"\[([^\]]{1,20})\]\(", cell)
    return re.sub(r"[\s.:()\[\]]", "", strip_markup(linked.group(1) if linked else cell)).upper()


def _split_id_from_title(
    cells: list[str], table: TableColumns | None, wording: DocumentTerms
) -> tuple[list[str], TableColumns | None]:
    """Split an id from the title after it, in a table without a column for ids."""
    if table is None or "id" in table.roles or "title" not in table.roles:
        return cells, table
    at = table.roles.index("title")
    found = (
        re.match(r"[\s*_]*(\w{2,5})[\s.:*_)\u2013-]+(\S.*)", cells[at])
        if at < len(cells)
        else None
    )
    if not found or not wording.criterion_pattern.fullmatch(found.group(1)):
        return cells, table
    roles, words = list(table.roles), list(table.words)
    roles.insert(at, "id")
    words.insert(at, "")
    return [*cells[:at], *found.groups(), *cells[at + 1 :]], TableColumns(
        tuple(roles), tuple(words)
    )


def _check_hidden_row(
    source: MarkdownSource, number: int, cells: Sequence[str], wording: DocumentTerms
) -> Iterator[_RowResult]:
    at = _find_id_cell(cells, wording)
    if at is not None:
        place, name = source.locate(number), read_id(cells[at])
        yield _RowResult(
            None, (make_finding("import-row-hidden", place, criterion=name, name=name),)
        )


def _read_row(
    cells: list[str],
    table: TableColumns | None,
    where: tuple[MarkdownSource, int],
    wording: DocumentTerms,
) -> Iterator[_RowResult]:
    at = _find_id_cell(cells, wording, table)
    if at is None:
        return
    source, number = where
    name, place = read_id(cells[at]), source.locate(number)
    findings: list[Finding] = []
    if table is None:
        table = _guess_columns(cells, at, wording)
        findings.append(make_finding("import-no-header", place, criterion=name, name=name))
    elif not {"id", *ANSWER_ROLES} & set(table.roles):
        yield _RowResult(
            None, (make_finding("import-row-elsewhere", place, criterion=name, name=name),)
        )
        return
    fitted, problem = _fit_cells(cells, table, wording)
    if problem == "surplus":
        findings.append(
            make_finding(
                "import-cells-surplus", place, criterion=name, name=name, count=len(cells)
            )
        )
    elif problem == "missing":
        findings.append(
            make_finding(
                "import-cells-missing", place, criterion=name, name=name, count=len(cells)
            )
        )
    if read_id(fitted[_find_id_column(table, at)]) != name:
        yield _RowResult(
            None, (make_finding("import-row-elsewhere", place, criterion=name, name=name),)
        )
        return
    known = {role: cell for role, cell in zip(table.roles, fitted, strict=True) if role}
    others = tuple(
        (strip_markup(word), cell)
        for role, word, cell in zip(table.roles, table.words, fitted, strict=True)
        if role is None and strip_markup(word) and not wording.is_blank(cell)
    )
    yield _RowResult(CriterionRow(name, number, known, others), tuple(findings))


def _find_id_column(table: TableColumns, at: int) -> int:
    return table.roles.index("id") if "id" in table.roles else min(at, len(table.roles) - 1)


def _guess_columns(cells: Sequence[str], at: int, wording: DocumentTerms) -> TableColumns:
    """Guess the columns of a row without a header from the content of its cells."""
    roles: list[str | None] = [None] * len(cells)
    roles[at] = "id"
    for number, cell in enumerate(cells):
        if roles[number] is None and "level" not in roles and wording.find_level(cell):
            roles[number] = "level"
        elif roles[number] is None and "mark" not in roles and _is_mark(cell, wording):
            roles[number] = "mark"
    free = [number for number, role in enumerate(roles) if role is None]
    for number, role in zip(free, ("title", *["guidance"] * len(free)), strict=False):
        roles[number] = role
    if len(free) > 1:
        roles[free[-1]] = "text"
    return TableColumns(tuple(roles), tuple(str(role) for role in roles))


def _is_mark(cell: str, wording: DocumentTerms) -> bool:
    return bool(cell) and read_mark(cell, wording.answer_marks, wording).status is not None


# -- rows whose cells do not match the columns -------------------------------------------------


def _fit_cells(
    cells: list[str], table: TableColumns, wording: DocumentTerms
) -> tuple[list[str], Literal["surplus", "missing"] | None]:
    """Fit the cells to the columns; also whether there are too many or too few of them.

    Surplus cells belong to one cell (which contained a pipe), a missing one is inserted: of all
    the ways, the first in which level and mark fit best.
    """
    columns = len(table.roles)
    end = len(cells)
    while end > columns and not cells[end - 1]:
        end -= 1
    cells = cells[:end]
    over = len(cells) - columns
    if over == 0:
        return cells, None
    if over > 0:
        ways = [
            [*cells[:at], " | ".join(cells[at : at + over + 1]), *cells[at + over + 1 :]]
            for at in _list_preferred_columns(table)
        ]
        return max(ways, key=lambda way: _score_fit(way, table, wording)), "surplus"
    blank = [""] * -over
    ways = [[*cells[:at], *blank, *cells[at:]] for at in range(len(cells), -1, -1)]
    best = max(ways, key=lambda way: _score_fit(way, table, wording))
    ends = best[: len(cells)] == cells
    answered = any(role in ANSWER_ROLES for role in table.roles[len(cells) :])
    return best, None if ends and not answered else "missing"


_ROLE_PREFERENCE = ("text", "grounds", "advice", "guidance", "title")


def _list_preferred_columns(table: TableColumns) -> list[int]:
    roles = list(table.roles)
    first = [roles.index(role) for role in _ROLE_PREFERENCE if role in roles]
    return [*first, *(at for at in range(len(roles)) if at not in first)]


def _score_fit(cells: Sequence[str], table: TableColumns, wording: DocumentTerms) -> int:
    """Score how many of the recognisable cells match the role of their column."""
    points = 0
    for role, cell in zip(table.roles, cells, strict=True):
        if role == "id":
            points += (
                4 if wording.criterion_pattern.fullmatch(read_id(cell[:MAX_ID_LENGTH])) else -4
            )
        elif role == "level":
            points += 3 if wording.find_level(cell) else -1 if cell else 0
        elif role in {"mark", "light"} and cell:
            words = wording.answer_marks if role == "mark" else wording.rating_marks
            mark = read_mark(cell[:200], words, wording)
            points += 2 if mark.status or mark.understood else -1
    return points


def list_column_roles(rows: Sequence[CriterionRow]) -> frozenset[str]:
    """The roles of the columns that any of the rows has."""
    return frozenset(role for row in rows for role in row.cells)


def read_row_title(row: CriterionRow) -> str:
    """The title of the criterion in a row."""
    return strip_markup(row.cells.get("title", ""))
