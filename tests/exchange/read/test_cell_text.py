import pytest

from os2governance.exchange.read.cell_text import read_cell


@pytest.mark.parametrize(
    ("cell", "words", "links"),
    [
        ("Se [her](https://a.dk/x) og [der](https://a.dk/y)", "Se her og der", ("https://a.dk/x", "https://a.dk/y")),
        ('Se <a href="https://a.dk/x">her</a>', "Se her", ("https://a.dk/x",)),
        ("https://a.dk/x", "", ("https://a.dk/x",)),
        ("https://a.dk/x + https://b.dk/", "", ("https://a.dk/x", "https://b.dk/")),
        ("Aftalen:<br/><br/>https://a.dk/x<br/>https://a.dk/y", "Aftalen:", ("https://a.dk/x", "https://a.dk/y")),
        ("<https://a.dk/x>", "", ("https://a.dk/x",)),
        ("Ligger på (https://a.dk/x_(y)).", "Ligger på (https://a.dk/x_(y)).", ("https://a.dk/x_(y)",)),
        ("[brudt](https://a.dk/x", "[brudt](https://a.dk/x", ("https://a.dk/x",)),
        ("I github.com/eksempel ligger det", "I github.com/eksempel ligger det", ("github.com/eksempel",)),
        ("en<br/>to<br />tre</p>", "en\nto\ntre", ()),
        ("**fed** og _skrå_ &amp; `kode`", "fed og skrå & kode", ()),
        ("[jeg](javascript:alert(1))", "[jeg](javascript:alert(1))", ()),
        ("Skriv til nogen.her@eksempel.dk nu", "Skriv til (udeladt) nu", ()),
        ("[os](mailto:a@b.dk)", "os", ()),
        ("<script>alert(1)</script>", "alert(1)", ()),
    ],
)  # fmt: skip
def test_text_and_links_of_a_cell(cell, words, links):
    read = read_cell(cell, "(udeladt)")

    assert (read.own_text, read.links) == (words, links)


def test_a_cell_longer_than_people_write_is_taken_as_it_is():
    read = read_cell("[a](" * 10_000 + " https://a.dk/x", "")

    assert read.links == ("https://a.dk/x",)
