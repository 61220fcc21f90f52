"""The board paper on a change of the model."""

from collections import Counter
from collections.abc import Iterable, Iterator

from os2governance.analysis.model_change_case import (
    ModelChangeCase,
    has_effect,
    unpack_assessments,
)
from os2governance.analysis.model_impact import Impact
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.assessment.levels import Assessment
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.text import format_alternatives, format_list, lower_first_letter
from os2governance.model.model import Level, Model
from os2governance.model.versions import CriterionDifference
from os2governance.model.words import phrase, possessive
from os2governance.render.board import model_sentences
from os2governance.render.board.product_sentences import HEADINGS, JUDGEMENTS
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperSubject,
    PaperTable,
)
from os2governance.render.model.impact_text import count_impacts, render_elsewhere
from os2governance.render.model.version_diff_text import CHANGE_LABELS
from os2governance.version import VERSION

MAX_PRODUCTS = 8
"""More products than this are moved to an annex, to keep the paper short."""
MAX_CRITERIA = 12
"""Most criteria named in one sentence."""


def build_model_paper(case: ModelChangeCase) -> Iterator[PaperPart]:
    """Yield the parts of the paper: six sections, then the annexes."""
    annexes = _build_annexes(case)
    names = _collect_names(case)
    yield PaperSubject(f"{case.before.reference}..{case.after.reference}")
    yield PaperHeading(1, model_sentences.TITLE.format(**names))
    yield PaperHeading(2, HEADINGS["purpose"])
    purpose = model_sentences.PURPOSE_DRAFT if _is_draft(case) else model_sentences.PURPOSE
    yield PaperParagraph(purpose.format(**names))
    yield from _build_background(case)
    yield from _build_analysis(case, {title: letter for letter, title, _ in annexes})
    yield from _build_recommendation(case)
    yield from _build_consequences(case)
    yield from _build_conclusion(case)
    for letter, title, part in annexes:
        yield PaperHeading(2, title.format(letter=letter), annex=letter == "A")
        yield part


def _is_draft(case: ModelChangeCase) -> bool:
    """Whether both models are drafts of one version."""
    return case.before.reference == case.after.reference


def _collect_names(case: ModelChangeCase) -> dict[str, str]:
    deciders = [role.render("da") for role in case.deciders]
    deciders = [*deciders[:1], *map(lower_first_letter, deciders[1:])]
    change = model_sentences.DRAFT if _is_draft(case) else model_sentences.CHANGE
    versions = {"before": case.before.version, "after": case.after.version}
    words = case.after.words
    return {
        "paper": words.paper.render("da"),
        "evaluator": words.evaluator.render("da"),
        "of_evaluator": possessive(phrase(words.evaluator)).render("da"),
        "model": case.after.name.render("da") or case.after.id,
        "change": change.format(**versions),
        "who": format_alternatives(deciders, "da") or words.decider.render("da"),
        "before": case.before.reference,
        "after": case.after.reference,
    }


def _build_background(case: ModelChangeCase) -> Iterator[PaperPart]:
    yield PaperHeading(2, HEADINGS["background"])
    about = _describe_model("before", case.before) | _describe_model("after", case.after)
    count = len(case.impacts)
    several = model_sentences.COMPARED.choose(count).da
    compared = several if count else model_sentences.COMPARED_NONE
    said = compared.format(products=count, as_of=format_day(case.as_of, "da"))
    models = model_sentences.BOTH_DRAFTS if _is_draft(case) else model_sentences.BOTH_VERSIONS
    if case.elsewhere:
        versions = render_elsewhere(case.elsewhere, "da")
        said = f"{said} {model_sentences.ELSEWHERE.format(versions=versions)}"
    yield PaperParagraph(f"{models.format(**about)} {said}")
    if case.unread:
        places = format_list([each.location.file for each in case.unread], "da")
        yield PaperParagraph(model_sentences.UNUSABLE_FILES.format(places=places))
    yield PaperField("background", model_sentences.PROMPTS["background"])


