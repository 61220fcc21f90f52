"""Import of OS2's documents into product files: read, checked against the model, written."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.documents.json_reader import read_json
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.outcome import Outcome
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.read.document import EVALUATION, PUBLICCODE, Imported
from os2governance.exchange.write.product_file import Wanted, merged, misfits, new_file
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding, suggested_id
from os2governance.i18n.folding import folded, identity
from os2governance.i18n.text import Language
from os2governance.model.document_terms import Wording, read_wording
from os2governance.model.editor_schema import product_schema, schema_object
from os2governance.model.model import Model
from os2governance.product.reader import Library


class Wish(NamedTuple):
    """The user's options: an id, a model, a folder, and whether to merge."""

    product: str | None
    model: Model | None
    out: Path
    update: bool


class Desk(NamedTuple):
    """What all imports of one run share."""

    as_of: date
    language: Language
    wish: Wish
    library: Library
    wordings: list[Wording]


def wordings_of(library: Library) -> tuple[list[Wording], list[Finding]]:
    """Read the document terms of all models in a library."""
    wordings: list[Wording] = []
    findings: list[Finding] = []
    for path in store.wording_files(library.criteria):
        data, wrong = store.read(path)
        findings += wrong
        if data is not None:
            wording, wrong = read_wording(data, store.shown(path))
            findings += wrong
            wordings += [wording] if wording else []
    return wordings, findings


class Proposal(NamedTuple):
    """The file that a document would produce: its path, its old data and its new data.

    `data` is None where nothing can be written; `outcome` is what was found in the document.
    """

    outcome: Outcome
    path: Path = Path()
    was: bytes | None = None
    data: bytes | None = None


def import_file(path: Path, desk: Desk) -> Outcome:
    """Import one document and write its file; findings are in the outcome."""
    file = store.shown(path)
    data, findings = store.read(path)
    if data is None:
        return Outcome(file, None, None, None, {}, 0, None, findings)
    found = proposal(file, data, desk)
    if found.data is None:
        return found.outcome
    same = found.data == found.was
    wrong = [] if same else store.replace(found.path, found.data, found.was)
    outcome = found.outcome._replace(findings=[*found.outcome.findings, *wrong])
    if wrong:
        return outcome
    outcome = outcome._replace(written=store.shown(found.path))
    return outcome if found.was is not None else _with_schema(outcome, desk)


def _with_schema(outcome: Outcome, desk: Desk) -> Outcome:
    """Write the schema that a new file refers to."""
    model, _ = desk.library.model(outcome.model) if outcome.model else (None, [])
    model = desk.wish.model or model
    kind = "evaluation" if outcome.kind == EVALUATION else "product"
    if model is None:
        return outcome
    schema, wrong = put_schema(desk.wish.out, kind, model, desk.language)
    return outcome._replace(schema=schema, findings=[*outcome.findings, *wrong])


def put_schema(
    folder: Path, kind: str, model: Model, language: Language
) -> tuple[str | None, list[Finding]]:
    """Write the schema that the product files of a folder refer editors to.

    Returns its name, or None where one exists already, which is left unchanged.
    """
    path = folder / (schema_name(folder, model) if kind == "product" else f"{kind}.schema.json")
    if os.path.lexists(path):
        return None, []
    whole = product_schema(model, language) if kind == "product" else schema_object(kind, language)
    data = f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()
    wrong = store.replace(path, data, None)
    return None if wrong else store.shown(path), wrong


def schema_name(folder: Path, model: Model) -> str:
    """Choose the name of a folder's schema: its own if the usual one is another model's."""
    usual = "product.schema.json"
    data, _ = store.read(folder / usual)
    schema: Any = read_json(data, usual)[0] if data else None
    try:
        known = schema["properties"]["model"]["const"]
    except (KeyError, IndexError, TypeError):
        return usual
    own = f"product.{model.id}-{model.version}.schema.json"
    return usual if known == model.reference else own


def proposal(file: str, data: bytes, desk: Desk) -> Proposal:
    """Read a document, and build what it would write; nothing is written."""
    imported, findings = read_document(data, file, desk.wordings)
    if imported is None:
        return Proposal(Outcome(file, None, None, None, {}, 0, None, findings))
    model, wrong = model_of(imported, desk)
    findings += wrong
    product = desk.wish.product or _known_product(imported, desk.wish.out)
    if not product:
        findings.append(finding("import-no-product", Place(file)))
    path, was, made = Path(), None, None
    if model and product:
        (path, was, made), wrong = _made(imported, model, product, desk)
        findings += wrong
    outcome = Outcome(
        file=file,
        kind=imported.kind,
        model=model.reference if model else None,
        product=product or None,
        counts=imported.counts,
        facts=len(imported.facts),
        written=None,
        findings=sorted(findings, key=lambda found: (found.place.file != file, found.place)),
    )
    return Proposal(outcome, path, was, made)


