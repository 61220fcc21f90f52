"""What is counted of one product or model that was checked; plain, to cross a pipe."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Location
from os2governance.workflows.check.known import KnownFinding

PRODUCT_KIND, MODEL_KIND, OTHER_KIND = "product", "model", "beside"


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckSummary:
    """A summary of findings.

    `counts` are those of each format. `known` findings are not reported; `met` are those of them
    that a baseline or a changed product has. `models` and `files` are digests by name;
    `unusable_model` names the model that makes a product unusable, and `rows` are those of the
    job summary of GitHub. `product` is the id with its location, and `allows_duplicate` is true
    where a comment allows another product with that id.
    """

    kind: str
    readable: bool
    suppressions: tuple[SuppressionUse, ...]
    counts: tuple[Mapping[str, int], ...]
    codes: tuple[str, ...]
    models: Mapping[str, str]
    files: Mapping[str, str]
    unusable_model: str | None
    product: tuple[str, Location] | None
    allows_duplicate: bool
    rows: tuple[Sequence[str], ...]
    known: int = 0
    met: tuple[tuple[str, KnownFinding], ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """The summary as JSON values."""
        return asdict(self)

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> "CheckSummary":
        """The summary from JSON values."""
        product = values["product"]
        return cls(
            **{
                **values,
                "codes": tuple(values["codes"]),
                "counts": tuple(values["counts"]),
                "met": (),  # never of an entry in the cache
                "suppressions": tuple(map(_read_suppression_use, values["suppressions"])),
                "product": (product[0], Location(*product[1])) if product else None,
                "rows": tuple(map(tuple, values["rows"])),
            }
        )


def _read_suppression_use(values: Mapping[str, Any]) -> SuppressionUse:
    location, codes = Location(*values["location"]), tuple(values["codes"])
    return SuppressionUse(**{**values, "location": location, "codes": codes})


class CheckedItem(NamedTuple):
    """One product or model that was checked: what is counted, and its part of each report."""

    summary: CheckSummary
    pieces: tuple[bytes, ...]
