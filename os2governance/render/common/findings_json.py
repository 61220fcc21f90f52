"""Findings as in every JSON output."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from os2governance.documents.json_writer import quote_json
from os2governance.findings.finding import Finding, Location
from os2governance.i18n.text import Language


def build_finding_object(found: Finding, language: Language) -> dict[str, Any]:
    """A finding as in every JSON output."""
    return {
        "code": found.code,
        "severity": found.severity,
        "message": found.message.render(language),
        "remedy": found.remedy.render(language),
        "file": found.location.file,
        "line": found.location.line or None,
        "column": found.location.column or None,
        "criterion": found.criterion,
    }


def build_finding_objects(found: Sequence[Finding], language: Language) -> list[dict[str, Any]]:
    """Findings as in every JSON output."""
    return [build_finding_object(one, language) for one in found]


def render_finding_json(found: Finding, language: Language) -> str:
    """A finding as JSON text; rendered directly for speed, since there may be 100,000."""
    (file, line, column) = found.location
    own = found.arguments.keys() == _CRITERION_ARGUMENTS
    said = (
        _render_criterion_texts(found.code, language, **found.arguments)
        if own
        else _render_texts(found, language)
    )
    return (
        f'{{"code":"{found.code}","severity":"{found.severity}",{said},"file":{_quote_cached(file)}'
        f',"line":{line or "null"},"column":{column or "null"}'
        f',"criterion":{"null" if found.criterion is None else _quote_cached(found.criterion)}}}'
    )


_quote_cached = lru_cache(maxsize=1024)(quote_json)


def _render_texts(found: Finding, language: Language) -> str:
    message, remedy = found.message.render(language), found.remedy.render(language)
    return f'"message":{quote_json(message)},"remedy":{quote_json(remedy)}'


_CRITERION_ARGUMENTS = {"id", "title"}
"""Arguments of texts that depend only on the criterion; they recur for each product."""


@lru_cache(maxsize=4096)
def _render_criterion_texts(code: str, language: Language, **criterion: Any) -> str:
    return _render_texts(
        Finding(
            code=code, severity="note", location=Location(""), criterion=None, arguments=criterion
        ),
        language,
    )
