"""The Danish pages: each command in them runs, each link leads somewhere, and the words are ours.

A page is read from its top in an empty folder that holds a report to import. Blocks of `sh` hold
commands; those that set the program up are only held against what the package asks for.
"""

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import uvicorn
import yaml

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "da"
PAGES = {file.stem: file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.md"))}
GLOSSARY = "ordliste"
AS_OF = "2026-11-23"
SET_UP = ("python3 ", "pip ")
ADDED = {"serve": ["--no-browser", "--port", "0"], "decide": ["--yes"]}
"""What a person answers by hand."""

ENDINGS = ["n", "r", "s", "t", "e", "en", "er", "et", "ne", "ene", "erne", "rne"]
"""Endings of Danish words; a word that is not to be said is not said with one of these either."""

SHAPE = ("Ord", "Det betyder", "OS2's eget ord", "Sig ikke")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)


def lines(page: str, language: str = "sh") -> list[str]:
    return [line for block in blocks(page, language) for line in block.splitlines()]


def rows() -> list[list[str]]:
    """The rows of the glossary: the word, its meaning, OS2's own word, and those not to be said."""
    found = re.findall(r"^\| (.*) ?\|$", PAGES[GLOSSARY], flags=re.MULTILINE)
    cells = [[cell.strip() for cell in row.split(" |")] for row in found]
    return [row for row in cells if tuple(row) != SHAPE]


def never() -> list[str]:
    return [word for row in rows() for word in row[3].split(", ") if word]


def prose(page: str) -> str:
    """The running text of a page: without its blocks, and without the addresses of its links."""
    without = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    return " ".join(re.sub(r"\]\([^)]*\)", "]", without).split())


@pytest.fixture
def desk(tmp_path, monkeypatch, run):
    """An empty folder with a report of a product; servers that would wait for visitors end."""
    monkeypatch.setattr(
        uvicorn.Server, "run", lambda _server, sockets: [s.close() for s in sockets]
    )
    monkeypatch.chdir(tmp_path)
    source = ["export", ROOT / "products" / "os2faktor", "--to", "governance-report"]
    report = run(*source, "--as-of", AS_OF).stdout.replace("OS2faktor", "OS2eksempel")
    Path("rapport.md").write_text(report, encoding="utf-8")
    return run


def follow(line: str, run) -> None:
    """Do what a line says; nothing but the program itself and `mkdir` is known."""
    command, _, file = line.partition(" > ")
    program, *arguments = shlex.split(command)
    if program == "mkdir":
        Path(*arguments).mkdir()
        return
    assert program == "os2governance", line
    dated = [] if "--as-of" in arguments else ["--as-of", AS_OF]
    result = run(*arguments, *ADDED.get(arguments[0], []), *dated)
    assert result.exit_code == 0, f"{line}\n{result.output}"
    if file:
        Path(file).write_text(result.stdout, encoding="utf-8")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_command_runs(name, desk):
    commands = [line for line in lines(PAGES[name]) if not line.startswith(SET_UP)]
    if not any(line.startswith("os2governance import") for line in commands):
        follow("os2governance import rapport.md --out produkter", desk)
    for line in commands:
        follow(line, desk)


def test_set_up_is_two_lines_on_each_system():
    page = PAGES["kom-godt-i-gang"]
    [here, there] = blocks(page, "sh")[0].splitlines(), blocks(page, "bat")[0].splitlines()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert [len(here), len(there)] == [2, 2]
    assert here[1] == "pip install '.[web]'"
    assert there[1] == 'pip install ".[web]"'
    assert "web" in project["optional-dependencies"]
    assert f"Python {project['requires-python'].removeprefix('>=')} eller nyere" in page


@pytest.mark.parametrize("name", sorted(PAGES))
def test_links_between_the_pages_lead_somewhere(name):
    linked = re.findall(r"\]\(([^):]+)\)", PAGES[name])
    assert [link for link in linked if not (FOLDER / link).is_file()] == []


@pytest.mark.parametrize("name", sorted(set(PAGES) - {GLOSSARY}))
def test_no_word_is_used_that_the_glossary_warns_against(name):
    text, endings = prose(PAGES[name]), "|".join(ENDINGS)
    said = [
        word
        for word in never()
        if re.search(rf"\b{re.escape(word)}({endings})?\b", text, flags=re.IGNORECASE)
    ]
    assert said == []


