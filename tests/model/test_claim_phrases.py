"""The file of doubtful claims: whole, or said what is wrong with it and where."""

import pytest
import re2
import yaml
from folders import write_model
from hypothesis import example, given
from hypothesis import strategies as st

from os2governance.checks.model_lint import lint_model
from os2governance.model.claim_phrases import parse_claim_phrases
from os2governance.model.library import read_model_folder
from os2governance.rules.patterns import compile_pattern
from os2governance.workflows.disk_files import MODELS_ON_DISK

FORM = "format: os2governance/doubts/1\n"
WRONG = [
    ("", "yaml-empty", 1),
    ("format: os2governance/doubts/2\n", "wrong-choice", 1),
    (FORM + "privat: [x]\n", "unknown-key", 2),
    (FORM + "private: x\n", "wrong-type", 2),
    (FORM + "private:\n  - ok\n  - '('\n", "doubts-pattern", 4),
    (FORM + "private:\n  - 'a)(b'\n", "doubts-pattern", 3),
    (FORM + "placeholders: ['(?=x)']\n", "doubts-pattern", 2),
    (FORM + "contradicts: {da: {says: ['x{1001}']}}\n", "doubts-pattern", 2),
    (FORM + "contradicts: {sv: {says: [x]}}\n", "unknown-key", 2),
    (FORM + "bulk: {at_least: 1, percent: 50}\n", "out-of-bounds", 2),
    (FORM + "bulk: {at_least: 3}\n", "missing-key", 2),
]


@pytest.mark.parametrize(("text", "code", "line"), WRONG)
def test_what_is_wrong_has_its_place(text, code, line):
    doubts, findings = parse_claim_phrases(text.encode(), "doubts.yaml")

    assert doubts is None
    assert [(f.code, f.location.line) for f in findings] == [(code, line)]


def test_a_file_may_say_little():
    doubts, findings = parse_claim_phrases(FORM.encode(), "doubts.yaml")

    assert not findings
    assert doubts.bulk is None


def test_a_bad_file_is_for_lint_and_stops_no_level(tmp_path):
    folder = write_model(
        tmp_path, [{"id": "A", "level": "low", "met": {"fact": "open", "present": True}}]
    )
    before, _ = read_model_folder(folder, MODELS_ON_DISK)
    (folder / "doubts.yaml").write_text(FORM + "private: ['(']\n", "utf-8")
    model, findings = read_model_folder(folder, MODELS_ON_DISK)

    assert findings == []
    assert model.digest != before.digest
    assert [
        f.location.file.endswith("1/doubts.yaml")
        for f in lint_model(model)
        if f.code == "doubts-pattern"
    ] == [True]


def test_many_patterns_are_held():
    """A list that RE2 could not hold in little memory once found nothing, and said nothing."""
    listed = "".join(f"  - 'site{number}x{{900}}'\n" for number in range(200))
    doubts, findings = parse_claim_phrases(f"{FORM}private:\n{listed}".encode(), "doubts.yaml")

    assert not findings
    assert doubts.private.search(f"site199{'x' * 900}")
    assert not doubts.private.search(f"site199{'x' * 899}")
    assert not list(doubts.find_refused())


def test_a_list_that_is_too_much_is_said_and_finds_nothing():
    listed = "".join(f"  - '\\pL{{900}}{number}'\n" for number in range(5))
    doubts, findings = parse_claim_phrases(f"{FORM}private:\n{listed}".encode(), "doubts.yaml")

    assert not findings
    assert not doubts.private.search("x" * 900 + "1")
    (refused,) = doubts.find_refused()
    assert (refused.code, refused.location.line) == ("doubts-pattern", 3)
    assert "too large" in refused.message.en


WORDS = st.lists(
    st.sampled_from(["ja", "jo", "nej", "æ", "É", "ł", "1", "-", "»", " ", ".", "Nej"]), max_size=8
)
PHRASES = st.sampled_from(
    ["ja", "ja nej", "nej", "nej(?: ja)?", "^nej", "(?:ja|jo) +?nej", "jo$", "æ"]
)


