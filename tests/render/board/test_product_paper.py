"""The board paper on a product: six sections and the annexes, of what the case holds."""

import re
from datetime import date
from random import Random

import generators
import pytest
from assessors import assessment_of
from folders import criterion
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import BOARD, CRITERIA, HOSTILE, LICENCE, OPEN, assessed, loaded

from os2governance.analysis.board_case import build_board_case
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import BACKING_LABELS, STATUS_SYMBOLS
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.case_names import MAX_DEVIATIONS, SHOWN_LEVELS
from os2governance.render.board.product_paper import build_product_paper
from os2governance.render.common.level_sentences import render_acceptance_clause
from os2governance.render.common.levels import render_level_word
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperQuote,
    PaperSubject,
    PaperTable,
)
from os2governance.render.common.paper_markdown import render_paper_markdown

REMEDY = {"da": "Åbn koden", "en": "Open the code"}
LEVELS = [
    {"id": "low", "name": {"da": "Bund", "en": "Base"}, "at": {"da": "i bunden", "en": "at the base"}},
    {"id": "high", "name": {"da": "Niveau 2", "en": "Level 2"}, "decided_by": ["board"]},
]  # fmt: skip
PLACED = {"on": "2026-02-01", "decision": "place", "level": "high", **BOARD}
WORDS = {"evaluator": {"da": "Juryen", "en": "The jury"}, "paper": {"da": "Oplæg", "en": "Paper"}}
NAMES = {"evaluator": "Juryen", "the_evaluator": "juryen", "evaluators": "Juryens",
         "of_evaluator": "juryens"}  # fmt: skip
RATED = {
    "evaluated": {"on": "2026-03-01", "by": "Eva"},
    "lights": {"A": {"light": "partly", "grounds": "Set"}, "B": {"light": "met", "grounds": "x"}},
    "recommends": {"level": "high", "grounds": "Det går godt"},
    "summary": "Et godt produkt.\n\nMen lidt lukket.",
}


def words(statuses):
    return [STATUS_SYMBOLS[each].word.da for each in statuses]


def case(folder, criteria=CRITERIA, level="high", **product):
    model = loaded(folder, criteria, levels=LEVELS, words=WORDS)
    return build_board_case(assessed(folder, model, **product), level)


def parts(case, kind=object):
    return [part for part in build_product_paper(case) if isinstance(part, kind)]


def table(case, columns):
    head = tuple(each.format(**NAMES) for each in columns)
    return [row for part in parts(case, PaperTable) if part.head == head for row in part.rows]


def said(case):
    return [
        text
        for part in parts(case, PaperParagraph | PaperList)
        for text in (part.items if isinstance(part, PaperList) else [part.text])
    ]


def accept(level="high", name="A", on="2026-02-01", **given):
    return {"on": on, "decision": "accept", "level": level, "accepts": {name: given}, **BOARD}


def test_six_sections_then_annexes_lettered_in_order(tmp_path):
    found = parts(case(tmp_path, evaluations=[RATED]), PaperHeading)
    second = [each for each in found if each.level == 2]
    titles = (sentences.ANNEX_RATINGS, sentences.ANNEX_CRITERIA, sentences.ANNEX_PROVENANCE)

    assert [each.text for each in found if each.level == 1] == ["Oplæg: Tool, niveau 2"]
    assert [each.text for each in second[:6]] == list(sentences.HEADINGS.values())
    assert [each.text for each in second[6:]] == [
        title.format(letter=letter) for letter, title in zip("ABC", titles, strict=True)
    ]
    assert [each.annex for each in second[6:]] == [True, False, False]


def test_the_subject_is_the_product_and_each_field_stands_once(tmp_path):
    it = case(tmp_path)
    found = {field.key: field.prompt for field in parts(it, PaperField)}

    assert parts(it, PaperSubject) == [PaperSubject("tool")]
    assert found == {key: text.format(**NAMES) for key, text in sentences.PROMPTS.items()}
    assert len(parts(it, PaperField)) == len(found)


# -- what is proposed -----------------------------------------------------------------------------


