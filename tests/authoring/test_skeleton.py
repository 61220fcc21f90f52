"""A skeleton passes its schema, and goes on doing so line by line."""

import re
from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.assessment.levels import assess
from os2governance.authoring.skeleton import SkeletonOptions, render_skeleton
from os2governance.authoring.yaml_text import format_scalar, render_comment
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.declaration import read_declaration
from os2governance.workflows.load import load_product

GARDEN = Path(__file__).parents[1] / "golden" / "garden" / "criteria" / "haven" / "2"
COMMENTED = re.compile(r"^( *)# ( *(?:- )?[\w\"].*:.*)$")


@pytest.fixture(params=["garden", "small"])
def model(request, tmp_path):
    if request.param == "garden":
        return load_model(GARDEN)
    rule = {"fact": "open", "equals": True}
    return load_model(write_model(tmp_path, [criterion("A", "low", rule)]))


def wanted(language="da"):
    return SkeletonOptions(
        product="tool",
        folder="products/tool",
        schema="products/product.schema.json",
        on=date(2026, 5, 1),
        language=language,
    )


def keys(text):
    """Give the numbers of the lines that are commented-out keys."""
    head = text.splitlines().index("facts:")
    return [n for n, line in enumerate(text.splitlines()) if COMMENTED.match(line) and n > head]


def uncommented(text, *numbers):
    lines = text.splitlines()
    for number in numbers:
        lines[number] = COMMENTED.sub(r"\1\2", lines[number])
    return read_yaml("\n".join(lines).encode(), "product.yaml")


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_passes_its_schema_and_says_nothing_yet(model, language, tmp_path):
    file = tmp_path / "tool" / "product.yaml"
    file.parent.mkdir()
    file.write_text(render_skeleton(model, wanted(language)), encoding="utf-8")
    assessment = assess(load_product(file, model), model, as_of=date(2026, 5, 1))

    assert {outcome.status for outcome in assessment.outcomes} == {"unknown"}


def test_every_line_alone_is_yaml(model):
    text = render_skeleton(model, wanted())
    assert len(keys(text)) > len(model.criteria)
    for number in keys(text):
        document, findings = uncommented(text, number)

        assert findings == [], text.splitlines()[number]
        assert document is not None


def test_all_lines_together_pass_the_schema(model):
    text = render_skeleton(model, wanted())
    document, findings = uncommented(text, *keys(text))
    assert findings == []

    declaration, findings = read_declaration(document, model)
    assert findings == []
    assert set(declaration.answers) == set(model.by_id)
    assert set(declaration.facts) == set(model.facts.fields)


def test_uncommenting_everything_leaves_prose_a_comment(model):
    text = render_skeleton(model, wanted())
    shorn = [re.sub(r"^( *)#(?: |(?=#))", r"\1", line) for line in text.splitlines()[1:]]
    document, findings = read_yaml("\n".join(shorn).encode(), "product.yaml")
    assert findings == []
    declaration, findings = read_declaration(document, model)

    assert findings == []
    assert set(declaration.answers) == set(model.by_id)


def test_what_the_register_is_to_state_is_not_asked(tmp_path):
    flag = {"type": ["boolean", "null"], "title": "Seen"}
    registered = {**flag, "x-from": "register"}
    group = {"type": "object", "properties": {"mine": flag, "theirs": registered}}
    schema = {
        "type": "object",
        "properties": {
            "open": flag,
            "wheel": registered,
            "board": {"type": "object", "x-from": "register", "properties": {"on": flag}},
            "empty": {"type": "object", "properties": {"theirs": registered}},
            "mixed": group,
            "places": {"type": "array", "items": group},
        },
    }
    rule = {"fact": "open", "equals": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], schema))
    text = render_skeleton(model, wanted())
    declaration, findings = read_declaration(uncommented(text, *keys(text))[0], model)

    assert findings == []
    assert declaration.facts == {
        "open": None,
        "mixed": {"mine": None},
        "places": [{"mine": None}],
    }


@pytest.mark.parametrize("language", ["da", "en"])
def test_how_a_criterion_is_answered_is_said_where_it_is_not_the_usual(tmp_path, language):
    rule = {"fact": "open", "equals": True}
    criteria = [
        criterion("A", "low", rule),
        criterion("B", "low", rule, evidence="link", not_applicable="no"),
    ]
    text = render_skeleton(load_model(write_model(tmp_path, criteria)), wanted(language))
    prose = " ".join(line.strip(" #") for line in text.splitlines())

    assert prose.count("met kræver" if language == "da" else "met needs") == 2
    assert prose.count("not_applicable kræver reason" if language == "da" else "needs reason") == 1


def test_a_draft_and_a_handing_in_can_be_uncommented(model):
    text = render_skeleton(model, wanted())
    for line in ("  # draft: true", "# submitted: "):
        text = text.replace(line, line.replace("# ", ""))
    declaration, findings = read_declaration(read_yaml(text.encode(), "x")[0], model)

    assert findings == []
    assert declaration.draft
    assert declaration.submitted_on == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("tool", "tool"),
        ("haven/2", "haven/2"),
        ("2", '"2"'),
        ("1e5", '"1e5"'),
        ("null", '"null"'),
        ("True", '"True"'),
        ("a: b", '"a: b"'),
        ("- a", '"- a"'),
        ("", '""'),
        (True, "true"),
        (2.5, "2.5"),
    ],
)
def test_a_plain_value_is_read_as_what_it_is(value, written):
    assert format_scalar(value) == written
    document, _ = read_yaml(f"x: {written}".encode(), "x")
    assert document.values == {"x": value}


def test_prose_is_inert_and_stays_in_its_comment():
    lines = list(render_comment("one\ntwo: \x1b[31m # three\r\n--- x", 2))

    assert lines == ["  ## one two: \\x1b[31m # three --- x"]
