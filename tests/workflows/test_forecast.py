"""What a forecast is of, and what it says of files that cannot be read."""

from dataclasses import replace
from datetime import date

from os2governance.workflows.forecast import forecast_products


def test_a_year_ahead_unless_a_day_is_named(context):
    assert forecast_products([], None, context).until == date(2027, 5, 1)
    assert forecast_products([], date(2026, 6, 1), context).until == date(2026, 6, 1)


def test_the_last_day_that_there_is_is_not_passed(context):
    last = replace(context, as_of=date(9999, 12, 30))

    assert forecast_products(["products/brak"], None, last).until == date.max


def test_each_readable_product_has_its_turning_points(context):
    forecasts = forecast_products([], None, context)
    names = [assessment.product.id for assessment, _ in forecasts.products]

    assert names == ["brak", "kirsebaer", "rosenlund"]
    assert all(t.on <= forecasts.until for _, turns in forecasts.products for t in turns)
    assert {found.location.file for found in forecasts.findings} == {
        "products/ulaeselig/product.yaml"
    }


def test_a_folder_without_products_is_a_finding(tmp_path, context):
    forecasts = forecast_products([str(tmp_path)], None, context)

    assert forecasts.products == []
    assert [found.code for found in forecasts.findings] == ["no-products"]
