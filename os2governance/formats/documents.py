"""`criteria/<model>/documents.yaml` (`os2governance/documents/1`): how its documents are read."""

from collections.abc import Mapping
from typing import Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Bilingual,
    Closed,
    Filled,
    Omittable,
    Steps,
    Texts,
    Whole,
    file_format,
    optional,
    required,
)

# fmt: off

class ColumnTerms(Closed):
    """Headings of each column."""

    id: Texts = required("Id | Kolonnen med kravets id.", "Id | The column of the criterion's id.")
    title: Texts = required("Krav | Kolonnen med kravets titel.", "Criterion | The column of the criterion's title.")
    level: Texts = required("Niveau | Kolonnen med niveauet.", "Level | The column of the level.")
    theme: Omittable[Texts] = optional("Tema | Kolonnen med temaet.", "Theme | The column of the theme.")
    guidance: Texts = required("Vejledning | Kolonnen med vejledningen til kravet.", "Guidance | The column of the guidance to the criterion.")
    mark: Texts = required("Mærke | Kolonnen med svarets mærke.", "Mark | The column of the answer's mark.")
    text: Texts = required("Tekst | Kolonnen med svarets tekst.", "Text | The column of the answer's text.")
    light: Texts = required("Vurdering | Kolonnen med evaluators vurdering.", "Light | The column of the evaluator's light.")
    grounds: Texts = required("Begrundelse | Kolonnen med begrundelsen for vurderingen.", "Grounds | The column of the grounds for the light.")
    advice: Texts = required("Anbefaling | Kolonnen med evaluatorens råd.", "Advice | The column of the evaluator's advice.")


class MarkTerms(Closed):
    """Marks and words of each answer."""

    met: Texts = required("Opfyldt | Kravet er opfyldt.", "Met | The criterion is met.")
    unmet: Texts = required("Ikke opfyldt | Kravet er ikke opfyldt.", "Unmet | The criterion is not met.")
    planned: Texts = required("Planlagt | Det er planlagt at opfylde kravet.", "Planned | It is planned to meet the criterion.")
    not_applicable: Texts = required("Ikke relevant | Kravet er ikke relevant for produktet.", "Not applicable | The criterion does not apply to the product.")
    unknown: Texts = required("Ved ikke | Svaret er ikke kendt.", "Unknown | The answer is not known.")
    partly: Texts = required("Delvist | Kravet er delvist opfyldt.", "Partly | The criterion is partly met.")
    unticked: Texts = required("Ikke krydset af | Tomme felter til et kryds.", "Not ticked | Empty boxes for a tick.")


class RatingTerms(Closed):
    """Words of each rating."""

    met: Texts = required("Opfyldt | Kravet er opfyldt.", "Met | The criterion is met.")
    partly: Texts = required("Delvist | Kravet er delvist opfyldt.", "Partly | The criterion is partly met.")
    unmet: Texts = required("Ikke opfyldt | Kravet er ikke opfyldt.", "Unmet | The criterion is not met.")
    not_applicable: Texts = required("Ikke relevant | Kravet er ikke relevant for produktet.", "Not applicable | The criterion does not apply to the product.")


class Placeholders(Closed):
    """Cells that nobody filled in."""

    words: Texts = required("Ord | Hele felter, som ingen har udfyldt.", "Words | Whole cells that nobody has filled in.")
    patterns: Texts = required("Mønstre | Mønstre for hele felter, som ingen har udfyldt.", "Patterns | Patterns of whole cells that nobody has filled in.")


