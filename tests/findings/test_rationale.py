"""Every code has its reason, in both languages, and it is not the message again."""

from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.rationale import RATIONALES


def test_every_code_has_a_reason_and_every_reason_a_code():
    assert RATIONALES.keys() == CATALOGUE.keys()


def test_a_reason_is_said_in_both_languages_without_places_to_fill():
    texts = [text for reason in RATIONALES.values() for text in reason]

    assert [text for text in texts if not text.endswith(".")] == []
    assert [text for text in texts if "{" in text] == []


def test_a_reason_is_not_the_message_again():
    said = {code: {*entry.message, *entry.remedy} for code, entry in CATALOGUE.items()}

    assert [code for code, reason in RATIONALES.items() if said[code] & {*reason}] == []
