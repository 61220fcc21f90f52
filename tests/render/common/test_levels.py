"""Levels, statuses and names as every text format tells them."""

import pytest
from folders import criterion
from hypothesis import given
from hypothesis import strategies as st
from pages import BOARD, BOTH, LICENCE, OPEN, TITLE, TODAY, assessed, lines, loaded

from os2governance.analysis.difference import find_level_state
from os2governance.i18n.symbols import LEVEL_KINDS, SEVERITY_SYMBOLS, STATUS_SYMBOLS
from os2governance.render.common.levels import (
    NOT_STATED,
    add_counts,
    group_by_status,
    rank_level,
    render_below_lowest,
    render_criterion_name,
    render_footer,
    render_labelled_status_counts,
    render_legend,
    render_level,
    render_level_differences,
    render_level_phrase,
    render_level_word,
    render_status_counts,
)
from os2governance.version import VERSION


def text(spans):
    return "".join(span.text for span in spans)


KINDS = list(LEVEL_KINDS)
EVALUATION = {
    "evaluated": {"on": "2026-03-01", "by": "E"},
    "lights": {"A": {"light": "unmet", "grounds": "x"}},
}
PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", **BOARD}
YES, NO = {"open": True}, {"open": False}
# what is on file, and in English each level in the order in which they are shown; "-" is a dash
LEVELS = [
    ({}, ["-", "not settled", "not settled", "not settled", "not settled", "-", "high", "-", "-"]),
    ({"facts": NO}, ["-", "not yet at low", "no level yet", "not settled", "not yet at low", "-", "no level", "-", "-"]),
    ({"facts": YES}, ["-", "low", "low", "not settled", "low", "-", "high", "-", "-"]),
    ({"facts": YES, "aims_at": "high", "decisions": [PLACED]}, ["low", "low", "low", "not settled", "low", "-", "high", "-", "high"]),
    ({"evaluations": [EVALUATION]}, ["-", "not yet at low", "no level yet", "not yet at low", "not settled", "not yet at low", "no level", "-", "-"]),
    ({"facts": YES, "evaluations": [{**EVALUATION, "recommends": "high"}]}, ["-", "low", "low", "not settled", "low", "not yet at low", "high", "high", "-"]),
]  # fmt: skip


@pytest.mark.parametrize(("files", "said"), LEVELS)
def test_each_level_is_told_as_it_is_known(tmp_path, files, said):
    product = assessed(tmp_path, **files)
    shown = [render_level(product, kind, "en").replace(NOT_STATED, "-") for kind in KINDS]

    assert dict(zip(KINDS, shown, strict=True)) == dict(zip(KINDS, said, strict=True))


@pytest.mark.parametrize("language", BOTH)
def test_a_level_that_is_not_settled_is_never_told_as_a_low_one(tmp_path, language):
    product = assessed(tmp_path)
    below = render_below_lowest(product.model, language)

    assert product.states["assessed"] == "not_settled"
    assert below not in [render_level(product, kind, language) for kind in KINDS]
    assert [find_level_state(product, kind) for kind in KINDS] == [
        "none", "not_settled", "not_settled", "not_settled", "not_settled", "none", "reached",
        "none", "none",
    ]  # fmt: skip


def test_what_only_reservations_keep_from_being_full_is_no_level_yet(tmp_path):
    model = loaded(tmp_path, [criterion("A", "low", OPEN, partly=LICENCE)])
    product = assessed(tmp_path, model, facts={"open": False, "licence": "MIT"})

    assert render_level(product, "assessed", "en") == "high"
    assert render_level(product, "fully", "en") == "no level yet"


@pytest.mark.parametrize(
    ("words", "danish", "english"),
    [
        ({}, "Evaluators vurdering", "The evaluator's assessment"),
        ({"evaluator": {"da": "Sekretariatet", "en": "The secretariat"}},
         "Sekretariatets vurdering", "The secretariat's assessment"),
    ],
)  # fmt: skip
def test_the_evaluators_level_has_the_models_word(tmp_path, words, danish, english):
    model = loaded(tmp_path, words=words)

    assert render_level_word(model, "evaluated", "da") == danish
    assert render_level_word(model, "evaluated", "en") == english
    assert render_level_word(model, "placed", "en") == LEVEL_KINDS["placed"].word.en


INSIDE = [
    ({}, ("niveau 1", "level 1"), ("endnu ikke på niveau 1", "not yet at level 1")),
    (
        {"phrase": {"da": "sandkassen"}, "at": {"da": "i sandkassen"}},
        ("sandkassen", "level 1"),
        ("endnu ikke i sandkassen", "not yet at level 1"),
    ),
]


