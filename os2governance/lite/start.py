"""What the worker of the page asks for first: the app of the folder that it keeps files in."""

import time
from datetime import date
from pathlib import Path

from os2governance.documents.archive import build_archive
from os2governance.files.paths import is_file
from os2governance.i18n.text import Language
from os2governance.lite.host import Host
from os2governance.web.security import SecurityPolicy
from os2governance.web.workspace import Workspace


def open_host(folder: str, host: str, base: str, language: Language, form_key: str) -> Host:
    """The app of a folder, for pages of a host below a path.

    `form_key` is what forms prove themselves with; they outlive the app where it is started again.
    """
    workspace = Workspace(folder=Path(folder), criteria=(), today=date.today, language=language)
    guard = SecurityPolicy(
        hosts=frozenset({host}), token="", clock=time.monotonic, language=language, base=base
    )
    return Host(workspace, guard, form_key)


def pack_files(folder: str) -> bytes:
    """All files of a folder in one archive, as a person takes it along."""
    place = Path(folder)
    found = {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if is_file(path)
    }
    return build_archive(found)
