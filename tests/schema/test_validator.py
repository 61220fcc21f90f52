"""Schema errors in plain words: where, what, and what was meant; all of them at once."""

from urllib.parse import urlsplit

import jsonschema
import pytest

from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE
from os2governance.schema.read import read_schema
from os2governance.schema.validator import LONG_LIST_LENGTH, CompiledSchema, find_schema_problem

PRODUCT, EVALUATION, DECISION_LOG = map(read_schema, ("product", "evaluation", "decisions"))
MODEL, CRITERIA = map(read_schema, ("model", "criteria"))

SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "pattern": r"\S"},
        "on": {"type": ["string", "null"], "format": "date"},
        "at": {"type": "string", "format": "uri"},
        "kind": {"enum": ["red", "green"]},
        "form": {"const": "x/1"},
        "count": {"type": "integer", "minimum": 1, "maximum": 9},
        "list": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/part"}},
    },
    "$defs": {
        "part": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"colour": {"type": "string"}},
        }
    },
}

WRONG = [
    ("unknown key", "name: a\nnmae: b\n", "unknown-key", (2, 1), "'nmae' is unknown; did you mean 'name'?"),
    ("unknown key below a reference", "name: a\nlist:\n- color: b\n", "unknown-key", (3, 3), "'color' is unknown; did you mean 'colour'?"),
    ("unknown key like nothing", "name: a\nzzz: b\n", "unknown-key", (2, 1), "'zzz' is unknown"),
    ("missing key", "count: 1\n", "missing-key", (1, 1), "The key 'name' is missing"),
    ("wrong type", "name: [a]\n", "wrong-type", (1, 7), "'name' must be a text, but is a list."),
    ("a number for a text", "name: 1.1\n", "wrong-type", (1, 7), "'name' must be a text, but is 1.1."),
    ("null that may not be", "name: null\n", "wrong-type", (1, 7), "'name' must be a text, but is null."),
    ("blank", "name: ' '\n", "out-of-bounds", (1, 7), "'name' must not be blank, but is \" \"."),
    ("blank choice", "name: a\nkind: ''\n", "wrong-choice", (2, 7), "'kind' cannot be \"\""),
    ("no choice", "name: a\nkind: rde\n", "wrong-choice", (2, 7), "'kind' cannot be rde; did you mean 'red'?"),
    ("other format line", "name: a\nform: x/2\n", "wrong-choice", (2, 7), "'form' cannot be x/2; did you mean 'x/1'?"),
    ("no date", "name: a\non: 2026-02-30\n", "wrong-format", (2, 5), "'on' must be a date (2026-05-01), but is 2026-02-30."),
    ("no address", "name: a\nat: os2.eu\n", "wrong-format", (2, 5), "'at' must be a whole web address (https://…), but is os2.eu."),
    ("too little", "name: a\ncount: 0\n", "out-of-bounds", (2, 8), "'count' must be at least 1, but is 0."),
    ("too much", "name: a\ncount: 10\n", "out-of-bounds", (2, 8), "'count' must be at most 9, but is 10."),
    ("too few", "name: a\nlist: []\n", "out-of-bounds", (2, 7), "'list' must have 1 item or more, but is a list."),
]  # fmt: skip


def findings(text, schema=SCHEMA):
    document, wrong = read_yaml(text.encode(), "f")
    assert wrong == []
    return CompiledSchema(schema).find_violations(document, document.values)


@pytest.mark.parametrize(
    ("text", "code", "place", "says"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_one_fault(text, code, place, says):
    [found] = findings(text)

    assert (found.code, found.location[1:]) == (code, place)
    assert says in found.message.en
    assert found.message.da != found.message.en
    assert found.remedy.en


def test_all_faults_at_once():
    found = findings("nmae: a\nkind: blue\ncount: x\nlist: [{a: 1}, 2]\n")

    assert sorted(f.code for f in found) == [
        "missing-key",
        "unknown-key",
        "unknown-key",
        "wrong-choice",
        "wrong-type",
        "wrong-type",
    ]


def test_a_number_that_should_be_text_is_told_to_be_quoted():
    [found] = findings("name: 1.1\n")

    assert found.remedy.en == "Fix the value. Put quotation marks around the value."


def test_what_fits_has_no_findings():
    assert findings("name: a\non: null\nlist: [{colour: red}]\n") == []


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "no type"},
        {"$ref": "https://example.org/schema"},
        {"$ref": "file:///etc/passwd"},
        {"pattern": "("},
        {"pattern": "(a+)+(?=b)"},
    ],
)
def test_a_schema_that_cannot_be_used_is_told_why(schema):
    assert find_schema_problem(schema)


@pytest.mark.parametrize("schema", [MODEL, CRITERIA, PRODUCT, EVALUATION, DECISION_LOG])
def test_our_schemas_are_valid_by_a_validator_that_is_not_ours(schema):
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("text", [row[1] for row in WRONG], ids=[row[0] for row in WRONG])
def test_another_validator_finds_the_same_keywords(text):
    document, _ = read_yaml(text.encode(), "f")
    checker = jsonschema.FormatChecker(["date"])
    checker.checks("uri")(lambda text: bool(urlsplit(str(text)).scheme))
    theirs = jsonschema.Draft202012Validator(SCHEMA, format_checker=checker)

    assert len(list(theirs.iter_errors(document.values))) == len(findings(text))


LONG = "name: a\nlist:\n" + "- {colour: red}\n" * (LONG_LIST_LENGTH + 5)


def shaped(text):
    document, _ = read_yaml(text.encode(), "f")
    return CompiledSchema(SCHEMA).find_violations(document, document.values)


def test_long_lists_are_validated_to_their_end():
    places = [each.location for each in shaped(f"{LONG}- {{colour: 1}}\n- {{}}\n- 2\n")]

    assert [(place.line, place.column) for place in places] == [(1008, 12), (1010, 3)]


def test_what_is_wrong_with_a_long_list_as_a_whole_is_told():
    schema = {"properties": {"list": {"type": "array", "maxItems": LONG_LIST_LENGTH + 1}}}
    document, _ = read_yaml(LONG.encode(), "f")
    [found] = CompiledSchema(schema).find_violations(document, document.values)

    assert (found.code, found.location.line) == ("out-of-bounds", 3)


class Watched:
    """A validator that notes how many elements it is given at once."""

    def __init__(self, validator):
        self.validator, self.sizes = validator, []
        self.is_valid = validator.is_valid

    def iter_errors(self, values):
        self.sizes.append(len(values["list"]))
        return self.validator.iter_errors(values)


def test_never_are_the_errors_of_more_than_a_part_held():
    shape = CompiledSchema(SCHEMA)
    shape._validator = watched = Watched(shape._validator)
    document, _ = read_yaml(b"name: a\nlist: [" + b"1, " * 3 * LONG_LIST_LENGTH + b"]\n", "f")
    found = shape.find_violations(document, document.values)

    assert [each.code for each in found] == ["wrong-type"] * (MAX_FINDINGS_PER_CODE + 1)
    assert watched.sizes == [LONG_LIST_LENGTH] * 3
