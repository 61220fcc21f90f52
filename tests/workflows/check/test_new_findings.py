"""`check --against REV --new`: only what the change brings is shown, and fails.

Each test is what a public report on a comparable check was about, in words of our own.
"""

import json
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

OPEN = {"fact": "open", "present": True}
PLACE = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}
OF_THE_CHANGE = {"declared-date-unchanged", "product-renamed"}
"""What is found of a change itself, however small."""
OLD = {"answers": {"Z1": {"answer": "met"}, "Z2": {"answer": "met"}}}


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN), criterion("B", "high", OPEN)])
    write_product(tmp_path, "aaa", **OLD)
    write_product(tmp_path, "tool", facts={"open": True}, answers={"A": {"answer": "met"}})
    first_commit(tmp_path)
    return tmp_path


@pytest.fixture
def check(run):
    def checks(*more, form="json", code=None):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--lang", "en")
        result = run("check", *usual, "--format", form, *more)
        assert result.stdout or form != "json", result.stderr
        if code is not None:
            assert result.exit_code == code, result.output
        return json.loads(result.stdout_bytes) if form == "json" else result.stdout

    return checks


def new(check, code=None):
    said = check("--against", "HEAD", "--new", code=code)
    found = [(each["code"], each["file"].split("/")[1]) for each in said["findings"]]
    return [each for each in found if each[0] not in OF_THE_CHANGE], said["known"]


def test_a_change_of_something_else_meets_no_old_finding(place, check):
    Path("readme").write_text("more")
    before = len(check("--against", "HEAD", code=1)["findings"])

    assert new(check, code=0) == ([], before)


def test_only_the_new_finding_of_a_changed_product_is_shown_and_fails(place, check):
    replace(place / "products/aaa/product.yaml", "Z2:", "Z3:")

    assert new(check, code=1)[0] == [("unknown-criterion", "aaa")]


def test_a_finding_that_moved_to_another_line_is_old(place, check):
    file = place / "products/aaa/product.yaml"
    file.write_text(f"# one\n# two\n{file.read_text()}")

    assert new(check, code=0)[0] == []


def test_a_finding_on_a_criterion_whose_line_changed_is_old(place, check):
    write_product(place, "bare", answers={"A": {"answer": "met"}})
    git(place, "add", "-A")
    git(place, "commit", "-qm", "one without evidence")
    replace(place / "products/bare/product.yaml", "answer: met", "answer: met  # seen")

    assert "undocumented" in [each["code"] for each in check("products/bare")["findings"]]
    assert new(check, code=0)[0] == []


def test_a_product_that_moved_has_its_old_findings_with_it(place, check):
    (place / "products/aaa").rename(place / "products/zzz")

    assert new(check, code=0)[0] == []


def test_all_findings_of_a_new_product_are_new(place, check):
    write_product(place, "later", **OLD)

    codes, _ = new(check, code=1)
    assert ("unknown-criterion", "later") in codes
    assert {product for _, product in codes} == {"later"}


def test_what_was_unreadable_and_has_not_changed_does_not_fail(place, check):
    (place / "products/aaa/product.yaml").write_text("format: os2governance/product/1\na: [\n")
    git(place, "commit", "-qam", "broken")

    assert check("--against", "HEAD", code=2)["checked"]["unreadable"] == 1
    assert new(check, code=0)[0] == []
    (place / "products/aaa/product.yaml").write_text("format: os2governance/product/1\nb: [\n")
    assert new(check, code=2)[0] == [("yaml-syntax", "aaa")]


def test_a_changed_model_shows_what_it_makes_of_products_that_did_not_change(place, check):
    file = place / "criteria/small/1/all.yaml"
    replace(file, "id: B", "id: C")
    codes = {code for code, _ in new(check)[0]}
    git(place, "checkout", "-q", "criteria")

    assert "model-changed" in codes
    assert "unknown-criterion" not in codes


def test_an_old_fault_of_a_model_is_old_and_a_new_one_new(place, check):
    file = place / "criteria/small/1/all.yaml"
    replace(file, "open", "opne")
    git(place, "commit", "-qam", "a fault")
    assert new(check, code=0)[0] == []

    file.write_text(file.read_text() + "\n# more\n")
    assert [code for code, _ in new(check)[0] if code.startswith("rule-")] == []


def test_what_the_comparison_finds_is_always_new(place, check):
    replace(place / "products/tool/product.yaml", "open: true", "open: null")

    assert ("contradiction", "tool") in new(check, code=1)[0]


