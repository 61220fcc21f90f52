"""What a valid model lacks: texts, phrases and examples; and what it does not use."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from os2governance.checks.model_reasoning import reason_about_model
from os2governance.findings.finding import Finding, Location, make_finding, suggest_word
from os2governance.i18n.text import NO_TEXT, Text, _
from os2governance.model.claim_phrases import read_claim_phrases
from os2governance.model.facts_schema import KEYWORDS, PHRASE_KEYWORDS, list_described_facts
from os2governance.model.figure_sources import read_authority_register, read_figure_sources
from os2governance.model.letters import read_letter_terms
from os2governance.model.model import ConditionWords, Criterion, Model
from os2governance.model.person_terms import read_person_terms
from os2governance.model.proposal_terms import read_proposal_terms
from os2governance.rules.node import Rule, extend_prefix
from os2governance.rules.trace import Family
from os2governance.rules.vocabulary import Fact

_DANISH, _ENGLISH = _("Danish"), _("English")
MAX_LINTED_DEPTH = 12
MAX_MISSING_APART = 10
"""Missing texts of one file and language that are told apart; more are told as one finding."""
MAX_MISSING_NAMED = 5


def lint_model(model: Model) -> list[Finding]:
    """Findings of what a model lacks, the graver first; almost none makes the model unusable."""
    writes_facts = not model.based_on  # the facts are checked where they are written
    return [
        *_check_unused_conditions(model),
        *reason_about_model(model),
        *(_check_keywords(model) if writes_facts else ()),
        *(found for criterion in model.criteria for found in _check_criterion(criterion)),
        *(_check_unused_facts(model) if writes_facts else ()),
        *_tell_missing_texts(_list_missing_texts(model)),
        *_check_words(model),
        *_check_optional_files(model),
    ]


def _check_optional_files(model: Model) -> Iterator[Finding]:
    """Yield findings about the model's optional files."""
    known, findings = read_claim_phrases(model)
    yield from findings
    if known:
        yield from known.find_refused()
    yield from read_person_terms(model)[1]
    yield from read_letter_terms(model)[1]
    yield from read_figure_sources(model)[1]
    yield from read_authority_register(model)[1]
    yield from read_proposal_terms(model)[1]


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


def _check_criterion(criterion: Criterion) -> Iterator[Finding]:
    id_, place = criterion.id, criterion.location
    if not criterion.responsible:
        yield make_finding("lint-no-responsible", place, criterion=id_, name=id_)
    shown = {example.expect for example in criterion.examples}
    for expect in _list_expected_outcomes(criterion):
        if expect not in shown:
            yield make_finding(
                "lint-example-missing", place, criterion=id_, name=id_, expect=expect
            )


def _list_expected_outcomes(criterion: Criterion) -> Iterator[str]:
    """Yield the outcomes by facts that a criterion's examples should show."""
    if criterion.met:
        yield "met"
    if criterion.partly:
        yield "partly" if criterion.met else "at_least_partly"
    if criterion.met:
        yield "unmet"
    if criterion.rules:
        yield "undetermined"
    if criterion.applies:
        yield "not_applicable"


# -- facts --------------------------------------------------------------------------------------


def _locate_facts(model: Model) -> Location:
    return Location(model.file.rsplit("/", 1)[0])


def _check_keywords(model: Model) -> Iterator[Finding]:
    """Yield keys that no rule can name, and keywords that mean nothing."""
    place = _locate_facts(model)
    for fact in list_described_facts(model.facts_schema):
        for key in fact.schema.get("properties", {}):
            if "." in key:
                path = f"{fact.path}.{key}".lstrip(".")
                yield make_finding("lint-fact-unnameable", place, fact=path, key=key)
        for keyword in fact.schema:
            if keyword.startswith("x-") and keyword not in KEYWORDS:
                meant = suggest_word(keyword, KEYWORDS)
                yield make_finding(
                    "lint-keyword-unknown", place, fact=fact.path, keyword=keyword, meant=meant
                )


def _check_unused_facts(model: Model) -> Iterator[Finding]:
    used, place = _list_used_paths(model), _locate_facts(model)
    for path, fact in _walk_facts(model.facts, "", MAX_LINTED_DEPTH):
        if _is_leaf(fact) and not _is_asked(path, used):
            yield make_finding("lint-fact-unused", place, fact=path)


def _list_used_paths(model: Model) -> set[str]:
    return {
        path
        for criterion in model.criteria
        for rule in criterion.rules
        for path in list_asked_paths(rule)
    }


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


def _is_leaf(fact: Fact) -> bool:
    return not fact.fields and not fact.element.fields


