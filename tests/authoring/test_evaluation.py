"""What an evaluator says is written so that the record reads just that."""

from datetime import date

import pytest
from folders import criterion, write_model
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.authoring.evaluation import (
    EvaluationDraft,
    build_evaluation_file,
)
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.record import Rating, read_record

AS_OF = date(2026, 5, 1)
CRITERIA = [criterion(name, "low", {"fact": "open", "equals": True}) for name in ("B", "A", "Ø 1")]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return load_model(write_model(tmp_path_factory.mktemp("evaluating"), CRITERIA))


def draft(**more):
    usual = {
        "on": AS_OF,
        "by": "Sekretariatet",
        "reference": "",
        "recommends": None,
        "ratings": {},
    }
    return EvaluationDraft(**{**usual, **more})


def test_only_what_was_said_in_the_order_of_the_model(model):
    said = draft(
        reference=" Referat 7 ",
        recommends="high",
        ratings={"A": Rating("unmet", "  "), "B": Rating("met", "Set på mødet: ja")},
    )
    data, findings = build_evaluation_file(said, "tool", model, "x.yaml")

    assert findings == []
    assert data.decode() == (
        "format: os2governance/evaluation/1\n"
        "product: tool\n"
        "model: small/1\n"
        "evaluated:\n"
        "  on: 2026-05-01\n"
        "  by: Sekretariatet\n"
        "  reference: Referat 7\n"
        "lights:\n"
        "  B:\n"
        "    light: met\n"
        '    grounds: "Set på mødet: ja"\n'
        "  A:\n"
        "    light: unmet\n"
        "recommends: high\n"
    )


def test_nothing_said_yet_is_an_evaluation_without_lights(model):
    data, findings = build_evaluation_file(draft(), "tool", model, "x.yaml")

    assert findings == []
    assert b"lights" not in data


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"by": "  "}, "out-of-bounds"),
        ({"recommends": "nope"}, "unknown-level"),
        ({"ratings": {"A": Rating("blue", "")}}, "wrong-choice"),
        ({"ratings": {"NO": Rating("met", "")}}, "evaluation-unwritable"),
    ],
)
def test_what_the_record_would_not_read_is_not_written(model, more, code):
    data, findings = build_evaluation_file(draft(**more), "tool", model, "x.yaml")

    assert data is None
    assert findings[0].location.file == "x.yaml"
    assert [each.code for each in findings] == [code]


TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
LIGHTS = st.builds(Rating, st.sampled_from(["met", "partly", "unmet", "not_applicable"]), TEXTS)


@given(
    st.dates(),
    TEXTS.filter(str.strip),
    TEXTS,
    st.sampled_from([None, "low", "high"]),
    st.dictionaries(st.sampled_from(["A", "B", "Ø 1"]), LIGHTS),
    st.sampled_from(["tool", "null", "1e5", "true", "0x1f"]),
    st.tuples(TEXTS, TEXTS, st.booleans()),
)
def test_what_is_written_is_read_back_the_same(
    model, on, by, reference, recommends, lights, product, more
):
    grounds, summary, is_draft = more
    said = EvaluationDraft(
        on=on,
        by=by,
        reference=reference,
        recommends=recommends,
        ratings=lights,
        recommends_rationale=grounds if recommends else "",
        summary=summary,
        draft=is_draft,
    )
    data, findings = build_evaluation_file(said, product, model, "x.yaml")

    assert findings == []
    document, _ = read_yaml(data, "x.yaml")
    record, wrong = read_record(product, model, [document], None)
    assert wrong == []
    (read,) = record.evaluations
    assert (read.product, read.on, read.by, read.reference, read.recommends) == (
        product,
        on,
        by.strip(),
        reference.strip(),
        recommends,
    )
    assert (read.recommends_rationale, read.summary, read.draft) == (
        said.recommends_rationale.strip(),
        summary.strip(),
        is_draft,
    )
    assert read.ratings == {
        n: Rating(each.status, each.rationale.strip(), n) for n, each in lights.items()
    }
    assert list(read.ratings) == [c.id for c in model.criteria if c.id in lights]
    assert build_evaluation_file(said, product, model, "x.yaml")[0] == data


