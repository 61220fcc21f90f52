"""What is safe to mend in a file by itself: layout, the order of keys, quotation marks.

Nothing that is said changes, and no comment is lost: a text of which that cannot be shown by
reading it again is left as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from os2governance.edit import NotEditableError, Put, edited
from os2governance.finding import Finding
from os2governance.remarks import lines_of
from os2governance.yamlfile import Document, Value, read_yaml

Order = Mapping[tuple[str, ...], Sequence[str]]
"""For the paths of groups, the order of their keys; keys that are not named come last."""


def tidied(data: bytes, order: Order, findings: Sequence[Finding] = ()) -> bytes:
    """Give a YAML text in good order; `findings` are those of its schema.

    Ends of lines become one kind, blanks at their ends go, the keys of the named groups get their
    order with the comments above them, and a number or truth value where its schema wants a text
    gets quotation marks.
    """
    document, _ = read_yaml(data, "")
    if document is None:
        return data
    data = _quoted(data, document, findings)
    text = data.decode("utf-8-sig")
    text = _kept(text, _respaced(text))
    for path, names in order.items():
        text = _kept(text, _ordered(text, path, names))
    return _kept(text, _respaced(text)).encode()


def _kept(before: str, after: str) -> str:
    """Give the text after, if it says the same with the same comments, else the one before."""
    old, new = (read_yaml(text.encode(), "")[0] for text in (before, after))
    same = old is not None and new is not None and old.values == new.values
    comments = [sorted(_comments(text)) for text in (before, after)]
    return after if same and comments[0] == comments[1] else before


def _comments(text: str) -> Iterator[str]:
    """Give what stands behind each `#`, whether it is a comment or not: none may be lost."""
    for line in lines_of(text):
        if "#" in line:
            yield line[line.index("#") :].strip()


# -- quotation marks --------------------------------------------------------------------------


def _quoted(data: bytes, document: Document, findings: Sequence[Finding]) -> bytes:
    """Put in quotation marks what is no text, and should be one."""
    wanted = {(f.place.line, f.place.column) for f in findings if f.code == "wrong-type"}
    if not wanted:
        return data
    lines = lines_of(data.decode("utf-8-sig"))
    for path, value in _plain(document.values):
        place = document.place(path)
        if (place.line, place.column) not in wanted or isinstance(value, str) or value is None:
            continue
        written = re.match(r"[\w.+-]+", lines[place.line - 1][place.column - 1 :])
        if written:
            try:
                data = edited(data, [Put(path, written.group())])
            except NotEditableError:
                continue
    return data


def _plain(
    values: Value, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Value]]:
    if isinstance(values, dict):
        for key, value in values.items():
            yield from _plain(value, (*path, key))
    elif isinstance(values, list):
        for number, value in enumerate(values):
            yield from _plain(value, (*path, number))
    else:
        yield path, values


# -- layout -----------------------------------------------------------------------------------


def _respaced(text: str) -> str:
    """Give a text whose lines end alike, without blanks at their ends and below the last."""
    lines = (line.rstrip(" \t") for line in re.split("\r\n|[\r\n]", text))
    return "\n".join(lines).strip("\n") + "\n"


# -- the order of keys ------------------------------------------------------------------------


def _ordered(text: str, path: Sequence[str], names: Sequence[str]) -> str:
    """Give a text in which the keys of the group at a path have their order."""
    document, _ = read_yaml(text.encode(), "")
    group = _group(document.values if document else None, path)
    if document is None or not group or _ranked(group, names) == list(group):
        return text
    places = {name: document.place((*path, name), key=True) for name in group}
    if len({place.line for place in places.values()}) < len(group):
        return text  # on one line
    if len({place.column for place in places.values()}) > 1:
        return text
    return _moved(
        text.split("\n"), {n: p.line - 1 for n, p in places.items()}, _ranked(group, names)
    )


def _group(values: Value, path: Sequence[str]) -> dict[str, Value]:
    for step in path:
        values = values.get(step) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else {}


def _ranked(group: Mapping[str, Value], names: Sequence[str]) -> list[str]:
    ranks = {name: rank for rank, name in enumerate(names)}
    return sorted(group, key=lambda name: ranks.get(name, len(ranks)))


def _moved(lines: list[str], at: Mapping[str, int], names: Sequence[str]) -> str:
    """Move the lines of each key, with the comments right above it.

    The comments above the first key stay where they are: they are the head of the group.
    """
    first, *rest = sorted(at.values())
    indent = len(lines[first]) - len(lines[first].lstrip())
    starts = [first, *(_with_comments(lines, number) for number in rest)]
    end = next(
        (n for n in count(rest[-1] + 1 if rest else first + 1) if _ends(lines, n, indent)), 0
    )
    blocks = dict(
        zip(sorted(at.values()), zip(starts, [*starts[1:], end], strict=True), strict=True)
    )
    moved = [line for name in names for line in lines[slice(*blocks[at[name]])]]
    return "\n".join([*lines[:first], *moved, *lines[end:]])


def _with_comments(lines: Sequence[str], number: int) -> int:
    """Give the first line of the comments right above a line, as far in as it is."""
    mark = f"{lines[number][: len(lines[number]) - len(lines[number].lstrip())]}#"
    while number and lines[number - 1].startswith(mark):
        number -= 1
    return number


def _ends(lines: Sequence[str], number: int, indent: int) -> bool:
    """Whether a group of an indent has ended before a line."""
    if number >= len(lines) or not (line := lines[number]).strip():
        return number >= len(lines) or _only_blank(lines, number, indent)
    return len(line) - len(line.lstrip()) < indent


def _only_blank(lines: Sequence[str], number: int, indent: int) -> bool:
    """Whether only blank lines come before something outside the group."""
    for line in lines[number:]:
        if line.strip():
            return len(line) - len(line.lstrip()) < indent
    return True
