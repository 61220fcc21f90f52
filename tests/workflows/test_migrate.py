"""Declarations that are carried over: whole, checked, and only where it was asked for."""

from dataclasses import replace
from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.files.reading import read_product_files
from os2governance.findings.not_possible import NotPossibleError
from os2governance.product.reader import build_product
from os2governance.workflows.migrate import migrate_files

DAY = date(2026, 5, 1)
TEXT = b"""format: os2governance/product/1
product: x
name: X
kind: product
model: os2/1.0  # old
declared: {on: 2022-05-01, by: Tovholder}
answers: {R3: {answer: met}}
"""


@pytest.fixture
def migrate(tmp_path, context):
    def runs(data=TEXT, to=None, *, write=True):
        file = tmp_path / "x" / "product.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
        migrated, _ = migrate_files(
            [str(tmp_path)], to, replace(context, criteria=()), write=write
        )
        return migrated.results[0], file.read_bytes()

    return runs


def test_the_newest_model_is_the_one_unless_another_is_named(migrate):
    assert b"model: os2/1.1.0  # old" in migrate()[1]
    assert b"model: os2/2024-04-02  # old" in migrate(to="os2/2024-04-02")[1]
    assert b"model: os2/2024-04-02  # old" in migrate(to="2024-04-02")[1]


def test_the_declaration_by_the_old_model_is_kept_as_it_was(migrate, tmp_path):
    result, data = migrate()
    kept = tmp_path / "x" / "declarations" / "2022-05-01.yaml"

    assert result.kept == kept.as_posix()
    assert kept.read_bytes() == TEXT
    assert b"declared: {on: 2026-05-01, by: Tovholder}" in data


@pytest.mark.parametrize("declared", [b"on: 2026-05-01", b"draft: true, on: 2022-05-01"])
def test_one_of_today_or_a_draft_is_not_kept(migrate, tmp_path, declared):
    result, data = migrate(TEXT.replace(b"on: 2022-05-01", declared))

    assert (result.written, result.kept) == (True, None)
    assert not (tmp_path / "x" / "declarations").exists()
    assert b"on: 2026-05-01" in data


def test_what_is_kept_already_is_not_written_over(migrate, tmp_path):
    kept = tmp_path / "x" / "declarations" / "2022-05-01.yaml"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"# another\n")
    result, data = migrate()

    assert [found.code for found in result.findings] == ["kept-declaration-differs"]
    assert (data, kept.read_bytes()) == (TEXT, b"# another\n")


def test_what_an_evaluation_found_is_what_it_found_after_the_migration(tmp_path, context):
    """A light given before the migration is not outdone by facts that it knew already."""
    criteria = [criterion("A", "low", {"fact": "open", "equals": True})]
    old = write_model(tmp_path, criteria)
    new = old.parent / "2"
    new.mkdir()
    for file in old.iterdir():
        text = file.read_text(encoding="utf-8")
        (new / file.name).write_text(text.replace("version: '1'", "version: '2'"))
    with (new / "model.yaml").open("a") as file:
        file.write("supersedes: {version: '1'}\n")
    evaluation = {
        "evaluated": {"on": "2026-02-01", "by": "S"},
        "lights": {"A": {"light": "unmet"}},
    }
    declared = {"on": "2026-01-01", "by": "E"}
    product = write_product(
        tmp_path, facts={"open": True}, declared=declared, evaluations=[evaluation]
    )
    before = assess(load_product(product, load_model(old)), load_model(old), as_of=DAY)
    library = replace(context, criteria=(old.parent.parent,))
    done, _ = migrate_files([str(product)], "small/2", library, write=True)
    assert done.results[0].written
    sources, _ = read_product_files(product / "product.yaml")
    (after, model), _ = build_product(sources, library.open_library())

    assert [o.status for o in before.outcomes] == ["unmet"]
    assert (model.reference, after.kept[0].model) == ("small/2", "small/1")
    assert [o.status for o in assess(after, model, as_of=DAY).outcomes] == ["unmet"]


def test_nothing_is_written_unless_it_is_asked_for(migrate):
    result, data = migrate(write=False)

    assert (result.written, data) == (False, TEXT)
    assert result.migration.changes


def test_a_declaration_that_is_there_already_stays(migrate):
    result, data = migrate(to="os2/1.0")

    assert (result.written, result.findings, data) == (False, (), TEXT)


@pytest.mark.parametrize(
    ("data", "to", "code"),
    [
        (b"\xff", None, "not-utf8"),
        (b"format: os2governance/product/1\na: [", None, "yaml-syntax"),
        (b"format: os2governance/product/1\n", None, "no-model-named"),
        (TEXT.replace(b"R3", b"R99"), None, "unknown-criterion"),
        (TEXT.replace(b"os2/1.0", b"os2/9"), None, "unknown-model"),
        (TEXT.replace(b"{R3: {answer: met}}", b"{}"), "os2/2021-04-29", "lineage-none"),
    ],
)
def test_what_cannot_be_carried_over_is_left_alone(migrate, data, to, code):
    result, after = migrate(data, to)

    assert (result.migration, after) == (None, data)
    assert code in [found.code for found in result.findings]


def test_a_path_without_products_or_a_model_that_is_none_stops_all(tmp_path, context):
    context = replace(context, criteria=())

    assert migrate_files([str(tmp_path)], None, context, write=True)[0] is None
    with pytest.raises(NotPossibleError):
        migrate_files([str(tmp_path)], "os2/9", context, write=True)
