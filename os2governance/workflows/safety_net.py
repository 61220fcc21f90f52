"""The last net: an exception is a finding of its file, and the run goes on with the others."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from os2governance.files.listing import format_path, make_unreadable_finding
from os2governance.files.os_errors import translate_os_error
from os2governance.findings.finding import Finding
from os2governance.findings.internal_error import make_internal_error
from os2governance.findings.not_possible import NotPossibleError

Result = TypeVar("Result")

ANSWERED_ELSEWHERE = (NotPossibleError, MemoryError)
"""Exceptions that end a run with a sentence of their own."""


def run_safely(work: Callable[[], Result], file: str, fail: Callable[[Finding], Result]) -> Result:
    """The result of some work on a file; where it raises, what `fail` makes of the finding."""
    try:
        return work()
    except ANSWERED_ELSEWHERE:
        raise
    except OSError as error:
        return fail(make_unreadable_finding(Path(file), translate_os_error(error)))
    except Exception as error:  # noqa: BLE001 - the net is for those that nobody thought of
        return fail(make_internal_error(format_path(Path(file)), error))


def run_or_report(work: Callable[[], Result], file: str, findings: list[Finding]) -> Result | None:
    """The result of some work on a file; where it raises, None, with one more finding."""

    def report(found: Finding) -> None:
        findings.append(found)

    return run_safely(work, file, report)


def stream_safely(
    pieces: Iterator[Result], file: str, fail: Callable[[Finding], Result]
) -> Iterator[Result]:
    """Yield pieces; where they end by an exception, a last one that `fail` makes of the finding.

    So what is written around them can be closed. The system's refusals end the run as everywhere.
    """
    try:
        yield from pieces
    except (*ANSWERED_ELSEWHERE, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - as above
        yield fail(make_internal_error(file, error))
