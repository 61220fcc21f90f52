"""The board paper on a product's level."""

from collections import Counter
from collections.abc import Iterator

from os2governance.analysis.attribution import Attribution
from os2governance.analysis.board_case import BoardCase
from os2governance.analysis.forecast import TurningPoint
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import KIND_LABELS, LIFECYCLE_LABELS
from os2governance.i18n.text import format_alternatives, format_list, lower_first_letter
from os2governance.render.board import product_sentences
from os2governance.render.changes.difference_text import render_change_lines
from os2governance.render.changes.labels import (
    render_causes,
    render_difference_sides,
    render_difference_title,
)
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperSubject,
    PaperTable,
)
from os2governance.render.forecast.text import render_outcome_turn
from os2governance.version import VERSION

MAX_DEVIATIONS = 8
"""More deviations than this are moved to an annex, to keep the paper short."""
MAX_LISTED = 5
"""Most turning points listed in the paper."""


def build_product_paper(case: BoardCase) -> Iterator[PaperPart]:
    """Yield the parts of the paper: six sections, then the annexes."""
    yield PaperSubject(case.assessment.product.id)
    yield PaperHeading(1, product_sentences.TITLE.format(**_collect_names(case)))
    yield from _build_purpose(case)
    yield from _build_background(case)
    yield from _build_analysis(case)
    yield from _build_recommendation(case)
    yield from _build_consequences(case)
    yield from _build_conclusion(case)
    yield from _build_annexes(case)


def _collect_names(case: BoardCase) -> dict[str, str]:
    deciders = [role.render("da") for role in case.deciders]
    deciders = [*deciders[:1], *map(lower_first_letter, deciders[1:])]
    return {
        "name": case.assessment.product.name,
        "level": case.level.name.render("da") or case.level.id,
        "who": format_alternatives(deciders, "da") or product_sentences.NO_DECIDER,
    }


def _render_level(case: BoardCase, name: str) -> str:
    level = getattr(case.assessment.levels, name)
    if level is None:
        if name == "evaluated" and case.assessment.evaluation:
            return product_sentences.BELOW
        return _MISSING_LEVELS.get(name, product_sentences.NOT_STATED)
    names = {each.id: each.name.render("da") or each.id for each in case.assessment.model.levels}
    return names[level]


_MISSING_LEVELS = {
    **dict.fromkeys(("assessed", "fully", "possible"), product_sentences.BELOW),
    "placed": product_sentences.NOT_PLACED,
}


def _list_criteria(outcomes: tuple[Outcome, ...]) -> str:
    return format_list([o.criterion.id for o in outcomes], "da")


def _render_criterion(outcome: Outcome) -> str:
    name, title = outcome.criterion.id, outcome.criterion.title.render("da")
    return name if title in {"", name} else f"{name} {title}"


def _render_status(outcome: Outcome) -> str:
    return (
        product_sentences.UNKNOWN
        if outcome.status == "unknown"
        else product_sentences.STATUS_LABELS[outcome.status]
    )


def _build_purpose(case: BoardCase) -> Iterator[PaperPart]:
    yield PaperHeading(2, product_sentences.HEADINGS["purpose"])
    purpose = (
        product_sentences.PURPOSE_SAME_LEVEL if case.keeps_level else product_sentences.PURPOSE
    )
    yield PaperParagraph(
        f"{purpose.format(**_collect_names(case))} "
        f"{product_sentences.LEVEL_SOURCES[case.level_source]}"
    )


def _build_background(case: BoardCase) -> Iterator[PaperPart]:
    assessment, evaluation = case.assessment, case.assessment.evaluation
    product = assessment.product
    yield PaperHeading(2, product_sentences.HEADINGS["background"])
    stated = product_sentences.DECLARATION.format(
        name=product.name,
        kind=KIND_LABELS[product.kind].render("da"),
        standing=LIFECYCLE_LABELS[case.assessment.lifecycle].render("da"),
        declared=assessment.declared_on,
        by=assessment.declared_by,
    )
    said = (
        product_sentences.EVALUATED.format(on=evaluation.on, by=evaluation.by)
        if evaluation
        else product_sentences.NOT_EVALUATED
    )
    yield PaperParagraph(f"{stated} {said}")
    if case.stale_record:
        yield PaperList(tuple(each.message.render("da") for each in case.stale_record))
    yield from _build_history(case)
    yield PaperField("background", product_sentences.PROMPTS["background"])


def _build_history(case: BoardCase) -> Iterator[PaperPart]:
    since = case.since
    if since.last_decision is None:
        yield PaperParagraph(product_sentences.NO_LAST_DECISION)
        return
    yield PaperParagraph(
        product_sentences.LAST_DECISION.format(
            on=since.last_decision.on,
            what=product_sentences.DECISION_LABELS[since.last_decision.decision],
        )
    )
    items = [product_sentences.SINCE_EVALUATION.format(on=each.on) for each in since.evaluations]
    if since.declared_on:
        items.append(product_sentences.SINCE_DECLARED.format(on=since.declared_on))
    items += [
        product_sentences.SINCE_EXPIRED.format(name=_render_criterion(each))
        for each in since.expired
    ]
    if since.attribution:
        items += list(_render_changes(since.attribution)) or [product_sentences.SINCE_UNCHANGED]
    yield PaperList(tuple(items) or (product_sentences.SINCE_NO_EVENTS,))
    yield PaperParagraph(
        product_sentences.SINCE_FILES if since.attribution else product_sentences.SINCE_RECORD
    )


