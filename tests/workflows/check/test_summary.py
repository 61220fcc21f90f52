"""Summaries cross a pipe and a cache unchanged."""

import json

from hypothesis import given
from hypothesis import strategies as st

from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Location
from os2governance.workflows.check.summary import (
    MODEL_KIND,
    OTHER_KIND,
    PRODUCT_KIND,
    CheckSummary,
)

TEXT = st.text(max_size=8)
NUMBER = st.integers(0, 10**6)
SUPPRESSION_USES = st.builds(
    SuppressionUse,
    location=st.builds(Location, TEXT, NUMBER, NUMBER),
    codes=st.lists(TEXT, max_size=3).map(tuple),
    reason=TEXT,
    until=st.none() | st.just("2027-01-01"),
    findings=NUMBER,
    since=st.none(),
)
SUMMARIES = st.builds(
    CheckSummary,
    kind=st.sampled_from([PRODUCT_KIND, MODEL_KIND, OTHER_KIND]),
    readable=st.booleans(),
    suppressions=st.lists(SUPPRESSION_USES, max_size=2).map(tuple),
    counts=st.lists(st.dictionaries(TEXT, NUMBER, max_size=3), max_size=2).map(tuple),
    known=NUMBER,
    codes=st.lists(TEXT, max_size=3).map(tuple),
    models=st.dictionaries(TEXT, TEXT, max_size=2),
    files=st.dictionaries(TEXT, TEXT, max_size=2),
    unusable_model=st.none() | TEXT,
    product=st.none() | st.tuples(TEXT, st.builds(Location, TEXT, NUMBER, NUMBER)),
    allows_duplicate=st.booleans(),
    rows=st.lists(st.lists(TEXT, max_size=3).map(tuple), max_size=2).map(tuple),
)


@given(SUMMARIES)
def test_a_summary_comes_back_from_json_as_it_was(summary):
    plain = json.loads(json.dumps(summary.to_plain()))
    found = CheckSummary.from_plain(plain)

    assert found == summary
    assert found.product is None or isinstance(found.product[1], Location)


def test_the_kinds_are_told_apart():
    assert len({PRODUCT_KIND, MODEL_KIND, OTHER_KIND}) == 3
