"""Everything wrong or doubtful in the files of one product."""

from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product
from inspected import inspect_product

from os2governance.checks.inspect import inspect_model
from os2governance.workflows.disk_files import MODELS_ON_DISK, open_library

AS_OF = date(2026, 11, 23)
ORDER = [
    ("contradiction", "product.yaml"),
    ("personal-data", "product.yaml"),
    ("evidence-unusable", "product.yaml"),
    ("decision-by-other-body", "decisions.yaml"),
    ("decision-unevaluated", "decisions.yaml"),
    ("decision-without-grounds", "decisions.yaml"),
    ("placed-above-assessed", "decisions.yaml"),
]
OPEN = {"fact": "open", "present": True}


def inspected(tmp_path, text=None, **more):
    procedure = {"evaluation_before_decision": True}
    write_model(tmp_path, [criterion("A", "low", OPEN)], procedure=procedure)
    file = write_product(tmp_path, **more) / "product.yaml"
    if text is not None:
        file.write_bytes(text)
    return inspect_product(file, open_library(tmp_path / "criteria"), AS_OF)


def test_findings_of_all_kinds_in_the_order_of_the_files(tmp_path):
    decisions = [{"on": "2026-01-01", "decision": "place", "level": "high", "by": "owner"}]
    answers = {"A": {"answer": "met", "note": "a@b.dk", "evidence": ["-"]}}
    found = inspected(tmp_path, facts={"open": False}, answers=answers, decisions=decisions)

    assert [(f.code, Path(f.location.file).name) for f in found.findings] == ORDER
    assert found.readable
    assert found.product[0] == "tool"


def test_a_comment_silences(tmp_path):
    inspected(tmp_path, answers={"A": {"answer": "met"}})
    file = tmp_path / "products" / "tool" / "product.yaml"
    text = file.read_text().replace(
        "answers:", "# os2governance: ignore[undocumented] Nej\nanswers:"
    )
    file.write_text(text)
    found = inspect_product(file, open_library(tmp_path / "criteria"), AS_OF)

    assert (found.findings, len(found.suppressed)) == ((), 1)


def test_what_cannot_be_read_is_found_with_its_place_and_its_text(tmp_path):
    found = inspected(tmp_path, b"a: 1\nb: [\n")

    assert [(f.code, f.location.line) for f in found.findings] == [("yaml-syntax", 2)]
    assert not found.readable
    assert list(found.texts.values()) == ["a: 1\nb: [\n"]


