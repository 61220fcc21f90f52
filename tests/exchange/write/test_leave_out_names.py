"""Persons' names, left out of all that an import writes."""

from datetime import date

import pytest
from exchange.words import wording
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.checks.personal_names import find_names
from os2governance.documents.yaml_edit import AddComment, RemoveEntry, SetValue
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    propose_import,
)
from os2governance.exchange.write.leave_out_names import (
    build_name_remover,
    leave_out_names,
    leave_out_of_edit,
)
from os2governance.files.listing import find_shipped_criteria
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library(find_shipped_criteria())
TERMS = load_model(find_shipped_criteria() / "os2" / "1.1.0").person_terms
LEFT = [
    ("Sofie Ravnkilde", "En navngiven person"),
    ("Sofie Ravnkilde, OS2", "OS2"),
    ("Sofie Ravnkilde, Produktkoordinator", "Produktkoordinator"),
    ("Produktkoordinator er Sofie Ravnkilde, Skive Kommune.", "Produktkoordinator er en navngiven person, Skive Kommune."),
    ("Produktkoordinator: Sofie Ravnkilde, Skive Kommune", "Produktkoordinator: Skive Kommune"),
    ("Projektleder: Sofie Ravnkilde", "Projektleder: en navngiven person"),
    ("Hos Sofie Ravnkilde, Skive kommune og Torben Tallund, Region Nord", "Hos Skive kommune og Region Nord"),
    ("Vi taler med sekretariatet ved Sofie Ravnkilde.", "Vi taler med sekretariatet."),
    ("Styregruppen v/Torben Tallund", "Styregruppen"),
    ("Ja, ved Sofie Ravnkilde, Skive Kommune.", "Ja, ved Skive Kommune."),
    ("Længe. Sofie Ravnkilde fra bestyrelsen er med", "Længe. En navngiven person fra bestyrelsen er med"),
    ("Aftalt med Sofie Ravnkilde (Skive Kommune)", "Aftalt med en navngiven person (Skive Kommune)"),
    ("Aftalt med Skive Kommune", "Aftalt med Skive Kommune"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_a_role_or_an_organisation_is_left_where_it_is_told(text, left):
    assert leave_out_names(text, TERMS) == left


def test_a_name_that_is_known_from_one_text_is_left_out_of_all():
    remove = build_name_remover(["Projektleder: Xin Tallund", "intet"], TERMS)

    assert remove("Spørg Xin Tallund om det") == "Spørg en navngiven person om det"
    first_name = build_name_remover(["Projektleder: Sofie"], TERMS)
    assert first_name("Sofie Ravnkilde skriver") == "En navngiven person skriver"
    assert remove("Xin Tallunden") == "Xin Tallunden"
    assert build_name_remover(["Sofie Ravnkilde"], None)("Sofie Ravnkilde") == "Sofie Ravnkilde"


def test_every_text_of_a_change_but_the_products_own_name():
    remove = build_name_remover([], TERMS)
    deep = {"R1": {"evidence": ["Hos Sofie Ravnkilde"], "note": 7}}

    assert leave_out_of_edit(SetValue(("answers",), deep), remove).value == {
        "R1": {"evidence": ["Hos en navngiven person"], "note": 7}
    }
    assert (
        leave_out_of_edit(AddComment(("a",), "Sofie Ravnkilde"), remove).text
        == "En navngiven person"
    )
    assert leave_out_of_edit(SetValue(("name",), "Sofie Ravn"), remove).value == "Sofie Ravn"
    assert leave_out_of_edit(RemoveEntry(("a",)), remove) == RemoveEntry(("a",))


PIECES = st.lists(
    st.sampled_from(["Sofie Ravnkilde", "Torben B. Tallund", ", Skive Kommune", ", OS2", " og ", "Projektleder: ", " er ", "v/", ". ", "Ja", "(", ")", "\n", " ved "]),
    max_size=12,
).map("; ".join)  # fmt: skip


@given(PIECES)
def test_what_is_left_has_no_name(text):
    left = leave_out_names(text, TERMS)

    assert list(find_names(left, TERMS)) == []
    assert "Ravnkilde" not in left
    assert "Tallund" not in left


HEADS = {
    "report": "# Governancerapport for OS2eksempel\n\n> **Udfyldt af:** {by}<br/>\n> **Dato for udfyldelse:** 2026-04-23\n> **Version for anvendt governancerapport:** 1.1.0\n\n| # | Krav | Produktniveau | Retningslinjer | Efterlevet? | Dokumentation |\n|---|---|---|---|---|---|\n",
    "evaluation": "# Evaluering af OS2-produkt: OS2eksempel\n\n> **Udfyldt af:** {by}<br/>\n> **Dato for evaluering:** 2026-04-23\n> **Version for anvendt evalueringsskabelon:** 0.9.2\n\n| # | Niveau | Krav | Vurderingskriterie | Vurdering | Vurderingsgrundlag |\n|---|---|---|---|---|---|\n",
}
ROWS = {
    "report": "| {id} | x | 1 | y | Ja | {text} |\n",
    "evaluation": "| {id} | 1 | x | y | 🟡 | {text} |\n",
}
NAMING = [text for text, _ in LEFT if text]


def propose(text, name, out, *, update=False):
    options = ImportOptions(product=None, model=None, out=out, update=update)
    session = ImportSession(
        as_of=date(2026, 5, 1),
        language="da",
        options=options,
        library=LIBRARY,
        document_terms=[wording()],
    )
    return propose_import(name, text.encode(), session)


@pytest.mark.parametrize("kind", HEADS)
def test_a_document_with_names_everywhere_gives_a_file_with_none(kind, tmp_path):
    texts = dict(
        zip(
            ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "G12", "G13"],
            NAMING,
            strict=True,
        )
    )
    rows = "".join(ROWS[kind].format(id=name, text=text) for name, text in texts.items())
    data = HEADS[kind].format(by="Sofie Ravnkilde, Skive Kommune") + rows
    proposal = propose(data, "rapport Sofie Ravnkilde.md", tmp_path)
    made = proposal.new_data.decode()

    assert "Ravnkilde" not in made
    assert "Tallund" not in made
    assert made.count("Skive Kommune") >= 3
    told = {f.criterion for f in proposal.outcome.findings if f.code == "import-name-left-out"}
    assert told == {None, *texts} - {
        name for name, text in texts.items() if text == "Aftalt med Skive Kommune"
    }


CONCLUDING = """# Evaluering af OS2-produkt: OS2eksempel

> **Udfyldt af:** Sekretariatet<br/>
> **Dato for evaluering:** 2026-04-23<br/>
> **Version for anvendt evalueringsskabelon:** 0.9.2

## Resumé

{summary}

## Anbefaling

**Anbefalet niveau:** 2

{level}

| # | Niveau | Krav | Vurderingskriterie | Vurdering | Vurderingsgrundlag | Anbefaling |
|---|---|---|---|---|---|---|
| G1 | 1 | x | y | 🟡 | {text} | {advice} |
"""
PLAIN = {
    "summary": "Det går godt.",
    "level": "Det er modent.",
    "text": "Findes",
    "advice": "Skriv",
}
NAMED = "Aftalt med Sofie Ravnkilde og Projektleder: Xin Tallund."


@pytest.mark.parametrize(
    ("place", "criterion"), [("summary", None), ("level", None), ("text", "G1"), ("advice", "G1")]
)
def test_each_text_of_an_evaluation_is_written_without_names(place, criterion, tmp_path):
    # A name that one text tells is left out of all of them, though they do not show it is one.
    texts = {key: f"{text} Spørg Xin Tallund her." for key, text in PLAIN.items()}
    texts[place] = NAMED
    proposal = propose(CONCLUDING.format(**texts), "evaluering.md", tmp_path)
    made = read_yaml(proposal.new_data, "made.yaml")[0].values
    written = {
        "summary": made["summary"],
        "level": made["recommends"]["grounds"],
        "text": made["lights"]["G1"]["grounds"],
        "advice": made["lights"]["G1"]["advice"],
    }
    told = [f.criterion for f in proposal.outcome.findings if f.code == "import-name-left-out"]

    assert written == {
        key: f"{text} Spørg en navngiven person her." for key, text in PLAIN.items()
    } | {place: "Aftalt med en navngiven person og Projektleder: en navngiven person."}
    assert told == [criterion]


@pytest.mark.parametrize("place", PLAIN)
def test_each_text_is_merged_without_names(place, tmp_path):
    first = propose(CONCLUDING.format(**PLAIN | {place: ""}), "evaluering.md", tmp_path)
    first.path.parent.mkdir(parents=True)
    first.path.write_bytes(first.new_data)
    merged = propose(
        CONCLUDING.format(**PLAIN | {place: NAMED}), "evaluering.md", tmp_path, update=True
    )

    assert "Aftalt med en navngiven person" in merged.new_data.decode()
    assert "Ravnkilde" not in merged.new_data.decode()
    assert "Tallund" not in merged.new_data.decode()
