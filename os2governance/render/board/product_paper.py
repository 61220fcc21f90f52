"""The board paper on a product's level."""

from collections.abc import Iterator, Mapping

from os2governance.analysis.attribution import Attribution
from os2governance.analysis.board_case import BoardCase
from os2governance.analysis.forecast import OutcomeTurn, TurningPoint
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import ANSWER_LABELS, BACKING_LABELS, STATUS_SYMBOLS
from os2governance.model.words import phrase
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.case_names import (
    collect_names,
    find_summary,
    letter_annexes,
    list_criteria,
    render_criterion,
    render_role,
    render_status,
)
from os2governance.render.board.product_analysis import (
    build_analysis,
    find_last_acceptance,
    render_basis_clause,
    render_level_without,
)
from os2governance.render.board.product_recommendation import (
    build_deviation_table,
    build_recommendation,
)
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.changes.labels import (
    render_causes,
    render_difference_sides,
    render_difference_title,
)
from os2governance.render.common.excerpts import find_first_sentence
from os2governance.render.common.levels import rank_level, render_level_phrase
from os2governance.render.common.paper import (
    PaperCell,
    PaperField,
    PaperFrame,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperSlot,
    PaperSubject,
    PaperTable,
)
from os2governance.render.forecast.text import render_outcome_turn, render_turn_reason
from os2governance.version import VERSION

MAX_LISTED = 5
"""Most turning points listed in the paper."""


def build_product_paper(case: BoardCase, *, full: bool = False) -> Iterator[PaperPart]:
    """Yield the parts of the paper: its head, six sections, then the annexes.

    `full` is with all criteria, the whole grounds of each rating, and the files.
    """
    letters = letter_annexes(case, full=full)
    yield PaperSubject(case.assessment.product.id)
    yield PaperHeading(1, sentences.TITLE.format(**collect_names(case)))
    yield _build_frame(case)
    yield from _build_purpose(case)
    yield from _build_background(case)
    yield from build_analysis(case, letters)
    yield from build_recommendation(case, letters)
    yield from _build_consequences(case)
    yield from _build_conclusion(case)
    yield from _build_annexes(case, letters, full=full)


def _build_frame(case: BoardCase) -> PaperFrame:
    """The head: for which meeting, from whom, to whom, and for what."""
    names = collect_names(case)
    offered: dict[str, PaperCell] = {
        key: text if key == "purpose" else PaperSlot(key, text)
        for key, text in sentences.FRAME_OFFERED.items()
    }
    said = {
        **offered,
        "addressee": names["who"],
        "sender": names["evaluator"],
        "date": format_day(case.assessment.as_of, "da"),
    }
    return PaperFrame(tuple((label, said[key]) for key, label in sentences.FRAME_LABELS.items()))


def _build_purpose(case: BoardCase) -> Iterator[PaperPart]:
    names, evaluation = collect_names(case), case.evaluation
    purpose = sentences.PURPOSE_DIRECTIONS[case.direction]
    on = format_day(evaluation.on, "da") if evaluation else ""
    source = sentences.LEVEL_SOURCES[case.level_source]
    yield PaperHeading(2, sentences.HEADINGS["purpose"])
    yield PaperParagraph(f"{purpose.format(**names)} {source.format(on=on, **names)}")


def _build_background(case: BoardCase) -> Iterator[PaperPart]:
    yield PaperHeading(2, sentences.HEADINGS["background"])
    yield PaperParagraph(" ".join(filter(None, _render_standing(case))))
    if case.stale_record:
        yield PaperList(tuple(each.message.render("da") for each in case.stale_record))
    yield from _build_history(case)
    yield PaperField("background", sentences.PROMPTS["background"])


def _render_standing(case: BoardCase) -> Iterator[str]:
    """Yield what the product is, who filled in the self-assessment, and who evaluated it."""
    assessment, names = case.assessment, collect_names(case)
    product, by, on = assessment.product, assessment.declared_by, assessment.declared_on
    yield sentences.STANDING[product.kind, assessment.lifecycle].format(**names)
    if on is None:
        yield sentences.NOT_DECLARED
    else:
        unknown = not by.strip() or assessment.model.is_placeholder(by)
        text = sentences.DECLARED_BY_NOBODY if unknown else sentences.DECLARED
        yield text.format(on=format_day(on, "da"), by=by)
    if assessment.draft:
        yield sentences.DRAFT
    if assessment.evaluation:
        on, by = assessment.evaluation.on, assessment.evaluation.by
        yield sentences.EVALUATED.format(on=format_day(on, "da"), by=by)
    else:
        yield sentences.NOT_EVALUATED.format(**names)
    yield _render_placement(case, names)


