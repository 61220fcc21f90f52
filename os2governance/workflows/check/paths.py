"""Resolution of the paths of `check`: products, models, or files that belong to one of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from os2governance.checks.inspect import Inspection, inspect_unread
from os2governance.documents.sources import (
    LAYOUTS_FOLDER,
    MODEL_FILE,
    PRODUCT_FILE,
    TERMS_FILE,
)
from os2governance.files import listing
from os2governance.files.listing import find_shipped_criteria
from os2governance.files.paths import find_folder_above, is_folder, is_there
from os2governance.files.product_folder import list_product_folder
from os2governance.files.reading import is_our_model
from os2governance.findings.finding import Finding
from os2governance.workflows.check.known import KnownFindings
from os2governance.workflows.check.prepare import find_targets_root, list_product_ids
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import DEFAULT_SCOPE, Context, SearchScope
from os2governance.workflows.find_products import (
    FoundProducts,
    find_products,
    is_excluded,
    is_within_scope,
)
from os2governance.workflows.safety_net import run_safely

if TYPE_CHECKING:
    from os2governance.workflows.check.against import RevisionComparison


def find_targets(
    paths: tuple[str, ...], context: Context, *, as_found: bool = False
) -> CheckTargets:
    """Resolve paths to check targets, each product and model once.

    `as_found` is whether named files are treated as those that a folder is looked through for.
    """
    shown = next(iter(paths or context.scope.paths))
    return run_safely(
        partial(_find_targets, paths, context, as_found=as_found), shown, _report_failed_search
    )


def _report_failed_search(found: Finding) -> CheckTargets:
    beside = [inspect_unread(found.location.file, [found])]
    return CheckTargets(files=[], model_folders=[], extra_inspections=beside)


def _find_targets(paths: tuple[str, ...], context: Context, *, as_found: bool) -> CheckTargets:
    meant = sort_paths(paths or _list_default_paths(context), context)
    found = FoundProducts([], [], [])
    if meant.of_products or not any(meant):
        found = find_products(meant.of_products, context.scope, as_found=as_found)
    files, findings, passed_over = found
    beside = [
        Inspection(file=f.location.file, findings=(f,), texts={}, readable=False)
        for f in findings
        if f.location.file not in meant.of_both
    ]
    folders = _list_portfolio_folders(files, map(Path, meant.of_products))
    named, others = meant.of_portfolios, list[Path]()
    if as_found and named:
        named, others = _sort_out_others(named, context.scope)
    if folders or named:
        from os2governance.workflows.check.portfolio_files import inspect_portfolios

        ids = [Path(file).parent.name for file in files]
        beside += inspect_portfolios(folders, named, ids, context.as_of)
    return CheckTargets(
        files=files,
        model_folders=meant.models,
        extra_inspections=beside,
        passed_over=[*passed_over, *map(str, others)],
    )


def _sort_out_others(paths: Sequence[Path], scope: SearchScope) -> tuple[list[Path], list[Path]]:
    """The files of portfolios that are ours and not excluded, and the others."""
    from os2governance.workflows.check.portfolio_files import is_our_portfolio_file

    ours = [
        path for path in paths if not is_excluded(str(path), scope) and is_our_portfolio_file(path)
    ]
    return ours, [path for path in paths if path not in ours]


class SortedPaths(NamedTuple):
    """Paths by what they mean: products, models, files of a portfolio.

    A path `of_both` is a folder that holds models, and perhaps products.
    """

    of_products: list[str]
    models: list[Path]
    of_both: frozenset[str]
    of_portfolios: list[Path]


def sort_paths(paths: Iterable[str], context: Context) -> SortedPaths:
    """Sort paths by what they mean; each model and each path once."""
    products: dict[str, None] = {}
    models: dict[Path, None] = {}
    both: set[str] = set()
    portfolios: dict[Path, None] = {}
    for path in map(Path, paths):
        if listing.is_portfolio_file(path):
            portfolios[path] = None
            continue
        folders = list(list_model_folders_of(path, context.scope))
        models.update(dict.fromkeys(folders))
        if not folders:
            products[str(find_product_file(path))] = None
        elif is_folder(path) and not listing.is_model_folder(path):
            products[str(path)] = None
            both.add(listing.format_path(path))
    return SortedPaths(list(products), list(models), frozenset(both), list(portfolios))


def _list_portfolio_folders(files: Iterable[str], paths: Iterable[Path]) -> list[Path]:
    """The folders of the portfolios whose products were looked for in the paths, all of them.

    A path to one product is about that product alone.
    """
    named = [path.absolute() for path in paths if is_folder(path)]
    folders: dict[Path, None] = {}
    for file in files:
        products = Path(file).parent.parent
        if any(products.absolute().is_relative_to(path) for path in named):
            folders[products.parent] = None
    return list(folders)


def compare_with_revision(
    found: CheckTargets,
    paths: tuple[str, ...],
    revision: str,
    context: Context,
    *,
    only_new: bool = False,
) -> tuple[CheckTargets, bool]:
    """Add the differences of the products from a revision; what changed comes first.

    With `only_new`, the findings that the revision had too are known. The second value tells that
    undecided changes may be the revision's own: it is a branch that has moved on since the current
    one left it.
    """
    from os2governance.git.revision import MERGE_BASE_SUFFIX, has_newer_commits
    from os2governance.workflows.check.against import find_changes_since

    meant = paths or context.scope.paths
    others = [Path(path) for path in sort_paths(meant, context).of_products or meant]
    folders = {Path(file).parent.parent for file in found.files}
    others += [folder for folder in sorted(folders) if folder.parent in others]
    past = find_changes_since(found.files, others, revision, context)
    changed = past.products
    files = set(found.files)
    compared = {
        each.file: each.findings for each in changed if each.findings and each.file in files
    }
    beside = [
        Inspection(
            file=each.findings[0].location.file,
            findings=each.findings,
            texts=each.texts,
            readable=not any(found.entry.blocks_reading for found in each.findings),
        )
        for each in changed
        if each.findings and each.file not in compared
    ]
    of_models: dict[str, list[Finding]] = {}
    for each in past.models:
        of_models.setdefault(each.location.file, []).append(each)
    beside += [
        Inspection(file=file, findings=tuple(several), texts={})
        for file, several in of_models.items()
    ]
    is_behind = (
        bool(beside or compared)
        and not revision.endswith(MERGE_BASE_SUFFIX)
        and has_newer_commits(revision)
    )
    first = [file for file in found.files if file in past.changed]
    targets = replace(
        found,
        files=[*first, *(file for file in found.files if file not in past.changed)],
        compared=compared,
        known=_find_known(past, found, context) if only_new else None,
        extra_inspections=[*found.extra_inspections, *beside],
        against=revision,
        changes=[each.change for each in changed if each.change.product],
    )
    return targets, is_behind


def _find_known(
    past: "RevisionComparison", found: CheckTargets, context: Context
) -> KnownFindings:
    from os2governance.workflows.check.new_findings import find_known_findings

    root, ids = find_targets_root(found), list_product_ids(found.files)
    return find_known_findings(past, found.model_folders, root, ids, context)


def _list_default_paths(context: Context) -> Iterator[str]:
    """Yield the default paths; models are checked in their sources, not where installed."""
    yield from context.scope.paths
    yield from (str(each) for each in _list_own_folders(context) if is_folder(each))


def _list_own_folders(context: Context) -> Sequence[Path]:
    """The folders of models to check: those named, the shipped ones apart; else the usual one."""
    shipped = find_shipped_criteria()
    named = [each for each in context.criteria if each != shipped]
    return named if context.criteria else [Path(listing.MODELS_FOLDER)]


def list_model_folders_of(path: Path, scope: SearchScope = DEFAULT_SCOPE) -> Iterator[Path]:
    """Yield the folder of the model that a path is or lies in, or of the models below it.

    What is found below a folder is ours, and not excluded by the scope.
    """
    folder = path if is_folder(path) else path.parent
    if listing.is_model_folder(folder) and path.name != PRODUCT_FILE:
        yield folder
    elif versions := _list_sharing_versions(path, folder):
        yield from versions
    elif folder == path:
        yield from _list_models_below(path, scope)


def _list_models_below(path: Path, scope: SearchScope) -> Iterator[Path]:
    """Yield the models in a folder, and in the folders of a repository; none beside products."""
    if any(
        _is_product(file) and is_within_scope(str(file), scope)
        for file in listing.find_product_files([path])
    ):
        return
    found = listing.list_model_folders(path)
    for below in listing.list_subfolders(path):
        found += listing.list_model_folders(below)
    for folder in dict.fromkeys(found):
        if not is_excluded(str(folder / MODEL_FILE), scope) and is_our_model(folder):
            yield folder


def _is_product(file: Path) -> bool:
    """Whether there is a file of a product in the folder of a product file."""
    return is_there(file) or bool(list_product_folder(file.parent).names)


def _list_sharing_versions(path: Path, folder: Path) -> list[Path]:
    """The versions of a model that share the file or folder; none for any other path."""
    if path.name == TERMS_FILE:
        above = folder
    elif folder.resolve().name == LAYOUTS_FOLDER:
        above = find_folder_above(folder)
    else:
        return []
    return [each for each in listing.list_model_folders(above) if each.parent == above]


def find_product_file(path: Path, is_file_there: Callable[[Path], bool] = is_there) -> Path:
    """The product file that a file belongs to, or the path itself.

    A file that only a product can have belongs to one even if the product file is missing; a
    misspelled file name is taken for the one that is read.
    """
    if is_folder(path) or path.name == PRODUCT_FILE:
        return path
    folder = path.parent
    if folder.name in {"", ".."}:  # a relative path that does not contain the folder's name
        name, above = Path(os.path.realpath(folder)).name, folder / ".."
    else:
        name, above = folder.name, folder.parent
    is_dated = listing.find_intended_name(name) in listing.DATED_FOLDERS
    file = (above if is_dated else folder) / PRODUCT_FILE
    of_product = is_dated or listing.find_intended_name(path.name) is not None
    return file if is_file_there(file) or (of_product and is_file_there(path)) else path
