"""Settings of a repository, read by every command: what it is about, and what `check` reports."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from os2governance.documents.text_reader import MAX_BYTES, read_text
from os2governance.documents.toml_positions import (
    explain_toml_error,
    locate_toml_key,
    locate_toml_text,
)
from os2governance.files import reading
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_folder, is_there, may_be_there
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import SEVERITIES, Severity
from os2governance.findings.finding import Location, suggest_word
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import LANGUAGES, Language, Text, _, as_text

SETTINGS_FILE, PYPROJECT_FILE = "os2governance.toml", "pyproject.toml"
SETTINGS_KEYS = (
    "paths",
    "exclude",
    "criteria",
    "lang",
    "select",
    "ignore",
    "fail-on",
    "per-product",
)
PRODUCT_KEYS = ("select", "ignore")
SHIPPED_MODELS = "shipped"
"""The name of the folder of the models that come with the program."""
MAX_ENTRIES, MAX_ENTRY_LENGTH = 1000, 400
"""Most entries of a list, and characters of one."""


class ProductSettings(NamedTuple):
    """The codes that are reported, and not reported, of the product in a folder."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class RepositorySettings:
    """What a settings file states; all empty without one.

    `paths` and `criteria` are relative to the working folder, patterns of `exclude` to `folder`,
    where the file lies; `per_product` has absolute folders.
    """

    file: str = ""
    folder: str = ""
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    lang: Language | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: Severity | None = None
    per_product: Mapping[str, ProductSettings] = field(default_factory=dict)


def find_repository_settings() -> RepositorySettings:
    """The settings of the nearest file, from the working folder up to the repository's root.

    Raises:
        NotPossibleError: when something in it is wrong, with the place.
    """
    return _read_settings_for(_find_working_folder())


def find_language_setting() -> Language | None:
    """The language that the settings state; None where they state none, or cannot be used."""
    try:
        return find_repository_settings().lang
    except NotPossibleError:  # the command says so
        return None


def _read_settings_for(here: Path) -> RepositorySettings:
    for folder in (here, *here.parents):
        for name, table in ((SETTINGS_FILE, ()), (PYPROJECT_FILE, ("tool", "os2governance"))):
            file = folder / name
            if may_be_there(file) and (found := _read_table(file, table)):
                return _build_settings(found, here)
        if is_there(folder / ".git"):
            break
    return RepositorySettings()


class _Table(NamedTuple):
    """The table of the settings in a file: its values, the whole text, and the path of its key."""

    file: Path
    text: str
    path: tuple[str, ...]
    values: Mapping[str, Any]

    def build_error(
        self, key: Sequence[str], said: Text, value: str | None = None
    ) -> NotPossibleError:
        """The error about what stands under a key, or about one text of it."""
        place = locate_toml_key(self.text, [*self.path, *key])
        if value is not None:
            place = locate_toml_text(self.text, place, value)
        return NotPossibleError(
            as_text("{place}: {said}").fill(place=Location(str(self.file), *place), said=said)
        )


def _find_working_folder() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        said = translate_os_error(error)
        raise NotPossibleError(
            _("The current folder cannot be found: {said}.").fill(said=said)
        ) from None


def _read_table(file: Path, path: tuple[str, ...]) -> _Table | None:
    """Read the table of a settings file; None where a shared file has none for this program."""
    data, findings = reading.read_file(file)
    if data is None:
        said = findings[0].message
        raise NotPossibleError(as_text("{file}: {said}").fill(file=file, said=said))
    if file.name == PYPROJECT_FILE and b"os2governance" not in data and len(data) <= MAX_BYTES:
        return None
    most = MAX_SETTINGS_BYTES[file.name]
    if len(data) > most:
        size = f"{most >> 10} kB"
        raise _build_size_error(file, _("The file is larger than {size}").fill(size=size))
    text, values = _parse_toml(data, file)
    own = _find_table(values, path, str(file))
    return None if own is None else _Table(file, text, path, own)


def _parse_toml(data: bytes, file: Path) -> tuple[str, Mapping[str, Any]]:
    import tomllib

    text, refused = read_text(data, str(file))
    if text is None:
        why, where = (refused.message, refused.location) if refused else ("", file)
        raise NotPossibleError(as_text("{file}: {said}").fill(file=str(where), said=why))
    try:
        _refuse_long_keys(text, file)
        return text, tomllib.loads(text)
    except RecursionError:
        raise NotPossibleError(
            _("{file}: The content is nested too deeply.").fill(file=file)
        ) from None
    except tomllib.TOMLDecodeError as error:
        place, said = explain_toml_error(error, text)
        raise NotPossibleError(
            as_text("{place}: {said}.").fill(place=Location(str(file), *place), said=said)
        ) from None
    except ValueError as error:  # a date that is none, an integer with too many digits
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


