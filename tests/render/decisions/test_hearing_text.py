"""What is about to be recorded of a hearing: who says what, in the words of the model."""

from datetime import date

from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.assessment.levels import assess
from os2governance.authoring.hearing import HearingProposal
from os2governance.render.decisions.hearing_text import render_hearing_blocks


def test_role_answer_days_and_titles_are_in_words(tmp_path):
    title = {"da": "Åben kode", "en": "Open code"}
    one = criterion("A", "low", {"fact": "open", "present": True}, title=title)
    model = load_model(write_model(tmp_path, [one]))
    it = assess(load_product(write_product(tmp_path), model), model, as_of=date(2026, 5, 1))
    said = HearingProposal(
        evaluation=date(2026, 3, 1),
        on=date(2026, 3, 9),
        by="owner",
        answer="objections",
        criteria={"A": "Den er åben."},
        note="Ellers tak.",
    )
    text = [
        "".join(span.text for span in each.spans) for each in render_hearing_blocks(it, said, "da")
    ]

    assert text == [
        "Tool: høringssvar til evalueringen fra 1. marts 2026",
        "Ejeren: har indvendinger mod evalueringen, 9. marts 2026.",
        "A Åben kode: Den er åben.",
        "Ellers tak.",
        "Det ændrer ingen vurdering og intet niveau.",
    ]
