"""The report of `check` on standard output; on GitHub also the job summary."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from os2governance.cli.check_forms import load_formatter
from os2governance.cli.localised_click import UsageError
from os2governance.cli.options import Invocation
from os2governance.cli.output import EXIT_UNREADABLE, find_page_width, is_coloured, write_output
from os2governance.documents.sources import MODEL_FILE
from os2governance.files.os_errors import translate_os_error
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import as_text
from os2governance.workflows.batch import PROCESS_ENDED, ProcessEndedError
from os2governance.workflows.check.run import CheckCounter, CheckRun, CheckTargets, stream_report
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.source_root import find_source_root

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"


def print_check_report(
    wanted: CheckTargets,
    name: str,
    settings: CheckSettings,
    invocation: Invocation,
    *,
    cached: bool,
) -> int:
    """Print the report on the targets; return the exit code."""
    ground = find_source_root(
        [*wanted.files, *(str(folder / MODEL_FILE) for folder in wanted.model_folders)]
    )
    look = repr(
        (
            name,
            ground,
            invocation.context.language,
            settings,
            find_page_width(),
            sys.stdout.encoding,
        )
    )
    # A terminal's colours depend on too much for a cache key.
    cached = cached and not is_coloured(invocation, sys.stdout)
    others = _list_product_ids(wanted.files)
    run = CheckRun(
        context=invocation.context,
        settings=settings,
        format_name=name,
        formatter=load_formatter(name, invocation, settings.fail_on),
        source_root=ground,
        output_key=look,
        other_ids=others,
        use_cache=cached,
    )
    counted = CheckCounter(invocation.context)
    try:
        for piece in stream_report(wanted, run, counted):
            if name == "text":
                sys.stdout.write(piece.decode())
            else:
                write_output(piece)
    except ProcessEndedError:
        raise NotPossibleError(PROCESS_ENDED) from None
    totals = counted.build_totals(wanted, ground)
    if name == "github" and os.environ.get(SUMMARY_VARIABLE):
        from os2governance.render.check.github import render_job_summary

        _append_summary(
            os.environ[SUMMARY_VARIABLE], render_job_summary(totals, counted.summary_rows)
        )
    if totals.unreadable:
        return EXIT_UNREADABLE
    return int(settings.fails(totals.counts))


def _list_product_ids(files: Sequence[str]) -> tuple[str, ...]:
    """Ids that may have been copied: the products' folder names; none if there are too many."""
    names = sorted({Path(file).parent.name for file in files})
    return tuple(names) if len(names) <= MAX_OTHER_IDS else ()


MAX_OTHER_IDS = 300
"""Most products whose ids are searched for in each other's answers."""


def _append_summary(file: str, text: str) -> None:
    try:
        with Path(file).open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(text)
    except OSError as error:
        said = translate_os_error(error)
        raise UsageError(
            as_text("{summary_variable}: {said}").fill(
                summary_variable=SUMMARY_VARIABLE, said=said
            )
        ) from error
