"""`decide`: record a decision."""

from datetime import date

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_date_type, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Record a decision in the product's decision log (decisions.yaml).\nFirst it is "
    "shown what follows; then it asks. What stands in the log stays.\nDECISION: "
    "admit, place (at a level), accept (deviations), pause, resume, close."
)
EXAMPLES = (
    'os2governance decide products/os2eksempel pause --by board --grounds "Ingen udvikling"',
    'os2governance decide products/os2eksempel accept --by board --accept "F4=2027-04-01: aftalt"',
)
DECISION_KINDS = ("admit", "place", "accept", "pause", "resume", "close")
OPTIONS = (
    Option(
        ["--by"],
        _("Who decided: a role of the model, such as board."),
        metavar="ROLE",
        required=True,
    ),
    Option(["--grounds"], _("The grounds."), metavar="TEXT", default=""),
    Option(["--level"], _("The level (with place)."), metavar="LEVEL"),
    Option(
        ["--accept", "accepts"],
        _(
            "A deviation that is accepted, and its last day: CRITERION=DATE or "
            '"CRITERION=DATE: grounds". Can be repeated.'
        ),
        metavar="CRITERION",
        multiple=True,
    ),
    Option(
        ["--until"],
        _("The last day of acceptances without one of their own."),
        type=build_date_type(),
        metavar="DATE",
    ),
    Option(
        ["--on"],
        _("The date of the decision; otherwise the assessment date."),
        type=build_date_type(),
        metavar="DATE",
    ),
    Option(["--reference"], _("The minutes or the case."), metavar="URL", default=""),
    Option(["--yes"], _("Do not ask."), is_flag=True),
)
PATH_ARGUMENT = click.Argument(["path"], metavar="PATH")
DECISION_ARGUMENT = click.Argument(
    ["decision"], type=click.Choice(DECISION_KINDS), metavar="DECISION"
)


@command(
    "decide", HELP, EXAMPLES, PATH_ARGUMENT, DECISION_ARGUMENT, *OPTIONS, build_format_option()
)
def decide(  # noqa: PLR0913 - one for each option
    invocation: Invocation, path: str, decision: str, *, by: str, grounds: str, level: str | None,
    accepts: tuple[str, ...], until: date | None, on: date | None, reference: str,
    yes: bool, form: str,
) -> int:  # fmt: skip
    """Record one decision; exit code 1 where it is refused or not confirmed."""
    from os2governance.authoring.decision import DecisionProposal
    from os2governance.cli.output import print_page, show_findings, write_json_object
    from os2governance.render.decisions.consequences_json import build_consequences_object
    from os2governance.render.decisions.consequences_text import render_consequences_blocks
    from os2governance.workflows.decide import (
        ask_confirmation,
        draft_decision,
        parse_deviations,
        record_decision,
    )

    given_up = parse_deviations(accepts, until, grounds)
    proposal = DecisionProposal(
        on=on or invocation.context.as_of,
        decision=decision,
        level=level,
        accepts=given_up,
        by=by,
        rationale=grounds,
        reference=reference,
    )
    found = draft_decision(path, proposal, invocation.context)
    if isinstance(found, list):
        return min(show_findings(found, invocation, form), 1)
    if form == "text":
        print_page(
            render_consequences_blocks(found.consequences, invocation.context.language), invocation
        )
    if not ask_confirmation(invocation, yes=yes):
        return 1
    if wrong := record_decision(found, invocation):
        return min(show_findings(wrong, invocation, form), 1)
    if form == "json":
        write_json_object(build_consequences_object(found.consequences))
    return 0
