"""The analysis in the board paper on a product: its levels, what is in the way, and judgements."""

from collections import Counter
from collections.abc import Iterator, Mapping

from os2governance.analysis.board_case import BoardCase
from os2governance.analysis.deviations import FULFILLED, OVERDUE, RUNNING, Promise
from os2governance.analysis.difference import find_level_state
from os2governance.analysis.level_basis import (
    climb_without_acceptances,
    find_open_level,
    list_bearing_acceptances,
    list_needed_acceptances,
)
from os2governance.assessment.levels import NONE
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import CountedText, format_list
from os2governance.product.decisions import Acceptance
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.case_names import (
    MAX_SUMMARY,
    SHOWN_LEVELS,
    STATUS_RANK,
    collect_names,
    find_summary,
    is_summary_shortened,
    list_criteria,
    list_titles,
    render_criterion,
    render_role,
    render_role_name,
    render_status,
)
from os2governance.render.board.hearing import build_hearing
from os2governance.render.common.excerpts import shorten_to_sentences
from os2governance.render.common.level_sentences import (
    render_reached_phrase,
    render_support_sentence,
)
from os2governance.render.common.levels import rank_level, render_level, render_level_word
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperTable,
)

MAX_TITLES = 4
"""Most criteria named in a sentence about many."""


def build_analysis(case: BoardCase, letters: Mapping[str, str]) -> Iterator[PaperPart]:
    """Yield the analysis: the levels, what is in the way, what was promised, and judgements."""
    yield PaperHeading(2, sentences.HEADINGS["analysis"])
    yield PaperHeading(3, sentences.FACTS)
    yield PaperTable(sentences.LEVEL_COLUMNS, tuple(_list_level_rows(case)))
    yield PaperParagraph(" ".join(_render_findings(case)))
    if case.promises:
        yield PaperParagraph(sentences.PROMISES)
        yield PaperTable(sentences.PROMISE_COLUMNS, tuple(_list_promise_rows(case)))
    yield PaperHeading(3, sentences.JUDGEMENTS)
    if said := " ".join(_render_rating_differences(case, letters)):
        yield PaperParagraph(said)
    yield _build_judgement(case, letters)
    yield from build_hearing(case.assessment)
    yield PaperField("dialogue", sentences.PROMPTS["dialogue"])


# -- facts ----------------------------------------------------------------------------------------


def _list_level_rows(case: BoardCase) -> Iterator[tuple[str, str]]:
    """Yield the levels that are stated; beside the assessed one what it rests on."""
    assessment = case.assessment
    for kind in SHOWN_LEVELS:
        if find_level_state(assessment, kind) == NONE and kind != "placed":
            continue
        if kind == "possible" and assessment.settled:
            continue
        level = render_level(assessment, kind, "da")
        if kind == "placed" and assessment.levels.placed is None:
            level = sentences.NOT_PLACED
        clause = render_basis_clause(case) if kind == "assessed" else ""
        yield (
            render_level_word(assessment.model, kind, "da"),
            sentences.WITH_CLAUSE.format(level=level, clause=clause) if clause else level,
        )


def render_basis_clause(case: BoardCase) -> str:
    """What the assessed level rests on, and what leaves it open; empty where there is neither."""
    assessment = case.assessment
    said = [_render_acceptances(case)]
    if found := find_open_level(assessment):
        count = len(found.criteria)
        said.append(sentences.LACK_ANSWERS.choose(count).da.format(count=count))
        best = assessment.levels.possible
        if best and rank_level(assessment, best) > rank_level(
            assessment, assessment.levels.assessed
        ):
            level = assessment.model.levels_by_id[best].phrase.render("da")
            said.append(sentences.AT_MOST.format(level=level))
    return "; ".join(filter(None, said))


def _render_acceptances(case: BoardCase) -> str:
    """By how many accepted deviations the level is reached, and what it is without them."""
    assessment = case.assessment
    needed = list_bearing_acceptances(assessment, assessment.levels.assessed)
    if not needed:
        return ""
    text = sentences.BY_ACCEPTANCES.choose(len(needed))
    return text.da.format(count=len(needed), level=render_level_without(case))


def render_level_without(case: BoardCase) -> str:
    """The level that the product has without any accepted deviation."""
    without = climb_without_acceptances(case.assessment)
    return render_reached_phrase(case.assessment.model, without, "da")


def _render_findings(case: BoardCase) -> Iterator[str]:
    """Yield how the level is confirmed, what is in the way of the one asked for, reservations."""
    names = collect_names(case)
    if support := render_support_sentence(case.assessment, "da"):
        yield support
    if case.deviations:
        yield _render_between(case, names)
    if case.unanswered:
        text = sentences.CRITERIA_OPEN.choose(len(case.unanswered))
        which = list_criteria(case.unanswered)
        yield text.da.format(count=len(case.unanswered), names=which, level=names["level"])
    if not case.deviations and not case.unanswered:
        yield _render_met(case, names)
    yield from _render_reservations(case)


def _render_between(case: BoardCase, names: dict[str, str]) -> str:
    """How many criteria stand in the way, which, and who says so."""
    count, which = len(case.deviations), list_criteria([each.outcome for each in case.deviations])
    text = sentences.CRITERIA_BETWEEN.choose(count).da
    counts = Counter(each.source for each in case.deviations)
    said = [
        sentences.BETWEEN_COUNT.format(count=counts[source], source=by.format(**names))
        if len(counts) > 1
        else by.format(**names)
        for source, by in sentences.BETWEEN_BY.items()
        if counts[source]
    ]
    sources = format_list(said, "da")
    return text.format(count=count, names=which, level=names["level"], sources=sources)


