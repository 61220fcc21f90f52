"""Versions that are written as changes: what they are made of, and what may be wrong with them."""

import re

import pytest

from os2governance.checks.mutation import check_examples
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.model.reader import read_model
from os2governance.workflows.disk_files import MODELS_ON_DISK, open_library

OS2 = find_shipped_criteria() / "os2"

VERSIONS = [
    # version, criteria per level, recommendations
    ("2021-04-29", (6, 14, 18, 9), "R4 F19 F20 S5 G5 G8 G9 G10 G11"),
    ("2021-05-04", (6, 13, 18, 8), "R4 F19 F20 G7 G8 G9 G10"),
    ("2021-10-27", (6, 13, 18, 8), "R4 F19 F20 G7 G8 G9 G10"),
    ("1.0", (6, 13, 19, 8), "R4 F19 F20 G7 G8 G9 G10"),
    ("2024-04-02", (6, 12, 19, 8), "R3 F19 F20 G7 G8 G9 G10"),
    ("2024-05-15", (6, 10, 19, 8), "R3 F19 F20 G7 G8 G9 G10"),
    ("2024-07-02", (6, 10, 19, 8), "F19 F20 G7 G8 G9 G10"),
    ("1.1.0", (6, 10, 19, 8), "F19 F20 G7 G8 G9 G10"),
]


@pytest.fixture(scope="module")
def library():
    return open_library()


@pytest.mark.parametrize(("version", "counts", "recommended"), VERSIONS)
def test_each_version_has_its_criteria(library, version, counts, recommended):
    model, findings = library.model(f"os2/{version}")
    assert not findings
    levels = [criterion.level for criterion in model.criteria]
    assert tuple(levels.count(level) for level in model.level_ids) == counts
    assert [c.id for c in model.criteria if c.recommended] == recommended.split()
    assert not check_examples(model)


def test_ids_are_in_order_within_each_theme(library):
    model, _ = library.model("os2/2021-04-29")
    assert [c.id for c in model.criteria] == [
        *(f"R{n}" for n in range(1, 6)),
        *(f"F{n}" for n in range(1, 23)),
        *(f"S{n}" for n in range(1, 6)),
        *(f"G{n}" for n in range(1, 16)),
    ]


BASE = """format: os2governance/model/1
model: small
version: "2"
published: 2025-01-01
levels: [{id: low, name: {da: Lav, en: Low}}, {id: high}]
themes: [{id: t}]
roles: [{id: boss}]
"""
CRITERIA = """format: os2governance/criteria/1
theme: t
criteria:
  - {id: A1, level: low, met: {fact: a, present: true}}
  - {id: A2, level: high, met: {fact: b, present: true}}
"""
HEAD = """format: os2governance/model/1
model: small
version: "1"
based_on: "2"
"""


def versions(tmp_path, text, **others):
    for version, files in {
        "2": {"model.yaml": BASE, "t.yaml": CRITERIA},
        "1": {"model.yaml": text},
        **others,
    }.items():
        folder = tmp_path / "small" / version
        folder.mkdir(parents=True)
        for name, data in files.items():
            (folder / name).write_text(data, encoding="utf-8")
    return tmp_path / "small" / "1"


FACTS = """{"type": "object", "properties": {"a": {"type": ["string", "null"]}, "b": {"type": ["string", "null"]}}}"""


def test_what_a_version_changes(tmp_path):
    text = HEAD + (
        "changes:\n  dropped: [A1]\n  renumbered: {A1: A2}\n"
        "  levels: {low: {name: {da: Nul, en: Nought}}}\n"
        "  criteria:\n    A1: {level: low, recommended: true, responsible: boss, title: {da: T, en: T}}\n"
    )
    base = {
        "model.yaml": BASE.replace("levels:", "facts: f.json\nlevels:"),
        "t.yaml": CRITERIA,
        "f.json": FACTS,
    }
    folder = versions(tmp_path, text, **{"2": base})
    model, findings = read_model_folder(folder, MODELS_ON_DISK)
    assert not findings
    (only,) = model.criteria
    assert (only.id, only.level, only.recommended, only.responsible, only.title.da) == (
        "A1",
        "low",
        True,
        "boss",
        "T",
    )
    assert only.rule_trees["met"] == {"fact": "b", "present": True}
    assert model.levels[0].name.en == "Nought"
    assert model.based_on == "2"


CHANGED = """changes:
  criteria:
    A1:
      evidence: link
      not_applicable: no
      effort: decision
      helps: [boss]
      see: https://small.example/A1
      applies: {fact: b, present: true}
      met: {use: both}
      partly: {fact: b, present: true}
      examples: [{facts: {a: x, b: y}, expect: met}]
conditions:
  both: {x-asked: {en: both}, rule: {all: [{fact: a, present: true}, {fact: b, present: true}]}}
words: {badge: {en: dots}}
procedure: {evaluation_before_decision: true}
"""


