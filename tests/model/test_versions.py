"""What became of each criterion from version to version."""

from dataclasses import replace
from itertools import pairwise

import pytest

from os2governance.model.versions import (
    CriterionLink,
    compare_criteria,
    find_inconsistent_links,
    find_same_meaning,
    link_along,
    link_to_next,
    reverse_links,
)
from os2governance.workflows.disk_files import open_library

VERSIONS = (
    "2021-04-29",
    "2021-05-04",
    "2021-10-27",
    "1.0",
    "2024-04-02",
    "2024-05-15",
    "2024-07-02",
    "1.1.0",
)


@pytest.fixture(scope="module")
def models():
    library = open_library()
    return library.chain("os2/2021-04-29", "os2/1.1.0")


# One meaning on each line; the ids that it has had, version by version; `-` where it was not.
SAME = """
R2  R2  R2  R2  -   -   -   -
R3  R3  R3  R3  R2  R2  R2  R2
R4  R4  R4  R4  R3  R3  R3  R3
R5  R5  R5  R5  R4  R4  R4  R4
F13 F13 F13 F14 F14 F14 F14 F14
F14 F14 F14 F13 F13 F13 F13 F13
F7  F7  F7  F7  F7  F7  F7  F7
F8  F8  F8  F8  F8  F7  F7  F7
F9  F9  F9  F9  F9  F7  F7  F7
-   -   -   S4  S4  S4  S4  S4
S4  S4  S4  S5  S5  S5  S5  S5
S5  -   -   -   -   -   -   -
G5  G8  G8  G8  G8  G8  G8  G8
G6  G5  G5  G5  G5  G5  G5  G5
G7  G6  G6  G6  G6  G6  G6  G6
G8  G7  G7  G7  G7  G7  G7  G7
G9  G8  G8  G8  G8  G8  G8  G8
G10 G9  G9  G9  G9  G9  G9  G9
G11 G10 G10 G10 G10 G10 G10 G10
G12 G11 G11 G11 G11 G11 G11 G11
G13 G12 G12 G12 G12 G12 G12 G12
G14 G13 G13 G13 G13 G13 G13 G13
G15 G14 G14 G14 G14 G14 G14 G14
R1  R1  R1  R1  R1  R1  R1  R1
F22 F22 F22 F22 F22 F22 F22 F22
G1  G1  G1  G1  G1  G1  G1  G1
"""


@pytest.mark.parametrize("line", SAME.split("\n")[1:-1])
def test_the_same_requirement_has_had_these_ids(models, line):
    ids = line.split()
    for first in range(len(ids)):
        for last in range(first, len(ids)):
            found = link_along(models[first : last + 1])
            after = [link.after for link in found if link.before == ids[first]]
            if ids[first] != "-" and ids[last] != "-":
                assert ids[last] in after
            elif ids[first] != "-":
                assert after == []


def test_the_versions_follow_each_other(models):
    assert tuple(model.version for model in models) == VERSIONS
    published = [model.published for model in models]
    assert published == sorted(published)


def test_what_each_version_says_of_the_one_before_fits(models):
    for older, newer in pairwise(models):
        assert find_inconsistent_links(older, newer) == []


def kinds(before, after, found):
    return {
        each.after or each.before[0]: each.kinds for each in compare_criteria(before, after, found)
    }


def test_what_changed_from_the_first_to_the_newest(models):
    said = kinds(models[0], models[-1], link_along(models))
    assert said["R3"] == ("renumbered", "made_mandatory", "sharpened", "texts")
    assert said["F7"] == ("merged", "sharpened", "rule", "texts")
    assert said["F1"] == ("sharpened", "rule", "texts")
    assert said["S4"] == ("new",)
    assert said["G12"] == ("renumbered", "eased", "texts")
    assert said["G8"][:2] == ("merged", "level")
    assert "R1" not in said
    gone = [
        each.before
        for each in compare_criteria(models[0], models[-1], link_along(models))
        if not each.after
    ]
    assert gone == [("R2",), ("S5",)]


def test_the_other_way_round_all_is_turned(models):
    said = kinds(models[-1], models[0], reverse_links(link_along(models)))
    assert said["S5"] == ("new",)
    assert "split" in said["F8"]
    assert "eased" in said["F1"]
    assert "made_recommended" in said["R4"]
    assert "sharpened" in said["G13"]


def test_links_composed_in_one_go_or_in_two_are_the_same(models):
    for middle in range(1, len(models) - 1):
        first, second = link_along(models[: middle + 1]), link_along(models[middle:])
        through = {(a.before, b.after) for a in first for b in second if a.after == b.before}
        assert through == {(link.before, link.after) for link in link_along(models)}


def test_what_means_the_same_goes_there_and_back(models):
    there = link_along(models)
    back = reverse_links(there)
    same = {c.id: find_same_meaning(c.id, there) for c in models[0].criteria}
    assert sum(now is not None for now in same.values()) == 35
    for before, now in same.items():
        if now:
            assert find_same_meaning(now, back) == before
    for name in ("R2", "R4", "F1", "F7", "F8", "F11", "G5", "G9", "S5"):
        assert same[name] is None


def test_a_split_keeps_no_meaning():
    found = (CriterionLink("A", "B"), CriterionLink("A", "C"))
    assert find_same_meaning("A", found) is None


WRONG = [
    ({"criteria": {"X": ["R1"]}}, "unknown-criterion"),
    ({"criteria": {"R1": ["X"]}}, "unknown-criterion"),
    ({"dropped": ["X"]}, "unknown-criterion"),
    ({"sharpened": ["X"]}, "unknown-criterion"),
    ({"criteria": {"R1": []}}, "lineage-dropped"),
    ({"dropped": ["R1"], "criteria": {"R1": ["R1"]}}, "lineage-dropped"),
    ({"dropped": ["R1"]}, "lineage-new"),
    ({"made_mandatory": []}, "lineage-mandatory"),
    ({"made_mandatory": ["R1", "R3"]}, "lineage-mandatory"),
]


@pytest.mark.parametrize(("said", "code"), WRONG)
def test_what_does_not_fit_is_found(models, said, code):
    older, newer = models[-3], models[-2]
    changed = replace(newer, supersedes={**newer.supersedes, **said})
    assert code in [found.code for found in find_inconsistent_links(older, changed)]


def test_a_step_leaves_out_what_was_dropped(models):
    assert "R2" not in [link.before for link in link_to_next(models[3], models[4])]
