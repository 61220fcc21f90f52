"""The counts of a report's own rows, and the check of a printed figure against them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from os2governance.exchange.read.rows import Row
from os2governance.findings.finding import Finding, Place, finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.folding import bare, key
from os2governance.i18n.symbols import STATUS
from os2governance.i18n.text import Text
from os2governance.model.document_terms import Wording
from os2governance.model.model import Model

TINY = 1e-6
ALL = "all"
_ALL = Text("Samlet", "In all")


class Scope(NamedTuple):
    """A selection of rows: those of a level, of a theme, of both, or all."""

    level: str | None = None
    theme: str | None = None

    def within(self, other: "Scope") -> "Scope":
        """The intersection of two scopes."""
        return Scope(self.level or other.level, self.theme or other.theme)


class Counted(NamedTuple):
    """One row as counted; `status` is None where it has no rating."""

    scope: Scope
    status: str | None


class Tally(NamedTuple):
    """All rows of a report, their counts, and the model and terms they are counted by."""

    rows: tuple[Counted, ...]
    counts: Mapping[tuple[Scope, str | None], int]
    model: Model
    wording: Wording

    def count(self, scope: Scope, status: str | None = ALL) -> int:
        """Count the rows of a scope: all, or those with a rating, or (None) those without."""
        return self.counts.get((scope, status), 0)

    def allowed(self, scope: Scope, status: str | None) -> set[int]:
        """The correct counts: rows without a rating may be included in `unmet`."""
        right = self.count(scope, status)
        return {right, right + self.count(scope, None)} if status == "unmet" else {right}

    def inherited(self, scope: Scope) -> int:
        """Count the rows of a level and all below it."""
        levels = list(self.model.level_ids)
        below = levels[: levels.index(scope.level) + 1] if scope.level in levels else []
        return sum(self.count(Scope(level, scope.theme)) for level in below)

    def scope_named(self, label: str) -> Scope | None:
        """Find the scope that a label names: a level, a theme, or the total."""
        plain = key(re.sub(r"\(.*", "", bare(label)))
        level = self.wording.levels.get(plain)
        if level is not None:
            return Scope(level=self.own_level(level))
        if plain in self.wording.themes:
            return Scope(theme=self.wording.themes[plain])
        return Scope() if plain in self.wording.given["counts"]["total"] else None

    def own_level(self, group: str) -> str:
        """The model's own id of a level."""
        own = (id_ for id_ in self.model.level_ids if self.wording.level(id_) == group)
        return next(own, group)

    def named(self, scope: Scope, status: str = ALL) -> Text:
        """Name what is counted; without a rating, only the scope."""
        parts = []
        if scope.theme:
            names = {theme.id: theme.name for theme in self.model.themes}
            parts.append(names.get(scope.theme, Text(scope.theme, scope.theme)))
        if scope.level:
            names = {level.id: level.name for level in self.model.levels}
            parts.append(names.get(scope.level, Text(scope.level, scope.level)))
        parts = parts or [_ALL]
        parts += [] if status == ALL else [STATUS[status].word]
        return Text(", ".join(p.da for p in parts), ", ".join(p.en for p in parts))

    # -- printed figures ----------------------------------------------------------------------

    def held(self, printed: int, scope: Scope, status: str, place: Place) -> Iterator[Finding]:
        """Check a printed count against the rows."""
        if printed not in self.allowed(scope, status):
            what, right = self.named(scope, status), self.count(scope, status)
            yield finding("verify-count", place, what=what, printed=printed, right=right)

    def percent_held(
        self, printed: str, scope: Scope, status: str, place: Place
    ) -> Iterator[Finding]:
        """Check a printed percentage against the rows; a half may be rounded up or down."""
        whole = self.count(scope)
        if not whole:
            return
        decimals = len(printed.replace(",", ".").partition(".")[2])
        margin = 0.5 * 10**-decimals + TINY
        value = float(printed.replace(",", "."))
        if all(abs(value - 100 * n / whole) > margin for n in self.allowed(scope, status)):
            exact = 100 * self.count(scope, status) / whole
            half = abs(exact % 10**-decimals - margin) < TINY  # a half may be rounded up or down
            right = f"{exact:.{decimals + half}f}"
            what, shown = self.named(scope, status), Text(right.replace(".", ","), right)
            yield finding("verify-percent", place, what=what, printed=printed, right=shown)

    def missing(self, scope: Scope, given: set[str], place: Place) -> Iterator[Finding]:
        """Yield ratings that a count omits although there are rows with them."""
        for status in LIGHTS:
            right = self.count(scope, status)
            if status not in given and right:
                what = self.named(scope, status)
                yield finding("verify-missing-figure", place, what=what, right=right)


def tally(
    rows: Sequence[Row], statuses: Mapping[str, str | None], model: Model, wording: Wording
) -> Tally:
    """Count the rows: by the level printed in each, or else the model's, and by theme."""
    empty = Tally((), {}, model, wording)
    counted = []
    for row in rows:
        criterion = model.by_id.get(row.id)
        printed = wording.level(row.cells.get("level", ""))
        level = empty.own_level(printed) if printed else criterion.level if criterion else None
        theme = criterion.theme if criterion else None
        counted.append(Counted(Scope(level, theme), statuses.get(row.id)))
    return Tally(tuple(counted), Counter(_counted(counted)), model, wording)


def _counted(rows: Iterable[Counted]) -> Iterator[tuple[Scope, str | None]]:
    """Yield each row once for every scope in which it is counted."""
    for (level, theme), status in rows:
        for scope in {Scope(), Scope(level), Scope(None, theme), Scope(level, theme)}:
            yield scope, status
            yield scope, ALL
