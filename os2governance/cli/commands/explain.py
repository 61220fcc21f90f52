"""`explain`: the full explanation, criterion by criterion."""

import click

from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Forklar et produkts krav med hele begrundelsen.\n"
    "Reglen i ord, hvad der blev fundet og hvor, hvad der er svaret, og hvad der skal gøres. PATH "
    "er produktets mappe eller dets product.yaml. Uden CRITERION forklares alt, der ikke er "
    "opfyldt.",
    "Explain a product's criteria, with the whole reason.\n"
    "The rule in words, what was found and where, what was answered, and what to do. PATH is the "
    "product's folder or its product.yaml. Without CRITERION all that is not met is explained.",
)
EXAMPLES = (
    "os2governance explain products/os2eksempel",
    "os2governance explain products/os2eksempel --format json",
)


@command(
    "explain",
    WORDS,
    EXAMPLES,
    click.Argument(["path"], metavar="PATH"),
    click.Argument(["names"], nargs=-1, metavar="[CRITERION]..."),
    format_option(),
)
def explain(given: Given, path: str, names: tuple[str, ...], form: str) -> int:
    """Explain criteria of one product; without ids, all that are not met."""
    from os2governance.cli.names import check_known
    from os2governance.cli.output import page, put_object, show_findings
    from os2governance.render.assessment.explain_json import explanation_object
    from os2governance.render.assessment.explain_text import explanation
    from os2governance.workflows.find_products import one_product

    assessment = one_product(path, given)
    if isinstance(assessment, list):
        return show_findings(assessment, given, form)
    check_known(names, assessment.model)
    if names:
        outcomes = [assessment.outcome(name) for name in names]
    else:
        outcomes = [outcome for outcome in assessment.outcomes if outcome.status != "met"]
    if form == "json":
        put_object(explanation_object(assessment, outcomes, given.language))
    else:
        page(explanation(assessment, outcomes, given.language, rest=not names), given)
    return 0
