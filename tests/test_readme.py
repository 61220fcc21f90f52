"""The README says what is so: its blocks, its library example, its commands, its output."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    return re.split(
        r"^## ", README.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE
    )[0]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def test_set_up_is_two_blocks_of_one_line():
    found = blocks(section("Set-up"), "sh")

    assert [block.count("\n") for block in found] == [1, 1]
    assert found[0].startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert found[0].rstrip().endswith("os2governance assess products")
    assert "pytest" in found[1]


def test_the_library_example_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    [example] = blocks(README, "python")
    exec(compile(example, "README.md", "exec"), {})

    assert re.match(r"Levels\(.*assessed=None", capsys.readouterr().out)


def test_the_shown_output_is_the_real_output(monkeypatch, run):
    monkeypatch.chdir(ROOT)
    shown = blocks(section("An example"), "console")
    assert shown
    for block in shown:
        command, output = block.split("\n", 1)
        arguments = shlex.split(command.removeprefix("$ os2governance "))
        assert run(*arguments).output.rstrip() == output.rstrip()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`os2governance (\w+)", README))))
def test_commands_that_are_named_exist(run, command):
    assert run(command, "--help").exit_code == 0