def test_a_level_is_named_as_it_stands_in_a_sentence(tmp_path):
    up, down = (
        case(tmp_path / name, level=name, facts={"open": True}) for name in ("high", "low")
    )

    for it, at in ((up, "på niveau 2"), (down, "i bunden")):
        assert sentences.RECOMMEND.format(name="Tool", at=at) in " ".join(said(it)) or it.blocking
        assert sentences.QUESTIONS[0].format(name="Tool", at=at) in said(it)


@pytest.mark.parametrize("placed", [True, False])
def test_a_product_that_is_placed_there_is_asked_whether_it_stays(tmp_path, placed):
    it = case(tmp_path, facts={"open": True}, decisions=[PLACED] if placed else [])
    asked = sentences.QUESTION_SAME_LEVEL if placed else sentences.QUESTIONS[0]
    names = {"name": "Tool", "at": "på niveau 2"}

    assert asked.format(**names) in said(it)
    no = sentences.NO_SAME_LEVEL if placed else sentences.NO_WITHOUT_PLACEMENT
    assert no.format(**names) in said(it)


def test_where_nobody_proposes_anything_the_paper_proposes_nothing(tmp_path):
    """Neither the aim of the product nor the level that it is placed at is a proposal."""
    it = case(tmp_path, level=None, facts={"open": True}, aims_at="high", decisions=[PLACED])
    whole = " ".join(said(it))
    recommending = [v for k, v in vars(sentences).items() if k.startswith(("RECOMMEND", "YES"))]

    assert it.level is None
    assert next(each.text for each in parts(it, PaperHeading)) == "Oplæg: Tool"
    assert sentences.LEVEL_SOURCES["not proposed"] in whole
    assert sentences.RECOMMEND_NOTHING in said(it)
    assert sentences.QUESTION_WITHOUT_LEVEL.format(name="Tool") in said(it)
    assert table(it, sentences.DEVIATION_COLUMNS) == []
    for text in recommending:
        if "{name}" in text:
            assert text.split("{name}")[0] not in whole


def test_the_words_of_the_evaluation_are_quoted(tmp_path):
    it = case(tmp_path, level=None, facts={"open": True}, evaluations=[RATED])
    quotes = parts(it, PaperQuote)
    grounds = sentences.RECOMMENDATION_GROUNDS.format(level="niveau 2", **NAMES)

    assert [each.text for each in quotes] == [RATED["summary"], "Det går godt"]
    assert quotes[0].paragraphs == ["Et godt produkt.", "Men lidt lukket."]
    assert grounds in said(it)
    on = format_day(date(2026, 3, 1), "da")
    assert sentences.LEVEL_SOURCES["recommended"].format(on=on, **NAMES) in " ".join(said(it))


def test_without_words_nothing_is_quoted(tmp_path):
    bare = {**RATED, "recommends": "high"}
    del bare["summary"]

    assert parts(case(tmp_path, evaluations=[bare]), PaperQuote) == []


# -- what is in the way ---------------------------------------------------------------------------


def test_what_stands_between_is_a_row_with_what_it_takes_and_a_date(tmp_path):
    criteria = [criterion("A", "low", OPEN, remedy=REMEDY)]
    it = case(tmp_path, criteria, facts={"open": False})
    basis = f"{sentences.BASIS_LABELS['facts']}."

    assert table(it, sentences.DEVIATION_COLUMNS) == [
        ("A", *words(["unmet"]), basis, REMEDY["da"], "Ejeren", format_day(it.until, "da"), "")
    ]


