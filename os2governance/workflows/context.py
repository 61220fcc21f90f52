"""The context of a workflow: the day, the language and the models that it is about."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from os2governance.i18n.text import Language

if TYPE_CHECKING:
    from os2governance.model.library import Library


class Context(NamedTuple):
    """The assessment date, the language, and the models folder; None for the shipped models.

    `is_dated` is whether the user stated the date; otherwise it is today's.
    """

    as_of: date
    language: Language
    criteria: Path | None
    is_dated: bool = False

    def open_library(self) -> "Library":
        """Open the library of the models; nothing is read before it is asked for."""
        from os2governance.workflows.disk_files import open_library

        return open_library(self.criteria)
