"""Declarations that are carried over: whole, checked, and only where it was asked for."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.migrate import migrate_files

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
            [str(tmp_path)], to, context._replace(criteria=None), write=write
        )
        return migrated.results[0], file.read_bytes()

    return runs


def test_the_newest_model_is_the_one_unless_another_is_named(migrate):
    assert b"model: os2/1.1.0  # old" in migrate()[1]
    assert b"model: os2/2024-04-02  # old" in migrate(to="os2/2024-04-02")[1]
    assert b"model: os2/2024-04-02  # old" in migrate(to="2024-04-02")[1]


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
        (b"a: [", None, "yaml-syntax"),
        (b"a: 1\n", None, "no-model-named"),
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
    context = context._replace(criteria=None)

    assert migrate_files([str(tmp_path)], None, context, write=True)[0] is None
    with pytest.raises(NotPossibleError):
        migrate_files([str(tmp_path)], "os2/9", context, write=True)
