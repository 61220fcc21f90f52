"""A model's files: what is wrong with them, with file, line, column and what was meant."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from folders import FACTS, criterion, write_model

from os2governance import InvalidFilesError, load_model
from os2governance.model.library import read_model_folder
from os2governance.model.reader import read_model
from os2governance.rules.node import Scope
from os2governance.rules.node_reader import NodeReader
from os2governance.workflows.disk_files import MODELS_ON_DISK

OPEN = {"fact": "open", "present": True}


def wrong(folder: Path) -> list[tuple[str, str, int, int, str]]:
    model, findings = read_model_folder(folder, MODELS_ON_DISK)
    assert model is None
    return [
        (f.code, Path(f.location.file).name, f.location.line, f.location.column, f.message.en)
        for f in findings
    ]


# A rule as it stands in the criteria file, from line 7 column 5 on, and what is wrong with it.
RULES = [
    ("unknown fact", {"fact": "group.met_no", "present": True}, "rule-unknown-fact", (8, 11), "'group.met_no' in the schema; did you mean 'group.met_on'?"),
    ("unknown group", {"fact": "grop.met_on", "present": True}, "rule-unknown-fact", (8, 11), "did you mean 'group.met_on'?"),
    ("fact below a text", {"fact": "licence.x", "present": True}, "rule-unknown-fact", (8, 11), "no fact 'licence.x'"),
    ("unknown operator", {"fact": "open", "presnet": True}, "rule-unknown-operator", (9, 5), "'presnet'; did you mean 'present'?"),
    ("unknown node", {"al": [OPEN]}, "rule-unknown-operator", (8, 5), "'al'; did you mean 'all'?"),
    ("operator without a fact", {"within": "1 day"}, "rule-operator-without-fact", (8, 5), "'within' must be given together with `fact`"),
    ("two operators", {"fact": "open", "present": True, "equals": True}, "rule-one-operator", (8, 5), "Exactly one operator"),
    ("no operator", {"fact": "open"}, "rule-one-operator", (8, 5), "Exactly one operator"),
    ("two keys", {"all": [OPEN], "any": [OPEN]}, "rule-several-keys", (8, 5), "this one has all, any"),
    ("nothing to combine", {"all": []}, "rule-no-list", (8, 10), "A list of rules"),
    ("a text for a rule", {"not": "open"}, "rule-no-node", (8, 10), "A rule is required here"),
    ("date operator on a text", {"fact": "licence", "within": "1 day"}, "rule-type", (9, 13), "'within' is for a date, but licence is a text."),
    ("number operator on a date", {"fact": "group.met_on", "at_least": 3}, "rule-type", (9, 15), "but group.met_on is a date"),
    ("list operator on a text", {"some": {"in": "licence", "where": OPEN}}, "rule-type", (9, 11), "'some' is for a list, but licence is a text."),
    ("a text that is no boolean", {"fact": "open", "equals": "yes"}, "rule-type", (9, 13), "'equals' is for a text, but open is true or false."),
    ("no period", {"fact": "group.met_on", "within": "a year"}, "rule-value", (9, 13), "'within' requires '12 months'"),
    ("not_past: false", {"fact": "group.met_on", "not_past": False}, "rule-value", (9, 15), "'not_past' requires true"),
    ("no known test", {"fact": "licence", "is": "email"}, "rule-value", (9, 9), "url / spdx / osi_licence"),
    ("a pattern that is none", {"fact": "licence", "matches": "(a"}, "rule-pattern", (9, 14), "'(a' is not valid"),
    ("a pattern that is not linear", {"fact": "licence", "matches": "(?=a)"}, "rule-pattern", (9, 14), "is not valid"),
    ("unknown condition", {"use": "is_opne"}, "rule-unknown-condition", (8, 10), "'is_opne'; did you mean 'is_open'?"),
    ("fact of the whole inside a list", {"some": {"in": "users", "where": OPEN}}, "rule-unknown-fact", (11, 15), "no fact 'open'"),
    ("no condition on the elements", {"some": {"in": "users"}}, "rule-keys", (9, 7), "The keys in, where"),
    ("unknown key of a node", {"some": {"in": "users", "were": OPEN}}, "rule-unknown-key", (10, 7), "did you mean 'where'?"),
    ("no bound", {"count": {"in": "users", "where": {"fact": "pays", "present": True}}}, "rule-one-bound", (9, 7), "Either at_least or at_most"),
    ("a sum of texts", {"sum": {"in": "users", "of": "name", "at_least": 1}}, "rule-type", (10, 11), "'sum' is for a number, but name is a text."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "code", "place", "says"), [row[1:] for row in RULES], ids=[row[0] for row in RULES]
)
def test_rules(tmp_path, rule, code, place, says):
    folder = write_model(tmp_path, [criterion("A", "low", rule)], conditions={"is_open": OPEN})
    [(found, file, line, column, message)] = wrong(folder)

    assert (found, file, (line, column)) == (code, "all.yaml", place)
    assert says in message


def test_conditions_in_a_ring(tmp_path):
    ring = {"a": {"use": "b"}, "b": {"not": {"use": "a"}}}
    folder = write_model(tmp_path, [criterion("A", "low", {"use": "a"})], conditions=ring)
    [(code, file, _, _, message)] = wrong(folder)

    assert (code, file) == ("rule-circular", "model.yaml")
    assert "a → b → a" in message


def test_a_condition_that_nothing_uses_is_checked_too(tmp_path):
    bad = {"spare": {"fact": "opne", "present": True}}
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)], conditions=bad)

    assert [code for code, *_ in wrong(folder)] == ["rule-unknown-fact"]


def test_a_condition_means_what_its_text_would_mean_in_its_place(tmp_path):
    paying = {"some": {"in": "users", "where": {"use": "pays_much"}}}
    conditions = {"pays_much": {"fact": "pays", "at_least": 100}}
    inline = {"some": {"in": "users", "where": conditions["pays_much"]}}
    rules = [criterion("A", "low", paying), criterion("B", "low", inline)]
    model = load_model(write_model(tmp_path, rules, conditions=conditions))
    used, written = (model.by_id[name].rule for name in "AB")

    assert used.render("en") == written.render("en")
    for users in ([{"pays": 100}], [{"pays": 99}], [{}], []):
        scope = Scope({"users": users}, None, date(2026, 5, 1))
        assert used.evaluate(scope).value is written.evaluate(scope).value


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ({"level": "hihg"}, "model-unknown-level", "'hihg'; did you mean 'high'?"),
        ({"responsible": "baord"}, "model-unknown-role", "'baord'; did you mean 'board'?"),
        ({"colour": "red"}, "unknown-key", "'colour' is unknown"),
        ({"recommended": "yes"}, "wrong-type", "must be true or false, but is yes"),
        ({"basis": "faith"}, "wrong-choice", "cannot be faith"),
        ({"examples": [{"facts": {}, "expect": "mte"}]}, "wrong-choice", "did you mean 'met'?"),
        ({"examples": [{"facts": {}, "expect": "met", "as_of": "x"}]}, "wrong-format", "a date"),
    ],
)
def test_criteria(tmp_path, change, code, says):
    folder = write_model(tmp_path, [{**criterion("A", "low", OPEN), **change}])
    [(found, file, line, column, message)] = wrong(folder)

    assert (found, file) == (code, "all.yaml")
    assert line > 3
    assert column > 2
    assert says in message


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (
            {"levels": [{"id": "low"}, {"id": "low"}]},
            "model-duplicate-id",
            "'low' is already used",
        ),
        ({"levels": []}, "out-of-bounds", "must have 1 item or more"),
        ({"levels": [{"id": "low", "decided_by": ["bord"]}]}, "model-unknown-role", "'board'?"),
        ({"themes": [{"id": "al"}]}, "model-unknown-theme", "'all'; did you mean 'al'?"),
        ({"facts": "none.json"}, "facts-schema-missing", "'none.json' is not in the folder"),
        ({"attainment": {"tolerated": ["partial"]}}, "wrong-choice", "did you mean 'partly'?"),
        ({"version": 1.0}, "wrong-type", "must be a text, but is 1.0"),
        ({"attainment": {"needs": {"percent": 0}}}, "out-of-bounds", "must be more than 0"),
    ],
)
def test_the_main_file(tmp_path, change, code, says):
    [(found, _, _, _, message)] = wrong(
        write_model(tmp_path, [criterion("A", "low", OPEN)], **change)
    )

    assert found == code
    assert says in message


def test_a_criterion_twice(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN), criterion("A", "high", OPEN)])

    assert [(code, line) for code, _, line, *_ in wrong(folder)] == [("model-duplicate-id", 10)]


def test_everything_that_is_wrong_at_once(tmp_path):
    criteria = [
        criterion("A", "lwo", {"fact": "opne", "present": True}),
        criterion("A", "low", {}),
    ]
    folder = write_model(tmp_path, criteria)
    assert [code for code, *_ in wrong(folder)] == ["out-of-bounds"]  # a rule that is no rule

    criteria[1]["met"] = {"use": "x"}
    folder = write_model(tmp_path / "again", criteria)
    assert [code for code, *_ in wrong(folder)] == [
        "model-unknown-level",
        "rule-unknown-fact",
        "model-duplicate-id",
        "rule-unknown-condition",
    ]


def test_a_model_without_criteria_is_an_error_never_green(tmp_path):
    assert [code for code, *_ in wrong(write_model(tmp_path, []))] == ["model-empty"]


def test_a_folder_without_a_model(tmp_path):
    assert [code for code, *_ in wrong(tmp_path)] == ["model-missing"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json-syntax"),
        ('{"type": "strnig"}', "facts-schema-invalid"),
        ("[]", "facts-schema-invalid"),
        ('{"$ref": "https://example.org"}', "facts-schema-invalid"),
        ('{"pattern": "(a+)+(?=b)"}', "facts-schema-invalid"),
        ("[" * 100_000, "yaml-too-deep"),
    ],
)
def test_a_vocabulary_that_cannot_be_used(tmp_path, text, code):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    (folder / "facts.schema.json").write_text(text, encoding="utf-8")

    assert [found for found, *_ in wrong(folder)] == [code]


def test_what_a_model_may_leave_out():
    files = {
        "model.yaml": b"{format: os2governance/model/1, model: m, version: v,\n"
        b" levels: [{id: a}], themes: [{id: t}], facts: f.json}",
        "t.yaml": b"{format: os2governance/criteria/1, theme: t, criteria:\n"
        b" [{id: X, level: a, met: {fact: anything.at.all, present: true}}]}",
        "f.json": b"{}",
    }
    model, findings = read_model(files, "m/v")

    assert findings == []
    assert model.reference == "m/v"
    assert model.by_id["X"].title.render("da") == "X"
    assert model.attainment.satisfied_by == {"met", "accepted"}
    assert model.attainment.tolerated == {"partly", "not_applicable"}


def test_the_digest_is_of_names_and_contents(tmp_path):
    one = load_model(write_model(tmp_path / "a", [criterion("A", "low", OPEN)]))
    same = load_model(write_model(tmp_path / "b", [criterion("A", "low", OPEN)]))
    other = load_model(write_model(tmp_path / "c", [criterion("B", "low", OPEN)]))

    assert one.digest == same.digest != other.digest
    assert one.digest.startswith("sha256:")


def test_facts_through_references_and_branches(tmp_path):
    schema = {
        **FACTS,
        "properties": {
            "doc": {"title": "Dokumentet", "$ref": "#/$defs/doc"},
            "either": {"anyOf": [{"type": "null"}, {"type": "object", "properties": {"n": {"type": "number"}}}]},
        },
        "$defs": {"doc": {"title": "Noget", "type": ["object", "null"], "properties": {"on": {"type": "string", "format": "date"}}}},
    }  # fmt: skip
    rule = {"all": [{"fact": "doc.on", "within": "1 day"}, {"fact": "either.n", "at_least": 1}]}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], schema=schema))

    assert model.facts.fields["doc"].title.da == "Dokumentet"
    assert json.loads(json.dumps(model.facts_schema)) == schema


def test_loading_raises_for_the_library(tmp_path):
    with pytest.raises(InvalidFilesError) as error:
        load_model(write_model(tmp_path, [criterion("A", "lwo", OPEN)]))

    assert [found.code for found in error.value.findings] == ["model-unknown-level"]


def test_yaml_that_is_none(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    (folder / "all.yaml").write_text(yaml.safe_dump({"a": 1}) + "b: [", encoding="utf-8")

    assert [code for code, *_ in wrong(folder)] == ["yaml-syntax"]


def doubling(count):
    """Give conditions each of which uses the one before it twice."""
    return {"c0": OPEN} | {
        f"c{n}": {"all": [{"use": f"c{n - 1}"}, {"use": f"c{n - 1}"}]} for n in range(1, count)
    }


RING = doubling(60) | {"c0": {"use": "c59"}}
CHAIN = {"c0": OPEN} | {f"c{n}": {"use": f"c{n - 1}"} for n in range(1, 500)}
ROUND = CHAIN | {"c0": {"use": "c499"}}
MANY = {"any": [OPEN] * 2000}
EXPANDING = [
    ("doubling", doubling(60), {"use": "c59"}, {"rule-too-large"}),
    ("doubling in a ring", RING, {"use": "c59"}, {"rule-circular", "rule-too-deep"}),
    ("a chain", CHAIN, {"use": "c499"}, {"rule-too-deep"}),
    ("a ring of many", ROUND, {"use": "c499"}, {"rule-too-deep"}),
    ("many parts", {}, MANY, {"rule-too-large"}),
]


@pytest.mark.parametrize(
    ("conditions", "rule", "codes"),
    [row[1:] for row in EXPANDING],
    ids=[row[0] for row in EXPANDING],
)
def test_rules_that_grow_are_not_read(tmp_path, monkeypatch, conditions, rule, codes):
    read = []
    node = NodeReader.read_node
    monkeypatch.setattr(
        NodeReader, "read_node", lambda *given: (read.append(given), node(*given))[1]
    )
    found = wrong(write_model(tmp_path, [criterion("A", "low", rule)], conditions=conditions))

    assert {code for code, *_ in found} <= codes
    assert found[0][2] > 0
    assert len(read) < 30 * len(conditions) + 10


def test_rules_are_measured_together(tmp_path):
    """All of them are evaluated for each product."""
    criteria = [criterion(f"A{n}", "low", {"use": "c7"}) for n in range(100)]
    folder = write_model(tmp_path / "few", criteria[:98], conditions=doubling(8))
    assert read_model_folder(folder, MODELS_ON_DISK)[1] == []

    found = wrong(write_model(tmp_path / "many", criteria, conditions=doubling(8)))

    assert [code for code, *_ in found] == ["rules-too-large"]


def test_a_pattern_weighs_more_than_a_question(tmp_path):
    """Each is compiled, and held against texts of a megabyte."""

    def patterns(count):
        rules = [{"fact": "licence", "matches": f"a{n}"} for n in range(count)]
        criteria = [criterion(f"A{n}", "low", rule) for n, rule in enumerate(rules)]
        return write_model(tmp_path / str(count), criteria)

    assert read_model_folder(patterns(200), MODELS_ON_DISK)[1] == []
    assert [code for code, *_ in wrong(patterns(300))] == ["rules-too-large"]


def test_a_condition_is_read_once_however_often_it_is_used(tmp_path):
    rule = {"all": [{"use": "c5"}] * 3}
    model, findings = read_model_folder(
        write_model(tmp_path, [criterion("A", "low", rule)], conditions=doubling(6)),
        MODELS_ON_DISK,
    )
    first, second, _ = model.by_id["A"].met.parts

    assert not findings
    assert first.parts[0] is second.parts[0]


NO_NUMBERS = ["9" * 5000, "1e999", "-1e999", "NaN", "Infinity", "-Infinity"]


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_numbers_of_a_vocabulary_that_are_none(tmp_path, number):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    text = '{"type": "object",\n "properties": {"open": {"minimum": ' + number + "}}}"
    (folder / "facts.schema.json").write_text(text)
    [(code, file, line, column, _)] = wrong(folder)

    assert (code, file, line, column) == ("json-syntax", "facts.schema.json", 2, 37)


DEEP = '{"properties": {"a": ' * 400 + "{}" + "}}" * 400
STRANGE = [DEEP, "[" * 100_000, '{"title": "\\ud800"}']


@pytest.mark.parametrize("text", STRANGE)
def test_vocabularies_that_are_deep_or_cannot_be_written(tmp_path, text):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    (folder / "facts.schema.json").write_text(text)

    assert [code for code, *_ in wrong(folder)] in (["yaml-too-deep"], ["json-syntax"])


PHRASES = {
    "x-asked": {"da": "koden er åben", "en": "the code is open"},
    "x-todo": {"en": "Open it"},
}


def test_a_condition_may_stand_beside_its_phrases(tmp_path):
    conditions = {
        "bare": OPEN,
        "told": {**PHRASES, "rule": OPEN},
        "plain": {"rule": {"use": "bare"}},
    }
    rules = [criterion(name, "low", {"use": name}) for name in conditions]
    model = load_model(write_model(tmp_path, rules, conditions=conditions))

    assert dict(model.conditions) == {"bare": OPEN, "told": OPEN, "plain": {"use": "bare"}}
    assert set(model.condition_words) == {"told", "plain"}
    assert model.condition_words["told"].asked.da == "koden er åben"
    assert model.condition_words["told"].todo.render("da") == "Open it"
    assert not model.unused_conditions


def test_what_is_wrong_with_a_condition_has_its_place_beside_phrases(tmp_path):
    conditions = {"told": {**PHRASES, "rule": {"all": [{"fact": "opne", "present": True}]}}}
    folder = write_model(tmp_path, [criterion("A", "low", {"use": "told"})], conditions=conditions)
    [(code, file, line, column, _)] = wrong(folder)
    text = (folder / "model.yaml").read_text().splitlines()[line - 1]

    assert (code, file, text[column - 1 :]) == ("rule-unknown-fact", "model.yaml", "opne")


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ({"helps": ["board", "ownr"]}, "model-unknown-role", "'ownr'; did you mean 'owner'?"),
        ({"applies": {"fact": "opne", "present": True}}, "rule-unknown-fact", "'open'"),
        ({"see": "http://small.example"}, "out-of-bounds", "must begin with https://"),
        ({"effort": "word"} | {"evidence": "txt"}, "wrong-choice", "did you mean 'text'?"),
    ],
)
def test_names_and_rules_of_version_2_are_checked(tmp_path, change, code, says):
    [(found, file, _, _, message), *_] = wrong(
        write_model(tmp_path, [criterion("A", "low", OPEN, **change)])
    )

    assert (found, file) == (code, "all.yaml")
    assert says in message
