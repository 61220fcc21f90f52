"""Report of `check` as JSON ("os2governance/check/1")."""

from os2governance.documents.json_writer import encode_json
from os2governance.i18n.text import Language
from os2governance.render.changes.difference_json import build_change_object
from os2governance.render.check.report import (
    CheckResult,
    CheckTotals,
    ReportFormatter,
    build_help_url,
)
from os2governance.render.common.findings_json import render_finding_json


def _render_head(totals: CheckTotals) -> str:
    head = encode_json({"format": "os2governance/check/1", "as_of": totals.as_of})
    return f'{head[:-1]},"findings":[\n'


def _render_item(checked: CheckResult, language: Language) -> str:
    pairs = zip(checked.findings, checked.build_fingerprints(checked.findings), strict=True)
    return ",".join(
        [
            f'{render_finding_json(found, language)[:-1]},"fingerprint":"{mark}"'
            f',"help":"{build_help_url(found.code)}"}}'
            for found, mark in pairs
        ]
    )


def _render_tail(totals: CheckTotals) -> str:
    rest = {
        "counts": totals.counts,
        "checked": {
            "products": totals.products,
            "models": totals.models,
            "unreadable": totals.unreadable,
        },
        "known": totals.known,
        "silenced": totals.suppressed,
        "silences": [
            {
                "file": use.location.file,
                "line": use.location.line,
                "column": use.location.column,
                "codes": use.codes,
                "reason": use.reason,
                "since": use.since,
                "until": use.until,
                "findings": use.findings,
            }
            for use in totals.suppressions
        ],
        "against": totals.against or None,
        "changes": [build_change_object(change) for change in totals.changes],
        "made_from": totals.provenance,
    }
    return f"\n],{encode_json(rest)[1:]}\n"


FORMATTER = ReportFormatter(_render_head, _render_item, ",\n", _render_tail)
