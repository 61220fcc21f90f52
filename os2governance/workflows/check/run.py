"""A run of `check`: each product is inspected, reported as one item, and counted."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from os2governance.checks.inspect import Inspection, inspect_model, inspect_sources, inspect_unread
from os2governance.checks.suppressions import count_suppression_uses
from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.files.listing import format_path
from os2governance.files.stand_in import StandIn, build_stand_in_reader
from os2governance.findings.catalogue.entry import SEVERITIES
from os2governance.findings.finding import Finding, Location
from os2governance.model.library import Library
from os2governance.render.check.formats import DATING_FORMATS, choose_reported, load_formatter
from os2governance.render.check.report import CheckResult, ReportFormatter
from os2governance.render.common.source_path import SourceRoot
from os2governance.render.common.terminal import TextPage
from os2governance.version import VERSION
from os2governance.workflows.batch import MIN_FILES, Batch, KnownResult, run_batch
from os2governance.workflows.check.counter import CheckCounter
from os2governance.workflows.check.known import (
    KnownFinding,
    KnownFindings,
    split_known_findings,
)
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.summary import (
    MODEL_KIND,
    OTHER_KIND,
    PRODUCT_KIND,
    CheckedItem,
    CheckSummary,
)
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.chunk import ProductWork, ReadProduct, read_product_bytes
from os2governance.workflows.context import Context
from os2governance.workflows.disk_files import MODELS_ON_DISK
from os2governance.workflows.safety_net import run_safely, stream_safely

if TYPE_CHECKING:
    from os2governance.workflows.check.cache import CheckCache


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRun:
    """What is checked, and how it is reported; plain, so that other processes can receive it."""

    context: Context
    settings: CheckSettings
    format_names: tuple[str, ...]
    page: TextPage
    source_root: SourceRoot
    output_key: str
    other_ids: tuple[str, ...]
    use_cache: bool
    cluster: str | None = None
    compared: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    known: KnownFindings | None = None
    stand_in: StandIn | None = None

    @property
    def formatters(self) -> list[ReportFormatter]:
        """The formatters, which do not travel: each process loads its own.

        All but the first write to files, where a terminal's colours are out of place.
        """
        plain = self.page._replace(colour=False, styles=())
        pages = [self.page, *(plain for _file in self.format_names[1:])]
        return [
            _load_formatter(name, page, self.settings.fail_on)
            for name, page in zip(self.format_names, pages, strict=True)
        ]

    def is_special(self, file: str) -> bool:
        """Whether what is reported of a product depends on more than its files and the run."""
        changed = self.known is not None and not self.known.knows_all_of(file)
        return changed or file in self.compared


_load_formatter = lru_cache(maxsize=8)(load_formatter)


def _drop_repeated_findings(models: Iterable[Inspection]) -> Iterator[Inspection]:
    """Drop a model's findings that were already reported on a model it is based on."""
    told: set[tuple[str, Location]] = set()
    for each in models:
        new = tuple(found for found in each.findings if (found.code, found.location) not in told)
        told.update((found.code, found.location) for found in each.findings)
        yield replace(each, findings=new)


Pieces = tuple[bytes, ...]
"""A piece of the report in each format."""
FindUnused = Callable[["CheckCounter"], Iterable[Finding]]


def stream_reports(
    wanted: CheckTargets,
    run: CheckRun,
    counted: CheckCounter,
    find_unused: FindUnused | None = None,
) -> Iterator[Pieces]:
    """Yield the reports in pieces; totals are accumulated in `counted`.

    `find_unused` tells, once all is counted, what was known and occurs no longer.
    """
    formatters = run.formatters
    yield tuple(
        each.head(counted.build_totals(wanted, run.source_root)).encode() for each in formatters
    )
    between = [""] * len(formatters)
    shown = next(iter((*wanted.files, *map(format_path, wanted.model_folders))), ".")

    shown_run = replace(run, known=None)

    def report_failure(found: Finding) -> Pieces:
        return _render_and_count(inspect_unread(shown, [found]), shown_run, counted, OTHER_KIND)

    for pieces in stream_safely(
        _stream_pieces(wanted, run, counted, find_unused), shown, report_failure
    ):
        yield tuple(
            sign.encode() + piece if piece else b""
            for sign, piece in zip(between, pieces, strict=True)
        )
        for number, piece in enumerate(pieces):
            if piece:
                between[number] = formatters[number].separator
    if DATING_FORMATS.intersection(run.format_names) and run.stand_in is None:
        counted.date_suppressions()
    yield tuple(
        each.tail(counted.build_totals(wanted, run.source_root, number)).encode(
            errors=ENCODING_ERRORS
        )
        for number, each in enumerate(formatters)
    )


