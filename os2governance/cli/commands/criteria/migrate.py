"""`criteria migrate`: declarations migrated to another version of their model."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Carry declarations over to a newer version of the model.\nAnswers to criteria "
    "that are the same follow. Where a criterion was sharpened or merged, the old "
    "answer becomes a note, and it must be answered again. Evaluations are left "
    "alone."
)
EXAMPLES = ("os2governance criteria migrate products/os2eksempel --to os2/1.1.0 --dry-run",)
TO_OPTION = Option(
    ["--to"],
    _("The version; or else the newest."),
    metavar="REF",
)
DRY_RUN_OPTION = Option(
    ["--dry-run", "dry"],
    _("Only show what would happen."),
    is_flag=True,
)


@command(
    "migrate",
    HELP,
    EXAMPLES,
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    TO_OPTION,
    DRY_RUN_OPTION,
    build_format_option(),
)
def migrate(
    invocation: Invocation, paths: tuple[str, ...], to: str | None, *, dry: bool, form: str
) -> int:
    """Migrate declarations."""
    from os2governance.cli.output import (
        EXIT_UNREADABLE,
        print_page,
        show_findings,
        write_json_object,
    )
    from os2governance.render.common.findings import render_finding_blocks
    from os2governance.render.model.migration_json import build_migration_object
    from os2governance.render.model.migration_text import render_migration_blocks
    from os2governance.workflows.choose_model import find_library_model
    from os2governance.workflows.find_products import list_product_files
    from os2governance.workflows.migrate import migrate_file

    library = invocation.context.open_library()
    model, wrong = find_library_model(library, to or library.newest_first()[0])
    files, missing = list_product_files(paths)
    if model is None or missing:
        return show_findings([*wrong, *missing], invocation, form)
    done = [
        migrate_file(file, model, library, invocation.context, write=not dry) for file in files
    ]
    if form == "json":
        carried = [(each.file, each.migration, each.findings, each.written) for each in done]
        write_json_object(build_migration_object(model, carried, invocation.context.language))
    else:
        for each in done:
            if each.migration:
                written = each.written
                print_page(
                    render_migration_blocks(
                        each.file, each.migration, invocation.context.language, written=written
                    ),
                    invocation,
                )
            else:
                print_page(
                    render_finding_blocks(each.findings, invocation.context.language), invocation
                )
    return EXIT_UNREADABLE if any(each.migration is None for each in done) else 0
