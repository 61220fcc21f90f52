"""The words of a model's letters to products: `letters.yaml` in its folder, else plain words."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document, ValuePath, read_yaml
from os2governance.findings.finding import Finding, make_finding, suggest_word
from os2governance.formats.words import LETTER_KINDS
from os2governance.i18n.text import Text, _
from os2governance.model.claim_phrases import ModelFolder
from os2governance.model.inheritance import read_bilingual_text
from os2governance.model.model import LETTERS_FILE
from os2governance.rules.dates import Period, parse_period
from os2governance.schema.compiled import compile_schema

LETTER_NAMES = (
    *("product", "today", "evaluator", "the_evaluator", "decider", "the_decider", "evaluated"),
    *("recommended", "placed", "decided", "answer_by", "until"),
)
"""What a text may name; a part that names what there is not is left out."""
_NAME = re.compile(r"\{([^{}]*)\}")  # noqa: TID251 - our own pattern, linear


class LetterPart(NamedTuple):
    """A paragraph; the list below it, if it names one; or the field of that name."""

    text: Text
    list: str = ""
    field: str = ""


class LetterTemplate(NamedTuple):
    """The title of a letter, and its parts in order."""

    title: Text
    parts: tuple[LetterPart, ...]


class LetterTerms(NamedTuple):
    """The letters of a model by their kind, and how long a product has to answer an evaluation."""

    letters: Mapping[str, LetterTemplate]
    answer_within: Period | None = None


_REMARKS = LetterPart(_("Write here what else is to be said."), field="remarks")
_GREETING = LetterPart(_("Regards, {evaluator}"))
_DEADLINE = (
    LetterPart(_("These deviations are accepted until a deadline:"), list="deadlines"),
    LetterPart(
        _(
            "Tell what has been done. Where a criterion is not met by its deadline, the "
            "acceptance ends unless it is decided anew."
        )
    ),
    _REMARKS,
    _GREETING,
)
NEUTRAL_LETTERS = LetterTerms(
    MappingProxyType(
        {
            "evaluation": LetterTemplate(
                _("Evaluation of {product}"),
                (
                    LetterPart(_("{product} was evaluated {evaluated}.")),
                    LetterPart(_("The evaluation recommends that it is placed {recommended}.")),
                    LetterPart(_("These criteria are not met:"), list="unmet"),
                    LetterPart(_("These criteria are partly met:"), list="partly"),
                    LetterPart(_("These criteria are still open:"), list="open"),
                    LetterPart(_("Please answer by {answer_by}.")),
                    _REMARKS,
                    _GREETING,
                ),
            ),
            "decision": LetterTemplate(
                _("Decision on {product}"),
                (
                    LetterPart(_("This was decided {decided}:"), list="decided"),
                    LetterPart(
                        _("These deviations are accepted until a deadline:"), list="accepted"
                    ),
                    LetterPart(_("These criteria are not met for the level:"), list="stopping"),
                    _REMARKS,
                    _GREETING,
                ),
            ),
            "deadline_60": LetterTemplate(_("{product}: deadline in 60 days"), _DEADLINE),
            "deadline_30": LetterTemplate(_("{product}: deadline in 30 days"), _DEADLINE),
            "deadline_0": LetterTemplate(_("{product}: the deadline is reached"), _DEADLINE),
        }
    )
)
"""The letters of a model that has no words for them."""


def read_letter_terms(model: ModelFolder) -> tuple[LetterTerms, tuple[Finding, ...]]:
    """Read the words of a model's letters; plain ones for each that it leaves out or has wrong."""
    data = model.optional_files.get(LETTERS_FILE)
    if data is None:
        return NEUTRAL_LETTERS, ()
    return parse_letter_terms(data, f"{model.file.rsplit('/', 1)[0]}/{LETTERS_FILE}")


@lru_cache(maxsize=4)
def parse_letter_terms(data: bytes, file: str) -> tuple[LetterTerms, tuple[Finding, ...]]:
    """Read the file; plain words with findings where it is invalid."""
    document, findings = read_yaml(data, file)
    if document is None:
        return NEUTRAL_LETTERS, tuple(findings)
    shape = compile_schema("letters")
    findings = shape.find_violations(document, document.values) or [
        *_check_texts(document),
        *_check_fields(document),
    ]
    if findings:
        return NEUTRAL_LETTERS, tuple(findings)
    own = {
        kind: LetterTemplate(
            read_bilingual_text(said["title"], ""), tuple(map(_read_part, said["parts"]))
        )
        for kind, said in document.values["letters"].items()
    }
    letters = MappingProxyType({**NEUTRAL_LETTERS.letters, **own})
    return LetterTerms(letters, parse_period(document.values.get("answer_within"))), ()


def _read_part(given: Mapping[str, Any]) -> LetterPart:
    text = read_bilingual_text(given.get("text"), "")
    return LetterPart(text, given.get("list") or "", given.get("field") or "")


def _check_texts(document: Document) -> Iterator[Finding]:
    """Yield the names in texts that there are not."""
    for kind in LETTER_KINDS:
        said = document.values["letters"].get(kind) or {}
        texts: list[tuple[ValuePath, Mapping[str, str]]] = [(("title",), said.get("title") or {})]
        texts += [
            (("parts", number, "text"), part.get("text") or {})
            for number, part in enumerate(said.get("parts") or ())
        ]
        for path, text in texts:
            for language, words in text.items():
                for name in _NAME.findall(words):
                    if name not in LETTER_NAMES:
                        place = document.locate(("letters", kind, *path, language))
                        meant = suggest_word(name, LETTER_NAMES)
                        yield make_finding("letters-name", place, name=name, meant=meant)


def _check_fields(document: Document) -> Iterator[Finding]:
    """Yield the fields that a letter has before: what people write is kept by their names."""
    for kind, said in document.values["letters"].items():
        known = set[str]()
        for number, part in enumerate(said["parts"]):
            field = part.get("field")
            if field in known:
                place = document.locate(("letters", kind, "parts", number, "field"))
                yield make_finding("letters-field", place, name=field)
            elif field:
                known.add(field)


def fill_letter_text(words: str, names: Mapping[str, str]) -> str | None:
    """A text with its names filled in; None where it names what there is not."""
    if any(not names.get(name) for name in _NAME.findall(words)):
        return None
    return _NAME.sub(lambda found: names[found[1]], words)
