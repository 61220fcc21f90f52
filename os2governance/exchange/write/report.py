"""A governance report or an evaluation in Markdown, by a layout."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.assessment.ladder import NOT_REACHED, NOT_SETTLED
from os2governance.assessment.levels import Assessment
from os2governance.exchange.write.escape import (
    escape_address,
    escape_cell,
    escape_inline,
    escape_paragraphs,
)
from os2governance.exchange.write.statements import (
    CriterionStatement,
    build_statements,
    has_evaluator_ratings,
)
from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.i18n.text import format_list
from os2governance.model.document_layouts import DocumentSymbols, Layout, RatingStyle
from os2governance.product.record import Evaluation
from os2governance.version import VERSION

_STATES = {NOT_SETTLED: "ikke afklaret", NOT_REACHED: "det laveste niveau er ikke nået"}
_COMPUTED_LEVELS = {"fully": "endnu intet niveau", "possible": "intet niveau"}
_NOT_STATED = "-"


class _ReportContext(NamedTuple):
    """The data of which all parts of a document are rendered."""

    assessment: Assessment
    layout: Layout
    symbols: DocumentSymbols
    rows: Sequence[CriterionStatement]

    @property
    def layout_values(self) -> Mapping[str, Any]:
        return self.layout.file_values

    @property
    def shows_ratings(self) -> bool:
        return self.layout.fills == "lights"

    @property
    def evaluation(self) -> Evaluation | None:
        """The evaluation whose ratings the document shows, if it is an evaluator's."""
        own = self.shows_ratings and has_evaluator_ratings(self.assessment)
        return self.assessment.evaluation if own else None

    def render_level_name(self, level: str) -> str:
        """Render a level's name, escaped."""
        return escape_inline(
            next(x.name for x in self.assessment.model.levels if x.id == level).render("da")
        )

    def render_level_label(self, level: str) -> str:
        """Render the label of a level in a row, escaped."""
        return escape_cell(str(self.layout_values.get("labels", {}).get(level, level)))

    def fill(self, text: str) -> str:
        """Fill the placeholders of a layout's text; the values are escaped."""
        assessment = self.assessment
        evaluation = self.evaluation
        product = assessment.product
        values = {
            "product": escape_inline(product.name),
            "version": escape_inline(assessment.model.version),
            "layout": escape_inline(self.layout.name),
            "date": str(evaluation.on if evaluation else _find_date(self)),
            "by": escape_inline(evaluation.by if evaluation else _find_author(self)),
            "repository": escape_address(_find_repository(self)) or _NOT_STATED,
        }
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text


def _find_date(page: _ReportContext) -> object:
    assessment = page.assessment
    return assessment.as_of if page.shows_ratings else assessment.declared_on or assessment.as_of


def _find_author(page: _ReportContext) -> str:
    return f"os2governance {VERSION}" if page.shows_ratings else page.assessment.declared_by


def _find_repository(page: _ReportContext) -> str:
    value: Any = page.assessment.facts.values
    for step in page.layout_values.get("repository", ()):
        inside = isinstance(value, dict) and step in value
        listed_there = isinstance(value, list) and isinstance(step, int) and step < len(value)
        value = value[step] if inside or listed_there else None
    return value if isinstance(value, str) else ""


def render_governance_report(
    assessment: Assessment, layout: Layout, marks: DocumentSymbols
) -> str:
    """Render a document; the same assessment and layout give the same text."""
    page = _ReportContext(assessment, layout, marks, build_statements(assessment))
    lines = [*_render_front_matter(page), f"# {_render_title(page)}", ""]
    for part in layout.file_values["parts"]:
        lines += _PART_RENDERERS[part](page)
    return "\n".join(lines).rstrip("\n") + "\n"


def _render_front_matter(page: _ReportContext) -> Iterator[str]:
    """Render the front matter; a page's title is copied into HTML verbatim, so it is escaped."""
    if "front_matter" not in page.layout_values:
        return
    name = escape_inline(page.assessment.product.name)
    title = page.layout_values.get("front_title", "{product}").replace("{product}", name)
    yield "---"
    yield f"title: {json.dumps(title, ensure_ascii=False)}"
    for key, value in page.layout_values["front_matter"].items():
        yield f"{key}: {json.dumps(value) if isinstance(value, bool) else value}"
    yield from ("---", "")


def _render_title(page: _ReportContext) -> str:
    """The document's title, with the mark of a draft where it is one."""
    title = page.fill(page.layout_values["title"])
    mark = page.layout_values.get("draft")
    return (
        f"{mark} {title}" if mark and page.assessment.draft and not page.shows_ratings else title
    )


def _render_summary(page: _ReportContext) -> Iterator[str]:
    """Render what the evaluator says of the whole product."""
    evaluation = page.evaluation
    if evaluation and evaluation.summary.strip() and "summary" in page.layout_values:
        yield from (f"## {page.layout_values['summary']}", "")
        yield from (escape_paragraphs(evaluation.summary), "")


