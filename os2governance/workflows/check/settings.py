"""Settings of `check`: which findings it reports and fails on, by project and command line."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.checks.inspect import unreadable
from os2governance.checks.suppressions import OF_THE_PAST, reach
from os2governance.cli.bilingual_click import UsageError
from os2governance.documents.yaml_reader import MAX_BYTES
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.files.os_errors import why
from os2governance.findings.catalogue import CATALOGUE, SEVERITIES, Severity, grave
from os2governance.findings.finding import Finding, suggestion
from os2governance.i18n.text import Text, both

OWN_FILE, SHARED_FILE = "os2governance.toml", "pyproject.toml"
KEYS = ("select", "ignore", "fail-on")


class Settings(NamedTuple):
    """Which findings are reported, and from which severity they fail the check."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: Severity = "error"

    def reports(self, found: Finding) -> bool:
        """Whether a finding is reported; one that marks something as unchecked always is."""
        if unreadable(found) or (found.severity == "error" and _hides_others(found.code)):
            return True
        left_out = found.code == "findings-left-out" and found.code not in self.ignore
        code = str(found.arguments["name"]) if left_out else found.code
        return (not self.select or code in self.select) and code not in self.ignore

    def fails(self, counts: Mapping[str, int]) -> bool:
        """Whether findings, counted by severity, fail the check."""
        return any(counts.get(severity) for severity in grave(self.fail_on))


def _hides_others(code: str) -> bool:
    """Whether a finding makes its file unusable, so that no others are found there."""
    return reach(code) != "anywhere" and not code.startswith((*OF_THE_PAST, "silence-"))


def settings(select: Iterable[str], ignore: Iterable[str], fail_on: Severity | None) -> Settings:
    """Read the settings of the command line; those not given come from the project.

    A code selected on the command line is not ignored by the project's file. That file never hides
    findings on the comparison with a revision: one change could alter both.

    Raises:
        UsageError: when a code or a key is unknown, or a file cannot be read.
    """
    file, project = _project()
    given = Settings(_codes(select, "--select"), _codes(ignore, "--ignore"))
    selected = _codes(_listed(project, "select", file), file)
    ignored = _codes(_listed(project, "ignore", file), file)
    if past := sorted(ignored.intersection(OF_THE_PAST)):
        raise UsageError(
            Text(
                f"{file}: '{past[0]}' kan ikke ignoreres i en fil, som ændringen selv kan rette; "
                "brug --ignore på kommandolinjen.",
                f"{file}: '{past[0]}' cannot be ignored in a file that the change itself can "
                "edit; use --ignore on the command line.",
            )
        )
    return Settings(
        given.select or (selected and selected.union(OF_THE_PAST)),
        given.ignore or ignored - given.select,
        fail_on or _severity(project, file),
    )


def _codes(values: Iterable[str], where: str) -> frozenset[str]:
    codes = {code.strip() for value in values for code in value.split(",")} - {""}
    for code in sorted(codes - CATALOGUE.keys()):
        meant = suggestion(code, CATALOGUE)
        raise UsageError(
            Text(
                f"{where}: koden '{code}' findes ikke{meant.da}",
                f"{where}: there is no code '{code}'{meant.en}",
            )
        )
    return frozenset(codes)


def _project() -> tuple[str, Mapping[str, Any]]:
    """The nearest settings file and its table, from the working folder up to the repository."""
    folder = _folder_of_work()
    for each in (folder, *folder.parents):
        for name, table in ((OWN_FILE, ()), (SHARED_FILE, ("tool", "os2governance"))):
            file = each / name
            if pathkind.may_be_there(file):
                own = _table(_toml(file), table, str(file))
                if own is not None:
                    return str(file), _known(own, str(file))
        if pathkind.is_there(each / ".git"):
            break
    return "", {}


def _folder_of_work() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        said = why(error)
        raise UsageError(
            Text(
                f"Mappen, der arbejdes i, kan ikke findes: {said.da}.",
                f"The folder that is worked in cannot be found: {said.en}.",
            )
        ) from None


