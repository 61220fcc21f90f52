"""The page of all findings, made from the catalogue: what each says, and what to do about it."""

from collections.abc import Iterator

from os2governance.catalogue import CATALOGUE, Entry
from os2governance.legend import SEVERITY

_HEAD = """\
# Findings

Every finding that `os2governance` makes, by its code; made from the catalogue in
`os2governance/catalogue.py` (`GOLDEN=write pytest tests/views/test_findings_markdown.py` makes it
anew). A code keeps its meaning; what stands in {braces} is filled in.

`check` fails on errors, or from another severity on with `--fail-on`. To leave a code out, use
`--ignore CODE`, or `ignore = ["CODE"]` in `os2governance.toml` or under `[tool.os2governance]` in
`pyproject.toml`. In a file, the comment `# os2governance: ignore[CODE] the reason` silences a
finding on its own line and all that is indented below it; on a line of its own, on the next line.
What cannot be read cannot be silenced.
"""


def findings_page() -> str:
    """Give the page, its codes in the order of the alphabet."""
    entries = (line for code in sorted(CATALOGUE) for line in _entry(code, CATALOGUE[code]))
    return "\n".join([_HEAD, *entries])


def _entry(code: str, entry: Entry) -> Iterator[str]:
    severity = SEVERITY[entry.severity].word
    yield f"## {code}"
    yield ""
    yield f"{severity.en.capitalize()} · {severity.da}"
    yield ""
    for word, text in (("Says", entry.message), ("Do", entry.remedy)):
        if text.en or text.da:
            yield f"- {word}: {_written(text.en)}"
            yield f"  <br>*{_written(text.da)}*"
    yield ""


def _written(template: str) -> str:
    """Give a template so that Markdown shows it as it is."""
    plain = template.replace("{{", "{").replace("}}", "}")
    return "".join(f"\\{letter}" if letter in "*_<>[]|" else letter for letter in plain)
