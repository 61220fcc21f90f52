"""Texts that all text formats share: levels, statuses, criteria, and the page footer."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import LEVELS, SEVERITY, STATUS
from os2governance.i18n.text import Language, Text
from os2governance.model.model import Model
from os2governance.render.common.blocks import (
    DASH,
    GLUE,
    Block,
    Cell,
    Span,
    cell,
    joined,
    paragraph,
)
from os2governance.version import VERSION

NONE = DASH
_BELOW = Text("under {level}", "below {level}")
_FOOT = Text(
    "Vurderet pr. {as_of} efter {models} med os2governance {version}.",
    "Assessed as of {as_of} by {models} with os2governance {version}.",
)
_COMPUTED = ("assessed", "fully", "possible")


def level_name(model: Model, level: str, language: Language) -> str:
    """The name of a level."""
    return next(each.name for each in model.levels if each.id == level).say(language)


def below_lowest(model: Model, language: Language) -> str:
    """The text for a product below the lowest level."""
    return _BELOW.say(language).format(level=model.levels[0].name.say(language))


def level_said(assessment: Assessment, kind: str, language: Language) -> str:
    """One of the seven levels as text; a dash where it is not stated."""
    level: str | None = getattr(assessment.levels, kind)
    if level is not None:
        return level_name(assessment.model, level, language)
    evaluated = kind == "evaluated" and any(o.light for o in assessment.outcomes)
    if kind in _COMPUTED or evaluated:
        return below_lowest(assessment.model, language)
    return NONE


def level_cells(assessment: Assessment, language: Language) -> list[Cell]:
    """The seven levels as cells; those not stated are faint."""
    said = [level_said(assessment, kind, language) for kind in LEVELS]
    return [cell(Span(each, "faint" if each == NONE else "")) for each in said]


def short_level_cells(assessment: Assessment, language: Language) -> list[Cell]:
    """The seven levels, abbreviated: below the lowest is one word in brackets."""
    below = cell(below_lowest(assessment.model, language))
    short = cell(f"({SHORT_BELOW.say(language)})")
    return [short if each == below else each for each in level_cells(assessment, language)]


SHORT_BELOW = Text("under", "below")


def height(assessment: Assessment, level: str | None) -> int:
    """The rank of a level, lowest 0; below the lowest is -1."""
    return -1 if level is None else assessment.model.level_ids.index(level)


def differences(assessment: Assessment, language: Language) -> Iterator[Cell]:
    """Yield where the placement or the recommendation differs from the level by the rules."""
    assessed = assessment.levels.assessed
    for kind, said in _DIFFERS.items():
        level: str | None = getattr(assessment.levels, kind)
        if level is not None and level != assessed:
            above = height(assessment, level) > height(assessment, assessed)
            severity = "warning" if above and kind == "placed" else "note"
            yield cell(
                Span(SEVERITY[severity].mark, severity),
                GLUE
                + said.say(language).format(
                    level=level_name(assessment.model, level, language),
                    assessed=level_said(assessment, "assessed", language),
                ),
            )


_DIFFERS = {
    "placed": Text(
        "Placeret på {level}, men reglerne giver: {assessed}.",
        "Placed at {level}, but the rules give: {assessed}.",
    ),
    "recommended": Text(
        "Anbefalet til {level}, men reglerne giver: {assessed}.",
        "Recommended for {level}, but the rules give: {assessed}.",
    ),
}

# -- statuses ---------------------------------------------------------------------------------


def mark(status: str) -> Span:
    """The mark of a status, in its colour."""
    return Span(STATUS[status].mark, status)


def light(status: str, language: Language) -> Cell:
    """A status as mark and word."""
    return cell(mark(status), f"{GLUE}{STATUS[status].word.say(language)}")


def total(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Sum the counts by status."""
    several = list(counts)
    return {status: sum(each[status] for each in several) for status in STATUS}


def counted_lights(counts: Mapping[str, int]) -> Cell:
    """The number of each status, by mark; zeros are faint."""
    return joined(
        (cell(mark(s), Span(f"{GLUE}{n}", "" if n else "faint")) for s, n in counts.items()),
        f"{GLUE} ",
    )


def said_lights(counts: Mapping[str, int], language: Language) -> Cell:
    """The number of each status, by mark and word."""
    said = (
        cell(mark(status), f"{GLUE}{count}{GLUE}{STATUS[status].word.say(language)}")
        for status, count in counts.items()
    )
    return joined(said, f"{GLUE} ")


def legend(language: Language) -> Cell:
    """The legend: the meaning of each mark."""
    return joined((light(status, language) for status in STATUS), f"{GLUE} ")


# -- criteria ---------------------------------------------------------------------------------


def named(outcome: Outcome, language: Language) -> Cell:
    """A criterion's id and title."""
    criterion = outcome.criterion
    title = criterion.title.say(language)
    return cell(Span(criterion.id, "strong"), f"{GLUE}{title}" if title != criterion.id else "")


def grouped(outcomes: Iterable[Outcome], language: Language) -> Iterator[tuple[Cell, Cell]]:
    """Yield criteria grouped by status, worst first: status and number, then the names."""
    groups: dict[str, list[Outcome]] = {status: [] for status in (*_WORST_FIRST, *STATUS)}
    for outcome in outcomes:
        groups[outcome.status].append(outcome)
    for status, group in groups.items():
        if group:
            word = STATUS[status].word.say(language)
            head = cell(mark(status), f"{GLUE}{len(group)}{GLUE}{word.replace(' ', GLUE)}")
            yield head, joined((named(each, language) for each in group), f"{GLUE}· ")


_WORST_FIRST = ("unmet", "unknown")


def foot(models: Iterable[str], as_of: date, language: Language) -> Block:
    """The footer: versions, models and date behind the page."""
    said = _FOOT.say(language).format(
        as_of=as_of, models=", ".join(sorted(set(models))) or NONE, version=VERSION
    )
    return paragraph(Span(said, "faint"))
