"""Headings and fixed sentences of the board paper, in OS2's template; the paper is in Danish."""

from os2governance.i18n.text import pgettext

TITLE = pgettext("paper for the board", "Board paper: {name}, {level}").da
HEADINGS = {
    "purpose": pgettext("paper for the board", "Purpose").da,
    "background": pgettext("paper for the board", "Background").da,
    "analysis": pgettext("paper for the board", "Analysis").da,
    "recommendation": pgettext("paper for the board", "Recommendation").da,
    "consequences": pgettext("paper for the board", "Consequences").da,
    "conclusion": pgettext("paper for the board", "Conclusion").da,
}
PURPOSE = pgettext(
    "paper for the board", "{who} is to decide whether {name} is placed at {level}."
).da
PURPOSE_SAME_LEVEL = pgettext(
    "paper for the board", "{who} is to decide whether {name} remains placed at {level}."
).da
NO_DECIDER = pgettext("paper for the board", "Whoever decides").da
LEVEL_SOURCES = {
    "proposed": pgettext("paper for the board", "The level was chosen for this paper.").da,
    "recommended": pgettext(
        "paper for the board", "The level is the one that the latest evaluation recommends."
    ).da,
    "claimed": pgettext(
        "paper for the board", "The level is the one that the product itself aims at."
    ).da,
    "placed": pgettext(
        "paper for the board", "The level is the one that the product has today."
    ).da,
    "lowest": pgettext(
        "paper for the board", "Nobody has proposed a level; this is the lowest."
    ).da,
}
DECLARATION = pgettext(
    "paper for the board",
    "{name} is a {kind} with status: {standing}. The declaration was made {declared} by: {by}.",
).da
EVALUATED = pgettext(
    "paper for the board", "The latest evaluation is from {on}, made by: {by}."
).da
NOT_EVALUATED = pgettext("paper for the board", "The product has not been evaluated.").da
LAST_DECISION = pgettext("paper for the board", "Since the last decision, {on} ({what}):").da
NO_LAST_DECISION = pgettext(
    "paper for the board", "No decision on the product has been made before."
).da
SINCE_EVALUATION = pgettext("paper for the board", "Evaluated {on}.").da
SINCE_DECLARED = pgettext("paper for the board", "The declaration was renewed {on}.").da
SINCE_EXPIRED = pgettext(
    "paper for the board", "The acceptance of the deviation from {name} has expired."
).da
SINCE_CHANGED = pgettext(
    "paper for the board", "{title}: {before} → {after} (because of: {causes})."
).da
SINCE_MORE = pgettext("paper for the board", "{names} have changed too.").da
SINCE_UNCHANGED = pgettext("paper for the board", "No level and no criterion has changed.").da
SINCE_FILES = pgettext(
    "paper for the board", "Compared with the product's files as they were that day."
).da
SINCE_NO_EVENTS = pgettext(
    "paper for the board", "No new evaluation, no new declaration and no expired acceptances."
).da
SINCE_RECORD = pgettext(
    "paper for the board",
    "The product's files of that day are not in git, so this rests only on what is "
    "recorded of evaluations and acceptances.",
).da
DECISION_LABELS = {
    "admit": pgettext("paper for the board", "admitted").da,
    "place": pgettext("paper for the board", "placed").da,
    "accept": pgettext("paper for the board", "deviations accepted").da,
    "pause": pgettext("paper for the board", "paused").da,
    "resume": pgettext("paper for the board", "resumed").da,
    "close": pgettext("paper for the board", "closed").da,
}
FACTS = pgettext("paper for the board", "Facts: what the rules say").da
JUDGEMENTS = pgettext("paper for the board", "Judgements").da
LEVEL_COLUMNS = (
    pgettext("paper for the board", "Level").da,
    pgettext("paper for the board", "By the rules and the decisions").da,
)
LEVEL_LABELS = {
    "assessed": pgettext("paper for the board", "Assessed by the rules").da,
    "fully": pgettext("paper for the board", "Without reservations").da,
    "possible": pgettext("paper for the board", "If what is unknown were met").da,
    "placed": pgettext("paper for the board", "Placed by decision").da,
    "evaluated": pgettext("paper for the board", "By the evaluation's ratings").da,
    "recommended": pgettext("paper for the board", "Recommended by the evaluation").da,
    "claimed": pgettext("paper for the board", "The product's own aim").da,
}
BELOW = pgettext("paper for the board", "below the lowest level").da
NOT_STATED = pgettext("paper for the board", "not stated").da
NOT_PLACED = pgettext("paper for the board", "not placed").da
NO_RATING = pgettext("paper for the board", "not given").da
NO_CRITERIA_BETWEEN = pgettext(
    "paper for the board", "The rules give at least {level}: no criteria stand in between."
).da
CRITERIA_BETWEEN = pgettext(
    "paper for the board",
    "{count} criteria stand between what the rules give and {level}: {names}.",
).da
RESERVATIONS = pgettext(
    "paper for the board", "With reservations that do not stop the level: {names}."
).da
RATINGS_DIFFER = pgettext(
    "paper for the board",
    "The secretariat's ratings and the result of the rules differ for {count} "
    "criteria: {how}. They are set side by side in annex {letter}.",
).da
RATING_MILDER = pgettext("paper for the board", "for {count} the rating is milder").da
RATING_STRICTER = pgettext("paper for the board", "for {count} it is stricter").da
RESULT_UNKNOWN = pgettext(
    "paper for the board",
    "for {count} the result is unknown, since the product has neither answered nor "
    "declared enough",
).da
RATINGS_AGREE = pgettext(
    "paper for the board",
    "The secretariat's ratings and the result of the rules are the same where both are given.",
).da
RECOMMEND_SAME_LEVEL = pgettext(
    "paper for the board", "It is recommended that {name} remains placed at {level}."
).da
RECOMMEND_SAME_LEVEL_WITH_DEVIATIONS = pgettext(
    "paper for the board",
    "It is recommended that {name} remains placed at {level}, and that each of "
    "these deviations is accepted or rejected:",
).da
RECOMMEND_SAME_LEVEL_WITH_ANNEX = pgettext(
    "paper for the board",
    "It is recommended that {name} remains placed at {level}, and that each of the "
    "{count} deviations in annex {letter} is accepted or rejected.",
).da
RECOMMEND = pgettext(
    "paper for the board", "It is recommended that {name} is placed at {level}."
).da
RECOMMEND_WITH_DEVIATIONS = pgettext(
    "paper for the board",
    "It is recommended that {name} is placed at {level}, and that each of these "
    "deviations is accepted or rejected:",
).da
RECOMMEND_WITH_ANNEX = pgettext(
    "paper for the board",
    "It is recommended that {name} is placed at {level}, and that each of the "
    "{count} deviations in annex {letter} is accepted or rejected.",
).da
DEVIATION_COLUMNS = (
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "By the rules").da,
    pgettext("paper for the board", "Rating").da,
    pgettext("paper for the board", "What it takes").da,
    pgettext("paper for the board", "Proposed until").da,
    pgettext("paper for the board", "Acceptance (yes/no)").da,
)
YES = pgettext(
    "paper for the board",
    "Yes: {name} is placed at {level}. If the deviations are accepted, rules and "
    "placement agree until the first deadline expires.",
).da
YES_WITHOUT_DEVIATIONS = pgettext(
    "paper for the board", "Yes: {name} is placed at {level}, and rules and placement agree."
).da
NO = pgettext("paper for the board", "No: the placement does not change (today: {placed}).").da
NO_SAME_LEVEL = pgettext(
    "paper for the board",
    "No: {name} stays at {level} until something else is decided; so it must also "
    "be decided where the product is to be placed.",
).da
LATER = pgettext(
    "paper for the board",
    "Later: the placement does not change for now (today: {placed}). {turns}",
).da
NO_TURNING_POINTS = pgettext("paper for the board", "Until {until} nothing changes by itself.").da
TURNING_POINTS = pgettext(
    "paper for the board", "Until {until} this happens by itself if nobody acts:"
).da
TURNING_POINT = "{on}: {what}."
MORE_TURNING_POINTS = pgettext(
    "paper for the board", "And on {count} more days; see os2governance ahead."
).da
ACCEPTANCE_EXPIRES = pgettext(
    "paper for the board", "The acceptance of {name} expires after {until}."
).da
CONCLUDE = pgettext("paper for the board", "{who} is asked to decide:").da
QUESTION_SAME_LEVEL = pgettext(
    "paper for the board", "Does {name} remain placed at {level}? yes/no"
).da
QUESTIONS = (
    pgettext("paper for the board", "Is {name} placed at {level}? yes/no").da,
    pgettext("paper for the board", "Which deviations are accepted, and until when?").da,
)
NEXT_STEPS = pgettext(
    "paper for the board",
    "The secretariat then records the decision in the decision log, and the product is informed.",
).da
ANNEX_DEVIATIONS = pgettext("paper for the board", "Annex {letter}: deviations to decide on").da
ANNEX_RATINGS = pgettext(
    "paper for the board",
    "Annex {letter}: the secretariat's ratings beside the product's own answers",
).da
ANNEX_CRITERIA = pgettext("paper for the board", "Annex {letter}: all criteria").da
ANNEX_PROVENANCE = pgettext(
    "paper for the board", "Annex {letter}: what the paper was made from"
).da
RATING_COLUMNS = (
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "The secretariat's rating").da,
    pgettext("paper for the board", "The product's answer").da,
    pgettext("paper for the board", "Result of the rules").da,
    pgettext("paper for the board", "Basis").da,
)
CRITERIA_COLUMNS = (
    pgettext("paper for the board", "Level").da,
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "Result").da,
    pgettext("paper for the board", "The secretariat's rating").da,
)
PROVENANCE = pgettext("paper for the board", "Assessed as of {as_of} by {model} ({digest}).").da
NO_ANSWER = pgettext("paper for the board", "not answered").da
STATUS_LABELS = {
    "met": pgettext("paper for the board", "met").da,
    "partly": pgettext("paper for the board", "partly met").da,
    "unmet": pgettext("paper for the board", "not met").da,
    "not_applicable": pgettext("paper for the board", "not applicable").da,
    "unknown": pgettext("paper for the board", "do not know").da,
    "planned": pgettext("paper for the board", "planned").da,
}
UNKNOWN = pgettext("paper for the board", "unknown").da
PROMPTS = {
    "background": pgettext("paper for the board", "Write here what led to the case.").da,
    "judgement": pgettext(
        "paper for the board", "Write here the secretariat's overall judgement."
    ).da,
    "dialogue": pgettext(
        "paper for the board", "Write here what the dialogue with the product has shown."
    ).da,
    "consequences": pgettext(
        "paper for the board",
        "Write here what else the decision means (economy, users, supplier).",
    ).da,
}