def _render_changes(attribution: Attribution) -> Iterator[str]:
    """Yield the changed levels and criteria, with causes; surplus criteria are only named.

    The other levels computed from the criteria are left to the table.
    """
    levels = (each for each in attribution.levels if each.name not in {"fully", "possible"})
    for part in (*levels, *attribution.outcomes[:MAX_LISTED]):
        before, after = render_difference_sides(part, attribution, "da")
        title, causes = render_difference_title(part, attribution, "da"), render_causes(part, "da")
        said = {"title": title, "before": before, "after": after, "causes": causes}
        yield product_sentences.SINCE_CHANGED.format_map(said)
    left = [part.name for part in attribution.outcomes[MAX_LISTED:]]
    if left:
        yield product_sentences.SINCE_MORE.format(names=format_list(left, "da"))


def _build_analysis(case: BoardCase) -> Iterator[PaperPart]:
    yield PaperHeading(2, product_sentences.HEADINGS["analysis"])
    yield PaperHeading(3, product_sentences.FACTS)
    yield PaperTable(
        product_sentences.LEVEL_COLUMNS,
        tuple(
            (word, _render_level(case, name))
            for name, word in product_sentences.LEVEL_LABELS.items()
        ),
    )
    names, between = _collect_names(case), case.blocking
    if between:
        yield PaperParagraph(
            product_sentences.CRITERIA_BETWEEN.format(
                count=len(between), names=_list_criteria(between), **names
            )
        )
    else:
        yield PaperParagraph(product_sentences.NO_CRITERIA_BETWEEN.format(**names))
    if case.reserved:
        yield PaperParagraph(
            product_sentences.RESERVATIONS.format(names=_list_criteria(case.reserved))
        )
    yield PaperHeading(3, product_sentences.JUDGEMENTS)
    if case.differing_ratings:
        letter = "B" if len(between) > MAX_DEVIATIONS else "A"
        count, how = (
            len(case.differing_ratings),
            format_list(list(_render_rating_differences(case)), "da"),
        )
        yield PaperParagraph(
            product_sentences.RATINGS_DIFFER.format(count=count, how=how, letter=letter)
        )
    elif case.assessment.evaluation:
        yield PaperParagraph(product_sentences.RATINGS_AGREE)
    yield PaperField("judgement", product_sentences.PROMPTS["judgement"])
    yield PaperField("dialogue", product_sentences.PROMPTS["dialogue"])


def _render_rating_differences(case: BoardCase) -> Iterator[str]:
    """Yield how many criteria have a milder, stricter or open rating; zero counts are omitted."""
    ways = Counter(_compare_rating(each) for each in case.differing_ratings)
    for way in (
        product_sentences.RESULT_UNKNOWN,
        product_sentences.RATING_MILDER,
        product_sentences.RATING_STRICTER,
    ):
        if ways[way]:
            yield way.format(count=ways[way])


def _compare_rating(outcome: Outcome) -> str:
    if outcome.status == "unknown":
        return product_sentences.RESULT_UNKNOWN
    milder = _STATUS_RANK[_find_rating(outcome)] > _STATUS_RANK[outcome.status]
    return product_sentences.RATING_MILDER if milder else product_sentences.RATING_STRICTER


_STATUS_RANK = {"unknown": 0, "unmet": 1, "partly": 2, "met": 3, "not_applicable": 4}


def _find_rating(outcome: Outcome) -> str:
    return outcome.rating.status if outcome.rating else "unknown"


def _build_recommendation(case: BoardCase) -> Iterator[PaperPart]:
    count = len(case.blocking)
    yield PaperHeading(2, product_sentences.HEADINGS["recommendation"])
    if not count:
        text = (
            product_sentences.RECOMMEND_SAME_LEVEL
            if case.keeps_level
            else product_sentences.RECOMMEND
        )
    elif count > MAX_DEVIATIONS:
        text = (
            product_sentences.RECOMMEND_SAME_LEVEL_WITH_ANNEX
            if case.keeps_level
            else product_sentences.RECOMMEND_WITH_ANNEX
        )
    else:
        text = (
            product_sentences.RECOMMEND_SAME_LEVEL_WITH_DEVIATIONS
            if case.keeps_level
            else product_sentences.RECOMMEND_WITH_DEVIATIONS
        )
    yield PaperParagraph(text.format(count=count, letter="A", **_collect_names(case)))
    if 0 < count <= MAX_DEVIATIONS:
        yield _build_deviation_table(case)


def _build_deviation_table(case: BoardCase) -> PaperTable:
    until = case.until.isoformat()
    return PaperTable(
        product_sentences.DEVIATION_COLUMNS,
        tuple(
            (
                _render_criterion(o),
                _render_status(o),
                _render_rating(o),
                o.criterion.remedy.render("da"),
                until,
                "",
            )
            for o in case.blocking
        ),
    )


