"""Texts that all text formats share: levels, statuses, criteria, and the page footer."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import LEVEL_KINDS, SEVERITY_SYMBOLS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.render.common.blocks import (
    DASH,
    NBSP,
    Block,
    Cell,
    Span,
    cell,
    join_cells,
    paragraph,
)
from os2governance.version import VERSION

NOT_STATED = DASH
_BELOW = _("not yet {level}")
_FOOTER = _("Assessed as of {as_of} by {models} with os2governance {version}.")
_COMPUTED_LEVELS = ("assessed", "fully", "possible")


def render_below_lowest(model: Model, language: Language) -> str:
    """The text for a product below the lowest level."""
    return _BELOW.render(language).format(level=model.levels[0].name.render(language))


def render_level(assessment: Assessment, kind: str, language: Language) -> str:
    """One of the seven levels as text; a dash where it is not stated."""
    level: str | None = getattr(assessment.levels, kind)
    if level is not None:
        return assessment.model.level_name(level).render(language)
    evaluated = kind == "evaluated" and any(o.rating for o in assessment.outcomes)
    if kind in _COMPUTED_LEVELS or evaluated:
        return render_below_lowest(assessment.model, language)
    return NOT_STATED


def render_level_cells(assessment: Assessment, language: Language) -> list[Cell]:
    """The seven levels as cells; those not stated are faint."""
    said = [render_level(assessment, kind, language) for kind in LEVEL_KINDS]
    return [cell(Span(each, "faint" if each == NOT_STATED else "")) for each in said]


def render_short_level_cells(assessment: Assessment, language: Language) -> list[Cell]:
    """The seven levels, abbreviated: below the lowest is one word in brackets."""
    below = cell(render_below_lowest(assessment.model, language))
    short = cell(f"({SHORT_BELOW.render(language)})")
    return [short if each == below else each for each in render_level_cells(assessment, language)]


SHORT_BELOW = _("none yet")


def rank_level(assessment: Assessment, level: str | None) -> int:
    """The rank of a level, lowest 0; below the lowest is -1."""
    return -1 if level is None else assessment.model.level_ids.index(level)


def render_level_differences(assessment: Assessment, language: Language) -> Iterator[Cell]:
    """Yield where the placement or the recommendation differs from the level by the rules."""
    assessed = assessment.levels.assessed
    for kind, said in _DIFFERENCE_TEXTS.items():
        level: str | None = getattr(assessment.levels, kind)
        if level is not None and level != assessed:
            above = rank_level(assessment, level) > rank_level(assessment, assessed)
            severity = "warning" if above and kind == "placed" else "note"
            yield cell(
                Span(SEVERITY_SYMBOLS[severity].glyph, severity),
                NBSP
                + said.render(language).format(
                    level=assessment.model.level_name(level).render(language),
                    assessed=render_level(assessment, "assessed", language),
                ),
            )


_DIFFERENCE_TEXTS = {
    "placed": _("Placed at {level}, but by the rules the level is: {assessed}."),
    "recommended": _("Recommended for {level}, but by the rules the level is: {assessed}."),
}

# -- statuses ---------------------------------------------------------------------------------


def render_status_mark(status: str) -> Span:
    """The mark of a status, in its colour."""
    return Span(STATUS_SYMBOLS[status].glyph, status)


def render_status(status: str, language: Language) -> Cell:
    """A status as mark and word."""
    return cell(
        render_status_mark(status), f"{NBSP}{STATUS_SYMBOLS[status].word.render(language)}"
    )


def add_counts(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Sum the counts by status."""
    several = list(counts)
    return {status: sum(each[status] for each in several) for status in STATUS_SYMBOLS}


def render_status_counts(counts: Mapping[str, int]) -> Cell:
    """The number of each status, by mark; zeros are faint."""
    return join_cells(
        (
            cell(render_status_mark(s), Span(f"{NBSP}{n}", "" if n else "faint"))
            for s, n in counts.items()
        ),
        f"{NBSP} ",
    )


def render_labelled_status_counts(counts: Mapping[str, int], language: Language) -> Cell:
    """The number of each status, by mark and word."""
    said = (
        cell(
            render_status_mark(status),
            f"{NBSP}{count}{NBSP}{STATUS_SYMBOLS[status].word.render(language)}",
        )
        for status, count in counts.items()
    )
    return join_cells(said, f"{NBSP} ")


def render_legend(language: Language) -> Cell:
    """The legend: the meaning of each mark."""
    return join_cells((render_status(status, language) for status in STATUS_SYMBOLS), f"{NBSP} ")


# -- criteria ---------------------------------------------------------------------------------


def render_criterion_name(outcome: Outcome, language: Language) -> Cell:
    """A criterion's id and title."""
    criterion = outcome.criterion
    title = criterion.title.render(language)
    return cell(Span(criterion.id, "strong"), f"{NBSP}{title}" if title != criterion.id else "")


def group_by_status(
    outcomes: Iterable[Outcome], language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield criteria grouped by status, worst first: status and number, then the names."""
    groups: dict[str, list[Outcome]] = {
        status: [] for status in (*_WORST_STATUSES, *STATUS_SYMBOLS)
    }
    for outcome in outcomes:
        groups[outcome.status].append(outcome)
    for status, group in groups.items():
        if group:
            word = STATUS_SYMBOLS[status].word.render(language)
            head = cell(
                render_status_mark(status), f"{NBSP}{len(group)}{NBSP}{word.replace(' ', NBSP)}"
            )
            yield (
                head,
                join_cells((render_criterion_name(each, language) for each in group), f"{NBSP}· "),
            )


_WORST_STATUSES = ("unmet", "unknown")


def render_footer(models: Iterable[str], as_of: date, language: Language) -> Block:
    """The footer: versions, models and date behind the page."""
    said = _FOOTER.render(language).format(
        as_of=as_of, models=", ".join(sorted(set(models))) or NOT_STATED, version=VERSION
    )
    return paragraph(Span(said, "faint"))
