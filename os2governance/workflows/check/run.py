"""A run of `check`: each product is inspected, reported as one item, and counted."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from os2governance.analysis.difference import Change
from os2governance.checks.inspect import Inspected, inspect_model, inspect_product, inspect_sources
from os2governance.cli.options import Given
from os2governance.cli.output import ESCAPED
from os2governance.files import store
from os2governance.findings.catalogue import SEVERITIES
from os2governance.findings.finding import Finding, Place, finding
from os2governance.product.reader import Library
from os2governance.render.check.report import Checked, Form, Totals
from os2governance.render.common.provenance import made_from
from os2governance.render.common.source_uri import Ground
from os2governance.version import VERSION
from os2governance.workflows.batch import COLLECT_AFTER, FEWEST, Work, in_chunks
from os2governance.workflows.check.settings import Settings

if TYPE_CHECKING:
    from os2governance.workflows.check.cache import Cache


class Wanted(NamedTuple):
    """The targets of a run: product files, model folders, and findings on other files."""

    files: Sequence[str]
    models: Sequence[Path]
    beside: Sequence[Inspected]
    against: str = ""
    changes: Sequence[Change] = ()


class Run(NamedTuple):
    """What is checked, and how it is reported."""

    given: Given
    settings: Settings
    name: str
    form: Form
    ground: Ground
    look: str
    others: tuple[str, ...]
    cached: bool


def _each_once(models: Iterable[Inspected]) -> Iterator[Inspected]:
    """Drop a model's findings that were already reported on a model it is based on."""
    told: set[tuple[str, Place]] = set()
    for each in models:
        new = tuple(found for found in each.findings if (found.code, found.place) not in told)
        told.update((found.code, found.place) for found in each.findings)
        yield each._replace(findings=new)


PRODUCT, MODEL, BESIDE = "product", "model", "beside"


class Counted:
    """Totals over all products."""

    def __init__(self, given: Given) -> None:
        """Start at zero."""
        self._given = given
        self._counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
        self._codes: set[str] = set()
        self._models: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._products = self._model_folders = self._silenced = self._unreadable = 0
        self._first: dict[str, str] = {}
        self.rows: list[list[str]] = []

    def add(self, about: Mapping[str, Any]) -> None:
        """Count the findings of one product or model, or those on other files."""
        self._products += about["kind"] == PRODUCT
        self._model_folders += about["kind"] == MODEL
        self._silenced += about["silenced"]
        self._unreadable += not about["readable"]
        self._models.update(about["models"])
        self._files.update(about["files"])
        for severity, count in about["counts"].items():
            self._counts[severity] += count
        self._codes.update(about["codes"])
        self.rows += about["rows"]

    def twice(self, about: Mapping[str, Any]) -> Finding | None:
        """Find a duplicate product; one that a comment suppresses is counted as suppressed."""
        if not about["product"]:
            return None
        name, place = about["product"][0], Place(*about["product"][1])
        first = self._first.setdefault(name, place.file)
        if first == place.file:
            return None
        if about["may_be_twice"]:
            self._silenced += 1
            return None
        return finding("duplicate-product", place, name=name, other=first)

    def totals(self, wanted: Wanted, ground: Ground) -> Totals:
        """The totals so far."""
        return Totals(
            against=wanted.against,
            changes=wanted.changes,
            as_of=self._given.as_of.isoformat(),
            language=self._given.language,
            ground=ground,
            products=self._products,
            models=self._model_folders,
            silenced=self._silenced,
            unreadable=self._unreadable,
            counts=self._counts,
            codes=sorted(self._codes),
            made_from={**made_from(self._models), "files": self._files},
        )


def pieces(wanted: Wanted, run: Run, counted: Counted) -> Iterator[bytes]:
    """Yield the report in pieces; totals are accumulated in `counted`."""
    yield run.form.head(counted.totals(wanted, run.ground)).encode()
    between = ""
    for piece in _all(wanted, run, counted):
        if piece:
            yield between.encode() + piece
            between = run.form.between
    yield run.form.tail(counted.totals(wanted, run.ground)).encode(errors=ESCAPED)


