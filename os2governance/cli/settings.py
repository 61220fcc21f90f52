"""What `check` reports and fails on: the settings of a project, and those of the command line."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.bilingual import Text
from os2governance.catalogue import CATALOGUE
from os2governance.cli.bilingual_click import UsageError
from os2governance.finding import Finding, suggestion

OWN_FILE, SHARED_FILE = "os2governance.toml", "pyproject.toml"
KEYS = ("select", "ignore", "fail-on")
SEVERITIES = ("error", "warning", "note")


class Settings(NamedTuple):
    """Which findings are reported, and from which severity on they fail the check."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: str = "error"

    def reports(self, found: Finding) -> bool:
        """Whether a finding is reported."""
        return (not self.select or found.code in self.select) and found.code not in self.ignore

    def fails(self, counts: Mapping[str, int]) -> bool:
        """Whether findings, counted by severity, fail the check."""
        grave = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]
        return any(counts.get(severity) for severity in grave)


def settings(select: Iterable[str], ignore: Iterable[str], fail_on: str | None) -> Settings:
    """Give the settings of the command line, and where it is silent those of the project.

    Raises:
        UsageError: when a code or a key is not known, or a file cannot be read.
    """
    file, project = _project(Path.cwd())
    given = Settings(_codes(select, "--select"), _codes(ignore, "--ignore"))
    return Settings(
        given.select or _codes(_listed(project, "select", file), file),
        given.ignore or _codes(_listed(project, "ignore", file), file),
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


def _project(folder: Path) -> tuple[str, Mapping[str, Any]]:
    """Give the nearest settings, from a folder upwards as far as its repository goes."""
    for each in (folder, *folder.parents):
        for name in (OWN_FILE, SHARED_FILE):
            file = each / name
            if file.is_file():
                whole = _toml(file)
                own = whole if name == OWN_FILE else whole.get("tool", {}).get("os2governance")
                if own is not None:
                    return str(file), _known(own, str(file))
        if (each / ".git").exists():
            break
    return "", {}


def _toml(file: Path) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        said = f"{file}: {error}"
        raise UsageError(Text(said, said)) from None


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


def _severity(own: Mapping[str, Any], file: str) -> str:
    value = own.get("fail-on", "error")
    if value in SEVERITIES:
        return str(value)
    known = ", ".join(SEVERITIES)
    raise UsageError(
        Text(
            f"{file}: 'fail-on' kan være {known}, ikke {value!r}.",
            f"{file}: 'fail-on' can be {known}, not {value!r}.",
        )
    )
