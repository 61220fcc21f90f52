"""Rules of criteria."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    subject=_("Rules"),
    severity="error",
    suppressible="nowhere",
    ignorable=False,
)

RULES: dict[str, CatalogueEntry] = {
    "rule-no-node": _entry(
        message=_("A rule is required here."),
        remedy=_("Write for example `{{fact: path, present: true}}`."),
        rationale=_("An empty rule can be neither met nor unmet."),
    ),
    "rule-no-list": _entry(
        message=_("A list of rules is required here."),
        remedy=_("Write at least one rule."),
        rationale=_("A rule that combines others means nothing without them."),
    ),
    "rule-no-name": _entry(
        message=_("The name of a condition is required here."),
        remedy=_("Use a name from `conditions`."),
        rationale=_("The rule refers to nothing and cannot be decided."),
    ),
    "rule-no-path": _entry(
        message=_("The path of a fact is required here."),
        remedy=_("Write it as words separated by full stops."),
        rationale=_("The rule asks for nothing and cannot be decided."),
    ),
    "rule-too-large": _entry(
        message=_(
            "The rule has more than {limit} parts, including all the conditions that it uses."
        ),
        remedy=_("Split the criterion, or use fewer conditions."),
        rationale=_(
            "Such a large rule cannot be verified by hand, and an assessment would take too long."
        ),
    ),
    "list-too-long": _entry(
        message=_("The list {name} is so long that the criteria would take over {limit} answers."),
        remedy=_("Make the list shorter, or the rules of the model smaller."),
        rationale=_("The criteria examine each item of the list, and that would take too long."),
    ),
    "rules-too-large": _entry(
        message=_(
            "The rules of the model have more than {limit} parts in total, including the "
            "conditions that they use."
        ),
        remedy=_("Use fewer or smaller conditions, or split the model."),
        rationale=_(
            "All rules are evaluated for each product, and that would take too long. A pattern "
            "(`matches`) counts as 200 parts."
        ),
    ),
    "rule-too-deep": _entry(
        message=_("The rule is nested too deeply."),
        remedy=_("Split it into conditions."),
        rationale=_(
            "Nobody can verify so deep a rule, and the reason for a level becomes unreadable."
        ),
    ),
    "rule-several-keys": _entry(
        message=_("A rule has exactly one key; this one has {keys}."),
        remedy=_("Put them under `all` or `any`."),
        rationale=_("It is unclear whether both must apply or only one."),
    ),
    "rule-one-operator": _entry(
        message=_("Exactly one operator is required together with `fact`."),
        remedy=_("Choose one of: {operators}."),
        rationale=_("It is unclear whether both must apply or only one."),
    ),
    "rule-unknown-operator": _entry(
        message=_("There is no operator '{operator}'{meant}"),
        remedy=_("Fix the operator."),
        rationale=_("Nobody knows what is required; the criterion cannot be assessed."),
    ),
    "rule-operator-without-fact": _entry(
        message=_("'{operator}' must be given together with `fact`."),
        remedy=_("Add `fact` with a path."),
        rationale=_("The rule does not state which fact it examines."),
    ),
    "rule-unknown-key": _entry(
        message=_("The key '{name}' is unknown{meant}"),
        remedy=_("Fix the key, or remove it."),
        rationale=_("A misspelt bound would not be enforced."),
    ),
    "rule-keys": _entry(
        message=_("The keys {keys} are required here."),
        remedy=_("Add them."),
        rationale=_("Without them the rule has nothing to measure."),
    ),
    "rule-one-bound": _entry(
        message=_("Either at_least or at_most is required here."),
        remedy=_("Write one of them."),
        rationale=_(
            "Without a bound the rule is always met; with both it is unclear which applies."
        ),
    ),
    "rule-unknown-fact": _entry(
        message=_("There is no fact '{fact}' in the schema{meant}"),
        remedy=_("Fix the path, or add the fact to the schema."),
        rationale=_("Nobody can state it, so the criterion could never be met."),
    ),
    "rule-unknown-condition": _entry(
        message=_("There is no condition '{name}'{meant}"),
        remedy=_("Fix the name, or add the condition."),
        rationale=_("A part of the criterion would not be tested."),
    ),
    "rule-circular": _entry(
        message=_("The conditions refer to each other in a cycle: {ring}."),
        remedy=_("Break the cycle."),
        rationale=_("The conditions can never be decided, as each waits for the other."),
    ),
    "rule-type": _entry(
        message=_("'{operator}' is for {wanted}, but {fact} is {actual}."),
        remedy=_("Use an operator that fits."),
        rationale=_("The comparison never makes sense, so the criterion could never be met."),
    ),
    "rule-choice": _entry(
        message=_("{fact} can never be '{value}'."),
        remedy=_("Choose one of: {choices}."),
        rationale=_("The rule expects a value that is not allowed."),
    ),
    "rule-value": _entry(
        message=_("'{operator}' requires {wanted}."),
        remedy=_("Fix the value."),
        rationale=_("Without a usable bound the rule cannot be decided."),
    ),
    "rule-pattern": _entry(
        message=_("The pattern '{pattern}' is not valid: {problem}"),
        remedy=_("Use RE2's syntax."),
        rationale=_("Patterns that can run forever could stop the check for everybody."),
    ),
}