def _render_recommendation(page: _ReportContext) -> Iterator[str]:
    """Render the level that the evaluator recommends, and why."""
    evaluation = page.evaluation
    if not evaluation or not evaluation.recommends or "recommendation" not in page.layout_values:
        return
    yield from (f"## {page.layout_values['recommendation']}", "")
    yield from _render_level_sentence(page, "recommends", evaluation.recommends)
    if evaluation.recommends_rationale.strip():
        yield from (escape_paragraphs(evaluation.recommends_rationale), "")


def _render_level_sentence(page: _ReportContext, key: str, level: str | None) -> Iterator[str]:
    if level is not None and key in page.layout_values:
        yield page.layout_values[key].replace("{level}", page.render_level_name(level).lower())
        yield ""


def _render_facts(page: _ReportContext) -> Iterator[str]:
    facts = page.layout_values.get("facts")
    if not facts:
        return
    yield f"> **{facts['title']}**<br/>"
    for line in facts["lines"]:
        yield f"> **{line['label']}:** {page.fill(line['value'])}<br/>"
    yield ""
    if page.shows_ratings and not has_evaluator_ratings(page.assessment):
        mark = page.layout_values.get("draft", "")
        yield (
            f"> **{mark}** Vurderingerne følger reglerne og selvevalueringen pr. "
            f"{page.assessment.as_of}; ingen har evalueret produktet efter denne model."
        )
        yield ""


def _render_rows(page: _ReportContext) -> Iterator[str]:
    columns = page.layout_values["columns"]
    for theme in page.assessment.model.themes:
        heading = page.layout_values.get("headings", {}).get(theme.id) or theme.name.render("da")
        rows = [
            _build_row(page, said, columns)
            for said in page.rows
            if said.criterion.theme == theme.id
        ]
        yield f"## {escape_inline(heading)}"
        yield ""
        yield from _render_table([column["title"] for column in columns], rows)


def _render_table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    titles = list(head)
    yield _format_row(titles)
    yield _format_row(["---"] * len(titles))
    yield from (_format_row(row) for row in rows)
    yield ""


def _format_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _build_row(
    page: _ReportContext, said: CriterionStatement, columns: Sequence[Mapping[str, str]]
) -> list[str]:
    cells = build_criterion_cells(said, page.symbols)
    criterion = said.criterion
    more = page.layout_values.get("recommended", "") if criterion.recommended else ""
    title = page.layout_values.get("titles", {}).get(criterion.id) or criterion.title.render("da")
    if page.evaluation and said.advice and "advice" in page.layout_values:
        advice = page.layout_values["advice"].replace("{advice}", cells["advice"])
        cells["grounds"] = "<br/>".join(filter(None, [cells["grounds"], advice]))
    cells |= {
        "id": escape_cell(criterion.id),
        "title": escape_cell(title + more),
        "level": page.render_level_label(criterion.level),
        "asks": escape_cell(criterion.asks.render("da")),
    }
    return [cells[column["shows"]] for column in columns]


def build_criterion_cells(said: CriterionStatement, marks: DocumentSymbols) -> dict[str, str]:
    """The cells with the statement about a criterion, escaped."""
    return {
        "mark": marks.answers["words"].get(said.claim, ""),
        "text": render_text_cell(said.text, said.links),
        "light": marks.find_rating_style(said.rating).mark,
        "grounds": render_text_cell(said.rationale, said.rationale_links),
        "advice": escape_cell(said.advice),
    }


def render_text_cell(text: str, links: Iterable[str]) -> str:
    """Render a text and the references that are not in it, each on a separate line."""
    below = [escape_address(link) for link in links if link.strip() not in text.split()]
    return "<br/>".join([*filter(None, [escape_cell(text)]), *below])


# -- counts ---------------------------------------------------------------------------------------


def _count_ratings(page: _ReportContext, rows: Iterable[CriterionStatement]) -> dict[str, int]:
    counts = {light.status: 0 for light in page.symbols.rating_styles}
    for said in rows:
        counts[page.symbols.find_rating_style(said.rating).status] += 1
    return counts


def _render_counts(page: _ReportContext) -> Iterator[str]:
    model, lights = page.assessment.model, page.symbols.rating_styles
    levels = [(x.id, page.render_level_name(x.id)) for x in model.levels]
    yield from ("# Optælling af vurderinger pr. niveau og tema", "")
    head = ["Niveau / Vurdering", *(f"{light.mark} {light.word}" for light in lights)]
    by_level = [
        (name, _count_ratings(page, [s for s in page.rows if s.criterion.level == id_]))
        for id_, name in levels
    ]
    by_level.append(("**Total**", _count_ratings(page, page.rows)))
    yield from _render_table(
        head, [[name, *map(str, counts.values())] for name, counts in by_level]
    )
    yield from _render_unanswered(page)
    head = ["Tema / Niveau", *(name for _, name in levels), "Total"]
    themes = [
        (escape_inline(t.name.render("da")), [s for s in page.rows if s.criterion.theme == t.id])
        for t in model.themes
    ]
    themes.append(("**Total**", list(page.rows)))
    yield from _render_table(
        head,
        [
            [
                name,
                *(
                    _format_counts(page, [s for s in rows if s.criterion.level == id_])
                    for id_, _ in levels
                ),
                _format_counts(page, rows),
            ]
            for name, rows in themes
        ],
    )


