"""Headings and fixed sentences of the board paper on a product; the paper is in Danish."""

from os2governance.i18n.text import npgettext, pgettext

TITLE = pgettext("paper for the board", "{paper}: {name}, {level}").da
FRAME_LABELS = {
    "meeting": pgettext("paper for the board", "Meeting").da,
    "item": pgettext("paper for the board", "Item on the agenda").da,
    "status": pgettext("paper for the board", "Status").da,
    "purpose": pgettext("paper for the board", "Purpose").da,
    "addressee": pgettext("paper for the board", "To").da,
    "sender": pgettext("paper for the board", "Sender").da,
    "owner": pgettext("paper for the board", "Responsible for the paper").da,
    "date": pgettext("paper for the board", "Date").da,
}
FRAME_OFFERED = {
    "meeting": pgettext("paper for the board", "[date of the meeting]").da,
    "item": pgettext("paper for the board", "[number]").da,
    "status": pgettext("paper for the board", "Draft").da,
    "purpose": pgettext("paper for the board", "Decision").da,
    "owner": pgettext("paper for the board", "[role]").da,
}
HEADINGS = {
    "purpose": pgettext("paper for the board", "Purpose").da,
    "background": pgettext("paper for the board", "Background").da,
    "analysis": pgettext("paper for the board", "Analysis").da,
    "recommendation": pgettext("paper for the board", "Recommendation").da,
    "consequences": pgettext("paper for the board", "Consequences").da,
    "conclusion": pgettext("paper for the board", "Conclusion").da,
}

# -- purpose --------------------------------------------------------------------------------------

PURPOSE = pgettext("paper for the board", "{who} is to decide whether {name} is placed {at}.").da
PURPOSE_SAME_LEVEL = pgettext(
    "paper for the board", "{who} is to decide whether {name} remains placed {at}."
).da
PURPOSE_DIRECTIONS = {
    "up": pgettext(
        "paper for the board",
        "{who} is to decide whether {name} is moved up from {placed} to {level}.",
    ).da,
    "down": pgettext(
        "paper for the board",
        "{who} is to decide whether {name} is moved down from {placed} to {level}.",
    ).da,
    "first": PURPOSE,
    "kept": PURPOSE_SAME_LEVEL,
}
LEVEL_SOURCES = {
    "proposed": pgettext("paper for the board", "The level was chosen for this paper.").da,
    "recommended": pgettext(
        "paper for the board", "{evaluator} recommended the level in the evaluation of {on}."
    ).da,
}

# -- background -----------------------------------------------------------------------------------

STANDING = {
    ("product", "active"): pgettext("paper for the board", "{name} is an active product.").da,
    ("product", "paused"): pgettext("paper for the board", "{name} is a paused product.").da,
    ("product", "closed"): pgettext("paper for the board", "{name} is a closed product.").da,
    ("project", "active"): pgettext("paper for the board", "{name} is an active project.").da,
    ("project", "paused"): pgettext("paper for the board", "{name} is a paused project.").da,
    ("project", "closed"): pgettext("paper for the board", "{name} is a closed project.").da,
}
DECLARED = pgettext("paper for the board", "The self-assessment was filled in {on} by {by}.").da
DECLARED_BY_NOBODY = pgettext(
    "paper for the board", "The self-assessment is from {on} (sender not stated)."
).da
DRAFT = pgettext("paper for the board", "The self-assessment is a draft.").da
NOT_DECLARED = pgettext("paper for the board", "There is no self-assessment in force.").da
EVALUATED = pgettext("paper for the board", "The latest evaluation is from {on}, made by {by}.").da
NOT_EVALUATED = pgettext("paper for the board", "{evaluator} has not evaluated the product.").da
SUMMARY = pgettext("paper for the board", "{evaluator} sums up the evaluation:").da
SUMMARY_SHORTENED = pgettext(
    "paper for the board",
    "{evaluator} sums up the evaluation as follows; the whole is in annex {letter}:",
).da
PLACED = pgettext("paper for the board", "The product is placed {at}, decided {on} by {by}.").da
NEVER_PLACED = pgettext("paper for the board", "The product has never been placed at a level.").da
PLACING_WITHDRAWN = pgettext(
    "paper for the board",
    "The product is placed at no level: its placing has been withdrawn.",
).da
LAST_DECISION = pgettext("paper for the board", "Since the last decision, {on} ({what}):").da
NO_LAST_DECISION = pgettext(
    "paper for the board", "No decision on the product has been made before."
).da
SINCE_EVALUATION = pgettext("paper for the board", "Evaluated {on}.").da
SINCE_DECLARED = pgettext("paper for the board", "The self-assessment was renewed {on}.").da
SINCE_EXPIRED = pgettext(
    "paper for the board", "The acceptance of the deviation from {names} has expired."
).da
SINCE_SEVERAL_EXPIRED = pgettext(
    "paper for the board", "The acceptance of the deviations from {names} has expired."
).da
SINCE_CHANGED = pgettext(
    "paper for the board", "{title}: {before} → {after} (cause: {causes})."
).da
SINCE_MORE = npgettext(
    "paper for the board", "So has one more criterion.", "So have {count} more criteria."
)
SINCE_UNCHANGED = pgettext("paper for the board", "No levels and no criteria have changed.").da
SINCE_FILES = pgettext(
    "paper for the board", "Compared with the product's files from that day."
).da
SINCE_NO_EVENTS = pgettext(
    "paper for the board",
    "There is no new evaluation, no new self-assessment and no expired acceptance.",
).da
SINCE_RECORD = pgettext(
    "paper for the board",
    "The product's files from that day are not kept, so this rests only on the recorded "
    "evaluations and acceptances.",
).da
DECISION_LABELS = {
    "admit": pgettext("paper for the board", "admitted").da,
    "place": pgettext("paper for the board", "placed").da,
    "accept": pgettext("paper for the board", "deviations accepted").da,
    "withdraw": pgettext("paper for the board", "a decision withdrawn").da,
    "pause": pgettext("paper for the board", "paused").da,
    "resume": pgettext("paper for the board", "resumed").da,
    "close": pgettext("paper for the board", "closed").da,
    "correct": pgettext("paper for the board", "the record corrected").da,
}

