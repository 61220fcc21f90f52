"""`criteria migrate`: declarations migrated to another version of their model."""

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Flyt erklæringer til en nyere version af modellen.\n"
    "Svar på krav, der er de samme, følger med. Er et krav skærpet eller slået sammen med andre, "
    "bliver det gamle svar en note, og kravet skal besvares igen. Evalueringer røres ikke.",
    "Carry declarations over to a newer version of the model.\n"
    "Answers to criteria that are the same follow. Where a criterion was sharpened or merged, "
    "the old answer becomes a note, and it must be answered again. Evaluations are left alone.",
)
EXAMPLES = ("os2governance criteria migrate products/os2eksempel --to os2/1.1.0 --dry-run",)
TO = Option(
    ["--to"],
    Text("Den version, der flyttes til; ellers den nyeste.", "The version; or else the newest."),
    metavar="REF",
)
DRY = Option(
    ["--dry-run", "dry"],
    Text("Vis kun, hvad der ville ske.", "Only show what would happen."),
    is_flag=True,
)


@command(
    "migrate",
    WORDS,
    EXAMPLES,
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    TO,
    DRY,
    format_option(),
)
def migrate(given: Given, paths: tuple[str, ...], to: str | None, *, dry: bool, form: str) -> int:
    """Migrate declarations."""
    from os2governance.cli.output import NOT_READ, page, put_object, show_findings
    from os2governance.product.reader import Library
    from os2governance.render.common.findings import finding_blocks
    from os2governance.render.model.migration_json import migration_object
    from os2governance.render.model.migration_text import migration_blocks
    from os2governance.workflows.choose_model import known_model
    from os2governance.workflows.find_products import listed_files
    from os2governance.workflows.migrate import carry

    library = Library.at(given.criteria)
    model, wrong = known_model(library, to or library.newest_first()[0])
    files, missing = listed_files(paths)
    if model is None or missing:
        return show_findings([*wrong, *missing], given, form)
    done = [carry(file, model, library, given, write=not dry) for file in files]
    if form == "json":
        carried = [(each.file, each.carried, each.findings, each.written) for each in done]
        put_object(migration_object(model, carried, given.language))
    else:
        for each in done:
            if each.carried:
                written = each.written
                page(
                    migration_blocks(each.file, each.carried, given.language, written=written),
                    given,
                )
            else:
                page(finding_blocks(each.findings, given.language), given)
    return NOT_READ if any(each.carried is None for each in done) else 0