def test_in_every_format_what_changed_comes_first(place, check):
    replace(place / "products/tool/product.yaml", "open: true", "open: null")

    for form in ("github", "line", "text"):
        said = check("--against", "HEAD", form=form)
        assert said.index("products/tool/product.yaml") < said.index("products/aaa/"), form
    files = [each["file"] for each in check("--against", "HEAD")["findings"]]
    assert files[0] == "products/tool/product.yaml"
    assert "tool" not in " ".join(files[files.index("products/aaa/product.yaml") :])


def test_a_record_without_its_product_file_is_compared_by_the_product_that_it_is_of(place, check):
    write_product(place, "kept", facts={"open": True}, decisions=[PLACE])
    git(place, "add", "-A")
    git(place, "commit", "-qm", "placed")
    (place / "products/kept/product.yaml").unlink()
    replace(place / "products/kept/decisions.yaml", "grounds: x", "grounds: y")

    assert ("record-rewritten", "kept") in new(check, code=1)[0]


def test_junit_names_a_product_once_whatever_is_found_in_it(place, check):
    replace(place / "products/tool/product.yaml", "open: true", "open: null")
    (place / "products/twin").mkdir()
    text = (place / "products/tool/product.yaml").read_text()
    (place / "products/twin/product.yaml").write_text(text)
    said = check("--against", "HEAD", form="junit")
    names = [
        part.split('"')[0]
        for part in said.split('<testcase classname="os2governance.check" name="')[1:]
    ]

    assert sorted(names) == sorted(set(names))
    assert "products/tool/product.yaml" in names


def test_new_needs_a_revision(place, run):
    result = run("check", "--new", "--lang", "en")

    assert result.exit_code == 2
    assert "--against" in result.stderr


@pytest.fixture
def begun(place):
    """A product with two errors that a baseline may have."""
    file = place / "products/aaa/product.yaml"
    text = file.read_text().replace("Z1", "A").replace("Z2", "B")
    file.write_text(text.replace("answer: met", "answer: not_applicable"))
    return place


def test_a_baseline_hides_what_was_there_and_nothing_that_comes(begun, check):
    before = check(code=1)
    assert check("--write-baseline", "base.json", code=0)["known"] == len(before["findings"])
    assert check("--baseline", "base.json", code=0)["findings"] == []

    write_product(begun, "later", answers={"A": {"answer": "not_applicable"}})
    file = begun / "products/aaa/product.yaml"
    file.write_text(file.read_text().replace("not_applicable", "unmet", 1))
    found = check("--baseline", "base.json", code=1)["findings"]
    codes = [each["code"] for each in found]
    assert ("reason-missing", "products/later/product.yaml") in [
        (f["code"], f["file"]) for f in found
    ]
    assert "baseline-unused" in codes
    gone = found[codes.index("baseline-unused")]
    assert (gone["file"], gone["line"] > 1) == ("base.json", True)


def test_what_a_baseline_has_of_products_that_are_not_checked_is_not_called_unused(begun, check):
    check("--write-baseline", "base.json")

    assert check("products/tool", "--baseline", "base.json", code=0)["findings"] == []
    (begun / "products/aaa/product.yaml").unlink()
    (begun / "products/aaa").rmdir()
    found = check("--baseline", "base.json")["findings"]
    assert {each["code"] for each in found} == {"baseline-unused"}


def test_a_contradiction_and_what_cannot_be_used_are_never_in_a_baseline(place, check):
    replace(place / "products/tool/product.yaml", "open: true", "open: null")
    firm = ["contradiction", "unknown-criterion", "unknown-criterion"]

    assert firm == sorted(f["code"] for f in check("--write-baseline", "base.json")["findings"])
    assert not [code for code in firm if code in Path("base.json").read_text()]
    assert firm == sorted(f["code"] for f in check("--baseline", "base.json", code=1)["findings"])


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"format": "os2governance/baseline/1"}',
     '{"format": "os2governance/baseline/1", "findings": {"a": {"b": ["short"]}}}',
     '{"format": "os2governance/baseline/1", "findings": {"a": ["b"]}}'],
)  # fmt: skip
def test_what_is_no_baseline_is_wrong_use(place, run, text):
    Path("base.json").write_text(text)
    result = run("check", "--baseline", "base.json", "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "base.json" in result.stderr
