"""`criteria/<model>/<version>/model.yaml` (`os2governance/model/1`): levels, themes and roles."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator

from os2governance.formats.criteria import Example
from os2governance.formats.parts import (
    FORMAT_LINE,
    Bilingual,
    Closed,
    Date,
    Duration,
    Filled,
    Flag,
    Ids,
    MayNotApply,
    Omittable,
    Percent,
    Rule,
    SecureUrl,
    Texts,
    Version,
    Whole,
    file_format,
    optional,
    required,
)
from os2governance.formats.patterns import COLOUR, FONT, RULE_MARK
from os2governance.formats.words import (
    AttainmentToken,
    EffortWord,
    EvidenceWord,
    NotApplicableWord,
    PlannedStatus,
    RecommendationRule,
    ToleratedToken,
)

# fmt: off

_AT_LEAST_ONE: dict[str, JsonValue] = {"minProperties": 1}
_ONE: dict[str, JsonValue] = {**_AT_LEAST_ONE, "maxProperties": 1}


class RenamedLevel(Closed):
    """A level that had another name."""

    name: Bilingual = required("Navn | Navnet, som det vises.", "Name | The name as it is shown.")


class ChangedCriterion(Closed):
    """The parts of a criterion that differ; at least one."""

    model_config = ConfigDict(json_schema_extra=_AT_LEAST_ONE)

    level: Omittable[Filled] = optional("Niveau | Niveauets id.", "Level | The level's id.")
    recommended: Omittable[Flag] = optional("Anbefaling | true: kravet er en anbefaling og stopper intet niveau.", "Recommendation | true: the criterion is a recommendation, and stops no level.")
    responsible: Omittable[Filled] = optional("Ansvarlig | Den rolle, der har ansvaret for kravet.", "Responsible | The role that is responsible for the criterion.")
    title: Omittable[Bilingual] = optional("Titel | Kravets korte titel.", "Title | The criterion's short title.")
    asks: Omittable[Bilingual] = optional("Hvad der spørges om | Hvad kravet går ud på, i egne ord.", "What it asks | What the criterion is about, in our own words.")
    remedy: Omittable[Bilingual] = optional("Hvad der skal gøres | Hvad produktet skal gøre for at opfylde kravet.", "What to do | What the product must do to meet the criterion.")
    evidence: Omittable[EvidenceWord] = optional("Dokumentation | Hvad der dokumenterer et »opfyldt«: none = intet, text = tekst eller henvisning, link = en webadresse.", "Evidence | What documents a claim: none = nothing, text = words or a reference, link = a web address.")
    not_applicable: Omittable[MayNotApply] = optional("Kan være ikke relevant | no = nej, yes = ja, with_reason = med begrundelse.", "May not apply | no, yes, or with_reason.")
    applies: Omittable[Rule] = optional("Gælder, når | ", "Applies when | ")
    effort: Omittable[EffortWord] = optional("Hvad det kræver | word = et svar, paper = et dokument, practice = en praksis, decision = en beslutning.", "Effort | What it takes: word = an answer, paper = a document, practice = a way of working, decision = a decision.")
    helps: Omittable[Ids] = optional("Hjælper | De roller, der hjælper den ansvarlige.", "Helps | The roles that help the responsible one.")
    see: Omittable[SecureUrl] = optional("Se | Kravets officielle ordlyd.", "See | The official wording of the criterion.")
    met: Omittable[Rule] = optional("Opfyldt, når | ", "Met when | ")
    partly: Omittable[Rule] = optional("Delvist opfyldt, når | ", "Partly met when | ")
    examples: Omittable[tuple[Example, ...]] = optional("Eksempler | Oplysninger, og det udfald, som reglen skal give: kravets egne prøver.", "Examples | Facts, and the outcome that the rule must give: the criterion's own tests.")

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("nothing is changed")
        return self


class Changes(Closed):
    """What differs from the version named by `based_on`."""

    dropped: Omittable[Ids] = optional("Udgåede krav | Krav i den anden version, som ikke er med i denne.", "Dropped criteria | Criteria of the other version that are not in this one.")
    renumbered: Omittable[Mapping[str, Filled]] = optional("Nye id'er | Kravets id i denne version: dets id i den anden.", "New ids | The criterion's id in this version: its id in the other.")
    levels: Omittable[Mapping[str, RenamedLevel]] = optional("Niveauer | Niveauer, der hed noget andet.", "Levels | Levels that had another name.")
    criteria: Omittable[Mapping[str, ChangedCriterion]] = optional("Ændrede krav | Det, der er anderledes ved et krav, efter dets id i denne version.", "Changed criteria | What is different about a criterion, by its id in this version.")


class NeedsEntry(Closed):
    """How many required criteria suffice: a percentage or a count, not both."""

    model_config = ConfigDict(json_schema_extra=_ONE)

    percent: Omittable[Percent] = optional("Procent | Hvor mange procent af niveauets krav der skal være opfyldt.", "Per cent | How many per cent of the level's criteria must be satisfied.")
    count: Omittable[Annotated[Whole, Field(ge=1)]] = optional("Antal | Hvor mange af niveauets krav der skal være opfyldt.", "Number | How many of the level's criteria must be satisfied.")

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("either percent or count")
        return self


class LevelEntry(Closed):
    """A level; they stand lowest first."""

    id: Filled = required("Id | Det korte navn, som andre filer henviser med.", "Id | The short name that other files refer to it by.")
    name: Omittable[Bilingual] = optional("Navn | Navnet, som det vises.", "Name | The name as it is shown.")
    decided_by: Omittable[Texts] = optional("Besluttes af | De roller, der må placere et produkt på niveauet.", "Decided by | The roles that may place a product at the level.")
    phrase: Omittable[Bilingual] = optional("I en sætning | Niveauets navn inde i en sætning, fx »sandkassen«; ellers navnet med lille begyndelsesbogstav.", "In a sentence | The level's name within a sentence; else the name with a small first letter.")
    at: Omittable[Bilingual] = optional("Efter »placeret« | Hvordan niveauet følger efter »placeret«, fx »i sandkassen«; uden den: »på« og navnet.", 'After "placed" | How the level follows "placed", such as "in the sandbox"; without it: "at" and the name.')
    needs: Omittable[NeedsEntry] = optional("Hvor meget der skal til | Hvor mange af et niveaus obligatoriske krav der skal være opfyldt; uden den: alle.", "How much it takes | How many of a level's required criteria must be satisfied; without it: all.")


class ThemeEntry(Closed):
    """A theme, in the order shown."""

    id: Filled = required("Id | Det korte navn, som andre filer henviser med.", "Id | The short name that other files refer to it by.")
    name: Omittable[Bilingual] = optional("Navn | Navnet, som det vises.", "Name | The name as it is shown.")


class RoleEntry(Closed):
    """A role that is responsible for criteria or decides."""

    id: Filled = required("Id | Det korte navn, som andre filer henviser med.", "Id | The short name that other files refer to it by.")
    name: Omittable[Bilingual] = optional("Navn | Navnet, som det vises.", "Name | The name as it is shown.")
    phrase: Omittable[Bilingual] = optional("I en sætning | Rollens navn inde i en sætning; ellers navnet med lille begyndelsesbogstav.", "In a sentence | The role's name within a sentence; else the name with a small first letter.")
    declares: Omittable[Flag] = optional("Udfylder selv | Rollen står selv bag selvevalueringen og kan ikke acceptere afvigelser.", "Declares | The role declares, and so cannot accept deviations.")


class AttainmentEntry(Closed):
    """When a level is reached (semantics §5)."""

    cumulative: Omittable[Flag] = optional("Bygger ovenpå | true: et niveau kræver også alle de lavere.", "Cumulative | true: a level asks for all lower ones too.")
    satisfied_by: Omittable[tuple[AttainmentToken, ...]] = optional("Opfylder | De udfald, der opfylder et krav fuldt ud.", "Satisfied by | The outcomes that satisfy a criterion fully.")
    tolerated: Omittable[tuple[ToleratedToken, ...]] = optional("Tåles | De udfald, der ikke stopper niveauet, men giver et forbehold.", "Tolerated | The outcomes that do not stop the level, but give a reservation.")
    recommended: Omittable[RecommendationRule] = optional("Anbefalinger | Hvad anbefalinger kræver: ignored = intet, answered = et svar, required = som andre krav.", "Recommendations | What recommendations ask for: ignored = nothing, answered = an answer, required = as other criteria.")
    planned: Omittable[PlannedStatus] = optional("Planlagt | Hvad »planlagt« tæller som indtil fristen: partly = delvist opfyldt, unmet = ikke opfyldt.", "Planned | What a planned answer counts as until its date.")
    evidence: Omittable[EvidenceWord] = optional("Dokumentation | Hvad der dokumenterer et »opfyldt«, hvor kravet ikke siger andet: none = intet, text = tekst eller henvisning, link = en webadresse.", "Evidence | What documents a claim, unless the criterion says otherwise: none = nothing, text = words or a reference, link = a web address.")
    not_applicable: Omittable[NotApplicableWord] = optional("Kan være ikke relevant | Hvor kravet ikke siger andet: no = nej, yes = ja, with_reason = med begrundelse.", "May not apply | Unless the criterion says otherwise: no, yes, or with_reason.")
    needs: Omittable[NeedsEntry] = optional("Hvor meget der skal til | Hvor mange af et niveaus obligatoriske krav der skal være opfyldt; uden den: alle.", "How much it takes | How many of a level's required criteria must be satisfied; without it: all.")


class SiteWords(Closed):
    """What the public site is called."""

    title: Omittable[Bilingual] = optional("Overskrift | Forsidens overskrift.", "Title | The heading of the front page.")
    intro: Omittable[Bilingual] = optional("Indledning | Forsidens indledning.", "Introduction | The introduction on the front page.")
    tagline: Omittable[Bilingual] = optional("Undertitel | Én linje om, hvad siden viser.", "Tagline | One line on what the site shows.")


class LightWords(Closed):
    """What the lights of an evaluation are called."""

    met: Omittable[Bilingual] = optional("Opfyldt | Navnet på en vurdering som opfyldt.", "Met | The name of the rating met.")
    partly: Omittable[Bilingual] = optional("Delvist | Navnet på en vurdering som delvist opfyldt.", "Partly | The name of the rating partly.")
    unmet: Omittable[Bilingual] = optional("Ikke opfyldt | Navnet på en vurdering som ikke opfyldt.", "Not met | The name of the rating unmet.")
    not_applicable: Omittable[Bilingual] = optional("Ikke relevant | Navnet på en vurdering som ikke relevant.", "Not applicable | The name of the rating not applicable.")


class UserWords(Closed):
    """What those who use the products are called."""

    one: Omittable[Bilingual] = optional("Én | Ental, for eksempel myndighed.", "One | Singular, such as authority.")
    many: Omittable[Bilingual] = optional("Flere | Flertal, for eksempel myndigheder.", "Many | Plural, such as authorities.")


class WordsEntry(Closed):
    """The words of the model's own world; each that is left out has a neutral one."""

    site: Omittable[SiteWords] = optional("Websted | Det offentlige websted.", "Site | The public site.")
    badge: Omittable[Bilingual] = optional("Mærke | Teksten foran niveauet på mærket.", "Badge | The words before the level on the badge.")
    evaluator: Omittable[Bilingual] = optional("Den, der vurderer | Hvem der vurderer produkterne, med stort.", "Evaluator | Who evaluates the products, with a capital.")
    decider: Omittable[Bilingual] = optional("Den, der beslutter | Hvem der placerer produkterne, med stort.", "Decider | Who places the products, with a capital.")
    paper: Omittable[Bilingual] = optional("Sagsoplæg | Hvad oplægget til en beslutning kaldes.", "Paper | What the paper for a decision is called.")
    form: Omittable[Bilingual] = optional("Formular | Hvad den formular kaldes, som dokumenter kan komme fra.", "Form | What the form is called that documents may come from.")
    report: Omittable[Bilingual] = optional("Rapport | Hvad produktets egen rapport kaldes.", "Report | What the product's own report is called.")
    plan_for: Omittable[Bilingual] = optional("Planens læser | Hvem planen er til, inde i en sætning.", "Reader of the plan | Whom the plan is for, within a sentence.")
    users: Omittable[UserWords] = optional("Brugere | Hvad de kaldes, der bruger produkterne.", "Users | What those who use the products are called.")
    lights: Omittable[LightWords] = optional("Vurderinger | Navnene på en evaluerings vurderinger.", "Lights | The names of an evaluation's ratings.")


Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
"""A colour of a page, such as `#3A7F3B`; no other syntax of style sheets."""
FontName = Annotated[str, StringConstraints(pattern=FONT)]


