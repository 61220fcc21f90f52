"""A letter to a product, in the words of its model."""

from collections.abc import Iterator

from os2governance.analysis.letter import LetterItem, ProductLetter
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import Language, _
from os2governance.model.letters import fill_letter_text
from os2governance.model.model import Model
from os2governance.model.words import phrase
from os2governance.render.common.excerpts import end_sentence
from os2governance.render.common.levels import render_criterion_name
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperSubject,
)
from os2governance.render.decisions.log_labels import render_decision

_UNTIL = _("through {until}")
_ASKED = _("To do: {asked}")
_PROMISED = _("Promised: {promised}")
_PROMISED_BY = _("Promised: {promised} ({role})")


def build_letter(letter: ProductLetter, language: Language) -> Iterator[PaperPart]:
    """Yield the parts of the letter; one that names or lists what there is not is left out."""
    assessment = letter.assessment
    names = _collect_letter_names(letter, language)
    title = fill_letter_text(letter.template.title.render(language), names)
    yield PaperSubject(f"{assessment.product.id}/{letter.kind}")
    yield PaperHeading(1, title or assessment.product.name)
    yield PaperParagraph(names["today"])
    for part in letter.template.parts:
        text = fill_letter_text(part.text.render(language), names)
        if part.field:
            yield PaperField(part.field, text or "")
            continue
        items = tuple(_render_items(part.list, letter, language)) if part.list else ()
        if text is None or (part.list and not items):
            continue
        if text:
            yield PaperParagraph(text)
        if items:
            yield PaperList(items)


def _collect_letter_names(letter: ProductLetter, language: Language) -> dict[str, str]:
    """What the texts of a letter name, in words."""
    assessment, words = letter.assessment, letter.assessment.model.words
    levels = assessment.model.levels_by_id
    return {
        "product": assessment.product.name,
        "today": format_day(assessment.as_of, language),
        "evaluator": words.evaluator.render(language),
        "the_evaluator": phrase(words.evaluator).render(language),
        "decider": words.decider.render(language),
        "the_decider": phrase(words.decider).render(language),
        **{name: format_day(day, language) for name, day in letter.days.items()},
        **{name: levels[level].at.render(language) for name, level in letter.levels.items()},
    }


def _render_items(name: str, letter: ProductLetter, language: Language) -> Iterator[str]:
    if name == "decided":
        for entry in letter.decided:
            said = f"{render_decision(entry, language)}. {entry.rationale.strip()}"
            yield said.strip()
        return
    for item in letter.lists.get(name, ()):
        yield " ".join(_render_item(item, letter.assessment.model, language))


def _render_item(item: LetterItem, model: Model, language: Language) -> Iterator[str]:
    """Yield the criterion, until when, what was found, and what is asked or promised."""
    name = "".join(span.text for span in render_criterion_name(item.outcome, language))
    until = format_day(item.until, language) if item.until else ""
    end = f", {_UNTIL.render(language).format(until=until)}" if until else ""
    yield f"{name}{end}{':' if item.found.strip() else '.'}"
    if item.found.strip():
        yield end_sentence(item.found)
    role = model.roles_by_id.get(item.responsible)
    if promised := item.promised.strip().rstrip("."):
        text = _PROMISED_BY if role else _PROMISED
        by = role.phrase.render(language) if role else ""
        yield end_sentence(text.render(language).format(promised=promised, role=by))
    elif asked := item.asked.render(language).strip():
        yield end_sentence(_ASKED.render(language).format(asked=asked))
