"""The plan for a level as a one-page document for decision makers."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.forecast import Turn, Turned
from os2governance.analysis.plan import Action, Plan, Step
from os2governance.i18n.symbols import LEVELS
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.common.blocks import GLUE, Cell
from os2governance.render.common.levels import foot, level_name, level_said
from os2governance.render.common.paper import Bullets, Heading, Part, Rows, Said
from os2governance.render.forecast.text import who

MOST_ROWS = 14
MOST_DAYS = 4
"""Most items laid out; surplus ones are only named, to keep the document on one page."""

_TITLE = Text("{name}: vejen til {level}", "{name}: the way to {level}")
_WAY = (
    Text("1 krav står i vejen for {level}.", "1 criterion stands in the way of {level}."),
    Text(
        "{count} krav står i vejen for {level}.",
        "{count} criteria stand in the way of {level}.",
    ),
)
_REACHED = Text("{level} er nået.", "{level} is reached.")
_RESERVED = Text(
    "{level} er nået, med forbehold om {criteria}.",
    "{level} is reached, with reservations about {criteria}.",
)
_MOST = Text("Det, der flytter mest", "What moves most")
_UNBLOCKS = Text("Det opfylder i sig selv {criteria}.", "It alone satisfies {criteria}.")
_HELPS = Text("Det hjælper også {criteria}.", "It also helps {criteria}.")
_WHO = Text("Hvem der skal gøre hvad", "Who must do what")
_HEAD = (
    Text("Hvem", "Who"),
    Text("Krav", "Criterion"),
    Text("Hvad der skal gøres", "What to do"),
)
_LEVELS_HEAD = (Text("Niveau", "Level"), Text("Nu", "Now"), Text("Betydning", "Meaning"))
_SHOWN = frozenset({"assessed", "fully", "possible", "placed"})
_SO = {
    True: Text("Sørg for, at {clause}.", "See to it that {clause}."),
    False: Text(
        "Sørg for, at det ikke længere gælder, at {clause}.",
        "See to it that it is no longer so that {clause}.",
    ),
}
_NOBODY = Text("Ingen ansvarlig", "Nobody responsible")
_MORE = Text("Desuden: {criteria}.", "Also: {criteria}.")
_LEFT = Text(
    "Forbehold, som ikke stopper niveauet: {criteria}.",
    "Reservations that do not stop the level: {criteria}.",
)
_RENEW = Text("Hvad der skal fornyes, og hvornår", "What to renew, and by when")
_RENEW_HEAD = (Text("Senest", "By"), Text("Hvem", "Who"), Text("Hvad", "What"))
_FALLS = Text(
    "Ellers falder niveauet fra {one} til {other}.", "Else the level falls from {one} to {other}."
)
_NOW = Text("{title} ({found})", "{title} ({found})")
_LATER = (
    Text(
        "Siden er der 1 dag mere, hvor noget ændrer sig.",
        "After that, on 1 more day something changes.",
    ),
    Text(
        "Siden er der {count} dage mere, hvor noget ændrer sig.",
        "After that, on {count} more days something changes.",
    ),
)


def plan_paper(plan: Plan, turns: Sequence[Turn], language: Language) -> Iterator[Part]:
    """Yield the parts of the document; `turns` are the turning points ahead."""
    level = plan.level.name.say(language) or plan.level.id
    name = plan.assessment.declaration.name
    yield Heading(1, _TITLE.say(language).format(name=name, level=level))
    yield _levels(plan, language)
    yield Said(_way(plan, level, language))
    yield from _lever(plan, language)
    yield from _actions(plan, language)
    yield from _renewals(turns, language)
    made = foot([plan.assessment.model.reference], plan.assessment.as_of, language)
    yield Said(_plain(getattr(made, "spans", ())))


def _levels(plan: Plan, language: Language) -> Rows:
    """The product's levels, each with the meaning of the word."""
    names = [name for name in LEVELS if name in _SHOWN]
    rows = (
        (LEVELS[name].word.say(language), level_said(plan.assessment, name, language),
         LEVELS[name].means.say(language))
        for name in names
    )  # fmt: skip
    return Rows(tuple(text.say(language) for text in _LEVELS_HEAD), tuple(rows))


