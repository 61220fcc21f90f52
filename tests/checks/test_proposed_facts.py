"""Proposals that wait: told once, and of no effect on anything else."""

from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest
from folders import FACTS, criterion, write_model, write_product
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from os2governance import assess, load_model, load_product
from os2governance.checks.proposed_facts import check_proposed_facts

DAY = date(2026, 5, 1)
RULE = {"fact": "open", "equals": True}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("proposed")
    return folder, load_model(write_model(folder, [criterion("A", "low", RULE)], FACTS))


@pytest.fixture
def assessed(small):
    folder, model = small

    def run(**more):
        product = write_product(Path(mkdtemp(dir=folder)), **more)
        return assess(load_product(product, model), model, as_of=DAY)

    return run


@pytest.mark.parametrize(
    ("facts", "proposed", "codes"),
    [
        ({}, None, []),
        ({}, {"facts": {"open": True}, "from": {"open": "x.md:3: open"}}, ["facts-proposed"]),
        ({"open": False}, {"facts": {"open": True}}, []),
        ({}, {"facts": {"open": "perhaps"}}, ["facts-proposed", "wrong-type"]),
        ({}, {"facts": {"opne": True}}, ["unknown-key"]),
    ],
)
def test_those_that_wait_are_told_once(assessed, facts, proposed, codes):
    more = {} if proposed is None else {"proposed": proposed}
    found = list(check_proposed_facts(assessed(facts=facts, **more)))

    assert [each.code for each in found] == codes
    assert {each.severity for each in found} <= {"note", "warning"}


FACT_VALUES = st.dictionaries(
    st.sampled_from(["open", "unknown"]),
    st.one_of(st.booleans(), st.none(), st.text(max_size=5), st.integers()),
    max_size=2,
)
SOURCES = st.dictionaries(st.text(max_size=5), st.text(max_size=10), max_size=2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.fixed_dictionaries({}, optional={"facts": FACT_VALUES, "from": SOURCES}))
def test_proposals_never_change_an_assessment(assessed, proposed):
    plain, more = assessed(facts={}), assessed(facts={}, proposed=proposed)

    assert more.levels == plain.levels
    assert [(o.status, o.basis, o.backing) for o in more.outcomes] == [
        (o.status, o.basis, o.backing) for o in plain.outcomes
    ]
    assert more.findings == plain.findings
