"""What the form says at once: the level, what is doubtful at its field, what a trial would do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_pages import read_page
from web.conftest import DECLARED, client_of


def test_an_answer_shows_what_it_does(visitor, file):
    visitor.open()
    said = visitor.send({"facts.ownership.licence": "GPL-3.0-only"})

    assert said["saved"] is True
    assert said["problems"] == {}
    assert "endnu ikke Sandkasse" in said["panel"]
    assert 'href="#partly"' in said["statuses"]["F2"]
    assert "GPL-3.0-only" in file.read_text()


def test_each_answer_knows_the_version_that_the_one_before_it_wrote(visitor):
    visitor.open()
    first = visitor.send({"name": "Et"})
    visitor.text = visitor.text.replace(visitor.held("version"), first["version"])
    second = visitor.send({"name": "To"})

    assert (second["saved"], second["clashes"]) == (True, {})


def test_a_problem_is_said_at_its_field(visitor):
    visitor.open()
    said = visitor.send({"declared.on": "i går"})

    assert said["saved"] is False
    assert said["problems"] == {"declared.on": "Skriv en dato, fx 2026-05-01."}


def test_a_clash_shows_what_is_in_the_file(visitor, file):
    visitor.open()
    file.write_text(DECLARED.replace("name: Eksempel", "name: Deres"))
    said = visitor.send({"name": "Mit"})

    assert said["clashes"] == {"name": "Deres"}
    assert said["saved"] is False


def test_a_contradiction_is_said_where_it_arises(visitor):
    visitor.open()
    visitor.send({"facts.ownership.licence": "", "facts.ownership.licence:none": "1"})
    visitor.open()
    said = visitor.send({"answers.F2.answer": "met"})

    assert "er besvaret »opfyldt«" in said["notices"]["answers.F2.answer"]


def test_a_date_in_the_future_is_said_at_its_field(visitor):
    visitor.open()
    said = visitor.send({"facts.organisation.steering_group.last_meeting": "2027-01-01"})

    assert "facts.organisation.steering_group.last_meeting" in said["notices"]


def test_trying_says_what_would_change_and_writes_nothing(visitor, file):
    visitor.open()
    said = visitor.send({"facts.ownership.licence": ""}, "try")

    assert said["saved"] is False
    assert "F2:" in said["panel"]
    assert file.read_text() == DECLARED


HOSTILE = st.text(max_size=30) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</textarea><b>",
        "{{ 7*7 }}",
        "javascript:alert(1)",
        "\u202etxt",
        "a\x00b",
        "- !!python/object:os.system\n",
        "%(name)s",
    ]
)


@settings(max_examples=25)
@given(
    st.sampled_from(
        [
            "name",
            "declared.by",
            "declared.note",
            "facts.ownership.licence",
            "facts.adopters.0.authority",
            "answers.R1.note",
            "answers.R1.evidence",
            "answers.R1.reason",
        ]
    ),
    HOSTILE,
)
def test_what_is_typed_is_never_markup(tmp_path_factory, name, text):
    from web.conftest import Visitor

    home = tmp_path_factory.mktemp("hostile") / "eksempel"
    home.mkdir()
    (home / "product.yaml").write_text(DECLARED, encoding="utf-8")
    visitor = Visitor(client_of(home))
    visitor.open()
    plain = read_page(visitor.text)
    visitor.press({name: text})
    assert visitor.status in {200, 422}
    shown = read_page(visitor.text)
    again = read_page(visitor.open())

    for page in (shown, again):
        allowed = {tag for tag, _ in plain.elements} | {
            "ul",
            "li",
            "span",
            "b",
            "a",
            "code",
            "small",
        }
        assert {tag for tag, _ in page.elements} <= allowed
        assert not [a for _, a in page.elements if any(key.startswith("on") for key in a)]
        assert all(not (h or "").startswith("javascript") for h in page.all("a", "href"))


@pytest.mark.parametrize(
    "name", ["facts.nothing", "facts.ownership", "x", "facts.adopters.7.authority"]
)
def test_a_field_that_the_form_does_not_have_is_ignored(visitor, file, name):
    visitor.open()
    visitor.press({name: "x"})

    assert file.read_text() == DECLARED
