"""Findings as text: severity, code, location, message, remedy."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from os2governance.findings.catalogue.entry import SEVERITIES
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import SEVERITY_PLURALS, SEVERITY_SYMBOLS
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.model.model import Model
from os2governance.render.common.blocks import NBSP, Block, Cell, Span, cell, paragraph

_DO = _("Do:")
_NONE = _("none")
_UNREADABLE = _("Not assessed: {count} cannot be read")


def render_finding_blocks(
    findings: Iterable[Finding], language: Language, indent: int = 0
) -> Iterator[Block]:
    """Render findings, grouped by common remedy: code, locations and messages, then the remedy."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for found in findings:
        key = (found.severity, found.code, found.remedy.render(language))
        groups.setdefault(key, []).append(found)
    for (severity, code, remedy), same in groups.items():
        yield paragraph(*_render_head(severity, code, language), indent=indent)
        for found in same:
            place = Span(f"{found.location} ", "faint")
            yield paragraph(place, found.message.render(language), indent=indent + 2, hang=2)
        yield from _render_remedy(remedy, language, indent)


def _render_head(severity: str, code: str, language: Language) -> Cell:
    """The mark and word of a severity, and the code."""
    sign = SEVERITY_SYMBOLS[severity]
    mark = Span(f"{sign.glyph}{NBSP}{sign.word.render(language)}", severity)
    return cell(mark, " ", Span(code, "strong"))


def _render_remedy(remedy: str, language: Language, indent: int) -> Iterator[Block]:
    if remedy:
        do = Span(f"{_DO.render(language)} ", "faint")
        yield paragraph(do, remedy, indent=indent + 2, hang=2)


def render_finding_counts(findings: Sequence[Finding], language: Language) -> str:
    """The number of findings of each severity: `1 fejl, 2 advarsler og 3 noter`."""
    return render_severity_counts(Counter(found.severity for found in findings), language)


def render_severity_counts(counts: Mapping[str, int], language: Language) -> str:
    """The number of findings, from counts by severity."""
    said = []
    for name, many in SEVERITY_PLURALS.items():
        if count := counts.get(name, 0):
            word = SEVERITY_SYMBOLS[name].word if count == 1 else many
            said.append(f"{count}{NBSP}{word.render(language)}")
    return format_list(said, language) or _NONE.render(language)


def render_checked_counts(products: int, models: int, language: Language) -> str:
    """The number of products and models checked; with neither, "0 products"."""
    said = []
    if products or not models:
        text = ngettext("1 product", "{count} products", products)
        said.append(text.render(language).format(count=products))
    if models:
        text = ngettext("1 model", "{count} models", models)
        said.append(text.render(language).format(count=models))
    return format_list(said, language)


def render_grouped_notes(
    findings: Iterable[Finding], language: Language, indent: int = 0
) -> Iterator[Block]:
    """Render notes on criteria grouped by code; where there are many, only their criteria.

    Where all of them have the same location, it is shown.
    """
    codes: dict[str, list[Finding]] = {}
    for found in findings:
        codes.setdefault(found.code, []).append(found)
    for code, same in codes.items():
        if len(same) < _MIN_TO_GROUP or not all(found.criterion for found in same):
            yield from render_finding_blocks(same, language, indent)
            continue
        names = ", ".join(str(found.criterion) for found in same)
        head = _render_head(same[0].severity, code, language)
        places = {str(found.location) for found in same}
        place = Span(f" {min(places)}" if len(places) == 1 else "", "faint")
        yield paragraph(*head, place, f" {names}", indent=indent, hang=2)
        yield from _render_remedy(same[0].remedy.render(language), language, indent)


_MIN_TO_GROUP = 3


# -- by level ---------------------------------------------------------------------------------


def split_by_level(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that people read one line of for each level, and the others.

    Those are of criteria that are not answered, and of answers that are not documented.
    """
    by_level: list[Finding] = []
    others: list[Finding] = []
    for found in findings:
        gathered = found.criterion is not None and found.entry.gathered is not None
        (by_level if gathered else others).append(found)
    return by_level, others


def render_findings_by_level(
    findings: Iterable[Finding], model: Model, language: Language, indent: int = 0
) -> Iterator[Block]:
    """Render findings on criteria by code, the gravest first, with one line for each level."""
    codes: dict[str, list[Finding]] = {}
    for found in sorted(findings, key=lambda found: SEVERITIES.index(found.severity)):
        codes.setdefault(found.code, []).append(found)
    for code, same in codes.items():
        yield paragraph(*_render_head(same[0].severity, code, language), indent=indent)
        for level in model.levels:
            names = [str(f.criterion) for f in same if _is_of_level(f, level.id, model)]
            if names:
                name = Span(f"{level.name.render(language)}: ", "faint")
                listed = format_list(names, language)
                yield paragraph(name, listed, indent=indent + 2, hang=2)
        yield from _render_remedy(same[0].remedy.render(language), language, indent)


def _is_of_level(found: Finding, level: str, model: Model) -> bool:
    return found.criterion is not None and model.by_id[found.criterion].level == level


# -- products that cannot be read -------------------------------------------------------------


def render_unreadable_blocks(
    unreadable: Iterable[tuple[str, tuple[Finding, ...]]], language: Language
) -> Iterator[Block]:
    """Render the products that cannot be read, each with its findings."""
    several = list(unreadable)
    if not several:
        return
    said = _UNREADABLE.render(language).format(count=len(several))
    yield paragraph(Span(said, "title"))
    shown: set[tuple[str, str]] = set()
    for file, findings in several:
        yield paragraph(Span(file, "strong"), indent=2)
        new = [found for found in findings if (found.code, str(found.location)) not in shown]
        shown.update((found.code, str(found.location)) for found in new)
        yield from render_finding_blocks(new, language, indent=4)
