"""Undo of an import: a product's files as they were, as long as nothing has changed since.

What an import replaced is noted in the user's cache folder, which is safe to delete: without a
note an import cannot be undone. Nothing is guessed: where any file of the product differs from
what the import left, nothing is changed.
"""

import base64
import binascii
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from os2governance.documents.json_reader import read_json
from os2governance.documents.sources import PRODUCT_FILE
from os2governance.exchange.import_document import WrittenImport
from os2governance.exchange.import_outcome import UndoneImport
from os2governance.files import listing, reading, writing
from os2governance.files.cache_folder import create_cache_folder, find_cache_folder
from os2governance.files.paths import is_folder
from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.text import Renderable, _

MAX_UNDOABLE = 20
"""Imports of one product that can be undone, the last first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportNote:
    """What an import changed, by names in the product's folder.

    `before` is what the file had, in base64; None where there was none. `kept` is the declaration
    that the import kept, if it was new there. `files` are the hashes of all files afterwards.
    """

    file: str
    before: str | None
    kept: str | None
    files: Mapping[str, str]


def note_import(written: WrittenImport) -> bool:
    """Note what an import replaced, so that it can be undone; whether that was possible."""
    folder = written.folder
    note = ImportNote(
        file=_name_in(folder, written.path),
        before=None if written.before is None else base64.b64encode(written.before).decode(),
        kept=_name_in(folder, written.kept) if written.kept else None,
        files=_hash_folder(folder),
    )
    return _write_notes(folder, [*_read_notes(folder), note][-MAX_UNDOABLE:])


def undo_import(path: Path) -> UndoneImport:
    """Undo the last import into a product, unless any of its files has changed since."""
    folder = path if is_folder(path) else path.parent
    shown = listing.format_path(path)
    notes = _read_notes(folder)
    if not notes:
        return _refuse(shown, _NOT_NOTED)
    last, there = notes[-1], _hash_folder(folder)
    if changed := sorted(name for name, _ in {*last.files.items()} ^ {*there.items()}):
        return _refuse(shown, _CHANGED.fill(file=changed[0]))
    undone = _restore(folder, last, shown)
    if not undone.findings:
        _write_notes(folder, notes[:-1])
    return undone


_NOT_NOTED = _("no import into this product is noted here")
_CHANGED = _("{file} has changed since")


def _refuse(path: str, reason: Renderable) -> UndoneImport:
    found = make_finding("import-not-undone", Location(path), reason=reason)
    return UndoneImport(path=path, findings=[found])


def _restore(folder: Path, note: ImportNote, shown: str) -> UndoneImport:
    file = folder / note.file
    now, findings = reading.read_file(file)
    if now is None:
        return UndoneImport(path=shown, findings=findings)
    name = listing.format_path(file)
    if note.before is None:
        findings = writing.remove_file(file, now, root=folder.parent)
        return UndoneImport(path=shown, removed=None if findings else name, findings=findings)
    before = base64.b64decode(note.before)
    findings = writing.replace_file(file, before, now, root=folder.parent)
    if not findings and note.kept:
        findings = writing.remove_file(folder / note.kept, before, root=folder.parent)
    return UndoneImport(path=shown, restored=None if findings else name, findings=findings)


def _name_in(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _hash_folder(folder: Path) -> dict[str, str]:
    """The hash of each file of a product, by its name in the folder."""
    sources, _ = reading.read_product_files(folder / PRODUCT_FILE)
    return {
        _name_in(folder, Path(name)): hashlib.sha256(data).hexdigest()
        for name, data in (sources.files() if sources else ())
    }


# -- the notes ----------------------------------------------------------------------------------


def _find_notes_file(folder: Path) -> Path:
    """The file with the notes on a product, named by where its folder really is."""
    name = hashlib.sha256(os.path.realpath(folder).encode("utf-8", "replace")).hexdigest()[:32]
    return find_cache_folder(os.environ) / "imports" / f"{name}.json"


def _read_notes(folder: Path) -> list[ImportNote]:
    file = _find_notes_file(folder)
    data, _ = reading.read_file(file)
    given = read_json(data, listing.format_path(file))[0] if data else []
    try:
        return [_parse_note(each) for each in given]
    except (ValueError, TypeError, KeyError):  # damaged, or from another version
        return []


def _parse_note(given: Any) -> ImportNote:
    """A note as it was written.

    Raises:
        ValueError: when it names anything outside the product's folder, or is no note.
    """
    note = ImportNote(
        file=given["file"], before=given["before"], kept=given["kept"], files=dict(given["files"])
    )
    for name in (note.file, note.kept or note.file, *note.files):
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise ValueError(name)
    try:
        base64.b64decode(note.before or "", validate=True)
    except binascii.Error as error:
        raise ValueError(note.file) from error
    return note


def _write_notes(folder: Path, notes: Sequence[ImportNote]) -> bool:
    """Write the notes; False where the cache folder cannot be written."""
    file = _find_notes_file(folder)
    data = json.dumps([asdict(each) for each in notes]).encode()
    try:
        create_cache_folder(file.parent)
        writing.write_whole_file(file, [data])
    except OSError:
        return False
    return True
