"""Validation of ids of criteria, levels and products typed on the command line."""

import re
from collections.abc import Collection, Iterable

from os2governance.findings.finding import suggest_id
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import Text, _, pgettext
from os2governance.model.model import Model


def check_criterion_ids(names: Iterable[str], model: Model) -> None:
    """Refuse criteria that the model does not have."""
    for name in names:
        _check_id(name, model.by_id, model, pgettext("begins a sentence", "criterion"))


def check_level_id(name: str | None, model: Model) -> None:
    """Refuse a level that the model does not have."""
    if name is not None:
        _check_id(name, model.level_ids, model, pgettext("begins a sentence", "level"))


def _check_id(name: str, known: Collection[str], model: Model, what: Text) -> None:
    if name in known:
        return
    meant, all_of_them = suggest_id(name, known), ", ".join(known)
    raise NotPossibleError(
        _("There is no {what} '{name}' in {reference}{meant} ({all_of_them})").fill(
            what=what, name=name, reference=model.reference, meant=meant, all_of_them=all_of_them
        )
    )


_NOT_ON_WINDOWS = r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?|.*\."
"""Names that Windows gives to devices, whatever follows a full stop, and those that it cuts a full
stop off: there can be no folder."""


def check_product_id(product: str) -> None:
    """Refuse a product id that its schema would refuse, or that can name no folder on Windows."""
    from os2governance.formats.patterns import ID, MAX_ID_LENGTH

    if re.fullmatch(_NOT_ON_WINDOWS, product):
        raise NotPossibleError(
            _("'{product}' cannot be used as an id: Windows has no folders of that name.").fill(
                product=product
            )
        )
    if re.fullmatch(ID, product) and len(product) <= MAX_ID_LENGTH:
        return
    raise NotPossibleError(
        _(
            "'{product}' cannot be used as an id: use lower-case letters, digits, full stop and "
            "hyphen."
        ).fill(product=product)
    )
