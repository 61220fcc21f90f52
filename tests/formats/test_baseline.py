"""A baseline in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Baseline

MADE = {"on": "2026-05-01", "with": "os2governance 0.2.0"}


def read(findings):
    return Baseline.model_validate(
        {"format": "os2governance/baseline/1", "made": MADE, "findings": findings}
    )


def test_fingerprints_stand_by_file_and_code():
    found = read({"a.yaml": {"undocumented": ["0123456789abcdef", "0123456789abcdef:2"]}})

    assert found.made.written_with == "os2governance 0.2.0"
    assert len(found.findings["a.yaml"]["undocumented"]) == 2


@pytest.mark.parametrize("mark", ["short", "0123456789ABCDEF", "0123456789abcdef:", 1])
def test_what_is_no_fingerprint_is_refused(mark):
    with pytest.raises(ValidationError):
        read({"a.yaml": {"undocumented": [mark]}})
