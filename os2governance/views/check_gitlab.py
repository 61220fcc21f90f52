"""A report of `check` as GitLab's code quality report (a subset of Code Climate's)."""

import json

from os2governance.bilingual import Language
from os2governance.views.layout_text import inert
from os2governance.views.report import Checked, Form

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _piece(checked: Checked, language: Language) -> str:
    pairs = zip(checked.findings, checked.fingerprints(), strict=True)
    return ",\n".join(
        _encoded(
            {
                "type": "issue",
                "check_name": found.code,
                "description": inert(
                    f"{found.message.say(language)} {found.remedy.say(language)}".strip()
                ),
                "categories": ["Compatibility"],
                "severity": _SEVERITIES[found.severity],
                "fingerprint": mark,
                "location": {
                    "path": found.place.file.removeprefix("./"),
                    "lines": dict.fromkeys(("begin", "end"), found.place.line or 1),
                },
            }
        )
        for found, mark in pairs
    )


FORM = Form(lambda _: "[\n", _piece, ",\n", lambda _: "\n]\n")
