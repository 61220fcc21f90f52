"""Headings and fixed sentences of the paper on a change of the model; the paper is in Danish."""

TITLE = "Sagsoplæg: {model}, {change}"
CHANGE = "fra version {before} til {after}"
DRAFT = "nyt udkast til version {after}"
PURPOSE = "{who} skal tage stilling til, om {model} ændres {change}."
PURPOSE_DRAFT = "{who} skal tage stilling til et {change} af {model}."
BOTH_VERSIONS = (
    "Modellen før er {before} ({before_count} krav på {before_levels} niveauer, {before_on}). "
    "Modellen efter er {after} ({after_count} krav på {after_levels} niveauer, {after_on})."
)
PUBLISHED = "udgivet {on}"
UNPUBLISHED = "uden udgivelsesdato"
BOTH_DRAFTS = (
    "{before} har {before_count} krav på {before_levels} niveauer; "
    "udkastet har {after_count} krav på {after_levels}."
)
COMPARED = "{products} produkter er vurderet efter begge modeller pr. {as_of}."
COMPARED_ONE = "Ét produkt er vurderet efter begge modeller pr. {as_of}."
COMPARED_NONE = "Ingen produkter er vurderet: der er ingen, som hører under modellen."
UNUSABLE_FILES = "Ikke med, fordi filen ikke kan bruges: {places}."
IN_MODEL = "Fakta: hvad der ændres i modellen"
IN_PRODUCTS = "Fakta: hvad det gør ved produkterne"
NO_CHANGES = "Ingen krav, niveauer eller regler er ændret."
CHANGE_KIND = "{kind}: {names}."
LEVELS = "Nye eller omdøbte niveauer: {names}."
DROPPED = "Niveauer, der udgår: {names}."
ATTAINMENT = "Hvad der skal til for at nå et niveau, er ændret."
VOCABULARY = "De oplysninger, der kan gives, er ændret, eller ordene om dem er."
CRITERIA_IN_ANNEX = "Hvert ændret krav står i bilag {letter}."
MOVEMENTS = (
    "{up} produkter går op, {down} går ned, og {same} bliver på det niveau, de er vurderet til."
)
NO_MOVEMENTS = "Ingen produkter går op eller ned."
INCOMPARABLE = "For {apart} kan niveauerne ikke sammenlignes."
SPREAD_COLUMNS = ("Vurderet niveau", "Produkter før", "Produkter efter")
BELOW = "Under det laveste niveau"
STOPPING = "Begynder at stoppe: {names}."
FREED = "Stopper ikke mere: {names}."
CRITERION_COUNT = "{name} ({count})"
MORE_CRITERIA = "{count} til"
PRODUCTS_IN_ANNEX = "De {count} produkter, som ændringen har betydning for, står i bilag {letter}."
AFFECTED = "Ændringen har betydning for disse produkter:"
NONE_AFFECTED = "Ændringen flytter ingen produkter og kræver intet af dem."
PRODUCT_COLUMNS = (
    "Produkt", "Vurderet før", "Vurderet efter", "Begynder at stoppe", "Hvad produktet skal gøre"
)  # fmt: skip
ANSWER_AGAIN = "svare igen på {names}"
ADD_FACTS = "give nye oplysninger til {names}"
FIX_FACTS = "rette {count} oplysninger, som modellen ikke kender"
FIX_ONE_FACT = "rette en oplysning, som modellen ikke kender"
RECOMMEND = "Det indstilles, at {after} træder i stedet for {before}."
RECOMMEND_DRAFT = "Det indstilles, at udkastet til {after} vedtages."
YES = "Ja: {after} gælder. {ways} Det, der er besluttet om placering, ændrer sig ikke af sig selv."
DRAFT_NAMES = {"before": "modellen, som den er i dag", "after": "udkastet"}
UNDECIDED = (
    "Efter ændringen er disse produkter placeret over det, reglerne giver, og skal have en ny "
    "beslutning eller accepterede afvigelser: {names}."
)
NONE_UNDECIDED = (
    "Ingen placering kommer til at stå over det, reglerne giver, på grund af ændringen."
)
FORBIDDEN_ONE = (
    "Én erklæring har oplysninger, som modellen ikke kender; den giver intet niveau efter den nye "
    "model, før den er rettet."
)
WORK_COUNTS = "{again} produkter skal svare igen på krav, og {asked} skal give nye oplysninger."
FORBIDDEN = (
    "{count} erklæringer har oplysninger, som modellen ikke kender; de giver intet niveau efter "
    "den nye model, før de er rettet."
)
NO = "Nej: produkterne vurderes fortsat efter {before}."
LATER = "Senere: produkterne vurderes efter {before} så længe, og sagen vurderes på ny."
CONCLUDE = "{who} bedes beslutte:"
QUESTIONS = ("Skal {after} træde i stedet for {before}? ja/nej", "Fra hvilken dag?")
QUESTIONS_DRAFT = ("Skal udkastet til {after} vedtages? ja/nej", "Fra hvilken dag?")
QUESTION_PLACEMENTS = "Hvornår tages de placeringer op, som ikke længere følger af reglerne?"
NEXT_STEPS = (
    "Derefter udgiver sekretariatet modellen, erklæringerne føres over til den, og produkterne "
    "får besked om, hvad de skal gøre."
)
ANNEX_PRODUCTS = "Bilag {letter}: produkter, som ændringen har betydning for"
ANNEX_CRITERIA = "Bilag {letter}: krav, der ændres"
ANNEX_FIXES = "Bilag {letter}: oplysninger, som modellen ikke kender"
ANNEX_PROVENANCE = "Bilag {letter}: hvad oplægget er lavet af"
CRITERIA_COLUMNS = ("Krav før", "Krav efter", "Titel", "Ændring")
FIX_COLUMNS = ("Sted", "Hvad", "Hvad der skal gøres")
PROVENANCE = "Vurderet pr. {as_of}."
PROVENANCE_MODEL = "{reference}: {digest}"
PROMPTS = {
    "background": "Skriv her, hvad der har ført til ændringen.",
    "judgement": "Skriv her sekretariatets vurdering af ændringen.",
    "hearing": "Skriv her, hvem der er hørt, og hvad de har sagt.",
    "transition": "Skriv her, fra hvornår ændringen skal gælde, og hvad der gælder indtil da.",
    "effects": "Skriv her, hvad ændringen ellers betyder (økonomi, brugere, arbejde).",
}
