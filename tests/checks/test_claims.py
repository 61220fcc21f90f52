"""Doubtful claims: found with the words that gave rise to them, and found no oftener than that."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from folders import write_model, write_product
from hypothesis import given
from hypothesis import strategies as st

from os2governance.assessment.levels import assess
from os2governance.authoring.skeleton import _BY
from os2governance.checks.claims import check_claims
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.files.listing import find_shipped_criteria
from os2governance.product.reader import build_product
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library(find_shipped_criteria())
MODEL, _ = LIBRARY.model("os2/1.1.0")
HEAD = """\
format: os2governance/product/1
product: os2eksempel
name: OS2eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-05-01, by: Tovholderen}
"""


def assessed(text: str):
    sources = ProductFiles(product=FileContent("product.yaml", (HEAD + text).encode()))
    read, findings = build_product(sources, LIBRARY)
    assert read, findings
    return assess(*read, as_of=date(2026, 5, 1))


def found(answers: dict, others=()) -> list[tuple[str, str | None, int]]:
    """Give code, criterion and line of what is found about answers, one on a line from 8."""
    lines = [
        f"  {name}: {yaml.safe_dump(said, default_flow_style=True, width=9999)}"
        for name, said in answers.items()
    ]
    assessment = assessed("answers:\n" + "".join(lines))
    return [(f.code, f.criterion, f.location.line) for f in check_claims(assessment, others)]


MET = {"answer": "met"}
SAYS_NO = [
    "Der er ledt i referaterne, men ikke fundet en godkendelse.",
    "Planen er endnu ikke skrevet",
    "Materialet er ikke færdigt",
    "Vi forventer at få det gjort i foråret",
    "Det er kun delvist beskrevet",
    "Kun i begrænset omfang",
    "Meget lidt...",
    "I ringe omfang.",
    "Leverandøren udvikler i et privat repository",
    "Koden ligger stadig hos leverandøren",
    "Beskrivelsen mangler.",
    "Afventer møde i bestyrelsen",
    "Nej.",
    "Ikke aktuelt",
    "Det ved vi ikke, men vi ved det ikke",
    "Er der et referat, der kan henvises til?",
    "Her burde der stå noget; her bør der være et link",
    "Der findes ingen aftale",
    "The approval was not found",
    "Not yet, but soon",
    "We expect to write it",
    "No such agreement was found",
    "Only partly",
    "The supplier develops elsewhere",
    "Very little",
    "Der mangler pt. en risikovurdering",
    "Planen er skrevet, men der mangler et budget",
    "Styregruppen gør det i dag. På sigt skal der nedsættes en gruppe",
    "Det er tanken, at der skal udpeges en mere",
    "Godkendt af bestyrelsen. Link indsættes",
    "Koden kan hentes, men udviklingen foregår et andet sted",
    "Udviklingen sker ikke i repositoriet",
]
SAYS_YES = [
    "Det er ikke kun beskrevet, men også afprøvet.",
    "Der er ikke fundet alvorlige sårbarheder ved gennemgangen.",
    "Gennemgangen viste ingen væsentlige mangler.",
    "Løsningen anvendes i 19 kommuner og er ved at blive indført i to mere.",
    "Kommunerne forventer en gevinst på 10 procent.",
    "Brugerforum; på sigt også en faggruppe.",
    "Skærmene kan også flyttes et andet sted hen.",
    "Se https://os2.eu/ikke-fundet/afventer og https://os2.eu/not-yet",
    "Nejsager er sjældne",
    "Hvor rammearkitekturen ikke er fulgt, er det forklaret.",
    "Beskrevet på https://os2.eu. Hvor? På forsiden.",
    "Not only documented, but tested",
    "No critical vulnerabilities were found",
    "Godkendt på mødet den 1. maj; se referatet.",
    "Hjælp til borgere, der mangler et pas",
    "Revisionen viser, at der mangler intet",
    "Forummet bruges i dag. På sigt skal der etableres en dedikeret gruppe",
    "Borgerne kan sende billeder, og der kan sendes en kvittering",
]
SAYS_PARTLY = [
    "Nej, kun delvist opfyldt",
    "Delvist på plads",
    "Opfyldt til dels",
    "Ja.",
    "Yes",
    "Partly met",
]
SAYS_NOT = [
    "Ikke opfyldt",
    "Det er ikke engang delvist beskrevet",
    "Ja, men ikke for alle",
    "Ikke endnu",
    "Kravet er derfor ikke opfyldt",
]
ON_REQUEST = [
    "Planen kan fremsendes, hvis det ønskes",
    "Planen er intern. Den kan dog sendes efter anmodning",
    "Udleveres gerne på forespørgsel",
    "It is available on request by mail",
]
SAYS_NOTHING = [
    "Ja.",
    "OK",
    "Opfyldt",
    "Se S1.",
    "Se under S1 og S3.",
    "Læs i F5",
    "Ja, se S1.",
    "Se henvisning under S1",
    "Se ovenfor",
    "Kan fremsendes",
    "See above.",
]


@pytest.mark.parametrize("note", SAYS_NO)
def test_a_note_that_says_otherwise(note):
    assert found({"R1": {**MET, "note": note}}) == [("note-contradicts-answer", "R1", 8)]


@pytest.mark.parametrize("note", SAYS_YES)
def test_a_note_that_only_looks_so(note):
    assert found({"R1": {**MET, "note": note}}) == []


@pytest.mark.parametrize("note", SAYS_PARTLY)
def test_an_answer_below_its_text(note):
    assert found({"R1": {"answer": "unmet", "explanation": note}}) == [
        ("answer-below-note", "R1", 8)
    ]


@pytest.mark.parametrize("note", SAYS_NOT)
def test_an_answer_as_its_text(note):
    assert found({"R1": {"answer": "unmet", "explanation": note}}) == []


@pytest.mark.parametrize("note", ON_REQUEST)
def test_evidence_that_must_be_asked_for(note):
    assert found({"R1": {**MET, "note": note}}) == [("evidence-on-request", "R1", 8)]
    assert found({"R1": {"answer": "partly", "note": note}}) == [("evidence-on-request", "R1", 8)]
    assert found({"R1": {"answer": "planned", "note": note}}) == []


@pytest.mark.parametrize("note", SAYS_NOTHING)
def test_a_text_that_documents_nothing_is_told_once_and_is_no_documentation(note):
    assert found({"R1": {**MET, "note": note}}) == [("evidence-says-nothing", "R1", 8)]
    assert found({"R1": {"answer": "planned", "note": note}}) == []
    assert MODEL.is_placeholder(note)


def test_a_placeholder_contradicts_nothing():
    note = "Kan udfyldes (her burde der være et link)"

    assert found({"R1": {**MET, "note": note}}) == [("evidence-is-placeholder", "R1", 8)]


@pytest.mark.parametrize("answer", ["partly", "unmet", "planned", "unknown"])
def test_a_note_beside_another_answer_contradicts_nothing(answer):
    assert found({"R1": {"answer": answer, "note": "Endnu ikke fundet."}}) == []


def test_the_words_and_their_place_are_said():
    assessment = assessed(
        "answers:\n  R1:\n    answer: met\n    note: >-\n      Der er ledt, men\n      ikke   fundet noget.\n"
    )
    (doubt,) = check_claims(assessment)

    assert "»ikke fundet«" in doubt.message.da
    assert (doubt.location.file, doubt.location.line, doubt.location.column) == (
        "product.yaml",
        10,
        11,
    )
    assert doubt.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "S?",
        "-",
        "Hvor?",
        "[Indsæt link]",
        "TBD",
        "https://example.org/x",
        "fx link til referat",
    ],
)
def test_a_placeholder(text):
    assert found({"R1": {**MET, "evidence": [text]}}) == [("evidence-is-placeholder", "R1", 8)]
    assert found({"R1": {**MET, "note": text}}) == [("evidence-is-placeholder", "R1", 8)]
    assert found({"R1": {"answer": "unknown", "note": text}}) == []
    waved_away = {"answer": "not_applicable", "reason": text, "note": text}
    assert found({"R1": waved_away}) == [("evidence-is-placeholder", "R1", 8)]
    assert found({"R1": {"answer": "not_applicable", "note": text}}) == []


@pytest.mark.parametrize("text", [*_BY, "role and organisation, not a name ", "?", "N.N."])
def test_who_declares_as_the_skeleton_has_it(text):
    declared = HEAD.replace("Tovholderen", json.dumps(text))
    sources = ProductFiles(product=FileContent("product.yaml", declared.encode()))
    (doubt,) = check_claims(assess(*build_product(sources, LIBRARY)[0], as_of=date(2026, 5, 1)))

    assert (doubt.code, doubt.criterion) == ("evidence-is-placeholder", None)
    assert (doubt.location.line, doubt.location.column) == (6, 32)


LEVEL_3 = [c.id for c in MODEL.criteria if c.level == "3"]


def waved(reason):
    return {
        name: {"answer": "not_applicable", "reason": reason(number)}
        for number, name in enumerate(LEVEL_3)
    }


def test_a_level_waved_away():
    assert found(waved(lambda _: "Ikke nu")) == [("not-applicable-in-bulk", "R4", 8)]
    assert found(waved(lambda _: "")) == [("not-applicable-in-bulk", "R4", 8)]


def test_a_reason_for_each_is_no_waving():
    assert found(waved(lambda number: f"Grund {number}")) == []


def test_another_product_in_several_answers():
    answers = {
        "F10": {**MET, "evidence": ["https://os2andet.os2.eu/"]},
        "S2": {**MET, "note": "OS2andet er fri software"},
        "R3": {**MET, "note": "OS2eksempel bruges sammen med OS2andet"},
    }
    others = ["os2andet", "OS2andet", "os2eksempel", "OS2eksempel", "ab"]

    assert found(answers, others) == [("copied-answers", "F10", 8)]
    assert found(answers, []) == []
    del answers["S2"]
    assert found(answers, others) == []


NAMES = [
    "os2andet",
    "os2eksempel",
    "fri",
    "os2",
    "OS2Tredje",
    "os2tredje",
    "Ikke ét",
    "os2-fjerde",
]
NAMING = st.lists(
    st.sampled_from([*NAMES, "og", "-", "https://os2andet.dk/os2tredje"]), max_size=5
)


@given(st.lists(NAMING.map(" ".join), max_size=4), st.lists(st.sampled_from(NAMES), max_size=4))
def test_another_product_is_found_as_if_each_answer_were_read(notes, others):
    """The slow definition: no answer is skipped because of what all of them hold together."""
    answers = {
        c.id: {**MET, "note": note} for c, note in zip(MODEL.criteria, notes, strict=False) if note
    }
    hits: dict[str, list[str]] = {}
    strangers = {name.casefold() for name in others if name.isalnum() and len(name) > 3}
    for name, said in answers.items():
        words = set(re.findall(r"[^\W_]+", said["note"].casefold()))
        for stranger in strangers & words if "os2eksempel" not in words else ():
            hits.setdefault(stranger, []).append(name)
    copied = sorted(named[0] for named in hits.values() if len(named) > 1)

    said_so = [name for code, name, _ in found(answers, others) if code == "copied-answers"]

    assert sorted(said_so) == copied


def test_a_model_without_such_a_file_doubts_nothing(tmp_path):
    write_model(tmp_path, [{"id": "A", "level": "low", "met": {"fact": "open", "present": True}}])
    folder = write_product(
        tmp_path, answers={"A": {"answer": "met", "note": "Nej", "evidence": ["?"]}}
    )
    sources = ProductFiles(product=FileContent("p", (folder / "product.yaml").read_bytes()))
    read, _ = build_product(sources, open_library(tmp_path / "criteria"))

    assert check_claims(assess(*read, as_of=date(2026, 5, 1))) == []


@given(st.text(max_size=300), st.sampled_from(["met", "not_applicable", "unmet"]))
def test_any_text_is_read(text, answer):
    said = {"answer": answer, "note": text, "reason": text, "explanation": text}
    data = yaml.safe_dump({"answers": {"R1": said}}, allow_unicode=True).encode()
    sources = ProductFiles(product=FileContent("p", HEAD.encode() + data))
    read, _ = build_product(sources, LIBRARY)
    if read:
        for doubt in check_claims(assess(*read, as_of=date(2026, 5, 1)), ["os2andet"]):
            assert doubt.message.da
            assert doubt.message.en


def test_long_texts_stay_quick():
    for text in ("ikke " * 150_000, "(" * 700_000, "http://" * 100_000, "a" * 700_000):
        assert isinstance(found({"R1": {**MET, "note": text}}), list)


def test_products_here_are_read():
    folder = Path(__file__).parents[2] / "products"
    for file in sorted(folder.glob("*/product.yaml")):
        read, _ = build_product(
            ProductFiles(product=FileContent(str(file), file.read_bytes())), LIBRARY
        )
        codes = {d.code for d in check_claims(assess(*read, as_of=date(2026, 5, 1)))}
        assert "doubts-pattern" not in codes
