"""Whatever stands in a file: a finding with its place, never a traceback, and the others checked."""

import json
import os

import pytest
from folders import criterion, write_model, write_product

from os2governance.files import product_folder

HEAD = b"format: os2governance/product/1\nproduct: bad\nname: Bad\nkind: product\nmodel: small/1\ndeclared: {on: 2026-05-01, by: Ejeren}\n"
BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 110)
)
DEEP = b"[" * 100_000
WIDE = b"facts: {" + b",".join(b"k%d: 1" % n for n in range(40_000)) + b"}\n"
MANY = b"answers: {" + b",".join(b"k%d: {answer: met}" % n for n in range(20_000)) + b"}\n"
LONG = b'name: "' + b"x" * 1_100_000 + b'"\n'

NOTHING = "nothing is found"

BYTES = {
    "alias bomb": (BOMB, "yaml-alias", 2),
    "an alias of itself": (b"a: &a [*a]\n", "yaml-alias", 2),
    "deep nesting in a flow": (b"a: " + DEEP, "yaml-too-deep", 2),
    "deep nesting in blocks": (b"".join(b" " * n + b"a:\n" for n in range(900)), "yaml-too-deep", 2),
    "a huge scalar": (HEAD.replace(b"name: Bad\n", LONG), "file-too-large", 2),
    "many unknown keys": (HEAD + WIDE, "unknown-key", 1),
    "many unknown criteria": (HEAD + MANY, "unknown-criterion", 1),
    "many empty groups": (HEAD + b"facts: {adopters: [" + b"{}," * 300_000 + b"]}\n", "yaml-too-many", 2),
    "many numbers": (HEAD + b"answers: {A: {evidence: [" + b"1," * 400_000 + b"]}}\n", "yaml-too-many", 2),
    "many unknown keys above a known one": (b"".join(b"k%d: 1\n" % n for n in range(3_000)) + HEAD, "layout-order", 1),
    "a very long key": (HEAD + b"x" * 900_000 + b": 1\n", "yaml-syntax", 2),
    "a long key": (HEAD + b"x" * 1000 + b": 1\n", "unknown-key", 1),
    "a key that is a list": (HEAD + b"[a, b]: 1\n", "yaml-key", 2),
    "a key that is a group": (HEAD + b"{a: b}: 1\n", "yaml-key", 2),
    "a key asked for": (HEAD + b"? [a]\n: 1\n", "yaml-key", 2),
    "a tag that makes objects": (b"a: !!python/object/apply:os.system [id]\n", "yaml-tag", 2),
    "a tag of one's own": (HEAD + b"facts: !mine {}\n", "yaml-tag", 2),
    "a merge key": (HEAD + b"facts: {<<: {a: 1}}\n", "yaml-merge-key", 2),
    "a duplicate key": (HEAD + b"name: Again\n", "yaml-duplicate-key", 2),
    "a duplicate key deep down": (HEAD + b"facts: {group: {a: [{b: 1, b: 2}]}}\n", "yaml-duplicate-key", 2),
    "several documents": (HEAD + b"---\na: 1\n", "yaml-several-documents", 2),
    "an empty file": (b"", "yaml-empty", 2),
    "only comments": (b"# a\n# b\n", "yaml-empty", 2),
    "only blanks": (b" \n\n \n", "yaml-empty", 2),
    "NUL": (HEAD + b"note: a\0b\n", "yaml-syntax", 2),
    "UTF-16": (HEAD.decode().encode("utf-16"), "not-utf8", 2),
    "UTF-16 without a mark": (HEAD.decode().encode("utf-16-le"), "not-utf8", 2),
    "invalid UTF-8": (HEAD + b"note: \xff\xfe\n", "not-utf8", 2),
    "half a letter": (HEAD + b"note: \xc3", "not-utf8", 2),
    "a surrogate": (HEAD + b"note: \xed\xa0\x80\n", "not-utf8", 2),
    "a surrogate as an escape": (HEAD + b'note: "\\ud800"\n', "yaml-syntax", 2),
    "a tab as indentation": (HEAD + b"facts:\n\topen: true\n", "yaml-syntax", 2),
    "a control character": (HEAD + b"note: \x1b[31m\n", "yaml-syntax", 2),
    "a tab in a text": (HEAD.replace(b"Bad", b"B\tad"), None, 0),
    "a mark in front": (b"\xef\xbb\xbf" + HEAD, None, 0),
    "CRLF": (HEAD.replace(b"\n", b"\r\n"), None, 0),
    "CR": (HEAD.replace(b"\n", b"\r"), None, 0),
    "no line break at the end": (HEAD.rstrip(), "layout-file-end", 0),
    "an integer beyond 64 bits": (HEAD + b"facts: {users: [{pays: 99999999999999999999}]}\n", "yaml-number", 2),
    "an integer of a million digits": (b"a: " + b"9" * 1_000_000 + b"\n", "yaml-number", 2),
    "not a number": (HEAD + b"facts: {users: [{pays: .nan}]}\n", "yaml-number", 2),
    "infinity": (HEAD + b"facts: {users: [{pays: -.inf}]}\n", "yaml-number", 2),
    "a number too large for a float": (HEAD + b"facts: {users: [{pays: 1e999}]}\n", "yaml-number", 2),
    "the 30th of February": (HEAD.replace(b"2026-05-01", b"2026-02-30"), "wrong-format", 1),
    "a date that is a time": (HEAD.replace(b"2026-05-01", b"2026-05-01T12:00:00Z"), "wrong-format", 1),
    "the year 0": (HEAD.replace(b"2026-05-01", b"0000-01-01"), "wrong-format", 1),
    "a homoglyph in an id": (HEAD.replace(b"product: bad", "product: b\u0430d".encode()), "out-of-bounds", 1),
    "letters that turn the direction": (HEAD.replace(b"Bad", "B\u202ead".encode()), "text-direction", 1),
    "letters that turn a comment": (HEAD + "# \u2066 level 3\u2069\n".encode(), "text-direction", 1),
    "letters without width": (HEAD.replace(b"Bad", "B\u200bad".encode()), "invisible-character", 0),
    "a picture of several": (HEAD.replace(b"Bad", "👩\u200d👧".encode()), None, 0),
    "a line break of YAML 1.1": (HEAD + "# a\u2028b: [\n".encode(), "invisible-character", 0),
    "a mark in front, then invalid UTF-8": (b"\xef\xbb\xbf" + HEAD + b"note: \xc3\x98\xff\n", "not-utf8", 2),
    "a mark in front, then half a letter": (b"\xef\xbb\xbf" + HEAD + b"note: \xc3", "not-utf8", 2),
    "a mark in front of NUL": (b"\xef\xbb\xbf" + HEAD + b"note: \0", "yaml-syntax", 2),
    "two marks in front": (b"\xef\xbb\xbf" * 2 + HEAD, "invisible-character", 0),
    "a merge that was not finished": (HEAD + b"<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> x\n", "yaml-syntax", 2),
    "a pointer of Git LFS": (b"version https://git-lfs.github.com/spec/v1\noid sha256:a\nsize 1\n", "yaml-syntax", 2),
    "an invisible space after a colon": (HEAD.replace(b"kind: ", "kind:\xa0".encode()), "yaml-syntax", 2),
    "a list at the top": (b"- a\n- b\n", "no-model-named", 1),
    "a text at the top": (b"hello\n", "no-model-named", 1),
    "a number at the top": (b"42\n", "no-model-named", 1),
    "an id that is a path": (HEAD.replace(b"product: bad", b"product: ../../etc"), "out-of-bounds", 1),
    "a model that is a path": (HEAD.replace(b"small/1", b"../../../etc"), "unknown-model", 1),
    "a model elsewhere": (HEAD.replace(b"small/1", b"/etc/passwd"), "unknown-model", 1),
    "an answer that is a number": (HEAD + b"answers: {A: 1}\n", "wrong-type", 1),
    "a criterion that is no text": (HEAD + b"answers: {1: {answer: met}}\n", "unknown-criterion", 1),
    "a pattern that explodes": (HEAD + b"answers: {A: {answer: met, note: " + b"a@" * 200_000 + b"}}\n", NOTHING, 0),
    "a long run of blanks within a line": (HEAD + b"# a" + b" " * 500_000 + b"b\n", None, 0),
    "a long run of signs within a comment": (HEAD.replace(b"name: Bad\nkind: product\n", b"kind: product\n# a" + b"=" * 500_000 + b"x\nname: Bad\n"), "layout-order", 0),
}  # fmt: skip


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, "good", facts={"open": True})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def check(place, run):
    """Check all products; give the exit code, and the codes of what was found in the bad one."""

    def checks(*more):
        options = ("--criteria", place / "criteria", "--as-of", "2026-05-01", "--no-cache")
        result = run("check", "products", "--format", "json", *options, *more)
        said = json.loads(result.stdout_bytes)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "Traceback" not in result.stderr
        assert said["checked"]["products"] >= 1
        assert not [f for f in said["findings"] if f["file"] == "products/good/product.yaml"]
        return result.exit_code, said["findings"]

    return checks


