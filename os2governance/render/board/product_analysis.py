"""The analysis in the board paper on a product: its levels, what is in the way, and judgements."""

from collections import Counter
from collections.abc import Iterator

from os2governance.analysis.board_case import BoardCase
from os2governance.analysis.difference import find_level_state
from os2governance.analysis.level_basis import list_needed_acceptances
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.assessment.levels import NONE
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import format_list
from os2governance.model.model import Model
from os2governance.product.decisions import Acceptance
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.case_names import (
    MAX_DEVIATIONS,
    SHOWN_LEVELS,
    STATUS_RANK,
    collect_names,
    list_criteria,
    render_criterion,
)
from os2governance.render.common.level_sentences import (
    render_acceptance_clause,
    render_open_clause,
    render_support_sentence,
)
from os2governance.render.common.levels import render_level, render_level_phrase, render_level_word
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperTable,
)


def build_analysis(case: BoardCase) -> Iterator[PaperPart]:
    """Yield the analysis: the levels, what is in the way, what is accepted today."""
    yield PaperHeading(2, sentences.HEADINGS["analysis"])
    yield PaperHeading(3, sentences.FACTS)
    yield PaperTable(sentences.LEVEL_COLUMNS, tuple(_list_level_rows(case)))
    yield PaperParagraph(" ".join(_render_findings(case)))
    if case.accepted:
        yield PaperParagraph(sentences.ACCEPTED)
        yield PaperTable(
            sentences.ACCEPTED_COLUMNS,
            tuple(_build_accepted_row(each, case) for each in case.accepted),
        )
    yield PaperHeading(3, sentences.JUDGEMENTS)
    yield from build_judgements(case)
    names = collect_names(case)
    yield PaperField("judgement", sentences.PROMPTS["judgement"].format(**names))
    yield PaperField("dialogue", sentences.PROMPTS["dialogue"])


def _list_level_rows(case: BoardCase) -> Iterator[tuple[str, str]]:
    """Yield the levels that are stated; beside the assessed one what it rests on."""
    assessment = case.assessment
    for kind in SHOWN_LEVELS:
        if find_level_state(assessment, kind) == NONE and kind != "placed":
            continue
        word = render_level_word(assessment.model, kind, "da")
        level = render_level(assessment, kind, "da")
        if kind == "placed" and assessment.levels.placed is None:
            level = sentences.NOT_PLACED
        clause = render_clause(case) if kind == "assessed" else ""
        yield (
            word,
            sentences.WITH_CLAUSE.format(level=level, clause=clause) if clause else level,
        )


def render_clause(case: BoardCase) -> str:
    """What the assessed level rests on, and what is open; empty where there is no such thing."""
    assessment = case.assessment
    opening = render_open_clause(assessment, "da")
    if find_level_state(assessment, "assessed") == NOT_SETTLED:
        opening = opening.partition(": ")[2]
    return "; ".join(filter(None, [render_acceptance_clause(assessment, "da"), opening]))


def _render_findings(case: BoardCase) -> Iterator[str]:
    """Yield how the level is confirmed, what is in the way of the one asked for, reservations."""
    assessment, names = case.assessment, collect_names(case)
    if support := render_support_sentence(assessment, "da"):
        yield support
    names["level"] = names["level"] or _render_next_level(case)
    if case.blocking:
        yield _render_between(case, names)
    elif case.level:
        yield _render_met(case, names)
    if case.reserved:
        text = sentences.RESERVATION if len(case.reserved) == 1 else sentences.RESERVATIONS
        yield text.format(count=len(case.reserved), names=list_criteria(case.reserved))


def _render_next_level(case: BoardCase) -> str:
    level = next(iter(case.assessment.blockers), None)
    return render_level_phrase(case.assessment.model, level, "da") if level else ""


