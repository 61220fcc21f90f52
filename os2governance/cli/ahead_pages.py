"""Output of `ahead`."""

from datetime import date, timedelta

from os2governance.analysis.forecast import Turn, ahead
from os2governance.assessment.levels import Assessment
from os2governance.cli.options import Given
from os2governance.cli.output import NOT_READ, beside, page, put, put_object
from os2governance.findings.finding import Finding
from os2governance.product.reader import Library, Unreadable
from os2governance.render.common.blocks import BLANK
from os2governance.render.common.findings import finding_blocks
from os2governance.workflows.find_products import listed_files, result

A_YEAR = 365  # days


def write_ahead(paths: tuple[str, ...], until: date | None, given: Given, form: str) -> int:
    """Write the forecast; return the exit code, which reflects files that could not be read."""
    files, findings = listed_files(paths)
    library = Library.at(given.criteria)
    last = until or given.as_of + timedelta(min(A_YEAR, (date.max - given.as_of).days))
    looked: list[tuple[Assessment, list[Turn]]] = []
    unread: list[Finding] = [*findings]
    for file in files:
        read = result(file, library, given.as_of)
        if isinstance(read.assessed, Unreadable):
            unread += read.assessed.findings
        else:
            looked.append((read.assessed, list(ahead(read.assessed, last))))
            errors = (f for f in read.assessed.findings if f.severity == "error")
            unread += [] if read.whole else errors
    _write(looked, unread, last, given, form)
    return NOT_READ if unread else 0


def _write(
    looked: list[tuple[Assessment, list[Turn]]],
    unread: list[Finding],
    last: date,
    given: Given,
    form: str,
) -> None:
    if form == "json":
        from os2governance.render.forecast.json import ahead_object

        put_object(ahead_object(looked, given.as_of, last, unread, given.language))
    elif form == "ics":
        from os2governance.render.forecast.ics import ahead_calendar

        put(ahead_calendar(looked, given.as_of, given.language))
        beside(unread, given)  # a calendar cannot hold findings
    else:
        _pages(looked, unread, last, given)


def _pages(
    looked: list[tuple[Assessment, list[Turn]]], unread: list[Finding], last: date, given: Given
) -> None:
    from os2governance.render.forecast.text import ahead_blocks

    for number, (assessment, turns) in enumerate(looked):
        page([BLANK] if number else [], given)
        page(ahead_blocks(assessment, turns, last, given.language), given)
    page(finding_blocks(unread, given.language), given)
