"""The files of a product among names, whoever lists them: what is there is read or found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from products_in_folders import CASES, write_case

from os2governance.files.listing import FolderReader, find_intended_name
from os2governance.files.product_folder import assemble_product, list_product_folder
from os2governance.findings.finding import Location, make_finding

FOLDER = Path("products/x")
NAMES = st.sampled_from(
    (
        *("product.yaml", "register.yaml", "observations.yaml", "decisions.yaml", "evaluations"),
        *("declarations", "Register.yml", "EVALUATIONS", "model.yaml", "README.md"),
    )
)
DATED = st.sampled_from(["2026-01-01.yaml", "2026-02-01.yml", "2026-03-01.YAML", "a.md"])


@given(st.sets(NAMES), st.sets(DATED))
def test_each_name_is_read_or_found_or_nobodys_business(own, dated):
    def list_names(folder):
        return sorted(own if folder == FOLDER else dated), []

    def nothing(_):
        return False

    found = list_product_folder(FOLDER, FolderReader(list_names, nothing, nothing))
    below = {
        f"{folder}/{name}"
        for folder in own & {"evaluations", "declarations"}
        for name in dated
        if name.endswith((".yaml", ".yml"))
    }
    single = {"register.yaml", "observations.yaml", "decisions.yaml"}

    assert set(found.names) == own & single | below
    assert len(found.names) == len(set(found.names))
    assert found.has_product is ("product.yaml" in own)
    assert {each.code for each in found.findings} <= {"name-not-read"}
    misnamed = {Path(each.location.file).name for each in found.findings}
    assert misnamed - dated == {n for n in own if find_intended_name(n) not in {None, n}}
    meant = any(map(find_intended_name, own)) and "model.yaml" not in own
    assert found.is_product is (found.has_product or meant)


def test_the_disk_is_asked_where_nobody_else_is(tmp_path):
    write_case(tmp_path, CASES["everything"])

    assert set(list_product_folder(tmp_path / FOLDER).names) == {*CASES["everything"].files} - {
        "product.yaml"
    }


@pytest.mark.parametrize(
    ("contents", "codes", "read", "found"),
    [
        ({"product.yaml": b"1"}, [], True, []),
        ({"register.yaml": b""}, [], True, []),
        ({"register.yaml": b""}, ["file-unreadable"], True, ["file-unreadable"]),
        ({}, ["name-not-read"], False, ["file-missing", "name-not-read"]),
        ({}, ["name-not-read", "file-unreadable"], False, ["name-not-read", "file-unreadable"]),
        ({}, [], False, ["file-missing"]),
    ],
)
def test_what_was_read_is_a_product_and_what_was_not_is_explained(contents, codes, read, found):
    given_ = [make_finding(code, Location("x"), problem="", expected="") for code in codes]
    sources, findings = assemble_product(FOLDER / "product.yaml", contents, given_)

    assert [each.code for each in findings] == found
    assert (sources is not None) is read
    if sources:
        assert sources.name == "products/x/product.yaml"
        assert [data for _, data in sources.files()] == list(contents.values())
    elif found[0] == "file-missing":
        assert findings[0].location.file == "products/x/product.yaml"