def _build_consequences(case: BoardCase) -> Iterator[PaperPart]:
    names = _collect_names(case) | {"placed": _render_level(case, "placed")}
    yield PaperHeading(2, product_sentences.HEADINGS["consequences"])
    yes = product_sentences.YES if case.blocking else product_sentences.YES_WITHOUT_DEVIATIONS
    no = product_sentences.NO_SAME_LEVEL if case.keeps_level else product_sentences.NO
    wording = (
        product_sentences.TURNING_POINTS
        if case.turning_points
        else product_sentences.NO_TURNING_POINTS
    )
    names["turns"] = wording.format(until=case.until)
    yield PaperList(tuple(each.format(**names) for each in (yes, no, product_sentences.LATER)))
    if case.turning_points:
        yield PaperList(tuple(_render_turning_points(case.turning_points)))
    expiring = tuple(_render_expiry(each) for each in case.expiring)
    if expiring:
        yield PaperList(expiring)
    yield PaperField("consequences", product_sentences.PROMPTS["consequences"])


def _render_turning_points(turns: tuple[TurningPoint, ...]) -> Iterator[str]:
    for turn in turns[:MAX_LISTED]:
        what = [*render_change_lines(turn.change, "da")]
        what = what or [
            f"{_render_criterion(t.after)}: {render_outcome_turn(t, 'da')}" for t in turn.outcomes
        ]
        yield product_sentences.TURNING_POINT.format(on=turn.on, what="; ".join(what))
    if len(turns) > MAX_LISTED:
        yield product_sentences.MORE_TURNING_POINTS.format(count=len(turns) - MAX_LISTED)


def _render_expiry(outcome: Outcome) -> str:
    acceptance = outcome.deviation.acceptance if outcome.deviation else None
    until = acceptance.until if acceptance else None
    return product_sentences.ACCEPTANCE_EXPIRES.format(
        until=until, name=_render_criterion(outcome)
    )


def _build_conclusion(case: BoardCase) -> Iterator[PaperPart]:
    names = _collect_names(case)
    yield PaperHeading(2, product_sentences.HEADINGS["conclusion"])
    yield PaperParagraph(product_sentences.CONCLUDE.format(**names))
    first, then = product_sentences.QUESTIONS
    asked = [
        product_sentences.QUESTION_SAME_LEVEL if case.keeps_level else first,
        *([then] if case.blocking else []),
    ]
    yield PaperList(tuple(each.format(**names) for each in asked))
    yield PaperParagraph(product_sentences.NEXT_STEPS)


def _build_annexes(case: BoardCase) -> Iterator[PaperPart]:
    """Yield the annexes, lettered; the first begins a new page."""
    letters = iter("ABCD")
    made = [
        (
            product_sentences.ANNEX_DEVIATIONS,
            _build_deviation_table(case) if len(case.blocking) > MAX_DEVIATIONS else None,
        ),
        (
            product_sentences.ANNEX_RATINGS,
            _build_rating_table(case) if case.differing_ratings else None,
        ),
        (product_sentences.ANNEX_CRITERIA, _build_criteria_table(case)),
        (product_sentences.ANNEX_PROVENANCE, _build_provenance(case)),
    ]
    for title, part in made:
        if part:
            letter = next(letters)
            yield PaperHeading(2, title.format(letter=letter), annex=letter == "A")
            yield part


def _build_rating_table(case: BoardCase) -> PaperTable:
    return PaperTable(
        product_sentences.RATING_COLUMNS,
        tuple(_build_rating_row(each) for each in case.differing_ratings),
    )


def _build_criteria_table(case: BoardCase) -> PaperTable:
    outcomes, model = case.assessment.outcomes, case.assessment.model
    levels = {level.id: level.name.render("da") or level.id for level in model.levels}
    rows = (
        (levels[o.criterion.level], _render_criterion(o), _render_status(o), _render_rating(o))
        for o in outcomes
    )
    return PaperTable(product_sentences.CRITERIA_COLUMNS, tuple(rows))


def _build_provenance(case: BoardCase) -> PaperList:
    assessment, model = case.assessment, case.assessment.model
    made = product_sentences.PROVENANCE.format(
        as_of=assessment.as_of, model=model.reference, digest=model.digest
    )
    files = (f"{name}: {digest}" for name, digest in assessment.files.items())
    return PaperList((made, *files, f"os2governance {VERSION}"))


def _build_rating_row(outcome: Outcome) -> tuple[str, ...]:
    answer = (
        product_sentences.STATUS_LABELS[outcome.answer.answer]
        if outcome.answer
        else product_sentences.NO_ANSWER
    )
    grounds = outcome.rating.rationale if outcome.rating else ""
    return (
        _render_criterion(outcome),
        _render_rating(outcome),
        answer,
        _render_status(outcome),
        grounds,
    )


def _render_rating(outcome: Outcome) -> str:
    return (
        product_sentences.STATUS_LABELS[outcome.rating.status]
        if outcome.rating
        else product_sentences.NO_RATING
    )
