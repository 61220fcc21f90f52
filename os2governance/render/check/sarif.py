"""Report of `check` in SARIF 2.1.0 (OASIS), for code scanning."""

from pathlib import PurePosixPath
from typing import Any

from os2governance.checks.suppressions import Suppression
from os2governance.documents.json_writer import encode_json
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.finding import Finding, Location
from os2governance.i18n.text import Language, _
from os2governance.render.check.report import (
    DOCUMENTATION,
    CheckResult,
    CheckTotals,
    ReportFormatter,
    build_help_url,
)
from os2governance.render.common.source_path import quote_path, resolve_source_path
from os2governance.version import VERSION

SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT_NAME = "os2governance/v1"


_SOURCE_ROOT = _("The root of the git repository; without one the folder of the command.")


def _render_head(totals: CheckTotals) -> str:
    del totals
    schema = encode_json({"$schema": SARIF_SCHEMA, "version": "2.1.0"})
    return f'{schema[:-1]},"runs":[{{"results":[\n'


def build_artifact_location(path: str) -> dict[str, str]:
    """A file's artifact location: relative to the source root, or absolute outside it."""
    written = quote_path(path)
    if PurePosixPath(path).is_absolute():
        return {"uri": f"file://{written}"}
    return {"uri": written, "uriBaseId": "%SRCROOT%"}


def _render_item(checked: CheckResult, language: Language) -> str:
    """The findings, then the suppressed ones, which say so (SARIF 3.27.23)."""
    suppressed = [each.finding for each in checked.suppressed]
    findings = [*checked.findings, *suppressed]
    pairs = zip(findings, checked.build_fingerprints(findings), strict=True)
    results = [_build_result(found, checked, mark, language) for found, mark in pairs]
    for result, each in zip(results[len(checked.findings) :], checked.suppressed, strict=True):
        result["suppressions"] = [
            _build_suppression(each.suppression, checked.find_source_path(each.finding))
        ]
    return encode_json(results)[1:-1]


def _build_suppression(suppression: Suppression, path: str) -> dict[str, Any]:
    """The comment that suppresses a result in the same file, its reason and its last day."""
    place = _build_physical_location(path, suppression.location)
    built: dict[str, Any] = {
        "kind": "inSource",
        "justification": suppression.reason,
        "location": {"physicalLocation": place},
    }
    if suppression.until:
        built["properties"] = {"until": suppression.until.isoformat()}
    return built


def _build_physical_location(path: str, location: Location) -> dict[str, Any]:
    return {
        "artifactLocation": build_artifact_location(path),
        "region": {"startLine": location.line or 1, "startColumn": location.column or 1},
    }


def _build_result(
    found: Finding, checked: CheckResult, mark: str, language: Language
) -> dict[str, Any]:
    place = _build_physical_location(checked.find_source_path(found), found.location)
    if end := checked.find_end_column(found):
        place["region"]["endColumn"] = end
    said = f"{found.message.render(language)} {found.remedy.render(language)}".strip()
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": found.severity,
        "message": {"text": _escape_message(said)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT_NAME: mark},
    }
    if found.criterion:
        result["properties"] = {"criterion": found.criterion}
    elif "level_id" in found.arguments:
        result["properties"] = {"criteria": str(found.arguments["criteria"]).split(", ")}
    return result


def _escape_message(text: str) -> str:
    """A text in which nothing is a link or a placeholder (SARIF 3.11.5 and 3.11.6)."""
    for letter in "\\[]":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("{", "{{").replace("}", "}}")


def _render_tail(totals: CheckTotals) -> str:
    driver = {
        "name": "os2governance",
        "version": VERSION,
        "semanticVersion": VERSION,
        "informationUri": DOCUMENTATION,
        "language": totals.language,
        "rules": [_build_rule(code, totals.language) for code in totals.codes],
    }
    made_from = {k: v for k, v in totals.provenance.items() if k != "files"}
    named = totals.provenance.get("files", {})
    files = {
        resolve_source_path(file, totals.source_root): digest for file, digest in named.items()
    }
    rest = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "os2governance/check/"},
        "invocations": [{"executionSuccessful": not totals.unreadable}],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            "%SRCROOT%": {"description": {"text": _SOURCE_ROOT.render(totals.language)}}
        },
        "properties": {"as_of": totals.as_of, "made_from": made_from},
        "artifacts": [
            {
                "location": build_artifact_location(file),
                "hashes": {"sha-256": digest.removeprefix("sha256:")},
            }
            for file, digest in sorted(files.items())
        ],
    }
    return f"\n],{encode_json(rest)[1:]}]}}\n"


def _build_rule(code: str, language: Language) -> dict[str, Any]:
    entry = CATALOGUE[code]
    remedy = entry.remedy.render(language) or entry.message.render(language)
    return {
        "id": code,
        "shortDescription": {"text": _replace_fields(entry.message.render(language))},
        "fullDescription": {"text": entry.rationale.render(language)},
        "help": {"text": _replace_fields(remedy)},
        "helpUri": build_help_url(code),
        "defaultConfiguration": {"level": entry.severity},
    }


def _replace_fields(template: str) -> str:
    """A template with an ellipsis in place of each field."""
    parts = template.replace("{{", "\0").replace("}}", "\1").split("{")
    said = parts[0] + "".join(f"…{part.split('}', 1)[-1]}" for part in parts[1:])
    return said.replace("\0", "{").replace("\1", "}")


FORMATTER = ReportFormatter(_render_head, _render_item, ",\n", _render_tail)
