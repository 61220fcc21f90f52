"""What the text of a document states: proposed with its words, and only where it is plain."""

import sys
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.exchange.read.document import DocumentClaim, ImportedDocument
from os2governance.exchange.read.stated_facts import find_stated_facts, read_partial_date
from os2governance.findings.finding import Location
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.model import proposal_terms
from os2governance.model.model import Model
from os2governance.model.proposal_terms import read_proposal_terms
from os2governance.schema.linear_patterns import LinearPattern
from os2governance.workflows.disk_files import open_library

DAY = date(2026, 6, 30)
REPOSITORIES = "ownership.repositories"


@lru_cache(maxsize=2)
def model(version: str = "1.1.0") -> Model:
    return open_library().model(f"os2/{version}")[0]


def claim(name, text="", links=(), status="met"):
    return DocumentClaim(
        id=name, status=status, text=text, links=tuple(links), location=Location("x.md", 7)
    )


def document(*claims, kind="report", head=None, product="OS2eksempel", version="1.1.0"):
    return ImportedDocument(
        kind=kind,
        file="x.md",
        model="os2",
        version=version,
        product=product,
        on=DAY,
        by="",
        claims={each.id: each for each in claims},
        head=head or {},
    )


def stated(*claims, **more):
    found = find_stated_facts(document(*claims, **more), model(), DAY)
    return {".".join(each.path): each.value for each in found}


STATED = [
    (claim("F2", "Vi bruger MPL 2.0."), "ownership.licence", "MPL-2.0"),
    (claim("F2", "GPL3 licens"), "ownership.licence", "GPL-3.0"),
    (claim("F2", "GNU General Public License version 2"), "ownership.licence", "GPL-2.0"),
    (claim("F2", "MPL 2.0 til koden og CC-BY-SA-4.0 til resten"), "ownership.licence", "MPL-2.0"),
    (claim("F2", links=["https://github.com/os2eksempel/kode/blob/main/LICENSE"]), "ownership.licence_in_repository", True),
    (claim("G9", "Gennemført i maj 2018 af et firma."), "development.review.on", "2018-05"),
    (claim("G9", "Kodereview blev udført 12. marts 2024."), "development.review.on", "2024-03-12"),
    (claim("G9", "Reviewet er fra 2019."), "development.review.on", "2019"),
    (claim("G6", "Sidste styregruppemøde var 02-06-2026."), "organisation.steering_group.last_meeting", "2026-06-02"),
    (claim("R3", "52 kommuner anvender produktet."), "agreements.accession.signed_by", 52),
    (claim("G1", links=["https://www.os2.eu/os2eksempel"]), "portfolio.listed_at", "https://www.os2.eu/os2eksempel"),
    (claim("G1", links=["os2.eu/produkt/os2eksempel"], status="unmet"), "portfolio.listed_at", "https://os2.eu/produkt/os2eksempel"),
    (claim("F11", links=["https://github.com/os2eksempel/kode/issues/12"]), "development.issue_tracker.url", "https://github.com/os2eksempel/kode/issues"),
    (claim("F13", links=["https://eksempel.example/slides"]), "communication.presentation.reference", "https://eksempel.example/slides"),
    (claim("F20", links=["https://eksempel.example/a", "https://eksempel.example/vejledning"]), "documentation.training.reference", "https://eksempel.example/vejledning"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "fact", "value"), STATED)
def test_a_plain_statement_is_proposed(said, fact, value):
    assert stated(said)[fact] == value


def test_without_re2_the_same_is_proposed(monkeypatch):
    """Named groups of a pattern are asked for."""
    monkeypatch.setitem(sys.modules, "re2", None)
    uncached = proposal_terms.parse_proposal_terms.__wrapped__
    monkeypatch.setattr(proposal_terms, "parse_proposal_terms", lru_cache(uncached))
    terms, _ = read_proposal_terms(model())
    assert isinstance(terms.elsewhere[0], LinearPattern)

    for said, fact, value in STATED:
        assert stated(said)[fact] == value


SILENT = {
    "planned": claim("F13", links=["https://eksempel.example/slides"], status="planned"),
    "unmet": claim("F2", "MPL 2.0", status="unmet"),
    "unknown": claim("F2", "MPL 2.0", status="unknown"),
    "denied": claim("F2", "MPL 2.0 er endnu ikke besluttet."),
    "two licences": claim("F2", "Koden er under MPL 2.0, dele af den under GPL 3."),
    "no version": claim("F2", "GNU General Public License"),
    "no licence of software": claim("F2", "CC BY-SA 4.0"),
    "two numbers": claim("R3", "12 kommuner anvender det. I alt 14 kommuner bruger det."),
    "later than the document": claim("G9", "Review gennemført i juli 2026."),
    "before there was code": claim("G9", "Review gennemført i 1926."),
    "not reviewed": claim("G9", "Der er endnu ikke gennemført review, senest talt om i 2024."),
    "front page": claim("R2", links=["https://os2.eu"]),
    "list of all products": claim("G1", links=["https://os2.eu/produkter"]),
    "page of another product": claim("G1", links=["https://www.os2.eu/os2andet"]),
    "another's row": claim("F2", "OS2andet er under MPL 2.0."),
    "another's slides": claim("F13", links=["https://os2andet.example/slides"]),
    "strategy of the state": claim("S1", links=["https://www.os2.eu/os2s-vision-og-mission"]),
    "one change": claim("F4", links=["https://github.com/os2eksempel/kode/commit/abc"]),
    "members, no terms": claim("G6", links=["https://os2.eu/wiki/styregruppe"]),
    "no such criterion": claim("X1", "MPL 2.0", ["https://eksempel.example/slides"]),
}