@given(st.lists(PHRASES, min_size=1, max_size=4), WORDS.map("".join))
def test_all_phrases_together_find_what_each_finds_alone(phrases, text):
    """The slow definition: the first that any of them finds, and of those the longest."""
    listed = "".join(f"      - '{phrase}'\n" for phrase in phrases)
    said = f"{FORM}contradicts:\n  da:\n    says:\n{listed}"
    doubts, _ = parse_claim_phrases(said.encode(), "doubts.yaml")
    options = re2.Options()
    options.longest_match = True
    around = (r"(?i)(?:^|[^\pL\pN])(", r")(?:$|[^\pL\pN])")
    alone = [re2.compile(f"{around[0]}{phrase}{around[1]}", options) for phrase in phrases]
    hits = [match.span(1) for match in (each.search(text) for each in alone) if match]

    found = doubts.contradicts[0].says.search(text)

    assert (found and found.span(1)) == min(hits, key=lambda hit: (hit[0], -hit[1]), default=None)


@pytest.mark.parametrize("phrase", ["ja", "да", "ναι"])
@pytest.mark.parametrize(("text", "found"), [("{}", True), ("»{}«", True), ("{0}{0}", False)])
def test_a_phrase_is_whole_words_in_any_script(phrase, text, found):
    said = f"{FORM}contradicts: {{da: {{says: ['{phrase}']}}}}\n"
    says = parse_claim_phrases(said.encode(), "doubts.yaml")[0].contradicts[0].says

    assert (says.search(text.format(phrase)) is not None) == found


def test_patterns_are_compiled_only_when_a_text_comes(monkeypatch):
    asked = []

    def compiling(pattern, **more):
        asked.append(pattern)
        return compile_pattern(pattern, **more)

    monkeypatch.setattr("os2governance.model.claim_phrases.compile_pattern", compiling)
    text = FORM + "private: [x]\nplaceholders: [late]\ncontradicts: {da: {says: [late]}}\n"
    doubts, _ = parse_claim_phrases(text.encode(), "doubts.yaml")

    assert asked == []
    doubts.private.search("x")
    doubts.private.search("y")
    assert len(asked) == 1


PIECES = [
    "a",
    "b",
    "^",
    "$",
    "\\A",
    "\\z",
    "\\s*",
    "(?m:^)",
    "(?-m:$)",
    "(?i)A",
    "[^a]",
    "\\b",
    ".",
    "c+",
]
PATTERN = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
TEXTS = st.lists(st.text(alphabet="abcA \n-", max_size=6), max_size=7)
KINDS = st.sampled_from(["private", "placeholders"])


@given(KINDS, st.lists(PATTERN, min_size=1, max_size=3), TEXTS)
@example("placeholders", [r"\sa"], ["b", "a", " a"])
@example("placeholders", ["c*"], ["", "a", ""])
@example("placeholders", ["a"], ["a", " ", "a\n", "b\na"])
def test_what_a_list_finds_among_all_texts_is_what_it_finds_in_each(kind, patterns, texts):
    said = yaml.safe_dump({"format": "os2governance/doubts/1", kind: patterns})
    doubts, findings = parse_claim_phrases(said.encode(), "doubts.yaml")
    assert not findings, (patterns, findings[0].message.en)
    phrases = getattr(doubts, kind)
    alone = [number for number, text in enumerate(texts) if phrases.search(text)]

    suspects = list(phrases.find_candidates(texts))

    assert list(phrases.find_matching(texts)) == alone
    assert set(alone) <= set(suspects)
    assert suspects == sorted(set(suspects))


@given(st.lists(PHRASES, min_size=1, max_size=4), st.lists(WORDS.map("".join), max_size=5))
def test_words_that_are_found_in_a_text_are_suspected_among_all(phrases, texts):
    said = yaml.safe_dump(
        {"format": "os2governance/doubts/1", "contradicts": {"da": {"says": phrases}}}
    )
    says = parse_claim_phrases(said.encode(), "doubts.yaml")[0].contradicts[0].says

    assert {n for n, text in enumerate(texts) if says.search(text)} <= set(
        says.find_candidates(texts)
    )


def test_texts_that_hold_nothing_are_not_suspected():
    doubts, _ = parse_claim_phrases(f"{FORM}private: [abc]\n".encode(), "doubts.yaml")

    texts = [*["ab", "xabc", "c"] * 9, "abcd", *["ab\nc"] * 5]

    assert [*doubts.private.find_candidates(texts)] == [27]
    assert [*doubts.private.find_candidates(texts[:27])] == []
