"""An exception as a finding: where in our code, and not what stood in the file."""

import json

from os2governance.findings.internal_error import locate_error, make_internal_error

SECRET = "Anna Birk Andersen"


def caught(work):
    try:
        work()
    except Exception as error:
        return error
    raise AssertionError


def test_the_place_is_the_innermost_line_of_ours():
    """However deep the fault is in another's code: what is ours leads to it."""
    from os2governance.documents import json_reader

    deep = caught(lambda: json_reader.read_json(SECRET, "f"))  # text has nothing to decode

    assert locate_error(deep).startswith("os2governance/documents/")
    assert locate_error(caught(lambda: json.loads("{"))) == "?"
    assert locate_error(KeyError()) == "?"


def test_the_message_of_an_exception_is_not_told():
    error = caught(lambda: int(SECRET))
    found = make_internal_error("products/x/product.yaml", error)

    assert found.location == ("products/x/product.yaml", 0, 0)
    for language in ("da", "en"):
        said = f"{found.message.render(language)} {found.remedy.render(language)}"
        assert "ValueError" in said
        assert "https://" in said
        assert SECRET not in said


def test_it_can_be_neither_suppressed_nor_ignored():
    entry = make_internal_error("f", KeyError()).entry

    assert (entry.suppressible, entry.ignorable, entry.blocks_reading) == ("nowhere", False, True)