def test_every_light_and_rule_in_the_way_is_named_whatever_it_comes_from(tmp_path):
    """Six red lights are six; so are a rule, an answer, a plan, and what nobody has said."""
    red = {f"R{n}": {"light": "unmet", "grounds": f"Rød {n}"} for n in range(6)}
    people = [
        {"id": name, "level": "low", "responsible": "owner"} for name in (*red, "S", "P", "U")
    ]
    rule = criterion("F", "high", LICENCE)
    answers = {
        **{name: {"answer": "met", "note": "Ja, det er det"} for name in red},
        "S": {"answer": "unmet", "explanation": "Ikke endnu"},
        "P": {"answer": "planned", "due": "2027-01-01"},
    }
    rated = {**RATED, "lights": red}
    said_earlier = {"declared": {"on": "2026-02-01", "by": "X"}}
    it = case(
        tmp_path, [*people, rule], answers=answers, facts={"licence": None}, evaluations=[rated],
        **said_earlier,
    )  # fmt: skip
    names = [each.criterion.id for each in it.blocking]
    whole = " ".join(said(it))

    assert names == [*red, "S", "P", "U", "F"]
    assert all(name in whole for name in names)
    rows = {row[0]: row for row in table(it, sentences.DEVIATION_COLUMNS)}
    assert list(rows) == names
    light = sentences.BASIS_LABELS["evaluation"].format(**NAMES)
    assert rows["R3"][2] == f"{light}: Rød 3."
    assert rows["S"][2] == f"{sentences.BASIS_LABELS['answer']}: Ikke endnu."
    assert rows["P"][1] == sentences.ONLY_PLANNED.format(status=STATUS_SYMBOLS["unmet"].word.da)
    assert rows["U"][1:3] == (*words(["unknown"]), f"{sentences.BASIS_LABELS[None]}.")
    assert f"6 {sentences.BETWEEN_BY['evaluation'].format(**NAMES)}" in whole


def test_a_refused_not_applicable_is_a_deviation(tmp_path):
    criteria = [{"id": "A", "level": "low", "responsible": "owner"}]
    answers = {"A": {"answer": "not_applicable", "reason": "Ingen brugere"}}
    rated = {**RATED, "lights": {"A": {"light": "unmet", "grounds": "Der er to"}}}
    it = case(tmp_path, criteria, answers=answers, evaluations=[rated])
    [row] = table(it, sentences.DEVIATION_COLUMNS)
    refused = sentences.NOT_RELEVANT_REFUSED_WITH_REASON.format(reason="Ingen brugere")

    assert row[1:2] == tuple(words(["unmet"]))
    assert row[2].endswith(refused)


def test_what_is_merely_open_must_be_answered(tmp_path):
    one = case(tmp_path / "1", facts={"open": True})
    two = case(tmp_path / "2", facts={})

    assert sentences.CRITERION_OPEN.format(level="niveau 2", names="B") in " ".join(said(one))
    several = sentences.CRITERIA_OPEN.format(count=2, level="niveau 2", names="A Åben kode og B")
    assert several in " ".join(said(two))


@pytest.mark.parametrize("count", [0, 1, MAX_DEVIATIONS, MAX_DEVIATIONS + 1])
def test_more_deviations_than_fit_are_in_an_annex(tmp_path, count):
    criteria = [criterion(f"C{n}", "low", LICENCE) for n in range(count)]
    it = case(tmp_path, [*criteria, criterion("A", "low", OPEN)], "low", facts={"open": True})
    headings = [each.text for each in parts(it, PaperHeading)]
    annex = sentences.ANNEX_DEVIATIONS.format(letter="A")

    assert len(table(it, sentences.DEVIATION_COLUMNS)) == count
    assert (annex in headings) == (count > MAX_DEVIATIONS)


# -- levels and acceptances -----------------------------------------------------------------------


def test_the_levels_that_are_stated_are_told_and_the_placement_always(tmp_path):
    it = case(tmp_path, facts={"open": True, "licence": None})
    model = it.assessment.model
    rows = dict(table(it, sentences.LEVEL_COLUMNS))
    labels = {kind: render_level_word(model, kind, "da") for kind in SHOWN_LEVELS}

    assert rows[labels["placed"]] == sentences.NOT_PLACED
    assert rows[labels["assessed"]] == "Bund"
    assert not {labels["claimed"], labels["recommended"], labels["evaluated"]} & set(rows)
    everything = case(tmp_path / "x", facts={"open": True}, evaluations=[RATED], aims_at="low",
                      decisions=[PLACED])  # fmt: skip
    assert list(dict(table(everything, sentences.LEVEL_COLUMNS))) == list(labels.values())


def test_a_level_that_is_not_settled_is_told_as_such(tmp_path):
    it = case(tmp_path, facts={})
    rows = dict(table(it, sentences.LEVEL_COLUMNS))
    assessed_word = render_level_word(it.assessment.model, "assessed", "da")

    assert rows[assessed_word] == "ikke afklaret (A er åbent; højst niveau 2)"


