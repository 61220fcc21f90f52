"""The transcribed evaluations and products, against what was counted in the published documents.

`tests/published/expected` lists what each document says; the documents themselves are
not part of the project, and `tests/published` reads them again where they are.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from exchange.words import ids

from os2governance import Assessment, Product, assess, load_model
from os2governance.documents.sources import PRODUCT_FILE
from os2governance.workflows.disk_files import open_library, read_product

ROOT = Path(__file__).parent.parent
LISTS = Path(__file__).parent / "published" / "expected"
PRODUCTS = ROOT / "products"
FOLDERS = sorted(folder for folder in PRODUCTS.iterdir() if folder.is_dir())
MODEL = load_model(ROOT / "criteria" / "os2" / "1.1.0")
STATUSES = ("met", "partly", "unmet", "not_applicable")

# the published document: the product, the evaluation that transcribes it, and what it recommends
EVALUATIONS = {
    "OS2faktor__2025-11-16-evaluering.md": ("os2faktor", "2025-11-16", "1"),
    "OS2autoproces__2025-09-05-evaluering.md": ("os2autoproces", "2025-09-05", "1"),
    "OS2skadesokonomi__2025-09-05-evaluering.md": ("os2skadesokonomi", "2025-09-05", "1"),
    "OS2rollekatalog__2026-09-29-evaluering.md": ("os2rollekatalog", "2026-09-29", "2"),
}
every_evaluation = pytest.mark.parametrize(
    ("document", "product", "on", "level"),
    [(document, *where) for document, where in EVALUATIONS.items()],
)
every_product = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def listed(document: str) -> dict[str, str]:
    """Read the light of each criterion off the list that was made of the document."""
    values = yaml.safe_load((LISTS / f"{document}.yaml").read_text(encoding="utf-8"))
    return {name: status for status in STATUSES for name in ids(values.get(status))}


def read(folder: Path, on: str = "2026-11-23") -> tuple[Product, Assessment]:
    """Read a product by the model that it names, and assess it."""
    found, _ = read_product(folder / PRODUCT_FILE, open_library(ROOT / "criteria"))
    assert found is not None
    product, model = found
    return product, assess(product, model, as_of=date.fromisoformat(on))


def lights(product: str, on: str) -> dict[str, str]:
    """Read the lights of the transcribed evaluation, as they were in force on its own day."""
    outcomes = read(PRODUCTS / product, on)[1].outcomes
    return {o.criterion.id: o.rating.status for o in outcomes if o.rating is not None}


def test_every_evaluation_has_its_document():
    transcribed = {(file.parts[-3], file.stem) for file in PRODUCTS.glob("*/evaluations/*.yaml")}

    assert transcribed == {(product, on) for product, on, _ in EVALUATIONS.values()}


@every_evaluation
def test_lights_per_level_and_theme_equal_a_fresh_count(document, product, on, level):
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
def test_an_evaluation_recommends_a_level_and_gives_grounds_for_it_and_for_each_light(
    document, product, on, level
):
    assessment = read(PRODUCTS / product, on)[1]

    assert assessment.levels.recommended == level
    assert all(outcome.rating.rationale for outcome in assessment.outcomes)
    assert assessment.evaluation.recommends_rationale
    assert assessment.evaluation.summary


@every_evaluation
def test_what_an_evaluation_confirms_is_registered_on_its_day(document, product, on, level):
    register = read(PRODUCTS / product, on)[0].register

    assert register.on.isoformat() == on
    assert register.by == "OS2-sekretariatet"
    assert register.facts["portfolio"]["listed_at"].startswith("https://www.os2.eu/")
    assert {r["controlled_by"] for r in register.facts["ownership"]["repositories"]} == {"os2"}


@every_product
def test_a_transcription_says_so_and_names_nobody(folder):
    product, _ = read(folder)
    texts = [file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml")]

    assert product.findings == ()
    assert product.id == folder.name
    assert not any(re.search(r"[\w.]+@[\w.]+", text) for text in texts)
    if folder.name != "os2governance":
        assert all("ikke en udtalelse fra os2" in " ".join(t.lower().split()) for t in texts)
    for declaration in (*product.kept, product.current):
        if declaration and folder.name != "os2governance":
            assert "ikke en udtalelse fra OS2" in declaration.note
            assert declaration.reference


@every_product
def test_a_transcription_has_no_error(folder):
    _, assessment = read(folder)
    found = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]

    assert [each.code for each in found if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("product", "model", "answers", "on"),
    [
        ("os2display", "os2/1.0", 27, "2025-11-11"),
        ("os2iot", "os2/2021-10-27", 45, "2021-11-26"),
        ("os2loop", "os2/2021-10-27", 45, "2023-01-26"),
        ("os2valghalla", "os2/1.1.0", 43, "2026-06-23"),
    ],
)
def test_a_report_is_judged_by_the_model_that_it_follows(product, model, answers, on):
    current = read(PRODUCTS / product)[0].current

    assert (current.model, len(current.answers)) == (model, answers)
    assert current.declared_on.isoformat() == on


def test_earlier_reports_are_kept_and_judged_on_their_days():
    kept = {
        folder.name: [(each.model, each.declared_on.isoformat()) for each in read(folder)[0].kept]
        for folder in FOLDERS
    }

    assert {name: found for name, found in kept.items() if found} == {
        "os2display": [("os2/2021-10-27", "2022-03-11")],
        "os2iot": [("os2/2021-04-29", "2021-04-13")],
    }
    assert read(PRODUCTS / "os2iot", "2021-06-01")[1].declaration.model == "os2/2021-04-29"


def test_a_draft_is_marked_and_a_product_without_answers_has_its_evaluation():
    draft, _ = read(PRODUCTS / "os2fleetoptimiser")
    silent, assessment = read(PRODUCTS / "os2autoproces")

    assert draft.current.draft
    assert silent.current is None
    assert len([o for o in assessment.outcomes if o.basis == "evaluation"]) == len(MODEL.by_id)


def test_there_are_products_enough():
    assert len([folder for folder in FOLDERS if folder.name.startswith("os2")]) >= 13
