"""`agenda`: one paper for a meeting, and its minutes recorded at once."""

import json

import pytest
from agendas import small_agenda


@pytest.fixture
def agenda(tmp_path, run):
    small_agenda(tmp_path)
    usual = ("--criteria", tmp_path / "criteria", "--as-of", "2026-05-01")
    return lambda *arguments: run("agenda", tmp_path / "products", *arguments, *usual)


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_text_in_a_field_is_kept_when_the_paper_is_made_again(tmp_path, agenda, form):
    file = tmp_path / "paper"
    first = agenda("--format", form, "--out", file)
    text = file.read_text(encoding="utf-8")
    before, _, after = text.partition("<!-- slut:introduction -->")
    start = before.rindex("-->") + 3
    file.write_text(f"{before[:start]}\nVelkommen\n<!-- slut:introduction -->{after}", "utf-8")
    again = agenda("--format", form, "--out", file)

    assert (first.exit_code, again.exit_code) == (0, 0), again.output
    assert "Velkommen" in file.read_text(encoding="utf-8")


def test_what_is_recommended_is_recorded_from_its_minutes(tmp_path, agenda, run):
    (tmp_path / "minutes.yaml").write_text(agenda("--format", "minutes").stdout, encoding="utf-8")
    file = ("--from", tmp_path / "minutes.yaml", "--yes", "--as-of", "2026-05-01")
    recorded = run("decide", tmp_path / "products", *file, "--criteria", tmp_path / "criteria")
    left = json.loads(agenda("--format", "json").stdout)

    assert recorded.exit_code == 0, recorded.output
    assert left["items"] == []


@pytest.mark.parametrize(
    "arguments",
    [["--proposal", "mover"], ["--proposal", "mover=low", "--proposal", "mover=high"],
     ["--proposal", "nobody=low"], ["--format", "json", "--out", "x"]],
)  # fmt: skip
def test_wrong_use_is_refused(agenda, arguments):
    assert agenda(*arguments).exit_code == 2
