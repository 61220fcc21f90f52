"""The register of accepted deviations over the products that paths mean."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from os2governance.analysis.deviation_register import (
    DeviationRegister,
    build_register,
    list_register_entries,
)
from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.workflows.collect import collect_from_products, open_models
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import list_product_files


class CollectedDeviations(NamedTuple):
    """The register, the models behind it, and findings on what could not be read."""

    register: DeviationRegister
    models: Mapping[str, Model]
    findings: Sequence[Finding]


def collect_deviations(paths: Sequence[str], context: Context) -> CollectedDeviations:
    """Collect the accepted deviations of the products that the paths mean."""
    files, findings = list_product_files(paths, context.scope)
    found = collect_from_products(files, list_register_entries, context)
    models = open_models((each.model for each in found.items), context)
    return CollectedDeviations(build_register(found.items), models, [*findings, *found.findings])