class HeaderTerms(Closed):
    """Labels before the facts at the top of a document."""

    product: Texts = required("Produkt | Mønstre for overskrifter med produktets navn.", "Product | Patterns of headings with the product's name.")
    on: Texts = required("Dato | Hvad der står foran dokumentets dato.", "Date | What stands before the document's date.")
    by: Texts = required("Udfyldt af | Hvad der står foran den, der har udfyldt dokumentet.", "Filled in by | What stands before who filled in the document.")
    repository: Texts = required("Kildekode | Hvad der står foran adressen på kildekoden.", "Repository | What stands before the address of the source code.")
    website: Texts = required("Hjemmeside | Hvad der står foran produktets hjemmeside.", "Website | What stands before the product's website.")
    version: Texts = required("Modellens version | Hvad der står foran den version, der svares efter.", "Version of the model | What stands before the version that is answered by.")
    template: Texts = required("Skabelonens version | Hvad der står foran skabelonens version.", "Version of the template | What stands before the template's version.")
    based_on: Texts = required("Bygger på | Hvad der står foran det dokument, som en evaluering bygger på.", "Based on | What stands before the document that an evaluation is based on.")
    name: Omittable[Texts] = optional("Produktets navn | Hvad der står foran produktets navn.", "Product's name | What stands before the product's name.")
    file_names: Omittable[Texts] = optional("Filnavne | Mønstre for produktets navn i navnet på en fil.", "File names | Patterns of the product's name in the name of a file.")
    level: Omittable[Texts] = optional("Anbefalet niveau | Hvad der står foran eller over det anbefalede niveau.", "Recommended level | What stands before or above the recommended level.")
    summary: Omittable[Texts] = optional("Sammenfatning | Overskrifter over evaluatorens sammenfatning.", "Summary | Headings above the evaluator's summary.")
    recommendation: Omittable[Texts] = optional("Anbefaling | Overskrifter over evaluatorens anbefaling.", "Recommendation | Headings above the evaluator's recommendation.")
    drafts: Texts = required("Udkast | Ord, der siger, at dokumentet er et udkast.", "Drafts | Words that say that the document is a draft.")
    other_headings: Texts = required("Andre overskrifter | Overskrifter, der ikke er et tema.", "Other headings | Headings that are no theme.")


class WhoTerms(Closed):
    """Words that are roles or organisations, not persons."""

    words: Texts = required("Ord | Roller og fælles navne.", "Words | Roles and common names.")
    companies: Texts = required("Organisationers ord | Ord, som står i organisationers navne.", "Words of organisations | Words that stand in the names of organisations.")
    prefixes: Texts = required("Begyndelser | Begyndelsen af navne, som ikke er personers.", "Beginnings | The beginning of names that are not of persons.")
    small: Texts = required("Småord | Småord mellem andre ord i et navn.", "Small words | Small words between others in a name.")
    organisations: tuple[Texts, ...] = required("Organisationer | Organisationers navne, i lister.", "Organisations | The names of organisations, in lists.")


class LevelPhrases(Closed):
    """Patterns of sentences that name a level, `{level}`."""

    aims: Texts = required("Sigter mod | Mønstre, hvor {level} står for niveauet.", "Aims at | Patterns in which {level} is the level.")
    stated: Texts = required("Er på | Mønstre, hvor {level} står for niveauet.", "Is at | Patterns in which {level} is the level.")
    recommends: Texts = required("Anbefaler | Mønstre, hvor {level} står for niveauet.", "Recommends | Patterns in which {level} is the level.")


class OtherKind(Closed):
    """Documents that answer no criteria."""

    name: Bilingual = required("Navn | Hvad dokumentet ligner, med artikel.", "Name | What the document looks like, with its article.")
    words: Texts = required("Ord | Ord i titel og overskrifter.", "Words | Words in its title and headings.")


class VersionSign(Closed):
    """What tells one version from the others."""

    version: Filled = required("Version | Modellens version.", "Version | The model's version.")
    has: Omittable[Texts] = optional("Har | Krav, som dokumentet har.", "Has | Criteria that the document has.")
    lacks: Omittable[Texts] = optional("Mangler | Krav, som dokumentet ikke har.", "Lacks | Criteria that the document lacks.")
    columns: Omittable[tuple[Literal["id", "title", "level", "guidance", "mark", "text", "light", "grounds", "advice"], ...]] = optional("Kolonner | Kolonner, som dokumentet har.", "Columns | Columns that the document has.")
    titles: Omittable[Mapping[str, Filled]] = optional("Titler | Kravets id: et mønster for dets titel i den version.", "Titles | The criterion's id: a pattern of its title in that version.")


