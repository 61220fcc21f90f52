"""Every fixed text is in the one catalogue, in Danish, as it is in the code and the templates.

`GOLDEN=write pytest tests/i18n/test_catalogue.py` brings `da.po` up to date: new texts come in
without Danish, texts that nothing says any more go.
"""

import ast
import os
import re
import tomllib
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import os2governance
from os2governance.i18n.text import Text, _, ngettext, pgettext
from os2governance.i18n.translations import SOURCE, compile_catalogue

PACKAGE = Path(os2governance.__file__).parent
HEADER = """\
msgid ""
msgstr ""
"Language: da\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
SETTINGS = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
MAPPINGS = SETTINGS["tool"]["babel"]["mappings"]
ADDRESSES = {"site/template.py"}
"""Where pairs are the words of addresses: no text to proof-read, since links would break."""


def extracted() -> Catalog:
    """What Babel finds in code and templates, by the project's own settings."""
    found = Catalog(locale="da")
    how = [(each["pattern"], each["method"]) for each in MAPPINGS]
    options = {
        e["pattern"]: {k: v for k, v in e.items() if k not in {"pattern", "method"}}
        for e in MAPPINGS
    }
    messages = extract_from_dir(PACKAGE.parent, how, options, directory_filter=_is_of_package)
    for file, _line, message, _comments, context in messages:
        found.add(message, locations=[(file, None)], context=context)
    for message in found:
        message.locations = sorted(set(message.locations))
        message.flags -= {"python-format", "python-brace-format"}
    return found


def _is_of_package(folder: str) -> bool:
    path = Path(folder)
    return path == PACKAGE or PACKAGE in path.parents


def written() -> Catalog:
    return read_po(BytesIO(SOURCE.read_bytes()), locale="da")


def messages(catalogue: Catalog) -> dict[tuple[str | None, object], object]:
    return {(m.context, m.id): m.string for m in catalogue if m.id}


def test_the_catalogue_holds_what_is_said_and_nothing_else():
    found, there = extracted(), written()
    if os.environ.get("GOLDEN") == "write":
        _write(found, there)
        there = written()

    assert messages(found).keys() - messages(there).keys() == set()
    assert messages(there).keys() - messages(found).keys() == set()
    assert not there.obsolete


def _write(found: Catalog, there: Catalog) -> None:
    known = messages(there)
    for message in found:
        if message.id:
            message.string = known.get((message.context, message.id), message.string)
    out = BytesIO()
    write_po(out, found, width=98, sort_output=True, omit_header=True, include_lineno=False)
    SOURCE.write_text(HEADER + out.getvalue().decode().strip() + "\n", encoding="utf-8")


def test_every_text_is_in_danish():
    fuzzy = [message.id for message in written() if message.id and message.fuzzy]
    empty = [key for key, said in messages(written()).items() if not all(forms(said))]

    assert (fuzzy, empty) == ([], [])


def forms(said: object) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ("",))


PLACE = re.compile(r"%\(\w+\)s|\{[^{}]*\}")


def places(text: str) -> list[str]:
    return sorted(PLACE.findall(re.sub(r"\{\{|\}\}", "", text)))


def test_every_danish_text_has_the_places_of_its_english():
    """Braces that are doubled are no places."""
    odd = []
    for (_context, english), danish in messages(written()).items():
        texts = list(zip(forms(english), forms(danish), strict=True))
        odd += [pair for pair in texts if places(pair[0]) != places(pair[1])]

    assert odd == []


COUNTED = re.compile(r"(?:\{(\w+)\}|%\((\w+)\)s) (?:of (?:the |these )?)?(\w+ )?(\w+s|criteria)\b")
"""A place, perhaps a word about it, and what may be a noun in the plural."""
NOT_COUNTED = frozenset(
    [
        "as",
        "applies",
        "comes",
        "decides",
        "does",
        "expects",
        "expires",
        "fills",
        "gets",
        "goes",
        "has",
        "is",
        "its",
        "lacks",
        "looks",
        "occurs",
        "rates",
        "recommends",
        "registers",
        "relates",
        "remains",
        "replaces",
        "requires",
        "stands",
        "stays",
        "sums",
        "takes",
        "this",
        "was",
        "grounds",
        "ratings",
    ]
)
"""Words in s after a place that is no number: what somebody does, or whose it is."""
NUMBERS = frozenset({"all", "count", "known", "limit", "num", "products", "total"})
"""Places that hold a number, whatever stands between them and the noun."""
NEVER_ONE = {
    # a limit or a constant of our own
    "Line {number} has more than {most} dots",
    "More than {limit} comments suppress findings; the rest have no effect.",
    "Only the first {count} findings of {name} are shown; there are more.",
    (
        "The acceptance of the deviation from {id} ({title}) ends {until}, more than {years} years "
        "after the decision."
    ),
    "The content is nested more than {limit} levels deep.",
    "The file has more than {limit} values; the rest is not read.",
    "The list {name} is so long that the criteria would take over {limit} answers.",
    "The rule has more than {limit} parts, including all the conditions that it uses.",
    (
        "The rules of the model have more than {limit} parts in total, including the conditions that "
        "they use."
    ),
    "There are more than {limit} files in the folder; only the last {limit} by name are read.",
    (
        "{name} is no key: it must be at least {count} letters, digits, hyphens or underscores, so "
        "that nobody guesses it."
    ),
    "{what} ({date}) is more than {years} years away from {day}.",
    # said only of several
    "At {level}, {count} of these {total} criteria are enough: {criteria}.",
    "The same reference documents {count} criteria ({criteria}): {value}",
    "The {count} products that the change affects are in annex {letter}.",
    "There are {count} letters; name a folder with --out, or one product.",
    "There are {count} products in {path}; name one, such as {first}.",
    "accepts the {count} deviations in annex {letter} through the proposed deadlines",
    (
        "asks {roles} to answer the {count} criteria without an answer by {until}, so that the level "
        "is settled"
    ),
    "the results of all {criteria} criteria are confirmed by others",
    "the results of the {criteria} criteria are not confirmed by others",
    (
        '{count} of {total} criteria of "{name}" are answered "not applicable" without a reason for '
        "each ({criteria})."
    ),
    (
        "{count} more criteria are only partly met, which does not stop the level; among them "
        "{titles}."
    ),
    '{level}: {count} criteria are answered "met" without evidence: {criteria}.',
    "{level}: {count} criteria are not answered: {criteria}.",
    # the script of the page has the text of one beside it
    "{count} products are shown.",
    "{n} fields are not saved.",
    # of a model, which has several of both
    (
        "The old model is {before} ({before_count} criteria at {before_levels} levels, {before_on}). "
        "The new model is {after} ({after_count} criteria at {after_levels} levels, {after_on})."
    ),
    (
        "{before} has {before_count} criteria at {before_levels} levels; the draft has {after_count} "
        "criteria at {after_levels}."
    ),
}
"""Texts with a count that are never said of one."""


