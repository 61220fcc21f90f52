"""What the table of all products can show: the outcome, either side, or the difference."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from os2governance.assessment.rating import STATUS_RANK
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import Language, Text, _
from os2governance.model.model import Model
from os2governance.site.summary import ProductSummary

ASSESSED, DECLARED, EVALUATED, DIFFERENCE = "assessed", "declared", "evaluated", "difference"
STATUS_VIEWS = (ASSESSED, DECLARED, EVALUATED, DIFFERENCE)

_NAMES = {
    ASSESSED: _("assessed outcome"),
    DECLARED: _("self-assessment alone"),
    DIFFERENCE: _("difference"),
}
_NOT_RATED = _("not rated")
_DIFFERENCES: dict[str, tuple[str, Text]] = {
    "same": ("=", _("both see it alike")),
    "higher": ("▲", _("the evaluation is more positive")),
    "lower": ("▼", _("the evaluation is more critical")),
    "otherwise": ("◆", _("one of them sees it as not applicable")),
    "": ("·", _("only one of them has said anything")),
}


class StatusSign(NamedTuple):
    """The sign of a value in a cell of the table, and the words for it."""

    sign: Markup
    words: str


def name_view(view: str, model: Model, language: Language) -> str:
    """What a view of the table is called; the evaluator's by the model's word."""
    name = model.words.evaluator if view == EVALUATED else _NAMES[view]
    return name.render(language)


def list_view_values(card: ProductSummary, view: str) -> Sequence[str]:
    """The value of each criterion of a product in a view, in the model's order."""
    ratings = card.ratings or [""] * len(card.statuses)
    if view == EVALUATED:
        return ratings
    if view == DIFFERENCE:
        both = zip(card.declared, ratings, strict=True)
        return [compare_statuses(declared, rating) for declared, rating in both]
    return card.declared if view == DECLARED else card.statuses


def compare_statuses(declared: str, rating: str) -> str:
    """How a rating differs from what the declaration alone gives; empty where one is missing."""
    if declared == "unknown" or not rating:
        return ""
    if declared == rating:
        return "same"
    if declared not in STATUS_RANK or rating not in STATUS_RANK:
        return "otherwise"
    return "higher" if STATUS_RANK[rating] > STATUS_RANK[declared] else "lower"


def build_view_signs(view: str, language: Language) -> dict[str, StatusSign]:
    """The sign of each value of a view; short, since a page has thousands."""
    if view == DIFFERENCE:
        text = Markup('<span role="img" aria-label="{}">{}</span>')
        return {
            value: StatusSign(text.format(words.render(language), sign), words.render(language))
            for value, (sign, words) in _DIFFERENCES.items()
        }
    words = {key: symbol.word for key, symbol in STATUS_SYMBOLS.items()}
    if view == EVALUATED:
        words = {**{key: said for key, said in words.items() if key != "unknown"}, "": _NOT_RATED}
    return dict(_build_status_signs(words.items(), language))


def _build_status_signs(
    words: Iterable[tuple[str, Text]], language: Language
) -> Iterable[tuple[str, StatusSign]]:
    sign = Markup('<svg role="img" aria-label="{}"><use href="#{}"/></svg>')
    for status, said in words:
        text = said.render(language)
        yield status, StatusSign(sign.format(text, status or "unknown"), text)
