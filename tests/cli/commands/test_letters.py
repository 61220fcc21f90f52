"""`letters`: files with what people wrote in them kept."""

import pytest
from folders import criterion, write_model, write_product

EVALUATION = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}


@pytest.fixture
def letters(tmp_path, run):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    for name in ("one", "two"):
        write_product(tmp_path, name, evaluations=[EVALUATION])
    usual = ("--criteria", tmp_path / "criteria", "--as-of", "2026-05-01")
    return lambda *arguments: run("letters", *arguments, *usual)


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("html", "html")])
def test_text_in_a_field_is_kept_when_the_letters_are_made_again(tmp_path, letters, form, ending):
    wanted = ("evaluation", tmp_path / "products", "--format", form, "--out", tmp_path / "new/out")
    first = letters(*wanted)
    file = tmp_path / "new/out" / f"one-evaluation-2026-03-01.{ending}"
    before, _, after = file.read_text(encoding="utf-8").partition("<!-- slut:remarks -->")
    start = before.rindex("-->") + 3
    file.write_text(f"{before[:start]}\nVi ses\n<!-- slut:remarks -->{after}", encoding="utf-8")
    again = letters(*wanted)

    assert (first.exit_code, again.exit_code) == (0, 0), again.output
    assert "Vi ses" in file.read_text(encoding="utf-8")
    assert len(list(file.parent.iterdir())) == 2


def test_without_a_folder_one_letter_is_shown_and_several_are_not(tmp_path, letters):
    one = letters("evaluation", tmp_path / "products/one")
    several = letters("evaluation", tmp_path / "products")
    none = letters("deadline", tmp_path / "products")

    assert (one.exit_code, several.exit_code, none.exit_code) == (0, 2, 0)
    assert "1. marts 2026" in one.stdout
    assert none.stdout == ""
    assert letters("evaluation", "--days", "60").exit_code == 2


def test_a_folder_that_is_a_file_is_a_finding_for_each_letter(tmp_path, letters, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").write_text("x")
    result = letters("evaluation", "products", "--out", "out")

    assert result.exit_code == 2
    assert (tmp_path / "out").read_text() == "x"
    assert "out/one-evaluation-2026-03-01.md" in result.stderr
    assert "out/two-evaluation-2026-03-01.md" in result.stderr


def test_a_file_that_is_no_letter_stays_and_the_others_are_written(tmp_path, letters):
    out = tmp_path / "out"
    out.mkdir()
    (out / "one-evaluation-2026-03-01.md").write_text("mine")
    result = letters("evaluation", tmp_path / "products", "--out", out)

    assert result.exit_code == 2
    assert (out / "one-evaluation-2026-03-01.md").read_text() == "mine"
    assert "1. marts 2026" in (out / "two-evaluation-2026-03-01.md").read_text(encoding="utf-8")
