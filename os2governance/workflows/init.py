"""Beginning of a declaration: a skeleton of the model's questions, and a schema for editors."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.authoring.skeleton import SkeletonOptions, render_skeleton
from os2governance.documents.sources import PRODUCT_FILE
from os2governance.exchange.import_document import choose_schema_name, write_schema
from os2governance.files import reading
from os2governance.files.listing import format_path
from os2governance.files.writing import replace_file
from os2governance.findings.finding import Finding
from os2governance.product.product import Product
from os2governance.product.reader import build_product
from os2governance.workflows.choose_model import choose_model
from os2governance.workflows.context import Context
from os2governance.workflows.names import check_product_id


class StartedProduct(NamedTuple):
    """The files that were written; None for one that was not. `findings` are why."""

    folder: str
    file: str | None
    schema_file: str | None
    findings: Sequence[Finding]


def start_product(
    product: str, wanted: str | None, out: Path, context: Context, name: str = ""
) -> tuple[StartedProduct | None, list[Finding]]:
    """Write a skeleton of a declaration; None with the findings where the model is unreadable.

    A product that has an evaluation or another file already keeps its model and kind, and what the
    newest evaluation says stands beside each criterion.

    Raises:
        NotPossibleError: when the product id cannot be one, or there is no such model.
    """
    check_product_id(product)
    known = _read_known(out / product / PRODUCT_FILE, context)
    _, model, findings = choose_model(wanted or (known.model if known else None), context)
    if model is None:
        return None, findings
    evaluation = known.record.evaluation(context.as_of) if known else None
    folder, file = format_path(out / product), out / product / PRODUCT_FILE
    options = SkeletonOptions(
        product=product,
        folder=folder,
        schema=format_path(out / choose_schema_name(out, model)),
        on=context.as_of,
        language=context.language,
        name=name,
        kind=known.kind if known else "project",
        ratings=evaluation.ratings if evaluation and evaluation.comparable else {},
    )
    data = render_skeleton(model, options).encode()
    if refused := replace_file(file, data, None, root=out):
        return StartedProduct(folder, None, None, refused), []
    schema_file, findings = write_schema(out, "product", model, context.language)
    return StartedProduct(folder, format_path(file), schema_file, findings), []


def _read_known(file: Path, context: Context) -> Product | None:
    """The product as its other files tell of it; None where there are none, or a declaration."""
    sources, unread = reading.read_product_files(file)
    if sources is None or sources.product is not None:
        return None
    built, _findings = build_product(sources, context.open_library(), unread)
    return built[0] if built else None
