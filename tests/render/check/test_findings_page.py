"""The pages of all findings: whole in both languages, and each example of them true."""

import json
import re
import shlex
from pathlib import Path

import build_findings_pages
import pytest
from finding_examples import (
    BASE,
    EXAMPLES,
    TOLD,
    changed,
    command,
    excerpt,
    lay,
    lay_example,
    shown,
    usual,
)

from os2governance.findings.catalogue import CATALOGUE
from os2governance.i18n.text import LANGUAGES
from os2governance.render.check.findings_page import FindingExample, render_findings_page
from os2governance.render.check.report import DOCUMENTATION

OTHER = {"da": "en", "en": "da"}
SOME = ["planned", "model-missing", "request-token", "findings-left-out", "import-no-model"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", SOME)
def test_an_example_is_shown_in_the_language_of_the_page(
    code, language, run, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    text = render_findings_page({code: shown(code, run, tmp_path, language)}, BASE, language)
    entry = CATALOGUE[code]
    own, other = entry.rationale.render(language), entry.rationale.render(OTHER[language])

    assert f": {own}\n" in text
    assert other not in text
    assert f"--lang {language} " in text or "http" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_built_into_a_folder(language, tmp_path, monkeypatch):
    monkeypatch.setattr(build_findings_pages, "CATALOGUE", ["unanswered", "file-changed"])

    build_findings_pages.main(tmp_path)

    page = (tmp_path / build_findings_pages.PAGES[language]).read_text(encoding="utf-8")
    assert "$ os2governance check products" in page
    assert TOLD["file-changed"].render(language).replace("`", "") in page.replace("`", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_provokes_its_finding_with_dates_in_words(
    code, language, run, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    said = shown(code, run, tmp_path, language).output

    assert code in said
    if code not in OF_WRITTEN_DATES and not EXAMPLES[code].get("request"):
        assert [line for line in said.splitlines() if shows_machine_date(line)] == []


OF_WRITTEN_DATES = {
    "decide-accepts-without-end": "the option is shown as it is typed",
    "decide-accepts-without-grounds": "the option is shown as it is typed",
    "import-date-from-name": "the name of the document has the date",
    "import-date-unreadable": "how a date is written",
    "import-no-date": "the option is shown as it is typed",
    "silence-date": "how a date is written",
    "wrong-format": "a date as it is written, and how to write it",
}
"""The findings that show a date as files have it, and why."""


def shows_machine_date(line):
    """Whether a line has an ISO date outside the source, quotation marks and names of files and models."""
    if "│" in line:
        return False
    named = re.sub(r"['»][^'«]*['«]|\S+\.ya?ml\S*|\w+/\S+", "", line)
    return bool(re.search(r"\d{4}-\d\d-\d\d", named))


CHECKED = [
    code
    for code, example in EXAMPLES.items()
    if command(example).startswith("check") and not example.get("request")
]


@pytest.mark.parametrize("code", CHECKED)
def test_a_comment_silences_what_the_page_says(code, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    example = EXAMPLES[code]
    files = changed(example)
    lay_example(tmp_path, example, files)
    words = shlex.split(command(example))
    words += [f"--{name}={value}" for name, value in usual(words, files).items()]
    places = found_at(code, run(*words, "--format", "json"))
    file, line = places[0]
    can = Path(file).is_file() and not file.endswith(".json") and code not in CHANGED_BY_A_COMMENT
    if can:
        lines = Path(file).read_text(encoding="utf-8").split("\n")
        above = lines[line - 1] if line <= len(lines) else ""
        indent = " " * (len(above) - len(above.lstrip()))
        lines.insert(line - 1, f"{indent}# os2governance: ignore[{code}] en grund")
        Path(file).write_text("\n".join(lines), encoding="utf-8")
    left = found_at(code, run(*words, "--format", "json"))
    in_product = file.endswith("product.yaml")
    wanted = {"anywhere": True, "nowhere": False, "in the record": not in_product}

    assert (len(left) < len(places)) == wanted[CATALOGUE[code].suppressible]


CHANGED_BY_A_COMMENT = {
    "not-utf8": "the bytes are kept as they are",
    "record-corrected": "the decision holds the hash of the file that it corrected",
}
"""The findings in whose file no comment can be written, and why."""


def found_at(code, result):
    found = json.loads(result.stdout)["findings"]
    return [(each["file"], each["line"] or 1) for each in found if each["code"] == code]


def test_only_what_check_finds_is_silenced():
    of_others = {code for code in CATALOGUE if CATALOGUE[code].suppressible == "not of check"}

    assert of_others.isdisjoint(CHECKED)
    of_the_record = {code for code in EXAMPLES if command(EXAMPLES[code]).startswith("log")}
    assert EXAMPLES.keys() - of_others - of_the_record == set(CHECKED)


def test_there_is_nothing_to_say_of_the_folder_that_examples_change(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, BASE)
    usual = ["--criteria", "criteria", "--as-of", "2026-05-01", "--lang", "en"]

    products = run("check", "products", *usual)
    model = run("check", "criteria/kitchen/1", *usual)

    assert products.output.endswith("1 product. Findings: none.\n")
    assert "error" not in model.output
    assert "warning" not in model.output
    assert run("criteria", "test", "--mutate", "criteria/kitchen/1").exit_code == 0


def test_every_code_has_an_example_or_is_told():
    assert EXAMPLES.keys() & TOLD.keys() == set()
    assert EXAMPLES.keys() | TOLD.keys() == CATALOGUE.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_heading_where_links_lead_and_its_place_in_the_index(language):
    text = render_findings_page({}, {}, language)

    assert [code for code in CATALOGUE if f"\n## {code}\n" not in text] == []
    assert [code for code in CATALOGUE if text.count(f"[{code}](#{code})") != 1] == []
    assert DOCUMENTATION.endswith("docs/findings.md")


def test_what_an_example_holds_cannot_end_its_block():
    example = FindingExample(
        before={}, after={"a.yaml": "```\n## not a heading\n"}, command="check", output="````"
    )

    text = render_findings_page({"not-utf8": example}, {}, "en")

    assert "`````console\n$ os2governance check\n````\n`````\n" in text
    assert "````diff\n" in text


def test_a_request_stands_in_place_of_a_command_and_git_is_told_of():
    asked = FindingExample(request="GET / HTTP/1.1", output="HTTP/1.1 401")
    change = FindingExample(
        before={"a.yaml": "a\n"}, after={"a.yaml": "b\n"}, command="check", committed=True
    )

    text = render_findings_page({"request-token": asked, "record-rewritten": change}, {}, "en")

    folder = "[the folder of the examples](#the-folder-of-the-examples)"
    assert f"Example, in {folder}:\n\n```http\nGET / HTTP/1.1\n\nHTTP/1.1 401\n```\n" in text
    assert f"Example, in a git repository that contains {folder} unchanged:\n\n```diff\n" in text
    assert "$ os2governance" not in text.partition("\n## request-token\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("language", "title"), [("en", "The folder of the examples"), ("da", "Eksemplernes mappe")]
)
def test_the_folder_that_examples_begin_in_is_told_at_the_top_and_is_there(language, title):
    text = render_findings_page({}, {}, language)
    top = text.partition("\n## ")[0]

    assert f"](#{title.lower().replace(' ', '-')})" in top
    assert "COLUMNS=96" in top
    assert f"\n## {title}\n" in text


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("unanswered", ["- Suppress: `# os2governance: ignore[unanswered] the reason`"]),
        ("record-rewritten", ["- Suppress: no comment applies", "- Ignore: not possible"]),
        (
            "level-unsettled",
            ["- Suppress: no comment applies", "- Ignore: `--ignore level-unsettled`"],
        ),
        ("yaml-syntax", ["- Suppress: no comment applies", "- Ignore: not possible"]),
        ("verify-count", []),
    ],
)
def test_an_entry_says_how_its_code_is_suppressed_and_ignored(code, how):
    text = render_findings_page({}, {}, "en")
    entry = text.partition(f"\n## {code}\n")[2].partition("\n## ")[0]
    lines = [line for line in entry.splitlines() if line.startswith(("- Suppress", "- Ignore"))]

    assert all(line.startswith(start) for line, start in zip(lines, how, strict=True))


@pytest.mark.parametrize("code", ["planned", "model-missing", "acceptance-ends-soon"])
def test_the_command_that_is_shown_is_the_one_that_is_run(code, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    example = shown(code, run, tmp_path)
    said = run(*shlex.split(example.command), COLUMNS="96").output

    assert example.output.splitlines()[0] in said.splitlines()
    assert re.search(r"\.yaml", example.output.splitlines()[0] + example.output.splitlines()[1])


def test_an_excerpt_has_the_line_of_the_file_that_stands_above_it():
    output = "other\n  • note b x\nfile.yaml\n  • note a one\n    p 1\n    p 2\n  • note b\n"

    assert excerpt("a", output) == "file.yaml\n  • note a one\n    p 1\n    p 2"
    assert excerpt("b", output) == "other\n  • note b x"
    assert excerpt("c", output) == ""


def test_a_new_file_without_a_text_to_show_is_named():
    link = "a.yaml -> ../b.yaml"
    text = render_findings_page(
        {"file-outside": FindingExample(before={}, after={link: ""}, command="check", output="x")},
        {},
        "en",
    )

    assert f"```diff\n--- /dev/null\n+++ {link}\n```\n" in text
