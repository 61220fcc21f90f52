"""`verify`: a published report, checked by recounting."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Recount a published report.\nEvery count, total and percentage in tables, pie "
    "charts and running text is held against the report's own rows; and the rows "
    "against the model: criteria, levels, missing answers. Exit code: 0, 1 if "
    "there are errors or warnings, 2 if the report cannot be read."
)
EXAMPLES = (
    "os2governance verify rapport.md",
    "os2governance verify rapport.md --model os2/1.1.0 --format json",
)
MODEL_OPTION = Option(
    ["--model", "wanted"],
    _("The model, if the report does not say."),
    metavar="REF",
)
REPORT_ARGUMENT = click.Argument(["report"], metavar="REPORT")


@command("verify", HELP, EXAMPLES, REPORT_ARGUMENT, MODEL_OPTION, build_format_option())
def verify(invocation: Invocation, report: str, wanted: str | None, form: str) -> int:
    """Verify one report."""
    from os2governance.workflows.verify import verify_report

    return verify_report(invocation, report, wanted, form)
