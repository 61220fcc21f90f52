"""`schema`: each format's schema, and the product's with a model's own names."""

import json

import pytest

from os2governance.model.editor_schema import EDITOR_SCHEMAS


def test_without_a_name_the_formats_are_named(run):
    assert run("schema").stdout.split() == list(EDITOR_SCHEMAS)


@pytest.mark.parametrize("name", EDITOR_SCHEMAS)
def test_each_is_a_schema_in_both_languages(run, name):
    danish, english = (
        json.loads(run("schema", name, "--lang", each).stdout) for each in ("da", "en")
    )

    assert danish["$schema"] == english["$schema"]
    assert danish.keys() == english.keys()


def test_with_a_model_its_criteria_levels_and_facts_are_known(garden):
    plain = garden("schema", "product").stdout
    own = garden("schema", "product", "--model", "haven/2").stdout

    assert isinstance(json.loads(own), dict)
    for name in ("spire", "trae", "J3", "soil"):
        assert f'"{name}"' in own
        assert f'"{name}"' not in plain


@pytest.mark.parametrize(
    "arguments",
    [
        ["produkt"],
        ["\x1b[31m"],
        [""],
        ["model", "--model", "haven/2"],
        ["product", "--model", "x"],
        ["a", "b"],
    ],
)
def test_wrong_use(garden, arguments):
    result = garden("schema", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "\x1b" not in result.stderr
