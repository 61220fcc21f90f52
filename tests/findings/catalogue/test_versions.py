"""Versions: a base that cannot be used stops the model, what changed does not."""

from os2governance.findings.catalogue.versions import VERSIONS


def test_a_fault_of_the_base_is_always_told():
    base = {
        code: VERSIONS[code]
        for code in VERSIONS
        if code.startswith("model-") and code != "model-superseded"
    }

    assert {(e.severity, e.suppressible, e.ignorable) for e in base.values()} == {
        ("error", "nowhere", False)
    }


def test_a_newer_version_is_only_noted():
    assert VERSIONS["model-superseded"].severity == "note"
