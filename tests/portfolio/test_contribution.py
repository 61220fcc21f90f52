"""What a product adds to the figures."""

from datetime import date
from itertools import count

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.portfolio.contribution import Amount, build_contribution
from os2governance.workflows.disk_files import MODELS_ON_DISK

HEAD = """\
format: os2governance/product/1
product: eksempel
name: Eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-05-01, by: Styregruppen}
"""
MODEL = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]


def assessed(tmp_path, facts=""):
    (tmp_path / "product.yaml").write_text(HEAD + facts, encoding="utf-8")
    return assess(load_product(tmp_path, MODEL), MODEL, as_of=date(2026, 5, 1))


@pytest.mark.parametrize(
    ("facts", "whole"),
    [
        ("", Amount("undeclared")),
        ("facts: {}", Amount("undeclared")),
        ("facts: {shared_funding: {}}", Amount("undeclared")),
        ("facts: {shared_funding: null}", Amount("none")),
        ("facts: {shared_funding: {yearly_economy: null}}", Amount("none")),
        ("facts: {shared_funding: {yearly_economy: 0}}", Amount("declared", 0)),
        ("facts: {shared_funding: {yearly_economy: 250000}}", Amount("declared", 250000)),
    ],
)
def test_what_is_not_declared_is_no_zero(tmp_path, facts, whole):
    assert build_contribution(assessed(tmp_path, facts)).economy[0] == whole


@pytest.mark.parametrize(
    ("facts", "users"),
    [("", None), ("facts: {adopters: null}", ()), ("facts: {adopters: []}", ())],
)
def test_users_that_are_not_declared_are_not_none(tmp_path, facts, users):
    assert build_contribution(assessed(tmp_path, facts)).authorities == users


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("Københavns Kommune", "municipality", "101"),
        ("Bornholms Regionskommune", "municipality", "400"),
        ("region  hovedstaden", "region", "1084"),
        ("Region Hovedstaden", "municipality", ""),
        ("Ankeborg", "municipality", ""),
        ("Københavns Kommune", "other", ""),
    ],
)
def test_an_authority_is_found_in_the_register(tmp_path, name, kind, code):
    facts = f"facts: {{adopters: [{{authority: {name}, kind: {kind}, status: active}}]}}"

    user = build_contribution(assessed(tmp_path, facts)).authorities[0]

    assert (user.name, user.code, user.uses) == (name, code, True)


def test_who_only_supports_does_not_use(tmp_path):
    facts = "facts: {adopters: [{authority: Greve, kind: municipality, status: passive}]}"

    assert build_contribution(assessed(tmp_path, facts)).authorities[0].uses is False


@pytest.mark.parametrize(("status", "uses"), [("status: active", True), ("status: null", False)])
def test_an_authority_that_does_not_say_so_neither_uses_nor_supports(tmp_path, status, uses):
    entries = [f"{{authority: Greve, kind: municipality, {status}}}", "{authority: Køge}"]
    facts = f"facts: {{adopters: [{', '.join(entries)}]}}"

    assert [u.uses for u in build_contribution(assessed(tmp_path, facts)).authorities] == [
        uses,
        None,
    ]


# -- levels (semantics §5, §6) ----------------------------------------------------------------

SMALL = [
    criterion("A", "low", {"fact": "open", "equals": True}),
    criterion("B", "high", {"fact": "licence", "present": True}),
]


@pytest.fixture
def contribute(tmp_path):
    model, names = load_model(write_model(tmp_path, SMALL)), count()

    def contributes(**product):
        folder = write_product(tmp_path, f"p{next(names)}", **product)
        found = assess(load_product(folder, model), model, as_of=date(2026, 5, 1))
        return build_contribution(found)

    return contributes


def test_what_is_not_settled_is_told_apart_from_what_stops(contribute):
    silent, stopped = contribute(), contribute(facts={"open": False})
    higher = contribute(facts={"open": True})

    assert (silent.states["assessed"], silent.settled, silent.open) == (
        "not_settled",
        False,
        ("A",),
    )
    assert (stopped.states["assessed"], stopped.settled, stopped.open) == ("below", True, ())
    assert (higher.levels["assessed"], higher.settled, higher.open) == ("low", False, ("B",))


def test_what_is_between_a_placement_and_the_assessed_level_is_kept(contribute):
    placed = {"on": "2026-01-01", "decision": "place", "level": "high", "by": "board"}
    found = contribute(facts={"open": True, "licence": None}, decisions=[placed])

    assert (found.levels["placed"], found.states["placed"]) == ("high", "reached")
    assert found.between == {"placed": ("B",)}
    assert (found.states["evaluated"], found.states["recommended"]) == ("none", "none")


def test_a_draft_and_what_is_closed_are_not_counted(contribute):
    closed = [{"on": "2026-01-01", "decision": "close", "by": "board"}]

    assert contribute().counted
    assert not contribute(declared={"on": "2026-05-01", "by": "Ejeren", "draft": True}).counted
    assert not contribute(decisions=closed).counted


def test_each_criterion_has_its_backing(contribute):
    found = contribute(facts={"open": True})

    assert found.statuses == ("met", "unknown")
    assert found.backings == ("documented", "silent")
