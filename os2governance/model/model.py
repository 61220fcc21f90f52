"""A model: levels, themes, criteria with their rules, and the vocabulary of facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from os2governance.findings.finding import Location
from os2governance.i18n.text import LANGUAGES, Language, Text
from os2governance.model.claim_phrases import DOUBTS_FILE, ClaimPhrases, read_claim_phrases
from os2governance.model.look import NEUTRAL_LOOK, Look
from os2governance.model.person_terms import PERSONS_FILE, PersonTerms, read_person_terms
from os2governance.model.words import NEUTRAL_WORDS, Words
from os2governance.rules.dates import Period
from os2governance.rules.judgement import JUDGEMENT
from os2governance.rules.limits import EvaluationCost, measure_cost
from os2governance.rules.node import Rule, Scope
from os2governance.rules.vocabulary import Fact
from os2governance.schema.partial_dates import allow_partial_dates
from os2governance.schema.validator import CompiledSchema

PORTFOLIO_FILE, AUTHORITIES_FILE = "portfolio.yaml", "authorities.yaml"
PROPOSALS_FILE, LETTERS_FILE = "proposals.yaml", "letters.yaml"
OPTIONAL_FILES = (
    DOUBTS_FILE,
    PERSONS_FILE,
    PORTFOLIO_FILE,
    AUTHORITIES_FILE,
    PROPOSALS_FILE,
    LETTERS_FILE,
)
"""Files in a model's folder without which it can be used; they are read on demand."""

RULE_KEYS = ("applies", "met", "partly")
"""The rules of a criterion, in the order in which they are asked."""


class Needs(NamedTuple):
    """How many of a level's required criteria must be satisfied; without either, all."""

    percent: float | None = None
    number: int | None = None

    def threshold(self, criteria: int) -> float:
        """The number of criteria required, out of `criteria`; never rounded."""
        if self.number is not None:
            return self.number
        return criteria if self.percent is None else criteria * self.percent / 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """One level; `decided_by` are the roles that may place a product at it.

    `phrase` is its name inside a sentence: `level 2`, `the sandbox`; `at` what follows "placed"
    there: `at level 2`, `in the sandbox`.
    """

    id: str
    name: Text
    decided_by: tuple[str, ...]
    needs: Needs
    phrase: Text
    at: Text

    def render_label(self, language: Language) -> str:
        """Render its id, with its name in parentheses where that differs."""
        name = self.name.render(language)
        return self.id if name in {"", self.id} else f"{self.id} ({name})"


class Theme(NamedTuple):
    """A group of criteria."""

    id: str
    name: Text


class Role(NamedTuple):
    """A body or person; one that `declares` cannot accept its own deviations.

    `phrase` is its name inside a sentence.
    """

    id: str
    name: Text
    declares: bool
    phrase: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Attainment:
    """The conditions under which a level is reached (semantics §5).

    `planned` is the status that a planned answer gives; `evidence` and `not_applicable` are those
    of the criteria that say nothing else.
    """

    cumulative: bool
    satisfied_by: frozenset[str]
    tolerated: frozenset[str]
    recommended: str
    planned: str
    evidence: str
    not_applicable: str


class Procedure(NamedTuple):
    """The rules of procedure that the model asks to have checked."""

    evaluation_before_decision: bool = False
    reference_for_placement: bool = False
    end_of_acceptance: bool = False


NO_PROCEDURE = Procedure()


class ConditionWords(NamedTuple):
    """A named condition in words: what it asks when it holds, and what to do or declare."""

    asked: Text = Text()
    todo: Text = Text()


