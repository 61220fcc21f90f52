"""Assessments as CSV, one row for each criterion of each product."""

from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import Language
from os2governance.render.assessment.rows import COLUMNS, list_row_values
from os2governance.render.common.spreadsheet import BOM, render_csv_rows


def render_assessment_csv_head(language: Language) -> str:
    """The first line: the names of the columns, the same in both languages."""
    return BOM + render_csv_rows([COLUMNS], language)


def render_assessment_csv(assessment: Assessment, language: Language) -> str:
    """The lines of one product."""
    rows = list_row_values(assessment)
    return render_csv_rows((map(_format_value, row) for row in rows), language)


def _format_value(value: Any) -> str:
    """A value as text: codes with a blank between, truth as `true` or `false`."""
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
