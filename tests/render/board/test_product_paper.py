"""The board paper on a product: six sections and the annexes, of what the case holds."""

import re
from datetime import date, timedelta
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
from os2governance.render.board.case_names import (
    MAX_DEVIATIONS,
    MAX_SUMMARY,
    SHOWN_LEVELS,
    collect_names,
)
from os2governance.render.board.product_paper import build_product_paper
from os2governance.render.common.levels import render_level_word
from os2governance.render.common.paper import (
    PaperField,
    PaperFrame,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperQuote,
    PaperSlot,
    PaperSubject,
    PaperTable,
    list_paper_keys,
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


def parts(case, kind=object, **how):
    """The parts of the paper of a kind, with those offered within its fields."""
    found = [
        each
        for part in build_product_paper(case, **how)
        for each in (part, *(part.parts if isinstance(part, PaperField) else ()))
    ]
    return [part for part in found if isinstance(part, kind)]


def table(case, columns, **how):
    head = tuple(each.format(**NAMES) for each in columns)
    tables = [part for part in parts(case, PaperTable, **how) if part.head == head]
    return [tuple(map(text_of, row)) for part in tables for row in part.rows]


def text_of(cell):
    return cell.text if isinstance(cell, PaperSlot) else cell


def said(case):
    return [
        text
        for part in parts(case, PaperParagraph | PaperList)
        for text in (part.items if isinstance(part, PaperList) else [part.text])
    ]


def accept(level="high", name="A", on="2026-02-01", **given):
    return {"on": on, "decision": "accept", "level": level, "accepts": {name: given}, **BOARD}


SHORT = [sentences.ANNEX_RATINGS]
LONG = [sentences.ANNEX_RATINGS, sentences.ANNEX_CRITERIA, sentences.ANNEX_PROVENANCE]


@pytest.mark.parametrize(("full", "titles"), [(False, SHORT), (True, LONG)])
def test_six_sections_then_annexes_lettered_in_order(tmp_path, full, titles):
    found = parts(case(tmp_path, evaluations=[RATED]), PaperHeading, full=full)
    second = [each for each in found if each.level == 2]

    assert [each.text for each in found if each.level == 1] == ["Oplæg: Tool, niveau 2"]
    assert [each.text for each in second[:6]] == list(sentences.HEADINGS.values())
    lettered = zip("ABC", titles, strict=False)
    assert [each.text for each in second[6:]] == [t.format(letter=x) for x, t in lettered]
    assert [each.annex for each in second[6:]] == [True, *[False] * (len(titles) - 1)]


def test_the_subject_is_the_product_and_each_field_and_slot_stands_once(tmp_path):
    it = case(tmp_path, facts={"open": False})
    found = {field.key: field.prompt for field in parts(it, PaperField) if field.prompt}
    keys = list_paper_keys(build_product_paper(it))

    assert parts(it, PaperSubject) == [PaperSubject("tool")]
    assert found == {key: text.format(**NAMES) for key, text in sentences.PROMPTS.items()}
    assert len(keys) == len(set(keys))
    assert {"recommendation", "basis.A", "action.A", "until.A"} <= set(keys)


def test_the_head_says_for_which_meeting_from_whom_and_to_whom(tmp_path):
    [frame] = parts(case(tmp_path), PaperFrame)
    said = {label: text_of(cell) for label, cell in frame.rows}
    editable = [label for label, cell in frame.rows if isinstance(cell, PaperSlot)]
    labels = sentences.FRAME_LABELS

    assert list(said) == list(labels.values())
    assert said[labels["addressee"]] == "Bestyrelsen"
    assert said[labels["sender"]] == "Juryen"
    assert said[labels["date"]] == "1. maj 2026"
    assert editable == [labels[key] for key in ("meeting", "item", "status", "owner")]


WITHDRAWN = {"on": "2026-03-01", "decision": "withdraw", "grounds": "Ja", **BOARD}
ADMITTED = {"on": "2026-01-01", "decision": "admit", **BOARD}


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        ([ADMITTED], sentences.NEVER_PLACED),
        ([ADMITTED, PLACED, WITHDRAWN], sentences.PLACING_WITHDRAWN),
        ([PLACED | {"on": "2026-06-01"}, ADMITTED], sentences.NEVER_PLACED),
    ],
)
def test_a_product_whose_placing_is_withdrawn_has_been_placed_before(tmp_path, log, sentence):
    paper = " ".join(said(case(tmp_path, decisions=log)))

    found = [
        each for each in (sentences.NEVER_PLACED, sentences.PLACING_WITHDRAWN) if each in paper
    ]
    assert found == [sentence]


