"""Comments that suppress findings, and findings left out of a report."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Suppressions"), suppressible="nowhere")

SUPPRESSION: dict[str, CatalogueEntry] = {
    "findings-left-out": _entry(
        severity="note",
        message=_("Of {name} only the first {count} are told; there are more."),
        remedy=_("Mend those that are told, and check again."),
        rationale=_(
            "Without it one would think that all was mended when those that are told were."
        ),
        stands_for="name",
    ),
    "silence-syntax": _entry(
        severity="error",
        message=_("The comment cannot be read as leave to be silent."),
        remedy=_("Write `# os2governance: ignore[code] the reason`."),
        rationale=_("The author believes the finding is covered, but it is not."),
    ),
    "silence-unknown-code": _entry(
        severity="error",
        message=_("There is no code '{name}'{meant}"),
        remedy=_("Use the code that the finding has."),
        rationale=_("The author believes the finding is covered, but it is not."),
    ),
    "silence-without-reason": _entry(
        severity="error",
        message=_("A finding is silenced here without a reason, so it is not."),
        remedy=_("Write the reason behind the bracket."),
        rationale=_("Without a reason nobody can tell later whether silence is still right."),
    ),
    "silence-too-many": _entry(
        severity="error",
        message=_("Over {limit} comments silence something; the rest do not hold."),
        remedy=_("Leave the code out for the whole project with `ignore` in os2governance.toml."),
        rationale=_("A file that silences so much is in effect not checked."),
    ),
    "silence-unused": _entry(
        severity="warning",
        message=_("This silences {codes}, but there is nothing to silence."),
        remedy=_("Move the comment to the line that the finding is about, or remove it."),
        rationale=_("If the comment stays, it will hide the next finding at the same place."),
    ),
}
