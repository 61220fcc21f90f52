"""`check --against`: how products differ from a revision, and which changes lack a decision."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.difference import (
    ProductChange,
    check_rewritten_log,
    check_unclosed_product,
    check_undecided_level_change,
)
from os2governance.assessment.levels import Assessment, assess
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.files import reading
from os2governance.findings.finding import Finding
from os2governance.git.history import RepositoryHistory
from os2governance.git.revision import find_revision
from os2governance.model.library import Library
from os2governance.model.versions import pair_criteria
from os2governance.product.reader import build_product
from os2governance.workflows.compare_products import (
    CurrentProduct,
    OldAndCurrent,
    find_changed_products,
)
from os2governance.workflows.context import Context
from os2governance.workflows.model_links import find_links_between
from os2governance.workflows.revision_files import read_old_model_files, read_old_models


class ComparedProduct(NamedTuple):
    """A product whose files differ: the change, its findings, and the texts of its files."""

    change: ProductChange
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


def find_changes_since(
    files: Sequence[str], paths: Sequence[Path], name: str, context: Context
) -> list[ComparedProduct]:
    """Compare products with a revision; return those whose files or model differ.

    `files` are the product files that the paths mean now.

    Raises:
        NotPossibleError: when the revision of one cannot be read.
    """
    past, library = RepositoryHistory(name, find_revision), context.open_library()
    for path in paths:
        past.find_folder(path)
    old_library = _build_old_library(past, library)
    found = [
        _compare_product(each, (old_library or library, library), context)
        for each in find_changed_products(past, paths, files, same_too=old_library is not None)
    ]
    return [
        each for each in found if each.findings or (each.change.product and each.change.differs)
    ]


def _build_old_library(past: RepositoryHistory, library: Library) -> Library | None:
    """The old models, if a model of the revision has other files now; None where all are the same.

    Models that the repository did not hold, or that could not be used, are taken as they are now.
    """
    held = past.find_known_folder(library.criteria)
    then = read_old_model_files(held) if held else {}
    if all(
        files == reading.read_model_files(library.criteria / n)[0] for n, files in then.items()
    ):
        return None
    models = read_old_models(library.criteria, then)
    usable = {n: read for n, read in models.items() if read[0]}
    return library._replace(models=usable, published={})


def _compare_product(
    each: OldAndCurrent, libraries: tuple[Library, Library], context: Context
) -> ComparedProduct:
    before, now = each
    old, new = libraries
    change = _build_change(
        _assess_sources(before, old, context),
        _assess_sources(now.sources, new, context),
        libraries,
    )
    texts = {name: data.decode("utf-8-sig", "replace") for name, data in now.files()}
    if now.log and _read_log(now.log) is None:  # its content is unknown, which is an error
        return ComparedProduct(change._replace(unusable=True), (), texts)
    lost = (before and not change.before) or (now.exists and not change.after)
    found = [*check_undecided_level_change(change), *_check_record(change, before, now)]
    return ComparedProduct(change._replace(unusable=bool(lost)), tuple(found), texts)


def _check_record(
    change: ProductChange, before: ProductFiles | None, now: CurrentProduct
) -> list[Finding]:
    """Find forbidden changes to the record of a product, such as a rewritten log."""
    log = _read_log(before.log) if before else None
    if now.exists or now.files():
        return check_rewritten_log(log, _read_log(now.log))
    return check_unclosed_product(change.before, log)


def _build_change(
    before: Assessment | None, after: Assessment | None, libraries: tuple[Library, Library]
) -> ProductChange:
    if before is None or after is None or before.model.reference == after.model.reference:
        return ProductChange(before, after)
    links = find_links_between(before.model, after.model, reversed(libraries))
    return ProductChange(before, after, pair_criteria(before.model, after.model, links))


def _assess_sources(
    sources: ProductFiles | None, library: Library, context: Context
) -> Assessment | None:
    if sources is None:
        return None
    read, _ = build_product(sources, library)
    return assess(*read, as_of=context.as_of) if read else None


def _read_log(log: FileContent | None) -> Document | None:
    return read_yaml(log.data, log.name)[0] if log else None