def _render_between(case: BoardCase, names: dict[str, str]) -> str:
    """How many criteria stand in the way, which, and who says so."""
    count, which = len(case.blocking), list_criteria(case.blocking)
    if all(each.status == "unknown" for each in case.blocking):
        text = sentences.CRITERION_OPEN if count == 1 else sentences.CRITERIA_OPEN
        return text.format(count=count, names=which, level=names["level"])
    text = sentences.CRITERION_BETWEEN if count == 1 else sentences.CRITERIA_BETWEEN
    bases = Counter(each.basis for each in case.blocking)
    by = {basis: said.format(**names) for basis, said in sentences.BETWEEN_BY.items()}
    said = [
        sentences.BETWEEN_COUNT.format(count=bases[basis], source=source)
        if len(bases) > 1
        else source
        for basis, source in by.items()
        if bases[basis]
    ]
    sources = sentences.BETWEEN_SOURCE.format(source=format_list(said, "da"))
    return text.format(count=count, names=which, level=names["level"], sources=sources)


def _render_met(case: BoardCase, names: dict[str, str]) -> str:
    needed = len(list_needed_acceptances(case.assessment))
    text = sentences.CRITERIA_MET
    if needed:
        several = sentences.CRITERIA_MET_BY_ACCEPTANCES
        text = sentences.CRITERIA_MET_BY_ACCEPTANCE if needed == 1 else several
    return text.format(count=needed, **names)


def _build_accepted_row(outcome: Outcome, case: BoardCase) -> tuple[str, ...]:
    model, given = case.assessment.model, find_last_acceptance(outcome)
    assert given is not None
    role = model.roles_by_id.get(given.responsible)
    text = sentences.DECIDED_RENEWAL if given.renewal else sentences.DECIDED
    return (
        render_criterion(outcome),
        render_level_phrase(model, given.level, "da") if given.level else sentences.ALL_LEVELS,
        render_end(given),
        given.action,
        role.name.render("da") if role else given.responsible,
        text.format(
            on=format_day(given.on, "da"), who=render_decider(given, model), number=given.renewal
        ),
    )


def render_decider(given: Acceptance, model: Model) -> str:
    """Who accepted a deviation, and when."""
    role = model.roles_by_id.get(given.by)
    return role.phrase.render("da") if role else given.by


def render_end(given: Acceptance) -> str:
    """The last day of an acceptance, or that it has none."""
    return format_day(given.until, "da") if given.until else sentences.NO_END


def find_last_acceptance(outcome: Outcome) -> Acceptance | None:
    """The last acceptance of a deviation, in force or ended."""
    return outcome.deviation.acceptance if outcome.deviation else None


def build_judgements(case: BoardCase) -> Iterator[PaperPart]:
    """Yield what the evaluator recommends and why, and where the product sees it otherwise."""
    names, evaluation = collect_names(case), case.evaluation
    recommended = case.assessment.levels.recommended
    if evaluation and recommended and evaluation.recommends_rationale:
        level = render_level_phrase(case.assessment.model, recommended, "da")
        text = sentences.RECOMMENDATION_GROUNDS.format_map({**names, "level": level})
        yield PaperParagraph(text)
        yield PaperQuote(evaluation.recommends_rationale)
    if said := " ".join(_render_rating_differences(case, names)):
        yield PaperParagraph(said)


def _render_rating_differences(case: BoardCase, names: dict[str, str]) -> Iterator[str]:
    """Yield how many criteria the evaluator rates otherwise than the product's own files show."""
    letter = "B" if len(case.blocking) > MAX_DEVIATIONS else "A"
    ways = Counter(_compare_rating(each) for each in case.differing_ratings)
    how = [
        text.format(count=ways[text])
        for text in (sentences.RATED_MILDER, sentences.RATED_STRICTER)
        if ways[text]
    ]
    if how:
        said = format_list(how, "da")
        yield sentences.RATINGS_DIFFER.format(how=said, letter=letter, **names)
    if alone := ways[sentences.RATED_WITHOUT_RESULT]:
        yield sentences.RATED_WITHOUT_RESULT.format(count=alone, letter=letter, **names)
    if case.evaluation and case.evaluation.ratings and not ways:
        yield sentences.RATINGS_AGREE.format(**names)
    if case.overtaken:
        which = list_criteria(case.overtaken)
        yield sentences.OVERTAKEN.format_map({**names, "names": which})


def _compare_rating(outcome: Outcome) -> str:
    if outcome.declared == "unknown":
        return sentences.RATED_WITHOUT_RESULT
    rating = outcome.rating.status if outcome.rating else "unknown"
    milder = STATUS_RANK[rating] > STATUS_RANK[outcome.declared]
    return sentences.RATED_MILDER if milder else sentences.RATED_STRICTER
