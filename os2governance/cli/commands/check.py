"""`check`: all errors and questionable claims in files, for continuous integration."""

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, command
from os2governance.findings.catalogue import Severity
from os2governance.i18n.text import _

HELP = _(
    "Check files: everything wrong or doubtful in declarations, evaluations, "
    "decisions and models, with its place.\nPATH is as for assess, a file beside a "
    "product.yaml, or the folder of a model; without PATH the folder products, and "
    "the models in the folder criteria if it is there.\nSettings can stand in "
    "os2governance.toml, or in pyproject.toml under [tool.os2governance]: select, "
    "ignore and fail-on. In a file the comment `# os2governance: ignore[code] "
    "reason` silences a finding.\nExit code: 0, 1 if there are findings that count, "
    "2 if a file cannot be read."
)
EXAMPLES = (
    "os2governance check",
    "os2governance check products --format sarif > check.sarif",
    "os2governance check --fail-on warning --ignore unanswered,planned",
)
EMPTY_REVISION = _(
    "--against was given an empty revision; is the variable that it comes from not set?"
)
OPTIONS = (
    Option(
        ["--format", "form"],
        _("text for people; github, gitlab, junit and sarif for build servers."),
        type=click.Choice(["text", "json", "sarif", "github", "gitlab", "junit"]),
        default="text",
        metavar="text|json|sarif|github|gitlab|junit",
    ),
    Option(
        ["--fail-on"],
        _("Which findings count; else error."),
        type=click.Choice(["error", "warning", "note"]),
        metavar="error|warning|note",
    ),
    Option(
        ["--select"],
        _("Only these codes, with commas between."),
        multiple=True,
        metavar="CODES",
    ),
    Option(
        ["--ignore"],
        _("Not these codes; in place of the project's own (ignore), as --select."),
        multiple=True,
        metavar="CODES",
    ),
    Option(
        ["--fix"],
        _(
            "First mend what is safe to mend: line breaks and blanks at the ends of lines, "
            "the order of keys, quotation marks around what should be text. Indentation "
            "and the decision log are not touched."
        ),
        is_flag=True,
    ),
    Option(
        ["--against"],
        _(
            "Compare with a revision in git: what has changed, and what nobody has "
            "decided. 'main...' is where this branch left main."
        ),
        metavar="REVISION",
    ),
    Option(
        ["--no-cache"],
        _(
            "Forget what was found before. It lies in the user's own folder for such or in "
            "OS2GOVERNANCE_CACHE, and can be deleted at any time."
        ),
        is_flag=True,
    ),
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
    no_cache: bool,
) -> int:
    """Check the products and models that the paths mean."""
    from os2governance.cli.check_report import print_check_report
    from os2governance.workflows.check.paths import compare_with_revision, find_targets
    from os2governance.workflows.check.settings import read_settings

    if against is not None and not against.strip():
        raise UsageError(EMPTY_REVISION)
    chosen = read_settings(select, ignore, fail_on)
    found = find_targets(paths, invocation.context)
    if fix:
        from os2governance.workflows.check.fix import fix_files

        fix_files(found.files, invocation)
    if against:
        found = compare_with_revision(found, paths, against, invocation)
    return print_check_report(found, form, chosen, invocation, cached=not no_cache)
