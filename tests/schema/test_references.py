"""Names that a model does not have are found where they are, with the nearest one it has."""

from os2governance.documents.yaml_reader import read_yaml
from os2governance.i18n.text import Text
from os2governance.schema.references import find_unknown_criteria, find_unknown_level

DOCUMENT = read_yaml(b"aims_at: gould\nanswers:\n  G1: {}\n  G22: {}\n", "product.yaml")[0]
CHOICES = Text("guld", "gold")


def test_a_criterion_that_the_model_lacks():
    answers = DOCUMENT.values["answers"]

    [found] = find_unknown_criteria(
        answers, DOCUMENT, ["answers"], known={"G1": 1, "G2": 2}, model="os2/1"
    )

    assert (found.code, found.location.line, found.location.column) == ("unknown-criterion", 4, 3)
    assert "G22" in found.message.en
    assert "os2/1" in found.message.en


def test_criteria_are_capped():
    names = [f"X{number}" for number in range(300)]

    found = find_unknown_criteria(names, DOCUMENT, [], known={}, model="os2/1")

    assert len(found) < len(names)


def test_a_level_that_the_model_lacks():
    [found] = find_unknown_level(
        "gould", DOCUMENT, ["aims_at"], known=("silver", "gold"), choices=CHOICES
    )

    assert (found.code, found.location.line) == ("unknown-level", 1)
    assert "gold" in found.remedy.en + found.message.en


def test_a_level_may_be_left_out():
    for level in (None, "gold"):
        assert find_unknown_level(level, DOCUMENT, [], known=("gold",), choices=CHOICES) == []
