"""`deviations`: the register of accepted deviations over all products."""

from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_table_option, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_paper,
    write_json_object,
    write_output,
)
from os2governance.i18n.text import _

HELP = _(
    "Show the register of accepted deviations: who promised what, until when, how often it was "
    "renewed, and what the product says now, overdue ones first.\nPATH defaults to the folder "
    "products.\nExit code: 0, or 2 if a file cannot be read or there are no products."
)
EXAMPLES = (
    "os2governance deviations",
    "os2governance deviations products --format csv > deviations.csv",
)
FORMAT_OPTION = build_table_option(
    _("text or html for people, json for programs, csv for spreadsheets (a row per deviation).")
)


@command("deviations", HELP, EXAMPLES, PATHS_ARGUMENT, FORMAT_OPTION)
def deviations(invocation: Invocation, paths: tuple[str, ...], *, form: str) -> int:
    """Print the accepted deviations of the products that the paths mean."""
    from os2governance.workflows.deviations import collect_deviations

    register, models, findings = collect_deviations(paths, invocation.context)
    as_of, language = invocation.context.as_of, invocation.context.language
    if form == "json":
        from os2governance.render.decisions.deviations_json import build_deviations_object

        write_json_object(build_deviations_object(register, models, as_of, findings, language))
    elif form == "csv":
        from os2governance.render.decisions.deviations_csv import render_deviations_csv

        write_output(render_deviations_csv(register, language))
        print_findings_to_stderr(findings, invocation)
    else:
        from os2governance.render.decisions.deviations_paper import build_deviations_paper

        paper = build_deviations_paper(register, models, as_of, language)
        print_paper(paper, form, findings, invocation)
    return EXIT_UNREADABLE if findings else 0