def _format_counts(page: _ReportContext, rows: Iterable[CriterionStatement]) -> str:
    counts = _count_ratings(page, rows)
    return " ".join(f"{light.mark} {counts[light.status]}" for light in page.symbols.rating_styles)


def _render_unanswered(page: _ReportContext) -> Iterator[str]:
    """Render the number of ratings missing, since OS2's count includes them with others."""
    unknown = [said.criterion.id for said in page.rows if said.rating == "unknown"]
    if unknown:
        light = page.symbols.find_rating_style("unknown")
        yield (
            f"Uden svar eller lys: {len(unknown)} "
            f"({', '.join(map(escape_inline, unknown))}). I denne "
            f"opstilling tæller de med under {light.mark}; reglerne regner dem som ukendte."
        )
        yield ""


def _render_charts(page: _ReportContext) -> Iterator[str]:
    groups = [
        (page.render_level_name(x.id), [s for s in page.rows if s.criterion.level == x.id])
        for x in page.assessment.model.levels
    ]
    for name, rows in [*groups, ("Samlet", list(page.rows))]:
        if rows:
            yield from _render_chart(page, name, rows)


def _render_chart(
    page: _ReportContext, name: str, rows: Sequence[CriterionStatement]
) -> Iterator[str]:
    """Render a pie chart; Mermaid assigns colours by size, so the slices are sorted by size."""
    counts = _count_ratings(page, rows)
    slices = [light for light in page.symbols.rating_styles if counts[light.status]]
    slices.sort(key=lambda light: -counts[light.status])
    colours = {f"pie{n}": light.colour for n, light in enumerate(slices, 1)}
    plain = "".join(letter for letter in name if letter.isalnum() or letter in " .-")
    yield "```mermaid"
    yield f"%%{{init: {json.dumps({'themeVariables': colours})}}}%%"
    yield "pie showData"
    yield f"  title {plain} ({len(rows)} krav)"
    for light in slices:
        label = _format_slice_label(light, counts[light.status], len(rows))
        yield f'  "{label}" : {counts[light.status]}'
    yield from ("```", "")


def _format_slice_label(light: RatingStyle, count: int, total: int) -> str:
    word = "".join(letter for letter in light.word if letter.isalnum() or letter == " ")
    return f"{word} {(200 * count + total) // (2 * total)}%"


def _render_legend(page: _ReportContext) -> Iterator[str]:
    yield from ("## Hvad lysene betyder", "")
    for light in page.symbols.rating_styles:
        yield f"- {light.mark} **{light.word}**: {light.means}"
    yield ""


# -- level --------------------------------------------------------------------------------------


def _render_level(page: _ReportContext) -> Iterator[str]:
    """Render our own statement: the levels, the reservations, and the blocking criteria."""
    assessment = page.assessment
    yield from (f"## Niveau efter reglerne pr. {assessment.as_of}", "")
    for name, meaning in LEVEL_KINDS.items():
        level: str | None = getattr(assessment.levels, name)
        if level is not None:
            said = page.render_level_name(level)
        else:
            said = _STATES.get(assessment.states.get(name, ""), _COMPUTED_LEVELS.get(name, ""))
        if not said:
            continue
        yield f"- **{meaning.word.da}:** {said} ({meaning.description.da})"
    if assessment.reservations:
        reservations = [escape_inline(each) for each in assessment.reservations]
        yield f"- **Forbehold:** {format_list(reservations, 'da')}"
    yield ""
    yield from _render_blockers(page)
    yield from _render_level_sentence(page, "aims", assessment.levels.claimed)
    if "recommendation" not in page.layout_values["parts"]:
        yield from _render_level_sentence(page, "recommends", assessment.levels.recommended)


def _render_blockers(page: _ReportContext) -> Iterator[str]:
    for level, blockers in page.assessment.blockers.items():
        if open_ones := page.assessment.open.get(level):
            shown = format_list([escape_inline(each) for each in open_ones], "da")
            yield f"Åbne krav på vejen til {page.render_level_name(level)}: {shown}."
            yield ""
        yield f"Mangler til {page.render_level_name(level)} ({len(blockers)}):"
        yield ""
        for id_ in blockers:
            criterion = page.assessment.model.by_id[id_]
            yield f"- {escape_inline(id_)} {escape_inline(criterion.title.render('da'))}"
        yield ""
        break  # the next level; the levels above it inherit what blocks it


_PART_RENDERERS = {
    "facts": _render_facts,
    "summary": _render_summary,
    "recommendation": _render_recommendation,
    "level": _render_level,
    "rows": _render_rows,
    "counts": _render_counts,
    "charts": _render_charts,
    "legend": _render_legend,
}
