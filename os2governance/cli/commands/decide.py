"""`decide`: record a decision."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from os2governance.cli.confirmation import ask_confirmation
from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, build_date_type, build_format_option, command
from os2governance.cli.output import (
    EXIT_FINDINGS,
    EXIT_UNREADABLE,
    print_notice,
    print_page,
    show_findings,
    write_json_object,
)
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import _, ngettext

if TYPE_CHECKING:
    from os2governance.authoring.decision import DecisionProposal, ProposedAcceptance
    from os2governance.findings.finding import Finding

HELP = _(
    "Record a decision in the product's decision log (decisions.yaml).\nFirst shows the "
    "consequences, then asks for confirmation. Earlier entries are never changed.\nDECISION: "
    "admit, place (at a level), accept (deviations), withdraw (the placing, or with --criterion "
    "acceptances), pause, resume, close, correct (FILE of the record, which has been corrected "
    "already; decisions.yaml#2 is decision no. 2).\nWith --from: record all decisions of a "
    "meeting at once, or none of them. PATH is then the folder of the products."
)
EXAMPLES = (
    'os2governance decide products/os2eksempel pause --by board --grounds "Ingen udvikling"',
    'os2governance decide products/os2eksempel accept --by board --accept "F4=2027-04-01: aftalt"',
    'os2governance decide products/os2eksempel correct register.yaml --by board --grounds "Navn"',
    "os2governance decide products --from referat.yaml",
)
DECISION_KINDS = ("admit", "place", "accept", "withdraw", "pause", "resume", "close", "correct")
OPTIONS = (
    Option(
        ["--by"],
        _("Who decided: the id of a role in the model."),
        metavar="ROLE",
    ),
    Option(["--grounds"], _("The grounds."), metavar="TEXT", default=""),
    Option(
        ["--level"],
        _(
            "The level: with place the new one; with accept the one that the acceptance counts "
            "for, by default that at which the product is placed."
        ),
        metavar="LEVEL",
    ),
    Option(
        ["--accept", "accepts"],
        _(
            "A deviation to accept, and the last day of the acceptance: CRITERION=DATE or "
            '"CRITERION=DATE: grounds". Can be repeated.'
        ),
        metavar="CRITERION",
        multiple=True,
    ),
    Option(
        ["--until"],
        _("The last day of acceptances that give no date."),
        type=build_date_type(),
        metavar="DATE",
    ),
    Option(
        ["--action"],
        _("What is promised about the accepted deviations."),
        metavar="TEXT",
        default="",
    ),
    Option(
        ["--responsible"],
        _("Who promises it: a role of the model."),
        metavar="ROLE",
        default="",
    ),
    Option(
        ["--criterion", "withdraws"],
        _(
            "With withdraw: the criterion whose acceptance is withdrawn, instead of the placing. "
            "Can be repeated."
        ),
        metavar="CRITERION",
        multiple=True,
    ),
    Option(
        ["--on"],
        _("The date of the decision; defaults to the assessment date."),
        type=build_date_type(),
        metavar="DATE",
    ),
    Option(["--reference"], _("The minutes or the case."), metavar="URL", default=""),
    Option(
        ["--against"],
        _("With correct: the git revision that has what was there before; defaults to HEAD."),
        metavar="REVISION",
    ),
    Option(
        ["--from", "minutes"],
        _("The minutes of a meeting, with all its decisions."),
        metavar="FILE",
    ),
    Option(["--yes"], _("Do not ask."), is_flag=True),
)
PATH_ARGUMENT = click.Argument(["path"], metavar="[PATH]", required=False)
FILE_ARGUMENT = click.Argument(["file"], metavar="[FILE]", required=False)
DECISION_ARGUMENT = click.Argument(
    ["decision"], type=click.Choice(DECISION_KINDS), metavar="[DECISION]", required=False
)


@command(
    "decide",
    HELP,
    EXAMPLES,
    PATH_ARGUMENT,
    DECISION_ARGUMENT,
    FILE_ARGUMENT,
    *OPTIONS,
    build_format_option(),
)
def decide(  # noqa: PLR0913 - one for each option
    invocation: Invocation, path: str | None, decision: str | None, *, by: str | None,
    grounds: str, level: str | None, accepts: tuple[str, ...], until: date | None, action: str,
    responsible: str, withdraws: tuple[str, ...], on: date | None, reference: str, yes: bool,
    form: str, file: str | None, against: str | None, minutes: str | None,
) -> int:  # fmt: skip
    """Record one decision or a meeting's; exit code 1 if refused, 2 if it cannot be written."""
    from os2governance.authoring.decision import DecisionProposal

    if minutes is not None:
        stated = (decision, file, by, level, until, on, against, *accepts, *withdraws)
        if any(stated) or grounds or action or responsible or reference:
            raise UsageError(_("With --from, the minutes alone say what was decided."))
        return _record_minutes(minutes, [path] if path else [], invocation, yes=yes, form=form)
    if not (path and decision and by):
        raise UsageError(
            _("Name the product, the decision, and with --by who decided; or minutes with --from.")
        )
    proposal = DecisionProposal(
        on=on or invocation.context.as_of,
        decision=decision,
        level=level,
        accepts={
            name: each._replace(action=action, responsible=responsible)
            for name, each in _parse_deviations(accepts, until, grounds).items()
        },
        by=by,
        rationale=grounds,
        reference=reference,
        withdraws=withdraws,
    )
    _check_file(decision, file, against)
    return _record_one(path, proposal, file, against or "HEAD", invocation, yes=yes, form=form)


