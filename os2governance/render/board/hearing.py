"""The hearing on the evaluation, in a paper for a board: in Danish, as all of the paper."""

from collections.abc import Iterator

from os2governance.analysis.hearing_state import (
    UNANSWERED,
    HearingState,
    find_hearing_state,
)
from os2governance.assessment.levels import Assessment
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import pgettext
from os2governance.model.words import phrase, possessive
from os2governance.product.hearing import AGREED, REPLY
from os2governance.render.board.case_names import render_criterion, render_role_name
from os2governance.render.common.paper import PaperParagraph, PaperPart, PaperQuote, PaperTable

NOT_ANSWERED = pgettext(
    "paper for the board", "No answer to the evaluation of {evaluated} is recorded."
).da
ANSWERS = {
    AGREED: pgettext("paper for the board", "{role} agreed to the evaluation {on}.").da,
    "objections": pgettext("paper for the board", "{role} objected to the evaluation {on}.").da,
    REPLY: pgettext("paper for the board", "{role} replied {on}.").da,
}
NOT_REPLIED = pgettext("paper for the board", "no reply").da
COLUMNS = (
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "{evaluators} evaluation").da,
    pgettext("paper for the board", "Objection").da,
    pgettext("paper for the board", "Reply").da,
)


def build_hearing(assessment: Assessment) -> Iterator[PaperPart]:
    """Yield what was answered to the newest evaluation; nothing where there is none."""
    hearing = find_hearing_state(assessment)
    if hearing is None:
        return
    model = assessment.model
    if hearing.state == UNANSWERED:
        on = format_day(hearing.evaluation.on, "da")
        yield PaperParagraph(NOT_ANSWERED.format(evaluated=on))
        return
    for each in hearing.answers:
        said = ANSWERS[each.answer].format(
            role=render_role_name(each.by, model), on=format_day(each.on, "da")
        )
        yield PaperParagraph(said)
        if each.note.strip():
            yield PaperQuote(each.note)
    if hearing.objections:
        yield _build_objection_table(hearing, assessment)


def _build_objection_table(hearing: HearingState, assessment: Assessment) -> PaperTable:
    model, rated = assessment.model, hearing.evaluation.ratings
    evaluators = possessive(model.words.evaluator).render("da")
    rows = []
    for each in hearing.objections:
        light = rated.get(each.criterion)
        word = phrase(model.words.lights[light.status]).render("da") if light else ""
        name = render_criterion(assessment.outcome(each.criterion))
        rows.append((name, word, each.reason, each.reply or NOT_REPLIED))
    columns = tuple(each.format(evaluators=evaluators) for each in COLUMNS)
    return PaperTable(columns, tuple(rows))
