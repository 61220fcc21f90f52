"""What a product is, who owns it and who uses it: facts that a model names, as far as stated."""

import pytest
from folders import criterion, write_model
from pages import BOTH, assessed

from os2governance.model.library import read_model_folder
from os2governance.site.introduction import MAX_NAMES, list_introduction
from os2governance.workflows.disk_files import MODELS_ON_DISK

FIGURES = """\
format: os2governance/figures/1
about: [licence, group.name, users.name]
users: {list: users, name: name, using: {fact: active, values: [true]}}
"""
RULES = [criterion("A", "low", {"fact": "open", "equals": True})]


@pytest.fixture
def introduce(tmp_path):
    """A function that gives the rows of a product with some facts."""
    folder = write_model(tmp_path, RULES)
    (folder / "portfolio.yaml").write_text(FIGURES.replace("group.name, ", ""), encoding="utf-8")
    model, findings = read_model_folder(folder, MODELS_ON_DISK)
    assert findings == []

    def rows(language="en", **facts):
        return dict(list_introduction(assessed(tmp_path, model, facts=facts), language))

    return rows


def test_of_what_is_not_stated_only_the_users_are_told_to_be_so(introduce):
    assert introduce() == {"Used by": ("not stated",)}


def test_nothing_is_said_of_what_there_is_not(introduce):
    assert introduce(licence=None, users=[]) == {}


@pytest.mark.parametrize("language", BOTH)
def test_facts_have_the_model_s_titles_and_those_of_a_list_are_one_row(introduce, language):
    users = [{"name": "Ask", "active": True}, {"name": "Birk"}, {"name": "Ask", "active": False}]
    found = introduce(language, licence="MIT", users=users)

    assert list(found.values()) == [("MIT",), ("Ask", "Birk"), ("Ask",)]
    assert (
        list(found)
        == {
            "da": ["Licensen", "Brugerens navn", "Bruges af"],
            "en": ["The licence", "The user's name", "Used by"],
        }[language]
    )


def test_many_users_are_named_in_part_and_counted(introduce):
    users = [{"name": f"U{number}", "active": True} for number in range(MAX_NAMES + 2)]
    (said,) = introduce(users=users)["Used by"]

    assert said.startswith("U0, U1, ")
    assert said.endswith(f"U{MAX_NAMES - 1} and 2 others")


def test_a_fact_that_there_is_not_is_a_finding(tmp_path, run):
    folder = write_model(tmp_path, RULES)
    (folder / "portfolio.yaml").write_text(FIGURES, encoding="utf-8")
    found = run("check", folder, "--format", "json")

    assert "portfolio-unknown-fact" in found.stdout
    assert "group.name" in found.stdout
