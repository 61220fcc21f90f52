"""JSON of assessments around the products: head, totals and tail."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.documents.json_writer import encoded
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.assessment.assessment_json import FORMAT, finding_objects
from os2governance.render.common.provenance import dated, made_from


class Counted(NamedTuple):
    """The counts kept of a product once its line is written; plain values, to cross a pipe.

    `unreadable` is a JSON text on why a product cannot be read; empty for one that can.
    """

    model: str
    digest: str
    assessed: str | None
    records_read: bool
    unreadable: str


def counted(assessment: Assessment, *, records_read: bool) -> Counted:
    """Tally an assessed product."""
    model, level = assessment.model, assessment.levels.assessed
    return Counted(model.reference, model.digest, level, records_read, unreadable="")


def unreadable(file: str, findings: Sequence[Finding], language: Language) -> Counted:
    """Tally a product that cannot be used."""
    said = {"file": file, "findings": finding_objects(findings, language)}
    return Counted("", "", None, records_read=False, unreadable=encoded(said))


class Totals:
    """Totals over all products."""

    def __init__(self) -> None:
        """Start at zero."""
        self.models: dict[str, str] = {}
        self.assessed: dict[str, int] = {}
        self.unreadable: list[str] = []
        self.below_lowest = 0
        self.all_read = True

    def add(self, product: Counted) -> None:
        """Count one product."""
        self.all_read = self.all_read and product.records_read
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


def head(as_of: date) -> str:
    """The JSON before the products."""
    return f'{encoded({"format": FORMAT, **dated(as_of)})[:-1]},"products":['


def tail(totals: Totals, findings: Sequence[Finding], language: Language) -> str:
    """The JSON after the products; `findings` are those that concern no product."""
    without_level = ",\n".join(totals.unreadable)
    rest = {
        "portfolio": {
            "products": totals.products,
            "unreadable": len(totals.unreadable),
            "below_lowest": totals.below_lowest,
            "assessed": dict(sorted(totals.assessed.items())),
        },
        "made_from": made_from(totals.models),
        "findings": finding_objects(findings, language),
    }
    return f'\n],"unreadable":[{without_level}],{encoded(rest)[1:]}\n'
