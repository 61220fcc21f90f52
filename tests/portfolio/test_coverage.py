"""Who uses the products: each authority once, whatever the products call it."""

import pytest
from contributions import MODEL, share
from folders import criterion, write_model

from os2governance import load_model
from os2governance.checks.authorities import Authority
from os2governance.portfolio.coverage import count_coverage


def product(name, *users):
    return share(product=name, name=name, authorities=None if None in users else users)


def greve(name="Greve", *, uses=True, member=None, size=""):
    return Authority(
        name=name, kind="municipality", size=size, member=member, code="253", uses=uses
    )


def counted(*products):
    found = count_coverage(products, MODEL)
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
    assert (found.products[0].using, found.products[0].supporting) == (0, 1)


def test_who_uses_one_product_and_supports_another_uses():
    found = counted(product("a", greve(uses=False)), product("b", greve()))

    assert (found.authorities, found.supporting) == (1, 0)


def test_what_is_not_declared_is_counted_apart():
    found = counted(product("a", None), product("b"))

    assert (found.known, found.undeclared) == (1, 1)
    assert [each.using for each in found.products] == [None, 0]


def test_a_name_that_the_register_does_not_have_is_named():
    stranger = Authority(
        name="Ankeborg", kind="municipality", size="", member=None, code="", uses=True
    )
    found = counted(product("a", stranger, greve()))

    assert found.reach[0].unknown == ("Ankeborg",)
    assert (found.reach[0].using, found.reach[0].all) == (1, 98)
    assert "Greve" not in found.reach[0].missing


def test_who_may_use_a_product_or_not_is_neither():
    found = counted(product("a", greve(uses=None)), product("b", greve("Køge", uses=None)))

    assert (found.authorities, found.supporting, found.unstated) == (0, 0, 1)
    assert [each.unstated for each in found.products] == [1, 1]


@pytest.mark.parametrize(
    ("uses", "counts"),
    [((None, True), (1, 0, 0)), ((None, False), (0, 1, 0)), ((None, None), (0, 0, 1))],
)
def test_one_entry_that_says_so_is_enough(uses, counts):
    found = counted(product("a", *(greve(uses=each) for each in uses)))

    assert (found.products[0].using, found.products[0].supporting, found.products[0].unstated) == (
        counts
    )
    assert (found.authorities, found.supporting, found.unstated) == counts


def test_where_no_product_states_its_users_nothing_is_known_of_any():
    assert count_coverage([product("a", None), product("b", None)], MODEL) is None
    assert count_coverage([], MODEL) is None


def test_a_model_that_names_no_users_has_no_coverage(tmp_path):
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    )

    assert count_coverage([product("a", greve())], model) is None
