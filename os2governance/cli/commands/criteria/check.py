"""`criteria lint`: defects and gaps in models."""

from pathlib import Path

import click

from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Efterse modeller: fejl og mangler.\n"
    "Alt, der stopper en model, og tekster, eksempler og ansvarlige, der mangler. Uden REF alle.\n"
    "Slutkode: 0, eller 1 hvis der er fejl.",
    "Check models: errors, and what they lack.\n"
    "All that stops a model, and missing texts, examples and responsible roles. Without REF all.\n"
    "Exit code: 0, or 1 if there are errors.",
)
EXAMPLES = ("os2governance criteria lint", "os2governance criteria lint criteria/os2/1.1.0")
CHECKED = Text(
    "Efterset: {reference}, {criteria} krav, {examples} eksempler.",
    "Checked: {reference}, {criteria} criteria, {examples} examples.",
)


@command(
    "lint",
    WORDS,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    format_option(),
)
def lint_(given: Given, wanted: str | None, form: str) -> int:
    """Check models."""
    from os2governance.checks.inspect import heard_of_model, model_texts
    from os2governance.cli.model_report import Checked, report
    from os2governance.findings.finding import told
    from os2governance.workflows.choose_model import chosen_models

    checked = []
    for _, model, findings in chosen_models(given, wanted):
        texts = model_texts(Path(model.file).parent) if model else {}
        checked.append(Checked(model, told(heard_of_model(model, findings, texts)[0]), {}))
    report("lint", checked, CHECKED, given, form)
    return int(any(found.severity == "error" for each in checked for found in each.findings))
