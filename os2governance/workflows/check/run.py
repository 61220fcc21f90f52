"""A run of `check`: each product is inspected, reported as one item, and counted."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from os2governance.analysis.difference import ProductChange
from os2governance.checks.inspect import Inspection, inspect_model, inspect_sources, inspect_unread
from os2governance.checks.suppressions import SuppressionUse, count_suppression_uses
from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.files.listing import format_path
from os2governance.findings.catalogue.entry import SEVERITIES
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.library import Library
from os2governance.render.check.formats import DATING_FORMATS, choose_reported, load_formatter
from os2governance.render.check.report import CheckResult, CheckTotals, ReportFormatter
from os2governance.render.common.provenance import build_provenance
from os2governance.render.common.source_path import SourceRoot
from os2governance.render.common.terminal import TextPage
from os2governance.version import VERSION
from os2governance.workflows.batch import MIN_FILES, Batch, KnownResult, run_batch
from os2governance.workflows.check.model_files import inspect_other_model_files
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.summary import (
    MODEL_KIND,
    OTHER_KIND,
    PRODUCT_KIND,
    CheckedItem,
    CheckSummary,
)
from os2governance.workflows.chunk import ProductWork, ReadProduct, read_product_bytes
from os2governance.workflows.context import Context
from os2governance.workflows.disk_files import MODELS_ON_DISK
from os2governance.workflows.safety_net import run_safely, stream_safely

if TYPE_CHECKING:
    from os2governance.workflows.check.cache import CheckCache


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckTargets:
    """The targets of a run: product files, model folders, and findings on other files.

    `passed_over` are product files that were found and are excluded, or somebody else's.
    """

    files: Sequence[str]
    model_folders: Sequence[Path]
    extra_inspections: Sequence[Inspection]
    passed_over: Sequence[str] = ()
    against: str = ""
    changes: Sequence[ProductChange] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRun:
    """What is checked, and how it is reported; plain, so that other processes can receive it."""

    context: Context
    settings: CheckSettings
    format_name: str
    page: TextPage
    source_root: SourceRoot
    output_key: str
    other_ids: tuple[str, ...]
    use_cache: bool
    cluster: str | None = None

    @property
    def formatter(self) -> ReportFormatter:
        """The formatter, which does not travel: each process loads its own."""
        return _load_formatter(self.format_name, self.page, self.settings.fail_on)


_load_formatter = lru_cache(maxsize=2)(load_formatter)


def _drop_repeated_findings(models: Iterable[Inspection]) -> Iterator[Inspection]:
    """Drop a model's findings that were already reported on a model it is based on."""
    told: set[tuple[str, Location]] = set()
    for each in models:
        new = tuple(found for found in each.findings if (found.code, found.location) not in told)
        told.update((found.code, found.location) for found in each.findings)
        yield replace(each, findings=new)


class CheckCounter:
    """Totals over all products."""

    def __init__(self, context: Context) -> None:
        """Start at zero."""
        self._context = context
        self._counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
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
        for severity, count in summary.counts.items():
            self._counts[severity] += count
        self._codes.update(summary.codes)
        self.summary_rows += summary.rows

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

    def build_totals(self, wanted: CheckTargets, ground: SourceRoot) -> CheckTotals:
        """The totals so far."""
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
            counts=self._counts,
            codes=sorted(self._codes),
            provenance={**build_provenance(self._models), "files": self._files},
        )


def stream_report(wanted: CheckTargets, run: CheckRun, counted: CheckCounter) -> Iterator[bytes]:
    """Yield the report in pieces; totals are accumulated in `counted`."""
    yield run.formatter.head(counted.build_totals(wanted, run.source_root)).encode()
    between = ""
    shown = next(iter((*wanted.files, *map(format_path, wanted.model_folders))), ".")

    def report_failure(found: Finding) -> bytes:
        return _render_and_count(inspect_unread(shown, [found]), run, counted, OTHER_KIND)

    for piece in stream_safely(_stream_pieces(wanted, run, counted), shown, report_failure):
        if piece:
            yield between.encode() + piece
            between = run.formatter.separator
    if run.format_name in DATING_FORMATS:
        counted.date_suppressions()
    yield run.formatter.tail(counted.build_totals(wanted, run.source_root)).encode(
        errors=ENCODING_ERRORS
    )


def _stream_pieces(wanted: CheckTargets, run: CheckRun, counted: CheckCounter) -> Iterator[bytes]:
    for each in _drop_repeated_findings(
        _inspect_model(folder, run) for folder in wanted.model_folders
    ):
        yield _render_and_count(each, run, counted, MODEL_KIND)
    others = inspect_other_model_files(wanted.model_folders, run.context.as_of)
    for each in (*others, *wanted.extra_inspections):
        yield _render_and_count(each, run, counted, OTHER_KIND)
    again: list[Finding] = []
    unusable: set[str] = set()
    for summary, piece in _check_products(wanted.files, run):
        counted.add(summary)
        if summary.unusable_model:
            unusable.add(summary.unusable_model)
        if found := counted.find_duplicate(summary):
            again.append(found)
        yield piece
    for found in again:
        yield _render_and_count(
            Inspection(file=found.location.file, findings=(found,), texts={}),
            run,
            counted,
            OTHER_KIND,
        )
    library = run.context.open_library()
    for folder in _exclude_known_folders(
        [library.find_folder(name) for name in sorted(unusable)], wanted.model_folders
    ):
        yield _render_and_count(_inspect_model(folder, run), run, counted, OTHER_KIND)


