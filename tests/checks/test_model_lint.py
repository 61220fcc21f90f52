"""What a model that loads still lacks."""

from pathlib import Path

from folders import criterion, write_model

from os2governance import load_model
from os2governance.checks.model_lint import lint_model

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
