"""The summary of an evaluation, and why it recommends a level."""

import pytest
from exchange.words import wording

from os2governance.exchange.read.markdown import read_markdown
from os2governance.exchange.read.prose import read_evaluation_prose
from os2governance.exchange.read.stated_levels import find_stated_levels

SUMMARY = "## 📝 Resumé\n\nDet går **godt**.\n\nOgså her.\n\n"
TABLE = "## Vurdering af alle krav\n\nTekst.\n\n| # | Vurdering |\n|---|---|\n| R1 | 🟢 |\n\n"
ADVICE = """## Anbefalinger

### Anbefaling til produktet

Skriv mere.

### Anbefaling til bestyrelsen

Det anbefales, at det placeres på niveau 2.

"""


def prose(text):
    source, _ = read_markdown(text.encode(), "e.md")
    found = find_stated_levels(source, wording())
    lines = [line for _, line in found.by_kind["recommends"]]
    return tuple(read_evaluation_prose(source, wording(), lines))


@pytest.mark.parametrize(
    ("text", "summary", "grounds"),
    [
        (SUMMARY + TABLE, "Det går godt.\n\nOgså her.", ""),
        # More headings than one: the later ones are kept with their text.
        (
            f"{SUMMARY}## Overordnet vurdering\n\nModent.\n\n### Styrker\n\n- Mange\n\n{TABLE}",
            "Det går godt.\n\nOgså her.\n\nOverordnet vurdering\n\nModent.\n\nStyrker\n\n- Mange", "",
        ),
        # The level is stated under a heading of its own: that is the grounds.
        (
            f"{SUMMARY}## Anbefaling\n\n**Anbefalet niveau:** 2\n\nFordi det er modent.\n\n---\n\n{TABLE}",
            "Det går godt.\n\nOgså her.", "Fordi det er modent.",
        ),
        (
            SUMMARY + ADVICE + TABLE,
            "Det går godt.\n\nOgså her.\n\nAnbefaling til produktet\n\nSkriv mere.",
            "Det anbefales, at det placeres på niveau 2.",
        ),
        # It is stated in the summary: the paragraph that states it.
        (
            f"## Resumé\n\nGodt.\n\nDet anbefales at fastholde niveau 1,\nfordi det er nyt.\n\n{TABLE}",
            "Godt.\n\nDet anbefales at fastholde niveau 1,\nfordi det er nyt.",
            "Det anbefales at fastholde niveau 1,\nfordi det er nyt.",
        ),
        # No level: what is recommended goes with the summary, so that it is not lost.
        (f"{SUMMARY}## Anbefaling\n\nSkriv mere.\n", "Det går godt.\n\nOgså her.\n\nAnbefaling\n\nSkriv mere.", ""),
        # Links are kept; what nobody filled in is not.
        ("## Resumé\n\nSe [her](https://os2.eu/x).\n", "Se her.\nhttps://os2.eu/x", ""),
        ("## Resumé\nUdfyldes senere.\n\n## Overordnet vurdering\nUdfyldes senere.\n", "", ""),
        (TABLE, "", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_prose_is_read_from_under_its_headings(text, summary, grounds):
    assert prose(text) == (summary, grounds)


def test_a_mail_address_stays_behind():
    assert "@" not in prose("## Resumé\n\nSkriv til navn@example.org.\n")[0]