def _stream_pieces(
    wanted: CheckTargets, run: CheckRun, counted: CheckCounter, find_unused: FindUnused | None
) -> Iterator[Pieces]:
    """Yield the pieces of each item: where something is compared, what it is about comes first."""
    always = replace(run, known=None)
    for each in wanted.extra_inspections:
        yield _render_and_count(each, always, counted, OTHER_KIND)
    unusable: set[str] = set()
    if not wanted.against:
        yield from _stream_models(wanted, run, counted)
    for item in _check_each_product(wanted.files, run, counted):
        counted.add(item.summary)
        if item.summary.unusable_model:
            unusable.add(item.summary.unusable_model)
        yield item.pieces
    if wanted.against:
        yield from _stream_models(wanted, run, counted)
    library = run.context.open_library()
    for folder in _exclude_known_folders(
        [library.find_folder(name) for name in sorted(unusable)], wanted.model_folders
    ):
        yield _render_and_count(_inspect_model(folder, run), run, counted, OTHER_KIND)
    for found in find_unused(counted) if find_unused else ():
        inspected = Inspection(file=found.location.file, findings=(found,), texts={})
        yield _render_and_count(inspected, always, counted, OTHER_KIND)


def _check_each_product(
    files: Sequence[str], run: CheckRun, counted: CheckCounter
) -> Iterator[CheckedItem]:
    """Yield the result of each product, with what others make known of it."""
    library = run.context.open_library()
    for file, item in zip(files, _check_products(files, run), strict=True):
        found = counted.find_duplicate(item.summary)
        is_told = found is not None and not _is_known_duplicate(found, run)
        yield _check_again(file, found, library, run) if found and is_told else item


def _stream_models(wanted: CheckTargets, run: CheckRun, counted: CheckCounter) -> Iterator[Pieces]:
    """Yield the pieces of each model once, with what was found in its folder beside its files."""
    if not wanted.model_folders:
        return
    from os2governance.workflows.check.model_files import inspect_other_model_files

    others = {
        each.file: each
        for each in inspect_other_model_files(wanted.model_folders, run.context.as_of)
    }
    for each in _drop_repeated_findings(
        _inspect_model(folder, run) for folder in wanted.model_folders
    ):
        other = others.pop(each.file, None)
        joined = _join_inspections(each, other) if other else each
        yield _render_and_count(joined, run, counted, MODEL_KIND)
    for each in others.values():
        yield _render_and_count(each, run, counted, OTHER_KIND)


def _join_inspections(one: Inspection, other: Inspection) -> Inspection:
    return replace(
        one,
        findings=(*one.findings, *other.findings),
        texts={**other.texts, **one.texts},
        suppressed=(*one.suppressed, *other.suppressed),
        readable=one.readable and other.readable,
    )


def _is_known_duplicate(found: Finding, run: CheckRun) -> bool:
    files = (found.location.file, str(found.arguments["other"]))
    return run.known is not None and all(map(run.known.knows_all_of, files))


def _check_again(file: str, found: Finding, library: Library, run: CheckRun) -> CheckedItem:
    """The result of a product with a finding that other products made known."""
    compared = {file: (*run.compared.get(file, ()), found)}
    again = replace(run, compared=compared)
    return _PRODUCT_WORK(library, again, read_product_bytes(file))


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
) -> Pieces:
    summary, pieces = _render_inspection(inspected, run, kind)
    counted.add(summary)
    return pieces


