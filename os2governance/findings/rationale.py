"""Why each code matters: what goes wrong for whom if nobody mends it.

Apart from the catalogue, since only the page of findings and rules of code scanning show it.
"""

from os2governance.i18n.text import Text, _

RATIONALES: dict[str, Text] = {
    # -- files -------------------------------------------------------------------------------
    "file-unreadable": _("A product whose file cannot be read gets no assessment."),
    "file-outside": _(
        "Else a declaration could show what is in other files of the machine that checks it."
    ),
    "file-missing": _(
        "Without the declaration, what was evaluated and decided is no product's, and "
        "nobody sees it."
    ),
    "name-not-read": _("What stands in it does not count, and nothing else would show that."),
    "file-too-many": _(
        "A limit bounds time and memory, however many files anybody puts in the folder."
    ),
    "file-unwritable": _("The result is not kept, and the next step would use something old."),
    "file-exists": _("Work that is in the file must not be lost."),
    "file-changed": _(
        "Somebody else has written in the file meanwhile; their change would be lost."
    ),
    "file-too-large": _("A limit bounds time and memory, whatever anybody puts in the folder."),
    "not-utf8": _("Letters would turn into others, and names and ids would not match."),
    "no-products": _("A check that looked at nothing would else look like one where all is well."),
    # -- syntax ------------------------------------------------------------------------------
    "json-syntax": _("Nothing in the file can be used before it can be read."),
    "yaml-syntax": _(
        "Nothing in the file can be used before it can be read; the product is not assessed."
    ),
    "yaml-empty": _(
        "An empty file is mostly a slip when saving; it cannot mean that nothing is declared."
    ),
    "yaml-too-deep": _(
        "Nothing written by hand is so deep, and it can stop programs that read it."
    ),
    "yaml-too-many": _(
        "Nobody has written so many values by hand, and each of them costs memory and "
        "time on the machine that checks."
    ),
    "yaml-alias": _(
        "A few lines can unfold into millions, and a reader does not see on the spot "
        "what was answered."
    ),
    "yaml-tag": _("Tags can make other programs turn a value into something else than data."),
    "yaml-merge-key": _("Programs disagree on what wins; two readers could get different levels."),
    "yaml-duplicate-key": _(
        "Most programs silently keep only the last, so one of the answers disappears."
    ),
    "yaml-key": _("Only a text can be the name of a fact or criterion."),
    "yaml-several-documents": _(
        "It is unclear which of them holds; other programs read only the first."
    ),
    "yaml-number": _(
        "The number can be neither added nor compared, so all sums with it would be wrong."
    ),
    # -- shape -------------------------------------------------------------------------------
    "unknown-key": _(
        "A misspelling would mean that the fact does not count, without anybody seeing it."
    ),
    "missing-key": _("Without it the file cannot be tied to a product, a model or a date."),
    "wrong-type": _("The rules cannot reckon with a value of another kind."),
    "wrong-choice": _("A word outside the list has no meaning in the rules."),
    "wrong-format": _(
        "Dates and addresses can only be used when written in the one way that all can read."
    ),
    "out-of-bounds": _(
        "A figure outside the bounds is a slip, and would make figures and sums wrong."
    ),
    "shape": _(
        "The file is not what the program takes it for, so nothing in it can be relied on."
    ),
    "findings-left-out": _(
        "Without it one would think that all was mended when those that are told were."
    ),
    # -- names -------------------------------------------------------------------------------
    "no-model-named": _(
        "One id means different things in two versions; without a model no answer can "
        "be understood."
    ),
    "unknown-model": _(
        "The product cannot be assessed until it is clear which criteria it answers."
    ),
    "other-model": _("Answers by another version must not count as answers by this one."),
    "unusable-model": _("No product that answers by the model can be assessed."),
    "unknown-criterion": _("The answer or acceptance hits no criterion and has no effect."),
    "unknown-level": _("A level that the model does not have can be neither shown nor compared."),
    "unknown-role": _("It cannot be told whether the one who decided may do so."),
    # -- declarations ------------------------------------------------------------------------
    "contradiction": _("One of the two is wrong, and the level may rest on it."),
    "answer-behind-facts": _(
        "The product is credited with less than it has earned; the answer was "
        "forgotten when the fact came."
    ),
    "undocumented": _(
        "Others must take the answer at its word; an evaluation will ask for the same."
    ),
    "planned": _("The criterion is not met yet; the plan shows when to expect it."),
    "overdue": _("Either it is done and does not count, or the plan is no plan any more."),
    "reason-missing": _(
        "Without a reason any criterion could be waved away, and nobody could verify it."
    ),
    "not-applicable-not-allowed": _(
        "The criterion is part of what all products of the level promise."
    ),
    "answer-not-enough": _(
        "The criterion counts as open, whatever the answer, until the fact is there."
    ),
    "unanswered": _("Nobody knows whether the criterion is met, so it may hold the product down."),
    # -- record ------------------------------------------------------------------------------
    "acceptance-expired": _(
        "The deviation is no longer covered, so the product may drop a level from that day."
    ),
    "acceptance-by-declarer": _("Who deviates must not be the one who permits it."),
    "record-other-product": _("Another product's decisions or lights would count for this one."),
    "decision-level": _(
        "A decision on a level without one, or the reverse, can be read in two ways."
    ),
    "decision-accepts": _("It is unclear whether the deviation is accepted or only mentioned."),
    "decision-by-other-body": _("A decision by the wrong body cannot place a product."),
    "evaluation-other-model": _(
        "The lights answer other criteria; side by side they would show a disagreement "
        "that is not there."
    ),
    "placed-above-assessed": _(
        "The level that the public sees does not hold by the model's own rules."
    ),
    "recommended-above-assessed": _(
        "The board should know what is lacking before it follows the recommendation."
    ),
    # -- models ------------------------------------------------------------------------------
    "model-missing": _("The folder cannot be read as a model, so nobody can answer by it."),
    "model-misplaced": _(
        "Declarations find the model by its folder and would get another than they name."
    ),
    "model-empty": _("All products would be at the highest level without meeting anything."),
    "model-duplicate-id": _("An answer to the id would hold for two things."),
    "model-unknown-level": _("The criterion would never be demanded of anybody."),
    "model-unknown-theme": _("The criteria would be missing on all pages that go by theme."),
    "model-unknown-role": _("Nobody would be responsible, or nobody could decide."),
    "facts-schema-missing": _(
        "Without a vocabulary neither rules nor declarations can be checked for misspellings."
    ),
    "facts-schema-invalid": _(
        "Without a vocabulary neither rules nor declarations can be checked for misspellings."
    ),
    # -- rules -------------------------------------------------------------------------------
    "rule-no-node": _("An empty rule can be neither met nor unmet."),
    "rule-no-list": _("A rule that gathers others says nothing without them."),
    "rule-no-name": _("The rule refers to nothing and cannot be decided."),
    "rule-no-path": _("The rule asks for nothing and cannot be decided."),
    "rule-too-large": _(
        "Nobody can follow so large a rule, and an assessment would take too long."
    ),
    "list-too-long": _(
        "The criteria look at each item of the list, and that would take too long."
    ),
    "rules-too-large": _(
        "All rules are held against each product, and that would take too long. A "
        "pattern (`matches`) counts as 200 parts."
    ),
    "rule-too-deep": _(
        "Nobody can verify so deep a rule, and the reason for a level becomes unreadable."
    ),
    "rule-several-keys": _("It is unclear whether both must hold or only one."),
    "rule-one-operator": _("It is unclear whether both must hold or only one."),
    "rule-unknown-operator": _("Nobody knows what is demanded; the criterion cannot be assessed."),
    "rule-operator-without-fact": _("The rule does not say which fact it looks at."),
    "rule-unknown-key": _("A misspelt bound would not be enforced."),
    "rule-keys": _("Without them the rule lacks what it is to measure."),
    "rule-one-bound": _(
        "Without a bound the rule is always met; with both it is unclear which holds."
    ),
    "rule-unknown-fact": _("Nobody can declare it, so the criterion could never be met."),
    "rule-unknown-condition": _("A part of the criterion would not be tested."),
    "rule-circular": _("The conditions can never be decided, as each waits for the other."),
    "rule-type": _("The comparison never makes sense, so the criterion could never be met."),
    "rule-choice": _("The rule waits for a value that nobody may write."),
    "rule-value": _("Without a usable bound the rule cannot be decided."),
    "rule-pattern": _("Patterns that can run for ever could stop the check for everybody."),
    # -- whether a declaration can be so ----------------------------------------------------
    "date-in-future": _("Something that has not happened yet would count as done."),
    "expired": _(
        "An agreement that has run out covers no more; the criteria that rest on it may fall."
    ),
    "dates-reversed": _("One of the dates is wrong, and so are deadlines reckoned from it."),
    "parts-exceed-total": _(
        "At least one of the figures is wrong, and so are the portfolio's sums."
    ),
    "evidence-unusable": _(
        "Who wants to see for themselves gets nowhere; the answer is in effect without evidence."
    ),
    "personal-data": _(
        "The files are public and stay in the history; what was once published cannot "
        "be called back."
    ),
    "product-folder": _(
        "Addresses and references are built on the folder's name and would lead to "
        "another product."
    ),
    "evaluation-file-name": _(
        "The newest evaluation is found by the name; a wrong date can let an old one hold."
    ),
    "duplicate-product": _(
        "The product counts twice in all figures, and the two declarations may disagree."
    ),
    # -- what has changed ---------------------------------------------------------------------
    "level-change-undecided": _(
        "Levels are decided; a change in a file must not move a product without "
        "anybody taking a stand."
    ),
    "log-rewritten": _(
        "The log is the proof of what was decided; if it can be altered, it proves nothing."
    ),
    "product-removed-undecided": _(
        "A product that just disappears takes the proof of what was decided with it."
    ),
    "log-out-of-order": _("The last decision holds; the order tells which that is."),
    "decision-without-grounds": _("In a year nobody knows why it was so decided."),
    "model-superseded": _(
        "Other products are assessed by newer criteria, so the levels cannot be compared."
    ),
    # -- silence ------------------------------------------------------------------------------
    "silence-syntax": _("The author believes the finding is covered, but it is not."),
    "silence-unknown-code": _("The author believes the finding is covered, but it is not."),
    "silence-without-reason": _(
        "Without a reason nobody can tell later whether silence is still right."
    ),
    "silence-too-many": _("A file that silences so much is in effect not checked."),
    "silence-unused": _("If the comment stays, it will hide the next finding at the same place."),
    # -- versions of a model ------------------------------------------------------------------
    "model-base-unusable": _(
        "The version is made of changes and has no content without the one that it changes."
    ),
    "model-base-ring": _("None of the versions has a beginning, so none can be read."),
    "model-no-base": _("The changes have no effect, though they look as if they held."),
    "model-inherited": _("The same thing in two places may come to disagree."),
    "model-base-criterion": _("The change hits no criterion and has no effect."),
    "model-base-twice": _("Two criteria would share an id, and answers would hit the wrong one."),
    "lineage-dropped": _(
        "Answers to the criterion would vanish when products move to the new version."
    ),
    "lineage-new": _("It is unclear whether an old answer covers the criterion."),
    "lineage-mandatory": _("Products may drop a level without anybody having given notice."),
    "lineage-none": _("Answers cannot be moved between two versions that do not know each other."),
    "migrate-review": _(
        "The old answer was to another question; only the product can answer the new one."
    ),
    "migrate-gone": _("The answer counts no more, but what was written must not be lost."),
    "migrate-uneditable": _("A change would also touch lines that nobody asked to change."),
    # -- OS2's documents: import and verify ------------------------------------------------------
    "import-unknown-kind": _(
        "The file is not read, so the product is missing from what comes out."
    ),
    "import-no-rows": _("The declaration would be empty and look as if nothing was answered."),
    "import-no-version": _("One id means different things in two versions."),
    "import-no-model": _("The rows cannot be tied to criteria that are not here."),
    "import-no-documents": _("No model here says what the marks of a document mean."),
    "import-no-product": _("The answers cannot be put into anybody's folder."),
    "import-no-date": _("Deadlines are reckoned from the date and may be wrong."),
    "import-date-unreadable": _("Deadlines are reckoned from the date and may be wrong."),
    "import-no-who": _("The reader cannot see who stands behind the declaration."),
    "import-name-left-out": _("The declaration is public; a role is enough."),
    "import-level-found": _(
        "The level comes from running text; somebody should see that it was read right."
    ),
    "import-levels-disagree": _("To guess a level would be worse than to have none."),
    "import-level-unknown": _(
        "A level that the model does not have can be compared with nothing."
    ),
    "import-never-closed": _(
        "The rest of the document may be swallowed, and its rows are then not read."
    ),
    "import-no-marks": _(
        "The criteria stand unanswered, though the document may have answered in another way."
    ),
    "import-answers-beside": _(
        "The product's own answers belong in a declaration; if not fetched, they are lost."
    ),
    "import-column-unknown": _("The text may be evidence that belongs elsewhere."),
    "import-no-header": _("Without a header an answer may be read from the wrong column."),
    "import-row-twice": _("If the two rows disagree, the wrong one may hold."),
    "import-row-hidden": _("The row may be hidden by mistake, and then the answer is missing."),
    "import-row-elsewhere": _(
        "The row may be an answer in a table that does not look like the others."
    ),
    "import-cells-surplus": _(
        "A bar in a text splits the cell, so the answer may stand in the wrong one."
    ),
    "import-cells-missing": _(
        "The answer or evidence may be missing, or stand in the wrong cell."
    ),
    "import-entry-unknown": _("An answer that somebody gave has not come along."),
    "import-mark-unknown": _(
        "The criterion counts as unanswered until somebody writes the answer understandably."
    ),
    "import-mark-and-text": _("Mark and text disagree; only the product knows which is right."),
    "import-criterion-unknown": _(
        "The answer has not come along, or the document follows another version."
    ),
    "import-rows-missing": _(
        "The criteria stand as unanswered, though the product may never have been asked."
    ),
    "import-ticked-already": _("The tick may be nobody's answer, but the template's."),
    "import-other-version": _("Answers may be tied to criteria that mean something else."),
    "import-other-model": _("Answers by two versions in one file cannot be understood."),
    "import-older": _("Newer answers must not be overwritten by older ones."),
    "import-answer-changed": _(
        "A changed answer may change the level and should be seen before it is kept."
    ),
    "import-fact-kept": _("The two sources disagree; one of them is out of date."),
    "import-not-mergeable": _("A change would also touch lines that nobody asked to change."),
    "verify-count": _("Readers take the figure as right; the rows below it say otherwise."),
    "verify-percent": _("Readers take the figure as right; the rows below it say otherwise."),
    "verify-missing-figure": _("The reader must count, and may come to something else."),
    "verify-left-in": _("The product gets another's result in print."),
    "verify-text-unclear": _(
        "The figure cannot be verified; it may be counted in another way, or be wrong."
    ),
    "verify-level": _("The criterion is counted at the wrong level in all figures."),
    "verify-no-level": _("The reader cannot see which level the criterion belongs to."),
    "verify-no-mark": _(
        "The criterion does not count, so the sum does not fit the number of criteria."
    ),
    "verify-version": _("The reader looks ids up in a version in which they mean something else."),
    # -- documents out, and doubtful claims ---
    "note-contradicts-answer": _(
        "The words count with people, the answer in the rules; the level may rest on "
        "the wrong one."
    ),
    "evidence-not-public": _("Who is not logged in cannot verify the answer."),
    "evidence-is-placeholder": _("It looks filled in, but is not."),
    "not-applicable-in-bulk": _(
        "A whole theme can vanish from the assessment without anybody having looked at it."
    ),
    "copied-answers": _("The answers tell of another product, and nothing of this one."),
    "doubts-pattern": _("Doubts that the pattern should find are not found."),
    "layouts-missing": _("The model cannot be written in the shape that the secretariat uses."),
    "template-no-rows": _("There is nothing to fill; the document would look empty."),
    "template-other-model": _("Answers would stand beside criteria that mean something else."),
    "template-row-missing": _("Who reads the document does not see the answer."),
    "template-cell-kept": _("The document may say something else than the declaration."),
    "template-cell-missing": _("The answer is not in the document."),
    "publiccode-incomplete": _("Catalogues of software may not take the file."),
    "publiccode-not-editable": _("A change would also touch lines that nobody asked to change."),
    # -- decisions and the record ------------------------------------------------------------
    "decide-in-future": _("It is not decided yet and must not hold."),
    "decide-before-last": _("The log would no longer show what holds."),
    "decide-without-grounds": _("In a year nobody knows why it was so decided."),
    "decide-accepts-nothing": _("An acceptance of nothing looks as if something was covered."),
    "decide-standing": _(
        "The decision does not fit where the product is, so an earlier one must be forgotten."
    ),
    "decide-accepts-met": _(
        "An acceptance that is not needed may hide that the criterion falls later."
    ),
    "decide-accepts-without-grounds": _(
        "The deviation cannot be explained to others who must meet the criterion."
    ),
    "decide-accepts-without-end": _("Without a last day an exception becomes a rule."),
    "decide-accepts-past": _("The acceptance would never hold."),
    "decide-not-appendable": _("What stands in the log must not be touched."),
    "acceptance-ends-soon": _(
        "There is only time if somebody starts now; else the product may drop a level."
    ),
    "acceptance-unknown": _("Somebody believes the deviation is covered, but it is not."),
    "acceptance-without-effect": _("Somebody may else spend time on renewing it."),
    "evaluation-too-old": _("The lights show how it was, not how it is."),
    "decision-unevaluated": _("The level rests on the product's own words alone."),
    "decision-above-recommended": _("The reader will ask why the evaluation was not followed."),
    "evaluated-when-closed": _("Either the product is not closed, or the date is wrong."),
    # -- the portfolio ------------------------------------------------------------------------
    "portfolio-unknown-fact": _('The portfolio\'s figure would always be "not declared".'),
    "portfolio-fact-type": _("The figure cannot be added up across products."),
    "register-twice": _("An authority would count twice or be mistaken for another."),
    "register-no-such": _(
        "A merger that points wrong lets the authority vanish from the figures."
    ),
    "authority-unknown": _(
        "It does not count as the authority that is meant, in figures across products."
    ),
    "authority-merged": _("The new authority may come to count twice."),
    "authority-twice": _("The number of users and the sum of payments become too high."),
    # -- the form -----------------------------------------------------------------------------
    "form-not-editable": _("A change would also touch lines that nobody asked to change."),
    # -- the site -----------------------------------------------------------------------------
    "folder-not-made": _("Files that somebody else put there must not be lost."),
    # -- asking the server -------------------------------------------------------------------
    "request-host": _("A foreign page could else pose as the server and read what it shows."),
    "request-origin": _(
        "A foreign page that is open in the same browser could else write in the files."
    ),
    "request-token": _("Others who use the same machine must not be able to change the files."),
    "request-too-large": _("A limit bounds time and memory, whatever is sent."),
    "request-too-often": _("One program must not be able to shut all others out."),
    "request-too-slow": _("Open connections that send nothing would else fill the server up."),
    "request-failed": _(
        "The answer is missing, and it is the program's fault; nothing is half saved."
    ),
    "request-invalid": _("The server does not guess at what was meant, so there is no answer."),
    "request-unknown": _("There is nothing to answer about; a name may be misspelt or changed."),
    # -- criteria lint and test --------------------------------------------------------------
    "lint-text-missing": _(
        "A reader of that language is not told what the criterion is or what to do."
    ),
    "lint-fact-untitled": _("Reasons and forms must show a technical key instead of a name."),
    "lint-condition-unused": _(
        "Either the condition was forgotten in a criterion, or it misleads the reader."
    ),
    "lint-fact-unused": _("Products are asked for a fact that nobody uses."),
    "lint-no-responsible": _("The list of who must do what has a gap."),
    "lint-example-missing": _(
        "Nobody has said what the rule must give here, so a change may alter it unnoticed."
    ),
    "lint-level-empty": _(
        "All who reach the level below have reached this one too, without doing anything."
    ),
    "example-fails": _(
        "The rule does something else than its author meant; products may get a wrong level."
    ),
    "mutant-survives": _("The rule could be eased or sharpened without any example noticing."),
    # -- evaluating, and a branch of its own -------------------------------------------------
    "evaluation-unwritable": _(
        "An evaluation that reads as something else than what was said is worse than none."
    ),
    "branch-no-repository": _("The change cannot come on a branch for others to look at."),
    "branch-name": _("The name could else be read as something other than a branch."),
    "branch-checked-out": _("Files that somebody works in would change beneath them."),
    "branch-nothing-new": _("An empty change would ask others to look at nothing."),
    "branch-refused": _("The change is not kept on the branch."),
}