def _way(plan: Plan, level: str, language: Language) -> str:
    count = sum(len(actions) for _, _, actions in plan.by_role)
    if count:
        return _WAY[count > 1].say(language).format(count=count, level=level)
    if plan.reservations:
        names = _ids(plan.reservations, language)
        return _RESERVED.say(language).format(level=level, criteria=names)
    return _REACHED.say(language).format(level=level)


def _lever(plan: Plan, language: Language) -> Iterator[Part]:
    lever = plan.lever
    if lever is None:
        return
    said = [_step(lever.step, language)]
    others = [name for name in lever.helps if name not in lever.unblocks]
    for text, names in ((_UNBLOCKS, lever.unblocks), (_HELPS, others)):
        if names:
            said.append(text.say(language).format(criteria=listed(names, language)))
    yield Heading(2, _MOST.say(language))
    yield Said(" ".join(said))


def _step(step: Step, language: Language) -> str:
    """The required condition, without the fact's name: decision makers do not know the files."""
    return _SO[step.holds].say(language).replace("{clause}", step.asked.say(language))


def _actions(plan: Plan, language: Language) -> Iterator[Part]:
    rows = [
        (role.say(language) or _NOBODY.say(language), each)
        for _, role, actions in plan.by_role
        for each in actions
    ]
    if rows:
        yield Heading(2, _WHO.say(language))
        head = tuple(text.say(language) for text in _HEAD)
        shown = [_row(who, each, plan, language) for who, each in rows[:MOST_ROWS]]
        yield Rows(head, tuple(shown))
        if left := [each for _, each in rows[MOST_ROWS:]]:
            yield Said(_MORE.say(language).format(criteria=_ids(left, language)))
    if rows and plan.reservations:
        names = _ids(plan.reservations, language)
        yield Said(_LEFT.say(language).format(criteria=names))


def _row(who: str, action: Action, plan: Plan, language: Language) -> tuple[str, ...]:
    criterion = action.outcome.criterion
    do = criterion.remedy.say(language) or criterion.asks.say(language)
    if not do and action.facts:
        do = _step(action.facts[0], language)
    title = criterion.title.say(language)
    named = criterion.id if title in {"", criterion.id} else f"{criterion.id} {title}"
    level = level_name(plan.assessment.model, criterion.level, language)
    return who, f"{named} ({level})", do


def _renewals(turns: Sequence[Turn], language: Language) -> Iterator[Part]:
    """Yield the renewals by their last day, and the levels that would fall otherwise."""
    worse = [turn for turn in turns if any(turned.worse for turned in turn.turned)]
    if not worse:
        return
    yield Heading(2, _RENEW.say(language))
    rows = [
        (turn.last.isoformat(), who(turned, turn, language), _renewal(turned, language))
        for turn in worse[:MOST_DAYS]
        for turned in turn.turned
        if turned.worse
    ]
    yield Rows(tuple(text.say(language) for text in _RENEW_HEAD), tuple(rows[:MOST_ROWS]))
    falls = [said for turn in worse[:MOST_DAYS] if (said := _fall(turn, language))]
    if falls:
        yield Bullets(tuple(falls))
    if (left := len(worse) - MOST_DAYS) > 0:
        yield Said(_LATER[left > 1].say(language).format(count=left))


def _renewal(turned: Turned, language: Language) -> str:
    criterion = turned.after.criterion
    said = [
        _NOW.say(language).format(
            title=reason.title.say(language) or reason.subject, found=reason.found
        )
        for reason in turned.reasons
    ]
    return f"{criterion.id} {criterion.title.say(language)}: {listed(said, language)}"


def _fall(turn: Turn, language: Language) -> str:
    before, after = turn.change.before, turn.after
    if before is None or before.levels.assessed == after.levels.assessed:
        return ""
    one, other = (level_said(each, "assessed", language) for each in (before, after))
    return f"{turn.last.isoformat()}: {_FALLS.say(language).format(one=one, other=other)}"


def _ids(actions: Sequence[Action], language: Language) -> str:
    return listed([each.outcome.criterion.id for each in actions], language)


def _plain(cell: Cell) -> str:
    return "".join(span.text for span in cell).replace(GLUE, " ")
