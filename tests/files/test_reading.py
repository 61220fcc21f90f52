"""What is read of a file, a record and a model; what cannot be read is a finding."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from files.refusing import refuse
from products_in_folders import CASES, write_case

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.files import listing, product_folder, reading


def test_a_file_is_read(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")

    assert reading.read_file(file) == (b"a: 1\n", [])


def test_of_a_huge_file_no_more_is_read_than_shows_that_it_is(tmp_path):
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.truncate(50 << 20)
    data, findings = reading.read_file(file)

    assert (len(data), findings) == (MAX_BYTES + 1, [])


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "nul in the name"])
def test_what_is_no_regular_file_is_refused(tmp_path, kind):
    file = tmp_path / "a.yaml"
    if kind == "folder":
        file.mkdir()
    if kind == "pipe":
        os.mkfifo(file)
    if kind == "nul in the name":
        file = tmp_path / "a\0b"
    data, [found] = reading.read_file(file)

    assert (data, found.code) == (None, "file-unreadable")


@pytest.mark.parametrize(
    "text", ["format: os2governance/hearing/1\n", "\n" * 100_000 + " \t model: small/1\n"]
)
def test_what_has_our_format_or_a_model_is_ours(tmp_path, text):
    (tmp_path / "hearings").mkdir()
    (tmp_path / "hearings" / "2026-01-01.yaml").write_text(text)
    (tmp_path / "product.yaml").write_text("\n" * 100_000 + "kind: Deployment\n")

    assert reading.is_our_product(tmp_path / "product.yaml")


def test_the_record_beside_a_product(tmp_path):
    file = tmp_path / "product.yaml"
    file.touch()
    sources, findings = reading.read_product_files(file)
    assert (sources.evaluations, sources.log, findings) == ((), None, [])

    (tmp_path / "evaluations").mkdir()
    for name in ("2026-02-01.yaml", "2026-01-01.yaml", "notes.txt"):
        (tmp_path / "evaluations" / name).touch()
    (tmp_path / "decisions.yaml").touch()
    sources, findings = reading.read_product_files(file)

    assert [Path(each.name).name for each in sources.evaluations] == [
        "2026-01-01.yaml",
        "2026-02-01.yaml",
    ]
    assert sources.log.name == listing.format_path(tmp_path / "decisions.yaml")
    assert findings == []


def places(folder, findings):
    return [(f.code, os.path.relpath(f.location.file, folder)) for f in findings]


@pytest.mark.parametrize("kind", ["file", "pipe", "link to nothing", "link to itself", "refused"])
def test_evaluations_that_cannot_be_listed_do_not_hide_the_log(tmp_path, monkeypatch, kind):
    evaluations = tmp_path / "evaluations"
    for name in ("product.yaml", "decisions.yaml"):
        (tmp_path / name).touch()
    match kind:
        case "file":
            evaluations.touch()
        case "pipe":
            os.mkfifo(evaluations)
        case "link to nothing":
            evaluations.symlink_to("nothing")
        case "link to itself":
            evaluations.symlink_to("evaluations")
        case "refused":
            evaluations.mkdir()
            refuse(monkeypatch, "listdir", evaluations)
    sources, findings = reading.read_product_files(tmp_path / "product.yaml")

    assert places(tmp_path, findings) == [("file-unreadable", "evaluations")]
    assert (sources.evaluations, sources.log is None) == ((), False)


NEARLY = {
    "product.yml": "product.yaml",
    "PRODUCT.yaml": "product.yaml",
    "decisions.yml": "decisions.yaml",
    "Decisions.YML": "decisions.yaml",
    "Evaluations/2026-01-01.yaml": "evaluations",
    "evaluations/2026-01-01.YAML": "2026-01-01.yaml",
    "evaluations/2026/01-01.yaml": "evaluations/01-01.yaml",
    "register.yml": "register.yaml",
    "Observations.yaml": "observations.yaml",
    "Declarations/2026-01-01.yaml": "declarations",
    "declarations/2026-01-01.YML": "2026-01-01.yml",
    "declarations/2026/01-01.yaml": "declarations/01-01.yaml",
}


@pytest.mark.parametrize("name", NEARLY)
def test_a_name_that_is_only_nearly_right_is_found(tmp_path, name):
    (tmp_path / "product.yaml").touch()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).touch()
    [found] = reading.read_product_files(tmp_path / "product.yaml")[1]
    where = name.partition("/")[0] if name[0] in "ED" and "/" in name else name

    assert places(tmp_path, [found]) == [("name-not-read", where)]
    assert found.arguments["expected"] == NEARLY[name]


@pytest.mark.parametrize("name", ["README.md", "notes/product.yml", "evaluations/a.md", "x.yaml"])
def test_other_names_are_nobodys_business(tmp_path, name):
    (tmp_path / "product.yaml").touch()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).touch()

    assert reading.read_product_files(tmp_path / "product.yaml")[1] == []


@pytest.mark.parametrize("name", CASES)
def test_what_a_folder_holds_of_a_product(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    write_case(tmp_path, CASES[name])
    folder = Path("products/x")
    sources, findings = reading.read_product_files(folder / "product.yaml")
    read = None if sources is None else [os.path.relpath(n, folder) for n, _ in sources.files()]
    meant = list(listing.find_product_files([Path("products")]))

    assert (read and tuple(read)) == CASES[name].read
    if name in NO_PRODUCTS:
        assert [each.code for each in findings] == ["file-unreadable"]
    else:
        assert sorted(places(folder, findings)) == sorted(CASES[name].findings)
    assert (folder / "product.yaml" in meant) is (name not in NO_PRODUCTS)
    assert list(listing.find_product_files([folder])) == (
        [] if name in NO_PRODUCTS else [folder / "product.yaml"]
    )
    assert sources is None or (sources.name, sources.folder) == (
        "products/x/product.yaml",
        "products/x",
    )


NO_PRODUCTS = ("a model", "nothing of a product")


@pytest.mark.parametrize("name", CASES)
def test_the_record_is_what_is_read_beside_the_product_file(tmp_path, name):
    write_case(tmp_path, CASES[name])
    file = tmp_path / "products" / "x" / "product.yaml"
    sources, findings = reading.read_product_files(file)
    record, beside = reading.read_record_files(file)

    assert record.product is None
    assert record.folder == file.parent.as_posix()
    if sources:
        assert (record, beside) == (replace(sources, product=None), findings)


@pytest.mark.parametrize("below", ["evaluations", "declarations"])
def test_of_very_many_files_the_last_are_read(tmp_path, monkeypatch, below):
    monkeypatch.setattr(product_folder, "MAX_DATED_FILES", 3)
    (tmp_path / "product.yaml").touch()
    (tmp_path / below).mkdir()
    for day in range(1, 6):
        (tmp_path / below / f"2026-01-0{day}.yaml").touch()
        (tmp_path / below / f"2026-01-0{day}.YAML").touch()
    sources, findings = reading.read_product_files(tmp_path / "product.yaml")

    assert [each.name[-7:-5] for each in getattr(sources, below)] == ["03", "04", "05"]
    assert [f.code for f in findings] == [*["name-not-read"] * 3, "file-too-many"]
    assert findings[-1].arguments == {"limit": 3}


def test_the_files_of_a_model(tmp_path):
    for name in ("model.yaml", "a.yml", "facts.schema.json", "README.md"):
        (tmp_path / name).write_text(name)
    files, findings = reading.read_model_files(tmp_path)

    assert (sorted(files), findings) == (["a.yml", "facts.schema.json", "model.yaml"], [])
    assert [found.code for found in reading.read_model_files(tmp_path / "none")[1]] == [
        "file-unreadable"
    ]
