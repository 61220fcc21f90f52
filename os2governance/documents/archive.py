"""Archives of which the same files always make the same bytes."""

import gzip
import io
import zipfile
from collections.abc import Mapping

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip can hold


def build_archive(files: Mapping[str, bytes], *, deflated: bool = False) -> bytes:
    """A zip of files by their paths, in order; plain, for one that is compressed as a whole."""
    held = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    with zipfile.ZipFile(held, "w", method) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), files[name])
    return held.getvalue()


def compress(data: bytes) -> bytes:
    """The bytes compressed by gzip, without the hour and the system they were compressed on."""
    return gzip.compress(data, 9, mtime=0)