def _describe_model(side: str, model: Model) -> dict[str, str | int]:
    on = (
        model_sentences.PUBLISHED.format(
            on=format_partial_date(model.published, "da") or model.published
        )
        if model.published
        else model_sentences.UNPUBLISHED
    )
    return {
        side: model.reference,
        f"{side}_count": len(model.criteria),
        f"{side}_levels": len(model.levels),
        f"{side}_on": on,
    }


def _build_analysis(case: ModelChangeCase, letters: dict[str, str]) -> Iterator[PaperPart]:
    yield PaperHeading(2, HEADINGS["analysis"])
    yield PaperHeading(3, model_sentences.IN_MODEL)
    changes = tuple(_render_changes(case))
    yield PaperList(changes) if changes else PaperParagraph(model_sentences.NO_CHANGES)
    if case.differences:
        yield PaperParagraph(
            model_sentences.CRITERIA_IN_ANNEX.format(
                letter=letters[model_sentences.ANNEX_CRITERIA]
            )
        )
    yield PaperHeading(3, model_sentences.IN_PRODUCTS)
    if case.impacts:
        yield PaperParagraph(_render_movements(case))
    yield PaperTable(model_sentences.SPREAD_COLUMNS, tuple(_list_spread(case)))
    yield from _build_blocking_changes(case)
    touched = _list_affected(case)
    if not touched:
        yield PaperParagraph(model_sentences.NONE_AFFECTED)
    elif len(touched) > MAX_PRODUCTS:
        letter = letters[model_sentences.ANNEX_PRODUCTS]
        yield PaperParagraph(
            model_sentences.PRODUCTS_IN_ANNEX.format(count=len(touched), letter=letter)
        )
    else:
        yield PaperParagraph(model_sentences.AFFECTED)
        yield _build_product_table(touched)
    yield PaperHeading(3, JUDGEMENTS)
    judgement = model_sentences.PROMPTS["judgement"].format(**_collect_names(case))
    yield PaperField("judgement", judgement)
    yield PaperField("hearing", model_sentences.PROMPTS["hearing"])


def _render_changes(case: ModelChangeCase) -> Iterator[str]:
    """Yield a line for each kind of change, with the criteria concerned."""
    for kind, word in CHANGE_LABELS.items():
        found = [_render_ids(each) for each in case.differences if kind in each.kinds]
        if found:
            said = word.render("da")
            yield model_sentences.CHANGE_KIND.format(
                kind=said[:1].upper() + said[1:], names=_list_some(found)
            )
    for text, levels in (
        (model_sentences.LEVELS, case.changed_levels),
        (model_sentences.DROPPED, case.dropped_levels),
    ):
        if levels:
            yield text.format(names=format_list([_render_level(each) for each in levels], "da"))
    if case.attainment_differs:
        yield model_sentences.ATTAINMENT
    if case.vocabulary_differs:
        yield model_sentences.VOCABULARY


def _render_ids(difference: CriterionDifference) -> str:
    before = " + ".join(difference.before)
    if difference.after is None or before in {"", difference.after}:
        return difference.after or before
    return f"{before} → {difference.after}"


def _list_some(names: list[str]) -> str:
    """List names up to a limit, and count the others."""
    left = len(names) - MAX_CRITERIA
    return format_list(
        [*names[:MAX_CRITERIA], model_sentences.MORE_CRITERIA.format(count=left)]
        if left > 0
        else names,
        "da",
    )


def _render_level(level: Level | None) -> str:
    return model_sentences.BELOW if level is None else level.name.render("da") or level.id


def _render_movements(case: ModelChangeCase) -> str:
    counts = count_impacts(case.impacts)
    ways = (
        model_sentences.MOVEMENTS.choose(counts["up"]).da
        if counts["up"] or counts["down"]
        else model_sentences.NO_MOVEMENTS
    )
    said = [ways] if case.impacts else []
    if unsettled := counts["unsettled"]:
        one = model_sentences.UNSETTLED_ONE
        said.append(one if unsettled == 1 else model_sentences.UNSETTLED)
    said += [model_sentences.INCOMPARABLE] if counts["apart"] else []
    return " ".join(said).format(**counts)


