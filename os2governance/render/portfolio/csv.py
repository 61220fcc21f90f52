"""The portfolio as CSV, one row a product, for spreadsheets.

A text that a spreadsheet would take for a formula is prefixed with an apostrophe. Danish files use
semicolons as separators and decimal commas, as Danish spreadsheets do.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.i18n.symbols import KIND, LEVELS, STANDING, STATUS
from os2governance.i18n.text import Language, Text
from os2governance.model.figure_sources import figures_of
from os2governance.model.model import Model
from os2governance.portfolio.contribution import DECLARED, Amount, Share
from os2governance.render.common.layout import inert

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark, which tells a spreadsheet that the file is UTF-8."""
_FORMULA = ("=", "+", "-", "@")
_HEAD = (
    Text("Id", "Id"),
    Text("Produkt", "Product"),
    Text("Art", "Kind"),
    Text("Stand", "Standing"),
    Text("Model", "Model"),
)
_WHOLE = Text("Årlig økonomi", "Yearly economy")
_USING, _SUPPORTING = Text("Bruger det", "Use it"), Text("Støtter det", "Support it")
_OVERDUE, _FILE = Text("Overskredet", "Overdue"), Text("Fil", "File")
_UNDECLARED, _NONE = Text("ikke oplyst", "not declared"), Text("ingen", "none")


def portfolio_csv(shares: Sequence[Share], models: Mapping[str, Model], language: Language) -> str:
    """The CSV text; products are ordered by id."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";" if language == "da" else ",", lineterminator="\r\n")
    titles = _titles(models)
    writer.writerow(_safe(text.say(language)) for text in _heads(titles))
    for each in sorted(shares, key=lambda share: (share.product, share.file)):
        cells = _row(each, models[each.model], len(titles), language)
        writer.writerow(_cell(value, language) for value in cells)
    return BOM + held.getvalue()


def _titles(models: Mapping[str, Model]) -> tuple[Text, ...]:
    """Titles of the economy's parts, from the model that has the most."""
    found = [figures.economy for m in models.values() if (figures := figures_of(m)[0])]
    return max((each.titles for each in found if each), key=len, default=())


def _heads(titles: Sequence[Text]) -> Iterator[Text]:
    yield from _HEAD
    yield from (LEVELS[kind].word for kind in ("assessed", "placed", "evaluated"))
    yield from (sign.word for sign in STATUS.values())
    yield from (_WHOLE, *titles, _USING, _SUPPORTING, _OVERDUE, _FILE)


def _row(each: Share, model: Model, parts: int, language: Language) -> Iterator[Any]:
    yield from (each.product, each.name, KIND[each.kind].say(language))
    yield from (STANDING[each.standing].say(language), each.model)
    names = {level.id: level.name.say(language) for level in model.levels}
    yield from (names.get(level or "", "") for level in each.levels)
    yield from (each.statuses.count(status) for status in STATUS)
    amounts = [*each.economy, *[Amount("")] * (1 + parts - len(each.economy))]
    yield from (_amount(amount, language) for amount in amounts)
    if each.users is None:
        yield from [_UNDECLARED.say(language)] * 2
    else:
        yield sum(user.uses for user in each.users)
        yield sum(not user.uses for user in each.users)
    yield len(each.overdue)
    yield each.file


def _amount(amount: Amount, language: Language) -> Any:
    if amount.state == DECLARED:
        return amount.value
    return (_NONE if amount.state == "none" else _UNDECLARED).say(language)


def _cell(value: Any, language: Language) -> str:
    if isinstance(value, int | float):
        return str(value).replace(".", "," if language == "da" else ".")
    return _safe(value)


def _safe(text: str) -> str:
    """A text on one line that is not a formula."""
    said = inert(text)
    return f"'{said}" if said.lstrip().startswith(_FORMULA) else said
