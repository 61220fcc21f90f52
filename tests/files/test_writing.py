"""The only room with a disk: what there is, and what cannot be read."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from os2governance.documents.yaml_reader import MAX_BYTES
from os2governance.files import listing, paths, reading, writing


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


def test_paths_mean_a_product_a_file_or_a_folder_of_products(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "product.yaml").touch()
    (tmp_path / "notes").mkdir()
    a, b = tmp_path / "a" / "product.yaml", tmp_path / "b" / "product.yaml"

    assert list(listing.find_product_files([tmp_path])) == [a, b]
    assert list(listing.find_product_files([tmp_path / "a", b])) == [a, b]
    assert list(listing.find_product_files([tmp_path / "none"])) == [tmp_path / "none"]
    assert list(listing.find_product_files([tmp_path / "notes"])) == []


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


def refuse(monkeypatch, function, *refused):
    """Let a call to the system fail for some paths, as it does for who may not read."""
    real = getattr(os, function)

    def call(path, *more, **others):
        if any(os.fspath(path).startswith(os.fspath(each)) for each in refused):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *more, **others)

    monkeypatch.setattr(os, function, call)


def test_a_folder_that_may_not_be_entered_is_not_left_out(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "product.yaml").touch()
    refuse(monkeypatch, "lstat", tmp_path / "b" / "product.yaml")
    files = [tmp_path / name / "product.yaml" for name in ("a", "b")]

    assert list(listing.find_product_files([tmp_path])) == files


def test_a_folder_that_may_not_be_listed_is_given_back(tmp_path, monkeypatch):
    refuse(monkeypatch, "listdir", tmp_path)

    assert list(listing.find_product_files([tmp_path])) == [tmp_path]
    assert listing.list_files(tmp_path, (".md",)) == [tmp_path]


@pytest.mark.parametrize("path", ["a" * 300, "b/" * 3000, "a\0b"])
def test_no_path_is_too_odd_to_be_asked(path):
    path = Path(path)

    assert not paths.is_folder(path)
    assert not paths.is_file(path)
    assert not paths.is_there(path)
    assert paths.may_be_there(path) is ("\0" not in str(path))
    assert list(listing.find_product_files([path])) == [path]
    assert [f.code for f in reading.read_file(path)[1]] == ["file-unreadable"]
    assert [f.code for f in listing.list_names(path)[1]] == ["file-unreadable"]
    assert listing.list_model_references(path) == listing.list_model_folders(path) == []


NEARLY = {
    "product.yml": "product.yaml",
    "PRODUCT.yaml": "product.yaml",
    "decisions.yml": "decisions.yaml",
    "Decisions.YML": "decisions.yaml",
    "Evaluations/2026-01-01.yaml": "evaluations",
    "evaluations/2026-01-01.YAML": "2026-01-01.yaml",
    "evaluations/2026/01-01.yaml": "evaluations/01-01.yaml",
}


@pytest.mark.parametrize("name", NEARLY)
def test_a_name_that_is_only_nearly_right_is_found(tmp_path, name):
    (tmp_path / "product.yaml").touch()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).touch()
    [found] = reading.read_product_files(tmp_path / "product.yaml")[1]
    where = "Evaluations" if name.startswith("E") else name

    assert places(tmp_path, [found]) == [("name-not-read", where)]
    assert found.arguments["expected"] == NEARLY[name]


@pytest.mark.parametrize("name", ["README.md", "notes/product.yml", "evaluations/a.md", "x.yaml"])
def test_other_names_are_nobodys_business(tmp_path, name):
    (tmp_path / "product.yaml").touch()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).touch()

    assert reading.read_product_files(tmp_path / "product.yaml")[1] == []


@pytest.mark.parametrize("name", ["decisions.yaml", "evaluations/a.yaml", "product.yml"])
def test_a_record_without_a_declaration_is_found(tmp_path, name):
    (tmp_path / "x" / name).parent.mkdir(parents=True)
    (tmp_path / "x" / name).touch()
    file = tmp_path / "x" / "product.yaml"

    assert list(listing.find_product_files([tmp_path])) == list(
        listing.find_product_files([tmp_path / "x"])
    )
    assert list(listing.find_product_files([tmp_path])) == [file]
    sources, findings = reading.read_product_files(file)
    assert sources is None
    assert places(tmp_path, findings)[0] == ("file-missing", "x/product.yaml")


def test_products_beside_a_stray_record_are_products(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "product.yaml").touch()
    (tmp_path / "decisions.yaml").touch()

    assert list(listing.find_product_files([tmp_path])) == [tmp_path / "x" / "product.yaml"]


def test_of_very_many_evaluations_the_last_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(listing, "MAX_EVALUATIONS", 3)
    (tmp_path / "product.yaml").touch()
    (tmp_path / "evaluations").mkdir()
    for day in range(1, 6):
        (tmp_path / "evaluations" / f"2026-01-0{day}.yaml").touch()
        (tmp_path / "evaluations" / f"2026-01-0{day}.YAML").touch()
    sources, findings = reading.read_product_files(tmp_path / "product.yaml")

    assert [each.name[-7:-5] for each in sources.evaluations] == ["03", "04", "05"]
    assert [f.code for f in findings] == [*["name-not-read"] * 3, "file-too-many"]
    assert findings[-1].arguments == {"limit": 3}


def test_the_models_of_a_folder(tmp_path):
    for reference in ("b/1", "a/2", "a/1"):
        (tmp_path / reference).mkdir(parents=True)
        (tmp_path / reference / "model.yaml").touch()
    (tmp_path / "a" / "notes").mkdir()

    assert listing.list_model_references(tmp_path) == ["a/1", "a/2", "b/1"]
    assert listing.list_model_folders(tmp_path) == [
        tmp_path / each for each in ("a/1", "a/2", "b/1")
    ]
    assert listing.list_model_folders(tmp_path / "a") == [tmp_path / "a/1", tmp_path / "a/2"]


def test_a_model_whose_file_cannot_be_read_is_a_model(tmp_path):
    (tmp_path / "a" / "1").mkdir(parents=True)
    (tmp_path / "a" / "1" / "model.yaml").symlink_to("model.yaml")

    assert listing.list_model_references(tmp_path) == ["a/1"]
    assert listing.list_model_folders(tmp_path) == [tmp_path / "a" / "1"]


def test_models_are_shipped():
    assert listing.list_model_references(listing.find_shipped_criteria())


def test_the_files_of_a_model(tmp_path):
    for name in ("model.yaml", "a.yml", "facts.schema.json", "README.md"):
        (tmp_path / name).write_text(name)
    files, findings = reading.read_model_files(tmp_path)

    assert (sorted(files), findings) == (["a.yml", "facts.schema.json", "model.yaml"], [])
    assert [found.code for found in reading.read_model_files(tmp_path / "none")[1]] == [
        "file-unreadable"
    ]


# -- writing ----------------------------------------------------------------------------------


def test_a_file_is_replaced_if_it_is_what_it_was(tmp_path):
    file = tmp_path / "new" / "a.yaml"
    codes = []
    for data, was in [(b"1", None), (b"2", None), (b"2", b"0"), (b"2", b"1"), (b"3", b"1")]:
        codes.append([found.code for found in writing.replace_file(file, data, was)])

    assert codes == [[], ["file-exists"], ["file-changed"], [], ["file-changed"]]
    assert file.read_bytes() == b"2"
    assert [each.name for each in file.parent.iterdir()] == ["a.yaml"]


def test_a_file_keeps_its_permissions(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")
    file.chmod(0o640)
    writing.replace_file(file, b"2", b"1")
    writing.replace_file(tmp_path / "b.yaml", b"1", None)
    mask = os.umask(0)
    os.umask(mask)

    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "b.yaml").stat().st_mode) == 0o666 & ~mask


def test_what_cannot_be_written_is_found(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()

    assert [f.code for f in writing.replace_file(tmp_path / "folder", b"", b"")] == [
        "file-unreadable"
    ]
    assert [f.code for f in writing.replace_file(tmp_path / "file" / "x", b"", None)] == [
        "file-unwritable"
    ]
    assert [f.code for f in writing.replace_file(tmp_path / "none", b"", b"")] == [
        "file-unreadable"
    ]


def test_a_link_that_leads_out_is_not_written_through(tmp_path):
    (tmp_path / "outside").write_bytes(b"1")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (below / "link").symlink_to(tmp_path / "outside")

    assert [f.code for f in writing.replace_file(below / "link", b"2", b"1")] == ["file-outside"]
    assert (tmp_path / "outside").read_bytes() == b"1"


STEPS = ("open", "fsync", "replace", "close", "chmod", "mkdir")
DIES = """
import os, signal, sys
from pathlib import Path
from os2governance.files import paths, writing
step, file = int(sys.argv[1]), Path(sys.argv[2])
done = [0]
def counted(name):
    real = getattr(os, name)
    def call(*arguments, **more):
        done[0] += 1
        if done[0] == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **more)
    setattr(os, name, call)