class Versions(Closed):
    """How the model's version is recognised."""

    stated: Mapping[str, Filled] = required("Nævnt | Det, der står i dokumentet: modellens version.", "Stated | What the document says: the model's version.")
    templates: Mapping[str, Filled] = required("Skabeloner | Skabelonens version: modellens version.", "Templates | The template's version: the model's version.")
    ticked_already: Omittable[Mapping[str, Texts]] = optional("Krydset af i forvejen | For hver version de krav, som skabelonen havde krydset af.", "Ticked already | For each version, the criteria that the template had ticked.")
    told_by: tuple[VersionSign, ...] = required("Kendt på | Hvad der skiller versioner, når dokumentet ikke nævner sin.", "Told by | What tells versions apart where the document does not name its own.")


class RowKeys(Closed):
    """The keys of each criterion in the form's JSON."""

    id: Filled = required("Id | Nøglen med kravets id.", "Id | The key of the criterion's id.")
    title: Filled = required("Krav | Nøglen med kravets titel.", "Criterion | The key of the criterion's title.")
    level: Filled = required("Niveau | Nøglen med niveauet.", "Level | The key of the level.")
    guidance: Filled = required("Vejledning | Nøglen med vejledningen.", "Guidance | The key of the guidance.")
    mark: Filled = required("Mærke | Nøglen med svarets mærke.", "Mark | The key of the answer's mark.")
    text: Filled = required("Tekst | Nøglen med svarets tekst.", "Text | The key of the answer's text.")


class FormKeys(Closed):
    """The keys of the self-assessment form's JSON."""

    product: Filled = required("Produkt | Nøglen med produktets navn.", "Product | The key of the product's name.")
    by: Filled = required("Udfyldt af | Nøglen med den, der har udfyldt formularen.", "Filled in by | The key of who filled in the form.")
    on: Filled = required("Dato | Nøglen med datoen.", "Date | The key of the date.")
    rows: Filled = required("Krav | Nøglen med listen over krav.", "Criteria | The key of the list of criteria.")
    row: RowKeys = required("Et krav | Nøglerne i hvert krav på listen.", "A criterion | The keys of each criterion in the list.")


class LeftIn(Closed):
    """Figures left in from a template, per level and in all."""

    name: Bilingual = required("Navn | Hvor tallene kommer fra.", "Name | Where the figures come from.")
    levels: Mapping[str, tuple[Whole, ...]] = required("Niveauer | Tallene for hvert niveau.", "Levels | The figures of each level.")
    total: tuple[Whole, ...] = required("Samlet | Tallene for det hele.", "Total | The figures of the whole.")


class CountTerms(Closed):
    """Words of a document's own counts, and figures left in by mistake."""

    total: Texts = required("Samlet | Ord for rækken med det hele.", "Total | Words for the row of the whole.")
    of: Texts = required("Ud af | Ord mellem et antal og det hele.", "Of | Words between a number and the whole.")
    criteria: Texts = required("Krav | Ord for krav i en optælling.", "Criteria | Words for criteria in a count.")
    in_all: Texts = required("I alt | Ord over kolonnen med det hele.", "In all | Words above the column of the whole.")
    percent: Texts = required("Procent | Ord for procent.", "Per cent | Words for per cent.")
    words: RatingTerms = required("Vurderinger | Ord for hver vurdering i en optælling.", "Lights | Words for each light in a count.")
    colours: Omittable[RatingTerms] = optional("Farver | Farven på hver vurdering i et lagkagediagram, som #008000.", "Colours | The colour of each light in a pie chart, such as #008000.")
    left_in: tuple[LeftIn, ...] = required("Glemte tal | Tal fra skabelonen eller et andet produkt, som er blevet stående.", "Left in | Figures of the template or another product that were left in.")


class FactSource(Closed):
    """A path in publiccode.yml and the fact that it becomes."""

    from_: Steps = required("Fra | Vejen til nøglen i publiccode.yml; * er en hvilken som helst nøgle.", "From | The way to the key in publiccode.yml; * is any key.", alias="from")
    to: Steps = required("Til | Vejen til oplysningen i selvevalueringen.", "To | The way to the fact in the declaration.")
    values: Omittable[Mapping[str, Filled]] = optional("Værdier | Værdien dér: værdien i selvevalueringen.", "Values | The value there: the value in the declaration.")


class JoinedField(Closed):
    """A field that, joined over all items, is another fact."""

    field: Filled = required("Felt | Nøglen i punktet.", "Field | The key in the item.")
    to: Steps = required("Til | Vejen til oplysningen i selvevalueringen.", "To | The way to the fact in the declaration.")


