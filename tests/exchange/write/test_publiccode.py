"""publiccode.yml of a declaration: what is declared, inert, and nothing that is invented."""

import re

import pytest
from documents_out import assessed, layout

from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.write.publiccode import render_publiccode

LAYOUT = layout("publiccode")
HOSTILE = [
    "a: b # c",
    "\x1b[31mx",
    "'\"",
    "- x\n- y",
    "{{ x }}",
    "\u202ex",
    "\x9b31mx",
    "\x7f",
    "\u2028",
    "null",
    "",
]


def values(data):
    document, findings = read_yaml(data, "publiccode.yml")
    assert findings == []
    return document.values


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_a_name_is_one_value_whatever_is_in_it(text):
    data, _ = render_publiccode(assessed({}, name=f"OS2 {text}"), LAYOUT, None, "-")
    own, _ = render_publiccode(assessed({}, name=f"OS2 {text}"), LAYOUT, b"x: 1\n", "p.yml")

    for made in (data, own):
        assert not re.search(r"[^\n -~\xa1-\xac\xae-\u1fff]", made.decode())
    written, changed = values(data), values(own)
    assert f"OS2 {text}" in str(written.values()) or f"OS2 {text}" in written.values()
    assert changed["x"] == 1
    assert {key: changed[key] for key in written} == written


def test_what_the_standard_asks_for_and_nobody_has_declared_is_found_and_not_written():
    data, findings = render_publiccode(assessed({}), LAYOUT, None, "-")

    names = {found.arguments["name"] for found in findings}
    assert {found.code for found in findings} == {"publiccode-incomplete"}
    assert names.isdisjoint(values(data))
    assert names <= {".".join(map(str, path)) for path in LAYOUT.file_values["required"]}


def test_comments_and_order_of_a_product_s_own_file_are_kept():
    own = b"# ours\nzeta: 1  # last\nalpha: 2\n"
    data, _ = render_publiccode(assessed({}), LAYOUT, own, "publiccode.yml")

    assert data.startswith(own.rstrip(b"\n"))


@pytest.mark.parametrize(
    ("own", "code"),
    [(b"a: [", "yaml-syntax"), (b"\xff", "not-utf8"), (b"a: &x 1\nb: *x\n", None)],
)
def test_a_file_that_cannot_be_changed_is_left_alone(own, code):
    data, findings = render_publiccode(assessed({}), LAYOUT, own, "publiccode.yml")

    assert data is None
    assert findings
    assert code in {None, findings[0].code}
    assert findings[0].location.file == "publiccode.yml"
