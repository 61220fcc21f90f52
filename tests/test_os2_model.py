"""OS2's own model as the house wants it: words for all, one role, nothing left to assemble."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from os2governance import load_model
from os2governance.checks.model_lint import list_assembled_nodes
from os2governance.files.listing import find_shipped_criteria
from os2governance.render.assessment.trace import render_trace_blocks
from os2governance.render.common.layout import lay_out
from os2governance.rules.node import Scope

OS2 = find_shipped_criteria() / "os2"
NEVER = yaml.safe_load((Path(__file__).parent / "i18n" / "never.yaml").read_text(encoding="utf-8"))
THEMES = ("relevans", "formkrav", "strategi", "governance")
VERSIONS = sorted(folder.name for folder in OS2.iterdir() if (folder / "model.yaml").is_file())


def read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def facts(schema: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each fact below a schema; below a list their paths continue after `[]`."""
    for name, fact in schema.get("properties", {}).items():
        yield f"{prefix}{name}", fact
        yield from facts(fact, f"{prefix}{name}.")
        yield from facts(fact.get("items", {}), f"{prefix}{name}[].")


FACTS = dict(facts(json.loads((OS2 / "1.1.0" / "facts.schema.json").read_text(encoding="utf-8"))))
CONDITIONS = {
    name: condition
    for version in VERSIONS
    for name, condition in read(OS2 / version / "model.yaml").get("conditions", {}).items()
}
CRITERIA = {
    f"{file.parent.name} {criterion['id']}": criterion
    for version in VERSIONS
    for theme in THEMES
    if (file := OS2 / version / f"{theme}.yaml").is_file()
    for criterion in read(file)["criteria"]
}
LATEST = {key.split()[1]: each for key, each in CRITERIA.items() if key.startswith("1.1.0 ")}

PHRASES = {
    **{
        f"{path} {key}": said
        for path, fact in FACTS.items()
        for key, said in (
            ("asked da", fact.get("x-asked")),
            ("asked en", fact.get("x-asked-en")),
            ("todo da", fact.get("x-todo")),
            ("todo en", fact.get("x-todo-en")),
        )
    },
    **{
        f"{name} {phrase} {language}": condition[f"x-{phrase}"][language]
        for name, condition in CONDITIONS.items()
        for phrase in ("asked", "todo")
        for language in ("da", "en")
    },
}


def test_the_model_has_the_criteria_that_os2_has():
    assert len(LATEST) == 43
    assert len(CONDITIONS) > 50 < len(FACTS)


def test_each_fact_and_condition_has_two_phrases_in_two_languages():
    for key, said in PHRASES.items():
        assert said, key
        assert said == said.strip(), key
        assert not said.endswith((".", "?", ":")), key


VERBS = "er|har|kan|bliver|findes|gælder|ligger|holder"
ADVERBS = "ikke|endnu|altid|fortsat|kun|stadig|også|allerede"


def test_what_is_asked_is_a_clause_that_can_follow_when():
    for key, said in PHRASES.items():
        if " asked " in key:
            assert said[0].islower() or said.startswith(("OS2", "README")), key
            # In Danish an adverb stands before the verb of such a clause and after it in a main
            # clause; a phrase that is to be both has none.
            assert not re.search(rf"\b(?:{VERBS}) (?:{ADVERBS})\b", said), key


def test_what_to_do_begins_as_a_sentence():
    assert [
        key for key, said in PHRASES.items() if " todo " in key and not said[0].isupper()
    ] == []


def test_a_judgement_is_asked_for_as_a_question():
    for path, fact in FACTS.items():
        if "boolean" in fact["type"]:
            assert "? Svar ja eller nej" in fact["x-todo"], path
            assert "? Answer yes or no" in fact["x-todo-en"], path


def leaves(rule: Any) -> Iterator[dict[str, Any]]:
    """The parts of a rule that all, any and at_least put together."""
    for operator in ("all", "any"):
        if operator in rule:
            for part in rule[operator]:
                yield from leaves(part)
            return
    yield rule


