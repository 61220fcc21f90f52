"""The board's paper."""

import re

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, replace

SIX = ["Formål", "Baggrund", "Analyse", "Indstilling", "Konsekvenser", "Konklusion"]
NASTY = "<script>alert(1)</script>[x](javascript:y) `z` <!-- slut:background -->"
EVALUATION = {
    "evaluated": {"on": "2026-03-01", "by": NASTY},
    "lights": {"B": {"light": "partly", "grounds": NASTY}},
    "recommends": "high",
}


@pytest.fixture
def case(tmp_path, run):
    rules = [
        criterion("A", "low", {"fact": "open", "equals": True}),
        criterion("B", "high", {"fact": "licence", "present": True}),
    ]
    model = write_model(tmp_path, rules)
    product = write_product(
        tmp_path,
        name=NASTY,
        facts={"open": True, "licence": None},
        evaluations=[EVALUATION],
        decisions=[{"on": "2026-01-01", "decision": "admit", "by": "board"}],
    )
    common = ["--criteria", model.parent.parent, "--as-of", "2026-05-01"]
    return lambda *arguments: run("case", product, *arguments, *common)


def test_six_sections_in_their_order(case):
    text = case().stdout

    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings[:6] == SIX
    assert "Bilag A" in headings[6]


def test_what_stands_between_is_a_line_with_a_date(case):
    rows = [line for line in case().stdout.splitlines() if line.startswith("| B ")]
    [row] = [line for line in rows if "udfyld:until.B" in line]

    assert "30\\. november 2026" in row


def test_what_is_since_the_last_decision(case):
    text = case().stdout

    assert "Siden den seneste beslutning, 1. januar 2026 (optaget):" in text
    assert "- Vurderet 1. marts 2026." in text


def test_without_git_it_is_said_that_the_record_alone_is_known(case):
    assert "Produktets filer fra den dag er ikke bevaret" in case().stdout


