"""`init`: a file that is new, in the folder that was asked for."""

import json

import pytest


def test_it_can_be_assessed_at_once(run, tmp_path):
    run("init", "tool", "--out", tmp_path)
    result = run("assess", tmp_path / "tool")

    assert result.exit_code == 0
    assert result.stdout.startswith("tool · projekt\n")


@pytest.mark.parametrize("language", ["da", "en"])
def test_who_declares_is_still_to_be_filled_in(run, tmp_path, language):
    started = run("init", "tool", "--out", tmp_path, "--lang", language)
    checked = run("check", tmp_path / "tool", "--lang", "en", "--format", "json")
    found = json.loads(checked.stdout)["findings"]

    assert f"os2governance check {tmp_path}/tool" in started.stderr
    assert f"os2governance check {tmp_path}/tool" in (tmp_path / "tool/product.yaml").read_text()
    assert checked.exit_code == 0
    assert ("warning", "evidence-is-placeholder") in [(f["severity"], f["code"]) for f in found]


def test_a_file_that_is_there_is_left_alone(run, tmp_path):
    run("init", "tool", "--out", tmp_path)
    file = tmp_path / "tool" / "product.yaml"
    file.write_text("mine", encoding="utf-8")
    result = run("init", "tool", "--out", tmp_path)

    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert result.stdout == ""
    assert result.stderr.startswith("■ fejl file-exists\n")
    assert result.stderr.endswith("\n  Gør: Vælg et andet sted, eller flyt det, der ligger her.\n")


def test_a_folder_that_cannot_be_made_is_said(run, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("init", "tool", "--out", tmp_path / "file" / "below")

    assert result.exit_code == 2
    assert "kan ikke skrives" in " ".join(result.stderr.split())
    assert result.stderr.startswith("■ fejl file-unwritable\n")
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("name", ["2", "null", "1e5", "a.b-c_d"])
def test_any_id_that_its_schema_allows_will_do(run, tmp_path, name):
    run("init", name, "--out", tmp_path)

    assert run("assess", tmp_path / name).exit_code == 0


@pytest.mark.parametrize("name", ["", "Tool", "a/b", "..", "a b", "æble", "a\n", "x" * 101])
def test_any_other_id_is_refused(run, tmp_path, name):
    result = run("init", name, "--out", tmp_path)

    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_newest_model_is_used_unless_another_is_named(garden, tmp_path):
    garden("init", "tool", "--out", tmp_path)
    garden("init", "other", "--out", tmp_path, "--model", "criteria/haven/2")
    result = garden("init", "third", "--out", tmp_path, "--model", "haven/9")

    for name in ("tool", "other"):
        assert "model: haven/2\n" in (tmp_path / name / "product.yaml").read_text("utf-8")
    assert result.exit_code == 2


def test_a_broken_model_is_said(tmp_path, run):
    model = tmp_path / "criteria" / "x" / "1"
    model.mkdir(parents=True)
    (model / "model.yaml").write_text("format: os2governance/model/1\nmodle: x\n", "utf-8")
    result = run("init", "tool", "--out", tmp_path, "--criteria", tmp_path / "criteria")

    assert result.exit_code == 2
    assert "criteria/x/1/model.yaml:2:1" in result.stdout
    assert not (tmp_path / "tool").exists()


def test_the_file_points_to_a_schema_that_is_there(run, tmp_path):
    result = run("init", "tool", "--out", tmp_path)
    first, *_ = (tmp_path / "tool" / "product.yaml").read_text("utf-8").splitlines()
    schema = tmp_path / "tool" / first.partition("$schema=")[2]

    printed = run("schema", "product", "--model", "os2/1.1.0", "--lang", "da").stdout
    assert schema.read_text("utf-8") == printed
    assert f"Også skrevet: {tmp_path}/product.schema.json, som lader" in result.stderr
    assert result.stdout == f"{tmp_path}/tool/product.yaml\n"


@pytest.mark.parametrize("is_link", [False, True])
def test_a_schema_that_is_there_is_left_alone(run, tmp_path, is_link):
    schema = tmp_path / "product.schema.json"
    if is_link:
        schema.symlink_to("elsewhere.json")
    else:
        schema.write_text("mine", encoding="utf-8")
    result = run("init", "tool", "--out", tmp_path)

    assert result.exit_code == 0
    assert "Også skrevet" not in result.stderr
    assert schema.is_symlink() if is_link else schema.read_text("utf-8") == "mine"
    assert not (tmp_path / "elsewhere.json").exists()


def test_another_model_gets_a_schema_of_its_own(run, tmp_path):
    """It once pointed to the schema of the first product's model, and was wrong in editors."""
    models = ("os2/1.0", "os2/1.1.0", "os2/1.0", "os2/1.1.0")
    for number, model in enumerate(models):
        run("init", f"p{number}", "--out", tmp_path, "--model", model)
    schemas = [
        (tmp_path / f"p{number}" / "product.yaml")
        .read_text("utf-8")
        .splitlines()[0]
        .partition("=")[2]
        for number in range(4)
    ]

    assert schemas == ["../product.schema.json", "../product.os2-1.1.0.schema.json"] * 2
    for name, model in zip(schemas, models, strict=True):
        known = json.loads((tmp_path / name[3:]).read_text("utf-8"))
        assert known["properties"]["model"]["const"] == model


@pytest.mark.parametrize("there", ["[]", "{}", '{"properties": {"model": null}}', "{", '"x"'])
def test_a_schema_of_no_model_is_the_one_that_is_pointed_to(run, tmp_path, there):
    (tmp_path / "product.schema.json").write_text(there)
    run("init", "tool", "--out", tmp_path)

    text = (tmp_path / "tool" / "product.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../product.schema.json\n")
    assert [each.name for each in tmp_path.glob("*.json")] == ["product.schema.json"]
