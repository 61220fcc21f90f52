"""A governance report or an evaluation in Markdown, by a layout."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.exchange.read.claims import Said, all_said, evaluated
from os2governance.exchange.write.escape import address, in_cell, inline
from os2governance.i18n.symbols import LEVELS
from os2governance.i18n.text import listed
from os2governance.model.document_layouts import Layout, Light, Marks
from os2governance.version import VERSION

_BELOW = "under {level}"
_COMPUTED = ("assessed", "fully", "possible")
_NOBODY = "-"


class _Page(NamedTuple):
    """The data of which all parts of a document are rendered."""

    assessment: Assessment
    layout: Layout
    marks: Marks
    rows: Sequence[Said]

    @property
    def given(self) -> Mapping[str, Any]:
        return self.layout.given

    @property
    def lights(self) -> bool:
        return self.layout.fills == "lights"

    def level(self, level: str) -> str:
        """Render a level's name, escaped."""
        return inline(
            next(x.name for x in self.assessment.model.levels if x.id == level).say("da")
        )

    def label(self, level: str) -> str:
        """Render the label of a level in a row, escaped."""
        return in_cell(str(self.given.get("labels", {}).get(level, level)))

    def filled(self, text: str) -> str:
        """Fill the placeholders of a layout's text; the values are escaped."""
        assessment = self.assessment
        evaluation = assessment.evaluation if self.lights and evaluated(assessment) else None
        declaration = assessment.declaration
        values = {
            "product": inline(declaration.name),
            "version": inline(assessment.model.version),
            "layout": inline(self.layout.name),
            "date": str(evaluation.on if evaluation else _dated(self)),
            "by": inline(evaluation.by if evaluation else _by(self)),
            "repository": address(_repository(self)) or _NOBODY,
        }
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text


def _dated(page: _Page) -> object:
    return page.assessment.as_of if page.lights else page.assessment.declaration.declared_on


def _by(page: _Page) -> str:
    return f"os2governance {VERSION}" if page.lights else page.assessment.declaration.declared_by


def _repository(page: _Page) -> str:
    value: Any = page.assessment.declaration.facts
    for step in page.given.get("repository", ()):
        inside = isinstance(value, dict) and step in value
        listed_there = isinstance(value, list) and isinstance(step, int) and step < len(value)
        value = value[step] if inside or listed_there else None
    return value if isinstance(value, str) else ""


def report(assessment: Assessment, layout: Layout, marks: Marks) -> str:
    """Render a document; the same assessment and layout give the same text."""
    page = _Page(assessment, layout, marks, all_said(assessment))
    lines = [*_front(page), f"# {page.filled(layout.given['title'])}", ""]
    for part in layout.given["parts"]:
        lines += _PARTS[part](page)
    return "\n".join(lines).rstrip("\n") + "\n"


def _front(page: _Page) -> Iterator[str]:
    """Render the front matter; a page's title is copied into HTML verbatim, so it is escaped."""
    if "front_matter" not in page.given:
        return
    name = inline(page.assessment.declaration.name)
    title = page.given.get("front_title", "{product}").replace("{product}", name)
    yield "---"
    yield f"title: {json.dumps(title, ensure_ascii=False)}"
    for key, value in page.given["front_matter"].items():
        yield f"{key}: {json.dumps(value) if isinstance(value, bool) else value}"
    yield from ("---", "")


def _facts(page: _Page) -> Iterator[str]:
    facts = page.given.get("facts")
    if not facts:
        return
    yield f"> **{facts['title']}**<br/>"
    for line in facts["lines"]:
        yield f"> **{line['label']}:** {page.filled(line['value'])}<br/>"
    yield ""
    if page.lights and not evaluated(page.assessment):
        mark = page.given.get("draft", "")
        yield (
            f"> **{mark}** Lysene følger reglerne og erklæringen pr. {page.assessment.as_of}; "
            "ingen har evalueret produktet efter denne model."
        )
        yield ""


def _rows(page: _Page) -> Iterator[str]:
    columns = page.given["columns"]
    for theme in page.assessment.model.themes:
        heading = page.given.get("headings", {}).get(theme.id) or theme.name.say("da")
        rows = [
            _row(page, said, columns) for said in page.rows if said.criterion.theme == theme.id
        ]
        yield f"## {inline(heading)}"
        yield ""
        yield from _table([column["title"] for column in columns], rows)


def _table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    titles = list(head)
    yield _line(titles)
    yield _line(["---"] * len(titles))
    yield from (_line(row) for row in rows)
    yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _row(page: _Page, said: Said, columns: Sequence[Mapping[str, str]]) -> list[str]:
    cells = cells_of(said, page.marks)
    criterion = said.criterion
    more = page.given.get("recommended", "") if criterion.recommended else ""
    cells |= {
        "id": in_cell(criterion.id),
        "title": in_cell(criterion.title.say("da") + more),
        "level": page.label(criterion.level),
        "asks": in_cell(criterion.asks.say("da")),
    }
    return [cells[column["shows"]] for column in columns]


def cells_of(said: Said, marks: Marks) -> dict[str, str]:
    """The cells with the statement about a criterion, escaped."""
    return {
        "mark": marks.answers["words"].get(said.claim, ""),
        "text": text_cell(said.text, said.links),
        "light": marks.light(said.light).mark,
        "grounds": text_cell(said.grounds, said.grounds_links),
        "advice": in_cell(said.advice),
    }


def text_cell(text: str, links: Iterable[str]) -> str:
    """Render a text and the references that are not in it, each on a separate line."""
    below = [address(link) for link in links if link.strip() not in text.split()]
    return "<br/>".join([*filter(None, [in_cell(text)]), *below])


