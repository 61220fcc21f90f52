"""Files and folders, and whether they can be read as YAML or JSON."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    subject=_("Files"),
    severity="error",
    suppressible="nowhere",
    ignorable=False,
    blocks_reading=True,
)

FILES: dict[str, CatalogueEntry] = {
    "file-unreadable": _entry(
        message=_("The file cannot be read: {problem}."),
        remedy=_("See if it exists and may be read."),
        rationale=_("A product whose file cannot be read gets no assessment."),
    ),
    "file-outside": _entry(
        message=_("A link in the file system leads out of the folder, so the file is not read."),
        remedy=_("Put the file itself in the folder."),
        rationale=_(
            "Else a declaration could show what is in other files of the machine that checks it."
        ),
    ),
    "file-missing": _entry(
        message=_(
            "Here are evaluations, decisions or a file with nearly the right name, but no "
            "product.yaml."
        ),
        remedy=_("Put product.yaml beside them, or mend the file's name."),
        rationale=_(
            "Without the declaration, what was evaluated and decided is no product's, and "
            "nobody sees it."
        ),
    ),
    "name-not-read": _entry(
        severity="warning",
        message=_("The file or folder is not read, since its name is not {expected}."),
        remedy=_("Give it that name, or move it away."),
        rationale=_("What stands in it does not count, and nothing else would show that."),
        ignorable=True,
        blocks_reading=False,
    ),
    "file-too-many": _entry(
        message=_("Here are over {limit} evaluations; only the last {limit} by name are read."),
        remedy=_("Move the oldest away."),
        rationale=_(
            "A limit bounds time and memory, however many files anybody puts in the folder."
        ),
    ),
    "file-unwritable": _entry(
        message=_("The file cannot be written: {problem}."),
        remedy=_("See if you may write in the folder."),
        rationale=_("The result is not kept, and the next step would use something old."),
        suppressible="not of check",
    ),
    "file-exists": _entry(
        message=_("The file is there already; left alone."),
        remedy=_("Choose another place, or move it."),
        rationale=_("Work that is in the file must not be lost."),
        suppressible="not of check",
    ),
    "file-changed": _entry(
        message=_("The file has changed since it was read; left alone."),
        remedy=_("Try again."),
        rationale=_(
            "Somebody else has written in the file meanwhile; their change would be lost."
        ),
        suppressible="not of check",
        transient=True,
    ),
    "file-too-large": _entry(
        message=_("The file is larger than {limit} kB."),
        remedy=_("Keep documents elsewhere and refer to them."),
        rationale=_("A limit bounds time and memory, whatever anybody puts in the folder."),
    ),
    "not-utf8": _entry(
        message=_("The file is not text in UTF-8."),
        remedy=_("Save it as UTF-8 in your editor."),
        rationale=_("Letters would turn into others, and names and ids would not match."),
    ),
    "no-products": _entry(
        message=_("There is no product here: no product.yaml."),
        remedy=_(
            "Name a product's folder, its product.yaml or a folder of products; "
            "`os2governance init ID` makes a new one."
        ),
        rationale=_("A check that looked at nothing would else look like one where all is well."),
    ),
    "json-syntax": _entry(
        message=_("The file is not valid JSON: {problem}"),
        remedy=_("Mend the place."),
        rationale=_("Nothing in the file can be used before it can be read."),
    ),
    "yaml-syntax": _entry(
        message=_("The file is not valid YAML: {problem}."),
        remedy=_("Mend the place. {hint}"),
        rationale=_(
            "Nothing in the file can be used before it can be read; the product is not assessed."
        ),
    ),
    "yaml-empty": _entry(
        message=_("The file is empty."),
        remedy=_("Fill it in, or delete it."),
        rationale=_(
            "An empty file is mostly a slip when saving; it cannot mean that nothing is declared."
        ),
    ),
    "yaml-too-deep": _entry(
        message=_("The content is over {limit} layers deep."),
        remedy=_("Make it flatter."),
        rationale=_("Nothing written by hand is so deep, and it can stop programs that read it."),
    ),
    "yaml-too-many": _entry(
        message=_("The file has over {limit} values; from this one on nothing is read."),
        remedy=_("Split the content, or make it shorter."),
        rationale=_(
            "Nobody has written so many values by hand, and each of them costs memory and "
            "time on the machine that checks."
        ),
    ),
    "yaml-alias": _entry(
        message=_("The reference '{name}' (anchor or alias) cannot be used."),
        remedy=_("Write the value out; quote text that begins with & or *."),
        rationale=_(
            "A few lines can unfold into millions, and a reader does not see on the spot "
            "what was answered."
        ),
    ),
    "yaml-tag": _entry(
        message=_("The tag '{tag}' cannot be used."),
        remedy=_("Remove it; quote text that begins with an exclamation mark."),
        rationale=_("Tags can make other programs turn a value into something else than data."),
    ),
    "yaml-merge-key": _entry(
        message=_("Merging ('<<') cannot be used."),
        remedy=_("Write the keys out."),
        rationale=_("Programs disagree on what wins; two readers could get different levels."),
    ),
    "yaml-duplicate-key": _entry(
        message=_("The key '{key}' stands here twice."),
        remedy=_("Keep one of them."),
        rationale=_(
            "Most programs silently keep only the last, so one of the answers disappears."
        ),
    ),
    "yaml-key": _entry(
        message=_("A key must be a plain text."),
        remedy=_("Write the key as a word before the colon."),
        rationale=_("Only a text can be the name of a fact or criterion."),
    ),
    "yaml-several-documents": _entry(
        message=_("The file holds several documents ('---')."),
        remedy=_("Put each in a file of its own."),
        rationale=_("It is unclear which of them holds; other programs read only the first."),
    ),
    "yaml-number": _entry(
        message=_("The number {number} cannot be used."),
        remedy=_("Use a finite number of at most 64 bits; quote it if it is text."),
        rationale=_(
            "The number can be neither added nor compared, so all sums with it would be wrong."
        ),
    ),
    "folder-not-made": _entry(
        message=_(
            "The folder is not empty, and this command did not make it; nothing is written."
        ),
        remedy=_("Name a new or empty folder."),
        rationale=_("Files that somebody else put there must not be lost."),
        suppressible="not of check",
        ignorable=True,
        blocks_reading=False,
    ),
}
