"""Where the paths of a report begin for build servers: the root of the repository."""

import os
from collections.abc import Iterable
from pathlib import Path

from os2governance.render.common.source_uri import Ground

REPOSITORY = ".git"


def ground_of(files: Iterable[str]) -> Ground:
    """Give the folder of the command, and the root of the git repository that holds the files.

    That is the nearest folder above all of them with `.git`; without one the command's folder.
    """
    here = os.getcwd()  # noqa: PTH109 - the text alone is wanted
    folders = {os.path.dirname(file) for file in files}  # noqa: PTH120 - by the ten thousand
    above = Path(os.path.commonpath([*map(os.path.abspath, folders)]) if folders else here)
    tops = (each for each in (above, *above.parents) if os.path.exists(each / REPOSITORY))  # noqa: PTH110 - no error where it may not be looked at
    return Ground(here, str(next(tops, here)))
