"""The recommendation in the board paper on a product, and the deviations that it rests on."""

from collections.abc import Iterator, Mapping, Sequence

from os2governance.analysis.board_case import BoardCase
from os2governance.analysis.deviations import LevelDeviation
from os2governance.assessment.deviation import counts_for_level
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import format_list
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.case_names import (
    MAX_DEVIATIONS,
    collect_names,
    list_criteria,
    list_roles,
    render_criterion,
    render_role_name,
)
from os2governance.render.common.excerpts import end_sentence, find_first_sentence
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperSlot,
    PaperTable,
)
from os2governance.render.common.paper_fields import build_paper_key

MAX_NAMED = 5
"""More unanswered criteria than this are only counted in the recommendation."""


def build_recommendation(case: BoardCase, letters: Mapping[str, str]) -> Iterator[PaperPart]:
    """Yield what is recommended, item by item, and the deviations that it rests on."""
    lead = sentences.RECOMMEND.format(**collect_names(case))
    items = tuple(_list_items(case, letters.get("deviations", "")))
    yield PaperHeading(2, sentences.HEADINGS["recommendation"])
    yield PaperField(
        "recommendation", parts=(PaperParagraph(lead), PaperList(items, numbered=True))
    )
    if 0 < len(case.deviations) <= MAX_DEVIATIONS:
        yield PaperParagraph(sentences.DEVIATIONS)
        yield build_deviation_table(case)


def _list_items(case: BoardCase, letter: str) -> Iterator[str]:
    names, model = collect_names(case), case.assessment.model
    yield sentences.RECOMMEND_DIRECTIONS[case.direction].format(**names)
    if letter:
        count = len(case.deviations)
        yield sentences.RECOMMEND_ACCEPTANCES_IN_ANNEX.format(count=count, letter=letter)
    else:
        yield from _list_acceptances(case.deviations)
    if case.deviations:
        roles = list_roles([each.responsible for each in case.deviations], model)
        yield sentences.RECOMMEND_FOLLOW_UP.format(roles=roles)
    if case.unanswered:
        several = len(case.unanswered) > MAX_NAMED
        text = sentences.RECOMMEND_MANY_ANSWERS if several else sentences.RECOMMEND_ANSWERS
        yield text.format(
            roles=list_roles([each.criterion.responsible for each in case.unanswered], model),
            names=list_criteria(case.unanswered),
            count=len(case.unanswered),
            until=format_day(case.until, "da"),
        )


def _list_acceptances(deviations: Sequence[LevelDeviation]) -> Iterator[str]:
    """Yield the acceptance of what is new, and the renewal of what was accepted before."""
    new = [render_criterion(each.outcome) for each in deviations if each.number == 1]
    again = [_render_with_number(each) for each in deviations if each.number > 1]
    if new:
        one, many = sentences.RECOMMEND_ACCEPTANCE, sentences.RECOMMEND_ACCEPTANCES
        yield (one if len(new) == 1 else many).format(names=format_list(new, "da"))
    if again:
        one, many = sentences.RECOMMEND_RENEWAL, sentences.RECOMMEND_RENEWALS
        yield (one if len(again) == 1 else many).format(names=format_list(again, "da"))


def _render_with_number(deviation: LevelDeviation) -> str:
    name = render_criterion(deviation.outcome)
    return sentences.WITH_NUMBER.format(name=name, number=deviation.number)


def build_deviation_table(case: BoardCase) -> PaperTable:
    """The deviations to be decided on, one a row; words and deadlines may be changed."""
    return PaperTable(
        sentences.DEVIATION_COLUMNS,
        tuple(_build_deviation_row(each, case) for each in case.deviations),
    )


def _build_deviation_row(
    deviation: LevelDeviation, case: BoardCase
) -> tuple[str, PaperSlot, PaperSlot, str, PaperSlot]:
    criterion = deviation.outcome.criterion
    keys = {name: build_paper_key(name, criterion.id) for name in ("basis", "action", "until")}
    return (
        render_criterion(deviation.outcome),
        PaperSlot(keys["basis"], " ".join(_render_basis(deviation, case))),
        PaperSlot(keys["action"], deviation.follow_up.render("da")),
        render_role_name(deviation.responsible, case.assessment.model),
        PaperSlot(keys["until"], format_day(case.until, "da")),
    )


def _render_basis(deviation: LevelDeviation, case: BoardCase) -> Iterator[str]:
    """Yield who says so, in which words, a refused claim, and that it was accepted before."""
    outcome, answer = deviation.outcome, deviation.outcome.answer
    waived = answer is not None and answer.answer == "not_applicable"
    basis = sentences.BASIS_LABELS[deviation.source].format(**collect_names(case))
    own = "" if waived else deviation.product_says
    by_light = deviation.source == "evaluation"
    words = end_sentence(find_first_sentence(deviation.evaluator_says if by_light else own))
    if outcome.planned:
        basis = sentences.ONLY_PLANNED.format(status=basis)
    said = sentences.BASIS_WITH_WORDS.format(basis=basis, words=words)
    yield said if words else end_sentence(basis)
    if answer and waived and outcome.status != "not_applicable":
        reason = answer.reason.strip()
        refused = sentences.NOT_RELEVANT_REFUSED_WITH_REASON
        yield (refused if reason else sentences.NOT_RELEVANT_REFUSED).format(reason=reason)
    yield from _render_earlier_acceptance(deviation, case)


def _render_earlier_acceptance(deviation: LevelDeviation, case: BoardCase) -> Iterator[str]:
    """Yield for which level it was accepted, and the number that a new acceptance would have."""
    given, model = deviation.earlier, case.assessment.model
    if given is None:
        return
    running = not given.has_ended(case.assessment.as_of)
    if running and given.level and not counts_for_level(given, case.level.id, model):
        level = model.levels_by_id[given.level].phrase.render("da")
        yield sentences.ACCEPTED_FOR_LOWER_LEVEL.format(level=level)
    yield sentences.WOULD_RENEW.format(number=deviation.number)
