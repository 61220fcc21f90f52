"""Forecast as text: by day, with what to renew, by which date, and who is responsible."""

from collections.abc import Iterator, Sequence
from datetime import date

from os2governance.analysis.difference import Step
from os2governance.analysis.forecast import Reason, Turn, Turned
from os2governance.assessment.levels import Assessment
from os2governance.i18n.symbols import DEVIATION
from os2governance.i18n.text import Language, Text, both
from os2governance.render.changes.product_text import level_lines, status_way
from os2governance.render.common.blocks import BLANK, GLUE, Block, Span, paragraph
from os2governance.render.common.levels import foot, mark, named

_NOTHING = Text(
    "Til og med {until} ændrer intet sig af sig selv.",
    "Up to and with {until}, nothing changes by itself.",
)
_LAST = Text("sidste dag, før det sker: {last}", "the last day before it: {last}")
_WHO = Text("Ansvarlig: {who}", "Responsible: {who}")
_OVERDUE = Text("planen er overskredet", "the plan is overdue")
_SAME = Text("uændret {status}", "{status} as before")
_REASONS = {
    "fact": Text(
        "Forny {subject} senest {last} (nu: {found}, {place}), så {clause}.",
        "Renew {subject} by {last} (now: {found}, {place}), so that {clause}.",
    ),
    "fact_better": Text(
        "{subject} er {found} ({place}).",
        "{subject} is {found} ({place}).",
    ),
    "due": Text(
        "Gør det planlagte, eller sæt en ny frist, senest {last} ({place}).",
        "Do what was planned, or set a new date, by {last} ({place}).",
    ),
    "acceptance": Text(
        "Accepten gælder til og med {found} ({place}): opfyld kravet, eller bed om en ny accept.",
        "The acceptance holds up to and with {found} ({place}): meet the criterion, or ask for a "
        "new acceptance.",
    ),
    "evaluation": Text(
        "Evalueringen af {found} begynder at gælde ({place}).",
        "The evaluation of {found} comes into force ({place}).",
    ),
    "decision": Text(
        "Beslutningen af {found} begynder at gælde ({place}).",
        "The decision of {found} comes into force ({place}).",
    ),
}


def ahead_blocks(
    assessment: Assessment, turns: Sequence[Turn], until: date, language: Language
) -> Iterator[Block]:
    """Render the forecast of one product."""
    yield paragraph(Span(assessment.declaration.name, "title"))
    yield paragraph(Span(assessment.declaration.document.file, "faint"))
    if not turns:
        yield paragraph(_NOTHING.say(language).format(until=until))
    for turn in turns:
        yield BLANK
        last = _LAST.say(language).format(last=turn.last)
        yield paragraph(Span(str(turn.on), "strong"), Span(f" ({last})", "faint"))
        for line in level_lines(turn.change, language):
            yield paragraph(line, indent=2, hang=2)
        for reason in turn.reasons:
            yield paragraph(reason_said(reason, turn, language), indent=2, hang=2)
        for turned in turn.turned:
            yield from _turned(turned, turn, language)
    yield BLANK
    yield foot([assessment.model.reference], assessment.as_of, language)


def _turned(turned: Turned, turn: Turn, language: Language) -> Iterator[Block]:
    yield paragraph(
        mark(turned.after.status),
        GLUE,
        *named(turned.after, language),
        f": {outcome_said(turned, language)}",
        indent=2,
        hang=2,
    )
    for reason in turned.reasons:
        yield paragraph(reason_said(reason, turn, language, turned), indent=4, hang=2)
    if turned.worse:
        yield paragraph(_WHO.say(language).format(who=who(turned, turn, language)), indent=4)


def outcome_said(turned: Turned, language: Language) -> str:
    """The change of a criterion's outcome: its status, otherwise what else is new about it."""
    before, after = turned.before, turned.after
    step = Step(after.criterion.id, before.status, after.status)
    if before.status != after.status:
        return status_way(step, language)
    said = [_SAME.say(language).format(status=status_way(step, language).rsplit(GLUE, 1)[1])]
    if any(reason.kind == "due" for reason in turned.reasons):
        said.append(_OVERDUE.say(language))
    if after.deviation and (before.deviation is None or before.deviation != after.deviation):
        said.append(DEVIATION[after.deviation.state].say(language))
    return ", ".join(said)


def who(turned: Turned, turn: Turn, language: Language) -> str:
    """The name of the responsible role in the model; `-` where there is none."""
    model = turn.after.model
    return model.role_names.get(turned.responsible, both(turned.responsible)).say(language) or "-"


def reason_said(
    reason: Reason, turn: Turn, language: Language, turned: Turned | None = None
) -> str:
    """The cause of the change, and what to renew if the outcome gets worse."""
    better = turned is not None and not turned.worse
    kind = "fact_better" if reason.kind == "fact" and better else reason.kind
    parts = {
        "subject": reason.subject,
        "found": reason.found,
        "last": turn.last.isoformat(),
        "place": str(reason.place),
        "clause": reason.asked.say(language) if reason.asked else "",
    }
    return _REASONS[kind].say(language).format_map(parts)
