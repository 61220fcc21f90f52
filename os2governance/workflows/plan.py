"""The plan for a level of one product, and the renewals that fall due meanwhile."""

from datetime import date, timedelta

from os2governance.analysis.forecast import TurningPoint, find_changes_through
from os2governance.analysis.plan import Plan, build_plan
from os2governance.findings.finding import Finding
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_one_product
from os2governance.workflows.names import check_level_id

RENEWAL_SPAN = timedelta(days=366)


def plan_product(
    path: str, level: str | None, context: Context
) -> tuple[Plan | None, list[Finding]]:
    """Plan for a level of the one product that a path means; by default the one it is framed by.

    Raises:
        NotPossibleError: when the path means several products, or the model lacks the level.
    """
    assessment, findings = assess_one_product(path, context)
    if assessment is None:
        return None, findings
    check_level_id(level, assessment.model)
    return build_plan(assessment, level), []


def find_renewals(plan: Plan) -> tuple[TurningPoint, ...]:
    """The turning points within a year of the plan's date."""
    as_of = plan.assessment.as_of
    until = as_of + RENEWAL_SPAN if as_of <= date.max - RENEWAL_SPAN else date.max
    return tuple(find_changes_through(plan.assessment, until))
