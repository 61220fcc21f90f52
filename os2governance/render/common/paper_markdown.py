"""A paper as Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from os2governance.i18n.text import Language
from os2governance.render.common.markdown import escape_markdown
from os2governance.render.common.paper import (
    PaperCell,
    PaperField,
    PaperFrame,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperSubject,
    PaperTable,
    add_left_over,
)
from os2governance.render.common.paper_fields import (
    render_paper_field,
    render_paper_slot,
    render_paper_subject,
)


def render_paper_markdown(
    paper: Iterable[PaperPart], texts: Mapping[str, str], language: Language = "da"
) -> str:
    """The paper as Markdown; `texts` are those that people filled in before."""
    parts = add_left_over(paper, texts, language)
    return "\n\n".join(block for part in parts for block in _render_part(part, texts)) + "\n"


def _render_text(cell: PaperCell, texts: Mapping[str, str]) -> str:
    """A text; in a slot what people wrote there, else what is offered."""
    if isinstance(cell, str):
        return escape_markdown(cell)
    offered = escape_markdown(cell.text)
    return render_paper_slot(cell.key, texts.get(cell.key, offered), offered)


def _render_part(  # noqa: C901, PLR0912 - one case for each kind
    part: PaperPart, texts: Mapping[str, str]
) -> Iterator[str]:
    match part:
        case PaperSubject(subject):
            yield render_paper_subject(subject)
        case PaperHeading(level, text, annex):
            if annex:
                yield "---"
            yield f"{'#' * level} {escape_markdown(text)}"
        case PaperParagraph(text):
            yield escape_markdown(text)
        case PaperQuote():
            yield "\n>\n".join(f"> {escape_markdown(each)}" for each in part.paragraphs)
        case PaperList(items, numbered):
            marks = [f"{number}." if numbered else "-" for number, _ in enumerate(items, 1)]
            both = zip(marks, map(escape_markdown, items), strict=True)
            yield "\n".join(f"{mark} {said}" for mark, said in both)
        case PaperFrame(entries):
            yield "\n".join(
                f"- **{escape_markdown(label)}:** {_render_text(cell, texts)}"
                for label, cell in entries
            )
        case PaperField(key, prompt, parts):
            offered = "\n\n".join(block for each in parts for block in _render_part(each, texts))
            if not parts:
                offered = f"*[{prompt}]*" if prompt else ""
            yield render_paper_field(key, texts.get(key, offered), offered)
        case PaperTable(head, rows):
            lines = (
                head,
                ("---",) * len(head),
                *(tuple(_render_text(cell, texts) for cell in row) for row in rows),
            )
            yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
