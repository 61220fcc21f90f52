"""Models of API requests; anything else is refused, each error with its location."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from os2governance.documents.sources import (
    DECISIONS_FILE,
    DECLARATIONS_FOLDER,
    EVALUATIONS_FOLDER,
    HEARINGS_FOLDER,
    OBSERVATIONS_FILE,
    PRODUCT_FILE,
    REGISTER_FILE,
    ProductFiles,
    build_product_files,
)
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Language, _, as_text

MAX_POSTED_FILES = 100
MAX_ECHOED_NAME = 100
_PROBLEMS = {
    "missing": _("is missing"),
    "extra_forbidden": _("is unknown"),
    "json_invalid": _("is not JSON"),
    "no_file": _("names no file of a product"),
}
_OTHER_PROBLEM = _("does not have the form described")


def _parse_day(value: Any) -> date:
    day = parse_iso_date(value)
    if day is None:
        raise ValueError("no date")
    return day


Day = Annotated[date, BeforeValidator(_parse_day)]
DatedFileName = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,80}\.ya?ml$")]


class Posted(BaseModel):
    """The files of one product as texts: YAML, or JSON, which is valid YAML. One is enough."""

    model_config = ConfigDict(extra="forbid")

    declaration: Annotated[str | None, Field(description=PRODUCT_FILE)] = None
    declarations: Annotated[
        dict[DatedFileName, str],
        Field(description=f"{DECLARATIONS_FOLDER}/<name>", max_length=MAX_POSTED_FILES),
    ] = {}
    register_: Annotated[str | None, Field(alias="register", description=REGISTER_FILE)] = None
    observations: Annotated[str | None, Field(description=OBSERVATIONS_FILE)] = None
    evaluations: Annotated[
        dict[DatedFileName, str],
        Field(description=f"{EVALUATIONS_FOLDER}/<name>", max_length=MAX_POSTED_FILES),
    ] = {}
    hearings: Annotated[
        dict[DatedFileName, str],
        Field(description=f"{HEARINGS_FOLDER}/<name>", max_length=MAX_POSTED_FILES),
    ] = {}
    decisions: Annotated[str | None, Field(description=DECISIONS_FILE)] = None

    @model_validator(mode="after")
    def _require_a_file(self) -> Self:
        if not self.to_sources().files():
            raise PydanticCustomError("no_file", "no file")
        return self

    def to_sources(self) -> ProductFiles:
        """The files by their names in a product's folder."""
        texts = {
            PRODUCT_FILE: self.declaration,
            **{f"{DECLARATIONS_FOLDER}/{name}": each for name, each in self.declarations.items()},
            REGISTER_FILE: self.register_,
            OBSERVATIONS_FILE: self.observations,
            **{f"{EVALUATIONS_FOLDER}/{name}": each for name, each in self.evaluations.items()},
            **{f"{HEARINGS_FOLDER}/{name}": each for name, each in self.hearings.items()},
            DECISIONS_FILE: self.decisions,
        }
        return build_product_files(
            "", {name: _encode_text(text) for name, text in texts.items() if text is not None}
        )


def _encode_text(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class LanguageQuery(BaseModel):
    """Parameters of every operation: a language; by default the server's."""

    model_config = ConfigDict(extra="forbid")

    lang: Language | None = None


class AssessmentQuery(LanguageQuery):
    """Parameters of an assessment: its date; by default today."""

    as_of: Day | None = None


class ExplainQuery(AssessmentQuery):
    """The criteria to explain; by default all that are not met."""

    criterion: Annotated[list[str], Field(max_length=1000)] = []


class PlanQuery(AssessmentQuery):
    """The level to plan for; by default the next."""

    level: str | None = None


def explain_request_errors(errors: Sequence[Any]) -> list[Finding]:
    """A finding for each validation error: where in the request it is, and what is wrong."""
    return [
        make_finding(
            "request-invalid",
            Location(""),
            at=as_text(".".join(map(str, each["loc"]))[:MAX_ECHOED_NAME]),
            problem=_PROBLEMS.get(each["type"], _OTHER_PROBLEM),
        )
        for each in errors
    ]
