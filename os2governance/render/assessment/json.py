"""JSON of assessments around the products: head, totals and tail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from os2governance.assessment.ladder import NOT_SETTLED
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

    `state` tells an `assessed` None apart; a draft is in no figure. `unreadable` is a JSON text on
    why a product cannot be read; empty for one that can.
    """

    model: str = ""
    digest: str = ""
    kind: str = ""
    draft: bool = False
    assessed: str | None = None
    state: str = ""
    records_read: bool = False
    unreadable: str = ""


def tally_product(assessment: Assessment, *, records_read: bool) -> ProductTally:
    """Tally an assessed product."""
    return ProductTally(
        model=assessment.model.reference,
        digest=assessment.model.digest,
        kind=assessment.product.kind,
        draft=assessment.draft,
        assessed=assessment.levels.assessed,
        state=assessment.states["assessed"],
        records_read=records_read,
    )


def tally_unreadable_product(
    file: str, findings: Sequence[Finding], language: Language
) -> ProductTally:
    """Tally a product that cannot be used."""
    said = {"file": file, "findings": build_finding_objects(findings, language)}
    return ProductTally(unreadable=encode_json(said))


class _LevelCounts:
    """How many products are at each level, below the lowest, and not settled."""

    def __init__(self) -> None:
        self.assessed: dict[str, int] = {}
        self.below = 0
        self.not_settled = 0

    def add(self, product: ProductTally) -> None:
        if product.assessed is not None:
            self.assessed[product.assessed] = self.assessed.get(product.assessed, 0) + 1
        elif product.state == NOT_SETTLED:
            self.not_settled += 1
        else:
            self.below += 1

    def build_object(self) -> dict[str, Any]:
        return {
            "products": sum(self.assessed.values()) + self.below + self.not_settled,
            "assessed": dict(sorted(self.assessed.items())),
            "below": self.below,
            "not_settled": self.not_settled,
        }


class AssessmentTotals:
    """Totals over all products; those of a model and of a kind are also counted by themselves."""

    def __init__(self) -> None:
        """Start at zero."""
        self.models: dict[str, str] = {}
        self.unreadable: list[str] = []
        self.drafts = 0
        self.all_records_read = True
        self._whole = _LevelCounts()
        self._ladders: dict[tuple[str, str], _LevelCounts] = {}

    def add(self, product: ProductTally) -> None:
        """Count one product."""
        self.all_records_read = self.all_records_read and product.records_read
        if product.unreadable:
            self.unreadable.append(product.unreadable)
            return
        self.models[product.model] = product.digest
        if product.draft:
            self.drafts += 1
            return
        self._whole.add(product)
        self._ladders.setdefault((product.model, product.kind), _LevelCounts()).add(product)

    def build_portfolio_object(self) -> dict[str, Any]:
        """The figures over all products, and over those that can be compared."""
        return {
            **self._whole.build_object(),
            "unreadable": len(self.unreadable),
            "drafts": self.drafts,
            "ladders": [
                {"model": model, "kind": kind, **self._ladders[model, kind].build_object()}
                for model, kind in sorted(self._ladders)
            ],
        }


def render_assessments_head(as_of: date) -> str:
    """The JSON before the products."""
    return f'{encode_json({"format": FORMAT, **build_as_of(as_of)})[:-1]},"products":['


def render_assessments_tail(
    totals: AssessmentTotals, findings: Sequence[Finding], language: Language
) -> str:
    """The JSON after the products; `findings` are those that concern no product."""
    without_level = ",\n".join(totals.unreadable)
    rest = {
        "portfolio": totals.build_portfolio_object(),
        "made_from": build_provenance(totals.models),
        "findings": build_finding_objects(findings, language),
    }
    return f'\n],"unreadable":[{without_level}],{encode_json(rest)[1:]}\n'
