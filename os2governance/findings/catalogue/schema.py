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
        message=_("The key '{key}' is not known here{meant}"),
        remedy=_("Mend the key, or remove it."),
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
        remedy=_("Mend the value.{hint}"),
        rationale=_("The rules cannot reckon with a value of another kind."),
    ),
    "wrong-choice": _entry(
        message=_("'{name}' cannot be {value}{meant}"),
        remedy=_("Choose one of: {choices}."),
        rationale=_("A word outside the list has no meaning in the rules."),
    ),
    "wrong-format": _entry(
        message=_("'{name}' must be {wanted}, but is {value}."),
        remedy=_("Mend the value."),
        rationale=_(
            "Dates and addresses can only be used when written in the one way that all can read."
        ),
    ),
    "out-of-bounds": _entry(
        message=_("'{name}' {wanted}, but is {value}."),
        remedy=_("Mend the value."),
        rationale=_(
            "A figure outside the bounds is a slip, and would make figures and sums wrong."
        ),
    ),
    "shape": _entry(
        message=_("{value} does not fit the schema: {problem}"),
        remedy=_("Mend the value."),
        rationale=_(
            "The file is not what the program takes it for, so nothing in it can be relied on."
        ),
    ),
    "no-model-named": _entry(
        message=_("The file does not say which model it answers by."),
        remedy=_("Add a line such as `model: {example}`. Known models: {known}."),
        rationale=_(
            "One id means different things in two versions; without a model no answer can "
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
    "other-model": _entry(
        message=_("The declaration answers by {name}, not {model}."),
        remedy=_("Use the model that it names."),
        rationale=_("Answers by another version must not count as answers by this one."),
        suppressible="not of check",
    ),
    "unusable-model": _entry(
        message=_("The model '{name}' has errors and cannot be used."),
        remedy=_("Run `os2governance criteria lint {name}`."),
        rationale=_("No product that answers by the model can be assessed."),
        suppressible="nowhere",
        names_unusable_model=True,
    ),
    "unknown-criterion": _entry(
        message=_("There is no criterion '{name}' in {model}{meant}"),
        remedy=_("Mend the id; an id means something only together with a model version."),
        rationale=_("The answer or acceptance hits no criterion and has no effect."),
    ),
    "unknown-level": _entry(
        message=_("There is no level '{name}'{meant}"),
        remedy=_("Use one of the model's levels: {known}."),
        rationale=_("A level that the model does not have can be neither shown nor compared."),
    ),
    "unknown-role": _entry(
        message=_("There is no role '{name}'{meant}"),
        remedy=_("Use one of the model's roles."),
        rationale=_("It cannot be told whether the one who decided may do so."),
        suppressible="anywhere",
        ignorable=True,
    ),
}
