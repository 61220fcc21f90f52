"""Product files that the paths of a command mean, and the result of reading each."""

import os
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path, PurePath
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, assess
from os2governance.documents.sources import PRODUCT_FILE
from os2governance.files import listing
from os2governance.files.paths import is_folder, may_be_there
from os2governance.files.reading import FILES_ON_DISK, DiskReader, is_our_product
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.model.library import Library
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.context import (
    DEFAULT_PRODUCTS_FOLDER,
    DEFAULT_SCOPE,
    Context,
    SearchScope,
)
from os2governance.workflows.disk_files import read_product
from os2governance.workflows.safety_net import run_safely


class AssessedFile(NamedTuple):
    """The result for one file; `all_read` is true where it and its record could be read."""

    assessed: Assessment | UnreadableProduct
    all_read: bool


class FoundProducts(NamedTuple):
    """The product files that paths mean, each once, as strings, since there may be thousands.

    There is a finding for each path without any. `passed_over` are product files of folders that
    were looked into, which are excluded or are somebody else's.
    """

    files: list[str]
    findings: list[Finding]
    passed_over: list[str]


def list_product_files(
    paths: Iterable[str], scope: SearchScope = DEFAULT_SCOPE
) -> tuple[list[str], list[Finding]]:
    """List the product files that paths mean, each once, and a finding for each path without any.

    Without paths, those of the scope are meant.
    """
    found = find_products(paths, scope)
    return found.files, found.findings


def find_products(
    paths: Iterable[str], scope: SearchScope = DEFAULT_SCOPE, *, as_found: bool = False
) -> FoundProducts:
    """Find the product files that paths mean; see `list_product_files`.

    What is found in a folder must be within the scope; a file that is named is taken as it is,
    unless it is to be treated `as_found`. A folder without products of its own, such as that of a
    repository, means those of the folders in it.
    """
    files: dict[str, None] = {}
    passed_over: dict[str, None] = {}
    findings: list[Finding] = []
    for path in [Path(path) for path in paths] or [Path(path) for path in scope.paths]:
        own = set() if as_found else {str(path), str(path / PRODUCT_FILE)}
        found, left = _find_within_scope([path], own, scope)
        if not left and is_folder(path):
            below = [
                each for each in listing.list_subfolders(path) if not listing.is_model_folder(each)
            ]
            deeper, left = _find_within_scope(below, own, scope)
            found += deeper
        files.update(left)
        passed_over.update(dict.fromkeys(file for file in found if file not in left))
        if not left and not (found and as_found):
            findings.append(make_finding("no-products", Location(listing.format_path(path))))
    return FoundProducts(list(files), findings, list(passed_over))


def _find_within_scope(
    paths: Sequence[Path], own: Collection[str], scope: SearchScope
) -> tuple[list[str], dict[str, None]]:
    """The product files of paths, and those of them that are named as `own` or in the scope."""
    found = list(map(str, listing.find_product_files(paths)))
    if found == [scope.locate(DEFAULT_PRODUCTS_FOLDER)] and not may_be_there(Path(found[0])):
        return [], {}
    return found, dict.fromkeys(
        file for file in found if file in own or is_within_scope(file, scope)
    )


def is_within_scope(file: str, scope: SearchScope, reader: DiskReader = FILES_ON_DISK) -> bool:
    """Whether a product file that was found is not excluded, and is ours.

    All that lies in the scope's own paths is ours; elsewhere a file must have our format.
    """
    if is_excluded(file, scope):
        return False
    whole = os.path.abspath(file)  # noqa: PTH100 - by the thousand
    own = (os.path.abspath(path) for path in scope.paths)  # noqa: PTH100 - links stay
    is_inside = any(whole.startswith(f"{each}{os.sep}") for each in own)
    return is_inside or is_our_product(Path(file), reader)


def is_excluded(file: str, scope: SearchScope) -> bool:
    """Whether a pattern of the scope is of a file, its folder, or one above."""
    if not scope.exclude:
        return False
    inside = PurePath(os.path.relpath(os.path.dirname(file), scope.folder))  # noqa: PTH120 - by the thousand
    names = [each.as_posix() for each in (inside / PRODUCT_FILE, inside, *inside.parents)]
    return any(
        fnmatchcase(name, pattern.rstrip("/")) for name in names for pattern in scope.exclude
    )


def find_portfolio_folder(files: Sequence[str]) -> Path:
    """The folder of the portfolio's own files: beside that of the products."""
    products = Path(files[0]).parent.parent if files else Path(DEFAULT_PRODUCTS_FOLDER)
    return products.parent


def find_named_folder(product_file: Path, paths: Iterable[str]) -> Path:
    """The folder that a person named: a product's own, or that of the products which it is in."""
    own = product_file.parent
    return own if any(Path(path) in {own, product_file} for path in paths) else own.parent


def assess_product_file(file: str, library: Library, as_of: date) -> AssessedFile:
    """Read and assess one file. Errors in its record do not prevent it, but clear `all_read`."""
    return run_safely(partial(_assess_file, Path(file), library, as_of), file, _report_failed_file)


def _report_failed_file(found: Finding) -> AssessedFile:
    return AssessedFile(UnreadableProduct(found.location.file, (found,)), all_read=False)


def _assess_file(path: Path, library: Library, as_of: date) -> AssessedFile:
    read, findings = read_product(path, library)
    if read is None:
        return AssessedFile(
            UnreadableProduct(listing.format_path(path), tuple(findings)), all_read=False
        )
    product, model = read
    whole = not any(found.severity == "error" for found in product.findings)
    return AssessedFile(assess(product, model, as_of=as_of), whole)


def assess_readable_files(
    files: Iterable[str], context: Context
) -> tuple[list[Assessment], list[Finding]]:
    """The assessments of the files that can be read, and the errors in what cannot be."""
    library = context.open_library()
    assessments: list[Assessment] = []
    findings: list[Finding] = []
    for file in files:
        assessed, all_read = assess_product_file(file, library, context.as_of)
        if not all_read:
            findings += [each for each in assessed.findings if each.severity == "error"]
        if isinstance(assessed, Assessment):
            assessments.append(assessed)
    return assessments, findings


def assess_one_product(path: str, context: Context) -> tuple[Assessment | None, list[Finding]]:
    """Assess the one product that a path means; None with the findings where it cannot be read.

    Raises:
        NotPossibleError: when the path means several.
    """
    files, findings = list_product_files([path], context.scope)
    if findings:
        return None, findings
    if len(files) > 1:
        raise NotPossibleError(
            _("There are {count} products in {path}; name one, such as {first}.").fill(
                count=len(files), path=path, first=files[0]
            )
        )
    assessed = assess_product_file(files[0], context.open_library(), context.as_of).assessed
    if isinstance(assessed, UnreadableProduct):
        return None, list(assessed.findings)
    return assessed, []
