"""The board paper on a product's level."""

from collections import Counter
from collections.abc import Iterator, Sequence

from os2governance.analysis.attribution import Attribution
from os2governance.analysis.board_case import BoardCase
from os2governance.analysis.difference import find_level_state
from os2governance.analysis.forecast import OutcomeTurn, TurningPoint
from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.assessment.levels import NONE
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import ANSWER_LABELS, BACKING_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import format_alternatives, format_list, lower_first_letter
from os2governance.model.model import Level, Model
from os2governance.model.words import phrase, possessive
from os2governance.product.decisions import Acceptance
from os2governance.render.board import product_sentences as sentences
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.changes.labels import (
    render_causes,
    render_difference_sides,
    render_difference_title,
)
from os2governance.render.common.level_sentences import (
    list_needed_acceptances,
    render_acceptance_clause,
    render_open_clause,
    render_support_sentence,
)
from os2governance.render.common.levels import (
    rank_level,
    render_level,
    render_level_phrase,
    render_level_word,
)
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperSubject,
    PaperTable,
)
from os2governance.render.forecast.text import render_outcome_turn, render_turn_reason
from os2governance.version import VERSION

MAX_DEVIATIONS = 8
"""More deviations than this are moved to an annex, to keep the paper short."""
MAX_LISTED = 5
"""Most turning points listed in the paper."""
SHOWN_LEVELS = (
    "placed", "assessed", "fully", "confirmed", "declared", "evaluated", "possible",
    "recommended", "claimed",
)  # fmt: skip
"""The levels that are shown, if they are stated; the placement leads, and is always shown."""


def build_product_paper(case: BoardCase) -> Iterator[PaperPart]:
    """Yield the parts of the paper: six sections, then the annexes."""
    title = sentences.TITLE if case.level else sentences.TITLE_WITHOUT_LEVEL
    yield PaperSubject(case.assessment.product.id)
    yield PaperHeading(1, title.format(**_collect_names(case)))
    yield from _build_purpose(case)
    yield from _build_background(case)
    yield from _build_analysis(case)
    yield from _build_recommendation(case)
    yield from _build_consequences(case)
    yield from _build_conclusion(case)
    yield from _build_annexes(case)


def _collect_names(case: BoardCase) -> dict[str, str]:
    """What the sentences call things, by the model's words."""
    model, words = case.assessment.model, case.assessment.model.words
    deciders = [role.render("da") for role in case.deciders]
    deciders = [*deciders[:1], *map(lower_first_letter, deciders[1:])]
    level, placed = case.level, case.assessment.levels.placed
    return {
        "paper": words.paper.render("da"),
        "name": case.assessment.product.name,
        "level": phrase(level.name).render("da") if level else "",
        "at": level.at.render("da") if level else "",
        "placed": _find_level(model, placed).at.render("da") if placed else "",
        "who": format_alternatives(deciders, "da") or words.decider.render("da"),
        "evaluator": words.evaluator.render("da"),
        "evaluators": possessive(words.evaluator).render("da"),
        "of_evaluator": possessive(phrase(words.evaluator)).render("da"),
    }


def _find_level(model: Model, name: str) -> Level:
    return next(each for each in model.levels if each.id == name)


def _render_criterion(outcome: Outcome) -> str:
    name, title = outcome.criterion.id, outcome.criterion.title.render("da")
    return name if title in {"", name} else f"{name} {title}"


def _list_criteria(outcomes: Sequence[Outcome]) -> str:
    return format_list([_render_criterion(each) for each in outcomes], "da")


def _render_status(outcome: Outcome) -> str:
    said = STATUS_SYMBOLS[outcome.status].word.render("da")
    return sentences.ONLY_PLANNED.format(status=said) if outcome.planned else said


def _build_purpose(case: BoardCase) -> Iterator[PaperPart]:
    names, evaluation = _collect_names(case), case.evaluation
    purpose = sentences.PURPOSE_SAME_LEVEL if case.keeps_level else sentences.PURPOSE
    if case.level is None:
        purpose = sentences.PURPOSE_WITHOUT_LEVEL
    on = format_day(evaluation.on, "da") if evaluation else ""
    source = sentences.LEVEL_SOURCES[case.level_source]
    yield PaperHeading(2, sentences.HEADINGS["purpose"])
    yield PaperParagraph(f"{purpose.format(**names)} {source.format(on=on, **names)}")


# -- background -----------------------------------------------------------------------------------


