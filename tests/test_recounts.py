"""The transcribed evaluations, recounted against the documents that they were transcribed from.

The documents are not part of the project: where they are not there, there is nothing to count.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from os2governance import assess, load_model, load_product

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT.parent / "shared" / "data" / "reports"
PRODUCTS = ROOT / "products"
MODEL = load_model(ROOT / "criteria" / "os2" / "1.1.0")
LIGHTS = {"🟢": "met", "🟡": "partly", "🔴": "unmet", "⚪": "not_applicable"}

# the published document: the product, and the evaluation that transcribes it
EVALUATIONS = {
    "OS2faktor__2025-11-16-evaluering.md": ("os2faktor", "2025-11-16"),
    "OS2autoproces__2025-09-05-evaluering.md": ("os2autoproces", "2025-09-05"),
    "OS2skadesokonomi__2025-09-05-evaluering.md": ("os2skadesokonomi", "2025-09-05"),
}
every_evaluation = pytest.mark.parametrize(
    ("document", "product", "on"), [(document, *where) for document, where in EVALUATIONS.items()]
)
needs_documents = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason="the published documents are not beside this clone"
)


def rows(document: str) -> dict[str, str]:
    """Read the light of each criterion off the document's own rows."""
    found = {}
    for line in (DOCUMENTS / document).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        lights = [LIGHTS[cell[0]] for cell in cells if cell and cell[0] in LIGHTS]
        if re.fullmatch(r"[RFSG]\d+", cells[0]) and lights:
            found[cells[0]] = lights[0]
    return found


def lights(product: str, on: str) -> dict[str, str]:
    """Read the lights of the transcribed evaluation, as they were in force on its own day."""
    loaded = load_product(PRODUCTS / product, MODEL)
    outcomes = assess(loaded, MODEL, as_of=date.fromisoformat(on)).outcomes
    return {o.criterion.id: o.rating.status for o in outcomes if o.rating is not None}


def test_every_evaluation_has_its_document():
    transcribed = {(file.parts[-3], file.stem) for file in PRODUCTS.glob("*/evaluations/*.yaml")}

    assert transcribed == set(EVALUATIONS.values())


@needs_documents
@every_evaluation
def test_lights_per_level_and_theme_equal_a_fresh_count_of_the_rows(document, product, on):
    published, transcribed = rows(document), lights(product, on)
    assert published.keys() == transcribed.keys() == MODEL.by_id.keys()

    for place in ("level", "theme"):
        theirs, ours = (
            Counter((getattr(MODEL.by_id[i], place), light) for i, light in counted.items())
            for counted in (published, transcribed)
        )
        assert ours == theirs
    assert transcribed == published


@every_evaluation
def test_an_evaluation_recommends_a_level_and_gives_grounds_for_each_light(document, product, on):
    loaded = load_product(PRODUCTS / product, MODEL)
    assessment = assess(loaded, MODEL, as_of=date.fromisoformat(on))

    assert assessment.levels.recommended == "1"
    assert all(outcome.rating.rationale for outcome in assessment.outcomes)


@pytest.mark.parametrize("folder", sorted(PRODUCTS.iterdir()), ids=lambda folder: folder.name)
def test_a_transcription_says_so_and_names_nobody(folder):
    product = load_product(folder, MODEL)
    texts = [file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml")]

    assert product.findings == ()
    assert product.declaration.product == folder.name
    assert not any(re.search(r"[\w.]+@[\w.]+", text) for text in texts)
    if folder.name != "os2governance":
        assert "ikke en udtalelse fra OS2" in product.declaration.note
        assert product.declaration.reference


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@needs_documents
@pytest.mark.parametrize("folder", sorted(PRODUCTS.iterdir()), ids=lambda folder: folder.name)
def test_no_sentence_is_copied(folder):
    """Facts and figures carry over, runs of eight words do not; names of documents do."""
    sources = [file for file in DOCUMENTS.iterdir() if file.name.lower().startswith(folder.name)]
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


def test_there_are_products_enough():
    assert len([folder for folder in PRODUCTS.iterdir() if folder.name.startswith("os2")]) >= 9
