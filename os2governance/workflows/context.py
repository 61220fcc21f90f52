"""The context of a workflow: the day, the language and the models that it is about."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from os2governance.i18n.text import Language

if TYPE_CHECKING:
    from os2governance.model.library import Library


DEFAULT_PRODUCTS_FOLDER = "products"


class SearchScope(NamedTuple):
    """Where products are looked for: the paths where none is named, and what is excluded.

    `exclude` are patterns of paths relative to `folder`, where the settings are; empty without.
    """

    paths: tuple[str, ...] = (DEFAULT_PRODUCTS_FOLDER,)
    exclude: tuple[str, ...] = ()
    folder: str = ""

    def locate(self, name: str) -> str:
        """The path of a usual folder: beside the settings, else in the working folder."""
        if not self.folder:
            return name
        try:
            return os.path.relpath(os.path.join(self.folder, name))  # noqa: PTH118 - as text
        except ValueError:  # on another drive of Windows
            return os.path.join(self.folder, name)  # noqa: PTH118 - as text


DEFAULT_SCOPE = SearchScope()


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """The assessment date, the language, and the folders of models; none for the shipped models.

    `is_dated` is whether the user stated the date; otherwise it is today's. `scope` says where
    products are looked for.
    """

    as_of: date
    language: Language
    criteria: tuple[Path, ...] = ()
    is_dated: bool = False
    scope: SearchScope = DEFAULT_SCOPE

    def open_library(self) -> "Library":
        """Open the library of the models; nothing is read before it is asked for."""
        from os2governance.workflows.disk_files import open_library

        return open_library(*self.criteria)
