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
    "baseline-unused": _entry(
        severity="warning",
        message=_("The baseline has {count} of {name} in {path} that do not occur any more."),
        remedy=_("Write the baseline anew with --write-baseline."),
        rationale=_("What is mended should not be able to come back without being seen."),
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
    "silence-date": _entry(
        severity="error",
        message=_("'{said}' is not a date, so the comment has no effect."),
        remedy=_("Write the last day as `until 2027-01-01`, or leave out `until`."),
        rationale=_("The author believes that the finding is suppressed, but it is not."),
    ),
    "silence-not-allowed": _entry(
        severity="error",
        message=_("'{name}' cannot be suppressed, so the comment has no effect."),
        remedy=_("Fix what the finding points at, and remove the code from the comment."),
        rationale=_(
            "A level may rest on it, or a record may be wrong: a comment must not hide that."
        ),
    ),
    "silence-ends-soon": _entry(
        severity="warning",
        message=_("The comment suppresses {codes} until {until}; after that day they count."),
        remedy=_("Fix what the findings point at, or decide on a later date."),
        rationale=_("On the day after, the check may fail without anybody having changed a file."),
    ),
    "silence-expired": _entry(
        severity="error",
        message=_("The comment suppressed {codes} until {until}, and has no effect any more."),
        remedy=_("Fix what the findings point at, and remove the comment."),
        rationale=_("What was to be suppressed for a time would otherwise be so for ever."),
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
