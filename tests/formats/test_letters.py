"""The words of letters in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Letters

LETTER = {"title": {"da": "Brev"}, "parts": [{"text": {"da": "Til {product}"}, "list": "unmet"}]}
FILE = {"format": "os2governance/letters/1", "letters": {"evaluation": LETTER}}


def test_a_letter_is_kept_and_the_others_may_be_left_out():
    found = Letters.model_validate({**FILE, "answer_within": "3 weeks"})

    assert found.letters.evaluation.parts[0].list == "unmet"
    assert found.letters.decision is None


@pytest.mark.parametrize(
    "wrong",
    [{"letters": {"birthday": LETTER}}, {"answer_within": "soon"}, {"letters": None},
     {"letters": {"decision": {**LETTER, "parts": []}}},
     {"letters": {"decision": {**LETTER, "parts": [{"list": "green"}]}}},
     {"letters": {"decision": {**LETTER, "parts": [{"field": "A B"}]}}}],
)  # fmt: skip
def test_what_is_no_letter_is_refused(wrong):
    with pytest.raises(ValidationError):
        Letters.model_validate({**FILE, **wrong})