def _toml(file: Path) -> Mapping[str, Any]:
    """Parse a settings file; a shared file without a table for this program counts as empty."""
    data, findings = store.read(file)
    if data is None:
        said = findings[0].message
        raise UsageError(Text(f"{file}: {said.da}", f"{file}: {said.en}"))
    if file.name == SHARED_FILE and b"os2governance" not in data and len(data) <= MAX_BYTES:
        return {}
    most = MOST_BYTES[file.name]
    if len(data) > most:
        size = f"{most >> 10} kB"
        raise _too_much(file, Text(f"Filen er over {size}", f"The file is over {size}"))
    return _parsed(data, file)


def _parsed(data: bytes, file: Path) -> Mapping[str, Any]:
    import tomllib

    try:
        text = data.decode("utf-8")
        _refuse_long_keys(text, file)
        return tomllib.loads(text)
    except RecursionError:
        raise UsageError(
            Text(f"{file}: Indholdet er for dybt.", f"{file}: The content is too deep.")
        ) from None
    except ValueError as error:
        said = f"{file}: {error}"
        raise UsageError(Text(said, said)) from None


MOST_BYTES = {OWN_FILE: 64 << 10, SHARED_FILE: 128 << 10}
MOST_DOTS, MOST_DOTS_IN_HEAD = 100, 20
"""Most dots on a line, and on a table header: every key below a header repeats its parts, and the
time to parse dotted keys grows with the square of their number. No key spans several lines."""


def _refuse_long_keys(text: str, file: Path) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        most = MOST_DOTS_IN_HEAD if line.lstrip(" \t").startswith("[") else MOST_DOTS
        if line.count(".") > most:
            said = (
                f"Linje {number} har over {most} punktummer",
                f"Line {number} has over {most} dots",
            )
            raise _too_much(file, Text(*said))


def _too_much(file: Path, words: Text) -> UsageError:
    """The error for an oversized file; for a shared file it advises to use a separate one."""
    da, en = f"læg indstillingerne i {OWN_FILE}", f"put the settings in {OWN_FILE}"
    advice = Text(f"; {da}.", f"; {en}.") if file.name == SHARED_FILE else both(".")
    return UsageError(Text(f"{file}: {words.da}{advice.da}", f"{file}: {words.en}{advice.en}"))


def _table(whole: Mapping[str, Any], path: Sequence[str], file: str) -> Mapping[str, Any] | None:
    """The table at a path of keys; None where there is none."""
    found: Any = whole
    for name in path:
        if isinstance(found, dict) and name not in found:
            return None
        found = found[name] if isinstance(found, dict) else None
    if isinstance(found, dict):
        return found
    where = ".".join(path)
    raise UsageError(
        Text(f"{file}: {where} skal være en tabel.", f"{file}: {where} must be a table.")
    )


def _known(own: Mapping[str, Any], file: str) -> Mapping[str, Any]:
    for key in own:
        if key not in KEYS:
            meant = suggestion(key, KEYS)
            raise UsageError(
                Text(
                    f"{file}: nøglen '{key}' kendes ikke{meant.da}",
                    f"{file}: the key '{key}' is not known{meant.en}",
                )
            )
    return own


def _listed(own: Mapping[str, Any], key: str, file: str) -> list[str]:
    value = own.get(key, [])
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    raise UsageError(
        Text(
            f"{file}: '{key}' skal være en liste af koder, som [\"unanswered\"].",
            f"{file}: '{key}' must be a list of codes, such as [\"unanswered\"].",
        )
    )


def _severity(own: Mapping[str, Any], file: str) -> Severity:
    value = own.get("fail-on", "error")
    for severity in SEVERITIES:
        if value == severity:
            return severity
    known = ", ".join(SEVERITIES)
    raise UsageError(
        Text(
            f"{file}: 'fail-on' kan være {known}, ikke {value!r}.",
            f"{file}: 'fail-on' can be {known}, not {value!r}.",
        )
    )
