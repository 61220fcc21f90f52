"""Every step, state and source of a round has its words."""

from pages import loaded
from rounds import DAY, record, round_of

from os2governance.portfolio.round import STEP_STATES, STEPS
from os2governance.render.round.labels import (
    SOURCE_LABELS,
    STATE_LABELS,
    STEP_LABELS,
    render_party,
)


def test_all_have_words():
    assert set(STEP_LABELS) == set(STEPS)
    assert set(STATE_LABELS) == set(STEP_STATES)
    assert set(SOURCE_LABELS) == {"", "record", "people"}


def test_whom_a_step_waits_for_is_the_models_word(tmp_path):
    done = {"self_assessment": DAY, "evaluation": DAY}
    (product,) = round_of(record(done=done)).products
    words = loaded(tmp_path).words
    said = {each.step: render_party(each, words, "en") for each in product.steps}

    assert said["evaluation"] == "the evaluator"
    assert said["decision"] == "the decision-maker"
    assert said["hearing"] == "the product"