def test_what_the_level_rests_on_stands_wherever_it_stands(tmp_path):
    """By so many accepted deviations, without them so much less (semantics §5)."""
    accepted = accept(until="2026-12-01", action="Åbne koden", responsible="owner")
    it = case(tmp_path, facts={"open": False, "licence": "MIT"}, decisions=[accepted])
    clause = render_acceptance_clause(it.assessment, "da")
    rows = dict(table(it, sentences.LEVEL_COLUMNS))

    assert clause
    assert rows[render_level_word(it.assessment.model, "assessed", "da")] == f"Niveau 2 ({clause})"
    yes = sentences.YES_BY_ACCEPTANCES.format(name="Tool", at="på niveau 2", clause=clause)
    assert yes in said(it)
    assert sentences.CRITERIA_MET_BY_ACCEPTANCE.format(level="niveau 2") in " ".join(said(it))
    ended = case(tmp_path / "x", facts={"open": False, "licence": "MIT"},
                 decisions=[accept(until="2026-04-30")])  # fmt: skip
    assert "accepteret" not in " ".join(dict(table(ended, sentences.LEVEL_COLUMNS)).values())


def test_an_acceptance_has_its_level_date_promise_and_number(tmp_path):
    first = accept(until="2026-03-01", on="2026-01-01")
    again = accept(until="2026-12-01", action="Åbne koden", responsible="owner")
    it = case(tmp_path, facts={"open": False, "licence": "MIT"}, decisions=[first, again])
    decided = sentences.DECIDED_RENEWAL.format(
        on=format_day(date(2026, 2, 1), "da"), who="bestyrelsen", number=1
    )

    assert table(it, sentences.ACCEPTED_COLUMNS) == [
        ("A Åben kode", "niveau 2", format_day(date(2026, 12, 1), "da"), "Åbne koden", "Ejeren",
         decided)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (accept(until="2026-04-01", action="Åbne"), sentences.ACCEPTED_BEFORE.format(until="1. april 2026")),
        (accept("low", until="2027-04-01", action="Åbne"), sentences.ACCEPTED_FOR_LOWER_LEVEL.format(level="bund")),
    ],
)  # fmt: skip
def test_a_deviation_that_was_accepted_before_is_a_renewal(tmp_path, given, expected):
    """It has ended, or counts for a lower level only; what was promised then is told."""
    it = case(tmp_path, facts={"open": False}, decisions=[given])
    row = next(row for row in table(it, sentences.DEVIATION_COLUMNS) if row[0].startswith("A"))

    assert row[2].endswith(
        f"{expected} {sentences.PROMISED.format(action='Åbne')} "
        f"{sentences.WOULD_RENEW.format(number=1)}"
    )


def test_a_level_below_the_assessed_one_does_not_match_it(tmp_path):
    it = case(tmp_path, level="low", facts={"open": True, "licence": "MIT"})

    below = sentences.YES_BELOW.format(name="Tool", at="i bunden", assessed="niveau 2")
    assert below in said(it)


def test_what_expires_meanwhile_is_told_with_what_was_promised(tmp_path):
    given = accept(until="2026-09-01", action="Åbne koden", responsible="owner")
    it = case(tmp_path, facts={"open": False, "licence": "MIT"}, decisions=[given])
    [line] = [each for each in said(it) if each.startswith("2. september 2026: ")]

    assert line.endswith(f"({sentences.TURN_PROMISED.format(action='Åbne koden, ejeren')}).")


# -- evaluation and annexes -----------------------------------------------------------------------


def test_the_evaluator_and_the_products_own_files_are_set_side_by_side(tmp_path):
    facts, known = {"open": True, "licence": None}, {"declared": {"on": "2026-02-01", "by": "X"}}
    it = case(tmp_path, facts=facts, evaluations=[RATED], **known)
    whole = " ".join(said(it))
    partly, met, unmet = words(["partly", "met", "unmet"])

    assert table(it, sentences.RATING_COLUMNS) == [
        ("A Åben kode", "gul", sentences.NO_ANSWER, met, "Set"),
        ("B", "grøn", sentences.NO_ANSWER, unmet, "x"),
    ]
    assert sentences.RATED_MILDER.format(count=1) in whole
    assert sentences.RATED_STRICTER.format(count=1) in whole
    unsaid = case(tmp_path / "x", facts={}, evaluations=[RATED], **known)
    alone = sentences.RATED_WITHOUT_RESULT.format(count=2, letter="A", **NAMES)
    assert alone in " ".join(said(unsaid))
    assert partly not in whole


