"""A decision before it is made."""

import subprocess
import sys
from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance.authoring.decision import DecisionProposal, ProposedAcceptance
from os2governance.authoring.decision_text import append_decision
from os2governance.findings.finding import Location

HEAD = "format: os2governance/decisions/1\nproduct: tool\n"
TWO = "decisions:\n  - on: 2026-01-01\n    decision: admit\n    by: board\n"


@pytest.fixture
def decide(tmp_path, run):
    """Decide about a product with one criterion met and one not."""
    asked = {"fact": "open", "equals": True}
    model = write_model(
        tmp_path,
        [
            criterion("A", "low", asked),
            criterion("B", "high", {"fact": "licence", "present": True}),
        ],
        procedure={"end_of_acceptance": True},
    )
    product = write_product(tmp_path, facts={"open": True, "licence": None})

    def runs(*arguments, log=None, yes=True):
        if log is not None:
            (product / "decisions.yaml").write_bytes(log.encode())
        common = ["--criteria", model.parent.parent, "--as-of", "2026-05-01", "--lang", "en"]
        return run("decide", product, *arguments, *common, *(["--yes"] if yes else []))

    runs.log = product / "decisions.yaml"
    return runs


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["place", "--level", "high", "--by", "owner"], "decision-by-other-body"),
        (["place", "--level", "top", "--by", "board"], "unknown-level"),
        (["place", "--by", "board"], "decision-level"),
        (["pause", "--level", "high", "--by", "board"], "decision-level"),
        (["pause", "--by", "nobody"], "unknown-role"),
        (["pause", "--by", "board", "--on", "2026-05-02"], "decide-in-future"),
        (["pause", "--by", "board", "--on", "2025-12-31"], "decide-before-last"),
        (["resume", "--by", "board"], "decide-standing"),
        (["accept", "--by", "board"], "decide-accepts-nothing"),
        (["pause", "--by", "board", "--accept", "B=2027-01-01"], "decision-accepts"),
        (["accept", "--by", "board", "--accept", "C=2027-01-01"], "unknown-criterion"),
        (["accept", "--by", "board", "--accept", "A=2027-01-01"], "decide-accepts-met"),
        (["accept", "--by", "owner", "--accept", "B=2027-01-01"], "acceptance-by-declarer"),
        (["accept", "--by", "board", "--accept", "B"], "decide-accepts-without-end"),
        (["withdraw", "--by", "board"], "withdrawal-of-nothing"),
        (["withdraw", "--by", "board", "--criterion", "C"], "unknown-criterion"),
        (["withdraw", "--by", "board", "--criterion", "B"], "withdrawal-of-nothing"),
        (["withdraw", "--by", "owner", "--criterion", "B"], "withdrawal-by-other-body"),
        (["pause", "--by", "board", "--criterion", "B"], "decision-withdraws"),
        (["accept", "--by", "board", "--accept", "B=2026-04-30"], "decide-accepts-past"),
        (["accept", "--by", "board", "--accept", "B=2027-01-01"], "acceptance-without-level"),
        (
            ["accept", "--by", "board", "--accept", "B=2027-01-01", "--level", "top"],
            "unknown-level",
        ),
        (
            [
                "accept",
                "--by",
                "board",
                "--accept",
                "B=2027-01-01",
                "--level",
                "high",
                "--responsible",
                "nobody",
            ],
            "unknown-role",
        ),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_written(decide, arguments, code):
    result = decide(*arguments, "--grounds", "why", log=HEAD + TWO)

    assert (result.exit_code, code in result.stdout) == (1, True), result.output
    assert decide.log.read_text() == HEAD + TWO


def test_without_grounds_it_is_refused(decide):
    result = decide("accept", "--by", "board", "--accept", "B=2027-01-01")

    assert result.exit_code == 1
    assert "decide-without-grounds" in result.stdout
    assert "decide-accepts-without-grounds" in result.stdout
    assert not decide.log.exists()


def test_a_decision_is_written_behind_the_others(decide):
    log = HEAD + TWO + "  # the end"

    result = decide(
        "place", "--level", "high", "--by", "board", "--grounds", "Yes: # we do",
        "--accept", "B=2027-01-01: soon", "--reference", "https://example.org", log=log,
    )  # fmt: skip

    text = decide.log.read_text()
    assert result.exit_code == 0, result.output
    assert text.startswith(HEAD + TWO)
    assert text.endswith("  # the end")
    assert 'grounds: "Yes: # we do"' in text
    assert "The placement matches the assessment: by 1 accepted deviation (B)" in result.stdout


def test_an_acceptance_counts_for_its_level_with_what_was_promised(decide):
    promised = ("--action", "Choose a licence", "--responsible", "owner")
    result = decide(
        "accept", "--by", "board", "--level", "high", "--accept", "B=2027-01-01", *promised,
        "--grounds", "x", log=HEAD + TWO,
    )  # fmt: skip

    assert result.exit_code == 0, result.output
    assert "B is accepted for high, through 1 January 2027." in result.stdout
    assert "Follow-up: Choose a licence (The owner)." in result.stdout
    written = decide.log.read_text().removeprefix(HEAD + TWO)
    assert "decision: accept\n    level: high\n" in written
    assert "action: Choose a licence" in written
    assert "responsible: owner" in written


