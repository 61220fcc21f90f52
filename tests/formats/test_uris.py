"""Whole addresses; the law of validators holds them against another implementation."""

import pytest

from os2governance.formats.uris import is_iri, is_uri


@pytest.mark.parametrize(
    "text", ["https://os2.eu/a?b=c#d", "mailto:a@b", "http://[::1]:8080/", "urn:x"]
)
def test_whole_addresses(text):
    assert is_uri(text)
    assert is_iri(text)


@pytest.mark.parametrize(
    "text",
    ["os2.eu", "//os2.eu", "http://a b", "http://[::x]/", "a:%zz", "", "http://[fe80::1%25a]"],
)
def test_what_is_none(text):
    assert not is_uri(text)
    assert not is_iri(text)


def test_letters_of_any_script_are_for_iris():
    assert is_iri("https://bibliotek.dk/æøå")
    assert not is_uri("https://bibliotek.dk/æøå")