class ListSource(Closed):
    """A list in publiccode.yml and the list of facts that it becomes."""

    from_: Steps = required("Fra | Vejen til nøglen i publiccode.yml; * er en hvilken som helst nøgle.", "From | The way to the key in publiccode.yml; * is any key.", alias="from")
    to: Steps = required("Til | Vejen til oplysningen i selvevalueringen.", "To | The way to the fact in the declaration.")
    fields: Mapping[str, Filled] = required("Felter | Nøglen i hvert punkt dér: feltet i selvevalueringen.", "Fields | The key in each item there: the field in the declaration.")
    also: Omittable[JoinedField] = optional("Også | Et felt, som i alle punkter tilsammen også er en anden oplysning.", "Also | A field that, of all items together, is another fact too.")


class PubliccodeFacts(Closed):
    """Which facts are read from publiccode.yml."""

    facts: tuple[FactSource, ...] = required("Oplysninger | Hver nøgle, og den oplysning, den bliver til.", "Facts | Each key, and the fact that it becomes.")
    lists: tuple[ListSource, ...] = required("Lister | Hver liste, og den liste af oplysninger, den bliver til.", "Lists | Each list, and the list of facts that it becomes.")


class Documents(Closed):
    """The terms by which a model's own documents are recognised."""

    model_config = file_format(
        "documents",
        "Hvordan en models egne dokumenter læses",
        "How a model's own documents are read",
    )

    format: Literal["os2governance/documents/1"] = FORMAT_LINE
    model: Filled = required("Model | Modellens id.", "Model | The model's id.")
    criterion: Filled = required("Kravets id | Mønstret for et kravs id.", "The id of a criterion | The pattern of an id.")
    columns: ColumnTerms = required("Kolonner | Hvad der kan stå over hver kolonne i dokumenternes tabeller.", "Columns | What may stand above each column in the documents' tables.")
    marks: MarkTerms = required("Mærker | De mærker og ord, som hvert svar skrives med.", "Marks | The marks and words that each answer is written with.")
    lights: RatingTerms = required("Vurderinger | De tegn og ord, som hver vurdering skrives med.", "Lights | The signs and words that each light is written with.")
    placeholders: Placeholders = required("Ikke udfyldt | Tekster, der står i en skabelon, som ingen har udfyldt.", "Not filled in | Texts that stand in a template that nobody has filled in.")
    levels: Mapping[str, Texts] = required("Niveauer | De navne, som dokumenterne bruger om hvert niveau.", "Levels | The names that documents use for each level.")
    themes: Mapping[str, Texts] = required("Temaer | De overskrifter, som dokumenterne bruger om hvert tema.", "Themes | The headings that documents use for each theme.")
    header: HeaderTerms = required("Dokumentets hoved | Hvad der står foran hver oplysning øverst i et dokument.", "Header | What stands before each fact at the top of a document.")
    who: WhoTerms = required("Hvem | Ord, der er roller og organisationer og ikke personers navne.", "Who | Words that are roles and organisations, and not the names of persons.")
    says: LevelPhrases = required("Siger om niveauet | Sætninger, der nævner et niveau.", "Says of the level | Sentences that name a level.")
    denies: Omittable[Texts] = optional("Benægter | Mønstre i en sætning om et niveau, som siger, at det ikke er sådan.", "Denies | Patterns in a sentence on a level that say that it is not so.")
    others: Omittable[tuple[OtherKind, ...]] = optional("Andre dokumenter | Dokumenter, som ikke besvarer krav, og hvad de kendes på.", "Other documents | Documents that answer no criteria, and how they are recognised.")
    versions: Versions = required("Versioner | Hvordan et dokuments version af modellen kendes.", "Versions | How a document's version of the model is known.")
    form: FormKeys = required("Formularens JSON | Nøglerne i den fil, som selvevalueringens formular gemmer.", "The form's JSON | The keys of the file that the self-assessment's form saves.")
    counts: CountTerms = required("Optællinger | Ordene i et dokuments egen optælling af vurderinger.", "Counts | The words of a document's own count of lights.")
    publiccode: PubliccodeFacts = required("publiccode.yml | Hvilke oplysninger der læses af publiccode.yml.", "publiccode.yml | Which facts are read from publiccode.yml.")
