"""Rows for Parquet; what the file holds is tested where pyarrow is asked for (tests/extras)."""

import pickle
import sys

import pytest
from pages import assessed

from os2governance.findings.not_possible import NotPossibleError
from os2governance.render.assessment.parquet import (
    render_assessment_rows,
    render_assessments_parquet,
)
from os2governance.render.assessment.rows import COLUMNS, list_row_values


def test_the_rows_hold_no_words_of_a_language(tmp_path):
    product = assessed(tmp_path, facts={"open": True})

    assert render_assessment_rows(product, "da") == render_assessment_rows(product, "en")
    assert render_assessment_rows(product, "en") == list_row_values(product)


def test_the_rows_cross_a_pipe(tmp_path):
    rows = render_assessment_rows(assessed(tmp_path), "en")

    assert pickle.loads(pickle.dumps(rows)) == rows
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(NotPossibleError) as caught:
        next(render_assessments_parquet([]))
    assert "os2governance[data]" in str(caught.value)
