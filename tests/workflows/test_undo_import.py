"""Undo of an import: a folder as it was, byte for byte, or nothing at all."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from exchange.test_import_proposals import HEAD, ROWS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from os2governance.files import writing
from os2governance.files.paths import is_folder
from os2governance.findings.finding import Location, make_finding
from os2governance.workflows.undo_import import undo_import

DAY = "2026-05-01"
HAND = """\
# skrevet i hånden
format: os2governance/product/1
product: eksempel
name: Eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-01-15, by: Styregruppen}
answers:
  F2: {answer: unmet, explanation: Endnu ikke valgt}
"""
RATED = HEAD.replace("Governancerapport for", "Vurdering af OS2-produkt:").replace(
    "Efterlevet? | Dokumentation", "Vurdering | Vurderingsgrundlag"
) + ROWS.replace("| Ja |", "| 🟢 |")


@pytest.fixture
def place(tmp_path, monkeypatch, run):
    """A folder of products in which imports are made and undone."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        done = run("import", *arguments, "--as-of", DAY, "--format", "json")
        return json.loads(done.stdout), done.exit_code

    def bring(licence="MPL 2.0", day="2026-03-01", text=HEAD + ROWS):
        Path("rapport.md").write_text(text.format(day=day, licence=licence), encoding="utf-8")
        said, code = command("rapport.md", "--id", "eksempel", "--out", "products", "--update")
        assert (code, bool(said["imported"][0]["written"])) == (0, True), said

    def undo(path="products/eksempel"):
        return command("--undo", path)

    return bring, undo


