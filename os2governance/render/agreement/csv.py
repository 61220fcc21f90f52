"""Agreement as CSV: one row for each criterion of each evaluation, for spreadsheets."""

from collections.abc import Iterator, Mapping, Sequence

from os2governance.analysis.evaluation_pairs import ComparedCriterion, EvaluationPair
from os2governance.i18n.half_years import find_half_year
from os2governance.i18n.symbols import FACTS_SAY_LABELS, KIND_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, _, pgettext
from os2governance.model.model import Model
from os2governance.render.agreement.paper import APART_LABELS
from os2governance.render.common.spreadsheet import BOM, render_csv_rows

_COLUMNS = (
    _("Id"),
    _("Product"),
    pgettext("heading of a column", "Kind"),
    _("Model"),
    _("Half-year"),
    _("Evaluated on"),
    _("Self-assessment of"),
    _("In the figures"),
    _("Criterion"),
    _("Title"),
    _("Theme"),
    _("Self-assessment"),
    _("Rules"),
    _("By the facts"),
    pgettext("of an evaluation", "Assessment"),
)


def render_agreement_csv(
    pairs: Sequence[EvaluationPair], models: Mapping[str, Model], language: Language
) -> str:
    """The CSV text; pairs by product and date, criteria in the model's order."""
    head = (each.render(language) for each in _COLUMNS)
    rows = (
        row
        for pair in sorted(pairs, key=lambda each: (each.product, each.evaluated_on))
        for row in _list_rows(pair, models[pair.model], language)
    )
    return BOM + render_csv_rows([head, *rows], language)


def _list_rows(pair: EvaluationPair, model: Model, language: Language) -> Iterator[list[str]]:
    themes = {each.id: each.name.render(language) for each in model.themes}
    for each in pair.criteria:
        criterion = model.by_id[each.criterion]
        yield [
            *_list_pair_cells(pair, language),
            each.criterion,
            criterion.title.render(language),
            themes[criterion.theme],
            *_list_statuses(each, language),
        ]


def _list_pair_cells(pair: EvaluationPair, language: Language) -> list[str]:
    return [
        pair.product,
        pair.name,
        KIND_LABELS[pair.kind].render(language),
        pair.model,
        find_half_year(pair.evaluated_on).id,
        pair.evaluated_on.isoformat(),
        pair.declared_on.isoformat() if pair.declared_on else "",
        APART_LABELS[pair.standing].render(language),
    ]


def _list_statuses(each: ComparedCriterion, language: Language) -> list[str]:
    words = {name: symbol.word.render(language) for name, symbol in STATUS_SYMBOLS.items()}
    return [
        words[each.claimed],
        words[each.rules],
        FACTS_SAY_LABELS[each.facts].render(language),
        words[each.light],
    ]
