"""`criteria/<model>/layouts/*.yaml`: how a model's documents are written, and their marks."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Filled,
    Flag,
    Omittable,
    Steps,
    file_format,
    file_of_kinds,
    optional,
    required,
)
from os2governance.formats.words import ColumnWord, LightWord, RowWord

# fmt: off

class AnswerWords(Closed):
    """One text for each answer."""

    met: str = required("Opfyldt | Kravet er opfyldt.", "Met | The criterion is met.")
    partly: str = required("Delvist | Kravet er delvist opfyldt.", "Partly | The criterion is partly met.")
    unmet: str = required("Ikke opfyldt | Kravet er ikke opfyldt.", "Unmet | The criterion is not met.")
    planned: str = required("Planlagt | Det er planlagt at opfylde kravet.", "Planned | It is planned to meet the criterion.")
    not_applicable: str = required("Ikke relevant | Kravet er ikke relevant for produktet.", "Not applicable | The criterion does not apply to the product.")
    unknown: str = required("Ved ikke | Svaret er ikke kendt.", "Unknown | The answer is not known.")


class AnswerMarks(Closed):
    """Each answer as a word, a sign and a tick."""

    words: AnswerWords = required("Ord | Svaret i ord.", "Words | The answer in words.")
    signs: AnswerWords = required("Tegn | Svaret som et tegn.", "Signs | The answer as a sign.")
    ticks: AnswerWords = required("Kryds | Svaret som et felt med eller uden kryds.", "Ticks | The answer as a box with or without a tick.")


class RatingMark(Closed):
    """How a document shows one rating."""

    status: LightWord = required("Udfald | Det udfald, som vurderingen viser.", "Status | The outcome that the light shows.")
    mark: Filled = required("Tegn | Lysets tegn.", "Mark | The light's sign.")
    word: Filled = required("Ord | Lysets ord.", "Word | The light's word.")
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] = required("Farve | Farven i diagrammer, for eksempel #008000.", "Colour | The colour in charts, such as #008000.")
    means: Filled = required("Betyder | Hvad vurderingen betyder; står under tabellen.", "Means | What the light means, for the legend below the table.")


class CountedAs(Closed):
    """The rating that unanswered criteria count as."""

    unknown: LightWord = required("Ubesvaret | Den vurdering, som ubesvarede krav tælles med.", "Unanswered | The light that unanswered criteria are counted with.")


class Columns(Closed):
    """Headings of the columns in templates."""

    id: tuple[str, ...] = required("Id | Over kolonnen med kravets id.", "Id | Above the column of the criterion's id.")
    mark: Mapping[str, Literal["words", "signs", "ticks"]] = required("Svar | Over kolonnen med svaret: hvordan svaret skrives i den.", "Answer | Above the column of the answer: how the answer is written in it.")
    text: tuple[str, ...] = required("Tekst | Over kolonnen med svarets tekst.", "Text | Above the column of the answer's text.")
    light: tuple[str, ...] = required("Vurdering | Over kolonnen med vurderingen.", "Light | Above the column of the light.")
    grounds: tuple[str, ...] = required("Begrundelse | Over kolonnen med begrundelsen for vurderingen.", "Grounds | Above the column of the grounds for the light.")
    advice: Omittable[tuple[str, ...]] = optional("Anbefaling | Over kolonnen med evaluatorens råd.", "Advice | Above the column of the evaluator's advice.")


class Marks(Closed):
    """`marks.yaml`: how documents write answers and ratings."""

    model_config = file_format(
        "marks", "Mærker og vurderinger i dokumenter", "Marks and lights in documents"
    )

    format: Literal["os2governance/marks/1"] = FORMAT_LINE
    answers: AnswerMarks = required("Svar | Hvordan et svar skrives, på de tre måder, som dokumenter bruger.", "Answers | How an answer is written, in the three ways that documents use.")
    lights: Annotated[tuple[RatingMark, ...], Field(min_length=1)] = required("Vurderinger | Hver vurdering: tegn, ord, farve og betydning, i dokumentets rækkefølge.", "Lights | Each light: sign, word, colour and meaning, in the order of documents.")
    counted_as: Omittable[CountedAs] = optional("Tælles som | Hvad der tælles sammen med hvad.", "Counted as | What is counted together with what.")
    columns: Columns = required("Kolonner | Hvad der kan stå over kolonnerne i en skabelon.", "Columns | What may stand above the columns of a template.")
    placeholders: Omittable[tuple[str, ...]] = optional("Ikke udfyldt | Tekster, der står i en skabelon, som ingen har udfyldt.", "Not filled in | Texts that stand in a template that nobody has filled in.")


class FactsLine(Closed):
    """A label, and a value such as `{date}`."""

    label: Filled = required("Navn | Det, der står foran.", "Label | What stands before it.")
    value: Filled = required("Værdi | Det, der står bagefter, for eksempel {date} eller {by}.", "Value | What stands behind it, such as {date} or {by}.")


class FactsPart(Closed):
    """The part with facts about the document."""

    title: Filled = required("Overskrift | Afsnittets overskrift.", "Heading | The heading of the part.")
    lines: tuple[FactsLine, ...] = required("Linjer | Afsnittets linjer.", "Lines | The lines of the part.")


class Column(Closed):
    """A column: its heading and what it shows."""

    title: Filled = required("Overskrift | Det, der står over kolonnen.", "Heading | What stands above the column.")
    shows: ColumnWord = required("Viser | Det, der står i kolonnen.", "Shows | What stands in the column.")


class LayoutHead(Closed):
    """What every layout says of itself."""

    format: Literal["os2governance/layout/1"] = FORMAT_LINE
    layout: Filled = required("Opstilling | Opstillingens navn, som regel skabelonens version.", "Layout | The layout's name, most often the template's version.")
    default: Omittable[Flag] = optional("Den sædvanlige | true: opstillingen bruges, når ingen anden er valgt.", "The usual one | true: the layout is used where no other is chosen.")
    fills: Literal["answers", "lights", "facts"] = required("Udfyldes med | Om det er svar, vurderinger eller oplysninger, der udfyldes.", "Fills in | Whether it is answers, lights or facts that are filled in.")


class RowTexts(LayoutHead):
    """How themes, levels and recommendations are written in rows."""

    headings: Omittable[Mapping[str, str]] = optional("Overskrifter | Overskriften over hvert tema.", "Headings | The heading above each theme.")
    labels: Omittable[Mapping[str, str]] = optional("Niveauer | Hvordan hvert niveau skrives.", "Levels | How each level is written.")
    recommended: Omittable[str] = optional("Anbefaling | Det, der føjes til niveauet, når kravet er en anbefaling.", "Recommendation | What is added to the level where the criterion is a recommendation.")


class ReportLayout(RowTexts):
    """A report in Markdown: its parts, columns and phrases."""

    model_config = file_format(
        "layout", "Hvordan en rapport stilles op", "How a report is laid out"
    )

    kind: Literal["governance-report", "evaluation-report"] = required("Dokument | Den slags dokument, der dannes.", "Document | The kind of document that is made.")
    front_matter: Omittable[Mapping[str, str | Flag]] = optional("Sidens hoved | Det, der står mellem to streger øverst, for en hjemmeside.", "Front matter | What stands between two lines at the top, for a website.")
    front_title: Omittable[str] = optional("Sidens titel | Titlen i sidens hoved, med {product}.", "Title of the page | The title in the front matter, with {product}.")
    title: Filled = required("Overskrift | Dokumentets overskrift, med {product}.", "Heading | The document's heading, with {product}.")
    facts: Omittable[FactsPart] = optional("Om dokumentet | Afsnittet med oplysninger om dokumentet.", "About the document | The part with facts about the document.")
    repository: Omittable[Steps] = optional("Kildekode | Vejen til oplysningen med adressen på kildekoden.", "Repository | The way to the fact of the source code's address.")
    draft: Omittable[str] = optional("Udkast | Det, der sættes på et udkasts titel.", "Draft | What is put on the title of a draft.")
    columns: Annotated[tuple[Column, ...], Field(min_length=1)] = required("Kolonner | Tabellens kolonner i rækkefølge.", "Columns | The table's columns in order.")
    parts: tuple[Literal["facts", "summary", "recommendation", "level", "rows", "counts", "charts", "legend"], ...] = required("Afsnit | Dokumentets afsnit i rækkefølge.", "Parts | The document's parts in order.")
    summary: Omittable[Filled] = optional("Sammenfatning | Overskriften over evaluatorens sammenfatning.", "Summary | The heading above the evaluator's summary.")
    recommendation: Omittable[Filled] = optional("Anbefaling | Overskriften over det anbefalede niveau og dets begrundelse.", "Recommendation | The heading above the recommended level and its grounds.")
    advice: Omittable[Filled] = optional("Råd | Det, der skrives efter begrundelsen, når tabellen ingen kolonne har til anbefalinger, med {advice}.", "Advice | What is written after the grounds where the table has no column for recommendations, with {advice}.")
    titles: Omittable[Mapping[str, Filled]] = optional("Titler | Kravets id: dokumentets egen titel på kravet.", "Titles | The criterion's id: the document's own title of it.")
    aims: Omittable[str] = optional("Sigter mod | Sætningen om målet, med {level}.", "Aims at | The sentence on the aim, with {level}.")
    recommends: Omittable[str] = optional("Anbefaler | Sætningen om det anbefalede niveau, med {level}.", "Recommends | The sentence on the recommended level, with {level}.")


class FormLayoutKeys(Closed):
    """The keys of the self-assessment form's JSON."""

    product: Filled = required("Produkt | Nøglen med produktets navn.", "Product | The key of the product's name.")
    by: Filled = required("Udfyldt af | Nøglen med den, der har udfyldt formularen.", "Filled in by | The key of who filled in the form.")
    date: Filled = required("Dato | Nøglen med datoen.", "Date | The key of the date.")
    made: Filled = required("Dannet | Nøglen med det tidspunkt, filen er dannet på.", "Made | The key of when the file was made.")
    rows: Filled = required("Krav | Nøglen med listen over krav.", "Criteria | The key of the list of criteria.")
    row: Mapping[RowWord, Filled] = required("Et krav | Nøglerne i hvert krav på listen.", "A criterion | The keys of each criterion in the list.")


