"""What is exported is imported again as it was: answers, lights, texts, links, header."""

import re

import pytest
from documents_out import DAY, LAYOUTS, MODEL, assessed, layout
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.write.file_options import ProductFileOptions
from os2governance.exchange.write.product_file import build_product_file
from os2governance.exchange.write.report import render_governance_report
from os2governance.exchange.write.selfassessment_json import render_selfassessment_json
from os2governance.files.listing import find_shipped_criteria

pytest.importorskip("os2governance.exchange.read.detect", reason="nothing is imported here yet")
pytest.importorskip("markdown_it")

from os2governance.exchange.read.report import read_report
from os2governance.exchange.read.selfassessment_json import read_selfassessment_json
from os2governance.model.document_terms import read_document_terms

FILE = find_shipped_criteria() / "os2" / "documents.yaml"
WORDING, _ = read_document_terms(FILE.read_bytes(), "documents.yaml")
IDS = [criterion.id for criterion in MODEL.criteria]
ANSWERS = ["met", "partly", "unmet", "planned", "not_applicable", "unknown"]
# Mail addresses are left out on purpose, and a placeholder says nothing; all else comes back.
TEXT = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="@"), min_size=1, max_size=12
)
TEXTS = st.lists(TEXT, min_size=1, max_size=12).map(" ".join).map(lambda text: f"Ord {text} ord")
LINKS = st.lists(
    st.from_regex(r"https://[a-z]{2,8}\.dk/[A-Za-z0-9_.~?=()*-]{0,12}[a-z0-9]", fullmatch=True),
    max_size=2,
    unique=True,
)
SAID = st.tuples(st.sampled_from(ANSWERS), st.one_of(st.just(""), TEXTS), LINKS)
KEY = {"unmet": "explanation", "not_applicable": "reason"}


def without(text, links):
    """Give a text without the lines that are links only."""
    return "\n".join(line for line in text.split("\n") if line not in links)


def came_back(claims, given_answers):
    for name, (answer, text, links) in given_answers.items():
        claim = claims[name]
        assert claim.status == answer
        assert sorted(claim.links) == sorted(links)  # written as links before bare ones
        assert without(claim.text, links) == text


@given(st.dictionaries(st.sampled_from(IDS), SAID, max_size=8))
def test_a_governance_report(given_answers):
    answers = {
        name: {"answer": answer, KEY.get(answer, "note"): text, "evidence": links}
        for name, (answer, text, links) in given_answers.items()
    }
    text = render_governance_report(
        assessed(answers, aims_at="2"), layout("governance-report"), LAYOUTS.symbols
    )
    imported, findings = read_report(text.encode(), "r.md", WORDING)

    wanted = (
        {"import-level-found"} if answers else {"import-level-found", "import-nothing-answered"}
    )
    assert {f.code for f in findings} == wanted
    assert {name for name, claim in imported.claims.items() if claim.status} == set(answers)
    came_back(imported.claims, given_answers)
    assert (imported.kind, imported.version, imported.product) == (
        "report",
        "1.1.0",
        "OS2eksempel",
    )
    assert (str(imported.on), imported.by, imported.level) == ("2026-04-30", "Tovholderen", "2")


LIGHTS = ["met", "partly", "unmet", "not_applicable"]
PROSE = st.lists(st.one_of(TEXTS, TEXTS.map("- {}".format)), min_size=1, max_size=4).map(
    "\n\n".join
)


@pytest.mark.parametrize("name", ["0.9.2", "2026"])
@given(
    given_lights=st.dictionaries(
        st.sampled_from(IDS), st.tuples(st.sampled_from(LIGHTS), st.one_of(st.just(""), TEXTS))
    )
)
def test_an_evaluation(name, given_lights):
    lights = {
        id_: {"light": light, "grounds": text} for id_, (light, text) in given_lights.items()
    }
    evaluation = {
        "evaluated": {"on": "2026-04-01", "by": "Sekretariatet"},
        "lights": lights,
        "recommends": "sandkasse",
    }
    text = render_governance_report(
        assessed({}, evaluation=evaluation), layout("evaluation-report", name), LAYOUTS.symbols
    )
    imported, _ = read_report(text.encode(), "e.md", WORDING)

    for id_ in IDS:
        light, grounds = given_lights.get(id_, ("unmet", ""))  # OS2's count has no light for it
        assert (imported.claims[id_].status, imported.claims[id_].text) == (light, grounds)
    assert (imported.kind, str(imported.on), imported.level) == (
        "evaluation",
        "2026-04-01",
        "sandkasse",
    )


