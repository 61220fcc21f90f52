"""Report of `check` as GitLab's code quality report (a subset of Code Climate's)."""

from os2governance.documents.json_writer import encoded
from os2governance.i18n.text import Language
from os2governance.render.check.report import Checked, Form, explained
from os2governance.render.common.layout import inert

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def _piece(checked: Checked, language: Language) -> str:
    pairs = zip(checked.findings, checked.fingerprints(), strict=True)
    return ",\n".join(
        encoded(
            {
                "type": "issue",
                "check_name": found.code,
                "description": inert(
                    f"{found.message.say(language)} {found.remedy.say(language)}".strip()
                ),
                "content": {"body": explained(found.code)},
                "categories": ["Compatibility"],
                "severity": _SEVERITIES[found.severity],
                "fingerprint": mark,
                "location": {
                    "path": _written(checked.address(found)),
                    "lines": dict.fromkeys(("begin", "end"), found.place.line or 1),
                },
            }
        )
        for found, mark in pairs
    )


def _written(path: str) -> str:
    """A path that any JSON reader accepts: bytes that are not text become visible escapes."""
    return path.encode("utf-8", "backslashreplace").decode()


FORM = Form(lambda _: "[\n", _piece, ",\n", lambda _: "\n]\n")