# -- what is proposed -----------------------------------------------------------------------------


DIRECTIONS = [
    # where it is placed, what is proposed, what is recommended
    (None, "high", "placerer Tool på niveau 2"),
    (None, "low", "placerer Tool i bunden"),
    ("low", "high", "flytter Tool op fra bund til niveau 2"),
    ("high", "low", "flytter Tool ned fra niveau 2 til bund"),
    ("high", "high", "fastholder Tool på niveau 2"),
]


@pytest.mark.parametrize(("placed", "level", "item"), DIRECTIONS)
def test_the_first_item_says_in_which_direction(tmp_path, placed, level, item):
    log = [PLACED | {"level": placed}] if placed else []
    it = case(tmp_path, level=level, facts={"open": True, "licence": "MIT"}, decisions=log)
    [numbered] = [each for each in parts(it, PaperList) if each.numbered]

    assert numbered.items == (item,)
    purpose = sentences.PURPOSE_DIRECTIONS[it.direction]
    assert purpose.format(**collect_names(it)) in " ".join(said(it))
    assert it.keeps_level == (placed == level)


@pytest.mark.parametrize("placed", [True, False])
def test_without_a_decision_a_product_stays_where_it_is(tmp_path, placed):
    it = case(tmp_path, facts={"open": True}, decisions=[PLACED] if placed else [])
    no = sentences.NO_SAME_LEVEL if placed else sentences.NO_WITHOUT_PLACEMENT

    assert no.format(name="Tool", at="på niveau 2") in said(it)


def test_where_nobody_proposes_anything_there_is_no_case(tmp_path):
    """Neither the aim of the product nor the level that it is placed at is a proposal."""
    files = {"facts": {"open": True}, "aims_at": "high", "decisions": [PLACED]}

    assert case(tmp_path, level=None, **files) is None


def test_the_words_of_the_evaluation_are_quoted(tmp_path):
    it = case(tmp_path, level=None, facts={"open": True}, evaluations=[RATED])
    quotes = parts(it, PaperQuote)
    grounds = sentences.RECOMMENDATION_GROUNDS.format(level="niveau 2", **NAMES)

    assert [each.text for each in quotes] == [RATED["summary"], "Det går godt"]
    assert quotes[0].paragraphs == ["Et godt produkt.", "Men lidt lukket."]
    assert grounds in said(it)
    on = format_day(date(2026, 3, 1), "da")
    assert sentences.LEVEL_SOURCES["recommended"].format(on=on, **NAMES) in " ".join(said(it))


def test_a_long_summary_is_shortened_and_whole_in_an_annex(tmp_path):
    summary = " ".join(f"Sætning nummer {n} om produktet." for n in range(60))
    it = case(tmp_path, evaluations=[RATED | {"summary": summary}])
    short, _, whole = [each.text for each in parts(it, PaperQuote)]
    headings = [each.text for each in parts(it, PaperHeading)]

    assert whole == summary
    assert whole.startswith(f"{short} Sætning")
    assert len(short) <= MAX_SUMMARY
    assert sentences.ANNEX_SUMMARY.format(letter="B", **NAMES) in headings
    assert sentences.SUMMARY_SHORTENED.format(letter="B", **NAMES) in said(it)


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
        ("A", basis, REMEDY["da"], "Ejeren", format_day(it.until, "da"))
    ]


