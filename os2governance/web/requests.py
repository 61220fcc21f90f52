"""Models of API requests; anything else is refused, each error with its location."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.files import listing
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Language, _, as_text

MAX_POSTED_EVALUATIONS = 100
MAX_ECHOED_NAME = 100
_PROBLEMS = {
    "missing": _("is missing"),
    "extra_forbidden": _("is unknown"),
    "json_invalid": _("is not JSON"),
}
_OTHER_PROBLEM = _("does not have the form described")


def _parse_day(value: Any) -> date:
    day = parse_iso_date(value)
    if day is None:
        raise ValueError("no date")
    return day


Day = Annotated[date, BeforeValidator(_parse_day)]
EvaluationFileName = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,80}\.ya?ml$")]


class Posted(BaseModel):
    """The files of one product as texts: YAML, or JSON, which is valid YAML."""

    model_config = ConfigDict(extra="forbid")

    declaration: Annotated[str, Field(description="product.yaml")]
    evaluations: Annotated[
        dict[EvaluationFileName, str],
        Field(description="evaluations/<name>", max_length=MAX_POSTED_EVALUATIONS),
    ] = {}
    decisions: Annotated[str | None, Field(description=listing.DECISIONS_FILE)] = None

    def to_sources(self) -> ProductFiles:
        """The files by their names in a product's folder."""
        return ProductFiles(
            FileContent(listing.PRODUCT_FILE, _encode_text(self.declaration)),
            tuple(
                FileContent(f"{listing.EVALUATIONS_FOLDER}/{name}", _encode_text(text))
                for name, text in sorted(self.evaluations.items())
            ),
            FileContent(listing.DECISIONS_FILE, _encode_text(self.decisions))
            if self.decisions is not None
            else None,
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
