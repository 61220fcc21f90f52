"""Where references lead: closed places, places that may be, and front pages; each told once."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from os2governance.assessment.levels import assess
from os2governance.checks.claim_texts import list_answer_texts
from os2governance.checks.references import check_references
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.files.listing import find_shipped_criteria
from os2governance.product.reader import build_product
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library(find_shipped_criteria())
MODEL, _ = LIBRARY.model("os2/1.1.0")
HEAD = """\
format: os2governance/product/1
product: os2eksempel
name: OS2eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-05-01, by: Tovholderen}
"""
CLOSED = [
    "https://boks.os2.eu/apps/files/files/1?dir=/x",
    "https://boks.os2.eu/index.php/apps/files/1",
    "https://kommune.sharepoint.com/sites/x",
    "https://kommune.sharepoint.com/:w:/r/Sites/x/plan.docx",
    "https://airtable.com/appAbc1/tblAbc2/viwAbc3",
    "http://localhost:8080/doc",
    "http://192.168.1.10/x",
    "http://172.20.0.1",
    "https://intranet.kommune.dk/side",
    "http://wiki/side",
    "https://docs.kommune.local/x",
    "file:///C:/dokumenter/x.docx",
    r"\\server\drev\x.docx",
    r"F:\drev\x.docx",
]
ASKED = [
    "https://os2web.atlassian.net/jira/software/c/projects/X/boards/1",
    "https://kommune.sharepoint.com/:w:/t/x/IQabc",
    "https://1drv.ms/w/x",
]
OPEN = [
    "https://boks.os2.eu/s/Abc",
    "https://os2.eu/produkt/x",
    "https://github.com/OS2mo/os2mo/issues?q=localhost",
    "https://airtable.com/shrAbc",
    "https://airtable.com/appAbc/shrAbc/tblAbc",
    "https://os2web.atlassian.net/wiki/spaces/O/pages/1",
    "https://172.200.1.1/",
    "https://intranetportal.dk/",
    "https://os2.eu/?next=http://localhost",
    "Referat af 1. maj 2026",
    "https://sharepoint.example.dk/",
]
FRONT = [
    "https://os2.eu",
    "https://www.os2.eu/",
    "https://github.com/OS2eksempel",
    "https://www.skive.kommune.dk/",
]


def found(answers: dict, facts: str = "") -> list[tuple[str, str | None, str, int]]:
    """Give code, criterion, criteria named and line; answers are on a line each, behind facts."""
    lines = [
        f"  {name}: {yaml.safe_dump(said, default_flow_style=True, width=9999)}"
        for name, said in answers.items()
    ]
    text = HEAD + facts + ("answers:\n" + "".join(lines) if lines else "")
    sources = ProductFiles(product=FileContent("product.yaml", text.encode()))
    read, wrong = build_product(sources, LIBRARY)
    assert read, wrong
    declaration = assess(*read, as_of=date(2026, 5, 1)).declaration
    findings = check_references(declaration, list_answer_texts(declaration), MODEL.claim_phrases)
    return [
        (f.code, f.criterion, str(f.arguments["about"]).strip(" ()"), f.location.line)
        for f in findings
    ]


def met(*evidence, **more):
    return {"answer": "met", "evidence": list(evidence), **more}


@pytest.mark.parametrize("link", CLOSED)
def test_a_place_that_is_known_to_be_closed(link):
    assert found({"R1": met(link)}) == [("evidence-not-public", "R1", "R1", 8)]


@pytest.mark.parametrize("link", ASKED)
def test_a_place_that_may_be_closed_is_asked_about(link):
    assert found({"R1": met(link)}) == [("evidence-perhaps-private", "R1", "R1", 8)]


@pytest.mark.parametrize("link", OPEN)
def test_an_open_place(link):
    assert found({"R1": met(link)}) == []


@pytest.mark.parametrize("answer", ["unmet", "planned", "unknown"])
@pytest.mark.parametrize("link", [CLOSED[0], ASKED[0], FRONT[0]])
def test_nothing_is_asked_where_nothing_is_claimed(link, answer):
    assert found({"R1": {"answer": answer, "evidence": [link]}}) == []


def test_a_reference_of_several_criteria_is_told_once():
    answers = {
        "R1": met("http://localhost/a?x=1", note="Se http://localhost/a"),
        "F5": met("http://localhost/a/"),
        "F6": met("http://localhost/b"),
    }

    assert found(answers) == [
        ("evidence-not-public", "R1", "R1, F5", 8),
        ("evidence-not-public", "F6", "F6", 10),
    ]


def test_a_reference_among_the_facts_and_in_answers_is_told_once():
    facts = "facts:\n  ownership:\n    repositories:\n      - url: http://localhost/git\n"

    assert found({}, facts) == [("evidence-not-public", None, "", 10)]
    assert found({"F1": met("http://localhost/git")}, facts) == [
        ("evidence-not-public", "F1", "F1", 10)
    ]


@pytest.mark.parametrize("link", FRONT)
def test_a_front_page_shows_nothing_of_most_criteria(link):
    assert found({"F7": met(link)}) == [("evidence-front-page", "F7", "F7", 8)]
    assert found({"F7": met(link), "F12": met(link)}) == [
        ("evidence-front-page", "F7", "F7, F12", 8)
    ]
    assert found({"F7": met(link, f"{link.rstrip('/')}/docs/plan.md")}) == []
    assert found({"F1": met(link), "F10": met(link)}) == []


@pytest.mark.parametrize(
    "link",
    ["https://os2eksempel.dk/", "https://github.com/os2/eksempel", "https://os2.eu/eksempel"],
)
def test_a_page_of_the_product_is_no_front_page(link):
    assert found({"F7": met(link)}) == []


LINKS = st.sampled_from([*CLOSED, *ASKED, *OPEN, *FRONT])


@given(
    st.dictionaries(
        st.sampled_from([c.id for c in MODEL.criteria]), st.lists(LINKS, max_size=4), max_size=6
    )
)
def test_there_is_one_finding_for_each_place(links):
    findings = found({name: met(*each) for name, each in links.items()})
    places = {link for each in links.values() for link in each if link in {*CLOSED, *ASKED}}

    closed = [code for code, *_ in findings if code != "evidence-front-page"]
    assert len(closed) == len(places)
    assert closed.count("evidence-not-public") == len(places & set(CLOSED))