def test_every_light_and_rule_in_the_way_is_named_whatever_it_comes_from(tmp_path):
    """Six red lights are six; so are a rule, an answer and a plan; silence is asked to answer."""
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
    names = [each.outcome.criterion.id for each in it.deviations]
    whole = " ".join(said(it))

    assert names == [*red, "S", "P", "F"]
    assert [each.criterion.id for each in it.unanswered] == ["U"]
    assert all(name in whole for name in names)
    rows = {row[0]: row for row in table(it, sentences.DEVIATION_COLUMNS)}
    assert list(rows) == names
    own = sentences.BASIS_LABELS["answer"]
    assert rows["R3"][1] == "Juryen: Rød 3."
    assert rows["S"][1] == f"{own}: Ikke endnu."
    assert rows["P"][1] == f"{sentences.ONLY_PLANNED.format(status=own)}."
    assert f"6 {sentences.BETWEEN_BY['evaluation'].format(**NAMES)}" in whole
    [asked] = [item for part in parts(it, PaperList) if part.numbered for item in part.items[-1:]]
    until = format_day(it.until, "da")
    assert asked == sentences.RECOMMEND_ANSWERS.format(roles="ejeren", names="U", until=until)


def test_a_refused_not_applicable_is_a_deviation(tmp_path):
    criteria = [{"id": "A", "level": "low", "responsible": "owner"}]
    answers = {"A": {"answer": "not_applicable", "reason": "Ingen brugere"}}
    rated = {**RATED, "lights": {"A": {"light": "unmet", "grounds": "Der er to"}}}
    it = case(tmp_path, criteria, answers=answers, evaluations=[rated])
    [row] = table(it, sentences.DEVIATION_COLUMNS)
    refused = sentences.NOT_RELEVANT_REFUSED_WITH_REASON.format(reason="Ingen brugere")

    assert row[1].endswith(refused)


def test_what_is_merely_open_must_be_answered(tmp_path):
    one = case(tmp_path / "1", facts={"open": True})
    two = case(tmp_path / "2", facts={})

    assert sentences.CRITERIA_OPEN.one.da.format(level="niveau 2", names="B") in " ".join(
        said(one)
    )
    several = sentences.CRITERIA_OPEN.several.da.format(
        count=2, level="niveau 2", names="A Åben kode og B"
    )
    assert several in " ".join(said(two))


RESERVED = [
    # how many are only partly met, the sentence, those named
    (1, sentences.RESERVATIONS.one.da, "krav 0"),
    (3, sentences.RESERVATIONS.several.da, "krav 0, krav 1 og krav 2"),
    (9, sentences.RESERVATIONS_AMONG_THEM, "krav 0, krav 1, krav 2 og krav 3"),
]


@pytest.mark.parametrize(("count", "text", "titles"), RESERVED)
def test_what_is_only_partly_met_is_a_sentence_of_titles(tmp_path, count, text, titles):
    criteria = [
        {"id": f"C{n}", "level": "low", "responsible": "owner", "title": {"da": f"Krav {n}", "en": ""}}
        for n in range(count)
    ]  # fmt: skip
    answers = {f"C{n}": {"answer": "partly"} for n in range(count)}
    it = case(tmp_path, criteria, "low", answers=answers)

    assert text.format(count=count, titles=titles) in " ".join(said(it))


@pytest.mark.parametrize("count", [0, 1, MAX_DEVIATIONS, MAX_DEVIATIONS + 1])
def test_more_deviations_than_fit_are_in_an_annex(tmp_path, count):
    criteria = [criterion(f"C{n}", "low", LICENCE) for n in range(count)]
    it = case(tmp_path, [*criteria, criterion("A", "low", OPEN)], "low",
              facts={"open": True, "licence": None})  # fmt: skip
    headings = [each.text for each in parts(it, PaperHeading)]
    annex = sentences.ANNEX_DEVIATIONS.format(letter="A")

    assert len(table(it, sentences.DEVIATION_COLUMNS)) == count
    assert (annex in headings) == (count > MAX_DEVIATIONS)


# -- levels and acceptances -----------------------------------------------------------------------


