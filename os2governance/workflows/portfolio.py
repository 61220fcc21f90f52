"""Figures over the portfolio: of each product only its contribution is kept in memory."""

import pickle
from collections.abc import Sequence
from typing import NamedTuple

from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.cli.output import NOT_READ, page, put, put_object
from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.portfolio.contribution import Share, share
from os2governance.portfolio.figures import portfolio
from os2governance.product.reader import Library, Unreadable
from os2governance.workflows.batch import ENDED, ProcessEndedError, Work, in_chunks
from os2governance.workflows.find_products import listed_files, result


class Counted(NamedTuple):
    """The contribution of each usable product, and findings on files."""

    shares: list[Share]
    unreadable: int
    wrong: list[Finding]


def write_portfolio(paths: Sequence[str], given: Given, form: str) -> int:
    """Compute and write the figures; the exit code tells whether everything could be read."""
    files, findings = listed_files(paths)
    try:
        counted = count(files, given)
    except ProcessEndedError:
        raise UsageError(ENDED) from None
    findings += counted.wrong
    library = Library.at(given.criteria)
    models = {
        name: model
        for name in sorted({each.model for each in counted.shares})
        if (model := library.model(name)[0])
    }
    _write(counted, models, findings, given, form)
    return NOT_READ if findings else 0


def _write(
    counted: Counted,
    models: dict[str, Model],
    findings: Sequence[Finding],
    given: Given,
    form: str,
) -> None:
    language = given.language
    if form == "csv":
        from os2governance.render.portfolio.csv import portfolio_csv

        put(portfolio_csv(counted.shares, models, language))
        return
    figures = portfolio(counted.shares, models, counted.unreadable)
    if form == "json":
        from os2governance.render.portfolio.json import portfolio_object

        digests = {name: model.digest for name, model in models.items()}
        put_object(portfolio_object(figures, given.as_of, digests, findings, language))
        return
    from os2governance.render.common.findings import finding_blocks
    from os2governance.render.portfolio.text import portfolio_blocks

    if counted.shares:
        page(portfolio_blocks(figures, models, given.as_of, language), given)
    page(finding_blocks(findings, language), given)


def count(files: Sequence[str], given: Given) -> Counted:
    """Collect the contribution of each product.

    Raises:
        ProcessEndedError: when a process ends before its work is done.
    """
    whole = Counted([], 0, [])
    for data, _ in in_chunks(files, _work(given)):
        # The pickled data was written by a process of this program.
        part: Counted = pickle.loads(data)  # noqa: S301
        whole = Counted(
            whole.shares + part.shares,
            whole.unreadable + part.unreadable,
            whole.wrong + part.wrong,
        )
    return whole


def _work(given: Given) -> Work:
    library = Library.at(given.criteria)

    def work(files: Sequence[str]) -> tuple[bytes, None]:
        counted = Counted([], 0, [])
        for file in files:
            assessed, whole = result(file, library, given.as_of)
            if isinstance(assessed, Unreadable):
                counted = counted._replace(unreadable=counted.unreadable + 1)
                counted.wrong.extend(assessed.findings)
            else:
                counted.shares.append(share(assessed))
                errors = (f for f in assessed.findings if f.severity == "error")
                counted.wrong.extend(() if whole else errors)
        return pickle.dumps(counted), None

    return work
