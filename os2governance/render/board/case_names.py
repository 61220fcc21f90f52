"""The names in a board case, as its sentences use them."""

from collections.abc import Iterable, Sequence

from os2governance.analysis.board_case import BoardCase
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import format_list, lower_first_letter
from os2governance.model.model import Model
from os2governance.model.words import NEUTRAL_WORDS, phrase, possessive
from os2governance.render.board import product_sentences as sentences
from os2governance.render.common.criterion import name_criterion

STATUS_RANK = {"unknown": 0, "unmet": 1, "partly": 2, "met": 3, "not_applicable": 4}

MAX_DEVIATIONS = 8
"""More deviations than this are moved to an annex, to keep the paper short."""

SHOWN_LEVELS = (
    "placed", "assessed", "evaluated", "declared", "possible", "recommended", "claimed",
)  # fmt: skip
"""The levels that are shown, if they are stated; the placement leads, and is always shown."""


def collect_names(case: BoardCase) -> dict[str, str]:
    """What the sentences call things, by the model's words."""
    model, words = case.assessment.model, case.assessment.model.words
    level, placed = case.level, case.assessment.levels.placed
    who = case.addressee.name if case.addressee else words.decider
    another = words.decider in model.role_names.values() and who != words.decider
    return {
        "paper": (NEUTRAL_WORDS if another else words).paper.render("da"),
        "name": case.assessment.product.name,
        "level": level.phrase.render("da"),
        "at": level.at.render("da"),
        "placed": model.levels_by_id[placed].phrase.render("da") if placed else "",
        "placed_at": model.levels_by_id[placed].at.render("da") if placed else "",
        "who": who.render("da"),
        "the_who": phrase(who).render("da"),
        "evaluator": words.evaluator.render("da"),
        "the_evaluator": phrase(words.evaluator).render("da"),
        "evaluators": possessive(words.evaluator).render("da"),
        "of_evaluator": possessive(phrase(words.evaluator)).render("da"),
    }


def letter_annexes(case: BoardCase, *, full: bool) -> dict[str, str]:
    """The letter of each annex of the paper, by what it holds; with `full` also the long ones."""
    held = {
        "deviations": len(case.deviations) > MAX_DEVIATIONS,
        "ratings": bool(case.differing_ratings),
        "summary": is_summary_shortened(case),
        "criteria": full,
        "provenance": full,
    }
    return dict(zip((name for name, there in held.items() if there), "ABCDE", strict=False))


MAX_SUMMARY = 600
"""Characters of the evaluator's words in the paper itself; longer ones are shortened."""


def find_summary(case: BoardCase) -> str:
    """The evaluator's summary; empty without one."""
    return case.evaluation.summary.strip() if case.evaluation else ""


def is_summary_shortened(case: BoardCase) -> bool:
    """Whether the paper itself has only the first sentences of the evaluator's summary."""
    return len(find_summary(case)) > MAX_SUMMARY


def render_criterion(outcome: Outcome) -> str:
    """A criterion by its id and title."""
    return name_criterion(outcome.criterion.id, outcome.criterion.title, "da")


def render_role(role: str, model: Model) -> str:
    """A role as it stands inside a sentence."""
    known = model.roles_by_id.get(role)
    return known.phrase.render("da") if known else role


def render_role_name(role: str, model: Model) -> str:
    """A role by its name; an unknown one as it is written."""
    known = model.roles_by_id.get(role)
    return known.name.render("da") or role if known else role


def list_roles(roles: Iterable[str], model: Model) -> str:
    """Roles as a list in a sentence, each once."""
    return format_list([render_role(each, model) for each in dict.fromkeys(roles)], "da")


def list_titles(outcomes: Sequence[Outcome]) -> str:
    """Criteria by their titles alone, as a list in a sentence."""
    titles = (each.criterion.title.render("da") or each.criterion.id for each in outcomes)
    return format_list([lower_first_letter(each) for each in titles], "da")


def list_criteria(outcomes: Sequence[Outcome]) -> str:
    """Criteria by id and title, as a list in a sentence."""
    return format_list([render_criterion(each) for each in outcomes], "da")


def render_status(outcome: Outcome) -> str:
    """The status of a criterion in words."""
    said = STATUS_SYMBOLS[outcome.status].word.render("da")
    return sentences.ONLY_PLANNED.format(status=said) if outcome.planned else said
