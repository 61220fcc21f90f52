"""What is a date, and what is not: also by the validator, which lets odd ones through."""

from datetime import date

import pytest

from os2governance.documents.yaml_reader import Document
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.schema.validator import CompiledSchema

NOT_DATES = ["2026-02-30", "2026-13-01", "20260501", "2026-W18-5", "2026-5-1", "2026-05-01 ", ".023-01-26", "+023-01-26", "-023-01-26", "2026-05-0a", "２０２６-05-01", "", "today"]  # fmt: skip


def test_a_date():
    assert parse_iso_date("2026-05-01") == date(2026, 5, 1)
    assert parse_iso_date("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize("text", NOT_DATES)
def test_no_date(text):
    assert parse_iso_date(text) is None

    [found] = CompiledSchema({"format": "date"}).find_violations(Document("f", text, None), text)
    assert found.code == "wrong-format"


@pytest.mark.parametrize("value", [None, 20260501, True, ["2026-05-01"]])
def test_what_is_no_text_is_no_date(value):
    assert parse_iso_date(value) is None
