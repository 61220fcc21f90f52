"""The JSON of the self-assessment's web form. Its texts are plain, not Markdown."""

from collections.abc import Mapping
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.documents.json_writer import encode_indented_json
from os2governance.exchange.write.statements import CriterionStatement, build_statements
from os2governance.model.document_layouts import DocumentSymbols, Layout

_SCRIPT_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def render_selfassessment_json(
    assessment: Assessment, layout: Layout, marks: DocumentSymbols
) -> str:
    """Render the form's JSON; a missing answer is null.

    No character in it can end a script element that a page embeds it in.
    """
    keys, product = layout.file_values["keys"], assessment.product
    values = {
        keys["product"]: product.name,
        keys["by"]: assessment.declared_by,
        keys["date"]: str(assessment.declared_on or ""),
        keys["made"]: f"{assessment.as_of}T00:00:00.000Z",
        keys["rows"]: [
            _build_row(said, layout.file_values, marks) for said in build_statements(assessment)
        ],
    }
    text = "".join(_SCRIPT_ESCAPES.get(letter, letter) for letter in encode_indented_json(values))
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _build_row(
    said: CriterionStatement, given: Mapping[str, Any], marks: DocumentSymbols
) -> dict[str, str | None]:
    criterion = said.criterion
    below = [link for link in said.links if link.strip() not in said.text.split()]
    more = given.get("recommended", "") if criterion.recommended else ""
    values: dict[str, str | None] = {
        "id": criterion.id,
        "theme": given.get("headings", {}).get(criterion.theme, criterion.theme),
        "title": criterion.title.render("da") + more,
        "level": given.get("labels", {}).get(criterion.level, criterion.level),
        "asks": criterion.asks.render("da"),
        "mark": marks.answers["words"].get(said.claim),
        "text": "\n".join([*filter(None, [said.text]), *below]),
        "light": marks.find_rating_style(said.rating).mark,
        "grounds": said.rationale,
        "advice": said.advice,
    }
    return {key: values[name] for name, key in given["keys"]["row"].items()}
