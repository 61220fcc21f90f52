"""The portfolio's figures as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language, Text
from os2governance.portfolio.figures import Portfolio
from os2governance.render.assessment.assessment_json import finding_object, finding_objects
from os2governance.render.common.provenance import dated, made_from

FORMAT = "os2governance/portfolio/1"


def portfolio_object(
    figures: Portfolio,
    as_of: date,
    models: Mapping[str, str],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """All figures; an unknown figure is null."""
    return {
        "format": FORMAT,
        **dated(as_of),
        "made_from": made_from(models),
        **_plain(figures, language),
        "findings": finding_objects(findings, language),
    }


def _plain(value: Any, language: Language) -> Any:
    """Convert figures to plain values, keyed by their field names."""
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, Finding):
        return finding_object(value, language)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(each, language) for name, each in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(each, language) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each, language) for name, each in value.items()}
    return value
