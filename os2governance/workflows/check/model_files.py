"""Reading and inspection of a model's files outside its versions, and of those nothing reads."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from os2governance.checks.hidden_characters import check_hidden_characters
from os2governance.checks.inspect import Inspection, build_file_inspection
from os2governance.checks.model_files import (
    check_shared_files,
    find_unread_in_version,
    find_unread_names,
    read_main_values,
)
from os2governance.documents.sources import LAYOUTS_FOLDER, MODEL_FILE, TERMS_FILE
from os2governance.documents.text_reader import read_shown_text
from os2governance.files import listing, reading
from os2governance.files.paths import find_folder_above, is_folder, may_be_there
from os2governance.findings.finding import Finding

_EXPECTED_ABOVE = (TERMS_FILE, f"{LAYOUTS_FOLDER}/*.yaml", f"<version>/{MODEL_FILE}")


def inspect_other_model_files(versions: Iterable[Path], as_of: date) -> Iterator[Inspection]:
    """Inspect the files that versions share, each model's once, and those that nothing reads.

    `versions` are folders `<model>/<version>`; only inspections that found something are yielded.
    """
    folders: dict[Path, None] = {}
    for folder in versions:
        names, unlisted = listing.list_names(folder)
        main = read_main_values(reading.read_model_files(folder)[0])
        shown = listing.format_path(folder)
        if unread := [] if unlisted else find_unread_in_version(shown, names, main):
            yield build_file_inspection(listing.format_path(folder), unread, {}, as_of)
        above = find_folder_above(folder)
        if main.get("model") == above.resolve().name:  # else it is somebody else's folder
            folders[above] = None
    for folder in folders:
        inspected = _inspect_shared_files(folder, as_of)
        if inspected.findings or inspected.suppressed:
            yield inspected


def _inspect_shared_files(folder: Path, as_of: date) -> Inspection:
    names, findings = listing.list_names(folder)
    shown = listing.format_path(folder)
    files: dict[str, bytes] = {}
    layouts: dict[str, bytes] | None = None
    read = [name for name in names if may_be_there(folder / name / MODEL_FILE)]
    if TERMS_FILE in names:
        read.append(TERMS_FILE)
        data, wrong = reading.read_file(folder / TERMS_FILE)
        findings += wrong
        files |= {TERMS_FILE: data} if data is not None else {}
    below = folder / LAYOUTS_FOLDER
    if is_folder(below):
        read.append(LAYOUTS_FOLDER)
        layouts, wrong = reading.read_model_files(below)
        files |= {f"{LAYOUTS_FOLDER}/{name}": data for name, data in layouts.items()}
        findings += [*wrong, *_find_unread_layouts(below)]
    findings += check_shared_files(shown, files.get(TERMS_FILE), layouts)
    findings += find_unread_names(shown, names, read, _EXPECTED_ABOVE)
    texts = {f"{shown}/{name}": read_shown_text(data) for name, data in files.items()}
    findings += check_hidden_characters(texts)
    return build_file_inspection(shown, findings, texts, as_of)


def _find_unread_layouts(folder: Path) -> list[Finding]:
    names = listing.list_names(folder)[0]
    read = [name for name in names if name.endswith(listing.MODEL_SUFFIXES)]
    return find_unread_names(listing.format_path(folder), names, read, ["*.yaml"])
