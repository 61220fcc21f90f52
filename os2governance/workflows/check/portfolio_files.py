"""Inspection of a portfolio's own files, beside its products: its rounds, and its site."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from os2governance.checks.hidden_characters import check_hidden_characters
from os2governance.checks.inspect import Inspection, build_file_inspection
from os2governance.documents.sources import ROUNDS_FOLDER, SITE_FILE
from os2governance.documents.text_reader import read_shown_text
from os2governance.files.listing import format_path, list_names
from os2governance.files.paths import is_folder, may_be_there
from os2governance.files.reading import read_file
from os2governance.findings.finding import Finding
from os2governance.i18n.half_years import parse_half_year
from os2governance.portfolio.round_file import find_unknown_products, read_round
from os2governance.site.publication import read_publication


def inspect_portfolio_files(
    folder: Path, products: Sequence[str], as_of: date
) -> Iterator[Inspection]:
    """Inspect the files of a portfolio, and yield what found something.

    Files of others are passed over. `products` are the ids that a round may name.
    """
    rounds = folder / ROUNDS_FOLDER
    names = list_names(rounds)[0] if is_folder(rounds) else []
    paths = [rounds / name for name in names if parse_half_year(name.removesuffix(".yaml"))]
    site = folder / SITE_FILE
    for path in (*paths, *([site] if may_be_there(site) else [])):
        data, findings = read_file(path)
        shown = format_path(path)
        if data is None:
            yield build_file_inspection(shown, findings, {shown: ""}, as_of)
        elif b"os2governance" in data:
            texts = {shown: read_shown_text(data)}
            findings = [*findings, *_check_content(path, data, products)]
            findings += check_hidden_characters(texts)
            inspected = build_file_inspection(shown, findings, texts, as_of)
            if inspected.findings or inspected.suppressed:
                yield inspected


def _check_content(path: Path, data: bytes, products: Sequence[str]) -> list[Finding]:
    half = parse_half_year(path.name.removesuffix(".yaml"))
    if half is None:
        return read_publication(data, format_path(path))[1]
    plan, findings = read_round(data, format_path(path), half)
    return [*findings, *(find_unknown_products(plan, products) if plan else [])]
