"""`check`: all errors and questionable claims in files, for continuous integration."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from os2governance.cli.check_fixes import fix_and_tell, print_diff, print_fixed_text
from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_cluster_option, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    measure_page,
    print_notice,
    write_output,
)
from os2governance.findings.catalogue.entry import Severity
from os2governance.i18n.text import _, as_text
from os2governance.render.check.formats import CHECK_FORMATS

if TYPE_CHECKING:
    from os2governance.files.stand_in import StandIn
    from os2governance.findings.finding import Finding
    from os2governance.render.check.report import CheckTotals
    from os2governance.workflows.check.baseline import BaselineFile
    from os2governance.workflows.check.counter import CheckCounter
    from os2governance.workflows.check.outputs import ReportOutput
    from os2governance.workflows.check.run import CheckRun
    from os2governance.workflows.check.targets import CheckTargets

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
        type=click.Choice(CHECK_FORMATS),
        metavar="|".join(CHECK_FORMATS),
    ),
    Option(
        ["--output"],
        _("Also write the report to a file, in a format; can be repeated: sarif=check.sarif."),
        multiple=True,
        metavar="FORM=FILE",
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
        ["--stdin-filename"],
        _(
            "Which file standard input is, where the path is -; the product's other files are "
            "those on disk. With --fix, the fixed text is printed, and nothing is written."
        ),
        metavar="FILE",
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
        ["--new"],
        _(
            "With --against: report only what the revision did not have; the other findings are "
            "counted, and do not fail."
        ),
        is_flag=True,
    ),
    Option(
        ["--baseline"],
        _("Count the findings of a baseline only, and report those of it that occur no longer."),
        type=click.Path(path_type=Path),
        metavar="FILE",
    ),
    Option(
        ["--write-baseline"],
        _(
            "Write all findings of now to a baseline, except those of the record and those that "
            "cannot be suppressed."
        ),
        type=click.Path(path_type=Path),
        metavar="FILE",
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


STANDARD_INPUT = "-"
SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"
MAX_NAMED = 10
"""Most files that a notice names."""
_PASSED_OVER = _(
    "Passed over, since they are excluded or have no line `format: os2governance/…`: {names}"
)
_WRITTEN = _("Findings written to {file}: {count}.")
_BRANCH_IS_BEHIND = _(
    "'{name}' has changes that are not on this branch. To compare only the branch's own changes, "
    "write --against {name}..."
)


@command("check", HELP, EXAMPLES, PATHS_ARGUMENT, *OPTIONS)
def check(  # noqa: PLR0913 - one for each option
    invocation: Invocation,
    paths: tuple[str, ...],
    form: str | None,
    *,
    fail_on: Severity | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output: tuple[str, ...],
    against: str | None,
    new: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    fix: bool,
    diff: bool,
    stdin_filename: str | None,
    no_cache: bool,
    as_found: bool,
    cluster: str | None,
) -> int:
    """Check the products and models that the paths mean."""
    from os2governance.workflows.check.counter import CheckCounter
    from os2governance.workflows.check.outputs import parse_outputs
    from os2governance.workflows.check.prepare import prepare_run
    from os2governance.workflows.check.settings import build_check_settings

    _refuse_combinations(against, baseline, write_baseline, new=new)
    if diff or (fix and STANDARD_INPUT in paths):
        _refuse_options_of_reports(
            {
                "--format": form,
                "--output": output,
                "--fail-on": fail_on,
                "--against": against,
                "--baseline": baseline,
                "--write-baseline": write_baseline,
            }
        )
    outputs = parse_outputs(output)
    settings = build_check_settings(invocation.settings, select, ignore, fail_on)
    stand_in = _read_standard_input(paths, stdin_filename, is_compared=bool(against))
    targets = _find_targets(paths, stand_in, invocation, as_found=as_found)
    if stand_in and (fix or diff):
        return print_fixed_text(targets, stand_in, settings, invocation, is_diff=diff)
    if diff:
        return print_diff(targets, settings, invocation)
    if fix:
        targets = fix_and_tell(targets, paths, settings, invocation)
    if against:
        targets = _compare(targets, paths, against, invocation, only_new=new)
    targets, entries = _know_baseline(targets, baseline, is_first=bool(write_baseline))
    forms = (form or "text", *(each.form for each in outputs))
    run = prepare_run(targets, settings, forms, measure_page(invocation), invocation.context)
    cached = run.use_cache and not (no_cache or baseline or write_baseline)
    run = replace(run, use_cache=cached, cluster=cluster)
    counter = CheckCounter(run.context, len(forms))
    totals = _print_reports(targets, run, counter, entries, outputs)
    if write_baseline:
        _write_baseline(write_baseline, counter, invocation)
    return EXIT_UNREADABLE if totals.unreadable else int(settings.fails(totals.counts))


def _refuse_combinations(
    against: str | None, baseline: Path | None, write_baseline: Path | None, *, new: bool
) -> None:
    if against is not None and not against.strip():
        raise UsageError(EMPTY_REVISION)
    if new and not against:
        raise UsageError(_("--new requires --against: what is new is compared with a revision."))
    if sum([new, bool(baseline), bool(write_baseline)]) > 1:
        raise UsageError(_("Use one of --new, --baseline and --write-baseline."))


def _refuse_options_of_reports(given: Mapping[str, object]) -> None:
    """Refuse the options of a report where none is made: what was asked for would be missing."""
    for name, value in given.items():
        if value:
            raise UsageError(
                _(
                    "--diff, and --fix of standard input, print the fixes instead of a report. "
                    "Leave out {name}, or run the check once more for the report."
                ).fill(name=name)
            )


def _read_standard_input(
    paths: tuple[str, ...], name: str | None, *, is_compared: bool
) -> "StandIn | None":
    """What standard input has for the file of that name; None where no path is `-`."""
    if STANDARD_INPUT not in paths:
        if name is not None:
            raise UsageError(_("--stdin-filename goes with the path -, which is standard input."))
        return None
    if not name:
        raise UsageError(
            _(
                "- is standard input. Say with --stdin-filename which file it is, such as "
                "products/x/product.yaml."
            )
        )
    if len(paths) > 1:
        raise UsageError(_("- is standard input, which is one file. Name no other path with it."))
    if is_compared:
        raise UsageError(_("--against compares files on disk. Leave it out with the path -."))
    if sys.stdin is None:
        raise UsageError(_("Standard input is closed."))
    from os2governance.files.stand_in import read_stand_in

    return read_stand_in(Path(name), sys.stdin.buffer)


def _find_targets(
    paths: tuple[str, ...], stand_in: "StandIn | None", invocation: Invocation, *, as_found: bool
) -> "CheckTargets":
    """What the paths mean; what is passed over is told."""
    if stand_in is not None:
        from os2governance.workflows.check.stand_in import find_stand_in_targets

        targets = find_stand_in_targets(stand_in, invocation.context, as_found=as_found)
    else:
        from os2governance.workflows.check.paths import find_targets

        targets = find_targets(paths, invocation.context, as_found=as_found)
    if targets.passed_over:
        print_notice(_PASSED_OVER.fill(names=_name_some(targets.passed_over)), invocation)
    return targets


def _compare(
    targets: "CheckTargets",
    paths: tuple[str, ...],
    against: str,
    invocation: Invocation,
    *,
    only_new: bool,
) -> "CheckTargets":
    from os2governance.workflows.check.paths import compare_with_revision

    compared, is_behind = compare_with_revision(
        targets, paths, against, invocation.context, only_new=only_new
    )
    if is_behind:
        print_notice(_BRANCH_IS_BEHIND.fill(name=against), invocation)
    return compared


def _know_baseline(
    targets: "CheckTargets", file: Path | None, *, is_first: bool
) -> "tuple[CheckTargets, BaselineFile | None]":
    """The targets with what a baseline has, or all that a first one may have; and the baseline."""
    if not (file or is_first):
        return targets, None
    from os2governance.workflows.check.baseline import read_baseline
    from os2governance.workflows.check.known import EMPTY_BASELINE

    read = read_baseline(file) if file else None
    return replace(targets, known=read.known if read else EMPTY_BASELINE), read


def _write_baseline(file: Path, counter: "CheckCounter", invocation: Invocation) -> None:
    from os2governance.workflows.check.baseline import write_baseline_file

    day = invocation.context.as_of.isoformat()
    count = write_baseline_file(file, counter.known, day)
    print_notice(_WRITTEN.fill(count=count, file=file), invocation)


def _name_some(names: Sequence[str]) -> str:
    """The first names, and how many there are beside them."""
    more = len(names) - MAX_NAMED
    return ", ".join(names[:MAX_NAMED]) + (f" (+{more})" if more > 0 else "")


def _print_reports(
    targets: "CheckTargets",
    run: "CheckRun",
    counter: "CheckCounter",
    baseline: "BaselineFile | None",
    outputs: "Sequence[ReportOutput]",
) -> "CheckTotals":
    """Print the report while it is made, write those to files, append GitHub's job summary."""
    from os2governance.workflows.check.outputs import write_reports
    from os2governance.workflows.check.run import stream_reports

    def find_unused(counted: "CheckCounter") -> "Iterable[Finding]":
        if baseline is None:
            return ()
        from os2governance.workflows.check.baseline import find_unused_entries

        return find_unused_entries(baseline, counted, run.source_root)

    for piece in write_reports(stream_reports(targets, run, counter, find_unused), outputs):
        if run.format_names[0] == "text":
            sys.stdout.write(piece.decode())
        else:
            write_output(piece)
    totals = counter.build_totals(targets, run.source_root)
    if "github" in run.format_names and os.environ.get(SUMMARY_VARIABLE):
        from os2governance.render.check.github import render_job_summary

        number = run.format_names.index("github")
        of_github = counter.build_totals(targets, run.source_root, number)
        summary = render_job_summary(of_github, counter.summary_rows)
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
