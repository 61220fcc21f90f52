"""`case`: a paper on a product or on a model, and no other paper lost."""

import pytest


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_paper_is_the_result_or_the_file(garden, tmp_path, form):
    out = tmp_path / "sag"
    shown = garden("case", "products/rosenlund", "--format", form)
    written = garden("case", "products/rosenlund", "--format", form, "--out", out)

    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert out.read_text("utf-8") == shown.stdout
    assert shown.stdout.startswith("<!doctype html>") == (form == "html")


def test_a_paper_on_a_model(garden):
    result = garden("case", "--model-change", "--from", "haven/2", "--to", "haven/2")

    assert result.exit_code == 0
    assert "haven/2" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["products/brak", "products/rosenlund"],
        ["products"],
        ["products/brak", "--from", "haven/2"],
        ["products/brak", "--proposal", "tree"],
        ["--model-change"],
        ["--model-change", "--from", "haven/9"],
        ["--model-change", "--from", "haven/2", "--proposal", "trae"],
        ["products/brak", "--format", "pdf"],
    ],
)
def test_wrong_use_makes_no_paper(garden, tmp_path, arguments):
    result = garden("case", *arguments, "--out", tmp_path / "sag.md")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_product_that_cannot_be_read_has_findings(garden):
    result = garden("case", "products/ulaeselig")

    assert result.exit_code == 2
    assert "wrong-choice" in result.stdout


def test_another_file_is_left_alone(garden, tmp_path):
    out = tmp_path / "noter.md"
    out.write_text("mine")
    result = garden("case", "products/rosenlund", "--out", out)

    assert (result.exit_code, out.read_text()) == (2, "mine")
