"""Minutes of what is recommended: they can be recorded as they are."""

import pytest
from agendas import small_agenda
from pages import BOTH

from os2governance.authoring.minutes import read_minutes
from os2governance.documents.yaml_reader import read_yaml
from os2governance.render.board.agenda_minutes import render_minutes


@pytest.mark.parametrize("language", BOTH)
def test_they_are_valid_and_have_a_decision_for_each_product(tmp_path, language):
    document, _ = read_yaml(render_minutes(small_agenda(tmp_path), language).encode(), "f")
    decisions, findings = read_minutes(document)

    assert findings == []
    assert [(e.product, e.proposal.level, list(e.proposal.accepts)) for e in decisions] == [
        ("keeper", "low", []),
        ("mover", "high", ["B"]),
    ]
    assert {each.proposal.by for each in decisions} == {"board"}
