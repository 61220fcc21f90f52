"""Governance levels of products, derived from declared facts and rules, with explanations."""

from os2governance.assessment.levels import Assessment, Levels, assess
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Finding, Location
from os2governance.model.model import Criterion, Model
from os2governance.product.product import Product
from os2governance.rules.trace import MISSING, Trace
from os2governance.version import VERSION
from os2governance.workflows.load import InvalidFilesError, load_model, load_product

__version__ = VERSION

__all__ = [
    "MISSING",
    "Assessment",
    "Criterion",
    "Finding",
    "InvalidFilesError",
    "Levels",
    "Location",
    "Model",
    "Outcome",
    "Product",
    "Trace",
    "__version__",
    "assess",
    "load_model",
    "load_product",
]