def test_a_version_changes_what_version_2_may_say(tmp_path):
    base = {
        "model.yaml": BASE.replace("levels:", "facts: f.json\nwords: {form: {en: list}}\nlevels:"),
        "t.yaml": CRITERIA,
        "f.json": FACTS,
    }
    model, findings = read_model_folder(
        versions(tmp_path, HEAD + CHANGED, **{"2": base}), MODELS_ON_DISK
    )
    assert not findings
    first, second = model.criteria

    assert (first.evidence, first.not_applicable, first.effort) == ("link", "no", "decision")
    assert (first.helps, first.see) == (("boss",), "https://small.example/A1")
    assert first.rule_trees["met"] == {"use": "both"}
    assert [bool(rule) for rule in (first.applies, first.met, first.partly)] == [True] * 3
    assert not check_examples(model)
    assert [example.location.file for example in first.examples] == [model.file]
    assert (second.evidence, second.applies) == ("text", None)
    assert (model.words.badge.en, model.words.form.en) == ("dots", "list")
    assert model.procedure.evaluation_before_decision
    assert model.condition_words["both"].asked.en == "both"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("helps: [bos]", "model-unknown-role"),
        ("met: {fact: c, present: true}", "rule-unknown-fact"),
        ("partly: {use: one}", "rule-unknown-condition"),
        ("not_applicable: never", "wrong-choice"),
        ("examples: [{facts: {}, expect: good}]", "wrong-choice"),
    ],
)
def test_what_is_wrong_in_a_change_has_its_place(tmp_path, line, expected):
    base = {
        "model.yaml": BASE.replace("levels:", "facts: f.json\nlevels:"),
        "t.yaml": CRITERIA,
        "f.json": FACTS,
    }
    text = f"{HEAD}changes:\n  criteria:\n    A1:\n      {line}\n"
    model, findings = read_model_folder(versions(tmp_path, text, **{"2": base}), MODELS_ON_DISK)

    assert model is None
    assert [(f.code, f.location.line) for f in findings] == [(expected, 8)]


def test_the_hash_is_of_all_files_that_a_version_is_made_of(tmp_path):
    base = {
        "model.yaml": BASE.replace("levels:", "facts: f.json\nlevels:"),
        "t.yaml": CRITERIA,
        "f.json": FACTS,
    }
    folder = versions(tmp_path, HEAD, **{"2": base})
    before = read_model_folder(folder, MODELS_ON_DISK)[0].digest
    criteria = folder.parent / "2" / "t.yaml"
    criteria.write_text(criteria.read_text() + "# more\n")
    assert read_model_folder(folder, MODELS_ON_DISK)[0].digest != before


WRONG = [
    ('based_on: "3"', [("model-base-unusable", 4)]),
    ("based_on: other/2", [("out-of-bounds", 4)]),
    ("based_on: ../2", [("out-of-bounds", 4)]),
    ("based_on: 2", [("wrong-type", 4)]),
    ('based_on: "1"', [("model-base-ring", 4)]),
    ('based_on: "2"\nlevels: [{id: x}]', [("model-inherited", 5)]),
    ('based_on: "2"\nfacts: f.json', [("model-inherited", 5)]),
    ('based_on: "2"\nchanges: {dropped: [A3]}', [("model-base-criterion", 5)]),
    ('based_on: "2"\nchanges: {dropped: [A1, A1]}', [("shape", 5)]),
    ('based_on: "2"\nchanges:\n  renumbered: {A4: A9}', [("model-base-criterion", 6)]),
    ('based_on: "2"\nchanges:\n  renumbered: {A4: A1, A5: A1}', [("model-base-twice", 6)]),
    ('based_on: "2"\nchanges:\n  renumbered: {A1: A2}', [("model-base-twice", 6)]),
    ('based_on: "2"\nchanges:\n  criteria: {A7: {level: low}}', [("model-base-criterion", 6)]),
    ('based_on: "2"\nchanges:\n  criteria: {A1: {level: no}}', [("model-unknown-level", 6)]),
    ('based_on: "2"\nchanges:\n  criteria: {A1: {responsible: no}}', [("model-unknown-role", 6)]),
    ('based_on: "2"\nchanges:\n  levels: {no: {name: {da: x}}}', [("model-unknown-level", 6)]),
    ('based_on: "2"\nchanges:\n  criteria: {A1: {mett: {}}}', [("unknown-key", 6)]),
    (
        "levels: [{id: x}]\nthemes: [{id: t}]\nchanges: {dropped: [A1]}",
        [("model-no-base", 6)],
    ),
    ("source: x", [("missing-key", 1), ("missing-key", 1)]),
]


@pytest.mark.parametrize(("lines", "expected"), WRONG)
def test_what_is_wrong_has_its_place(tmp_path, lines, expected):
    text = 'format: os2governance/model/1\nmodel: small\nversion: "1"\n' + lines + "\n"
    base = {
        "model.yaml": BASE.replace("levels:", "facts: f.json\nlevels:"),
        "t.yaml": CRITERIA,
        "f.json": FACTS,
    }
    model, findings = read_model_folder(versions(tmp_path, text, **{"2": base}), MODELS_ON_DISK)
    assert model is None
    assert [(found.code, found.location.line) for found in findings] == expected
    assert all(re.search(r"small/1/model.yaml", found.location.file) for found in findings)


def test_a_long_ring_is_named_whole(tmp_path):
    other = HEAD.replace('version: "1"', 'version: "9"').replace('"2"', '"1"')
    text = HEAD.replace('"2"', '"9"')
    _, findings = read_model_folder(
        versions(tmp_path, text, **{"9": {"model.yaml": other}}), MODELS_ON_DISK
    )
    assert [found.code for found in findings] == ["model-base-unusable", "model-base-ring"]
    assert "1 → 9 → 1" in findings[1].message.en


def test_alone_no_version_can_be_based_on_another():
    model, findings = read_model({"model.yaml": HEAD.encode()}, "small/1")
    assert model is None
    assert [found.code for found in findings] == ["model-base-unusable"]