class FormLayout(RowTexts):
    """The JSON of the self-assessment form."""

    model_config = file_format(
        "layout", "Hvordan formularens JSON stilles op", "How the form's JSON is laid out"
    )

    kind: Literal["self-assessment-json"] = required("Dokument | Den slags dokument, der dannes.", "Document | The kind of document that is made.")
    keys: FormLayoutKeys = required("Nøgler | Formularens navne på nøglerne i sin JSON.", "Keys | The form's names for the keys of its JSON.")


class Value(Closed):
    """A key and its text or fact."""

    to: Steps = required("Til | Vejen til nøglen i publiccode.yml.", "To | The way to the key in publiccode.yml.")
    text: Omittable[Filled] = optional("Tekst | En fast tekst, eventuelt med {product}.", "Text | A fixed text, with {product} if need be.")
    fact: Omittable[Steps] = optional("Oplysning | Vejen til oplysningen i selvevalueringen.", "Fact | The way to the fact in the declaration.")


class ListValue(Closed):
    """A list made from a list of facts."""

    to: Steps = required("Til | Vejen til nøglen i publiccode.yml.", "To | The way to the key in publiccode.yml.")
    fact: Steps = required("Oplysning | Vejen til oplysningen i selvevalueringen.", "Fact | The way to the fact in the declaration.")
    fields: Mapping[str, str] = required("Felter | Nøglen i hvert punkt: feltet i selvevalueringen.", "Fields | The key in each item: the field in the declaration.")
    with_: Omittable[tuple[Steps, Filled]] = optional("Sammen med | En nøgle, og den værdi, den får, når listen har noget.", "Together with | A key, and the value that it gets where the list holds anything.", alias="with")


class PubliccodeLayout(LayoutHead):
    """A publiccode.yml made from facts."""

    model_config = file_format(
        "layout", "Hvordan publiccode.yml dannes", "How publiccode.yml is made"
    )

    kind: Literal["publiccode"] = required("Dokument | Den slags dokument, der dannes.", "Document | The kind of document that is made.")
    values: tuple[Value, ...] = required("Værdier | Hver nøgle i publiccode.yml, og hvad der skrives i den.", "Values | Each key of publiccode.yml, and what is written into it.")
    lists: Omittable[tuple[ListValue, ...]] = optional("Lister | Hver liste i publiccode.yml, og den liste af oplysninger, den kommer af.", "Lists | Each list of publiccode.yml, and the list of facts that it comes from.")
    required_: Omittable[tuple[Steps, ...]] = optional("Krævet | De nøgler, som standarden kræver.", "Required | The keys that the standard requires.", alias="required")


Layout = Annotated[
    ReportLayout | FormLayout | PubliccodeLayout,
    file_of_kinds("layout", "Hvordan et dokument stilles op", "How a document is laid out"),
]
"""A layout of any kind."""
