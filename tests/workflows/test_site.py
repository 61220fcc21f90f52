"""The site as it is written: whole, the same again, and only into a folder of its own."""

import shutil
from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance.model.words import NEUTRAL_WORDS
from os2governance.workflows.context import Context
from os2governance.workflows.site import SiteForm, SiteRequest, write_site


@pytest.fixture
def write(tmp_path, context):
    def writes(*paths, folder="site", title="", address="", progress=lambda *_: None):
        request = SiteRequest(tmp_path / folder, title, address)
        return write_site(paths, request, context, report_progress=progress)

    return writes


def files(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_the_same_products_make_the_same_files(write, tmp_path):
    result, findings = write()
    first = files(tmp_path / "site")
    again, _ = write()

    assert findings == []
    assert (result.products, result.files) == (again.products, again.files) == (3, result.files)
    assert files(tmp_path / "site") == first
    assert any("rosenlund" in name for name in first)


def test_a_product_that_cannot_be_used_is_told_of(write):
    result, _ = write()

    assert "products/ulaeselig/product.yaml" in {each.location.file for each in result.findings}


def test_a_product_that_is_gone_is_taken_off_the_site(write, tmp_path):
    write()
    result, _ = write("products/brak")

    assert result.products == 1
    assert not [name for name in files(tmp_path / "site") if "rosenlund" in name]


def test_a_folder_of_somebody_else_is_left_alone(write, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("x")
    result, findings = write(folder="mine")

    assert result is None
    assert findings
    assert files(tmp_path / "mine") == {"notes.txt": b"x"}


def test_without_products_nothing_is_begun(write, tmp_path):
    result, findings = write(str(tmp_path))

    assert (result, [each.code for each in findings]) == (None, ["no-products"])
    assert not (tmp_path / "site").exists()


def test_progress_is_told_of_each_file(write):
    told = []
    write(progress=lambda *each: told.append(each))

    assert told == [(number, 4) for number in range(1, 5)]


# -- what the site calls itself (semantics §1: the engine has no words of a model) -------------

OPEN = {"fact": "open", "equals": True}


def mixed(folder, **words):
    """Write two models into one folder; the newer one is followed only where asked for."""
    write_model(folder, [criterion("A", "low", OPEN)], published="2020-01-01", **words)
    newer = folder / "criteria" / "newer" / "1"
    shutil.copytree(folder / "criteria" / "small" / "1", newer)
    text = (newer / "model.yaml").read_text(encoding="utf-8")
    text = text.replace("model: small", "model: newer").replace("2020-01-01", "2026-01-01")
    (newer / "model.yaml").write_text(text.replace("Lille", "Ny"), encoding="utf-8")
    return Context(as_of=date(2026, 5, 1), language="en", criteria=(folder / "criteria",))


NAMED = {
    "name": {"da": "Lille", "en": "Lille"},
    "words": {
        "site": {"title": {"da": "Lille titel", "en": "x"}, "intro": {"da": "Lille indgang"}}
    },
}


def front(folder, context):
    result, findings = write_site(
        [str(folder / "products")], SiteRequest(folder / "s", "", ""), context
    )
    assert (findings, result.findings) == ([], [])
    return (folder / "s" / "index.html").read_text(encoding="utf-8")


def test_the_words_are_of_the_models_that_are_followed_not_of_the_newest_there_is(tmp_path):
    context = mixed(tmp_path, **NAMED)
    write_product(tmp_path)
    said = front(tmp_path, context)

    assert all(each in said for each in ("Lille titel", "Lille indgang"))
    assert "Ny" not in said.replace("Nyheds", "")


def test_of_several_models_each_is_named_and_the_newest_speaks(tmp_path):
    context = mixed(tmp_path, **NAMED)
    write_product(tmp_path)
    write_product(tmp_path, "other", model="newer/1")
    said = front(tmp_path, context)

    assert "Ny, Lille" in said
    assert "Ny titel" in said
    assert (tmp_path / "s" / "placeret" / "small-1" / "none.html").is_file()
    assert (tmp_path / "s" / "placeret" / "newer-1" / "none.html").is_file()


def test_a_model_without_words_has_neutral_ones(tmp_path):
    context = mixed(tmp_path)
    write_product(tmp_path)
    said = front(tmp_path, context)

    assert NEUTRAL_WORDS.site_title.da in said
    assert "OS2" not in said


@pytest.mark.parametrize("title", ["</title><script>", "\x1b[31m", "a & b"])
def test_a_title_is_only_text(write, tmp_path, title):
    write(title=title)

    pages = [data for name, data in files(tmp_path / "site").items() if name.endswith(".html")]
    assert pages
    assert not [page for page in pages if b"</title><script>" in page or b"a & b" in page]


# -- the form below the site -------------------------------------------------------------------


def write_with_form(folder, context, made):
    request = SiteRequest(folder / "site", "", "", SiteForm("form/", lambda _publisher: made))
    return write_site((), request, context)


def test_the_form_lies_below_the_site_and_every_page_links_to_it(tmp_path, context):
    result, findings = write_with_form(tmp_path, context, ({"sw.js": b"1", "a/b": b"2"}, []))
    written = files(tmp_path / "site")

    assert findings == []
    assert (written["form/sw.js"], written["form/a/b"]) == (b"1", b"2")
    assert result.files == len(written) - 1
    pages = {name: data.decode() for name, data in written.items() if name.endswith(".html")}
    assert pages
    for name, page in pages.items():
        assert f'href="{"../" * name.count("/")}form/"' in page, name


def test_a_form_that_cannot_be_made_leaves_the_site_as_it_was(write, tmp_path, context):
    write()
    before = files(tmp_path / "site")
    result, findings = write_with_form(tmp_path, context, (None, ["a finding"]))

    assert (result, findings) == (None, ["a finding"])
    assert files(tmp_path / "site") == before
