"""Saving form input: only changed fields are written, and nobody's edits are lost.

A page knows the version of the file that it was rendered from. A difference between that version
and the input is the user's edit; a difference between that version and the current file is
somebody else's. Where both concern one field, nothing is saved, and the user is shown both.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from os2governance.documents.yaml_edit import NotEditableError, Path, Put, Removed, edited
from os2governance.documents.yaml_reader import read_yaml
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import Language, Sayable
from os2governance.product.reader import Library
from os2governance.rules.trace import MISSING
from os2governance.web.form import Field, Form, Listing, form
from os2governance.web.typed import Misread, value_of
from os2governance.web.workplace import Opened, opened

KEPT = 200
"""Number of file versions kept, to tell who changed what and to undo."""
Typed = Mapping[str, Sequence[str]]
Edit = Put | Removed


class Clash(NamedTuple):
    """A field edited here, and changed in the file at the same time."""

    field: Field
    typed: Any


class Outcome(NamedTuple):
    """The result of saving: the current product, and what was not saved, with reasons.

    `before` and `after` are the file's bytes around the change, equal where nothing was written.
    `problems` are messages by the field's name.
    """

    now: Opened | None
    before: bytes
    after: bytes
    problems: Mapping[str, Sayable] = {}
    clashes: tuple[Clash, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def saved(self) -> bool:
        """Whether all input is in the file now."""
        return not self.problems and not self.clashes and not self.findings


class Memory:
    """The versions of files that pages were rendered from, and the changes that can be undone."""

    def __init__(self) -> None:
        """Start empty."""
        self._versions: OrderedDict[str, bytes] = OrderedDict()
        self.changes: list[tuple[str, bytes, bytes]] = []
        self._first: dict[str, bytes] = {}

    def first(self, product: str, data: bytes) -> bytes:
        """A product file's bytes when the server first read it."""
        return self._first.setdefault(product, data)

    def keep(self, data: bytes) -> str:
        """Add a version; return its name."""
        name = version_of(data)
        self._versions[name] = data
        self._versions.move_to_end(name)
        while len(self._versions) > KEPT:
            self._versions.popitem(last=False)
        return name

    def version(self, name: str) -> bytes | None:
        """A version that is still kept; None otherwise."""
        return self._versions.get(name)

    def changed(self, product: str, before: bytes, after: bytes) -> None:
        """Record a change for undo."""
        self.changes = [*self.changes[-KEPT:], (product, before, after)]

    def last(self, product: str) -> tuple[bytes, bytes] | None:
        """The last change of a product as (old bytes, new bytes); None where there is none."""
        found = (each[1:] for each in reversed(self.changes) if each[0] == product)
        return next(found, None)

    def undone(self, product: str) -> None:
        """Remove the last change of a product."""
        for number in range(len(self.changes) - 1, -1, -1):
            if self.changes[number][0] == product:
                del self.changes[number]
                return


def version_of(data: bytes) -> str:
    """The name of a file version: a digest of its content."""
    return hashlib.sha256(data).hexdigest()[:32]


class Desk(NamedTuple):
    """The context of saving: the product's file, the models, the date, the language."""

    file: Any
    library: Library
    as_of: date
    language: Language


def read_now(desk: Desk) -> tuple[Opened | None, list[Finding]]:
    """Read and assess a product's current files."""
    sources, findings = store.sources(desk.file)
    if sources is None:
        return None, findings
    found, wrong = opened(sources, desk.library, desk.as_of)
    return found, [*findings, *wrong]


def save(desk: Desk, base: bytes | None, typed: Typed) -> Outcome:
    """Save the input on a page rendered from `base`, which is None where it is unknown."""
    return _tried(desk, lambda now: _edits(now, base, typed, desk.language))


def try_out(desk: Desk, base: bytes | None, typed: Typed) -> Outcome:
    """The result that saving would have; nothing is written."""
    now, findings = read_now(desk)
    if now is None:
        return Outcome(None, b"", b"", findings=tuple(findings))
    return _proposed(desk, now, _edits(now, base, typed, desk.language))


def grow(desk: Desk, listing: str) -> Outcome:
    """Add an element to a list."""

    def edits(now: Opened) -> "_Edits":
        found = _form(now).listings().get(listing)
        if found is None:
            return _Edits((), {}, ())
        return _Edits((Put((*found.path, len(found.elements)), {}),), {}, ())

    return _tried(desk, edits)


