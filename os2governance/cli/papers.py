"""Writing a board paper over an earlier one while keeping the text that people filled in."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.cli.output import talk
from os2governance.files import store
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.render.common.paper_kept import kept, marked


def write(out: str, view: Callable[[Mapping[str, str]], str], given: Given) -> list[Finding]:
    """Write a paper with the filled-in texts of the one it replaces; none of them is lost."""
    path, was, texts = Path(out), None, dict[str, str]()
    if os.path.lexists(path):
        was, findings = store.read(path)
        if was is None:
            return findings
        there = was.decode("utf-8", "replace")
        texts = kept(there)
        made = view(texts)
        again = kept(made)
        if (
            not texts
            or any(again.get(key) != text for key, text in texts.items())
            or marked(there) != marked(made)
            or _html(there) != _html(made)
        ):
            raise UsageError(
                Text(
                    f"{out} er ikke et oplæg af samme slags om samme sag; filen er ikke rørt.",
                    f"{out} is no paper of the same kind on the same case; left alone.",
                )
            )
    findings = store.replace(path, view(texts).encode(), was)
    if not findings:
        talk(Text(f"Skrevet: {out}", f"Written: {out}"), given)
    return findings


def _html(text: str) -> bool:
    return text.lstrip("\ufeff").startswith("<!doctype html>")
