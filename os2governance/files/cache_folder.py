"""The folder for what may be deleted at any time: the user's, not one of a checked repository.

One inside the checked folder could be supplied along with it, and say whatever its author likes.
"""

from collections.abc import Mapping
from pathlib import Path

from os2governance.files.paths import is_folder

CACHE_FOLDER_VARIABLE = "OS2GOVERNANCE_CACHE"
"""The environment variable that names a cache folder other than the user's."""


def find_cache_folder(environment: Mapping[str, str]) -> Path:
    """The cache folder: the one that the environment names, otherwise the user's."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - asked for by few commands

    named = environment.get(CACHE_FOLDER_VARIABLE)
    return Path(named) if named else user_cache_path("os2governance", appauthor=False)


def create_cache_folder(folder: Path) -> None:
    """Create the folder so that version control and backups ignore it."""
    if not is_folder(folder):
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        tag = "Signature: 8a477f597d28d172789f06886806bc55\n"
        (folder / "CACHEDIR.TAG").write_text(tag, encoding="utf-8")
