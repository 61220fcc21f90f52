"""One product in full: nine levels, the ladder, deviations, what blocks the next level."""

from collections.abc import Iterator, Sequence

from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.ladder import NOT_SETTLED, climb
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import KIND_LABELS, LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, Text, _, format_list, ngettext, pgettext
from os2governance.model.model import Model
from os2governance.product.record import Evaluation
from os2governance.render.assessment.deviations import render_accepted_deviations
from os2governance.render.assessment.ladder import render_ladder_blocks
from os2governance.render.common.blocks import (
    BLANK,
    NBSP,
    Block,
    Cell,
    Paragraph,
    Span,
    TextTable,
    cell,
    paragraph,
)
from os2governance.render.common.findings import (
    render_finding_blocks,
    render_finding_counts,
    render_findings_by_level,
    render_grouped_notes,
    split_by_level,
)
from os2governance.render.common.level_sentences import (
    render_acceptance_clause,
    render_open_clause,
    render_open_reason,
    render_stopped_clause,
    render_support_sentence,
)
from os2governance.render.common.levels import (
    NOT_STATED,
    add_counts,
    group_by_status,
    render_footer,
    render_labelled_status_counts,
    render_level,
    render_level_differences,
    render_level_phrase,
    render_level_word,
)

_TITLES = {
    "declared": _("Filled in"),
    "missing": _("Self-assessment"),
    "submitted": _("Handed in"),
    "note": pgettext("of the declaration", "Note"),
    "reference": _("Source"),
    "file": _("File"),
    "levels": _("Levels"),
    "way": _("Blocking {level}"),
    "then": _("Also blocking {level}"),
    "open": _("Open criteria of {level}"),
    "findings": _("Findings: {counted}"),
}
_WITH_RESERVATIONS = _("with reservations about {criteria}")
_DECLARED_BY = _("{on}, {by}")
_DECIDED_BY = _("decided {on}, {by}")
_EVALUATED_BY = _("evaluated {on}, {by}")
_NOBODY = {
    "placed": _("not placed"),
    "declared": _("no self-assessment in force"),
    "evaluated": _("not evaluated"),
    "recommended": _("no recommendation"),
    "claimed": _("the self-assessment names no aim"),
}
"""What is said where nobody states a level."""
_DRAFT = _("draft")
_NONE_IN_FORCE = _("none in force; the product is assessed by its other files")
_DRAFT_COUNTS_NOWHERE = _("The self-assessment is a draft: it counts in no figure and no badge.")


