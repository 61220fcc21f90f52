"""A report as a whole: which kind it is, what is told of it, and what is odd about it."""

import pytest
from exchange.words import codes, wording

from os2governance.exchange.read.report import read_report

TABLE = "| # | Efterlevet? | Dokumentation |\n|---|---|---|\n"
RATED = "| # | Vurdering | Vurderingsgrundlag |\n|---|---|---|\n"


def read(text, file="r.md"):
    return read_report(text.encode(), file, wording())


def test_a_report_and_an_evaluation_are_told_by_their_columns():
    report, _ = read(TABLE + "| R1 | Ja | Findes |\n")
    evaluation, _ = read(RATED + "| R1 | 🟢 | Findes |\n")

    assert (report.kind, report.claims["R1"].status) == ("report", "met")
    assert (evaluation.kind, evaluation.claims["R1"].status) == ("evaluation", "met")


@pytest.mark.parametrize(
    "text", ["", "# Brev\n", TABLE, "```\n" + TABLE + "| R1 | Ja | x |\n```\n"]
)
def test_without_a_row_on_a_criterion_there_is_no_report(text):
    report, findings = read(text)

    assert report is None
    assert codes(findings)[-1] == ("import-no-rows", 1)


def test_what_is_odd_about_a_whole_table_is_said_once():
    _, unmarked = read("| # | Dokumentation |\n|---|---|\n| R1 | a |\n| R2 | b |\n")
    both = "| # | Efterlevet? | Vurdering |\n|---|---|---|\n| R1 | Ja | 🟢 |\n"

    assert [found.arguments["count"] for found in unmarked if found.code == "import-no-marks"] == [
        2
    ]
    assert [code for code, _ in codes(read(both)[1])].count("import-answers-beside") == 1


def test_levels_that_disagree_are_not_chosen_between():
    said = "Det anbefales at fastholde niveau 1.\n\nDet anbefales at løfte det til niveau 2.\n\n"
    report, findings = read(said + RATED + "| R1 | 🟢 | a |\n")

    assert report.level is None
    assert ("import-levels-disagree", 1) in codes(findings)


@pytest.mark.parametrize("name", ["\x1b[31mx", "<script>", "a|b"])
def test_hostile_names_of_files_are_only_referred_to(name):
    report, _ = read(TABLE + "| R1 | Ja | a |\n", f"d/{name}.md")

    assert report.reference.endswith(f"({name}.md)")
    assert f"d/{name}.md" not in report.reference


def test_the_first_heading_is_the_title_and_is_not_endless():
    report, _ = read("# " + "x" * 5000 + "\n\n" + TABLE + "| R1 | Ja | a |\n")

    assert report.reference == f"{'x' * 200} (r.md)"


def test_a_person_s_name_is_left_out_and_that_is_said():
    text = (
        "> **Udfyldt af:** Fornavn Efternavn, OS2-sekretariatet\n\n" + TABLE + "| R1 | Ja | a |\n"
    )
    report, findings = read(text)

    assert (report.by, report.name_left_out) == ("OS2-sekretariatet", True)
    assert ("import-name-left-out", 1) in codes(findings)
    assert "Efternavn" not in "".join(
        note.render("da") + note.render("en") for note in report.notes
    )
