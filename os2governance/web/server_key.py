"""The key of a server, kept for its folder, so that open pages outlive a restart."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from os2governance.files.private_files import read_private_file, write_private_file
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _

KEY_VARIABLE, STATE_VARIABLE = "OS2GOVERNANCE_KEY", "OS2GOVERNANCE_STATE"
"""Environment variables: a key of one's own choice, and the folder in which keys are kept."""
MIN_KEY_LENGTH = 22
"""Letters of a key: 128 bits, 6 in each."""
_KEY_BYTES = 24
_PORT_DIGITS = 5
_UNFIT_KEY = _(
    "{name} is no key: it must be at least {count} letters, digits, hyphens or underscores, so "
    "that nobody guesses it."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerKey:
    """The key that a request must have, and the port that the server had last; 0 for none."""

    key: str
    port: int


def find_state_folder(environment: Mapping[str, str]) -> Path:
    """The folder for keys: the one that the environment names, otherwise the user's."""
    from platformdirs import user_state_path  # noqa: PLC0415 - asked for by a server only

    named = environment.get(STATE_VARIABLE)
    return Path(named) if named else user_state_path("os2governance", appauthor=False)


def open_server_key(folder: Path, environment: Mapping[str, str]) -> ServerKey:
    """The key for serving a folder: that of the environment, else the one kept, else a new one.

    Raises:
        NotPossibleError: where the environment's key is too short, or has other letters.
    """
    given = environment.get(KEY_VARIABLE, "")
    if given and not _is_key(given):
        raise NotPossibleError(_UNFIT_KEY.fill(name=KEY_VARIABLE, count=MIN_KEY_LENGTH))
    kept = _read_kept_key(_find_key_file(folder, environment))
    if given:
        return ServerKey(key=given, port=kept.port if kept else 0)
    return kept or ServerKey(key=secrets.token_urlsafe(_KEY_BYTES), port=0)


def keep_server_key(folder: Path, environment: Mapping[str, str], key: ServerKey) -> bool:
    """Keep a key and the port for the next time; False where that is not possible.

    A key of the environment is kept there, and not in a file.
    """
    own = "" if environment.get(KEY_VARIABLE) else key.key
    return write_private_file(_find_key_file(folder, environment), f"{own} {key.port}".encode())


def derive_form_key(key: str) -> str:
    """The key that a form carries (against forgery), which says nothing of the server's own."""
    return hmac.new(key.encode(), b"form", hashlib.sha256).hexdigest()


def derive_cookie_name(key: str) -> str:
    """The name of the cookie of one server: cookies are shared by all ports of a machine."""
    return f"os2governance-{hmac.new(key.encode(), b'cookie', hashlib.sha256).hexdigest()[:12]}"


def _find_key_file(folder: Path, environment: Mapping[str, str]) -> Path:
    name = hashlib.sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest()
    return find_state_folder(environment) / "serve" / f"{name[:32]}.key"


def _read_kept_key(file: Path) -> ServerKey | None:
    """The key and port in a file, `key port`; None where that is not its content."""
    key, _, port = (read_private_file(file) or b"").decode("ascii", "replace").partition(" ")
    if not (port.isdecimal() and len(port) <= _PORT_DIGITS and int(port) < 1 << 16):
        return None
    if key and not _is_key(key):
        return None
    return ServerKey(key=key or secrets.token_urlsafe(_KEY_BYTES), port=int(port))


def _is_key(text: str) -> bool:
    plain = text.replace("-", "").replace("_", "")
    return len(text) >= MIN_KEY_LENGTH and plain.isascii() and plain.isalnum()
