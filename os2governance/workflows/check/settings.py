"""Which findings `check` reports and fails on, by the repository's settings and command line."""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import Severity, list_severities_from
from os2governance.findings.finding import Finding, suggest_word
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.workflows.settings import ProductSettings, RepositorySettings


class CheckSettings(NamedTuple):
    """Which findings are reported, and from which severity they fail the check.

    `per_product` has the settings of the product in a folder, by its absolute path.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: Severity = "error"
    per_product: tuple[tuple[str, ProductSettings], ...] = ()

    def reports(self, found: Finding) -> bool:
        """Whether a finding is reported; one that marks something as unchecked always is."""
        if not found.entry.ignorable:
            return True
        code = found.code if found.code in self.ignore else found.reported_code
        return (not self.select or code in self.select) and code not in self.ignore

    def choose_for(self, file: str) -> "CheckSettings":
        """The settings for a product, by its file."""
        if not self.per_product:
            return self
        folder = os.path.dirname(os.path.abspath(file))  # noqa: PTH100, PTH120 - by the thousand
        own = dict(self.per_product).get(folder, ProductSettings())
        select = self.select & own.select if self.select and own.select else None
        return self._replace(
            select=(self.select or own.select) if select is None else select,
            ignore=self.ignore | own.ignore,
        )

    def fails(self, counts: Mapping[str, int]) -> bool:
        """Whether findings, counted by severity, fail the check."""
        return any(counts.get(severity) for severity in list_severities_from(self.fail_on))


_COMPARISON_CODES = frozenset(code for code, entry in CATALOGUE.items() if entry.of_comparison)


def build_check_settings(
    settings: RepositorySettings,
    select: Iterable[str],
    ignore: Iterable[str],
    fail_on: Severity | None,
) -> CheckSettings:
    """The settings of the command line; those not given come from the repository.

    A code selected on the command line is not ignored by the repository's file. That file never
    hides findings on the comparison with a revision: one change could alter both.

    Raises:
        NotPossibleError: when a code is unknown.
    """
    given = CheckSettings(_parse_codes(select, "--select"), _parse_codes(ignore, "--ignore"))
    several = (
        (folder, _build_product_settings(own, given))
        for folder, own in settings.per_product.items()
    )
    return CheckSettings(
        given.select or _keep_comparison(settings.select),
        given.ignore or settings.ignore - given.select,
        fail_on or settings.fail_on or "error",
        tuple(each for each in several if any(each[1])),
    )


def _build_product_settings(own: ProductSettings, given: CheckSettings) -> ProductSettings:
    return ProductSettings(
        frozenset() if given.select else _keep_comparison(own.select),
        frozenset() if given.ignore else own.ignore - given.select,
    )


def _keep_comparison(selected: frozenset[str]) -> frozenset[str]:
    return selected and selected | _COMPARISON_CODES


def _parse_codes(values: Iterable[str], where: str) -> frozenset[str]:
    codes = {code.strip() for value in values for code in value.split(",")} - {""}
    for code in sorted(codes - CATALOGUE.keys()):
        meant = suggest_word(code, CATALOGUE)
        raise NotPossibleError(
            _("{where}: there is no code '{code}'{meant}").fill(
                where=where, code=code, meant=meant
            )
        )
    return frozenset(codes)
