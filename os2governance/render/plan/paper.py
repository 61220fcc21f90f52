"""The plan for a level as a one-page document for decision makers."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.forecast import OutcomeTurn, TurningPoint
from os2governance.analysis.plan import Action, Plan, PlanStep
from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.i18n.text import Language, _, as_text, format_list, ngettext
from os2governance.render.common.blocks import NBSP, Cell
from os2governance.render.common.levels import render_footer, render_level
from os2governance.render.common.paper import (
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperTable,
)
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown
from os2governance.render.forecast.text import render_responsible_role

MAX_ROWS = 14
MAX_DAYS = 4
"""Most items laid out; surplus ones are only named, to keep the document on one page."""

_TITLE = _("{name}: the way to {level}")
_REACHED = _("{level} is reached.")
_RESERVED = _("{level} is reached, with reservations about {criteria}.")
_MOST_EFFECTIVE = _("Start here")
_UNBLOCKS = _("It alone satisfies {criteria}.")
_HELPS = _("It is a first step towards {criteria}.")
_WHO_DOES_WHAT = _("Tasks by responsible role")
_ACTION_COLUMNS = (
    _("Who"),
    _("Criterion"),
    _("Task"),
)
_LEVEL_COLUMNS = (_("Level"), _("Now"), _("Meaning"))
_SHOWN_LEVELS = frozenset({"assessed", "fully", "possible", "placed"})
_MAKE_SURE = {
    True: _("Make sure that {clause}."),
    False: _("Make sure that it no longer holds that {clause}."),
}
_NOBODY = _("Nobody responsible")
_MORE = _("Also: {criteria}.")
_RESERVATIONS_LEFT = _("Reservations that do not block the level: {criteria}.")
_RENEWAL_TITLE = _("Renewals and deadlines")
_RENEWAL_COLUMNS = (_("By"), _("Who"), _("What"))
_LEVEL_FALLS = _("Otherwise the level falls from {one} to {other}.")
_FACT_NOW = as_text("{title} ({found})")


def render_plan_document(
    plan: Plan, turns: Sequence[TurningPoint], form: str, language: Language
) -> str:
    """The document as Markdown or HTML."""
    parts = build_plan_paper(plan, turns, language)
    if form == "html":
        return render_paper_html(parts, {}, language)
    return render_paper_markdown(parts, {})


def build_plan_paper(
    plan: Plan, turns: Sequence[TurningPoint], language: Language
) -> Iterator[PaperPart]:
    """Yield the parts of the document; `turns` are the turning points ahead."""
    level = plan.level.name.render(language) or plan.level.id
    name = plan.assessment.product.name
    yield PaperHeading(1, _TITLE.render(language).format(name=name, level=level))
    yield _build_level_table(plan, language)
    yield PaperParagraph(_render_summary(plan, level, language))
    yield from _build_lever(plan, language)
    yield from _build_actions(plan, language)
    yield from _build_renewals(turns, language)
    made = render_footer([plan.assessment.model.reference], plan.assessment.as_of, language)
    yield PaperParagraph(_join_text(getattr(made, "spans", ())))


def _build_level_table(plan: Plan, language: Language) -> PaperTable:
    """The product's levels, each with the meaning of the word."""
    names = [name for name in LEVEL_KINDS if name in _SHOWN_LEVELS]
    rows = (
        (LEVEL_KINDS[name].word.render(language), render_level(plan.assessment, name, language),
         LEVEL_KINDS[name].description.render(language))
        for name in names
    )  # fmt: skip
    return PaperTable(tuple(text.render(language) for text in _LEVEL_COLUMNS), tuple(rows))


def _render_summary(plan: Plan, level: str, language: Language) -> str:
    count = sum(len(actions) for _, _, actions in plan.by_role)
    if count:
        return (
            ngettext(
                "1 criterion blocks {level}.",
                "{count} criteria block {level}.",
                count,
            )
            .render(language)
            .format(count=count, level=level)
        )
    if plan.reservations:
        names = _list_ids(plan.reservations, language)
        return _RESERVED.render(language).format(level=level, criteria=names)
    return _REACHED.render(language).format(level=level)


