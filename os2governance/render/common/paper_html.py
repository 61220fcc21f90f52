"""A paper as HTML, ready to print on A4: no scripts, no external resources."""

from collections.abc import Iterable, Mapping
from html import escape

from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language
from os2governance.render.common.paper import (
    PaperCell,
    PaperField,
    PaperFrame,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperSlot,
    PaperSubject,
    PaperTable,
    add_left_over,
)
from os2governance.render.common.paper_fields import (
    render_paper_field,
    render_paper_slot,
    render_paper_subject,
)

_HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 16mm 18mm 18mm; @bottom-right {{ content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; }} @bottom-left {{ content: "{footer}"; font: 8pt sans-serif; color: #444; }} }}
body {{ font: 10pt/1.35 sans-serif; max-width: 46rem; margin: 1rem auto; padding: 0 1rem; color: #111; }}
h1 {{ font-size: 15pt; margin: 0 0 .4rem; }}
h2 {{ font-size: 12pt; margin: .8rem 0 .2rem; break-after: avoid; }}
h3 {{ font-size: 10pt; margin: .5rem 0 .1rem; break-after: avoid; }}
p, ul, ol {{ margin: .2rem 0; overflow-wrap: anywhere; }}
ul, ol {{ padding-left: 1.4rem; }}
dl {{ display: grid; grid-template-columns: max-content 1fr max-content 1fr; gap: .1rem .8rem; margin: .4rem 0; padding: .3rem 0; border: solid #999; border-width: 1px 0; }}
dt {{ font-weight: bold; }}
dd {{ margin: 0; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; width: 100%; margin: .3rem 0; font-size: 9pt; line-height: 1.25; }}
th, td {{ border: 1px solid #999; padding: .1rem .3rem; text-align: left; vertical-align: top; }}
.long {{ overflow-wrap: anywhere; }}
th:first-child, td:first-child {{ min-width: 6.5rem; }}
p, li {{ orphans: 2; widows: 2; }}
ol, li {{ break-inside: avoid; }}
p:has(+ ol), p:has(+ table), p:has(+ blockquote) {{ break-after: avoid; }}
th {{ background: #eee; }}
blockquote {{ margin: .3rem 0 .3rem .8rem; padding-left: .6rem; border-left: 2px solid #999; }}
.fill {{ border-left: 3px solid #0072b2; padding: .1rem .5rem; margin: .3rem 0; }}
.annex {{ break-before: page; }}
@media screen and (max-width: 40rem) {{ dl {{ grid-template-columns: max-content 1fr; }} th, td, th:first-child, td:first-child {{ min-width: 0; overflow-wrap: anywhere; }} }}
@media print {{ body {{ margin: 0; padding: 0; max-width: none; }} }}
</style>
</head>
<body>
<main>
"""  # noqa: E501 - one line of the page each


def render_paper_html(
    paper: Iterable[PaperPart], kept: Mapping[str, str], language: Language = "da"
) -> str:
    """The HTML page; `kept` are the texts, in HTML, that people filled in before."""
    parts = add_left_over(paper, kept, language)
    title = next(part.text for part in parts if isinstance(part, PaperHeading))
    body = "\n".join(_render_part(part, kept) for part in parts)
    head = _HEAD.format(title=_escape_text(title), footer=_escape_css(title), language=language)
    return f"{head}{body}\n</main>\n</body>\n</html>\n"


LONGEST_WORD = 28
"""Characters of a word that a table cell holds unbroken: above it are addresses and hashes."""


def _render_cell(cell: PaperCell, kept: Mapping[str, str]) -> str:
    text = cell.text if isinstance(cell, PaperSlot) else cell
    long = any(len(word) > LONGEST_WORD for word in text.split())
    start = '<td class="long">' if long else "<td>"
    return f"{start}{_render_text(cell, kept)}</td>"


def _render_text(cell: PaperCell, kept: Mapping[str, str]) -> str:
    """A text; in a slot what people wrote there, else what is offered."""
    if isinstance(cell, str):
        return _escape_text(cell)
    offered = _escape_text(cell.text)
    return render_paper_slot(cell.key, kept.get(cell.key, offered), offered)


def _escape_text(text: str) -> str:
    return escape(make_inert(text))


def _escape_css(text: str) -> str:
    """A text within quotes in a style sheet: every letter but the usual ones by its number."""
    inert = make_inert(text)
    return "".join(c if c.isalnum() or c in " .,:-" else f"\\{ord(c):x} " for c in inert)


def _render_part(part: PaperPart, kept: Mapping[str, str]) -> str:  # noqa: C901, PLR0911, PLR0912 - one for each kind
    match part:
        case PaperSubject(subject):
            return render_paper_subject(subject)
        case PaperHeading(level, text, annex):
            begins = ' class="annex"' if annex else ""
            return f"<h{level}{begins}>{_escape_text(text)}</h{level}>"
        case PaperParagraph(text):
            return f"<p>{_escape_text(text)}</p>"
        case PaperQuote():
            said = "".join(f"<p>{_escape_text(each)}</p>" for each in part.paragraphs)
            return f"<blockquote>{said}</blockquote>"
        case PaperList(items, numbered):
            tag = "ol" if numbered else "ul"
            listed = "".join(f"<li>{_escape_text(each)}</li>" for each in items)
            return f"<{tag}>{listed}</{tag}>"
        case PaperFrame(entries):
            pairs = ((_escape_text(label), _render_text(cell, kept)) for label, cell in entries)
            return "<dl>\n" + "".join(f"<dt>{a}</dt><dd>{b}</dd>\n" for a, b in pairs) + "</dl>"
        case PaperField(key, prompt, parts):
            offered = "\n".join(_render_part(each, kept) for each in parts)
            if not parts:
                offered = f"<p><em>[{_escape_text(prompt)}]</em></p>" if prompt else ""
            filled = render_paper_field(key, kept.get(key, offered), offered)
            return f'<div class="fill">\n{filled}\n</div>'
        case PaperTable(head, rows):
            top = "".join(f'<th scope="col">{_escape_text(each)}</th>' for each in head)
            lines = ("".join(_render_cell(cell, kept) for cell in row) for row in rows)
            body = "\n".join(f"<tr>{line}</tr>" for line in lines)
            return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
