"""`criteria test`: a model tested by its examples, and the examples by mutants of its rules."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Test models with their examples.\nWithout REF all.\nExit code: 0, 1 if an "
    "example fails or a change is not noticed, 2 if there is nothing to test."
)
EXAMPLES = ("os2governance criteria test", "os2governance criteria test os2/1.1.0 --mutate")
MUTATE_OPTION = Option(
    ["--mutate"],
    _("Also change the rules a little, one change at a time, and see if the examples notice."),
    is_flag=True,
)
TESTED = _("Tested: {reference}, {criteria} criteria, {examples} examples.")
MUTATED = _(
    "Tested: {reference}, {criteria} criteria, {examples} examples; they notice "
    "{killed} of {mutants} changes of the rules."
)


@command(
    "test",
    HELP,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    MUTATE_OPTION,
    build_format_option(),
)
def test(invocation: Invocation, wanted: str | None, form: str, *, mutate: bool) -> int:
    """Test models."""
    from os2governance.checks.mutation import (
        check_examples,
        generate_mutants,
        make_survivor_finding,
    )
    from os2governance.cli.model_report import CheckedModel, print_model_report
    from os2governance.cli.output import EXIT_UNREADABLE
    from os2governance.workflows.choose_model import choose_models

    checked = []
    for _unused, model, findings in choose_models(wanted, invocation.context):
        found, counts = list(findings), {}
        if model:
            found += check_examples(model)
        if model and mutate:
            made = list(generate_mutants(model))
            survivors = [make_survivor_finding(mutant) for mutant in made if mutant.survives]
            found += survivors
            counts = {"mutants": len(made), "killed": len(made) - len(survivors)}
        checked.append(CheckedModel(model, found, counts))
    print_model_report(
        "test", checked, words=MUTATED if mutate else TESTED, invocation=invocation, form=form
    )
    if any(each.model is None or not each.example_count for each in checked):
        return EXIT_UNREADABLE
    return int(any(each.findings for each in checked))