def _render_placement(case: BoardCase, names: dict[str, str]) -> str:
    """Where the product is placed, by whose decision."""
    assessment, placement = case.assessment, case.assessment.placement
    if placement is None:
        decided = [each.decision for each in assessment.record.in_force(assessment.as_of)]
        if "place" in decided:
            return sentences.PLACING_WITHDRAWN
        return sentences.NEVER_PLACED if decided else ""
    by, on = render_role(placement.by, assessment.model), format_day(placement.on, "da")
    return sentences.PLACED.format(at=names["placed_at"], on=on, by=by)


def _build_history(case: BoardCase) -> Iterator[PaperPart]:
    since = case.since
    if since.last_decision is None:
        yield PaperParagraph(sentences.NO_LAST_DECISION)
        return
    on = format_day(since.last_decision.on, "da")
    what = sentences.DECISION_LABELS[since.last_decision.decision]
    yield PaperParagraph(sentences.LAST_DECISION.format(on=on, what=what))
    items = [
        sentences.SINCE_EVALUATION.format(on=format_day(each.on, "da"))
        for each in since.evaluations
    ]
    if since.declared_on:
        items.append(sentences.SINCE_DECLARED.format(on=format_day(since.declared_on, "da")))
    if since.expired:
        several = sentences.SINCE_SEVERAL_EXPIRED
        text = sentences.SINCE_EXPIRED if len(since.expired) == 1 else several
        items.append(text.format(names=list_criteria(since.expired)))
    if since.attribution:
        items += list(_render_changes(since.attribution)) or [sentences.SINCE_UNCHANGED]
    yield PaperList(tuple(items) or (sentences.SINCE_NO_EVENTS,))
    yield PaperParagraph(sentences.SINCE_FILES if since.attribution else sentences.SINCE_RECORD)


_LEFT_TO_THE_TABLE = frozenset({"fully", "confirmed", "declared", "possible"})


def _render_changes(attribution: Attribution) -> Iterator[str]:
    """Yield the changed levels and criteria, with causes; surplus criteria are only named.

    The other levels computed from the criteria are left to the table.
    """
    levels = (each for each in attribution.levels if each.name not in _LEFT_TO_THE_TABLE)
    for part in (*levels, *attribution.outcomes[:MAX_LISTED]):
        before, after = render_difference_sides(part, attribution, "da")
        title, causes = render_difference_title(part, attribution, "da"), render_causes(part, "da")
        said = {"title": title, "before": before, "after": after, "causes": causes}
        yield sentences.SINCE_CHANGED.format_map(said)
    if left := len(attribution.outcomes[MAX_LISTED:]):
        yield sentences.SINCE_MORE.choose(left).da.format(count=left)


def _build_consequences(case: BoardCase) -> Iterator[PaperPart]:
    names = collect_names(case)
    text = sentences.TURNING_POINTS if case.turning_points else sentences.NO_TURNING_POINTS
    names["turns"] = text.format(until=format_day(case.horizon, "da"))
    placed = case.assessment.levels.placed
    later = sentences.LATER if placed else sentences.LATER_WITHOUT_PLACEMENT
    yield PaperHeading(2, sentences.HEADINGS["consequences"])
    yield PaperList((_render_yes(case, names), _render_no(case, names), later.format(**names)))
    if case.turning_points:
        yield PaperList(tuple(_render_turning_points(case.turning_points)))
    yield PaperField("consequences", sentences.PROMPTS["consequences"])


def _render_yes(case: BoardCase, names: dict[str, str]) -> str:
    assessment, count = case.assessment, len(case.deviations) + len(case.running)
    if case.unanswered:
        return sentences.YES_UNSETTLED.format(**names)
    if case.deviations:
        return sentences.YES.choose(count).da.format(
            count=count, without=render_level_without(case), **names
        )
    if rank_level(assessment, case.level.id) < rank_level(assessment, assessment.levels.assessed):
        assessed = render_level_phrase(assessment.model, str(assessment.levels.assessed), "da")
        return sentences.YES_BELOW.format(assessed=assessed, **names)
    if clause := render_basis_clause(case):
        return sentences.YES_BY_ACCEPTANCES.format(clause=clause, **names)
    return sentences.YES_WITHOUT_DEVIATIONS.format(**names)


def _render_no(case: BoardCase, names: dict[str, str]) -> str:
    if case.keeps_level:
        return sentences.NO_SAME_LEVEL.format(**names)
    text = sentences.NO if names["placed"] else sentences.NO_WITHOUT_PLACEMENT
    return text.format(**names)


def _render_turning_points(turns: tuple[TurningPoint, ...]) -> Iterator[str]:
    for turn in turns[:MAX_LISTED]:
        what = list(_render_level_turns(turn))
        what += [_render_turn(each, turn) for each in turn.outcomes]
        what = what or [render_turn_reason(each, turn, "da").rstrip(".") for each in turn.reasons]
        on = format_day(turn.on, "da")
        yield sentences.TURNING_POINT.format(on=on, what="; ".join(what))
    if left := len(turns[MAX_LISTED:]):
        yield sentences.MORE_TURNING_POINTS.choose(left).da.format(count=left)


