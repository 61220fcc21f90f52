"""Difference between two versions of a model, in either order."""

from collections.abc import Sequence
from typing import NamedTuple

from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.model import Model
from os2governance.model.versions import (
    CriterionDifference,
    compare_criteria,
    link_along,
    reverse_links,
)
from os2governance.workflows.choose_model import find_library_model
from os2governance.workflows.context import Context


class ModelDifference(NamedTuple):
    """Two versions of a model, and how their criteria differ."""

    old: Model
    new: Model
    criteria: Sequence[CriterionDifference]


def compare_versions(
    first: str, second: str, context: Context
) -> tuple[ModelDifference | None, list[Finding]]:
    """Compare two versions; None with the findings where one is unreadable, or unrelated.

    Raises:
        NotPossibleError: when there is no model of one of the names.
    """
    library = context.open_library()
    old, findings = find_library_model(library, first)
    new, more = find_library_model(library, second)
    if old is None or new is None:
        return None, [*findings, *more]
    forward = library.chain(old.reference, new.reference)
    chain = forward or library.chain(new.reference, old.reference)
    if not chain:
        place = Location(new.file, 1, 1)
        return None, [make_finding("lineage-none", place, name=new.reference, other=old.reference)]
    links = link_along(chain) if forward else reverse_links(link_along(chain))
    return ModelDifference(old, new, compare_criteria(old, new, links)), []
