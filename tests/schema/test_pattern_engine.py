"""RE2 where it is installed, else the other; both refuse what is no pattern."""

import sys

import pytest

from os2governance.schema.linear_patterns import LinearPattern
from os2governance.schema.pattern_engine import compile_safe_pattern, is_safe_pattern


@pytest.fixture(params=["with RE2", "without RE2"])
def engine(request, monkeypatch):
    if request.param == "without RE2":
        monkeypatch.setitem(sys.modules, "re2", None)  # as where no wheel is to be had
    return request.param


def test_either_answers(engine):
    made, problem = compile_safe_pattern("a+b", memory=1 << 20)

    assert isinstance(made, LinearPattern) == (engine == "without RE2")
    assert problem == ""
    assert made.fullmatch("aab")[0] == "aab"


@pytest.mark.parametrize("pattern", ["(", "(?=a)", r"(a)\1"])
def test_either_refuses(engine, pattern):
    del engine
    made, problem = compile_safe_pattern(pattern, memory=1 << 20)

    assert made is None
    assert problem
    assert not is_safe_pattern(pattern)
    assert is_safe_pattern("a")
