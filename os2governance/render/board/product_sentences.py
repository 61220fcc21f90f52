"""Headings and fixed sentences of the board paper, in OS2's template; the paper is in Danish."""

TITLE = "Sagsoplæg: {name}, {level}"
HEADINGS = {
    "purpose": "Formål",
    "background": "Baggrund",
    "analysis": "Analyse",
    "recommendation": "Indstilling",
    "consequences": "Konsekvenser",
    "conclusion": "Konklusion",
}
PURPOSE = "{who} skal tage stilling til, om {name} placeres på {level}."
PURPOSE_SAME_LEVEL = (
    "{who} skal tage stilling til, om {name} fortsat skal være placeret på {level}."
)
NO_DECIDER = "Den, der beslutter,"
LEVEL_SOURCES = {
    "proposed": "Niveauet er valgt til dette oplæg.",
    "recommended": "Niveauet er det, som den seneste evaluering anbefaler.",
    "claimed": "Niveauet er det, som produktet selv sigter mod.",
    "placed": "Niveauet er det, som produktet har i dag.",
    "lowest": "Ingen har foreslået et niveau; her er det laveste.",
}
DECLARATION = (
    "{name} er et {kind} med status: {standing}. Erklæringen er afgivet {declared} af: {by}."
)
EVALUATED = "Den seneste evaluering er fra {on}, foretaget af: {by}."
NOT_EVALUATED = "Produktet er ikke evalueret."
LAST_DECISION = "Siden den sidste beslutning, {on} ({what}):"
NO_LAST_DECISION = "Der er ikke tidligere truffet beslutning om produktet."
SINCE_EVALUATION = "Evalueret {on}."
SINCE_DECLARED = "Erklæringen er fornyet {on}."
SINCE_EXPIRED = "Accepten af afvigelsen fra {name} er udløbet."
SINCE_CHANGED = "{title}: {before} → {after} (på grund af: {causes})."
SINCE_MORE = "Ændret er også {names}."
SINCE_UNCHANGED = "Intet niveau og intet krav er ændret."
SINCE_FILES = "Der er sammenlignet med produktets filer, som de var den dag."
SINCE_NO_EVENTS = "Hverken ny evaluering, ny erklæring eller udløbne accepter."
SINCE_RECORD = (
    "Produktets filer fra den dag findes ikke i git, så dette bygger alene på det, der er skrevet "
    "om evalueringer og accepter."
)
DECISION_LABELS = {
    "admit": "optaget",
    "place": "placeret",
    "accept": "afvigelser accepteret",
    "pause": "sat på pause",
    "resume": "genoptaget",
    "close": "lukket",
}
FACTS = "Fakta: hvad reglerne siger"
JUDGEMENTS = "Vurderinger"
LEVEL_COLUMNS = ("Niveau", "Efter reglerne og beslutningerne")
LEVEL_LABELS = {
    "assessed": "Vurderet efter reglerne",
    "fully": "Uden forbehold",
    "possible": "Hvis det, der er ukendt, var opfyldt",
    "placed": "Placeret ved beslutning",
    "evaluated": "Efter evalueringens lys",
    "recommended": "Anbefalet af evalueringen",
    "claimed": "Produktets eget mål",
}
BELOW = "under det laveste niveau"
NOT_STATED = "ikke angivet"
NOT_PLACED = "ikke placeret"
NO_RATING = "ikke givet"
NO_CRITERIA_BETWEEN = "Reglerne giver mindst {level}: ingen krav står imellem."
CRITERIA_BETWEEN = "{count} krav står mellem det, reglerne giver, og {level}: {names}."
RESERVATIONS = "Med forbehold, som ikke stopper niveauet: {names}."
RATINGS_DIFFER = (
    "Sekretariatets lys og reglernes resultat er forskellige for {count} krav: {how}. De står "
    "over for hinanden i bilag {letter}."
)
RATING_MILDER = "for {count} er lyset mildere"
RATING_STRICTER = "for {count} er det strengere"
RESULT_UNKNOWN = (
    "for {count} er resultatet ukendt, fordi produktet hverken har svaret eller oplyst nok"
)
RATINGS_AGREE = "Sekretariatets lys og reglernes resultat er ens, hvor begge er givet."
RECOMMEND_SAME_LEVEL = "Det indstilles, at {name} fortsat er placeret på {level}."
RECOMMEND_SAME_LEVEL_WITH_DEVIATIONS = (
    "Det indstilles, at {name} fortsat er placeret på {level}, og at hver af disse afvigelser "
    "accepteres eller afvises:"
)
RECOMMEND_SAME_LEVEL_WITH_ANNEX = (
    "Det indstilles, at {name} fortsat er placeret på {level}, og at hver af de {count} "
    "afvigelser i bilag {letter} accepteres eller afvises."
)
RECOMMEND = "Det indstilles, at {name} placeres på {level}."
RECOMMEND_WITH_DEVIATIONS = (
    "Det indstilles, at {name} placeres på {level}, og at hver af disse afvigelser accepteres "
    "eller afvises:"
)
RECOMMEND_WITH_ANNEX = (
    "Det indstilles, at {name} placeres på {level}, og at hver af de {count} afvigelser i "
    "bilag {letter} accepteres eller afvises."
)
DEVIATION_COLUMNS = (
    "Krav",
    "Efter reglerne",
    "Lyset",
    "Hvad der skal til",
    "Foreslået til og med",
    "Accept (ja/nej)",
)
YES = (
    "Ja: {name} er placeret på {level}. Accepteres afvigelserne, er regler og placering enige, "
    "til den første frist udløber."
)
YES_WITHOUT_DEVIATIONS = "Ja: {name} er placeret på {level}, og regler og placering er enige."
NO = "Nej: placeringen ændres ikke (i dag: {placed})."
NO_SAME_LEVEL = (
    "Nej: {name} bliver på {level}, til andet er besluttet; det skal derfor også besluttes, hvor "
    "produktet så skal placeres."
)
LATER = "Senere: placeringen ændres ikke foreløbig (i dag: {placed}). {turns}"
NO_TURNING_POINTS = "Til og med {until} ændrer intet sig af sig selv."
TURNING_POINTS = "Til og med {until} sker der dette af sig selv, hvis ingen gør noget:"
TURNING_POINT = "{on}: {what}."
MORE_TURNING_POINTS = "Og på {count} dage mere; se os2governance ahead."
ACCEPTANCE_EXPIRES = "Accepten af {name} udløber efter {until}."
CONCLUDE = "{who} bedes beslutte:"
QUESTION_SAME_LEVEL = "Skal {name} fortsat være placeret på {level}? ja/nej"
QUESTIONS = ("Placeres {name} på {level}? ja/nej", "Hvilke afvigelser accepteres, og til hvornår?")
NEXT_STEPS = (
    "Derefter fører sekretariatet beslutningen ind i beslutningsloggen, og produktet får besked."
)
ANNEX_DEVIATIONS = "Bilag {letter}: afvigelser, der skal tages stilling til"
ANNEX_RATINGS = "Bilag {letter}: sekretariatets lys over for produktets egne svar"
ANNEX_CRITERIA = "Bilag {letter}: alle krav"
ANNEX_PROVENANCE = "Bilag {letter}: hvad oplægget er lavet af"
RATING_COLUMNS = (
    "Krav",
    "Sekretariatets lys",
    "Produktets svar",
    "Reglernes resultat",
    "Grundlag",
)
CRITERIA_COLUMNS = ("Niveau", "Krav", "Resultat", "Sekretariatets lys")
PROVENANCE = "Vurderet pr. {as_of} efter {model} ({digest})."
NO_ANSWER = "ikke besvaret"
STATUS_LABELS = {
    "met": "opfyldt",
    "partly": "delvist opfyldt",
    "unmet": "ikke opfyldt",
    "not_applicable": "ikke relevant",
    "unknown": "ved ikke",
    "planned": "planlagt",
}
UNKNOWN = "ukendt"
PROMPTS = {
    "background": "Skriv her, hvad der har ført til sagen.",
    "judgement": "Skriv her sekretariatets samlede vurdering.",
    "dialogue": "Skriv her, hvad dialogen med produktet har vist.",
    "consequences": "Skriv her, hvad beslutningen ellers betyder (økonomi, brugere, leverandør).",
}
