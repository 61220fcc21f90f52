"""The API: the same bytes as the commands, for anything that may be posted."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from web.conftest import DECLARED

from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
TODAY = date(2026, 5, 1)
CODES = ["code", "severity", "message", "remedy", "file", "line", "column", "criterion"]


def served(criteria: Path | None = None) -> FastAPI:
    place = Workspace(
        folder=Path("/nowhere"),
        criteria=(criteria,) if criteria else (),
        today=lambda: TODAY,
        language="da",
    )
    clock = iter(range(10**9))
    guard = SecurityPolicy(
        hosts=LOOPBACK_HOSTS, token="", clock=lambda: float(next(clock)), language="da"
    )
    return build_server_app(place, guard)


def programs(criteria: Path | None = None) -> TestClient:
    return TestClient(served(criteria), base_url="http://127.0.0.1:8000")


CLIENT = programs()


def posted(folder: Path) -> dict[str, object]:
    log = folder / "decisions.yaml"
    said = {
        "declaration": (folder / "product.yaml").read_text(encoding="utf-8"),
        "evaluations": {
            each.name: each.read_text(encoding="utf-8")
            for each in (folder / "evaluations").glob("*.yaml")
        },
    }
    return said | ({"decisions": log.read_text(encoding="utf-8")} if log.exists() else {})


# -- one truth --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("product", ["brak", "kirsebaer", "rosenlund", "ulaeselig"])
@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("assess", ["assess", "product.yaml"]),
        ("check", ["check", "product.yaml"]),
        ("explain", ["explain", "product.yaml"]),
        ("explain?criterion=J1&criterion=V2", ["explain", "product.yaml", "J1", "V2"]),
        ("next", ["next", "product.yaml"]),
        ("next?level=trae", ["next", "product.yaml", "--level", "trae"]),
    ],
)
def test_what_is_posted_is_answered_as_the_command_answers_the_files(
    run, monkeypatch, tmp_path, product, question, arguments, language
):
    folder = tmp_path / product  # in no repository, as what is posted
    shutil.copytree(GARDEN / "products" / product, folder)
    monkeypatch.chdir(folder)
    usual = ["--format", "json", "--lang", language, "--as-of", "2026-05-01"]
    printed = run(*arguments, *usual, "--criteria", GARDEN / "criteria")

    client = programs(GARDEN / "criteria")
    address = f"/api/v1/{question}{'&' if '?' in question else '?'}lang={language}"
    answer = client.post(address, json=posted(folder))

    assert printed.stdout_bytes
    assert answer.content == printed.stdout_bytes
    usable = product != "ulaeselig" or question in {"assess", "check"}
    assert answer.status_code == (200 if usable else 422)


@pytest.mark.parametrize("criteria", [None, GARDEN / "criteria"])
@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("models", ["criteria", "list", "--format", "json"]),
        ("models/{model}", ["criteria", "list", "{model}", "--format", "json"]),
        (
            "models/{model}/criteria/{criterion}",
            ["criteria", "show", "{criterion}", "--model", "{model}", "--format", "json"],
        ),
        ("models/{model}/schema", ["schema", "product", "--model", "{model}"]),
        ("schemas/evaluation", ["schema", "evaluation"]),
    ],
)
def test_models_and_formats_are_as_the_commands_show_them(run, criteria, question, arguments):
    client = programs(criteria)
    model = client.get("/api/v1/models").json()["models"][-1]["model"]
    criterion = client.get(f"/api/v1/models/{model}").json()["criteria"][0]["id"]
    asked = {"model": model, "criterion": criterion}
    more = ["--criteria", criteria] if criteria else []
    printed = run(*(each.format(**asked) for each in arguments), *more)

    assert printed.exit_code == 0
    assert client.get(f"/api/v1/{question.format(**asked)}").content == printed.stdout_bytes


def test_a_declaration_may_be_json():
    declared = {
        "format": "os2governance/product/1",
        "product": "eksempel",
        "name": "Eksempel",
        "kind": "product",
        "model": "os2/1.1.0",
        "declared": {"on": "2026-04-01", "by": "Styregruppen"},
        "facts": {},
        "answers": {},
    }
    answer = CLIENT.post("/api/v1/assess", json={"declaration": json.dumps(declared, indent=2)})

    assert [each["product"] for each in answer.json()["products"]] == ["eksempel"]
    assert answer.json()["unreadable"] == []


def test_the_day_is_the_one_that_is_asked_for():
    asked = {"declaration": DECLARED}
    assert CLIENT.post("/api/v1/assess", json=asked).json()["as_of"] == "2026-05-01"
    later = CLIENT.post("/api/v1/assess?as_of=2030-01-01", json=asked)
    assert later.json()["as_of"] == "2030-01-01"


def test_nothing_that_is_posted_is_stored(folder, tmp_path):
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    place = Workspace(folder=folder, criteria=(), today=lambda: TODAY, language="da")
    guard = SecurityPolicy(hosts=LOOPBACK_HOSTS, token="", clock=lambda: 0.0, language="da")
    client = TestClient(build_server_app(place, guard), base_url="http://127.0.0.1:8000")

    assert client.post("/api/v1/check", json={"declaration": DECLARED}).status_code == 200
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


# -- what cannot be answered ------------------------------------------------------------------

OWN = {"declaration": DECLARED}


@pytest.mark.parametrize(
    ("question", "body", "status", "message"),
    [
        ("assess", {}, 422, "Forespørgslens »body« har ingen af et produkts filer."),
        ("assess", {**OWN, "extra": 1}, 422, "Forespørgslens »body.extra« er ukendt."),
        ("assess", {"declaration": 1}, 422, "Forespørgslens »body.declaration« har ikke den form"),
        ("assess", [], 422, "Forespørgslens »body« har ikke den form"),
        ("assess", {**OWN, "evaluations": {"../x.yaml": ""}}, 422, "Forespørgslens »body.eval"),
        ("assess", {**OWN, "evaluations": {"x.txt": ""}}, 422, "Forespørgslens »body.evaluations"),
        (
            "assess",
            {**OWN, "evaluations": {f"{number}.yaml": "" for number in range(101)}},
            422,
            "Forespørgslens »body.evaluations« har ikke den form",
        ),
        ("assess?asof=2026-01-01", OWN, 422, "Forespørgslens »query.asof« er ukendt."),
        ("assess?as_of=2026-02-30", OWN, 422, "Forespørgslens »query.as_of« har ikke den form"),
        ("assess?as_of=20260101", OWN, 422, "Forespørgslens »query.as_of« har ikke den form"),
        ("assess?as_of=0", OWN, 422, "Forespørgslens »query.as_of« har ikke den form"),
        ("assess?lang=sv", OWN, 422, "Forespørgslens »query.lang« har ikke den form"),
        ("assess?lang=en&x=1", OWN, 422, "The request's 'query.x' is unknown."),
        ("explain?criterion=R99", OWN, 422, "»R99« findes ikke her"),
        ("next?level=sandkase", OWN, 422, "»sandkase« findes ikke her; mente du »sandkasse«?"),
        ("nothing", OWN, 404, "»/api/v1/nothing« findes ikke her. (/api/v1/openapi.json)"),
        ("schemas", OWN, 405, "Forespørgslens »POST« kan ikke"),
        ("not/this/at/all", OWN, 404, "»/api/v1/not/this/at/all« findes ikke her"),
    ],
)
def test_a_question_that_is_none_is_told_where_it_is_wrong(question, body, status, message):
    answer = CLIENT.post(f"/api/v1/{question}", json=body)

    assert answer.status_code == status
    found = answer.json()["findings"]
    assert found[0]["message"].startswith(message)
    assert all(list(each) == CODES for each in found)


@pytest.mark.parametrize(
    "path",
    [
        "models/os2/9.9",
        "models/..%2f..%2fetc/passwd",
        "models/%2e%2e/%2e%2e",
        "models/os2/1.1.0/criteria/R99",
        "models/os2/9.9/criteria/R1",
        "models/os2/9.9/schema",
        "schemas/..%2fproduct",
        "schemas/nothing",
        "models/%00/%00",
    ],
)
def test_only_names_that_are_listed_can_be_asked_for(path):
    answer = CLIENT.get(f"/api/v1/{path}")

    assert answer.status_code == 404
    assert [found["code"] for found in answer.json()["findings"]] == ["request-unknown"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"),
        (b'{"declaration', "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b'{"declaration": "\\ud800"}', "application/json"),
        (b'{"\\ud800": "\\ud800"}', "application/json"),
        (b'{"declaration": "", "evaluations": {"\\ud800": ""}}', "application/json"),
        (b'{"declaration": NaN}', "application/json"),
        (b'{"declaration": ' + b"9" * 5000 + b"}", "application/json"),
        (b'{"declaration": "x"}', "text/plain"),
        (b'{"declaration": "x"}', "application/x-www-form-urlencoded"),
        (b"declaration=x", "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_question_is_refused_with_findings(body, kind):
    answer = CLIENT.post("/api/v1/explain", content=body, headers={"content-type": kind})

    assert answer.status_code in {400, 422}
    assert answer.json()["findings"]


HOSTILE = [
    "",
    "\x00",
    "\ufeff",
    "- a",
    "a: &a [*a]",
    "a: !!python/object:os.system x",
    "a: 1\na: 2",
    "{" * 3000,
    "x" * (1 << 20) + "y",
    DECLARED.replace("eksempel", "<script>alert(1)</script>"),
    DECLARED.replace("os2/1.1.0", "../../../etc/passwd"),
    DECLARED.replace("os2/1.1.0", "os2/1.1.0/../1.0"),
    DECLARED.replace("2026-04-01", "9999-12-31"),
    DECLARED.replace("2026-04-01", "0001-01-01"),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("question", ["assess", "check", "explain", "next"])
@pytest.mark.parametrize("day", ["0001-01-01", "2026-05-01", "9999-12-31"])
def test_what_is_hostile_is_answered_with_findings(question, text, day):
    for body in (
        {"declaration": text},
        {"declaration": DECLARED, "evaluations": {"2026-01-01.yaml": text}, "decisions": text},
    ):
        answer = CLIENT.post(f"/api/v1/{question}?as_of={day}", json=body)

        assert answer.status_code in {200, 422}, answer.text[:500]
        assert isinstance(answer.json()["findings"], list)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"


@settings(max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["assess", "check", "explain", "next"]))
def test_any_text_is_answered(text, question):
    answer = CLIENT.post(
        f"/api/v1/{question}",
        json={"declaration": text, "evaluations": {"a.yaml": text}, "decisions": text},
    )

    assert answer.status_code in {200, 422}
    assert "findings" in answer.json()
