"""The rows of a report that are about criteria, in whatever state its tables are.

Read line by line, because real tables are not valid ones (see `markdown.py`): a header applies
until the next one, even across text; a header joined to its first row is cut at the dashes; rows
with too many or too few cells are fitted to the columns so that the level and the mark are where
they should be.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from os2governance.exchange.read.markdown import Source
from os2governance.exchange.read.marks import read_mark
from os2governance.findings.finding import Finding, finding
from os2governance.i18n.folding import bare, key
from os2governance.model.document_terms import Wording

ANSWERED = ("mark", "light", "text", "grounds")
MOST_CELLS = 200
MOST_COLUMNS = 12
LONGEST_ID = 200


class Row(NamedTuple):
    """One row about one criterion: its cells by role, and the cells without one."""

    id: str
    line: int
    cells: Mapping[str, str]
    others: tuple[tuple[str, str], ...] = ()


class Table(NamedTuple):
    """The columns in force: the role of each, None where the title is unknown, and the titles."""

    roles: tuple[str | None, ...]
    words: tuple[str, ...]


class _Found(NamedTuple):
    row: Row | None
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


def read_rows(source: Source, wording: Wording) -> tuple[list[Row], list[Finding]]:
    """Read the rows about criteria, in their order; each is returned, or reported."""
    rows: dict[str, Row] = {}
    findings: list[Finding] = []
    for found in _found(source, wording):
        findings += found.findings
        row = found.row
        if row is None:
            continue
        if row.id in rows:
            place, first = source.place(row.line), rows[row.id].line
            findings.append(
                finding("import-row-twice", place, criterion=row.id, name=row.id, first=first)
            )
        else:
            rows[row.id] = row
    return list(rows.values()), findings


def _found(source: Source, wording: Wording) -> Iterator[_Found]:
    table: Table | None = None
    said: set[str] = set()
    for number, line in enumerate(source.lines, 1):
        cells = split_cells(line) if re.search(r"[\w#]", line) else []
        if not cells:
            continue
        if number in source.hidden:
            yield from _not_shown(source, number, cells, wording)
            continue
        header, cells = _cut(cells)
        if header is None and _is_header(cells, source, number, wording):
            header, cells = cells, []
        if header is not None:
            table = _table(header, wording)
            yield from _unknown_columns(table, source, number, said)
        if cells and not _is_rule(cells):
            parted, columns = _parted(cells, table, wording)
            yield from _row(parted, columns, (source, number), wording)


def _is_rule(cells: Sequence[str]) -> bool:
    return all(re.fullmatch(r":?-+:?", cell) for cell in cells if cell) and any(cells)


def _cut(cells: list[str]) -> tuple[list[str] | None, list[str]]:
    """Split a header from the row that is joined to it, at the dashes between them."""
    rules = [n for n, cell in enumerate(cells) if re.fullmatch(r":?-{3,}:?", cell)]
    if len(rules) < 2 or rules[0] == 0 or _is_rule(cells):  # noqa: PLR2004 - a single cell of dashes is a cell
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


def _is_header(cells: Sequence[str], source: Source, number: int, wording: Wording) -> bool:
    """Whether a row is a header: dashes follow it, or its words are column titles."""
    if _identified(cells, wording) is not None or _is_rule(cells):
        return False
    below = split_cells(source.lines[number]) if number < len(source.lines) else []
    if below and _is_rule(below):
        return True
    roles = {wording.columns.get(key(cell)) for cell in cells[:MOST_CELLS]} - {None}
    return "id" in roles and len(roles) > 1


def _table(header: Sequence[str], wording: Wording) -> Table:
    words = tuple(header[:MOST_CELLS])
    roles: list[str | None] = []
    for word in words:
        role = wording.columns.get(key(word))
        roles.append(None if role in roles else role)
    if "id" in roles:
        before = roles.index("id") - 1
        if before >= 0 and "mark" not in roles and not bare(words[before]):
            roles[before] = "mark"
    return Table(tuple(roles), words)


def _unknown_columns(
    table: Table, source: Source, number: int, said: set[str]
) -> Iterator[_Found]:
    """Yield unknown columns, once each, in a table about criteria."""
    if "id" not in table.roles:
        return
    for role, word in zip(table.roles, table.words, strict=True):
        name = bare(word)
        if role is None and name and name not in said:
            said.add(name)
            found = finding("import-column-unknown", source.place(number), name=name[:60])
            yield _Found(None, (found,))


def _identified(cells: Sequence[str], wording: Wording, table: Table | None = None) -> int | None:
    """Index of the cell with a criterion's id: in its column, or else the first one."""
    should = table.roles.index("id") if table and "id" in table.roles else 0
    places: list[int] = [should, *range(MOST_COLUMNS)]
    for number in places:
        cell = cells[number] if number < len(cells) else ""
        if cell and len(cell) < LONGEST_ID and wording.criterion.fullmatch(_name(cell)):
            return number
    return None


def _name(cell: str) -> str:
    """Read the id in a cell: without emphasis, brackets, full stop, or the link around it."""
    linked = re.match(r"\[([^\]]{1,20})\]\(", cell)
    return re.sub(r"[\s.:()\[\]]", "", bare(linked.group(1) if linked else cell)).upper()


