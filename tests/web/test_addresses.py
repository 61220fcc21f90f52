"""Addresses: each part is one step of the path, whatever is in it."""

import pytest

from os2governance.web.addresses import build_path


@pytest.mark.parametrize(
    ("base", "parts", "path"),
    [
        ("", (), "/"),
        ("/forms", (), "/forms/"),
        ("", ("os2eksempel",), "/os2eksempel"),
        ("/forms", ("os2eksempel", "papers"), "/forms/os2eksempel/papers"),
        ("", ("../hemmeligt", "a b?c#d%", "æ"), "/..%2Fhemmeligt/a%20b%3Fc%23d%25/%C3%A6"),
        ("", ("", "//ond.example"), "//%2F%2Fond.example"),
    ],
)
def test_a_part_is_one_step(base, parts, path):
    assert build_path(base, *parts) == path
