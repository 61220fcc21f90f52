"""Released files of others, over HTTPS: kept in a folder, and never used with another hash."""

import hashlib
import http.client
import urllib.request
from contextlib import suppress
from pathlib import Path

from os2governance.files import writing
from os2governance.files.cache_folder import create_cache_folder
from os2governance.files.paths import is_file
from os2governance.findings.finding import Finding, Location, make_finding

_SECONDS = 60.0  # without a byte


def fetch_release(url: str, sha256: str, folder: Path) -> tuple[bytes | None, list[Finding]]:
    """The bytes of a release, from the folder where they are kept, else from its address.

    None with a finding where it cannot be fetched, or is not what its hash says.
    """
    kept = folder / url.rsplit("/", 1)[-1]
    data = kept.read_bytes() if is_file(kept) else None
    if data is not None and hashlib.sha256(data).hexdigest() == sha256:
        return data, []
    try:
        with urllib.request.urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310 - see read_pins
            data = answer.read()
    except (OSError, http.client.HTTPException) as error:  # urllib's errors are of the first kind
        reason = str(getattr(error, "reason", error))
        return None, [make_finding("download-failed", Location(url), problem=reason)]
    if hashlib.sha256(data).hexdigest() != sha256:
        return None, [make_finding("download-changed", Location(url), sha256=sha256)]
    with suppress(OSError):  # without a folder to keep it in, it is fetched the next time too
        create_cache_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        writing.write_whole_file(kept, [data])
    return data, []
