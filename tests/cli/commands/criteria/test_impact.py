"""`criteria impact`: what a change of the model does to every product."""

import json

import pytest


def impact(garden, *arguments):
    result = garden("criteria", "impact", "--from", "haven/2", *arguments, "--format", "json")
    return result.exit_code, json.loads(result.stdout)


def test_a_model_and_itself_move_no_product(garden):
    code, said = impact(garden, "products/brak", "products/rosenlund")

    assert code == 0
    assert said["format"].startswith("os2governance/")
    assert said["findings"] == []


def test_a_file_that_cannot_be_read_is_exit_code_2(garden):
    code, said = impact(garden)

    assert code == 2
    assert {each["file"] for each in said["findings"]} == {"products/ulaeselig/product.yaml"}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--from"],
        ["--from", "haven/9"],
        ["--from", "haven/2", "--to", "haven/9"],
        ["--from", "--all"],
    ],
)
def test_wrong_use(garden, arguments):
    result = garden("criteria", "impact", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
