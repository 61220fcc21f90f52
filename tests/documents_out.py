"""Assessments of answers, and the shipped layouts, for the tests of documents out."""

from datetime import date

import yaml

from os2governance.assessment.levels import assess
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.files.listing import find_shipped_criteria
from os2governance.files.reading import read_model_files
from os2governance.model.document_layouts import read_layouts
from os2governance.product.reader import build_product
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library(find_shipped_criteria())
MODEL, _ = LIBRARY.model("os2/1.1.0")
FOLDER = find_shipped_criteria() / "os2" / "layouts"
LAYOUTS, WRONG = read_layouts(read_model_files(FOLDER)[0], "layouts")
DAY = date(2026, 5, 1)


def written(values):
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False).encode()


def assessed(answers, name="OS2eksempel", evaluation=None, **more):
    """Assess answers; an evaluation has the keys of its file."""
    declaration = {
        "format": "os2governance/product/1",
        "product": "os2eksempel",
        "name": name,
        "kind": "product",
        "model": "os2/1.1.0",
        "declared": {"on": "2026-04-30", "by": "Tovholderen"},
        "answers": answers,
        **more,
    }
    files = ()
    if evaluation:
        head = {
            "format": "os2governance/evaluation/1",
            "product": "os2eksempel",
            "model": "os2/1.1.0",
        }
        files = (FileContent("e.yaml", written({**head, **evaluation})),)
    read, findings = build_product(
        ProductFiles(product=FileContent("p.yaml", written(declaration)), evaluations=files),
        LIBRARY,
    )
    assert read, [f.message.en for f in findings]
    assert not [f for f in read[0].findings if f.severity == "error"]
    return assess(*read, as_of=DAY)


def layout(kind, name=None):
    return next(x for x in LAYOUTS.of_kind(kind) if name in {None, x.name})
