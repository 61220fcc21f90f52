"""One criterion for readers who edit no files: no keys, no lines, no file names."""

import pytest
from folders import criterion, dump
from pages import BOTH, FRESH, LICENCE, OPEN, TODAY, assessed, lines, loaded
from since import evaluated

from os2governance import assess, load_product
from os2governance.site.criterion_view import CriterionView

RULES = [criterion("A", "low", {"all": [OPEN, FRESH]}), {"id": "J", "level": "low"}]


def view(assessment, language="en", sources=()):
    return CriterionView(assessment, dict(sources), language)


def text_of(assessment, name, language="en", sources=()):
    trace = assessment.outcome(name).met
    return "\n".join(lines(view(assessment, language, sources).render_trace(trace)))


@pytest.mark.parametrize("language", BOTH)
def test_what_was_found_is_told_without_keys_and_lines(tmp_path, language):
    model = loaded(tmp_path, RULES)
    found = assessed(tmp_path, model, facts={"open": True})
    said = text_of(found, "A", language)

    assert "met_on" not in said
    assert ".yaml" not in said
    assert {"da": "koden er åben", "en": "the code is open"}[language] in said


def test_what_is_from_another_file_says_so(tmp_path):
    model = loaded(tmp_path, RULES)
    folder = tmp_path / "products" / "tool"
    found = assessed(tmp_path, model, facts={"group": {"met_on": "2026-04-01"}})
    register = {
        "format": "os2governance/register/1",
        "product": "tool",
        "model": "small/1",
        "registered": {"on": "2026-05-01", "by": "X"},
        "facts": {"open": True},
    }
    dump(folder / "register.yaml", register)
    product = load_product(folder, model)
    found = assess(product, model, as_of=TODAY)
    said = text_of(found, "A", sources={str(folder / "register.yaml"): "registered"})

    assert said.count("(registered)") == 1


@pytest.mark.parametrize("language", BOTH)
def test_an_outcome_says_where_it_comes_from_and_who_stands_behind_it(tmp_path, language):
    found = assessed(tmp_path, loaded(tmp_path, RULES), facts={"open": False})
    view_ = view(found, language)
    known, unknown = (view_.render_outcome(found.outcome(name)) for name in ("A", "J"))

    assert known.count("; ") == 2
    assert "; " not in unknown


@pytest.mark.parametrize(
    ("then", "now", "some"),
    [
        ({"facts": {"open": True}}, {"facts": {"open": False}}, True),
        ({"facts": {"open": True}}, {"facts": {"open": True}}, True),
        (None, {"facts": {"open": True}}, True),
    ],
)
def test_what_has_changed_since_is_told_without_files(tmp_path, then, now, some):
    found = evaluated(tmp_path, "partly", then, now)
    said = view(found).list_changes(found.outcome("A"))

    assert bool(said) is some
    assert not [each for each in said if ".yaml" in each]


def test_without_an_evaluation_nothing_has_changed_since(tmp_path):
    found = assessed(tmp_path, loaded(tmp_path, RULES), facts={"open": False})

    assert view(found).list_changes(found.outcome("A")) == []


def test_an_answer_against_the_facts_is_told_without_the_line(tmp_path):
    answers = {"A": {"answer": "met", "note": "x"}}
    found = assessed(tmp_path, loaded(tmp_path, RULES), facts={"open": False}, answers=answers)
    [contradiction] = found.outcome("A").findings

    for language in BOTH:
        said = view(found, language).render_finding(contradiction)
        assert said.startswith("A ")
        assert ".yaml" not in said


@pytest.mark.parametrize("language", BOTH)
def test_what_is_wrong_with_several_criteria_is_said_at_once(tmp_path, language):
    rules = [criterion("A", "low", OPEN), {"id": "J", "level": "low"}]
    answers = {name: {"answer": "met"} for name in "AJ"}
    found = assessed(tmp_path, loaded(tmp_path, rules), facts={"open": False}, answers=answers)
    view_ = view(found, language)
    by_code = {each.code: each for name in "AJ" for each in found.outcome(name).findings}

    said = [
        view_.render_same_findings([by_code[c]] * 2) for c in ("contradiction", "undocumented")
    ]
    assert len({*said, ""}) == 3


def test_there_are_tasks_only_where_something_is_missing(tmp_path):
    rules = [criterion("A", "low", OPEN), criterion("B", "low", LICENCE)]
    found = assessed(tmp_path, loaded(tmp_path, rules), facts={"open": True, "licence": None})

    assert view(found).list_tasks(found.outcome("A")) == []
    assert view(found).list_tasks(found.outcome("B"))
