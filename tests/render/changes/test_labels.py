"""What causes, titles and values of a change are called."""

from dataclasses import replace

import pytest
from changed_products import MET, UNMET, attributed, fallen
from hypothesis import given
from hypothesis import strategies as st
from pages import BOARD, BOTH, TITLE

from os2governance.analysis.attribution import CriterionResult
from os2governance.analysis.changed_lines import ChangedLine, LocatedValue
from os2governance.analysis.difference import LevelResult
from os2governance.analysis.state_inputs import CAUSES
from os2governance.findings.finding import Location
from os2governance.i18n.symbols import LEVEL_KINDS, LIFECYCLE_LABELS, STATUS_SYMBOLS
from os2governance.render.changes.labels import (
    CAUSE_LABELS,
    list_difference_lines,
    render_causes,
    render_difference_sides,
    render_difference_title,
    render_line_subject,
    render_location_suffix,
    render_short_value,
)
from os2governance.render.common.levels import render_below_lowest
from os2governance.rules.trace import MISSING


def test_every_cause_has_a_label_of_its_own():
    assert set(CAUSE_LABELS) == set(CAUSES)
    for language in BOTH:
        assert len({text.render(language) for text in CAUSE_LABELS.values()}) == len(CAUSES)


@pytest.mark.parametrize("language", BOTH)
def test_a_criterion_is_told_by_id_and_title_and_a_level_by_its_word(tmp_path, language):
    change = fallen(tmp_path)
    [outcome], level = change.outcomes, change.levels[0]

    assert render_difference_title(outcome, change, language) == f"A {TITLE[language]}"
    assert render_difference_title(level, change, language) == (
        LEVEL_KINDS[level.name].word.render(language)
    )
    was = replace(outcome, ids=("OLD", "A"))
    assert "OLD" in render_difference_title(was, change, language)


@pytest.mark.parametrize("language", BOTH)
def test_both_sides_are_words(tmp_path, language):
    log = [{"on": "2026-01-01", "decision": "pause", **BOARD}]
    change = attributed(tmp_path, {"facts": MET}, {"facts": UNMET, "decisions": log})
    parts = {part.name: part for part in (*change.levels, *change.outcomes)}
    status = [STATUS_SYMBOLS[each].word.render(language) for each in ("met", "unmet")]
    said = {name: render_difference_sides(part, change, language) for name, part in parts.items()}

    assert said["A"] == tuple(status)
    assert said["assessed"] == ("high", render_below_lowest(change.change.after.model, language))
    [standing] = set(parts) - set(LEVEL_KINDS) - {"A"}
    assert said[standing] == tuple(LIFECYCLE_LABELS[x].render(language) for x in ("active", "paused"))  # fmt: skip


@pytest.mark.parametrize("language", BOTH)
def test_the_states_of_no_level_are_told_apart(tmp_path, language):
    change = fallen(tmp_path)
    part = next(each for each in change.levels if each.name == "assessed")
    said = {
        render_difference_sides(replace(part, after=LevelResult(None, state)), change, language)[1]
        for state in ("below", "not_settled", "none")
    }

    assert len(said) == 3


@pytest.mark.parametrize("language", BOTH)
def test_what_a_level_makes_of_a_status_is_told(tmp_path, language):
    change = fallen(tmp_path)
    [part] = change.outcomes
    several = [
        CriterionResult("partly"),
        CriterionResult("partly", planned=True),
        CriterionResult("partly", accepted=True),
        CriterionResult("partly", accepted=True, level="low"),
    ]
    said = [
        render_difference_sides(replace(part, after=each), change, language)[1] for each in several
    ]

    assert len(set(said)) == len(several)
    assert all(each.startswith(STATUS_SYMBOLS["partly"].word.render(language)) for each in said)
    assert said[-1].endswith("low")


@pytest.mark.parametrize("language", BOTH)
def test_one_cause_alone_is_told_without_the_words_for_several(tmp_path, language):
    [part] = fallen(tmp_path).outcomes
    two = replace(part, sufficient_sets=(("facts", "time"),))
    either = replace(part, sufficient_sets=(("facts",), ("time",)))
    words = [CAUSE_LABELS[name].render(language) for name in ("facts", "time")]

    assert render_causes(part, language) == words[0]
    for each in (two, either):
        assert all(word in render_causes(each, language) for word in words)
    assert render_causes(two, language) != render_causes(either, language)


def test_a_line_is_told_once(tmp_path):
    change = fallen(tmp_path)
    [part] = change.outcomes
    [line] = list_difference_lines(part, change)

    assert line.subject == "open"


@given(st.text(), st.sampled_from(BOTH))
def test_a_value_is_short_and_begins_as_it_was_written(text, language):
    said = render_short_value(LocatedValue(text, None), language)

    assert len(said) <= 61
    assert text.startswith(said.removesuffix("…"))


@pytest.mark.parametrize("language", BOTH)
def test_what_is_nothing_null_false_empty_and_0_are_told_apart(language):
    values = [MISSING, None, False, 0, [], {}, "x"]
    said = [render_short_value(LocatedValue(each, None), language) for each in values]

    assert len(set(said)) == len(values)


KINDS = ["fact", "answer", "text", "date", "rating", "acceptance", "level", "model"]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_has_its_words(language, kind):
    said = render_short_value(LocatedValue(MISSING, None, kind), language)

    assert said
    assert "MISSING" not in said


WORDED = [
    ("answer", "unmet", "ikke opfyldt"),
    ("rating", "partly", "delvist opfyldt"),
    ("acceptance", "expired", "udløbet"),
    ("date", "2026-06", "juni 2026"),
    ("level", "low", "low"),
    ("fact", True, "ja"),
    ("fact", "unmet", "unmet"),
    ("text", ["a"], "1 element"),
]


@pytest.mark.parametrize(("kind", "value", "said"), WORDED)
def test_a_value_is_told_in_the_words_of_its_kind(tmp_path, kind, value, said):
    model = fallen(tmp_path).change.after.model

    assert render_short_value(LocatedValue(value, None, kind), "da", model) == said


@pytest.mark.parametrize("language", BOTH)
def test_a_line_is_about_a_thing_with_a_name(tmp_path, language):
    """The path of a fact, and otherwise no key of the files."""
    answers = [
        {"A": {"answer": "met", "evidence": ["x"]}},
        {"A": {"answer": "partly", "note": "y"}},
    ]
    change = attributed(tmp_path, *({"answers": each} for each in answers))
    [part] = change.outcomes
    said = [
        render_line_subject(line, change, language) for line in list_difference_lines(part, change)
    ]

    assert len(set(said)) == 3
    assert all("A" in each and "answers" not in each for each in said)


@pytest.mark.parametrize(
    ("subject", "kind", "said"),
    [
        ("answers.A.1", "answer", "svar på A.1"),
        ("answers.A.1.note", "text", "beskrivelse af A.1"),
        ("answers.A.note.due", "date", "frist for A.note"),
        ("acceptances.A.1", "acceptance", "accept af A.1"),
    ],
)
def test_the_id_of_a_criterion_may_have_dots(tmp_path, subject, kind, said):
    one = LocatedValue("x", None, kind)

    assert (
        render_line_subject(ChangedLine("answers", subject, one, one), fallen(tmp_path), "da")
        == said
    )


def test_a_place_is_in_brackets_or_not_told():
    assert render_location_suffix(LocatedValue(1, Location("f", 2, 3))) == " (f:2:3)"
    assert render_location_suffix(LocatedValue(1, None)) == ""