HAND = b"""\
format: os2governance/evaluation/1
product: tool
model: small/1
evaluated: {on: 2026-05-01, by: S}   # by hand
lights:
  A: {light: met, grounds: seen}   # at the meeting
  # still open
  B: {light: unmet}
recommends: null
"""


def test_what_stays_the_same_stays_as_it_is_written(model):
    said = draft(by="S", ratings={"A": Rating("met", "seen"), "B": Rating("partly", "half")})
    data, findings = build_evaluation_file(said, "tool", model=model, file="x.yaml", was=HAND)

    assert findings == []
    assert data == HAND.replace(b"{light: unmet}", b"{light: partly, grounds: half}")


def test_a_recommendation_has_grounds_and_the_evaluation_a_summary(model):
    said = draft(
        recommends="high",
        recommends_rationale=" Aftalen er på plads. ",
        summary="Godt på vej.\nMangler en aftale.",
        draft=True,
    )
    data, findings = build_evaluation_file(said, "tool", model, "x.yaml")

    assert findings == []
    values = read_yaml(data, "x")[0].values
    assert values["evaluated"] == {"on": "2026-05-01", "by": "Sekretariatet", "draft": True}
    assert values["recommends"] == {"level": "high", "grounds": "Aftalen er på plads."}
    assert values["summary"] == "Godt på vej.\nMangler en aftale."


WHOLE = b"""\
format: os2governance/evaluation/1
product: tool
model: small/1
evaluated: {on: 2026-05-01, by: S, draft: true, reference: Sag 7}
recommends: {level: high, grounds: Derfor}   # by hand
summary: |
  In all.
"""


@pytest.mark.parametrize(
    ("more", "changed"),
    [
        ({}, {}),
        ({"recommends_rationale": ""}, {b"{level: high, grounds: Derfor}": b"high"}),
        ({"recommends_rationale": "Fordi"}, {b"grounds: Derfor": b"grounds: Fordi"}),
        ({"draft": False}, {b" draft: true,": b""}),
        ({"reference": ""}, {b", reference: Sag 7": b""}),
        ({"summary": ""}, {b"summary: |\n  In all.\n": b""}),
    ],
)
def test_what_is_taken_back_goes_and_the_rest_stays(model, more, changed):
    usual = {
        "by": "S", "reference": "Sag 7", "recommends": "high", "recommends_rationale": "Derfor",
        "summary": "In all.", "draft": True,
    }  # fmt: skip
    wanted = WHOLE
    for old, new in changed.items():
        assert old in wanted
        wanted = wanted.replace(old, new)
    data, findings = build_evaluation_file(
        draft(**usual | more), "tool", model=model, file="x", was=WHOLE
    )

    assert (data, findings) == (wanted, [])


@pytest.mark.parametrize("recommends", [b"high", b"{level: high}", b"{level: high, grounds: }"])
def test_a_level_without_grounds_stays_as_it_is_written(model, recommends):
    was = WHOLE.replace(b"{level: high, grounds: Derfor}", recommends).replace(
        b", draft: true", b""
    )
    said = draft(by="S", reference="Sag 7", recommends="high", summary="In all.")

    assert build_evaluation_file(said, "tool", model=model, file="x", was=was) == (was, [])


def test_keys_that_are_not_entered_here_stay(model):
    was = HAND.replace(b"recommends: null", b"more: {a: 1}")
    data, findings = build_evaluation_file(draft(by="S"), "tool", model=model, file="x", was=was)

    # The record does not know the key, so nothing is written; but it is not this that takes it out.
    assert data is None
    assert [each.code for each in findings] == ["unknown-key"]


def test_an_evaluation_by_another_model_is_not_rewritten(model):
    was = HAND.replace(b"model: small/1", b"model: small/0")
    data, findings = build_evaluation_file(draft(by="S"), "tool", model=model, file="x", was=was)

    assert data is None
    assert [each.code for each in findings] == ["evaluation-unwritable"]


def test_a_light_can_be_taken_back(model):
    data, findings = build_evaluation_file(
        draft(by="S", ratings={"B": Rating("unmet", "")}), "tool", model=model, file="x", was=HAND
    )

    assert findings == []
    assert b"# still open\n  B: {light: unmet}" in data
    assert b"seen" not in data
    none, findings = build_evaluation_file(
        draft(by="S"), "tool", model=model, file="x.yaml", was=HAND
    )
    assert findings == []
    assert b"light:" not in none
