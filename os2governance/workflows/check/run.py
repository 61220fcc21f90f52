"""A run of `check`: each product is inspected, reported as one item, and counted."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from os2governance.analysis.difference import ProductChange
from os2governance.checks.inspect import Inspection, inspect_model, inspect_sources
from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.files import reading
from os2governance.findings.catalogue import SEVERITIES
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.library import Library
from os2governance.render.check.report import CheckResult, CheckTotals, ReportFormatter
from os2governance.render.common.provenance import build_provenance
from os2governance.render.common.source_path import SourceRoot
from os2governance.version import VERSION
from os2governance.workflows.batch import GC_THRESHOLD, MIN_FILES, ChunkTask, run_in_chunks
from os2governance.workflows.check.inspect_files import inspect_product
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.context import Context
from os2governance.workflows.disk_files import MODELS_ON_DISK

if TYPE_CHECKING:
    from os2governance.workflows.check.cache import CheckCache


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckTargets:
    """The targets of a run: product files, model folders, and findings on other files."""

    files: Sequence[str]
    model_folders: Sequence[Path]
    extra_inspections: Sequence[Inspection]
    against: str = ""
    changes: Sequence[ProductChange] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRun:
    """What is checked, and how it is reported."""

    context: Context
    settings: CheckSettings
    format_name: str
    formatter: ReportFormatter
    source_root: SourceRoot
    output_key: str
    other_ids: tuple[str, ...]
    use_cache: bool


def _drop_repeated_findings(models: Iterable[Inspection]) -> Iterator[Inspection]:
    """Drop a model's findings that were already reported on a model it is based on."""
    told: set[tuple[str, Location]] = set()
    for each in models:
        new = tuple(found for found in each.findings if (found.code, found.location) not in told)
        told.update((found.code, found.location) for found in each.findings)
        yield replace(each, findings=new)


PRODUCT_KIND, MODEL_KIND, OTHER_KIND = "product", "model", "beside"


class CheckCounter:
    """Totals over all products."""

    def __init__(self, context: Context) -> None:
        """Start at zero."""
        self._context = context
        self._counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
        self._codes: set[str] = set()
        self._models: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._products = self._model_folders = self._suppressed = self._unreadable = 0
        self._first: dict[str, str] = {}
        self.summary_rows: list[list[str]] = []

    def add(self, about: Mapping[str, Any]) -> None:
        """Count the findings of one product or model, or those on other files."""
        self._products += about["kind"] == PRODUCT_KIND
        self._model_folders += about["kind"] == MODEL_KIND
        self._suppressed += about["silenced"]
        self._unreadable += not about["readable"]
        self._models.update(about["models"])
        self._files.update(about["files"])
        for severity, count in about["counts"].items():
            self._counts[severity] += count
        self._codes.update(about["codes"])
        self.summary_rows += about["rows"]

    def find_duplicate(self, about: Mapping[str, Any]) -> Finding | None:
        """Find a duplicate product; one that a comment suppresses is counted as suppressed."""
        if not about["product"]:
            return None
        name, place = about["product"][0], Location(*about["product"][1])
        first = self._first.setdefault(name, place.file)
        if first == place.file:
            return None
        if about["may_be_twice"]:
            self._suppressed += 1
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
            suppressed=self._suppressed,
            unreadable=self._unreadable,
            counts=self._counts,
            codes=sorted(self._codes),
            provenance={**build_provenance(self._models), "files": self._files},
        )


def stream_report(wanted: CheckTargets, run: CheckRun, counted: CheckCounter) -> Iterator[bytes]:
    """Yield the report in pieces; totals are accumulated in `counted`."""
    yield run.formatter.head(counted.build_totals(wanted, run.source_root)).encode()
    between = ""
    for piece in _stream_pieces(wanted, run, counted):
        if piece:
            yield between.encode() + piece
            between = run.formatter.separator
    yield run.formatter.tail(counted.build_totals(wanted, run.source_root)).encode(
        errors=ENCODING_ERRORS
    )


def _stream_pieces(wanted: CheckTargets, run: CheckRun, counted: CheckCounter) -> Iterator[bytes]:
    for each in _drop_repeated_findings(
        inspect_model(folder, MODELS_ON_DISK) for folder in wanted.model_folders
    ):
        yield _render_and_count(each, run, counted, MODEL_KIND)
    for each in wanted.extra_inspections:
        yield _render_and_count(each, run, counted, OTHER_KIND)
    again: list[Finding] = []
    unusable: set[str] = set()
    for about, piece in _check_products(wanted.files, run):
        counted.add(about)
        unusable.update(about["unusable"])
        if found := counted.find_duplicate(about):
            again.append(found)
        yield piece
    for found in again:
        yield _render_and_count(
            Inspection(file=found.location.file, findings=(found,), texts={}),
            run,
            counted,
            OTHER_KIND,
        )
    criteria = run.context.open_library().criteria
    for folder in _exclude_known_folders(
        [criteria / name for name in sorted(unusable)], wanted.model_folders
    ):
        yield _render_and_count(inspect_model(folder, MODELS_ON_DISK), run, counted, OTHER_KIND)