def _render_level_turns(turn: TurningPoint) -> Iterator[str]:
    """Yield the levels that differ; those computed beside the assessed one go with it."""
    levels = [each.name for each in turn.change.levels]
    lines = dict(zip(levels, render_level_lines(turn.change, "da"), strict=True))
    leading = [name for name in ("placed", "assessed") if name in lines]
    yield from (lines[name] for name in leading or levels)


def _render_turn(turned: OutcomeTurn, turn: TurningPoint) -> str:
    """What becomes of a criterion; where an acceptance expires, also what was promised."""
    said = f"{render_criterion(turned.after)}: {render_outcome_turn(turned, 'da')}"
    given = find_last_acceptance(turned.after)
    expires = any(each.acceptance for each in turned.reasons)
    if expires and given and given.action.strip():
        role = turn.after.model.roles_by_id.get(given.responsible)
        promised = given.action.strip().rstrip(".")
        by = f", {role.phrase.render('da')}" if role else ""
        return f"{said} ({sentences.TURN_PROMISED.format(action=promised + by)})"
    return said


def _build_conclusion(case: BoardCase) -> Iterator[PaperPart]:
    names, model = collect_names(case), case.assessment.model
    made = sentences.ASSESSED_BY.format(
        as_of=format_day(case.assessment.as_of, "da"),
        model=model.name.render("da") or model.id,
        version=model.version,
    )
    yield PaperHeading(2, sentences.HEADINGS["conclusion"])
    yield PaperParagraph(sentences.CONCLUDE.format(**names))
    yield PaperParagraph(f"{sentences.NEXT_STEPS.format(**names)} {made}")


def _build_annexes(
    case: BoardCase, letters: Mapping[str, str], *, full: bool
) -> Iterator[PaperPart]:
    """Yield the annexes; the first begins a new page."""
    names = collect_names(case)
    annexes: dict[str, tuple[str, PaperPart]] = {
        "deviations": (sentences.ANNEX_DEVIATIONS, build_deviation_table(case)),
        "ratings": (sentences.ANNEX_RATINGS, _build_rating_table(case, full=full)),
        "summary": (sentences.ANNEX_SUMMARY, PaperQuote(find_summary(case))),
        "criteria": (sentences.ANNEX_CRITERIA, _build_criteria_table(case)),
        "provenance": (sentences.ANNEX_PROVENANCE, _build_provenance(case)),
    }
    for key, letter in letters.items():
        title, part = annexes[key]
        yield PaperHeading(2, title.format(letter=letter, **names), annex=letter == "A")
        yield part


def _build_rating_table(case: BoardCase, *, full: bool) -> PaperTable:
    names = collect_names(case)
    return PaperTable(
        tuple(each.format(**names) for each in sentences.RATING_COLUMNS),
        tuple(_build_rating_row(each, case, full=full) for each in case.differing_ratings),
    )


def _build_rating_row(outcome: Outcome, case: BoardCase, *, full: bool) -> tuple[str, ...]:
    answer, said = outcome.answer, outcome.rating.rationale if outcome.rating else ""
    return (
        render_criterion(outcome),
        _render_rating(outcome, case),
        ANSWER_LABELS[answer.answer].render("da") if answer else sentences.NO_ANSWER,
        STATUS_SYMBOLS[outcome.declared].word.render("da"),
        said if full else find_first_sentence(said),
    )


def _build_criteria_table(case: BoardCase) -> PaperTable:
    model, names = case.assessment.model, collect_names(case)
    rows = (
        (
            model.level_name(each.criterion.level).render("da") or each.criterion.level,
            render_criterion(each),
            render_status(each),
            _render_rating(each, case),
            BACKING_LABELS[each.backing].render("da"),
        )
        for each in case.assessment.outcomes
    )
    return PaperTable(
        tuple(each.format(**names) for each in sentences.CRITERIA_COLUMNS), tuple(rows)
    )


def _render_rating(outcome: Outcome, case: BoardCase) -> str:
    if outcome.rating is None:
        return sentences.NO_RATING
    return phrase(case.assessment.model.words.lights[outcome.rating.status]).render("da")


def _build_provenance(case: BoardCase) -> PaperList:
    assessment, model = case.assessment, case.assessment.model
    made = sentences.PROVENANCE.format(
        as_of=format_day(assessment.as_of, "da"), model=model.reference, digest=model.digest
    )
    files = (f"{name}: {digest}" for name, digest in assessment.files.items())
    return PaperList((made, *files, f"os2governance {VERSION}"))