def model_of(imported: Imported, desk: Desk) -> tuple[Model | None, list[Finding]]:
    """Find the model of a document: the one requested, the one stated, or the newest for facts."""
    if desk.wish.model:
        return desk.wish.model, list(_other_version(imported, desk.wish.model))
    references = desk.library.references()
    known = ", ".join(references) or "-"
    place = Place(imported.file)
    if imported.kind == PUBLICCODE:
        own = [name for name in references if name.startswith(f"{imported.model}/")]
        models = [model for name in own if (model := desk.library.model(name)[0])]
        newest = max(models, key=lambda model: model.published, default=None)
        return newest, [] if newest else [finding("import-no-version", place, known=known)]
    if imported.version is None:
        return None, [finding("import-no-version", place, known=known)]
    name = f"{imported.model}/{imported.version}"
    if name not in references:
        return None, [finding("import-no-model", place, name=name, known=known)]
    return desk.library.model(name)


def _other_version(imported: Imported, model: Model) -> Iterator[Finding]:
    """Yield a finding where the requested model is another version than the document's."""
    told = imported.version
    if told and imported.model == model.id and told != model.version:
        place, name = Place(imported.file), f"{imported.model}/{told}"
        yield finding("import-other-version", place, told=name, model=model.reference)


def _known_product(imported: Imported, out: Path) -> str:
    """Find the id of the product with the document's name, or build one from the name."""
    own = folded(imported.product)
    for file in store.product_files([out]) if own and pathkind.is_folder(out) else ():
        if folded(file.parent.name) == own:
            return file.parent.name
    return identity(imported.product)


Made = tuple[Path, bytes | None, bytes | None]


def _made(
    imported: Imported, model: Model, product: str, desk: Desk
) -> tuple[Made, list[Finding]]:
    findings = list(_held_against(imported, model))
    level, wrong = _level(imported, model, desk.wordings)
    findings += wrong
    schema = schema_name(desk.wish.out, model)
    wanted = Wanted(product, model, level, desk.as_of, desk.language, schema)
    if imported.on is None and imported.kind != PUBLICCODE:
        date = desk.as_of.isoformat()
        findings.append(finding("import-no-date", Place(imported.file), date=date))
    path = _path(imported, wanted, desk.wish.out)
    was, data = None, None
    if desk.wish.update and pathkind.is_there(path):
        was, wrong = store.read(path)
        findings += wrong
        if was is not None:
            data, wrong = merged(was, store.shown(path), imported, wanted)
            findings += wrong
    else:
        data = new_file(imported, wanted)
    if data is None:
        return (path, was, None), findings
    wrong = _checked(data, store.shown(path), imported, wanted)
    return (path, was, None if wrong else data), [*findings, *wrong]


def _path(imported: Imported, wanted: Wanted, out: Path) -> Path:
    folder = out / wanted.product
    if imported.kind == EVALUATION:
        return folder / store.EVALUATIONS / f"{wanted.on(imported).isoformat()}.yaml"
    return folder / store.PRODUCT_FILE


def _held_against(imported: Imported, model: Model) -> Iterator[Finding]:
    """Yield rows about no criterion of the model, and criteria without a row."""
    for name, claim in imported.claims.items():
        if name not in model.by_id:
            meant, reference = suggested_id(name, model.by_id), model.reference
            yield finding(
                "import-criterion-unknown",
                claim.place,
                criterion=name,
                name=name,
                model=reference,
                meant=meant,
            )
    missing = [each.id for each in model.criteria if each.id not in imported.claims]
    if missing and imported.claims:
        names, reference = ", ".join(missing), model.reference
        place = Place(imported.file)
        yield finding("import-rows-missing", place, names=names, model=reference)
    if not imported.by and not imported.named and imported.claims:
        yield finding("import-no-who", Place(imported.file))


def _level(
    imported: Imported, model: Model, wordings: list[Wording]
) -> tuple[str | None, list[Finding]]:
    """Find the model's own id of the level that a document states."""
    if imported.level is None:
        return None, []
    for wording in wordings:
        for level in model.level_ids:
            if level == imported.level or wording.level(level) == imported.level:
                return level, []
    place, said = Place(imported.file), imported.level
    return None, [finding("import-level-unknown", place, level=said, model=model.reference)]


def _checked(data: bytes, file: str, imported: Imported, wanted: Wanted) -> list[Finding]:
    """Findings of what would be wrong with the file, before it is written."""
    document, findings = read_yaml(data, file)
    return findings if document is None else misfits(document, imported, wanted)
