"""Changes between two states, with causes, as Markdown: in full, or short for a pull request.

All user input is made inert here: put on one line, formatted as code where it stands alone, and
escaped wherever Markdown or GitHub would interpret it (mentions, references, links, tags).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from os2governance.analysis.attribution import AttributedDifference, Attribution
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import SEVERITY_SYMBOLS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.render.changes.labels import (
    get_model,
    list_difference_lines,
    render_causes,
    render_difference_sides,
    render_difference_title,
    render_line_subject,
    render_location_suffix,
    render_short_value,
)
from os2governance.render.changes.text import (
    BECAUSE,
    NO_CHANGES,
    WITHOUT_DECISION,
    render_changes_heading,
    render_presence,
)
from os2governance.render.common.markdown import escape_forge_markdown, render_inline_code

_UNDECIDED = _("Needs a decision")
_UNUSABLE = _("Cannot be used")
_MAX_CRITERIA = 10
"""Most criteria of a product in the short form; the others are counted."""


class ChangesReport(NamedTuple):
    """The changes between two states, and the findings on them."""

    changes: Sequence[Attribution]
    states: tuple[str, str]
    undecided_products: Sequence[str]
    findings: Sequence[Finding]


def render_changes_markdown(page: ChangesReport, language: Language) -> str:
    """The full report, with the lines that changed."""
    return "\n".join(_render_page(page, language, _render_full_product))


def render_changes_summary(page: ChangesReport, language: Language) -> str:
    """A comment for a pull request: undecided changes first, then levels and criteria."""
    return "\n".join(_render_page(page, language, _render_short_product))


def _render_page(
    page: ChangesReport,
    language: Language,
    product: Callable[[Attribution, Language], Iterator[str]],
) -> Iterator[str]:
    yield from (f"## {escape_forge_markdown(render_changes_heading(page.states, language))}", "")
    yield from _render_findings(page.findings, language)
    if not page.changes:
        yield from (NO_CHANGES.render(language), "")
    for explained in page.changes:
        life = render_presence(explained, language)
        more = f" ({escape_forge_markdown(life)})" if life else ""
        yield from (f"### {escape_forge_markdown(explained.change.product)}{more}", "")
        yield from (*product(explained, language), "")
    if page.undecided_products:
        names = format_list(
            [render_inline_code(each) for each in page.undecided_products], language
        )
        yield from (WITHOUT_DECISION.render(language).format_map({"names": names}), "")


def _render_findings(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    for title, wanted in ((_UNDECIDED, True), (_UNUSABLE, False)):
        those = [f for f in findings if f.entry.of_comparison is wanted]
        if those:
            yield f"**{title.render(language)}**"
            yield ""
            for found in those:
                sign = SEVERITY_SYMBOLS[found.severity].glyph
                message = escape_forge_markdown(found.message.render(language))
                yield f"- {sign} {render_inline_code(str(found.location))}: {message}"
            yield ""


def _render_full_product(explained: Attribution, language: Language) -> Iterator[str]:
    for part in (*explained.levels, *explained.outcomes):
        yield _render_difference(part, explained, language)
        for line in list_difference_lines(part, explained):
            was, now = (
                render_inline_code(render_short_value(each, language, get_model(explained)))
                + _render_location(render_location_suffix(each))
                for each in (line.before, line.after)
            )
            subject = render_inline_code(render_line_subject(line, explained, language))
            yield f"  - {subject}: {was} → {now}"


def _render_short_product(explained: Attribution, language: Language) -> Iterator[str]:
    for part in (*explained.levels, *explained.outcomes[:_MAX_CRITERIA]):
        yield _render_difference(part, explained, language)
    left = len(explained.outcomes) - _MAX_CRITERIA
    if left > 0:
        more = ngettext("… and one more criterion.", "… and {count} more criteria.", left)
        yield f"- {more.fill(count=left).render(language)}"


def _render_difference(
    part: AttributedDifference, explained: Attribution, language: Language
) -> str:
    before, after = map(escape_forge_markdown, render_difference_sides(part, explained, language))
    title = escape_forge_markdown(render_difference_title(part, explained, language))
    because = BECAUSE.render(language).format(causes=render_causes(part, language))
    status = getattr(part.after, "status", None)
    sign = f"{STATUS_SYMBOLS[status].glyph} " if status else ""
    return f"- {sign}**{title}**: {before} → **{after}** ({because})"


def _render_location(place: str) -> str:
    return f" ({render_inline_code(place[2:-1])})" if place else ""
