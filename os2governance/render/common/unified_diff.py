"""Changes to a file as a unified diff.

Control characters are escaped, so that a terminal only prints them.
"""

from collections.abc import Iterator
from difflib import unified_diff

from os2governance.documents.text_reader import read_shown_text
from os2governance.i18n.inert import make_inert

_NO_NEWLINE = "\\ No newline at end of file"


def render_diff(name: str, before: bytes | None, after: bytes | None) -> str:
    """The diff of a file with git's header; None is no file. Empty where nothing differs."""
    if before == after:
        return ""
    return "".join(f"{line}\n" for line in _render_lines(name, before, after))


def _render_lines(name: str, before: bytes | None, after: bytes | None) -> Iterator[str]:
    old, new = (make_inert(f"{side}/{name}") for side in "ab")
    yield f"diff --git {old} {new}"
    if before is None:
        yield "new file mode 100644"
    if after is None:
        yield "deleted file mode 100644"
    from_ = "/dev/null" if before is None else old
    to = "/dev/null" if after is None else new
    for line in unified_diff(_split_lines(before), _split_lines(after), from_, to, lineterm=""):
        text = line.removesuffix("\n")
        yield _make_line_inert(text)
        if text == line and not line.startswith(("--- ", "+++ ", "@@ ")):
            yield _NO_NEWLINE


def _split_lines(data: bytes | None) -> list[str]:
    """Split into lines with their line ends; the last may have none."""
    lines = read_shown_text(data or b"").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _make_line_inert(line: str) -> str:
    return "\t".join(make_inert(part) for part in line.split("\t"))
