"""The published files for publiccode: how far each is read, and what is said of it."""

import pytest
from exchange.words import wording

from os2governance.exchange.read.detect import read_document


@pytest.mark.parametrize(
    ("file", "line", "facts"),
    [
        ("OS2display__2023-03-17.yml", 23, 2),
        ("OS2iot__2021-02-15.yml", 46, None),
        ("OS2mo__2025-06-30.yml", 140, 7),
    ],
)
def test_the_real_ones(file, line, facts, reports):
    imported, findings = read_document((reports / file).read_bytes(), file, [wording()])

    assert (imported and len(imported.facts)) == facts
    assert [each.location.line for each in findings] == [line]
