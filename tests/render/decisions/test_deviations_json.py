"""The register as JSON."""

from datetime import date

from deviations import register
from pages import loaded

from os2governance.render.decisions.deviations_json import build_deviations_object


def test_groups_and_what_is_closed(tmp_path):
    found = register({}, {"lifecycle": "closed"})
    said = build_deviations_object(
        found, {"small/1": loaded(tmp_path)}, date(2026, 11, 1), [], "en"
    )
    (group,) = said["groups"]

    assert said["format"] == "os2governance/deviations/1"
    assert (group["kind"], group["states"]["expired"], group["promised"]) == ("product", 1, 1)
    assert group["entries"][0]["until"] == "2026-10-31"
    assert [each["product"] for each in said["closed"]] == ["tool"]
    assert said["findings"] == []
