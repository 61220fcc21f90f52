"""`criteria test`: a model tested by its examples, and the examples by mutants of its rules."""

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Prøv modeller med deres eksempler.\n"
    "Uden REF alle.\n"
    "Slutkode: 0, 1 hvis et eksempel fejler eller en ændring ikke mærkes, 2 hvis der intet er at "
    "prøve.",
    "Test models with their examples.\n"
    "Without REF all.\n"
    "Exit code: 0, 1 if an example fails or a change is not noticed, 2 if there is nothing to "
    "test.",
)
EXAMPLES = ("os2governance criteria test", "os2governance criteria test os2/1.1.0 --mutate")
MUTATE = Option(
    ["--mutate"],
    Text(
        "Lav også en lille ændring ad gangen i reglerne, og se, om eksemplerne mærker den.",
        "Also change the rules a little, one change at a time, and see if the examples notice.",
    ),
    is_flag=True,
)
TESTED = Text(
    "Prøvet: {reference}, {criteria} krav, {examples} eksempler.",
    "Tested: {reference}, {criteria} criteria, {examples} examples.",
)
MUTATED = Text(
    "Prøvet: {reference}, {criteria} krav, {examples} eksempler; de mærker {killed} af {mutants} "
    "ændringer i reglerne.",
    "Tested: {reference}, {criteria} criteria, {examples} examples; they notice {killed} of "
    "{mutants} changes of the rules.",
)


@command(
    "test",
    WORDS,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    MUTATE,
    format_option(),
)
def test(given: Given, wanted: str | None, form: str, *, mutate: bool) -> int:
    """Test models."""
    from os2governance.checks.mutation import examples, mutants, survivor
    from os2governance.cli.model_report import Checked, report
    from os2governance.cli.output import NOT_READ
    from os2governance.workflows.choose_model import chosen_models

    checked = []
    for _, model, findings in chosen_models(given, wanted):
        found, counts = list(findings), {}
        if model:
            found += examples(model)
        if model and mutate:
            made = list(mutants(model))
            survivors = [survivor(mutant) for mutant in made if mutant.survives]
            found += survivors
            counts = {"mutants": len(made), "killed": len(made) - len(survivors)}
        checked.append(Checked(model, found, counts))
    report("test", checked, MUTATED if mutate else TESTED, given, form)
    if any(each.model is None or not each.examples for each in checked):
        return NOT_READ
    return int(any(each.findings for each in checked))
