"""Findings as text: severity, code, location, message, remedy."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import SEVERITIES, SEVERITY
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.common.blocks import GLUE, Block, Cell, Span, cell, paragraph

_DO = Text("Gør:", "Do:")
_NONE = Text("ingen", "none")
_UNREADABLE = Text("Ikke vurderet: {count} kan ikke læses", "Not assessed: {count} cannot be read")


def finding_blocks(
    findings: Iterable[Finding], language: Language, indent: int = 0
) -> Iterator[Block]:
    """Render findings, grouped by common remedy: code, locations and messages, then the remedy."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for found in findings:
        key = (found.severity, found.code, found.remedy.say(language))
        groups.setdefault(key, []).append(found)
    for (severity, code, remedy), same in groups.items():
        yield paragraph(*_head(severity, code, language), indent=indent)
        for found in same:
            place = Span(f"{found.place} ", "faint")
            yield paragraph(place, found.message.say(language), indent=indent + 2, hang=2)
        yield from _remedy(remedy, language, indent)


def _head(severity: str, code: str, language: Language) -> Cell:
    """The mark and word of a severity, and the code."""
    sign = SEVERITY[severity]
    mark = Span(f"{sign.mark}{GLUE}{sign.word.say(language)}", severity)
    return cell(mark, " ", Span(code, "strong"))


def _remedy(remedy: str, language: Language, indent: int) -> Iterator[Block]:
    if remedy:
        do = Span(f"{_DO.say(language)} ", "faint")
        yield paragraph(do, remedy, indent=indent + 2, hang=2)


def counted(findings: Sequence[Finding], language: Language) -> str:
    """The number of findings of each severity: `1 fejl, 2 advarsler og 3 noter`."""
    return counts_said(Counter(found.severity for found in findings), language)


def counts_said(counts: Mapping[str, int], language: Language) -> str:
    """The number of findings, from counts by severity."""
    said = []
    for name, many in SEVERITIES.items():
        if count := counts.get(name, 0):
            word = SEVERITY[name].word if count == 1 else many
            said.append(f"{count}{GLUE}{word.say(language)}")
    return listed(said, language) or _NONE.say(language)


def things_said(products: int, models: int, language: Language) -> str:
    """The number of products and models checked; with neither, "0 products"."""
    said = []
    for count, (one, many) in ((products, _PRODUCTS), (models, _MODELS)):
        if count or (many is _PRODUCTS[1] and not models):
            said.append((one if count == 1 else many).say(language).format(n=count))
    return listed(said, language)


_PRODUCTS = (Text("1 produkt", "1 product"), Text("{n} produkter", "{n} products"))
_MODELS = (Text("1 model", "1 model"), Text("{n} modeller", "{n} models"))


def gathered_notes(
    findings: Iterable[Finding], language: Language, indent: int = 0
) -> Iterator[Block]:
    """Render notes on criteria grouped by code; where there are many, only their criteria.

    Where all of them have the same location, it is shown.
    """
    codes: dict[str, list[Finding]] = {}
    for found in findings:
        codes.setdefault(found.code, []).append(found)
    for code, same in codes.items():
        if len(same) < _MANY or not all(found.criterion for found in same):
            yield from finding_blocks(same, language, indent)
            continue
        names = ", ".join(str(found.criterion) for found in same)
        head = _head(same[0].severity, code, language)
        places = {str(found.place) for found in same}
        place = Span(f" {min(places)}" if len(places) == 1 else "", "faint")
        yield paragraph(*head, place, f" {names}", indent=indent, hang=2)
        yield from _remedy(same[0].remedy.say(language), language, indent)


_MANY = 3


def unreadable_blocks(
    unreadable: Iterable[tuple[str, tuple[Finding, ...]]], language: Language
) -> Iterator[Block]:
    """Render the products that cannot be read, each with its findings."""
    several = list(unreadable)
    if not several:
        return
    said = _UNREADABLE.say(language).format(count=len(several))
    yield paragraph(Span(said, "title"))
    shown: set[tuple[str, str]] = set()
    for file, findings in several:
        yield paragraph(Span(file, "strong"), indent=2)
        new = [found for found in findings if (found.code, str(found.place)) not in shown]
        shown.update((found.code, str(found.place)) for found in new)
        yield from finding_blocks(new, language, indent=4)