def _all(wanted: Wanted, run: Run, counted: Counted) -> Iterator[bytes]:
    for each in _each_once(map(inspect_model, wanted.models)):
        yield _counted(each, run, counted, MODEL)
    for each in wanted.beside:
        yield _counted(each, run, counted, BESIDE)
    again: list[Finding] = []
    unusable: set[str] = set()
    for about, piece in _products(wanted.files, run):
        counted.add(about)
        unusable.update(about["unusable"])
        if found := counted.twice(about):
            again.append(found)
        yield piece
    for found in again:
        yield _counted(Inspected(found.place.file, (found,), {}), run, counted, BESIDE)
    criteria = Library.at(run.given.criteria).criteria
    for folder in _others([criteria / name for name in sorted(unusable)], wanted.models):
        yield _counted(inspect_model(folder), run, counted, BESIDE)


def _others(folders: Sequence[Path], known: Sequence[Path]) -> list[Path]:
    """The folders that are not among the known ones; links are resolved."""
    places = {os.path.realpath(each) for each in known}
    return [each for each in folders if os.path.realpath(each) not in places]


def _counted(inspected: Inspected, run: Run, counted: Counted, kind: str) -> bytes:
    about, piece = _reported(inspected, run, kind)
    counted.add(about)
    return piece


def _products(files: Sequence[str], run: Run) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Yield the results of products from several processes, and store new ones in the cache."""
    cache = _cache(run) if run.cached and len(files) >= FEWEST else None
    for data, abouts in in_chunks(files, _work(run, cache)):
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


def _cache(run: Run) -> "Cache":
    from os2governance.workflows.check.cache import (
        Cache,
        engine_digest,
        folder,
        models_digest,
        versions,
    )

    models = models_digest(Library.at(run.given.criteria).criteria)
    day = run.given.as_of.isoformat()
    engine = (VERSION, engine_digest(), versions())
    made_from = (*engine, models, day, run.look, *run.others)
    today = date.today().isoformat()  # noqa: DTZ011 - date of last use
    return Cache(folder(os.environ), made_from, today)


def _work(run: Run, cache: "Cache | None") -> Work:
    """Build the task for a chunk of files: it returns their report items and summaries."""
    import gc

    library = Library.at(run.given.criteria)
    gc.set_threshold(COLLECT_AFTER)

    def work(files: Sequence[str]) -> tuple[bytes, list[dict[str, Any]]]:
        made, abouts = [], []
        for file in files:
            about, piece = _one(Path(file), library, run, cache)
            made.append(piece)
            abouts.append({"key": "", **about, "size": len(piece)})
        return b"".join(made), abouts

    return work


def _one(
    file: Path, library: Library, run: Run, cache: "Cache | None"
) -> tuple[dict[str, Any], bytes]:
    """The summary and report item of one product, from the cache where possible."""
    if cache is None:
        return _reported(inspect_product(file, library, run.given.as_of, run.others), run, PRODUCT)
    sources, unread = store.sources(file)
    if sources is None or unread:
        return _reported(inspect_product(file, library, run.given.as_of, run.others), run, PRODUCT)
    key = cache.key(sources)
    kept = cache.get(key)
    if kept:
        return kept
    inspected = inspect_sources(sources, library, run.given.as_of, (), run.others)
    about, piece = _reported(inspected, run, PRODUCT)
    return {**about, "key": key.hex()}, piece


def _reported(inspected: Inspected, run: Run, kind: str) -> tuple[dict[str, Any], bytes]:
    """A summary of the findings as plain JSON values, and their report item."""
    kept = tuple(found for found in inspected.findings if run.settings.reports(found))
    checked = Checked(inspected.file, kept, inspected.texts, run.ground)
    piece = run.form.piece(checked, run.given.language)
    rows: list[Any] = []
    if run.name == "github":
        from os2governance.render.check.github import rows as summarised

        rows = summarised(kept, run.given.language)
    severities: list[str] = [found.severity for found in kept]
    counts = {name: severities.count(name) for name in SEVERITIES}
    about = {
        "kind": kind,
        "silenced": inspected.silenced,
        "readable": inspected.readable,
        "models": inspected.models,
        "files": inspected.files,
        "unusable": [inspected.unusable] if inspected.unusable else [],
        "counts": counts,
        "codes": sorted({found.code for found in kept}),
        "product": inspected.product,
        "may_be_twice": inspected.may_be_twice,
        "rows": rows,
    }
    return about, piece.encode(errors=ESCAPED)
