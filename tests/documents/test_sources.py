"""The files of a product in the order in which they are read, whichever there are."""

from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.sources import FileContent, ProductFiles, build_product_files

CONTENT = st.builds(FileContent, st.text(max_size=9), st.binary(max_size=9))
ONE, SEVERAL = st.none() | CONTENT, st.lists(CONTENT, max_size=3).map(tuple)


@given(ONE, SEVERAL, ONE, ONE, SEVERAL, ONE)
def test_all_files_are_there_once_the_declaration_first_and_the_log_last(
    product, declarations, register, observations, evaluations, log
):
    files = ProductFiles(
        product=product,
        declarations=declarations,
        register=register,
        observations=observations,
        evaluations=evaluations,
        log=log,
    ).files()
    expected = [product, *declarations, register, observations, *evaluations, log]

    assert list(files) == [each for each in expected if each is not None]


def test_an_empty_log_is_a_file_as_well():
    log = FileContent("", b"")

    assert ProductFiles(log=log).files() == (log,)


NAMES = (
    "product.yaml",
    "declarations/2025-01-01.yaml",
    "declarations/2026-01-01.yml",
    "register.yaml",
    "observations.yaml",
    "evaluations/2025-01-01.yaml",
    "evaluations/2026-01-01.yaml",
    "decisions.yaml",
)
FOLDERS = {"": "", ".": "", "products/x": "products/x/", "/p": "/p/"}


@given(st.lists(st.sampled_from(NAMES), unique=True), st.sampled_from([*FOLDERS]))
def test_contents_are_the_files_that_their_names_say(names, folder):
    """In whatever order they come, and whichever are missing."""
    sources = build_product_files(folder, {name: name.encode() for name in names})

    assert [name for name, _ in sources.files()] == [
        f"{FOLDERS[folder]}{name}" for name in NAMES if name in names
    ]
    assert all(name == FOLDERS[folder] + data.decode() for name, data in sources.files())
    assert (sources.product is None) == ("product.yaml" not in names)
    assert sources.name == f"{FOLDERS[folder]}product.yaml"
    assert sources.data == (b"product.yaml" if "product.yaml" in names else b"")
    assert sources.folder == folder


def test_a_product_file_may_have_another_name():
    sources = build_product_files("x", {"a.yaml": b"1", "decisions.yaml": b"2"}, "a.yaml")

    assert (sources.name, sources.data, sources.log) == (
        "x/a.yaml",
        b"1",
        FileContent("x/decisions.yaml", b"2"),
    )
