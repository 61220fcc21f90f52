"""The trend as a page: of each group by half-year, then of each product."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from os2governance.formats.words import LIGHTS
from os2governance.i18n.date_words import format_day
from os2governance.i18n.half_years import HalfYear
from os2governance.i18n.text import Language, _, format_sentence, ngettext
from os2governance.model.model import Model
from os2governance.portfolio.contribution import COUNTED_KINDS
from os2governance.portfolio.trend import HalfYearFigures, TrendGroup, TrendPoint
from os2governance.render.common.levels import (
    NOT_STATED,
    render_below_lowest,
    render_footer_text,
    render_level_word,
    render_state,
)
from os2governance.render.common.paper import (
    PaperHeading,
    PaperParagraph,
    PaperPart,
    PaperTable,
)

_TITLE = _("Trend by half-year")
_NOTHING = _("Nothing is known of any product.")
_PRODUCTS = _("Products by {model}")
_PROJECTS = _("Projects by {model}")
_HALF_YEAR, _ALL = _("Half-year"), _("Products")
_NOT_SETTLED = _("not settled")
_NOBODY = {
    "placed": _("not placed"),
    "assessed": _("not known"),
    "evaluated": _("not evaluated"),
}
_LIGHTS = _("Lights in force")
_EVALUATED = _("Evaluated")
_EACH_PRODUCT = _("Each product")
_EACH_HEAD = (_("Product"), _("Half-year"), _("Self-assessment"))
_OTHER_MODEL = _("by {model}")
_DRAFT = _("{date}, draft")
_CLOSED = _("closed")


def build_trend_paper(
    points: Sequence[TrendPoint],
    groups: Sequence[TrendGroup],
    models: Mapping[str, Model],
    as_of: date,
    language: Language,
) -> Iterator[PaperPart]:
    """Yield the parts of the page."""
    yield PaperHeading(1, _TITLE.render(language))
    if not points:
        yield PaperParagraph(_NOTHING.render(language))
    for group in groups:
        title = _PROJECTS if group.kind == "project" else _PRODUCTS
        yield PaperHeading(2, title.render(language).format(model=group.model))
        yield from _build_group(group, models[group.model], language)
    if points:
        yield PaperHeading(2, _EACH_PRODUCT.render(language))
        yield _build_products(points, models, language)
    if apart := _render_apart(points, language):
        yield PaperParagraph(apart)
    yield PaperParagraph(render_footer_text(models, as_of, language))


def _build_group(group: TrendGroup, model: Model, language: Language) -> Iterator[PaperPart]:
    for kind in COUNTED_KINDS:
        yield PaperHeading(3, render_level_word(model, kind, language))
        rows = tuple(_build_level_row(each, kind, language) for each in group.half_years)
        yield PaperTable(_list_level_heads(model, kind, language), rows)
    yield PaperHeading(3, _LIGHTS.render(language))
    heads = (model.words.lights[each].render(language) for each in LIGHTS)
    yield PaperTable(
        (_HALF_YEAR.render(language), _EVALUATED.render(language), *heads),
        tuple(_build_light_row(each, language) for each in group.half_years),
    )


def _list_level_heads(model: Model, kind: str, language: Language) -> tuple[str, ...]:
    levels = (each.name.render(language) for each in model.levels)
    ends = [_NOBODY[kind].render(language)]
    if kind != "placed":
        ends = [render_below_lowest(model, language), _NOT_SETTLED.render(language), *ends]
    return (_HALF_YEAR.render(language), _ALL.render(language), *levels, *ends)


def _build_level_row(each: HalfYearFigures, kind: str, language: Language) -> tuple[str, ...]:
    ends = [each.nobody[kind]]
    if kind != "placed":
        ends = [each.below[kind], each.not_settled[kind], *ends]
    counts = (each.products, *each.levels[kind].values(), *ends)
    return (_name_half(each.half, language), *map(str, counts))


def _build_light_row(each: HalfYearFigures, language: Language) -> tuple[str, ...]:
    if not each.evaluated:
        return (_name_half(each.half, language), "0", *(NOT_STATED for _light in LIGHTS))
    counts = (each.evaluated, *(each.lights[light] for light in LIGHTS))
    return (_name_half(each.half, language), *map(str, counts))


def _name_half(half: HalfYear, language: Language) -> str:
    return format_sentence(half.render(language)).removesuffix(".")


def _build_products(
    points: Sequence[TrendPoint], models: Mapping[str, Model], language: Language
) -> PaperTable:
    first = next(iter(models.values()))
    words = (render_level_word(first, kind, language) for kind in COUNTED_KINDS)
    lights = "/".join(first.words.lights[each].render(language) for each in LIGHTS)
    return PaperTable(
        (*(each.render(language) for each in _EACH_HEAD), *words, lights),
        tuple(_build_product_row(each, models, language) for each in points),
    )


def _build_product_row(
    each: TrendPoint, models: Mapping[str, Model], language: Language
) -> tuple[str, ...]:
    lights = "/".join(str(each.lights[light]) for light in LIGHTS)
    return (
        each.name,
        _name_half(each.half, language),
        _render_declared(each, language),
        *(render_trend_level(each, kind, models, language) for kind in COUNTED_KINDS),
        lights if any(each.lights.values()) else NOT_STATED,
    )


def _render_declared(each: TrendPoint, language: Language) -> str:
    if each.declared_on is None:
        return NOT_STATED
    day = format_day(each.declared_on, language)
    return _DRAFT.render(language).format(date=day) if each.draft else day


def render_trend_level(
    each: TrendPoint, kind: str, models: Mapping[str, Model], language: Language
) -> str:
    """A level of a point, or why there is none; a closed product says so where it was placed."""
    if kind == "placed" and each.lifecycle == "closed":
        return _CLOSED.render(language)
    if kind == "assessed" and each.other_model:
        return _OTHER_MODEL.render(language).format(model=each.model)
    model = models[each.own_model]
    level = each.levels[kind]
    if level is not None:
        return model.level_name(level).render(language)
    return render_state(model, each.states[kind], kind, language)


def _render_apart(points: Sequence[TrendPoint], language: Language) -> str:
    count = sum(not each.counted for each in points)
    if not count:
        return ""
    text = ngettext(
        "{count} of {all} rows is in no figure: closed, a draft, or by another version of the "
        "model.",
        "{count} of {all} rows are in no figure: closed, a draft, or by another version of the "
        "model.",
        count,
    )
    return text.render(language).format(count=count, all=len(points))
