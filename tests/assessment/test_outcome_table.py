"""The tables of semantics §2, §3(a) and §3(b), row by row, from files to outcome and finding."""

import pytest
from small_judgement import (
    MET,
    PARTLY,
    PLANNED,
    SAYS,
    SHOWN,
    UNKNOWN,
    UNMET,
    WAIVED,
    WAIVED_BARE,
    A,
    declaration,
    judge,
)

ANSWERS = [None, MET, SHOWN, PARTLY, UNMET, PLANNED, WAIVED, WAIVED_BARE, UNKNOWN]


def but(*left_out):
    return [answer for answer in ANSWERS if answer not in left_out]


OVERDUE = {**PLANNED, "due": "2026-04-30"}
UNDATED = {"answer": "planned"}
WAIVERS = [WAIVED, WAIVED_BARE]
MET_FALSE = "met false, partly undetermined"
# As the page has them: facts say, answer, outcome, basis, finding. Several answers are several rows.
TABLE = [
    ("true", but(UNMET, *WAIVERS), "met", "facts", []),
    ("true", [UNMET, *WAIVERS], "met", "facts", ["note answer-behind-facts"]),
    ("partly", but(MET, SHOWN), "partly", "facts", []),
    ("partly", [MET, SHOWN], "partly", "facts", ["warning contradiction"]),
    ("at least partly", [SHOWN], "met", "answer", []),
    ("at least partly", but(SHOWN), "partly", "facts", []),
    ("false", [MET, SHOWN], "unmet", "facts", ["error contradiction"]),
    ("false", [WAIVED], "not_applicable", "answer", []),
    ("false", but(MET, SHOWN, WAIVED), "unmet", "facts", []),
    (MET_FALSE, [MET, SHOWN], "partly", "answer", ["warning contradiction"]),
    ("undetermined", [SHOWN], "met", "answer", []),
    ("undetermined", [MET], "partly", "answer", ["warning undocumented"]),
]
# The rows of facts that are undetermined either way.
TABLE += [
    row
    for says in ("undetermined", MET_FALSE)
    for row in (
        (says, [PARTLY], "partly", "answer", []),
        (says, [UNMET], "unmet", "answer", []),
        (says, [PLANNED], "unmet", "answer", ["note planned"]),
        (says, [OVERDUE], "unmet", "answer", ["warning overdue"]),
        (says, [WAIVED], "not_applicable", "answer", []),
        (says, [WAIVED_BARE], "unknown", "answer", ["error reason-missing"]),
        (says, [UNKNOWN], "unknown", "answer", []),
        (says, [None], "unknown", None, ["note unanswered"]),
    )
]
ROWS = [
    pytest.param(says, answer, *rest, id=f"{says}: {answer}")
    for says, answers, *rest in TABLE
    for answer in answers
]


@pytest.mark.parametrize(("says", "answer", "status", "basis", "findings"), ROWS)
def test_the_table(says, answer, status, basis, findings):
    found = judge({"product": declaration("2026-04-01", SAYS[says], answer)})

    assert (found["status"], found["basis"]) == (status, basis)
    assert found["findings"] == findings


def test_the_table_has_each_answer_for_each_of_what_facts_say():
    for says in SAYS:
        answers = [answer for row, answers, *_ in TABLE if row == says for answer in answers]
        missing = [answer for answer in ANSWERS if answer not in answers]

        assert missing == []
        assert len(answers) == len(ANSWERS) + (OVERDUE in answers)


NOTED = {"answer": "met", "note": "Står i aftalens bilag 2"}
REFERRED = {"answer": "met", "evidence": ["Aftalens bilag 2"]}
PLACEHOLDER = {"answer": "met", "evidence": ["Se ovenfor"], "note": "Ja."}


@pytest.mark.parametrize(
    ("asked", "documented", "not_documented"),
    [
        ("none", [MET, NOTED, REFERRED, SHOWN, PLACEHOLDER], []),
        ("text", [NOTED, REFERRED, SHOWN], [MET, PLACEHOLDER]),
        ("link", [SHOWN], [MET, NOTED, REFERRED, PLACEHOLDER]),
    ],
)
def test_documented_as_the_criterion_asks(asked, documented, not_documented):
    for answer in documented + not_documented:
        files = {"product": declaration("2026-04-01", {}, answer)}
        expected = (
            ("met", "documented", [])
            if answer in documented
            else ("partly", "claimed", ["warning undocumented"])
        )
        for found in (
            judge(files, {**A, "evidence": asked}),
            judge(files, evidence=asked),
            judge(files, {**A, "evidence": asked}, evidence="none"),
        ):
            assert (found["status"], found["backing"], found["findings"]) == expected


@pytest.mark.parametrize(
    ("answer", "counts_as", "status", "finding"),
    [
        (PLANNED, "partly", "partly", "note planned"),
        (PLANNED, "unmet", "unmet", "note planned"),
        (UNDATED, "partly", "partly", "warning planned-undated"),
        ({**PLANNED, "due": "2026-05-01"}, "partly", "partly", "note planned"),
        ({**PLANNED, "due": "2026-05"}, "partly", "partly", "note planned"),
        ({**PLANNED, "due": 2026}, "partly", "partly", "note planned"),
        (OVERDUE, "partly", "unmet", "warning overdue"),
        ({**PLANNED, "due": "2026-04"}, "partly", "unmet", "warning overdue"),
        ({**PLANNED, "due": "2025"}, "partly", "unmet", "warning overdue"),
    ],
)
def test_a_plan_counts_as_the_model_says_until_its_last_day(answer, counts_as, status, finding):
    found = judge({"product": declaration("2026-04-01", {}, answer)}, planned=counts_as)

    assert (found["status"], found["basis"], found["backing"]) == (status, "answer", "claimed")
    assert finding in found["findings"]


