"""The plan for a level, and what is renewed meanwhile."""

from dataclasses import replace
from datetime import date

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.plan import RENEWAL_SPAN, find_renewals, plan_product


def test_the_plan_is_for_the_wanted_level(context):
    for level in ("spire", "trae"):
        plan, findings = plan_product("products/rosenlund", level, context)

        assert (plan.level.id, findings) == (level, [])


def test_a_level_that_the_model_lacks_is_not_possible(context):
    with pytest.raises(NotPossibleError) as refused:
        plan_product("products/rosenlund", "tree", context)

    assert "'tree' in haven/2" in refused.value.text.en


def test_several_products_have_no_plan_in_common(context):
    with pytest.raises(NotPossibleError):
        plan_product("products", None, context)


def test_an_unreadable_product_has_findings_in_place_of_a_plan(context):
    plan, findings = plan_product("products/ulaeselig", None, context)

    assert plan is None
    assert findings


def test_renewals_are_those_of_a_year(context):
    plan, _ = plan_product("products/kirsebaer", None, context)
    days = [turn.on for turn in find_renewals(plan)]

    assert days
    assert days == sorted(days)
    assert max(days) <= context.as_of + RENEWAL_SPAN
    last, _ = plan_product("products/kirsebaer", None, replace(context, as_of=date.max))
    assert find_renewals(last) == ()