def _check_products(files: Sequence[str], run: CheckRun) -> Iterator[CheckedItem]:
    """Yield the results of products, from the cache where possible, and store new ones there."""
    if not run.use_cache or len(files) < MIN_FILES:
        yield from run_batch(_build_batch(files, run, _choose_reader(run)))
        return
    keys: dict[str, bytes] = {}  # of those that are under way
    with closing(_open_cache(run)) as cache:

        def read(file: str) -> ReadProduct | KnownResult[CheckedItem]:
            product = read_product_bytes(file)
            if product.sources is None or product.unread or run.is_special(file):
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


def _choose_reader(run: CheckRun) -> Callable[[str], ReadProduct]:
    """What reads a product's files: from disk, perhaps with bytes in the place of one."""
    if run.stand_in is None:
        return read_product_bytes
    return partial(read_product_bytes, reader=build_stand_in_reader(run.stand_in))


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
    output = repr((run.output_key, run.known is not None))
    made_from = (*engine, models, day, output, *run.other_ids)
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
    return _render_inspection(inspected, run, PRODUCT_KIND, product.file)


def _report_failed_product(run: CheckRun, file: str, found: Finding) -> CheckedItem:
    return _render_inspection(
        inspect_unread(file, [found]), replace(run, known=None), PRODUCT_KIND
    )


_PRODUCT_WORK = ProductWork(_check_product, _report_failed_product)


def _render_inspection(
    inspected: Inspection, run: CheckRun, kind: str, item: str | None = None
) -> CheckedItem:
    """A summary of the findings, and their report item in each format.

    `item` is the product's file where the inspection is named by another, for want of that one.
    """
    own = item or inspected.file
    settings = run.settings.choose_for(own)
    checked = CheckResult(
        file=inspected.file,
        findings=[found for found in inspected.findings if settings.reports(found)],
        texts=inspected.texts,
        suppressed=tuple(each for each in inspected.suppressed if settings.reports(each.finding)),
        source_root=run.source_root,
    )
    compared = [found for found in run.compared.get(own, ()) if settings.reports(found)]
    is_as_it_was = run.known is not None and run.known.knows_all_of(own)
    new, known = [*compared, *checked.findings], 0
    met: list[tuple[str, KnownFinding]] = []
    if is_as_it_was:
        new, known = compared, len(checked.findings)
    elif run.known is not None:
        marks = checked.build_fingerprints(new)
        new, met = split_known_findings(new, marks, run.known, checked.find_source_path)
        known = len(met)
    checked = replace(checked, findings=new)
    model = inspected.assessment.model if inspected.assessment else None
    reported = [
        replace(checked, findings=choose_reported(name, checked.findings, model))
        for name in run.format_names
    ]
    rows: list[Sequence[str]] = []
    if "github" in run.format_names:
        from os2governance.render.check.github import list_summary_rows

        of_github = reported[run.format_names.index("github")]
        rows = list_summary_rows(of_github.findings, run.context.language)
    blocked = any(found.entry.blocks_reading for found in compared)
    summary = CheckSummary(
        kind=kind,
        readable=(inspected.readable or is_as_it_was) and not blocked,
        suppressions=tuple(count_suppression_uses(checked.suppressed)),
        counts=tuple(_count_severities(each.findings) for each in reported),
        codes=tuple(sorted({found.code for found in checked.findings})),
        models=dict(inspected.models),
        files=inspected.hashes,
        unusable_model=inspected.unusable_model,
        product=inspected.product,
        allows_duplicate=inspected.allows_duplicate,
        rows=tuple(rows),
        known=known,
        met=tuple(met),
    )
    language = run.context.language
    pieces = (
        formatter.item(each, language).encode(errors=ENCODING_ERRORS)
        for formatter, each in zip(run.formatters, reported, strict=True)
    )
    return CheckedItem(summary, tuple(pieces))


def _count_severities(findings: Sequence[Finding]) -> dict[str, int]:
    severities: list[str] = [found.severity for found in findings]
    return {name: severities.count(name) for name in SEVERITIES}
