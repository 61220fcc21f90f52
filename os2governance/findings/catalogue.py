"""Every code that a finding can have: how grave it is, what it says, what to do.

Texts hold `{name}` places that the finding's arguments fill. A code, once published, keeps its
meaning; its texts may be improved.
"""

from typing import Literal, NamedTuple

from os2governance.i18n.text import Text, _, pgettext

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The worst first."""


def list_severities_from(fail_on: Severity) -> tuple[Severity, ...]:
    """Give the severities that are at least as bad as one."""
    return SEVERITIES[: SEVERITIES.index(fail_on) + 1]


class CatalogueEntry(NamedTuple):
    """What one code means."""

    severity: Severity
    message: Text
    remedy: Text


CATALOGUE: dict[str, CatalogueEntry] = {
    # -- files -------------------------------------------------------------------------------
    "file-unreadable": CatalogueEntry(
        "error",
        _("The file cannot be read: {problem}."),
        _("See if it exists and may be read."),
    ),
    "file-outside": CatalogueEntry(
        "error",
        _("A link in the file system leads out of the folder, so the file is not read."),
        _("Put the file itself in the folder."),
    ),
    "file-missing": CatalogueEntry(
        "error",
        _(
            "Here are evaluations, decisions or a file with nearly the right name, but no "
            "product.yaml."
        ),
        _("Put product.yaml beside them, or mend the file's name."),
    ),
    "name-not-read": CatalogueEntry(
        "warning",
        _("The file or folder is not read, since its name is not {expected}."),
        _("Give it that name, or move it away."),
    ),
    "file-too-many": CatalogueEntry(
        "error",
        _("Here are over {limit} evaluations; only the last {limit} by name are read."),
        _("Move the oldest away."),
    ),
    "file-unwritable": CatalogueEntry(
        "error",
        _("The file cannot be written: {problem}."),
        _("See if you may write in the folder."),
    ),
    "file-exists": CatalogueEntry(
        "error",
        _("The file is there already; left alone."),
        _("Choose another place, or move it."),
    ),
    "file-changed": CatalogueEntry(
        "error",
        _("The file has changed since it was read; left alone."),
        _("Try again."),
    ),
    "file-too-large": CatalogueEntry(
        "error",
        _("The file is larger than {limit} kB."),
        _("Keep documents elsewhere and refer to them."),
    ),
    "not-utf8": CatalogueEntry(
        "error",
        _("The file is not text in UTF-8."),
        _("Save it as UTF-8 in your editor."),
    ),
    "no-products": CatalogueEntry(
        "error",
        _("There is no product here: no product.yaml."),
        _(
            "Name a product's folder, its product.yaml or a folder of products; "
            "`os2governance init ID` makes a new one."
        ),
    ),
    "json-syntax": CatalogueEntry(
        "error",
        _("The file is not valid JSON: {problem}"),
        _("Mend the place."),
    ),
    "yaml-syntax": CatalogueEntry(
        "error",
        _("The file is not valid YAML: {problem}."),
        _("Mend the place. {hint}"),
    ),
    "yaml-empty": CatalogueEntry(
        "error",
        _("The file is empty."),
        _("Fill it in, or delete it."),
    ),
    "yaml-too-deep": CatalogueEntry(
        "error",
        _("The content is over {limit} layers deep."),
        _("Make it flatter."),
    ),
    "yaml-too-many": CatalogueEntry(
        "error",
        _("The file has over {limit} values; from this one on nothing is read."),
        _("Split the content, or make it shorter."),
    ),
    "yaml-alias": CatalogueEntry(
        "error",
        _("The reference '{name}' (anchor or alias) cannot be used."),
        _("Write the value out; quote text that begins with & or *."),
    ),
    "yaml-tag": CatalogueEntry(
        "error",
        _("The tag '{tag}' cannot be used."),
        _("Remove it; quote text that begins with an exclamation mark."),
    ),
    "yaml-merge-key": CatalogueEntry(
        "error",
        _("Merging ('<<') cannot be used."),
        _("Write the keys out."),
    ),
    "yaml-duplicate-key": CatalogueEntry(
        "error",
        _("The key '{key}' stands here twice."),
        _("Keep one of them."),
    ),
    "yaml-key": CatalogueEntry(
        "error",
        _("A key must be a plain text."),
        _("Write the key as a word before the colon."),
    ),
    "yaml-several-documents": CatalogueEntry(
        "error",
        _("The file holds several documents ('---')."),
        _("Put each in a file of its own."),
    ),
    "yaml-number": CatalogueEntry(
        "error",
        _("The number {number} cannot be used."),
        _("Use a finite number of at most 64 bits; quote it if it is text."),
    ),
    # -- shape -------------------------------------------------------------------------------
    "unknown-key": CatalogueEntry(
        "error",
        _("The key '{key}' is not known here{meant}"),
        _("Mend the key, or remove it."),
    ),
    "missing-key": CatalogueEntry(
        "error",
        _("The key '{key}' is missing in {where}."),
        _("Add it.{hint}"),
    ),
    "wrong-type": CatalogueEntry(
        "error",
        _("'{name}' must be {wanted}, but is {value}."),
        _("Mend the value.{hint}"),
    ),
    "wrong-choice": CatalogueEntry(
        "error",
        _("'{name}' cannot be {value}{meant}"),
        _("Choose one of: {choices}."),
    ),
    "wrong-format": CatalogueEntry(
        "error",
        _("'{name}' must be {wanted}, but is {value}."),
        _("Mend the value."),
    ),
    "out-of-bounds": CatalogueEntry(
        "error",
        _("'{name}' {wanted}, but is {value}."),
        _("Mend the value."),
    ),
    "shape": CatalogueEntry(
        "error",
        _("{value} does not fit the schema: {problem}"),
        _("Mend the value."),
    ),
    "findings-left-out": CatalogueEntry(
        "note",
        _("Of {name} only the first {count} are told; there are more."),
        _("Mend those that are told, and check again."),
    ),
    # -- names -------------------------------------------------------------------------------
    "no-model-named": CatalogueEntry(
        "error",
        _("The file does not say which model it answers by."),
        _("Add a line such as `model: {example}`. Known models: {known}."),
    ),
    "unknown-model": CatalogueEntry(
        "error",
        _("There is no model '{name}'{meant}"),
        _("Known models: {known}."),
    ),
    "other-model": CatalogueEntry(
        "error",
        _("The declaration answers by {name}, not {model}."),
        _("Use the model that it names."),
    ),
    "unusable-model": CatalogueEntry(
        "error",
        _("The model '{name}' has errors and cannot be used."),
        _("Run `os2governance criteria lint {name}`."),
    ),
    "unknown-criterion": CatalogueEntry(
        "error",
        _("There is no criterion '{name}' in {model}{meant}"),
        _("Mend the id; an id means something only together with a model version."),
    ),
    "unknown-level": CatalogueEntry(
        "error",
        _("There is no level '{name}'{meant}"),
        _("Use one of the model's levels: {known}."),
    ),
    "unknown-role": CatalogueEntry(
        "error",
        _("There is no role '{name}'{meant}"),
        _("Use one of the model's roles."),
    ),
    # -- declarations ------------------------------------------------------------------------
    "contradiction": CatalogueEntry(
        "error",
        _("{id} ({title}) is answered as met, but the facts say otherwise: {against}."),
        _("Mend the fact if it is out of date; otherwise mend the answer."),
    ),
    "answer-behind-facts": CatalogueEntry(
        "note",
        _("{id} ({title}) is met by the facts, although the answer says otherwise."),
        _("Mend the answer."),
    ),
    "undocumented": CatalogueEntry(
        "warning",
        _("{id} ({title}) is answered as met, but without evidence."),
        _(
            "Add `evidence` with a link or a reference to a document, or declare the facts "
            "that are asked for."
        ),
    ),
    "planned": CatalogueEntry(
        "note",
        _("{id} ({title}) is planned{due}."),
        _("Mend the answer when it is done."),
    ),
    "overdue": CatalogueEntry(
        "warning",
        _("{id} ({title}) should have been done by now{due}."),
        _("Mend the answer if it is done, or set a new date."),
    ),
    "reason-missing": CatalogueEntry(
        "error",
        _("{id} ({title}) is answered as not applicable, but without a reason."),
        _("Add `reason`."),
    ),
    "not-applicable-not-allowed": CatalogueEntry(
        "error",
        _('{id} ({title}) holds for all products and cannot be "not applicable".'),
        _("Answer the criterion."),
    ),
    "answer-not-enough": CatalogueEntry(
        "warning",
        _("{id} ({title}) is decided by facts; an answer alone does not count."),
        _("Declare the facts that are asked for."),
    ),
    "unanswered": CatalogueEntry(
        "note",
        _("{id} ({title}) is not answered."),
        _("Declare the facts that are asked for, or answer under `answers`."),
    ),
    # -- record ------------------------------------------------------------------------------
    "acceptance-expired": CatalogueEntry(
        "warning",
        _("The acceptance of the deviation from {id} ({title}) ran out after {until}."),
        _("Meet the criterion, or ask for a new acceptance."),
    ),
    "acceptance-by-declarer": CatalogueEntry(
        "error",
        _("The deviation from {id} ({title}) cannot be accepted by {role}, which declares."),
        _("Let another role decide."),
    ),
    "record-other-product": CatalogueEntry(
        "error",
        _("The file is about '{name}', not '{product}'."),
        _("Move the file, or mend the product."),
    ),
    "decision-level": CatalogueEntry(
        "error",
        _("A level goes with `place`, and only with it (here: {decision})."),
        _("Add or remove `level`."),
    ),
    "decision-accepts": CatalogueEntry(
        "error",
        _("Deviations cannot be accepted with {decision}."),
        _("Use `accept` or `place`."),
    ),
    "decision-by-other-body": CatalogueEntry(
        "error",
        _("By the model {level} cannot be decided by {role}."),
        _("Let the right body decide."),
    ),
    "evaluation-other-model": CatalogueEntry(
        "note",
        _("The evaluation is by {other}, the declaration by {model}; lights are not compared."),
        _("Evaluate by the same version."),
    ),
    "placed-above-assessed": CatalogueEntry(
        "warning",
        _(
            "The product is placed at {level}, but the rules give: {assessed}. In between "
            "stand {criteria}."
        ),
        _("Meet the criteria, or let a decision accept each deviation with grounds and a date."),
    ),
    "recommended-above-assessed": CatalogueEntry(
        "note",
        _(
            "The evaluation recommends {level}, but the rules give: {assessed}. In between "
            "stand {criteria}."
        ),
        _("Meet the criteria, or let a decision accept each deviation with grounds and a date."),
    ),
    # -- models ------------------------------------------------------------------------------
    "model-missing": CatalogueEntry(
        "error",
        _("There is no model.yaml here."),
        _("Name a folder <model>/<version>."),
    ),
    "model-misplaced": CatalogueEntry(
        "error",
        _("The model calls itself {name}, but lies in {folder}."),
        _("Move the folder, or mend the name."),
    ),
    "model-empty": CatalogueEntry(
        "error",
        _("The model has no criteria."),
        _("Add a file with criteria."),
    ),
    "model-duplicate-id": CatalogueEntry(
        "error",
        _("The id '{name}' is used before."),
        _("Give it an id of its own."),
    ),
    "model-unknown-level": CatalogueEntry(
        "error",
        _("There is no level '{name}'{meant}"),
        _("Use one of the levels in model.yaml."),
    ),
    "model-unknown-theme": CatalogueEntry(
        "error",
        _("There is no theme '{name}'{meant}"),
        _("Use one of the themes in model.yaml."),
    ),
    "model-unknown-role": CatalogueEntry(
        "error",
        _("There is no role '{name}'{meant}"),
        _("Use one of the roles in model.yaml."),
    ),
    "facts-schema-missing": CatalogueEntry(
        "error",
        _("The file '{name}' is not in the folder."),
        _("Mend `facts`, or add the file."),
    ),
    "facts-schema-invalid": CatalogueEntry(
        "error",
        _("The vocabulary is no valid JSON Schema: {problem}"),
        _("Mend the schema (JSON Schema 2020-12)."),
    ),
    # -- rules -------------------------------------------------------------------------------
    "rule-no-node": CatalogueEntry(
        "error",
        _("A rule must stand here."),
        _("Write for example `{{fact: path, present: true}}`."),
    ),
    "rule-no-list": CatalogueEntry(
        "error",
        _("A list of rules must stand here."),
        _("Write at least one rule."),
    ),
    "rule-no-name": CatalogueEntry(
        "error",
        _("The name of a condition must stand here."),
        _("Use a name from `conditions`."),
    ),
    "rule-no-path": CatalogueEntry(
        "error",
        _("The path of a fact must stand here."),
        _("Write it as words with full stops between."),
    ),
    "rule-too-large": CatalogueEntry(
        "error",
        _("The rule has over {limit} parts with all the conditions that it uses."),
        _("Split the criterion, or use fewer conditions."),
    ),
    "list-too-long": CatalogueEntry(
        "error",
        _("The list {name} is so long that the criteria would take over {limit} answers."),
        _("Make the list shorter, or the rules of the model smaller."),
    ),
    "rules-too-large": CatalogueEntry(
        "error",
        _(
            "The rules of the model have over {limit} parts in all with the conditions "
            "that they use."
        ),
        _("Use fewer or smaller conditions, or split the model."),
    ),
    "rule-too-deep": CatalogueEntry(
        "error",
        _("The rule is too deep."),
        _("Split it into conditions."),
    ),
    "rule-several-keys": CatalogueEntry(
        "error",
        _("A rule has just one key; here are {keys}."),
        _("Put them under `all` or `any`."),
    ),
    "rule-one-operator": CatalogueEntry(
        "error",
        _("Just one operator must stand beside `fact`."),
        _("Choose one of: {operators}."),
    ),
    "rule-unknown-operator": CatalogueEntry(
        "error",
        _("There is no operator '{operator}'{meant}"),
        _("Mend the operator."),
    ),
    "rule-operator-without-fact": CatalogueEntry(
        "error",
        _("'{operator}' must stand beside `fact`."),
        _("Add `fact` with a path."),
    ),
    "rule-unknown-key": CatalogueEntry(
        "error",
        _("The key '{name}' is not known here{meant}"),
        _("Mend the key, or remove it."),
    ),
    "rule-keys": CatalogueEntry(
        "error",
        _("The keys {keys} must stand here."),
        _("Add them."),
    ),
    "rule-one-bound": CatalogueEntry(
        "error",
        _("Either at_least or at_most must stand here."),
        _("Write one of them."),
    ),
    "rule-unknown-fact": CatalogueEntry(
        "error",
        _("There is no fact '{fact}' in the vocabulary{meant}"),
        _("Mend the path, or add the fact to the schema."),
    ),
    "rule-unknown-condition": CatalogueEntry(
        "error",
        _("There is no condition '{name}'{meant}"),
        _("Mend the name, or add the condition."),
    ),
    "rule-circular": CatalogueEntry(
        "error",
        _("The conditions use each other in a ring: {ring}."),
        _("Break the ring."),
    ),
    "rule-type": CatalogueEntry(
        "error",
        _("'{operator}' is for {wanted}, but {fact} is {actual}."),
        _("Use an operator that fits."),
    ),
    "rule-choice": CatalogueEntry(
        "error",
        _("{fact} can never be '{value}'."),
        _("Choose one of: {choices}."),
    ),
    "rule-value": CatalogueEntry(
        "error",
        _("At '{operator}' must stand {wanted}."),
        _("Mend the value."),
    ),
    "rule-pattern": CatalogueEntry(
        "error",
        _("The pattern '{pattern}' is not valid: {problem}"),
        _("Use RE2's syntax."),
    ),
    # -- whether a declaration can be so ----------------------------------------------------
    "date-in-future": CatalogueEntry(
        "warning",
        _("{what} is {date}, but it is only {as_of}."),
        _("Mend the date; what is agreed but has not happened belongs in an answer as planned."),
    ),
    "expired": CatalogueEntry(
        "warning",
        _("{what} was {date}; it is {as_of}."),
        _("Renew it and give the new date; if it has ended, write `null` or remove it."),
    ),
    "dates-reversed": CatalogueEntry(
        "warning",
        _("{what} ({date}) is before {other} ({first})."),
        _("Mend one of the dates."),
    ),
    "parts-exceed-total": CatalogueEntry(
        "error",
        _("The parts add up to {sum}, but {what} is only {total}."),
        _("Mend the parts or the total."),
    ),
    "evidence-unusable": CatalogueEntry(
        "warning",
        _("Nobody can follow this reference: {value}"),
        _("Give a whole web address that others can open, or the document's name and place."),
    ),
    "personal-data": CatalogueEntry(
        "warning",
        _("Here is {kind}."),
        _("Name a role and an organisation instead; the file is public."),
    ),
    "product-folder": CatalogueEntry(
        "warning",
        _("The product is '{name}', but its folder is '{folder}'."),
        _("Give them the same name."),
    ),
    "evaluation-file-name": CatalogueEntry(
        "warning",
        _("The evaluation is dated {on}, but its file is named '{name}'."),
        _("Name the file by the evaluation's date."),
    ),
    "duplicate-product": CatalogueEntry(
        "error",
        _("The product '{name}' is declared in {other} too."),
        _("Keep one, or rename the other."),
    ),
    # -- what has changed ---------------------------------------------------------------------
    "level-change-undecided": CatalogueEntry(
        "error",
        _("The assessed level goes from {before} to {after}, and nobody has decided it."),
        _("Ask for a decision and add it to decisions.yaml; or mend what changes the level."),
    ),
    "log-rewritten": CatalogueEntry(
        "error",
        _("Decision no. {number} was changed or removed; the log may only grow."),
        _("Put it back as it was, and add a new decision at the end."),
    ),
    "product-removed-undecided": CatalogueEntry(
        "error",
        _(
            "The product was removed together with its decision log, and nobody has "
            "decided to close it."
        ),
        _(
            "Put the folder back, and add the decision to `close` it at the end of "
            "decisions.yaml; once that is on the branch that is compared with, another "
            "change can remove the folder."
        ),
    ),
    "log-out-of-order": CatalogueEntry(
        "warning",
        _("The decision of {date} stands after one of {before}."),
        _("Write decisions in their order."),
    ),
    "decision-without-grounds": CatalogueEntry(
        "warning",
        _("The decision has no grounds."),
        _("Add `grounds`, short ones too."),
    ),
    "model-superseded": CatalogueEntry(
        "note",
        _("The declaration answers by {name}; the newest version is {newer}."),
        _("Move on to the newest version with the next self-assessment."),
    ),
    # -- silence ------------------------------------------------------------------------------
    "silence-syntax": CatalogueEntry(
        "error",
        _("The comment cannot be read as leave to be silent."),
        _("Write `# os2governance: ignore[code] the reason`."),
    ),
    "silence-unknown-code": CatalogueEntry(
        "error",
        _("There is no code '{name}'{meant}"),
        _("Use the code that the finding has."),
    ),
    "silence-without-reason": CatalogueEntry(
        "error",
        _("A finding is silenced here without a reason, so it is not."),
        _("Write the reason behind the bracket."),
    ),
    "silence-too-many": CatalogueEntry(
        "error",
        _("Over {limit} comments silence something; the rest do not hold."),
        _("Leave the code out for the whole project with `ignore` in os2governance.toml."),
    ),
    "silence-unused": CatalogueEntry(
        "warning",
        _("This silences {codes}, but there is nothing to silence."),
        _("Move the comment to the line that the finding is about, or remove it."),
    ),
    # -- versions of a model ------------------------------------------------------------------
    "model-base-unusable": CatalogueEntry(
        "error",
        _("The version '{name}' that this one is based on is not there or cannot be used."),
        _("Name a version of the same model, and mend the errors that it may have."),
    ),
    "model-base-ring": CatalogueEntry(
        "error",
        _("Versions in a ring: {ring}."),
        _("Write one of them in full, without based_on."),
    ),
    "model-no-base": CatalogueEntry(
        "error",
        _("Changes without a version to change."),
        _("Name the version with based_on."),
    ),
    "model-inherited": CatalogueEntry(
        "error",
        _("'{key}' is as in version {name}, and cannot be written again here."),
        _("Remove it, or write the model in full, without based_on."),
    ),
    "model-base-criterion": CatalogueEntry(
        "error",
        _("There is no '{name}' to change{meant}"),
        _("Correct the id."),
    ),
    "model-base-twice": CatalogueEntry(
        "error",
        _("{old} cannot become {name}: one of the two is used or dropped."),
        _("A criterion becomes one at most, and each id belongs to one criterion."),
    ),
    "lineage-dropped": CatalogueEntry(
        "warning",
        _("It is not clear what became of {name} from {model}."),
        _("Say it in supersedes: either in criteria or in dropped."),
    ),
    "lineage-new": CatalogueEntry(
        "warning",
        _("It is not said that {name} is new since {model}."),
        _("Name it in supersedes, criteria, with an empty list."),
    ),
    "lineage-mandatory": CatalogueEntry(
        "warning",
        _("made_mandatory does not fit whether {name} is a recommendation here and in {model}."),
        _("Correct made_mandatory or the criterion."),
    ),
    "lineage-none": CatalogueEntry(
        "error",
        _("It is not said how {name} relates to {other}."),
        _("Say in each version's supersedes which version was before."),
    ),
    "migrate-review": CatalogueEntry(
        "warning",
        _("{name} in {model} is not what it was ({old}); the answer was moved to note."),
        _("Read the criterion, and answer again."),
    ),
    "migrate-gone": CatalogueEntry(
        "warning",
        _("{name} is no more in {model}; the answer is kept as a comment."),
        _("Delete the comment once it is read."),
    ),
    "migrate-uneditable": CatalogueEntry(
        "error",
        _("The file cannot be changed without changing more of it."),
        _("Write the answers below each other, without braces around them all."),
    ),
    # -- OS2's documents: import and verify ------------------------------------------------------
    "import-unknown-kind": CatalogueEntry(
        "error",
        _("The file is no report, evaluation, form's JSON or publiccode.yml."),
        _("See if it is the right file."),
    ),
    "import-no-rows": CatalogueEntry(
        "error",
        _("The document has no row about a criterion."),
        _("See if it is the right file: each row needs the criterion's id in a cell of its own."),
    ),
    "import-no-version": CatalogueEntry(
        "error",
        _(
            "The document does not say which version of the model it follows, and its rows "
            "do not tell."
        ),
        _("Name it with --model (there are: {known})."),
    ),
    "import-no-model": CatalogueEntry(
        "error",
        _("The document follows {name}, but that model is not here."),
        _("Name another with --model (there are: {known}), or a folder with --criteria."),
    ),
    "import-no-documents": CatalogueEntry(
        "error",
        _("No model here says how its documents are read (documents.yaml)."),
        _("Name a folder with --criteria that has one."),
    ),
    "import-no-product": CatalogueEntry(
        "error",
        _("The document does not say which product it is about."),
        _("Give the product's id with --id."),
    ),
    "import-no-date": CatalogueEntry(
        "warning",
        _("The document has no date that can be read; {date} is used."),
        _("Give the date with --as-of, or mend it in the new file."),
    ),
    "import-date-unreadable": CatalogueEntry(
        "warning",
        _("The date '{said}' cannot be read."),
        _("Write it as 2026-05-01."),
    ),
    "import-no-who": CatalogueEntry(
        "note",
        _("The document does not say who filled it in."),
        _("Write role and organisation in the new file."),
    ),
    "import-name-left-out": CatalogueEntry(
        "note",
        _("What may be a name stands here; it is left out."),
        _("Write role and organisation in the new file."),
    ),
    "import-level-found": CatalogueEntry(
        "note",
        _("The level is read here: {level}."),
        _("Mend it in the new file if it is not meant so."),
    ),
    "import-levels-disagree": CatalogueEntry(
        "warning",
        _("The text names several levels ({said}); none is taken."),
        _("Write the level in the new file."),
    ),
    "import-level-unknown": CatalogueEntry(
        "warning",
        _("The level '{level}' is not in the model {model}."),
        _("Write the level in the new file."),
    ),
    "import-never-closed": CatalogueEntry(
        "warning",
        _("'{start}' is never closed; the rest is read as text."),
        _("Close it if the rest should not show."),
    ),
    "import-no-marks": CatalogueEntry(
        "warning",
        _("The table has no column for answers; {count} rows are read without."),
        _("Give the answers in the new file."),
    ),
    "import-answers-beside": CatalogueEntry(
        "note",
        _("The evaluation has the product's own answers too; only the lights are read."),
        _("Import the answers from the product's own report."),
    ),
    "import-column-unknown": CatalogueEntry(
        "note",
        _("The column '{name}' is not known; its text is kept with the row's."),
        _("Look the new answers over."),
    ),
    "import-no-header": CatalogueEntry(
        "warning",
        _("{name} stands in a table without a header; its cells are told by what is in them."),
        _("Look the answer over."),
    ),
    "import-row-twice": CatalogueEntry(
        "warning",
        _("{name} is here again; the row in line {first} counts."),
        _("Delete one of them."),
    ),
    "import-row-hidden": CatalogueEntry(
        "note",
        _("The row about {name} stands in a code block or a comment, and is not read."),
        _("Move it out if it should count."),
    ),
    "import-row-elsewhere": CatalogueEntry(
        "note",
        _("{name} is named in a table that has no answers; the row is not read."),
        _("See if an answer is missing."),
    ),
    "import-cells-surplus": CatalogueEntry(
        "warning",
        _("The row about {name} has {count} cells, more than there are columns."),
        _("Write \\| for a bar in a text, and look the answer over."),
    ),
    "import-cells-missing": CatalogueEntry(
        "warning",
        _("The row about {name} has {count} cells, fewer than there are columns."),
        _("Look the answer over."),
    ),
    "import-entry-unknown": CatalogueEntry(
        "warning",
        _("Entry {number} is about no criterion, and is not read."),
        _("See if its id is right."),
    ),
    "import-mark-unknown": CatalogueEntry(
        "warning",
        _("The answer to {name} is not understood: '{said}'. It is kept as a note."),
        _("Give the answer in the new file."),
    ),
    "import-mark-and-text": CatalogueEntry(
        "warning",
        _("{name} is not ticked, but the text says '{said}'; it is read as not met."),
        _("Mend the place, or the answer in the new file."),
    ),
    "import-criterion-unknown": CatalogueEntry(
        "warning",
        _("{name} is no criterion of {model}{meant} The row is not read."),
        _("Name the right version with --model."),
    ),
    "import-rows-missing": CatalogueEntry(
        "warning",
        _("The document has no row about {names}, which {model} has."),
        _("Give the answers in the new file, or name another version with --model."),
    ),
    "import-ticked-already": CatalogueEntry(
        "warning",
        _("{name} is ticked without a word, but the blank template has that tick itself."),
        _("See if the answer is meant."),
    ),
    "import-other-version": CatalogueEntry(
        "warning",
        _("The rows are those of {told}, but are read as {model}; an id may mean another thing."),
        _("Import without --model."),
    ),
    "import-other-model": CatalogueEntry(
        "error",
        _("The file answers by {there}, but the document follows {model}."),
        _("Carry the file over to the other version first, or choose another id with --id."),
    ),
    "import-older": CatalogueEntry(
        "warning",
        _("The file is from {there} and newer than the document; only what it lacked is added."),
        _("Mend the answers in the file if the document is right."),
    ),
    "import-answer-changed": CatalogueEntry(
        "note",
        _("{name}: {old} has become {new}."),
        _("Look the answer over."),
    ),
    "import-fact-kept": CatalogueEntry(
        "warning",
        _("{fact} is here already; the document says {value}."),
        _("Mend it if the document is right."),
    ),
    "import-not-mergeable": CatalogueEntry(
        "error",
        _("The file is written so that nothing can be added without touching more."),
        _("Write its lists and groups on lines of their own, and try again."),
    ),
    "verify-count": CatalogueEntry(
        "error",
        _("{what}: {printed} is printed, but the rows give {right}."),
        _("Mend the figure."),
    ),
    "verify-percent": CatalogueEntry(
        "error",
        _("{what}: {printed} % is printed, but the rows give {right} %."),
        _("Mend the percentage."),
    ),
    "verify-missing-figure": CatalogueEntry(
        "error",
        _("{what}: the figure is missing; the rows give {right}."),
        _("Write the figure."),
    ),
    "verify-left-in": CatalogueEntry(
        "error",
        _(
            "The figures of {what} are those that stood in {source}, not the product's own "
            "({right})."
        ),
        _("Mend the figures."),
    ),
    "verify-text-unclear": CatalogueEntry(
        "warning",
        _("{printed} is printed, but no count of the rows gives {count}."),
        _("Mend the figure, or write what is counted."),
    ),
    "verify-level": CatalogueEntry(
        "warning",
        _("{name} is printed as level '{printed}', but is on level '{right}' in {model}."),
        _("Mend the level."),
    ),
    "verify-no-level": CatalogueEntry(
        "note",
        _("{name} has no level; it is '{right}' in {model}."),
        _("Write the level."),
    ),
    "verify-no-mark": CatalogueEntry(
        "warning",
        _("{name} has no answer or light."),
        _("Give one."),
    ),
    "verify-version": CatalogueEntry(
        "warning",
        _("The document says {stated}, but its rows are those of {told}."),
        _("Mend the version, or the rows."),
    ),
    # -- documents out, and doubtful claims ---
    "note-contradicts-answer": CatalogueEntry(
        "warning",
        _('The answer is "met", but the text beside it says "{words}"{about}.'),
        _("Mend the answer, or write what shows that the criterion is met."),
    ),
    "evidence-not-public": CatalogueEntry(
        "warning",
        _("The public cannot follow the reference {words}{about}."),
        _("Refer to a place that everybody can read, or publish the document."),
    ),
    "evidence-is-placeholder": CatalogueEntry(
        "warning",
        _('The text "{words}" was never filled in; it says nothing{about}.'),
        _("Write what is to stand here, or remove the text."),
    ),
    "not-applicable-in-bulk": CatalogueEntry(
        "warning",
        _(
            '{count} of {total} criteria of "{name}" are waved away as not applicable '
            "without a reason for each ({criteria})."
        ),
        _("Write for each criterion why it does not apply, or answer that it is not met."),
    ),
    "copied-answers": CatalogueEntry(
        "warning",
        _("{count} answers are about another product, {words} ({criteria})."),
        _("Write what holds of this product."),
    ),
    "doubts-pattern": CatalogueEntry(
        "error",
        _("The pattern '{pattern}' cannot be used: {problem}."),
        _("Write it in RE2's syntax."),
    ),
    "layouts-missing": CatalogueEntry(
        "error",
        _("The model has no layouts of documents."),
        _("Put them in the model's folder, in layouts."),
    ),
    "template-no-rows": CatalogueEntry(
        "error",
        _("The template has no row about a criterion of the model."),
        _("Use a copy of one of OS2's templates."),
    ),
    "template-other-model": CatalogueEntry(
        "error",
        _(
            "The template has a row '{name}' that the model does not know: it is of "
            "another version, in which the same id may mean something else."
        ),
        _("Use a template for the model's version, or migrate the declaration to the template's."),
    ),
    "template-row-missing": CatalogueEntry(
        "warning",
        _("The template has no row about {name}; the answer is not in it."),
        _("Use a template for the model's version."),
    ),
    "template-cell-kept": CatalogueEntry(
        "warning",
        _("The cell about {name} is filled in already, and stays as it was."),
        _("Empty the cell if the answer is to be in it."),
    ),
    "template-cell-missing": CatalogueEntry(
        "warning",
        _("The row about {name} has too few cells for the answer."),
        _("Give the row as many cells as the header."),
    ),
    "publiccode-incomplete": CatalogueEntry(
        "note",
        _("publiccode.yml asks for '{name}', which the declaration does not say."),
        _("Write it in publiccode.yml."),
    ),
    "publiccode-not-editable": CatalogueEntry(
        "error",
        _("The file cannot be changed without changing more than what is meant."),
        _("Write a new one without it, and move the facts by hand."),
    ),
    # -- decisions and the record ------------------------------------------------------------
    "decide-in-future": CatalogueEntry(
        "error",
        _("The decision is dated {date}, after {as_of}."),
        _("Record a decision when it has been made."),
    ),
    "decide-before-last": CatalogueEntry(
        "error",
        _("The decision is dated {date}, before the last one of the log ({last})."),
        _("Mend the date; the log is kept in order."),
    ),
    "decide-without-grounds": CatalogueEntry(
        "error",
        _("The decision has no grounds."),
        _("Write them with --grounds."),
    ),
    "decide-accepts-nothing": CatalogueEntry(
        "error",
        _("There is no deviation to accept."),
        _("Name each deviation with --accept."),
    ),
    "decide-standing": CatalogueEntry(
        "error",
        _("The product is {standing}, so {decision} cannot be decided."),
        _("See the log: os2governance log."),
    ),
    "decide-accepts-met": CatalogueEntry(
        "error",
        _("{id} ({title}) is met, so there is no deviation to accept."),
        _("Leave the criterion out."),
    ),
    "decide-accepts-without-grounds": CatalogueEntry(
        "error",
        _("The acceptance of the deviation from {id} ({title}) has no grounds."),
        _('Write them behind the date: --accept "{id}=2026-05-01: grounds".'),
    ),
    "decide-accepts-without-end": CatalogueEntry(
        "error",
        _("The acceptance of the deviation from {id} ({title}) has no last day."),
        _("Write it as --accept {id}=2026-05-01, or with --until for all."),
    ),
    "decide-accepts-past": CatalogueEntry(
        "error",
        _(
            "The acceptance of the deviation from {id} ({title}) ends {until}, before the "
            "decision of {date}."
        ),
        _("Mend the date."),
    ),
    "decide-not-appendable": CatalogueEntry(
        "error",
        _(
            "The log is written so that nothing can be added without touching what stands "
            "there; left alone."
        ),
        _("Write the decisions as a list with a hyphen before each."),
    ),
    "acceptance-ends-soon": CatalogueEntry(
        "warning",
        _("The acceptance of the deviation from {id} ({title}) runs out after {until}."),
        _("Meet the criterion before, or ask for a new acceptance."),
    ),
    "acceptance-unknown": CatalogueEntry(
        "warning",
        _("The acceptance of '{name}' has no effect: {model} has no such criterion{meant}"),
        _(
            "Ask for a new acceptance of the criterion that has come instead. What was "
            "decided stays in the log."
        ),
    ),
    "acceptance-without-effect": CatalogueEntry(
        "note",
        _("The deviation from {id} ({title}) is accepted, but the criterion is met."),
        _("Nothing; the acceptance need not be renewed."),
    ),
    "evaluation-too-old": CatalogueEntry(
        "warning",
        _("The newest evaluation is of {date}; the model allows {period} at most."),
        _("Make a new evaluation."),
    ),
    "decision-unevaluated": CatalogueEntry(
        "warning",
        _("No evaluation came before the placement at {level} on {date}."),
        _("Evaluate the product, and let the decision rest on it."),
    ),
    "decision-above-recommended": CatalogueEntry(
        "note",
        _(
            "The product is placed at {level}, but the evaluation before it recommended "
            "{recommended}."
        ),
        _("See if the grounds of the decision say why."),
    ),
    "evaluated-when-closed": CatalogueEntry(
        "note",
        _("The product was closed on {closed}, but evaluated on {date}."),
        _("Resume the product, or do not evaluate it."),
    ),
    # -- the portfolio ------------------------------------------------------------------------
    "portfolio-unknown-fact": CatalogueEntry(
        "error",
        _("The model's vocabulary has no fact '{fact}'{meant}"),
        _("Mend the path in portfolio.yaml."),
    ),
    "portfolio-fact-type": CatalogueEntry(
        "error",
        _("The fact '{fact}' must be of the type {kind}."),
        _("Name another fact."),
    ),
    "register-twice": CatalogueEntry(
        "error",
        _("'{name}' ({number}) is there twice, or one way to write it belongs to two."),
        _("Keep one of them."),
    ),
    "register-no-such": CatalogueEntry(
        "error",
        _("The register has no '{name}'."),
        _("Mend the name."),
    ),
    "authority-unknown": CatalogueEntry(
        "warning",
        _("'{name}' is not in the register of {kind}{meant}"),
        _("Write the name as the register does, or mend the kind."),
    ),
    "authority-merged": CatalogueEntry(
        "warning",
        _("'{name}' was merged with others in {year} and now belongs to {into}."),
        _("Write the name that it has now."),
    ),
    "authority-twice": CatalogueEntry(
        "warning",
        _("'{name}' is in the list more than once."),
        pgettext("of several", "Keep one of them."),
    ),
    # -- the form -----------------------------------------------------------------------------
    "form-not-editable": CatalogueEntry(
        "error",
        _("The change cannot be written without touching more than it; nothing is written."),
        _("Change the file in an editor."),
    ),
    # -- the site -----------------------------------------------------------------------------
    "folder-not-made": CatalogueEntry(
        "error",
        _("The folder is not empty, and this command did not make it; nothing is written."),
        _("Name a new or empty folder."),
    ),
    # -- asking the server -------------------------------------------------------------------
    "request-host": CatalogueEntry(
        "error",
        _("This server answers in its own name only."),
        _("Use the address that the server wrote."),
    ),
    "request-origin": CatalogueEntry(
        "error",
        _("Only the server's own pages may change anything."),
        _("Open the page again at the server's own address."),
    ),
    "request-token": CatalogueEntry(
        "error",
        _("The server needs its key, and it is missing or wrong."),
        _("Use the whole address that the server wrote when it started."),
    ),
    "request-too-large": CatalogueEntry(
        "error",
        _("What was sent is too large."),
        _("Send less at a time."),
    ),
    "request-too-often": CatalogueEntry(
        "error",
        _("Too many requests."),
        _("Wait a little and try again."),
    ),
    "request-too-slow": CatalogueEntry(
        "error",
        _("What was sent did not arrive in time."),
        _("Try again."),
    ),
    "request-failed": CatalogueEntry(
        "error",
        _("The server made a mistake; it has written where."),
        _("Try again, and report it."),
    ),
    "request-invalid": CatalogueEntry(
        "error",
        _("The request's '{at}' {problem}."),
        _("See the description in /api/v1/openapi.json."),
    ),
    "request-unknown": CatalogueEntry(
        "error",
        _("There is no '{name}' here{meant} ({known})"),
        _("Use one of the names."),
    ),
    # -- criteria lint and test --------------------------------------------------------------
    "lint-text-missing": CatalogueEntry(
        "warning",
        _("{name} lacks '{key}' in {language}."),
        _("Write the text."),
    ),
    "lint-fact-untitled": CatalogueEntry(
        "warning",
        _("The fact {fact} lacks '{key}'."),
        _("Write the text in the schema."),
    ),
    "lint-condition-unused": CatalogueEntry(
        "warning",
        _("The condition '{name}' is not used."),
        _("Use it, or remove it."),
    ),
    "lint-fact-unused": CatalogueEntry(
        "note",
        _("The fact {fact} is used in no rule."),
        _("Use it, or remove it if nobody needs it."),
    ),
    "lint-no-responsible": CatalogueEntry(
        "warning",
        _("{name} does not say who is responsible."),
        _("Add `responsible`."),
    ),
    "lint-example-missing": CatalogueEntry(
        "warning",
        _("{name} has no example of '{expect}'."),
        _("Add an example."),
    ),
    "lint-level-empty": CatalogueEntry(
        "warning",
        _("The level '{name}' has no criteria."),
        _("Add criteria, or remove the level."),
    ),
    "example-fails": CatalogueEntry(
        "error",
        _("The example of {name} expects '{expect}', but the facts say '{actual}'."),
        _("Mend the example or the rule."),
    ),
    "mutant-survives": CatalogueEntry(
        "warning",
        _("No example of {name} notices this change: {change}."),
        _("Add an example that does."),
    ),
    # -- evaluating, and a branch of its own -------------------------------------------------
    "evaluation-unwritable": CatalogueEntry(
        "error",
        _("The evaluation cannot be written so that it is read as what was said."),
        _("Use the model's criteria only, and look for unseen characters in the grounds."),
    ),
    "branch-no-repository": CatalogueEntry(
        "error",
        _("The folder is in no git repository."),
        _("Save without git, or run `git init`."),
    ),
    "branch-name": CatalogueEntry(
        "error",
        _("'{name}' cannot name a branch."),
        _("Use letters, digits and hyphens."),
    ),
    "branch-checked-out": CatalogueEntry(
        "error",
        _("The branch '{name}' is checked out."),
        _("Choose another; only others are."),
    ),
    "branch-nothing-new": CatalogueEntry(
        "error",
        _("On '{name}' the files are so already."),
        _("There is nothing to do."),
    ),
    "branch-refused": CatalogueEntry(
        "error",
        _("git refuses: {problem}"),
        _("Mend what git says, and try again."),
    ),
}
