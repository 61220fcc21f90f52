"""Every example in docs/ is executed.

A page is read from top to bottom in an empty folder. The info string of a fenced block says what
the block is:

- ``yaml title=products/x/product.yaml``: a file, which is written
- ``yaml from=examples/gitlab-ci.yml``: lines quoted from a file in the page's folder or in the
  repository
- ``yaml rule``: the `met` and `partly` of a criterion, with `examples` that must pass; the
  vocabulary is the page's `facts.schema.json`
- ``console``: commands after `$`, and their output; `; echo $?` shows the exit code, which is
  otherwise 0

JSON output may leave out keys, and "..." at the end of a list stands for further elements. A page
with the comment ``<!-- begins with models.md before "Doubts" -->`` starts with the files of the
other page up to that heading.
"""

import json
import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from repository import git

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = ("semantics.md", "formats.md", "rules.md", "models.md", "ci.md")
UNTRIED = ("text", "sh")
"""Languages of blocks that are not executed: folder trees, and commands that need a network."""

FENCE = re.compile(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
BEGINS = re.compile(r'^<!-- begins with (\S+) before "(.+)" -->$', flags=re.MULTILINE)
EXIT = "; echo $?"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # of CSV; no page shows it


class Block(NamedTuple):
    language: str
    kind: str
    value: str
    text: str


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(text):
    found = [
        Block(language, *((what or "").partition("=")[::2]), inside)
        for language, what, inside in FENCE.findall(text)
    ]
    assert text.count("```") == 2 * len(found), "a fence that cannot be read"
    return found


def before(text):
    """Yield the blocks of the pages that a page begins with."""
    for name, heading in BEGINS.findall(text):
        yield from blocks(page(name).split(f"\n## {heading}\n")[0])


@pytest.mark.parametrize("name", PAGES)
def test_the_examples_of_a_page_are_true(name, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    for block in before(page(name)):
        if block.kind == "title":
            write(block)
    for block in blocks(page(name)):
        match block:
            case Block(kind="title"):
                write(block)
            case Block(kind="from"):
                place = Path(block.value)
                file = place if place.exists() else ROOT / place
                assert block.text in file.read_text(encoding="utf-8"), block.value
            case Block(language="yaml", kind="rule"):
                pass_examples(block, tmp_path / "rules", run)
            case Block(language="console"):
                for command, shown in commands(block.text):
                    follow(command, shown, run)
            case _:
                assert block.language in UNTRIED, block


def write(block):
    file = Path(block.value)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(block.text, encoding="utf-8")


def pass_examples(block, folder, run):
    """Run the examples of a rule, as the only criterion of a model."""
    given = yaml.load(block.text, yaml.BaseLoader)
    assert given["examples"]
    conditions = "\n".join(re.findall(r"^conditions:\n(?: .*\n)+", block.text, re.MULTILINE))
    rest = block.text.replace(conditions, "")
    (facts,) = Path("criteria").glob("*/*/facts.schema.json")
    model = folder / "rule" / "1"
    model.mkdir(parents=True, exist_ok=True)
    (model / "facts.schema.json").write_text(facts.read_text())
    (model / "model.yaml").write_text(
        "format: os2governance/model/1\nmodel: rule\nversion: '1'\nfacts: facts.schema.json\n"
        f"levels: [{{id: only}}]\nthemes: [{{id: all}}]\n{conditions}"
    )
    (model / "all.yaml").write_text(
        "format: os2governance/criteria/1\ntheme: all\ncriteria:\n  - id: R\n    level: only\n"
        + "".join(f"    {line}\n" for line in rest.splitlines())
    )
    done = run("criteria", "test", model, "--format", "json")
    assert done.exit_code == 0, f"{block.text}\n{done.output}"


def commands(text):
    """Yield each command with the output that the page shows."""
    for part in re.split(r"^\$ ", text.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def follow(command, shown, run):
    """Run a command and compare its exit code and output with what the page shows."""
    program, *arguments = shlex.split(command.removesuffix(EXIT))
    if program == "git":
        git(".", *arguments)
        return
    assert program == "os2governance", command
    done = run(*arguments)
    if command.endswith(EXIT):
        shown, code = re.fullmatch(r"(.*?)(\d+)\n", shown, flags=re.DOTALL).groups()
        assert done.exit_code == int(code), done.output
    else:
        assert done.exit_code == 0, f"{command}\n{done.output}"
    if shown.startswith("{"):
        assert contains(json.loads(shown), json.loads(done.stdout)), f"{command}\n{done.stdout}"
    elif shown:
        assert done.stdout.removeprefix(BOM) == shown, command


def contains(shown, real):
    """Whether JSON with keys left out is contained in the real JSON."""
    if isinstance(shown, dict):
        return isinstance(real, dict) and all(
            key in real and contains(each, real[key]) for key, each in shown.items()
        )
    if isinstance(shown, list):
        some = shown[-1:] == ["..."]
        told = shown[:-1] if some else shown
        same = isinstance(real, list) and (
            len(told) < len(real) if some else len(told) == len(real)
        )
        return same and all(contains(one, other) for one, other in zip(told, real, strict=False))
    return shown == real and (type(shown) is bool) == (type(real) is bool)


def test_json_with_keys_left_out_is_contained_in_the_real_json():
    real = {"a": [1, 2, {"b": None}], "c": True}

    assert contains({"a": [1, "..."]}, real)
    assert contains({"a": [1, 2, {}]}, real)
    assert not contains({"a": [1, 2]}, real)
    assert not contains({"a": [2, "..."]}, real)
    assert not contains({"c": 1}, real)
    assert not contains({"d": None}, real)
