"""What is counted while products and models are checked."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from os2governance.findings.catalogue.entry import SEVERITIES
from os2governance.findings.finding import Finding, make_finding
from os2governance.render.check.report import CheckTotals
from os2governance.render.common.provenance import build_provenance
from os2governance.render.common.source_path import SourceRoot
from os2governance.workflows.check.summary import MODEL_KIND, PRODUCT_KIND, CheckSummary
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import Context

if TYPE_CHECKING:
    from os2governance.checks.suppressions import SuppressionUse
    from os2governance.workflows.check.known import KnownFinding


class CheckCounter:
    """Totals over all products."""

    def __init__(self, context: Context, formats: int = 1) -> None:
        """Start at zero, for as many formats, which may gather findings in different ways."""
        self._context = context
        self._counts: list[dict[str, int]] = [dict.fromkeys(SEVERITIES, 0) for _ in range(formats)]
        self.known: list[tuple[str, KnownFinding]] = []
        self._known = 0
        self._codes: set[str] = set()
        self._models: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._products = self._model_folders = self._unreadable = 0
        self._duplicates_allowed = 0
        self._suppressions: list[SuppressionUse] = []
        self._first: dict[str, str] = {}
        self.summary_rows: list[Sequence[str]] = []

    def add(self, summary: CheckSummary) -> None:
        """Count the findings of one product or model, or those on other files."""
        self._products += summary.kind == PRODUCT_KIND
        self._model_folders += summary.kind == MODEL_KIND
        self._suppressions += summary.suppressions
        self._unreadable += not summary.readable
        self._models.update(summary.models)
        self._files.update(summary.files)
        for counts, more in zip(self._counts, summary.counts, strict=True):
            for severity, count in more.items():
                counts[severity] += count
        self._known += summary.known
        self.known += summary.met
        self._codes.update(summary.codes)
        self.summary_rows += summary.rows

    @property
    def files(self) -> Collection[str]:
        """The files that were read, as findings name them."""
        return self._files.keys()

    def date_suppressions(self) -> None:
        """Look up since when each suppression has been there."""
        if self._suppressions:
            from os2governance.workflows.check.suppression_dates import date_suppressions

            self._suppressions = date_suppressions(self._suppressions)

    def find_duplicate(self, summary: CheckSummary) -> Finding | None:
        """Find a duplicate product; one that a comment suppresses is counted as suppressed."""
        if not summary.product:
            return None
        name, place = summary.product
        first = self._first.setdefault(name, place.file)
        if first == place.file:
            return None
        if summary.allows_duplicate:
            self._duplicates_allowed += 1
            return None
        return make_finding("duplicate-product", place, name=name, other=first)

    def build_totals(
        self, wanted: CheckTargets, ground: SourceRoot, number: int = 0
    ) -> CheckTotals:
        """The totals so far, by their number of the formats."""
        return CheckTotals(
            against=wanted.against,
            changes=wanted.changes,
            as_of=self._context.as_of.isoformat(),
            language=self._context.language,
            source_root=ground,
            products=self._products,
            models=self._model_folders,
            suppressed=self._duplicates_allowed + sum(use.findings for use in self._suppressions),
            suppressions=self._suppressions,
            unreadable=self._unreadable,
            counts=self._counts[number],
            known=self._known,
            codes=sorted(self._codes),
            provenance={**build_provenance(self._models), "files": self._files},
        )
