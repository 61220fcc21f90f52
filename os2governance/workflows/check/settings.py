"""Settings of `check`: which findings it reports and fails on, by project and command line."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.documents.text_reader import MAX_BYTES, read_text
from os2governance.files import reading
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_there, may_be_there
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import SEVERITIES, Severity, list_severities_from
from os2governance.findings.finding import Finding, suggest_word
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import Text, _, as_text

SETTINGS_FILE, PYPROJECT_FILE = "os2governance.toml", "pyproject.toml"
SETTINGS_KEYS = ("select", "ignore", "fail-on")


class CheckSettings(NamedTuple):
    """Which findings are reported, and from which severity they fail the check."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: Severity = "error"

    def reports(self, found: Finding) -> bool:
        """Whether a finding is reported; one that marks something as unchecked always is."""
        if not found.entry.ignorable:
            return True
        code = found.code if found.code in self.ignore else found.reported_code
        return (not self.select or code in self.select) and code not in self.ignore

    def fails(self, counts: Mapping[str, int]) -> bool:
        """Whether findings, counted by severity, fail the check."""
        return any(counts.get(severity) for severity in list_severities_from(self.fail_on))


_COMPARISON_CODES = frozenset(code for code, entry in CATALOGUE.items() if entry.of_comparison)


def read_settings(
    select: Iterable[str], ignore: Iterable[str], fail_on: Severity | None
) -> CheckSettings:
    """Read the settings of the command line; those not given come from the project.

    A code selected on the command line is not ignored by the project's file. That file never hides
    findings on the comparison with a revision: one change could alter both.

    Raises:
        NotPossibleError: when a code or a key is unknown, or a file cannot be read.
    """
    file, project = _find_project_settings()
    given = CheckSettings(_parse_codes(select, "--select"), _parse_codes(ignore, "--ignore"))
    selected = _parse_codes(_read_codes(project, "select", file), file)
    ignored = _parse_codes(_read_codes(project, "ignore", file), file)
    if past := sorted(ignored.intersection(_COMPARISON_CODES)):
        raise NotPossibleError(
            _(
                "{file}: '{code}' cannot be ignored in a file that the change itself can edit; "
                "use --ignore on the command line."
            ).fill(file=file, code=past[0])
        )
    return CheckSettings(
        given.select or (selected and selected.union(_COMPARISON_CODES)),
        given.ignore or ignored - given.select,
        fail_on or _read_severity(project, file),
    )


def _parse_codes(values: Iterable[str], where: str) -> frozenset[str]:
    codes = {code.strip() for value in values for code in value.split(",")} - {""}
    for code in sorted(codes - CATALOGUE.keys()):
        meant = suggest_word(code, CATALOGUE)
        raise NotPossibleError(
            _("{where}: there is no code '{code}'{meant}").fill(
                where=where, code=code, meant=meant
            )
        )
    return frozenset(codes)


def _find_project_settings() -> tuple[str, Mapping[str, Any]]:
    """The nearest settings file and its table, from the working folder up to the repository."""
    folder = _find_working_folder()
    for each in (folder, *folder.parents):
        for name, table in ((SETTINGS_FILE, ()), (PYPROJECT_FILE, ("tool", "os2governance"))):
            file = each / name
            if may_be_there(file):
                own = _find_table(_read_toml(file), table, str(file))
                if own is not None:
                    return str(file), _check_keys(own, str(file))
        if is_there(each / ".git"):
            break
    return "", {}


def _find_working_folder() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        said = translate_os_error(error)
        raise NotPossibleError(
            _("The current folder cannot be found: {said}.").fill(said=said)
        ) from None


def _read_toml(file: Path) -> Mapping[str, Any]:
    """Parse a settings file; a shared file without a table for this program counts as empty."""
    data, findings = reading.read_file(file)
    if data is None:
        said = findings[0].message
        raise NotPossibleError(as_text("{file}: {said}").fill(file=file, said=said))
    if file.name == PYPROJECT_FILE and b"os2governance" not in data and len(data) <= MAX_BYTES:
        return {}
    most = MAX_SETTINGS_BYTES[file.name]
    if len(data) > most:
        size = f"{most >> 10} kB"
        raise _build_size_error(file, _("The file is larger than {size}").fill(size=size))
    return _parse_toml(data, file)


def _parse_toml(data: bytes, file: Path) -> Mapping[str, Any]:
    import tomllib

    text, refused = read_text(data, str(file))
    if text is None:
        said, place = refused.message if refused else "", refused.location if refused else file
        raise NotPossibleError(as_text("{file}: {said}").fill(file=str(place), said=said))
    try:
        _refuse_long_keys(text, file)
        return tomllib.loads(text)
    except RecursionError:
        raise NotPossibleError(
            _("{file}: The content is nested too deeply.").fill(file=file)
        ) from None
    except ValueError as error:
        raise NotPossibleError(as_text(f"{file}: {error}")) from None


MAX_SETTINGS_BYTES = {SETTINGS_FILE: 64 << 10, PYPROJECT_FILE: 128 << 10}
MAX_DOTS, MAX_DOTS_IN_HEADER = 100, 20
"""Most dots on a line, and on a table header: every key below a header repeats its parts, and the
time to parse dotted keys grows with the square of their number. No key spans several lines."""


def _refuse_long_keys(text: str, file: Path) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        most = MAX_DOTS_IN_HEADER if line.lstrip(" \t").startswith("[") else MAX_DOTS
        if line.count(".") > most:
            said = _("Line {number} has more than {most} dots").fill(number=number, most=most)
            raise _build_size_error(file, said)


def _build_size_error(file: Path, words: Text) -> NotPossibleError:
    """The error for an oversized file; for a shared file it advises to use a separate one."""
    own = _("; put the settings in {settings_file}.").fill(settings_file=SETTINGS_FILE)
    advice = own if file.name == PYPROJECT_FILE else as_text(".")
    return NotPossibleError(
        as_text("{file}: {words}{advice}").fill(file=file, words=words, advice=advice)
    )


def _find_table(
    whole: Mapping[str, Any], path: Sequence[str], file: str
) -> Mapping[str, Any] | None:
    """The table at a path of keys; None where there is none."""
    found: Any = whole
    for name in path:
        if isinstance(found, dict) and name not in found:
            return None
        found = found[name] if isinstance(found, dict) else None
    if isinstance(found, dict):
        return found
    where = ".".join(path)
    raise NotPossibleError(_("{file}: {where} must be a table.").fill(file=file, where=where))


def _check_keys(own: Mapping[str, Any], file: str) -> Mapping[str, Any]:
    for key in own:
        if key not in SETTINGS_KEYS:
            meant = suggest_word(key, SETTINGS_KEYS)
            raise NotPossibleError(
                _("{file}: the key '{key}' is unknown{meant}").fill(
                    file=file, key=key, meant=meant
                )
            )
    return own


def _read_codes(own: Mapping[str, Any], key: str, file: str) -> list[str]:
    value = own.get(key, [])
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    raise NotPossibleError(
        _("{file}: '{key}' must be a list of codes, such as [\"unanswered\"].").fill(
            file=file, key=key
        )
    )


def _read_severity(own: Mapping[str, Any], file: str) -> Severity:
    value = own.get("fail-on", "error")
    for severity in SEVERITIES:
        if value == severity:
            return severity
    known = ", ".join(SEVERITIES)
    raise NotPossibleError(
        _("{file}: 'fail-on' must be {known}, not {value!r}.").fill(
            file=file, known=known, value=value
        )
    )
