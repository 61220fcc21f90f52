"""The transcribed products against the documents: the same lights, and no sentence copied."""

import re
from pathlib import Path

import pytest
from test_recounts import EVALUATIONS, listed

PRODUCTS = Path(__file__).parents[2] / "products"
LIGHTS = {"🟢": "met", "🟡": "partly", "🔴": "unmet", "⚪": "not_applicable"}


@pytest.mark.parametrize("document", EVALUATIONS)
def test_the_list_of_a_document_equals_its_rows(document, documents):
    [file] = [file for file in documents if file.name == document]
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        lights = [LIGHTS[cell[0]] for cell in cells if cell and cell[0] in LIGHTS]
        if re.fullmatch(r"[RFSG]\d+", cells[0]) and lights:
            found[cells[0]] = lights[0]

    assert found == listed(document)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize("folder", sorted(PRODUCTS.iterdir()), ids=lambda folder: folder.name)
def test_no_sentence_is_copied(folder, documents):
    """Facts and figures carry over, runs of eight words do not; names of documents do."""
    sources = [file for file in documents if file.name.lower().startswith(folder.name)]
    runs = set()
    for file in sources:
        source = words(file.read_text(encoding="utf-8"))
        runs |= {tuple(source[i : i + 8]) for i in range(len(source) - 7)}
    for file in folder.rglob("*.yaml"):
        text = re.sub(r"https?://\S+", "", file.read_text(encoding="utf-8"))
        ours = words(text)
        copied = [
            " ".join(run) for i in range(len(ours) - 7) if (run := tuple(ours[i : i + 8])) in runs
        ]
        assert copied == []
