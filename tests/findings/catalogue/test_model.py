"""Models: what stops one is an error, what lint misses is not."""

from os2governance.findings.catalogue.model import MODEL


def test_what_a_model_lacks_does_not_stop_it():
    lint = {code: entry for code, entry in MODEL.items() if code.startswith("lint-")}

    assert lint
    assert "error" not in {entry.severity for entry in lint.values()}


def test_what_stops_a_model_is_always_told():
    stops = [entry for code, entry in MODEL.items() if code.startswith(("model-", "facts-"))]

    assert {(entry.severity, entry.ignorable) for entry in stops} == {("error", False)}
    assert {entry.suppressible for entry in stops} <= {"nowhere", "not of check"}
