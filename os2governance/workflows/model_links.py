"""How two models relate, by the versions that lie between them."""

from collections.abc import Iterable

from os2governance.model.model import Model
from os2governance.model.versions import Link, by_ids, links, turned
from os2governance.product.reader import Library


def links_between(before: Model, after: Model, libraries: Iterable[Library]) -> tuple[Link, ...]:
    """Give what each criterion of a model is in another, whichever of them came first.

    The versions between are looked for in each library; where there is no way from one model to
    the other, a criterion is the same where it has the same id.
    """
    if before.reference != after.reference:
        for library in libraries:
            if forward := library.between(before, after):
                return links(forward)
            if backward := library.between(after, before):
                return turned(links(backward))
    return by_ids(before, after)
