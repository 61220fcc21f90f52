"""The hearing in a paper for a board."""

from datetime import date

from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.assessment.levels import assess
from os2governance.render.board.hearing import build_hearing
from os2governance.render.common.paper_markdown import render_paper_markdown

EVALUATION = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}


def paper(tmp_path, *hearings, evaluations=(EVALUATION,)):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)]))
    folder = write_product(tmp_path, evaluations=evaluations, hearings=hearings)
    assessment = assess(load_product(folder, model), model, as_of=date(2026, 5, 1))
    return render_paper_markdown(build_hearing(assessment), {})


def answer(day, by, kind, **more):
    return {
        "evaluation": "2026-03-01",
        "heard": {"on": f"2026-03-{day}", "by": by},
        "answer": kind,
        **more,
    }


def test_nothing_is_said_without_an_evaluation(tmp_path):
    assert paper(tmp_path, evaluations=()).strip() == ""


def test_silence_is_told(tmp_path):
    assert "1. marts 2026" in paper(tmp_path)


def test_objections_stand_beside_the_light_and_the_reply(tmp_path):
    said = paper(
        tmp_path,
        answer(
            10, "owner", "objections", criteria={"A": "Der er | et bevis"}, note="Vi er uenige"
        ),
        answer(20, "board", "reply", criteria={"A": "Det er for gammelt"}),
    )

    assert "Ejeren" in said
    assert "> Vi er uenige" in said
    assert "| A | rød | Der er \\| et bevis | Det er for gammelt |" in said
