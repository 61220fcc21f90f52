"""Findings of a model that was changed while products follow it, and of what that does to them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from os2governance.analysis.difference import ProductChange, name_level_step
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import LANGUAGES, Text, _, format_list, ngettext
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
                changes=Text(
                    *("; ".join(each.render(lang) for each in rights) for lang in LANGUAGES)
                ),
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
    name, before, after = change.product, change.before, change.after
    if before is None or after is None:
        return _("{name} can no longer be judged").fill(name=name)
    if any(each.name == "assessed" for each in change.levels):
        was, now = name_level_step(before, after)
        return _("{name} goes from {was} to {now}").fill(name=name, was=was, now=now)
    if change.outcomes:
        count = len(change.outcomes)
        return ngettext(
            "{name} gets another result for {count} criterion",
            "{name} gets another result for {count} criteria",
            count,
        ).fill(name=name, count=count)
    return None


def _list_changed_rights(before: Model, after: Model) -> Iterator[Text]:
    """Yield who may place where, and who declares, as far as it differs: before, then after."""
    old, new = before.levels_by_id, after.levels_by_id
    for level in dict.fromkeys([*old, *new]):
        deciders = [each[level].decided_by if level in each else () for each in (old, new)]
        if deciders[0] != deciders[1]:
            was, now = map(_name_roles, deciders, (before, after))
            known = new.get(level) or old[level]
            yield _RIGHT.fill(level=known.name, before=was, after=now)
    declares = [{each.id for each in model.roles if each.declares} for model in (before, after)]
    for role in sorted(declares[0] ^ declares[1]):
        name = _name_roles([role], after if role in after.roles_by_id else before)
        yield (_MAY_DECLARE if role in declares[1] else _DECLARES_NO_MORE).fill(role=name)


_RIGHT = _("{level}: {before} → {after}")
_MAY_DECLARE = _("{role} fills in self-assessments from now on, and can accept no deviations")
_DECLARES_NO_MORE = _("{role} fills in self-assessments no more, and can accept deviations")
_NOBODY_NAMED = _("nobody is named")


def _name_roles(roles: Sequence[str], model: Model) -> Text:
    named = [model.roles_by_id[each].phrase for each in roles if each in model.roles_by_id]
    return _join(named) if named else _NOBODY_NAMED


def _join(parts: Sequence[Text]) -> Text:
    return Text(*(format_list([each.render(lang) for each in parts], lang) for lang in LANGUAGES))
