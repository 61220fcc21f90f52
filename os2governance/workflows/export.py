"""Work of `export`: choose the document, and build its bytes."""

from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.exchange.export_document import (
    ExportResult,
    read_model_layouts,
    render_document,
)
from os2governance.files import reading, writing
from os2governance.files.paths import is_there
from os2governance.findings.finding import Finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.model.document_layouts import Layout, Layouts
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_one_product


class ExportRequest(NamedTuple):
    """The requested document."""

    kind: str | None
    layout: str | None
    template: str | None


def export_product(path: str, wanted: ExportRequest, context: Context) -> ExportResult:
    """The document on the one product that a path means, with remarks on it.

    None, with the findings, where a file prevents it.

    Raises:
        NotPossibleError: when the path means several products, or there is no such document.
    """
    assessment, findings = assess_one_product(path, context)
    if assessment is None:
        return None, findings
    return _export_assessment(assessment, wanted, context)


def _export_assessment(
    assessment: Assessment, wanted: ExportRequest, context: Context
) -> ExportResult:
    layouts, findings = read_model_layouts(context.open_library(), assessment.model)
    if layouts is None:
        return None, findings
    own, findings = _read_template(wanted.template)
    if findings:
        return None, findings
    if own is not None and wanted.kind != "publiccode":
        from os2governance.exchange.write.fill_template import fill_template

        return fill_template(assessment, own, str(wanted.template), layouts)
    return render_document(
        assessment, _choose_layout(layouts, wanted), layouts, (own, wanted.template or "-")
    )


def _read_template(template: str | None) -> ExportResult:
    return (None, []) if template is None else reading.read_file(Path(template))


def _choose_layout(layouts: Layouts, wanted: ExportRequest) -> Layout:
    """Choose the requested layout."""
    if wanted.kind is None:
        raise NotPossibleError(_("Name a document with --to, or a template with --template."))
    known = layouts.of_kind(wanted.kind)
    for layout in known:
        if wanted.layout in {None, layout.name}:
            return layout
    names = ", ".join(layout.name for layout in known) or "-"
    raise NotPossibleError(
        _("There is no layout '{layout}' of {kind} ({names}).").fill(
            layout=wanted.layout, kind=wanted.kind, names=names
        )
    )


def write_export(file: Path, data: bytes) -> list[Finding]:
    """Write a file atomically; an existing one is replaced, since the user named it."""
    was, findings = reading.read_file(file) if is_there(file) else (None, [])
    return findings or writing.replace_file(file, data, was, root=file)
