"""`check`: all errors and questionable claims in files, for continuous integration."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, build_cluster_option, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    measure_page,
    print_notice,
    write_output,
)
from os2governance.findings.catalogue.entry import Severity
from os2governance.i18n.text import _, as_text

if TYPE_CHECKING:
    from os2governance.render.check.report import CheckTotals
    from os2governance.workflows.check.run import CheckRun, CheckTargets
    from os2governance.workflows.check.settings import CheckSettings

HELP = _(
    "Check files: everything wrong or doubtful in self-assessments, evaluations, decisions and "
    "models, with its location.\nPATH is as for assess, a file beside a product.yaml, or a "
    "model's folder; it defaults to the folder products, and the models in the folder criteria "
    "if it exists.\nSettings can be given in os2governance.toml, or in pyproject.toml under "
    "[tool.os2governance]: select, ignore and fail-on. In a file the comment `# os2governance: "
    "ignore[code] reason` suppresses a finding.\nExit code: 0, 1 if there are findings that "
    "count, 2 if a file cannot be read."
)
EXAMPLES = (
    "os2governance check",
    "os2governance check products --format sarif > check.sarif",
    "os2governance check --fail-on warning --ignore unanswered,planned",
)
EMPTY_REVISION = _("--against received an empty revision; is the variable it comes from unset?")
OPTIONS = (
    Option(
        ["--format", "form"],
        _("text for people; github, gitlab, junit and sarif for CI servers."),
        type=click.Choice(["text", "json", "sarif", "github", "gitlab", "junit"]),
        default="text",
        metavar="text|json|sarif|github|gitlab|junit",
    ),
    Option(
        ["--fail-on"],
        _("The lowest severity that counts; defaults to error."),
        type=click.Choice(["error", "warning", "note"]),
        metavar="error|warning|note",
    ),
    Option(
        ["--select"],
        _("Include only these codes, separated by commas."),
        multiple=True,
        metavar="CODES",
    ),
    Option(
        ["--ignore"],
        _("Exclude these codes; replaces the project's own list (ignore). Same form as --select."),
        multiple=True,
        metavar="CODES",
    ),
    Option(
        ["--fix"],
        _(
            "First fix what is safe to fix: line endings and trailing blanks, the order of keys, "
            "invisible characters in comments, quotation marks around what should be text. "
            "Indentation and the decision log are not changed."
        ),
        is_flag=True,
    ),
    Option(
        ["--diff"],
        _("Only show what --fix would change, as a diff; exit code 1 if that is anything."),
        is_flag=True,
    ),
    Option(
        ["--against"],
        _(
            "Compare with a git revision: what has changed, and what has not been decided. "
            "'main...' is where this branch diverged from main."
        ),
        metavar="REVISION",
    ),
    Option(
        ["--no-cache"],
        _(
            "Clear the cache of earlier results. It is in the user's cache folder or in "
            "OS2GOVERNANCE_CACHE, and can be deleted at any time."
        ),
        is_flag=True,
    ),
    Option(
        ["--as-found"],
        _(
            "Pass over named files that are excluded, or have no line `format: os2governance/…`, "
            "as those in a folder are. For hooks, which name every file."
        ),
        is_flag=True,
    ),
    build_cluster_option(),
)


SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"
MAX_NAMED = 10
"""Most files that a notice names."""
_PASSED_OVER = _(
    "Passed over, since they are excluded or have no line `format: os2governance/…`: {names}"
)
_FIXED = _("Fixed: {name}")
_NOT_READ = _("Not read, so nothing can be fixed in it: {name}")
_LEFT = _("Left as it is, since more would change: {place}: {message}")
_BRANCH_IS_BEHIND = _(
    "'{name}' has changes that are not on this branch. To compare only the branch's own changes, "
    "write --against {name}..."
)


@command(
    "check", HELP, EXAMPLES, click.Argument(["paths"], nargs=-1, metavar="[PATH]..."), *OPTIONS
)
def check(  # noqa: PLR0913 - one for each option
    invocation: Invocation,
    paths: tuple[str, ...],
    form: str,
    *,
    fail_on: Severity | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    against: str | None,
    fix: bool,
    diff: bool,
    no_cache: bool,
    as_found: bool,
    cluster: str | None,
) -> int:
    """Check the products and models that the paths mean."""
    from os2governance.workflows.check.paths import compare_with_revision, find_targets
    from os2governance.workflows.check.prepare import prepare_run
    from os2governance.workflows.check.settings import build_check_settings

    if against is not None and not against.strip():
        raise UsageError(EMPTY_REVISION)
    settings = build_check_settings(invocation.settings, select, ignore, fail_on)
    targets = find_targets(paths, invocation.context, as_found=as_found)
    if targets.passed_over:
        print_notice(_PASSED_OVER.fill(names=_name_some(targets.passed_over)), invocation)
    if diff:
        return _print_diff(targets, settings, invocation)
    if fix:
        targets = _fix_files(targets, paths, settings, invocation)
    if against:
        targets, is_behind = compare_with_revision(targets, paths, against, invocation.context)
        if is_behind:
            print_notice(_BRANCH_IS_BEHIND.fill(name=against), invocation)
    run = prepare_run(targets, settings, form, measure_page(invocation), invocation.context)
    run = replace(run, use_cache=run.use_cache and not no_cache, cluster=cluster)
    totals = _print_report(targets, run)
    return EXIT_UNREADABLE if totals.unreadable else int(settings.fails(totals.counts))


def _name_some(names: Sequence[str]) -> str:
    """The first names, and how many there are beside them."""
    more = len(names) - MAX_NAMED
    return ", ".join(names[:MAX_NAMED]) + (f" (+{more})" if more > 0 else "")


def _fix_files(
    targets: "CheckTargets",
    paths: Sequence[str],
    settings: "CheckSettings",
    invocation: Invocation,
) -> "CheckTargets":
    """Fix files, and tell which, and what is left; what could not be written is reported too."""
    from os2governance.workflows.check.fix import fix_targets

    fixes, targets = fix_targets(targets, paths, invocation.context, settings)
    for each in fixes:
        if each.before != each.after:
            print_notice(_FIXED.fill(name=each.file), invocation)
    for found in (found for each in fixes for found in each.left):
        place, message = str(found.location), found.message
        print_notice(_LEFT.fill(place=place, message=message), invocation)
    return targets


def _print_diff(targets: "CheckTargets", settings: "CheckSettings", invocation: Invocation) -> int:
    """Print what would be fixed; whether that is anything, as an exit code."""
    from os2governance.render.common.unified_diff import render_diff
    from os2governance.workflows.check.fix import find_fixes

    fixes = list(find_fixes(targets.files, invocation.context, settings))
    for each in fixes:
        write_output(render_diff(each.file, each.before, each.after).encode())
    unread = [each.file for each in targets.extra_inspections if not each.readable]
    unread += [each.file for each in fixes if not each.readable]
    for name in unread:
        print_notice(_NOT_READ.fill(name=name), invocation)
    if unread:
        return EXIT_UNREADABLE
    return int(any(each.before != each.after for each in fixes))


def _print_report(targets: "CheckTargets", run: "CheckRun") -> "CheckTotals":
    """Print the report while it is made, and on GitHub append the job summary."""
    from os2governance.workflows.check.run import CheckCounter, stream_report

    counter = CheckCounter(run.context)
    for piece in stream_report(targets, run, counter):
        if run.format_name == "text":
            sys.stdout.write(piece.decode())
        else:
            write_output(piece)
    totals = counter.build_totals(targets, run.source_root)
    if run.format_name == "github" and os.environ.get(SUMMARY_VARIABLE):
        from os2governance.render.check.github import render_job_summary

        summary = render_job_summary(totals, counter.summary_rows)
        _append_summary(os.environ[SUMMARY_VARIABLE], summary)
    return totals


def _append_summary(file: str, text: str) -> None:
    from os2governance.files.os_errors import translate_os_error

    try:
        with Path(file).open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(text)
    except OSError as error:
        reason = translate_os_error(error)
        raise UsageError(as_text(f"{SUMMARY_VARIABLE}: {{reason}}").fill(reason=reason)) from error
