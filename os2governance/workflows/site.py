"""Building the site: each product in one of several processes, then the pages on all of them.

What the site calls itself comes from the models that its products follow; they are found first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.decision_log import LogEntry, list_log_entries, sort_newest_first
from os2governance.analysis.forecast import find_changes_through
from os2governance.documents.sources import SITE_FILE
from os2governance.files.listing import format_path
from os2governance.files.output_folder import (
    OutputFolder,
    close_output_folder,
    open_output_folder,
    write_output_file,
)
from os2governance.files.paths import may_be_there
from os2governance.files.reading import read_file
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import LANGUAGES
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.model.words import NEUTRAL_WORDS
from os2governance.portfolio.contribution import ProductContribution, build_contribution
from os2governance.portfolio.figures import count_portfolio
from os2governance.product.product import UnreadableProduct
from os2governance.product.reader import build_product
from os2governance.site.portfolio_pages import render_shared_files
from os2governance.site.product_lists import SiteContent
from os2governance.site.product_page import (
    ProductPageData,
    compute_forecast_end,
    render_product_files,
)
from os2governance.site.publication import Publication, read_publication
from os2governance.site.summary import ProductSummary, build_product_summary
from os2governance.site.template import SharedTexts, Site
from os2governance.workflows.batch import Batch, run_batch
from os2governance.workflows.chunk import ProductWork, ReadProduct
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import find_portfolio_folder, list_product_files
from os2governance.workflows.read_product import assess_read_product


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
    unreadable: list[str]
    file_names: set[str]
    findings: list[Finding]
    files_by_id: dict[str, str]


class SiteForm(NamedTuple):
    """The form below the site: the folder it is in, and who makes its files for a publisher."""

    folder: str
    make: Callable[[str], tuple[Mapping[str, bytes] | None, list[Finding]]]


class SiteRequest(NamedTuple):
    """The folder of the site, its title (empty for the models' names), its address, its form."""

    folder: Path
    title: str
    address: str
    form: SiteForm | None = None


class SiteTerms(NamedTuple):
    """What was asked for, what the portfolio says of its site, and the files of the form."""

    request: SiteRequest
    publication: Publication
    form_files: dict[str, bytes]


class SiteResult(NamedTuple):
    """The site that was made: the number of products and files, and findings on others."""

    products: int
    files: int
    findings: list[Finding]


class _UnwrittenError(Exception):
    """A file cannot be written, so the site is not made."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__(findings[0].code)


def write_site(
    paths: Sequence[str],
    request: SiteRequest,
    context: Context,
    cluster: str | None = None,
    report_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[SiteResult | None, list[Finding]]:
    """Build the site; None with findings where it is not made, and what was there is unchanged.

    Raises:
        NotPossibleError: when the processes or the cluster cannot do the work.
    """
    files, findings = list_product_files(paths, context.scope)
    if findings:
        return None, findings
    terms, findings = _read_terms(files, request, context)
    if terms is None:
        return None, findings
    with open_output_folder(request.folder) as (folder, findings):
        if folder is None:
            return None, findings
        try:
            kept = _write_files(files, folder, terms, context, (cluster, report_progress))
        except _UnwrittenError as unwritten:
            return None, unwritten.findings
        if findings := close_output_folder(folder, kept.file_names):
            return None, findings
        return SiteResult(len(kept.summaries), len(kept.file_names), kept.findings), []


def _read_terms(
    files: Sequence[str], request: SiteRequest, context: Context
) -> tuple[SiteTerms | None, list[Finding]]:
    """The terms of the site; None with findings where they, or the form, are not to be had."""
    publication, findings = _read_publication(files)
    if publication is None:
        return None, findings
    made: Mapping[str, bytes] | None = {}
    if request.form:
        made, findings = request.form.make(publication.render_publisher(context.language))
    if made is None:
        return None, findings
    folder = request.form.folder if request.form else ""
    form_files = {f"{folder}{name}": data for name, data in made.items()}
    return SiteTerms(request, publication, form_files), []


def _read_publication(files: Sequence[str]) -> tuple[Publication | None, list[Finding]]:
    """What `site.yaml` beside the folder of the products says; nothing is given without it.

    A file of that name without our format is somebody else's.
    """
    path = find_portfolio_folder(files) / SITE_FILE
    if not may_be_there(path):
        return Publication(), []
    data, findings = read_file(path)
    if data is None:
        return None, findings
    if b"os2governance" not in data:
        return Publication(), []
    return read_publication(data, format_path(path))


def _write_files(
    files: Sequence[str],
    folder: OutputFolder,
    terms: SiteTerms,
    context: Context,
    running: tuple[str | None, Callable[[int, int], None]],
) -> SiteContents:
    """Write all files of the site; `running` is the cluster, and who is told of the progress."""
    cluster, report_progress = running
    library = context.open_library()
    used = _find_used_models(files, library, context, cluster)
    site = _build_site_header([library.model(name)[0] for name in used], context, terms)
    kept = _open_contents()
    for number, built in enumerate(_build_products(files, site, context, cluster), 1):
        _keep_product(built, kept, folder)
        report_progress(number, len(files))
    digests = {each.model: each.digest for each in kept.summaries}
    site = replace(site, models=dict(sorted(digests.items())))
    for name, data in render_shared_files(_build_page_data(kept, library), site):
        _write_file(folder, name, data, kept)
    for name, data in terms.form_files.items():
        _write_file(folder, name, data, kept)
    return kept


def _write_file(folder: OutputFolder, name: str, data: bytes, kept: SiteContents) -> None:
    if findings := write_output_file(folder, name, data):
        raise _UnwrittenError(findings)
    kept.file_names.add(name)


def _build_page_data(kept: SiteContents, library: Library) -> SiteContent:
    models = {}
    for name in library.references():
        model, findings = library.model(name)
        kept.findings.extend(found for found in findings if found not in kept.findings)
        if model:
            models[name] = model
    return SiteContent(
        summaries=kept.summaries,
        log=sort_newest_first(kept.log_entries),
        unreadable=kept.unreadable,
        models=models,
        figures=count_portfolio(kept.contributions, models, len(kept.unreadable)),
    )


def _find_used_models(
    files: Sequence[str], library: Library, context: Context, cluster: str | None
) -> list[str]:
    """The models that the products follow, newest first; their files are read, not assessed."""
    batch = Batch(
        files=files, work=_MODEL_SEARCH, job=None, criteria=context.criteria, cluster=cluster
    )
    used = set(run_batch(batch))
    return [name for name in library.newest_first() if name in used]


def _find_model(library: Library, _job: None, product: ReadProduct) -> str | None:
    """The model that a product follows; None where the product cannot be used."""
    sources = product.sources
    built = build_product(sources, library, product.unread)[0] if sources else None
    return built[1].reference if built else None


def _find_no_model(_job: None, _file: str, _found: Finding) -> None:
    """None: the failure is told where the product's pages are built."""


_MODEL_SEARCH: ProductWork[None, str | None] = ProductWork(_find_model, _find_no_model)


def _build_site_header(models: Sequence[Model | None], context: Context, terms: SiteTerms) -> Site:
    """The data shared by all pages, in the words of the newest of the models that are used.

    The default title names each model once, by its newest version.
    """
    names = {model.id: model.name for model in reversed(models) if model}
    newest = next((model for model in models if model), None)
    words = newest.words if newest else NEUTRAL_WORDS
    said = {
        each: SharedTexts(
            terms.request.title
            or ", ".join(name.render(each) for name in reversed(names.values()))
            or words.site_title.render(each),
            words.site_title.render(each),
            words.site_intro.render(each),
            words.site_tagline.render(each),
        )
        for each in LANGUAGES
    }
    given = terms.request.address
    ids = dict.fromkeys(model.id for model in models if model)
    newest_by_id = {model.id: model for model in reversed(models) if model}
    return Site(
        words=said,
        as_of=context.as_of,
        models={},
        address=f"{given.rstrip('/')}/" if given else "",
        publication=terms.publication,
        looks={name: newest_by_id[name].look for name in ids},
        form=terms.request.form.folder if terms.request.form else "",
    )


def _open_contents() -> SiteContents:
    return SiteContents(
        summaries=[],
        contributions=[],
        log_entries=[],
        unreadable=[],
        file_names=set(),
        findings=[],
        files_by_id={},
    )


def _keep_product(built: BuiltProduct, kept: SiteContents, folder: OutputFolder) -> None:
    """Write one product's own files, and keep the data for the shared pages."""
    kept.findings.extend(built.findings)
    if built.contents is None:
        kept.unreadable.append(built.file)
        return
    name = built.contents[0].product
    first = kept.files_by_id.setdefault(name, built.file)
    if first != built.file:
        twice = make_finding("duplicate-product", Location(built.file), name=name, other=first)
        kept.findings.append(twice)
        return
    _add_product(built, kept, folder)


def _add_product(made: BuiltProduct, kept: SiteContents, folder: OutputFolder) -> None:
    if made.contents is None:
        return
    card_, share_, log = made.contents
    kept.summaries.append(card_)
    kept.contributions.append(share_)
    kept.log_entries.extend(log)
    for name, data in made.output_files:
        _write_file(folder, name, data, kept)


def _build_products(
    files: Sequence[str], site: Site, context: Context, cluster: str | None
) -> Iterator[BuiltProduct]:
    batch = Batch(
        files=files,
        work=_PRODUCT_WORK,
        job=site,
        criteria=context.criteria,
        cluster=cluster,
    )
    return run_batch(batch)


def _build_product(library: Library, site: Site, product: ReadProduct) -> BuiltProduct:
    assessed, whole = assess_read_product(product, library, site.as_of)
    if isinstance(assessed, UnreadableProduct):
        return BuiltProduct(assessed.file, (), None, assessed.findings)
    until = compute_forecast_end(site.as_of)
    turns = list(find_changes_through(assessed, until))
    log = tuple(list_log_entries([assessed]))
    look = ProductPageData(
        assessment=assessed,
        summary=build_product_summary(assessed, log, turns),
        log=log,
        turns=turns,
        until=until,
    )
    model = assessed.model
    own = replace(
        site,
        models={model.reference: model.digest},
        look_file=site.find_look_file(model.id),
    )
    wrong = () if whole else tuple(f for f in assessed.findings if f.severity == "error")
    kept = (look.summary, build_contribution(assessed), log)
    return BuiltProduct(product.file, tuple(render_product_files(look, own)), kept, wrong)


def _report_failed_product(_site: Site, file: str, found: Finding) -> BuiltProduct:
    return BuiltProduct(file, (), None, (found,))


_PRODUCT_WORK = ProductWork(_build_product, _report_failed_product)
