"""Why the file's schema refuses what is typed, in words, and at the field that it is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location
from os2governance.i18n.text import Renderable, _
from os2governance.schema.explain import WEB_ADDRESS
from os2governance.web.form import FieldPath, FormField, format_field_name
from os2governance.web.planned_edits import find_value

_ADDRESS = _("Write the whole web address, such as https://www.example.org/page.")
_WRITE = _("Write {wanted}.")
_BOUNDS = _("The value {wanted}.")
_FIRST = _("Fill in '{title}' first; then this is saved too.")
_STILL_NEEDED = _("This must be filled in as long as the fields beside it are.")
_NOT_SO = _("It cannot be saved as it is written here.")
_NOT_SO_BUT = _("It cannot be saved as it is written here. For example: {example}")
_FOR_PROGRAMS = frozenset("\\^$[]|`")


def place_refusals(
    findings: Iterable[Finding],
    document: Document,
    edited: Sequence[FormField],
    fields: Mapping[str, FormField],
) -> dict[str, Renderable]:
    """The refusals by the names of the edited fields that they are about; none where unknown.

    What is wrong with a group, such as a key that is missing, is about each edited field in it.
    """
    refused: dict[str, Renderable] = {}
    for found in findings:
        for field in _find_fields(found.location, document, edited):
            refused.setdefault(field.name, _explain(found, field, fields))
    return refused


def _find_fields(
    at: Location, document: Document, edited: Sequence[FormField]
) -> Sequence[FormField]:
    own = [field for field in edited if at in _list_locations(document, field.path)]
    if own:
        return own
    for depth in range(max((len(field.path) for field in edited), default=0) - 1, 1, -1):
        inside = [
            field
            for field in edited
            if at in _list_locations(document, field.path[:depth]) and len(field.path) > depth
        ]
        if inside:
            return inside
    return ()


def _list_locations(document: Document, path: FieldPath) -> Iterator[Location]:
    """Yield the locations of a value: its key, itself, and the elements of a list."""
    yield document.locate(path, key=True)
    yield document.locate(path)
    value = find_value(document.values, path)
    if isinstance(value, list):
        for number in range(len(value)):
            yield document.locate((*path, number))


def _explain(found: Finding, field: FormField, fields: Mapping[str, FormField]) -> Renderable:
    wanted = found.arguments.get("wanted")
    bounds = found.arguments.get("bounds")
    key = found.arguments.get("key")
    if key is not None:
        asked = format_field_name((*field.path[:-1], str(key)))
        if asked == field.name:
            return _STILL_NEEDED
        if asked in fields:
            return _FIRST.fill(title=fields[asked].title)
    if wanted == WEB_ADDRESS:
        return _ADDRESS
    said = bounds if wanted is None else wanted
    if said is not None and not _FOR_PROGRAMS.intersection(said.render("en")):
        return (_BOUNDS if wanted is None else _WRITE).fill(wanted=said)
    if not field.example.render("da"):
        return _NOT_SO
    return _NOT_SO_BUT.fill(example=field.example)
