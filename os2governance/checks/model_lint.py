"""What a valid model lacks: texts and examples; and what it does not use."""

from collections.abc import Iterator
from typing import NamedTuple

from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import NO_TEXT, Text, _
from os2governance.model.claim_phrases import read_claim_phrases
from os2governance.model.figure_sources import read_authority_register, read_figure_sources
from os2governance.model.model import Criterion, Model
from os2governance.rules.node import Rule, extend_prefix
from os2governance.rules.trace import Family
from os2governance.rules.vocabulary import Fact

_DANISH, _ENGLISH = _("Danish"), _("English")
MAX_LINTED_DEPTH = 12


def lint_model(model: Model) -> list[Finding]:
    """Findings of what a model lacks; none of them makes the model unusable."""
    return [
        *_check_unused_conditions(model),
        *_check_empty_levels(model),
        *(found for criterion in model.criteria for found in _check_criterion(criterion)),
        *(() if model.based_on else _check_facts(model)),  # checked where the facts are written
        *_check_words(model),
        *_check_optional_files(model),
    ]


def _check_optional_files(model: Model) -> Iterator[Finding]:
    """Yield findings about the model's optional files."""
    known, findings = read_claim_phrases(model)
    yield from findings
    if known:
        yield from known.find_refused()
    yield from read_figure_sources(model)[1]
    yield from read_authority_register(model)[1]


class AssembledNode(NamedTuple):
    """A node of a criterion's rule whose sentence is assembled from the titles of facts."""

    criterion: Criterion
    node: Rule


def list_assembled_nodes(model: Model) -> Iterator[AssembledNode]:
    """Yield the nodes for which a model has no words in both languages (formats.md).

    What stands inside a named condition with words is never put into a sentence of its own.
    """
    for criterion in model.criteria:
        for rule in criterion.rules:
            yield from (AssembledNode(criterion, node) for node in _list_assembled(rule))


def _list_assembled(rule: Rule) -> Iterator[Rule]:
    if rule.asked.da and rule.asked.en:
        return
    if rule.family is Family.LOGIC and not rule.inverts:
        for part in rule.parts:
            yield from _list_assembled(part)
    else:
        yield rule


def _check_words(model: Model) -> Iterator[Finding]:
    """Yield what lacks words in a model that has words; one without any speaks by its titles."""
    if not _has_words(model):
        return
    for criterion, node in list_assembled_nodes(model):
        yield make_finding(
            "words-missing",
            criterion.location,
            criterion=criterion.id,
            name=criterion.id,
            rule=node.operator,
            fact=node.subject,
            said=node,
        )


def _has_words(model: Model) -> bool:
    return any(words.asked != NO_TEXT for words in model.condition_words.values()) or any(
        fact.asked != NO_TEXT for _, fact in _walk_facts(model.facts, "", MAX_LINTED_DEPTH)
    )


def _check_unused_conditions(model: Model) -> Iterator[Finding]:
    for name, place in model.unused_conditions.items():
        yield make_finding("lint-condition-unused", place, name=name)


def _check_empty_levels(model: Model) -> Iterator[Finding]:
    having = {criterion.level for criterion in model.criteria}
    for level in model.levels:
        if level.id not in having:
            place = model.level_locations.get(
                level.id, Location(model.file)
            )  # inherited ones have none
            yield make_finding("lint-level-empty", place, name=level.id)


def _check_criterion(criterion: Criterion) -> Iterator[Finding]:
    id_, place = criterion.id, criterion.location
    named = Text() if criterion.title == Text(id_, id_) else criterion.title
    for key, text in (("title", named), ("asks", criterion.asks), ("remedy", criterion.remedy)):
        for said, language in ((text.da, _DANISH), (text.en, _ENGLISH)):
            if not said:
                yield make_finding(
                    "lint-text-missing",
                    place,
                    criterion=id_,
                    name=id_,
                    key=key,
                    language=language,
                )
    if not criterion.responsible:
        yield make_finding("lint-no-responsible", place, criterion=id_, name=id_)
    shown = {example.expect for example in criterion.examples}
    for expect in ("met", "partly", "unmet", "undetermined"):
        if expect not in shown and (expect != "partly" or criterion.partly):
            yield make_finding(
                "lint-example-missing", place, criterion=id_, name=id_, expect=expect
            )


def _check_facts(model: Model) -> Iterator[Finding]:
    used = {
        path
        for criterion in model.criteria
        for rule in criterion.rules
        for path in list_asked_paths(rule)
    }
    place = Location(model.file.rsplit("/", 1)[0])
    for path, fact in _walk_facts(model.facts, "", MAX_LINTED_DEPTH):
        for key in fact.texts_missing():
            yield make_finding("lint-fact-untitled", place, fact=path, key=key)
        if not fact.fields and not fact.element.fields and not _is_asked(path, used):
            yield make_finding("lint-fact-unused", place, fact=path)


def list_asked_paths(rule: Rule, prefix: str = "") -> Iterator[str]:
    """Yield the fact paths that a rule reads; below a list they continue after `[]`."""
    yield from (f"{prefix}{path}" for path in rule.list_paths())
    for part in rule.parts:
        yield from list_asked_paths(part, extend_prefix(rule, prefix))


def _walk_facts(fact: Fact, prefix: str, depth: int) -> Iterator[tuple[str, Fact]]:
    if depth == 0:
        return
    for name, below in fact.fields.items():
        path = f"{prefix}{name}"
        yield path, below
        yield from _walk_facts(below, f"{path}.", depth - 1)
        yield from _walk_facts(below.element, f"{path}[].", depth - 1)


def _is_asked(path: str, used: set[str]) -> bool:
    """Whether a rule reads the fact, or a group or list that contains it."""
    return any(path == other or path.startswith((f"{other}.", f"{other}[")) for other in used)
