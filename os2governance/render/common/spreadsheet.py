"""CSV that spreadsheets read as it is meant.

A text that a spreadsheet would take for a formula is prefixed with an apostrophe. Danish files use
semicolons as separators and decimal commas, as Danish spreadsheets do.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark, which tells a spreadsheet that the file is UTF-8."""
_FORMULA_STARTS = ("=", "+", "-", "@")


def render_csv_rows(rows: Iterable[Iterable[Any]], language: Language) -> str:
    """The rows as CSV, without the byte order mark that a file begins with."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";" if language == "da" else ",", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_format_cell(value, language) for value in row])
    return held.getvalue()


def _format_cell(value: Any, language: Language) -> str:
    if isinstance(value, int | float):
        return str(value).replace(".", "," if language == "da" else ".")
    return _escape_formula(value)


def _escape_formula(text: str) -> str:
    """A text on one line that is not a formula."""
    said = make_inert(text)
    return f"'{said}" if said.lstrip().startswith(_FORMULA_STARTS) else said
