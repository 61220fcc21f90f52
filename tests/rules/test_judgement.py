"""Where there is no rule, facts decide nothing."""

from datetime import date

import pytest

from os2governance.rules.judgement import JUDGEMENT
from os2governance.rules.limits import measure_cost
from os2governance.rules.node import Rule, Scope


@pytest.mark.parametrize("facts", [{}, {"a": True}, None])
def test_it_is_undetermined_whatever_the_facts_are(facts):
    trace = JUDGEMENT.evaluate(Scope(facts, None, date(2026, 5, 1)))

    assert (trace.value, trace.parts, trace.position) == (None, (), None)
    assert trace.question is JUDGEMENT
    assert list(trace.leaves()) == [trace]


def test_it_reads_nothing_and_is_a_rule_like_others():
    assert isinstance(JUDGEMENT, Rule)
    assert JUDGEMENT.list_paths() == ()
    assert measure_cost([JUDGEMENT]).nodes == 1
    assert [JUDGEMENT.render(each) for each in ("da", "en")] == [
        "det er vurderet som opfyldt",
        "it is judged to be met",
    ]
