"""A paper as Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from os2governance.render.common.markdown import escape_markdown
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperSubject,
    PaperTable,
)
from os2governance.render.common.paper_fields import render_paper_field, render_paper_subject


def render_paper_markdown(paper: Iterable[PaperPart], texts: Mapping[str, str]) -> str:
    """The paper as Markdown; `texts` are those that people filled in before."""
    return "\n\n".join(block for part in paper for block in _render_part(part, texts)) + "\n"


def _render_part(  # noqa: C901 - one case for each kind
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
        case PaperList(items):
            yield "\n".join(f"- {escape_markdown(each)}" for each in items)
        case PaperField(key, prompt):
            yield render_paper_field(key, texts.get(key, f"*[{prompt}]*"))
        case PaperTable(head, rows):
            lines = (
                head,
                ("---",) * len(head),
                *(tuple(map(escape_markdown, row)) for row in rows),
            )
            yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