@pytest.mark.parametrize("key", CRITERIA)
def test_no_clause_of_a_rule_is_left_to_assemble(key):
    """A leaf is a named condition, or asks no more of a fact than its phrase says."""
    criterion = CRITERIA[key]
    for part in ("met", "partly"):
        for leaf in leaves(criterion[part]) if part in criterion else ():
            simple = {"fact", "present"}, {"fact", "equals"}
            assert set(leaf) == {"use"} or set(leaf) in simple, leaf
            if "equals" in leaf:
                assert leaf["equals"] == "true", leaf
                assert "boolean" in FACTS[leaf["fact"]]["type"], leaf
            assert leaf.get("present", "true") == "true", leaf
            assert leaf.get("use", next(iter(CONDITIONS))) in CONDITIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_no_sentence_of_a_rule_is_put_together_of_titles(version):
    assert [each.criterion.id for each in list_assembled_nodes(load_model(OS2 / version))] == []


COUNTED = [("da", "1 af de 2, der skal til"), ("en", "1 of the 2 that it takes")]


@pytest.mark.parametrize(("language", "said"), COUNTED)
def test_an_explanation_counts_those_who_use_the_product(language, said):
    adopters = [{"status": "active"}, {"status": "planned"}, {"status": "ended"}]
    rule = load_model(OS2 / "1.1.0").by_id["R3"].rule
    trace = rule.evaluate(Scope({"adopters": adopters}, None, date(2026, 11, 1)))
    lines = lay_out(render_trace_blocks(trace, "product.yaml", language, 0), 1000)
    shown = ["".join(span.text for span in line) for line in lines]

    assert [line for line in shown if said in line] != []
    assert [line for line in shown if "3 items" in line or "3 punkter" in line] == []


@pytest.mark.parametrize("key", CRITERIA)
def test_one_of_three_is_responsible_and_others_help(key):
    criterion = CRITERIA[key]
    roles = {role["id"] for role in read(OS2 / "1.1.0" / "model.yaml")["roles"]}

    assert criterion["responsible"] in {"steering_group", "product_coordinator", "secretariat"}
    assert set(criterion.get("helps", ())) <= roles - {criterion["responsible"]}


@pytest.mark.parametrize("key", CRITERIA)
def test_a_criterion_says_what_it_takes_and_where_it_is_worded(key):
    criterion = CRITERIA[key]

    assert criterion["effort"] in {"word", "paper", "practice", "decision"}
    assert criterion["see"].startswith(
        ("https://governance.os2.eu", "https://github.com/OS2offdig/")
    )
    for text in ("title", "asks", "remedy"):
        assert set(criterion[text]) == {"da", "en"}


def test_only_four_criteria_may_be_called_not_applicable():
    may = {name for name, each in LATEST.items() if "not_applicable" in each}

    assert read(OS2 / "1.1.0" / "model.yaml")["attainment"]["not_applicable"] == "no"
    assert may == {"F19", "F20", "F21", "F22"}
    assert {LATEST[name]["not_applicable"] for name in may} == {"with_reason"}


def test_what_the_secretariat_knows_comes_from_its_register():
    theirs = {path for path, fact in FACTS.items() if fact.get("x-from") == "register"}

    assert {path for path in FACTS if path.startswith(("board", "agreements.accession"))} <= theirs
    assert {"portfolio.in_wheel_of_year", "portfolio.last_coordination"} <= theirs
    assert "ownership.repositories[].controlled_by" in theirs
    assert "portfolio.listed_at" not in theirs  # an address that anybody can look up


def test_lists_with_an_identity_name_their_key():
    keys = {path: fact["x-key"] for path, fact in FACTS.items() if "x-key" in fact}

    assert keys == {
        "ownership.repositories": "url",
        "adopters": "authority",
        "value.national_strategies": "strategy",
    }


def _danish() -> Iterator[str]:
    yield from (said for key, said in PHRASES.items() if key.endswith(" da"))
    yield from (fact[key] for fact in FACTS.values() for key in ("title", "description"))
    for name, criterion in CRITERIA.items():
        own = name.endswith(" G10")  # its title is the criterion's own name
        yield from (criterion[text]["da"] for text in ("asks", "remedy"))
        yield from () if own else (criterion["title"]["da"],)


@pytest.mark.parametrize("row", NEVER, ids=lambda row: row["never"][0])
def test_no_danish_word_is_one_that_the_glossary_replaces(row):
    words = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, row['never']))})(?!\w)", re.IGNORECASE
    )
    right = re.compile("|".join(map(re.escape, row.get("except", ["\0"]))), re.IGNORECASE)

    assert [said for said in _danish() if words.search(right.sub("", said))] == []