@pytest.mark.parametrize(("words", "phrases", "below"), INSIDE)
def test_a_level_inside_a_sentence_is_as_the_model_says_or_has_a_small_letter(
    tmp_path, words, phrases, below
):
    low = {"id": "low", "name": {"da": "Niveau 1", "en": "Level 1"}, **words}
    model = loaded(tmp_path, levels=[low, {"id": "high"}])

    assert tuple(render_level_phrase(model, "low", each) for each in ("da", "en")) == phrases
    assert tuple(render_below_lowest(model, each) for each in ("da", "en")) == below


def test_ranks_rise_from_below_the_lowest(tmp_path):
    product = assessed(tmp_path)

    assert [rank_level(product, level) for level in (None, "low", "high")] == [-1, 0, 1]


DIFFERENCES = [
    # placed, facts, severity, in Danish
    ("high", YES, "warning", "Placeringen (high) er højere end det vurderede niveau (low). Det skyldes B."),
    ("high", NO, "warning", "Placeringen (high) er højere end det vurderede niveau (endnu ikke på low). Det skyldes A og B."),
    ("low", {}, "warning", "Placeringen (low) er højere end det vurderede niveau (ikke afklaret). Det skyldes A."),
    ("low", {"open": True, "licence": "MIT"}, "note", "Placeringen (low) er lavere end det vurderede niveau (high)."),
    ("low", YES, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("placed", "facts", "severity", "sentence"), DIFFERENCES)
def test_a_placement_is_held_against_the_assessed_level(
    tmp_path, placed, facts, severity, sentence
):
    decision = {"on": "2026-01-01", "decision": "place", "level": placed, **BOARD}
    product = assessed(tmp_path, facts=facts, decisions=[decision])
    found = [*render_level_differences(product, "da")]

    if severity is None:
        assert found == []
    else:
        [(sign, said)] = found
        assert sign == (SEVERITY_SYMBOLS[severity].glyph, severity)
        assert said.text.strip("\xa0") == sentence


def test_a_recommendation_weighs_less_than_a_placement(tmp_path):
    product = assessed(tmp_path, evaluations=[{**EVALUATION, "recommends": "high"}])
    [found] = render_level_differences(product, "en")

    assert found[0].style == "note"
    assert text(found).endswith("above the assessed level (not yet at low), because of A and B.")


counts = st.fixed_dictionaries({status: st.integers(0, 99) for status in STATUS_SYMBOLS})


@given(st.lists(counts, max_size=4), st.sampled_from(BOTH))
def test_counts_add_up_and_every_status_is_told(several, language):
    whole = add_counts(several)

    assert sum(whole.values()) == sum(sum(each.values()) for each in several)
    for said in (render_status_counts(whole), render_labelled_status_counts(whole, language)):
        assert [s.style for s in said if s.style in STATUS_SYMBOLS] == list(STATUS_SYMBOLS)
        numbers = [int("".join(filter(str.isdigit, s.text))) for s in said
                   if any(map(str.isdigit, s.text))]  # fmt: skip
        assert numbers == list(whole.values())


@pytest.mark.parametrize("language", BOTH)
def test_the_legend_names_every_status(language):
    said = text(render_legend(language))

    for sign in STATUS_SYMBOLS.values():
        assert f"{sign.glyph}\xa0{sign.word.render(language)}" in said


def test_a_name_is_id_and_title_but_never_the_same_twice(tmp_path):
    product = assessed(tmp_path)

    assert text(render_criterion_name(product.outcome("A"), "da")) == f"A\xa0{TITLE['da']}"
    assert text(render_criterion_name(product.outcome("B"), "da")) == "B"


def test_groups_begin_with_the_worst_and_hold_each_once(tmp_path):
    names = {"MET": OPEN, "NO": {"not": OPEN}, "OPEN": LICENCE, "MET2": OPEN}
    model = loaded(tmp_path, [criterion(name, "low", rule) for name, rule in names.items()])
    product = assessed(tmp_path, model, facts={"open": True})
    groups = [
        (head[0].style, text(said)) for head, said in group_by_status(product.outcomes, "en")
    ]

    assert groups == [("unmet", "NO"), ("unknown", "OPEN"), ("met", "MET\xa0· MET2")]
    assert list(group_by_status([], "en")) == []


@pytest.mark.parametrize("language", BOTH)
def test_the_foot_tells_day_models_once_and_version(language):
    [said] = lines([render_footer(["b/1", "a/1", "b/1"], TODAY, language)])

    assert {"da": "1. maj 2026", "en": "1 May 2026"}[language] in said
    assert "a/1, b/1" in said
    assert said.count("b/1") == 1
    assert VERSION in said