def _build_lever(plan: Plan, language: Language) -> Iterator[PaperPart]:
    lever = plan.lever
    if lever is None:
        return
    said = [_render_step(lever.step, language)]
    others = [name for name in lever.helps if name not in lever.unblocks]
    for text, names in ((_UNBLOCKS, lever.unblocks), (_HELPS, others)):
        if names:
            said.append(text.render(language).format(criteria=format_list(names, language)))
    yield PaperHeading(2, _MOST_EFFECTIVE.render(language))
    yield PaperParagraph(" ".join(said))


def _render_step(step: PlanStep, language: Language) -> str:
    """The required condition, without the fact's name: decision makers do not know the files."""
    return _MAKE_SURE[step.holds].render(language).replace("{clause}", step.node.render(language))


def _build_actions(plan: Plan, language: Language) -> Iterator[PaperPart]:
    rows = [
        (role.render(language) or _NOBODY.render(language), each)
        for _, role, actions in plan.by_role
        for each in actions
    ]
    if rows:
        yield PaperHeading(2, _WHO_DOES_WHAT.render(language))
        head = tuple(text.render(language) for text in _ACTION_COLUMNS)
        shown = [_build_action_row(who, each, plan, language) for who, each in rows[:MAX_ROWS]]
        yield PaperTable(head, tuple(shown))
        if left := [each for _, each in rows[MAX_ROWS:]]:
            yield PaperParagraph(_MORE.render(language).format(criteria=_list_ids(left, language)))
    if rows and plan.reservations:
        names = _list_ids(plan.reservations, language)
        yield PaperParagraph(_RESERVATIONS_LEFT.render(language).format(criteria=names))


def _build_action_row(who: str, action: Action, plan: Plan, language: Language) -> tuple[str, ...]:
    criterion = action.outcome.criterion
    do = criterion.remedy.render(language) or criterion.asks.render(language)
    if not do and action.steps:
        do = _render_step(action.steps[0], language)
    title = criterion.title.render(language)
    named = criterion.id if title in {"", criterion.id} else f"{criterion.id} {title}"
    level = plan.assessment.model.level_name(criterion.level).render(language)
    return who, f"{named} ({level})", do


def _build_renewals(turns: Sequence[TurningPoint], language: Language) -> Iterator[PaperPart]:
    """Yield the renewals by their last day, and the levels that would fall otherwise."""
    worse = [turn for turn in turns if any(turned.worse for turned in turn.outcomes)]
    if not worse:
        return
    yield PaperHeading(2, _RENEWAL_TITLE.render(language))
    rows = [
        (
            turn.last.isoformat(),
            render_responsible_role(turned, turn, language),
            _render_renewal(turned, language),
        )
        for turn in worse[:MAX_DAYS]
        for turned in turn.outcomes
        if turned.worse
    ]
    yield PaperTable(
        tuple(text.render(language) for text in _RENEWAL_COLUMNS), tuple(rows[:MAX_ROWS])
    )
    falls = [said for turn in worse[:MAX_DAYS] if (said := _render_fall(turn, language))]
    if falls:
        yield PaperList(tuple(falls))
    if (left := len(worse) - MAX_DAYS) > 0:
        yield PaperParagraph(
            ngettext(
                "After that, there are changes on 1 more day.",
                "After that, there are changes on {count} more days.",
                left,
            )
            .render(language)
            .format(count=left)
        )


def _render_renewal(turned: OutcomeTurn, language: Language) -> str:
    criterion = turned.after.criterion
    said = [
        _FACT_NOW.render(language).format(
            title=reason.title.render(language) or reason.subject, found=reason.written_date
        )
        for reason in turned.reasons
    ]
    return f"{criterion.id} {criterion.title.render(language)}: {format_list(said, language)}"


def _render_fall(turn: TurningPoint, language: Language) -> str:
    before, after = turn.change.before, turn.after
    if before is None or before.levels.assessed == after.levels.assessed:
        return ""
    one, other = (render_level(each, "assessed", language) for each in (before, after))
    return f"{turn.last.isoformat()}: {_LEVEL_FALLS.render(language).format(one=one, other=other)}"


def _list_ids(actions: Sequence[Action], language: Language) -> str:
    return format_list([each.outcome.criterion.id for each in actions], language)


def _join_text(cell: Cell) -> str:
    return "".join(span.text for span in cell).replace(NBSP, " ")