def _build_background(case: BoardCase) -> Iterator[PaperPart]:
    yield PaperHeading(2, sentences.HEADINGS["background"])
    yield PaperParagraph(" ".join(_render_standing(case)))
    if case.evaluation and case.evaluation.summary.strip():
        yield PaperParagraph(sentences.SUMMARY)
        yield PaperQuote(case.evaluation.summary)
    if case.stale_record:
        yield PaperList(tuple(each.message.render("da") for each in case.stale_record))
    yield from _build_history(case)
    yield PaperField("background", sentences.PROMPTS["background"])


def _render_standing(case: BoardCase) -> Iterator[str]:
    """Yield what the product is, who filled in the self-assessment, and who evaluated it."""
    assessment, names = case.assessment, _collect_names(case)
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
    items += [
        sentences.SINCE_EXPIRED.format(name=_render_criterion(each), until=_render_end(given))
        for each in since.expired
        if (given := _find_last_acceptance(each))
    ]
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
    left = [part.name for part in attribution.outcomes[MAX_LISTED:]]
    if left:
        yield sentences.SINCE_MORE.format(names=format_list(left, "da"))


# -- analysis -------------------------------------------------------------------------------------


def _build_analysis(case: BoardCase) -> Iterator[PaperPart]:
    yield PaperHeading(2, sentences.HEADINGS["analysis"])
    yield PaperHeading(3, sentences.FACTS)
    yield PaperTable(sentences.LEVEL_COLUMNS, tuple(_list_level_rows(case)))
    yield PaperParagraph(" ".join(_render_findings(case)))
    if case.accepted:
        yield PaperParagraph(sentences.ACCEPTED)
        yield PaperTable(
            sentences.ACCEPTED_COLUMNS,
            tuple(_build_accepted_row(each, case) for each in case.accepted),
        )
    yield PaperHeading(3, sentences.JUDGEMENTS)
    yield from _build_judgements(case)
    names = _collect_names(case)
    yield PaperField("judgement", sentences.PROMPTS["judgement"].format(**names))
    yield PaperField("dialogue", sentences.PROMPTS["dialogue"])


def _list_level_rows(case: BoardCase) -> Iterator[tuple[str, str]]:
    """Yield the levels that are stated; beside the assessed one what it rests on."""
    assessment = case.assessment
    for kind in SHOWN_LEVELS:
        if find_level_state(assessment, kind) == NONE and kind != "placed":
            continue
        word = render_level_word(assessment.model, kind, "da")
        level = render_level(assessment, kind, "da")
        if kind == "placed" and assessment.levels.placed is None:
            level = sentences.NOT_PLACED
        clause = _render_clause(case) if kind == "assessed" else ""
        yield (
            word,
            sentences.WITH_CLAUSE.format(level=level, clause=clause) if clause else level,
        )


def _render_clause(case: BoardCase) -> str:
    """What the assessed level rests on, and what is open; empty where there is no such thing."""
    assessment = case.assessment
    opening = render_open_clause(assessment, "da")
    if find_level_state(assessment, "assessed") == NOT_SETTLED:
        opening = opening.partition(": ")[2]
    return "; ".join(filter(None, [render_acceptance_clause(assessment, "da"), opening]))


def _render_findings(case: BoardCase) -> Iterator[str]:
    """Yield how well the level is confirmed, what is in the way of the one asked for, and the
    reservations.
    """
    assessment, names = case.assessment, _collect_names(case)
    if support := render_support_sentence(assessment, "da"):
        yield support
    names["level"] = names["level"] or _render_next_level(case)
    if case.blocking:
        yield _render_between(case, names)
    elif case.level:
        yield _render_met(case, names)
    if case.reserved:
        text = sentences.RESERVATION if len(case.reserved) == 1 else sentences.RESERVATIONS
        yield text.format(count=len(case.reserved), names=_list_criteria(case.reserved))


def _render_next_level(case: BoardCase) -> str:
    level = next(iter(case.assessment.blockers), None)
    return render_level_phrase(case.assessment.model, level, "da") if level else ""


def _render_between(case: BoardCase, names: dict[str, str]) -> str:
    """How many criteria stand in the way, which, and who says so."""
    count = len(case.blocking)
    text = sentences.CRITERION_BETWEEN if count == 1 else sentences.CRITERIA_BETWEEN
    between = text.format(count=count, names=_list_criteria(case.blocking), level=names["level"])
    bases = Counter(each.basis for each in case.blocking)
    by = [
        text.format(count=bases[basis], **names)
        for basis, text in sentences.BETWEEN_BY.items()
        if bases[basis]
    ]
    return f"{between} {sentences.BETWEEN_SOURCES.format(sources=format_list(by, 'da'))}"


