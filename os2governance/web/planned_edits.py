"""The edits in the input of a form: what somebody typed, and what others changed meanwhile.

A page knows the version of the file that it was rendered from, and its script what each field
showed. A difference between that and the input is the user's edit; a difference between that and
the current file is somebody else's. Where both concern one field, it is not saved, and the user is
shown both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.documents.yaml_edit import RemoveEntry, SetValue
from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.text import Language, Renderable
from os2governance.rules.trace import MISSING
from os2governance.web.edit_session import (
    EditSession,
    build_current_form,
    read_current_values,
    read_form_data,
    read_form_values,
)
from os2governance.web.field_values import (
    NONE_SUFFIX,
    InvalidInput,
    is_shown_value,
    parse_field_value,
)
from os2governance.web.form import FormField
from os2governance.web.workspace import AssessedProduct

FormInput = Mapping[str, Sequence[str]]
WAS_PREFIX = "was:"
"""Prefix of a field's name for what the page showed in it, as its script knows."""
FieldEdit = SetValue | RemoveEntry


class Clash(NamedTuple):
    """A field edited here, and changed in the file at the same time."""

    field: FormField
    typed: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedEdits:
    """What a request asks for: edits by the names of their fields, and those of no field.

    `seen` are the names of all typed fields; what is typed in `structure_in` must be saved before
    `structure` is. `changed` where the page is out of date.
    """

    edits: Mapping[str, FieldEdit]
    problems: Mapping[str, Renderable]
    clashes: tuple[Clash, ...]
    seen: frozenset[str]
    structure: tuple[FieldEdit, ...] = ()
    structure_in: str = ""
    changed: bool = False


OUT_OF_DATE = PlannedEdits(edits={}, problems={}, clashes=(), seen=frozenset(), changed=True)


def _read_drawn_values(
    now: AssessedProduct, desk: EditSession, base: bytes | None
) -> Mapping[str, Any] | None:
    """The values of the text that a page was rendered from; None where that is unknown."""
    if base is not None and base == read_form_data(now, desk):
        return read_current_values(now, desk)
    return read_form_values(base) if base is not None else None


def find_value(values: Any, path: ValuePath) -> Any:
    """The value in a declaration at a path; MISSING without one."""
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return MISSING
    return values


def collect_edits(
    now: AssessedProduct, base: bytes | None, typed: FormInput, desk: EditSession
) -> PlannedEdits:
    """Find the edits in the input, and those that conflict with changes by others.

    What stands in a field as the form shows it is no edit, whatever it is.
    """
    current = read_current_values(now, desk)
    drawn = _read_drawn_values(now, desk, base)
    edits: dict[str, FieldEdit] = {}
    problems: dict[str, Renderable] = {}
    clashes: list[Clash] = []
    fields = build_current_form(now, desk).fields()
    seen = {n: f for n, f in fields.items() if n in typed or f"{n}{NONE_SUFFIX}" in typed}
    for name, field in seen.items():
        if is_shown_value(field, typed, desk.language):
            continue
        value = parse_field_value(field, typed, desk.language)
        if isinstance(value, InvalidInput):
            problems[name] = value.message
        elif _is_same_value(value, find_value(current, field.path)) or _is_untouched(
            field, value, typed, drawn
        ):
            continue
        elif _is_known(field, typed, (drawn, current), desk.language):
            edits[name] = _build_edit(field.path, value)
        else:
            clashes.append(Clash(field, value))
    return PlannedEdits(
        edits=_drop_emptied_answers(edits, fields, current),
        problems=problems,
        clashes=tuple(clashes),
        seen=frozenset(seen),
    )


def _drop_emptied_answers(
    edits: Mapping[str, FieldEdit], fields: Mapping[str, FormField], current: Mapping[str, Any]
) -> dict[str, FieldEdit]:
    """The edits, with an answer of which nothing is left taken out whole."""
    by_answer: dict[ValuePath, list[str]] = {}
    for name in edits:
        if fields[name].path[0] == "answers":
            by_answer.setdefault(fields[name].path[:-1], []).append(name)
    kept = dict(edits)
    for path, names in by_answer.items():
        there = find_value(current, path)
        removed = {edits[name].path[-1] for name in names if isinstance(edits[name], RemoveEntry)}
        if isinstance(there, dict) and removed >= there.keys() and len(removed) == len(names):
            kept = {name: edit for name, edit in kept.items() if name not in names}
            kept[names[0]] = RemoveEntry(path)
    return kept


def _is_untouched(field: FormField, value: Any, typed: FormInput, drawn: Any) -> bool:
    """Whether a page without a script sends what it showed; a script sends what was typed only."""
    by_script = f"{WAS_PREFIX}{field.name}" in typed
    if by_script or drawn is None:
        return False
    return _is_same_value(value, find_value(drawn, field.path))


def _is_known(
    field: FormField, typed: FormInput, values: tuple[Any, Any], language: Language
) -> bool:
    """Whether the page showed what the file says: as its script tells, else by its version."""
    drawn, current = values
    name = f"{WAS_PREFIX}{field.name}"
    if name in typed:
        showed = {field.name: typed[name]}
        showed[f"{field.name}{NONE_SUFFIX}"] = typed.get(f"{name}{NONE_SUFFIX}", ())
        return is_shown_value(field, showed, language) and not _is_moved(field, drawn, current)
    return drawn is not None and _is_same_value(
        find_value(current, field.path), find_value(drawn, field.path)
    )


def _is_moved(field: FormField, drawn: Any, current: Any) -> bool:
    """Whether a list on the way to a field has more or fewer elements than the page showed."""
    for depth, step in enumerate(field.path):
        if isinstance(step, int) and drawn is not None:
            lists = [find_value(values, field.path[:depth]) for values in (drawn, current)]
            if len({len(each) if isinstance(each, list) else 0 for each in lists}) > 1:
                return True
    return False


def _is_same_value(one: Any, other: Any) -> bool:
    """Whether two values are equal; an empty list or text equals a missing one."""
    if type(one) is bool or type(other) is bool:
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one == other.strip().replace("\r\n", "\n")
    empty: tuple[Any, ...] = (MISSING, "", [])
    return bool(one == other) or (one in empty and other in empty)


def _build_edit(path: ValuePath, value: Any) -> FieldEdit:
    return RemoveEntry(path) if value is MISSING else SetValue(path, value)