def _build_settings(table: _Table, here: Path) -> RepositorySettings:
    values = _check_keys(table, (), table.values, SETTINGS_KEYS)
    folder = table.file.parent

    def resolve(path: str) -> str:
        try:
            return os.path.relpath(folder / path, here)
        except ValueError:  # on another drive of Windows
            return str(folder / path)

    criteria = _read_texts(table, ("criteria",), values, _FOLDERS_EXAMPLE)
    for each in criteria:
        if each != SHIPPED_MODELS and not is_folder(folder / each):
            said = _("There is no folder '{value}'.").fill(value=each)
            raise table.build_error(("criteria",), said, each)
    return RepositorySettings(
        file=str(table.file),
        folder=str(folder),
        paths=tuple(map(resolve, _read_texts(table, ("paths",), values, _PATHS_EXAMPLE))),
        exclude=tuple(_read_texts(table, ("exclude",), values, _EXCLUDE_EXAMPLE)),
        criteria=tuple(each if each == SHIPPED_MODELS else resolve(each) for each in criteria),
        lang=_read_choice(table, "lang", values, LANGUAGES),
        select=_read_codes(table, ("select",), values),
        ignore=_read_codes(table, ("ignore",), values),
        fail_on=_read_choice(table, "fail-on", values, SEVERITIES),
        per_product=_read_per_product(table, values),
    )


_PATHS_EXAMPLE, _EXCLUDE_EXAMPLE = '["products"]', '["products/old-*"]'
_FOLDERS_EXAMPLE, _CODES_EXAMPLE = '["criteria", "shipped"]', '["unanswered"]'
_KEY_SPELLINGS = {"fail_on": "fail-on", "per_product": "per-product"}


def _check_keys(
    table: _Table, above: tuple[str, ...], values: Mapping[str, Any], known: Sequence[str]
) -> Mapping[str, Any]:
    """The values by their usual keys; an underscore is taken for a hyphen."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        usual = _KEY_SPELLINGS.get(key, key)
        if usual not in known:
            meant = suggest_word(key, known)
            said = _("the key '{key}' is unknown{meant}").fill(key=key, meant=meant)
            raise table.build_error((*above, key), said)
        if usual in found:
            raise table.build_error((*above, key), _("'{key}' is stated twice.").fill(key=usual))
        found[usual] = value
    return found


def _read_texts(
    table: _Table, key: tuple[str, ...], values: Mapping[str, Any], example: str
) -> list[str]:
    value = values.get(key[-1], [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        said = _("'{key}' must be a list of texts, such as {example}.")
        raise table.build_error(key, said.fill(key=key[-1], example=example))
    if len(value) > MAX_ENTRIES or any(len(each) > MAX_ENTRY_LENGTH for each in value):
        raise table.build_error(key, _("'{key}' is too long.").fill(key=key[-1]))
    for each in value:
        if "\0" in each:
            raise table.build_error(key, _NUL)
    return value


_NUL = _("there is a NUL character in the name")


def _read_codes(table: _Table, key: tuple[str, ...], values: Mapping[str, Any]) -> frozenset[str]:
    codes = _read_texts(table, key, values, _CODES_EXAMPLE)
    for code in codes:
        if code not in CATALOGUE:
            meant = suggest_word(code, CATALOGUE)
            said = _("there is no code '{code}'{meant}").fill(code=code, meant=meant)
            raise table.build_error(key, said, code)
        if key[-1] == "ignore" and CATALOGUE[code].of_comparison:
            raise table.build_error(key, _EDITABLE.fill(code=code), code)
    return frozenset(codes)


_EDITABLE = _(
    "'{code}' cannot be ignored in a file that the change itself can edit; use --ignore on the "
    "command line."
)

_Choice = TypeVar("_Choice", bound=str)


def _read_choice(
    table: _Table, key: str, values: Mapping[str, Any], known: Sequence[_Choice]
) -> _Choice | None:
    value = values.get(key)
    for each in known:
        if value == each:
            return each
    if value is None:
        return None
    names = ", ".join(known)
    said = _("'{key}' must be {known}, not {value!r}.").fill(key=key, known=names, value=value)
    raise table.build_error((key,), said)


def _read_per_product(table: _Table, values: Mapping[str, Any]) -> dict[str, ProductSettings]:
    several = values.get("per-product", {})
    name = "per-product"
    if not isinstance(several, dict):
        raise table.build_error((name,), _("'{key}' must be a table.").fill(key=name))
    found = {}
    for path, value in several.items():
        key = (name, path)
        if not isinstance(value, dict):
            raise table.build_error(key, _("'{key}' must be a table.").fill(key=path))
        if "\0" in path or not is_folder(table.file.parent / path):
            raise table.build_error(key, _("There is no folder '{value}'.").fill(value=path))
        own = _check_keys(table, key, value, PRODUCT_KEYS)
        folder = os.path.abspath(table.file.parent / path)  # noqa: PTH100 - links stay
        found[folder] = ProductSettings(
            select=_read_codes(table, (*key, "select"), own),
            ignore=_read_codes(table, (*key, "ignore"), own),
        )
    return found