def _list_spread(case: ModelChangeCase) -> Iterator[tuple[str, ...]]:
    for level, before, after in case.spread:
        yield _render_level(level), str(before), str(after)
    if any(case.unsettled):
        before, after = case.unsettled
        yield model_sentences.NOT_SETTLED, str(before), str(after)


def _build_blocking_changes(case: ModelChangeCase) -> Iterator[PaperPart]:
    """Yield the criteria that begin or cease to block products, with the number of products."""
    lines = []
    for text, key in (
        (model_sentences.STOPPING, "stopping"),
        (model_sentences.OPENED, "opened"),
        (model_sentences.FREED, "freed"),
    ):
        times = Counter(name for each in case.impacts for name in getattr(each, key))
        if times:
            said = [
                model_sentences.CRITERION_COUNT.format(name=n, count=c)
                for n, c in times.most_common()
            ]
            lines.append(text.format(names=_list_some(said)))
    if lines:
        yield PaperList(tuple(lines))


def _list_affected(case: ModelChangeCase) -> list[Impact]:
    return [each for each in case.impacts if has_effect(each)]


def _build_product_table(impacts: Iterable[Impact]) -> PaperTable:
    return PaperTable(model_sentences.PRODUCT_COLUMNS, tuple(map(_build_product_row, impacts)))


def _build_product_row(impact: Impact) -> tuple[str, ...]:
    before, after = unpack_assessments(impact)
    return (
        after.product.name,
        *(_render_assessed(each) for each in (before, after)),
        _list_some(list(impact.stopping)),
        "; ".join(_render_to_do(impact)),
    )


def _render_assessed(assessment: Assessment) -> str:
    """The assessed level in a table; one that is not settled is told as such."""
    level = assessment.levels.assessed
    if level is None and assessment.states["assessed"] == NOT_SETTLED:
        return model_sentences.NOT_SETTLED
    names = {each.id: _render_level(each) for each in assessment.model.levels}
    return names.get(level or "", model_sentences.BELOW)


def _render_to_do(impact: Impact) -> Iterator[str]:
    if impact.forbidden:
        count = len(impact.forbidden)
        yield model_sentences.FIX_FACTS.choose(count).da.format(count=count)
    if impact.again:
        yield model_sentences.ANSWER_AGAIN.format(names=_list_some(list(impact.again)))
    if impact.asked:
        yield model_sentences.ADD_FACTS.format(
            names=_list_some([name for name, _ in impact.asked])
        )


def _build_recommendation(case: ModelChangeCase) -> Iterator[PaperPart]:
    text = model_sentences.RECOMMEND_DRAFT if _is_draft(case) else model_sentences.RECOMMEND
    yield PaperHeading(2, HEADINGS["recommendation"])
    yield PaperParagraph(text.format(**_collect_names(case)))
    yield PaperField("transition", model_sentences.PROMPTS["transition"])


def _build_consequences(case: ModelChangeCase) -> Iterator[PaperPart]:
    names = _collect_names(case)
    yield PaperHeading(2, HEADINGS["consequences"])
    yield PaperList(tuple(_render_consequences(case, names)))
    yield PaperField("effects", model_sentences.PROMPTS["effects"])


