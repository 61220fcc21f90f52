"""What an output was made from, so that anybody can make it again."""

from datetime import date

from pages import TODAY, assessed

from os2governance.render.common.provenance import (
    build_as_of,
    build_product_head,
    build_provenance,
)
from os2governance.version import VERSION


def test_models_are_in_order_whatever_order_they_were_met_in():
    digests = {"b/1": "sha256:2", "a/1": "sha256:1"}
    said = build_provenance(digests)

    assert said["engine"] == VERSION
    assert list(said["models"].items()) == sorted(digests.items())


def test_the_head_tells_the_day_the_files_and_the_model(tmp_path):
    product = assessed(tmp_path, facts={"open": True})
    head = build_product_head("os2governance/x/1", product)

    assert list(head) == [
        "format", "as_of", "made_from", "product", "name", "file", "files", "model", "levels",
    ]  # fmt: skip
    assert head["format"] == "os2governance/x/1"
    assert head["made_from"]["models"] == {"small/1": product.model.digest}
    assert head["file"] in head["files"]
    assert head["files"][head["file"]].startswith("sha256:")
    assert head["levels"]["assessed"] == product.levels.assessed == "low"


def test_a_day_is_an_iso_date():
    assert build_as_of(TODAY) == {"as_of": "2026-05-01"}
    assert build_as_of(date.min) == {"as_of": "0001-01-01"}