def counts_without_one(english: str) -> bool:
    """Whether a text has a noun in the plural after a number."""
    return any(
        noun.lower() not in NOT_COUNTED and (not between or (place or num) in NUMBERS)
        for place, num, between, noun in COUNTED.findall(english)
    )


def test_what_is_counted_has_a_text_for_one():
    """By `ngettext`; a text that puts the noun before its number needs none."""
    alike = {english for _context, english in messages(written()) if isinstance(english, str)}

    assert {text for text in alike if counts_without_one(text)} == NEVER_ONE


@cache
def _code() -> list[tuple[str, ast.AST]]:
    files = sorted(PACKAGE.rglob("*.py"))
    return [
        (f.relative_to(PACKAGE).as_posix(), ast.parse(f.read_text(encoding="utf-8")))
        for f in files
    ]


def _calls(tree: ast.AST, *names: str) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]


FIXED = {"_": 1, "pgettext": 2, "ngettext": 2, "npgettext": 3}
"""How many of the first arguments are constant words, by the function."""


def _is_fixed(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_no_fixed_text_is_written_in_both_languages_in_code():
    pairs = [
        f"{file}:{call.lineno}"
        for file, tree in _code()
        if file not in ADDRESSES
        for call in _calls(tree, "Text")
        if len(call.args) == 2 and all(map(_is_fixed, call.args))
    ]

    assert pairs == []


def test_every_text_is_where_babel_finds_it():
    """Babel reads constant strings only, and none within an f-string."""
    unseen = []
    for file, tree in _code():
        within = {
            id(n)
            for each in ast.walk(tree)
            if isinstance(each, ast.JoinedStr)
            for n in ast.walk(each)
        }
        for call in _calls(tree, *FIXED):
            words = call.args[: FIXED[call.func.id]]
            fixed = all(isinstance(word, ast.Constant) for word in words)
            if id(call) in within or not (fixed or file == "site/template.py"):
                unseen.append(f"{file}:{call.lineno}")

    assert unseen == []


def test_every_text_in_code_is_in_the_catalogue():
    """Babel passes over a text in parentheses of its own within the call."""
    known = messages(written())
    lacking = []
    for _file, tree in _code():
        for call in _calls(tree, *FIXED):
            words = [word.value for word in call.args if isinstance(word, ast.Constant)]
            context = words.pop(0) if "pgettext" in call.func.id and words else None
            plural = tuple(words[:2]) if call.func.id.startswith("n") else None
            text = plural or (words[-1] if words else None)
            if text and (context, text) not in known:
                lacking.append(text)

    assert lacking == []


PO = (
    HEADER.encode()
    + """
msgid "Level"
msgstr "Niveau"

#, fuzzy
msgid "Guess"
msgstr "Gæt"

msgid "Empty"
msgstr ""

msgctxt "of a thing"
msgid "none"
msgstr "intet"

msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count} dag"
msgstr[1] "{count} dage"
""".encode()
)


@pytest.fixture
def small(monkeypatch):
    compiled = GNUTranslations(BytesIO(compile_catalogue(PO)))
    monkeypatch.setattr("os2governance.i18n.text.danish", lambda: compiled)


@pytest.mark.parametrize(
    ("english", "danish"),
    [("Level", "Niveau"), ("Guess", "Guess"), ("Empty", "Empty"), ("New", "New")],
)
def test_a_text_that_is_not_translated_is_said_in_english(small, english, danish):
    assert _(english) == Text(danish, english)


def test_a_context_tells_texts_apart(small):
    assert pgettext("of a thing", "none") == Text("intet", "none")
    assert _("none") == Text("none", "none")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ("{count} dage", "{count} days")),
        (1, ("{count} dag", "{count} day")),
        (2, ("{count} dage", "{count} days")),
    ],
)
def test_one_and_several(small, count, said):
    assert ngettext("{count} day", "{count} days", count) == said


def test_a_catalogue_compiles_to_the_same_bytes():
    assert compile_catalogue(PO) == compile_catalogue(PO)


def test_places_are_filled_in_both_languages():
    text = Text("{what} mangler i {file}", "{what} is missing in {file}")

    assert text.fill(what=Text("Et {krav}", "A {criterion}"), file="a.yaml") == (
        "Et {krav} mangler i a.yaml",
        "A {criterion} is missing in a.yaml",
    )
