"""The formats that are checked."""

import pytest

from os2governance.schema.string_formats import FORMATS


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("date", "2026-05-01", "2026-02-30"),
        ("date", "2026-05-01", ".026-05-01"),
        ("date-time", "2026-05-01T12:00:00Z", "2026-05-01 12:00"),
        ("date-time", "2026-05-01T12:00:00.5+02:00", "2026-05-01T25:00:00Z"),
        ("email", "a@os2.eu", "os2.eu"),
        ("uri", "https://os2.eu", "os2.eu"),
        ("iri", "https://ø.dk", "ø.dk"),
    ],
)
def test_a_format(name, right, wrong):
    assert FORMATS[name](right)
    assert not FORMATS[name](wrong)
