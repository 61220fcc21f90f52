"""What stands in for rpds answers as rpds does."""

import importlib.util
from pathlib import Path

import pytest
import rpds
from hypothesis import given
from hypothesis import strategies as st

import os2governance.lite

PLACE = Path(os2governance.lite.__file__).parent / "stand_ins" / "rpds" / "__init__.py"
SPECIFICATION = importlib.util.spec_from_file_location("rpds_stand_in", PLACE)
STAND_IN = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(STAND_IN)

KEYS = st.sampled_from("abc")
STEPS = st.lists(st.tuples(st.sampled_from(["insert", "remove", "discard", "update"]), KEYS))


@given(steps=STEPS)
def test_a_mapping(steps):
    both = [module.HashTrieMap({"a": 1}) for module in (rpds, STAND_IN)]
    for number, (verb, key) in enumerate(steps):
        given_ = {"insert": (key, number), "update": ({key: number},)}.get(verb, (key,))
        before = [dict(each) for each in both]
        if verb == "remove" and key not in both[0]:
            for each in both:
                with pytest.raises(KeyError):
                    each.remove(key)
            continue
        made = [getattr(each, verb)(*given_) for each in both]
        assert [dict(each) for each in both] == before
        both = made
        assert dict(both[0]) == dict(both[1])
        assert type(both[1]) is STAND_IN.HashTrieMap


@given(steps=st.lists(st.tuples(st.sampled_from(["insert", "discard"]), KEYS)))
def test_a_set(steps):
    both = [module.HashTrieSet("a") for module in (rpds, STAND_IN)]
    for verb, key in steps:
        both = [getattr(each, verb)(key) for each in both]
        assert set(both[0]) == set(both[1])
    with pytest.raises(KeyError):
        STAND_IN.HashTrieSet().remove("a")
    assert set(STAND_IN.HashTrieSet("a").update("bc")) == set("abc")


@given(values=st.lists(st.integers(), min_size=1))
def test_a_list(values):
    both = [module.List() for module in (rpds, STAND_IN)]
    for value in values:
        both = [each.push_front(value) for each in both]
    assert list(both[0]) == list(both[1])
    assert both[0].first == both[1].first
    assert list(both[0].rest) == list(both[1].rest)
    assert len(both[0]) == len(both[1])
    assert both[1] == STAND_IN.List(list(both[0]))


def test_references_are_followed_with_it(monkeypatch):
    import sys

    for name in [
        each for each in sys.modules if each.partition(".")[0] in {"referencing", "jsonschema"}
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rpds", STAND_IN)
    from jsonschema import Draft202012Validator

    schema = {"$defs": {"name": {"type": "string"}}, "properties": {"a": {"$ref": "#/$defs/name"}}}
    validator = Draft202012Validator(schema)

    assert validator.is_valid({"a": "x"})
    assert not validator.is_valid({"a": 1})
