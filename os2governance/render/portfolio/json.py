"""The portfolio's figures as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.portfolio.figures import Portfolio
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.plain_json import build_plain_value
from os2governance.render.common.provenance import build_as_of, build_provenance

FORMAT = "os2governance/portfolio/2"


def build_portfolio_object(
    figures: Portfolio,
    as_of: date,
    models: Mapping[str, str],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """All figures; an unknown figure is null."""
    return {
        "format": FORMAT,
        **build_as_of(as_of),
        "made_from": build_provenance(models),
        **build_plain_value(figures, language),
        "findings": build_finding_objects(findings, language),
    }
