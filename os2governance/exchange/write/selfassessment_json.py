"""The JSON of the self-assessment's web form. Its texts are plain, not Markdown."""

from collections.abc import Mapping
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.documents.json_writer import indented
from os2governance.exchange.read.claims import Said, all_said
from os2governance.model.document_layouts import Layout, Marks

_INERT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def form(assessment: Assessment, layout: Layout, marks: Marks) -> str:
    """Render the form's JSON; a missing answer is null.

    No character in it can end a script element that a page embeds it in.
    """
    keys, declaration = layout.given["keys"], assessment.declaration
    values = {
        keys["product"]: declaration.name,
        keys["by"]: declaration.declared_by,
        keys["date"]: str(declaration.declared_on),
        keys["made"]: f"{assessment.as_of}T00:00:00.000Z",
        keys["rows"]: [_row(said, layout.given, marks) for said in all_said(assessment)],
    }
    text = "".join(_INERT.get(letter, letter) for letter in indented(values))
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _row(said: Said, given: Mapping[str, Any], marks: Marks) -> dict[str, str | None]:
    criterion = said.criterion
    below = [link for link in said.links if link.strip() not in said.text.split()]
    more = given.get("recommended", "") if criterion.recommended else ""
    values: dict[str, str | None] = {
        "id": criterion.id,
        "theme": given.get("headings", {}).get(criterion.theme, criterion.theme),
        "title": criterion.title.say("da") + more,
        "level": given.get("labels", {}).get(criterion.level, criterion.level),
        "asks": criterion.asks.say("da"),
        "mark": marks.answers["words"].get(said.claim),
        "text": "\n".join([*filter(None, [said.text]), *below]),
        "light": marks.light(said.light).mark,
        "grounds": said.grounds,
        "advice": said.advice,
    }
    return {key: values[name] for name, key in given["keys"]["row"].items()}
