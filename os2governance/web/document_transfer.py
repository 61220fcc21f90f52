"""Documents out and in: downloads, changes in the file, and previews of imports."""

import secrets
from collections import OrderedDict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.analysis.forecast import find_changes_through
from os2governance.analysis.plan import build_plan
from os2governance.documents.sources import ProductFiles
from os2governance.exchange.export_document import read_model_layouts, render_document
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportProposal,
    ImportSession,
    propose_import,
    read_library_terms,
)
from os2governance.files import listing, reading
from os2governance.findings.finding import Finding
from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.text import Language, Text, _, as_text
from os2governance.model.document_layouts import Layout
from os2governance.render.common.actions import list_action_sentences, render_helpers
from os2governance.render.plan.frame import (
    render_accepted,
    render_quota,
    render_start,
    render_summary,
    render_title,
    render_way_out,
)
from os2governance.site.product_page import compute_forecast_end
from os2governance.web.edit_session import EditSession
from os2governance.web.workspace import AssessedProduct, CommitFiles

_MAX_PENDING = 20
_EXTENSIONS = {
    "governance-report": "md",
    "evaluation-report": "md",
    "self-assessment-json": "json",
    "publiccode": "yml",
}


_KINDS = {
    "governance-report": (_("report"), _("The self-assessment as a report ({report}) {layout}")),
    "evaluation-report": (_("evaluation"), _("The evaluation as a report {layout}")),
    "self-assessment-json": (_("form"), _("The self-assessment for {form} {layout}")),
    "publiccode": (as_text("publiccode"), _("Facts about the software (publiccode.yml) {layout}")),
}
"""By kind: what a file is called, and what is said of it."""


class DownloadOption(NamedTuple):
    """A document available for download."""

    kind: str
    layout: str
    file: str
    title: Text


def list_downloads(
    now: AssessedProduct, desk: EditSession
) -> tuple[list[DownloadOption], list[Finding]]:
    """The documents that the model has layouts for, and the findings about the layouts."""
    layouts, findings = read_model_layouts(desk.library, now.model)
    return [
        _offer(now, each, desk.language) for each in (layouts.layouts if layouts else ())
    ], findings


def _offer(now: AssessedProduct, layout: Layout, language: Language) -> DownloadOption:
    """A document, under a name that says of which product and what it is."""
    what, title = _KINDS.get(layout.kind, (Text(), Text()))
    words = now.model.words
    name = "-".join(filter(None, [now.product.id, what.render(language), layout.name]))
    return DownloadOption(
        kind=layout.kind,
        layout=layout.name,
        file=f"{name}.{_EXTENSIONS.get(layout.kind, 'txt')}",
        title=title.fill(report=words.report, form=words.form, layout=layout.name),
    )


def build_download(
    now: AssessedProduct, desk: EditSession, wanted: tuple[str, str]
) -> tuple[tuple[DownloadOption, bytes] | None, list[Finding]]:
    """Build a document; None, perhaps with findings, where there is no such layout or document."""
    layouts, findings = read_model_layouts(desk.library, now.model)
    options = list_downloads(now, desk)[0]
    chosen = next((o for o in options if (o.kind, o.layout) == wanted), None)
    if layouts is None or chosen is None:
        return None, findings
    layout = next(each for each in layouts.layouts if (each.kind, each.name) == wanted)
    data, findings = render_document(now.assessment, layout, layouts, (None, "-"))
    return (None if data is None else (chosen, data)), findings


def commit_product_files(
    commit: CommitFiles, now: AssessedProduct, desk: EditSession, branch: str, message: str
) -> tuple[str, list[Finding]]:
    """Commit a product's files on a separate branch; return the commit, or the findings."""
    files = {Path(file.name): file.data for file in now.sources.files()}
    said = message or f"{now.assessment.product.name}, {desk.as_of}"
    return commit(Path(desk.file).parent, branch, files, said)


def build_plan_context(now: AssessedProduct, language: Language) -> dict[str, Any]:
    """The data of the steering group's document: the plan and its sentences, and the forecast."""
    assessment = now.assessment
    plan = build_plan(assessment)
    until = compute_forecast_end(assessment.as_of)
    return {
        "plan": plan,
        "plan_words": {
            "title": render_title(plan, language),
            "summary": render_summary(plan, language),
            "quotas": [render_quota(plan, quota, language) for quota in plan.quotas],
            "start": render_start(plan.start, language).sentence if plan.start else "",
            "way_out": render_way_out(plan, language),
            "acceptance": lambda each: render_accepted(each, plan, language),
            "helpers": lambda action: render_helpers(action, language),
            "due": lambda answer: format_partial_date(answer.due_said, language) or "",
            "sentences": lambda action: list_action_sentences(action, language),
        },
        "turns": list(find_changes_through(assessment, until)),
        "until": until,
    }


class PendingImports:
    """Imports proposed by uploads, until they are confirmed."""

    def __init__(self) -> None:
        """Start empty."""
        self._proposals: OrderedDict[str, ImportProposal] = OrderedDict()

    def add(self, found: ImportProposal) -> str:
        """Add a proposal; return its key."""
        name = secrets.token_urlsafe(12)
        self._proposals[name] = found
        while len(self._proposals) > _MAX_PENDING:
            self._proposals.popitem(last=False)
        return name

    def take(self, name: str) -> ImportProposal | None:
        """Return a proposal and remove it; None where there is none."""
        return self._proposals.pop(name, None)


def propose_upload(
    desk: EditSession, name: str, data: bytes, now: AssessedProduct, stated_on: date | None = None
) -> ImportProposal:
    """Read an uploaded document, and propose the product file that it would produce.

    `stated_on` is the date of a document that does not say its own.
    Findings about the terms by which documents are read are those of the outcome too.
    """
    wordings, findings = read_library_terms(desk.library)
    folder = Path(desk.file).parent
    wish = ImportOptions(folder.name, now.model, folder.parent, update=True)
    asked = ImportSession(
        as_of=desk.as_of,
        language=desk.language,
        options=wish,
        library=desk.library,
        document_terms=wordings,
        stated_on=stated_on,
    )
    found = propose_import(Path(name).name or "document", data, asked)
    outcome = replace(found.outcome, findings=[*findings, *found.outcome.findings])
    return replace(found, outcome=outcome, root=desk.root)


def read_file_contents(desk: EditSession) -> dict[str, bytes]:
    """The files of a product by their names below its folder; none where they cannot be read."""
    sources, _ = reading.read_product_files(desk.file)
    return list_file_contents(desk, sources) if sources else {}


def list_file_contents(desk: EditSession, sources: ProductFiles) -> dict[str, bytes]:
    """The files of a product that were read, by their names below its folder."""
    folder = f"{listing.format_path(desk.file.parent)}/"
    return {file.name.removeprefix(folder): file.data for file in sources.files()}
