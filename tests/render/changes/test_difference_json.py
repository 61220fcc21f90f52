"""What differs from an old state, in JSON."""

from changed_products import MET, UNMET, changed

from os2governance.render.changes.difference_json import build_change_object


def test_each_level_and_criterion_that_differs_is_told(tmp_path):
    change = changed(tmp_path, {"facts": MET}, {"facts": UNMET})
    said = build_change_object(change)

    assert (said["product"], said["before"], said["after"]) == ("tool", True, True)
    states = {"before_state": "reached", "after_state": "below"}
    assert {"name": "assessed", "before": "high", "after": None, **states} in said["levels"]
    assert said["criteria"] == [{"name": "A", "before": "met", "after": "unmet"}]


def test_a_product_that_is_new_or_gone_has_the_file_that_there_is(tmp_path):
    new = changed(tmp_path / "1", None, {"facts": MET})
    gone = changed(tmp_path / "2", {"facts": MET}, None)

    for change, side in ((new, new.after), (gone, gone.before)):
        said = build_change_object(change)
        assert (said["before"], said["after"]) == (change is gone, change is new)
        assert said["file"] == side.declaration.document.file


def test_a_product_that_was_renamed_keeps_its_old_id(tmp_path):
    change = changed(tmp_path, {"identity": "old"}, {"identity": "new"})
    said = build_change_object(change)

    assert (said["product"], said["former"]) == ("new", "old")


def test_what_is_the_same_is_not_told(tmp_path):
    said = build_change_object(changed(tmp_path, {"facts": MET}, {"facts": MET}))

    assert (said["levels"], said["criteria"], said["former"]) == ([], [], None)
    assert said["unusable"] is False
