"""A begun declaration, and what is left alone."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.init import start_product


def test_the_files_that_are_written_are_named(tmp_path, context):
    started, findings = start_product("tool", None, tmp_path, context)

    assert findings == []
    assert started.file == f"{tmp_path}/tool/product.yaml"
    assert started.schema_file == f"{tmp_path}/product.schema.json"
    assert (tmp_path / "tool/product.yaml").exists()


def test_a_file_that_is_there_is_not_written_over(tmp_path, context):
    start_product("tool", None, tmp_path, context)
    (tmp_path / "tool/product.yaml").write_text("mine")
    again, _ = start_product("tool", None, tmp_path, context)

    assert (again.file, again.schema_file) == (None, None)
    assert again.findings
    assert (tmp_path / "tool/product.yaml").read_text() == "mine"


def test_a_schema_that_is_there_is_not_named_again(tmp_path, context):
    start_product("tool", None, tmp_path, context)
    other, _ = start_product("other", None, tmp_path, context)

    assert other.file
    assert other.schema_file is None


@pytest.mark.parametrize("name", ["Tool", "a b", "../x", "x" * 200, ""])
def test_a_name_that_cannot_be_an_id_is_not_possible(tmp_path, context, name):
    with pytest.raises(NotPossibleError):
        start_product(name, None, tmp_path, context)

    assert list(tmp_path.iterdir()) == []


def test_a_product_with_an_evaluation_keeps_its_model_and_shows_what_it_says(tmp_path, context):
    evaluations = tmp_path / "tool" / "evaluations"
    evaluations.mkdir(parents=True)
    (evaluations / "2026-01-01.yaml").write_text(
        "format: os2governance/evaluation/1\nproduct: tool\nmodel: haven/2\n"
        "evaluated: {on: 2026-01-01, by: Sekretariatet}\n"
        f"lights: {{{next(iter(context.open_library().model('haven/2')[0].by_id))}: "
        "{light: partly, grounds: Der mangler et hegn}}\n",
        encoding="utf-8",
    )
    started, findings = start_product("tool", None, tmp_path, context, "Værktøjet")
    text = (tmp_path / "tool/product.yaml").read_text(encoding="utf-8")

    assert (findings, started.file) == ([], f"{tmp_path}/tool/product.yaml")
    assert "name: Værktøjet" in text
    assert "kind: product\n" in text
    assert text.count("Der mangler et hegn") == 1
