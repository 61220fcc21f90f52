"""Figures of the portfolio, and the register of authorities."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _, pgettext

_entry = partial(CatalogueEntry, subject=_("Portfolio"))

PORTFOLIO: dict[str, CatalogueEntry] = {
    "portfolio-unknown-fact": _entry(
        severity="error",
        message=_("The model's schema has no fact '{fact}'{meant}"),
        remedy=_("Fix the path in portfolio.yaml."),
        rationale=_('The portfolio\'s figure would always be "not stated".'),
    ),
    "portfolio-fact-type": _entry(
        severity="error",
        message=_("The fact '{fact}' must be of the type {kind}."),
        remedy=_("Name another fact."),
        rationale=_("The figure cannot be added up across products."),
    ),
    "register-twice": _entry(
        severity="error",
        message=_("'{name}' ({number}) occurs twice, or one spelling belongs to two."),
        remedy=_("Keep one of them."),
        rationale=_("An authority would count twice or be mistaken for another."),
    ),
    "register-no-such": _entry(
        severity="error",
        message=_("The register has no '{name}'."),
        remedy=_("Fix the name."),
        rationale=_("A merger with a wrong target makes the authority vanish from the figures."),
    ),
    "authority-unknown": _entry(
        severity="warning",
        message=_("'{name}' is not in the register of {kind}{meant}"),
        remedy=_("Write the name as in the register, or fix the kind."),
        rationale=_("It does not count as the intended authority in figures across products."),
    ),
    "authority-merged": _entry(
        severity="warning",
        message=_("'{name}' was merged with others in {year} and is now part of {into}."),
        remedy=_("Write the name that it has now."),
        rationale=_("The new authority may come to count twice."),
    ),
    "authority-twice": _entry(
        severity="warning",
        message=_("'{name}' is in the list more than once."),
        remedy=pgettext("of several", "Keep one of them."),
        rationale=_("The number of users and the sum of payments become too high."),
    ),
}
