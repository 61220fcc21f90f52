"""The verification of a record as text: each entry, where it comes from, and what became of it."""

from collections.abc import Iterator

from os2governance.analysis.record_history import HARMS, TrackedEntry
from os2governance.analysis.record_verification import RecordVerification, shorten_commit
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.i18n.text import Language, Text, _, ngettext
from os2governance.render.common.blocks import BLANK, NBSP, Block, Span, paragraph

_NO_ENTRIES = _("The record has no entries.")
_CAME = _("came with {commit}, {day}, by {author}")
_BEFORE = _("was there before")
_SUBMODULE = _(
    "{name} is a submodule: its history is not part of this one. "
    "Verify it too: `os2governance log {name} --verify`."
)
_SUM = _("Entries: {entries}. Changed: {harmed}.")
STATE_LABELS: dict[str, Text] = {
    "unchanged": _("unchanged since"),
    "restored": _("changed meanwhile, and restored"),
    "corrected": _("corrected by decision no. {number}"),
    "registered": _("registered anew since"),
    "closed": _("left with the product, which was closed"),
    "rewritten": _("REWRITTEN"),
    "removed": _("REMOVED"),
    "backdated": _("DATED BACK"),
    "unreadable": _("UNREADABLE"),
}


def render_record_blocks(found: RecordVerification, language: Language) -> Iterator[Block]:
    """Render each product with the entries of its record, and how many did not stay."""
    title, count = _choose_title(found), len(found.commits)
    start = shorten_commit(found.start or "")
    said = title.render(language).format(count=count, start=start)
    yield paragraph(Span(said, "title"))
    if not found.entries:
        yield paragraph(_NO_ENTRIES.render(language))
    for product in dict.fromkeys(each.product for each in found.entries):
        yield BLANK
        yield paragraph(Span(product, "title"))
        for entry in found.entries:
            if entry.product == product:
                yield from _render_entry(entry, found, language)
    if found.entries:
        harmed = len(found.findings)
        yield BLANK
        yield paragraph(_SUM.render(language).format(entries=len(found.entries), harmed=harmed))
    for name in found.submodules:
        yield BLANK
        yield paragraph(_SUBMODULE.render(language).format(name=name), hang=2)


def _render_entry(
    entry: TrackedEntry, found: RecordVerification, language: Language
) -> Iterator[Block]:
    is_harmed = entry.state in HARMS
    number = entry.correction.number if entry.correction else 0
    state = STATE_LABELS[entry.state].render(language).format(number=number)
    sign = f"{SEVERITY_SYMBOLS['error'].glyph if is_harmed else '✓'}{NBSP}"
    shown = entry.newest or entry.first
    label = shown.label.render(language)
    yield paragraph(
        Span(sign, "error" if is_harmed else "faint"), Span(label, "strong"), f": {state}",
        indent=2, hang=2,
    )  # fmt: skip
    origin = _render_origin(entry, found, language)
    yield paragraph(Span(f"{shown.document.file}; {origin}", "faint"), indent=4, hang=2)


def _choose_title(found: RecordVerification) -> Text:
    count = len(found.commits)
    if found.start:
        return ngettext(
            "The record through one commit since {start}",
            "The record through {count} commits since {start}",
            count,
        )
    return ngettext("The record through one commit", "The record through {count} commits", count)


def _render_origin(entry: TrackedEntry, found: RecordVerification, language: Language) -> str:
    commit = found.commits.get(entry.commit)
    if commit is None:
        return _BEFORE.render(language)
    day = DateInWords(parse_iso_date(commit.day[:10])).render(language)
    return _CAME.render(language).format(
        commit=shorten_commit(commit.name), day=day, author=commit.author
    )
