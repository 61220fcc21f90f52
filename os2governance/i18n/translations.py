"""The Danish of all fixed text: a gettext catalogue, as the standard library reads it.

`locale/da.po` is what people edit; `locale/da/LC_MESSAGES/os2governance.mo`, compiled from it, is
what runs, and all that a wheel holds. In a work tree both may be there, and the newer one counts.
"""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from os import getpid
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "os2governance"
SOURCE = LOCALE / "da.po"
COMPILED = LOCALE / "da" / "LC_MESSAGES" / f"{DOMAIN}.mo"


@cache
def danish() -> GNUTranslations:
    """The catalogue, read once; compiled in memory where `da.po` is newer than what was compiled.

    Raises:
        FileNotFoundError: when there is no catalogue at all, which is a broken installation.
    """
    written, compiled = _changed(SOURCE), _changed(COMPILED)
    if not written and not compiled:
        raise FileNotFoundError(f"{COMPILED} is missing: install os2governance again")
    if written > compiled:
        return GNUTranslations(BytesIO(compile_catalogue(SOURCE.read_bytes())))
    with COMPILED.open("rb") as file:
        return GNUTranslations(file)


def _changed(file: Path) -> int:
    """When a file was last changed, in nanoseconds; 0 where it is missing."""
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def compile_catalogue(po: bytes) -> bytes:
    """What gettext reads at run time, of what people edit; the same bytes for the same texts.

    What is not translated, or only guessed (fuzzy), is left out, and said in English.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 - only builds and work trees compile

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    catalogue = read_po(BytesIO(po), locale="da")
    catalogue.creation_date = catalogue.revision_date = datetime.fromtimestamp(0, UTC)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def keep_compiled() -> Path:
    """The compiled catalogue's file, made anew unless it is newer than `da.po`."""
    if _changed(SOURCE) > _changed(COMPILED):
        COMPILED.parent.mkdir(parents=True, exist_ok=True)
        beside = COMPILED.with_name(f"{COMPILED.name}.{getpid()}")
        beside.write_bytes(compile_catalogue(SOURCE.read_bytes()))
        beside.replace(COMPILED)  # whole, whoever reads or makes it at the same time
    return COMPILED
