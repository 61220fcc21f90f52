"""Files of a portfolio in `check`: rounds and the site, beside the folder of the products."""

import json

import pytest
from folders import criterion, write_model, write_product

ROUND = "format: os2governance/round/1\nhalf_year: 2026-1\n"
SITE = "format: os2governance/site/1\n"


@pytest.fixture
def check(tmp_path, run):
    """A function that writes files beside the products, checks a path, and gives the findings."""
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    write_product(tmp_path, facts={"open": True})

    def checks(*paths, **files):
        for name, text in files.items():
            file = tmp_path / name.replace("__", "/")
            file = file.with_name(file.name + ".yaml")
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        given = ["--criteria", tmp_path / "criteria", "--as-of", "2026-05-01", "--format", "json"]
        named = [tmp_path / path if "--" not in path else path for path in paths or ["products"]]
        done = run("check", *named, *given)
        found = json.loads(done.stdout)["findings"]
        told = [(each["code"], each["file"].rsplit("/", 1)[-1], each["line"]) for each in found]
        return done.exit_code, [each for each in told if "product.yaml" not in each[1]]

    return checks


def test_whole_files_have_no_findings(check):
    whole = {"rounds__2026-1": f"{ROUND}products: {{tool: {{remark: Ja}}}}\n", "site": SITE}

    assert check(**whole)[1] == []


@pytest.mark.parametrize(
    ("name", "text", "finding", "code"),
    [
        ("rounds__2026-1", ROUND + "frist: {}\n", ("unknown-key", "2026-1.yaml", 3), 1),
        ("rounds__2026-2", ROUND, ("round-other-half-year", "2026-2.yaml", 2), 1),
        ("rounds__2026-1", ROUND + "products:\n  toool:\n", ("round-unknown-product", "2026-1.yaml", 4), 0),
        ("site", SITE + "accessibility: http://a.example\n", ("out-of-bounds", "site.yaml", 2), 1),
        ("site", SITE + "a: [\n", ("yaml-syntax", "site.yaml", 2), 2),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(check, name, text, finding, code):
    exit_code, found = check(**{name: text})

    assert found == [finding]
    assert exit_code == code


def test_a_check_of_one_product_is_about_it_alone(check):
    assert check("products/tool", site=SITE + "a: 1\n")[1] == []


@pytest.mark.parametrize("name", ["rounds__2026-1", "rounds__notes", "site"])
def test_the_files_of_others_are_passed_over(check, name):
    assert check(**{name: "title: [My blog\n"})[1] == []


def test_a_warning_can_be_suppressed(check):
    comment = "# os2governance: ignore[round-unknown-product] he has left us\n"
    text = f"{ROUND}products:\n  {comment}  toool:\n"

    assert check(**{"rounds__2026-1": text})[1] == []


UNKNOWN = ("round-unknown-product", "2026-1.yaml", 4)


def test_a_file_that_is_named_is_checked_against_the_products_beside_it(check):
    text = ROUND + "products:\n  tool:\n"

    assert check("rounds/2026-1.yaml", **{"rounds__2026-1": text})[1] == []
    assert check("rounds/2026-1.yaml", **{"rounds__2026-1": ROUND + "products:\n  toool:\n"}) == (
        0,
        [UNKNOWN],
    )


def test_a_file_of_others_that_is_named_is_checked_unless_as_found(check):
    others = "- hosts: all\n"

    assert check("site.yaml", site=others) == (1, [("wrong-type", "site.yaml", 1)])
    assert check("site.yaml", "--as-found", site=others) == (0, [])
    assert check("site.yaml", "--as-found", site=SITE + "a: 1\n")[1] == [
        ("unknown-key", "site.yaml", 2)
    ]


def test_a_file_is_told_once(check):
    text = {"rounds__2026-1": ROUND + "products:\n  toool:\n"}

    assert check("products", "rounds/2026-1.yaml", **text)[1] == [UNKNOWN]