def test_what_cannot_be_read_cannot_be_silenced(tmp_path):
    """A log that broke off inside a comment's reach once stopped the whole check."""
    folder = write_product(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    silence = "# os2governance: ignore[yaml-syntax] Nej\n"
    (folder / "decisions.yaml").write_text(f"{silence}a: [\n")
    found = inspect_product(folder / "product.yaml", open_library(tmp_path / "criteria"), AS_OF)

    assert [f.code for f in found.findings] == ["unanswered", "yaml-syntax"]
    assert not found.readable


def test_a_declaration_of_the_wrong_shape_is_readable(tmp_path):
    found = inspected(tmp_path, kind="thing")

    assert [f.code for f in found.findings] == ["wrong-choice"]
    assert found.readable
    assert found.product is None


MAIL = "# a@b.dk\n"
UNUSED = "# os2governance: ignore[undocumented] Nej\n"
WRONG = "# os2governance: ignore[undocumented]\n"
USABLE_NOT = {
    "its shape": "typo: 1\n",
    "no model": "model: none/1\n",
    "not YAML": "note: [\n",
}


@pytest.mark.parametrize("why", USABLE_NOT)
def test_what_needs_no_assessment_is_found_where_there_is_none(tmp_path, why):
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    entry = {"on": "2026-01-01", "decision": "place", "level": "low"}
    evaluation = {"evaluated": {"on": "2026-02-01", "by": "B"}, "lihgts": {}}
    folder = write_product(tmp_path, decisions=[entry], evaluations=[evaluation])
    file = folder / "product.yaml"
    text = file.read_text()
    if why == "no model":
        text = text.replace("model: small/1\n", "")
    file.write_text(text + USABLE_NOT[why] + MAIL + UNUSED + WRONG)
    log = folder / "decisions.yaml"
    log.write_text(log.read_text() + MAIL)
    found = inspect_product(file, open_library(tmp_path / "criteria"), AS_OF)

    own = {"its shape": "unknown-key", "no model": "unknown-model", "not YAML": "yaml-syntax"}
    silence = [] if why == "not YAML" else ["silence-without-reason"]
    assert sorted((Path(f.location.file).name, f.code) for f in found.findings) == [
        ("2026-02-01.yaml", "unknown-key"),
        ("decisions.yaml", "missing-key"),
        ("decisions.yaml", "personal-data"),
        *sorted(("product.yaml", code) for code in [own[why], "personal-data", *silence]),
    ]
    assert found.product is None


@pytest.mark.parametrize("why", USABLE_NOT)
def test_a_hearing_is_looked_at_beside_a_declaration_that_cannot_be_used(tmp_path, why):
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    hearing = {"heard": {"on": "2026-02-10", "by": "owner"}, "evaluation": "2026-02-01"}
    folder = write_product(tmp_path, hearings=[{**hearing, "answer": "perhaps"}])
    file = folder / "product.yaml"
    text = file.read_text()
    if why == "no model":
        text = text.replace("model: small/1\n", "")
    file.write_text(text + USABLE_NOT[why])
    found = inspect_product(file, open_library(tmp_path / "criteria"), AS_OF)

    of_hearing = [f.code for f in found.findings if "hearings" in f.location.file]
    assert of_hearing == ["wrong-choice"]


@pytest.mark.parametrize("declared", [True, False])
def test_what_cannot_be_read_is_told_where_no_model_can_be_used(tmp_path, declared):
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    evaluation = {"model": "none/1", "evaluated": {"on": "2026-02-01", "by": "B"}}
    folder = write_product(tmp_path, model="none/1", evaluations=[evaluation])
    (folder / "evaluations" / "2026-03-01.yaml").mkdir()
    (folder / "decisions.yaml").write_text("a: [\n")
    if not declared:
        (folder / "product.yaml").unlink()
    found = inspect_product(folder / "product.yaml", open_library(tmp_path / "criteria"), AS_OF)

    codes = [each.code for each in found.findings]
    assert codes.count("file-unreadable") == 1
    assert codes.count("unknown-model") == 1
    assert codes.count("yaml-syntax") == 1
    assert not found.readable


@pytest.mark.parametrize("why", USABLE_NOT)
def test_names_are_found_in_a_declaration_that_cannot_be_used(tmp_path, why):
    folder = write_product(tmp_path, model="os2/1.1.0")
    file = folder / "product.yaml"
    text = file.read_text()
    if why == "no model":
        text = text.replace("model: os2/1.1.0\n", "")
    file.write_text("# aftalt med Sofie Ravnkilde\n" + text + USABLE_NOT[why])
    (folder / "decisions.yaml").write_text("# v/Sofie Ravnkilde\n")
    found = inspect_product(file, open_library(), AS_OF)

    named = {Path(f.location.file).name for f in found.findings if f.code == "personal-name"}
    assert named == {"product.yaml", "decisions.yaml"}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("tool", ["unknown-key", "unknown-level"]),
        ("other", ["unknown-key", "record-other-product"]),
        (1, ["wrong-type", "unknown-key", "unknown-level"]),
    ],
)
def test_a_record_is_held_against_what_is_known_of_a_declaration(tmp_path, name, codes):
    entry = {"on": "2026-01-01", "decision": "place", "level": "lowest", "by": "board"}
    found = inspected(tmp_path, product=name, typo=1, decisions=[entry])

    assert [f.code for f in found.findings] == codes


