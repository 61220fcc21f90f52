"""`check -`: which product bytes are of, and what is fixed in them."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import GARDEN

from os2governance.files.stand_in import StandIn
from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.stand_in import find_stand_in_targets, fix_stand_in
from os2governance.workflows.context import SearchScope

BRAK = "products/brak/product.yaml"
DATA = (GARDEN / BRAK).read_bytes()


@pytest.mark.parametrize(
    ("path", "product"),
    [
        (BRAK, BRAK),
        ("products/brak/decisions.yaml", BRAK),
        ("products/brak/evaluations/2026-05-01.yaml", BRAK),
        ("products/new/product.yaml", "products/new/product.yaml"),
        ("products/new/evaluations/2026-05-01.yml", "products/new/product.yaml"),
        ("products/new/Register.yaml", "products/new/product.yaml"),
        ("elsewhere.yaml", "elsewhere.yaml"),
    ],
)
def test_the_product_of_a_file(context, path, product):
    targets = find_stand_in_targets(StandIn(Path(path), b""), context)

    assert targets.files == [product]


@pytest.mark.parametrize("path", ["products/brak", "criteria/haven/2/model.yaml", "criteria"])
def test_folders_and_files_of_models_are_refused_in_words(context, path):
    with pytest.raises(NotPossibleError, match=path):
        find_stand_in_targets(StandIn(Path(path), b""), context)


@pytest.mark.parametrize(
    ("data", "exclude", "passed_over"),
    [
        (DATA, (), False),
        (DATA, ("other/*",), True),
        (b"kind: ConfigMap\n", (), True),
        (b"", (), False),  # may be ours
    ],
)
def test_what_would_not_be_found_in_a_folder_is_passed_over_where_that_is_asked(
    context, data, exclude, passed_over
):
    context = replace(context, scope=SearchScope(exclude=exclude))
    given = StandIn(Path("other/tool/product.yaml"), data)
    found = find_stand_in_targets(given, context, as_found=True)

    assert bool(found.passed_over) == passed_over
    assert bool(found.files) != passed_over
    assert find_stand_in_targets(given, context).files


def fix(context, name, data):
    given = StandIn(Path(name), data)
    targets = find_stand_in_targets(given, context)
    return fix_stand_in(targets, given, context, CheckSettings())


def test_only_the_file_is_fixed_and_by_what_it_says_itself(context):
    messy = DATA.replace(b"\n", b"  \n", 1)

    assert fix(context, BRAK, messy).after == DATA
    assert fix(context, f"{GARDEN}/{BRAK}", messy).after == DATA
    assert fix(context, "products/new/product.yaml", messy).after == DATA


@pytest.mark.parametrize("name", ["decisions.yaml", "register.yaml", "notes.txt"])
def test_a_file_that_is_never_fixed_is_as_it_was(context, name):
    fixed = fix(context, f"products/brak/{name}", b"a:  1  \r\n")

    assert fixed.readable
    assert fixed.after == fixed.before == b"a:  1  \r\n"


@pytest.mark.parametrize("data", [b"a: [\n", b"\xff", bytes(2 << 20)])
def test_what_cannot_be_read_is_not_fixed(context, data):
    fixed = fix(context, BRAK, data)

    assert not fixed.readable
    assert fixed.after == fixed.before


@pytest.mark.parametrize(
    ("data", "as_found", "codes"),
    [
        (b"format: os2governance/site/1\na: 1\n", True, ["unknown-key"]),
        (b"format: os2governance/site/1\n", True, []),
        (b"- hosts: all\n", False, ["wrong-type"]),
        (b"- hosts: all\n", True, None),
    ],
)
def test_a_file_of_the_portfolio(context, data, as_found, codes):
    targets = find_stand_in_targets(StandIn(Path("site.yaml"), data), context, as_found=as_found)
    found = [each.code for inspected in targets.extra_inspections for each in inspected.findings]

    assert found == (codes or [])
    assert list(targets.passed_over) == (["site.yaml"] if codes is None else [])
