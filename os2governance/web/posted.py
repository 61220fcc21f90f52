"""Models of API requests; anything else is refused, each error with its location."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import Language, Text, both

MOST_EVALUATIONS = 100
LONGEST_NAME = 100
_PROBLEMS = {
    "missing": Text("mangler", "is missing"),
    "extra_forbidden": Text("kendes ikke", "is not known"),
    "json_invalid": Text("er ikke JSON", "is no JSON"),
}
_OTHER = Text("har ikke den form, som beskrivelsen kræver", "has not the form that is described")


def _dated(value: Any) -> date:
    day = iso_date(value)
    if day is None:
        raise ValueError("no date")
    return day


Day = Annotated[date, BeforeValidator(_dated)]
Name = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,80}\.ya?ml$")]


class Posted(BaseModel):
    """The files of one product as texts: YAML, or JSON, which is valid YAML."""

    model_config = ConfigDict(extra="forbid")

    declaration: Annotated[str, Field(description="product.yaml")]
    evaluations: Annotated[
        dict[Name, str],
        Field(description="evaluations/<name>", max_length=MOST_EVALUATIONS),
    ] = {}
    decisions: Annotated[str | None, Field(description=store.DECISIONS_FILE)] = None

    def sources(self) -> store.Sources:
        """The files by their names in a product's folder."""
        return store.Sources(
            store.File(store.PRODUCT_FILE, _bytes(self.declaration)),
            tuple(
                store.File(f"{store.EVALUATIONS}/{name}", _bytes(text))
                for name, text in sorted(self.evaluations.items())
            ),
            store.File(store.DECISIONS_FILE, _bytes(self.decisions))
            if self.decisions is not None
            else None,
        )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class Options(BaseModel):
    """Parameters of every operation: a language; by default the server's."""

    model_config = ConfigDict(extra="forbid")

    lang: Language | None = None


class Dated(Options):
    """Parameters of an assessment: its date; by default today."""

    as_of: Day | None = None


class Explaining(Dated):
    """The criteria to explain; by default all that are not met."""

    criterion: Annotated[list[str], Field(max_length=1000)] = []


class Planning(Dated):
    """The level to plan for; by default the next."""

    level: str | None = None


def mistakes(errors: Sequence[Any]) -> list[Finding]:
    """A finding for each validation error: where in the request it is, and what is wrong."""
    return [
        finding(
            "request-invalid",
            Place(""),
            at=both(".".join(map(str, each["loc"]))[:LONGEST_NAME]),
            problem=_PROBLEMS.get(each["type"], _OTHER),
        )
        for each in errors
    ]
