"""Cells, headings and names compared without what a reader does not see."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.folding import (
    MAX_CACHED_LENGTH,
    build_product_id,
    fold_label,
    fold_name,
    strip_markup,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Ja**", "Ja"),
        ("a<br/>b", "a b"),
        ("🟢\ufe0f", "🟢"),
        ("a\u200bb\ufeff", "ab"),
        ("\\*x\\*", "x"),
        ("  a \t\n b ", "a b"),
        ("a < b > c", "a c"),
        ("", ""),
    ],
)
def test_markup_and_what_is_invisible_are_stripped(text, plain):
    assert strip_markup(text) == plain


@given(st.text(alphabet="a*_ <>b/\u200b`", max_size=2 * MAX_CACHED_LENGTH))
def test_long_and_short_texts_are_stripped_alike(text):
    padded = text + " " * MAX_CACHED_LENGTH

    assert strip_markup(padded) == strip_markup(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [("**Efterlevet?**", "efterlevet"), ("NIVEAU:", "niveau"), ("?", "?"), ("> x", "x"), ("", "")],
)
def test_labels_are_compared_without_case_and_ends(text, label):
    assert fold_label(text) == label


@given(st.text(max_size=40))
def test_a_label_that_was_folded_is_not_folded_further(text):
    label = fold_label(text)

    assert fold_label(label.upper()) == fold_label(label)


@pytest.mark.parametrize(
    ("name", "folded", "identity"),
    [
        ("OS2-Eksempel", "os2eksempel", "os2-eksempel"),
        ("Blåbærgrød 2.0", "blabaergrod20", "blabaergrod-2.0"),
        ("../../etc/passwd", "etcpasswd", "etc-passwd"),
        ("\x1b[31m", "31m", "31m"),
        ("😀", "", ""),
    ],
)
def test_names(name, folded, identity):
    assert (fold_name(name), build_product_id(name)) == (folded, identity)


@given(st.text(max_size=300))
def test_an_id_is_one_that_its_schema_takes(name):
    identity = build_product_id(name)

    assert re.fullmatch(r"[a-z0-9._-]{0,100}", identity)
    assert not identity.startswith((".", "-", "_"))
