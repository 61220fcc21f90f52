"""`site`: a folder of pages, and an exit code that says whether all is in it."""

import pytest

from os2governance.lite import build

USABLE = ["products/brak", "products/kirsebaer", "products/rosenlund"]


def test_the_pages_are_made_and_how_many_is_said(garden, tmp_path):
    result = garden("site", *USABLE, "--out", tmp_path / "site")
    count = sum(each.is_file() for each in (tmp_path / "site").rglob("*"))

    assert (result.exit_code, result.stdout) == (0, "")
    assert " 3 " in f" {result.stderr} "
    assert count > 3


def test_what_cannot_be_read_is_exit_code_2_and_the_rest_is_made(garden, tmp_path):
    result = garden("site", "--out", tmp_path / "site")

    assert result.exit_code == 2
    assert "unknown-key" in result.stdout
    assert list((tmp_path / "site").rglob("*rosenlund*"))


@pytest.mark.parametrize(
    "arguments",
    [[], ["--out"], ["--out", "products/brak/product.yaml"], ["criteria", "--out", "{site}"]],
)
def test_where_nothing_can_be_made_nothing_is(garden, tmp_path, arguments):
    result = garden("site", *(each.format(site=tmp_path / "site") for each in arguments))

    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_quiet_says_nothing(garden, tmp_path):
    result = garden("site", *USABLE, "--out", tmp_path / "site", "-q")

    assert (result.exit_code, result.output) == (0, "")


def test_the_form_is_put_below_the_site(garden, tmp_path, monkeypatch):
    asked = []

    def make(request):
        asked.append(request)
        return {"index.html": b"the form"}, []

    monkeypatch.setattr(build, "make_lite_files", make)
    address = "https://git.example.org/edit/{product}"
    result = garden(
        "site", *USABLE, "--out", tmp_path / "site", "--with-form", "--propose", address
    )

    assert result.exit_code == 0
    assert (tmp_path / "site" / "form" / "index.html").read_bytes() == b"the form"
    assert [(each.propose, each.language) for each in asked] == [(address, "da")]


@pytest.mark.parametrize(
    "more", [["--propose", "https://a.dk/"], ["--with-form", "--propose", "http://a.dk/"]]
)
def test_a_page_for_changes_is_of_the_form_and_over_https(garden, tmp_path, more):
    assert garden("site", *USABLE, "--out", tmp_path / "site", *more).exit_code == 2
    assert list(tmp_path.iterdir()) == []