def _render_met(case: BoardCase, names: dict[str, str]) -> str:
    needed = len(list_needed_acceptances(case.assessment))
    text = sentences.CRITERIA_MET
    if needed:
        several = sentences.CRITERIA_MET_BY_ACCEPTANCES
        text = sentences.CRITERIA_MET_BY_ACCEPTANCE if needed == 1 else several
    return text.format(count=needed, **names)


def _build_accepted_row(outcome: Outcome, case: BoardCase) -> tuple[str, ...]:
    model, given = case.assessment.model, _find_last_acceptance(outcome)
    assert given is not None
    role = model.roles_by_id.get(given.responsible)
    text = sentences.DECIDED_RENEWAL if given.renewal else sentences.DECIDED
    return (
        _render_criterion(outcome),
        render_level_phrase(model, given.level, "da") if given.level else sentences.ALL_LEVELS,
        _render_end(given),
        given.action,
        role.name.render("da") if role else given.responsible,
        text.format(
            on=format_day(given.on, "da"), who=_render_decider(given, model), number=given.renewal
        ),
    )


def _render_decider(given: Acceptance, model: Model) -> str:
    role = model.roles_by_id.get(given.by)
    return role.phrase.render("da") if role else given.by


def _render_end(given: Acceptance) -> str:
    return format_day(given.until, "da") if given.until else sentences.NO_END


def _find_last_acceptance(outcome: Outcome) -> Acceptance | None:
    return outcome.deviation.acceptance if outcome.deviation else None


def _build_judgements(case: BoardCase) -> Iterator[PaperPart]:
    """Yield what the evaluator recommends and why, and where the product sees it otherwise."""
    names, evaluation = _collect_names(case), case.evaluation
    recommended = case.assessment.levels.recommended
    if evaluation and recommended and evaluation.recommends_rationale:
        level = render_level_phrase(case.assessment.model, recommended, "da")
        text = sentences.RECOMMENDATION_GROUNDS.format_map({**names, "level": level})
        yield PaperParagraph(text)
        yield PaperQuote(evaluation.recommends_rationale)
    if said := " ".join(_render_rating_differences(case, names)):
        yield PaperParagraph(said)


def _render_rating_differences(case: BoardCase, names: dict[str, str]) -> Iterator[str]:
    """Yield how many criteria the evaluator rates otherwise than the product's own files show."""
    letter = "B" if len(case.blocking) > MAX_DEVIATIONS else "A"
    ways = Counter(_compare_rating(each) for each in case.differing_ratings)
    how = [
        text.format(count=ways[text])
        for text in (sentences.RATED_MILDER, sentences.RATED_STRICTER)
        if ways[text]
    ]
    if how:
        said = format_list(how, "da")
        yield sentences.RATINGS_DIFFER.format(how=said, letter=letter, **names)
    if alone := ways[sentences.RATED_WITHOUT_RESULT]:
        yield sentences.RATED_WITHOUT_RESULT.format(count=alone, letter=letter, **names)
    if case.evaluation and case.evaluation.ratings and not ways:
        yield sentences.RATINGS_AGREE.format(**names)
    if case.overtaken:
        which = _list_criteria(case.overtaken)
        yield sentences.OVERTAKEN.format_map({**names, "names": which})


def _compare_rating(outcome: Outcome) -> str:
    if outcome.declared == "unknown":
        return sentences.RATED_WITHOUT_RESULT
    rating = outcome.rating.status if outcome.rating else "unknown"
    milder = _STATUS_RANK[rating] > _STATUS_RANK[outcome.declared]
    return sentences.RATED_MILDER if milder else sentences.RATED_STRICTER


_STATUS_RANK = {"unknown": 0, "unmet": 1, "partly": 2, "met": 3, "not_applicable": 4}


# -- recommendation -------------------------------------------------------------------------------


