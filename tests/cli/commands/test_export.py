"""`export`: the document on standard output or in a file, remarks beside it."""

import json

import pytest

PRODUCT = """\
format: os2governance/product/1
product: os2eksempel
name: OS2eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-05-01, by: Tovholderen}
facts:
  ownership:
    repositories: [{url: "https://github.com/OS2eksempel"}]
    licence: MPL-2.0
  agreements:
    supplier: [{party: Leverandør A/S, in_force_to: 2027-01-01}, {reference: ukendt}]
answers:
  R1: {answer: met, note: "a | b"}
"""


@pytest.fixture
def product(tmp_path):
    folder = tmp_path / "os2eksempel"
    folder.mkdir()
    (folder / "product.yaml").write_text(PRODUCT, encoding="utf-8")
    return folder


def test_a_document_is_the_result(run, product):
    result = run("export", product, "--to", "governance-report")

    assert result.exit_code == 0
    assert "# Governancerapport for OS2eksempel\n" in result.stdout
    assert (
        result.stdout == run("export", product, "--to", "governance-report", "--lang", "en").stdout
    )


def test_a_file_is_written_whole_and_again(run, product, tmp_path):
    out = tmp_path / "new" / "e.md"
    for layout in ("0.9.2", "2026"):
        result = run(
            "export", product, "--to", "evaluation-report", "--layout", layout, "--out", out
        )
        assert result.exit_code == 0
        assert result.stdout == ""
        assert ("Efterlevet?" in out.read_text("utf-8")) == (layout == "2026")


def test_the_form(run, product):
    values = json.loads(run("export", product, "--to", "self-assessment-json").stdout)

    assert values["krav"][0]["dokumentation"] == "a | b"


def test_publiccode_says_what_it_lacks_and_makes_nothing_up(run, product):
    result = run("export", product, "--to", "publiccode")

    assert result.exit_code == 0
    assert result.stdout.startswith(
        'publiccodeYmlVersion: "0.4"\nname: "OS2eksempel"\nurl: "https://github.com/OS2eksempel"\n'
        'legal:\n  license: "MPL-2.0"\nmaintenance:\n  contractors:\n'
        '    - name: "Leverandør A/S"\n      until: "2027-01-01"\n  type: "contract"\n\n# '
    )
    assert "»platforms«" in result.stderr
    assert result.stderr.count("note publiccode-incomplete\n") == 1
    assert result.stderr.endswith("  Gør: Skriv det i publiccode.yml.\n")
    assert run("export", product, "--to", "publiccode", "-q").stderr == ""


def test_a_publiccode_of_ones_own_keeps_the_rest(run, product, tmp_path):
    own = tmp_path / "publiccode.yml"
    own.write_text("# vores\nname: Gammelt navn # husk\nplatforms: [web]\n", encoding="utf-8")
    result = run("export", product, "--to", "publiccode", "--template", own)

    assert result.stdout.startswith("# vores\nname: OS2eksempel # husk\nplatforms: [web]\n")
    assert "'platforms'" not in result.stderr
    own.write_text("a: [", encoding="utf-8")
    assert run("export", product, "--to", "publiccode", "--template", own).exit_code == 2


def test_a_template_is_filled(run, product, tmp_path):
    template = tmp_path / "t.md"
    template.write_bytes(b"| # | Efterlevet? | Dokumentation |\r\n|-|-|-|\r\n| R1 | | |\r\n")
    out = tmp_path / "t2.md"
    result = run("export", product, "--template", template, "--out", out)

    assert result.exit_code == 0
    assert "G14" in result.stderr
    assert result.stderr.startswith("▲ advarsel template-row-missing\n")
    assert b"| R1 | Ja | a &#124; b |\r\n" in out.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--to", "governance-report", "--layout", "9"),
        ("--to", "poem"),
        ("--template", "nowhere.md"),
    ],
)
def test_wrong_use(run, product, arguments):
    result = run("export", product, *arguments)

    assert result.exit_code == 2


def test_a_model_without_layouts_says_so(garden):
    result = garden("export", "products/rosenlund", "--to", "governance-report")

    assert result.exit_code == 2
    assert "dokumentlayouts" in result.stdout


def test_a_file_that_cannot_be_written(run, product, tmp_path):
    result = run(
        "export", product, "--to", "governance-report", "--out", product / "product.yaml" / "x"
    )

    assert result.exit_code == 2


def test_a_file_that_cannot_be_read_is_not_taken_for_a_new_one(run, product, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "there.md").write_text("x", encoding="utf-8")
    out = tmp_path / "a" / "b" / "out.md"
    out.parent.mkdir(parents=True)
    out.symlink_to(tmp_path / "elsewhere" / "there.md")
    result = run("export", product, "--to", "governance-report", "--out", out)

    assert result.exit_code != 0
    assert "file-outside" in result.output
    assert (tmp_path / "elsewhere" / "there.md").read_text(encoding="utf-8") == "x"
