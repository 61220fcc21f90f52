"""Headings and fixed sentences of the paper on a change of the model; the paper is in Danish."""

from os2governance.i18n.text import npgettext, pgettext

TITLE = pgettext("paper for the board", "{paper}: {model}, {change}").da
CHANGE = pgettext("paper for the board", "from version {before} to {after}").da
DRAFT = pgettext("paper for the board", "new draft of version {after}").da
PURPOSE = pgettext(
    "paper for the board", "{who} is to decide whether {model} is changed {change}."
).da
PURPOSE_DRAFT = pgettext("paper for the board", "{who} is to decide on a {change} of {model}.").da
BOTH_VERSIONS = pgettext(
    "paper for the board",
    "The old model is {before} ({before_count} criteria at {before_levels} levels, "
    "{before_on}). The new model is {after} ({after_count} criteria at "
    "{after_levels} levels, {after_on}).",
).da
PUBLISHED = pgettext("paper for the board", "published {on}").da
UNPUBLISHED = pgettext("paper for the board", "without a publication date").da
BOTH_DRAFTS = pgettext(
    "paper for the board",
    "{before} has {before_count} criteria at {before_levels} levels; the draft has "
    "{after_count} criteria at {after_levels}.",
).da
COMPARED = npgettext(
    "paper for the board",
    "One product was assessed by both models as of {as_of}.",
    "{products} products were assessed by both models as of {as_of}.",
)
COMPARED_NONE = pgettext(
    "paper for the board", "No products were assessed, because none follows the current version."
).da
ELSEWHERE = pgettext(
    "paper for the board",
    "Other products follow other versions, and the change moves none of them: {versions}.",
).da
UNUSABLE_FILES = pgettext(
    "paper for the board", "Omitted because the file cannot be used: {places}."
).da
IN_MODEL = pgettext("paper for the board", "Facts: changes in the model").da
IN_PRODUCTS = pgettext("paper for the board", "Facts: effect on the products").da
NO_CHANGES = pgettext("paper for the board", "No criteria, levels or rules have changed.").da
CHANGE_KIND = "{kind}: {names}."
LEVELS = pgettext("paper for the board", "New or renamed levels: {names}.").da
DROPPED = pgettext("paper for the board", "Levels that are dropped: {names}.").da
ATTAINMENT = pgettext(
    "paper for the board", "The requirements for reaching a level have changed."
).da
VOCABULARY = pgettext(
    "paper for the board",
    "The facts that can be stated, or their descriptions, have changed.",
).da
CRITERIA_IN_ANNEX = pgettext(
    "paper for the board", "Each changed criterion is in annex {letter}."
).da
MOVEMENTS = npgettext(
    "paper for the board",
    "One product goes up, {down} down, and {same} unchanged at the assessed level.",
    "{up} products go up, {down} go down, and {same} stay at their assessed level.",
)
NO_MOVEMENTS = pgettext("paper for the board", "No products go up or down.").da
UNSETTLED_ONE = pgettext(
    "paper for the board", "For one the level is no longer settled, until it has answered."
).da
UNSETTLED = pgettext(
    "paper for the board",
    "For {unsettled} the level is no longer settled, until they have answered.",
).da
INCOMPARABLE = pgettext("paper for the board", "For {apart} the levels cannot be compared.").da
SPREAD_COLUMNS = (
    pgettext("paper for the board", "Assessed level").da,
    pgettext("paper for the board", "Products before").da,
    pgettext("paper for the board", "Products after").da,
)
BELOW = pgettext("paper for the board", "No level yet").da
NOT_SETTLED = pgettext("paper for the board", "Not settled").da
STOPPING = pgettext("paper for the board", "Begin to block: {names}.").da
OPENED = pgettext(
    "paper for the board", "Must be answered before the level is settled: {names}."
).da
FREED = pgettext("paper for the board", "No longer block: {names}.").da
CRITERION_COUNT = "{name} ({count})"
MORE_CRITERIA = pgettext("paper for the board", "{count} more").da
PRODUCTS_IN_ANNEX = pgettext(
    "paper for the board", "The {count} products that the change affects are in annex {letter}."
).da
AFFECTED = pgettext("paper for the board", "The change affects these products:").da
NONE_AFFECTED = pgettext(
    "paper for the board", "The change moves no products and requires nothing of them."
).da
PRODUCT_COLUMNS = (
    pgettext("paper for the board", "Product").da,
    pgettext("paper for the board", "Assessed before").da,
    pgettext("paper for the board", "Assessed after").da,
    pgettext("paper for the board", "Begins to block").da,
    pgettext("paper for the board", "The product's tasks").da,
)
ANSWER_AGAIN = pgettext("paper for the board", "answer {names} again").da
ADD_FACTS = pgettext("paper for the board", "state new facts for {names}").da
FIX_FACTS = npgettext(
    "paper for the board",
    "correct a fact that is not in the model",
    "correct {count} facts that are not in the model",
)
RECOMMEND = pgettext("paper for the board", "It is recommended that {after} replaces {before}.").da
RECOMMEND_DRAFT = pgettext(
    "paper for the board", "It is recommended that the draft of {after} is adopted."
).da
YES = pgettext(
    "paper for the board",
    "Yes: {after} applies. {ways} Decided placements do not change automatically.",
).da
DRAFT_NAMES = {
    "before": pgettext("paper for the board", "the current model").da,
    "after": pgettext("paper for the board", "the draft").da,
}
UNDECIDED = pgettext(
    "paper for the board",
    "After the change these products are placed above the assessed level, and need a new "
    "decision or accepted deviations: {names}.",
).da
NONE_UNDECIDED = pgettext(
    "paper for the board", "The change leaves no placement above the assessed level."
).da
WORK_AGAIN = npgettext(
    "paper for the board",
    "One product must answer criteria again.",
    "{count} products must answer criteria again.",
)
WORK_ASKED = npgettext(
    "paper for the board",
    "One product must state new facts.",
    "{count} products must state new facts.",
)
FORBIDDEN = npgettext(
    "paper for the board",
    "One self-assessment has facts that are not in the model; it gives no level by the new "
    "model until it is corrected.",
    "{count} self-assessments have facts that are not in the model; they give no level by "
    "the new model until they are corrected.",
)
NO = pgettext("paper for the board", "No: the products are still assessed by {before}.").da
LATER = pgettext(
    "paper for the board",
    "Later: the products are assessed by {before} for the time being, and the case is "
    "considered again.",
).da
CONCLUDE = pgettext("paper for the board", "{who} is asked to decide:").da
QUESTIONS = (
    pgettext("paper for the board", "Does {after} replace {before}? yes/no").da,
    pgettext("paper for the board", "From which date?").da,
)
QUESTIONS_DRAFT = (
    pgettext("paper for the board", "Is the draft of {after} adopted? yes/no").da,
    pgettext("paper for the board", "From which date?").da,
)
QUESTION_PLACEMENTS = pgettext(
    "paper for the board",
    "When are the placements considered that no longer match the assessment?",
).da
NEXT_STEPS = pgettext(
    "paper for the board",
    "{evaluator} then publishes the model, the self-assessments are migrated to it, and "
    "the products are informed of what to do.",
).da
ANNEX_PRODUCTS = pgettext(
    "paper for the board", "Annex {letter}: products that the change affects"
).da
ANNEX_CRITERIA = pgettext("paper for the board", "Annex {letter}: criteria that change").da
ANNEX_FIXES = pgettext("paper for the board", "Annex {letter}: facts that are not in the model").da
ANNEX_PROVENANCE = pgettext("paper for the board", "Annex {letter}: the basis of the paper").da
CRITERIA_COLUMNS = (
    pgettext("paper for the board", "Criterion before").da,
    pgettext("paper for the board", "Criterion after").da,
    pgettext("paper for the board", "Title").da,
    pgettext("paper for the board", "Change").da,
)
FIX_COLUMNS = (
    pgettext("paper for the board", "Place").da,
    pgettext("paper for the board", "What").da,
    pgettext("paper for the board", "Task").da,
)
PROVENANCE = pgettext("paper for the board", "Assessed as of {as_of}.").da
PROVENANCE_MODEL = "{reference}: {digest}"
PROMPTS = {
    "background": pgettext("paper for the board", "Write here the background to the change.").da,
    "judgement": pgettext(
        "paper for the board", "Write here {of_evaluator} judgement of the change."
    ).da,
    "hearing": pgettext(
        "paper for the board", "Write here who was consulted, and what they answered."
    ).da,
    "transition": pgettext(
        "paper for the board",
        "Write here from when the change is to apply, and what applies until then.",
    ).da,
    "effects": pgettext(
        "paper for the board", "Write here the other effects of the change (economy, users, work)."
    ).da,
}