@pytest.fixture
def decided(tmp_path, monkeypatch):
    """Make a product that was placed on a day that git has a commit of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-02-01T12:00:00Z")
    names = "ABCDEFGH"
    rules = [criterion(name, "low", {"fact": "open", "equals": True}) for name in names]
    write_model(tmp_path, rules)
    placed = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board"}
    declared = {"on": "2026-01-15", "by": "Ejeren"}
    product = write_product(tmp_path, facts={"open": True}, decisions=[placed], declared=declared)
    first_commit(tmp_path)
    return product


def test_what_has_changed_since_comes_from_the_files_of_that_day(decided, run):
    common = ("--proposal", "low", "--criteria", "criteria", "--as-of", "2026-05-01")
    nothing = run("case", decided, *common).stdout
    replace(decided / "product.yaml", "open: true", "open: false")
    text = run("case", decided, *common).stdout

    assert "Hverken niveauer eller krav er ændret." in nothing
    assert "- Vurderet: high → endnu ikke på low (skyldes: oplysninger)." in text
    assert "- A: opfyldt → ikke opfyldt (skyldes: oplysninger)." in text
    assert "Højest mulige: " not in text
    assert "- Desuden er 3 krav ændret." in text
    assert "sammenlignet med produktets filer fra den dag" in text


def test_a_product_that_git_did_not_have_on_that_day(decided, run):
    moved = decided.rename(decided.parent / "elsewhere")
    common = ("--proposal", "low", "--criteria", "criteria", "--as-of", "2026-05-01")
    text = run("case", moved, *common).stdout

    assert "er ikke bevaret" in text


WHEEL = {"evaluation": "6 months", "notice": "1 month"}


def test_a_product_that_is_placed_there_already_is_asked_about_otherwise(tmp_path, run):
    rules = [criterion(n, "low", {"fact": "open", "equals": True}) for n in "AB"]
    model = write_model(tmp_path, rules, wheel=WHEEL)
    accepts = {"A": {"until": "2026-09-01"}, "B": {"until": "2029-01-01"}}
    placed = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board"}
    product = write_product(
        tmp_path,
        facts={"open": False},
        evaluations=[{**EVALUATION, "evaluated": {"on": "2025-06-01", "by": "x"}}],
        decisions=[{**placed, "accepts": accepts}],
    )
    common = ("--proposal", "low", "--criteria", model.parent.parent, "--as-of", "2026-05-01")
    text = run("case", product, *common).stdout

    assert "om Tool fortsat skal være placeret på low." in text
    assert "1. fastholder Tool på low\n" in text
    assert "- Nej: Tool er fortsat placeret på low, indtil andet er besluttet." in text
    assert (
        "- Den nyeste vurdering er fra 1. juni 2025; efter modellen må den højst være 6 måneder gammel."
        in text
    )
    assert "- 2\\. september 2026: " in text
    rows = [line for line in text.splitlines() if re.match(r"\| [AB] \| ikke oplyst \|", line)]
    [one, other] = rows  # each acceptance with its level and its last day
    assert "1. september 2026, for low" in one.replace("\\", "")
    assert "1. januar 2029, for low" in other.replace("\\", "")


def test_lights_are_milder_stricter_or_over_against_nothing(tmp_path, run):
    facts = {"A": "open", "B": "licence", "C": "users", "D": "group"}
    rules = [criterion(n, "low", {"fact": each, "present": True}) for n, each in facts.items()]
    model = write_model(tmp_path, rules)
    lights = {name: {"light": "partly"} for name in facts}
    evaluation = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": lights}
    known = {"open": True, "licence": None, "users": []}
    product = write_product(tmp_path, facts=known, evaluations=[evaluation])
    common = ("--proposal", "low", "--criteria", model.parent.parent, "--as-of", "2026-05-01")
    text = run("case", product, *common).stdout

    assert (
        "Evaluator vurderer 2 krav mere positivt og ét krav mere kritisk, end produktets egen "
        "dokumentation viser."
    ) in text
    assert "For ét krav findes kun evaluators vurdering" in text


def test_a_paper_on_another_product_is_not_written_over(tmp_path, run):
    model = write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    one, other = (write_product(tmp_path, name, facts={}) for name in ("one", "other"))
    usual = ("--proposal", "low", "--criteria", model.parent.parent, "--as-of", "2026-05-01")
    common = (*usual, "--out", tmp_path / "x")
    assert run("case", one, *common).exit_code == 0
    before = (tmp_path / "x").read_text()

    assert run("case", other, *common).exit_code == 2
    assert (tmp_path / "x").read_text() == before


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("--model-change",),
        ("products/tool", "--from", "small/1"),
        ("--model-change", "--from", "small/1", "--proposal", "low"),
        ("--model-change", "--from", "small/1", "--full"),
        ("products/tool",),
        ("products/tool", "--proposal", "high", "--for", "owner"),
    ],
)
def test_what_does_not_belong_together_is_refused(decided, run, wrong):
    done = run("case", *wrong, "--criteria", "criteria")

    assert (done.exit_code, done.stdout) == (2, "")


def test_without_deviations_there_is_nothing_to_accept(case):
    text = case("--proposal", "low").stdout

    assert "Produktet opfylder kravene til" in text
    assert "accepterer" not in text


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_was_typed_is_inert(case, form):
    text = case("--format", form).stdout

    assert re.findall(r"(?<!\\)<script", text) == []
    assert form == "html" or re.findall(r"(?<!\\)\]\(", text) == []
    assert text.count("<!-- slut:background -->") == 1
    if form == "html":
        assert "Content-Security-Policy" in text


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_people_filled_in_stays(case, tmp_path, form):
    out = tmp_path / "paper"
    assert case("--format", form, "--out", out).exit_code == 0
    first = out.read_text()
    [head] = re.findall(r"<!-- udfyld:judgement \w+ -->\n", first)
    before, after = first.split(head)
    own = f"{head}Our *own* words,\n\non two lines \\1 {{x}}.\n<!-- slut"
    out.write_text(before + own + after.partition("<!-- slut")[2])

    assert case("--format", form, "--out", out, "--proposal", "low").exit_code == 0

    kept = re.sub(r"judgement \w+ ", "judgement ", own)
    assert kept in re.sub(r"judgement \w+ ", "judgement ", out.read_text())
    keys = re.findall(r"udfyld:([\w.]+)", out.read_text())
    assert len(keys) == len(set(keys))
    assert "judgement" in keys


@pytest.mark.parametrize("there", ["a letter", "<!-- udfyld:other -->\nmine\n<!-- slut:other -->"])
def test_what_is_no_such_paper_is_not_written_over(case, tmp_path, there):
    out = tmp_path / "paper"
    out.write_text(there)

    assert case("--out", out).exit_code == 2
    assert out.read_text() == there


def test_a_paper_in_the_other_format_is_not_written_over(case, tmp_path):
    out = tmp_path / "paper"
    case("--out", out)
    before = out.read_text()

    assert case("--format", "html", "--out", out).exit_code == 2
    assert out.read_text() == before


def test_what_happens_by_itself_meanwhile(tmp_path, run):
    rules = [criterion("A", "low", {"fact": "group.met_on", "within": "12 months"})]
    model = write_model(tmp_path, rules)
    product = write_product(tmp_path, facts={"group": {"met_on": "2025-08-01"}})
    common = ["--criteria", model.parent.parent, "--as-of", "2026-05-01"]

    text = run("case", product, "--proposal", "low", *common).stdout

    assert "- 2\\. august 2026: Vurderet: " in text
    assert "Nej: Tool er fortsat uden niveau." in text


def test_where_nothing_happens_it_is_said(case):
    assert "Til og med 1. maj 2027 sker der ingen ændringer automatisk." in case().stdout


def test_the_last_days_that_there_are_break_nothing(tmp_path, run):
    """An acceptance up to the last day of the calendar, and a paper of that day."""
    rules = [criterion("A", "low", {"fact": "open", "equals": True})]
    model = write_model(tmp_path, rules)
    accepts = {"A": {"until": "9999-12-31"}}
    placed = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board"}
    log = [{**placed, "accepts": accepts}]
    product = write_product(tmp_path, facts={"open": False}, decisions=log)
    common = ("--proposal", "low", "--criteria", model.parent.parent)

    for day in ("2026-05-01", "9998-12-31", "9999-12-31"):
        assert run("case", product, *common, "--as-of", day).exit_code == 0
