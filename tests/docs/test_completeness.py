"""The pages of docs/ are whole: what the code cites, has and does is there, and is so."""

import json
import re
from itertools import product
from pathlib import Path

import click
import pytest
from folders import criterion, write_model, write_product

from os2governance.cli.main import PROGRAM
from os2governance.findings.catalogue import CATALOGUE
from os2governance.rules.registry import FACT_OPERATORS, NODE_OPERATORS

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = {
    name: (DOCS / f"{name}.md").read_text(encoding="utf-8")
    for name in ("semantics", "formats", "rules", "models", "ci")
}
CODE = {
    file: file.read_text(encoding="utf-8")
    for file in sorted((ROOT / "os2governance").rglob("*.py"))
}


def headings(page):
    unfenced = re.sub(r"^```.*?^```$", "", PAGES[page], flags=re.MULTILINE | re.DOTALL)
    return [text.replace("`", "") for text in re.findall(r"^#+ (.+)$", unfenced, re.MULTILINE)]


def sections(page):
    return re.split(r"^(?=#+ )", PAGES[page], flags=re.MULTILINE)


def tables(text):
    """Yield each table as rows of cells, the head first."""
    for table in re.findall(r"(?:^\|.*\|\n)+", text, flags=re.MULTILINE):
        rows = [re.split(r"(?<!\\)\|", row.strip("|\n")) for row in table.splitlines()]
        cells = [[cell.strip() for cell in row] for row in rows]
        yield [
            row for row in cells if not all(set(cell) <= set("-") for cell in row) or row == [""]
        ]


# -- what the code cites -----------------------------------------------------------------------


def test_every_section_that_the_code_cites_is_there():
    cited = {number for text in CODE.values() for number in re.findall(r"§(\d+)", text)}
    there = [re.match(r"(\d+)\. ", heading) for heading in headings("semantics")]

    assert cited
    assert cited <= {match[1] for match in there if match}


def test_every_heading_that_the_code_cites_is_there():
    named = re.compile(r'(\w+)\.md,? "([^"]+)"')
    cited = {found for text in CODE.values() for found in named.findall(text)}

    assert ("formats", "Rules") in cited
    assert [f'{page}.md "{it}"' for page, it in sorted(cited) if it not in headings(page)] == []


def slug(heading):
    return re.sub(r"[^\w\- ]", "", heading.replace("\\", "").lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", PAGES[page])
    for place, anchor in links:
        assert (DOCS / place).exists(), place
        if anchor:
            other = Path(place).stem if place else page
            assert anchor in map(slug, headings(other)), f"{place}#{anchor}"


# -- what there is -----------------------------------------------------------------------------

OPERATORS = {*NODE_OPERATORS, *FACT_OPERATORS}


def test_every_operator_has_its_place():
    titles = re.findall(r"^### (.+)$", PAGES["rules"], re.MULTILINE)
    shown = {word for title in titles for word in re.findall(r"`([a-z_]+)`", title)}
    first = [row[0] for table in tables(PAGES["rules"]) for row in table[1:]]
    listed = {match[1] for cell in first if (match := re.match(r"`([a-z_]+):.*`", cell))}

    assert shown == OPERATORS
    assert listed - {"fact"} == OPERATORS
    assert {"all", "some", "sum", "within"} <= OPERATORS


def test_every_operator_is_tried_in_an_example():
    tried = "".join(
        re.findall(r"^```yaml rule\n(.*?)^examples:", PAGES["rules"], re.MULTILINE | re.DOTALL)
    )

    assert {word for word in OPERATORS if f"{word}:" not in tried} == set()


def keys_of(schema):
    if isinstance(schema, list):
        return {key for each in schema for key in keys_of(each)}
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {})
    rest = [each for name, each in schema.items() if name != "properties"]
    return {*own, *keys_of([*own.values(), *rest])}


EVERYWHERE = {"format", "da", "en", *OPERATORS}
"""Keys that are described once, for all files; operators on their own page."""


def test_every_format_and_every_key_of_it_is_described(run):
    names = run("schema").output.split()
    for name in names:
        keys = keys_of(json.loads(run("schema", name).output))
        (text,) = [s for s in sections("formats") if f"`os2governance schema {name}`" in s]
        missing = {key for key in keys - EVERYWHERE if not re.search(rf"\b{key}\b", text)}
        assert keys, name
        assert not missing, (name, missing)


def test_every_form_of_json_is_named():
    made = re.compile(r'"(os2governance/[a-z-]+/\d+)"')
    there = {form for text in CODE.values() for form in made.findall(text)}

    assert {form for form in there if f"`{form}`" not in PAGES["formats"]} == set()


def commands(group, before=""):
    for name in group.list_commands(None):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} ")
        else:
            yield f"{before}{name}", command


def test_every_command_has_its_options():
    rows = {
        re.match(r"`([^A-Z\[`]+)", row[0])[1].strip(): row
        for table in tables(PAGES["formats"])
        for row in table
        if table[0][0] == "command" and row[0] != "command"
    }
    common = {"--as-of", "--lang", "--criteria", "--no-color", "-q", "--quiet", "--help"}
    for option in common:
        assert f"`{option}" in PAGES["formats"]
    there = dict(commands(PROGRAM))
    assert rows.keys() == there.keys()
    for name, command in there.items():
        options = [each for each in command.params if isinstance(each, click.Option)]
        own = {word for each in options for word in each.opts} - common
        assert set(re.findall(r"--[a-z-]+", rows[name][-1])) == own, name
        for each in options:
            chosen = re.search(rf"`{each.opts[0]} ([a-z\\|-]+)`", rows[name][-1])
            if chosen and isinstance(each.type, click.Choice):
                assert chosen[1].split("\\|") == list(each.type.choices), name


