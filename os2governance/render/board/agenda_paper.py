"""The paper for a meeting over products: in Danish, as the papers on each of them."""

from collections.abc import Iterable, Iterator

from os2governance.analysis.agenda import Agenda, AgendaItem, is_kept, list_due
from os2governance.analysis.deviations import Promise
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import format_list, npgettext, pgettext
from os2governance.model.words import NEUTRAL_WORDS
from os2governance.render.board.case_names import (
    collect_names,
    letter_annexes,
    list_criteria,
    render_criterion,
)
from os2governance.render.board.hearing import build_hearing
from os2governance.render.board.product_paper import build_product_paper
from os2governance.render.board.product_recommendation import build_recommendation
from os2governance.render.board.product_sentences import NOT_PLACED
from os2governance.render.common.paper import (
    PaperCell,
    PaperField,
    PaperFrame,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperSlot,
    PaperSubject,
    PaperTable,
)
from os2governance.render.common.paper_fields import build_paper_key

TITLE = pgettext("paper for the board", "Decisions on products, meeting of {on}").da
INTRODUCTION = npgettext(
    "paper for the board",
    "{who} is to decide on one product. The table shows what is recommended.",
    "{who} is to decide on {count} products. The table shows what is recommended; each case has "
    "an item and an annex of its own.",
)
NOTHING = pgettext("paper for the board", "There is nothing to decide on these products.").da
TO_DECIDE = pgettext("paper for the board", "To be decided").da
COLUMNS = (
    pgettext("paper for the board", "Item").da,
    pgettext("paper for the board", "Product").da,
    pgettext("paper for the board", "Placed today").da,
    pgettext("paper for the board", "Recommended").da,
    pgettext("paper for the board", "Deviations to accept").da,
    pgettext("paper for the board", "Annex").da,
)
DIRECTIONS = {
    "first": pgettext("paper for the board", "Placed {at}").da,
    "up": pgettext("paper for the board", "Moved up to {level}").da,
    "down": pgettext("paper for the board", "Moved down to {level}").da,
    "kept": pgettext("paper for the board", "Kept {at}").da,
}
NONE = pgettext("paper for the board", "none").da
KEPT_ITEM = pgettext("paper for the board", "Item {number}: products that keep their level").da
KEPT_LEAD = pgettext(
    "paper for the board", "{evaluator} recommends that these products remain where they are:"
).da
KEPT_LINE = pgettext("paper for the board", "{name}: {at}").da
DUE = pgettext(
    "paper for the board", "The deadline of these accepted deviations is reached or near:"
).da
DUE_LINE = pgettext("paper for the board", "{name}, through {until}.").da
PROMISED = pgettext("paper for the board", "Promised: {action}.").da
CASE_ITEM = pgettext("paper for the board", "Item {number}: {name}").da
SEE_ANNEX = pgettext("paper for the board", "The whole case is in annex {number}.").da
ANNEX = pgettext("paper for the board", "Annex {number}: {name}").da
REMARKS = pgettext("paper for the board", "Write here what the meeting should know.").da
WITHOUT = pgettext("paper for the board", "Nothing is to be decided on {names}.").da


def build_agenda_paper(agenda: Agenda) -> Iterator[PaperPart]:
    """Yield the paper: what is to be decided, the item of those kept, the cases, their annexes."""
    yield PaperSubject(f"agenda/{agenda.on}")
    yield PaperHeading(1, TITLE.format(on=format_day(agenda.on, "da")))
    if not agenda.items:
        yield PaperParagraph(NOTHING)
    else:
        yield PaperParagraph(_render_introduction(agenda))
        yield PaperField("introduction", REMARKS)
        yield PaperHeading(2, TO_DECIDE)
        yield PaperTable(COLUMNS, tuple(map(_build_row, agenda.items)))
    yield from _build_kept_item(agenda)
    for item in agenda.cases:
        yield from _build_case_item(item)
    if agenda.without:
        names = format_list([each.product.name for each in agenda.without], "da")
        yield PaperParagraph(WITHOUT.format(names=names))
    for item in agenda.cases:
        yield from _build_annex(item)


