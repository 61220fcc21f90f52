"""Where the Danish comes from: what was compiled, or its source where that is newer."""

import os

import pytest

from os2governance.i18n import translations
from os2governance.i18n.text import _
from os2governance.i18n.translations import compile_catalogue, danish, keep_compiled

PO = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Level"\nmsgstr "{}"\n'
)


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A work tree of its own, and nothing read yet."""
    monkeypatch.setattr(translations, "SOURCE", tmp_path / "da.po")
    monkeypatch.setattr(translations, "COMPILED", tmp_path / "da" / "os2governance.mo")
    danish.cache_clear()
    yield tmp_path
    danish.cache_clear()


def _write(file, content, changed):
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    os.utime(file, (changed, changed))


def _source(tree, word, changed):
    _write(tree / "da.po", PO.format(word).encode(), changed)


def _compiled(tree, word, changed):
    _write(tree / "da" / "os2governance.mo", compile_catalogue(PO.format(word).encode()), changed)


def test_the_compiled_one_is_enough(tree):
    _compiled(tree, "Niveau", 1)
    assert _("Level").da == "Niveau"


def test_the_source_is_enough(tree):
    _source(tree, "Niveau", 1)
    assert _("Level").da == "Niveau"


@pytest.mark.parametrize(("changed", "said"), [(1, "Compiled"), (2, "Compiled"), (3, "Source")])
def test_the_newer_one_counts(tree, changed, said):
    _compiled(tree, "Compiled", 2)
    _source(tree, "Source", changed)
    assert _("Level").da == said


def test_a_broken_installation_says_which_file_is_missing(tree):
    with pytest.raises(FileNotFoundError, match=r"os2governance\.mo is missing"):
        _("Level")


def test_what_is_compiled_is_kept_until_its_source_changes(tree):
    _source(tree, "Niveau", 1)
    first = keep_compiled().read_bytes()
    _source(tree, "Trin", 1)
    assert keep_compiled().read_bytes() == first
    _source(tree, "Trin", 20_000_000_000)
    assert keep_compiled().read_bytes() != first
    assert [file.name for file in (tree / "da").iterdir()] == ["os2governance.mo"]