def _parted(
    cells: list[str], table: Table | None, wording: Wording
) -> tuple[list[str], Table | None]:
    """Split an id from the title after it, in a table without a column for ids."""
    if table is None or "id" in table.roles or "title" not in table.roles:
        return cells, table
    at = table.roles.index("title")
    found = (
        re.match(r"[\s*_]*(\w{2,5})[\s.:*_)\u2013-]+(\S.*)", cells[at])
        if at < len(cells)
        else None
    )
    if not found or not wording.criterion.fullmatch(found.group(1)):
        return cells, table
    roles, words = list(table.roles), list(table.words)
    roles.insert(at, "id")
    words.insert(at, "")
    return [*cells[:at], *found.groups(), *cells[at + 1 :]], Table(tuple(roles), tuple(words))


def _not_shown(
    source: Source, number: int, cells: Sequence[str], wording: Wording
) -> Iterator[_Found]:
    at = _identified(cells, wording)
    if at is not None:
        place, name = source.place(number), _name(cells[at])
        yield _Found(None, (finding("import-row-hidden", place, criterion=name, name=name),))


def _row(
    cells: list[str], table: Table | None, where: tuple[Source, int], wording: Wording
) -> Iterator[_Found]:
    at = _identified(cells, wording, table)
    if at is None:
        return
    source, number = where
    name, place = _name(cells[at]), source.place(number)
    findings: list[Finding] = []
    if table is None:
        table = _guessed(cells, at, wording)
        findings.append(finding("import-no-header", place, criterion=name, name=name))
    elif not {"id", *ANSWERED} & set(table.roles):
        yield _Found(None, (finding("import-row-elsewhere", place, criterion=name, name=name),))
        return
    fitted, problem = _fitted(cells, table, wording)
    if problem:
        findings.append(finding(problem, place, criterion=name, name=name, count=len(cells)))
    if _name(fitted[_id_column(table, at)]) != name:
        yield _Found(None, (finding("import-row-elsewhere", place, criterion=name, name=name),))
        return
    known = {role: cell for role, cell in zip(table.roles, fitted, strict=True) if role}
    others = tuple(
        (bare(word), cell)
        for role, word, cell in zip(table.roles, table.words, fitted, strict=True)
        if role in {None, "advice"} and bare(word) and not wording.is_blank(cell)
    )
    yield _Found(Row(name, number, known, others), tuple(findings))


def _id_column(table: Table, at: int) -> int:
    return table.roles.index("id") if "id" in table.roles else min(at, len(table.roles) - 1)


def _guessed(cells: Sequence[str], at: int, wording: Wording) -> Table:
    """Guess the columns of a row without a header from the content of its cells."""
    roles: list[str | None] = [None] * len(cells)
    roles[at] = "id"
    for number, cell in enumerate(cells):
        if roles[number] is None and "level" not in roles and wording.level(cell):
            roles[number] = "level"
        elif roles[number] is None and "mark" not in roles and _is_mark(cell, wording):
            roles[number] = "mark"
    free = [number for number, role in enumerate(roles) if role is None]
    for number, role in zip(free, ("title", *["guidance"] * len(free)), strict=False):
        roles[number] = role
    if len(free) > 1:
        roles[free[-1]] = "text"
    return Table(tuple(roles), tuple(str(role) for role in roles))


def _is_mark(cell: str, wording: Wording) -> bool:
    return bool(cell) and read_mark(cell, wording.marks, wording).status is not None


# -- rows whose cells do not match the columns -------------------------------------------------


def _fitted(cells: list[str], table: Table, wording: Wording) -> tuple[list[str], str]:
    """Fit the cells to the columns; also the code of the finding about them.

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
        return cells, ""
    if over > 0:
        ways = [
            [*cells[:at], " | ".join(cells[at : at + over + 1]), *cells[at + over + 1 :]]
            for at in _preferred(table)
        ]
        return max(ways, key=lambda way: _sense(way, table, wording)), "import-cells-surplus"
    blank = [""] * -over
    ways = [[*cells[:at], *blank, *cells[at:]] for at in range(len(cells), -1, -1)]
    best = max(ways, key=lambda way: _sense(way, table, wording))
    ends = best[: len(cells)] == cells
    answered = any(role in ANSWERED for role in table.roles[len(cells) :])
    return best, "" if ends and not answered else "import-cells-missing"


_PREFERENCE = ("text", "grounds", "advice", "guidance", "title")


def _preferred(table: Table) -> list[int]:
    roles = list(table.roles)
    first = [roles.index(role) for role in _PREFERENCE if role in roles]
    return [*first, *(at for at in range(len(roles)) if at not in first)]


def _sense(cells: Sequence[str], table: Table, wording: Wording) -> int:
    """Score how many of the recognisable cells match the role of their column."""
    points = 0
    for role, cell in zip(table.roles, cells, strict=True):
        if role == "id":
            points += 4 if wording.criterion.fullmatch(_name(cell[:LONGEST_ID])) else -4
        elif role == "level":
            points += 3 if wording.level(cell) else -1 if cell else 0
        elif role in {"mark", "light"} and cell:
            words = wording.marks if role == "mark" else wording.lights
            mark = read_mark(cell[:200], words, wording)
            points += 2 if mark.status or mark.understood else -1
    return points


def by_role(rows: Sequence[Row]) -> frozenset[str]:
    """The roles of the columns that any of the rows has."""
    return frozenset(role for row in rows for role in row.cells)


def title_of(row: Row) -> str:
    """The title of the criterion in a row."""
    return bare(row.cells.get("title", ""))
