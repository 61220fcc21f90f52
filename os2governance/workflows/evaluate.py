"""Beginning of an evaluation: a skeleton with the product's words beside each criterion."""

from pathlib import Path

from os2governance.authoring.evaluation_skeleton import render_evaluation_skeleton
from os2governance.documents.sources import EVALUATIONS_FOLDER, PRODUCT_FILE
from os2governance.files.listing import format_path
from os2governance.files.writing import replace_file
from os2governance.findings.finding import Finding
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import (
    assess_one_product,
    find_named_folder,
    list_product_files,
)


def start_evaluation(path: str, context: Context) -> tuple[str | None, list[Finding]]:
    """Write a draft evaluation of the assessment date; its file, or None with the findings.

    An evaluation that is there is never overwritten.

    Raises:
        NotPossibleError: when the path means several products.
    """
    assessment, findings = assess_one_product(path, context)
    if assessment is None:
        return None, findings
    folder = Path(list_product_files([path], context.scope)[0][0]).parent
    file = folder / EVALUATIONS_FOLDER / f"{context.as_of.isoformat()}.yaml"
    data = render_evaluation_skeleton(assessment, context.as_of, context.language).encode()
    root = find_named_folder(folder / PRODUCT_FILE, [path])
    if findings := replace_file(file, data, None, root=root):
        return None, findings
    return format_path(file), []
