"""What is true of a code: how severe it is, what it says, and what may be done about it."""

from dataclasses import dataclass
from typing import Literal

from os2governance.i18n.text import Text

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The worst first."""

SuppressionScope = Literal["anywhere", "in the record", "nowhere", "not of check"]
"""Where a comment may suppress a code; one that is not of `check` has no file to be commented."""
AnswerState = Literal["contradicted", "unproven", "planned", "late", "open"]
"""What a code says of the answer to a criterion."""


def list_severities_from(fail_on: Severity) -> tuple[Severity, ...]:
    """The severities that are at least as bad as one."""
    return SEVERITIES[: SEVERITIES.index(fail_on) + 1]


@dataclass(frozen=True, kw_only=True, slots=True)
class CatalogueEntry:
    """All that is true of one code.

    `message` and `remedy` hold `{name}` places that a finding's arguments fill; `rationale` says
    what goes wrong for whom if nobody fixes it; `subject` is a heading of the page of findings.

    Where something cannot be read or used, no other findings can be found in it: such a code is
    neither suppressible nor ignorable. `blocks_reading` is true where it cannot even be read.
    """

    severity: Severity
    subject: Text
    message: Text
    remedy: Text
    rationale: Text
    gathered: Text | None = None
    """The message of one finding that stands for those of several criteria of a level: its
    arguments are `level`, `count` and `criteria`."""
    suppressible: SuppressionScope = "anywhere"
    ignorable: bool = True
    blocks_reading: bool = False
    of_comparison: bool = False
    """Found by a comparison with a revision: no settings file can ignore it, since the change that
    is found could edit it too; where it is not ignorable, the command line cannot either."""
    answer: AnswerState | None = None
    deadline: bool = False
    """A deadline has passed, or soon will."""
    absence: bool = False
    """Something is missing, and all that is there is right."""
    by_wrong_body: bool = False
    """A decision, whole and valid, by somebody who may not make it."""
    names_unusable_model: bool = False
    """A model has errors; the argument `name` says which."""
    stands_for: str = ""
    """The argument with the code that the finding reports on; empty where it is its own."""
    prevents_writing: bool = False
    """Something is not written, for a reason that lies in the place and not in the content."""
    transient: bool = False
    """The same attempt may succeed the next time."""
    remedy_in_form: Text | None = None
    """What the form says in place of a remedy that is an option of a command."""
    http_status: int = 422
    """The status of the server's response to a request that is refused with it."""