# -- analysis -------------------------------------------------------------------------------------

FACTS = pgettext("paper for the board", "Facts").da
JUDGEMENTS = pgettext("paper for the board", "Judgements").da
LEVEL_COLUMNS = (
    pgettext("paper for the board", "Kind of level").da,
    pgettext("paper for the board", "Level").da,
)
NOT_PLACED = pgettext("paper for the board", "not placed").da
WITH_CLAUSE = "{level} ({clause})"
BY_ACCEPTANCES = npgettext(
    "paper for the board",
    "by one accepted deviation; without it: {level}",
    "by {count} accepted deviations; without them: {level}",
)
LACK_ANSWERS = npgettext(
    "paper for the board", "one criterion has no answer", "{count} criteria have no answer"
)
AT_MOST = pgettext("paper for the board", "at most {level}").da
CRITERIA_MET = pgettext("paper for the board", "The product satisfies the criteria of {level}.").da
CRITERIA_MET_BY_ACCEPTANCES = npgettext(
    "paper for the board",
    "The product satisfies the criteria of {level}, one of them by an accepted deviation.",
    "The product satisfies the criteria of {level}, {count} of them by accepted deviations.",
)
CRITERIA_OPEN = npgettext(
    "paper for the board",
    "One criterion must be answered before {level} is settled: {names}.",
    "{count} criteria must be answered before {level} is settled: {names}.",
)
CRITERIA_BETWEEN = npgettext(
    "paper for the board",
    "One criterion stands in the way of {level}: {names} ({sources}).",
    "{count} criteria stand in the way of {level}: {names} ({sources}).",
)
BETWEEN_BY = {
    "evaluation": pgettext("paper for the board", "by {of_evaluator} evaluation").da,
    "facts": pgettext("paper for the board", "by the facts").da,
    "answer": pgettext("paper for the board", "by the product's own answer").da,
}
BETWEEN_COUNT = "{count} {source}"
RESERVATIONS = npgettext(
    "paper for the board",
    "One more criterion is only partly met, which does not stop the level: {titles}.",
    "{count} more criteria are only partly met, which does not stop the level: {titles}.",
)
RESERVATIONS_AMONG_THEM = pgettext(
    "paper for the board",
    "{count} more criteria are only partly met, which does not stop the level; among them "
    "{titles}.",
).da
NOT_RELEVANT_PENDING = pgettext(
    "paper for the board",
    'The product answers "not applicable" to {titles}, which nobody has accepted yet.',
).da
PROMISES = pgettext(
    "paper for the board", "Deviations accepted so far, and what became of them:"
).da
PROMISE_COLUMNS = (
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "What was promised").da,
    pgettext("paper for the board", "Responsible").da,
    pgettext("paper for the board", "Through").da,
    pgettext("paper for the board", "Accepted").da,
    pgettext("paper for the board", "Now").da,
)
PROMISE_STATES = {
    "fulfilled": pgettext("paper for the board", "done: {status}").da,
    "running": pgettext("paper for the board", "not done yet: {status}").da,
    "expired": pgettext("paper for the board", "not done in time: {status}").da,
}
NOTHING_PROMISED = pgettext("paper for the board", "nothing stated").da
NO_END = pgettext("paper for the board", "no deadline").da
FOR_LEVEL = pgettext("paper for the board", "{until}, for {level}").da
DECIDED = pgettext("paper for the board", "{on} by {who}").da
DECIDED_RENEWAL = pgettext("paper for the board", "{on} by {who}, renewal no. {number}").da
RECOMMENDATION_GROUNDS = pgettext(
    "paper for the board", "{evaluators} grounds for recommending {level}:"
).da
RATINGS_DIFFER = pgettext(
    "paper for the board",
    "{evaluator} rates {how} than the product's own documentation shows. The two are set side by "
    "side in annex {letter}.",
).da
RATED_MILDER = npgettext(
    "paper for the board", "one criterion more positively", "{count} criteria more positively"
)
RATED_STRICTER = npgettext(
    "paper for the board", "one criterion more critically", "{count} criteria more critically"
)
RATED_WITHOUT_RESULT = npgettext(
    "paper for the board",
    "For one criterion there is only {of_evaluator} rating, since the product has not answered or "
    "stated enough. It is listed in annex {letter}.",
    "For {count} criteria there is only {of_evaluator} rating, since the product has not answered "
    "or stated enough. They are listed in annex {letter}.",
)
RATINGS_AGREE = pgettext(
    "paper for the board",
    "{evaluators} ratings and the product's own documentation agree wherever both exist.",
).da
OVERTAKEN = pgettext(
    "paper for the board",
    "Since the evaluation, newer facts or answers have changed the result for {names}. That is "
    "something {the_evaluator} has not looked at yet.",
).da

