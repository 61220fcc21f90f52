"""`criteria impact`: the effect of a model change on every product."""

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Vis, hvad en ændring af modellen gør ved hvert produkt: niveauer op og ned, krav, der "
    "begynder at stoppe, svar, der skal gives igen, og oplysninger, der skal til eller ikke har "
    "en plads mere.\n"
    "REF er en model (os2/1.1.0), dens mappe, eller en revision i git (HEAD), som modellen "
    "sammenlignes med. Uden PATH mappen products.\n"
    "Slutkode: 0, eller 2 hvis en fil ikke kan læses.",
    "Show what a change of the model does to every product: levels up and down, criteria that "
    "begin to stop, answers that must be given anew, and facts that it takes or has no place "
    "for.\n"
    "REF is a model (os2/1.1.0), its folder, or a git revision (HEAD) to compare the model "
    "with. Without PATH the folder products.\n"
    "Exit code: 0, or 2 if a file cannot be read.",
)
EXAMPLES = (
    "os2governance criteria impact --from os2/1.1.0 --to criteria/os2/1.2.0",
    "os2governance criteria impact --from HEAD --to criteria/os2/1.1.0",
)
FROM = Option(
    ["--from", "before"],
    Text("Modellen før, eller en revision i git.", "The model before, or a git revision."),
    metavar="REF",
    required=True,
)
TO = Option(
    ["--to", "after"],
    Text("Modellen efter; den nyeste, hvis den ikke er givet.",
         "The model after; the newest if not given."),
    metavar="REF",
)  # fmt: skip


@command(
    "impact",
    WORDS,
    EXAMPLES,
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    FROM,
    TO,
    format_option(),
)
def impact(given: Given, paths: tuple[str, ...], before: str, after: str | None, form: str) -> int:
    """Compare two models on the products that the paths mean."""
    from os2governance.cli.output import NOT_READ, page, put_object
    from os2governance.render.common.findings import finding_blocks
    from os2governance.render.model.impact_json import impact_object
    from os2governance.render.model.impact_text import impact_blocks
    from os2governance.workflows.model_impact import impacted

    models, _, impacts, findings = impacted(before, after, paths, given)
    if form == "json":
        put_object(impact_object(models, impacts, findings, given.as_of, given.language))
    else:
        page(impact_blocks(models, impacts, given.as_of, given.language), given)
        page(finding_blocks(findings, given.language), given)
    return NOT_READ if any(found.severity == "error" for found in findings) else 0