def write_by_hand(text=HAND):
    file = Path("products/eksempel/product.yaml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def contents():
    return {
        path.as_posix(): path.read_bytes()
        for path in Path("products").rglob("*")
        if path.is_file() and not path.name.endswith(".schema.json")
    }


def test_all_is_as_it_was_and_the_declaration_that_was_kept_is_where_it_was(place):
    bring, undo = place
    write_by_hand()
    before = contents()
    bring()
    assert contents()["products/eksempel/declarations/2026-01-15.yaml"] == HAND.encode()
    said, code = undo()

    assert code == 0
    assert said["undone"] == [
        {
            "product": "products/eksempel",
            "restored": "products/eksempel/product.yaml",
            "removed": None,
        }
    ]
    assert contents() == before


@pytest.mark.parametrize("text", [HEAD + ROWS, RATED], ids=["report", "evaluation"])
def test_a_file_that_the_import_made_is_removed(place, text):
    bring, undo = place
    bring(text=text)
    [made] = contents()
    said, code = undo("products/eksempel/product.yaml")

    assert (code, said["undone"][0]["removed"], contents()) == (0, made, {})


def test_a_declaration_that_was_kept_before_stays(place):
    bring, undo = place
    kept = write_by_hand().parent / "declarations" / "2026-01-15.yaml"
    kept.parent.mkdir()
    kept.write_bytes(HAND.encode())
    before = contents()
    bring()
    undo()

    assert contents() == before


CHANGES = {
    "product.yaml": lambda text: (text or "") + "# mere\n",
    "declarations/2026-01-15.yaml": lambda text: (text or "") + "# mere\n",
    "evaluations/2026-04-01.yaml": lambda _: "format: os2governance/evaluation/1\n",
    "decisions.yaml": lambda _: "format: os2governance/decisions/1\n",
    "register.yaml": lambda _: "format: os2governance/register/1\n",
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_refused_with_the_file_that_has_changed_since(place, name):
    bring, undo = place
    folder = write_by_hand().parent
    bring()
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    text = file.read_text(encoding="utf-8") if file.exists() else None
    file.write_text(CHANGES[name](text), encoding="utf-8")
    after = contents()
    said, code = undo()

    assert (code, contents()) == (1, after)
    assert said["undone"][0]["restored"] is None
    [found] = said["findings"]
    assert (found["code"], name in found["message"]) == ("import-not-undone", True)


def test_it_is_refused_where_a_file_has_been_removed_since(place):
    bring, undo = place
    write_by_hand()
    bring()
    Path("products/eksempel/declarations/2026-01-15.yaml").unlink()
    after = contents()

    assert undo()[1] == 1
    assert contents() == after


def test_what_was_never_imported_or_undone_already_is_not_undone(place):
    bring, undo = place
    write_by_hand()
    before = contents()
    assert (undo()[1], contents()) == (1, before)
    bring()
    undo()

    assert (undo()[1], contents()) == (1, before)
    assert undo("nothing/there")[1] == 1


@pytest.mark.parametrize(
    "note",
    ["", "{", "[1]", '[{"file": "../../x", "before": null, "kept": null, "files": {}}]', "null"],
)
def test_a_damaged_note_undoes_nothing(place, note):
    bring, undo = place
    write_by_hand()
    bring()
    after = contents()
    [file] = Path(".os2governance_cache/imports").glob("*.json")
    file.write_text(note)

    assert (undo()[1], contents()) == (1, after)


def test_what_cannot_be_written_is_a_failure_and_can_be_undone_later(place, monkeypatch):
    bring, undo = place
    write_by_hand()
    before = contents()
    bring()
    with monkeypatch.context() as at:
        full = [make_finding("disk-full", Location("products/eksempel/product.yaml"))]
        at.setattr(writing, "replace_file", lambda *_, **__: full)
        said, code = undo()
    assert (code, [each["code"] for each in said["findings"]]) == (2, ["disk-full"])

    assert (undo()[1], contents()) == (0, before)


def rewrite_note(**changes):
    [file] = Path(".os2governance_cache/imports").glob("*.json")
    [note] = json.loads(file.read_text())
    file.write_text(json.dumps([{**note, **changes}]))


@pytest.mark.parametrize(
    "changes",
    [
        {"files": {"product.yaml": ["x"]}}, {"files": {}}, {"before": "../../../x"},
        {"before": 1}, {"before": "0" * 64}, {"kept": "../x"}, {"file": "declarations/x.yaml"},
    ],
)  # fmt: skip
def test_a_note_that_does_not_hang_together_undoes_nothing(place, changes):
    bring, undo = place
    write_by_hand()
    bring()
    after = contents()
    rewrite_note(**changes)
    said, code = undo()

    assert (code, contents()) == (1, after)
    assert [each["code"] for each in said["findings"]] == ["import-not-undone"]


def test_what_was_replaced_is_kept_as_long_as_it_can_be_undone(place):
    bring, undo = place
    write_by_hand()
    for licence in ("MPL 2.0", "EUPL 1.2"):
        bring(licence)
    kept = Path(".os2governance_cache/imports")
    counts = [len([*kept.glob("*/*")])]
    for _ in range(2):
        undo()
        counts.append(len([*kept.glob("*/*")]))

    assert counts == [2, 1, 0]


def test_a_large_file_is_as_it_was_too(place):
    bring, undo = place
    write_by_hand(HAND + "".join(f"# {number:0>60}\n" for number in range(14_000)))
    before = contents()
    bring()
    bring("EUPL 1.2")
    assert [undo()[1], undo()[1]] == [0, 0]
    assert contents() == before


def test_a_folder_that_cannot_be_read_is_no_folder_without_files(place):
    bring, undo = place
    bring(text=RATED)
    file = Path("products/eksempel/product.yaml")
    file.symlink_to("/etc/hostname")  # leads out: the product cannot be read
    bring("EUPL 1.2", text=RATED)
    after = contents()
    said, code = undo()

    assert (code, contents()) == (1, after)
    assert [each["code"] for each in said["findings"]] == ["file-outside"]


def test_the_folder_may_be_named_from_within(place, monkeypatch):
    bring, _ = place
    write_by_hand()
    before = contents()
    for named in ("..", ".", "product.yaml", "../product.yaml"):
        bring()
        with monkeypatch.context() as at:
            at.setenv("OS2GOVERNANCE_CACHE", str(Path(".os2governance_cache").resolve()))
            at.chdir("products/eksempel" + "/declarations" * named.startswith(".."))
            assert undo_import(Path(named)).findings == []
        assert contents() == before


def test_an_import_whose_note_cannot_be_written_is_an_import_all_the_same(place, monkeypatch):
    bring, undo = place
    Path("file").write_text("")
    monkeypatch.setattr(
        "os2governance.workflows.undo_import.find_cache_folder", lambda _: Path("file")
    )
    bring()

    assert undo()[1] == 1
    assert is_folder(Path("products/eksempel"))


BRINGS = st.lists(
    st.tuples(
        st.sampled_from(["MPL 2.0", "EUPL 1.2", "GPL3"]),
        st.sampled_from(["2026-01-15", "2026-03-01", "2026-05-01"]),
        st.sampled_from([HEAD + ROWS, RATED]),
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(BRINGS)
def test_undoing_all_imports_one_by_one_goes_back_through_every_state(place, brings):
    bring, undo = place
    write_by_hand()
    states = [contents()]
    for licence, day, text in brings:
        bring(licence, day, text)
        states.append(contents())
    changed = [old for old, new in pairwise(states) if old != new]
    for before in reversed(changed):
        assert (undo()[1], contents()) == (0, before)
    assert undo()[1] == 1
