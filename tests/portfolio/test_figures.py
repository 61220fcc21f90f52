"""The portfolio's figures: OS2's headlines from a constructed example, and a naive recount."""

import json
from collections import Counter
from dataclasses import replace

import pytest
import yaml
from click.testing import CliRunner
from example_portfolio import AS_OF, HEADLINE, NAMES, example_portfolio
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance.checks.authorities import Authority
from os2governance.cli.main import PROGRAM
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.portfolio.contribution import Amount, ProductContribution, YearlyContribution
from os2governance.portfolio.figures import count_portfolio
from os2governance.workflows.disk_files import MODELS_ON_DISK

MODEL = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]
MODELS = {MODEL.reference: MODEL}
STATUSES = ("met", "partly", "unmet", "not_applicable", "unknown")


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    return example_portfolio(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def figures(example):
    return said("portfolio", example)


def said(command, folder):
    arguments = [command, str(folder), "--as-of", AS_OF, "--format", "json", "--lang", "en"]
    result = CliRunner().invoke(PROGRAM, arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_headlines(figures):
    reach = {each["kind"]: (each["using"], each["all"]) for each in figures["coverage"]["reach"]}
    development, _ = figures["economy"]["parts"]

    assert figures["products"] == HEADLINE["products"] == len(NAMES)
    assert figures["economy"]["sharing"] == HEADLINE["sharing"]
    assert figures["economy"]["contributing"] == HEADLINE["sharing"]
    assert figures["economy"]["whole"]["total"] == HEADLINE["economy"] < 12_000_000
    assert development["total"] == HEADLINE["development"]
    assert (
        figures["economy"]["whole"]["declared"],
        figures["economy"]["whole"]["undeclared"],
    ) == (
        17,
        7,
    )
    assert reach == {"municipality": (93, 98), "region": (5, 5)}


def test_the_example_is_counted_again_from_its_files(example, figures):
    """By another way: the declarations as plain YAML, and what `assess` says of each."""
    declared = [yaml.safe_load(file.read_text()) for file in example.glob("*/product.yaml")]
    economies = [d["facts"].get("shared_funding", {}).get("yearly_economy") for d in declared]
    assert figures["economy"]["whole"]["total"] == sum(filter(None, economies))
    assert figures["economy"]["whole"]["undeclared"] == economies.count(None)
    names = {
        u["authority"].removesuffix(" Kommune")
        for d in declared
        for u in d["facts"]["adopters"]
        if u["kind"] == "municipality"
    }
    assert len(names) == figures["coverage"]["reach"][0]["using"]

    products = said("assess", example)["products"]
    rungs = {each["level"]: each for each in figures["ladders"][0]["rungs"]}
    for kind in ("assessed", "placed"):
        levels = Counter(each["levels"][kind] for each in products)
        for level, rung in rungs.items():
            if level is not None or kind == "assessed":
                assert rung[kind] == levels[level]
    statuses = Counter((c["id"], c["status"]) for p in products for c in p["criteria"])
    for criterion in figures["requirements"][0]["criteria"]:
        assert criterion["assessed"] == {s: statuses[criterion["id"], s] for s in STATUSES}


# -- the law: equal to a naive recount --------------------------------------------------------

amounts = st.one_of(
    st.just(Amount("undeclared")),
    st.just(Amount("none")),
    st.integers(0, 10**7).map(lambda value: Amount("declared", value)),
)
users = st.builds(
    Authority,
    name=st.sampled_from(["Greve", "Køge", "Ankeborg", "Staten", ""]),
    kind=st.sampled_from(["municipality", "state", ""]),
    size=st.sampled_from(["small", "large", ""]),
    member=st.sampled_from([True, False, None]),
    code=st.just(""),
    uses=st.booleans(),
).map(
    lambda u: (
        replace(u, code={"Greve": "253", "Køge": "259"}.get(u.name, ""))
        if u.kind == "municipality"
        else u
    )
)
levels = st.sampled_from([None, *MODEL.level_ids])
lights = st.lists(
    st.sampled_from(STATUSES), min_size=len(MODEL.criteria), max_size=len(MODEL.criteria)
).map(tuple)
shares = st.builds(
    ProductContribution,
    product=st.uuids().map(str),
    name=st.text(max_size=5),
    kind=st.sampled_from(["product", "project"]),
    lifecycle=st.sampled_from(["active", "paused", "closed"]),
    file=st.text(max_size=5),
    model=st.just(MODEL.reference),
    levels=st.tuples(levels, levels, levels),
    evaluated=st.booleans(),
    statuses=lights,
    ratings=lights,
    economy=st.tuples(amounts, amounts, amounts),
    contributions=st.none()
    | st.lists(
        st.builds(
            YearlyContribution,
            st.tuples(st.sampled_from(["small", "large", None]), st.sampled_from([True, None])),
            amounts,
        ),
        max_size=3,
    ).map(tuple),
    authorities=st.none() | st.lists(users, max_size=4).map(tuple),
    overdue=st.just(()),
)


@settings(max_examples=60)
@given(st.lists(shares, max_size=5))
def test_equal_to_a_naive_recount(several):
    found = count_portfolio(several, MODELS)
    open_ = [s for s in several if s.lifecycle != "closed"]

    assert found.products == len(open_)
    assert found.closed == len(several) - len(open_)
    assert found.projects == len([1 for s in open_ if s.kind == "project"])
    for ladder in found.ladders:
        for rung in ladder.rungs:
            assert rung.assessed == len([1 for s in open_ if s.levels[0] == rung.level])
            if rung.level is not None:
                assert rung.placed == len([1 for s in open_ if s.levels[1] == rung.level])
        assert sum(rung.assessed for rung in ladder.rungs) == len(open_)
        assert sum(rung.placed for rung in ladder.rungs) + ladder.unplaced == len(open_)
        assert sum(rung.evaluated for rung in ladder.rungs) + ladder.unevaluated == len(open_)
    for requirement in found.requirements:
        for number, criterion in enumerate(requirement.criteria):
            for status in STATUSES:
                same = [1 for s in open_ if s.statuses[number] == status]
                assert criterion.assessed[status] == len(same)
        total = sum(sum(theme.assessed.values()) for theme in requirement.themes)
        assert total == len(open_) * len(MODEL.criteria)
    if not open_:
        return
    economy, coverage = found.economy, found.coverage
    for place, figure in enumerate((economy.whole, *economy.parts)):
        declared = [s.economy[place].value for s in open_ if s.economy[place].state == "declared"]
        assert (figure.total, figure.declared) == (sum(declared), len(declared))
        assert figure.declared + figure.none + figure.undeclared == len(open_)
    assert economy.sharing == len([1 for s in open_ if s.economy[0].value > 0])
    assert sum(rate.products for rate in economy.rates) == sum(
        len(s.contributions or ()) for s in open_
    )
    using = {
        u.code or (u.kind, u.name) for s in open_ for u in s.authorities or () if u.uses and u.name
    }
    assert coverage.authorities == len(using)
    assert coverage.members + coverage.others + coverage.unsaid == len(using)
    assert coverage.undeclared == len([1 for s in open_ if s.authorities is None])
    assert coverage.reach[0].using == len({u for u in using if isinstance(u, str)})


def test_nothing_can_be_counted_of_nothing():
    found = count_portfolio([], {})

    assert found.products == 0
    assert (found.ladders, found.requirements, found.economy, found.coverage) == (
        (),
        (),
        None,
        None,
    )