def _record_one(  # noqa: PLR0913 - what the person stated
    path: str, proposal: "DecisionProposal", file: str | None, revision: str,
    invocation: Invocation, *, yes: bool, form: str,
) -> int:  # fmt: skip
    from os2governance.files.listing import format_path
    from os2governance.workflows.decide import draft_correction, draft_decision, record_decision

    context = invocation.context
    if file:
        draft, findings = draft_correction(path, file, proposal, revision, context)
    else:
        draft, findings = draft_decision(path, proposal, context)
    if draft is None:
        return _refuse(findings, invocation, form)
    if form == "text":
        from os2governance.render.decisions.consequences_text import render_consequences_blocks

        print_page(render_consequences_blocks(draft.consequences, context.language), invocation)
    question, refused = _("Record the decision? [y/N] "), _("The decision is not recorded.")
    if not ask_confirmation(question, refused, invocation, yes=yes):
        return EXIT_FINDINGS
    if findings := record_decision(draft, path):
        return _refuse(findings, invocation, form)
    print_notice(_("Recorded in {name}.").fill(name=format_path(draft.path)), invocation)
    if form == "json":
        from os2governance.render.decisions.consequences_json import build_consequences_object

        write_json_object(build_consequences_object(draft.consequences))
    return 0


def _record_minutes(
    minutes: str, paths: "Sequence[str]", invocation: Invocation, *, yes: bool, form: str
) -> int:
    """Record all decisions of a meeting, or none."""
    from os2governance.workflows.minutes import draft_minutes, record_minutes

    draft, findings = draft_minutes(minutes, paths, invocation.context)
    if draft is None:
        return _refuse(findings, invocation, form)
    if form == "text":
        from os2governance.render.decisions.minutes_text import render_minutes_blocks

        print_page(render_minutes_blocks(draft.decisions, invocation.context.language), invocation)
    if draft.changes:
        question, refused = _("Record the decisions? [y/N] "), _("No decision is recorded.")
        if not ask_confirmation(question, refused, invocation, yes=yes):
            return EXIT_FINDINGS
        if findings := record_minutes(draft):
            return _refuse(findings, invocation, form)
    count = len([each for each in draft.decisions if each.consequences])
    whole = len(draft.decisions)
    said = _("Recorded: {count} of {whole}; the others were before.")
    if count == whole:
        said = ngettext("The decision is recorded.", "All {count} decisions are recorded.", count)
    print_notice(said.fill(count=count, whole=whole), invocation)
    if form == "json":
        from os2governance.render.decisions.minutes_json import build_minutes_object

        write_json_object(build_minutes_object(draft.decisions))
    return 0


def _refuse(findings: "Sequence[Finding]", invocation: Invocation, form: str) -> int:
    show_findings(findings, invocation, form)
    is_unwritten = any(found.entry.prevents_writing for found in findings)
    return EXIT_UNREADABLE if is_unwritten else EXIT_FINDINGS


def _check_file(decision: str, file: str | None, against: str | None) -> None:
    """Refuse a correction of no file, and a file with any other decision."""
    if decision == "correct" and not file:
        raise UsageError(
            _("Name the file that is corrected, such as evaluations/2026-09-29.yaml.")
        )
    if decision != "correct" and (file or against):
        raise UsageError(_("FILE and --against belong to the decision correct."))


def _parse_deviations(
    said: Iterable[str], until: date | None, grounds: str
) -> "dict[str, ProposedAcceptance]":
    """Parse `ID`, `ID=DATE` or `ID=DATE: rationale`; missing parts are taken from the decision."""
    from os2governance.authoring.decision import ProposedAcceptance

    found: dict[str, ProposedAcceptance] = {}
    for each in said:
        head, _unused, own = each.partition(":")
        name, equals, written = (part.strip() for part in head.partition("="))
        last = parse_iso_date(written) if equals else until
        if not name or (equals and last is None):
            raise UsageError(
                _("'{each}' must be written as CRITERION=2026-05-01, or with ': grounds'.").fill(
                    each=each
                )
            )
        if name in found:
            raise UsageError(_("{name} is given twice.").fill(name=name))
        found[name] = ProposedAcceptance(last, own.strip() or grounds)
    return found
