"""Examples of criteria, run by `criteria test`."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Examples of criteria"), suppressible="not of check")

EXAMPLES: dict[str, CatalogueEntry] = {
    "example-fails": _entry(
        severity="error",
        message=_("The example of {name} expects '{expect}', but the facts give '{actual}'."),
        remedy=_("Fix the example or the rule."),
        rationale=_(
            "The rule does something other than its author meant; products may get a wrong level."
        ),
    ),
    "examples-none": _entry(
        severity="error",
        message=_("The model has no examples, so nothing was tested."),
        remedy=_("Give each criterion `examples` with the outcome that is expected."),
        rationale=_("A rule that nobody has tried may give every product a wrong level."),
    ),
    "mutant-survives": _entry(
        severity="warning",
        message=_("No example of {name} detects this change: {change}."),
        remedy=_("Add an example that does so."),
        rationale=_("The rule could be relaxed or tightened without any example detecting it."),
    ),
}
