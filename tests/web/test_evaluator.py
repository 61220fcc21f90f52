"""The evaluator's page: drafts, the summary, and the grounds for a level."""

from datetime import date

import pytest
from web.conftest import Visitor, client_of

from os2governance.documents.yaml_reader import read_yaml

TYPED = {
    "on": "2026-05-01",
    "by": "Sekretariatet",
    "light.R1": "partly",
    "recommends": "sandkasse",
    "recommends.grounds": "Næsten\r\npå plads",
    "summary": "Godt på vej.",
}


def submit(visitor, **more):
    visitor.open("/eksempel/evaluate")
    held = {name: visitor.held(name) for name in ("was", "continues")}
    return visitor.press({**held, **TYPED, **more}, address="/eksempel/evaluate")


def written(folder):
    return {
        each.name: read_yaml(each.read_bytes(), each.name)[0].values
        for each in sorted((folder / "evaluations").glob("*"))
    }


def test_summary_and_grounds_are_written_and_shown_again(visitor, folder):
    submit(visitor)
    said = written(folder)["2026-05-01.yaml"]

    assert said["recommends"] == {"level": "sandkasse", "grounds": "Næsten\npå plads"}
    assert said["summary"] == "Godt på vej."
    assert said["evaluated"] == {"on": "2026-05-01", "by": "Sekretariatet"}
    again = visitor.open("/eksempel/evaluate")
    assert "Godt på vej." in again
    assert "Næsten\npå plads" in again
    assert "Gem som udkast" not in again


def test_grounds_need_their_level(visitor, folder):
    text = submit(visitor, recommends="")

    assert visitor.status == 422
    assert "Vælg det niveau, begrundelsen gælder." in text
    assert not (folder / "evaluations").exists()


def test_a_draft_counts_for_nothing_until_it_is_saved_as_an_evaluation(visitor, folder):
    text = submit(visitor, draft="1")
    assert "Det er et udkast og gælder ikke endnu." in text
    assert written(folder)["2026-05-01.yaml"]["evaluated"]["draft"] is True
    assert "Sekretariatets vurdering" not in visitor.open("/eksempel")

    text = submit(visitor)
    assert "draft" not in written(folder)["2026-05-01.yaml"]["evaluated"]
    assert "Sekretariatets vurdering, 1. maj 2026" in visitor.open("/eksempel")


def test_an_evaluation_in_force_does_not_become_a_draft_again(visitor, folder):
    submit(visitor)
    before = written(folder)
    submit(visitor, draft="1")

    assert visitor.status == 422
    assert written(folder) == before


@pytest.mark.parametrize("draft", ["1", ""])
def test_a_draft_of_an_earlier_day_is_continued_under_the_new_date(folder, draft):
    days = [date(2026, 5, 1)]
    visitor = Visitor(client_of(folder, days=days))
    submit(visitor, draft="1")
    days[0] = date(2026, 5, 4)
    text = visitor.open("/eksempel/evaluate")
    assert "I fortsætter med et udkast." in text
    assert "Godt på vej." in text

    more = {"draft": "1"} if draft else {}
    submit(visitor, on="2026-05-04", **more)
    assert list(written(folder)) == ["2026-05-04.yaml"]


def test_a_draft_continued_under_a_new_date_keeps_what_the_form_does_not_ask_for(folder):
    days = [date(2026, 5, 1)]
    visitor = Visitor(client_of(folder, days=days))
    submit(visitor, draft="1", **{"light.R1": "partly", "grounds.R1": "Delvist."})
    file = folder / "evaluations" / "2026-05-01.yaml"
    text = file.read_text().replace(
        "grounds: Delvist.", "grounds: Delvist.\n    advice: Skriv det."
    )
    assert "advice" in text
    file.write_text("# Aftalt på mødet\n" + text)
    days[0] = date(2026, 5, 4)
    submit(visitor, on="2026-05-04", **{"light.R1": "met", "grounds.R1": "Nu set."})

    [now] = (folder / "evaluations").glob("*")
    assert now.name == "2026-05-04.yaml"
    assert now.read_text().startswith("# Aftalt på mødet\n")
    assert written(folder)[now.name]["lights"]["R1"] == {
        "light": "met", "grounds": "Nu set.", "advice": "Skriv det.",
    }  # fmt: skip
    assert written(folder)[now.name]["evaluated"] == {"on": "2026-05-04", "by": "Sekretariatet"}


def test_a_draft_that_somebody_else_changed_stays(folder):
    days = [date(2026, 5, 1)]
    visitor = Visitor(client_of(folder, days=days))
    submit(visitor, draft="1")
    days[0] = date(2026, 5, 4)
    visitor.open("/eksempel/evaluate")
    held = {name: visitor.held(name) for name in ("was", "continues")}
    file = folder / "evaluations" / "2026-05-01.yaml"
    theirs = file.read_text() + "# deres\n"
    file.write_text(theirs)
    visitor.press({**held, **TYPED, "on": "2026-05-04"}, address="/eksempel/evaluate")

    assert list(written(folder)) == ["2026-05-01.yaml", "2026-05-04.yaml"]
    assert file.read_text() == theirs


