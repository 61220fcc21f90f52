"""The plan for a level as a one-page document for decision makers."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.forecast import OutcomeTurn, TurningPoint
from os2governance.analysis.plan import Action, Plan
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.i18n.text import Language, _, as_text, format_list, ngettext
from os2governance.render.common.actions import list_action_sentences, render_helpers
from os2governance.render.common.blocks import NBSP, Cell
from os2governance.render.common.criterion import name_criterion
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
from os2governance.render.plan.frame import (
    render_accepted,
    render_quota,
    render_start,
    render_summary,
    render_title,
    render_way_out,
)

MAX_ROWS = 14
MAX_DAYS = 4
"""Most items laid out; surplus ones are only named, to keep the document on one page."""

_ACCEPTED = _("Accepted deviations")
_START = _("Start here")
_TASKS = _("Tasks by responsible role")
_QUESTIONS = _("Not answered yet")
_ACTION_COLUMNS = (_("Who"), _("Criterion"), _("Task"))
_QUESTION_COLUMNS = (_("Who"), _("Criterion"), _("Question"))
_WITH_HELP = as_text("{who}, {help}")
_LEVEL_COLUMNS = (_("Level"), _("Now"), _("Meaning"))
_SHOWN_LEVELS = frozenset({"assessed", "fully", "possible", "placed"})
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
    yield PaperHeading(1, render_title(plan, language))
    yield _build_level_table(plan, language)
    yield PaperParagraph(render_summary(plan, language))
    for quota in plan.quotas:
        yield PaperParagraph(render_quota(plan, quota, language))
    yield from _build_accepted(plan, language)
    if plan.start:
        yield PaperHeading(2, _START.render(language))
        yield PaperParagraph(render_start(plan.start, language).sentence)
    yield from _build_tables(plan, language)
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


def _build_accepted(plan: Plan, language: Language) -> Iterator[PaperPart]:
    """Yield the accepted deviations, with what was promised."""
    if not plan.accepted:
        return
    items = []
    for each in plan.accepted:
        criterion = each.outcome.criterion
        name = name_criterion(criterion.id, criterion.title, language)
        items.append(f"{name}: {render_accepted(each, plan, language)}")
    yield PaperHeading(2, _ACCEPTED.render(language))
    yield PaperList(tuple(items))


def _build_tables(plan: Plan, language: Language) -> Iterator[PaperPart]:
    """Yield what is to be done and what is to be answered, as far as it fits on the page."""
    room, left = MAX_ROWS, list[Action]()
    tables = (
        (_TASKS, _ACTION_COLUMNS, plan.to_do),
        (_QUESTIONS, _QUESTION_COLUMNS, plan.to_answer),
    )
    for title, columns, groups in tables:
        rows = [
            (role.render(language) or _NOBODY.render(language), each)
            for _unused, role, actions in groups
            for each in actions
        ]
        left += [each for _, each in rows[room:]]
        if shown := rows[:room]:
            yield PaperHeading(2, title.render(language))
            yield PaperTable(
                tuple(text.render(language) for text in columns),
                tuple(_build_action_row(who, each, plan, language) for who, each in shown),
            )
        room -= len(shown)
    if left:
        yield PaperParagraph(_MORE.render(language).format(criteria=_list_ids(left, language)))
    if plan.to_do and (way_out := render_way_out(plan, language)):
        yield PaperParagraph(way_out)
    if plan.reservations:
        names = _list_ids(plan.reservations, language)
        yield PaperParagraph(_RESERVATIONS_LEFT.render(language).format(criteria=names))


def _build_action_row(who: str, action: Action, plan: Plan, language: Language) -> tuple[str, ...]:
    criterion = action.outcome.criterion
    level = plan.assessment.model.level_name(criterion.level).render(language)
    name = name_criterion(criterion.id, criterion.title, language)
    helpers = render_helpers(action, language)
    said = _WITH_HELP.render(language)
    named = said.replace("{who}", who).replace("{help}", helpers) if helpers else who
    sentences = list_action_sentences(action, language)
    return named, f"{name} ({level})", " ".join(sentences)


def _build_renewals(turns: Sequence[TurningPoint], language: Language) -> Iterator[PaperPart]:
    """Yield the renewals by their last day, and the levels that would fall otherwise."""
    worse = [turn for turn in turns if any(turned.worse for turned in turn.outcomes)]
    if not worse:
        return
    yield PaperHeading(2, _RENEWAL_TITLE.render(language))
    rows = [
        (
            format_day(turn.last, language),
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
            title=reason.title.render(language) or reason.subject,
            found=format_partial_date(reason.written_date, language) or reason.written_date,
        )
        for reason in turned.reasons
    ]
    return f"{criterion.id} {criterion.title.render(language)}: {format_list(said, language)}"


def _render_fall(turn: TurningPoint, language: Language) -> str:
    before, after = turn.change.before, turn.after
    if before is None or before.levels.assessed == after.levels.assessed:
        return ""
    one, other = (render_level(each, "assessed", language) for each in (before, after))
    said = _LEVEL_FALLS.render(language).format(one=one, other=other)
    return f"{format_day(turn.last, language)}: {said}"


def _list_ids(actions: Sequence[Action], language: Language) -> str:
    return format_list([each.outcome.criterion.id for each in actions], language)


def _join_text(cell: Cell) -> str:
    return "".join(span.text for span in cell).replace(NBSP, " ")
