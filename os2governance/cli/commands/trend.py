"""`trend`: levels and lights per half-year."""

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
    "Show the trend: levels and lights at the end of each half-year, of the portfolio and of each "
    "product, from the self-assessments, evaluations and decisions kept by date.\nWhere no "
    "self-assessment of that time is kept, none is known. PATH defaults to the folder products.\n"
    "Exit code: 0, or 2 if a file cannot be read or there are no products."
)
EXAMPLES = (
    "os2governance trend",
    "os2governance trend products/os2eksempel",
    "os2governance trend --format csv > trend.csv",
)
FORMAT_OPTION = build_table_option(
    _("text or html for people, json for programs, csv for spreadsheets (a row per half-year).")
)


@command("trend", HELP, EXAMPLES, PATHS_ARGUMENT, FORMAT_OPTION)
def trend(invocation: Invocation, paths: tuple[str, ...], *, form: str) -> int:
    """Print the trend of the products that the paths mean."""
    from os2governance.workflows.trend import find_trend

    points, groups, models, findings = find_trend(paths, invocation.context)
    as_of, language = invocation.context.as_of, invocation.context.language
    if form == "json":
        from os2governance.render.common.findings_json import build_finding_objects
        from os2governance.render.portfolio.trend_json import build_trend_object

        figures = build_trend_object(points, groups, models, as_of, language)
        write_json_object({**figures, "findings": build_finding_objects(findings, language)})
    elif form == "csv":
        from os2governance.render.portfolio.trend_csv import render_trend_csv

        write_output(render_trend_csv(points, models, language))
        print_findings_to_stderr(findings, invocation)
    else:
        from os2governance.render.portfolio.trend_paper import build_trend_paper

        paper = build_trend_paper(points, groups, models, as_of, language)
        print_paper(paper, form, findings, invocation)
    return EXIT_UNREADABLE if findings else 0
