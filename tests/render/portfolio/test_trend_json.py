"""The trend as JSON."""

from trends import DAY, trend_of

from os2governance.portfolio.trend import count_trend
from os2governance.render.portfolio.trend_json import build_trend_object


def test_groups_and_products(tmp_path):
    points, models = trend_of(tmp_path)
    said = build_trend_object(points, count_trend(points, models), models, DAY, "en")
    (group,) = said["groups"]

    assert said["format"] == "os2governance/trend/1"
    assert [each["half"] for each in group["half_years"]] == ["2026-1", "2026-2"]
    assert said["products"][0]["states"]["placed"] == "reached"
    assert said["products"][0]["declared_on"] is None
