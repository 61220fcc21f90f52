"""The engine holds no OS2 knowledge and no OS2 words, in Python, templates or catalogue.

No criterion, level, theme, fact or threshold is in the code; no role, title of a paper or sentence
about OS2 is in what people read. Those come from the model (`model.words`, its roles and texts).
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import os2governance
from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.i18n.text import LANGUAGES
from os2governance.i18n.translations import SOURCE
from os2governance.model.words import NEUTRAL_WORDS
from os2governance.rules.vocabulary import Fact

PACKAGE = Path(os2governance.__file__).parent
MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")


def paths(fact: Fact, prefix: str = "") -> Iterator[str]:
    for name, below in fact.fields.items():
        yield f"{prefix}{name}"
        yield from paths(below, f"{prefix}{name}.")
        yield from paths(below.element, "")


def words() -> set[str]:
    """Give all that is the model's to know: ids, names, fact paths and their longer steps."""
    known = {criterion.id for criterion in MODEL.criteria}
    known |= {criterion.title.da for criterion in MODEL.criteria}
    known |= {level.id for level in MODEL.levels if not level.id.isdecimal()}
    known |= {level.name.da for level in MODEL.levels}
    known |= {theme.id for theme in MODEL.themes}
    known |= {path for path in paths(MODEL.facts) if "." in path or "_" in path}
    known |= {path.split(".")[0] for path in paths(MODEL.facts) if "." in path}
    # Words of everybody's language, of the contract's JSON and of the publiccode.yml standard, which
    # a model may use as well.
    common = {"value", "board", "governance", "portfolio", "development", "operation"}
    return known - common - {"organisation"}


def strings(file: Path) -> Iterator[tuple[int, str]]:
    """Give the strings and names of a file, its docstrings left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in documentation:
                yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id


def test_no_word_of_the_model_is_in_the_package():
    known = words()
    found = [
        f"{file.relative_to(PACKAGE)}:{line}: {text}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for line, text in strings(file)
        if text in known
    ]

    assert found == []


def test_the_test_sees_what_it_looks_for():
    assert {"G6", "sandkasse", "organisation.steering_group", "formkrav"} <= words()


# -- what people read -------------------------------------------------------------------------

WORDS_OF_THE_MODEL = (
    "site_title", "site_tagline", "evaluator", "decider", "paper", "form", "report", "plan_for",
)  # fmt: skip
PAPERS = {"render/board/model_sentences.py", "render/board/product_sentences.py"}
"""Where sentences about a secretariat and a board are left; no file may be added."""


def names() -> set[str]:
    """What OS2 calls its bodies, papers and levels, without articles; levels with a name only."""
    texts = [getattr(MODEL.words, each) for each in WORDS_OF_THE_MODEL]
    texts += [text for role in MODEL.roles for text in (role.name, role.phrase)]
    texts += [level.name for level in MODEL.levels if not level.id.isdecimal()]
    said = {text.render(language).lower() for text in texts for language in LANGUAGES}
    return {re.sub("^the ", "", each) for each in said} | {"os2"}


OS2_PROSE = re.compile(
    rf"(?<![\w:/])(?:{'|'.join(sorted(map(re.escape, names()), key=len, reverse=True))})(?:s|n|ns)?(?![\w/])",
    re.IGNORECASE,
)


def templates() -> Iterator[tuple[str, str]]:
    """Give each template without its comments, which people do not read."""
    for file in sorted(PACKAGE.rglob("templates/*")):
        text = file.read_text(encoding="utf-8")
        yield str(file.relative_to(PACKAGE)), re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)


def catalogue() -> Iterator[tuple[str, str]]:
    """Give each fixed text in both languages, with the files that say it."""
    with SOURCE.open("rb") as file:
        for message in read_po(file, locale="da"):
            places = {place.removeprefix("os2governance/") for place, _ in message.locations}
            for said in (message.id, message.string):
                for text in (said,) if isinstance(said, str) else said or ():
                    yield " ".join(sorted(places)), text


def test_no_template_speaks_of_os2():
    found = [(file, hit.group()) for file, text in templates() for hit in OS2_PROSE.finditer(text)]

    assert found == []


def test_no_fixed_text_speaks_of_os2():
    found = [
        (places, text)
        for places, text in catalogue()
        if OS2_PROSE.search(text) and not (places and set(places.split()) <= PAPERS)
    ]

    assert found == []


def test_neutral_words_are_nobodys():
    texts = [getattr(NEUTRAL_WORDS, each) for each in WORDS_OF_THE_MODEL]

    assert not [t for t in texts for each in LANGUAGES if OS2_PROSE.search(t.render(each))]


@pytest.mark.parametrize(
    "text",
    [
        "The board's paper", "Til styregruppen.", "a JSON file from OS2's form", "Sekretariatets lys",
        "placeret i sandkassen", "How well are our shared products governed?",
    ],
)  # fmt: skip
def test_the_test_sees_os2_prose(text):
    assert OS2_PROSE.search(text)


@pytest.mark.parametrize(
    "text",
    ["os2governance site", "products/os2eksempel", "os2/1.1.0", "model:os2/1.1.0", "dashboard"],
)
def test_examples_of_names_are_no_prose(text):
    assert not OS2_PROSE.search(text)
