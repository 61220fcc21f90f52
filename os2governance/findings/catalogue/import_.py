"""Documents that others write, on the way in."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Import"), suppressible="not of check")

IMPORT: dict[str, CatalogueEntry] = {
    "import-unknown-kind": _entry(
        severity="error",
        message=_("The file is no report, evaluation, form's JSON or publiccode.yml."),
        remedy=_("See if it is the right file."),
        rationale=_("The file is not read, so the product is missing from what comes out."),
    ),
    "import-no-rows": _entry(
        severity="error",
        message=_("The document has no row about a criterion."),
        remedy=_(
            "See if it is the right file: each row needs the criterion's id in a cell of its own."
        ),
        rationale=_("The declaration would be empty and look as if nothing was answered."),
    ),
    "import-no-version": _entry(
        severity="error",
        message=_(
            "The document does not say which version of the model it follows, and its rows "
            "do not tell."
        ),
        remedy=_("Name it with --model (there are: {known})."),
        rationale=_("One id means different things in two versions."),
    ),
    "import-no-model": _entry(
        severity="error",
        message=_("The document follows {name}, but that model is not here."),
        remedy=_("Name another with --model (there are: {known}), or a folder with --criteria."),
        rationale=_("The rows cannot be tied to criteria that are not here."),
    ),
    "import-no-documents": _entry(
        severity="error",
        message=_("No model here says how its documents are read (documents.yaml)."),
        remedy=_("Name a folder with --criteria that has one."),
        rationale=_("No model here says what the marks of a document mean."),
    ),
    "import-no-product": _entry(
        severity="error",
        message=_("The document does not say which product it is about."),
        remedy=_("Give the product's id with --id."),
        rationale=_("The answers cannot be put into anybody's folder."),
    ),
    "import-no-date": _entry(
        severity="warning",
        message=_("The document has no date that can be read; {date} is used."),
        remedy=_("Give the date with --as-of, or mend it in the new file."),
        rationale=_("Deadlines are reckoned from the date and may be wrong."),
    ),
    "import-date-unreadable": _entry(
        severity="warning",
        message=_("The date '{said}' cannot be read."),
        remedy=_("Write it as 2026-05-01."),
        rationale=_("Deadlines are reckoned from the date and may be wrong."),
    ),
    "import-no-who": _entry(
        severity="note",
        message=_("The document does not say who filled it in."),
        remedy=_("Write role and organisation in the new file."),
        rationale=_("The reader cannot see who stands behind the declaration."),
    ),
    "import-name-left-out": _entry(
        severity="note",
        message=_("What may be a name stands here; it is left out."),
        remedy=_("Write role and organisation in the new file."),
        rationale=_("The declaration is public; a role is enough."),
    ),
    "import-level-found": _entry(
        severity="note",
        message=_("The level is read here: {level}."),
        remedy=_("Mend it in the new file if it is not meant so."),
        rationale=_(
            "The level comes from running text; somebody should see that it was read right."
        ),
    ),
    "import-levels-disagree": _entry(
        severity="warning",
        message=_("The text names several levels ({said}); none is taken."),
        remedy=_("Write the level in the new file."),
        rationale=_("To guess a level would be worse than to have none."),
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
        rationale=_("The rest of the document may be swallowed, and its rows are then not read."),
    ),
    "import-no-marks": _entry(
        severity="warning",
        message=_("The table has no column for answers; {count} rows are read without."),
        remedy=_("Give the answers in the new file."),
        rationale=_(
            "The criteria stand unanswered, though the document may have answered in another way."
        ),
    ),
    "import-answers-beside": _entry(
        severity="note",
        message=_("The evaluation has the product's own answers too; only the lights are read."),
        remedy=_("Import the answers from the product's own report."),
        rationale=_(
            "The product's own answers belong in a declaration; if not fetched, they are lost."
        ),
    ),
    "import-column-unknown": _entry(
        severity="note",
        message=_("The column '{name}' is not known; its text is kept with the row's."),
        remedy=_("Look the new answers over."),
        rationale=_("The text may be evidence that belongs elsewhere."),
    ),
    "import-no-header": _entry(
        severity="warning",
        message=_(
            "{name} stands in a table without a header; its cells are told by what is in them."
        ),
        remedy=_("Look the answer over."),
        rationale=_("Without a header an answer may be read from the wrong column."),
    ),
    "import-row-twice": _entry(
        severity="warning",
        message=_("{name} is here again; the row in line {first} counts."),
        remedy=_("Delete one of them."),
        rationale=_("If the two rows disagree, the wrong one may hold."),
    ),
    "import-row-hidden": _entry(
        severity="note",
        message=_("The row about {name} stands in a code block or a comment, and is not read."),
        remedy=_("Move it out if it should count."),
        rationale=_("The row may be hidden by mistake, and then the answer is missing."),
    ),
    "import-row-elsewhere": _entry(
        severity="note",
        message=_("{name} is named in a table that has no answers; the row is not read."),
        remedy=_("See if an answer is missing."),
        rationale=_("The row may be an answer in a table that does not look like the others."),
    ),
    "import-cells-surplus": _entry(
        severity="warning",
        message=_("The row about {name} has {count} cells, more than there are columns."),
        remedy=_("Write \\| for a bar in a text, and look the answer over."),
        rationale=_("A bar in a text splits the cell, so the answer may stand in the wrong one."),
    ),
    "import-cells-missing": _entry(
        severity="warning",
        message=_("The row about {name} has {count} cells, fewer than there are columns."),
        remedy=_("Look the answer over."),
        rationale=_("The answer or evidence may be missing, or stand in the wrong cell."),
    ),
    "import-entry-unknown": _entry(
        severity="warning",
        message=_("Entry {number} is about no criterion, and is not read."),
        remedy=_("See if its id is right."),
        rationale=_("An answer that somebody gave has not come along."),
    ),
    "import-mark-unknown": _entry(
        severity="warning",
        message=_("The answer to {name} is not understood: '{said}'. It is kept as a note."),
        remedy=_("Give the answer in the new file."),
        rationale=_(
            "The criterion counts as unanswered until somebody writes the answer understandably."
        ),
    ),
    "import-mark-and-text": _entry(
        severity="warning",
        message=_("{name} is not ticked, but the text says '{said}'; it is read as not met."),
        remedy=_("Mend the place, or the answer in the new file."),
        rationale=_("Mark and text disagree; only the product knows which is right."),
    ),
    "import-criterion-unknown": _entry(
        severity="warning",
        message=_("{name} is no criterion of {model}{meant} The row is not read."),
        remedy=_("Name the right version with --model."),
        rationale=_("The answer has not come along, or the document follows another version."),
    ),
    "import-rows-missing": _entry(
        severity="warning",
        message=_("The document has no row about {names}, which {model} has."),
        remedy=_("Give the answers in the new file, or name another version with --model."),
        rationale=_(
            "The criteria stand as unanswered, though the product may never have been asked."
        ),
    ),
    "import-ticked-already": _entry(
        severity="warning",
        message=_("{name} is ticked without a word, but the blank template has that tick itself."),
        remedy=_("See if the answer is meant."),
        rationale=_("The tick may be nobody's answer, but the template's."),
    ),
    "import-other-version": _entry(
        severity="warning",
        message=_(
            "The rows are those of {told}, but are read as {model}; an id may mean another thing."
        ),
        remedy=_("Import without --model."),
        rationale=_("Answers may be tied to criteria that mean something else."),
    ),
    "import-other-model": _entry(
        severity="error",
        message=_("The file answers by {there}, but the document follows {model}."),
        remedy=_(
            "Carry the file over to the other version first, or choose another id with --id."
        ),
        rationale=_("Answers by two versions in one file cannot be understood."),
    ),
    "import-older": _entry(
        severity="warning",
        message=_(
            "The file is from {there} and newer than the document; only what it lacked is added."
        ),
        remedy=_("Mend the answers in the file if the document is right."),
        rationale=_("Newer answers must not be overwritten by older ones."),
    ),
    "import-answer-changed": _entry(
        severity="note",
        message=_("{name}: {old} has become {new}."),
        remedy=_("Look the answer over."),
        rationale=_("A changed answer may change the level and should be seen before it is kept."),
    ),
    "import-fact-kept": _entry(
        severity="warning",
        message=_("{fact} is here already; the document says {value}."),
        remedy=_("Mend it if the document is right."),
        rationale=_("The two sources disagree; one of them is out of date."),
    ),
    "import-not-mergeable": _entry(
        severity="error",
        message=_("The file is written so that nothing can be added without touching more."),
        remedy=_("Write its lists and groups on lines of their own, and try again."),
        rationale=_("A change would also touch lines that nobody asked to change."),
    ),
}
