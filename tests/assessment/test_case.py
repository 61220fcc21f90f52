"""One criterion before its outcome: where its findings point."""

from datetime import date

from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.assessment.case import AssessmentInput, CriterionCase
from os2governance.assessment.claim import Claim
from os2governance.assessment.rule_verdict import evaluate_rules
from os2governance.product.facts import merge_facts

TODAY = date(2026, 5, 1)


def case(folder, answers) -> CriterionCase:
    made = criterion("A", "low", {"fact": "open", "present": True})
    model = load_model(write_model(folder, [made]))
    product = load_product(write_product(folder, answers=answers), model)
    facts = merge_facts(product.fact_files(TODAY), model.facts).scope(TODAY)
    said = AssessmentInput(
        model=model,
        document=product.document,
        facts=facts,
        others=None,
        answers=product.current.answers,
        acceptances={},
        lights={},
        as_of=TODAY,
    )
    return CriterionCase(
        criterion=model.by_id["A"],
        said=said,
        applies=None,
        facts=evaluate_rules(model.by_id["A"], facts),
        answer=said.answers.get("A"),
        claim=Claim.NONE,
        light=None,
    )


def test_a_finding_is_at_the_answer_or_where_the_answers_begin(tmp_path):
    answered = case(tmp_path / "a", {"A": {"answer": "met"}}).make_finding("undocumented")
    silent = case(tmp_path / "b", {}).make_finding("unanswered")

    assert (answered.location.line, answered.location.column) == (11, 13)
    assert silent.location.line == 9
    assert (answered.criterion, silent.criterion) == ("A", "A")


def test_a_finding_may_have_another_severity_than_its_code(tmp_path):
    found = case(tmp_path, {}).make_graded_finding("contradiction", "warning", against="x")

    assert found.severity == "warning"


def test_only_a_light_other_than_grey_is_coloured(tmp_path):
    assert not case(tmp_path, {}).coloured
