"""The files of a product among names, whoever lists them: what is there is read or found."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from products_in_folders import CASES, write_case

from os2governance.files.listing import find_intended_name
from os2governance.files.product_folder import (
    FolderReader,
    list_product_folder,
    make_missing_finding,
)

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

    found = list_product_folder(FOLDER, FolderReader(list_names, lambda _: False))
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


def test_what_is_missing_is_named_as_commands_name_the_product():
    found = make_missing_finding(FOLDER)

    assert (found.code, found.location.file) == ("file-missing", "products/x/product.yaml")
