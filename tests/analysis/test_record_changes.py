"""Entries then and now: each is paired at most once, by what it says before where it stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.analysis.record_changes import (
    ABSENT,
    Correction,
    build_correction,
    find_corrections,
    list_value_differences,
    pair_entries,
    read_correction,
)
from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import read_product_record


def log(*said):
    listed = "".join(f"  - {{grounds: {each}}}\n" for each in said)
    data = f"product: x\ndecisions:\n{listed}" if said else "product: x\ndecisions: []\n"
    return record({"decisions.yaml": data.encode()})


def record(files):
    return read_product_record(build_product_files("x", files))


def said(entry):
    return entry and entry.values["grounds"]


def paired(old, new):
    return [
        (said(each.before), said(each.after), each.moved)
        for each in pair_entries(log(*old), log(*new))
    ]


LOGS = [
    ("nothing", "", "", []),
    ("the same", "ab", "ab", [("a", "a", False), ("b", "b", False)]),
    ("one more", "a", "ab", [("a", "a", False), (None, "b", False)]),
    ("one less", "ab", "a", [("a", "a", False), ("b", None, False)]),
    ("another", "ab", "ac", [("a", "a", False), ("b", "c", False)]),
    ("the first gone", "abc", "bc", [("a", None, False), ("b", "b", False), ("c", "c", False)]),
    ("put before", "bc", "abc", [(None, "a", False), ("b", "b", False), ("c", "c", False)]),
    ("another order", "ab", "ba", [("a", "a", False), ("b", "b", True)]),
    ("one and another", "ab", "cde", [("a", "c", False), ("b", "d", False), (None, "e", False)]),
    ("twice the same", "aa", "aaa", [("a", "a", False), ("a", "a", False), (None, "a", False)]),
    ("all gone", "ab", "", [("a", None, False), ("b", None, False)]),
]


@pytest.mark.parametrize(
    ("old", "new", "pairs"), [each[1:] for each in LOGS], ids=[each[0] for each in LOGS]
)
def test_decisions_are_paired_in_their_order(old, new, pairs):
    assert sorted(paired(old, new), key=str) == sorted(pairs, key=str)


LETTERS = st.lists(st.sampled_from("abcd"), max_size=6)


@given(LETTERS, LETTERS)
def test_each_decision_is_in_one_pair(old, new):
    pairs = paired(old, new)

    assert sorted(one for one, _, _ in pairs if one) == sorted(old)
    assert sorted(other for _, other, _ in pairs if other) == sorted(new)
    assert all(one or other for one, other, _ in pairs)


@given(LETTERS, LETTERS)
def test_what_is_only_added_leaves_all_as_it_was(old, more):
    pairs = paired(old, [*old, *more])

    assert all(one is None or (one == other and not moved) for one, other, moved in pairs)


@given(LETTERS, LETTERS)
def test_what_is_the_same_in_the_same_order_was_only_added_to(old, new):
    """The reverse: where each pair is the same and none moved, the old is part of the new."""
    pairs = paired(old, new)
    if all(one is None or (one == other and not moved) for one, other, moved in pairs):
        rest = iter(new)
        assert all(each in rest for each in old)


def evaluation(day, light, draft=""):
    said = f"{{on: {day}{draft}}}"
    return f"product: x\nevaluated: {said}\nlights: {{A: {{light: {light}}}}}\n".encode()


MOVES = [
    ("its file", {"a": ("2026-01-01", "met")}, {"a": ("2026-01-01", "unmet")}, [("a", "a")]),
    ("another name", {"a": ("2026-01-01", "met")}, {"b": ("2026-01-01", "met")}, [("a", "b")]),
    ("another day", {"a": ("2026-01-01", "met")}, {"b": ("2026-02-01", "met")}, [("a", "b")]),
    ("both other", {"a": ("2026-01-01", "met")}, {"b": ("2026-02-01", "unmet")},
     [("a", None), (None, "b")]),
    ("gone", {"a": ("2026-01-01", "met")}, {}, [("a", None)]),
    ("a draft", {}, {"a": ("2026-01-01", "met", ", draft: true")}, []),
    ("no draft any more", {"a": ("2026-01-01", "met", ", draft: true")},
     {"a": ("2026-01-01", "met")}, [(None, "a")]),
    ("a draft again", {"a": ("2026-01-01", "met")}, {"a": ("2026-01-01", "met", ", draft: true")},
     [("a", "a")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "pairs"), [each[1:] for each in MOVES], ids=[each[0] for each in MOVES]
)
def test_files_are_paired_by_name_then_by_content(old, new, pairs):
    states = [
        record({f"evaluations/{name}.yaml": evaluation(*each) for name, each in files.items()})
        for files in (old, new)
    ]
    found = [
        tuple(each and each.file[12:-5] for each in (pair.before, pair.after))
        for pair in pair_entries(*states)
    ]

    assert sorted(found, key=str) == sorted(pairs, key=str)


def test_what_cannot_be_read_now_is_not_called_removed():
    broken = record({"decisions.yaml": b"decisions: ["})

    assert pair_entries(log("a"), broken) == []
    assert pair_entries(broken, log("a"))[0].before is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 1) | st.text("ab", max_size=1),
    lambda below: (
        st.lists(below, max_size=2) | st.dictionaries(st.sampled_from("xy"), below, max_size=2)
    ),
    max_leaves=5,
)


def to_json(value):
    return json.dumps(value, sort_keys=True)


def follow(value, path):
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError):
            return ABSENT
    return value


@given(VALUES, VALUES)
def test_differences_are_none_for_the_same_and_else_stand_where_they_say(before, after):
    differences = list(list_value_differences(before, after))

    assert list(list_value_differences(before, before)) == []
    assert bool(differences) == (to_json(before) != to_json(after))
    for path, was, now in differences:
        assert follow(before, path) == was
        assert follow(after, path) == now


CORRECT = "decision: correct, file: register.yaml, before: b, after: a, by: board"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CORRECT, Correction("register.yaml", 0, "b", "a")),
        (CORRECT.replace("register.yaml", "decisions.yaml, entry: 2"),
         Correction("decisions.yaml", 2, "b", "a")),
        (CORRECT.replace(", before: b", ""), Correction("register.yaml", 0, None, "a")),
        (CORRECT.replace("correct", "admit"), None),
        (CORRECT.replace("file: register.yaml, ", ""), None),
        (CORRECT.replace("register.yaml", "[1]"), None),
    ],
)  # fmt: skip
def test_a_correction_is_read_from_its_decision(text, expected):
    [entry] = record({"decisions.yaml": f"decisions: [{{{text}}}]\n".encode()}).entries

    assert read_correction(entry) == expected
    assert list(find_corrections([entry], None)) == ([expected] if expected else [])


def test_a_correction_is_of_one_entry_in_one_state():
    [one], [other] = log("a").entries, log("b").entries

    assert build_correction(one, other) == Correction(
        "decisions.yaml", 1, one.digest, other.digest
    )
    assert build_correction(None, other).before is None
    assert build_correction(one, None).after is None
