"""No command writes through a link below the folder that a person named, wherever it leads."""

from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

DECIDE = ("pause", "--by", "board", "--grounds", "ja", "--yes")
UNTIDY = "\nfacts: {open: true}   \n\n\n"


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    write_product(tmp_path, "real")
    (tmp_path / "publiccode.yml").write_text("publiccodeYmlVersion: '0.4'\nname: Tool\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def content(folder):
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


COMMANDS = [
    ("init", "tool"),
    ("import", "publiccode.yml", "--id", "tool", "--model", "os2/1.1.0"),
    ("import", "publiccode.yml", "--id", "tool", "--model", "os2/1.1.0", "--update"),
    ("decide", "products", *DECIDE),
]


@pytest.mark.parametrize("inside", [True, False], ids=["products", "elsewhere"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_linked_product_folder_is_not_written_in(place, run, arguments, inside):
    target = place / ("products/real" if inside else "elsewhere")
    if not inside:
        (place / "products" / "real").rename(target)
    (target / "product.yaml").write_text((target / "product.yaml").read_text() + UNTIDY)
    (place / "products" / "tool").symlink_to(target)
    before = content(target)
    own = () if arguments[0] == "import" else ("--criteria", "criteria")
    result = run(*arguments, *own, "--as-of", "2026-05-02")

    assert result.exit_code != 0, result.output
    assert content(target) == before
    assert Path("products/tool").is_symlink()


@pytest.mark.parametrize("where", ["elsewhere", "products/.."])
def test_nothing_is_mended_through_a_link(place, run, where):
    """A link out is not read; one to a file within is read, and told not to be written."""
    target = place / where / "other.yaml"
    target.parent.mkdir(exist_ok=True)
    (place / "products" / "real" / "product.yaml").rename(target)
    target.write_text(target.read_text() + UNTIDY)
    before = target.read_bytes()
    (place / "products" / "real" / "product.yaml").symlink_to(target)
    result = run(
        "check", "products", "--fix", "--no-cache", "--criteria", "criteria", "--lang", "en"
    )

    assert result.exit_code == 2, result.output
    assert target.read_bytes() == before


@pytest.mark.parametrize("name", ["product.schema.json", "tool/product.yaml"])
def test_a_linked_file_is_not_written_through(place, run, name):
    (place / "precious").write_text("mine")
    (place / "products" / "tool").mkdir()
    (place / "products" / name).symlink_to(place / "precious")
    run("init", "tool", "--criteria", "criteria")

    assert (place / "precious").read_text() == "mine"


def test_a_link_that_was_named_is_the_persons_own(place, run):
    (place / "mine").symlink_to("products/real")
    write = ("decide", "mine", *DECIDE, "--criteria", "criteria", "--as-of", "2026-05-02")
    result = run(*write)

    assert result.exit_code == 0, result.output
    assert "pause" in (place / "products" / "real" / "decisions.yaml").read_text()
