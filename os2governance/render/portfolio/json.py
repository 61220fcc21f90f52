"""The portfolio's figures as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language, Text
from os2governance.portfolio.figures import Portfolio
from os2governance.render.common.findings_json import build_finding_object, build_finding_objects
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
        **_build_plain_value(figures, language),
        "findings": build_finding_objects(findings, language),
    }


def _build_plain_value(value: Any, language: Language) -> Any:
    """Convert figures to plain values, keyed by their field names."""
    if isinstance(value, Text):
        return value.render(language)
    if isinstance(value, Finding):
        return build_finding_object(value, language)
    if is_dataclass(value):
        value = {each.name: getattr(value, each.name) for each in fields(value)}
    elif isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, tuple):
        return [_build_plain_value(each, language) for each in value]
    if isinstance(value, Mapping):
        return {name: _build_plain_value(each, language) for name, each in value.items()}
    return value
