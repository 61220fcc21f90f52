"""What an evaluator is likely to question in a self-assessment, as a page."""

from collections.abc import Iterator, Sequence
from datetime import date

from os2governance.analysis.likely_questions import LikelyQuestion
from os2governance.assessment.levels import Assessment
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import Language, Text, _, format_sentence
from os2governance.model.model import Model
from os2governance.model.words import phrase
from os2governance.render.common.criterion import name_criterion
from os2governance.render.common.levels import render_footer_text
from os2governance.render.common.paper import (
    PaperHeading,
    PaperParagraph,
    PaperPart,
    PaperTable,
)

_TITLE = _("What {evaluator} is likely to ask about")
_INTRO = _(
    "A hint before the evaluation, and no judgement: it changes nothing. A better description or "
    "a link to the evidence is often enough."
)
_NOTHING = _("Nothing in the self-assessment stands out.")
_HEAD = (_("Criterion"), _("Your answer"), _("Why"))
_REASONS: dict[str, Text] = {
    "light": _("the latest assessment was {light}"),
    "facts": _("the stated facts show something else"),
    "waived": _("nobody has accepted that it is not relevant"),
    "no_evidence": _("there is no evidence"),
    "often_lowered": _("lowered in evaluations: {lowered} of {claimed}"),
}


def build_questions_paper(
    products: Sequence[tuple[Assessment, Sequence[LikelyQuestion]]],
    as_of: date,
    language: Language,
) -> Iterator[PaperPart]:
    """Yield the parts of the page: each product with the claims that are likely questioned."""
    models = [each.model for each, _questions in products]
    evaluator = models[0].words.evaluator if models else Text()
    title = _TITLE.render(language).format(evaluator=phrase(evaluator).render(language))
    yield PaperHeading(1, title)
    yield PaperParagraph(_INTRO.render(language))
    for assessment, questions in products:
        yield PaperHeading(2, assessment.product.name)
        if not questions:
            yield PaperParagraph(_NOTHING.render(language))
            continue
        rows = tuple(_build_row(assessment.model, each, language) for each in questions)
        yield PaperTable(tuple(each.render(language) for each in _HEAD), rows)
    yield PaperParagraph(render_footer_text([each.reference for each in models], as_of, language))


def _build_row(model: Model, question: LikelyQuestion, language: Language) -> tuple[str, ...]:
    return (
        name_criterion(question.criterion, model.by_id[question.criterion].title, language),
        STATUS_SYMBOLS[question.claimed].word.render(language),
        format_sentence("; ".join(render_question_reasons(model, question, language))),
    )


def render_question_reasons(
    model: Model, question: LikelyQuestion, language: Language
) -> Iterator[str]:
    """Yield why a claim is likely to be questioned, each as a part of a sentence."""
    light = phrase(model.words.lights[question.light]).render(language) if question.light else ""
    claimed, lowered = question.record or (0, 0)
    for reason in question.reasons:
        text = _REASONS[reason].render(language)
        yield text.format(light=light, claimed=claimed, lowered=lowered)