@pytest.mark.parametrize("name", BYTES)
def test_bytes(check, place, name):
    data, code, exit_code = BYTES[name]
    (place / "products" / "bad").mkdir()
    (place / "products" / "bad" / "product.yaml").write_bytes(data)
    got, findings = check()
    codes = [found["code"] for found in findings]

    if code == NOTHING:
        assert codes == []  # words document a claim, however they look
    else:
        assert (code in codes) if code else codes == ["unanswered"]
    assert got == exit_code
    assert all(found["line"] for found in findings if found["code"] != "file-too-large")


@pytest.mark.parametrize("name", BYTES)
@pytest.mark.parametrize("where", ["evaluations/2026-01-01.yaml", "decisions.yaml"])
def test_bytes_in_the_record(check, place, name, where):
    data, code, _ = BYTES[name]
    file = place / "products" / "good" / where
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    got, findings = check()

    assert {found["file"] for found in findings} == {f"products/good/{where}"}
    assert got in {1, 2}
    if code and code.startswith(("yaml-", "not-utf8", "file-")):
        assert code in {found["code"] for found in findings}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_in_a_model(place, run, name):
    data, _, _ = BYTES[name]
    for file in ("model.yaml", "all.yaml", "facts.schema.json"):
        whole = (place / "criteria" / "small" / "1" / file).read_bytes()
        (place / "criteria" / "small" / "1" / file).write_bytes(data)
        result = run("check", "--format", "json", "--no-cache", "--as-of", "2026-05-01")
        (place / "criteria" / "small" / "1" / file).write_bytes(whole)

        assert result.exit_code in {1, 2}
        assert any(
            f["file"] == f"criteria/small/1/{file}"
            for f in json.loads(result.stdout_bytes)["findings"]
        )