def test_the_levels_that_are_stated_are_told_and_the_placement_always(tmp_path):
    it = case(tmp_path, facts={"open": True, "licence": None})
    model = it.assessment.model
    rows = dict(table(it, sentences.LEVEL_COLUMNS))
    shown = [kind for kind in SHOWN_LEVELS if kind != "possible"]  # all is settled
    labels = {kind: render_level_word(model, kind, "da") for kind in shown}

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

    assert rows[assessed_word] == "ikke afklaret (ét krav mangler svar; højst niveau 2)"


def test_what_the_level_rests_on_stands_wherever_it_stands(tmp_path):
    """By so many accepted deviations, without them so much less (semantics §5)."""
    accepted = accept(until="2026-12-01", action="Åbne koden", responsible="owner")
    it = case(tmp_path, facts={"open": False, "licence": "MIT"}, decisions=[accepted])
    clause = sentences.BY_ACCEPTANCES.one.da.format(level="endnu ikke i bunden")
    rows = dict(table(it, sentences.LEVEL_COLUMNS))

    assert rows[render_level_word(it.assessment.model, "assessed", "da")] == f"Niveau 2 ({clause})"
    yes = sentences.YES_BY_ACCEPTANCES.format(name="Tool", at="på niveau 2", clause=clause)
    assert yes in said(it)
    assert sentences.CRITERIA_MET_BY_ACCEPTANCES.one.da.format(level="niveau 2") in " ".join(
        said(it)
    )
    ended = case(tmp_path / "x", facts={"open": False, "licence": "MIT"},
                 decisions=[accept(until="2026-04-30")])  # fmt: skip
    assert "accepteret" not in " ".join(dict(table(ended, sentences.LEVEL_COLUMNS)).values())


PROMISED = {"action": "Åbne koden", "responsible": "owner"}
BECAME = [
    # whether the code is open by now, the last day accepted, what is said of the promise
    (False, "2026-12-01", sentences.PROMISE_STATES["running"]),
    (False, "2026-04-30", sentences.PROMISE_STATES["expired"]),
    (True, "2026-12-01", sentences.PROMISE_STATES["fulfilled"]),
]


@pytest.mark.parametrize(("is_open", "until", "state"), BECAME)
def test_what_was_promised_is_told_with_what_became_of_it(tmp_path, is_open, until, state):
    log = [accept(until="2026-03-01", on="2026-01-01"), accept(until=until, **PROMISED)]
    it = case(tmp_path, facts={"open": is_open, "licence": "MIT"}, decisions=log)
    decided = sentences.DECIDED_RENEWAL.format(
        on=format_day(date(2026, 2, 1), "da"), who="bestyrelsen", number=1
    )
    last = format_day(date.fromisoformat(until), "da")
    through = sentences.FOR_LEVEL.format(until=last, level="niveau 2")
    [status] = words(["met" if is_open else "unmet"])

    assert table(it, sentences.PROMISE_COLUMNS) == [
        ("A Åben kode", PROMISED["action"], "Ejeren", through, decided,
         state.format(status=status))
    ]  # fmt: skip


RENEWED = [
    # the earlier acceptance, what the row says of it
    (accept(until="2026-04-01", action="Åbne"), sentences.WOULD_RENEW.format(number=2)),
    (accept("low", until="2027-04-01", action="Åbne"), " ".join(
        (sentences.ACCEPTED_FOR_LOWER_LEVEL.format(level="bund"), sentences.WOULD_RENEW.format(number=2)))),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), RENEWED)
def test_a_deviation_that_was_accepted_before_is_a_renewal(tmp_path, given, expected):
    """It has ended, or counts for a lower level only; what was promised then stands again."""
    it = case(tmp_path, facts={"open": False}, decisions=[given])
    row = next(row for row in table(it, sentences.DEVIATION_COLUMNS) if row[0].startswith("A"))
    name = sentences.WITH_NUMBER.format(name="A Åben kode", number=2)

    assert row[1].endswith(expected)
    assert row[2] == "Åbne"
    assert sentences.RECOMMEND_RENEWAL.format(names=name) in said(it)


