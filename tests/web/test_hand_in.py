"""The files that are handed in: an archive of all of them, the same bytes each time."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.archive import build_archive

NAMES = st.text("abcæø-", min_size=1, max_size=8)


@given(st.dictionaries(NAMES, st.binary(max_size=50), max_size=5))
def test_an_archive_has_all_files_and_is_the_same_each_time(files):
    packed = build_archive(files, deflated=True)
    archive = zipfile.ZipFile(io.BytesIO(packed))

    assert {name: archive.read(name) for name in archive.namelist()} == files
    assert build_archive(dict(reversed(files.items())), deflated=True) == packed