@pytest.mark.parametrize("said", SILENT.values(), ids=SILENT)
def test_what_is_not_plain_proposes_nothing(said):
    assert stated(said) == {}


def test_a_text_without_an_answer_is_read():
    assert stated(claim("F2", "MPL 2.0", status=None)) == {"ownership.licence": "MPL-2.0"}


@pytest.mark.parametrize(
    ("links", "head", "urls"),
    [
        (["https://github.com/OS2eksempel"], {}, ["https://github.com/OS2eksempel"]),
        (["github.com/os2eksempel/"], {}, ["https://github.com/os2eksempel"]),
        ([], {"repository": ("<https://github.com/OS2eksempel>", 4)}, ["https://github.com/OS2eksempel"]),
        # the organisation gives way to the repositories in it, however they are written
        (["https://github.com/os2eksempel/a"], {"repository": ("https://github.com/OS2eksempel", 4)}, ["https://github.com/os2eksempel/a"]),
        (["https://github.com/os2eksempel/a", "https://github.com/OS2eksempel/A/", "https://github.com/os2eksempel/b"], {}, ["https://github.com/os2eksempel/a", "https://github.com/os2eksempel/b"]),
        (["https://github.com/os2eksempel/a/blob/main/README.md"], {}, None),
    ],
)  # fmt: skip
def test_the_repositories_are_one_list(links, head, urls):
    found = stated(claim("F1", links=links), head=head).get(REPOSITORIES)

    assert found == (urls and [{"url": url} for url in urls])


def test_the_criterion_that_asks_decides_and_not_its_id():
    """F13 and F14 changed places in November 2021."""
    links = ["https://eksempel.example/slides"]
    read = find_stated_facts(document(claim("F14", links=links)), model("2021-10-27"), DAY)

    assert [each.path for each in read] == [("communication", "presentation", "reference")]
    assert list(stated(claim("F14", links=links))) == ["communication.strategic.reference"]


def test_each_has_its_words_and_its_line():
    [found] = find_stated_facts(document(claim("F2", "Først. Så MPL 2.0. Sidst.")), model(), DAY)

    assert (found.words, found.location.line) == ("Så MPL 2.0.", 7)


def test_a_report_with_rows_of_another_product_is_read_only_where_it_names_its_own():
    copied = [claim(name, "OS2andet klarer det.") for name in ("F16", "F17", "F18")]
    own = claim("F1", links=["https://github.com/os2eksempel"])
    other = claim("F13", links=["https://example.org/slides"])

    assert list(stated(own, other)) == [REPOSITORIES, "communication.presentation.reference"]
    assert list(stated(own, other, *copied)) == [REPOSITORIES]


def test_an_evaluation_proposes_nothing():
    assert stated(claim("F2", "MPL 2.0"), kind="evaluation") == {}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2018", "2018"),
        ("maj 2018", "2018-05"),
        ("May 2018", "2018-05"),
        ("3. maj 2018", "2018-05-03"),
        ("17/08/2017", "2017-08-17"),
        ("2026-06", "2026-06"),
        ("jan. 2024", "2024-01"),
        ("12. okt. 2024", "2024-10-12"),
        ("1/5-2018", "2018-05-01"),
        ("ultimo 2023", "2023"),
        ("31. februar 2020", None),
        ("32/13/2020", None),
        ("", None),
    ],
)
def test_a_date_in_running_text_is_as_precise_as_it_is_written(said, day):
    assert read_partial_date(said) == day


@given(st.text(max_size=30))
def test_what_is_read_as_a_date_is_one(said):
    text = read_partial_date(said)

    assert text is None or parse_partial_date(text) is not None


WORDS = st.sampled_from(
    [
        "MPL 2.0",
        "GPL3",
        "ikke",
        "52 kommuner anvender",
        "maj 2018",
        "review",
        "os2andet",
        ".",
        "\n",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=8).map(" ".join)
LINKS = st.lists(
    st.sampled_from(
        [
            "https://github.com/os2eksempel/a",
            "http://[",
            "os2.eu/os2eksempel",
            "https://a.example/x",
        ]
    ),
    max_size=3,
)
CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from(["R3", "F1", "F2", "F11", "F13", "G1", "G9"]),
        TEXTS,
        LINKS,
        st.sampled_from(["met", "partly", "unmet", "planned", None]),
    ),
    max_size=6,
)


@given(CLAIMS)
def test_whatever_is_written_the_proposals_fit_the_vocabulary_and_stand_in_the_text(claims):
    read = document(*claims)
    for found in find_stated_facts(read, model(), DAY):
        values = found.value
        for step in reversed(found.path):
            values = {step: values}
        assert model().compiled_facts_schema.is_valid(values)
        there = [each.text for each in claims] + [link for each in claims for link in each.links]
        assert any(words in text for words in found.words.split("; ") for text in there)
