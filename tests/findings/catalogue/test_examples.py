"""Examples: one that fails is an error, a mutant that survives is not."""

from os2governance.findings.catalogue.examples import EXAMPLES


def test_severities():
    assert EXAMPLES["example-fails"].severity == "error"
    assert EXAMPLES["mutant-survives"].severity == "warning"
    assert {entry.suppressible for entry in EXAMPLES.values()} == {"not of check"}