@pytest.mark.parametrize("name", sorted(PAGES))
def test_running_text_is_free_of_what_only_machines_say(name):
    text = prose(PAGES[name])
    machine = r"`|--\w|\b\w+_\w+\b|\b\d{4}-\d\d-\d\d\b|\b(?:true|false|null)\b|\w/\w+\.(?:yaml|md)"
    assert re.findall(machine, text) == []


def test_the_glossary_has_one_word_and_one_sentence_for_each_thing():
    words = [word for word, *_ in rows()]

    assert len(words) > 40
    assert sorted(set(words)) == sorted(words)
    assert [row for row in rows() if len(row) != len(SHAPE)] == []
    assert [
        meaning for _, meaning, *_ in rows() if re.findall(r"[.!?](?= |$)", meaning) != ["."]
    ] == []
    assert len(never()) > 20


MODEL = ROOT / "criteria" / "os2" / "1.1.0"
PRODUCT = """\
format: os2governance/product/1
product: os2eksempel
name: OS2eksempel
kind: product
model: os2/1.1.0
declared: {{on: 2026-11-01, by: Styregruppen}}
answers:
  {criterion}: {{{answer}}}
"""
COUNTS_AS = [
    ("S4", "answer: met, evidence: [Strategi 2026]", "met"),
    ("S4", "answer: met, note: Der er en strategi.", "met"),
    ("S4", "answer: met, note: Ja.", "partly"),
    ("S4", "answer: met", "partly"),
    ("F17", "answer: met, note: Der er en driftshåndbog.", "partly"),
    ("F17", "answer: met, evidence: [https://os2.eu/drift]", "met"),
    ("S4", "answer: partly", "partly"),
    ("S4", "answer: unmet", "unmet"),
    ("S4", "answer: planned, due: 2027-04-01", "partly"),
    ("S4", "answer: planned, due: 2026-10-01", "unmet"),
    ("F19", "answer: not_applicable, reason: Produktet er en snitflade.", "not_applicable"),
    ("F19", "answer: not_applicable", "unknown"),
    ("S4", "answer: not_applicable, reason: Produktet er en snitflade.", "unknown"),
    ("S4", "answer: unknown", "unknown"),
]


@pytest.mark.parametrize(("criterion", "answer", "status"), COUNTS_AS)
def test_answers_count_as_the_page_on_the_self_assessment_says(
    criterion, answer, status, run, tmp_path
):
    said = PRODUCT.format(criterion=criterion, answer=answer)
    (tmp_path / "product.yaml").write_text(said, encoding="utf-8")
    printed = run("assess", tmp_path, "--as-of", AS_OF, "--format", "json").stdout
    [product] = json.loads(printed)["products"]

    assert [c["status"] for c in product["criteria"] if c["id"] == criterion] == [status]


def test_what_the_pages_say_of_the_model_is_so():
    model, criteria = read("model.yaml"), []
    for theme in model["themes"]:
        criteria += read(f"{theme['id']}.yaml")["criteria"]
    levels = {level["id"]: level["decided_by"] for level in model["levels"]}
    each = [[c["level"] for c in criteria].count(level) for level in levels]
    assessed, decided = prose(PAGES["selvevaluering"]), prose(PAGES["bestyrelsen"])

    assert "{} i sandkassen, {} på niveau 1, {} på niveau 2 og {} på".format(*each) in assessed
    assert f"{sum(each)} krav på fire niveauer" in assessed
    recommended = [c["id"] for c in criteria if c["recommended"]]
    assert recommended == ["F19", "F20", "G7", "G8", "G9", "G10"]
    may = [c["title"]["da"].lower() for c in criteria if "not_applicable" in c]
    assert "{}, {}, {} og {}. De andre krav gælder".format(*may) in assessed
    linked = [c["id"] for c in criteria if c.get("evidence") == "link"]
    assert linked == ["R4", "F2", "F4", "F15", "F16", "F17", "F18", "F20", "F22", "S3", "G5"]
    assert [level for level, roles in levels.items() if roles == ["board"]] == ["2", "3"]
    assert "Niveau 2 og 3 kan kun besluttes af bestyrelsen" in decided
    assert model["wheel"] == {"evaluation": "6 months", "notice": "2 months"}
    assert "seks måneder gammel" in prose(PAGES["evaluering"])
    assert "To måneder før fristen" in decided


def read(name: str) -> dict:
    return yaml.safe_load((MODEL / name).read_text(encoding="utf-8"))