def _render_consequences(case: ModelChangeCase, names: dict[str, str]) -> Iterator[str]:
    if _is_draft(case):  # two models of one name
        names = names | model_sentences.DRAFT_NAMES
    yield model_sentences.YES.format(ways=_render_movements(case), **names)
    if case.undecided:
        placed = [each.attribution.change.product for each in case.undecided]
        yield model_sentences.UNDECIDED.format(names=_list_some(placed))
    else:
        yield model_sentences.NONE_UNDECIDED
    again, asked, forbidden = (
        sum(bool(getattr(each, key)) for each in case.impacts)
        for key in ("again", "asked", "forbidden")
    )
    for text, count in (
        (model_sentences.WORK_AGAIN, again),
        (model_sentences.WORK_ASKED, asked),
        (model_sentences.FORBIDDEN, forbidden),
    ):
        if count:
            yield text.choose(count).da.format(count=count)
    yield model_sentences.NO.format(**names)
    yield model_sentences.LATER.format(**names)


def _build_conclusion(case: ModelChangeCase) -> Iterator[PaperPart]:
    names = _collect_names(case)
    asked = [
        each.format(**names)
        for each in (
            model_sentences.QUESTIONS_DRAFT if _is_draft(case) else model_sentences.QUESTIONS
        )
    ]
    if case.undecided:
        asked.append(model_sentences.QUESTION_PLACEMENTS)
    yield PaperHeading(2, HEADINGS["conclusion"])
    yield PaperParagraph(model_sentences.CONCLUDE.format(**names))
    yield PaperList(tuple(asked))
    yield PaperParagraph(model_sentences.NEXT_STEPS.format(**names))


# -- annexes --------------------------------------------------------------------------------------


def _build_annexes(case: ModelChangeCase) -> list[tuple[str, str, PaperPart]]:
    """The non-empty annexes, each with its letter and title."""
    touched = _list_affected(case)
    made: list[tuple[str, PaperPart | None]] = [
        (
            model_sentences.ANNEX_PRODUCTS,
            _build_product_table(touched) if len(touched) > MAX_PRODUCTS else None,
        ),
        (
            model_sentences.ANNEX_CRITERIA,
            _build_criteria_table(case) if case.differences else None,
        ),
        (
            model_sentences.ANNEX_FIXES,
            _build_fix_table(case) if any(each.forbidden for each in case.impacts) else None,
        ),
        (model_sentences.ANNEX_PROVENANCE, _build_provenance(case)),
    ]
    there = [(title, part) for title, part in made if part]
    return [(letter, title, part) for letter, (title, part) in zip("ABCD", there, strict=False)]


def _build_criteria_table(case: ModelChangeCase) -> PaperTable:
    return PaperTable(
        model_sentences.CRITERIA_COLUMNS,
        tuple(_build_criterion_row(each, case) for each in case.differences),
    )


def _build_criterion_row(
    difference: CriterionDifference, case: ModelChangeCase
) -> tuple[str, ...]:
    model, name = (
        (case.after, difference.after) if difference.after else (case.before, difference.before[0])
    )
    names = {level.id: _render_level(level) for level in (*case.before.levels, *case.after.levels)}
    said = format_list([CHANGE_LABELS[kind].render("da") for kind in difference.kinds], "da")
    if difference.levels:
        said += f" ({' → '.join(names[level] for level in difference.levels)})"
    return (
        " + ".join(difference.before),
        difference.after or "",
        model.by_id[name].title.render("da"),
        said,
    )


def _build_fix_table(case: ModelChangeCase) -> PaperTable:
    found = (one for each in case.impacts for one in each.forbidden)
    return PaperTable(
        model_sentences.FIX_COLUMNS,
        tuple(
            (str(one.location), one.message.render("da"), one.remedy.render("da")) for one in found
        ),
    )


def _build_provenance(case: ModelChangeCase) -> PaperList:
    models = (model_sentences.PROVENANCE_MODEL.format(reference=m.reference, digest=m.digest)
              for m in (case.before, case.after))  # fmt: skip
    files = dict(
        pair for each in case.impacts for pair in unpack_assessments(each)[1].files.items()
    )
    listed_files = (f"{name}: {digest}" for name, digest in sorted(files.items()))
    made = model_sentences.PROVENANCE.format(as_of=format_day(case.as_of, "da"))
    return PaperList((made, *models, *listed_files, f"os2governance {VERSION}"))
