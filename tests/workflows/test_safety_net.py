"""The last net: what raises is a finding of its file, and what has an answer keeps it."""

import errno
import os

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import as_text
from os2governance.workflows.safety_net import run_or_report, run_safely, stream_safely

FILE = "products/x/product.yaml"


def raising(error):
    def work():
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyError("x"), "internal-error"),
        (RecursionError(), "internal-error"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "x"), "internal-error"),
        (StopIteration(), "internal-error"),
        (OSError(errno.EMFILE, os.strerror(errno.EMFILE)), "file-unreadable"),
    ],
)
def test_what_raises_is_a_finding(error, code):
    found = run_safely(raising(error), FILE, lambda found: found)
    findings = []

    assert (found.code, found.location.file) == (code, FILE)
    assert run_or_report(raising(error), FILE, findings) is None
    assert [each.code for each in findings] == [code]


@pytest.mark.parametrize(
    "error", [NotPossibleError(as_text("x")), MemoryError(), KeyboardInterrupt(), SystemExit(3)]
)
def test_what_has_an_answer_of_its_own_goes_on(error):
    with pytest.raises(type(error)):
        run_safely(raising(error), FILE, lambda found: found)
    with pytest.raises(type(error)):
        list(stream_safely((raising(error)() for _ in "x"), FILE, lambda found: found))


def test_a_result_is_left_as_it_is():
    findings = []

    assert run_safely(lambda: 1, FILE, lambda _: 2) == 1
    assert run_or_report(lambda: None, FILE, findings) is None
    assert findings == []


def pieces():
    yield "a"
    raise KeyError


def test_a_stream_ends_with_a_finding():
    assert list(stream_safely(pieces(), FILE, lambda found: found.code)) == ["a", "internal-error"]
    assert list(stream_safely(iter("ab"), FILE, lambda _: "c")) == ["a", "b"]


def test_a_stream_leaves_the_systems_refusals_alone():
    def refused():
        yield "a"
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        list(stream_safely(refused(), FILE, lambda found: found))