def _build_recommendation(case: BoardCase) -> Iterator[PaperPart]:
    count = len(case.blocking)
    yield PaperHeading(2, sentences.HEADINGS["recommendation"])
    if case.level is None:
        yield PaperParagraph(sentences.RECOMMEND_NOTHING)
        return
    if not count:
        text = sentences.RECOMMEND_SAME_LEVEL if case.keeps_level else sentences.RECOMMEND
    elif count > MAX_DEVIATIONS:
        text = (
            sentences.RECOMMEND_SAME_LEVEL_WITH_ANNEX
            if case.keeps_level
            else sentences.RECOMMEND_WITH_ANNEX
        )
    else:
        text = (
            sentences.RECOMMEND_SAME_LEVEL_WITH_DEVIATIONS
            if case.keeps_level
            else sentences.RECOMMEND_WITH_DEVIATIONS
        )
    yield PaperParagraph(text.format(count=count, letter="A", **_collect_names(case)))
    if 0 < count <= MAX_DEVIATIONS:
        yield _build_deviation_table(case)


def _build_deviation_table(case: BoardCase) -> PaperTable:
    until = format_day(case.until, "da")
    model = case.assessment.model
    return PaperTable(
        sentences.DEVIATION_COLUMNS,
        tuple(
            (
                _render_criterion(each),
                _render_status(each),
                " ".join(_render_basis(each, case)),
                each.criterion.remedy.render("da"),
                _render_responsible(each, model),
                until,
                "",
            )
            for each in case.blocking
        ),
    )


def _render_responsible(outcome: Outcome, model: Model) -> str:
    role = model.roles_by_id.get(outcome.criterion.responsible)
    return role.name.render("da") if role else outcome.criterion.responsible


def _render_basis(outcome: Outcome, case: BoardCase) -> Iterator[str]:
    """Yield what the result comes from and says, a claim that was refused, and what was accepted
    before.
    """
    basis = sentences.BASIS_LABELS[outcome.basis].format(**_collect_names(case))
    words = _end_sentence(_find_words(outcome))
    yield (
        sentences.BASIS_WITH_WORDS.format(basis=basis, words=words)
        if words
        else _end_sentence(basis)
    )
    answer = outcome.answer
    if answer and answer.answer == "not_applicable" and outcome.status != "not_applicable":
        reason = answer.reason.strip()
        refused = sentences.NOT_RELEVANT_REFUSED_WITH_REASON
        yield (refused if reason else sentences.NOT_RELEVANT_REFUSED).format(reason=reason)
    if given := _find_last_acceptance(outcome):
        yield from _render_earlier_acceptance(given, outcome, case)


def _find_words(outcome: Outcome) -> str:
    """What is said by those that the result comes from."""
    if outcome.basis == "evaluation":
        return outcome.rating.rationale if outcome.rating else ""
    if outcome.answer is None or outcome.answer.answer == "not_applicable":
        return ""
    return outcome.answer.explanation or (outcome.answer.note if outcome.basis == "answer" else "")


def _end_sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def _render_earlier_acceptance(
    given: Acceptance, outcome: Outcome, case: BoardCase
) -> Iterator[str]:
    """Yield what was accepted before, what was promised, and the number of a renewal."""
    model = case.assessment.model
    if outcome.accepted and given.level and case.level:
        if not counts_for_level(given, case.level.id, model):
            level = render_level_phrase(model, given.level, "da")
            yield sentences.ACCEPTED_FOR_LOWER_LEVEL.format(level=level)
    else:
        yield sentences.ACCEPTED_BEFORE.format(until=_render_end(given))
    if action := given.action.strip().rstrip("."):
        yield sentences.PROMISED.format(action=action)
    yield sentences.WOULD_RENEW.format(number=given.renewal + 1)


# -- consequences, conclusion ---------------------------------------------------------------------


def _build_consequences(case: BoardCase) -> Iterator[PaperPart]:
    names = _collect_names(case)
    text = sentences.TURNING_POINTS if case.turning_points else sentences.NO_TURNING_POINTS
    names["turns"] = text.format(until=format_day(case.until, "da"))
    placed = case.assessment.levels.placed
    later = sentences.LATER if placed else sentences.LATER_WITHOUT_PLACEMENT
    ways = [_render_yes(case, names), _render_no(case, names)] if case.level else []
    yield PaperHeading(2, sentences.HEADINGS["consequences"])
    yield PaperList((*ways, later.format(**names)))
    if case.turning_points:
        yield PaperList(tuple(_render_turning_points(case.turning_points)))
    yield PaperField("consequences", sentences.PROMPTS["consequences"])