def render_product_blocks(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the page."""
    yield from render_product_head(assessment, language)
    yield from _render_title(_TITLES["levels"].render(language))
    yield TextTable(tuple(_render_levels(assessment, language)), indent=2)
    if support := render_support_sentence(assessment, language):
        yield paragraph(support, indent=2, hang=2)
    lights = render_labelled_status_counts(add_counts(assessment.counts.values()), language)
    outcomes = len(assessment.outcomes)
    count = ngettext("{count} criterion:", "{count} criteria:", outcomes).fill(count=outcomes)
    yield Paragraph(
        (Span(f"{count.render(language)} ".replace(" ", NBSP)), Span(" "), *lights),
        indent=2,
        hang=2,
    )
    for difference in render_level_differences(assessment, language):
        yield Paragraph(difference, indent=2, hang=2)
    yield from render_ladder_blocks(assessment, language)
    yield from render_accepted_deviations(assessment, language)
    yield from _render_blockers(assessment, language)
    yield from _render_findings(assessment, language)
    yield BLANK
    yield render_footer([assessment.model.reference], assessment.as_of, language)


def _render_title(title: str) -> Iterator[Block]:
    yield BLANK
    yield paragraph(Span(title, "title"))


def render_product_head(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the name, who filled in the self-assessment and when, and caveats."""
    product = assessment.product
    said = [KIND_LABELS[product.kind].render(language)]
    if assessment.lifecycle != "active":
        said.append(LIFECYCLE_LABELS[assessment.lifecycle].render(language))
    if assessment.draft:
        said.append(_DRAFT.render(language))
    yield paragraph(Span(product.name, "title"), Span(f" · {', '.join(said)}", "faint"))
    table = [
        (cell(_TITLES[key].render(language)), cell(text))
        for key, text in _list_head_rows(assessment, language)
        if text
    ]
    yield TextTable(tuple(table), indent=2)
    if assessment.draft:
        yield paragraph(Span(_DRAFT_COUNTS_NOWHERE.render(language), "warning"), indent=2, hang=2)


def _list_head_rows(assessment: Assessment, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the rows of the head, each with the key of its title."""
    declaration = assessment.declaration
    if declaration is None:
        yield "missing", _NONE_IN_FORCE.render(language)
    else:
        on = format_day(declaration.declared_on, language)
        yield "declared", _fill_text(_DECLARED_BY, language, on=on, by=declaration.declared_by)
        if declaration.submitted_on:
            on = format_day(declaration.submitted_on, language)
            by = declaration.submitted_by
            yield "submitted", _fill_text(_DECLARED_BY, language, on=on, by=by) if by else on
        yield "note", declaration.note
        yield "reference", declaration.reference
    yield "file", assessment.document.file


# -- levels -----------------------------------------------------------------------------------


def _render_levels(assessment: Assessment, language: Language) -> Iterator[tuple[Cell, ...]]:
    for kind in LEVEL_KINDS:
        word = render_level_word(assessment.model, kind, language)
        level = render_level(assessment, kind, language)
        bold = cell(Span(level, "faint" if level == NOT_STATED else "strong"))
        means = render_level_meaning(assessment, kind, language)
        yield cell(word), bold, cell(Span(means, "faint"))


def render_level_meaning(assessment: Assessment, kind: str, language: Language) -> str:
    """Where a level comes from: who set it and when, or what it is counted from."""
    if kind == "assessed":
        return _render_assessed_meaning(assessment, language)
    if kind in _NOBODY and _is_stated_by_nobody(assessment, kind):
        silent = kind == "claimed" and assessment.declaration is None
        return _NOBODY["declared" if silent else kind].render(language)
    return _render_level_origin(assessment, kind, language) or LEVEL_KINDS[
        kind
    ].description.render(language)


def _is_stated_by_nobody(assessment: Assessment, kind: str) -> bool:
    return render_level(assessment, kind, "en") == NOT_STATED


def _render_assessed_meaning(assessment: Assessment, language: Language) -> str:
    """Whether the assessed level is settled, and what it rests on."""
    said = []
    if assessment.reservations:
        criteria = format_list(assessment.reservations, language)
        said.append(_fill_text(_WITH_RESERVATIONS, language, criteria=criteria))
    said.append(render_acceptance_clause(assessment, language))
    if assessment.levels.assessed is None:
        reason = render_open_reason(assessment, language)
        said.append(reason or render_stopped_clause(assessment, language))
    else:
        said.append(render_open_clause(assessment, language))
    text = "; ".join(filter(None, said))
    return text or LEVEL_KINDS["assessed"].description.render(language)


def _render_level_origin(assessment: Assessment, kind: str, language: Language) -> str:
    """Who set a level, and when."""
    placement, evaluation = assessment.placement, _find_rating_evaluation(assessment)
    if kind == "placed" and placement:
        role = assessment.model.role_names[placement.by].render(language)
        on = format_day(placement.on, language)
        return _fill_text(_DECIDED_BY, language, on=on, by=role)
    if kind in {"evaluated", "recommended"} and evaluation:
        on = format_day(evaluation.on, language)
        return _fill_text(_EVALUATED_BY, language, on=on, by=evaluation.by)
    return ""


def _find_rating_evaluation(assessment: Assessment) -> Evaluation | None:
    """The newest evaluation in force that can be compared with the model."""
    in_force = assessment.record.evaluations_in_force(assessment.as_of)
    return next((each for each in in_force if each.comparable), None)


def _fill_text(text: Text, language: Language, **parts: str) -> str:
    return text.render(language).format(**parts)


# -- what is in the way -----------------------------------------------------------------------


def _render_blockers(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render what blocks each level above, or is open; what is inherited is not repeated."""
    model, before = assessment.model, set[str]()
    states = climb(assessment.outcomes, model).states
    for level, blockers in assessment.blockers.items():
        own = [assessment.outcome(id_) for id_ in blockers if id_ not in before]
        if not own:
            continue
        title = "open" if states[level] == NOT_SETTLED else "then" if before else "way"
        name = render_level_phrase(model, level, language)
        yield from _render_title(_fill_text(_TITLES[title], language, level=name))
        rows: list[tuple[Cell, ...]] = list(group_by_status(own, language))
        yield TextTable(tuple(rows), indent=2)
        for said in _list_lower_acceptances(own, model, level, language):
            yield paragraph(said, indent=2, hang=2)
        before.update(blockers)


def _list_lower_acceptances(
    outcomes: Sequence[Outcome], model: Model, level: str, language: Language
) -> Iterator[str]:
    """Yield which of the outcomes are accepted, but only for a level below this one."""
    lower: dict[str, list[str]] = {}
    for outcome in outcomes:
        given = outcome.acceptance
        if given and given.level and not counts_for_level(given, level, model):
            lower.setdefault(given.level, []).append(outcome.criterion.id)
    for each, names in lower.items():
        text = ngettext(
            "{criteria} is accepted, but only for {level}.",
            "{criteria} are accepted, but only for {level}.",
            len(names),
        )
        name = render_level_phrase(model, each, language)
        yield _fill_text(text, language, criteria=format_list(names, language), level=name)


def _render_findings(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render errors and warnings in full, and the notes on criteria grouped.

    What is missing from criteria is one line for each level.
    """
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]
    if not findings:
        return
    yield from _render_title(
        _fill_text(
            _TITLES["findings"], language, counted=render_finding_counts(findings, language)
        )
    )
    missing, others = split_by_level(findings)
    grave = [f for f in others if f.severity != "note" or not f.criterion]
    order = ["error", "warning", "note"]
    grave.sort(key=lambda f: order.index(f.severity))
    yield from render_finding_blocks(grave, language, indent=2)
    yield from render_findings_by_level(missing, assessment.model, language, indent=2)
    notes = [f for f in others if f.severity == "note" and f.criterion]
    yield from render_grouped_notes(notes, language, indent=2)
