"""Governance levels of products, derived from declared facts and rules, with explanations."""

from os2governance.assessment.levels import Assessment, Levels, Product, assess
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Finding, Location
from os2governance.model.model import Criterion, Model
from os2governance.product.reader import InvalidFilesError, load_model, load_product
from os2governance.rules.trace import MISSING, Trace
from os2governance.version import VERSION

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
