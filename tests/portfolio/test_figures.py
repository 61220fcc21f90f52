"""The portfolio's figures: OS2's headlines from a constructed example, and a naive recount."""

import json
from collections import Counter
from dataclasses import replace

import pytest
import yaml
from click.testing import CliRunner
from contributions import MODEL, MODELS, share
from example_portfolio import AS_OF, HEADLINE, NAMES, example_portfolio
from folders import criterion, write_model
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.checks.authorities import Authority
from os2governance.cli.main import PROGRAM
from os2governance.findings.finding import Location, make_finding
from os2governance.portfolio.contribution import Amount, YearlyContribution
from os2governance.portfolio.figures import count_portfolio

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
    products, projects = figures["groups"]
    economy = products["economy"]
    reach = {each["kind"]: (each["using"], each["all"]) for each in products["coverage"]["reach"]}
    development, _ = economy["parts"]

    assert figures["products"] == products["products"] == HEADLINE["products"] == len(NAMES)
    assert figures["projects"] == projects["products"] == 1
    assert economy["sharing"] == HEADLINE["sharing"]
    assert economy["contributing"] == HEADLINE["sharing"]
    assert economy["whole"]["total"] == HEADLINE["economy"] < 12_000_000
    assert development["total"] == HEADLINE["development"]
    assert (economy["whole"]["declared"], economy["whole"]["undeclared"]) == (17, 7)
    assert reach == {"municipality": (93, 98), "region": (5, 5)}


def test_the_example_is_counted_again_from_its_files(example, figures):
    """By another way: the declarations as plain YAML, and what `assess` says of each."""
    every = [yaml.safe_load(file.read_text()) for file in example.glob("*/product.yaml")]
    declared = [each for each in every if each["kind"] == "product"]
    group = figures["groups"][0]
    economies = [d["facts"].get("shared_funding", {}).get("yearly_economy") for d in declared]
    assert group["economy"]["whole"]["total"] == sum(filter(None, economies))
    assert group["economy"]["whole"]["undeclared"] == economies.count(None)
    names = {
        u["authority"].removesuffix(" Kommune")
        for d in declared
        for u in d["facts"]["adopters"]
        if u["kind"] == "municipality"
    }
    assert len(names) == group["coverage"]["reach"][0]["using"]

    ids = {each["product"] for each in declared}
    products = [each for each in said("assess", example)["products"] if each["product"] in ids]
    rungs = {each["level"]: each for each in group["levels"]["rungs"]}
    for kind in ("assessed", "placed", "evaluated"):
        levels = Counter(each["levels"][kind] for each in products)
        for level, rung in rungs.items():
            assert rung[kind] == levels[level]
        states = Counter(each["states"][kind] for each in products)
        for state, row in (("below", "below"), ("not_settled", "not_settled"), ("none", "nobody")):
            assert group["levels"][row][kind] == states[state]
    for name, count in (("statuses", "status"), ("backings", "backing")):
        key = {"statuses": "assessed", "backings": "backing"}[name]
        counts = Counter((c["id"], c[count]) for p in products for c in p["criteria"])
        for row in group["requirements"]["criteria"]:
            assert row[key] == {each: counts[row["id"], each] for each in row[key]}


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
    uses=st.sampled_from([True, False, None]),
).map(
    lambda u: (
        replace(u, code={"Greve": "253", "Køge": "259"}.get(u.name, ""))
        if u.kind == "municipality"
        else u
    )
)
lights = st.lists(
    st.sampled_from(STATUSES), min_size=len(MODEL.criteria), max_size=len(MODEL.criteria)
).map(tuple)
KINDS = ("placed", "assessed", "evaluated", "recommended")
NO_LEVEL = {"placed": ["none"], "recommended": ["none"], "assessed": ["below", "not_settled"]}


@st.composite
def shares(draw):
    levels = {kind: draw(st.sampled_from([None, *MODEL.level_ids])) for kind in KINDS}
    states = {
        kind: "reached"
        if level is not None
        else draw(st.sampled_from(NO_LEVEL.get(kind, ["below", "not_settled", "none"])))
        for kind, level in levels.items()
    }
    economy = draw(st.tuples(amounts, amounts, amounts))
    rate = st.builds(
        YearlyContribution,
        st.tuples(st.sampled_from(["small", "large", None]), st.sampled_from([True, None])),
        amounts,
    )
    return share(
        product=str(draw(st.uuids())),
        kind=draw(st.sampled_from(["product", "project"])),
        lifecycle=draw(st.sampled_from(["active", "paused", "closed"])),
        draft=draw(st.booleans()),
        levels=levels,
        states=states,
        settled=draw(st.booleans()),
        statuses=draw(lights),
        ratings=draw(lights),
        economy=economy,
        contributions=draw(st.none() | st.lists(rate, max_size=3).map(tuple)),
        authorities=draw(st.none() | st.lists(users, max_size=4).map(tuple)),
    )


