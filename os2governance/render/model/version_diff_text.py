"""Differences between two versions of a model, as text."""

from collections.abc import Iterator, Sequence

from os2governance.i18n.text import Language, _, format_list
from os2governance.model.model import Model
from os2governance.model.versions import CriterionDifference
from os2governance.render.common.blocks import NBSP, Block, Span, paragraph

CHANGE_LABELS = {
    "new": _("new"),
    "gone": _("dropped"),
    "merged": _("merged"),
    "split": _("split"),
    "renumbered": _("renumbered"),
    "level": _("moved to another level"),
    "made_mandatory": _("no longer a recommendation"),
    "made_recommended": _("now only a recommendation"),
    "sharpened": _("tightened"),
    "eased": _("relaxed"),
    "rule": _("the rule has changed"),
    "texts": _("the words have changed"),
}
_HEAD = _("From {before} to {after}:")
_NO_CHANGES = _("No criteria have changed.")


def render_version_diff_blocks(
    before: Model, after: Model, differences: Sequence[CriterionDifference], language: Language
) -> Iterator[Block]:
    """Render each criterion that differs, and how."""
    said = _HEAD.render(language).format(before=before.reference, after=after.reference)
    yield paragraph(Span(said, "strong"), hang=2)
    if not differences:
        yield paragraph(_NO_CHANGES.render(language), indent=2)
    names = {level.id: level.name.render(language) for level in (*before.levels, *after.levels)}
    for each in differences:
        model, name = (after, each.after) if each.after else (before, each.before[0])
        title = model.by_id[name].title.render(language)
        kinds = [CHANGE_LABELS[kind].render(language) for kind in each.kinds]
        words = format_list(kinds, language)
        if each.levels:
            low, high = (names[level] for level in each.levels)
            words += f" ({low} →{NBSP}{high})"
        yield paragraph(Span(_render_ids(each), "strong"), f" {title}: {words}.", indent=2, hang=2)


def _render_ids(difference: CriterionDifference) -> str:
    before = " + ".join(difference.before)
    if difference.after is None or before in {"", difference.after}:
        return difference.after or before
    return f"{before} →{NBSP}{difference.after}"