class LookColours(Closed):
    """The colours of pages in one appearance, by their use; each that is left out is a neutral one."""

    paper: Omittable[Colour] = optional("Baggrund | Sidens baggrund.", "Paper | The background of the page.")
    surface: Omittable[Colour] = optional("Flade | Baggrunden for kort og tabeller.", "Surface | The background of cards and tables.")
    ink: Omittable[Colour] = optional("Tekst | Teksten.", "Ink | The text.")
    muted: Omittable[Colour] = optional("Dæmpet tekst | Noter og mindre tekst.", "Muted | Notes and smaller text.")
    line: Omittable[Colour] = optional("Linje | Streger og rammer.", "Line | Lines and frames.")
    accent: Omittable[Colour] = optional("Bærende farve | Links og knapper.", "Accent | Links and buttons.")
    on_accent: Omittable[Colour] = optional("På den bærende farve | Tekst på knapper.", "On accent | Text on buttons.", alias="on-accent")


class LookEntry(Closed):
    """How the model's pages look; each part that is left out is neutral."""

    light: Omittable[LookColours] = optional("Lyst | Farverne i det lyse udseende. Tekst skal have en kontrast på mindst 4,5.", "Light | The colours of the light appearance. Text needs a contrast of at least 4.5.")
    dark: Omittable[LookColours] = optional("Mørkt | Farverne i det mørke udseende.", "Dark | The colours of the dark appearance.")
    fonts: Omittable[Annotated[tuple[FontName, ...], Field(min_length=1, max_length=10)]] = optional("Skrifter | Skrifternes navne; den første, som læseren har, bruges.", "Fonts | The names of the fonts; the first that the reader has is used.")
    levels: Omittable[Annotated[tuple[Colour, ...], Field(min_length=1, max_length=20)]] = optional("Niveauernes farver | Farverne på mærker fra det laveste niveau til det højeste, med hvid tekst på.", "Colours of levels | The colours of badges from the lowest level to the highest, with white text on them.")


