"""Dates of a vocabulary that may be known by their month or their year only."""

from collections.abc import Mapping
from typing import Any

from os2governance.i18n.partial_dates import FIRST_YEAR, LAST_YEAR, PARTIAL_DATE_FORMAT

_NO_SCHEMAS = frozenset({"const", "default", "enum", "examples"})


def allow_partial_dates(schema: Any) -> Any:
    """The schema with its dates (`format: date`) allowed to be a month or a year.

    A year may be a whole number of four digits, as YAML reads `2017`.
    """
    if isinstance(schema, list):
        return [allow_partial_dates(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    allowed = {
        key: value if key in _NO_SCHEMAS else allow_partial_dates(value)
        for key, value in schema.items()
    }
    return _allow_partial_date(allowed) if allowed.get("format") == "date" else allowed


def _allow_partial_date(schema: dict[str, Any]) -> dict[str, Any]:
    said = schema.get("type", [])
    kinds = [said] if isinstance(said, str) else said
    if "string" not in kinds or {"integer", "number"}.intersection(kinds):
        return {**schema, "format": PARTIAL_DATE_FORMAT}
    return {
        **schema,
        "type": [*kinds, "integer"],
        "format": PARTIAL_DATE_FORMAT,
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
    }
