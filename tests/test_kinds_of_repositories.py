"""`check` in the four kinds of repositories that hold declarations.

A product's own repository, a portfolio, a repository of much else with our files in it, and one
with the declarations as a submodule.
"""

import json

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

SETTINGS = {
    "own": 'paths = ["governance"]\n',
    "portfolio": 'paths = ["products"]\n',
    "shared": 'paths = ["services/tool/governance"]\nexclude = ["vendor/*"]\n',
    "submodule": 'paths = ["declarations/products"]\n',
}
FOLDERS = {
    "own": "governance",
    "portfolio": "products/tool",
    "shared": "services/tool/governance",
    "submodule": "declarations/products/tool",
}
OTHERS_FILES = {
    "k8s/product.yaml": "kind: ConfigMap\n",
    "ml/evaluations/run1.yaml": "accuracy: 0.9\n",
    "data/decisions.yaml": "- use: postgres\n",
    "vendor/product.yaml": "format: os2governance/product/1\nproduct: theirs\n",
}
UNANSWERED = "unanswered"
"""A finding that is there from the first day."""


def is_of_the_model(file):
    return file.startswith("criteria/")


def write_declaration(place, folder):
    made = write_product(place / "made", model="small/1", facts={})
    (place / folder).parent.mkdir(parents=True, exist_ok=True)
    made.rename(place / folder)
    made.parent.rmdir()
    made.parent.parent.rmdir()


@pytest.fixture(params=list(FOLDERS))
def kind(request, tmp_path, monkeypatch):
    """A committed repository of a kind, which is worked in."""
    place = tmp_path / "place"
    place.mkdir()
    open_ = {"fact": "open", "present": True}
    write_model(place, [criterion("A", "low", open_), criterion("B", "high", open_)])
    (place / "os2governance.toml").write_text(
        'criteria = ["criteria"]\n' + SETTINGS[request.param]
    )
    if request.param == "submodule":
        theirs = tmp_path / "theirs"
        write_declaration(theirs, "products/tool")
        first_commit(theirs)
        git(place, "init", "-q")
        allowed = ("-c", "protocol.file.allow=always")
        git(place, *allowed, "submodule", "add", "-q", theirs, "declarations")
    else:
        write_declaration(place, FOLDERS[request.param])
    if request.param == "shared":
        for name, text in OTHERS_FILES.items():
            (place / name).parent.mkdir(parents=True)
            (place / name).write_text(text)
    first_commit(place)
    monkeypatch.chdir(place)
    return request.param


@pytest.fixture
def check(run, kind):
    """Run `check` without a path; its exit code, and the files and codes of what it finds."""
    del kind

    def checks(*arguments):
        result = run("check", *arguments, "--as-of", "2026-05-02", "--format", "json")
        said = json.loads(result.stdout)
        found = {(f["file"], f["code"]) for f in said["findings"]}
        return result.exit_code, {each for each in found if not is_of_the_model(each[0])}, said

    return checks


def test_the_one_product_is_found_and_nothing_of_others(kind, check):
    code, found, said = check()

    assert {file for file, _ in found} == {f"{FOLDERS[kind]}/product.yaml"}
    assert said["checked"] == {"products": 1, "models": 1, "unreadable": 0}
    assert code == 0


def test_the_hook_names_every_file_and_checks_ours(kind, check):
    named = [f"{FOLDERS[kind]}/product.yaml"]
    named += list(OTHERS_FILES) if kind == "shared" else []
    _, found, said = check("--as-found", *named)

    assert {file for file, _ in found} == {named[0]}
    assert said["checked"]["products"] == 1


def test_only_what_a_change_brings(kind, check, tmp_path):
    assert check("--against", "HEAD", "--new")[:2] == (0, set())

    file = tmp_path / "place" / FOLDERS[kind] / "product.yaml"
    replace(file, "kind: product", "kind: thing")
    code, found, said = check("--against", "HEAD", "--new")

    assert "wrong-choice" in {code for _, code in found}
    assert UNANSWERED not in {code for _, code in found}
    assert code == 1
    assert said["known"] >= 0


@pytest.mark.parametrize("below", ["", "k8s"])
def test_reports_of_servers_name_files_from_the_root(kind, run, tmp_path, monkeypatch, below):
    """Also those of a submodule: a pull request has the paths of the repository around it."""
    (tmp_path / "place" / below).mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "place" / below)
    result = run("check", "--as-of", "2026-05-02", "--format", "gitlab", "--lang", "en")
    paths = {each["location"]["path"] for each in json.loads(result.stdout)}
    paths = {path for path in paths if not is_of_the_model(path)}

    assert paths == {f"{FOLDERS[kind]}/product.yaml"}
