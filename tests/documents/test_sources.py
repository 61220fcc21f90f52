"""The files of a product in the order in which they are read."""

from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.sources import FileContent, ProductFiles

CONTENT = st.builds(FileContent, st.text(max_size=9), st.binary(max_size=9))


@given(CONTENT, st.lists(CONTENT, max_size=3).map(tuple), st.none() | CONTENT)
def test_all_files_are_there_once_the_declaration_first_and_the_log_last(
    product, evaluations, log
):
    files = ProductFiles(product, evaluations, log).files()

    assert files[0] is product
    assert files[1 : len(evaluations) + 1] == evaluations
    assert files[len(evaluations) + 1 :] == (() if log is None else (log,))


def test_an_empty_log_is_a_file_as_well():
    log = FileContent("", b"")

    assert ProductFiles(FileContent("p", b""), (), log).files()[1:] == (log,)
