"""Who uses the products: each authority once, whatever the products call it."""

import pytest

from os2governance.checks.authorities import Authority
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.portfolio.contribution import ProductContribution
from os2governance.portfolio.coverage import count_coverage
from os2governance.workflows.disk_files import MODELS_ON_DISK

MODEL = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]


def product(name, *users):
    amounts, statuses = (), ()
    return ProductContribution(
        product=name, name=name, kind="product", lifecycle="active", file=f"{name}/product.yaml", model=MODEL.reference,
        levels=(None, None, None), evaluated=False, statuses=statuses, ratings=statuses, economy=amounts, contributions=None,
        authorities=None if None in users else users, overdue=(),
    )  # fmt: skip


def greve(name="Greve", *, uses=True, member=None, size=""):
    return Authority(
        name=name, kind="municipality", size=size, member=member, code="253", uses=uses
    )


def counted(*products):
    found = count_coverage(products, [MODEL])
    assert found
    return found


def test_two_names_of_one_authority_are_one():
    found = counted(product("a", greve()), product("b", greve("Greve Kommune")))

    assert found.authorities == 1
    assert found.reach[0].using == 1
    assert found.busiest == (("Greve", 2),)


@pytest.mark.parametrize(
    ("said", "members", "others", "unsaid"),
    [
        ((True, None), 1, 0, 0),
        ((False, True), 1, 0, 0),
        ((False, None), 0, 1, 0),
        ((None, None), 0, 0, 1),
    ],
)
def test_a_member_is_who_any_product_calls_so(said, members, others, unsaid):
    one, other = said
    found = counted(product("a", greve(member=one)), product("b", greve(member=other)))

    assert (found.members, found.others, found.unsaid) == (members, others, unsaid)


def test_who_only_supports_is_counted_apart():
    found = counted(product("a", greve(uses=False)))

    assert (found.authorities, found.supporting) == (0, 1)
    assert found.products[0][2:] == (0, 1)


def test_who_uses_one_product_and_supports_another_uses():
    found = counted(product("a", greve(uses=False)), product("b", greve()))

    assert (found.authorities, found.supporting) == (1, 0)


def test_what_is_not_declared_is_counted_apart():
    found = counted(product("a", None), product("b"))

    assert found.undeclared == 1
    assert [each.using for each in found.products] == [None, 0]


def test_a_name_that_the_register_does_not_have_is_named():
    stranger = Authority(
        name="Ankeborg", kind="municipality", size="", member=None, code="", uses=True
    )
    found = counted(product("a", stranger, greve()))

    assert found.reach[0].unknown == ("Ankeborg",)
    assert (found.reach[0].using, found.reach[0].all) == (1, 98)
    assert "Greve" not in found.reach[0].missing


def test_a_model_that_names_no_users_has_no_coverage():
    assert count_coverage([], []) is None
