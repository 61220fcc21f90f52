"""Which findings were there before: each known one is met once."""

from os2governance.findings.finding import Location, make_finding
from os2governance.workflows.check.known import (
    EMPTY_BASELINE,
    KnownFinding,
    KnownFindings,
    describe_finding,
    is_allowed_in_baseline,
    split_known_findings,
)

MARK = "0123456789abcdef0123456789abcdef"


def found(code="silence-without-reason", criterion=None, line=1):
    return make_finding(code, Location("f.yaml", line, 1), criterion=criterion)


def split(findings, known, **more):
    marks = [MARK[:31] + str(number) for number, _ in enumerate(findings)]
    kept = KnownFindings(by_file={"f.yaml": tuple(known)}, compared=frozenset(), **more)
    return split_known_findings(findings, marks, kept, lambda each: each.location.file)


def test_a_finding_is_known_by_its_fingerprint_and_one_that_is_there_twice_is_known_once():
    one = describe_finding(found(), MARK)
    new, known = split([found(), found()], [one])

    assert (len(new), known) == (1, [("f.yaml", one)])


def test_a_finding_on_a_criterion_is_known_though_its_line_has_changed():
    old = KnownFinding("undocumented", "another", "R1")
    new, known = split([found("undocumented", "R1"), found("undocumented", "R2")], [old])

    assert [each.criterion for each in new] == ["R2"]
    assert known == [("f.yaml", old)]


def test_another_code_another_file_or_no_criterion_is_another_finding():
    assert len(split([found()], [KnownFinding("other", MARK[:16])]).new) == 1
    assert len(split([found()], [KnownFinding("silence-without-reason", "x")]).new) == 1
    assert len(split([found()], []).new) == 1


def test_what_does_not_differ_is_known_and_a_baseline_says_nothing_of_it():
    known = KnownFindings(by_file={}, compared=frozenset({"a"}))

    assert known.knows_all_of("b")
    assert not known.knows_all_of("a")
    assert not EMPTY_BASELINE.knows_all_of("b")


def test_what_a_baseline_may_have():
    allowed = ("undocumented", "unanswered", "reason-missing", "lint-fact-untitled")
    firm = ("contradiction", "unknown-criterion", "yaml-syntax", "record-rewritten")

    assert [code for code in allowed if not is_allowed_in_baseline(found(code))] == []
    assert [code for code in firm if is_allowed_in_baseline(found(code))] == []


def test_the_number_of_equal_findings_is_part_of_a_fingerprint():
    assert describe_finding(found(), f"{MARK}:2").mark == f"{MARK[:16]}:2"
