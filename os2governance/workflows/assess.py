"""`assess` of many products, as a stream in the order of their files.

Each product is assessed and rendered where its bytes are, in one of many processes, so that no
assessment is ever sent or kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from os2governance.assessment.levels import Assessment
from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.library import Library
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.batch import Batch, run_batch
from os2governance.workflows.chunk import ProductWork, ReadProduct
from os2governance.workflows.context import Context
from os2governance.workflows.read_product import assess_read_product
from os2governance.workflows.safety_net import stream_safely

Rendered = TypeVar("Rendered")
Rendered_co = TypeVar("Rendered_co", covariant=True)


class AssessmentRenderer(Protocol[Rendered_co]):
    """A function of a module that makes of one assessment what its format needs."""

    def __call__(self, assessment: Assessment, language: Language, /) -> Rendered_co:
        """What is kept of an assessment; it travels between processes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RenderedProduct(Generic[Rendered]):
    """What a format needs of one product, or why the product cannot be used.

    `model`, its `digest`, `kind`, `draft`, the `assessed` level and its `state` are for totals;
    `all_read` is true where the product and its record could be read.
    """

    rendered: Rendered | None
    unreadable: UnreadableProduct | None = None
    all_read: bool = False
    model: str = ""
    digest: str = ""
    kind: str = ""
    draft: bool = False
    assessed: str | None = None
    state: str = ""


class AssessJob(NamedTuple, Generic[Rendered]):
    """What each product is assessed for."""

    as_of: date
    language: Language
    render: AssessmentRenderer[Rendered]


class AssessmentStream(Generic[Rendered]):
    """What a format needs of each product; what cannot be read is collected on the way."""

    def __init__(
        self,
        files: Sequence[str],
        render: AssessmentRenderer[Rendered],
        context: Context,
        cluster: str | None = None,
    ) -> None:
        """Start with nothing read."""
        self._batch = Batch(
            files=files,
            work=_PRODUCT_WORK,
            job=AssessJob(context.as_of, context.language, render),
            criteria=context.criteria,
            cluster=cluster,
        )
        self._name = next(iter(files), ".")
        self.unreadable: list[UnreadableProduct] = []
        self.all_read = True

    def read_products(self) -> Iterator[RenderedProduct[Rendered]]:
        """Yield each product that can be used.

        Raises:
            NotPossibleError: when the processes or the cluster cannot do the work.
        """
        for each in stream_safely(run_batch(self._batch), self._name, _report_failure):
            self.all_read = self.all_read and each.all_read
            if each.unreadable:
                self.unreadable.append(each.unreadable)
            else:
                yield each

    def read_rendered(self) -> Iterator[Rendered]:
        """Yield what the format needs of each product that can be used; raises as above."""
        for each in self.read_products():
            if each.rendered is not None:
                yield each.rendered


DataFormat = Literal["json", "csv", "parquet"]


def stream_assessments(
    form: DataFormat,
    files: Sequence[str],
    findings: Sequence[Finding],
    context: Context,
    cluster: str | None = None,
) -> tuple[AssessmentStream[Any], Iterator[bytes]]:
    """The products as data, in pieces; the stream tells afterwards what could not be read.

    `findings` are those that concern no product; only JSON has room for them.
    """
    stream: AssessmentStream[Any]
    if form == "json":
        from os2governance.render.assessment.product_json import render_product_json

        stream = AssessmentStream(files, render_product_json, context, cluster)
        return stream, _stream_json(stream, findings, context)
    if form == "csv":
        from os2governance.render.assessment.csv import render_assessment_csv

        stream = AssessmentStream(files, render_assessment_csv, context, cluster)
        return stream, _stream_csv(stream, context)
    from os2governance.render.assessment.parquet import (
        render_assessment_rows,
        render_assessments_parquet,
    )

    stream = AssessmentStream(files, render_assessment_rows, context, cluster)
    return stream, render_assessments_parquet(stream.read_rendered())


def _stream_json(
    stream: AssessmentStream[str], findings: Sequence[Finding], context: Context
) -> Iterator[bytes]:
    """Yield the JSON of all products in pieces; `findings` are those that concern none of them."""
    from os2governance.render.assessment.json import (
        AssessmentTotals,
        ProductTally,
        render_assessments_head,
        render_assessments_tail,
        tally_unreadable_product,
    )

    totals = AssessmentTotals()
    yield render_assessments_head(context.as_of).encode()
    between = "\n"
    for each in stream.read_products():
        yield f"{between}{each.rendered}".encode(errors=ENCODING_ERRORS)
        between = ",\n"
        totals.add(
            ProductTally(
                model=each.model,
                digest=each.digest,
                kind=each.kind,
                draft=each.draft,
                assessed=each.assessed,
                state=each.state,
                records_read=each.all_read,
            )
        )
    for file, wrong in stream.unreadable:
        totals.add(tally_unreadable_product(file, wrong, context.language))
    yield render_assessments_tail(totals, findings, context.language).encode(
        errors=ENCODING_ERRORS
    )


def _stream_csv(stream: AssessmentStream[str], context: Context) -> Iterator[bytes]:
    """Yield the CSV of all products in pieces."""
    from os2governance.render.assessment.csv import render_assessment_csv_head

    yield render_assessment_csv_head(context.language).encode()
    for text in stream.read_rendered():
        yield text.encode(errors=ENCODING_ERRORS)


def _assess_and_render(
    library: Library, job: AssessJob[Rendered], product: ReadProduct
) -> RenderedProduct[Rendered]:
    assessed, all_read = assess_read_product(product, library, job.as_of)
    if isinstance(assessed, UnreadableProduct):
        return RenderedProduct(rendered=None, unreadable=assessed)
    return RenderedProduct(
        rendered=job.render(assessed, job.language),
        all_read=all_read,
        model=assessed.model.reference,
        digest=assessed.model.digest,
        kind=assessed.product.kind,
        draft=assessed.draft,
        assessed=assessed.levels.assessed,
        state=assessed.states["assessed"],
    )


def _report_failure(found: Finding) -> RenderedProduct[Any]:
    unreadable = UnreadableProduct(found.location.file, (found,))
    return RenderedProduct(rendered=None, unreadable=unreadable)


def _report_failed_product(
    _job: AssessJob[Any], _file: str, found: Finding
) -> RenderedProduct[Any]:
    return _report_failure(found)


_PRODUCT_WORK: ProductWork[AssessJob[Any], RenderedProduct[Any]] = ProductWork(
    _assess_and_render, _report_failed_product
)
