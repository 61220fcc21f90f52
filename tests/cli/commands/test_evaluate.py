"""`evaluate`: a draft that is new, and can be checked at once."""

import pytest
from folders import criterion, write_model, write_product


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_file_is_named_and_checked_without_errors(run, tmp_path, language):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    folder = write_product(tmp_path)
    usual = ("--criteria", tmp_path / "criteria", "--as-of", "2026-05-01", "--lang", language)
    begun = run("evaluate", folder, *usual)
    checked = run("check", folder, *usual)
    again = run("evaluate", folder, *usual)

    assert begun.stdout == f"{folder}/evaluations/2026-05-01.yaml\n"
    assert (begun.exit_code, checked.exit_code, again.exit_code) == (0, 0, 2)
    assert again.stdout == ""


def test_of_several_products_one_must_be_named(run, tmp_path):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, "one")
    write_product(tmp_path, "two")
    result = run("evaluate", tmp_path / "products", "--criteria", tmp_path / "criteria")

    assert result.exit_code == 2
