"""Explanation of one product: its assessment, and the outcomes of the criteria asked about."""

from collections.abc import Sequence
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Finding
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_one_product
from os2governance.workflows.names import check_criterion_ids


class ExplainedProduct(NamedTuple):
    """An assessment, and the outcomes to explain."""

    assessment: Assessment
    outcomes: Sequence[Outcome]


def explain_product(
    path: str, names: Sequence[str], context: Context
) -> tuple[ExplainedProduct | None, list[Finding]]:
    """Explain criteria of the one product that a path means; without ids, all that are not met.

    Raises:
        NotPossibleError: when the path means several products, or the model lacks a criterion.
    """
    assessment, findings = assess_one_product(path, context)
    if assessment is None:
        return None, findings
    check_criterion_ids(names, assessment.model)
    if names:
        outcomes = [assessment.outcome(name) for name in names]
    else:
        outcomes = [
            each for each in assessment.outcomes if each.status != "met" and not each.excluded
        ]
    return ExplainedProduct(assessment, outcomes), []