@settings(max_examples=60)
@given(st.lists(shares(), max_size=6))
def test_equal_to_a_naive_recount(several):
    found = count_portfolio(several, MODELS)
    closed = [s for s in several if s.lifecycle == "closed"]
    counted = [s for s in several if s not in closed and not s.draft]

    assert found.closed == len(closed)
    assert found.drafts == len(several) - len(closed) - len(counted)
    assert found.projects == len([1 for s in counted if s.kind == "project"])
    assert found.products == len(counted) - found.projects
    assert sum(group.products for group in found.groups) == len(counted)
    for group in found.groups:
        recount(group, [s for s in counted if s.kind == group.kind])


def recount(group, own):
    assert group.products == len(own)
    for kind in ("placed", "assessed", "evaluated"):
        for rung in group.levels.rungs:
            same = [s for s in own if s.levels[kind] == rung.level]
            assert getattr(rung, kind) == len(same)
            if kind == "assessed":
                assert rung.unsettled == len([1 for s in same if not s.settled])
        rows = [*group.levels.rungs, group.levels.below, group.levels.not_settled]
        counts = [getattr(row, kind) for row in [*rows, group.levels.nobody]]
        assert sum(counts) == len(own)
    requirement = group.requirements
    for number, row in enumerate(requirement.criteria):
        given_ = [s.statuses[number] for s in own]
        assert row.assessed == {each: given_.count(each) for each in STATUSES}
        assert row.known == len([each for each in given_ if each != "unknown"])
    total = sum(sum(theme.assessed.values()) for theme in requirement.themes)
    assert total == len(own) * len(MODEL.criteria)
    economy, coverage = group.economy, group.coverage
    for place, figure in enumerate((economy.whole, *economy.parts)):
        states = [s.economy[place].state for s in own]
        values = [s.economy[place].value for s in own if s.economy[place].state == "declared"]
        assert figure.total == (None if set(states) == {"undeclared"} else sum(values))
        assert figure.declared + figure.none + figure.undeclared == len(own)
    assert economy.sharing == len([1 for s in own if s.economy[0].value > 0])
    stating = [s for s in own if s.authorities is not None]
    if not stating:
        assert coverage is None
        return
    named = {
        (u.code or (u.kind, u.name), u.uses) for s in stating for u in s.authorities if u.name
    }
    using, passive = ({u for u, uses in named if uses is each} for each in (True, False))
    assert (coverage.known, coverage.undeclared) == (len(stating), len(own) - len(stating))
    assert coverage.authorities == len(using)
    assert coverage.supporting == len(passive - using)
    assert coverage.unstated == len({u for u, _ in named} - using - passive)
    assert coverage.members + coverage.others + coverage.unsaid == len(using)
    assert coverage.reach[0].using == len({u for u in using if isinstance(u, str)})


# -- what never mixes, and what is never counted (semantics §5, §6, §8) ------------------------


def test_products_of_another_version_and_projects_are_counted_by_themselves(tmp_path):
    rule = {"fact": "open", "equals": True}
    other = load_model(write_model(tmp_path, [criterion("A", "low", rule)]))
    foreign = {"model": other.reference, "statuses": ("met",), "ratings": ("",)}
    several = [
        share(product="a"),
        share(product="b"),
        share(product="c", kind="project"),
        share(product="d", backings=("claimed",), economy=(), **foreign),
    ]
    found = count_portfolio(several, {**MODELS, other.reference: other})

    assert [(each.model, each.kind, each.products) for each in found.groups] == [
        (MODEL.reference, "product", 2),
        (other.reference, "product", 1),
        (MODEL.reference, "project", 1),
    ]
    assert (found.products, found.projects) == (3, 1)
    assert found.groups[1].economy is None


@pytest.mark.parametrize("more", [{"draft": True}, {"lifecycle": "closed"}])
def test_drafts_and_closed_products_are_in_no_figure(more):
    due = make_finding("unanswered", Location("f", 1, 1), id="A", title="A")
    only = count_portfolio([share(overdue=(due,), **more)], MODELS)

    assert (only.products, only.groups, only.overdue) == (0, (), ())
    assert only.drafts + only.closed == 1
    beside = count_portfolio([share(product="a"), share(product="b", **more)], MODELS)
    assert beside.groups == count_portfolio([share(product="a")], MODELS).groups


def test_what_is_unknown_is_known_of_nobody():
    statuses = ("unknown", "not_applicable") + ("met",) * 41
    several = [share(product="a", statuses=statuses), share(product="b", ratings=("met",) * 43)]
    first, second, *_ = count_portfolio(several, MODELS).groups[0].requirements.criteria

    assert (first.known, first.assessed["unknown"], first.rated) == (1, 1, 1)
    assert (second.known, second.assessed["not_applicable"]) == (2, 1)


def test_nothing_can_be_counted_of_nothing():
    found = count_portfolio([], {})

    assert (found.products, found.projects, found.groups) == (0, 0, ())
