"""No page and no notice of the form speaks as a machine: no key, path, pattern, flag, or English."""

import re
from datetime import date
from html.parser import HTMLParser
from itertools import cycle

import pytest
from made_up_declarations import render_declaration
from web.conftest import DECLARED, Visitor, client_of

from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.web.build_form import build_form
from os2governance.workflows.disk_files import MODELS_ON_DISK

OS2 = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]
SPOKEN = {"aria-label", "title", "alt", "placeholder"}
PASSED = re.compile(r"publiccode\.yml|SECURITY\.md|https?://\S+")
"""What people outside call a file, and addresses that they have typed."""
MACHINE = {
    "key": re.compile(r"\b[a-z]{2,}_[a-z_]+\b|\b(?:facts|answers|declared|evaluated)\."),
    "path": re.compile(r"\b[\w-]+\.(?:yaml|yml|json|py|md)\b|(?:^|\s)\.{0,2}/\w"),
    "pattern": re.compile(r"[\\^$]|\(\?|\[a-z"),
    "flag": re.compile(r"(?:^|\s)--[a-z]"),
    "git": re.compile(r"\b(?:git|branch|gren|diff)\b"),
    "date": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
    "backtick": re.compile("`"),
    "English": re.compile(
        r"\b(?:the|with|this|must|should|answer|evidence|unmet|null|true|false|not|file|field"
        r"|page|save|error|warning)\b"
    ),
}
WRONG = ["én", "2024-02-30", "-5", "1.250,5,5", "javascript:alert(1)", "x" * 5000]


class Words(HTMLParser):
    """The words of a page: its text, and what its marks say to those who cannot see them."""

    def __init__(self):
        super().__init__()
        self.said, self._inside = [], []

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "style", "textarea"}:
            self._inside.append(tag)
        values = dict(attrs)
        if "file" in (values.get("class") or "").split():
            self._inside.append(tag)
        messages = (name for name in values if name.startswith("data-") and name != "data-tags")
        spoken = [*SPOKEN, *(name for name in messages if " " in (values[name] or ""))]
        self.said += [values[name] for name in spoken if values.get(name)]

    def handle_endtag(self, tag):
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data):
        if not self._inside and data.strip():
            self.said.append(data.strip())


def find_machine_words(html):
    """What of a page no coordinator would say, each with its kind."""
    words = Words()
    words.feed(html)
    return [
        (kind, said)
        for said in words.said
        for kind, pattern in MACHINE.items()
        if pattern.search(PASSED.sub("", said))
    ]


def strings(value):
    """All texts in the answer to a script, but those of fields, which people have typed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, below in value.items():
            if name not in {"version", "on_disk", "values", "tags", "stored", "text"}:
                yield from strings(below)
    elif isinstance(value, list):
        for below in value:
            yield from strings(below)


EVALUATED = """\
format: os2governance/evaluation/1
product: eksempel
model: os2/1.1.0
evaluated: {on: 2026-04-20, by: OS2-sekretariatet}
recommends: "1"
lights:
  R1: {light: unmet, grounds: "Vis det."}
  F2: {light: met, grounds: "Set."}
"""


def write_products(folder):
    """Products of several kinds: hand-made, made up and full, evaluated alone, and none at all."""
    for name, text in {
        "eksempel": DECLARED,
        "fuldt": render_declaration(OS2, 1).replace("eksempel1", "fuldt"),
        "andet": render_declaration(OS2, 2).replace("eksempel2", "andet"),
    }.items():
        (folder / name / "evaluations").mkdir(parents=True)
        (folder / name / "product.yaml").write_text(text, encoding="utf-8")
        evaluation = folder / name / "evaluations" / "2026-04-20.yaml"
        evaluation.write_text(EVALUATED.replace("eksempel", name), encoding="utf-8")
    (folder / "kun" / "evaluations").mkdir(parents=True)
    kept = folder / "kun" / "evaluations" / "2026-04-20.yaml"
    kept.write_text(EVALUATED.replace("eksempel", "kun"), encoding="utf-8")


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    folder = tmp_path_factory.mktemp("products")
    write_products(folder)
    return Visitor(client_of(folder, days=(date(2026, 11, 1),)))


@pytest.mark.parametrize("product", ["fuldt", "kun"])
@pytest.mark.parametrize("page", ["", "/papers", "/plan", "/evaluate", "/hand-in"])
def test_no_page_speaks_as_a_machine(several, product, page):
    text = several.open(f"/{product}{page}")

    assert several.status == 200
    assert find_machine_words(text) == []


@pytest.mark.parametrize("address", ["/", "/findes-ikke", "/eksempel/findes/ikke"])
def test_neither_does_the_front_page_nor_a_refusal(several, address):
    assert find_machine_words(several.open(address)) == []


def test_no_notice_at_a_field_speaks_as_a_machine(several):
    """What is typed comes back in the field alone; what is said of it is in people's words."""
    several.open("/andet")
    fields = build_form(OS2, {"facts": {"adopters": [{}]}}).fields()
    names = [name for name in fields if not name.startswith("facts.adopters")]
    typed = dict(zip(names, cycle(WRONG), strict=False))
    data = {"csrf": several.held("csrf"), "version": several.held("version"), "action": "try"}
    answer = several.client.post("/andet/field", data={**data, **typed})

    assert answer.status_code == 200, answer.text
    assert len(answer.json()["problems"]) > len(OS2.criteria)
    said = [text for text in strings(answer.json()) if not any(w in text for w in WRONG)]
    assert [found for text in said for found in find_machine_words(text)] == []
