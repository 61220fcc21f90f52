"""`criteria lint`: defects and gaps in models."""

from pathlib import Path

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Check models: errors, and what they lack.\nAll that stops a model, and missing "
    "texts, examples and responsible roles. Without REF all.\nExit code: 0, or 1 if "
    "there are errors."
)
EXAMPLES = ("os2governance criteria lint", "os2governance criteria lint criteria/os2/1.1.0")
CHECKED = _("Checked: {reference}, {criteria} criteria, {examples} examples.")


@command(
    "lint",
    HELP,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    build_format_option(),
)
def lint_(invocation: Invocation, wanted: str | None, form: str) -> int:
    """Check models."""
    from os2governance.checks.inspect import collect_model_findings, read_model_texts
    from os2governance.cli.model_report import CheckedModel, print_model_report
    from os2governance.findings.finding import cap_findings
    from os2governance.workflows.choose_model import choose_models
    from os2governance.workflows.disk_files import MODELS_ON_DISK

    checked = []
    for _unused, model, findings in choose_models(wanted, invocation.context):
        texts = read_model_texts(Path(model.file).parent, MODELS_ON_DISK) if model else {}
        checked.append(
            CheckedModel(
                model,
                cap_findings(collect_model_findings(model, findings, texts, MODELS_ON_DISK)[0]),
                {},
            )
        )
    print_model_report("lint", checked, words=CHECKED, invocation=invocation, form=form)
    return int(any(found.severity == "error" for each in checked for found in each.findings))
