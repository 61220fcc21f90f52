"""`hearing`: record what is answered to an evaluation."""

from datetime import date

import click

from os2governance.cli.confirmation import ask_confirmation
from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, build_date_type, command
from os2governance.cli.output import (
    EXIT_FINDINGS,
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_notice,
    print_page,
)
from os2governance.i18n.text import _

HELP = _(
    "Record what the product answers to an evaluation, or the reply to its objections.\n"
    "Shows what is recorded, asks for confirmation, and writes PATH/hearings/<date>.yaml. "
    "Nothing that is there is changed, and no rating and no level.\n"
    "ANSWER: agreed, objections (to ratings, each with the reason), reply (to objections)."
)
EXAMPLES = (
    "os2governance hearing products/os2eksempel agreed --by steering_group",
    (
        "os2governance hearing products/os2eksempel objections --by steering_group "
        '--criterion "F4: Rapporten fra august er ikke med"'
    ),
    (
        "os2governance hearing products/os2eksempel reply --by secretariat "
        '--criterion "F4: Rapporten er læst og dækker ikke koden"'
    ),
)
OPTIONS = (
    Option(
        ["--by"], _("Who answers: the id of a role in the model."), metavar="ROLE", required=True
    ),
    Option(
        ["--criterion", "words"],
        _('A criterion, and the objection or the reply: "CRITERION: words". Can be repeated.'),
        metavar="TEXT",
        multiple=True,
    ),
    Option(["--note"], _("Words on the evaluation as a whole."), metavar="TEXT", default=""),
    Option(
        ["--evaluation"],
        _("The date of the evaluation that is answered; defaults to the newest in force."),
        type=build_date_type(),
        metavar="DATE",
    ),
    Option(
        ["--on"],
        _("The date of the answer; defaults to the assessment date."),
        type=build_date_type(),
        metavar="DATE",
    ),
    Option(["--reference"], _("Where the answer is found."), metavar="URL", default=""),
    Option(["--yes"], _("Do not ask."), is_flag=True),
)


@command(
    "hearing",
    HELP,
    EXAMPLES,
    click.Argument(["path"], metavar="PATH"),
    click.Argument(
        ["answer"], type=click.Choice(["agreed", "objections", "reply"]), metavar="ANSWER"
    ),
    *OPTIONS,
)
def hearing(  # noqa: PLR0913 - one for each option
    invocation: Invocation, path: str, answer: str, *, by: str, words: tuple[str, ...], note: str,
    evaluation: date | None, on: date | None, reference: str, yes: bool,
) -> int:  # fmt: skip
    """Record one answer; exit code 1 if refused, 2 if it cannot be written."""
    from os2governance.authoring.hearing import HearingProposal
    from os2governance.files.listing import format_path
    from os2governance.render.decisions.hearing_text import render_hearing_blocks
    from os2governance.workflows.hearing import draft_hearing, record_hearing

    context = invocation.context
    proposal = HearingProposal(
        evaluation=evaluation,
        on=on or context.as_of,
        by=by,
        answer=answer,
        criteria=_parse_words(words),
        note=note,
        reference=reference,
    )
    draft, findings = draft_hearing(path, proposal, context)
    if draft is None:
        print_findings_to_stderr(findings, invocation)
        return EXIT_FINDINGS
    print_page(
        render_hearing_blocks(draft.assessment, draft.proposal, context.language), invocation
    )
    question, refused = _("Record the answer? [y/N] "), _("The answer is not recorded.")
    if not ask_confirmation(question, refused, invocation, yes=yes):
        return EXIT_FINDINGS
    if findings := record_hearing(draft, path):
        print_findings_to_stderr(findings, invocation)
        return EXIT_UNREADABLE
    print_notice(_("Recorded in {name}.").fill(name=format_path(draft.path)), invocation)
    return 0


def _parse_words(said: tuple[str, ...]) -> dict[str, str]:
    """Parse `ID: words` for each criterion."""
    found: dict[str, str] = {}
    for each in said:
        name, colon, words = (part.strip() for part in each.partition(":"))
        if not name or not colon or not words:
            raise UsageError(_("'{each}' must be written as CRITERION: words.").fill(each=each))
        if name in found:
            raise UsageError(_("{name} is given twice.").fill(name=name))
        found[name] = words
    return found