def test_a_file_of_fifty_megabytes(check, place):
    (place / "products" / "bad").mkdir()
    with (place / "products" / "bad" / "product.yaml").open("wb") as file:
        file.truncate(50_000_000)

    assert [found["code"] for found in check()[1]] == ["file-too-large"]


def made(place, kind):
    """Make what is no ordinary file where a product file should be."""
    folder = place / "products" / "bad"
    file = folder / "product.yaml"
    outside = place / "secret.yaml"
    outside.write_bytes(HEAD)
    if kind == "a folder that leads out":
        folder.symlink_to(place / "criteria")
        (place / "criteria" / "product.yaml").write_bytes(HEAD)
        return
    folder.mkdir()
    match kind:
        case "a folder":
            file.mkdir()
        case "a pipe":
            os.mkfifo(file)
        case "a link out of the tree":
            file.symlink_to(outside)
        case "a link to itself":
            file.symlink_to(file)
        case "a ring of links":
            (folder / "a").symlink_to(folder / "b")
            (folder / "b").symlink_to(folder / "a")
            file.symlink_to("a")
        case "a link to nothing":
            file.symlink_to("nowhere")
        case "a device":
            file.symlink_to("/dev/zero")
        case "a record that leads out":
            file.write_bytes(HEAD)
            (place / "elsewhere").mkdir()
            (folder / "evaluations").symlink_to(place / "elsewhere")


