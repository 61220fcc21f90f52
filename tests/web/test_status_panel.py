"""What the form says at once: the level, what is doubtful at its field, what a trial would do."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product
from hypothesis import given, settings
from hypothesis import strategies as st
from site_pages import read_page
from web.conftest import DECLARED, client_of

from os2governance.i18n.symbols import BACKING_LABELS
from os2governance.web.edit_session import EditSession, read_current_product
from os2governance.web.status_panel import build_status_panel
from os2governance.web.workspace import Workspace


def test_an_answer_shows_what_it_does(visitor, file):
    visitor.open()
    said = visitor.send({"facts.ownership.licence": "GPL-3.0-only"})

    assert said["saved"] is True
    assert said["problems"] == {}
    assert "Ikke afklaret: F1, F3, F4 og F5 er åbne; højst niveau 3" in said["panel"]
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
    assert said["problems"] == {"declared.on": "Skriv en dato, fx 1. maj 2026."}


def test_a_clash_shows_what_is_in_the_file(visitor, file):
    visitor.open()
    file.write_text(DECLARED.replace("name: Eksempel", "name: Deres"))
    said = visitor.send({"name": "Mit"})

    assert said["clashes"] == {"name": {"now": "Deres", "text": "Deres", "none": False}}
    assert said["saved"] is False


def test_a_contradiction_is_said_where_it_arises(visitor):
    visitor.open()
    visitor.send({"facts.ownership.licence": "", "facts.ownership.licence:none": "1"})
    visitor.open()
    said = visitor.send({"answers.F2.answer": "met"})

    assert "er besvaret »opfyldt«" in said["notices"]["answers.F2.answer"]
    assert "product.yaml" not in said["notices"]["answers.F2.answer"]


def test_a_date_in_the_future_is_said_at_its_field(visitor):
    visitor.open()
    said = visitor.send({"facts.organisation.steering_group.last_meeting": "2027-01-01"})

    assert "facts.organisation.steering_group.last_meeting" in said["notices"]


def test_a_plan_that_nobody_will_follow_up_is_said_at_its_field(visitor):
    visitor.open()
    said = visitor.send({"answers.F2.answer": "planned", "answers.F2.due": "2099-01-01"})

    assert "1. januar 2099" in said["notices"]["answers.F2.due"]


def test_trying_says_what_would_change_and_writes_nothing(visitor, file):
    visitor.open()
    said = visitor.send({"facts.ownership.licence": ""}, "try")

    assert said["saved"] is False
    assert "F2:" in said["panel"]
    assert file.read_text() == DECLARED


LEVELS = [("A", "low"), ("B", "low"), ("C", "high")]


@pytest.fixture
def panel_of(tmp_path):
    """A function that gives the panel of a product with some answers and lights."""
    asked = [criterion(name, level, {"fact": "open", "equals": True}) for name, level in LEVELS]
    for each in asked:
        del each["met"]
    write_model(tmp_path, asked, levels=NAMED)

    def build(answers, lights=None, **more):
        evaluations = [{"evaluated": {"on": "2026-05-01", "by": "S"}, "lights": lights or {}}]
        said = {name: {"answer": answer, "note": "x"} for name, answer in answers.items()}
        folder = write_product(tmp_path, answers=said, evaluations=evaluations, **more)
        place = Workspace(
            folder=folder, criteria=(tmp_path / "criteria",), today=lambda: DAY, language="da"
        )
        session = EditSession(
            file=folder / "product.yaml",
            root=folder,
            library=place.library(),
            as_of=DAY,
            language="da",
        )
        return build_status_panel(read_current_product(session)[0], "da")

    return build


DAY = date(2026, 5, 1)
NAMED = [
    {"id": "low", "name": {"da": "Lav", "en": "Low"}},
    {"id": "high", "name": {"da": "Høj", "en": "High"}},
]


@pytest.mark.parametrize(
    ("answers", "lights", "headline", "detail"),
    [
        (
            {},
            {},
            "Ikke afklaret: A og B er åbne; højst høj",
            "Lav: resultatet af de 2 krav er ikke bekræftet af andre.",
        ),
        ({"A": "met"}, {}, "Ikke afklaret: B er åbent; højst høj", ""),
        ({"A": "met"}, {"B": {"light": "unmet"}}, "Endnu ikke på lav", "På grund af B"),
        ({"A": "met", "B": "met"}, {}, "Lav", "Høj er ikke afklaret: C er åbent; højst høj"),
        ({"A": "met", "B": "met"}, {"C": {"light": "unmet"}}, "Lav", "På grund af C"),
        (
            {"A": "met", "B": "met", "C": "met"},
            {},
            "Høj",
            "Høj: resultatet af de 3 krav er ikke bekræftet af andre",
        ),
    ],
)
def test_silence_is_never_shown_as_a_low_level(panel_of, answers, lights, headline, detail):
    panel = panel_of(answers, lights)

    assert panel.headline == headline
    assert detail in " ".join(panel.details)


def test_who_stands_behind_the_criteria_is_counted(panel_of):
    panel = panel_of({"A": "met", "B": "partly"}, {"A": {"light": "met"}})

    assert panel.backing == {"confirmed": 1, "documented": 0, "claimed": 1, "silent": 1}


def test_a_draft_is_shown_as_one(panel_of):
    panel = panel_of({}, declared={"on": "2026-05-01", "by": "E", "draft": True})

    assert "Selvevalueringen er et udkast" in panel.details[-1]


def test_the_panel_shows_the_counts(visitor):
    text = visitor.open()

    for word in BACKING_LABELS.values():
        assert f"<dt>{word.da}</dt>" in text


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
