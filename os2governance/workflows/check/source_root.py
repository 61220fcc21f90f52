"""The source root: the folder from which build servers resolve the paths of a report."""

import os
from collections.abc import Iterable
from pathlib import Path

from os2governance.render.common.source_path import SourceRoot

GIT_FOLDER = ".git"


def find_source_root(files: Iterable[str]) -> SourceRoot:
    """The working folder, and the root of the git repository that holds the files.

    The root is the nearest folder above the working folder with `.git` where that holds them all,
    so that files of a submodule are named as the repository around it has them; else the nearest
    above all of them, and without one, the working folder.
    """
    here = os.getcwd()  # noqa: PTH109 - only the text is needed
    folders = {os.path.dirname(file) for file in files}  # noqa: PTH120 - called for 10,000 files
    above = Path(os.path.commonpath([*map(os.path.abspath, folders)]) if folders else here)
    own = _find_repository(Path(here))
    if own is not None and above.is_relative_to(own):
        return SourceRoot(here, str(own))
    return SourceRoot(here, str(_find_repository(above) or here))


def _find_repository(folder: Path) -> Path | None:
    tops = (each for each in (folder, *folder.parents) if os.path.exists(each / GIT_FOLDER))  # noqa: PTH110 - no error where it may not be looked at
    return next(tops, None)