def _render_yes(case: BoardCase, names: dict[str, str]) -> str:
    assessment = case.assessment
    if case.blocking:
        return sentences.YES.format(**names)
    level = case.level.id if case.level else None
    if rank_level(assessment, level) < rank_level(assessment, assessment.levels.assessed):
        assessed = render_level_phrase(assessment.model, str(assessment.levels.assessed), "da")
        return sentences.YES_BELOW.format(assessed=assessed, **names)
    if clause := render_acceptance_clause(assessment, "da"):
        return sentences.YES_BY_ACCEPTANCES.format(clause=clause, **names)
    return sentences.YES_WITHOUT_DEVIATIONS.format(**names)


def _render_no(case: BoardCase, names: dict[str, str]) -> str:
    if case.keeps_level:
        return sentences.NO_SAME_LEVEL.format(**names)
    text = sentences.NO if names["placed"] else sentences.NO_WITHOUT_PLACEMENT
    return text.format(**names)


def _render_turning_points(turns: tuple[TurningPoint, ...]) -> Iterator[str]:
    for turn in turns[:MAX_LISTED]:
        what = [*render_level_lines(turn.change, "da")]
        what += [_render_turn(each, turn) for each in turn.outcomes]
        what = what or [render_turn_reason(each, turn, "da").rstrip(".") for each in turn.reasons]
        on = format_day(turn.on, "da")
        yield sentences.TURNING_POINT.format(on=on, what="; ".join(what))
    if len(turns) > MAX_LISTED:
        yield sentences.MORE_TURNING_POINTS.format(count=len(turns) - MAX_LISTED)


def _render_turn(turned: OutcomeTurn, turn: TurningPoint) -> str:
    """What becomes of a criterion; where an acceptance expires, also what was promised."""
    said = f"{_render_criterion(turned.after)}: {render_outcome_turn(turned, 'da')}"
    given = _find_last_acceptance(turned.after)
    expires = any(each.acceptance for each in turned.reasons)
    if expires and given and given.action.strip():
        role = turn.after.model.roles_by_id.get(given.responsible)
        promised = given.action.strip().rstrip(".")
        by = f", {role.phrase.render('da')}" if role else ""
        return f"{said} ({sentences.PROMISED.format(action=promised + by).rstrip('.')})"
    return said


def _build_conclusion(case: BoardCase) -> Iterator[PaperPart]:
    names = _collect_names(case)
    first, then = sentences.QUESTIONS
    first = sentences.QUESTION_SAME_LEVEL if case.keeps_level else first
    asked = [first, *([then] if case.blocking else [])]
    if case.level is None:
        asked = [sentences.QUESTION_WITHOUT_LEVEL]
    yield PaperHeading(2, sentences.HEADINGS["conclusion"])
    yield PaperParagraph(sentences.CONCLUDE.format(**names))
    yield PaperList(tuple(each.format(**names) for each in asked))
    yield PaperParagraph(sentences.NEXT_STEPS.format(**names))


# -- annexes --------------------------------------------------------------------------------------


def _build_annexes(case: BoardCase) -> Iterator[PaperPart]:
    """Yield the annexes, lettered; the first begins a new page."""
    letters = iter("ABCD")
    long = case.level is not None and len(case.blocking) > MAX_DEVIATIONS
    made = [
        (sentences.ANNEX_DEVIATIONS, _build_deviation_table(case) if long else None),
        (sentences.ANNEX_RATINGS, _build_rating_table(case) if case.differing_ratings else None),
        (sentences.ANNEX_CRITERIA, _build_criteria_table(case)),
        (sentences.ANNEX_PROVENANCE, _build_provenance(case)),
    ]
    for title, part in made:
        if part:
            letter = next(letters)
            yield PaperHeading(2, title.format(letter=letter), annex=letter == "A")
            yield part


def _build_rating_table(case: BoardCase) -> PaperTable:
    names = _collect_names(case)
    return PaperTable(
        tuple(each.format(**names) for each in sentences.RATING_COLUMNS),
        tuple(_build_rating_row(each, case) for each in case.differing_ratings),
    )


def _build_rating_row(outcome: Outcome, case: BoardCase) -> tuple[str, ...]:
    answer = outcome.answer
    return (
        _render_criterion(outcome),
        _render_rating(outcome, case),
        ANSWER_LABELS[answer.answer].render("da") if answer else sentences.NO_ANSWER,
        STATUS_SYMBOLS[outcome.declared].word.render("da"),
        outcome.rating.rationale if outcome.rating else "",
    )


def _build_criteria_table(case: BoardCase) -> PaperTable:
    model, names = case.assessment.model, _collect_names(case)
    rows = (
        (
            model.level_name(each.criterion.level).render("da") or each.criterion.level,
            _render_criterion(each),
            _render_status(each),
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
