"""The declaration before a change: kept as it was, so that later changes are seen as such.

An evaluation is held against what was known on its day (semantics §3c and §6). The first change
after the day of a declaration therefore keeps it, and gets a date of its own; later changes on the
same day belong to the same declaration.
"""

from datetime import date
from typing import NamedTuple

from os2governance.documents.yaml_edit import SetValue, edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.declaration import Declaration

_DATE_PATH = ("declared", "on")


class DatedChange(NamedTuple):
    """A changed product file; `keeps` is the date of the declaration to keep, if one is."""

    data: bytes
    keeps: date | None = None


def date_change(earlier: Declaration, new: bytes, today: date) -> DatedChange:
    """The changed file of a declaration as it is written: dated today, if it is the first change.

    A new date that the change itself sets stays. A draft is not kept.

    Raises:
        NotEditableError: when the date cannot be set without changing more.
    """
    if today > earlier.declared_on and _read_date(new) != earlier.declared_on.isoformat():
        return DatedChange(new, None if earlier.draft else earlier.declared_on)
    return date_restoration(earlier, new, today)


def date_restoration(earlier: Declaration, old: bytes, today: date) -> DatedChange:
    """An older content of the file, put in the place of a declaration: dated as a change is.

    Raises:
        NotEditableError: when the date cannot be set without changing more.
    """
    if today <= earlier.declared_on:
        return DatedChange(old)
    data = edit_yaml(old, [SetValue(_DATE_PATH, today.isoformat())])
    return DatedChange(data, None if earlier.draft else earlier.declared_on)


def _read_date(data: bytes) -> object:
    document, _ = read_yaml(data, "")
    values = document.values if document else None
    declared = values.get("declared") if isinstance(values, dict) else None
    return declared.get("on") if isinstance(declared, dict) else None
