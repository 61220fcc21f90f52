"""The transcribed evaluations and products, against what was counted in the published documents.

`tests/published/expected` lists what each document says; the documents themselves are not part
of the project, and `tests/published` reads them again where they are.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from exchange.words import ids

from os2governance import assess, load_model, load_product

ROOT = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "published" / "expected"
PRODUCTS = ROOT / "products"
MODEL = load_model(ROOT / "criteria" / "os2" / "1.1.0")
STATUSES = ("met", "partly", "unmet", "not_applicable")

# the published document: the product, and the evaluation that transcribes it
EVALUATIONS = {
    "OS2faktor__2025-11-16-evaluering.md": ("os2faktor", "2025-11-16"),
    "OS2autoproces__2025-09-05-evaluering.md": ("os2autoproces", "2025-09-05"),
    "OS2skadesokonomi__2025-09-05-evaluering.md": ("os2skadesokonomi", "2025-09-05"),
}
every_evaluation = pytest.mark.parametrize(
    ("document", "product", "on"), [(document, *where) for document, where in EVALUATIONS.items()]
)


def listed(document: str) -> dict[str, str]:
    """Read the light of each criterion off the list that was made of the document."""
    values = yaml.safe_load((EXPECTED / f"{document}.yaml").read_text(encoding="utf-8"))
    return {name: status for status in STATUSES for name in ids(values.get(status))}


def lights(product: str, on: str) -> dict[str, str]:
    """Read the lights of the transcribed evaluation, as they were in force on its own day."""
    loaded = load_product(PRODUCTS / product, MODEL)
    outcomes = assess(loaded, MODEL, as_of=date.fromisoformat(on)).outcomes
    return {o.criterion.id: o.rating.status for o in outcomes if o.rating is not None}


def test_every_evaluation_has_its_document():
    transcribed = {(file.parts[-3], file.stem) for file in PRODUCTS.glob("*/evaluations/*.yaml")}

    assert transcribed == set(EVALUATIONS.values())


@every_evaluation
def test_lights_per_level_and_theme_equal_a_fresh_count(document, product, on):
    published, transcribed = listed(document), lights(product, on)
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
    assert product.id == folder.name
    assert not any(re.search(r"[\w.]+@[\w.]+", text) for text in texts)
    if folder.name != "os2governance":
        assert "ikke en udtalelse fra OS2" in product.declaration.note
        assert product.declaration.reference


def test_there_are_products_enough():
    assert len([folder for folder in PRODUCTS.iterdir() if folder.name.startswith("os2")]) >= 9
