"""Links between the criteria of two models, through the versions between them."""

from collections.abc import Iterable

from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.model.versions import CriterionLink, link_along, link_same_ids, reverse_links


def find_links_between(
    before: Model, after: Model, libraries: Iterable[Library]
) -> tuple[CriterionLink, ...]:
    """Link each criterion of a model to those of another, whichever is the older.

    The versions between are looked up in each library; where no chain of versions connects the
    models, criteria with equal ids are taken as the same.
    """
    if before.reference != after.reference:
        for library in libraries:
            if forward := library.between(before, after):
                return link_along(forward)
            if backward := library.between(after, before):
                return reverse_links(link_along(backward))
    return link_same_ids(before, after)