KINDS = {
    "a folder": "file-unreadable",
    "a pipe": "file-unreadable",
    "a link out of the tree": "file-outside",
    "a link to itself": "file-unreadable",
    "a ring of links": "file-unreadable",
    "a link to nothing": "file-unreadable",
    "a device": "file-outside",
    "a folder that leads out": "file-outside",
    "a record that leads out": "file-outside",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_ordinary_file(check, place, kind):
    made(place, kind)
    got, findings = check()

    assert [found["code"] for found in findings] == [KINDS[kind]]
    assert got == 2


@pytest.mark.parametrize("kind", ["a file", "a pipe", "a link to itself", "a link to nothing"])
def test_evaluations_that_are_no_folder(check, place, kind):
    """The whole record vanished without a word."""
    folder = place / "products" / "good"
    evaluations = folder / "evaluations"
    (folder / "decisions.yaml").write_text("decisions: [")
    match kind:
        case "a file":
            evaluations.touch()
        case "a pipe":
            os.mkfifo(evaluations)
        case "a link to itself":
            evaluations.symlink_to(evaluations)
        case "a link to nothing":
            evaluations.symlink_to("nothing")
    got, findings = check()
    found = {(each["file"].rpartition("/")[2], each["code"]) for each in findings}

    assert found == {("evaluations", "file-unreadable"), ("decisions.yaml", "yaml-syntax")}
    assert got == 2


def test_very_many_evaluations(check, place, monkeypatch):
    monkeypatch.setattr(product_folder, "MAX_DATED_FILES", 10)
    (place / "products" / "good" / "evaluations").mkdir()
    for number in range(200):
        (place / "products" / "good" / "evaluations" / f"{number:03}.yaml").touch()
    got, findings = check()
    codes = [each["code"] for each in findings]

    assert codes == [*["yaml-empty"] * 10, "file-too-many"]
    assert got == 2


def test_a_link_within_the_tree_is_followed(check, place):
    (place / "products" / "bad").mkdir()
    (place / "products" / "shared.yaml").write_bytes(HEAD)
    (place / "products" / "bad" / "product.yaml").symlink_to("../shared.yaml")

    assert [found["code"] for found in check()[1]] == ["unanswered"]


def test_a_file_that_may_not_be_read(check, place, monkeypatch):
    (place / "products" / "bad").mkdir()
    file = place / "products" / "bad" / "product.yaml"
    file.write_bytes(HEAD)
    opened = os.open

    def refuses(path, *more, **others):
        if str(path).endswith("bad/product.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *more, **others)

    monkeypatch.setattr(os, "open", refuses)

    assert [found["code"] for found in check()[1]] == ["file-unreadable"]


NAMES = [
    "a\nb",
    "a b",
    "$(touch x)",
    "`id`",
    "-rf",
    "a;b",
    "a'b\"c",
    "æøå",
    "\u202ex",
    "*",
    "%0A",
    "::error::",
]


def test_names_of_folders_are_only_names(check, place):
    for name in NAMES:
        (place / "products" / name).mkdir()
        (place / "products" / name / "product.yaml").write_bytes(HEAD)
    findings = check("--select", "product-folder,duplicate-product")[1]

    assert {f["file"].split("/")[1] for f in findings if f["code"] == "product-folder"} == set(
        NAMES
    )
    assert sum(f["code"] == "duplicate-product" for f in findings) == len(NAMES) - 1
    assert not (place / "x").exists()


def test_a_file_that_changes_while_it_is_read_is_read_once(check, place, monkeypatch):
    """The bytes that are checked are those that are hashed and shown."""
    (place / "products" / "bad").mkdir()
    file = place / "products" / "bad" / "product.yaml"
    file.write_bytes(HEAD)
    opened, times = os.open, []

    def counts(path, *more, **others):
        if str(path).endswith("bad/product.yaml"):
            times.append(path)
            file.write_bytes(HEAD + b"# %d\n" % len(times))
        return opened(path, *more, **others)

    monkeypatch.setattr(os, "open", counts)
    check()

    assert len(times) == 1


def test_a_folder_of_nothing_but_other_things(place, run):
    (place / "empty").mkdir()
    for number in range(2000):
        (place / "empty" / str(number)).touch()

    assert run("check", "empty").exit_code == 2


def test_same_files_same_bytes(place, run):
    for number in range(30):
        write_product(
            place, f"p{number}", facts={"open": number % 2 == 0}, answers={"A": {"answer": "met"}}
        )
    common = ("--criteria", place / "criteria", "--as-of", "2026-05-01")
    outputs = set()
    for environment in (
        {"TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"TZ": "UTC", "LC_ALL": "da_DK.UTF-8"},
    ):
        outputs.add(run("check", "products", "--lang", "da", *common, **environment).stdout)

    assert len(outputs) == 1
