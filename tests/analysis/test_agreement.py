"""Agreement: a table by hand, and a naive recount of whatever pairs there are."""

from dataclasses import replace
from datetime import date

from agreements import pair, row, three
from hypothesis import given
from hypothesis import strategies as st

from os2governance.analysis.agreement import PARTIES, count_agreement, count_parties
from os2governance.assessment.outcome import STATUSES

RANKS = ("unmet", "partly", "met")
LIGHTS = [each for each in STATUSES if each != "unknown"]


def test_figures_by_hand(tmp_path):
    model = three(tmp_path)
    pairs = [
        pair(row(light="partly"), row("B", claimed="partly", rules="unmet", light="unmet")),
        pair(
            row(light="unmet"),
            row("B", claimed="unknown", rules="unknown", light="met"),
            row("C", claimed="not_applicable", rules="not_applicable", light="met"),
            product="other",
            evaluated_on=date(2026, 9, 1),
        ),
    ]
    (group,) = count_agreement(pairs, {"small/1": model}).groups
    counts = group.overall.counts["self_light"]

    assert (group.products, group.overall.pairs) == (2, 2)
    assert (counts.known, counts.unknown) == (4, 1)
    assert (counts.agree, counts.higher, counts.lower, counts.other) == (0, 3, 0, 1)
    assert counts.confusion["met"] == {**dict.fromkeys(STATUSES, 0), "partly": 1, "unmet": 1}
    assert (
        group.overall.counts["rules_light"].agree,
        group.overall.counts["self_rules"].agree,
    ) == (
        1,
        3,
    )
    assert [(each.id, each.pairs) for each in group.half_years] == [("2026-1", 1), ("2026-2", 1)]
    assert [(each.id, each.pairs) for each in group.criteria] == [("A", 2), ("B", 2), ("C", 1)]
    assert [(each.id, each.known, each.disagree, each.always) for each in group.contested] == [
        ("A", 2, 2, True),
        ("B", 1, 1, False),
        ("C", 1, 1, False),
    ]


def test_a_rule_is_disputed_only_where_the_facts_are_certain(tmp_path):
    pairs = [
        pair(row(facts="met", light="met"), row("B", facts="undetermined", light="unmet")),
        pair(row(facts="unmet", light="partly"), product="other", name="Other"),
    ]
    (group,) = count_agreement(pairs, {"small/1": three(tmp_path)}).groups

    assert [(each.criterion, each.product, each.facts, each.light) for each in group.disputes] == [
        ("A", "other", "unmet", "partly")
    ]


def test_projects_other_models_and_what_is_apart_never_mix(tmp_path):
    model = three(tmp_path)
    models = {"small/1": model, "small/2": replace(model, version="2")}
    pairs = [
        pair(),
        pair(product="b"),
        pair(product="c", kind="project"),
        pair(product="d", model="small/2"),
        pair(product="e", standing="closed"),
    ]
    figures = count_agreement(pairs, models)

    assert [(each.model, each.kind, each.products) for each in figures.groups] == [
        ("small/1", "product", 2),
        ("small/2", "product", 1),
        ("small/1", "project", 1),
    ]
    assert [each.product for each in figures.apart] == ["e"]


def test_nothing_is_no_group():
    figures = count_agreement([], {})

    assert (figures.groups, figures.apart) == ((), ())


rows = st.builds(
    row,
    st.sampled_from(["A", "B", "C"]),
    claimed=st.sampled_from(STATUSES),
    rules=st.sampled_from(STATUSES),
    light=st.sampled_from(LIGHTS),
)


def recount(several, first, second):
    """Count one row after the other, as by hand."""
    found = {"known": 0, "agree": 0, "higher": 0, "lower": 0, "other": 0, "unknown": 0}
    for each in several:
        one, two = getattr(each, first), getattr(each, second)
        if "unknown" in (one, two):
            found["unknown"] += 1
            continue
        found["known"] += 1
        if one == two:
            found["agree"] += 1
        elif "not_applicable" in (one, two):
            found["other"] += 1
        elif RANKS.index(one) > RANKS.index(two):
            found["higher"] += 1
        else:
            found["lower"] += 1
    return found


@given(st.lists(rows, max_size=12))
def test_a_naive_recount_gives_the_same(several):
    for name, parties in PARTIES.items():
        counts = count_parties(several, parties)
        naive = recount(several, *parties)
        cells = [count for row in counts.confusion.values() for count in row.values()]

        assert {each: getattr(counts, each) for each in naive} == naive, name
        assert sum(cells) == len(several)


@given(
    st.lists(st.lists(rows, min_size=1, max_size=4, unique_by=lambda r: r.criterion), max_size=5)
)
def test_the_parts_add_up_to_the_whole(tmp_path_factory, several):
    model = three(tmp_path_factory.getbasetemp() / "parts")
    pairs = [pair(*each, product=f"p{number % 3}") for number, each in enumerate(several)]
    for group in count_agreement(pairs, {"small/1": model}).groups:
        for name, whole in group.overall.counts.items():
            for parts in (group.themes, group.criteria, group.by_product, group.half_years):
                assert sum(each.counts[name].known for each in parts) == whole.known
                assert sum(each.counts[name].agree for each in parts) == whole.agree
