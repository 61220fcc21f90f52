"""Report of `check` in SARIF 2.1.0 (OASIS), for code scanning."""

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from os2governance.documents.json_writer import encoded
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language, Text
from os2governance.render.check.report import DOCUMENTATION, Checked, Form, Totals, explained
from os2governance.render.common.source_uri import address
from os2governance.version import VERSION

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "os2governance/v1"


_ROOT = Text(
    "Roden af git-repositoriet; uden et sådant mappen, som kommandoen er kørt i.",
    "The root of the git repository; without one the folder of the command.",
)


def _head(totals: Totals) -> str:
    del totals
    schema = encoded({"$schema": SCHEMA, "version": "2.1.0"})
    return f'{schema[:-1]},"runs":[{{"results":[\n'


def uri(path: str) -> dict[str, str]:
    """A file's artifact location: relative to the source root, or absolute outside it."""
    written = quote(_bytes(path), safe="/")
    if PurePosixPath(path).is_absolute():
        return {"uri": f"file://{written}"}
    return {"uri": written, "uriBaseId": "%SRCROOT%"}


def _bytes(path: str) -> bytes:
    """The bytes of a file name, which need not be valid text: every name has a URI."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _piece(checked: Checked, language: Language) -> str:
    pairs = zip(checked.findings, checked.fingerprints(), strict=True)
    said = [_result(found, checked.address(found), mark, language) for found, mark in pairs]
    return encoded(said)[1:-1]


def _result(found: Finding, path: str, mark: str, language: Language) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": uri(path),
        "region": {"startLine": found.place.line or 1, "startColumn": found.place.column or 1},
    }
    said = f"{found.message.say(language)} {found.remedy.say(language)}".strip()
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": found.severity,
        "message": {"text": _written(said)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if found.criterion:
        result["properties"] = {"criterion": found.criterion}
    return result


def _written(text: str) -> str:
    """A text in which nothing is a link or a placeholder (SARIF 3.11.5 and 3.11.6)."""
    for letter in "\\[]":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("{", "{{").replace("}", "}}")


def _tail(totals: Totals) -> str:
    driver = {
        "name": "os2governance",
        "version": VERSION,
        "semanticVersion": VERSION,
        "informationUri": DOCUMENTATION,
        "language": totals.language,
        "rules": [_rule(code, totals.language) for code in totals.codes],
    }
    made_from = {k: v for k, v in totals.made_from.items() if k != "files"}
    named = totals.made_from.get("files", {})
    files = {address(file, totals.ground): digest for file, digest in named.items()}
    rest = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": _ROOT.say(totals.language)}}},
        "properties": {"as_of": totals.as_of, "made_from": made_from},
        "artifacts": [
            {"location": uri(file), "hashes": {"sha-256": digest.removeprefix("sha256:")}}
            for file, digest in sorted(files.items())
        ],
    }
    return f"\n],{encoded(rest)[1:]}]}}\n"


def _rule(code: str, language: Language) -> dict[str, Any]:
    from os2governance.findings.rationale import REASONS  # noqa: PLC0415 - only this format needs it

    entry = CATALOGUE[code]
    remedy = entry.remedy.say(language) or entry.message.say(language)
    return {
        "id": code,
        "shortDescription": {"text": _blank(entry.message.say(language))},
        "fullDescription": {"text": REASONS[code].say(language)},
        "help": {"text": _blank(remedy)},
        "helpUri": explained(code),
        "defaultConfiguration": {"level": entry.severity},
    }


def _blank(template: str) -> str:
    """A template with an ellipsis in place of each field."""
    parts = template.replace("{{", "\0").replace("}}", "\1").split("{")
    said = parts[0] + "".join(f"…{part.split('}', 1)[-1]}" for part in parts[1:])
    return said.replace("\0", "{").replace("\1", "}")


FORM = Form(_head, _piece, ",\n", _tail)