# -- recommendation -------------------------------------------------------------------------------

RECOMMEND = pgettext("paper for the board", "{evaluator} recommends that {the_who}:").da
RECOMMEND_DIRECTIONS = {
    "first": pgettext("paper for the board", "places {name} {at}").da,
    "up": pgettext("paper for the board", "moves {name} up from {placed} to {level}").da,
    "down": pgettext("paper for the board", "moves {name} down from {placed} to {level}").da,
    "kept": pgettext("paper for the board", "keeps {name} {at}").da,
}
RECOMMEND_ACCEPTANCE = pgettext(
    "paper for the board", "accepts the deviation from {names} through the proposed deadline"
).da
RECOMMEND_ACCEPTANCES = pgettext(
    "paper for the board", "accepts the deviations from {names} through the proposed deadlines"
).da
RECOMMEND_ACCEPTANCES_IN_ANNEX = pgettext(
    "paper for the board",
    "accepts the {count} deviations in annex {letter} through the proposed deadlines",
).da
RECOMMEND_RENEWAL = pgettext(
    "paper for the board",
    "renews the acceptance of the deviation from {names} through the proposed deadline",
).da
RECOMMEND_RENEWALS = pgettext(
    "paper for the board",
    "renews the acceptance of the deviations from {names} through the proposed deadlines",
).da
WITH_NUMBER = pgettext("paper for the board", "{name} (acceptance no. {number})").da
RECOMMEND_FOLLOW_UP = pgettext(
    "paper for the board", "asks {roles} to follow up before the deadlines"
).da
RECOMMEND_ANSWERS = pgettext(
    "paper for the board",
    "asks {roles} to answer {names} by {until}, so that the level is settled",
).da
RECOMMEND_MANY_ANSWERS = pgettext(
    "paper for the board",
    "asks {roles} to answer the {count} criteria without an answer by {until}, so that the level "
    "is settled",
).da
DEVIATIONS = pgettext("paper for the board", "Deviations to decide on:").da
DEVIATION_COLUMNS = (
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "Basis").da,
    pgettext("paper for the board", "Follow-up").da,
    pgettext("paper for the board", "Responsible").da,
    pgettext("paper for the board", "Accepted through").da,
)
BASIS_LABELS = {
    "evaluation": "{evaluator}",
    "facts": pgettext("paper for the board", "The facts").da,
    "answer": pgettext("paper for the board", "The product's answer").da,
}
BASIS_WITH_WORDS = "{basis}: {words}"
ONLY_PLANNED = pgettext("paper for the board", "{status}, only planned").da
NOT_RELEVANT_REFUSED = pgettext(
    "paper for the board", 'The product answers "not applicable"; that was not accepted.'
).da
NOT_RELEVANT_REFUSED_WITH_REASON = pgettext(
    "paper for the board",
    'The product answers "not applicable" ({reason}); that was not accepted.',
).da
ACCEPTED_FOR_LOWER_LEVEL = pgettext("paper for the board", "Accepted so far for {level} only.").da
WOULD_RENEW = pgettext("paper for the board", "This would be acceptance no. {number}.").da