def test_an_acceptance_without_a_level_counts_for_the_one_placed(decide):
    place = HEAD + TWO.replace("decision: admit", "decision: place\n    level: high")
    result = decide(
        "accept", "--by", "board", "--accept", "B=2027-01-01", "--grounds", "x", log=place
    )

    assert result.exit_code == 0, result.output
    assert "B is accepted for high" in result.stdout
    assert "level:" not in decide.log.read_text().removeprefix(place)


def test_an_acceptance_needs_an_end_only_where_the_model_asks_and_the_criterion_applies(
    tmp_path, run
):
    rule = {"fact": "licence", "present": True}
    for asked, answer, code in (
        (False, None, 0),
        (True, None, 1),
        (True, {"answer": "not_applicable", "reason": "Ingen kode"}, 0),
    ):
        folder = tmp_path / f"{asked}-{code}"
        procedure = {"procedure": {"end_of_acceptance": True}} if asked else {}
        model = write_model(folder, [criterion("B", "high", rule)], **procedure)
        product = write_product(folder, answers={"B": answer} if answer else {})
        wanted = ("--level", "high", "--accept", "B", "--grounds", "x", "--by", "board", "--yes")
        criteria = ("--criteria", model.parent.parent, "--as-of", "2026-05-01")
        result = run("decide", product, "accept", *wanted, *criteria)

        assert result.exit_code == code, result.output
        assert ("decide-accepts-without-end" in result.output) == bool(code)


def test_a_placing_is_withdrawn_with_what_was_accepted_with_it(decide):
    log = HEAD + (
        "decisions:\n  - {on: 2026-01-01, decision: place, level: high, by: board, grounds: x,\n"
        "     accepts: {B: {until: 2027-01-01}}}\n"
    )
    result = decide("withdraw", "--by", "board", "--grounds", "An error", log=log)

    assert result.exit_code == 0, result.output
    assert "The acceptance of the deviation from B is withdrawn." in result.stdout
    assert "not placed" in result.stdout
    assert decide.log.read_text().startswith(log)
    assert "withdraws" not in decide.log.read_text()


def test_what_remains_unexplained_is_said(decide):
    result = decide("place", "--level", "high", "--by", "board", "--grounds", "x")

    assert "these criteria are still unexplained: B." in result.stdout
    assert decide.log.read_text().startswith(HEAD + "decisions:\n")


def test_a_log_that_accepts_what_the_model_no_longer_has_can_be_added_to(decide):
    accepts = "    accepts: {Z: {until: 2029-01-01}}\n"
    old = HEAD + TWO.replace("admit", "accept") + accepts
    result = decide("pause", "--by", "board", "--grounds", "x", log=old)

    assert result.exit_code == 0
    assert decide.log.read_text().startswith(old)


def test_without_a_terminal_and_without_yes_nothing_is_written(decide):
    result = decide("admit", "--by", "board", "--grounds", "x", yes=False)

    assert result.exit_code == 2
    assert not decide.log.exists()


@pytest.mark.parametrize("text", ["B=soon", "=2027-01-01", "B="])
def test_an_acceptance_that_is_wrongly_written(decide, text):
    result = decide("accept", "--by", "board", "--grounds", "x", "--accept", text)

    assert result.exit_code == 2


def test_a_log_with_errors_is_not_added_to(decide):
    result = decide("admit", "--by", "board", "--grounds", "x", log=HEAD + "decisions: 7\n")

    assert result.exit_code == 1
    assert decide.log.read_text() == HEAD + "decisions: 7\n"


LOGS = [
    HEAD + TWO,
    (HEAD + TWO).replace("\n", "\r\n"),
    (HEAD + TWO).rstrip("\n"),
    HEAD + TWO + "# the end\n",
    HEAD + TWO + "\n\n",
    HEAD + "decisions: [{on: 2026-01-01, decision: admit, by: board}]  # all\n",
    TWO + HEAD,
]


@pytest.mark.parametrize("log", LOGS)
def test_all_that_stands_in_a_log_stays(log):
    before = log.encode()
    proposal = DecisionProposal(
        on=date(2026, 5, 1),
        decision="accept",
        level=None,
        accepts={"B": ProposedAcceptance(date(2027, 1, 1), "x")},
        by="board",
        rationale="y: #",
        reference="",
    )

    after, findings = append_decision(before, "tool", 1, proposal, Location("log"))

    assert findings == []
    cut = next(
        n
        for n in range(len(before) + 1)
        if after.endswith(before[n:]) and after.startswith(before[:n])
    )
    assert after[:cut] + after[len(after) - len(before) + cut :] == before


def test_of_deciders_at_once_none_loses_what_another_wrote(decide, tmp_path):
    """Real processes, all deciding at once: whoever was told that it is recorded, is recorded."""
    command = [sys.executable, "-m", "os2governance", "decide", str(decide.log.parent), "accept"]
    common = ["--criteria", str(tmp_path / "criteria"), "--as-of", "2026-05-01", "--yes"]
    more = ["--by", "board", "--level", "high", "--accept", "B=2027-01-01"]
    running = [
        subprocess.Popen(
            [*command, *more, *common, "--grounds", f"number {n}."],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for n in range(4)
    ]
    said = {n for n, each in enumerate(running) if each.wait() == 0}

    text = decide.log.read_text()
    assert said
    assert {n for n in range(4) if f"grounds: number {n}." in text} == said
    assert list(decide.log.parent.glob(".*")) == []
