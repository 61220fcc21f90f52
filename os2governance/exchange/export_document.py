"""OS2's own documents, rendered from an assessment: the layouts of a model, and the bytes."""

from os2governance.assessment.levels import Assessment
from os2governance.documents.sources import LAYOUTS_FOLDER
from os2governance.exchange.write.publiccode import render_publiccode
from os2governance.exchange.write.report import render_governance_report
from os2governance.exchange.write.selfassessment_json import render_selfassessment_json
from os2governance.files import listing, reading
from os2governance.files.paths import is_folder
from os2governance.findings.finding import Finding
from os2governance.model.document_layouts import Layout, Layouts, read_layouts
from os2governance.model.library import Library
from os2governance.model.model import Model

ExportResult = tuple[bytes | None, list[Finding]]


def read_model_layouts(library: Library, model: Model) -> tuple[Layouts | None, list[Finding]]:
    """Read the document layouts of a model; None with findings where they are invalid."""
    folder = library.find_folder(model.reference).parent / LAYOUTS_FOLDER
    files, findings = reading.read_model_files(folder) if is_folder(folder) else ({}, [])
    layouts, wrong = read_layouts(files, listing.format_path(folder))
    return (None if findings else layouts), [*findings, *wrong]


def render_document(
    assessment: Assessment, layout: Layout, layouts: Layouts, own: tuple[bytes | None, str]
) -> ExportResult:
    """Render a document by a layout; `own` is a file to fill in, and its name."""
    match layout.kind:
        case "publiccode":
            return render_publiccode(assessment, layout, *own)
        case "self-assessment-json":
            return render_selfassessment_json(assessment, layout, layouts.symbols).encode(), []
        case _:
            return render_governance_report(assessment, layout, layouts.symbols).encode(), []
