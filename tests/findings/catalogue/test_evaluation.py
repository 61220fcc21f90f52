"""Writing in the browser: what is refused is an error, and nothing was written."""

from os2governance.findings.catalogue.evaluation import EVALUATION


def test_all_are_refusals():
    assert {entry.severity for entry in EVALUATION.values()} == {"error"}
    assert {entry.suppressible for entry in EVALUATION.values()} == {"not of check"}
    assert not [code for code, entry in EVALUATION.items() if not 400 <= entry.http_status < 500]
