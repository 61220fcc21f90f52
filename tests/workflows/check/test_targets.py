"""What a run is about: alone, nothing is compared and nothing is known."""

from os2governance.workflows.check.targets import CheckTargets


def test_without_a_comparison_there_is_nothing_that_was_there_before():
    targets = CheckTargets(files=["a"], model_folders=(), extra_inspections=())

    assert (targets.against, targets.changes, targets.compared, targets.known) == (
        "",
        (),
        {},
        None,
    )
    assert targets.passed_over == ()
