"""Comments that suppress findings, and findings left out of a report."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Suppressions"), suppressible="nowhere")

SUPPRESSION: dict[str, CatalogueEntry] = {
    "findings-left-out": _entry(
        severity="note",
        message=_("Only the first {count} findings of {name} are shown; there are more."),
        remedy=_("Fix those that are shown, and check again."),
        rationale=_("Otherwise one would think that everything was fixed when those shown were."),
        stands_for="name",
    ),
    "silence-syntax": _entry(
        severity="error",
        message=_("The comment cannot be read as a suppression."),
        remedy=_("Write `# os2governance: ignore[code] the reason`."),
        rationale=_("The author believes that the finding is suppressed, but it is not."),
    ),
    "silence-unknown-code": _entry(
        severity="error",
        message=_("There is no code '{name}'{meant}"),
        remedy=_("Use the finding's code."),
        rationale=_("The author believes that the finding is suppressed, but it is not."),
    ),
    "silence-without-reason": _entry(
        severity="error",
        message=_("A finding is suppressed without a reason, so the comment has no effect."),
        remedy=_("Write the reason after the bracket."),
        rationale=_(
            "Without a reason nobody can tell later whether the suppression is still right."
        ),
    ),
    "silence-too-many": _entry(
        severity="error",
        message=_("More than {limit} comments suppress findings; the rest have no effect."),
        remedy=_("Exclude the code for the whole project with `ignore` in os2governance.toml."),
        rationale=_("A file that suppresses so much is effectively not checked."),
    ),
    "silence-unused": _entry(
        severity="warning",
        message=_("The comment suppresses {codes}, but there is no such finding."),
        remedy=_("Move the comment to the line of the finding, or remove it."),
        rationale=_("If the comment stays, it will hide the next finding at the same place."),
    ),
}