class ProcedureEntry(Closed):
    """Which rules of procedure are checked."""

    evaluation_before_decision: Omittable[Flag] = optional("Evaluering før beslutning | true: en placering uden en evaluering er et fund.", "Evaluation before decision | true: a placement without an evaluation is a finding.")
    end_of_acceptance: Omittable[Flag] = optional("Frist for accept | true: en accepteret afvigelse skal have en sidste dag, undtagen når kravet ikke er relevant.", "End of an acceptance | true: an accepted deviation must have a last day, except where the criterion does not apply.")
    reference_for_placement: Omittable[Flag] = optional("Henvisning ved placering | true: en placering uden henvisning til referat eller sag er et fund.", "Reference for a placement | true: a placement without a reference to minutes or a case is a finding.")


def _describe_rule_or_phrased(schema: dict[str, Any]) -> None:
    """Ask for `rule` and phrases alone, where one of them is there; else for a rule."""
    named: dict[str, JsonValue] = schema.pop("properties")
    schema |= {
        "minProperties": 1,
        "if": {"anyOf": [{"required": [key]} for key in named]},
        "then": {"properties": named, "required": ["rule"], "additionalProperties": False},
        RULE_MARK: True,
    }


class ConditionEntry(BaseModel):
    """A named condition: a rule as it stands, or `rule` with phrases for people beside it."""

    model_config = ConfigDict(
        frozen=True, extra="allow", validate_by_alias=True, json_schema_extra=_describe_rule_or_phrased
    )

    x_asked: Omittable[Bilingual] = optional("Det, der spørges om | Betingelsen i ord, når den holder.", "Asked | The condition in words, when it holds.", alias="x-asked")
    x_todo: Omittable[Bilingual] = optional("Det, der skal gøres | Hvad der skal gøres eller oplyses.", "To do | What to do or declare.", alias="x-todo")
    rule: Omittable[Rule] = optional("Regel | Det, som betingelsen siger.", "Rule | What the condition says.")

    @model_validator(mode="after")
    def _is_a_rule_or_has_one(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("an empty rule")
        if {"x_asked", "x_todo", "rule"} & self.model_fields_set and (
            self.rule is None or self.model_extra
        ):
            raise ValueError("phrases stand beside rule, and nothing else does")
        return self


class Wheel(Closed):
    """The review schedule: how often, and how long before it is due to warn."""

    evaluation: Omittable[Duration] = optional("Evaluering | Hvor længe en evaluering gælder, for eksempel 12 months.", "Evaluation | How long an evaluation holds, such as 12 months.")
    notice: Omittable[Duration] = optional("Varsel | Hvor længe i forvejen der siges til, for eksempel 3 months.", "Notice | How long before notice is given, such as 3 months.")


class Supersedes(Closed):
    """How criteria map to the version before."""

    version: Version = required("Version | Den version, som denne afløser.", "Version | The version that this one supersedes.")
    criteria: Omittable[Mapping[str, Ids]] = optional("Kravenes oprindelse | Kravets id her: dets id eller id'er i den tidligere version; en tom liste er et nyt krav. Krav, der ikke nævnes, har beholdt deres id.", "Where the criteria come from | The criterion's id here: its id or ids in the earlier version; an empty list is a new one. Those that are not named kept their id.")
    dropped: Omittable[Ids] = optional("Udgåede krav | Krav i den tidligere version, som udgik.", "Dropped criteria | Criteria of the earlier version that were dropped.")
    sharpened: Omittable[Ids] = optional("Skærpede krav | Krav, der nu kræver mere eller noget andet.", "Sharpened criteria | Criteria that now ask for more, or for something else.")
    eased: Omittable[Ids] = optional("Lempede krav | Krav, der nu kræver mindre.", "Eased criteria | Criteria that now ask for less.")
    made_mandatory: Omittable[Ids] = optional("Før anbefalinger | Krav, der før var en anbefaling.", "Recommendations before | Criteria that used to be a recommendation.")


class Model(Closed):
    """A governance model; one that is `based_on` another version inherits levels and themes."""

    model_config = file_format(
        "model",
        "En styringsmodel",
        "A governance model",
        **{"if": {"required": ["based_on"]}, "else": {"required": ["levels", "themes"]}},
    )

    format: Literal["os2governance/model/1"] = FORMAT_LINE
    model: Filled = required("Model | Modellens id.", "Model | The model's id.")
    version: Filled = required("Version | Versionen, i anførselstegn.", "Version | The version, quoted.")
    based_on: Omittable[Version] = optional("Skrevet ud fra | En anden version af den samme model, som denne er skrevet ud fra: alt er som dér, undtagen det, der står i changes og i denne versions egne filer med krav.", "Based on | Another version of the same model that this one is written from: all is as there, except what changes and this version's own criteria files say.")
    changes: Omittable[Changes] = optional("Ændringer | Hvad der er anderledes end i den version, som based_on nævner.", "Changes | What is different from the version that based_on names.")
    name: Omittable[Bilingual] = optional("Navn | Navnet, som det vises.", "Name | The name as it is shown.")
    published: Omittable[Date] = optional("Udgivet | Den dag, versionen blev udgivet.", "Published | The day on which the version was published.")
    source: Omittable[Filled] = optional("Kilde | Hvor modellen er offentliggjort.", "Source | Where the model is published.")
    facts: Omittable[Filled] = optional("Ordforråd | Filen med ordforrådet for oplysninger.", "Vocabulary | The file with the facts schema.")
    levels: Omittable[Annotated[tuple[LevelEntry, ...], Field(min_length=1)]] = optional("Niveauer | Niveauerne, det laveste først.", "Levels | The levels, lowest first.")
    themes: Omittable[Annotated[tuple[ThemeEntry, ...], Field(min_length=1)]] = optional("Temaer | Temaerne i den rækkefølge, de vises i.", "Themes | The themes in the order in which they are shown.")
    roles: Omittable[tuple[RoleEntry, ...]] = optional("Roller | Dem, der har ansvar for krav eller kan beslutte noget.", "Roles | Those who are responsible for criteria, or can decide.")
    attainment: Omittable[AttainmentEntry] = optional("Hvornår et niveau er nået | Hvilke udfald der opfylder et krav, og hvilke der tåles.", "When a level is reached | Which outcomes satisfy a criterion, and which are tolerated.")
    words: Omittable[WordsEntry] = optional("Ord | Det, som modellens verden kalder tingene.", "Words | What the model's world calls things.")
    look: Omittable[LookEntry] = optional("Udseende | Farver og skrifter på modellens sider.", "Look | The colours and fonts of the model's pages.")
    procedure: Omittable[ProcedureEntry] = optional("Procedure | Hvilke regler for sagsgangen der kontrolleres.", "Procedure | Which rules of procedure are checked.")
    conditions: Omittable[Mapping[str, ConditionEntry]] = optional("Betingelser | Regler med et navn, som krav kan bruge med use.", "Conditions | Rules with a name, which criteria can use with use.")
    wheel: Omittable[Wheel] = optional("Årshjul | Årshjulet: hvor ofte der evalueres (evaluation), og hvor længe før en accept udløber, der skal siges til (notice).", "Wheel of the year | The wheel of the year: how often products are evaluated, and how long before an acceptance runs out notice is given.")
    supersedes: Omittable[Supersedes] = optional("Afløser | Den tidligere version, og hvordan kravene hænger sammen med den.", "Supersedes | The earlier version, and how the criteria relate to it.")

    @model_validator(mode="after")
    def _levels_and_themes_stand_somewhere(self) -> Self:
        if self.based_on is None and (self.levels is None or self.themes is None):
            raise ValueError("levels and themes are required without based_on")
        return self
