"""Findings of one kind on several criteria of a level, as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.findings.finding import Location, make_finding
from os2governance.render.check.formats import CHECK_FORMATS, choose_reported
from os2governance.render.check.gather import gather_by_level
from os2governance.render.check.report import CheckResult

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
GATHERED = ("undocumented", "unanswered")


def found(code, criterion, line):
    title = MODEL.by_id[criterion].title
    return make_finding(
        code, Location("p", line, 1), criterion=criterion, id=criterion, title=title
    )


def test_there_is_one_for_each_level_with_a_count():
    findings = [
        found("undocumented", name, line) for line, name in enumerate(["R1", "F6", "F1", "F12"], 1)
    ]
    one, other, last = gather_by_level(findings, MODEL)

    assert (one.message.da, one.location.line, one.criterion) == (
        "Sandkasse: 2 krav er besvaret »opfyldt«, men dokumentationen mangler: R1, F1.",
        1,
        None,
    )
    assert (other, last) == (findings[1], findings[3])


def test_other_findings_stay_where_they_are():
    doubt = make_finding(
        "evidence-same-everywhere",
        Location("p", 2, 1),
        criterion="R1",
        count=9,
        criteria="R1",
        value="x",
    )
    findings = [found("unanswered", "R1", 1), doubt, found("unanswered", "F1", 3)]

    assert [each.code for each in gather_by_level(findings, MODEL)] == ["unanswered", doubt.code]
    assert gather_by_level(findings, None) == tuple(findings)


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_in_json_there_is_one_for_each_criterion(name):
    findings = [found("unanswered", each.id, 1) for each in MODEL.criteria]

    assert len(choose_reported(name, findings, MODEL)) == (43 if name == "json" else 4)


def test_a_gathered_finding_is_recognised_whichever_criteria_come_and_go():
    def fingerprint(*names):
        gathered = gather_by_level([found("unanswered", name, 1) for name in names], MODEL)
        checked = CheckResult(file="p", findings=gathered, texts={"p": "x"})
        return checked.build_fingerprints(gathered)

    assert fingerprint("R1", "F1") == fingerprint("F1", "F2", "F3")
    assert fingerprint("R1", "F1") != fingerprint("F6", "F7")


@given(st.lists(st.tuples(st.sampled_from(GATHERED), st.sampled_from(list(MODEL.by_id)))))
def test_no_criterion_is_lost_and_none_is_told_twice(pairs):
    findings = [found(code, name, line) for line, (code, name) in enumerate(pairs, 1)]
    told = []
    for each in gather_by_level(findings, MODEL):
        names = [each.criterion] if each.criterion else each.arguments["criteria"].split(", ")
        told += [(each.code, name) for name in names]

    assert sorted(told) == sorted(pairs)
