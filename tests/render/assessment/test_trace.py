"""A trace as a tree: every kind of node."""

from datetime import date

from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.render.assessment.trace import render_trace_blocks
from os2governance.render.common.layout import lay_out


def said(tmp_path, rule, language="da", **facts):
    folder = write_model(tmp_path, [criterion("A", "low", rule)], conditions={"is_open": OPEN})
    model = load_model(folder)
    product = load_product(write_product(tmp_path, facts=facts), model)
    outcome = assess(product, model, as_of=date(2026, 5, 1)).outcome("A")
    blocks = render_trace_blocks(outcome.met, "products/tool/product.yaml", language, 0)
    return ["".join(span.text for span in line) for line in lay_out(blocks, 200)]


OPEN = {"fact": "open", "equals": True}
MEETS = {"fact": "group.met_on", "within": "2 months"}


def test_a_fact_says_whether_it_holds_what_was_found_and_where(tmp_path):
    [line] = said(tmp_path, MEETS, group={"met_on": "2026-04-01"})

    assert line.startswith("✓ gruppens seneste møde ligger højst 2 måneder tilbage – ")
    assert line.endswith("fundet: 2026-04-01 (product.yaml:11)")


def test_a_fact_that_is_not_declared_says_its_path(tmp_path):
    assert said(tmp_path, MEETS, "en", group={}) == [
        "? the group's latest meeting is at most 2 months ago – not stated: group.met_on"
    ]


def test_logic_is_indented_and_conditions_are_opened(tmp_path):
    rule = {"any": [{"use": "is_open"}, {"not": {"all": [OPEN, MEETS]}}]}

    assert said(tmp_path, rule, open=False) == [
        "✓ mindst ét af disse er på plads:",
        "  ✗ koden er åben – fundet: nej (product.yaml:10)",
        "  ✓ dette gælder ikke:",
        "    ✗ alt dette er på plads:",
        "      ✗ koden er åben – fundet: nej (product.yaml:10)",
        "      ? gruppens seneste møde ligger højst 2 måneder tilbage – ikke oplyst: group.met_on",
    ]


def test_a_number_of_parts(tmp_path):
    rule = {"at_least": {"count": 1, "of": [OPEN, MEETS]}}

    assert said(tmp_path, rule, "en", open=True)[0] == "✓ at least 1 of these apply:"


def test_elements_of_a_list_are_numbered_and_their_paths_whole(tmp_path):
    rule = {"some": {"in": "users", "where": {"fact": "active", "equals": True}}}

    lines = said(tmp_path, rule, users=[{"active": False}, {"name": "B"}])
    assert lines[0].startswith("? ")
    assert lines[0].endswith("fundet: 2 punkter (product.yaml:11)")
    assert lines[1:] == [
        "  nr. 1",
        "    ✗ brugeren er aktiv – fundet: nej (product.yaml:11)",
        "  nr. 2",
        "    ? brugeren er aktiv – ikke oplyst: users[1].active",
    ]