class ReviewSchedule(NamedTuple):
    """Review schedule: how often products are evaluated, how long in advance notice is given."""

    evaluation: Period | None = None
    notice: Period | None = None

    def is_near(self, day: date, as_of: date) -> bool:
        """Whether a day is near, or past, by the notice; without a notice no day is near."""
        return self.notice is not None and self.notice.before(day) <= as_of


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionExample:
    """A test of a criterion: facts, a date, and the expected result."""

    facts: Any
    positions: Any
    as_of: date | None
    expect: str
    location: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Criterion:
    """One requirement, with its rules, texts and examples.

    Without `met`, only people can judge. `evidence` is `none`, `text` or `link`;
    `not_applicable` is `no`, `yes` or `with_reason`. `effort` and `see` may be empty.
    """

    id: str
    level: str
    theme: str
    title: Text
    asks: Text
    remedy: Text
    responsible: str
    recommended: bool
    answer_counts: bool
    evidence: str
    not_applicable: str
    effort: str
    helps: tuple[str, ...]
    see: str
    applies: Rule | None
    met: Rule | None
    partly: Rule | None
    rule_trees: Mapping[str, Any]
    examples: tuple[CriterionExample, ...]
    location: Location

    @property
    def rule(self) -> Rule:
        """What makes it met: its rule, or people's judgement where it has none."""
        return self.met or JUDGEMENT

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that it has: when it applies, when it is met, when it is partly met."""
        return tuple(rule for rule in (self.applies, self.met, self.partly) if rule is not None)


@dataclass(frozen=True, kw_only=True)
class Model:
    """A complete, valid model, with cached look-ups.

    `digest` covers all of them; `facts` is the vocabulary of facts, described by `facts_schema`.
    `optional_files` are the bytes, by name, of the files that no level depends on.
    """

    id: str
    version: str
    name: Text
    published: str
    source: str
    levels: tuple[Level, ...]
    themes: tuple[Theme, ...]
    roles: tuple[Role, ...]
    attainment: Attainment
    criteria: tuple[Criterion, ...]
    conditions: Mapping[str, Any]
    unused_conditions: Mapping[str, Location]
    level_locations: Mapping[str, Location]
    facts_schema: dict[str, Any]
    facts: Fact = field(compare=False)
    supersedes: Mapping[str, Any]
    review_schedule: ReviewSchedule
    words: Words = NEUTRAL_WORDS
    look: Look = NEUTRAL_LOOK
    procedure: Procedure = NO_PROCEDURE
    condition_words: Mapping[str, ConditionWords] = field(
        default_factory=lambda: MappingProxyType({})
    )
    file: str
    digest: str
    based_on: str = ""
    optional_files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def reference(self) -> str:
        """The name used by declarations, such as `os2/1.1.0`."""
        return f"{self.id}/{self.version}"

    @cached_property
    def compiled_facts_schema(self) -> CompiledSchema:
        """The compiled vocabulary; its dates may be a month or a year."""
        return CompiledSchema(allow_partial_dates(self.facts_schema))

    @cached_property
    def evaluation_cost(self) -> EvaluationCost:
        """The cost of evaluating the rules of all criteria on a product's facts."""
        return measure_cost([rule for each in self.criteria for rule in each.rules])

    @cached_property
    def claim_phrases(self) -> ClaimPhrases | None:
        """What makes a claim questionable; None where the model's file cannot be read."""
        return read_claim_phrases(self)[0]

    @cached_property
    def person_terms(self) -> PersonTerms | None:
        """How names of persons are known; None where the model does not say."""
        return read_person_terms(self)[0]

    @property
    def same_evidence(self) -> int | None:
        """For how many criteria one reference is conspicuous; None where no number is given."""
        phrases = self.claim_phrases
        return phrases.same_evidence if phrases else None

    def is_placeholder(self, text: str) -> bool:
        """Whether a text documents nothing: nobody filled it in, or it says nothing."""
        phrases = self.claim_phrases
        return phrases is not None and phrases.documents_nothing(text)

    @cached_property
    def no_facts(self) -> Scope:
        """The facts of a product about which nothing is known; rules have no other clock."""
        return Scope({}, None, date.min)

    @cached_property
    def values_without_facts(self) -> dict[str, tuple[bool | None, bool | None]]:
        """For each criterion what `met` and `partly` give where no fact is known at all."""
        return {
            each.id: (
                each.rule.evaluate(self.no_facts).value,
                each.partly.evaluate(self.no_facts).value if each.partly else False,
            )
            for each in self.criteria
        }

    @cached_property
    def by_id(self) -> dict[str, Criterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def level_ids(self) -> tuple[str, ...]:
        """The ids of the levels, lowest first."""
        return tuple(level.id for level in self.levels)

    def level_name(self, level: str) -> Text:
        """The name of a level by its id."""
        return self.levels_by_id[level].name

    @cached_property
    def levels_by_id(self) -> dict[str, Level]:
        """The levels by id."""
        return {level.id: level for level in self.levels}

    @cached_property
    def level_choices(self) -> Text:
        """The levels with their names, as choices, lowest first: `1 (Bronze), 2 (Silver)`."""
        return Text(
            *(
                ", ".join(each.render_label(language) for each in self.levels)
                for language in LANGUAGES
            )
        )

    @cached_property
    def roles_by_id(self) -> dict[str, Role]:
        """The roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def role_names(self) -> dict[str, Text]:
        """The roles' names by id."""
        return {role.id: role.name for role in self.roles}

    @cached_property
    def counted_indexes_by_level(self) -> tuple[tuple[Level, tuple[int, ...]], ...]:
        """Each level, with the indexes in `criteria` of those that can block it.

        A recommendation can block a level only if the model says so (semantics §5).
        """
        ignored = self.attainment.recommended == "ignored"
        return tuple(
            (
                level,
                tuple(
                    number
                    for number, criterion in enumerate(self.criteria)
                    if criterion.level == level.id and not (criterion.recommended and ignored)
                ),
            )
            for level in self.levels
        )
