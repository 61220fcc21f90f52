"""Bytes that stand in for those of a file, such as what an editor has not saved yet."""

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.files.listing import FOLDERS_ON_DISK, FolderReader
from os2governance.files.reading import DiskReader, read_file
from os2governance.findings.finding import Finding


class StandIn(NamedTuple):
    """A file, which need not be there, and the bytes that count as its own."""

    path: Path
    data: bytes


def read_stand_in(path: Path, stream: BinaryIO) -> StandIn:
    """What a stream has for a file: at most one byte more than a file may have."""
    data = b""
    while part := stream.read(MAX_BYTES + 1 - len(data)):
        data += part
    return StandIn(path, data)


def build_stand_in_reader(stand_in: StandIn) -> DiskReader:
    """What reads the files on disk, and bytes in the place of one."""
    place = _resolve(stand_in.path)

    def list_names(folder: Path) -> tuple[list[str], list[Finding]]:
        names, unlisted = FOLDERS_ON_DISK.list_names(folder)
        whole = Path(os.path.realpath(folder))
        if not place.is_relative_to(whole) or place == whole:
            return names, unlisted
        is_known = FOLDERS_ON_DISK.may_be_there(folder)
        own = place.relative_to(whole).parts[0]
        return sorted({*names, own}), unlisted if is_known else []

    def is_folder(path: Path) -> bool:
        return FOLDERS_ON_DISK.is_folder(path) or Path(os.path.realpath(path)) in place.parents

    def may_be_there(path: Path) -> bool:
        return FOLDERS_ON_DISK.may_be_there(path) or place.is_relative_to(os.path.realpath(path))

    def read(path: Path) -> tuple[bytes | None, list[Finding]]:
        return (stand_in.data, []) if _resolve(path) == place else read_file(path)

    return DiskReader(FolderReader(list_names, is_folder, may_be_there), read)


def is_stand_in(name: str, stand_in: StandIn) -> bool:
    """Whether a file is the one that bytes stand in for, however its path is written."""
    return _resolve(Path(name)) == _resolve(stand_in.path)


def _resolve(path: Path) -> Path:
    """The place of a file; links of its folder are followed, and not its own."""
    return Path(os.path.realpath(path.parent), path.name)
