"""Changes since a revision: the change itself can hide none of them."""

from os2governance.findings.catalogue.revision import REVISION


def test_only_the_command_line_can_leave_them_out():
    assert {entry.of_comparison for entry in REVISION.values()} == {True}
    assert {entry.suppressible for entry in REVISION.values()} == {"nowhere"}
    warnings = [code for code, entry in REVISION.items() if entry.severity != "error"]
    assert warnings == ["level-unsettled"]


def test_no_other_family_is_found_by_comparison():
    from os2governance.findings.catalogue import CATALOGUE

    assert {code for code, entry in CATALOGUE.items() if entry.of_comparison} == set(REVISION)
