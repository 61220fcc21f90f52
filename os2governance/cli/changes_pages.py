"""Output and exit code of `changes`."""

from os2governance.cli.options import Invocation
from os2governance.cli.output import EXIT_UNREADABLE, print_page, write_json_object, write_output
from os2governance.render.common.findings import render_finding_blocks
from os2governance.workflows.compare import StateComparison


def write_changes(compared: StateComparison, invocation: Invocation, form: str) -> int:
    """Write the comparison in the given format; return the exit code."""
    states = (compared.old_state, compared.new_state)
    findings = [*compared.undecided, *compared.unreadable]
    said = (compared.changes, states, compared.never_decided)
    if form == "json":
        from os2governance.render.changes.json import build_changes_object

        write_json_object(build_changes_object(*said, findings, invocation.context.language))
    elif form == "markdown":
        from os2governance.render.changes.markdown import ChangesReport, render_changes_markdown

        write_output(
            render_changes_markdown(ChangesReport(*said, findings), invocation.context.language)
        )
    elif form == "github-summary":
        from os2governance.render.changes.markdown import ChangesReport, render_changes_summary

        write_output(
            render_changes_summary(ChangesReport(*said, findings), invocation.context.language)
        )
    else:
        from os2governance.render.changes.text import render_changes_blocks

        print_page(render_changes_blocks(*said, invocation.context.language), invocation)
        print_page(render_finding_blocks(findings, invocation.context.language), invocation)
    if any(found.severity == "error" for found in compared.unreadable):
        return EXIT_UNREADABLE
    return int(bool(compared.undecided))
