"""The names in a board case, as its sentences use them."""

from collections.abc import Sequence

from os2governance.analysis.board_case import BoardCase
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import format_alternatives, format_list, lower_first_letter
from os2governance.model.model import Level, Model
from os2governance.model.words import phrase, possessive
from os2governance.render.board import product_sentences as sentences

STATUS_RANK = {"unknown": 0, "unmet": 1, "partly": 2, "met": 3, "not_applicable": 4}

MAX_DEVIATIONS = 5
"""More deviations than this are moved to an annex, to keep the paper short."""

SHOWN_LEVELS = (
    "placed", "assessed", "fully", "confirmed", "declared", "evaluated", "possible",
    "recommended", "claimed",
)  # fmt: skip
"""The levels that are shown, if they are stated; the placement leads, and is always shown."""


def collect_names(case: BoardCase) -> dict[str, str]:
    """What the sentences call things, by the model's words."""
    model, words = case.assessment.model, case.assessment.model.words
    deciders = [role.render("da") for role in case.deciders]
    deciders = [*deciders[:1], *map(lower_first_letter, deciders[1:])]
    level, placed = case.level, case.assessment.levels.placed
    return {
        "paper": words.paper.render("da"),
        "name": case.assessment.product.name,
        "level": level.phrase.render("da") if level else "",
        "at": level.at.render("da") if level else "",
        "placed": find_level(model, placed).at.render("da") if placed else "",
        "who": format_alternatives(deciders, "da") or words.decider.render("da"),
        "evaluator": words.evaluator.render("da"),
        "the_evaluator": phrase(words.evaluator).render("da"),
        "evaluators": possessive(words.evaluator).render("da"),
        "of_evaluator": possessive(phrase(words.evaluator)).render("da"),
    }


def find_level(model: Model, name: str) -> Level:
    """The level of a model by its id."""
    return next(each for each in model.levels if each.id == name)


def render_criterion(outcome: Outcome) -> str:
    """A criterion by its id and title."""
    name, title = outcome.criterion.id, outcome.criterion.title.render("da")
    return name if title in {"", name} else f"{name} {title}"


def list_criteria(outcomes: Sequence[Outcome]) -> str:
    """Criteria by id and title, as a list in a sentence."""
    return format_list([render_criterion(each) for each in outcomes], "da")


def render_status(outcome: Outcome) -> str:
    """The status of a criterion in words."""
    said = STATUS_SYMBOLS[outcome.status].word.render("da")
    return sentences.ONLY_PLANNED.format(status=said) if outcome.planned else said
