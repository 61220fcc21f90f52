"""The register of accepted deviations as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.analysis.deviation_register import DeviationRegister
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Model
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.plain_json import build_plain_value
from os2governance.render.common.provenance import build_as_of, build_provenance

FORMAT = "os2governance/deviations/1"


def build_deviations_object(
    register: DeviationRegister,
    models: Mapping[str, Model],
    as_of: date,
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """The deviations by kind, overdue first, and those of closed products."""
    return {
        "format": FORMAT,
        **build_as_of(as_of),
        "made_from": build_provenance({name: each.digest for name, each in models.items()}),
        **build_plain_value(register, language),
        "findings": build_finding_objects(findings, language),
    }
