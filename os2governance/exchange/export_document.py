"""OS2's own documents, rendered from an assessment: the layouts of a model, and the bytes."""

from os2governance.assessment.levels import Assessment
from os2governance.exchange.write.publiccode import publiccode
from os2governance.exchange.write.report import report
from os2governance.exchange.write.selfassessment_json import form
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.findings.finding import Finding
from os2governance.model.document_layouts import FOLDER, Layout, Layouts, read_layouts
from os2governance.model.model import Model
from os2governance.product.reader import Library

Written = tuple[bytes | None, list[Finding]]


def layouts_of(library: Library, model: Model) -> tuple[Layouts | None, list[Finding]]:
    """Read the document layouts of a model; None with findings where they are invalid."""
    folder = library.criteria / model.id / FOLDER
    files, findings = store.model_files(folder) if pathkind.is_folder(folder) else ({}, [])
    layouts, wrong = read_layouts(files, store.shown(folder))
    return (None if findings else layouts), [*findings, *wrong]


def document(
    assessment: Assessment, layout: Layout, layouts: Layouts, own: tuple[bytes | None, str]
) -> Written:
    """Render a document by a layout; `own` is a file to fill in, and its name."""
    match layout.kind:
        case "publiccode":
            return publiccode(assessment, layout, *own)
        case "self-assessment-json":
            return form(assessment, layout, layouts.marks).encode(), []
        case _:
            return report(assessment, layout, layouts.marks).encode(), []
