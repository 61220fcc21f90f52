"""Compiles the catalogue of Danish texts when the package is built or installed for editing."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TRANSLATIONS = "os2governance/i18n/translations.py"


class CompileCatalogue(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the compiled catalogue beside its source: wheels take it, work trees run with it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile the catalogue, unless what is there is newer than its source."""
        if self.target_name == "wheel":
            runpy.run_path(str(Path(self.root) / TRANSLATIONS))["keep_compiled"]()
