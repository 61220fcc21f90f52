"""The agenda over the products that paths mean."""

from dataclasses import replace

import pytest
from agendas import DAY, small_agenda

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.agenda import prepare_agenda


@pytest.fixture
def products(tmp_path, context):
    small_agenda(tmp_path)
    return [str(tmp_path / "products")], replace(
        context, criteria=(tmp_path / "criteria",), as_of=DAY
    )


def test_all_products_are_on_the_agenda_or_named_as_without(products):
    paths, context = products
    found, findings = prepare_agenda(paths, {"rest": "high"}, DAY, context)

    assert findings == []
    assert [each.case.assessment.product.id for each in found.items] == ["keeper", "mover", "rest"]


@pytest.mark.parametrize("proposals", [{"nobody": "low"}, {"rest": "top"}])
def test_a_proposal_for_what_there_is_not_is_not_possible(products, proposals):
    paths, context = products
    with pytest.raises(NotPossibleError):
        prepare_agenda(paths, proposals, DAY, context)


def test_what_cannot_be_read_is_told(context):
    assert prepare_agenda(["nowhere"], {}, DAY, context)[1]