# -- counts ---------------------------------------------------------------------------------------


def _counted(page: _Page, rows: Iterable[Said]) -> dict[str, int]:
    counts = {light.status: 0 for light in page.marks.lights}
    for said in rows:
        counts[page.marks.light(said.light).status] += 1
    return counts


def _counts(page: _Page) -> Iterator[str]:
    model, lights = page.assessment.model, page.marks.lights
    levels = [(x.id, page.level(x.id)) for x in model.levels]
    yield from ("# Optælling af vurderinger pr. niveau og tema", "")
    head = ["Niveau / Vurdering", *(f"{light.mark} {light.word}" for light in lights)]
    by_level = [
        (name, _counted(page, [s for s in page.rows if s.criterion.level == id_]))
        for id_, name in levels
    ]
    by_level.append(("**Total**", _counted(page, page.rows)))
    yield from _table(head, [[name, *map(str, counts.values())] for name, counts in by_level])
    yield from _unanswered(page)
    head = ["Tema / Niveau", *(name for _, name in levels), "Total"]
    themes = [
        (inline(t.name.say("da")), [s for s in page.rows if s.criterion.theme == t.id])
        for t in model.themes
    ]
    themes.append(("**Total**", list(page.rows)))
    yield from _table(
        head,
        [
            [
                name,
                *(_all(page, [s for s in rows if s.criterion.level == id_]) for id_, _ in levels),
                _all(page, rows),
            ]
            for name, rows in themes
        ],
    )


def _all(page: _Page, rows: Iterable[Said]) -> str:
    counts = _counted(page, rows)
    return " ".join(f"{light.mark} {counts[light.status]}" for light in page.marks.lights)


def _unanswered(page: _Page) -> Iterator[str]:
    """Render the number of ratings missing, since OS2's count includes them with others."""
    unknown = [said.criterion.id for said in page.rows if said.light == "unknown"]
    if unknown:
        light = page.marks.light("unknown")
        yield (
            f"Uden svar eller lys: {len(unknown)} ({', '.join(map(inline, unknown))}). I denne "
            f"opstilling tæller de med under {light.mark}; reglerne regner dem som ukendte."
        )
        yield ""


def _charts(page: _Page) -> Iterator[str]:
    groups = [
        (page.level(x.id), [s for s in page.rows if s.criterion.level == x.id])
        for x in page.assessment.model.levels
    ]
    for name, rows in [*groups, ("Samlet", list(page.rows))]:
        if rows:
            yield from _chart(page, name, rows)


def _chart(page: _Page, name: str, rows: Sequence[Said]) -> Iterator[str]:
    """Render a pie chart; Mermaid assigns colours by size, so the slices are sorted by size."""
    counts = _counted(page, rows)
    slices = [light for light in page.marks.lights if counts[light.status]]
    slices.sort(key=lambda light: -counts[light.status])
    colours = {f"pie{n}": light.colour for n, light in enumerate(slices, 1)}
    plain = "".join(letter for letter in name if letter.isalnum() or letter in " .-")
    yield "```mermaid"
    yield f"%%{{init: {json.dumps({'themeVariables': colours})}}}%%"
    yield "pie showData"
    yield f"  title {plain} ({len(rows)} krav)"
    for light in slices:
        yield f'  "{_share(light, counts[light.status], len(rows))}" : {counts[light.status]}'
    yield from ("```", "")


def _share(light: Light, count: int, total: int) -> str:
    word = "".join(letter for letter in light.word if letter.isalnum() or letter == " ")
    return f"{word} {(200 * count + total) // (2 * total)}%"


def _legend(page: _Page) -> Iterator[str]:
    yield from ("## Hvad lysene betyder", "")
    for light in page.marks.lights:
        yield f"- {light.mark} **{light.word}**: {light.means}"
    yield ""


# -- level --------------------------------------------------------------------------------------


def _level(page: _Page) -> Iterator[str]:
    """Render our own statement: the levels, the reservations, and the blocking criteria."""
    assessment = page.assessment
    yield from (f"## Niveau efter reglerne pr. {assessment.as_of}", "")
    for name, meaning in LEVELS.items():
        level: str | None = getattr(assessment.levels, name)
        if level is not None:
            said = page.level(level)
        elif name in _COMPUTED:
            said = _BELOW.format(level=page.level(assessment.model.level_ids[0]))
        else:
            continue
        yield f"- **{meaning.word.da}:** {said} ({meaning.means.da})"
    if assessment.reservations:
        yield f"- **Forbehold:** {listed([inline(x) for x in assessment.reservations], 'da')}"
    yield ""
    yield from _blockers(page)
    for key, level in (
        ("aims", assessment.levels.claimed),
        ("recommends", assessment.levels.recommended),
    ):
        if level is not None and key in page.given:
            yield page.given[key].replace("{level}", page.level(level).lower())
            yield ""


def _blockers(page: _Page) -> Iterator[str]:
    for level, blockers in page.assessment.blockers.items():
        yield f"Mangler til {page.level(level)} ({len(blockers)}):"
        yield ""
        for id_ in blockers:
            criterion = page.assessment.model.by_id[id_]
            yield f"- {inline(id_)} {inline(criterion.title.say('da'))}"
        yield ""
        break  # the next level; the levels above it inherit what blocks it


_PARTS = {
    "facts": _facts,
    "level": _level,
    "rows": _rows,
    "counts": _counts,
    "charts": _charts,
    "legend": _legend,
}
