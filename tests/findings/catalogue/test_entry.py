"""Severities and entries: from a threshold on, the worst first."""

from dataclasses import FrozenInstanceError

import pytest

from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import SEVERITIES, list_severities_from


@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_threshold_takes_what_is_worse_and_nothing_milder(severity):
    found = list_severities_from(severity)

    assert found[-1] == severity
    assert found == SEVERITIES[: len(found)]
    assert found[0] == "error"


def test_an_entry_is_frozen():
    with pytest.raises(FrozenInstanceError):
        CATALOGUE["unknown-key"].severity = "note"
