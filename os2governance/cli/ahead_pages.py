"""Output of `ahead`."""

from datetime import date, timedelta

from os2governance.analysis.forecast import TurningPoint, find_turning_points
from os2governance.assessment.levels import Assessment
from os2governance.cli.options import Invocation
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_page,
    write_json_object,
    write_output,
)
from os2governance.findings.finding import Finding
from os2governance.product.product import UnreadableProduct
from os2governance.render.common.blocks import BLANK
from os2governance.render.common.findings import render_finding_blocks
from os2governance.workflows.find_products import assess_product_file, list_product_files

FORECAST_DAYS = 365  # days


def write_forecast(
    paths: tuple[str, ...], until: date | None, invocation: Invocation, form: str
) -> int:
    """Write the forecast; return the exit code, which reflects files that could not be read."""
    files, findings = list_product_files(paths)
    library = invocation.context.open_library()
    last = until or invocation.context.as_of + timedelta(
        min(FORECAST_DAYS, (date.max - invocation.context.as_of).days)
    )
    looked: list[tuple[Assessment, list[TurningPoint]]] = []
    unread: list[Finding] = [*findings]
    for file in files:
        read = assess_product_file(file, library, invocation.context.as_of)
        if isinstance(read.assessed, UnreadableProduct):
            unread += read.assessed.findings
        else:
            looked.append((read.assessed, list(find_turning_points(read.assessed, last))))
            errors = (f for f in read.assessed.findings if f.severity == "error")
            unread += [] if read.all_read else errors
    _write_format(looked, unread, last=last, invocation=invocation, form=form)
    return EXIT_UNREADABLE if unread else 0


def _write_format(
    looked: list[tuple[Assessment, list[TurningPoint]]],
    unread: list[Finding],
    last: date,
    invocation: Invocation,
    form: str,
) -> None:
    if form == "json":
        from os2governance.render.forecast.json import build_forecast_object

        write_json_object(
            build_forecast_object(
                looked,
                invocation.context.as_of,
                until=last,
                findings=unread,
                language=invocation.context.language,
            )
        )
    elif form == "ics":
        from os2governance.render.forecast.ics import render_forecast_calendar

        write_output(
            render_forecast_calendar(looked, invocation.context.as_of, invocation.context.language)
        )
        print_findings_to_stderr(unread, invocation)  # a calendar cannot hold findings
    else:
        _print_text(looked, unread, last, invocation)


def _print_text(
    looked: list[tuple[Assessment, list[TurningPoint]]],
    unread: list[Finding],
    last: date,
    invocation: Invocation,
) -> None:
    from os2governance.render.forecast.text import render_forecast_blocks

    for number, (assessment, turns) in enumerate(looked):
        print_page([BLANK] if number else [], invocation)
        print_page(
            render_forecast_blocks(assessment, turns, last, invocation.context.language),
            invocation,
        )
    print_page(render_finding_blocks(unread, invocation.context.language), invocation)
