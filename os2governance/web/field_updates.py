"""What a page is told of its fields after a request: what the file says, and what is not in it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from os2governance.i18n.text import Language, Renderable, _
from os2governance.web.build_form import DATE_OF_DECLARATION, build_product_form
from os2governance.web.edit_history import compute_file_version
from os2governance.web.edit_session import read_form_values
from os2governance.web.field_values import format_field_value, is_shown_value
from os2governance.web.form import FormField, ProductForm, format_field_name
from os2governance.web.save import SaveResult
from os2governance.web.workspace import AssessedProduct

_TRIED = _("Only tried; it is not saved.")
_NOT_SAVED = _("Not saved.")
_CLASH = _(
    "Somebody else changed this field at the same time. In the file now: {now}. What you typed is "
    "kept above; save again to replace it."
)
FieldValue = tuple[str, bool]
"""A field as the form shows it: its text, and whether it says that there is none."""


def show_field(field: FormField, language: Language) -> FieldValue:
    """A field as the form shows it."""
    return format_field_value(field, language), field.value is None and field.nullable


def list_differing_values(
    before: Mapping[str, FormField], now: Mapping[str, FormField], language: Language
) -> dict[str, FieldValue | None]:
    """The fields that the form shows otherwise than before, by name; None where one is gone."""
    old, new = (
        {name: show_field(field, language) for name, field in fields.items()}
        for fields in (before, now)
    )
    return {name: new.get(name) for name in {**old, **new} if old.get(name) != new.get(name)}


def list_values(
    names: Iterable[str], fields: Mapping[str, FormField], language: Language
) -> dict[str, FieldValue | None]:
    """The fields of these names, as the form shows them; None where one is gone."""
    return {name: show_field(fields[name], language) if name in fields else None for name in names}


class ShownVersion(NamedTuple):
    """The version of the file that a page shows: its name, its bytes if known, the language."""

    name: str
    data: bytes | None
    language: Language


def list_news(
    now: AssessedProduct, drawn: ProductForm, outcome: SaveResult, shown: ShownVersion
) -> dict[str, FieldValue | None]:
    """What the form shows now of the fields that were saved, and of those that others changed.

    Of a page of an unknown version, all fields are told.
    """
    fields = drawn.fields()
    dated = format_field_name(DATE_OF_DECLARATION)
    own = list_values({*outcome.stored, dated} & fields.keys(), fields, shown.language)
    if compute_file_version(outcome.before or b"") == shown.name:
        return own
    if shown.data is None:
        return list_values(fields, fields, shown.language)
    before = build_product_form(now, read_form_values(shown.data)).fields()
    return {**list_differing_values(before, fields, shown.language), **own}


def describe_clashes(
    outcome: SaveResult, said: Mapping[str, str], language: Language
) -> dict[str, Any]:
    """What is in the file in the place of each clash: as it is said, and as the form shows it."""
    clashes = {}
    for clash in outcome.clashes:
        text, none = show_field(clash.field, language)
        clashes[clash.field.name] = {"now": said[clash.field.name], "text": text, "none": none}
    return clashes


class Attempt(NamedTuple):
    """What came of what somebody typed, and whether it was only tried."""

    outcome: SaveResult | None = None
    typed: Mapping[str, Sequence[str]] = MappingProxyType({})
    tried: bool = False


NO_ATTEMPT = Attempt()


def find_unsaved_reason(
    field: FormField, said: str, attempt: Attempt, language: Language
) -> Renderable | None:
    """Why what stands in a field is not in the file, which says `said`; None where it is."""
    outcome, typed, tried = attempt
    if outcome is None or is_shown_value(field, typed, language):
        return None
    if field.name in outcome.problems:
        return outcome.problems[field.name]
    if any(clash.field.name == field.name for clash in outcome.clashes):
        return _CLASH.fill(now=said)
    if field.name in outcome.stored:
        return _TRIED if tried else None
    return _NOT_SAVED


def encode_field(field: FormField, language: Language) -> str:
    """A field as the form shows it, for scripts."""
    text, none = show_field(field, language)
    return json.dumps({"text": text, "none": none})
