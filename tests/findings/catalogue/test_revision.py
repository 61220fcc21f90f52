"""Changes since a revision: the change itself can hide none of them."""

from os2governance.findings.catalogue.revision import REVISION


def test_only_the_command_line_can_leave_them_out():
    assert {entry.of_comparison for entry in REVISION.values()} == {True}
    assert {entry.suppressible for entry in REVISION.values()} == {"nowhere"}
    milder = {code: each.severity for code, each in REVISION.items() if each.severity != "error"}
    assert milder == {
        "level-unsettled": "warning",
        "model-changed": "warning",
        "model-rights-changed": "warning",
        "record-added": "note",
        "record-corrected": "note",
        "record-layout-changed": "note",
        "register-changed": "note",
    }


def test_no_other_family_is_found_by_comparison():
    from os2governance.findings.catalogue import CATALOGUE

    assert {code for code, entry in CATALOGUE.items() if entry.of_comparison} == set(REVISION)
