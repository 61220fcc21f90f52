"""The file formats as frozen pydantic classes: for programs that read or write these files.

    from os2governance.formats import Assessment, Product

    Product.model_validate(values)                  # what a YAML reader returned
    Assessment.model_validate_json(printed)         # what `assess --format json` printed

Each class is a whole file. Its parts stand in the module of its name (`formats.product.AnswerEntry`).
A key that may be left out is None then. What does not fit raises `pydantic.ValidationError`;
positions and plain words are the command's (`os2governance check`). The JSON Schemas that
`os2governance schema` prints are generated from these classes, so both accept the same files.

The classes are imported when they are asked for: pydantic costs time that the engine never pays.
"""

from importlib import import_module  # noqa: TID251 - our own modules, by a fixed table
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os2governance.formats.assessment import Assessment as Assessment
    from os2governance.formats.authorities import Authorities as Authorities
    from os2governance.formats.baseline import Baseline as Baseline
    from os2governance.formats.check import CheckReport as CheckReport
    from os2governance.formats.criteria import Criteria as Criteria
    from os2governance.formats.decisions import Decisions as Decisions
    from os2governance.formats.documents import Documents as Documents
    from os2governance.formats.doubts import Doubts as Doubts
    from os2governance.formats.evaluation import Evaluation as Evaluation
    from os2governance.formats.hearing import Hearing as Hearing
    from os2governance.formats.layouts import Layout as Layout
    from os2governance.formats.layouts import Marks as Marks
    from os2governance.formats.letters import Letters as Letters
    from os2governance.formats.minutes import Minutes as Minutes
    from os2governance.formats.model import Model as Model
    from os2governance.formats.observations import Observations as Observations
    from os2governance.formats.persons import Persons as Persons
    from os2governance.formats.portfolio import Portfolio as Portfolio
    from os2governance.formats.product import Product as Product
    from os2governance.formats.proposals import Proposals as Proposals
    from os2governance.formats.publiccode import Publiccode as Publiccode
    from os2governance.formats.register import Register as Register
    from os2governance.formats.round import Round as Round
    from os2governance.formats.site import SiteDetails as SiteDetails

_MODULES = {
    "Product": "product",
    "Evaluation": "evaluation",
    "Decisions": "decisions",
    "Minutes": "minutes",
    "Hearing": "hearing",
    "Letters": "letters",
    "Register": "register",
    "Observations": "observations",
    "Round": "round",
    "SiteDetails": "site",
    "Model": "model",
    "Criteria": "criteria",
    "Doubts": "doubts",
    "Persons": "persons",
    "Portfolio": "portfolio",
    "Proposals": "proposals",
    "Authorities": "authorities",
    "Documents": "documents",
    "Marks": "layouts",
    "Layout": "layouts",
    "Publiccode": "publiccode",
    "Assessment": "assessment",
    "CheckReport": "check",
    "Baseline": "baseline",
}
__all__ = list(_MODULES)


def __getattr__(name: str) -> Any:
    """The class of a format, imported now."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