def test_an_old_draft_is_not_continued_after_a_newer_evaluation(folder):
    days = [date(2026, 5, 1)]
    visitor = Visitor(client_of(folder, days=days))
    submit(visitor, draft="1", summary="Kun begyndt.")
    submit(visitor, on="2026-05-02", summary="")
    days[0] = date(2026, 5, 4)

    assert "Kun begyndt." not in visitor.open("/eksempel/evaluate")


def test_last_time_is_the_newest_evaluation_in_force(visitor, folder):
    (folder / "evaluations").mkdir()
    for day, draft, grounds in (("2026-01-01", "", "Set"), ("2026-02-01", ", draft: true", "Ej")):
        (folder / "evaluations" / f"{day}.yaml").write_text(
            "format: os2governance/evaluation/1\nproduct: eksempel\nmodel: os2/1.1.0\n"
            f"evaluated: {{on: {day}, by: S{draft}}}\nlights: {{R1: {{light: met, grounds: {grounds}}}}}\n"
        )
    text = visitor.open("/eksempel/evaluate")

    assert "Sidste gang: " in text
    assert " Set</p>" in text


def test_a_product_without_a_self_assessment_is_evaluated(folder, file):
    (folder / "register.yaml").write_text(
        "format: os2governance/register/1\nproduct: eksempel\nmodel: os2/1.1.0\n"
        "registered: {on: 2026-04-01, by: S}\n"
    )
    file.unlink()
    visitor = Visitor(client_of(folder))
    text = submit(visitor)

    assert visitor.status == 200
    assert "Afviger fra selvevalueringen." not in text
    assert list(written(folder)) == ["2026-05-01.yaml"]


def save_draft(visitor, **more):
    data = {name: visitor.held(name) for name in ("csrf", "was", "continues")}
    data |= {"on": "2026-05-01", "by": "Sekretariatet", "draft": "1", **more}
    said = visitor.client.post("/eksempel/evaluate/draft", data=data).json()
    for name in ("was", "continues"):
        old = f'name="{name}" value="{visitor.held(name)}"'
        visitor.text = visitor.text.replace(old, f'name="{name}" value="{said[name]}"')
    return said


def test_rows_are_saved_as_a_draft_as_one_goes_under_one_date(visitor, folder):
    visitor.open("/eksempel/evaluate")
    assert save_draft(visitor, **{"light.R1": "met"})["saved"] is True
    assert save_draft(visitor, **{"light.R1": "met", "grounds.R1": "Set"})["saved"] is True
    [file] = (folder / "evaluations").iterdir()
    assert "draft: true" in file.read_text()
    assert "grounds: Set" in file.read_text()

    said = save_draft(visitor, on="2026-04-30", **{"light.R1": "met"})
    assert said["saved"] is True
    assert [each.name for each in (folder / "evaluations").iterdir()] == ["2026-04-30.yaml"]


def test_what_is_missing_for_a_draft_is_told_and_nothing_is_written(visitor, folder):
    visitor.open("/eksempel/evaluate")
    said = save_draft(visitor, by="")

    assert said["wrong"] == ["Skriv, hvem der evaluerer."]
    assert not (folder / "evaluations").exists()


def test_grounds_without_a_light_are_told_as_not_saved_and_all_else_is(visitor, folder):
    visitor.open("/eksempel/evaluate")
    said = save_draft(visitor, **{"light.R1": "met", "grounds.R2": "Ingen kontrakt"})

    told = "Vælg en vurdering for R2: En begrundelse gemmes sammen med sin vurdering."
    assert (said["saved"], said["wrong"], said["unkept"]) == (True, [], {"grounds.R2": told})
    [file] = (folder / "evaluations").iterdir()
    assert "R1" in file.read_text()
    assert "Ingen kontrakt" not in file.read_text()

    submit(visitor, **{"light.R1": "met", "grounds.R2": "Ingen kontrakt"})
    assert visitor.status == 422
    assert told in visitor.text
    assert "Ingen kontrakt" in visitor.text


def test_an_evaluation_in_force_is_not_changed_as_one_goes(visitor, folder):
    visitor.open("/eksempel/evaluate")
    submit(visitor, **{"light.R1": "met"})
    before = (folder / "evaluations" / "2026-05-01.yaml").read_text()
    said = save_draft(visitor, **{"light.R1": "unmet"})

    assert said["saved"] is False
    assert (folder / "evaluations" / "2026-05-01.yaml").read_text() == before


def test_a_rating_differs_from_what_the_product_answers_and_not_from_what_the_rules_say(
    visitor, file
):
    """R1 is answered "met" without documentation, which the rules make "partly"."""
    file.write_text(file.read_text().replace(', note: "Det virker."', ""), encoding="utf-8")
    said = "Afviger fra selvevalueringen."

    assert said in submit(visitor)
    assert said not in submit(visitor, **{"light.R1": "met"})
    assert said not in submit(visitor, **{"light.R1": "", "light.R2": "unmet"})
