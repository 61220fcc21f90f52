"""Writing an evaluation down: what is written is read back the same, and comments stay."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from os2governance.evaluating import Said, problems_of, written_down
from os2governance.record import Light, read_record
from os2governance.runner import read_model_folder
from os2governance.store import shipped_criteria
from os2governance.yamlfile import read_yaml

MODEL = read_model_folder(shipped_criteria() / "os2" / "1.1.0")[0]
LETTERS = st.characters(exclude_categories=("C", "Z"))
TEXT = st.text(LETTERS, max_size=20)
NAMED = st.text(LETTERS, min_size=1, max_size=20)
LIGHTS = st.dictionaries(
    st.sampled_from([criterion.id for criterion in MODEL.criteria]),
    st.builds(
        Light,
        st.sampled_from(["met", "partly", "unmet", "not_applicable"]),
        TEXT,
    ),
    max_size=6,
)
SAID = st.builds(
    Said,
    st.just("eksempel"),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    NAMED,
    st.just("") | NAMED,
    st.sampled_from(["", *MODEL.level_ids]),
    LIGHTS,
)


def read_back(data):
    document, findings = read_yaml(data, "x.yaml")
    assert findings == []
    record, findings = read_record("eksempel", MODEL, [document], None)
    assert findings == []
    return record.evaluations[0]


@given(SAID)
def test_what_is_written_is_read_back(said):
    found = read_back(written_down(said, MODEL, None))

    assert (found.on, found.by, found.reference) == (said.on, said.by, said.reference)
    assert (found.recommends or "") == said.recommends
    assert dict(found.lights) == dict(said.lights)


@given(SAID, SAID)
def test_a_second_saying_takes_the_place_of_the_first(one, other):
    after = read_back(written_down(other, MODEL, written_down(one, MODEL, None)))
    anew = read_back(written_down(other, MODEL, None))

    assert after._replace(document=None) == anew._replace(document=None)


def test_what_is_said_again_changes_nothing_and_comments_stay():
    said = Said("eksempel", date(2026, 5, 1), "Sekretariatet", "", "2", {"R1": Light("met", "")})
    data = written_down(said, MODEL, None) + b"# en note\n"

    assert written_down(said, MODEL, data) == data
    changed = written_down(said._replace(lights={"R1": Light("partly", "Næsten")}), MODEL, data)
    assert b"# en note" in changed
    assert read_back(changed).lights["R1"] == Light("partly", "Næsten")


def test_what_is_wrong_is_found():
    said = Said("eksempel", date(2026, 5, 1), "x", "", "7", {})

    found = problems_of(written_down(said, MODEL, None), "x.yaml", "eksempel", MODEL)

    assert [each.code for each in found] == ["unknown-level"]