RATED = st.tuples(
    st.sampled_from(LIGHTS), st.one_of(st.just(""), TEXTS), st.one_of(st.just(""), TEXTS)
)


@pytest.mark.parametrize("name", ["0.9.2", "2026"])
@given(
    said=st.fixed_dictionaries(dict.fromkeys(IDS, RATED)),
    level=st.sampled_from(MODEL.level_ids),
    grounds=st.one_of(st.just(""), PROSE),
    summary=st.one_of(st.just(""), PROSE),
)
@settings(max_examples=15)
def test_a_published_evaluation_loses_nothing(name, said, level, grounds, summary):
    """What a file says is what it says after an export and an import."""
    ratings = {
        id_: {k: v for k, v in zip(("light", "grounds", "advice"), rating, strict=True) if v}
        for id_, rating in said.items()
    }
    evaluation = {
        "evaluated": {"on": "2026-04-01", "by": "OS2-sekretariatet"},
        "lights": ratings,
        "recommends": {"level": level, "grounds": grounds} if grounds else level,
        **({"summary": summary} if summary else {}),
    }
    text = render_governance_report(
        assessed({}, evaluation=evaluation), layout("evaluation-report", name), LAYOUTS.symbols
    )
    imported, findings = read_report(text.encode(), "e.md", WORDING)
    options = ProductFileOptions(
        product="os2eksempel", model=MODEL, level=imported.level, today=DAY, language="da"
    )
    values = read_yaml(build_product_file(imported, options), "e.yaml")[0].values

    assert [found.code for found in findings if found.severity != "note"] == []
    if name == "0.9.2":  # a table without a column for it has the advice after the grounds
        for rating in ratings.values():
            advice = rating.pop("advice", "")
            texts = [rating.get("grounds", ""), f"Anbefaling: {advice}" if advice else ""]
            rating.update({"grounds": "\n".join(filter(None, texts))} if any(texts) else {})
    told = {key: values.get(key) for key in ("lights", "recommends", "summary")}
    assert told == {key: evaluation.get(key) for key in told}
    assert (values["evaluated"]["on"], values["evaluated"]["by"]) == (
        "2026-04-01",
        "OS2-sekretariatet",
    )


def test_a_draft_is_a_draft_again():
    draft = {"declared": {"on": "2026-04-30", "by": "Tovholderen", "draft": True}}
    text = render_governance_report(
        assessed({}, **draft), layout("governance-report"), LAYOUTS.symbols
    )
    imported, _ = read_report(text.encode(), "r.md", WORDING)

    assert (imported.draft, imported.product) == (True, "OS2eksempel")


@given(st.dictionaries(st.sampled_from(IDS), SAID, max_size=8))
def test_the_form(given_answers):
    """Texts in the form are plain; the importer reads them as Markdown, so these have none."""
    plain = {
        name: (answer, re.sub(r"[^\w ]|_", "", text), links)
        for name, (answer, text, links) in given_answers.items()
    }
    answers = {
        name: {"answer": answer, KEY.get(answer, "note"): text, "evidence": links}
        for name, (answer, text, links) in plain.items()
    }
    text = render_selfassessment_json(
        assessed(answers), layout("self-assessment-json"), LAYOUTS.symbols
    )
    imported, _ = read_selfassessment_json(text.encode(), "f.json", WORDING)

    assert {n: c.status for n, c in imported.claims.items() if c.status} == {
        n: a[0] for n, a in plain.items()
    }
    assert imported.product == "OS2eksempel"
