"""Reports in several formats at once."""

import json
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.check.outputs import ReportOutput, parse_outputs, write_reports


def test_outputs_are_parsed():
    assert parse_outputs(["sarif=a=b.sarif", "json=c"]) == [
        ReportOutput("sarif", Path("a=b.sarif")),
        ReportOutput("json", Path("c")),
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [(["sarf=a"], "sarif"), (["json"], "FORM=FILE"), (["json="], "FORM=FILE"),
     (["json=a", "sarif=a"], "FORM=FILE")],
)  # fmt: skip
def test_an_output_that_cannot_be_meant_is_refused(values, said):
    with pytest.raises(NotPossibleError) as refused:
        parse_outputs(values)

    assert said in refused.value.text.en


def test_the_first_report_is_yielded_and_the_others_are_written(tmp_path):
    pieces = [(b"a", b"1"), (b"b", b""), (b"", b"2")]

    assert list(write_reports(pieces, [ReportOutput("json", tmp_path / "x")])) == [b"a", b"b", b""]
    assert (tmp_path / "x").read_bytes() == b"12"


def test_one_run_of_check_writes_all_that_a_server_wants(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, facts={"open": None}, answers={"A": {"answer": "met"}})
    usual = (
        "check",
        "products",
        "--criteria",
        "criteria",
        "--as-of",
        "2026-05-02",
        "--lang",
        "en",
    )
    files = {"json": "a.json", "gitlab": "a.gitlab", "junit": "a.xml", "sarif": "a.sarif"}
    several = [word for form, file in files.items() for word in ("--output", f"{form}={file}")]
    together = run(*usual, "--format", "line", *several)

    assert together.exit_code == 1
    assert together.stdout.startswith("products/tool/product.yaml:")
    for form, file in files.items():
        assert Path(file).read_bytes() == run(*usual, "--format", form).stdout_bytes
    assert json.loads(Path("a.json").read_text())["counts"]["error"] == 1


def test_a_file_has_no_colours_of_a_terminal(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, answers={"A": {"answer": "met"}})
    arguments = ("check", "products", "--criteria", "criteria", "--as-of", "2026-05-02")
    plain = run(*arguments).stdout
    shown = run(*arguments, "--output", "text=a.txt", FORCE_COLOR="1").stdout

    assert Path("a.txt").read_text() == plain
    assert plain != shown


def test_an_output_that_cannot_be_written_is_exit_code_2(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, facts={"open": True})

    assert run("check", "--criteria", "criteria", "--output", "json=no/a.json").exit_code == 2
