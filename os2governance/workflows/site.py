"""Building the site: each product in one of several processes, then the pages on all of them."""

import gc
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.decision_log import LogEntry, list_log_entries, sort_newest_first
from os2governance.analysis.forecast import find_turning_points
from os2governance.cli.options import Invocation
from os2governance.cli.output import print_notice, show_findings
from os2governance.files import listing
from os2governance.files.output_folder import (
    OutputFolder,
    close_output_folder,
    open_output_folder,
    write_output_file,
)
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import LANGUAGES, Text, _
from os2governance.model.library import Library
from os2governance.portfolio.contribution import ProductContribution, build_contribution
from os2governance.portfolio.figures import count_portfolio
from os2governance.product.product import UnreadableProduct
from os2governance.site.portfolio_pages import SiteContent, render_shared_files
from os2governance.site.product_page import (
    ProductPageData,
    compute_forecast_end,
    render_product_files,
)
from os2governance.site.summary import ProductSummary, build_product_summary
from os2governance.site.template import Site
from os2governance.workflows.batch import (
    GC_THRESHOLD,
    PROCESS_ENDED,
    ChunkTask,
    ProcessEndedError,
    run_in_chunks,
)
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_product_file, list_product_files

_SITE_WRITTEN = _("The site is made in {out}: {products} products, {files} files.")
_PROGRESS = _("{count} of {all} products")


class BuiltProduct(NamedTuple):
    """The result of one product file: its pages and data, and its contribution to shared pages.

    `contents` is None where the product cannot be used; `findings` are those on the product file
    or its record.
    """

    file: str
    output_files: tuple[tuple[str, bytes], ...]
    contents: tuple[ProductSummary, ProductContribution, tuple[LogEntry, ...]] | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteContents:
    """The data kept of all products, enough for the shared pages."""

    summaries: list[ProductSummary]
    contributions: list[ProductContribution]
    log_entries: list[LogEntry]
    unreadable: list[tuple[str, list[Text]]]
    file_names: set[str]
    findings: list[Finding]


def write_site(paths: Sequence[str], invocation: Invocation, asked: tuple[Path, str, str]) -> int:
    """Build the site; `asked` are its folder, title and address. Returns the exit code."""
    out, title, address = asked
    files, findings = list_product_files(paths)
    if findings:
        return show_findings(findings, invocation, "text")
    folder, findings = open_output_folder(out)
    if folder is None:
        return show_findings(findings, invocation, "text")
    library = invocation.context.open_library()
    site = _build_site_header(library, invocation.context, title, address)
    try:
        kept = _write_products(files, site, folder, invocation)
    except ProcessEndedError:
        raise NotPossibleError(PROCESS_ENDED) from None
    used = {each.model: each.digest for each in kept.summaries}
    site = site._replace(models=dict(sorted(used.items())))
    for name, data in render_shared_files(_build_page_data(kept, library), site):
        kept.findings.extend(write_output_file(folder, name, data))
        kept.file_names.add(name)
    kept.findings.extend(close_output_folder(folder, kept.file_names))
    words = {
        "out": listing.format_path(out),
        "products": len(kept.summaries),
        "files": len(kept.file_names),
    }
    print_notice(_SITE_WRITTEN.fill(**words), invocation)
    return show_findings(kept.findings, invocation, "text") if kept.findings else 0


def _build_page_data(kept: SiteContents, library: Library) -> SiteContent:
    models = {name: model for name in library.references() if (model := library.model(name)[0])}
    return SiteContent(
        summaries=kept.summaries,
        log=sort_newest_first(kept.log_entries),
        unreadable=kept.unreadable,
        models=models,
        figures=count_portfolio(kept.contributions, models, len(kept.unreadable)),
    )


def _build_site_header(library: Library, context: Context, title: str, address: str) -> Site:
    """The data shared by all pages; the default title is the newest model's name."""
    newest = next(iter(library.newest_first()), "")
    model = library.model(newest)[0] if newest else None
    said = {each: title or (model.name.render(each) if model else newest) for each in LANGUAGES}
    ended = f"{address.rstrip('/')}/" if address else ""
    return Site(said, context.as_of, {}, ended)


def _write_products(
    files: Sequence[str], site: Site, folder: OutputFolder, invocation: Invocation
) -> SiteContents:
    """Write each product's own files, and collect the data for the shared pages."""
    kept = SiteContents(
        summaries=[],
        contributions=[],
        log_entries=[],
        unreadable=[],
        file_names=set(),
        findings=[],
    )
    first: dict[str, str] = {}
    for number, made in enumerate(_build_products(files, site, invocation.context), 1):
        kept.findings.extend(made.findings)
        if made.contents is None:
            kept.unreadable.append((made.file, [_copy_message(found) for found in made.findings]))
        elif (name := made.contents[0].product) in first:
            twice = make_finding(
                "duplicate-product", Location(made.file), name=name, other=first[name]
            )
            kept.findings.append(twice)
        else:
            first[name] = made.file
            _add_product(made, kept, folder)
        _print_progress(number, len(files), invocation)
    return kept


def _add_product(made: BuiltProduct, kept: SiteContents, folder: OutputFolder) -> None:
    if made.contents is None:
        return
    card_, share_, log = made.contents
    kept.summaries.append(card_)
    kept.contributions.append(share_)
    kept.log_entries.extend(log)
    for name, data in made.output_files:
        kept.findings.extend(write_output_file(folder, name, data))
        kept.file_names.add(name)


def _copy_message(found: Finding) -> Text:
    return Text(found.message.da, found.message.en)


def _print_progress(count: int, whole: int, invocation: Invocation) -> None:
    """Print the progress on a terminal."""
    if invocation.quiet or not sys.stderr.isatty():
        return
    said = _PROGRESS.render(invocation.context.language).format(count=count, all=whole)
    sys.stderr.write(f"\r{said}" if count < whole else f"\r{' ' * len(said)}\r")
    sys.stderr.flush()


def _build_products(files: Sequence[str], site: Site, context: Context) -> Iterator[BuiltProduct]:
    for data, _unused in run_in_chunks(files, _build_task(site, context)):
        # The pickled data was written by a process of this program.
        yield from pickle.loads(data)  # noqa: S301


def _build_task(site: Site, context: Context) -> ChunkTask:
    library = context.open_library()
    gc.set_threshold(GC_THRESHOLD)

    def work(files: Sequence[str]) -> tuple[bytes, None]:
        return pickle.dumps([_build_product(file, library, site, context) for file in files]), None

    return work


def _build_product(file: str, library: Library, site: Site, context: Context) -> BuiltProduct:
    assessed, whole = assess_product_file(file, library, context.as_of)
    if isinstance(assessed, UnreadableProduct):
        return BuiltProduct(assessed.file, (), None, assessed.findings)
    until = compute_forecast_end(context.as_of)
    turns = list(find_turning_points(assessed, until))
    log = tuple(list_log_entries([assessed]))
    look = ProductPageData(
        assessment=assessed,
        summary=build_product_summary(assessed, log, turns),
        log=log,
        turns=turns,
        until=until,
    )
    own = site._replace(models={assessed.model.reference: assessed.model.digest})
    wrong = () if whole else tuple(f for f in assessed.findings if f.severity == "error")
    kept = (look.summary, build_contribution(assessed), log)
    return BuiltProduct(file, tuple(render_product_files(look, own)), kept, wrong)
