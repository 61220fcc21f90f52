"""A trace as an indented tree: each condition, its result, the value found and its location.

Only what bears on the result is shown. Of alternatives that are met, the one that holds is shown
and the others are named as not needed; of a list, the elements that could still change the result.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from os2governance.i18n.symbols import TRUTH_SYMBOLS
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.render.common.blocks import DASH, NBSP, Block, Cell, Span, paragraph
from os2governance.render.common.values import render_found, render_location
from os2governance.rules.trace import MISSING, Extent, FactPosition, Family, Trace

MAX_ELEMENTS = 3
"""Elements of a list that are shown in full."""
MAX_NUMBERS = 10
"""Elements of a list that are named by their number."""
_NOT_DECLARED = _("not stated")
_FOUND = _("found")
_NUMBER = _("no.")
_NOT_NEEDED = _("not needed")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """Where a node stands: its indent, and the path of the list element, with a trailing dot.

    `phrase` is the model's for the condition that the node is the whole of. `told` is whether a
    phrase above has said what is asked, so that only what is found is left to show. In a `neutral`
    place true and false speak neither for nor against the rule.
    """

    indent: int
    prefix: str
    phrase: str = ""
    told: bool = False
    neutral: bool = False

    def below(self) -> "_Place":
        """The place of what is shown beneath."""
        told = self.told or bool(self.phrase)
        return replace(self, indent=self.indent + 2, phrase="", told=told)


def render_trace_blocks(
    trace: Trace, file: str, language: Language, indent: int, prefix: str = ""
) -> Iterator[Block]:
    """Render a node and its descendants, indented, as clauses after "when".

    `prefix` is the path of the list element under evaluation, with a trailing dot.
    """
    yield from _Renderer(file, language).render(trace, _Place(indent=indent, prefix=prefix))


def render_public_trace(
    trace: Trace, sources: Mapping[str, str], language: Language
) -> Iterator[Block]:
    """Render a trace for readers who edit no files: without keys and lines.

    `sources` are what the files are called; one without a name is not mentioned.
    """
    yield from _Renderer("", language, sources).render(trace, _Place(indent=0, prefix=""))


class _Renderer(NamedTuple):
    """Renders the traces of facts in one file; with `sources`, without keys and lines."""

    file: str
    language: Language
    sources: Mapping[str, str] | None = None

    def render(self, trace: Trace, place: _Place) -> Iterator[Block]:
        """Render a node and what bears on its result."""
        asked = trace.question
        if asked.name:
            [part] = trace.parts
            phrase = place.phrase or asked.asked.render(self.language)
            yield from self.render(part, replace(place, phrase=phrase))
        elif asked.family is not Family.LOGIC:
            yield self._render_fact(trace, trace, place)
            yield from self._render_elements(trace, place.below())
        elif asked.inverts:
            yield from self._render_negation(trace, place)
        else:
            yield from self._render_logic(trace, place)

    def _render_logic(self, trace: Trace, place: _Place) -> Iterator[Block]:
        heading = place.phrase or trace.question.heading.render(self.language)
        below = place
        if heading and (place.phrase or not place.told or _offers_choice(trace)):
            number = trace.number_said.render(self.language)
            found = (Span(f" {DASH} {number}", "faint"),) if number else ()
            heading = heading.removesuffix(":") if number else heading
            yield self._render_line(trace, place, heading, found)
            below = place.below()
        shown: list[list[Block]] = []
        for part in trace.parts:
            needed = part.value is True or trace.value is not True or not _offers_choice(trace)
            if needed:
                blocks = list(self.render(part, below))
            else:
                blocks = [] if below.told else [self._render_not_needed(part, below)]
            if blocks not in shown:  # two conditions on one fact may show the same
                shown.append(blocks)
                yield from blocks

    def _render_negation(self, trace: Trace, place: _Place) -> Iterator[Block]:
        """Render the negation of a single condition in one line, else what it negates beneath."""
        [inner] = trace.parts
        while inner.question.name:
            [inner] = inner.parts
        if inner.question.family is not Family.LOGIC:
            yield self._render_fact(trace, inner, place)
            return
        heading = place.phrase or trace.question.heading.render(self.language)
        yield self._render_line(trace, place, heading, ())
        yield from self.render(trace.parts[0], replace(place.below(), neutral=True))

    def _render_not_needed(self, trace: Trace, place: _Place) -> Block:
        said = trace.question.render(self.language)
        return paragraph(
            Span(f"{_NEUTRAL}{NBSP}", "faint"),
            said,
            Span(f" {DASH} {_NOT_NEEDED.render(self.language)}", "faint"),
            indent=place.indent,
            hang=2,
        )

    def _render_fact(self, trace: Trace, inner: Trace, place: _Place) -> Block:
        """Render the condition on a fact or list, or its negation, and what is found there."""
        bare = place.told and not place.phrase
        found = Span(self._render_finding(inner, place.prefix, bare=bare), "faint")
        if bare:
            title = inner.question.title.render(self.language)
            return self._render_line(trace, place, f"{title}: ", [found])
        said = place.phrase or trace.question.render(self.language)
        return self._render_line(trace, place, said, [Span(f" {DASH} ", "faint"), found])

    def _render_line(self, trace: Trace, place: _Place, said: str, found: Sequence[Span]) -> Block:
        mark = _render_mark(trace, neutral=place.neutral)
        return paragraph(*mark, said, *found, indent=place.indent, hang=2)

    def _render_finding(self, trace: Trace, prefix: str, *, bare: bool) -> str:
        """What is found, and where; `bare` after the title of the fact."""
        if trace.found is MISSING:
            said, path = _NOT_DECLARED.render(self.language), f"{prefix}{trace.question.subject}"
            return said if self.sources is not None else f"{said} ({path})"
        place = self._render_place(trace.position) if trace.position else ""
        if number := trace.number_said.render(self.language):
            return f"{number}{place}"
        found = render_found(trace.question, trace.found, self.language)
        if bare or trace.found is None:
            return f"{found}{place}"
        return f"{_FOUND.render(self.language)}: {found}{place}"

    def _render_place(self, position: FactPosition) -> str:
        """Where a fact is stated, in brackets; empty where a public reader need not be told."""
        if self.sources is None:
            return f" ({render_location(self.file, position)})"
        source = position.source
        name = self.sources.get(source.file, "") if source else ""
        return f" ({name})" if name else ""

    # -- elements of a list ------------------------------------------------------------------

    def _render_elements(self, trace: Trace, place: _Place) -> Iterator[Block]:
        """Render the elements that bear on the result, and count the others."""
        wanted = not trace.question.inverts
        below = list(enumerate(trace.list_parts(place.prefix), start=1))
        values = [part.value for part in trace.parts]
        if wanted and _offers_choice(trace):
            yield from self._render_fitting(values, place)
        if trace.value is True:
            return
        shown = _select_elements(trace, wanted=wanted)
        for number, (part, inside) in below:
            if number in shown:
                neutral = place.neutral or not wanted
                inner = _Place(
                    indent=place.indent, prefix=inside, told=place.told, neutral=neutral
                )
                if len(values) > 1:
                    label = f"{_NUMBER.render(self.language)}{NBSP}{number}"
                    yield paragraph(Span(label, "faint"), indent=place.indent)
                    inner = replace(inner, indent=place.indent + 2)
                yield from self.render(part, inner)
        yield from self._render_others(values, shown, place, wanted=wanted)

    def _render_fitting(self, values: Sequence[bool | None], place: _Place) -> Iterator[Block]:
        """Name the elements of which the condition holds."""
        numbers = [str(number) for number, value in enumerate(values, start=1) if value is True]
        if numbers:
            said = format_list(numbers, self.language)
            if len(numbers) > MAX_NUMBERS:
                said = ", ".join([*numbers[:MAX_NUMBERS], "…"])
            mark = (Span(f"{TRUTH_SYMBOLS[True].glyph}{NBSP}", "met"),)
            yield paragraph(
                *(() if place.neutral else mark),
                Span(f"{_NUMBER.render(self.language)}{NBSP}{said}", "faint"),
                indent=place.indent,
                hang=2,
            )

    def _render_others(
        self, values: Sequence[bool | None], shown: set[int], place: _Place, *, wanted: bool
    ) -> Iterator[Block]:
        """Count the elements that are not shown: undetermined ones, and those that do not fit."""
        others = [value for number, value in enumerate(values, start=1) if number not in shown]
        open_, unfit = others.count(None), others.count(not wanted)
        for count, text in (
            (open_, ngettext("{count} other is undecided", "{count} others are undecided", open_)),
            (
                unfit,
                ngettext("{count} other does not count", "{count} others do not count", unfit),
            ),
        ):
            if count:
                said = text.render(self.language).format(count=count)
                yield paragraph(Span(said, "faint"), indent=place.indent)


def _offers_choice(trace: Trace) -> bool:
    """Whether some parts are enough to make it true, so that others are not needed."""
    ways = trace.question.ways(holds=True, parts=len(trace.parts))
    return any(way.value and way.extent is not Extent.EVERY for way in ways)


def _select_elements(trace: Trace, *, wanted: bool) -> set[int]:
    """The numbers of the elements to show: undetermined ones, else those that stand against it."""
    open_ = [number for number, part in enumerate(trace.parts, start=1) if part.value is None]
    if trace.value is None:
        return set(open_[:MAX_ELEMENTS])
    against = [n for n, part in enumerate(trace.parts, start=1) if part.value is (not wanted)]
    return set([*open_, *(() if trace.question.selects else against)][:MAX_ELEMENTS])


_NEUTRAL = "·"


def _render_mark(trace: Trace, *, neutral: bool) -> Cell:
    if neutral and trace.value is not None:
        return (Span(f"{_NEUTRAL}{NBSP}", "faint"),)
    sign = TRUTH_SYMBOLS[trace.value]
    style = {True: "met", False: "unmet", None: "unknown"}[trace.value]
    return (Span(f"{sign.glyph}{NBSP}", style),)
