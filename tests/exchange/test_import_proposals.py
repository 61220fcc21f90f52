"""Facts of a document's text in the file that it becomes: under `proposed`, until somebody acts."""

from pathlib import Path

import pytest
from exchange.test_import_document import desk

from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.import_document import import_with_change

HEAD = """\
# Governancerapport for Eksempel

> **Version for anvendt governancerapport:** 1.1.0
> **Dato for udfyldelse:** {day}
> **Udfyldt af:** Styregruppen
> **Link til Git organisation:** https://github.com/os2eksempel

| # | Krav | Niveau | Retningslinjer | Efterlevet? | Dokumentation |
|---|---|---|---|---|---|
"""
ROWS = """\
| F2 | Licens | Sandkasse | | Ja | {licence} |
| G9 | Kodereview | 3 | | Ja | Udført i maj 2018 |
"""


@pytest.fixture
def bring_in(tmp_path):
    """Import a report into a product's file; return its values, and how many it then proposes."""

    def bring(licence="MPL 2.0", day="2026-03-01", *, update=False):
        text = HEAD.format(day=day) + ROWS.format(licence=licence)
        (tmp_path / "rapport.md").write_text(text, encoding="utf-8")
        outcome, _ = import_with_change(
            tmp_path / "rapport.md", desk(tmp_path / "out", update=update)
        )
        assert outcome.written_file, outcome.findings
        return read_file(tmp_path), outcome.proposed

    return bring


def read_file(folder: Path):
    file = folder / "out" / "eksempel" / "product.yaml"
    return read_yaml(file.read_bytes(), "x")[0].values


def test_a_new_file_proposes_what_the_text_states_and_declares_none_of_it(bring_in):
    values, count = bring_in()

    assert count == 3
    assert "facts" not in values
    assert values["proposed"] == {
        "facts": {
            "ownership": {
                "repositories": [{"url": "https://github.com/os2eksempel"}],
                "licence": "MPL-2.0",
            },
            "development": {"review": {"on": "2018-05"}},
        },
        "from": {
            "ownership.repositories": "rapport.md:6: https://github.com/os2eksempel",
            "ownership.licence": "rapport.md:10: MPL 2.0",
            "development.review.on": "rapport.md:11: Udført i maj 2018",
        },
    }


@pytest.mark.parametrize(
    "declared",
    ["facts:\n  ownership: {licence: EUPL-1.2}\n", "facts:\n  ownership: {licence: null}\n"],
)
def test_it_never_stands_over_what_is_declared(bring_in, tmp_path, declared):
    bring_in()
    file = tmp_path / "out" / "eksempel" / "product.yaml"
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition("# Læst")
    _, _, answers = rest.partition("answers:")
    file.write_text(f"{before}{declared}answers:{answers}", encoding="utf-8")
    values, count = bring_in(update=True, day="2026-03-02")

    assert count == 2
    assert "licence" not in values["proposed"]["facts"]["ownership"]
    assert values["facts"] == read_yaml(declared.encode(), "x")[0].values["facts"]


def test_the_same_again_proposes_nothing_new(bring_in):
    before, _ = bring_in()
    after, count = bring_in(update=True)

    assert (after["proposed"], count) == (before["proposed"], 0)


@pytest.mark.parametrize(
    ("day", "licence"), [("2026-04-01", "EUPL-1.2"), ("2026-02-01", "MPL-2.0")]
)
def test_the_newer_document_decides_what_is_proposed(bring_in, day, licence):
    bring_in()
    values, _ = bring_in("EUPL 1.2", day, update=True)

    assert values["proposed"]["facts"]["ownership"]["licence"] == licence
    assert values["proposed"]["from"]["ownership.licence"].endswith(
        {"EUPL-1.2": "EUPL 1.2", "MPL-2.0": "MPL 2.0"}[licence]
    )


@pytest.mark.parametrize(
    ("name", "year"), [("Rapport_2018-04-30.md", None), ("Rapport_2018-05-31.md", "2018-05")]
)
def test_a_document_dated_by_its_name_states_nothing_later(tmp_path, name, year):
    head = HEAD.replace("> **Dato for udfyldelse:** {day}\n", "")
    (tmp_path / name).write_text(head + ROWS.format(licence="MPL 2.0"), encoding="utf-8")
    outcome, _ = import_with_change(tmp_path / name, desk(tmp_path / "out"))
    assert outcome.written_file, outcome.findings

    facts = read_file(tmp_path)["proposed"]["facts"]
    assert facts.get("development", {}).get("review", {}).get("on") == year
    assert facts["ownership"]["licence"] == "MPL-2.0"
