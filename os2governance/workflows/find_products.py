"""Product files that the paths of a command mean, and the result of reading each."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, assess
from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import Text
from os2governance.product.reader import Library, Unreadable, read_product

USUAL_FOLDER = "products"


class Result(NamedTuple):
    """The result for one file; `all_read` is true where it and its record could be read."""

    assessed: Assessment | Unreadable
    whole: bool


def listed_files(paths: Iterable[str]) -> tuple[list[str], list[Finding]]:
    """List the product files that paths mean, each once, and a finding for each path without any.

    They are strings, since there may be thousands.
    """
    files: dict[str, None] = {}
    findings: list[Finding] = []
    for path in [Path(path) for path in paths] or [Path(USUAL_FOLDER)]:
        found = list(map(str, store.product_files([path])))
        if found and (found != [USUAL_FOLDER] or pathkind.may_be_there(path)):
            files.update(dict.fromkeys(found))
        else:
            findings.append(finding("no-products", Place(store.shown(path))))
    return list(files), findings


def result(file: str, library: Library, as_of: date) -> Result:
    """Read and assess one file. Errors in its record do not prevent it, but clear `all_read`."""
    path = Path(file)
    read, findings = read_product(path, library)
    if read is None:
        return Result(Unreadable(store.shown(path), tuple(findings)), whole=False)
    product, model = read
    whole = not any(found.severity == "error" for found in product.findings)
    return Result(assess(product, model, as_of=as_of), whole)


def one_product(path: str, given: Given) -> Assessment | list[Finding]:
    """Assess the one product that a path means; findings where that is not possible."""
    files, findings = listed_files([path])
    if findings:
        return findings
    if len(files) > 1:
        raise UsageError(
            Text(
                f"Der er {len(files)} produkter i {path}; angiv et af dem, som {files[0]}.",
                f"There are {len(files)} products in {path}; name one, such as {files[0]}.",
            )
        )
    assessed = result(files[0], Library.at(given.criteria), given.as_of).assessed
    return list(assessed.findings) if isinstance(assessed, Unreadable) else assessed
