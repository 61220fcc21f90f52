"""A model: levels, themes, criteria with their rules, and the vocabulary of facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from os2governance.findings.finding import (
    Location,
)
from os2governance.i18n.text import LANGUAGES, Language, Text
from os2governance.rules.dates import Period
from os2governance.rules.limits import (
    EvaluationCost,
    measure_cost,
)
from os2governance.rules.node import Rule
from os2governance.rules.vocabulary import Fact
from os2governance.schema.partial_dates import allow_partial_dates
from os2governance.schema.validator import CompiledSchema

DOUBTS_FILE, PORTFOLIO_FILE, REGISTER_FILE = "doubts.yaml", "portfolio.yaml", "register.yaml"
OPTIONAL_FILES = (DOUBTS_FILE, PORTFOLIO_FILE, REGISTER_FILE)
"""Files in a model's folder that no level depends on; they are read on demand."""


class Needs(NamedTuple):
    """How many of a level's required criteria must be satisfied; without either, all."""

    percent: float | None = None
    number: int | None = None

    def threshold(self, criteria: int) -> float:
        """The number of criteria required, out of `criteria`; never rounded."""
        if self.number is not None:
            return self.number
        return criteria if self.percent is None else criteria * self.percent / 100


class Level(NamedTuple):
    """One level; `decided_by` are the roles that may place a product at it."""

    id: str
    name: Text
    decided_by: tuple[str, ...]
    needs: Needs

    def render_label(self, language: Language) -> str:
        """Render its id, with its name in parentheses where that differs."""
        name = self.name.render(language)
        return self.id if name in {"", self.id} else f"{self.id} ({name})"


class Theme(NamedTuple):
    """A group of criteria."""

    id: str
    name: Text


class Role(NamedTuple):
    """A body or person; one that `declares` cannot accept its own deviations."""

    id: str
    name: Text
    declares: bool


class Attainment(NamedTuple):
    """The conditions under which a level is reached (semantics §5)."""

    cumulative: bool
    satisfied_by: frozenset[str]
    tolerated: frozenset[str]
    recommended: str


class ReviewSchedule(NamedTuple):
    """Review schedule: how often products are evaluated, how long in advance notice is given."""

    evaluation: Period | None = None
    notice: Period | None = None


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
    """One requirement, with its rules, texts and examples."""

    id: str
    level: str
    theme: str
    title: Text
    asks: Text
    remedy: Text
    responsible: str
    recommended: bool
    answer_counts: bool
    can_be_not_applicable: bool
    met: Rule
    partly: Rule | None
    rule_trees: Mapping[str, Any]
    examples: tuple[CriterionExample, ...]
    location: Location


@dataclass(frozen=True, kw_only=True)
class Model:
    """A complete, valid model, with cached look-ups.

    `digest` covers all of them.
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
    supersedes: Mapping[str, Any]
    review_schedule: ReviewSchedule
    file: str
    digest: str
    based_on: str = ""
    optional_files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def reference(self) -> str:
        """The name used by declarations, such as `os2/1.1.0`."""
        return f"{self.id}/{self.version}"

    @cached_property
    def facts(self) -> Fact:
        """The vocabulary of facts."""
        return Fact(self.facts_schema, self.facts_schema)

    @cached_property
    def compiled_facts_schema(self) -> CompiledSchema:
        """The compiled vocabulary."""
        return CompiledSchema(allow_partial_dates(self.facts_schema))

    @cached_property
    def evaluation_cost(self) -> EvaluationCost:
        """The cost of evaluating the rules of all criteria on a product's facts."""
        rules = [rule for each in self.criteria for rule in (each.met, each.partly) if rule]
        return measure_cost(rules)

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
        return next(each.name for each in self.levels if each.id == level)

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
