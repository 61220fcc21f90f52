"""Patterns without RE2: what RE2 finds, in steps that grow with the text and no faster."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from os2governance.schema import linear_patterns
from os2governance.schema.linear_patterns import compile_linear_pattern
from os2governance.schema.pattern_engine import compile_safe_pattern

PIECES = [
    *("a", "b", "c", "K", "(", "(", ")", ")", "(?:", "(?i:", "(?P<x>", "|", "(?s:", "(?m:"),
    *("[ab]", "[^a]", "[a-c]", "[[:alpha:]]", r"[^\d]", "[]a]", "[a-]", ".", r"\d", r"\w", r"\s"),
    *(
        "*",
        "+",
        "?",
        "*?",
        "+?",
        "??",
        "{2}",
        "{0,2}",
        "{1,}",
        "{x",
        "^",
        "$",
        r"\b",
        r"\A",
        r"\z",
    ),
    *(r"\W", r"\pL", r"\p{Lu}", r"\P{L}", r"\.", r"\x41", r"\x{62}", " ", "1", r"\Qa.\E", r"\n"),
]
LETTERS = "abcKk 1\n.A-]"
patterns = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
texts = st.text(LETTERS, max_size=12)


@given(patterns, texts, st.booleans(), st.sampled_from(["", "(?i)"]))
def test_it_finds_what_re2_finds(pattern, text, longest, flags):
    """Also which patterns are valid, as texts and as bytes."""
    theirs, _ = compile_safe_pattern(flags + pattern, memory=1 << 20, longest=longest)
    ours, problem = compile_linear_pattern(flags + pattern, longest=longest)

    assert (ours is None) == (theirs is None), problem
    if theirs is None or ours is None:
        return
    for read in (text, text.encode()):
        wanted, found = theirs.search(read), ours.search(read)
        assert (found and found.span()) == (wanted and wanted.span())
        if found and not longest:
            assert (found.groups(), found[0]) == (wanted.groups(), wanted[0])
            assert found.groupdict() == wanted.groupdict()
        assert bool(ours.fullmatch(read)) == bool(theirs.fullmatch(read))
        assert [m.span() for m in ours.finditer(read) if m[0]] == [
            m.span() for m in theirs.finditer(read) if m[0]
        ]


@pytest.mark.parametrize(
    ("pattern", "text", "span"),
    [
        ("(?i)æ", "xÆ", (1, 2)),
        ("(?i)[å-ø]", "Å", (0, 1)),
        ("(?i)k", "\u212a", (0, 1)),
        (r"\w", "æ", None),
        (r"\pL+", "1Æøå2", (1, 4)),
        ("a|ab", "ab", (0, 1)),
        ("x*", "b", (0, 0)),
    ],
)
def test_letters_beyond_ascii(pattern, text, span):
    found = compile_linear_pattern(pattern)[0].search(text)

    assert (found and found.span()) == span
    assert (found and found.span()) == ((m := re2.search(pattern, text)) and m.span())


def test_groups_have_their_names():
    pattern = "(?P<kind>repo)s?/(?P<name>[a-z]+)|(?P<other>x)"
    found = compile_linear_pattern(pattern)[0].search("see repos/abc")
    wanted = re2.search(pattern, "see repos/abc")

    assert found.groupdict() == wanted.groupdict()
    for name in ("kind", "name", "other"):
        assert (found.group(name), found[name]) == (wanted.group(name), wanted[name])
    with pytest.raises(KeyError):
        found.group("nothing")
    twice = "(?P<x>a)(?P<x>b)"
    assert compile_linear_pattern(twice)[0].search("ab").groupdict() == {"x": "a"}
    assert re2.search(twice, "ab").groupdict() == {"x": "a"}


def test_places_in_bytes_are_counted_from_the_last_one_in_either_direction():
    read = "æ-bø-b".encode()
    found = [match.span() for match in compile_linear_pattern("(b)(ø)?|-")[0].finditer(read)]

    assert found == [match.span() for match in re2.finditer("(b)(ø)?|-", read)]
    nested = compile_linear_pattern("æ(-(b))")[0].search(read)
    assert (nested.span(2), nested.span(1), nested.span()) == ((3, 4), (2, 4), (0, 4))


def test_places_in_bytes_are_those_of_bytes():
    found = compile_linear_pattern("b")[0].search("æøb".encode())

    assert found.span() == (4, 5)
    assert found.group() == b"b"
    assert compile_linear_pattern("ø")[0].sub(b"-", "æøb".encode()) == "æ-b".encode()


@pytest.mark.parametrize(
    "pattern", ["(a*)*b", "(a|a)*b", "(a|aa)+$", "(.*)(.*)(.*)x", "a{0,50}a{50}b"]
)
def test_the_steps_grow_with_the_text(pattern, monkeypatch):
    """What would double with each letter on an engine that tries again."""
    counted = []
    advance = linear_patterns.LinearPattern._step

    def counts(self, *more):
        counted.append(1)
        return advance(self, *more)

    monkeypatch.setattr(linear_patterns.LinearPattern, "_step", counts)
    made = compile_linear_pattern(pattern)[0]
    steps = []
    for size in (100, 200, 400):
        counted.clear()
        made._steps.clear()
        assert made.search("a" * size) is None or "$" in pattern
        steps.append(len(counted))

    assert all(size <= 2 * n + 1 for size, n in zip(steps, (100, 200, 400), strict=True))


@pytest.mark.parametrize(
    "pattern",
    [
        *("(?:a{1000}){1000}", "((a{100}){100}){100}", "(" * 5000, "[" * 5000),
        *("(?:(?:(?:){1000}){1000}){1000}", "(?:a{100}){100}"),
    ],
)
def test_a_pattern_that_would_be_too_large_is_refused(pattern):
    made, problem = compile_linear_pattern(pattern)

    assert made is None
    assert problem
    assert compile_safe_pattern(pattern, memory=1 << 20)[0] is None


def test_what_is_kept_is_bounded(monkeypatch):
    monkeypatch.setattr(linear_patterns, "MAX_KEPT_STEPS", 10)
    made = compile_linear_pattern("[^x]*x")[0]

    assert made.search("".join(map(chr, range(200, 400)))) is None
    assert len(made._steps) <= 10
