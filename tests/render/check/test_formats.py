"""Each form of `check`: what is in it, and that what was typed stays text."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.inert import escape_command_markers, make_inert
from os2governance.i18n.text import as_text
from os2governance.render.check.formats import CHECK_FORMATS, load_formatter
from os2governance.render.check.github import list_summary_rows, render_job_summary
from os2governance.render.check.report import CheckResult, CheckTotals
from os2governance.render.check.sarif import build_artifact_location
from os2governance.render.common.source_path import NO_SOURCE_ROOT, SourceRoot, resolve_source_path
from os2governance.render.common.terminal import TextPage

SARIF = Path(__file__).parent / "sarif-schema-2.1.0.json"
HOSTILE = (
    "<script>alert(1)</script> | a | b | ::error file=x::y %0A::warning::z\r\n::error::w "
    "\x1b[31mred\x1b]8;;http://evil\x07 \u202ertl\u200b =cmd|' /C calc'!A0 [x](javascript:1) "
    "{0} ]]> &amp; \ud800 \x00 ``` $(id) `id` ${x} @team #1"
)
TOTALS = CheckTotals(
    as_of="2026-05-01", language="da", products=1, counts={"error": 1, "warning": 0}
)
PAGE = TextPage(100, False, "utf-8")

typed = st.text(max_size=40) | st.sampled_from([HOSTILE, *HOSTILE.split()])


def hostile(text, file="products/x/product.yaml"):
    found = make_finding("personal-data", Location(file, 1, 2), criterion=text, kind=as_text(text))
    return CheckResult(file=file, findings=(found,), texts={file: text})


def made(name, checked, totals=TOTALS):
    form = load_formatter(name, PAGE)
    totals = replace(totals, codes=["personal-data"])
    piece = form.item(checked, "da")
    text = form.head(totals) + piece + form.tail(totals)
    return text.encode(errors="backslashreplace").decode()


@given(typed, typed)
def test_json_and_gitlab_hold_one_finding_whatever_was_typed(text, file):
    said = json.loads(made("json", hostile(text, file)))
    (issue,) = json.loads(made("gitlab", hostile(text, file)))

    assert len(said["findings"]) == 1
    assert said["format"] == "os2governance/check/1"
    assert not [c for c in issue["description"] if not c.isprintable() and c != "\xa0"]
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys()


@given(typed, typed)
def test_sarif_holds_no_markup_and_only_valid_addresses(text, file):
    (result,) = json.loads(made("sarif", hostile(text, file)))["runs"][0]["results"]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert re.fullmatch(r"[A-Za-z0-9/._~%:-]*", where["uri"])
    unescaped = result["message"]["text"].replace("\\\\", "").replace("\\[", "").replace("\\]", "")
    assert "[" not in unescaped
    assert "{" not in result["message"]["text"].replace("{{", "")


@given(typed, typed)
def test_github_commands_are_one_to_a_line(text, file):
    lines = made("github", hostile(text, file)).split("\n")

    assert [line[:2] for line in lines] == ["::", ""]
    command, _, data = lines[0][2:].partition("::")
    assert re.fullmatch(r"warning file=[^,:]*,line=1,col=2,title=personal-data", command)
    assert not re.search("%(?!25|0A|0D|3A|2C)", lines[0])
    assert data.replace("\xa0", " ").isprintable()


@given(typed, typed)
def test_junit_is_xml_with_one_failing_test(text, file):
    tree = ET.fromstring(made("junit", hostile(text, file)))
    (case,) = tree.iter("testcase")

    shown = escape_command_markers(make_inert(resolve_source_path(file, NO_SOURCE_ROOT)))
    named = shown.encode("utf-8", "backslashreplace").decode()
    assert case.attrib == {"classname": "os2governance.check", "name": named}
    assert len(case) == 1
    assert len(case[0]) == 0


@pytest.mark.parametrize(
    ("fail_on", "told"),
    [
        ("error", {"failure": ["error"], "system-out": ["warning", "note"]}),
        ("warning", {"failure": ["error", "warning"], "system-out": ["note"]}),
        ("note", {"failure": ["error", "warning", "note"]}),
    ],
)
def test_a_test_of_junit_fails_where_the_check_does(fail_on, told):
    severities = ("error", "warning", "note")
    found = [
        make_finding("unanswered", Location("f", 1, 1), severity=s, id=s, title=s)
        for s in severities
    ]
    form = load_formatter("junit", PAGE, fail_on)
    suite = ET.fromstring(form.item(CheckResult(file="f", findings=found, texts={}), "da"))

    assert {
        each.tag: [line.split(": ")[1].split()[0] for line in each.text.splitlines()]
        for each in suite[0]
    } == {
        tag: [{"error": "fejl", "warning": "advarsel"}.get(each, each) for each in listed]
        for tag, listed in told.items()
    }
    assert suite.get("failures") == "1"
    none = ET.fromstring(form.item(CheckResult(file="f", findings=[], texts={}), "da"))
    assert none.get("failures") == "0"


COMMANDS = [
    "##[add-path]/x",
    "a ##vso[task.setvariable variable=PATH]b",
    "###[error]",
    "::error::x",
]


@pytest.mark.parametrize("form", CHECK_FORMATS)
@pytest.mark.parametrize("text", COMMANDS)
def test_nothing_typed_is_a_command_to_a_build_server(form, text):
    said = made(form, hostile(text, text))

    assert "##[" not in said
    assert "##vso[" not in said
    own = ("::error file=", "::warning file=", "::notice file=") if form == "github" else ()
    assert [x for x in said.splitlines() if x.startswith("::") and not x.startswith(own)] == []


@given(typed, typed)
def test_text_holds_nothing_that_moves_the_cursor(text, file):
    said = made("text", hostile(text, file))

    assert [c for c in said if not c.isprintable() and c != "\n"] == []


@given(typed)
def test_the_summary_is_a_table_of_one_row(text):
    found = [("warning", "personal-data", text, text)]
    said = render_job_summary(replace(TOTALS, counts={"warning": 1}), found)
    table = [line for line in said.splitlines() if line.startswith("|")]

    assert len(table) == 3
    assert table[2].count("|") == 5
    assert not re.search("[<>]", table[2])


def test_sarif_is_valid_by_the_official_schema():
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    whole = CheckResult(file="a b.yaml", findings=(*hostile(HOSTILE).findings,), texts={})
    for text in (
        made("sarif", whole),
        made("sarif", CheckResult(file="x", findings=(), texts={})),
    ):
        jsonschema.Draft7Validator(schema).validate(json.loads(text))


URIS = [
    ("products/x/product.yaml", {"uri": "products/x/product.yaml", "uriBaseId": "%SRCROOT%"}),
    ("a b#c%.yaml", {"uri": "a%20b%23c%25.yaml", "uriBaseId": "%SRCROOT%"}),
    ("/tmp/æ.yaml", {"uri": "file:///tmp/%C3%A6.yaml"}),
    ("x:y", {"uri": "x%3Ay", "uriBaseId": "%SRCROOT%"}),
    ("x\udcffy", {"uri": "x%FFy", "uriBaseId": "%SRCROOT%"}),
    ("x\udcfey", {"uri": "x%FEy", "uriBaseId": "%SRCROOT%"}),
]


@pytest.mark.parametrize(("file", "address"), URIS)
def test_where_a_file_is(file, address):
    assert build_artifact_location(file) == address


def test_fingerprints_stay_when_lines_above_come_and_go():
    def prints(lines, *numbers):
        findings = [
            make_finding("unanswered", Location("f", n, 1), id="A", title="") for n in numbers
        ]
        return CheckResult(
            file="f", findings=findings, texts={"f": "\n".join(lines)}
        ).build_fingerprints()

    one, two = prints(["a: 1", "b: 2"], 1, 2)
    assert one != two
    assert prints(["# new", "", "  a: 1", "b: 2"], 3, 4) == [one, two]
    assert prints(["a: 1", "b: 2"], 1, 1) == [one, f"{one}:2"]


GROUND = SourceRoot("/work/repo/sub", "/work/repo")
ADDRESSES = [
    ("products/x/product.yaml", "sub/products/x/product.yaml"),
    ("./a//b/../c.yaml", "sub/a/c.yaml"),
    ("../c.yaml", "c.yaml"),
    ("/work/repo/sub/../c.yaml", "c.yaml"),
    ("../../other/c.yaml", "/work/other/c.yaml"),
    ("/work/repository/c.yaml", "/work/repository/c.yaml"),
    ("", ""),
]


@pytest.mark.parametrize(("file", "said"), ADDRESSES)
def test_an_address_begins_at_the_root(file, said):
    assert resolve_source_path(file, GROUND) == said


def test_fingerprints_do_not_depend_on_how_a_path_is_written():
    def prints(file):
        found = make_finding("unanswered", Location(file, 1, 1), id="A", title="")
        return CheckResult(
            file=file, findings=[found], texts={file: "a: 1"}, source_root=GROUND
        ).build_fingerprints()

    assert prints("a.yaml") == prints("/work/repo/sub/a.yaml") == prints("../sub/./a.yaml")
    assert prints("a.yaml") != prints("../a.yaml")


def test_addresses_in_every_form_for_build_servers():
    def said(name):
        checked = replace(hostile("a: 1", "x/product.yaml"), source_root=GROUND)
        return made(name, checked, replace(TOTALS, source_root=GROUND))

    whole = "sub/x/product.yaml"
    (issue,) = json.loads(said("gitlab"))
    (result,) = json.loads(said("sarif"))["runs"][0]["results"]
    (found,) = json.loads(said("json"))["findings"]
    case = next(ET.fromstring(said("junit")).iter("testcase"))
    assert issue["location"]["path"] == whole
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == whole
    assert f"file={whole},line=1" in said("github")
    assert case.get("name") == whole
    assert f"{whole}:1:2: " in case[0].text
    assert found["file"] == "x/product.yaml"
    assert issue["fingerprint"] == found["fingerprint"]
    assert "\nx/product.yaml:1:2: " in f"\n{said('text')}"


def test_every_form_says_where_codes_are_explained():
    for name in CHECK_FORMATS:
        assert made(name, hostile("a")).count("docs/findings.md") >= 1, name
    for name in set(CHECK_FORMATS) - {"text"}:
        assert "docs/findings.md#personal-data" in made(name, hostile("a")), name
    assert "docs/findings.md#personal-data" in render_job_summary(
        TOTALS, [("note", "personal-data", "", "")]
    )
    assert "findings.md" not in load_formatter("text", PAGE).tail(TOTALS)


def test_a_summary_begins_with_the_gravest():
    found = [make_finding("unanswered", Location("f", n, 1), id="A", title="") for n in range(60)]
    found += [make_finding("yaml-key", Location("f", 99, 1))]
    kept = list_summary_rows(found, "da")

    assert len(kept) == 50
    assert kept[0][:3] == ("error", "yaml-key", "f:99:1")
    assert [each[2] for each in kept[1:]] == [f"f:{n}:1" if n else "f" for n in range(49)]


def test_a_summary_counts_one_as_one():
    one = replace(TOTALS, models=1, language="en")

    assert "Checked as of 2026-05-01: 1 product and 1 model." in render_job_summary(one, [])
    assert "0 products." in render_job_summary(replace(one, products=0, models=0), [])


def test_what_is_no_text_in_a_path_is_told_so_that_any_reader_takes_it():
    for byte in ("\udcff", "\udcfe"):
        (issue,) = json.loads(made("gitlab", hostile("a", f"x{byte}y/product.yaml")))
        assert (
            issue["location"]["path"]
            == f"x\\udc{byte.encode('utf-16-le', 'surrogatepass')[0]:x}y/product.yaml"
        )


def test_files_whose_names_are_no_text_are_several_artifacts():
    names = ("x\udcffy/product.yaml", "x\udcfey/product.yaml")
    totals = replace(TOTALS, provenance={"files": dict.fromkeys(names, "sha256:00")})
    said = json.loads(made("sarif", hostile("a", names[0]), totals))
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(said)
    addresses = {each["location"]["uri"] for each in said["runs"][0]["artifacts"]}

    assert addresses == {"x%FFy/product.yaml", "x%FEy/product.yaml"}


HIDDEN = "\x1b\x7f\x85\x9b\xad\u061c\u200b\u200f\u2028\u2029\u202e\u2066\ufeff\U000e0041"


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
@pytest.mark.parametrize("letter", HIDDEN)
def test_json_shows_nothing_that_a_terminal_would_not(name, letter):
    said = made(name, hostile(f"a{letter}[31m æøå", f"x{letter}y"))

    assert not [each for each in said if not each.isprintable() and each not in "\n\xa0"]
    assert "æøå" in said or name != "json"
    if name == "json":
        assert json.loads(said)["findings"][0]["file"] == f"x{letter}y"


def test_every_form_has_its_name():
    assert {name: bool(load_formatter(name, PAGE)) for name in CHECK_FORMATS} == dict.fromkeys(
        CHECK_FORMATS, True
    )
