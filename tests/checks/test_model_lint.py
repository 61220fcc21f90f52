"""What a model that loads still lacks."""

from pathlib import Path

import pytest
from folders import FACTS, criterion, write_model

from os2governance import load_model
from os2governance.checks.model_lint import lint_model, list_assembled_nodes

OPEN = {"fact": "open", "present": True}
BOTH = {"da": "En tekst", "en": "A text"}
WHOLE = {"title": BOTH, "asks": BOTH, "remedy": BOTH}


def example(expect, **facts):
    return {"facts": facts, "as_of": "2026-05-01", "expect": expect}


EXAMPLES = [example("met", open=True), example("unmet", open=False), example("undetermined")]


def codes(model, *wanted):
    return [(f.code, f.message.en) for f in lint_model(model) if not wanted or f.code in wanted]


def test_a_whole_criterion_lacks_nothing(tmp_path):
    whole = criterion("A", "low", OPEN, examples=EXAMPLES, **WHOLE)
    high = criterion("B", "high", OPEN, examples=EXAMPLES, **WHOLE)
    model = load_model(write_model(tmp_path, [whole, high]))
    found = {code for code, _ in codes(model)} - {"lint-fact-untitled", "lint-fact-unused"}

    assert found == set()


def test_texts_that_are_missing_are_named_with_language(tmp_path):
    lacking = criterion("A", "low", OPEN, asks=BOTH, title={"da": "Kun dansk"}, examples=EXAMPLES)
    model = load_model(write_model(tmp_path, [lacking]))

    assert codes(model, "lint-text-missing") == [
        ("lint-text-missing", "A lacks 'title' in English."),
        ("lint-text-missing", "A lacks 'remedy' in Danish."),
        ("lint-text-missing", "A lacks 'remedy' in English."),
    ]


def test_examples_of_each_outcome_are_asked_for(tmp_path):
    lacking = criterion("A", "low", OPEN, partly=OPEN, **WHOLE)
    model = load_model(write_model(tmp_path, [lacking]))

    assert [message for _, message in codes(model, "lint-example-missing")] == [
        f"A has no example of '{expect}'." for expect in ("met", "partly", "unmet", "undetermined")
    ]


def test_what_nothing_uses_is_named(tmp_path):
    rule = {"some": {"in": "users", "where": {"fact": "pays", "at_least": 1}}}
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", rule)], conditions={"spare": OPEN})
    )

    assert codes(model, "lint-condition-unused", "lint-level-empty") == [
        ("lint-condition-unused", "The condition 'spare' is not used."),
        ("lint-level-empty", "The level 'high' has no criteria."),
    ]
    lines = Path(model.file).read_text().splitlines()
    places = [
        f.location
        for f in lint_model(model)
        if f.code in {"lint-condition-unused", "lint-level-empty"}
    ]
    assert [lines[at.line - 1][at.column - 1 :].split(":")[0] for at in places] == [
        "spare",
        "high",
    ]
    unused = [m for _, m in codes(model, "lint-fact-unused")]
    assert unused == [
        "No rule uses the fact group.met_on.",
        "No rule uses the fact group.terms.",
        "No rule uses the fact licence.",
        "No rule uses the fact open.",
    ]


def test_nobody_responsible_is_found(tmp_path):
    orphan = criterion("A", "low", OPEN)
    del orphan["responsible"]
    model = load_model(write_model(tmp_path, [orphan]))

    assert [code for code, _ in codes(model, "lint-no-responsible")] == ["lint-no-responsible"]


def test_examples_are_asked_for_as_the_rules_can_come_out(tmp_path):
    judged = {"id": "A", "level": "low", **WHOLE}
    half = {"id": "B", "level": "low", "partly": OPEN, **WHOLE}
    limited = criterion("C", "low", OPEN, applies=OPEN, **WHOLE)
    model = load_model(write_model(tmp_path, [judged, half, limited]))
    asked = [
        (f.arguments["name"], f.arguments["expect"])
        for f in lint_model(model)
        if f.code == "lint-example-missing"
    ]

    assert asked == [
        ("B", "at_least_partly"),
        ("B", "undetermined"),
        *(("C", expect) for expect in ("met", "unmet", "undetermined", "not_applicable")),
    ]


PHRASES = {"x-asked": "koden er åben", "x-asked-en": "the code is open", "x-todo": "Åbn koden"}


def of_open(**more):
    return {**FACTS, "properties": {**FACTS["properties"], "open": {"type": "boolean", **more}}}


