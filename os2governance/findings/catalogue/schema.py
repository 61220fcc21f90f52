"""Values that do not fit their schema, and names that nothing has."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    subject=_("Schema and names"),
    severity="error",
    suppressible="in the record",
    ignorable=False,
)

SCHEMA: dict[str, CatalogueEntry] = {
    "unknown-key": _entry(
        message=_("The key '{key}' is unknown{meant}"),
        remedy=_("Fix the key, or remove it."),
        rationale=_(
            "A misspelling would mean that the fact does not count, without anybody seeing it."
        ),
    ),
    "missing-key": _entry(
        message=_("The key '{key}' is missing in {where}."),
        remedy=_("Add it.{hint}"),
        rationale=_("Without it the file cannot be tied to a product, a model or a date."),
        absence=True,
    ),
    "wrong-type": _entry(
        message=_("'{name}' must be {wanted}, but is {value}."),
        remedy=_("Fix the value.{hint}"),
        rationale=_("The rules cannot use a value of another type."),
    ),
    "wrong-choice": _entry(
        message=_("'{name}' cannot be {value}{meant}"),
        remedy=_("Choose one of: {choices}."),
        rationale=_("A word outside the list has no meaning in the rules."),
    ),
    "wrong-format": _entry(
        message=_("'{name}' must be {wanted}, but is {value}."),
        remedy=_("Fix the value."),
        rationale=_(
            "Dates and addresses can only be used in the one form that everyone can read."
        ),
    ),
    "out-of-bounds": _entry(
        message=_("'{name}' {bounds}, but is {value}."),
        remedy=_("Fix the value."),
        rationale=_(
            "A figure outside the bounds is a typing error, and would make figures and sums wrong."
        ),
    ),
    "shape": _entry(
        message=_("{value} does not fit the schema: {problem}"),
        remedy=_("Fix the value."),
        rationale=_(
            "The file is not what the program expects, so its content cannot be relied on."
        ),
    ),
    "no-model-named": _entry(
        message=_("The file does not state which model it follows."),
        remedy=_("Add a line such as `model: {example}`. Known models: {known}."),
        rationale=_(
            "The same id means different things in two versions; without a model no answer can "
            "be understood."
        ),
        suppressible="nowhere",
    ),
    "unknown-model": _entry(
        message=_("There is no model '{name}'{meant}"),
        remedy=_("Known models: {known}."),
        rationale=_("The product cannot be assessed until it is clear which criteria it answers."),
        suppressible="nowhere",
    ),
    "product-other-model": _entry(
        message=_("The product follows {name}, not {model}."),
        remedy=_("Use the model that it names."),
        rationale=_("Answers by another version must not count as answers by this one."),
        suppressible="not of check",
    ),
    "unusable-model": _entry(
        message=_("The model '{name}' has errors and cannot be used."),
        remedy=_("Run `os2governance criteria lint {name}`."),
        rationale=_("No product that follows the model can be assessed."),
        suppressible="nowhere",
        names_unusable_model=True,
    ),
    "unknown-criterion": _entry(
        message=_("There is no criterion '{name}' in {model}{meant}"),
        remedy=_("Fix the id; an id means something only together with a model version."),
        rationale=_("The answer or acceptance matches no criterion and has no effect."),
    ),
    "unknown-level": _entry(
        message=_("There is no level '{name}'{meant}"),
        remedy=_("Use one of the model's levels: {known}."),
        rationale=_("A level that the model does not have can be neither shown nor compared."),
    ),
    "unknown-role": _entry(
        message=_("There is no role '{name}'{meant}"),
        remedy=_("Use one of the model's roles."),
        rationale=_("It cannot be determined whether the decider was entitled to decide."),
        suppressible="anywhere",
        ignorable=True,
    ),
}
