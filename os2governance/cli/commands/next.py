"""`next`: the plan for the next level, grouped by responsible role."""

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command
from os2governance.i18n.text import Text

WORDS = Text(
    "Vis vejen til det næste niveau: hvem skal gøre hvad.\n"
    "Kravene står efter den, der skal handle, med det mindste, der skal til, og først det, der "
    "flytter mest. PATH er produktets mappe eller dets product.yaml.",
    "Show the way to the next level: who must do what.\n"
    "The criteria stand by who must act, with the least that it takes, and first what moves "
    "most. PATH is the product's folder or its product.yaml.",
)
EXAMPLES = (
    "os2governance next products/os2eksempel",
    "os2governance next products/os2eksempel --format json",
    "os2governance next products/os2eksempel --format html > plan.html",
)
LEVEL = Option(
    ["--level"],
    Text("Et andet niveau end det næste (dets id).", "Another level than the next (its id)."),
    metavar="LEVEL",
)

FORMAT = Option(
    ["--format", "form"],
    Text(
        "text er til mennesker, json til programmer; markdown og html er et oplæg på én side, "
        "html klar til at udskrive på A4.",
        "text for people, json for programs; markdown and html are a paper of one page, html "
        "ready to print on A4.",
    ),
    type=click.Choice(["text", "json", "markdown", "html"]),
    default="text",
    metavar="FORM",
)


@command("next", WORDS, EXAMPLES, click.Argument(["path"], metavar="PATH"), LEVEL, FORMAT)
def next_(given: Given, path: str, level: str | None, form: str) -> int:
    """Plan for one product."""
    from os2governance.analysis.plan import plan
    from os2governance.cli.names import check_level
    from os2governance.cli.output import page, put, put_object, show_findings
    from os2governance.cli.plan_paper import paper
    from os2governance.render.plan.json import plan_object
    from os2governance.render.plan.text import plan_blocks
    from os2governance.workflows.find_products import one_product

    assessment = one_product(path, given)
    if isinstance(assessment, list):
        return show_findings(assessment, given, "json" if form == "json" else "text")
    check_level(level, assessment.model)
    planned = plan(assessment, level)
    if form == "json":
        put_object(plan_object(planned, given.language))
    elif form in {"markdown", "html"}:
        put(paper(planned, form, given.language))
    else:
        page(plan_blocks(planned, given.language), given)
    return 0
