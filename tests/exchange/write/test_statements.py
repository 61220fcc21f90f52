"""What a document says of each criterion: facts before claims, the evaluator before the rules."""

import pytest
from documents_out import MODEL, assessed

from os2governance.exchange.write.statements import build_statements, has_evaluator_ratings

RATED = {
    "evaluated": {"on": "2026-04-01", "by": "Sekretariatet"},
    "lights": {"R1": {"light": "partly", "grounds": "Set"}},
}


def said(answers, **more):
    return {each.criterion.id: each for each in build_statements(assessed(answers, **more))}


@pytest.mark.parametrize(
    ("answer", "claim", "text"),
    [
        ({"answer": "met", "note": " Findes "}, "met", "Findes"),
        ({"answer": "unmet", "explanation": "Mangler"}, "unmet", "Mangler"),
        ({"answer": "not_applicable", "reason": "Nej"}, "not_applicable", "Nej"),
        ({"answer": "met", "note": "a\nb"}, "met", "a\nb"),
        ({"answer": "met"}, "met", ""),
    ],
)
def test_an_answer_is_told_as_it_was_given(answer, claim, text):
    found = said({"R1": answer})["R1"]

    assert (found.claim, found.text) == (claim, text)


def test_a_deadline_is_told_by_its_date():
    found = said({"R1": {"answer": "planned", "due": "2026-09-01"}})["R1"]

    assert found.claim == "planned"
    assert "1. september 2026" in found.text


def test_every_criterion_is_told_in_the_model_s_order_and_silence_is_no_claim():
    found = said({})

    assert list(found) == [each.id for each in MODEL.criteria]
    assert (found["R1"].claim, found["R1"].text, found["R1"].links) == ("", "", ())


def test_the_evaluator_s_ratings_are_told_alone_where_there_is_an_evaluation():
    rated, own = said({"R2": {"answer": "met"}}, evaluation=RATED), said({"R2": {"answer": "met"}})

    assert has_evaluator_ratings(assessed({}, evaluation=RATED))
    assert not has_evaluator_ratings(assessed({}))
    assert (rated["R1"].rating, rated["R1"].rationale) == ("partly", "Set")
    assert (rated["R2"].rating, rated["R2"].advice) == ("unknown", "")
    assert own["R2"].rating != "unknown"


def test_advice_is_only_for_what_is_not_met():
    met = {"answer": "met", "note": "a", "evidence": ["https://a.dk"]}
    found = said({"R1": met, "R2": {"answer": "unmet", "explanation": "a"}})

    assert (found["R1"].rating, found["R1"].advice) == ("met", "")
    assert found["R2"].advice == MODEL.by_id["R2"].remedy.da


def test_the_same_link_is_told_once():
    link = "https://a.dk/1"

    assert said({"R1": {"answer": "met", "evidence": [link, link]}})["R1"].links == (link,)
