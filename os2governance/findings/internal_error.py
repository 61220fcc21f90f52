"""The finding of an exception: a fault of the program itself, with its place in our code."""

from pathlib import Path
from types import TracebackType

from os2governance.findings.finding import Finding, Location, make_finding

REPORT_ADDRESS = "https://github.com/OS2offdig/os2governance/issues"
"""Where a fault of the program is reported."""
_PACKAGE = Path(__file__).parent.parent


def make_internal_error(file: str, error: BaseException) -> Finding:
    """The finding that the program failed at a file.

    The message of an exception may hold what stands in the file, and is to be reported in public:
    only its type is told.
    """
    return make_finding(
        "internal-error",
        Location(file),
        kind=type(error).__name__,
        at=locate_error(error),
        address=REPORT_ADDRESS,
    )


def locate_error(error: BaseException) -> str:
    """The innermost line of our code that an exception came through, as `package/file.py:line`."""
    found, at = "?", error.__traceback__
    while at is not None:
        found, at = _format_place(at) or found, at.tb_next
    return found


def _format_place(at: TracebackType) -> str:
    """A line of our code; empty for that of others."""
    file = Path(at.tb_frame.f_code.co_filename)
    if not file.is_relative_to(_PACKAGE):
        return ""
    return f"{file.relative_to(_PACKAGE.parent).as_posix()}:{at.tb_lineno}"