def test_personal_data_in_a_declaration_that_cannot_be_used_can_be_silenced(tmp_path):
    text = b"typo: 1\nname: a@b.dk  # os2governance: ignore[personal-data] Rollens egen adresse\n"
    found = inspected(tmp_path, text)

    assert [f.code for f in found.findings] == ["no-model-named"]
    assert len(found.suppressed) == 1


def test_a_file_that_is_not_there(tmp_path):
    found = inspect_product(tmp_path / "product.yaml", open_library(), AS_OF)

    assert [f.code for f in found.findings] == ["file-unreadable"]
    assert not found.readable


def test_a_model(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", {"fact": "opn", "present": True})])

    (found, *_), texts = (
        inspect_model(folder, MODELS_ON_DISK, AS_OF).findings,
        inspect_model(folder, MODELS_ON_DISK, AS_OF).texts,
    )
    assert found.code == "rule-unknown-fact"
    assert found.location.file in texts


def test_a_model_beside_the_version_before_it(tmp_path):
    """`criteria lint` looked at it, and `check` did not."""
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    newer = folder.parent / "2"
    newer.mkdir()
    (newer / "model.yaml").write_text(
        "format: os2governance/model/1\nmodel: small\nversion: '2'\nbased_on: '1'\n"
        "supersedes: {version: '1', criteria: {B: [A]}}\n"
    )

    found = [
        f for f in inspect_model(newer, MODELS_ON_DISK, AS_OF).findings if f.severity == "error"
    ]
    assert [(f.code, f.arguments["name"]) for f in found] == [("unknown-criterion", "B")]


REASON = "# os2governance: ignore[{}] Kommer med næste version\n"


def test_a_comment_silences_in_a_model(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    before = inspect_model(folder, MODELS_ON_DISK, AS_OF).findings
    code = "lint-example-missing"
    several = [f.code for f in before].count(code)
    assert several > 1
    file = folder / "all.yaml"
    file.write_text(file.read_text().replace("criteria:", REASON.format(code) + "criteria:"))
    after = inspect_model(folder, MODELS_ON_DISK, AS_OF)

    assert [f.code for f in after.findings] == [f.code for f in before if f.code != code]
    assert len(after.suppressed) == several


def test_comments_that_silence_nothing_in_a_model_are_found(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    with (folder / "model.yaml").open("a") as file:
        file.write(REASON.format("undocumented") + REASON.format("no-such-code"))

    codes = [
        f.code
        for f in inspect_model(folder, MODELS_ON_DISK, AS_OF).findings
        if f.code.startswith("silence")
    ]
    assert codes == ["silence-unused", "silence-unknown-code"]


def test_why_a_model_does_not_load_cannot_be_silenced(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", {"fact": "opn", "present": True})])
    file = folder / "all.yaml"
    wrong = "# os2governance: ignore[no-such-code] x y\n"
    file.write_text(REASON.format("rule-unknown-fact") + wrong + file.read_text())

    codes = [f.code for f in inspect_model(folder, MODELS_ON_DISK, AS_OF).findings]
    assert codes == ["silence-not-allowed", "silence-unknown-code", "rule-unknown-fact"]


@pytest.mark.parametrize("names_model", [True, False])
def test_beside_a_broken_declaration_the_kept_ones_are_looked_at(tmp_path, names_model):
    kept = {"declared": {"on": "2025-01-01"}}
    inspected(tmp_path, declarations=[kept])
    folder = tmp_path / "products" / "tool"
    broken = "model: small/1\n" if names_model else ""
    (folder / "product.yaml").write_text(f"format: os2governance/product/1\n{broken}")
    found = inspect_product(folder / "product.yaml", open_library(tmp_path / "criteria"), AS_OF)
    [file] = (folder / "declarations").iterdir()
    told = {f.code for f in found.findings if f.location.file == str(file)}

    assert told == {"missing-key"}
