"""What a product adds to the figures."""

from datetime import date

import pytest

from os2governance import assess, load_product
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
