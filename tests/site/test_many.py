"""Many products: pages that stay small, in order, and the same bytes each time."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product
from site_pages import read_page

MANY = 230


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A small model and many products, every tenth of them with a licence."""
    folder = tmp_path_factory.mktemp("many")
    rule = {"fact": "licence", "present": True}
    write_model(folder, [criterion("A", "low", rule), criterion("B", "high", rule)])
    for number in range(MANY):
        facts = {"licence": "MPL-2.0" if number % 10 == 0 else None}
        write_product(folder, f"p{number:03}", facts=facts)
    return folder


def made(world, out: Path, **environment: str) -> Path:
    command = [sys.executable, "-m", "os2governance", "site", "products", "--out", str(out)]
    more = ["--criteria", "criteria", "--as-of", "2026-05-01", "-q"]
    environ = {**os.environ, **environment}
    subprocess.run([*command, *more], cwd=world, env=environ, check=True)
    return out


@pytest.fixture(scope="module")
def site(world, tmp_path_factory):
    return made(world, tmp_path_factory.mktemp("out") / "site")


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_no_page_is_large_and_every_product_is_listed_once(site):
    fronts = [site / "index.html", *sorted((site / "index").glob("*.html"))]
    names = []
    for file in fronts:
        assert file.stat().st_size < 300_000
        page = read_page(file.read_text(encoding="utf-8"))
        names += [link for link in page.all("a", "href") if "produkter/" in link]
    assert len(fronts) > 1
    assert len({name.rsplit("/", 1)[-1] for name in names}) == len(names) == MANY


def test_the_lights_are_on_pages_too(site):
    tables = [site / "vurderinger.html", *sorted((site / "vurderinger").glob("page-*.html"))]
    rows = sum(file.read_text(encoding="utf-8").count('<th scope="row"><a') for file in tables)

    assert len(tables) > 1
    assert rows == MANY


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "OS2GOVERNANCE_PROCESSES": "1"},
    ],
)
def test_the_same_bytes_each_time(world, site, tmp_path, environment):
    assert bytes_of(made(world, tmp_path / "again", **environment)) == bytes_of(site)


def test_what_is_no_longer_made_is_removed_and_nothing_else_is_written(world, tmp_path):
    out = made(world, tmp_path / "site")
    file = out / "produkter" / "p000.html"
    times = {each: each.stat().st_mtime_ns for each in out.rglob("*.html")}
    (world / "products" / "p000").rename(world / "hidden")
    made(world, out)
    gone = not file.exists() and not (out / "badges" / "p000.svg").exists()
    (world / "hidden").rename(world / "products" / "p000")
    made(world, out)

    assert gone
    assert file.exists()
    other = out / "produkter" / "p001.html"
    assert other.stat().st_mtime_ns == times[other]


def test_a_folder_of_somebody_elses_is_not_written_into(world, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    command = [sys.executable, "-m", "os2governance", "site", "products", "--criteria", "criteria"]
    ran = subprocess.run(
        [*command, "--out", str(tmp_path)], cwd=world, capture_output=True, text=True, check=False
    )

    assert ran.returncode == 2
    assert "folder-not-made" in ran.stdout
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(world, tmp_path):
    out = made(world, tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    page = out / "produkter" / "p000.html"
    page.unlink()
    page.symlink_to(elsewhere / "p000.html")
    command = [sys.executable, "-m", "os2governance", "site", "products", "--out", str(out)]
    more = ["--criteria", "criteria", "--as-of", "2026-05-01"]
    ran = subprocess.run([*command, *more], cwd=world, capture_output=True, text=True, check=False)

    assert ran.returncode == 2
    assert "file-link" in ran.stdout
    assert list(elsewhere.iterdir()) == []


def test_two_products_with_one_id_are_said(tmp_path):
    rule = {"fact": "licence", "present": True}
    write_model(tmp_path, [criterion("A", "low", rule)])
    write_product(tmp_path, "tool", name="Den første")
    other = write_product(tmp_path, "zool")
    text = (other / "product.yaml").read_text().replace("zool", "tool")
    (other / "product.yaml").write_text(text)
    command = [sys.executable, "-m", "os2governance", "site", "products", "--out", "site"]
    ran = subprocess.run(
        [*command, "--criteria", "criteria"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 2
    assert "duplicate-product" in ran.stdout
    page = (tmp_path / "site" / "produkter" / "tool.html").read_text(encoding="utf-8")
    assert "Den første" in page


def test_a_model_that_cannot_be_read_is_said(tmp_path):
    write_model(tmp_path, [criterion("A", "low", {"fact": "licence", "present": True})])
    write_product(tmp_path)
    broken = tmp_path / "criteria" / "other" / "1"
    broken.mkdir(parents=True)
    (broken / "model.yaml").write_text("bogus: 1\n", encoding="utf-8")
    command = [sys.executable, "-m", "os2governance", "site", "products", "--out", "site"]
    ran = subprocess.run(
        [*command, "--criteria", "criteria"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "unknown-key" in ran.stdout
    assert (tmp_path / "site" / "produkter" / "tool.html").is_file()