def shrink(desk: Desk, listing: str, number: int, base: bytes | None) -> Outcome:
    """Remove an element of a list, if it is still the one that the page showed."""

    def edits(now: Opened) -> "_Edits":
        found = _form(now).listings().get(listing)
        same = base is not None and _at(_values(base), found) == _at(_values(_data(now)), found)
        if found is None or number >= len(found.elements) or not same:
            return _Edits((), {}, (), changed=True)
        return _Edits((Removed((*found.path, number)),), {}, ())

    return _tried(desk, edits)


def declare_none(desk: Desk, listing: str) -> Outcome:
    """Declare a list empty; refused where it has elements."""

    def edits(now: Opened) -> "_Edits":
        found = _form(now).listings().get(listing)
        if found is None or found.elements:
            return _Edits((), {}, (), changed=True)
        return _Edits((Put(found.path, None if found.nullable else []),), {}, ())

    return _tried(desk, edits)


def undo(desk: Desk, before: bytes, after: bytes) -> Outcome:
    """Restore a file's old content, unless it has changed since."""
    findings = store.replace(desk.file, before, after)
    now, wrong = read_now(desk)
    return Outcome(now, after, before, findings=(*findings, *wrong))


class _Edits(NamedTuple):
    edits: tuple[Edit, ...]
    problems: dict[str, Sayable]
    clashes: tuple[Clash, ...]
    changed: bool = False


_TRIES = 3


def _tried(desk: Desk, edits: Callable[[Opened], _Edits]) -> Outcome:
    """Apply edits; retry where the file was changed in between."""
    outcome = Outcome(None, b"", b"")
    for _ in range(_TRIES):
        now, findings = read_now(desk)
        if now is None:
            return Outcome(None, b"", b"", findings=tuple(findings))
        outcome = _proposed(desk, now, edits(now))
        if not outcome.saved or outcome.before == outcome.after:
            return outcome
        wrong = store.replace(desk.file, outcome.after, outcome.before)
        if not wrong:
            return outcome
        outcome = outcome._replace(now=now, after=outcome.before, findings=tuple(wrong))
        if wrong[0].code != "file-changed":
            return outcome
    return outcome


def _proposed(desk: Desk, now: Opened, asked: _Edits) -> Outcome:
    """Build the file that edits would produce; findings where it would be unusable."""
    before, name = _data(now), now.sources.product.name
    if asked.changed:
        return Outcome(now, before, before, findings=(finding("file-changed", Place(name)),))
    if asked.problems or asked.clashes:
        return Outcome(now, before, before, asked.problems, asked.clashes)
    if not asked.edits:
        return Outcome(now, before, before)
    try:
        after = edited(before, asked.edits)
    except NotEditableError:
        found = finding("form-not-editable", Place(name))
        return Outcome(now, before, before, findings=(found,))
    sources = now.sources._replace(product=store.File(name, after))
    found_, wrong = opened(sources, desk.library, desk.as_of)
    if found_ is None:
        return Outcome(now, before, before, findings=tuple(wrong))
    return Outcome(found_, before, after)


def _data(now: Opened) -> bytes:
    return now.sources.product.data


def _values(data: bytes) -> Mapping[str, Any]:
    document, _ = read_yaml(data, "")
    values = document.values if document else None
    return values if isinstance(values, dict) else {}


def _form(now: Opened) -> Form:
    return form(now.model, now.assessment.declaration.document.values)


def _at(values: Any, found: Listing | Field | None) -> Any:
    for step in found.path if found else ():
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return MISSING
    return values


def _edits(now: Opened, base: bytes | None, typed: Typed, language: Language) -> _Edits:
    """Find the edits in the input, and those that conflict with changes by others."""
    drawn = _values(base) if base is not None else None
    current = _values(_data(now))
    edits: list[Edit] = []
    problems: dict[str, Sayable] = {}
    clashes: list[Clash] = []
    for name, field in _form(now).fields().items():
        if name not in typed and f"{name}:none" not in typed:
            continue
        value = value_of(field, typed, language)
        if isinstance(value, Misread):
            problems[name] = value.message
            continue
        is_, was = _at(current, field), MISSING if drawn is None else _at(drawn, field)
        if drawn is not None and _same(value, was):
            continue
        if _same(value, is_):
            continue
        if drawn is None or not _same(is_, was):
            clashes.append(Clash(field, value))
        else:
            edits.append(_edit(field.path, value))
    return _Edits(tuple(edits), problems, tuple(clashes))


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal; an empty list or text equals a missing one."""
    if type(one) is bool or type(other) is bool:
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one == other.strip().replace("\r\n", "\n")
    empty: tuple[Any, ...] = (MISSING, "", [])
    return bool(one == other) or (one in empty and other in empty)


def _edit(path: Path, value: Any) -> Edit:
    return Removed(path) if value is MISSING else Put(path, value)
