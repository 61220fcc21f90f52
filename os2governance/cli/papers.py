"""Writing a board paper over an earlier one while keeping the text that people filled in."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from os2governance.cli.localised_click import UsageError
from os2governance.cli.options import Invocation
from os2governance.cli.output import print_notice
from os2governance.files import reading, writing
from os2governance.findings.finding import Finding
from os2governance.i18n.text import _
from os2governance.render.common.paper_fields import read_paper_fields, read_paper_subject


def write_board_paper(
    out: str, view: Callable[[Mapping[str, str]], str], invocation: Invocation
) -> list[Finding]:
    """Write a paper with the filled-in texts of the one it replaces; none of them is lost."""
    path, was, texts = Path(out), None, dict[str, str]()
    if os.path.lexists(path):
        was, findings = reading.read_file(path)
        if was is None:
            return findings
        there = was.decode("utf-8", "replace")
        texts = read_paper_fields(there)
        made = view(texts)
        again = read_paper_fields(made)
        if (
            not texts
            or any(again.get(key) != text for key, text in texts.items())
            or read_paper_subject(there) != read_paper_subject(made)
            or _is_html(there) != _is_html(made)
        ):
            raise UsageError(
                _("{out} is no paper of the same kind on the same case; left alone.").fill(out=out)
            )
    findings = writing.replace_file(path, view(texts).encode(), was)
    if not findings:
        print_notice(_("Written: {out}").fill(out=out), invocation)
    return findings


def _is_html(text: str) -> bool:
    return text.lstrip("\ufeff").startswith("<!doctype html>")
