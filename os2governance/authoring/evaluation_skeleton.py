"""A skeleton evaluation in YAML: each criterion with what the product says beside it.

No light is given in it: each is commented out, below the criterion, the product's words, and the
light of the newest evaluation. Prose begins with `##`, so it stays a comment when a passage is
uncommented. Whatever a product wrote stays a comment of one line.
"""

from collections.abc import Iterator
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.authoring.yaml_text import format_scalar, render_comment
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import ANSWER_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, Text, _
from os2governance.model.model import Model
from os2governance.model.words import phrase

_TOP = _(
    "Evaluation of {name} by {model}. Lines with ## are explanations and the product's own words. "
    "Rate each criterion: remove the # and the space after it, choose met (green), partly "
    "(yellow), unmet (red) or not_applicable (grey), and write the grounds. Remove the line with "
    "draft when the evaluation is done; until then it counts nowhere."
)
_NOT_DECLARED = _("The product has no self-assessment.")
_DECLARED = _("The self-assessment is of {on}.")
_NOT_ANSWERED = _("The product: not answered.")
_ANSWERED = _("The product: {answer}.")
_EVIDENCE = _("References: {references}")
_NOTE = _("Description: {text}")
_EXPLANATION = _("Explanation: {text}")
_REASON = _("Reason: {text}")
_FACTS_SHOW = _("The facts show: {status}.")
_LAST = _("Evaluated {on}: {light}. {grounds}")
_ADVICE = _("What was recommended then: {text}")
_RECOMMENDED = _("recommendation")
_LEVELS = _("The level that is recommended: {levels}.")
_SUMMARY = _("The summary, as it will be published.")


def render_evaluation_skeleton(assessment: Assessment, on: date, language: Language) -> str:
    """The text of the file; it is a valid draft as it is."""
    return "\n".join(_render_lines(assessment, on, language)) + "\n"


def _render_lines(assessment: Assessment, on: date, language: Language) -> Iterator[str]:
    model, product = assessment.model, assessment.product
    top = _TOP.fill(name=product.name, model=model.reference)
    declared = assessment.declared_on
    state = _DECLARED.fill(on=format_day(declared, language)) if declared else _NOT_DECLARED
    yield from render_comment(top.render(language), 0)
    yield from render_comment(state.render(language), 0)
    yield "format: os2governance/evaluation/1"
    yield f"product: {format_scalar(product.id)}"
    yield f"model: {format_scalar(model.reference)}"
    yield "evaluated:"
    yield f"  on: {on.isoformat()}"
    yield f"  by: {format_scalar(model.words.evaluator.render(language))}"
    yield "  draft: true"
    yield "lights:"
    for theme in model.themes:
        own = [each for each in assessment.outcomes if each.criterion.theme == theme.id]
        if own:
            yield ""
            yield from render_comment(theme.name.render(language) or theme.id, 2)
        for outcome in own:
            for text in _describe_outcome(outcome, model, language):
                yield from render_comment(text, 2)
            yield f'  # {format_scalar(outcome.criterion.id)}: {{light: met, grounds: ""}}'
    levels = ", ".join(f'"{level.id}" = {level.name.render(language)}' for level in model.levels)
    yield ""
    yield from render_comment(_LEVELS.fill(levels=levels).render(language), 0)
    lowest = format_scalar(model.levels[0].id)
    yield f'# recommends: {{level: {lowest}, grounds: ""}}'
    yield from render_comment(_SUMMARY.render(language), 0)
    yield '# summary: ""'


def _describe_outcome(outcome: Outcome, model: Model, language: Language) -> Iterator[str]:
    """Yield the criterion, what the product says, what the facts show, and the last light."""
    criterion, answer = outcome.criterion, outcome.answer
    where = model.level_name(criterion.level).render(language) or criterion.level
    if criterion.recommended:
        where = f"{where}, {_RECOMMENDED.render(language)}"
    head = f"{criterion.id} {criterion.title.render(language)}".strip()
    asks = criterion.asks.render(language)
    yield f"{head} ({where}): {asks}" if asks else f"{head} ({where})"
    texts: list[Text] = [_NOT_ANSWERED]
    if answer:
        texts = [_ANSWERED.fill(answer=ANSWER_LABELS[answer.answer])]
        references = "; ".join(answer.evidence)
        texts += [_EVIDENCE.fill(references=references)] if references else []
        said = ((_NOTE, answer.note), (_EXPLANATION, answer.explanation), (_REASON, answer.reason))
        texts += [label.fill(text=text) for label, text in said if text.strip()]
    if outcome.facts_say in STATUS_SYMBOLS and outcome.facts_say != "unknown":
        texts.append(_FACTS_SHOW.fill(status=STATUS_SYMBOLS[outcome.facts_say].word))
    if outcome.rating and outcome.evaluation:
        light = phrase(model.words.lights[outcome.rating.status])
        on = format_day(outcome.evaluation.on, language)
        texts.append(_LAST.fill(on=on, light=light, grounds=outcome.rating.rationale.strip()))
        if advice := outcome.rating.advice.strip():
            texts.append(_ADVICE.fill(text=advice))
    yield from (text.render(language) for text in texts)
