"""Where the hearing on an evaluation stands."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.analysis.hearing_state import find_hearing_state
from os2governance.assessment.levels import assess

EVALUATED = date(2026, 5, 1)
EVALUATION = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}


def answer(day, kind, note="", **criteria):
    return {
        "evaluation": "2026-03-01",
        "heard": {"on": f"2026-03-{day}", "by": "owner"},
        "answer": kind,
        **({"note": note} if note else {}),
        **({"criteria": criteria} if criteria else {}),
    }


@pytest.mark.parametrize(
    ("hearings", "state", "objections"),
    [
        ([], "awaits_reply", []),
        ([answer(10, "agreed")], "agreed", []),
        ([answer(10, "objections", A="Nej")], "objections", [("A", "Nej", "")]),
        ([answer(10, "objections", note="Nej")], "objections", []),
        (
            [answer(10, "objections", A="Nej"), answer(11, "reply", A="Jo")],
            "replied",
            [("A", "Nej", "Jo")],
        ),
        (
            [answer(10, "objections", A="Nej", B="Nej"), answer(11, "reply", A="Jo")],
            "objections",
            [("A", "Nej", "Jo"), ("B", "Nej", "")],
        ),
        (
            [answer(10, "objections", A="Nej"), answer(11, "reply", note="Læst")],
            "replied",
            [("A", "Nej", "")],
        ),
        (
            [
                answer(10, "objections", A="Nej"),
                answer(11, "reply", A="Jo"),
                answer(12, "objections", A="Stadig nej"),
            ],
            "objections",
            [("A", "Stadig nej", "")],
        ),
        ([answer(10, "objections", A="Nej"), answer(11, "agreed")], "agreed", []),
        (
            [answer(10, "agreed"), answer(11, "objections", B="Nej")],
            "objections",
            [("B", "Nej", "")],
        ),
    ],
)
def test_the_state_is_that_of_the_newest_answers(tmp_path, hearings, state, objections):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion(name, "low", rule) for name in "AB"]))
    folder = write_product(tmp_path, evaluations=[EVALUATION], hearings=hearings)
    product = load_product(folder, model)
    found = find_hearing_state(assess(product, model, as_of=EVALUATED))

    assert (found.state, [tuple(each) for each in found.objections]) == (state, objections)


def test_without_an_evaluation_there_is_no_hearing(tmp_path):
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    )
    product = load_product(write_product(tmp_path), model)

    assert find_hearing_state(assess(product, model, as_of=EVALUATED)) is None
