"""`verify`: a published report, checked by recounting."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import EXIT_FINDINGS, print_page, show_findings, write_json_object
from os2governance.i18n.text import _

HELP = _(
    "Recount a published report.\nEvery count, total and percentage in tables, pie charts and "
    "running text is compared with the report's own rows, and the rows with the model: criteria, "
    "levels, missing answers. Exit code: 0, 1 if there are errors or warnings, 2 if the report "
    "cannot be read."
)
EXAMPLES = (
    "os2governance verify rapport.md",
    "os2governance verify rapport.md --model os2/1.1.0 --format json",
)
MODEL_OPTION = Option(
    ["--model", "wanted"],
    _("The model, if the report does not state it."),
    metavar="REF",
)
REPORT_ARGUMENT = click.Argument(["report"], metavar="REPORT")


@command("verify", HELP, EXAMPLES, REPORT_ARGUMENT, MODEL_OPTION, build_format_option())
def verify(invocation: Invocation, report: str, wanted: str | None, form: str) -> int:
    """Verify one report."""
    from os2governance.render.exchange import verification
    from os2governance.workflows.verify import verify_report

    verified, findings = verify_report(report, wanted, invocation.context)
    if verified is None:
        return show_findings(findings, invocation, form)
    file, model, result = verified
    contents = (file, model), (result.rows, result.figures), result.findings
    language = invocation.context.language
    if form == "json":
        write_json_object(verification.build_verification_object(*contents, language))
    else:
        print_page(verification.render_verification_blocks(*contents, language), invocation)
    loud = any(finding.severity != "note" for finding in result.findings)
    return EXIT_FINDINGS if loud else 0
