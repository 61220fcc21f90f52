"""Findings of a model that was changed while products follow it, and of what that does to them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from os2governance.analysis.difference import ProductChange
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import LANGUAGES, Text, _, as_text, format_list
from os2governance.model.model import Model

MAX_NAMED_PRODUCTS = 5


class ChangedModel(NamedTuple):
    """A model with other files than before: as it was, as it is, and the names of the files."""

    reference: str
    before: Model | None
    after: Model | None
    files: tuple[str, ...]


def check_changed_model(
    changed: ChangedModel, effects: Sequence[ProductChange], place: Location
) -> Iterator[Finding]:
    """Yield that a model has changed, with what it alone does to the products that follow it.

    `effects` are these products as they were, by the old model and by the new one.
    """
    if not effects:
        return
    yield make_finding(
        "model-changed",
        place,
        name=changed.reference,
        files=", ".join(changed.files),
        count=len(effects),
        effects=_render_effects(effects),
    )
    if changed.before and changed.after:
        rights = list(_list_changed_rights(changed.before, changed.after))
        if rights:
            yield make_finding(
                "model-rights-changed",
                place,
                name=changed.reference,
                changes=_join([as_text(each) for each in rights]),
            )


def _render_effects(effects: Sequence[ProductChange]) -> Text:
    """What happens to each product whose level or criteria differ, the first of them by name."""
    told = [said for each in effects if (said := _render_effect(each))]
    if not told:
        return _("none of them gets another level or another criterion")
    more = len(told) - MAX_NAMED_PRODUCTS
    if more > 0:
        told = [*told[:MAX_NAMED_PRODUCTS], _("{more} more").fill(more=more)]
    return _join(told)


def _render_effect(change: ProductChange) -> Text | None:
    name = change.product
    if change.after is None:
        return _("{name} can no longer be judged").fill(name=name)
    level = next((each for each in change.levels if each.name == "assessed"), None)
    if level:
        was, now = (said or state or "-" for said, state in (
            (level.before, level.before_state), (level.after, level.after_state)
        ))  # fmt: skip
        return _("{name} goes from {was} to {now}").fill(name=name, was=was, now=now)
    if change.outcomes:
        count = len(change.outcomes)
        return _("{name} gets {count} criteria otherwise").fill(name=name, count=count)
    return None


def _list_changed_rights(before: Model, after: Model) -> Iterator[str]:
    """Yield who may place where, and who declares, as far as it differs: before, then after."""
    old = {each.id: each.decided_by for each in before.levels}
    new = {each.id: each.decided_by for each in after.levels}
    for level in dict.fromkeys([*old, *new]):
        if old.get(level) != new.get(level):
            was, now = (", ".join(each.get(level) or ()) or "-" for each in (old, new))
            yield f"{level}: {was} → {now}"
    declares = [{each.id for each in model.roles if each.declares} for model in (before, after)]
    for role in sorted(declares[0] ^ declares[1]):
        was, now = (str(role in each).lower() for each in declares)
        yield f"{role} declares: {was} → {now}"


def _join(parts: Sequence[Text]) -> Text:
    return Text(*(format_list([each.render(lang) for each in parts], lang) for lang in LANGUAGES))
