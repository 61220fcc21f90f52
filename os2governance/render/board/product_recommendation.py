"""The recommendation in the board paper on a product, and the deviations that it rests on."""

from collections.abc import Iterator

from os2governance.analysis.board_case import BoardCase
from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.model.model import Model
from os2governance.product.decisions import Acceptance
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.case_names import (
    MAX_DEVIATIONS,
    collect_names,
    render_criterion,
    render_status,
)
from os2governance.render.board.product_analysis import find_last_acceptance, render_end
from os2governance.render.common.levels import render_level_phrase
from os2governance.render.common.paper import PaperHeading, PaperParagraph, PaperPart, PaperTable


def build_recommendation(case: BoardCase) -> Iterator[PaperPart]:
    """Yield what is recommended, and the deviations that it rests on."""
    count = len(case.blocking)
    yield PaperHeading(2, sentences.HEADINGS["recommendation"])
    if case.level is None:
        yield PaperParagraph(sentences.RECOMMEND_NOTHING)
        return
    if not count:
        text = sentences.RECOMMEND_SAME_LEVEL if case.keeps_level else sentences.RECOMMEND
    elif count > MAX_DEVIATIONS:
        text = (
            sentences.RECOMMEND_SAME_LEVEL_WITH_ANNEX
            if case.keeps_level
            else sentences.RECOMMEND_WITH_ANNEX
        )
    else:
        text = (
            sentences.RECOMMEND_SAME_LEVEL_WITH_DEVIATIONS
            if case.keeps_level
            else sentences.RECOMMEND_WITH_DEVIATIONS
        )
    yield PaperParagraph(text.format(count=count, letter="A", **collect_names(case)))
    if 0 < count <= MAX_DEVIATIONS:
        yield build_deviation_table(case)


def build_deviation_table(case: BoardCase) -> PaperTable:
    """The deviations to be decided on, one a row."""
    until = format_day(case.until, "da")
    model = case.assessment.model
    return PaperTable(
        sentences.DEVIATION_COLUMNS,
        tuple(
            (
                render_criterion(each),
                render_status(each),
                " ".join(render_basis(each, case)),
                each.criterion.remedy.render("da"),
                _render_responsible(each, model),
                until,
                "",
            )
            for each in case.blocking
        ),
    )


def _render_responsible(outcome: Outcome, model: Model) -> str:
    role = model.roles_by_id.get(outcome.criterion.responsible)
    return role.name.render("da") if role else outcome.criterion.responsible


def render_basis(outcome: Outcome, case: BoardCase) -> Iterator[str]:
    """Yield what the result comes from, a refused claim, and what was accepted before."""
    basis = sentences.BASIS_LABELS[outcome.basis].format(**collect_names(case))
    words = end_sentence(find_words(outcome))
    yield (
        sentences.BASIS_WITH_WORDS.format(basis=basis, words=words)
        if words
        else end_sentence(basis)
    )
    answer = outcome.answer
    if answer and answer.answer == "not_applicable" and outcome.status != "not_applicable":
        reason = answer.reason.strip()
        refused = sentences.NOT_RELEVANT_REFUSED_WITH_REASON
        yield (refused if reason else sentences.NOT_RELEVANT_REFUSED).format(reason=reason)
    if given := find_last_acceptance(outcome):
        yield from _render_earlier_acceptance(given, outcome, case)


def find_words(outcome: Outcome) -> str:
    """What is said by those that the result comes from."""
    if outcome.basis == "evaluation":
        return outcome.rating.rationale if outcome.rating else ""
    if outcome.answer is None or outcome.answer.answer == "not_applicable":
        return ""
    return outcome.answer.explanation or (outcome.answer.note if outcome.basis == "answer" else "")


def end_sentence(text: str) -> str:
    """A text with the full stop that it needs."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def _render_earlier_acceptance(
    given: Acceptance, outcome: Outcome, case: BoardCase
) -> Iterator[str]:
    """Yield what was accepted before, what was promised, and the number of a renewal."""
    model = case.assessment.model
    if outcome.accepted and given.level and case.level:
        if not counts_for_level(given, case.level.id, model):
            level = render_level_phrase(model, given.level, "da")
            yield sentences.ACCEPTED_FOR_LOWER_LEVEL.format(level=level)
    else:
        yield sentences.ACCEPTED_BEFORE.format(until=render_end(given))
    if action := given.action.strip().rstrip("."):
        yield sentences.PROMISED.format(action=action)
    yield sentences.WOULD_RENEW.format(number=given.renewal + 1)
