"""Facts from several files (semantics §2): which counts, and where they disagree."""

from datetime import date
from typing import Any

import pytest
import yaml

from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.facts import (
    DECLARED,
    OBSERVED,
    REGISTERED,
    FactFile,
    find_disagreements,
    find_repeated_keys,
    merge_facts,
    read_element_key,
)
from os2governance.rules.vocabulary import Fact

TEXT, YES = {"type": ["string", "null"]}, {"type": ["boolean", "null"]}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "a": {**TEXT, "title": "Aftalen", "x-title-en": "The agreement"},
        "on": {**TEXT, "format": "date", "title": "Dagen"},
        "yes": YES,
        "group": {"type": ["object", "null"], "properties": {"x": TEXT, "y": TEXT}},
        "plain": {"type": ["array", "null"], "items": TEXT},
        "repos": {
            "type": ["array", "null"],
            "x-key": "url",
            "items": {"type": "object", "properties": {"url": TEXT, "open": YES, "by": TEXT}},
        },
    },
}
VOCABULARY = Fact(SCHEMA, SCHEMA)
DAYS = {DECLARED: "2026-03-01", REGISTERED: "2026-01-01", OBSERVED: "2026-03-01"}
OLD = "2026-02-01"


def stated(kind, facts, on=None) -> FactFile:
    text = yaml.safe_dump({"facts": facts}, sort_keys=False)
    document, findings = read_yaml(text.encode(), f"{kind}.yaml")
    assert document is not None, findings
    day = date.fromisoformat(on or DAYS[kind])
    return FactFile(kind=kind, on=day, by="X", facts=document.values["facts"], document=document)


def merged(declared=None, registered=None, observed=None, observed_on=None):
    given = ((DECLARED, declared), (REGISTERED, registered), (OBSERVED, observed))
    files = [
        stated(kind, facts, observed_on if kind == OBSERVED else None)
        for kind, facts in given
        if facts is not None
    ]
    return merge_facts(files, VOCABULARY)


COUNTS = [
    # declared, registered, observed, what counts
    ({"a": "d"}, {"a": "r"}, {"a": "o"}, {"a": "r"}),
    ({"a": "d"}, {}, {"a": "o"}, {"a": "o"}),
    ({"a": "d"}, {}, {}, {"a": "d"}),
    ({}, {"a": "r"}, {}, {"a": "r"}),
    # a "no" of the register stands alone; a declared one is not replaced by an observation
    ({"group": {"x": "d"}}, {"group": None}, {"group": {"x": "o"}}, {"group": None}),
    ({"yes": True}, {"yes": False}, {"yes": True}, {"yes": False}),
    ({"repos": [{"url": "u"}]}, {"repos": []}, {}, {"repos": []}),
    ({"yes": False}, {}, {"yes": True}, {"yes": False}),
    ({"a": None}, {}, {"a": "o"}, {"a": None}),
    ({"repos": []}, {}, {"repos": [{"url": "u"}]}, {"repos": []}),
    ({"yes": False}, {"yes": True}, {}, {"yes": True}),
    ({"group": None}, {"group": {"x": "r"}}, {}, {"group": {"x": "r"}}),
    # an observed null never replaces something declared; it is a value where nothing is
    ({"a": "d"}, {}, {"a": None}, {"a": "d"}),
    ({}, {}, {"a": None}, {"a": None}),
    ({"yes": True}, {}, {"yes": False}, {"yes": False}),
    # groups key by key
    (
        {"group": {"x": "d", "y": "d"}},
        {"group": {"x": "r"}},
        {"group": {"y": "o"}},
        {"group": {"x": "r", "y": "o"}},
    ),
    # lists with a key by it, those of the file that counts first first; others as a whole
    (
        {"repos": [{"url": "https://git.dk/a", "by": "d"}, {"url": "https://git.dk/b"}]},
        {"repos": [{"url": "http://GIT.dk/b.git/", "by": "r"}]},
        {"repos": [{"url": "https://git.dk/c"}, {"url": "https://git.dk/a/", "open": True}]},
        {
            "repos": [
                {"url": "http://GIT.dk/b.git/", "by": "r"},
                {"url": "https://git.dk/c"},
                {"url": "https://git.dk/a/", "open": True, "by": "d"},
            ]
        },
    ),
    (
        {"repos": [{"by": "d"}]},
        {"repos": [{"by": "r"}]},
        {},
        {"repos": [{"by": "r"}, {"by": "d"}]},
    ),
    ({"plain": ["d"]}, {}, {"plain": ["o"]}, {"plain": ["o"]}),
]


