"""A paper as HTML, ready to print on A4: no scripts, no external resources."""

from collections.abc import Iterable, Mapping
from html import escape

from os2governance.i18n.text import Language
from os2governance.render.common.layout import inert
from os2governance.render.common.paper import About, Bullets, Fill, Heading, Part, Rows, Said
from os2governance.render.common.paper_kept import mark, place

_HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 18mm 20mm; }}
body {{ font: 10pt/1.35 sans-serif; max-width: 46rem; margin: 1rem auto; padding: 0 1rem; color: #111; }}
h1 {{ font-size: 15pt; margin: 0 0 .4rem; }}
h2 {{ font-size: 12pt; margin: .8rem 0 .2rem; break-after: avoid; }}
h3 {{ font-size: 10pt; margin: .5rem 0 .1rem; break-after: avoid; }}
p, ul {{ margin: .2rem 0; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; width: 100%; margin: .3rem 0; }}
th, td {{ border: 1px solid #999; padding: .1rem .35rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }}
th:first-child, td:first-child {{ min-width: 6.5rem; }}
tr {{ break-inside: avoid; }}
th {{ background: #eee; overflow-wrap: normal; }}
.fill {{ border-left: 3px solid #0072b2; padding: .1rem .5rem; margin: .3rem 0; }}
.annex {{ break-before: page; }}
@media screen and (max-width: 40rem) {{ th, th:first-child, td:first-child {{ min-width: 0; overflow-wrap: anywhere; }} }}
@media print {{ body {{ margin: 0; padding: 0; max-width: none; }} }}
</style>
</head>
<body>
<main>
"""  # noqa: E501 - one line of the page each


def paper_html(paper: Iterable[Part], kept: Mapping[str, str], language: Language = "da") -> str:
    """The HTML page; `kept` are the texts, in HTML, that people filled in before."""
    parts = list(paper)
    title = next(part.text for part in parts if isinstance(part, Heading))
    body = "\n".join(_block(part, kept) for part in parts)
    head = _HEAD.format(title=_plain(title), language=language)
    return f"{head}{body}\n</main>\n</body>\n</html>\n"


def _plain(text: str) -> str:
    return escape(inert(text))


def _block(part: Part, kept: Mapping[str, str]) -> str:
    match part:
        case About(subject):
            return mark(subject)
        case Heading(level, text, annex):
            begins = ' class="annex"' if annex else ""
            return f"<h{level}{begins}>{_plain(text)}</h{level}>"
        case Said(text):
            return f"<p>{_plain(text)}</p>"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{_plain(each)}</li>" for each in items) + "</ul>"
        case Fill(key, prompt):
            filled = kept.get(key, f"<p><em>[{_plain(prompt)}]</em></p>")
            return f'<div class="fill">\n{place(key, filled)}\n</div>'
        case Rows(head, rows):
            top = "".join(f'<th scope="col">{_plain(each)}</th>' for each in head)
            lines = ("".join(f"<td>{_plain(each)}</td>" for each in row) for row in rows)
            body = "\n".join(f"<tr>{line}</tr>" for line in lines)
            return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
