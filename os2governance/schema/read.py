"""The JSON Schemas of the formats, as they are generated from `os2governance.formats`."""

from functools import cache
from pathlib import Path
from typing import Any

from os2governance.documents.json_reader import parse_own_json

FOLDER = Path(__file__).parent / "generated"
FORMAT_NAMES = (
    *("product", "evaluation", "hearing", "decisions", "minutes", "register"),
    *("observations", "round", "site"),
    *("model", "criteria"),
    *(
        "doubts",
        "persons",
        "letters",
        "proposals",
        "figures",
        "authorities",
        "documents",
        "marks",
        "layout",
    ),
    *("assessment", "check", "baseline"),
)
"""Our own formats."""
SCHEMA_NAMES = (*FORMAT_NAMES, "publiccode")
"""All that have a schema: the standard of others that is read and written, too."""


@cache
def read_schema(name: str) -> dict[str, Any]:
    """The schema of a format, its texts in both languages; it is shared, so never change it.

    Raises:
        KeyError: when there is no such format.
    """
    if name not in SCHEMA_NAMES:
        raise KeyError(name)
    schema: dict[str, Any] = parse_own_json((FOLDER / f"{name}.schema.json").read_bytes())
    return schema
