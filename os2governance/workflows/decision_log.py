"""Collection of the decisions of all products that paths mean."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from os2governance.analysis.decision_log import Entry, entries
from os2governance.assessment.levels import Assessment
from os2governance.cli.options import Given
from os2governance.findings.finding import Finding
from os2governance.product.reader import Library
from os2governance.workflows.find_products import listed_files, result


class Gathered(NamedTuple):
    """The log, the models with their digests, and findings on what could not be read."""

    log: Sequence[Entry]
    models: Mapping[str, str]
    findings: Sequence[Finding]


def decisions(paths: Sequence[str], given: Given) -> Gathered:
    """Read the products, and collect the decisions on each."""
    files, findings = listed_files(paths)
    library = Library.at(given.criteria)
    read: list[Assessment] = []
    for file in files:
        assessed, whole = result(file, library, given.as_of)
        if isinstance(assessed, Assessment):
            read.append(assessed)
        if not whole:
            findings += [each for each in assessed.findings if each.severity == "error"]
    models = {each.model.reference: each.model.digest for each in read}
    return Gathered(entries(read), models, findings)