@pytest.mark.parametrize(("declared", "registered", "observed", "counts"), COUNTS)
def test_what_counts(declared, registered, observed, counts):
    assert merged(declared, registered, observed).values == counts


@pytest.mark.parametrize(
    ("declared", "observed", "counts"),
    [
        ({"a": "d"}, {"a": "o"}, {"a": "d"}),
        ({"yes": True}, {"yes": False}, {"yes": True}),
        ({}, {"a": "o"}, {"a": "o"}),
        ({"group": {"x": "d"}}, {"group": {"x": "o", "y": "o"}}, {"group": {"x": "d", "y": "o"}}),
        (
            {"repos": [{"url": "https://git.dk/a"}]},
            {"repos": [{"url": "https://git.dk/a", "open": True}]},
            {"repos": [{"url": "https://git.dk/a", "open": True}]},
        ),
    ],
)
def test_an_older_observation_only_fills_in(declared, observed, counts):
    assert merged(declared, None, observed, OLD).values == counts


def test_a_trace_knows_the_file_of_each_fact():
    found = merged({"a": "d", "group": {"x": "d"}}, {"group": {"y": "r"}}, {"yes": True})
    scope = found.scope(date(2026, 5, 1))

    assert {path: scope.find(path)[1].source.file for path in [("a",), ("yes",)]} == {
        ("a",): "declaration.yaml",
        ("yes",): "observations.yaml",
    }
    assert scope.find(("group", "y"))[1].source == ("register.yaml", date(2026, 1, 1))
    assert scope.find(("group", "y"))[1][:2] == (3, 8)


def test_one_file_alone_is_taken_as_it_is():
    file = stated(DECLARED, {"a": "d"})
    found = merge_facts([file], VOCABULARY)

    assert found.values is file.facts
    assert found.scope(date(2026, 5, 1)).find(("a",))[1] == (2, 6, file.source)
    assert merge_facts([], VOCABULARY).values == {}


DISAGREE = [
    ({"a": "d"}, {"a": "r"}, {}, ["declaration.yaml:2 a"]),
    ({"a": "d"}, {"a": "d"}, {"a": "d"}, []),
    ({"a": "d"}, {"a": "r"}, {"a": "o"}, ["observations.yaml:2 a", "declaration.yaml:2 a"]),
    ({"yes": False}, {}, {"yes": True}, ["observations.yaml:2 yes"]),
    ({"group": {"x": "d"}}, {"group": None}, {}, ["declaration.yaml:3 group"]),
    ({"on": "2018"}, {"on": "2018-05-01"}, {}, []),
    ({"on": "2018-06"}, {"on": "2018-05-01"}, {}, ["declaration.yaml:2 on"]),
    ({"group": {"x": "d"}}, {"group": {"y": "r"}}, {}, []),
]


@pytest.mark.parametrize(("declared", "registered", "observed", "places"), DISAGREE)
def test_where_two_files_say_different_things(declared, registered, observed, places):
    found = merged(declared, registered, observed)
    told = [
        f"{each.other.location.file}:{each.other.location.line} {'.'.join(map(str, each.path))}"
        for each in found.disagreements
    ]

    assert told == places
    assert len(list(find_disagreements(found, VOCABULARY))) == len(places)


def test_a_disagreement_names_both_files():
    [found] = find_disagreements(merged({"a": "d"}, {"a": "r"}), VOCABULARY)

    assert (found.code, found.severity) == ("facts-disagree", "warning")
    for part in ("The agreement", "d (declaration.yaml:2)", "r (register.yaml:2)"):
        assert part in found.message.en
    assert found.unplaced_message.en == "The agreement: d, but r is what counts."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://github.com/a/b", "http://GitHub.com/a/b.git", True),
        ("https://github.com/a/b/", "https://github.com/a/b", True),
        ("https://github.com/a/b", "https://github.com/a/B", False),
        ("https://github.com/a", "https://gitlab.com/a", False),
        ("Aarhus Kommune", "Aarhus Kommune", True),
        ("Aarhus Kommune", "aarhus kommune", False),
    ],
)
def test_addresses_are_compared_without_what_does_not_matter(one, other, same):
    keys = [read_element_key({"url": each}, "url") for each in (one, other)]

    assert (keys[0] == keys[1]) is same


def test_a_key_twice_in_one_file_is_an_error():
    repos = [
        {"url": "https://git.dk/a"},
        {"url": "https://git.dk/a.git"},
        {"by": "x"},
        {"by": "y"},
    ]
    file = stated(DECLARED, {"repos": repos})
    [found] = find_repeated_keys(file.facts, VOCABULARY, file.document)

    assert (found.code, found.severity, found.location.line) == ("element-key-twice", "error", 4)
