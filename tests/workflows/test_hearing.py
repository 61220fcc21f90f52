"""An answer to an evaluation is a new file of the record, or nothing at all."""

from dataclasses import replace
from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance.analysis.hearing_state import find_hearing_state
from os2governance.authoring.hearing import HearingProposal
from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.find_products import assess_one_product
from os2governance.workflows.hearing import draft_hearing, record_hearing

EVALUATION = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}


@pytest.fixture
def heard(tmp_path, context):
    """Draft and record an answer; give its file, or the codes that refuse it."""
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    folder = write_product(tmp_path, evaluations=[EVALUATION])
    own = replace(context, criteria=(tmp_path / "criteria",), as_of=date(2026, 5, 1))

    def hear(answer, path=folder, **more):
        usual = {"evaluation": None, "on": date(2026, 4, 1), "by": "owner", "criteria": {}}
        proposal = HearingProposal(answer=answer, **{**usual, **more})
        draft, findings = draft_hearing(str(path), proposal, own)
        if draft is None:
            return [each.code for each in findings]
        assert record_hearing(draft, str(path)) == []
        return draft.path.relative_to(folder).as_posix()

    hear.state = lambda: find_hearing_state(assess_one_product(str(folder), own)[0])
    hear.folder = folder
    return hear


def test_answers_of_one_day_are_heard_in_their_order(heard):
    assert heard("objections", criteria={"A": "Den er åben."}) == "hearings/2026-04-01.yaml"
    assert (
        heard("reply", by="board", criteria={"A": "Ikke al kode."}) == "hearings/2026-04-01b.yaml"
    )
    [objection] = heard.state().objections
    assert objection == ("A", "Den er åben.", "Ikke al kode.")
    assert heard("agreed") == "hearings/2026-04-01c.yaml"
    assert (heard.state().state, heard.state().objections) == ("agreed", ())


@pytest.mark.parametrize(
    ("answer", "more", "codes"),
    [
        ("objections", {}, ["hearing-unclear"]),
        ("agreed", {"criteria": {"A": "x"}}, ["hearing-unclear"]),
        ("objections", {"criteria": {"Z": "x"}}, ["unknown-criterion"]),
        ("agreed", {"by": "nobody"}, ["unknown-role"]),
        ("agreed", {"evaluation": date(2026, 3, 2)}, ["hearing-without-evaluation"]),
    ],
)
def test_what_would_be_wrong_in_the_record_is_not_recorded(heard, answer, more, codes):
    assert heard(answer, **more) == codes
    assert not (heard.folder / "hearings").exists()


@pytest.mark.parametrize(
    ("answer", "more"), [("reply", {"note": "x"}), ("agreed", {"on": date(2026, 2, 1)})]
)
def test_nothing_is_answered_before_it_is_there(heard, answer, more):
    with pytest.raises(NotPossibleError):
        heard(answer, **more)


def test_without_an_evaluation_there_is_nothing_to_answer(heard):
    (heard.folder / "evaluations" / "2026-03-01.yaml").unlink()

    with pytest.raises(NotPossibleError):
        heard("agreed")
