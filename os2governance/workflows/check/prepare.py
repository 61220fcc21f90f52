"""Preparation of a run of `check`: all that its report depends on beside the files."""

from collections.abc import Sequence
from pathlib import Path

from os2governance.documents.sources import MODEL_FILE
from os2governance.render.common.source_path import SourceRoot
from os2governance.render.common.terminal import TextPage
from os2governance.workflows.check.run import CheckRun
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.source_root import find_source_root
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import Context

MAX_OTHER_IDS = 300
"""Most products whose ids are searched for in each other's answers."""


def prepare_run(
    targets: CheckTargets,
    settings: CheckSettings,
    forms: Sequence[str],
    page: TextPage,
    context: Context,
) -> CheckRun:
    """The run on the targets that is reported in formats; text is laid out for a page."""
    source_root = find_targets_root(targets)
    return CheckRun(
        context=context,
        settings=settings,
        format_names=tuple(forms),
        page=page,
        source_root=source_root,
        output_key=repr((*forms, source_root, context.language, settings, page)),
        other_ids=list_product_ids(targets.files),
        # A terminal's colours depend on too much for a cache key.
        use_cache=not (page.colour and forms[0] == "text"),
        compared=targets.compared,
        known=targets.known,
        stand_in=targets.stand_in,
    )


def find_targets_root(targets: CheckTargets) -> SourceRoot:
    """The folder from which the reports on some targets name files."""
    return find_source_root(
        [*targets.files, *(str(folder / MODEL_FILE) for folder in targets.model_folders)]
    )


def list_product_ids(files: Sequence[str]) -> tuple[str, ...]:
    """Ids that may have been copied: the products' folder names; none if there are too many."""
    names = sorted({Path(file).parent.name for file in files})
    return tuple(names) if len(names) <= MAX_OTHER_IDS else ()