def test_a_level_rests_on_what_is_accepted_now_and_on_what_was_before(tmp_path):
    log = [accept(name="B", until="2026-12-01"), accept(until="2026-04-30")]
    it = case(tmp_path, facts={"open": False, "licence": None}, decisions=log)
    yes = sentences.YES.several.da.format(
        name="Tool", at="på niveau 2", count=2, without="endnu ikke i bunden"
    )

    assert [each.outcome.criterion.id for each in it.deviations] == ["A"]
    assert [each.criterion.id for each in it.running] == ["B"]
    assert yes in said(it)
    assert sentences.SINCE_EXPIRED.format(names="A Åben kode") in said(it)


def test_a_level_below_the_assessed_one_does_not_match_it(tmp_path):
    it = case(tmp_path, level="low", facts={"open": True, "licence": "MIT"})

    below = sentences.YES_BELOW.format(name="Tool", at="i bunden", assessed="niveau 2")
    assert below in said(it)


@pytest.mark.parametrize("until", ["2026-05-01", "2026-09-01", "2027-05-01"])
def test_what_expires_within_a_year_is_told_with_what_was_promised(tmp_path, until):
    """From the day of the paper to the last day of its horizon."""
    given = accept(until=until, action="Åbne koden", responsible="owner")
    it = case(tmp_path, facts={"open": False, "licence": "MIT"}, decisions=[given])
    day = format_day(date.fromisoformat(until) + timedelta(1), "da")
    [line] = [each for each in said(it) if each.startswith(f"{day}: ")]

    assert line.endswith(f"({sentences.TURN_PROMISED.format(action='Åbne koden, ejeren')}).")


# -- evaluation and annexes -----------------------------------------------------------------------


def test_the_evaluator_and_the_products_own_files_are_set_side_by_side(tmp_path):
    facts, known = {"open": True, "licence": None}, {"declared": {"on": "2026-02-01", "by": "X"}}
    it = case(tmp_path, facts=facts, evaluations=[RATED], **known)
    whole = " ".join(said(it))
    met, unmet = words(["met", "unmet"])

    assert table(it, sentences.RATING_COLUMNS) == [
        ("A Åben kode", "gul", sentences.NO_ANSWER, met, "Set"),
        ("B", "grøn", sentences.NO_ANSWER, unmet, "x"),
    ]
    assert sentences.RATED_MILDER.one.da in whole
    assert sentences.RATED_STRICTER.one.da in whole
    unsaid = case(tmp_path / "x", facts={}, evaluations=[RATED], **known)
    alone = sentences.RATED_WITHOUT_RESULT.several.da.format(count=2, letter="A", **NAMES)
    assert alone in " ".join(said(unsaid))


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

    assert table(it, sentences.CRITERIA_COLUMNS) == []
    assert table(it, sentences.CRITERIA_COLUMNS, full=True) == [
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
    it = build_board_case(assessment_of(main, criteria, schema, files), main["levels"][0]["id"])
    on = format_day(date(2026, 5, 1), "da")

    assert it
    assert (sentences.DECLARED_BY_NOBODY.format(on=on) in said(it)[1]) is not stated
    assert (sentences.DECLARED.format(on=on, by=by) in said(it)[1]) is stated


MACHINE = re.compile(r"\d{4}-\d\d-\d\d|\b(?:true|false|null|None)\b|`|[{}]|\b\w+_\w+\b")


@given(st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_no_paper_shows_the_machine(chance: Random):
    """No ISO date, key or value of YAML outside the annex on the basis of the paper."""
    main, criteria, schema = generators.governance_model(chance)
    files = generators.product_files(chance, main, criteria, schema)
    level = chance.choice([each["id"] for each in main["levels"]])
    it = build_board_case(assessment_of(main, criteria, schema, files), level)
    assert it
    paper = list(build_product_paper(it, full=True))
    fields = [part for part in paper[:-2] if not isinstance(part, PaperField)]
    text = re.sub(r"<!--.*?-->", "", render_paper_markdown(fields, {}))

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
