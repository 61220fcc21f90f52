"""Report of `check` as GitLab's code quality report (a subset of Code Climate's)."""

from os2governance.documents.json_writer import encode_json
from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language
from os2governance.render.check.report import CheckResult, ReportFormatter, build_help_url

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def _render_item(checked: CheckResult, language: Language) -> str:
    pairs = zip(checked.findings, checked.build_fingerprints(checked.findings), strict=True)
    return ",\n".join(
        encode_json(
            {
                "type": "issue",
                "check_name": found.code,
                "description": make_inert(
                    f"{found.message.render(language)} {found.remedy.render(language)}".strip()
                ),
                "content": {"body": build_help_url(found.code)},
                "categories": ["Compatibility"],
                "severity": _SEVERITIES[found.severity],
                "fingerprint": mark,
                "location": {
                    "path": _escape_path(checked.find_source_path(found)),
                    "lines": dict.fromkeys(("begin", "end"), found.location.line or 1),
                },
            }
        )
        for found, mark in pairs
    )


def _escape_path(path: str) -> str:
    """A path that any JSON reader accepts: bytes that are not text become visible escapes."""
    return path.encode("utf-8", "backslashreplace").decode()


FORMATTER = ReportFormatter(lambda _: "[\n", _render_item, ",\n", lambda _: "\n]\n")
