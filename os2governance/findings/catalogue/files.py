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
    "internal-error": _entry(
        message=_("os2governance itself failed here ({kind} in {at})."),
        remedy=_(
            "Report it at {address} with this line, and with the file if it may be shown. The "
            "file may be quite right."
        ),
        rationale=_(
            "A fault in the program is told as one: nothing is known of this file, and all others "
            "are judged as usual."
        ),
        http_status=500,
    ),
    "file-unreadable": _entry(
        message=_("The file cannot be read: {problem}."),
        remedy=_("Check whether it exists and is readable."),
        rationale=_("A product whose file cannot be read gets no assessment."),
    ),
    "file-outside": _entry(
        message=_("A symbolic link points outside the folder, so the file is not read."),
        remedy=_("Put the file itself in the folder."),
        rationale=_(
            "Otherwise a self-assessment could reveal other files on the machine that checks it."
        ),
    ),
    "file-missing": _entry(
        message=_(
            "The folder holds no file of a product, only names that are nearly right or folders "
            "without files."
        ),
        remedy=_("Fix the names, or put product.yaml there."),
        rationale=_("What is in the folder does not count, and nothing else would show that."),
    ),
    "name-not-read": _entry(
        severity="warning",
        message=_("The file or folder is not read, because it is not named {expected}."),
        remedy=_("Give it that name, or move it away."),
        rationale=_("Its content does not count, and nothing else would show that."),
        ignorable=True,
        blocks_reading=False,
    ),
    "file-too-many": _entry(
        message=_(
            "There are more than {limit} files in the folder; only the last {limit} by name are "
            "read."
        ),
        remedy=_("Move the oldest away."),
        rationale=_("A limit bounds time and memory, however many files are put in the folder."),
    ),
    "file-unwritable": _entry(
        message=_("The file cannot be written: {problem}."),
        remedy=_("Check whether the folder is writable."),
        prevents_writing=True,
        rationale=_("The result is not saved, and the next step would use an old one."),
        suppressible="not of check",
    ),
    "disk-full": _entry(
        message=_("The disk is full, so the file is not written; what was there is unchanged."),
        remedy=_("Free some space, and try again."),
        prevents_writing=True,
        rationale=_("The result is not saved, and the next step would use an old one."),
        suppressible="not of check",
    ),
    "file-link": _entry(
        message=_("This is a link to another place, and nothing is written through it."),
        remedy=_("Put the folder or file itself there, or name the place that the link leads to."),
        prevents_writing=True,
        rationale=_(
            "Whoever made the link decides where it leads; files that are nobody's business here "
            "would be written over."
        ),
        suppressible="not of check",
    ),
    "file-exists": _entry(
        message=_("The file exists already; it is not changed."),
        remedy=_("Choose another location, or move what is there."),
        rationale=_("Work that is in the file must not be lost."),
        suppressible="not of check",
    ),
    "file-other-paper": _entry(
        message=_("The file is not a paper of the same kind on the same case; it is not changed."),
        remedy=_("Choose another location, or move what is there."),
        rationale=_("What somebody wrote in the file would be lost."),
        suppressible="not of check",
    ),
    "file-changed": _entry(
        message=_("The file has changed since it was read; it is not written."),
        remedy=_("Try again."),
        rationale=_(
            "Somebody else has changed the file in the meantime; their change would be lost."
        ),
        suppressible="not of check",
        transient=True,
    ),
    "file-too-large": _entry(
        message=_("The file is larger than {limit} kB."),
        remedy=_("Keep documents elsewhere and refer to them."),
        rationale=_("A limit bounds time and memory, whatever is put in the folder."),
    ),
    "not-utf8": _entry(
        message=_("The file is not UTF-8 text."),
        remedy=_("Save it as UTF-8 in your editor."),
        rationale=_("Letters would be garbled, and names and ids would not match."),
    ),
    "text-direction": _entry(
        message=_("A character that turns the direction of text hides what stands here ({name})."),
        remedy=_("Delete the character, and write the text anew if it then reads otherwise."),
        rationale=_(
            "What a reviewer sees is not what is read: answers and comments can be made to look "
            "like something else."
        ),
        ignorable=True,
        blocks_reading=False,
    ),
    "invisible-character": _entry(
        severity="warning",
        message=_("An invisible character stands here ({name})."),
        remedy=_("Delete it. It often comes along with text that is copied from elsewhere."),
        rationale=_(
            "Two texts that look the same are different, so that they are neither found nor equal."
        ),
        suppressible="anywhere",
        ignorable=True,
        blocks_reading=False,
    ),
    "odd-space": _entry(
        severity="warning",
        message=_("{name} stands here and is part of the text, since it is no ordinary space."),
        remedy=_("Delete it, and type an ordinary space if there should be one."),
        rationale=_(
            "It looks like a space, so nobody sees why a key is unknown or a value is not found."
        ),
        ignorable=True,
        blocks_reading=False,
        suppressible="anywhere",
    ),
    "curly-quote": _entry(
        severity="warning",
        message=_("The mark {sign} is part of the text, since it does not quote anything."),
        remedy=_('Write straight quotation marks around the text: "…".'),
        rationale=_(
            "Word processors and chat programs write such marks; the text then has one at its "
            "edge, and a comma or a colon within it can end it."
        ),
        ignorable=True,
        blocks_reading=False,
        suppressible="anywhere",
    ),
    "no-products": _entry(
        message=_("There is no product here: no folder holds a file of a product."),
        remedy=_(
            "Name a product's folder, its product.yaml or a folder of products; "
            "`os2governance init ID` makes a new one."
        ),
        rationale=_("Otherwise a check of nothing would look like a check without findings."),
    ),
    "json-syntax": _entry(
        message=_("The file is not valid JSON: {problem}"),
        remedy=_("Fix the error at this location."),
        rationale=_("The file cannot be used until it can be read."),
    ),
    "yaml-syntax": _entry(
        message=_("The file is not valid YAML: {problem}."),
        remedy=_("Fix the error at this location. {hint}"),
        rationale=_("The file cannot be used until it can be read; the product is not assessed."),
    ),
    "yaml-empty": _entry(
        message=_("The file is empty."),
        remedy=_("Fill in the field, or delete the text."),
        rationale=_(
            "An empty file is usually an error when saving; it cannot mean that nothing is stated."
        ),
    ),
    "yaml-too-deep": _entry(
        message=_("The content is nested more than {limit} levels deep."),
        remedy=_("Use fewer levels of nesting."),
        rationale=_(
            "Nothing written by hand is nested so deeply, and it can stop programs that read it."
        ),
    ),
    "yaml-too-many": _entry(
        message=_("The file has more than {limit} values; the rest is not read."),
        remedy=_("Split the content, or make it shorter."),
        rationale=_(
            "Nobody writes so many values by hand, and each costs memory and time on the machine "
            "that checks."
        ),
    ),
    "yaml-alias": _entry(
        message=_("The reference '{name}' (anchor or alias) is not supported."),
        remedy=_("Write the value in full; quote text that starts with & or *."),
        rationale=_(
            "A few lines can expand into millions, and a reader cannot see what was answered."
        ),
    ),
    "yaml-tag": _entry(
        message=_("The YAML tag '{tag}' is not supported."),
        remedy=_("Remove it; quote text that starts with an exclamation mark."),
        rationale=_("Tags can make other programs turn a value into something other than data."),
    ),
    "yaml-merge-key": _entry(
        message=_("Merge keys ('<<') are not supported."),
        remedy=_("Write the keys in full."),
        rationale=_("Programs disagree on precedence; two readers could get different levels."),
    ),
    "yaml-duplicate-key": _entry(
        message=_("The key '{key}' occurs twice here."),
        remedy=_("Keep one of them."),
        rationale=_(
            "Most programs keep only the last without warning, so one of the answers is lost."
        ),
    ),
    "yaml-key": _entry(
        message=_("A key must be a plain text."),
        remedy=_("Write the key as a word before the colon."),
        rationale=_("Only a text can be the name of a fact or criterion."),
    ),
    "yaml-several-documents": _entry(
        message=_("The file contains several documents ('---')."),
        remedy=_("Put each in its own file."),
        rationale=_("It is unclear which of them applies; other programs read only the first."),
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
            "The folder is not empty, and was not made by this command; nothing is written."
        ),
        remedy=_("Name a new or empty folder."),
        rationale=_("Files that others put there must not be lost."),
        suppressible="not of check",
        ignorable=True,
        blocks_reading=False,
    ),
    "download-failed": _entry(
        message=_("The file cannot be fetched: {problem}."),
        remedy=_("Check the connection, or put the file in the cache folder."),
        rationale=_("What is built of half its parts does not run."),
        suppressible="not of check",
        ignorable=True,
        blocks_reading=False,
    ),
    "download-changed": _entry(
        message=_("The file is not the one whose SHA-256 is {sha256}; it is not used."),
        remedy=_("Fetch it again; if it stays so, somebody has changed it."),
        rationale=_("What is changed on the way could do anything in people's browsers."),
        suppressible="not of check",
        ignorable=True,
        blocks_reading=False,
    ),
}
