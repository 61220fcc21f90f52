"""A finding in JSON: the same keys everywhere, whether as an object or as text."""

import json

from folders import criterion
from hypothesis import given
from hypothesis import strategies as st
from pages import OPEN, assessed, loaded

from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import as_text
from os2governance.render.common.findings_json import (
    build_finding_object,
    build_finding_objects,
    render_finding_json,
)


def test_a_finding_in_both_languages(tmp_path):
    model = loaded(tmp_path, [criterion("A", "low", OPEN)])
    said = {"facts": {"open": False}, "answers": {"A": {"answer": "met"}}}
    product = assessed(tmp_path, model, **said)
    [found] = product.outcomes[0].findings
    danish, english = build_finding_object(found, "da"), build_finding_object(found, "en")

    assert danish["code"] == english["code"] == "contradiction"
    assert (danish["line"], danish["column"], danish["criterion"]) == (13, 13, "A")
    assert danish["message"] == found.message.render("da") != english["message"]
    assert english["message"] == found.message.render("en")


@given(
    st.text(), st.text(), st.integers(0, 9), st.none() | st.text(), st.sampled_from(["da", "en"])
)
def test_a_finding_as_text_is_the_same_as_its_object(file, said, number, name, language):
    place = Location(file, number, number)
    found = Finding(code="wrong-format", severity="error", location=place, criterion=name, arguments={"name": said, "wanted": as_text(said), "value": said})  # fmt: skip

    assert json.loads(render_finding_json(found, language)) == build_finding_object(
        found, language
    )


def test_a_place_that_is_unknown_is_null():
    found = make_finding("no-products", Location("x"), path="x")
    said = build_finding_object(found, "en")

    assert (said["file"], said["line"], said["column"], said["criterion"]) == (
        "x",
        None,
        None,
        None,
    )


def test_several_keep_their_order():
    found = [make_finding("yaml-key", Location("f", n, 1)) for n in (3, 1, 2)]

    assert [each["line"] for each in build_finding_objects(found, "da")] == [3, 1, 2]
