"""Output and exit code of `changes`."""

from os2governance.cli.options import Given
from os2governance.cli.output import NOT_READ, page, put, put_object
from os2governance.render.common.findings import finding_blocks
from os2governance.workflows.compare import Compared


def write_changes(compared: Compared, given: Given, form: str) -> int:
    """Write the comparison in the given format; return the exit code."""
    states = (compared.before, compared.after)
    findings = [*compared.undecided, *compared.unread]
    said = (compared.changes, states, compared.never)
    if form == "json":
        from os2governance.render.changes.json import changes_object

        put_object(changes_object(*said, findings, given.language))
    elif form == "markdown":
        from os2governance.render.changes.markdown import Page, changes_markdown

        put(changes_markdown(Page(*said, findings), given.language))
    elif form == "github-summary":
        from os2governance.render.changes.markdown import Page, changes_summary

        put(changes_summary(Page(*said, findings), given.language))
    else:
        from os2governance.render.changes.text import changes_blocks

        page(changes_blocks(*said, given.language), given)
        page(finding_blocks(findings, given.language), given)
    if any(found.severity == "error" for found in compared.unread):
        return NOT_READ
    return int(bool(compared.undecided))
