"""Product files that the paths of a command mean, and the result of reading each."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, assess
from os2governance.files import listing
from os2governance.files.paths import may_be_there
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.model.library import Library
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.context import Context
from os2governance.workflows.disk_files import read_product
from os2governance.workflows.safety_net import run_safely

DEFAULT_PRODUCTS_FOLDER = "products"


class AssessedFile(NamedTuple):
    """The result for one file; `all_read` is true where it and its record could be read."""

    assessed: Assessment | UnreadableProduct
    all_read: bool


def list_product_files(paths: Iterable[str]) -> tuple[list[str], list[Finding]]:
    """List the product files that paths mean, each once, and a finding for each path without any.

    They are strings, since there may be thousands.
    """
    files: dict[str, None] = {}
    findings: list[Finding] = []
    for path in [Path(path) for path in paths] or [Path(DEFAULT_PRODUCTS_FOLDER)]:
        found = list(map(str, listing.find_product_files([path])))
        if found and (found != [DEFAULT_PRODUCTS_FOLDER] or may_be_there(path)):
            files.update(dict.fromkeys(found))
        else:
            findings.append(make_finding("no-products", Location(listing.format_path(path))))
    return list(files), findings


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


def assess_one_product(path: str, context: Context) -> tuple[Assessment | None, list[Finding]]:
    """Assess the one product that a path means; None with the findings where it cannot be read.

    Raises:
        NotPossibleError: when the path means several.
    """
    files, findings = list_product_files([path])
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