def _inspect_model(folder: Path, run: CheckRun) -> Inspection:
    shown = format_path(folder)
    return run_safely(
        partial(inspect_model, folder, MODELS_ON_DISK, run.context.as_of),
        shown,
        lambda found: inspect_unread(shown, [found]),
    )


def _exclude_known_folders(folders: Sequence[Path], known: Sequence[Path]) -> list[Path]:
    """The folders that are not among the known ones; links are resolved."""
    places = {os.path.realpath(each) for each in known}
    return [each for each in folders if os.path.realpath(each) not in places]


def _render_and_count(
    inspected: Inspection, run: CheckRun, counted: CheckCounter, kind: str
) -> bytes:
    summary, piece = _render_inspection(inspected, run, kind)
    counted.add(summary)
    return piece


def _check_products(files: Sequence[str], run: CheckRun) -> Iterator[CheckedItem]:
    """Yield the results of products, from the cache where possible, and store new ones there."""
    if not run.use_cache or len(files) < MIN_FILES:
        yield from run_batch(_build_batch(files, run, read_product_bytes))
        return
    keys: dict[str, bytes] = {}  # of those that are under way
    with closing(_open_cache(run)) as cache:

        def read(file: str) -> ReadProduct | KnownResult[CheckedItem]:
            product = read_product_bytes(file)
            if product.sources is None or product.unread:
                return product
            key = cache.build_key(product.sources)
            if cached := cache.get(key):
                return KnownResult(cached)
            keys[file] = key
            return product

        for file, item in zip(files, run_batch(_build_batch(files, run, read)), strict=True):
            if (key := keys.pop(file, None)) and item.summary.readable:
                cache.put(key, item)  # what failed may be read the next time
            yield item


def _build_batch(
    files: Sequence[str],
    run: CheckRun,
    read: Callable[[str], ReadProduct | KnownResult[CheckedItem]],
) -> Batch[CheckRun, CheckedItem]:
    return Batch(
        files=files,
        work=_PRODUCT_WORK,
        job=run,
        criteria=run.context.criteria,
        cluster=run.cluster,
        read=read,
    )


def _open_cache(run: CheckRun) -> "CheckCache":
    from os2governance.files.cache_folder import find_cache_folder
    from os2governance.workflows.check.cache import (
        CheckCache,
        compute_models_digest,
        format_versions,
    )
    from os2governance.workflows.engine_digest import compute_engine_digest

    models = compute_models_digest(run.context.open_library().folders)
    day = run.context.as_of.isoformat()
    engine = (VERSION, compute_engine_digest(), format_versions())
    made_from = (*engine, models, day, run.output_key, *run.other_ids)
    today = date.today().isoformat()  # noqa: DTZ011 - date of last use
    return CheckCache(find_cache_folder(os.environ), made_from, today)


def _check_product(library: Library, run: CheckRun, product: ReadProduct) -> CheckedItem:
    """The summary and report item of one product."""
    if product.sources is None:
        inspected = inspect_unread(format_path(Path(product.file)), product.unread)
    else:
        inspected = inspect_sources(
            product.sources,
            library,
            as_of=run.context.as_of,
            unread=product.unread,
            others=run.other_ids,
        )
    return _render_inspection(inspected, run, PRODUCT_KIND)


def _report_failed_product(run: CheckRun, file: str, found: Finding) -> CheckedItem:
    return _render_inspection(inspect_unread(file, [found]), run, PRODUCT_KIND)


_PRODUCT_WORK = ProductWork(_check_product, _report_failed_product)


def _render_inspection(inspected: Inspection, run: CheckRun, kind: str) -> CheckedItem:
    """A summary of the findings, and their report item."""
    assessment = inspected.assessment
    settings = run.settings.choose_for(inspected.file)
    kept = choose_reported(
        run.format_name,
        [found for found in inspected.findings if settings.reports(found)],
        assessment.model if assessment else None,
    )
    suppressed = tuple(each for each in inspected.suppressed if settings.reports(each.finding))
    checked = CheckResult(
        file=inspected.file,
        findings=kept,
        texts=inspected.texts,
        suppressed=suppressed,
        source_root=run.source_root,
    )
    piece = run.formatter.item(checked, run.context.language)
    rows: list[Sequence[str]] = []
    if run.format_name == "github":
        from os2governance.render.check.github import list_summary_rows

        rows = list_summary_rows(kept, run.context.language)
    severities: list[str] = [found.severity for found in kept]
    summary = CheckSummary(
        kind=kind,
        readable=inspected.readable,
        suppressions=tuple(count_suppression_uses(suppressed)),
        counts={name: severities.count(name) for name in SEVERITIES},
        codes=tuple(sorted({found.code for found in kept})),
        models=dict(inspected.models),
        files=inspected.hashes,
        unusable_model=inspected.unusable_model,
        product=inspected.product,
        allows_duplicate=inspected.allows_duplicate,
        rows=tuple(rows),
    )
    return CheckedItem(summary, piece.encode(errors=ENCODING_ERRORS))