@pytest.mark.parametrize("counts_as", ["partly", "unmet"])
def test_a_plan_alone_gives_no_level_whatever_its_colour(counts_as):
    files = {"product": declaration("2026-04-01", {}, PLANNED)}
    stops = judge(files, planned=counts_as)
    assert (stops["levels"]["assessed"], stops["states"]["assessed"]) == (None, "below")
    assert stops["blockers"]["low"] == ["A"]

    tolerated = judge(files, planned=counts_as, tolerated=["partly", "planned"])
    assert (tolerated["levels"]["assessed"], tolerated["levels"]["fully"]) == ("high", None)


def test_a_plan_beside_facts_is_no_plan_alone():
    files = {"product": declaration("2026-04-01", SAYS["at least partly"], PLANNED)}

    assert judge(files)["levels"]["assessed"] == "high"


@pytest.mark.parametrize(
    ("may", "answer", "status", "finding"),
    [
        ("with_reason", WAIVED, "not_applicable", None),
        ("with_reason", WAIVED_BARE, "unknown", "error reason-missing"),
        ("yes", WAIVED, "not_applicable", None),
        ("yes", WAIVED_BARE, "not_applicable", None),
        ("no", WAIVED, "unknown", "not-applicable-not-allowed"),
        ("no", WAIVED_BARE, "unknown", "not-applicable-not-allowed"),
    ],
)
def test_where_a_criterion_may_be_claimed_not_to_apply(may, answer, status, finding):
    files = {"product": declaration("2026-04-01", {}, answer)}
    for found in (
        judge(files, {**A, "not_applicable": may}),
        judge(files, not_applicable=may),
        judge(files, {**A, "not_applicable": may}, not_applicable="yes"),
    ):
        assert found["status"] == status
        assert [each for each in found["findings"] if finding and finding in each] == (
            found["findings"]
        )
        assert len(found["findings"]) == (1 if finding else 0)


def test_a_refused_claim_is_no_claim_against_false_facts():
    files = {"product": declaration("2026-04-01", SAYS["false"], WAIVED)}

    assert judge(files, {**A, "not_applicable": "no"})["status"] == "unmet"


NEVER_ENOUGH = {**A, "basis": "facts"}


@pytest.mark.parametrize(
    ("says", "answer", "status", "finding"),
    [
        ("undetermined", SHOWN, "unknown", True),
        ("undetermined", MET, "unknown", True),
        ("undetermined", PARTLY, "unknown", True),
        ("undetermined", PLANNED, "unknown", True),
        ("undetermined", UNMET, "unmet", False),
        ("undetermined", UNKNOWN, "unknown", False),
        (MET_FALSE, SHOWN, "unknown", True),
        ("at least partly", SHOWN, "partly", True),
        ("true", SHOWN, "met", False),
        ("partly", PARTLY, "partly", False),
        ("false", UNMET, "unmet", False),
    ],
)
def test_an_answer_is_never_enough_where_the_criterion_says_so(says, answer, status, finding):
    found = judge({"product": declaration("2026-04-01", SAYS[says], answer)}, NEVER_ENOUGH)

    assert found["status"] == status
    assert any("answer-not-enough" in each for each in found["findings"]) is finding


def test_a_light_counts_where_an_answer_is_never_enough():
    files = {"evaluations": [{"evaluated": {"on": "2026-04-01", "by": "X"}, "lights": {"A": {"light": "met"}}}]}  # fmt: skip

    assert judge(files, NEVER_ENOUGH)["status"] == "met"


@pytest.mark.parametrize(
    ("answer", "status"), [(SHOWN, "met"), (UNMET, "unmet"), (WAIVED, "not_applicable"), (None, "unknown")]
)  # fmt: skip
def test_judgement_needs_no_fact(answer, status):
    judged = {key: value for key, value in A.items() if key not in {"met", "partly"}}
    found = judge({"product": declaration("2026-04-01", SAYS["true"], answer)}, judged)

    assert found["status"] == status


APPLIES = {**A, "applies": {"fact": "open", "equals": True}}


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("light", [None, "met", "unmet", "not_applicable"])
def test_what_does_not_apply_by_facts_is_satisfied_before_all_else(answer, light):
    lights = {"A": {"light": light}} if light else {}
    files = {
        "product": declaration("2026-04-01", {"open": False, "licence": None}, answer),
        "evaluations": [{"evaluated": {"on": "2026-04-02", "by": "X"}, "lights": lights}],
    }
    found = judge(files, APPLIES)

    assert (found["status"], found["basis"]) == ("not_applicable", "facts")
    assert found["levels"]["fully"] == "high"


def test_what_applies_by_facts_cannot_be_claimed_not_to():
    files = {"product": declaration("2026-04-01", {"open": True, "licence": None}, WAIVED)}
    judged = {key: value for key, value in APPLIES.items() if key not in {"met", "partly"}}
    found = judge(files, judged)
    assert found["status"] == "unknown"
    assert any("not-applicable-not-allowed" in each for each in found["findings"])

    undetermined = {"product": declaration("2026-04-01", {}, WAIVED)}
    assert judge(undetermined, judged)["status"] == "not_applicable"