# -- consequences ---------------------------------------------------------------------------------

YES = npgettext(
    "paper for the board",
    "Yes: {name} is placed {at}. If the deviation is accepted, the level rests on it until the "
    "deadline expires; without it: {without}.",
    "Yes: {name} is placed {at}. If the deviations are accepted, the level rests on {count} "
    "accepted deviations until the first deadline expires; without them: {without}.",
)
YES_UNSETTLED = pgettext(
    "paper for the board",
    "Yes: {name} is placed {at}, although the level is not settled before all its criteria are "
    "answered.",
).da
YES_WITHOUT_DEVIATIONS = pgettext(
    "paper for the board",
    "Yes: {name} is placed {at}, and the placement matches the assessment.",
).da
YES_BY_ACCEPTANCES = pgettext(
    "paper for the board",
    "Yes: {name} is placed {at}, and the placement matches the assessment: {clause}.",
).da
YES_BELOW = pgettext(
    "paper for the board",
    "Yes: {name} is placed {at}, below the level at which it is assessed ({assessed}).",
).da
NO = pgettext("paper for the board", "No: {name} is still placed {placed_at}.").da
NO_WITHOUT_PLACEMENT = pgettext("paper for the board", "No: {name} still has no level.").da
NO_SAME_LEVEL = pgettext(
    "paper for the board",
    "No: {name} stays {at} until something else is decided; so it must also be decided where the "
    "product is to be placed.",
).da
LATER = pgettext(
    "paper for the board", "Later: {name} is placed {placed_at} for the time being. {turns}"
).da
LATER_WITHOUT_PLACEMENT = pgettext(
    "paper for the board", "Later: {name} has no level for the time being. {turns}"
).da
NO_TURNING_POINTS = pgettext(
    "paper for the board", "Until {until} nothing changes automatically."
).da
TURNING_POINTS = pgettext(
    "paper for the board", "Until {until} the following happens automatically if nobody acts:"
).da
TURNING_POINT = "{on}: {what}."
TURN_PROMISED = pgettext("paper for the board", "promised: {action}").da
MORE_TURNING_POINTS = npgettext(
    "paper for the board", "And on one more day.", "And on {count} more days."
)

# -- conclusion -----------------------------------------------------------------------------------

CONCLUDE = pgettext(
    "paper for the board",
    "{who} is asked to decide on each item of the recommendation: yes, no or later.",
).da
NEXT_STEPS = pgettext(
    "paper for the board",
    "{evaluator} then records the decision in the decision log, and the product is informed.",
).da

# -- annexes --------------------------------------------------------------------------------------

ANNEX_DEVIATIONS = pgettext("paper for the board", "Annex {letter}: deviations to decide on").da
ANNEX_RATINGS = pgettext(
    "paper for the board", "Annex {letter}: the evaluation and the product's own answers"
).da
ANNEX_CRITERIA = pgettext("paper for the board", "Annex {letter}: all criteria").da
ANNEX_PROVENANCE = pgettext("paper for the board", "Annex {letter}: the basis of the paper").da
ANNEX_SUMMARY = pgettext("paper for the board", "Annex {letter}: {of_evaluator} summary").da
RATING_COLUMNS = (
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "{evaluators} evaluation").da,
    pgettext("paper for the board", "The product's answer").da,
    pgettext("paper for the board", "The product's own documentation shows").da,
    pgettext("paper for the board", "Grounds of the evaluation").da,
)
CRITERIA_COLUMNS = (
    pgettext("paper for the board", "Level").da,
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "Result").da,
    pgettext("paper for the board", "{evaluators} evaluation").da,
    pgettext("paper for the board", "Support").da,
)
NO_RATING = pgettext("paper for the board", "not rated").da
NO_ANSWER = pgettext("paper for the board", "not answered").da
PROVENANCE = pgettext("paper for the board", "Assessed as of {as_of} by {model} ({digest}).").da
ASSESSED_BY = pgettext(
    "paper for the board", "Assessed as of {as_of} by {model}, version {version}."
).da
PROMPTS = {
    "background": pgettext("paper for the board", "Write here the background to the case.").da,
    "judgement": pgettext(
        "paper for the board", "Write here {of_evaluator} overall judgement."
    ).da,
    "dialogue": pgettext(
        "paper for the board", "Write here what the dialogue with the product has shown."
    ).da,
    "consequences": pgettext(
        "paper for the board",
        "Write here the other effects of the decision (economy, users, supplier).",
    ).da,
}
