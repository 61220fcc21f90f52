"""The vocabulary's own keywords: which values they have, and which mean nothing."""

import json

import pytest
from folders import FACTS, criterion, write_model

from os2governance.files.reading import read_model_files
from os2governance.model.facts_schema import KEYWORDS, find_keyword_faults, list_described_facts
from os2governance.model.reader import read_model

TEXT = {"type": ["string", "null"]}


def of(**properties):
    return {"type": "object", "properties": properties}


def listed(**more):
    return {"type": "array", "items": of(url=TEXT, name=TEXT), **more}


@pytest.mark.parametrize(
    "vocabulary",
    [
        of(a={**TEXT, "x-time": "past"}),
        of(a={**TEXT, "x-time": "end", "x-not-before": "b"}, b=TEXT),
        of(a={**TEXT, "x-from": "register", "x-asked": "a", "x-asked-en": "a", "x-todo": "a", "x-todo-en": "a"}),
        of(a=listed(**{"x-key": "url"})),
        of(a={"$ref": "#/$defs/a"}) | {"$defs": {"a": {**TEXT, "x-not-before": "b"}}},
        of(a={**listed(), "items": {"$ref": "#/$defs/a"}, "x-key": "url"}) | {"$defs": {"a": of(url=TEXT)}},
        {"allOf": [of(a={**TEXT, "x-part-of": "b"}, b=TEXT)]},
        {},
    ],
)  # fmt: skip
def test_what_means_something(vocabulary):
    assert list(find_keyword_faults(vocabulary)) == []


@pytest.mark.parametrize(
    ("vocabulary", "fact", "keyword"),
    [
        (of(a={**TEXT, "x-time": "future"}), "a", "x-time"),
        (of(a={**TEXT, "x-from": ["register"]}), "a", "x-from"),
        (of(a=listed(**{"x-key": "uri"})), "a", "x-key"),
        (of(a=listed(**{"x-key": ["url"]})), "a", "x-key"),
        (of(a={**TEXT, "x-key": "url"}), "a", "x-key"),
        (of(a={**TEXT, "x-not-before": "b"}), "a", "x-not-before"),
        (of(a=of(b={**TEXT, "x-part-of": "a"})), "a.b", "x-part-of"),
        (of(a={**listed(), "items": of(b={**TEXT, "x-todo": " "})}), "a[].b", "x-todo"),
        (of(a={**TEXT, "x-asked-en": {"en": "a"}}), "a", "x-asked-en"),
    ],
)
def test_what_means_nothing(vocabulary, fact, keyword):
    (fault,) = find_keyword_faults(vocabulary)

    assert (fault.fact, fault.keyword) == (fact, keyword)
    assert fault.wanted.da
    assert fault.wanted.en


def test_every_described_fact_is_listed_once():
    vocabulary = of(a=listed(), b={"anyOf": [of(c=TEXT), {"type": "null"}]}) | {
        "$defs": {"d": TEXT}
    }

    assert [fact.path for fact in list_described_facts(vocabulary)] == [
        *("", "a", "a[]", "a[].url", "a[].name", "b", "b", "b.c", "b", "d")
    ]  # fmt: skip


def test_a_model_with_such_a_keyword_is_not_loaded(tmp_path):
    schema = {**FACTS, "properties": {**FACTS["properties"], "extra": {**TEXT, "x-time": "soon"}}}
    folder = write_model(
        tmp_path, [criterion("A", "low", {"fact": "open", "present": True})], schema
    )
    files, _ = read_model_files(folder)
    model, findings = read_model(files, str(folder))

    assert model is None
    assert [(f.code, f.location.file) for f in findings] == [
        ("facts-keyword", f"{folder}/facts.schema.json")
    ]
    assert findings[0].message.en == (
        "'x-time' of the fact extra must be past or end, but is \"soon\"."
    )
    assert json.loads(files["facts.schema.json"])["properties"]["extra"]["x-time"] == "soon"


def test_all_keywords_have_the_prefix_of_extensions():
    assert [keyword for keyword in KEYWORDS if not keyword.startswith("x-")] == []