def _render_introduction(agenda: Agenda) -> str:
    names = collect_names(agenda.items[0].case)
    several = len({collect_names(each.case)["who"] for each in agenda.items}) > 1
    who = NEUTRAL_WORDS.decider.render("da") if several else names["who"]
    count = len(agenda.items)
    return INTRODUCTION.choose(count).da.format(who=who, count=count)


def _build_row(item: AgendaItem) -> tuple[str, ...]:
    case, names = item.case, collect_names(item.case)
    return (
        str(item.number),
        names["name"],
        names["placed_at"] or NOT_PLACED,
        DIRECTIONS[case.direction].format(**names),
        list_criteria([each.outcome for each in case.deviations]) or NONE,
        "" if is_kept(case) else str(item.number),
    )


def _build_kept_item(agenda: Agenda) -> Iterator[PaperPart]:
    """Yield the one item of the products that keep their level."""
    if not agenda.kept:
        return
    names = collect_names(agenda.kept[0].case)
    yield PaperHeading(2, KEPT_ITEM.format(number=agenda.kept[0].number))
    yield PaperParagraph(KEPT_LEAD.format(**names))
    lines = [KEPT_LINE.format(**collect_names(each.case)) for each in agenda.kept]
    yield PaperList(tuple(lines))


def _build_case_item(item: AgendaItem) -> Iterator[PaperPart]:
    """Yield a case in short: its hearing, what is recommended, and where the rest is."""
    case, names = item.case, collect_names(item.case)
    yield PaperHeading(2, CASE_ITEM.format(number=item.number, name=names["name"]))
    yield from build_hearing(case.assessment)
    if due := list_due(case.assessment):
        yield PaperParagraph(DUE)
        yield PaperList(tuple(_render_due(each) for each in due))
    letters = letter_annexes(case, full=False)
    parts = [
        each for each in build_recommendation(case, letters) if not isinstance(each, PaperHeading)
    ]
    yield from _move_parts(parts, case.assessment.product.id, 0)
    yield PaperParagraph(SEE_ANNEX.format(number=item.number))


def _render_due(promise: Promise) -> str:
    """An accepted deviation with its deadline, and what was promised."""
    given = promise.acceptance
    until = format_day(given.until, "da") if given.until else ""
    said = DUE_LINE.format(name=render_criterion(promise.outcome), until=until)
    promised = given.action.strip().rstrip(".")
    return f"{said} {PROMISED.format(action=promised)}" if promised else said


def _build_annex(item: AgendaItem) -> Iterator[PaperPart]:
    """Yield the paper on one product as an annex, on a page of its own."""
    product = item.case.assessment.product
    yield PaperHeading(2, ANNEX.format(number=item.number, name=product.name), annex=True)
    parts = [
        each
        for each in build_product_paper(item.case)
        if not isinstance(each, PaperSubject | PaperFrame)
        and not (isinstance(each, PaperHeading) and each.level == 1)
    ]
    yield from _move_parts(parts, build_paper_key(product.id, "annex"), 1)


def _move_parts(parts: Iterable[PaperPart], prefix: str, deeper: int) -> Iterator[PaperPart]:
    """Yield the parts of one paper as parts of another: deeper, with keys of their own."""
    for part in parts:
        if isinstance(part, PaperHeading):
            yield PaperHeading(part.level + deeper, part.text)
        elif isinstance(part, PaperField):
            yield part._replace(key=build_paper_key(prefix, part.key))
        elif isinstance(part, PaperTable):
            rows = (tuple(_move_cell(cell, prefix) for cell in row) for row in part.rows)
            yield part._replace(rows=tuple(rows))
        else:
            yield part


def _move_cell(cell: PaperCell, prefix: str) -> PaperCell:
    if isinstance(cell, PaperSlot):
        return cell._replace(key=build_paper_key(prefix, cell.key))
    return cell
