"""Which criteria of a product are explained."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.explain import explain_product


def test_without_ids_all_that_is_not_met(context):
    explained, findings = explain_product("products/rosenlund", (), context)
    left = [each.criterion.id for each in explained.assessment.outcomes if each.status != "met"]

    assert findings == []
    assert [each.criterion.id for each in explained.outcomes] == left


def test_what_does_not_apply_is_not_left(context):
    explained, _ = explain_product("products/rosenlund", (), context)

    assert not any(each.excluded for each in explained.outcomes)


def test_with_ids_those_alone_and_in_their_order(context):
    explained, _ = explain_product("products/rosenlund", ("V4", "J1"), context)

    assert [each.criterion.id for each in explained.outcomes] == ["V4", "J1"]


def test_a_criterion_that_the_model_lacks_is_not_possible(context):
    with pytest.raises(NotPossibleError):
        explain_product("products/rosenlund", ("J1", "Z9"), context)


def test_an_unreadable_product_has_findings_alone(context):
    explained, findings = explain_product("products/ulaeselig", (), context)

    assert explained is None
    assert findings
