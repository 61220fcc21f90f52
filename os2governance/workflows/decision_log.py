"""Collection of the decisions of all products that paths mean."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from os2governance.analysis.decision_log import LogEntry, group_by_year, list_log_entries
from os2governance.findings.finding import Finding
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_readable_files, list_product_files


class CollectedDecisions(NamedTuple):
    """The log by year, the models with their digests, and findings on what could not be read."""

    years: Mapping[int, Sequence[LogEntry]]
    model_digests: Mapping[str, str]
    findings: Sequence[Finding]


def collect_decisions(
    paths: Sequence[str], year: int | None, context: Context
) -> CollectedDecisions:
    """Collect the decisions on the products that paths mean, of one year or of all."""
    files, findings = list_product_files(paths, context.scope)
    read, wrong = assess_readable_files(files, context)
    models = {each.model.reference: each.model.digest for each in read}
    years = group_by_year(list_log_entries(read), year)
    return CollectedDecisions(years, models, [*findings, *wrong])
