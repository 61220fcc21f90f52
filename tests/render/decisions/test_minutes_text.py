"""The decisions of a meeting in text."""

import pytest
from meetings import draft_meeting
from pages import BOTH

from os2governance.render.decisions.minutes_text import render_minutes_blocks


@pytest.mark.parametrize("language", BOTH)
def test_each_decision_is_numbered_and_one_recorded_before_is_told(tmp_path, language):
    blocks = render_minutes_blocks(draft_meeting(tmp_path), language)
    said = ["".join(span.text for span in each.spans) for each in blocks if hasattr(each, "spans")]

    assert said[0].startswith({"da": "1. Placeret: ", "en": "1. Placed: "}[language])
    assert said[-1].startswith("2. tool: ")
