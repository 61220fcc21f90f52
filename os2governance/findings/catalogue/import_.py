"""Documents that others write, on the way in."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Import"), suppressible="not of check")

_CHOOSE_VERSION = _('Choose the version of the model under "More choices".')

IMPORT: dict[str, CatalogueEntry] = {
    "import-unknown-kind": _entry(
        severity="error",
        message=_("The file is not a report, an evaluation, the form's JSON or a publiccode.yml."),
        remedy=_("Check whether it is the right file."),
        rationale=_("The file is not read, so the product is missing from the result."),
    ),
    "import-no-rows": _entry(
        severity="error",
        message=_(
            "No answer to a criterion can be read: there is neither a table with the criteria's "
            "ids nor a heading for each criterion. The document looks like {looks}."
        ),
        remedy=_("Import a report, an evaluation, the form's JSON or a publiccode.yml."),
        rationale=_("The self-assessment would be empty and look as if nothing were answered."),
    ),
    "import-nothing-answered": _entry(
        severity="warning",
        message=_("No row ({count}) is filled in; the document looks like an empty template."),
        remedy=_("Check whether it is the right file."),
        rationale=_("An empty template says nothing about the product."),
    ),
    "import-no-version": _entry(
        severity="error",
        message=_("Neither the document nor its rows show which version of the model it follows."),
        remedy=_("Name it with --model (available: {known})."),
        remedy_in_form=_CHOOSE_VERSION,
        rationale=_("The same id means different things in two versions."),
    ),
    "import-no-model": _entry(
        severity="error",
        message=_("The document follows {name}, but that model is not available here."),
        remedy=_("Name another with --model (available: {known}), or a folder with --criteria."),
        remedy_in_form=_CHOOSE_VERSION,
        rationale=_("The rows cannot be tied to criteria that are not available here."),
    ),
    "import-no-documents": _entry(
        severity="error",
        message=_("No model here describes how its documents are read (documents.yaml)."),
        remedy=_("Name a folder that has a model with --criteria."),
        remedy_in_form=_("Ask whoever runs the program to add a model that can read documents."),
        rationale=_("No model here defines what the marks of a document mean."),
    ),
    "import-no-product": _entry(
        severity="error",
        message=_("The document does not state which product it is about."),
        remedy=_("Give the product's id with --id."),
        remedy_in_form=_("Write the product's name too."),
        rationale=_("The answers cannot be put in any product's folder."),
    ),
    "import-no-date": _entry(
        severity="error",
        message=_(
            "When is the document from? No date can be read in its text or its file's name."
        ),
        remedy=_("Give the document's date with --as-of, such as --as-of 2026-05-01."),
        remedy_in_form=_("State the document's date, and choose the document again."),
        rationale=_(
            "With today's date, answers of years ago would look new, and deadlines would be wrong."
        ),
    ),
    "import-date-from-name": _entry(
        severity="note",
        message=_("The document has no date; that of its file's name is used: {date}."),
        remedy=_("Fix the date in the new file if it is not the document's."),
        rationale=_("Deadlines are calculated from the date and may be wrong."),
    ),
    "import-date-unreadable": _entry(
        severity="warning",
        message=_("The date '{said}' cannot be read."),
        remedy=_("Write it as 2026-05-01."),
        rationale=_("Deadlines are calculated from the date and may be wrong."),
    ),
    "import-no-who": _entry(
        severity="note",
        message=_("The document does not state who filled it in."),
        remedy=_("Write role and organisation in the new file."),
        rationale=_("The reader cannot see who filled in the self-assessment."),
    ),
    "import-name-left-out": _entry(
        severity="note",
        message=_("This may be a person's name; it is left out."),
        remedy=_("Write role and organisation in the new file."),
        rationale=_("The self-assessment is public; a role is enough."),
    ),
    "import-level-found": _entry(
        severity="note",
        message=_("The level is read as: {level}."),
        remedy=_("Fix it in the new file if it is not intended."),
        rationale=_(
            "The level comes from running text; somebody should verify that it was read correctly."
        ),
    ),
    "import-levels-disagree": _entry(
        severity="warning",
        message=_("The text names several levels ({said}); none is used."),
        remedy=_("Write the level in the new file."),
        rationale=_("Guessing a level would be worse than having none."),
    ),
    "import-no-level": _entry(
        severity="warning",
        message=_("No recommended level can be read in the evaluation."),
        remedy=_("Write the level in the new file if the evaluation recommends one."),
        rationale=_("Without it, nobody sees what the evaluation recommends."),
    ),
    "import-level-unknown": _entry(
        severity="warning",
        message=_("The level '{level}' is not in the model {model}."),
        remedy=_("Write the level in the new file."),
        rationale=_("A level that the model does not have can be compared with nothing."),
    ),
    "import-never-closed": _entry(
        severity="warning",
        message=_("'{start}' is never closed; the rest is read as text."),
        remedy=_("Close it if the rest should not show."),
        rationale=_("The rest of the document may be swallowed, so that its rows are not read."),
    ),
    "import-no-marks": _entry(
        severity="warning",
        message=_("The table has no column for answers; its rows ({count}) are read without one."),
        remedy=_("Write the answers in the new file."),
        rationale=_(
            "The criteria are unanswered, though the document may have answered them in another "
            "way."
        ),
    ),
    "import-answers-beside": _entry(
        severity="note",
        message=_("The evaluation also has the product's own answers; only the ratings are read."),
        remedy=_("Import the answers from the product's own report."),
        rationale=_(
            "The product's own answers belong in a self-assessment; if not imported, they are "
            "lost."
        ),
    ),
    "import-column-unknown": _entry(
        severity="note",
        message=_("The column '{name}' is unknown; its text is kept with the row's."),
        remedy=_("Review the new answers."),
        rationale=_("The text may be evidence that belongs elsewhere."),
    ),
    "import-no-header": _entry(
        severity="warning",
        message=_(
            "{name} is in a table without a header; its cells are identified by their content."
        ),
        remedy=_("Review the answer."),
        rationale=_("Without a header an answer may be read from the wrong column."),
    ),
    "import-row-twice": _entry(
        severity="warning",
        message=_("{name} occurs again; the row in line {first} applies."),
        remedy=_("Delete one of them."),
        rationale=_("If the two rows contradict each other, the wrong one may be used."),
    ),
    "import-row-hidden": _entry(
        severity="note",
        message=_("The row about {name} is in a code block or a comment, and is not read."),
        remedy=_("Move it out if it should be read."),
        rationale=_("The row may be hidden by mistake, and then the answer is missing."),
    ),
    "import-row-elsewhere": _entry(
        severity="note",
        message=_("{name} is named in a table without answers; the row is not read."),
        remedy=_("Check whether an answer is missing."),
        rationale=_("The row may be an answer in a table of another layout."),
    ),
    "import-cells-surplus": _entry(
        severity="warning",
        message=_("The row about {name} has more cells ({count}) than there are columns."),
        remedy=_("Write \\| for a vertical bar in a text, and review the answer."),
        rationale=_(
            "A vertical bar in a text splits the cell, so the answer may be in the wrong one."
        ),
    ),
    "import-cells-missing": _entry(
        severity="warning",
        message=_("The row about {name} has fewer cells ({count}) than there are columns."),
        remedy=_("Review the answer."),
        rationale=_("The answer or evidence may be missing, or be in the wrong cell."),
    ),
    "import-entry-unknown": _entry(
        severity="warning",
        message=_("Item {number} is not about a criterion, and is not read."),
        remedy=_("Check whether the id is right."),
        rationale=_("An answer was lost."),
    ),
    "import-mark-unknown": _entry(
        severity="warning",
        message=_("The answer to {name} cannot be interpreted: '{said}'. It is kept as a note."),
        remedy=_("Write the answer in the new file."),
        rationale=_(
            "The criterion counts as not answered until the answer is written understandably."
        ),
    ),
    "import-mark-and-text": _entry(
        severity="warning",
        message=_("{name} is not ticked, but the text says '{said}'; it is read as not met."),
        remedy=_("Fix the document at this location, or the answer in the new file."),
        remedy_in_form=_("Fix the answer in the form, or the document."),
        rationale=_("Mark and text contradict each other; only the product knows which is right."),
    ),
    "import-criterion-unknown": _entry(
        severity="warning",
        message=_("{name} is not a criterion of {model}{meant} The row is not read."),
        remedy=_("Name the right version with --model."),
        remedy_in_form=_("See whether the document follows another version of the model."),
        rationale=_("The answer was not included, or the document follows another version."),
    ),
    "import-rows-missing": _entry(
        severity="warning",
        message=_("The document has no row about {names}, which {model} has."),
        remedy=_("Write the answers in the new file, or name another version with --model."),
        remedy_in_form=_("Give the answers in the form."),
        rationale=_("The criteria are unanswered, though the product may never have been asked."),
    ),
    "import-ticked-already": _entry(
        severity="warning",
        message=_("{name} is ticked without text, but the blank template has the same tick."),
        remedy=_("Check whether the answer is intended."),
        rationale=_("The tick may be the template's, not an answer."),
    ),
    "import-other-version": _entry(
        severity="warning",
        message=_(
            "The rows match {told}, but are read as {model}; an id may mean something else."
        ),
        remedy=_("Import without --model."),
        remedy_in_form=_("Choose no version, and choose the document again."),
        rationale=_("Answers may be tied to criteria that mean something else."),
    ),
    "import-other-model": _entry(
        severity="error",
        message=_("The file follows {there}, but the document follows {model}."),
        remedy=_("Migrate the file to the other version first, or choose another id with --id."),
        remedy_in_form=_(
            "Ask whoever keeps the files to migrate the self-assessment to the other version "
            "first."
        ),
        rationale=_("Answers by two versions in one file cannot be understood."),
    ),
    "import-older": _entry(
        severity="warning",
        message=_(
            "The file is from {there} and newer than the document; only what it lacked is added."
        ),
        remedy=_("Fix the answers in the file if the document is right."),
        rationale=_("Newer answers must not be overwritten by older ones."),
    ),
    "import-answer-changed": _entry(
        severity="note",
        message=_("{name}: {old} has become {new}."),
        remedy=_("Review the answer."),
        rationale=_("A changed answer may change the level and should be seen before it is kept."),
    ),
    "import-fact-kept": _entry(
        severity="warning",
        message=_("{fact} is filled in already; the document has {value}."),
        remedy=_("Fix the fact if the document is right."),
        rationale=_("The two sources contradict each other; one of them is out of date."),
    ),
    "import-not-undone": _entry(
        severity="error",
        message=_("The import cannot be undone: {reason}."),
        remedy=_("Restore what is needed by hand; earlier self-assessments are in declarations/."),
        rationale=_("Undoing it anyway would lose what has been written since."),
    ),
    "import-not-mergeable": _entry(
        severity="error",
        message=_("The file is written so that nothing can be added without changing more."),
        remedy=_("Write its lists and groups on their own lines, and try again."),
        rationale=_("A change would also affect lines that nobody asked to change."),
    ),
}
