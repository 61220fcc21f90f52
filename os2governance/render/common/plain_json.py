"""Figures as plain values for JSON, keyed by the names of their fields."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from os2governance.findings.finding import Finding
from os2governance.i18n.half_years import HalfYear
from os2governance.i18n.text import Language, Text
from os2governance.render.common.findings_json import build_finding_object


def build_plain_value(value: Any, language: Language) -> Any:
    """Convert figures to plain values: records become objects, and dates ISO text."""
    if isinstance(value, Finding):
        return build_finding_object(value, language)
    if isinstance(value, Text | HalfYear | date):
        return _render_scalar(value, language)
    if is_dataclass(value):
        value = {each.name: getattr(value, each.name) for each in fields(value)}
    elif isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, tuple | list):
        return [build_plain_value(each, language) for each in value]
    if isinstance(value, Mapping):
        return {name: build_plain_value(each, language) for name, each in value.items()}
    return value


def _render_scalar(value: Text | HalfYear | date, language: Language) -> str:
    if isinstance(value, Text):
        return value.render(language)
    return value.id if isinstance(value, HalfYear) else value.isoformat()