@pytest.mark.parametrize("page", PAGES)
def test_findings_are_called_by_their_code_and_severity(page):
    said = re.findall(r"`([a-z]+(?:-[a-z]+)*)` \((error|warning|note)\)", PAGES[page])
    # A contradiction is milder where the criterion is partly met all the same.
    wrong = [each for each in said if CATALOGUE[each[0]].severity != each[1]]

    assert set(wrong) <= {("contradiction", "warning")}


# -- what it does ------------------------------------------------------------------------------

VALUES = {"true": "true", "undetermined": None, "false": "false"}
EXPECTED = {"true": "met", "undetermined": "undetermined", "false": "unmet"}


def tried(folder, run, examples, rule):
    model = write_model(
        folder,
        [criterion("A", "low", rule, examples=examples)],
        {"type": "object", "properties": {n: {"type": "boolean"} for n in "ab"}},
    )
    return run("criteria", "test", model, "--format", "json")


def facts(**said):
    return {name: value == "true" for name, value in said.items() if value != "undetermined"}


@pytest.mark.parametrize("word", ["all", "any", "not"])
def test_the_tables_of_three_values_are_so(tmp_path, run, word):
    (table,) = [each for each in tables(PAGES["rules"]) if each[0][0].startswith(f"`{word}`")]
    examples = []
    for row in table[1:]:
        one = row[0].strip("*")
        for other, comes in zip(table[0][1:], row[1:], strict=True):
            given = facts(a=one, **({"b": other} if other else {}))
            examples.append({"facts": given, "expect": EXPECTED[comes]})
    parts = [{"fact": name, "equals": True} for name in "ab"]
    done = tried(tmp_path, run, examples, {word: parts[0] if word == "not" else parts})

    assert len(examples) == (3 if word == "not" else 9)
    assert done.exit_code == 0, done.output


SAYS = {
    "`met`": {"met": {"fact": "open", "present": True}},
    "`partly`": {
        "met": {"fact": "licence", "present": True},
        "partly": {"fact": "open", "present": True},
    },
    "`at_least_partly`": {
        "met": {"fact": "group.terms", "present": True},
        "partly": {"fact": "open", "present": True},
    },
    "`unmet`": {"met": {"fact": "licence", "present": True}},
    "`undetermined`": {"met": {"fact": "group.terms", "present": True}},
    "`undetermined`, at most partly": {
        "met": {"fact": "licence", "present": True},
        "partly": {"fact": "group.terms", "present": True},
    },
}
ANSWERS = {
    "`met`, documented": {"answer": "met", "evidence": ["The minutes"]},
    "`met`, not documented": {"answer": "met"},
    "`partly`": {"answer": "partly"},
    "`unmet`": {"answer": "unmet"},
    "`planned`": {"answer": "planned", "due": "2027-01-01"},
    "`planned`, past its due date": {"answer": "planned", "due": "2025-01-01"},
    "`not_applicable` with a reason": {"answer": "not_applicable", "reason": "None."},
    "`not_applicable` without a reason": {"answer": "not_applicable"},
    "`unknown`": {"answer": "unknown"},
    "none": None,
}


COUNTS_PLANS = "as the model counts it"
"""The status of a plan in the table; without a word of the model's, that is unmet."""


def of_table(says, answer):
    """The status, basis, code and severity of the first row that matches."""
    (table,) = [t for t in tables(PAGES["semantics"]) if t[0][:2] == ["the facts say", "answer"]]
    for said, answered, status, basis, found in table[1:]:
        fits = answered == "any other, or none" or any(
            map(answer.startswith, answered.split(" or "))
        )
        if says.startswith(said) and fits:
            finding = re.match(r"`(\S+)` \((\w+)\)", found)
            counted = "unmet" if status == COUNTS_PLANS else status
            return counted, basis or None, *(finding.groups() if finding else (None, None))
    raise AssertionError((says, answer))


def test_the_table_of_outcomes_is_so(tmp_path, run):
    criteria = [
        criterion(f"C{number}", "low", **rules) for number, rules in enumerate(SAYS.values())
    ]
    model = write_model(tmp_path, criteria)
    found = {}
    for number, given in enumerate(ANSWERS.values()):
        answers = {each["id"]: given for each in criteria} if given else {}
        write_product(
            tmp_path, f"p{number}", facts={"open": True, "licence": None}, answers=answers
        )
    done = run(
        "assess", tmp_path / "products", "--criteria", model.parent.parent,
        "--as-of", "2026-05-01", "--format", "json",
    )  # fmt: skip
    for (answer, _), each in zip(
        ANSWERS.items(), json.loads(done.stdout)["products"], strict=True
    ):
        for says, came in zip(SAYS, each["criteria"], strict=True):
            one = came["findings"][0] if came["findings"] else {}
            found[says, answer] = (
                came["status"], came["basis"], one.get("code"), one.get("severity")
            )  # fmt: skip

    assert {each: of_table(*each) for each in product(SAYS, ANSWERS)} == found
