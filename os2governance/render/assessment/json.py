"""JSON of assessments around the products: head, totals and tail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.documents.json_writer import encode_json
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.assessment.product_json import FORMAT
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_as_of, build_provenance


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductTally:
    """The counts kept of a product once its line is written; plain values, to cross a pipe.

    `unreadable` is a JSON text on why a product cannot be read; empty for one that can.
    """

    model: str
    digest: str
    assessed: str | None
    records_read: bool
    unreadable: str


def tally_product(assessment: Assessment, *, records_read: bool) -> ProductTally:
    """Tally an assessed product."""
    model, level = assessment.model, assessment.levels.assessed
    return ProductTally(
        model=model.reference,
        digest=model.digest,
        assessed=level,
        records_read=records_read,
        unreadable="",
    )


def tally_unreadable_product(
    file: str, findings: Sequence[Finding], language: Language
) -> ProductTally:
    """Tally a product that cannot be used."""
    said = {"file": file, "findings": build_finding_objects(findings, language)}
    return ProductTally(
        model="", digest="", assessed=None, records_read=False, unreadable=encode_json(said)
    )


class AssessmentTotals:
    """Totals over all products."""

    def __init__(self) -> None:
        """Start at zero."""
        self.models: dict[str, str] = {}
        self.assessed: dict[str, int] = {}
        self.unreadable: list[str] = []
        self.below_lowest = 0
        self.all_records_read = True

    def add(self, product: ProductTally) -> None:
        """Count one product."""
        self.all_records_read = self.all_records_read and product.records_read
        if product.unreadable:
            self.unreadable.append(product.unreadable)
            return
        self.models[product.model] = product.digest
        if product.assessed is None:
            self.below_lowest += 1
        else:
            self.assessed[product.assessed] = self.assessed.get(product.assessed, 0) + 1

    @property
    def products(self) -> int:
        """Number of products that have a level or are below the lowest."""
        return self.below_lowest + sum(self.assessed.values())


def render_assessments_head(as_of: date) -> str:
    """The JSON before the products."""
    return f'{encode_json({"format": FORMAT, **build_as_of(as_of)})[:-1]},"products":['


def render_assessments_tail(
    totals: AssessmentTotals, findings: Sequence[Finding], language: Language
) -> str:
    """The JSON after the products; `findings` are those that concern no product."""
    without_level = ",\n".join(totals.unreadable)
    rest = {
        "portfolio": {
            "products": totals.products,
            "unreadable": len(totals.unreadable),
            "below_lowest": totals.below_lowest,
            "assessed": dict(sorted(totals.assessed.items())),
        },
        "made_from": build_provenance(totals.models),
        "findings": build_finding_objects(findings, language),
    }
    return f'\n],"unreadable":[{without_level}],{encode_json(rest)[1:]}\n'
