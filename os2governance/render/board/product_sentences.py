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
NO_DECIDER = pgettext("paper for the board", "The decision-maker").da
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
        "paper for the board", "No level was proposed; the paper uses the lowest."
    ).da,
}
DECLARATION = pgettext(
    "paper for the board",
    "{name} is a {kind} (status: {standing}). The self-assessment is from {declared} (filled "
    "in by: {by}).",
).da
EVALUATED = pgettext("paper for the board", "The latest evaluation is from {on}, made by {by}.").da
NOT_EVALUATED = pgettext("paper for the board", "The product has not been evaluated.").da
LAST_DECISION = pgettext("paper for the board", "Since the last decision, {on} ({what}):").da
NO_LAST_DECISION = pgettext(
    "paper for the board", "No decision on the product has been made before."
).da
SINCE_EVALUATION = pgettext("paper for the board", "Evaluated {on}.").da
SINCE_DECLARED = pgettext("paper for the board", "The self-assessment was renewed {on}.").da
SINCE_EXPIRED = pgettext(
    "paper for the board", "The acceptance of the deviation from {name} has expired."
).da
SINCE_CHANGED = pgettext(
    "paper for the board", "{title}: {before} → {after} (cause: {causes})."
).da
SINCE_MORE = pgettext("paper for the board", "{names} have changed too.").da
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
    "pause": pgettext("paper for the board", "paused").da,
    "resume": pgettext("paper for the board", "resumed").da,
    "close": pgettext("paper for the board", "closed").da,
}
FACTS = pgettext("paper for the board", "Facts: the result of the rules").da
JUDGEMENTS = pgettext("paper for the board", "Judgements").da
LEVEL_COLUMNS = (
    pgettext("paper for the board", "Level").da,
    pgettext("paper for the board", "By the rules and the decisions").da,
)
LEVEL_LABELS = {
    "assessed": pgettext("paper for the board", "Assessed by the rules").da,
    "fully": pgettext("paper for the board", "Without reservations").da,
    "possible": pgettext("paper for the board", "Highest possible level").da,
    "placed": pgettext("paper for the board", "Placed by decision").da,
    "evaluated": pgettext("paper for the board", "Level by the secretariat's ratings").da,
    "recommended": pgettext("paper for the board", "Recommended by the evaluation").da,
    "claimed": pgettext("paper for the board", "The product's own aim").da,
}
BELOW = pgettext("paper for the board", "no level yet").da
NOT_STATED = pgettext("paper for the board", "not stated").da
NOT_PLACED = pgettext("paper for the board", "not placed").da
NO_RATING = pgettext("paper for the board", "not rated").da
NO_CRITERIA_BETWEEN = pgettext(
    "paper for the board", "The product meets the criteria of {level}."
).da
CRITERIA_BETWEEN = pgettext(
    "paper for the board",
    "{count} criteria must be met before {level} is reached: {names}.",
).da
RESERVATIONS = pgettext(
    "paper for the board", "With reservations that do not block the level: {names}."
).da
RATINGS_DIFFER = pgettext(
    "paper for the board",
    "The secretariat's ratings and the result of the rules differ for {count} "
    "criteria: {how}. They are set side by side in annex {letter}.",
).da
RATING_MILDER = pgettext("paper for the board", "for {count} the rating is more positive").da
RATING_STRICTER = pgettext("paper for the board", "for {count} the rating is more critical").da
RESULT_UNKNOWN = pgettext(
    "paper for the board",
    "for {count} the result cannot be determined, since the product has not answered or "
    "stated enough",
).da
RATINGS_AGREE = pgettext(
    "paper for the board",
    "The secretariat's ratings and the result of the rules are the same where both exist.",
).da
RECOMMEND_SAME_LEVEL = pgettext(
    "paper for the board", "It is recommended that {name} remains placed at {level}."
).da
RECOMMEND_SAME_LEVEL_WITH_DEVIATIONS = pgettext(
    "paper for the board",
    "It is recommended that {name} remains placed at {level}, and that each of these "
    "deviations is decided on:",
).da
RECOMMEND_SAME_LEVEL_WITH_ANNEX = pgettext(
    "paper for the board",
    "It is recommended that {name} remains placed at {level}, and that each of the {count} "
    "deviations in annex {letter} is decided on.",
).da
RECOMMEND = pgettext(
    "paper for the board", "It is recommended that {name} is placed at {level}."
).da
RECOMMEND_WITH_DEVIATIONS = pgettext(
    "paper for the board",
    "It is recommended that {name} is placed at {level}, and that each of these deviations "
    "is decided on:",
).da
RECOMMEND_WITH_ANNEX = pgettext(
    "paper for the board",
    "It is recommended that {name} is placed at {level}, and that each of the {count} "
    "deviations in annex {letter} is decided on.",
).da
DEVIATION_COLUMNS = (
    pgettext("paper for the board", "Criterion").da,
    pgettext("paper for the board", "By the rules").da,
    pgettext("paper for the board", "The secretariat's rating").da,
    pgettext("paper for the board", "What is required").da,
    pgettext("paper for the board", "Proposed deadline").da,
    pgettext("paper for the board", "Acceptance (yes/no)").da,
)
YES = pgettext(
    "paper for the board",
    "Yes: {name} is placed at {level}. If the deviations are accepted, the placement matches "
    "the assessment until the first deadline expires.",
).da
YES_WITHOUT_DEVIATIONS = pgettext(
    "paper for the board",
    "Yes: {name} is placed at {level}, and the placement matches the assessment.",
).da
NO = pgettext("paper for the board", "No: the placement is unchanged (today: {placed}).").da
NO_SAME_LEVEL = pgettext(
    "paper for the board",
    "No: {name} stays at {level} until something else is decided; so it must also "
    "be decided where the product is to be placed.",
).da
LATER = pgettext(
    "paper for the board",
    "Later: the placement is unchanged for the time being (today: {placed}). {turns}",
).da
NO_TURNING_POINTS = pgettext(
    "paper for the board", "Until {until} nothing changes automatically."
).da
TURNING_POINTS = pgettext(
    "paper for the board", "Until {until} the following happens automatically if nobody acts:"
).da
TURNING_POINT = "{on}: {what}."
MORE_TURNING_POINTS = pgettext("paper for the board", "And on {count} more days.").da
ACCEPTANCE_EXPIRES = pgettext(
    "paper for the board", "The acceptance of {name} expires after {until}."
).da
CONCLUDE = pgettext("paper for the board", "{who} is asked to decide:").da
QUESTION_SAME_LEVEL = pgettext(
    "paper for the board", "Does {name} remain placed at {level}? yes/no"
).da
QUESTIONS = (
    pgettext("paper for the board", "Is {name} placed at {level}? yes/no").da,
    pgettext("paper for the board", "Which deviations are accepted, and with what deadlines?").da,
)
NEXT_STEPS = pgettext(
    "paper for the board",
    "The secretariat then records the decision in the decision log, and the product is informed.",
).da
ANNEX_DEVIATIONS = pgettext("paper for the board", "Annex {letter}: deviations to decide on").da
ANNEX_RATINGS = pgettext(
    "paper for the board",
    "Annex {letter}: the secretariat's rating and the product's own answers",
).da
ANNEX_CRITERIA = pgettext("paper for the board", "Annex {letter}: all criteria").da
ANNEX_PROVENANCE = pgettext("paper for the board", "Annex {letter}: the basis of the paper").da
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
    "background": pgettext("paper for the board", "Write here the background to the case.").da,
    "judgement": pgettext(
        "paper for the board", "Write here the secretariat's overall judgement."
    ).da,
    "dialogue": pgettext(
        "paper for the board", "Write here what the dialogue with the product has shown."
    ).da,
    "consequences": pgettext(
        "paper for the board",
        "Write here the other effects of the decision (economy, users, supplier).",
    ).da,
}