@pytest.mark.parametrize(
    ("schema", "conditions", "missing"),
    [
        (of_open(), {"spare": OPEN}, []),
        (of_open(**PHRASES), {}, ["The fact open lacks the phrase 'x-todo-en'."]),
        (of_open(**PHRASES, **{"x-todo-en": "Open it"}), {}, []),
        (
            of_open(**PHRASES, **{"x-todo-en": "Open it"}),
            {"spare": {"x-asked": {"da": "Åben"}, "rule": OPEN}},
            [
                "spare lacks the phrase 'x-asked' in English.",
                "spare lacks the phrase 'x-todo' in Danish.",
                "spare lacks the phrase 'x-todo' in English.",
            ],
        ),
    ],
)
def test_phrases_are_asked_for_in_models_that_have_some(tmp_path, schema, conditions, missing):
    whole = criterion("A", "low", OPEN, examples=EXAMPLES, **WHOLE)
    model = load_model(write_model(tmp_path, [whole], schema, conditions=conditions))

    phrases = codes(model, "lint-phrase-missing", "lint-fact-phrase-missing")

    assert [message for _, message in phrases] == missing


def test_many_missing_texts_are_told_at_once_by_language(tmp_path):
    names = [f"A{number}" for number in range(1, 12)]
    english = {key: {"en": "A text"} for key in WHOLE}
    model = load_model(
        write_model(tmp_path, [criterion(name, "low", OPEN, **english) for name in names])
    )
    texts = [f for f in lint_model(model) if f.code == "lint-texts-missing"]

    assert not codes(model, "lint-text-missing")
    assert [(f.arguments["count"], f.arguments["language"].en, f.severity) for f in texts] == [
        (33, "Danish", "warning")
    ]
    assert texts[0].location.file.endswith("all.yaml")
    assert texts[0].message.en == (
        "Texts in Danish are missing here (33): A1 (title), A1 (asks), A1 (remedy), A2 (title), "
        "A2 (asks), …."
    )


@pytest.mark.parametrize(
    ("fact", "code", "message"),
    [
        (
            {"scan.X-01": {"type": "boolean"}},
            "lint-fact-unnameable",
            "No rule can name the fact group.scan.X-01: its key 'scan.X-01' contains a full stop.",
        ),
        (
            {"scan": {"type": "boolean", "x-aksed": "?"}},
            "lint-keyword-unknown",
            "The fact group.scan has the keyword 'x-aksed', which means nothing; did you mean 'x-asked'?",
        ),
    ],
)  # fmt: skip
def test_what_no_rule_and_no_program_can_read(tmp_path, fact, code, message):
    group = {"type": "object", "properties": fact}
    schema = {**FACTS, "properties": {**FACTS["properties"], "group": group}}
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN)], schema))

    assert codes(model, code) == [(code, message)]


def test_thoughts_come_before_texts(tmp_path):
    half = criterion("A", "low", OPEN, partly=OPEN)
    found = [code for code, _ in codes(load_model(write_model(tmp_path, [half])))]

    assert found[:2] == ["lint-level-empty", "lint-partly-implied"]
    assert found.index("lint-example-missing") < found.index("lint-text-missing")


SAID = {"x-asked": BOTH, "x-todo": BOTH}
LATELY = {"fact": "group.met_on", "within": "1 year"}
ASSEMBLED = [
    # the rule, the nodes that have no words
    ({"use": "said"}, []),
    ({"all": [{"use": "said"}, {"any": [{"use": "said"}, OPEN]}]}, ["present open"]),
    ({"all": [OPEN, LATELY]}, ["present open", "within group.met_on"]),
    ({"use": "unsaid"}, ["within group.met_on"]),
    ({"not": {"use": "said"}}, ["not "]),
    ({"at_least": {"count": 1, "of": [OPEN]}}, ["present open"]),
    ({"some": {"in": "users", "where": {"fact": "active", "equals": True}}}, ["some users"]),
]


@pytest.mark.parametrize(("rule", "nodes"), ASSEMBLED)
def test_nodes_without_words_are_found(tmp_path, rule, nodes):
    conditions = {"said": {**SAID, "rule": LATELY}, "unsaid": LATELY}
    folder = write_model(tmp_path, [criterion("A", "low", rule)], conditions=conditions)
    model = load_model(folder)
    found = [(each.criterion.id, each.node) for each in list_assembled_nodes(model)]

    assert [f"{node.operator} {node.subject}" for _, node in found] == nodes
    assert [message for _, message in codes(model, "words-missing")] == [
        f"{name}: the model has no words for this: {node.render('en')}." for name, node in found
    ]


def test_a_model_without_any_words_is_not_asked_for_them(tmp_path):
    model = load_model(write_model(tmp_path, [criterion("A", "low", {"all": [OPEN, LATELY]})]))

    assert len(list(list_assembled_nodes(model))) == 2
    assert codes(model, "words-missing") == []
