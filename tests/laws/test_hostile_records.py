"""A record whose entries are of any shape: it is compared and followed, and nothing fails.

The files of a record are read as plain values, without a schema: an older state need not have been
valid, and what it said must stay found.
"""

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.analysis.record_history import RecordedCommit, RecordHistory
from os2governance.analysis.record_integrity import check_record_integrity
from os2governance.analysis.record_verification import check_entries
from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import read_product_record
from os2governance.workflows.match_products import match_products

RIGHTS = load_model(Path(__file__).parents[2] / "criteria" / "os2" / "1.1.0")
KEYS = st.sampled_from([
    "on", "by", "draft", "product", "evaluated", "registered", "declared", "lights", "facts",
    "decisions", "decision", "level", "accepts", "file", "entry", "before", "after",
])  # fmt: skip
PLAIN = st.sampled_from([
    None, True, 1, 1.5, 10**50, "", "x", "2026-01-01", "place", "correct", "close", "board", "2",
    "evaluations/2026-01-01.yaml",
])  # fmt: skip
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
LOGS = st.builds(lambda said: {"product": "x", "decisions": said}, st.lists(VALUES, max_size=4))
NAMES = st.sampled_from([
    "product.yaml", "decisions.yaml", "register.yaml", "evaluations/2026-01-01.yaml",
    "evaluations/a.yaml", "declarations/2026-01-01.yaml",
])  # fmt: skip
FILES = st.dictionaries(NAMES, LOGS | VALUES, max_size=4)


def build(files):
    return build_product_files(
        "x", {name: json.dumps(said).encode() for name, said in files.items()}
    )


def render(findings):
    return [each.message.render(language) for each in findings for language in ("da", "en")]


@settings(max_examples=60)
@given(FILES, FILES)
def test_two_states_of_any_shape_are_compared(before, after):
    old, new = build(before), build(after)
    records = read_product_record(old), read_product_record(new)

    render(check_record_integrity(*records, date(2026, 5, 1), RIGHTS, RIGHTS))
    assert match_products({"x": old}, {"x": new}) == [("x", "x")]


@settings(max_examples=60)
@given(FILES, FILES, FILES)
def test_a_history_of_any_shape_is_followed(first, one, other):
    records = [{"x": read_product_record(build(each))} for each in (first, one, other)]
    steps = [((), 0), (("0",), 1), (("0",), 2), (("1", "2"), 0)]
    history = RecordHistory(lambda old, new: [(each, each) for each in new if each in old])
    for name, (parents, state) in enumerate(steps):
        history.follow(RecordedCommit(str(name), parents, records[state], "2026-05-01"))
    history.follow(RecordedCommit("gone", ("3",), {}, "2026-05-02"))

    for last in ("3", "gone"):
        entries = history.conclude(last)
        render(check_entries(entries, {}))
        assert len(entries) >= len(records[0]["x"].entries)