def _exclude_known_folders(folders: Sequence[Path], known: Sequence[Path]) -> list[Path]:
    """The folders that are not among the known ones; links are resolved."""
    places = {os.path.realpath(each) for each in known}
    return [each for each in folders if os.path.realpath(each) not in places]


def _render_and_count(
    inspected: Inspection, run: CheckRun, counted: CheckCounter, kind: str
) -> bytes:
    about, piece = _render_inspection(inspected, run, kind)
    counted.add(about)
    return piece


def _check_products(files: Sequence[str], run: CheckRun) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Yield the results of products from several processes, and store new ones in the cache."""
    cache = _open_cache(run) if run.use_cache and len(files) >= MIN_FILES else None
    for data, abouts in run_in_chunks(files, _build_task(run, cache)):
        start = 0
        for about in abouts:
            piece = data[start : start + about["size"]]
            start += about["size"]
            key = about.pop("key")
            if cache and key:
                cache.put(bytes.fromhex(key), about, piece)
            yield about, piece
    if cache:
        cache.close()


def _open_cache(run: CheckRun) -> "CheckCache":
    from os2governance.workflows.check.cache import (
        CheckCache,
        compute_engine_digest,
        compute_models_digest,
        find_cache_folder,
        format_versions,
    )

    models = compute_models_digest(run.context.open_library().criteria)
    day = run.context.as_of.isoformat()
    engine = (VERSION, compute_engine_digest(), format_versions())
    made_from = (*engine, models, day, run.output_key, *run.other_ids)
    today = date.today().isoformat()  # noqa: DTZ011 - date of last use
    return CheckCache(find_cache_folder(os.environ), made_from, today)


def _build_task(run: CheckRun, cache: "CheckCache | None") -> ChunkTask:
    """Build the task for a chunk of files: it returns their report items and summaries."""
    import gc

    library = run.context.open_library()
    gc.set_threshold(GC_THRESHOLD)

    def work(files: Sequence[str]) -> tuple[bytes, list[dict[str, Any]]]:
        made, abouts = [], []
        for file in files:
            about, piece = _check_product(Path(file), library, run, cache)
            made.append(piece)
            abouts.append({"key": "", **about, "size": len(piece)})
        return b"".join(made), abouts

    return work


def _check_product(
    file: Path, library: Library, run: CheckRun, cache: "CheckCache | None"
) -> tuple[dict[str, Any], bytes]:
    """The summary and report item of one product, from the cache where possible."""
    if cache is None:
        return _render_inspection(
            inspect_product(file, library, run.context.as_of, run.other_ids), run, PRODUCT_KIND
        )
    sources, unread = reading.read_product_files(file)
    if sources is None or unread:
        return _render_inspection(
            inspect_product(file, library, run.context.as_of, run.other_ids), run, PRODUCT_KIND
        )
    key = cache.build_key(sources)
    kept = cache.get(key)
    if kept:
        return kept
    inspected = inspect_sources(
        sources, library, as_of=run.context.as_of, unread=(), others=run.other_ids
    )
    about, piece = _render_inspection(inspected, run, PRODUCT_KIND)
    return {**about, "key": key.hex()}, piece


def _render_inspection(
    inspected: Inspection, run: CheckRun, kind: str
) -> tuple[dict[str, Any], bytes]:
    """A summary of the findings as plain JSON values, and their report item."""
    kept = tuple(found for found in inspected.findings if run.settings.reports(found))
    checked = CheckResult(
        file=inspected.file, findings=kept, texts=inspected.texts, source_root=run.source_root
    )
    piece = run.formatter.item(checked, run.context.language)
    rows: list[Any] = []
    if run.format_name == "github":
        from os2governance.render.check.github import list_summary_rows

        rows = list_summary_rows(kept, run.context.language)
    severities: list[str] = [found.severity for found in kept]
    counts = {name: severities.count(name) for name in SEVERITIES}
    about = {
        "kind": kind,
        "silenced": inspected.suppressed,
        "readable": inspected.readable,
        "models": inspected.models,
        "files": inspected.hashes,
        "unusable": [inspected.unusable_model] if inspected.unusable_model else [],
        "counts": counts,
        "codes": sorted({found.code for found in kept}),
        "product": inspected.product,
        "may_be_twice": inspected.allows_duplicate,
        "rows": rows,
    }
    return about, piece.encode(errors=ENCODING_ERRORS)
