"""Inspection of a portfolio's own files, beside its products: its rounds, and its site."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from os2governance.checks.hidden_characters import check_hidden_characters
from os2governance.checks.inspect import Inspection, build_file_inspection
from os2governance.documents.sources import ROUNDS_FOLDER, SITE_FILE
from os2governance.documents.text_reader import read_shown_text
from os2governance.files.listing import (
    find_product_files,
    format_path,
    is_portfolio_file,
    list_names,
    list_subfolders,
)
from os2governance.files.paths import is_folder, may_be_there
from os2governance.files.reading import FILES_ON_DISK, DiskReader
from os2governance.findings.finding import Finding
from os2governance.i18n.half_years import parse_half_year
from os2governance.portfolio.round_file import find_unknown_products, read_round
from os2governance.site.publication import read_publication


def inspect_portfolios(
    folders: Iterable[Path], named: Iterable[Path], ids: Sequence[str], as_of: date
) -> Iterator[Inspection]:
    """Yield what is found in the files of the portfolios in folders, and in those that are named.

    In a folder, files of others are passed over. `ids` are the products that a round may name; for
    a file that is named, those beside it.
    """
    found = {path: ids for folder in folders for path in list_portfolio_files(folder)}
    found = {path: ids for path, ids in found.items() if is_our_portfolio_file(path)}
    for path in named:
        found.setdefault(path, list_ids_beside(path))
    for path, known in found.items():
        inspected = inspect_portfolio_file(path, known, as_of)
        if inspected.findings or inspected.suppressed:
            yield inspected


def list_portfolio_files(folder: Path) -> list[Path]:
    """The files of the portfolio in a folder: its rounds, and its site."""
    rounds = folder / ROUNDS_FOLDER
    names = list_names(rounds)[0] if is_folder(rounds) else []
    paths = [*(rounds / name for name in names), folder / SITE_FILE]
    return [path for path in paths if may_be_there(path) and is_portfolio_file(path)]


def is_our_portfolio_file(path: Path, reader: DiskReader = FILES_ON_DISK) -> bool:
    """Whether a file names a format of ours, or cannot be read: then that is told."""
    data, _unread = reader.read(path)
    return data is None or b"os2governance" in data


def list_ids_beside(path: Path) -> list[str]:
    """The ids of the products in the folders beside the file of a portfolio."""
    folder = path.absolute().parent
    portfolio = folder.parent if folder.name == ROUNDS_FOLDER else folder
    return [
        file.parent.name
        for below in list_subfolders(portfolio)
        for file in find_product_files([below])
    ]


def inspect_portfolio_file(
    path: Path, ids: Sequence[str], as_of: date, reader: DiskReader = FILES_ON_DISK
) -> Inspection:
    """What is found in one file of a portfolio."""
    data, findings = reader.read(path)
    shown = format_path(path)
    if data is None:
        return build_file_inspection(shown, findings, {shown: ""}, as_of)
    texts = {shown: read_shown_text(data)}
    findings = [*findings, *_check_content(path, data, ids), *check_hidden_characters(texts)]
    return build_file_inspection(shown, findings, texts, as_of)


def _check_content(path: Path, data: bytes, products: Sequence[str]) -> list[Finding]:
    half = parse_half_year(path.name.removesuffix(".yaml"))
    if half is None:
        return read_publication(data, format_path(path))[1]
    plan, findings = read_round(data, format_path(path), half)
    return [*findings, *(find_unknown_products(plan, products) if plan else [])]
