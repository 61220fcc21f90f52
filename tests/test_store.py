"""The only room with a disk: what there is, and what cannot be read."""

import os
import stat
import subprocess
import sys

import pytest

from os2governance import store
from os2governance.yamlfile import MAX_BYTES


def test_a_file_is_read(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")

    assert store.read(file) == (b"a: 1\n", [])


def test_of_a_huge_file_no_more_is_read_than_shows_that_it_is(tmp_path):
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.truncate(50 << 20)
    data, findings = store.read(file)

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
    data, [found] = store.read(file)

    assert (data, found.code) == (None, "file-unreadable")


def test_paths_mean_a_product_a_file_or_a_folder_of_products(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "product.yaml").touch()
    (tmp_path / "notes").mkdir()
    a, b = tmp_path / "a" / "product.yaml", tmp_path / "b" / "product.yaml"

    assert list(store.product_files([tmp_path])) == [a, b]
    assert list(store.product_files([tmp_path / "a", b])) == [a, b]
    assert list(store.product_files([tmp_path / "none"])) == [tmp_path / "none"]
    assert list(store.product_files([tmp_path / "notes"])) == []


def test_the_record_beside_a_product(tmp_path):
    file = tmp_path / "product.yaml"
    assert store._record_files(file) == ([], None)

    (tmp_path / "evaluations").mkdir()
    for name in ("2026-02-01.yaml", "2026-01-01.yaml", "notes.txt"):
        (tmp_path / "evaluations" / name).touch()
    (tmp_path / "decisions.yaml").touch()
    evaluations, log = store._record_files(file)

    assert [path.name for path in evaluations] == ["2026-01-01.yaml", "2026-02-01.yaml"]
    assert log == tmp_path / "decisions.yaml"


def test_the_models_of_a_folder(tmp_path):
    for reference in ("b/1", "a/2", "a/1"):
        (tmp_path / reference).mkdir(parents=True)
        (tmp_path / reference / "model.yaml").touch()
    (tmp_path / "a" / "notes").mkdir()

    assert store.model_references(tmp_path) == ["a/1", "a/2", "b/1"]


def test_models_are_shipped():
    assert store.model_references(store.shipped_criteria())


def test_the_files_of_a_model(tmp_path):
    for name in ("model.yaml", "a.yml", "facts.schema.json", "README.md"):
        (tmp_path / name).write_text(name)
    files, findings = store.model_files(tmp_path)

    assert (sorted(files), findings) == (["a.yml", "facts.schema.json", "model.yaml"], [])
    assert [found.code for found in store.model_files(tmp_path / "none")[1]] == ["file-unreadable"]


# -- writing ----------------------------------------------------------------------------------


def test_a_file_is_replaced_if_it_is_what_it_was(tmp_path):
    file = tmp_path / "new" / "a.yaml"
    codes = []
    for data, was in [(b"1", None), (b"2", None), (b"2", b"0"), (b"2", b"1"), (b"3", b"1")]:
        codes.append([found.code for found in store.replace(file, data, was)])

    assert codes == [[], ["file-exists"], ["file-changed"], [], ["file-changed"]]
    assert file.read_bytes() == b"2"
    assert [each.name for each in file.parent.iterdir()] == ["a.yaml"]


def test_a_file_keeps_its_permissions(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")
    file.chmod(0o640)
    store.replace(file, b"2", b"1")
    store.replace(tmp_path / "b.yaml", b"1", None)
    mask = os.umask(0)
    os.umask(mask)

    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "b.yaml").stat().st_mode) == 0o666 & ~mask


def test_what_cannot_be_written_is_found(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()

    assert [f.code for f in store.replace(tmp_path / "folder", b"", b"")] == ["file-unreadable"]
    assert [f.code for f in store.replace(tmp_path / "file" / "x", b"", None)] == [
        "file-unwritable"
    ]
    assert [f.code for f in store.replace(tmp_path / "none", b"", b"")] == ["file-unreadable"]


def test_a_link_that_leads_out_is_not_written_through(tmp_path):
    (tmp_path / "outside").write_bytes(b"1")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (below / "link").symlink_to(tmp_path / "outside")

    assert [f.code for f in store.replace(below / "link", b"2", b"1")] == ["file-outside"]
    assert (tmp_path / "outside").read_bytes() == b"1"


STEPS = ("open", "fsync", "replace", "close", "chmod", "mkdir")
DIES = """
import os, signal, sys
from pathlib import Path
from os2governance import store
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
store.replace(file, b"new" * 100_000, b"old")
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
from os2governance import store
file = Path(sys.argv[1])
for number in range(40):
    while True:
        was = file.read_bytes()
        if not store.replace(file, was + f"{sys.argv[2]}{number}\\n".encode(), was):
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

    assert [file.parent.name for file in store.wording_files(tmp_path)] == ["a", "b"]


def test_a_folder_means_its_own_files_of_a_kind(tmp_path):
    for name in ("b.md", "a.MD", "c.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "d.md").mkdir()

    assert [file.name for file in store.files_in(tmp_path, (".md",))] == ["a.MD", "b.md"]
    assert store.files_in(tmp_path / "c.txt", (".md",)) == [tmp_path / "c.txt"]
