"""Texts that all text formats share: levels, statuses, criteria, and the page footer."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from os2governance.analysis.difference import find_level_state
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.assessment.levels import NONE, Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import LEVEL_KINDS, SEVERITY_SYMBOLS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, _, format_list, pgettext
from os2governance.model.model import Model
from os2governance.model.words import possessive
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
_BELOW = _("not yet {at}")
_NOT_SETTLED = _("not settled")
_NO_LEVEL_YET = pgettext("without reservations", "no level yet")
_NO_LEVEL = _("no level")
_BY_EVALUATOR = _("{evaluator} assessment")
_FOOTER = _("Assessed as of {as_of} by {models} with os2governance {version}.")


def render_level_word(model: Model, kind: str, language: Language) -> str:
    """The word for one of the nine levels; that of the evaluator's by what the model calls it."""
    if kind != "evaluated":
        return LEVEL_KINDS[kind].word.render(language)
    owner = possessive(model.words.evaluator).render(language)
    return _BY_EVALUATOR.render(language).format(evaluator=owner)


def render_level_phrase(model: Model, level: str, language: Language) -> str:
    """The name of a level as it stands inside a sentence."""
    return model.levels_by_id[level].phrase.render(language)


def render_below_lowest(model: Model, language: Language) -> str:
    """The text for a product of which a criterion of the lowest level is not met."""
    return _BELOW.render(language).format(at=model.levels[0].at.render(language))


def render_level(assessment: Assessment, kind: str, language: Language) -> str:
    """One of the nine levels as text; a dash where nobody states it.

    A level that is not settled is never shown as a low one (semantics §5).
    """
    level: str | None = getattr(assessment.levels, kind)
    if level is not None:
        return assessment.model.level_name(level).render(language)
    return render_state(assessment.model, find_level_state(assessment, kind), kind, language)


def render_state(model: Model, state: str, kind: str, language: Language) -> str:
    """The text in place of a level that is not reached."""
    if state == NOT_SETTLED:
        return _NOT_SETTLED.render(language)
    if state == NONE:
        return NOT_STATED
    if kind == "possible":
        return _NO_LEVEL.render(language)
    if kind == "fully":
        return _NO_LEVEL_YET.render(language)
    return render_below_lowest(model, language)


def rank_level(assessment: Assessment, level: str | None) -> int:
    """The rank of a level, lowest 0; without one -1."""
    return -1 if level is None else assessment.model.level_ids.index(level)


def render_level_differences(assessment: Assessment, language: Language) -> Iterator[Cell]:
    """Yield where the placement or the recommendation differs from the assessed level.

    Where it is above, the criteria in between are named.
    """
    model, assessed = assessment.model, assessment.levels.assessed
    for kind, (above, below) in _DIFFERENCE_TEXTS.items():
        level: str | None = getattr(assessment.levels, kind)
        if level is None or level == assessed:
            continue
        higher = rank_level(assessment, level) > rank_level(assessment, assessed)
        severity = "warning" if higher and kind == "placed" else "note"
        said = (above if higher else below).fill(
            level=render_level_phrase(model, level, language),
            assessed=render_level_phrase(model, assessed, language)
            if assessed
            else render_level(assessment, "assessed", language),
            criteria=format_list(assessment.blockers.get(level, ()), language),
        )
        yield cell(Span(SEVERITY_SYMBOLS[severity].glyph, severity), NBSP + said.render(language))


_DIFFERENCE_TEXTS = {
    "placed": (
        _(
            "The placement ({level}) is above the assessed level ({assessed}), because of "
            "{criteria}."
        ),
        _("The placement ({level}) is below the assessed level ({assessed})."),
    ),
    "recommended": (
        _(
            "The recommendation ({level}) is above the assessed level ({assessed}), because of "
            "{criteria}."
        ),
        _("The recommendation ({level}) is below the assessed level ({assessed})."),
    ),
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
    return paragraph(Span(render_footer_text(models, as_of, language), "faint"))


def render_footer_text(models: Iterable[str], as_of: date, language: Language) -> str:
    """The versions, models and date behind a page, as a sentence."""
    return _FOOTER.render(language).format(
        as_of=format_day(as_of, language),
        models=", ".join(sorted(set(models))) or NOT_STATED,
        version=VERSION,
    )
