"""Agreement of self-assessments, rules and evaluations as a page: tables for people to read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from os2governance.analysis.agreement import (
    MIN_COMPARED,
    PARTIES,
    AgreementCounts,
    AgreementFigures,
    AgreementGroup,
    AgreementSlice,
    ContestedCriterion,
)
from os2governance.analysis.evaluation_pairs import EvaluationPair
from os2governance.assessment.outcome import STATUSES
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import FACTS_SAY_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, Text, _, ngettext, pgettext
from os2governance.model.model import Model
from os2governance.model.words import Words, phrase, possessive
from os2governance.render.common.criterion import name_criterion
from os2governance.render.common.levels import render_footer_text
from os2governance.render.common.paper import (
    PaperHeading,
    PaperParagraph,
    PaperPart,
    PaperTable,
)
from os2governance.render.common.values import render_value

TITLE = _("Agreement between self-assessment, rules and evaluation")
_NO_PAIRS = _("No evaluation can be compared with a self-assessment yet.")
_PRODUCTS = _("Products by {model}")
_PROJECTS = _("Projects by {model}")
_PARTIES = {
    "self_light": _("Self-assessment against {evaluator} assessment"),
    "rules_light": _("Rules against {evaluator} assessment"),
    "self_rules": _("Self-assessment against the rules"),
}
_SHORT_PARTIES = {
    "self_light": _("Self-assessment / evaluation"),
    "rules_light": _("Rules / evaluation"),
    "self_rules": _("Self-assessment / rules"),
}
_COUNT_HEAD = (
    _("Compared"),
    _("Agree"),
    _("The first higher"),
    _("The first lower"),
    _("Not applicable by one"),
    _("Not stated"),
)
_OF = _("{count} of {all}")
_NONE_KNOWN = _("not stated")
_CONFUSION = _("Self-assessment (rows) against {evaluator} assessment (columns)")
_BY = {
    "themes": (_("By theme"), _("Theme")),
    "criteria": (_("By criterion"), _("Criterion")),
    "by_product": (_("By product"), _("Product")),
    "half_years": (_("By half-year"), _("Half-year")),
}
_CONTESTED = _("Contested criteria")
_CONTESTED_HEAD = (_("Criterion"), _("Disagree"), _("Always contested"))
_DISPUTES = _("Where the rules and {evaluator} assessment disagree")
_DISPUTES_INTRO = _(
    "The facts are certain here, and the assessment is another: the criterion's rule or the fact "
    "needs a look."
)
_DISPUTES_HEAD = (
    _("Criterion"),
    _("Product"),
    _("Evaluated"),
    _("By the facts"),
    pgettext("of an evaluation", "Assessment"),
)
_APART = _("Not in the figures")
_APART_HEAD = (_("Product"), _("Evaluated"), _("Self-assessment"), _("Reason"))
APART_LABELS: Mapping[str, Text] = {
    "compared": _("compared"),
    "no_self_assessment": _("no self-assessment has answers"),
    "answered_later": _("the self-assessment is newer than the evaluation"),
    "draft": _("the self-assessment is a draft"),
    "closed": _("the product is closed"),
}
_ONCE = _("compared only once")


def build_agreement_paper(
    figures: AgreementFigures, models: Mapping[str, Model], as_of: date, language: Language
) -> Iterator[PaperPart]:
    """Yield the parts of the page: for each group its figures, then what is in none."""
    yield PaperHeading(1, TITLE.render(language))
    if not figures.groups:
        yield PaperParagraph(_NO_PAIRS.render(language))
    for group in figures.groups:
        yield from _build_group(group, models[group.model], language)
    if figures.apart:
        yield PaperHeading(2, _APART.render(language))
        rows = tuple(_build_apart_row(each, language) for each in figures.apart)
        yield PaperTable(_render_head(_APART_HEAD, language), rows)
    yield PaperParagraph(render_footer_text(models, as_of, language))


def _build_group(group: AgreementGroup, model: Model, language: Language) -> Iterator[PaperPart]:
    words = model.words
    title = _PROJECTS if group.kind == "project" else _PRODUCTS
    yield PaperHeading(2, title.render(language).format(model=group.model))
    yield PaperParagraph(_render_summary(group, language))
    rows = tuple(
        (
            _name_parties(text, words, language),
            *_render_counts(group.overall.counts[name], language),
        )
        for name, text in _PARTIES.items()
    )
    yield PaperTable(_render_head(_COUNT_HEAD, language), rows)
    yield PaperHeading(3, _name_parties(_CONFUSION, words, language))
    yield _build_confusion(group.overall.counts["self_light"], words, language)
    if group.contested:
        yield PaperHeading(3, _CONTESTED.render(language))
        yield PaperTable(
            _render_head(_CONTESTED_HEAD, language),
            tuple(
                (
                    name_criterion(each.id, each.title, language),
                    _OF.render(language).format(count=each.disagree, all=each.known),
                    _render_always(each, language),
                )
                for each in group.contested
            ),
        )
    yield from _build_disputes(group, words, language)
    for name, (title, column) in _BY.items():
        yield PaperHeading(3, title.render(language))
        yield _build_slices(getattr(group, name), column, language)


def _render_summary(group: AgreementGroup, language: Language) -> str:
    products = ngettext("{count} product", "{count} products", group.products).render(language)
    text = ngettext(
        "{count} evaluation of {products} is compared with the self-assessment in force on its "
        "day.",
        "{count} evaluations of {products} are compared with the self-assessments in force on "
        "their days.",
        group.overall.pairs,
    )
    return text.render(language).format(
        count=group.overall.pairs, products=products.format(count=group.products)
    )


def _name_parties(text: Text, words: Words, language: Language) -> str:
    owner = phrase(possessive(words.evaluator)).render(language)
    return text.render(language).format(evaluator=owner)


def _render_head(titles: Iterable[Text], language: Language) -> tuple[str, ...]:
    return tuple(each.render(language) for each in titles)


def _render_counts(counts: AgreementCounts, language: Language) -> tuple[str, ...]:
    directions = (counts.higher, counts.lower, counts.other)
    return (render_agreed(counts, language), *map(str, directions), str(counts.unknown))


def render_agreed(counts: AgreementCounts, language: Language) -> str:
    """How many agree of those that are known: `18 of 35`; where none is, that it is not stated."""
    if not counts.known:
        return _NONE_KNOWN.render(language)
    return _OF.render(language).format(count=counts.agree, all=counts.known)


def _build_confusion(counts: AgreementCounts, words: Words, language: Language) -> PaperTable:
    lights = [each for each in STATUSES if each in words.lights]
    names = {each: STATUS_SYMBOLS[each].word.render(language) for each in STATUSES}
    return PaperTable(
        ("", *(words.lights[each].render(language) for each in lights)),
        tuple(
            (names[first], *(str(counts.confusion[first][light]) for light in lights))
            for first in STATUSES
        ),
    )


def _render_always(each: ContestedCriterion, language: Language) -> str:
    if each.known < MIN_COMPARED:
        return _ONCE.render(language)
    return render_value(each.always, language)


def _build_disputes(
    group: AgreementGroup, words: Words, language: Language
) -> Iterator[PaperPart]:
    if not group.disputes:
        return
    yield PaperHeading(3, _name_parties(_DISPUTES, words, language))
    yield PaperParagraph(_DISPUTES_INTRO.render(language))
    yield PaperTable(
        _render_head(_DISPUTES_HEAD, language),
        tuple(
            (
                name_criterion(each.criterion, each.title, language),
                each.name,
                format_day(each.evaluated_on, language),
                FACTS_SAY_LABELS[each.facts].render(language),
                phrase(words.lights[each.light]).render(language),
            )
            for each in group.disputes
        ),
    )


def _build_slices(
    slices: Sequence[AgreementSlice], column: Text, language: Language
) -> PaperTable:
    heads = (_SHORT_PARTIES[name].render(language) for name in PARTIES)
    return PaperTable(
        (column.render(language), *heads),
        tuple(
            (
                _name_slice(each, column, language),
                *(render_agreed(each.counts[name], language) for name in PARTIES),
            )
            for each in slices
        ),
    )


def _name_slice(each: AgreementSlice, column: Text, language: Language) -> str:
    if column == _BY["criteria"][1]:
        return name_criterion(each.id, each.title, language)
    return each.title.render(language) or each.id


def _build_apart_row(each: EvaluationPair, language: Language) -> tuple[str, ...]:
    return (
        each.name,
        format_day(each.evaluated_on, language),
        format_day(each.declared_on, language)
        if each.declared_on
        else _NONE_KNOWN.render(language),
        APART_LABELS[each.standing].render(language),
    )
