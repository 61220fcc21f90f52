"""`case`: the board's paper."""

import click

from os2governance.bilingual import Text
from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command

WORDS = Text(
    "Lav bestyrelsens sagsoplæg om et produkts niveau (på dansk).\n"
    "Uden --proposal gælder det niveau, som evalueringen anbefaler, ellers produktets mål. "
    "Mærkede steder er til tekst, som kun mennesker kan skrive; teksten mellem mærkerne bliver "
    "stående, når FILE laves igen, men ikke det, der er rettet uden for dem.",
    "Make the board's paper on a product's level (in Danish).\n"
    "Without --proposal it is on the level that the evaluation recommends, else the product's "
    "aim. Marked places are for text that only people can write; the text between the marks "
    "stays when FILE is made anew, but not what was changed outside them.",
)
EXAMPLES = (
    "os2governance case products/os2eksempel --proposal 2",
    "os2governance case products/os2eksempel --format html --out sag.html",
)
OPTIONS = (
    Option(
        ["--proposal"],
        Text("Niveauet, der foreslås (dets id).", "The level that is proposed (its id)."),
        metavar="LEVEL",
    ),
    Option(
        ["--format", "form"],
        Text("html er klar til at udskrive på A4.", "html is ready to print on A4."),
        type=click.Choice(["markdown", "html"]),
        default="markdown",
        metavar="markdown|html",
    ),
    Option(
        ["--out"],
        Text("Filen, der skrives; ellers vises oplægget.", "The file to write; else it is shown."),
        metavar="FILE",
    ),
)


@command("case", WORDS, EXAMPLES, click.Argument(["path"], metavar="PATH"), *OPTIONS)
def case_(given: Given, path: str, proposal: str | None, form: str, out: str | None) -> int:
    """Make the paper on one product."""
    from os2governance.case import case
    from os2governance.cli.case_run import write
    from os2governance.cli.names import check_level
    from os2governance.cli.output import put, show_findings
    from os2governance.cli.products import one_product
    from os2governance.views.case_html import case_html
    from os2governance.views.case_markdown import case_markdown

    assessment = one_product(path, given)
    if isinstance(assessment, list):
        return show_findings(assessment, given, "text")
    check_level(proposal, assessment.model)
    view = case_html if form == "html" else case_markdown
    found = case(assessment, proposal)
    if out is None:
        put(view(found, {}))
        return 0
    findings = write(out, lambda kept: view(found, kept), given)
    return show_findings(findings, given, "text") if findings else 0
