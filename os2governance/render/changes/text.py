"""Changes between two states, with causes, as text."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.attribution import Came, Explained, Part
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.changes.words import (
    causes_said,
    part_lines,
    place_said,
    sides_said,
    title_said,
    written_said,
)
from os2governance.render.common.blocks import BLANK, GLUE, Block, Span, paragraph
from os2governance.render.common.levels import mark

HEAD = Text("Ændringer fra {before} til {after}", "Changes from {before} to {after}")
SINCE = Text(
    "Ændringer siden hvert produkts seneste beslutning, til {after}",
    "Changes since each product's last decision, to {after}",
)
NONE = Text("Intet niveau og intet krav er ændret.", "No level and no criterion has changed.")
NEW = Text("nyt", "new")
GONE = Text("findes ikke mere", "gone")
RENAMED = Text("hed før {was}", "was named {was}")
BECAUSE = Text("på grund af: {causes}", "because of: {causes}")
NEVER = Text(
    "Uden beslutning, så der er intet at sammenligne med: {names}.",
    "Without a decision, so that there is nothing to compare with: {names}.",
)


def changes_blocks(
    changes: Sequence[Explained], states: tuple[str, str], never: Sequence[str], language: Language
) -> Iterator[Block]:
    """Render the report."""
    yield paragraph(Span(head_said(states, language), "title"), hang=2)
    if not changes:
        yield paragraph(NONE.say(language))
    for explained in changes:
        yield BLANK
        life = life_said(explained, language)
        yield paragraph(Span(explained.change.product, "strong"), f" ({life})" if life else "")
        for part in (*explained.levels, *explained.outcomes):
            yield from _part(part, explained, language)
    if never:
        yield BLANK
        yield paragraph(NEVER.say(language).format(names=listed(never, language)))


def head_said(states: tuple[str, str], language: Language) -> str:
    """The heading: which states are compared."""
    before, after = states
    text = HEAD if before else SINCE
    return text.say(language).format_map({"before": before, "after": after})


def life_said(explained: Explained, language: Language) -> str:
    """Whether a product is new, removed or renamed; otherwise empty."""
    if explained.was_named:
        return RENAMED.say(language).format_map({"was": explained.was_named})
    if explained.change.before is None:
        return NEW.say(language)
    return GONE.say(language) if explained.change.after is None else ""


def _part(part: Part, explained: Explained, language: Language) -> Iterator[Block]:
    before, after = sides_said(part, explained, language)
    light = [mark(part.after.status), Span(GLUE)] if isinstance(part.after, Came) else []
    because = BECAUSE.say(language).format(causes=causes_said(part, language))
    yield paragraph(
        *light,
        title_said(part, explained, language),
        f": {before} →{GLUE}{after}",
        Span(f" · {because}", "faint"),
        indent=2,
        hang=2,
    )
    for line in part_lines(part, explained):
        was, now = (written_said(each, language) for each in (line.before, line.after))
        yield paragraph(
            Span(f"{line.subject}: ", "faint"),
            f"{was}{place_said(line.before)} →{GLUE}{now}{place_said(line.after)}",
            indent=6,
            hang=2,
        )
