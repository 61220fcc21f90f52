"""Models, and what `criteria lint` says of them."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Models"))

MODEL: dict[str, CatalogueEntry] = {
    "model-missing": _entry(
        severity="error",
        message=_("There is no model.yaml here."),
        remedy=_("Name a folder <model>/<version>."),
        rationale=_("The folder cannot be read as a model, so nobody can use it."),
        suppressible="not of check",
        ignorable=False,
    ),
    "model-misplaced": _entry(
        severity="error",
        message=_("The model is named {name}, but is in {folder}."),
        remedy=_("Move the folder, or fix the name."),
        rationale=_(
            "Self-assessments find the model by its folder, and would get another than they name."
        ),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-empty": _entry(
        severity="error",
        message=_("The model has no criteria."),
        remedy=_("Add a file with criteria."),
        rationale=_(
            "All products would be at the highest level without meeting a single criterion."
        ),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-duplicate-id": _entry(
        severity="error",
        message=_("The id '{name}' is already used."),
        remedy=_("Give it its own id."),
        rationale=_("An answer to the id would apply to two criteria."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-unknown-level": _entry(
        severity="error",
        message=_("There is no level '{name}'{meant}"),
        remedy=_("Use one of the levels in model.yaml."),
        rationale=_("The criterion would never be required of anybody."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-unknown-theme": _entry(
        severity="error",
        message=_("There is no theme '{name}'{meant}"),
        remedy=_("Use one of the themes in model.yaml."),
        rationale=_("The criteria would be missing on all pages arranged by theme."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-unknown-role": _entry(
        severity="error",
        message=_("There is no role '{name}'{meant}"),
        remedy=_("Use one of the roles in model.yaml."),
        rationale=_("Nobody would be responsible, or nobody could decide."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "facts-schema-missing": _entry(
        severity="error",
        message=_("The file '{name}' is not in the folder."),
        remedy=_("Fix `facts`, or add the file."),
        rationale=_(
            "Without a schema neither rules nor self-assessments can be checked for misspellings."
        ),
        suppressible="nowhere",
        ignorable=False,
    ),
    "facts-schema-invalid": _entry(
        severity="error",
        message=_("The model's schema is not a valid JSON Schema: {problem}"),
        remedy=_("Fix the schema (JSON Schema 2020-12)."),
        rationale=_(
            "Without a schema neither rules nor self-assessments can be checked for misspellings."
        ),
        suppressible="nowhere",
        ignorable=False,
    ),
    "facts-keyword": _entry(
        severity="error",
        message=_("'{keyword}' of the fact {fact} must be {wanted}, but is {value}."),
        remedy=_("Fix the value in the schema."),
        rationale=_("The keyword would have no effect, or another than it says."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "letters-name": _entry(
        severity="error",
        message=_("A letter cannot name '{name}'{meant}"),
        remedy=_("Use one of the names that letters have, such as product."),
        rationale=_("The letter would be sent with a gap; plain words are used instead."),
    ),
    "letters-field": _entry(
        severity="error",
        message=_("The letter has the field '{name}' twice."),
        remedy=_("Give each field of a letter a name of its own."),
        rationale=_(
            "What people wrote in one of them would be lost when the letter is made again; plain "
            "words are used instead."
        ),
    ),
    "doubts-pattern": _entry(
        severity="error",
        message=_("The pattern '{pattern}' cannot be used: {problem}."),
        remedy=_("Write it in RE2's syntax."),
        rationale=_("Doubts that the pattern should detect are not detected."),
    ),
    "proposals-pattern": _entry(
        severity="error",
        message=_("The pattern '{pattern}' cannot be used: {problem}."),
        remedy=_("Write it in RE2's syntax."),
        rationale=_("Facts that documents state are not proposed."),
    ),
    "proposals-unknown-fact": _entry(
        severity="error",
        message=_("The model's vocabulary has no fact '{fact}'."),
        remedy=_("Fix the path in proposals.yaml."),
        rationale=_("What is proposed could never be used."),
    ),
    "lint-text-missing": _entry(
        severity="warning",
        message=_("{name} lacks '{key}' in {language}."),
        remedy=_("Write the text."),
        rationale=_("A reader of that language cannot see what the criterion is or what to do."),
    ),
    "lint-texts-missing": _entry(
        severity="warning",
        message=_("Texts in {language} are missing here ({count}): {names}."),
        remedy=_("Write the texts."),
        rationale=_("A reader of that language must read another, or technical keys."),
    ),
    "lint-phrase-missing": _entry(
        severity="note",
        message=_("{name} lacks the phrase '{key}' in {language}."),
        remedy=_("Write the phrase."),
        rationale=_("It is told in a clause put together of titles, which reads badly."),
    ),
    "lint-fact-phrase-missing": _entry(
        severity="note",
        message=_("The fact {fact} lacks the phrase '{key}'."),
        remedy=_("Write the phrase in the schema."),
        rationale=_("It is told in a clause put together of titles, which reads badly."),
        suppressible="nowhere",
    ),
    "lint-fact-texts-missing": _entry(
        severity="warning",
        message=_("Texts of facts in {language} are missing ({count}): {names}."),
        remedy=_("Write the texts in the schema."),
        rationale=_("A reader of that language must read another, or technical keys."),
        suppressible="nowhere",
    ),
    "words-missing": _entry(
        severity="note",
        message=_("{name}: the model has no words for this: {said}."),
        remedy=_("Write x-asked and x-todo for the fact, or use a named condition that has them."),
        rationale=_("A sentence that is assembled from titles reads badly."),
    ),
    "lint-fact-untitled": _entry(
        severity="warning",
        message=_("The fact {fact} lacks '{key}'."),
        remedy=_("Write the text in the schema."),
        rationale=_("Reasons and forms must show a technical key instead of a name."),
        suppressible="nowhere",
    ),
    "lint-condition-unused": _entry(
        severity="warning",
        message=_("The condition '{name}' is not used."),
        remedy=_("Use it, or remove it."),
        rationale=_(
            "Either the condition was forgotten in a criterion, or it misleads the reader."
        ),
    ),
    "lint-fact-unused": _entry(
        severity="note",
        message=_("No rule uses the fact {fact}."),
        remedy=_("Use it, or remove it if nobody needs it."),
        rationale=_("Products are asked for a fact that nobody uses."),
        suppressible="nowhere",
    ),
    "lint-no-vocabulary": _entry(
        severity="warning",
        message=_("The model has no vocabulary, so any fact in a rule is accepted."),
        remedy=_("Write a schema of the facts, and name it under `facts`."),
        rationale=_("A misspelt fact is never found, and nobody can meet the criterion."),
    ),
    "lint-fact-unnameable": _entry(
        severity="warning",
        message=_("No rule can name the fact {fact}: its key '{key}' contains a full stop."),
        remedy=_("Use a hyphen or an underscore instead."),
        rationale=_("In a rule the full stop leads to a fact below, which is not there."),
        suppressible="nowhere",
    ),
    "lint-keyword-unknown": _entry(
        severity="warning",
        message=_("The fact {fact} has the keyword '{keyword}', which means nothing{meant}"),
        remedy=_("Fix the spelling, or remove it."),
        rationale=_("What the keyword should do, nothing does."),
        suppressible="nowhere",
    ),
    "lint-no-yes": _entry(
        severity="warning",
        message=_(
            "{name} has no rule and takes no answer: only an evaluation can say that it is met."
        ),
        remedy=_("Write `met`, or remove `basis: facts`."),
        rationale=_("No product can show that it meets the criterion."),
    ),
    "lint-partly-implied": _entry(
        severity="warning",
        message=_("{name} is never partly met by facts: where `partly` holds, `met` holds too."),
        remedy=_("Let `partly` ask for less than `met`."),
        rationale=_("Those who have done a part of it are told that they have done nothing."),
    ),
    "lint-no-responsible": _entry(
        severity="warning",
        message=_("{name} lacks a responsible role."),
        remedy=_("Add `responsible`."),
        rationale=_("The list of who must do what is incomplete."),
    ),
    "lint-example-missing": _entry(
        severity="warning",
        message=_("{name} has no example of '{expect}'."),
        remedy=_("Add an example."),
        rationale=_("No expected outcome is given here, so a change may go unnoticed."),
    ),
    "lint-level-empty": _entry(
        severity="warning",
        message=_("The level '{name}' has no criteria."),
        remedy=_("Add criteria, or remove the level."),
        rationale=_(
            "All that reach the level below would reach this one too, without meeting any "
            "criterion."
        ),
    ),
    "lint-level-unreachable": _entry(
        severity="warning",
        message=_(
            "The level '{name}' can never be reached: it needs {needed} of its criteria, and "
            "{possible} can count."
        ),
        remedy=_("Lower `needs`, add criteria, or add to `satisfied_by` or `tolerated`."),
        rationale=_("Every product stays below the level, whatever it does."),
    ),
    "lint-level-optional": _entry(
        severity="warning",
        message=_("The level '{name}' has recommendations only."),
        remedy=_("Make one of them a requirement, or set `recommended` under `attainment`."),
        rationale=_(
            "All that reach the level below would reach this one too, without meeting any "
            "criterion."
        ),
    ),
    "lint-met-not-enough": _entry(
        severity="warning",
        message=_("A criterion that is met does not satisfy: `satisfied_by` lacks `met`."),
        remedy=_("Add `met` to `satisfied_by`."),
        rationale=_("No product can reach a level without reservations."),
    ),
}
