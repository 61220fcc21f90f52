"""The counts of a report's own rows, and the check of a printed figure against them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import NamedTuple

from os2governance.exchange.read.rows import CriterionRow
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.folding import fold_label, strip_markup
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import Text, _
from os2governance.model.document_terms import DocumentTerms
from os2governance.model.model import Model

ALL_STATUSES = "all"
_TOTAL_LABEL = _("In all")


class RowScope(NamedTuple):
    """A selection of rows: those of a level, of a theme, of both, or all."""

    level: str | None = None
    theme: str | None = None

    def intersect(self, other: "RowScope") -> "RowScope":
        """The intersection of two scopes."""
        return RowScope(self.level or other.level, self.theme or other.theme)


class CountedRow(NamedTuple):
    """One row as counted; `status` is None where it has no rating."""

    scope: RowScope
    status: str | None


class Tally(NamedTuple):
    """All rows of a report, their counts, and the model and terms they are counted by."""

    rows: tuple[CountedRow, ...]
    counts: Mapping[tuple[RowScope, str | None], int]
    model: Model
    terms: DocumentTerms

    def count(self, scope: RowScope, status: str | None = ALL_STATUSES) -> int:
        """Count the rows of a scope: all, or those with a rating, or (None) those without."""
        return self.counts.get((scope, status), 0)

    def list_allowed_counts(self, scope: RowScope, status: str | None) -> set[int]:
        """The correct counts: rows without a rating may be included in `unmet`."""
        right = self.count(scope, status)
        return {right, right + self.count(scope, None)} if status == "unmet" else {right}

    def count_inherited(self, scope: RowScope) -> int:
        """Count the rows of a level and all below it."""
        levels = list(self.model.level_ids)
        below = levels[: levels.index(scope.level) + 1] if scope.level in levels else []
        return sum(self.count(RowScope(level, scope.theme)) for level in below)

    def find_scope(self, label: str) -> RowScope | None:
        """Find the scope that a label names: a level, a theme, or the total."""
        plain = fold_label(re.sub(r"\(.*", "", strip_markup(label)))
        level = self.terms.levels.get(plain)
        if level is not None:
            return RowScope(level=self.find_own_level(level))
        if plain in self.terms.themes:
            return RowScope(theme=self.terms.themes[plain])
        return RowScope() if plain in self.terms.count_words.totals else None

    def find_own_level(self, group: str) -> str:
        """The model's own id of a level."""
        own = (id_ for id_ in self.model.level_ids if self.terms.find_level(id_) == group)
        return next(own, group)

    def name_scope(self, scope: RowScope, status: str = ALL_STATUSES) -> Text:
        """Name what is counted; without a rating, only the scope."""
        parts = []
        if scope.theme:
            names = {theme.id: theme.name for theme in self.model.themes}
            parts.append(names.get(scope.theme, Text(scope.theme, scope.theme)))
        if scope.level:
            names = {level.id: level.name for level in self.model.levels}
            parts.append(names.get(scope.level, Text(scope.level, scope.level)))
        parts = parts or [_TOTAL_LABEL]
        parts += [] if status == ALL_STATUSES else [STATUS_SYMBOLS[status].word]
        return Text(", ".join(p.da for p in parts), ", ".join(p.en for p in parts))

    # -- printed figures ----------------------------------------------------------------------

    def check_count(
        self, printed: int, scope: RowScope, status: str, place: Location
    ) -> Iterator[Finding]:
        """Check a printed count against the rows."""
        if printed not in self.list_allowed_counts(scope, status):
            what, right = self.name_scope(scope, status), self.count(scope, status)
            yield make_finding("verify-count", place, what=what, printed=printed, right=right)

    def check_percent(
        self, printed: str, scope: RowScope, status: str, place: Location
    ) -> Iterator[Finding]:
        """Check a printed percentage against the rows; a half may be rounded up or down."""
        whole = self.count(scope)
        if not whole:
            return
        decimals = len(printed.replace(",", ".").partition(".")[2])
        value, margin = Fraction(printed.replace(",", ".")), Fraction(1, 2 * 10**decimals)
        allowed = self.list_allowed_counts(scope, status)
        if all(abs(value - Fraction(100 * n, whole)) > margin for n in allowed):
            right = format_percent(Fraction(100 * self.count(scope, status), whole), decimals)
            what, shown = self.name_scope(scope, status), Text(right.replace(".", ","), right)
            yield make_finding("verify-percent", place, what=what, printed=printed, right=shown)

    def check_missing(
        self, scope: RowScope, given: set[str], place: Location
    ) -> Iterator[Finding]:
        """Yield ratings that a count omits although there are rows with them."""
        for status in LIGHTS:
            right = self.count(scope, status)
            if status not in given and right:
                what = self.name_scope(scope, status)
                yield make_finding("verify-missing-figure", place, what=what, right=right)


def format_percent(exact: Fraction, decimals: int) -> str:
    """A percentage with as many decimals; a half, rounded by some up, keeps one more."""
    scaled = exact * 10**decimals
    if scaled % 1 == Fraction(1, 2):
        return f"{float(exact):.{decimals + 1}f}"
    return f"{floor(scaled + Fraction(1, 2)) / 10**decimals:.{decimals}f}"


def count_rows(
    rows: Sequence[CriterionRow],
    statuses: Mapping[str, str | None],
    model: Model,
    wording: DocumentTerms,
) -> Tally:
    """Count the rows: by the level printed in each, or else the model's, and by theme."""
    empty = Tally((), {}, model, wording)
    counted = []
    for row in rows:
        criterion = model.by_id.get(row.id)
        printed = wording.find_level(row.cells.get("level", ""))
        level = (
            empty.find_own_level(printed) if printed else criterion.level if criterion else None
        )
        theme = criterion.theme if criterion else None
        counted.append(CountedRow(RowScope(level, theme), statuses.get(row.id)))
    return Tally(tuple(counted), Counter(_expand_scopes(counted)), model, wording)


def _expand_scopes(rows: Iterable[CountedRow]) -> Iterator[tuple[RowScope, str | None]]:
    """Yield each row once for every scope in which it is counted."""
    for (level, theme), status in rows:
        for scope in {RowScope(), RowScope(level), RowScope(None, theme), RowScope(level, theme)}:
            yield scope, status
            yield scope, ALL_STATUSES
