"""`criteria migrate`: declarations migrated to another version of their model."""

from os2governance.cli.localised_click import Option
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_format_option, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings,
    print_notice,
    print_page,
    show_findings,
    write_json_object,
)
from os2governance.i18n.text import _

HELP = _(
    "Migrate self-assessments to a newer version of the model.\nAnswers to unchanged criteria "
    "are kept. Where a criterion was sharpened or merged, the old answer becomes a note, and the "
    "criterion must be answered again. Evaluations are not changed."
)
_KEPT = _("The self-assessment before it is kept: {file}")
EXAMPLES = ("os2governance criteria migrate products/os2eksempel --to os2/1.1.0 --dry-run",)
TO_OPTION = Option(
    ["--to"],
    _("The version to migrate to; defaults to the newest."),
    metavar="REF",
)
DRY_RUN_OPTION = Option(
    ["--dry-run", "dry"],
    _("Only show what would be done."),
    is_flag=True,
)


@command(
    "migrate",
    HELP,
    EXAMPLES,
    PATHS_ARGUMENT,
    TO_OPTION,
    DRY_RUN_OPTION,
    build_format_option(),
)
def migrate(
    invocation: Invocation, paths: tuple[str, ...], to: str | None, *, dry: bool, form: str
) -> int:
    """Migrate declarations."""
    from os2governance.workflows.migrate import migrate_files

    language = invocation.context.language
    migrated, findings = migrate_files(paths, to, invocation.context, write=not dry)
    if migrated is None:
        return show_findings(findings, invocation, form)
    if form == "json":
        from os2governance.render.model.migration_json import build_migration_object

        rows = [(r.file, r.migration, r.findings, r.written) for r in migrated.results]
        write_json_object(build_migration_object(migrated.model, rows, language))
    else:
        from os2governance.render.model.migration_text import render_migration_blocks

        for each in migrated.results:
            if each.migration:
                print_page(
                    render_migration_blocks(
                        each.file, each.migration, language, written=each.written
                    ),
                    invocation,
                )
            else:
                print_findings(each.findings, invocation)
    for each in migrated.results:
        if each.kept:
            print_notice(_KEPT.fill(file=each.kept), invocation)
    return EXIT_UNREADABLE if any(r.migration is None for r in migrated.results) else 0
