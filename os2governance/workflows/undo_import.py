"""Undo of an import: a product's files as they were, as long as nothing has changed since.

What an import replaced is noted in the user's cache folder, which is safe to delete: without a
note an import cannot be undone. Nothing is guessed: where any file of the product differs from
what the import left, or cannot be read, nothing is changed.
"""

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from os2governance.documents.json_reader import read_json
from os2governance.documents.sources import PRODUCT_FILE, ProductFiles
from os2governance.documents.text_reader import MAX_BYTES
from os2governance.exchange.import_document import WrittenImport
from os2governance.exchange.import_outcome import UndoneImport
from os2governance.files import listing, reading, writing
from os2governance.files.cache_folder import create_cache_folder, find_cache_folder
from os2governance.files.paths import is_folder
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Renderable, _

MAX_UNDOABLE = 20
"""Imports of one product that can be undone, the last first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportNote:
    """What an import changed, by names in the product's folder.

    `before` is the hash of what the file had, which is kept under that name; None where there was
    none. `kept` is the declaration that the import kept, if it was new there. `files` are the
    hashes of all files afterwards.
    """

    file: str
    before: str | None
    kept: str | None
    files: Mapping[str, str]


def note_import(written: WrittenImport) -> bool:
    """Note what an import replaced, so that it can be undone; whether that was possible."""
    folder = written.folder
    files, unread = _read_folder(folder)
    if unread:
        return False
    note = ImportNote(
        file=_name_in(folder, written.path),
        before=None if written.before is None else _hash(written.before),
        kept=_name_in(folder, written.kept) if written.kept else None,
        files=_hash_all(files),
    )
    notes = [*_read_notes(folder), note][-MAX_UNDOABLE:]
    return _write_notes(folder, notes, [written.before] if written.before is not None else [])


def undo_import(path: Path) -> UndoneImport:
    """Undo the last import into a product, unless any of its files has changed since."""
    folder = path if is_folder(path) else path.parent
    shown = listing.format_path(path)
    notes = _read_notes(folder)
    if not notes:
        return _refuse(shown, _NOT_NOTED)
    last = notes[-1]
    files, unread = _read_folder(folder)
    if unread:
        return UndoneImport(path=shown, findings=unread)
    if changed := sorted(name for name, _ in {*last.files.items()} ^ {*_hash_all(files).items()}):
        return _refuse(shown, _CHANGED.fill(file=changed[0]))
    before = None
    if last.before is not None and (before := _read_replaced(folder, last.before)) is None:
        return _refuse(shown, _NOT_NOTED)
    undone = _restore(folder, last, files[last.file], before, shown)
    if not undone.findings:
        _write_notes(folder, notes[:-1])
    return undone


_NOT_NOTED = _("no import into this product is noted here")
_CHANGED = _("{file} has changed since")


def _refuse(path: str, reason: Renderable) -> UndoneImport:
    found = make_finding("import-not-undone", Location(path), reason=reason)
    return UndoneImport(path=path, findings=[found])


def _restore(
    folder: Path, note: ImportNote, now: bytes, before: bytes | None, shown: str
) -> UndoneImport:
    """Put back what a file had; `now` is what the import left, which it must still have."""
    file = folder / note.file
    name = listing.format_path(file)
    if before is None:
        findings = writing.remove_file(file, now, root=folder)
        return UndoneImport(path=shown, removed=None if findings else name, findings=findings)
    findings = writing.replace_file(file, before, now, root=folder)
    if not findings and note.kept:
        findings = writing.remove_file(folder / note.kept, before, root=folder)
    return UndoneImport(path=shown, restored=None if findings else name, findings=findings)


def _name_in(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _read_folder(folder: Path) -> tuple[dict[str, bytes], list[Finding]]:
    """The files of a product, by their names in its folder; findings of what cannot be read."""
    sources, findings = reading.read_product_files(folder / PRODUCT_FILE)
    files = {_name_in(folder, Path(name)): data for name, data in (sources or _NONE).files()}
    return files, [each for each in findings if each.entry.blocks_reading]


_NONE = ProductFiles()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash_all(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: _hash(data) for name, data in files.items()}


# -- the notes ----------------------------------------------------------------------------------


def _find_notes_file(folder: Path) -> Path:
    """The file with the notes on a product, named by where its folder really is."""
    name = _hash(os.path.realpath(folder).encode("utf-8", "replace"))[:32]
    return find_cache_folder(os.environ) / "imports" / f"{name}.json"


def _find_replaced_folder(folder: Path) -> Path:
    """The folder with what imports replaced, beside the notes; each file is named by its hash."""
    return _find_notes_file(folder).with_suffix("")


def _read_replaced(folder: Path, digest: str) -> bytes | None:
    data, _ = reading.read_file(_find_replaced_folder(folder) / digest)
    return data if data is not None and _hash(data) == digest else None


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
    hashes = [*note.files.values(), *([] if note.before is None else [note.before])]
    if note.file not in note.files or not all(map(_is_hash, hashes)):
        raise ValueError(note.file)
    return note


def _is_hash(text: str) -> bool:
    return len(text) == len(_hash(b"")) and {*text} <= {*"0123456789abcdef"}


def _write_notes(
    folder: Path, notes: Sequence[ImportNote], replaced: Iterable[bytes] = ()
) -> bool:
    """Write the notes, and what was replaced; False where the cache folder cannot be written.

    Where the notes are larger than what is read, the oldest are left out.
    """
    file = _find_notes_file(folder)
    while len(data := json.dumps([asdict(each) for each in notes]).encode()) > MAX_BYTES:
        notes = notes[1:]
    try:
        create_cache_folder(file.parent)
        for each in replaced:
            place = _find_replaced_folder(folder)
            place.mkdir(exist_ok=True)
            writing.write_whole_file(place / _hash(each), [each])
        writing.write_whole_file(file, [data])
    except OSError:
        return False
    _sweep_replaced(folder, {each.before for each in notes})
    return bool(notes)


def _sweep_replaced(folder: Path, needed: Collection[str | None]) -> None:
    """Remove what was replaced by imports that are not noted any more."""
    place = _find_replaced_folder(folder)
    names, _ = listing.list_names(place)
    for name in set(names).difference(needed):
        data, _ = reading.read_file(place / name)
        if data is not None:
            writing.remove_file(place / name, data, root=place)
