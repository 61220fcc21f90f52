"""A paper in a file that people fill in, or on standard output."""

from collections.abc import Sequence

from os2governance.cli.options import Invocation
from os2governance.cli.output import print_notice, write_output
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language, _
from os2governance.render.common.paper import PaperPart
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown
from os2governance.workflows.board_case import write_board_paper


def write_paper(
    parts: Sequence[PaperPart],
    form: str,
    out: str | None,
    invocation: Invocation,
    language: Language = "da",
) -> list[Finding]:
    """Write a paper to its file, and say so; without one, show it. Findings where it cannot be."""
    render = render_paper_html if form == "html" else render_paper_markdown
    if out is None:
        write_output(render(parts, {}, language))
        return []
    findings = write_board_paper(out, lambda kept: render(parts, kept, language))
    if not findings:
        print_notice(_("Written: {out}").fill(out=out), invocation)
    return findings
