"""The report of `check` on standard output; on GitHub also the job summary."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.check_forms import form_named
from os2governance.cli.options import Given
from os2governance.cli.output import NOT_READ, coloured, page_width, put
from os2governance.files.os_errors import why
from os2governance.files.store import MODEL_FILE
from os2governance.i18n.text import Text
from os2governance.workflows.batch import ENDED, ProcessEndedError
from os2governance.workflows.check.run import Counted, Run, Wanted, pieces
from os2governance.workflows.check.settings import Settings
from os2governance.workflows.check.source_root import ground_of

SUMMARY = "GITHUB_STEP_SUMMARY"


def report(wanted: Wanted, name: str, settings: Settings, given: Given, *, cached: bool) -> int:
    """Print the report on the targets; return the exit code."""
    ground = ground_of([*wanted.files, *(str(folder / MODEL_FILE) for folder in wanted.models)])
    look = repr((name, ground, given.language, settings, page_width(), sys.stdout.encoding))
    # Only Rich knows a terminal's colours, and they depend on too much for a cache key.
    cached = cached and not coloured(given, sys.stdout)
    others = _ids(wanted.files)
    run = Run(
        given,
        settings,
        name,
        form_named(name, given, settings.fail_on),
        ground,
        look,
        others,
        cached,
    )
    counted = Counted(given)
    try:
        for piece in pieces(wanted, run, counted):
            if name == "text":
                sys.stdout.write(piece.decode())
            else:
                put(piece)
    except ProcessEndedError:
        raise UsageError(ENDED) from None
    totals = counted.totals(wanted, ground)
    if name == "github" and os.environ.get(SUMMARY):
        from os2governance.render.check.github import summary

        _append(os.environ[SUMMARY], summary(totals, counted.rows))
    if totals.unreadable:
        return NOT_READ
    return int(settings.fails(totals.counts))


def _ids(files: Sequence[str]) -> tuple[str, ...]:
    """Ids that may have been copied: the products' folder names; none if there are too many."""
    names = sorted({Path(file).parent.name for file in files})
    return tuple(names) if len(names) <= MOST_OTHERS else ()


MOST_OTHERS = 300
"""Most products whose ids are searched for in each other's answers."""


def _append(file: str, text: str) -> None:
    try:
        with Path(file).open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(text)
    except OSError as error:
        said = why(error)
        raise UsageError(Text(f"{SUMMARY}: {said.da}", f"{SUMMARY}: {said.en}")) from error
