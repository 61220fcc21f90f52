"""Reference page of all findings: message, rationale, an example, remedy."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from os2governance.checks.suppressions import COMMENT_PREFIX, find_suppression_scope
from os2governance.findings.catalogue import CATALOGUE, CatalogueEntry
from os2governance.findings.rationale import RATIONALES
from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.i18n.text import Text, _, as_text

_INTRODUCTION = """\
# Findings

Every finding that `os2governance` makes, by its code; made from the catalogue in
`os2governance/findings/catalogue.py`, the reasons in `os2governance/findings/rationale.py` and the
examples in `tests/findings/examples.yaml`
(`GOLDEN=write pytest tests/render/check/test_findings_page.py` makes it
anew). A code keeps its meaning; what stands in {braces} is filled in.

`check` fails on errors, or from another severity on with `--fail-on`. **To silence** a code
everywhere, use `--ignore CODE`, or `ignore = ["CODE"]` in `os2governance.toml` or under
`[tool.os2governance]` in `pyproject.toml`, of the folder that the command is run in or the nearest
above it, as far as the repository goes. In a file, the comment
`# os2governance: ignore[CODE] the reason` silences a finding on its own line and all that is
indented below it; on a line of its own, on the next line, and above all content on what is found
of the file as a whole too. It holds in the YAML files of products and models. What cannot be read
or used can neither be silenced nor ignored; what `--against` finds can only be ignored on the
command line, since a change could edit the settings too. Each entry says so.

**The examples** all begin in [the same small folder](#the-folder-of-the-examples), of which there
is nothing to say, and are run on a page of 96 columns (`COLUMNS=96`). Each shows what it changes
there, the whole command, and what comes out about its code.
"""
_FOLDER_INTRODUCTION = """\
## The folder of the examples

Each example changes a little in this folder, of which there is nothing to say. The changes are
shown as `diff` shows them, and below them what came out of the command: tests run every example.
`--criteria criteria` stands where the folder's own model is meant.
"""
_FOLDER_LINK = "[the folder of the examples](#the-folder-of-the-examples)"
_EXAMPLE = f"Example, in {_FOLDER_LINK}:"
_EXAMPLE_IN_GIT = f"Example, in a git repository that holds {_FOLDER_LINK} as it was:"


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingExample:
    """An example of a finding: files before and after, the command, and its output.

    `committed` means that git has the files as they were before. A request to the server may
    replace the command. Where no small folder can show the finding, `explanation` describes it.
    """

    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    command: str = ""
    output: str = ""
    explanation: str = ""
    request: str = ""
    committed: bool = False


def render_findings_page(
    subjects: Mapping[str, tuple[str, ...]],
    examples: Mapping[str, FindingExample],
    base: Mapping[str, str],
) -> str:
    """The page: an index by subject, the codes alphabetically, the examples' base folder."""
    index = (
        f"- {subject}: {', '.join(f'[{code}](#{code})' for code in codes)}"
        for subject, codes in subjects.items()
    )
    entries = (
        line
        for code in sorted(CATALOGUE)
        for line in _render_entry(code, CATALOGUE[code], examples.get(code, FindingExample()))
    )
    folder = (line for file, text in base.items() for line in _render_file(file, text))
    parts = [_INTRODUCTION, "## By subject\n", *index, "", *entries, _FOLDER_INTRODUCTION, *folder]
    return "\n".join(parts).rstrip() + "\n"


def _render_entry(code: str, entry: CatalogueEntry, example: FindingExample) -> Iterator[str]:
    severity = SEVERITY_SYMBOLS[entry.severity].word
    yield f"## {code}"
    yield ""
    yield f"{severity.en.capitalize()} · {severity.da}"
    yield ""
    texts = (("Says", entry.message), ("Why", RATIONALES[code]), ("Do", entry.remedy))
    for word, text in texts:
        if text.en or text.da:
            yield f"- {word}: {_escape_template(text.en)}"
            yield f"  <br>*{_escape_template(text.da)}*"
    yield from _render_suppression(code)
    yield ""
    yield from _render_example(example)


def _render_suppression(code: str) -> Iterator[str]:
    """Yield how a comment suppresses a code of `check`."""
    said = _SUPPRESSION_TEXTS[find_suppression_scope(code)]
    if said.en:
        comments = Text(
            *(f"`# {COMMENT_PREFIX} ignore[{code}] {why}`" for why in _REASON_PLACEHOLDER)
        )
        yield f"- Silence: {said.en.format(comment=comments.en)}"
        yield f"  <br>*{said.da.format(comment=comments.da)}*"


_REASON_PLACEHOLDER = _("the reason")
_SUPPRESSION_TEXTS = {
    "not of check": Text(),
    "anywhere": as_text("{comment}"),
    "in the record": _("{comment} in evaluations and decisions; elsewhere no comment silences it"),
    "nowhere": _("no comment silences it"),
}


def _render_example(example: FindingExample) -> Iterator[str]:
    if example.explanation:
        yield f"Arises when {_escape_template(example.explanation)}"
        yield ""
        return
    yield _EXAMPLE_IN_GIT if example.committed else _EXAMPLE
    yield ""
    changed = [*_render_changes(example.before, example.after)]
    if changed:
        yield from _render_code_block("diff", "\n".join(changed))
    if example.request:
        yield from _render_code_block("http", f"{example.request}\n\n{example.output}")
        return
    yield from _render_code_block(
        "console", f"$ os2governance {example.command}\n{example.output}"
    )


def _render_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield the changes in a folder as a diff, with one line of context."""
    for file in sorted(before.keys() | after.keys()):
        old, new = before.get(file, "").splitlines(), after.get(file, "").splitlines()
        if file in before and old == new:
            continue
        if file not in after:
            yield f"--- {file}"
            yield "+++ /dev/null"
            continue
        yield f"--- {file}" if file in before else "--- /dev/null"
        yield f"+++ {file}"
        yield from [*difflib.unified_diff(old, new, n=1, lineterm="")][2:]


def _render_file(file: str, text: str) -> Iterator[str]:
    yield f"`{file}`:"
    yield ""
    yield from _render_code_block(file.rsplit(".", 1)[-1], text.rstrip("\n"))


def _render_code_block(language: str, text: str) -> Iterator[str]:
    """Yield a text as a code block, with a fence longer than any in it."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)  # our own pattern
    fence = "`" * (longest + 1)
    yield f"{fence}{language}"
    yield text
    yield fence
    yield ""


def _escape_template(template: str) -> str:
    """Escape a message template for Markdown."""
    plain = template.replace("{{", "{").replace("}}", "}")
    return "".join(f"\\{letter}" if letter in "*_<>[]|" else letter for letter in plain)
