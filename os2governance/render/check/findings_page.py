"""Reference page of all findings in one language: message, rationale, remedy, an example."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from os2governance.checks.suppressions import COMMENT_PREFIX
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.i18n.text import Language, _, pgettext

_TITLE = pgettext("page of findings", "Findings")
_OTHER_LANGUAGE: dict[Language, str] = {
    "en": "[På dansk](da/findings.md)",
    "da": "[In English](../findings.md)",
}
_INTRODUCTION = (
    _(
        "All findings of `os2governance`, by code. A code keeps its meaning; names in {{braces}} "
        "are filled in."
    ),
    _(
        "`check` fails on errors, or on less severe findings with `--fail-on`. **To ignore** a "
        'code everywhere, use `--ignore CODE`, or `ignore = ["CODE"]` in `os2governance.toml` '
        "or under `[tool.os2governance]` in `pyproject.toml`; the nearest file counts, from the "
        "folder that the command is run in up to the root of the repository. **To suppress** one "
        "finding, write the comment `# os2governance: ignore[CODE] the reason` in the YAML file "
        "of the product or model. The comment applies to its line and to everything indented "
        "below it; on a separate line, also to the next line; and above all content, also to "
        "findings about the file as a whole."
    ),
    _(
        "Findings about files that cannot be read or used can be neither suppressed nor ignored. "
        "Findings of `--against` can only be ignored on the command line, since a change could "
        "edit the settings too. Each entry says what applies."
    ),
    _(
        "**The examples** all start from [the same small folder](#{folder}), which has no "
        "findings, and are run on a page of 96 columns (`COLUMNS=96`). Each shows its changes to "
        "the folder, the whole command, and the part of the output about its code."
    ),
)
_BY_SUBJECT = _("By subject")
_FOLDER_TITLE = _("The folder of the examples")
_FOLDER_INTRODUCTION = _(
    "Each example changes a few lines in this folder, which has no findings. The changes are "
    "shown as a diff, followed by the output of the command. Every example is run when this page "
    "is built. `--criteria criteria` names the folder's own model."
)
_MESSAGE = pgettext("page of findings", "Message")
_WHY = pgettext("page of findings", "Why")
_REMEDY = pgettext("page of findings", "Remedy")
_SUPPRESS = pgettext("page of findings", "Suppress")
_IGNORE = pgettext("page of findings", "Ignore")
_EXAMPLE = _("Example, in [the folder of the examples](#{folder}):")
_EXAMPLE_IN_GIT = _(
    "Example, in a git repository that contains [the folder of the examples](#{folder}) unchanged:"
)
_OCCURS = _("Occurs when {explanation}")
_REASON_PLACEHOLDER = _("the reason")
_SUPPRESSION_TEXTS = {
    "in the record": _("{comment} in evaluations and decisions; elsewhere no comment applies"),
    "nowhere": _("no comment applies"),
}
_NEVER_IGNORED = _("not possible")
_IGNORED_ON_THE_COMMAND_LINE = _("`--ignore {code}` on the command line, but not in the settings")


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
    examples: Mapping[str, FindingExample], base: Mapping[str, str], language: Language
) -> str:
    """The page: an index by subject, the codes alphabetically, the examples' base folder."""
    entries = (
        line
        for code in sorted(CATALOGUE)
        for line in _render_entry(code, examples.get(code, FindingExample()), language)
    )
    folder = (line for file, text in base.items() for line in _render_file(file, text))
    parts = [
        f"# {_TITLE.render(language)}\n",
        f"{_OTHER_LANGUAGE[language]}\n",
        *(
            f"{each.fill(folder=_build_folder_anchor(language)).render(language)}\n"
            for each in _INTRODUCTION
        ),
        f"## {_BY_SUBJECT.render(language)}\n",
        *_render_index(language),
        "",
        *entries,
        f"## {_FOLDER_TITLE.render(language)}\n",
        f"{_FOLDER_INTRODUCTION.render(language)}\n",
        *folder,
    ]
    return "\n".join(parts).rstrip() + "\n"


def _build_folder_anchor(language: Language) -> str:
    """The anchor of the heading above the examples' folder, as GitHub builds it."""
    return _FOLDER_TITLE.render(language).lower().replace(" ", "-")


def _render_index(language: Language) -> Iterator[str]:
    """Yield the codes of each subject, in the order of the catalogue."""
    subjects: dict[str, list[str]] = {}
    for code, entry in CATALOGUE.items():
        subjects.setdefault(entry.subject.render(language), []).append(f"[{code}](#{code})")
    return (f"- {subject}: {', '.join(links)}" for subject, links in subjects.items())


def _render_entry(code: str, example: FindingExample, language: Language) -> Iterator[str]:
    entry = CATALOGUE[code]
    yield f"## {code}"
    yield ""
    yield SEVERITY_SYMBOLS[entry.severity].word.render(language).capitalize()
    yield ""
    texts = ((_MESSAGE, entry.message), (_WHY, entry.rationale), (_REMEDY, entry.remedy))
    for word, text in texts:
        yield f"- {word.render(language)}: {_escape_template(text.render(language))}"
    if entry.suppressible != "not of check":
        yield from _render_suppression(code, entry, language)
    yield ""
    yield from _render_example(example, language)


def _render_suppression(code: str, entry: CatalogueEntry, language: Language) -> Iterator[str]:
    """Yield how a comment suppresses a code of `check`, and what is special about ignoring it."""
    comment = f"`# {COMMENT_PREFIX} ignore[{code}] {_REASON_PLACEHOLDER.render(language)}`"
    text = _SUPPRESSION_TEXTS.get(entry.suppressible)
    how = text.fill(comment=comment).render(language) if text else comment
    yield f"- {_SUPPRESS.render(language)}: {how}"
    if not entry.ignorable:
        yield f"- {_IGNORE.render(language)}: {_NEVER_IGNORED.render(language)}"
    elif entry.of_comparison:
        how = _IGNORED_ON_THE_COMMAND_LINE.fill(code=code).render(language)
        yield f"- {_IGNORE.render(language)}: {how}"


def _render_example(example: FindingExample, language: Language) -> Iterator[str]:
    if example.explanation:
        yield _OCCURS.fill(explanation=_escape_template(example.explanation)).render(language)
        yield ""
        return
    title = _EXAMPLE_IN_GIT if example.committed else _EXAMPLE
    yield title.fill(folder=_build_folder_anchor(language)).render(language)
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