def _is_asked(path: str, used: set[str]) -> bool:
    """Whether a rule reads the fact, or a group or list that contains it."""
    return any(path == other or path.startswith((f"{other}.", f"{other}[")) for other in used)


# -- texts --------------------------------------------------------------------------------------


class _MissingText(NamedTuple):
    """A text that a model lacks in a language: its finding, and what it is told by among others.

    `gathered` is the finding of many of them.
    """

    finding: Finding
    name: str
    language: Text
    gathered: Callable[..., Finding]

    @property
    def kind(self) -> tuple[str, str, Text]:
        """What it has in common with those that it is told together with."""
        return self.finding.code, self.finding.location.file, self.language


def _list_missing_texts(model: Model) -> Iterator[_MissingText]:
    for criterion in model.criteria:
        yield from _list_missing_of_criterion(criterion)
    phrased = _uses_phrases(model)
    if not model.based_on:
        yield from _list_missing_of_facts(model, phrased=phrased)
    if phrased:
        yield from _list_missing_of_conditions(model)


def _list_missing_languages(text: Text) -> Iterator[Text]:
    """Yield the names of the languages in which a text is not written."""
    if not text.da:
        yield _DANISH
    if not text.en:
        yield _ENGLISH


def _gather_texts(place: Location, **arguments: Any) -> Finding:
    return make_finding("lint-texts-missing", place, **arguments)


def _gather_fact_texts(place: Location, **arguments: Any) -> Finding:
    return make_finding("lint-fact-texts-missing", place, **arguments)


def _list_missing_of_criterion(criterion: Criterion) -> Iterator[_MissingText]:
    id_ = criterion.id
    named = Text() if criterion.title == Text(id_, id_) else criterion.title
    for key, text in (("title", named), ("asks", criterion.asks), ("remedy", criterion.remedy)):
        for language in _list_missing_languages(text):
            found = make_finding(
                "lint-text-missing",
                criterion.location,
                criterion=id_,
                name=id_,
                key=key,
                language=language,
            )
            yield _MissingText(found, f"{id_} ({key})", language, _gather_texts)


def _uses_phrases(model: Model) -> bool:
    """Whether a model has a phrase anywhere, so that one that is missing was forgotten."""
    return bool(model.condition_words) or any(
        keyword in fact.schema
        for fact in list_described_facts(model.facts_schema)
        for keyword in PHRASE_KEYWORDS
    )


def _list_missing_of_facts(model: Model, *, phrased: bool) -> Iterator[_MissingText]:
    used, place = _list_used_paths(model), _locate_facts(model)
    for path, fact in _walk_facts(model.facts, "", MAX_LINTED_DEPTH):
        found = [
            (key, make_finding("lint-fact-untitled", place, fact=path, key=key))
            for key in fact.texts_missing()
        ]
        if phrased and path in used:
            found += [
                (key, make_finding("lint-fact-phrase-missing", place, fact=path, key=key))
                for key in fact.texts_missing(*PHRASE_KEYWORDS)
            ]
        for key, finding in found:
            language = _ENGLISH if key.endswith("-en") else _DANISH
            yield _MissingText(finding, f"{path} ({key})", language, _gather_fact_texts)


def _list_missing_of_conditions(model: Model) -> Iterator[_MissingText]:
    for name in model.conditions:
        words = model.condition_words.get(name, ConditionWords())
        for key, text in (("x-asked", words.asked), ("x-todo", words.todo)):
            for language in _list_missing_languages(text):
                found = make_finding(
                    "lint-phrase-missing",
                    Location(model.file),
                    name=name,
                    key=key,
                    language=language,
                )
                yield _MissingText(found, f"{name} ({key})", language, _gather_texts)


def _tell_missing_texts(missing: Iterable[_MissingText]) -> Iterator[Finding]:
    """Yield a finding for each text, or one for a file and language in which many are missing."""
    alike: dict[tuple[str, str, Text], list[_MissingText]] = {}
    texts = list(missing)
    for each in texts:
        alike.setdefault(each.kind, []).append(each)
    for each in texts:
        together = alike[each.kind]
        if len(together) <= MAX_MISSING_APART:
            yield each.finding
        elif each is together[0]:
            yield _tell_together(together)


def _tell_together(texts: Sequence[_MissingText]) -> Finding:
    first = texts[0]
    return first.gathered(
        Location(first.finding.location.file),
        severity=first.finding.severity,
        count=len(texts),
        language=first.language,
        names=", ".join([*(each.name for each in texts[:MAX_MISSING_NAMED]), "…"]),
    )
