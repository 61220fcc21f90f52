"""What is looked up in a model."""

import pytest
from folders import FACTS, criterion, write_model

from os2governance import load_model
from os2governance.documents.yaml_reader import Document
from os2governance.i18n.text import Text
from os2governance.model.model import Needs
from os2governance.rules.judgement import JUDGEMENT

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def model(tmp_path):
    criteria = [
        criterion("A", "low", OPEN),
        criterion("B", "high", OPEN, recommended=True),
        criterion("C", "high", OPEN),
    ]
    return load_model(write_model(tmp_path, criteria))


def test_lookups(model):
    assert model.reference == "small/1"
    assert model.level_ids == ("low", "high")
    assert list(model.by_id) == ["A", "B", "C"]
    assert model.role_names["board"].en == "The board"
    assert model.roles_by_id["owner"].declares


def test_which_criteria_can_stop_a_level(model):
    assert [(level.id, numbers) for level, numbers in model.counted_indexes_by_level] == [
        ("low", (0,)),
        ("high", (2,)),
    ]


@pytest.mark.parametrize(
    ("needs", "of", "threshold"),
    [
        (Needs(), 10, 10),
        (Needs(percent=60), 10, 6),
        (Needs(percent=67), 3, 2.01),
        (Needs(number=2), 10, 2),
        (Needs(percent=50), 0, 0),
    ],
)
def test_how_many_it_takes_is_never_rounded(needs, of, threshold):
    assert needs.threshold(of) == threshold


BARE = {"id": "A", "level": "low"}
DEFAULTS = ("text", "with_reason", "", (), "", None, None)


def said(criterion):
    return (
        *(criterion.evidence, criterion.not_applicable, criterion.effort, criterion.helps),
        *(criterion.see, criterion.applies, criterion.met),
    )


def test_a_criterion_that_says_little(tmp_path):
    (bare,) = load_model(write_model(tmp_path, [BARE])).criteria

    assert said(bare) == DEFAULTS
    assert bare.rules == ()
    assert bare.rule is JUDGEMENT


@pytest.mark.parametrize(
    ("attainment", "own", "evidence", "not_applicable"),
    [
        ({}, {}, "text", "with_reason"),
        ({"evidence": "link", "not_applicable": "no"}, {}, "link", "no"),
        ({"evidence": "link", "not_applicable": "no"}, {"evidence": "none"}, "none", "no"),
        ({"not_applicable": "no"}, {"not_applicable": "yes"}, "text", "yes"),
        ({}, {"not_applicable": False}, "text", "no"),
        ({"not_applicable": "no"}, {"not_applicable": True}, "text", "with_reason"),
    ],
)
def test_a_criterion_follows_the_model_unless_it_says_otherwise(
    tmp_path, attainment, own, evidence, not_applicable
):
    model = load_model(write_model(tmp_path, [{**BARE, **own}], attainment=attainment))

    assert said(model.criteria[0])[:2] == (evidence, not_applicable)
    assert model.attainment.planned == "unmet"


def test_all_that_a_criterion_may_say(tmp_path):
    whole = criterion("A", "low", OPEN, applies=OPEN, partly=OPEN, effort="paper", helps=["board"])
    see = {"see": "https://small.example/A"}
    (found,) = load_model(write_model(tmp_path, [{**whole, **see}])).criteria

    assert said(found)[2:5] == ("paper", ("board",), "https://small.example/A")
    assert len(found.rules) == 3
    assert list(found.rule_trees) == ["applies", "met", "partly"]


def test_roles_are_named_inside_a_sentence(tmp_path):
    roles = [
        {"id": "owner", "name": {"da": "Ejeren", "en": "The owner"}},
        {"id": "x", "name": {"en": "X"}, "phrase": {"da": "udvalget", "en": "the committee"}},
    ]
    levels = [{"id": "low"}]
    model = load_model(write_model(tmp_path, [BARE], roles=roles, levels=levels))

    assert [role.phrase for role in model.roles] == [
        Text("ejeren", "the owner"),
        Text("udvalget", "the committee"),
    ]


def test_a_model_without_words_and_procedure_is_neutral(model):
    assert model.words.badge == Text("niveau", "level")
    assert not model.procedure.evaluation_before_decision


DOUBTS = """format: os2governance/doubts/1
placeholders: ['ja', 'se ovenfor', 'kan (?:frem|efter)sendes', '-+']
same_evidence: 8
"""


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ja", True), (" JA \n", True), ("se ovenfor", True), ("kan eftersendes", True), ("---", True),
        ("ja, se https://x.example", False), ("ikke ja", False), ("", False), ("jaja", False),
    ],
)  # fmt: skip
def test_what_documents_nothing(tmp_path, text, is_one):
    folder = write_model(tmp_path, [BARE])
    assert not load_model(folder).is_placeholder(text)
    (folder / "doubts.yaml").write_text(DOUBTS)
    model = load_model(folder)

    assert model.is_placeholder(text) is is_one
    assert model.same_evidence == 8


def test_a_file_of_doubts_that_cannot_be_read_doubts_nothing(tmp_path):
    folder = write_model(tmp_path, [BARE])
    (folder / "doubts.yaml").write_text(DOUBTS.replace("'ja'", "'('"))
    model = load_model(folder)

    assert not model.is_placeholder("ja")
    assert model.same_evidence is None


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"group": {"met_on": "2018-05-04"}}, []),
        ({"group": {"met_on": "2018-05"}}, []),
        ({"group": {"met_on": 2018}}, []),
        ({"group": {"met_on": 201}}, ["wrong-format"]),
        ({"group": {"met_on": "2018-5"}}, ["wrong-format"]),
        ({"licence": 2018}, ["wrong-type"]),
    ],
)
def test_dates_of_facts_may_be_a_month_or_a_year(model, facts, codes):
    document = Document("f", facts, None)
    found = model.compiled_facts_schema.find_violations(document, facts)

    assert [each.code for each in found] == codes
    assert model.facts_schema == FACTS