for name in STEPS:
    counted(name)
writing.replace_file(file, b"new" * 100_000, b"old")
print("whole")
"""


def test_whoever_dies_on_the_way_leaves_the_old_file_or_the_new_one(tmp_path):
    """SIGKILL at every call into the system, until the write goes through."""
    file = tmp_path / "a.yaml"
    seen = set()
    for step in range(1, 40):
        file.write_bytes(b"old")
        done = subprocess.run(
            [sys.executable, "-c", f"{STEPS = }\n{DIES}", str(step), str(file)],
            capture_output=True,
            check=False,
        )
        seen.add(file.read_bytes())
        assert file.read_bytes() in {b"old", b"new" * 100_000}
        if done.stdout == b"whole\n":
            break
        assert done.returncode == -9
    else:
        pytest.fail("it never went through")
    assert seen == {b"old", b"new" * 100_000}
    assert step > 4


WRITES = """
import sys
from pathlib import Path
from os2governance.files import paths, writing
file = Path(sys.argv[1])
for number in range(40):
    while True:
        was = file.read_bytes()
        if not writing.replace_file(file, was + f"{sys.argv[2]}{number}\\n".encode(), was):
            break
"""


def test_of_writers_at_once_none_loses_what_another_wrote(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"")
    running = [subprocess.Popen([sys.executable, "-c", WRITES, str(file), name]) for name in "abc"]
    assert [each.wait() for each in running] == [0, 0, 0]

    lines = file.read_text().splitlines()
    assert sorted(lines) == sorted(f"{name}{n}" for name in "abc" for n in range(40))
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_the_words_of_documents_stand_beside_the_versions(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "documents.yaml").write_text("", encoding="utf-8")
    (tmp_path / "c").mkdir()

    assert [file.parent.name for file in listing.list_term_files(tmp_path)] == ["a", "b"]


def test_a_folder_means_its_own_files_of_a_kind(tmp_path):
    for name in ("b.md", "a.MD", "c.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "d.md").mkdir()

    assert [file.name for file in listing.list_files(tmp_path, (".md",))] == ["a.MD", "b.md"]
    assert listing.list_files(tmp_path / "c.txt", (".md",)) == [tmp_path / "c.txt"]