def test_what_has_overtaken_the_evaluation_is_named(tmp_path):
    it = case(tmp_path, facts={"open": False}, evaluations=[RATED])
    overtaken = sentences.OVERTAKEN.format(names="A Åben kode", **NAMES)

    assert [each.criterion.id for each in it.overtaken] == ["A"]
    assert overtaken in " ".join(said(it))


def test_every_criterion_is_in_the_annex_with_result_rating_and_support(tmp_path):
    answers = {"B": {"answer": "met"}}
    lights = {"A": {"light": "partly"}}
    it = case(tmp_path, facts={}, answers=answers, evaluations=[{**RATED, "lights": lights}])
    partly = words(["partly"])[0]

    assert table(it, sentences.CRITERIA_COLUMNS) == [
        ("Bund", "A Åben kode", partly, "gul", BACKING_LABELS["confirmed"].da),
        ("Niveau 2", "B", partly, sentences.NO_RATING, BACKING_LABELS["claimed"].da),
    ]


def test_a_product_without_a_declaration_is_a_case_like_all_others(tmp_path):
    it = case(tmp_path, level=None, declared=None, evaluations=[RATED])

    assert sentences.NOT_DECLARED in said(it)[1]
    assert it.level.id == "high"
    assert it.evaluation is not None


@pytest.mark.parametrize(("by", "stated"), [("se ovenfor", False), ("Eva", True)])
def test_a_sender_that_is_not_stated_is_told_as_such(by, stated):
    """A placeholder of the model, which documents nothing, is nobody's name."""
    main, criteria, schema = generators.governance_model(Random(1))
    files = {"product": {"declared": {"on": "2026-05-01", "by": by}}}
    it = build_board_case(assessment_of(main, criteria, schema, files))
    on = format_day(date(2026, 5, 1), "da")

    assert (sentences.DECLARED_BY_NOBODY.format(on=on) in said(it)[1]) is not stated
    assert (sentences.DECLARED.format(on=on, by=by) in said(it)[1]) is stated


MACHINE = re.compile(r"\d{4}-\d\d-\d\d|\b(?:true|false|null|None)\b|`|[{}]|\b\w+_\w+\b")


@given(st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_no_paper_shows_the_machine(chance: Random):
    """No ISO date, key or value of YAML outside the annex on the basis of the paper."""
    main, criteria, schema = generators.governance_model(chance)
    files = generators.product_files(chance, main, criteria, schema)
    it = build_board_case(
        assessment_of(main, criteria, schema, files), chance.choice([None, "low"])
    )
    paper = list(build_product_paper(it))
    text = render_paper_markdown(
        [part for part in paper[:-2] if not isinstance(part, PaperField)], {}
    )

    assert MACHINE.findall(text.replace("\\", "")) == []


def test_a_hostile_name_changes_no_structure(tmp_path):
    usual, hostile = (
        parts(case(tmp_path / str(n), name=name)) for n, name in enumerate(("x", HOSTILE))
    )

    assert [type(each) for each in usual] == [type(each) for each in hostile]
    assert any(HOSTILE in each.text for each in hostile if isinstance(each, PaperParagraph))


@pytest.mark.parametrize("key", ["summary", "grounds"])
def test_what_an_evaluator_typed_is_inert(tmp_path, key):
    typed = {"summary": HOSTILE} if key == "summary" else {
        "recommends": {"level": "high", "grounds": HOSTILE}
    }  # fmt: skip
    text = render_paper_markdown(
        build_product_paper(case(tmp_path, evaluations=[RATED | typed])), {}
    )

    assert re.findall(r"(?<!\\)<b>", text) == []
    assert re.findall(r"(?<!\\)\]\(", text) == []
    assert "\n::error::" not in text
