"""What is likely to be questioned, as people read it."""

from agreements import LATER, evaluated

from os2governance.analysis.evaluation_pairs import ClaimRecord
from os2governance.analysis.likely_questions import LikelyQuestion, find_likely_questions
from os2governance.render.agreement.questions_paper import (
    build_questions_paper,
    render_question_reasons,
)
from os2governance.render.common.paper import PaperHeading, PaperParagraph, PaperTable


def test_each_product_has_its_table(tmp_path):
    product = evaluated(tmp_path)
    parts = list(
        build_questions_paper([(product, find_likely_questions(product, {}))], LATER, "en")
    )
    (table,) = [part for part in parts if isinstance(part, PaperTable)]

    assert table.rows == (("A Open code", "met", "The latest assessment was yellow."),)
    assert parts[0] == PaperHeading(1, "What the evaluator is likely to ask about")


def test_a_product_without_any_says_so(tmp_path):
    parts = list(build_questions_paper([(evaluated(tmp_path), ())], LATER, "en"))

    assert PaperParagraph("Nothing in the self-assessment stands out.") in parts


def test_every_reason_has_its_words(tmp_path):
    question = LikelyQuestion(
        criterion="A",
        claimed="met",
        light="unmet",
        reasons=("light", "facts", "waived", "no_evidence", "often_lowered"),
        record=ClaimRecord(claimed=4, lowered=3),
    )
    said = list(render_question_reasons(evaluated(tmp_path).model, question, "da"))

    assert said == [
        "den seneste vurdering var rød",
        "oplysningerne viser noget andet",
        "ingen har accepteret, at kravet ikke er relevant",
        "dokumentationen mangler",
        "vurderet lavere i evalueringer: 3 af 4",
    ]