def _render_met(case: BoardCase, names: dict[str, str]) -> str:
    needed = len(list_needed_acceptances(case.assessment))
    text = sentences.CRITERIA_MET
    if needed:
        text = sentences.CRITERIA_MET_BY_ACCEPTANCES.choose(needed).da
    return text.format(count=needed, **names)


def _render_reservations(case: BoardCase) -> Iterator[str]:
    """Yield what does not stop the level, those of the lowest levels named first."""
    order = case.assessment.model.level_ids
    reserved = sorted(case.reserved, key=lambda each: order.index(each.criterion.level))
    waived = [each for each in reserved if each.status == "not_applicable"]
    partly = [each for each in reserved if each not in waived]
    if partly:
        text = sentences.RESERVATIONS.choose(len(partly)).da
        if len(partly) > MAX_TITLES:
            text = sentences.RESERVATIONS_AMONG_THEM
        yield text.format(count=len(partly), titles=list_titles(partly[:MAX_TITLES]))
    if waived:
        yield sentences.NOT_RELEVANT_PENDING.format(titles=list_titles(waived))


_OVERDUE_FIRST = (OVERDUE, RUNNING, FULFILLED)


def _list_promise_rows(case: BoardCase) -> Iterator[tuple[str, ...]]:
    """Yield each accepted deviation: what was promised, by whom, by when, and what came of it."""
    promises = sorted(case.promises, key=lambda each: _OVERDUE_FIRST.index(each.state))
    return (_build_promise_row(each, case) for each in promises)


def _build_promise_row(promise: Promise, case: BoardCase) -> tuple[str, ...]:
    model, given = case.assessment.model, promise.acceptance
    status = render_status(promise.outcome)
    text = sentences.DECIDED_RENEWAL if given.renewal else sentences.DECIDED
    on, who = format_day(given.on, "da"), render_role(given.by, model)
    until = render_end(given)
    if given.level:
        level = model.levels_by_id[given.level].phrase.render("da")
        until = sentences.FOR_LEVEL.format(until=until, level=level)
    return (
        render_criterion(promise.outcome),
        given.action or sentences.NOTHING_PROMISED,
        render_role_name(given.responsible, model),
        until,
        text.format(on=on, who=who, number=given.renewal),
        sentences.PROMISE_STATES[promise.state].format(status=status),
    )


def render_end(given: Acceptance) -> str:
    """The last day of an acceptance, or that it has none."""
    return format_day(given.until, "da") if given.until else sentences.NO_END


def find_last_acceptance(outcome: Outcome) -> Acceptance | None:
    """The last acceptance of a deviation, in force or ended."""
    return outcome.deviation.acceptance if outcome.deviation else None


# -- judgements -----------------------------------------------------------------------------------


def _build_judgement(case: BoardCase, letters: Mapping[str, str]) -> PaperField:
    """The field for the evaluator's judgement, with what the evaluation says of the whole."""
    names, evaluation = collect_names(case), case.evaluation
    parts: list[PaperParagraph | PaperQuote] = []
    if summary := find_summary(case):
        shortened = is_summary_shortened(case)
        lead = sentences.SUMMARY_SHORTENED if shortened else sentences.SUMMARY
        said = shorten_to_sentences(summary, MAX_SUMMARY) if shortened else summary
        letter = letters.get("summary", "")
        parts += [PaperParagraph(lead.format(letter=letter, **names)), PaperQuote(said)]
    recommended = case.assessment.levels.recommended
    if evaluation and recommended and evaluation.recommends_rationale:
        level = case.assessment.model.levels_by_id[recommended].phrase.render("da")
        lead = sentences.RECOMMENDATION_GROUNDS.format_map({**names, "level": level})
        said = shorten_to_sentences(evaluation.recommends_rationale, MAX_SUMMARY)
        parts += [PaperParagraph(lead), PaperQuote(said)]
    return PaperField(
        "judgement", sentences.PROMPTS["judgement"].format(**names), parts=tuple(parts)
    )


def _render_rating_differences(case: BoardCase, letters: Mapping[str, str]) -> Iterator[str]:
    """Yield how many criteria the evaluator rates otherwise than the product's own files show."""
    names, letter = collect_names(case), letters.get("ratings", "")
    ways = Counter(_compare_rating(each) for each in case.differing_ratings)
    how = [
        text.choose(ways[text]).da.format(count=ways[text])
        for text in (sentences.RATED_MILDER, sentences.RATED_STRICTER)
        if ways[text]
    ]
    if how:
        said = format_list(how, "da")
        yield sentences.RATINGS_DIFFER.format(how=said, letter=letter, **names)
    if alone := ways[sentences.RATED_WITHOUT_RESULT]:
        text = sentences.RATED_WITHOUT_RESULT.choose(alone).da
        yield text.format(count=alone, letter=letter, **names)
    if case.evaluation and case.evaluation.ratings and not ways:
        yield sentences.RATINGS_AGREE.format(**names)
    if case.overtaken:
        which = list_criteria(case.overtaken)
        yield sentences.OVERTAKEN.format_map({**names, "names": which})


def _compare_rating(outcome: Outcome) -> CountedText:
    if outcome.declared == "unknown":
        return sentences.RATED_WITHOUT_RESULT
    rating = outcome.rating.status if outcome.rating else "unknown"
    milder = STATUS_RANK[rating] > STATUS_RANK[outcome.declared]
    return sentences.RATED_MILDER if milder else sentences.RATED_STRICTER
