"""`hearing`: shown, recorded on a yes, and nothing that is there is touched."""

import pytest
from folders import criterion, write_model, write_product

EVALUATION = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}


@pytest.fixture
def hearing(run, tmp_path):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    folder = write_product(tmp_path, evaluations=[EVALUATION])
    usual = ("--criteria", tmp_path / "criteria", "--as-of", "2026-05-01", "--by", "owner")
    return lambda *more: run("hearing", folder, *more, *usual), folder


def test_an_answer_is_shown_and_recorded(hearing):
    hear, folder = hearing
    result = hear("objections", "--criterion", "A: Den er åben: se koden", "--yes")
    [file] = (folder / "hearings").iterdir()

    assert result.exit_code == 0
    assert "A: Den er åben: se koden" in result.stdout
    assert file.name == "2026-05-01.yaml"
    assert '  A: "Den er åben: se koden"\n' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("agreed",), 2),  # no terminal to answer on
        (("objections", "--yes"), 1),
        (("objections", "--criterion", "A", "--yes"), 2),
        (("objections", "--criterion", "A: x", "--criterion", "A: y", "--yes"), 2),
        (("reply", "--note", "x", "--yes"), 2),
    ],
)
def test_nothing_is_written_otherwise(hearing, arguments, code):
    hear, folder = hearing

    assert hear(*arguments).exit_code == code
    assert not (folder / "hearings").exists()
