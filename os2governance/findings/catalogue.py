"""Every code that a finding can have: how grave it is, what it says, what to do.

Texts hold `{name}` places that the finding's arguments fill. A code, once published, keeps its
meaning; its texts may be improved.
"""

from typing import Literal, NamedTuple

from os2governance.i18n.text import Text

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The worst first."""


def list_severities_from(fail_on: Severity) -> tuple[Severity, ...]:
    """Give the severities that are at least as bad as one."""
    return SEVERITIES[: SEVERITIES.index(fail_on) + 1]


class CatalogueEntry(NamedTuple):
    """What one code means."""

    severity: Severity
    message: Text
    remedy: Text


CATALOGUE: dict[str, CatalogueEntry] = {
    # -- files -------------------------------------------------------------------------------
    "file-unreadable": CatalogueEntry(
        "error",
        Text("Filen kan ikke læses: {problem}.", "The file cannot be read: {problem}."),
        Text("Se, om den findes, og om du må læse den.", "See if it exists and may be read."),
    ),
    "file-outside": CatalogueEntry(
        "error",
        Text(
            "Et link i filsystemet fører ud af mappen, så filen læses ikke.",
            "A link in the file system leads out of the folder, so the file is not read.",
        ),
        Text("Læg filen selv i mappen.", "Put the file itself in the folder."),
    ),
    "file-missing": CatalogueEntry(
        "error",
        Text(
            "Her er evalueringer, beslutninger eller en næsten rigtig fil, men ingen product.yaml.",
            "Here are evaluations, decisions or a file with nearly the right name, but no product.yaml.",
        ),
        Text(
            "Læg product.yaml ved siden af dem, eller ret filens navn.",
            "Put product.yaml beside them, or mend the file's name.",
        ),
    ),
    "name-not-read": CatalogueEntry(
        "warning",
        Text(
            "Filen eller mappen læses ikke, fordi den ikke hedder {expected}.",
            "The file or folder is not read, since its name is not {expected}.",
        ),
        Text("Giv den det navn, eller flyt den væk.", "Give it that name, or move it away."),
    ),
    "file-too-many": CatalogueEntry(
        "error",
        Text(
            "Her er over {limit} evalueringer; kun de {limit} sidste efter navn er læst.",
            "Here are over {limit} evaluations; only the last {limit} by name are read.",
        ),
        Text("Flyt de ældste væk.", "Move the oldest away."),
    ),
    "file-unwritable": CatalogueEntry(
        "error",
        Text("Filen kan ikke skrives: {problem}.", "The file cannot be written: {problem}."),
        Text("Se, om du må skrive i mappen.", "See if you may write in the folder."),
    ),
    "file-exists": CatalogueEntry(
        "error",
        Text("Filen er der allerede; den er ikke rørt.", "The file is there already; left alone."),
        Text("Vælg et andet sted, eller flyt den.", "Choose another place, or move it."),
    ),
    "file-changed": CatalogueEntry(
        "error",
        Text(
            "Filen er ændret, siden den blev læst; den er ikke rørt.",
            "The file has changed since it was read; left alone.",
        ),
        Text("Prøv igen.", "Try again."),
    ),
    "file-too-large": CatalogueEntry(
        "error",
        Text("Filen er større end {limit} kB.", "The file is larger than {limit} kB."),
        Text(
            "Læg dokumenter et andet sted, og henvis til dem.",
            "Keep documents elsewhere and refer to them.",
        ),
    ),
    "not-utf8": CatalogueEntry(
        "error",
        Text("Filen er ikke tekst i UTF-8.", "The file is not text in UTF-8."),
        Text("Gem den som UTF-8 i din editor.", "Save it as UTF-8 in your editor."),
    ),
    "no-products": CatalogueEntry(
        "error",
        Text(
            "Her er intet produkt: der er ingen product.yaml.",
            "There is no product here: no product.yaml.",
        ),
        Text(
            "Angiv en produktmappe, dens product.yaml eller en mappe med produkter; "
            "`os2governance init ID` laver en ny.",
            "Name a product's folder, its product.yaml or a folder of products; "
            "`os2governance init ID` makes a new one.",
        ),
    ),
    "json-syntax": CatalogueEntry(
        "error",
        Text("Filen er ikke gyldig JSON: {problem}", "The file is not valid JSON: {problem}"),
        Text("Ret stedet.", "Mend the place."),
    ),
    "yaml-syntax": CatalogueEntry(
        "error",
        Text("Filen er ikke gyldig YAML: {problem}.", "The file is not valid YAML: {problem}."),
        Text(
            "Ret stedet. {hint}",
            "Mend the place. {hint}",
        ),
    ),
    "yaml-empty": CatalogueEntry(
        "error",
        Text("Filen er tom.", "The file is empty."),
        Text("Udfyld den, eller slet den.", "Fill it in, or delete it."),
    ),
    "yaml-too-deep": CatalogueEntry(
        "error",
        Text(
            "Indholdet er mere end {limit} lag dybt.", "The content is over {limit} layers deep."
        ),
        Text("Gør det fladere.", "Make it flatter."),
    ),
    "yaml-too-many": CatalogueEntry(
        "error",
        Text(
            "Filen har over {limit} værdier; fra denne er intet læst.",
            "The file has over {limit} values; from this one on nothing is read.",
        ),
        Text("Del indholdet, eller gør det kortere.", "Split the content, or make it shorter."),
    ),
    "yaml-alias": CatalogueEntry(
        "error",
        Text(
            "Henvisningen '{name}' (anker eller alias) kan ikke bruges.",
            "The reference '{name}' (anchor or alias) cannot be used.",
        ),
        Text(
            "Skriv værdien ud; sæt anførselstegn om tekst, der begynder med & eller *.",
            "Write the value out; quote text that begins with & or *.",
        ),
    ),
    "yaml-tag": CatalogueEntry(
        "error",
        Text("Mærket '{tag}' kan ikke bruges.", "The tag '{tag}' cannot be used."),
        Text(
            "Fjern det; sæt anførselstegn om tekst, der begynder med et udråbstegn.",
            "Remove it; quote text that begins with an exclamation mark.",
        ),
    ),
    "yaml-merge-key": CatalogueEntry(
        "error",
        Text("Fletning ('<<') kan ikke bruges.", "Merging ('<<') cannot be used."),
        Text("Skriv nøglerne ud.", "Write the keys out."),
    ),
    "yaml-duplicate-key": CatalogueEntry(
        "error",
        Text("Nøglen '{key}' står her to gange.", "The key '{key}' stands here twice."),
        Text("Behold den ene.", "Keep one of them."),
    ),
    "yaml-key": CatalogueEntry(
        "error",
        Text("En nøgle skal være en enkel tekst.", "A key must be a plain text."),
        Text(
            "Skriv nøglen som et ord før kolonet.",
            "Write the key as a word before the colon.",
        ),
    ),
    "yaml-several-documents": CatalogueEntry(
        "error",
        Text(
            "Filen indeholder flere dokumenter ('---').",
            "The file holds several documents ('---').",
        ),
        Text("Del dem i hver sin fil.", "Put each in a file of its own."),
    ),
    "yaml-number": CatalogueEntry(
        "error",
        Text("Tallet {number} kan ikke bruges.", "The number {number} cannot be used."),
        Text(
            "Brug et endeligt tal på højst 64 bit; sæt anførselstegn om, hvis det er tekst.",
            "Use a finite number of at most 64 bits; quote it if it is text.",
        ),
    ),
    # -- shape -------------------------------------------------------------------------------
    "unknown-key": CatalogueEntry(
        "error",
        Text("Nøglen '{key}' kendes ikke her{meant}", "The key '{key}' is not known here{meant}"),
        Text("Ret nøglen, eller fjern den.", "Mend the key, or remove it."),
    ),
    "missing-key": CatalogueEntry(
        "error",
        Text("Nøglen '{key}' mangler i {where}.", "The key '{key}' is missing in {where}."),
        Text("Tilføj den.{hint}", "Add it.{hint}"),
    ),
    "wrong-type": CatalogueEntry(
        "error",
        Text(
            "'{name}' skal være {wanted}, men er {value}.",
            "'{name}' must be {wanted}, but is {value}.",
        ),
        Text("Ret værdien.{hint}", "Mend the value.{hint}"),
    ),
    "wrong-choice": CatalogueEntry(
        "error",
        Text("'{name}' kan ikke være {value}{meant}", "'{name}' cannot be {value}{meant}"),
        Text("Vælg en af: {choices}.", "Choose one of: {choices}."),
    ),
    "wrong-format": CatalogueEntry(
        "error",
        Text(
            "'{name}' skal være {wanted}, men er {value}.",
            "'{name}' must be {wanted}, but is {value}.",
        ),
        Text("Ret værdien.", "Mend the value."),
    ),
    "out-of-bounds": CatalogueEntry(
        "error",
        Text("'{name}' {wanted}, men er {value}.", "'{name}' {wanted}, but is {value}."),
        Text("Ret værdien.", "Mend the value."),
    ),
    "shape": CatalogueEntry(
        "error",
        Text(
            "{value} passer ikke til skemaet: {problem}",
            "{value} does not fit the schema: {problem}",
        ),
        Text("Ret værdien.", "Mend the value."),
    ),
    "findings-left-out": CatalogueEntry(
        "note",
        Text(
            "Af {name} vises kun de første {count}; der er flere.",
            "Of {name} only the first {count} are told; there are more.",
        ),
        Text(
            "Ret dem, der vises, og kontrollér igen.",
            "Mend those that are told, and check again.",
        ),
    ),
    # -- names -------------------------------------------------------------------------------
    "no-model-named": CatalogueEntry(
        "error",
        Text(
            "Filen siger ikke, hvilken model den svarer efter.",
            "The file does not say which model it answers by.",
        ),
        Text(
            "Tilføj en linje som `model: {example}`. Kendte modeller: {known}.",
            "Add a line such as `model: {example}`. Known models: {known}.",
        ),
    ),
    "unknown-model": CatalogueEntry(
        "error",
        Text("Modellen '{name}' findes ikke{meant}", "There is no model '{name}'{meant}"),
        Text("Kendte modeller: {known}.", "Known models: {known}."),
    ),
    "other-model": CatalogueEntry(
        "error",
        Text(
            "Erklæringen svarer efter {name}, ikke {model}.",
            "The declaration answers by {name}, not {model}.",
        ),
        Text("Brug den model, den nævner.", "Use the model that it names."),
    ),
    "unusable-model": CatalogueEntry(
        "error",
        Text(
            "Modellen '{name}' har fejl og kan ikke bruges.",
            "The model '{name}' has errors and cannot be used.",
        ),
        Text(
            "Kør `os2governance criteria lint {name}`.",
            "Run `os2governance criteria lint {name}`.",
        ),
    ),
    "unknown-criterion": CatalogueEntry(
        "error",
        Text(
            "Kravet '{name}' findes ikke i {model}{meant}",
            "There is no criterion '{name}' in {model}{meant}",
        ),
        Text(
            "Ret id'et; et id betyder kun noget sammen med en version af modellen.",
            "Mend the id; an id means something only together with a model version.",
        ),
    ),
    "unknown-level": CatalogueEntry(
        "error",
        Text("Niveauet '{name}' findes ikke{meant}", "There is no level '{name}'{meant}"),
        Text("Brug et af modellens niveauer: {known}.", "Use one of the model's levels: {known}."),
    ),
    "unknown-role": CatalogueEntry(
        "error",
        Text("Rollen '{name}' findes ikke{meant}", "There is no role '{name}'{meant}"),
        Text("Brug en af modellens roller.", "Use one of the model's roles."),
    ),
    # -- declarations ------------------------------------------------------------------------
    "contradiction": CatalogueEntry(
        "error",
        Text(
            "{id} ({title}) er besvaret med opfyldt, men oplysningerne siger noget andet: {against}.",
            "{id} ({title}) is answered as met, but the facts say otherwise: {against}.",
        ),
        Text(
            "Ret oplysningen, hvis den er forældet; ellers ret svaret.",
            "Mend the fact if it is out of date; otherwise mend the answer.",
        ),
    ),
    "answer-behind-facts": CatalogueEntry(
        "note",
        Text(
            "{id} ({title}) er opfyldt efter oplysningerne, selv om svaret siger noget andet.",
            "{id} ({title}) is met by the facts, although the answer says otherwise.",
        ),
        Text("Ret svaret.", "Mend the answer."),
    ),
    "undocumented": CatalogueEntry(
        "warning",
        Text(
            "{id} ({title}) er besvaret med opfyldt, men uden dokumentation.",
            "{id} ({title}) is answered as met, but without evidence.",
        ),
        Text(
            "Tilføj `evidence` med et link eller en henvisning til et dokument, eller oplys det, "
            "kravet spørger om.",
            "Add `evidence` with a link or a reference to a document, or declare the facts "
            "that are asked for.",
        ),
    ),
    "planned": CatalogueEntry(
        "note",
        Text("{id} ({title}) er planlagt{due}.", "{id} ({title}) is planned{due}."),
        Text("Ret svaret, når det er gjort.", "Mend the answer when it is done."),
    ),
    "overdue": CatalogueEntry(
        "warning",
        Text(
            "{id} ({title}) skulle være gjort nu{due}.",
            "{id} ({title}) should have been done by now{due}.",
        ),
        Text(
            "Ret svaret, hvis det er gjort, eller sæt en ny dato.",
            "Mend the answer if it is done, or set a new date.",
        ),
    ),
    "reason-missing": CatalogueEntry(
        "error",
        Text(
            "{id} ({title}) er besvaret med ikke relevant, men uden grund.",
            "{id} ({title}) is answered as not applicable, but without a reason.",
        ),
        Text("Tilføj `reason`.", "Add `reason`."),
    ),
    "not-applicable-not-allowed": CatalogueEntry(
        "error",
        Text(
            "{id} ({title}) gælder for alle produkter og kan ikke være »ikke relevant«.",
            '{id} ({title}) holds for all products and cannot be "not applicable".',
        ),
        Text("Svar på kravet.", "Answer the criterion."),
    ),
    "answer-not-enough": CatalogueEntry(
        "warning",
        Text(
            "{id} ({title}) afgøres af oplysninger; et svar alene tæller ikke.",
            "{id} ({title}) is decided by facts; an answer alone does not count.",
        ),
        Text("Oplys det, kravet spørger om.", "Declare the facts that are asked for."),
    ),
    "unanswered": CatalogueEntry(
        "note",
        Text("{id} ({title}) er ikke besvaret.", "{id} ({title}) is not answered."),
        Text(
            "Oplys det, kravet spørger om, eller svar under `answers`.",
            "Declare the facts that are asked for, or answer under `answers`.",
        ),
    ),
    # -- record ------------------------------------------------------------------------------
    "acceptance-expired": CatalogueEntry(
        "warning",
        Text(
            "Accepten af afvigelsen fra {id} ({title}) udløb efter {until}.",
            "The acceptance of the deviation from {id} ({title}) ran out after {until}.",
        ),
        Text(
            "Opfyld kravet, eller bed om en ny accept.",
            "Meet the criterion, or ask for a new acceptance.",
        ),
    ),
    "acceptance-by-declarer": CatalogueEntry(
        "error",
        Text(
            "Afvigelsen fra {id} ({title}) kan ikke accepteres af {role}, der selv erklærer.",
            "The deviation from {id} ({title}) cannot be accepted by {role}, which declares.",
        ),
        Text("Lad en anden rolle beslutte.", "Let another role decide."),
    ),
    "record-other-product": CatalogueEntry(
        "error",
        Text(
            "Filen hører til '{name}', ikke '{product}'.",
            "The file is about '{name}', not '{product}'.",
        ),
        Text("Flyt filen, eller ret produktet.", "Move the file, or mend the product."),
    ),
    "decision-level": CatalogueEntry(
        "error",
        Text(
            "Et niveau hører sammen med `place`, og kun med den (her: {decision}).",
            "A level goes with `place`, and only with it (here: {decision}).",
        ),
        Text("Tilføj eller fjern `level`.", "Add or remove `level`."),
    ),
    "decision-accepts": CatalogueEntry(
        "error",
        Text(
            "Afvigelser kan ikke accepteres med {decision}.",
            "Deviations cannot be accepted with {decision}.",
        ),
        Text("Brug `accept` eller `place`.", "Use `accept` or `place`."),
    ),
    "decision-by-other-body": CatalogueEntry(
        "error",
        Text(
            "{level} kan efter modellen ikke besluttes af {role}.",
            "By the model {level} cannot be decided by {role}.",
        ),
        Text("Lad det rette organ beslutte.", "Let the right body decide."),
    ),
    "evaluation-other-model": CatalogueEntry(
        "note",
        Text(
            "Evalueringen er lavet efter {other}, erklæringen efter {model}; lysene sammenlignes ikke.",
            "The evaluation is by {other}, the declaration by {model}; lights are not compared.",
        ),
        Text("Evaluér efter samme version.", "Evaluate by the same version."),
    ),
    "placed-above-assessed": CatalogueEntry(
        "warning",
        Text(
            "Produktet er placeret på {level}, men reglerne giver: {assessed}. "
            "Imellem står {criteria}.",
            "The product is placed at {level}, but the rules give: {assessed}. "
            "In between stand {criteria}.",
        ),
        Text(
            "Opfyld kravene, eller lad en beslutning acceptere hver afvigelse med grund og frist.",
            "Meet the criteria, or let a decision accept each deviation with grounds and a date.",
        ),
    ),
    "recommended-above-assessed": CatalogueEntry(
        "note",
        Text(
            "Evalueringen anbefaler {level}, men reglerne giver: {assessed}. "
            "Imellem står {criteria}.",
            "The evaluation recommends {level}, but the rules give: {assessed}. "
            "In between stand {criteria}.",
        ),
        Text(
            "Opfyld kravene, eller lad en beslutning acceptere hver afvigelse med grund og frist.",
            "Meet the criteria, or let a decision accept each deviation with grounds and a date.",
        ),
    ),
    # -- models ------------------------------------------------------------------------------
    "model-missing": CatalogueEntry(
        "error",
        Text("Her er ingen model.yaml.", "There is no model.yaml here."),
        Text("Angiv en mappe <model>/<version>.", "Name a folder <model>/<version>."),
    ),
    "model-misplaced": CatalogueEntry(
        "error",
        Text(
            "Modellen kalder sig {name}, men ligger i {folder}.",
            "The model calls itself {name}, but lies in {folder}.",
        ),
        Text("Flyt mappen, eller ret navnet.", "Move the folder, or mend the name."),
    ),
    "model-empty": CatalogueEntry(
        "error",
        Text("Modellen har ingen krav.", "The model has no criteria."),
        Text("Tilføj en fil med krav.", "Add a file with criteria."),
    ),
    "model-duplicate-id": CatalogueEntry(
        "error",
        Text("Id'et '{name}' er brugt før.", "The id '{name}' is used before."),
        Text("Giv det et eget id.", "Give it an id of its own."),
    ),
    "model-unknown-level": CatalogueEntry(
        "error",
        Text("Niveauet '{name}' findes ikke{meant}", "There is no level '{name}'{meant}"),
        Text("Brug et af niveauerne i model.yaml.", "Use one of the levels in model.yaml."),
    ),
    "model-unknown-theme": CatalogueEntry(
        "error",
        Text("Temaet '{name}' findes ikke{meant}", "There is no theme '{name}'{meant}"),
        Text("Brug et af temaerne i model.yaml.", "Use one of the themes in model.yaml."),
    ),
    "model-unknown-role": CatalogueEntry(
        "error",
        Text("Rollen '{name}' findes ikke{meant}", "There is no role '{name}'{meant}"),
        Text("Brug en af rollerne i model.yaml.", "Use one of the roles in model.yaml."),
    ),
    "facts-schema-missing": CatalogueEntry(
        "error",
        Text("Filen '{name}' findes ikke i mappen.", "The file '{name}' is not in the folder."),
        Text("Ret `facts`, eller tilføj filen.", "Mend `facts`, or add the file."),
    ),
    "facts-schema-invalid": CatalogueEntry(
        "error",
        Text(
            "Ordforrådet er ikke et gyldigt JSON-skema: {problem}",
            "The vocabulary is no valid JSON Schema: {problem}",
        ),
        Text("Ret skemaet (JSON Schema 2020-12).", "Mend the schema (JSON Schema 2020-12)."),
    ),
    # -- rules -------------------------------------------------------------------------------
    "rule-no-node": CatalogueEntry(
        "error",
        Text("Her skal stå en regel.", "A rule must stand here."),
        Text(
            "Skriv for eksempel `{{fact: sti, present: true}}`.",
            "Write for example `{{fact: path, present: true}}`.",
        ),
    ),
    "rule-no-list": CatalogueEntry(
        "error",
        Text("Her skal stå en liste af regler.", "A list of rules must stand here."),
        Text("Skriv mindst én regel.", "Write at least one rule."),
    ),
    "rule-no-name": CatalogueEntry(
        "error",
        Text("Her skal stå navnet på en betingelse.", "The name of a condition must stand here."),
        Text("Brug et navn fra `conditions`.", "Use a name from `conditions`."),
    ),
    "rule-no-path": CatalogueEntry(
        "error",
        Text("Her skal stå stien til en oplysning.", "The path of a fact must stand here."),
        Text(
            "Skriv den som ord med punktum imellem.", "Write it as words with full stops between."
        ),
    ),
    "rule-too-large": CatalogueEntry(
        "error",
        Text(
            "Reglen har over {limit} dele med alle de betingelser, den bruger.",
            "The rule has over {limit} parts with all the conditions that it uses.",
        ),
        Text(
            "Del kravet, eller brug færre betingelser.",
            "Split the criterion, or use fewer conditions.",
        ),
    ),
    "list-too-long": CatalogueEntry(
        "error",
        Text(
            "Listen {name} er så lang, at kravene skulle besvares over {limit} gange.",
            "The list {name} is so long that the criteria would take over {limit} answers.",
        ),
        Text(
            "Gør listen kortere, eller modellens regler mindre.",
            "Make the list shorter, or the rules of the model smaller.",
        ),
    ),
    "rules-too-large": CatalogueEntry(
        "error",
        Text(
            "Modellens regler har tilsammen over {limit} dele med alle de betingelser, de bruger.",
            "The rules of the model have over {limit} parts in all with the conditions that they "
            "use.",
        ),
        Text(
            "Brug færre eller mindre betingelser, eller del modellen.",
            "Use fewer or smaller conditions, or split the model.",
        ),
    ),
    "rule-too-deep": CatalogueEntry(
        "error",
        Text("Reglen er for dyb.", "The rule is too deep."),
        Text("Del den i betingelser.", "Split it into conditions."),
    ),
    "rule-several-keys": CatalogueEntry(
        "error",
        Text(
            "En regel har netop én nøgle; her står {keys}.",
            "A rule has just one key; here are {keys}.",
        ),
        Text("Saml dem under `all` eller `any`.", "Put them under `all` or `any`."),
    ),
    "rule-one-operator": CatalogueEntry(
        "error",
        Text(
            "Ved siden af `fact` skal stå netop én operator.",
            "Just one operator must stand beside `fact`.",
        ),
        Text("Vælg en af: {operators}.", "Choose one of: {operators}."),
    ),
    "rule-unknown-operator": CatalogueEntry(
        "error",
        Text(
            "Operatoren '{operator}' findes ikke{meant}",
            "There is no operator '{operator}'{meant}",
        ),
        Text("Ret operatoren.", "Mend the operator."),
    ),
    "rule-operator-without-fact": CatalogueEntry(
        "error",
        Text(
            "'{operator}' skal stå ved siden af `fact`.", "'{operator}' must stand beside `fact`."
        ),
        Text("Tilføj `fact` med en sti.", "Add `fact` with a path."),
    ),
    "rule-unknown-key": CatalogueEntry(
        "error",
        Text(
            "Nøglen '{name}' kendes ikke her{meant}", "The key '{name}' is not known here{meant}"
        ),
        Text("Ret nøglen, eller fjern den.", "Mend the key, or remove it."),
    ),
    "rule-keys": CatalogueEntry(
        "error",
        Text("Her skal stå nøglerne {keys}.", "The keys {keys} must stand here."),
        Text("Tilføj dem.", "Add them."),
    ),
    "rule-one-bound": CatalogueEntry(
        "error",
        Text(
            "Her skal stå enten at_least eller at_most.",
            "Either at_least or at_most must stand here.",
        ),
        Text("Skriv en af dem.", "Write one of them."),
    ),
    "rule-unknown-fact": CatalogueEntry(
        "error",
        Text(
            "Oplysningen '{fact}' findes ikke i ordforrådet{meant}",
            "There is no fact '{fact}' in the vocabulary{meant}",
        ),
        Text(
            "Ret stien, eller tilføj oplysningen til skemaet.",
            "Mend the path, or add the fact to the schema.",
        ),
    ),
    "rule-unknown-condition": CatalogueEntry(
        "error",
        Text("Betingelsen '{name}' findes ikke{meant}", "There is no condition '{name}'{meant}"),
        Text("Ret navnet, eller tilføj betingelsen.", "Mend the name, or add the condition."),
    ),
    "rule-circular": CatalogueEntry(
        "error",
        Text(
            "Betingelserne bruger hinanden i ring: {ring}.",
            "The conditions use each other in a ring: {ring}.",
        ),
        Text("Bryd ringen.", "Break the ring."),
    ),
    "rule-type": CatalogueEntry(
        "error",
        Text(
            "'{operator}' er til {wanted}, men {fact} er {actual}.",
            "'{operator}' is for {wanted}, but {fact} is {actual}.",
        ),
        Text("Brug en operator, der passer.", "Use an operator that fits."),
    ),
    "rule-choice": CatalogueEntry(
        "error",
        Text("{fact} kan aldrig være '{value}'.", "{fact} can never be '{value}'."),
        Text("Vælg en af: {choices}.", "Choose one of: {choices}."),
    ),
    "rule-value": CatalogueEntry(
        "error",
        Text("Ved '{operator}' skal stå {wanted}.", "At '{operator}' must stand {wanted}."),
        Text("Ret værdien.", "Mend the value."),
    ),
    "rule-pattern": CatalogueEntry(
        "error",
        Text(
            "Mønstret '{pattern}' er ikke gyldigt: {problem}",
            "The pattern '{pattern}' is not valid: {problem}",
        ),
        Text("Brug RE2's syntaks.", "Use RE2's syntax."),
    ),
    # -- whether a declaration can be so ----------------------------------------------------
    "date-in-future": CatalogueEntry(
        "warning",
        Text(
            "{what} er {date}, men det er først {as_of}.",
            "{what} is {date}, but it is only {as_of}.",
        ),
        Text(
            "Ret datoen; det, der er aftalt, men ikke sket, hører til i et svar som planlagt.",
            "Mend the date; what is agreed but has not happened belongs in an answer as planned.",
        ),
    ),
    "expired": CatalogueEntry(
        "warning",
        Text("{what} var {date}; det er {as_of}.", "{what} was {date}; it is {as_of}."),
        Text(
            "Forny aftalen, og skriv den nye dato; er den ophørt, så skriv `null` eller fjern den.",
            "Renew it and give the new date; if it has ended, write `null` or remove it.",
        ),
    ),
    "dates-reversed": CatalogueEntry(
        "warning",
        Text(
            "{what} ({date}) ligger før {other} ({first}).",
            "{what} ({date}) is before {other} ({first}).",
        ),
        Text("Ret den ene af datoerne.", "Mend one of the dates."),
    ),
    "parts-exceed-total": CatalogueEntry(
        "error",
        Text(
            "Delene er tilsammen {sum}, men {what} er kun {total}.",
            "The parts add up to {sum}, but {what} is only {total}.",
        ),
        Text("Ret delene eller det samlede tal.", "Mend the parts or the total."),
    ),
    "evidence-unusable": CatalogueEntry(
        "warning",
        Text(
            "Henvisningen kan ingen følge: {value}",
            "Nobody can follow this reference: {value}",
        ),
        Text(
            "Skriv en hel webadresse, som andre kan åbne, eller dokumentets navn og sted.",
            "Give a whole web address that others can open, or the document's name and place.",
        ),
    ),
    "personal-data": CatalogueEntry(
        "warning",
        Text("Her står {kind}.", "Here is {kind}."),
        Text(
            "Skriv en rolle og en organisation i stedet; filen er offentlig.",
            "Name a role and an organisation instead; the file is public.",
        ),
    ),
    "product-folder": CatalogueEntry(
        "warning",
        Text(
            "Produktet hedder '{name}', men mappen hedder '{folder}'.",
            "The product is '{name}', but its folder is '{folder}'.",
        ),
        Text("Giv dem samme navn.", "Give them the same name."),
    ),
    "evaluation-file-name": CatalogueEntry(
        "warning",
        Text(
            "Evalueringen er dateret {on}, men filen hedder '{name}'.",
            "The evaluation is dated {on}, but its file is named '{name}'.",
        ),
        Text("Giv filen evalueringens dato som navn.", "Name the file by the evaluation's date."),
    ),
    "duplicate-product": CatalogueEntry(
        "error",
        Text(
            "Produktet '{name}' er også erklæret i {other}.",
            "The product '{name}' is declared in {other} too.",
        ),
        Text("Behold den ene, eller giv det ene et andet id.", "Keep one, or rename the other."),
    ),
    # -- what has changed ---------------------------------------------------------------------
    "level-change-undecided": CatalogueEntry(
        "error",
        Text(
            "Det vurderede niveau går fra {before} til {after}, uden at nogen har besluttet det.",
            "The assessed level goes from {before} to {after}, and nobody has decided it.",
        ),
        Text(
            "Bed om en beslutning, og før den ind i decisions.yaml; eller ret det, der ændrer niveauet.",
            "Ask for a decision and add it to decisions.yaml; or mend what changes the level.",
        ),
    ),
    "log-rewritten": CatalogueEntry(
        "error",
        Text(
            "Beslutning nr. {number} er rettet eller fjernet; loggen må kun vokse.",
            "Decision no. {number} was changed or removed; the log may only grow.",
        ),
        Text(
            "Sæt den tilbage, som den var, og tilføj en ny beslutning nederst.",
            "Put it back as it was, and add a new decision at the end.",
        ),
    ),
    "product-removed-undecided": CatalogueEntry(
        "error",
        Text(
            "Produktet er fjernet sammen med sin beslutningslog, uden at nogen har besluttet at lukke det.",
            "The product was removed together with its decision log, and nobody has decided to close it.",
        ),
        Text(
            "Sæt mappen tilbage, og tilføj beslutningen om at lukke (`close`) nederst i decisions.yaml; når den er kommet ind på den gren, der sammenlignes med, kan mappen fjernes i en ny ændring.",
            "Put the folder back, and add the decision to `close` it at the end of decisions.yaml; once that is on the branch that is compared with, another change can remove the folder.",
        ),
    ),
    "log-out-of-order": CatalogueEntry(
        "warning",
        Text(
            "Beslutningen af {date} står efter en af {before}.",
            "The decision of {date} stands after one of {before}.",
        ),
        Text("Skriv beslutninger i rækkefølge.", "Write decisions in their order."),
    ),
    "decision-without-grounds": CatalogueEntry(
        "warning",
        Text("Beslutningen har ingen begrundelse.", "The decision has no grounds."),
        Text("Tilføj `grounds`, også en kort.", "Add `grounds`, short ones too."),
    ),
    "model-superseded": CatalogueEntry(
        "note",
        Text(
            "Erklæringen svarer efter {name}; den nyeste udgave er {newer}.",
            "The declaration answers by {name}; the newest version is {newer}.",
        ),
        Text(
            "Gå over til den nyeste udgave ved næste selvevaluering.",
            "Move on to the newest version with the next self-assessment.",
        ),
    ),
    # -- silence ------------------------------------------------------------------------------
    "silence-syntax": CatalogueEntry(
        "error",
        Text(
            "Kommentaren kan ikke læses som en tilladelse til at tie.",
            "The comment cannot be read as leave to be silent.",
        ),
        Text(
            "Skriv `# os2governance: ignore[kode] begrundelsen`.",
            "Write `# os2governance: ignore[code] the reason`.",
        ),
    ),
    "silence-unknown-code": CatalogueEntry(
        "error",
        Text("Koden '{name}' findes ikke{meant}", "There is no code '{name}'{meant}"),
        Text("Brug koden, som fundet har.", "Use the code that the finding has."),
    ),
    "silence-without-reason": CatalogueEntry(
        "error",
        Text(
            "Her ties om et fund uden en begrundelse, så det gælder ikke.",
            "A finding is silenced here without a reason, so it is not.",
        ),
        Text(
            "Skriv begrundelsen efter den kantede parentes.",
            "Write the reason behind the bracket.",
        ),
    ),
    "silence-too-many": CatalogueEntry(
        "error",
        Text(
            "Der er over {limit} kommentarer, der tier; resten gælder ikke.",
            "Over {limit} comments silence something; the rest do not hold.",
        ),
        Text(
            "Undlad koden for hele projektet med `ignore` i os2governance.toml.",
            "Leave the code out for the whole project with `ignore` in os2governance.toml.",
        ),
    ),
    "silence-unused": CatalogueEntry(
        "warning",
        Text(
            "Her ties om {codes}, men der er intet at tie om.",
            "This silences {codes}, but there is nothing to silence.",
        ),
        Text(
            "Flyt kommentaren til den linje, som fundet står ved, eller fjern den.",
            "Move the comment to the line that the finding is about, or remove it.",
        ),
    ),
    # -- versions of a model ------------------------------------------------------------------
    "model-base-unusable": CatalogueEntry(
        "error",
        Text(
            "Versionen '{name}', som denne er skrevet ud fra, findes ikke eller kan ikke bruges.",
            "The version '{name}' that this one is based on is not there or cannot be used.",
        ),
        Text(
            "Nævn en version af den samme model, og ret de fejl, den måtte have.",
            "Name a version of the same model, and mend the errors that it may have.",
        ),
    ),
    "model-base-ring": CatalogueEntry(
        "error",
        Text("Versionerne bygger på hinanden i ring: {ring}.", "Versions in a ring: {ring}."),
        Text(
            "Skriv én af dem helt ud, uden based_on.",
            "Write one of them in full, without based_on.",
        ),
    ),
    "model-no-base": CatalogueEntry(
        "error",
        Text("Ændringer uden en version at ændre.", "Changes without a version to change."),
        Text("Nævn versionen med based_on.", "Name the version with based_on."),
    ),
    "model-inherited": CatalogueEntry(
        "error",
        Text(
            "'{key}' er som i version {name} og kan ikke skrives igen her.",
            "'{key}' is as in version {name}, and cannot be written again here.",
        ),
        Text(
            "Fjern det, eller skriv modellen helt ud, uden based_on.",
            "Remove it, or write the model in full, without based_on.",
        ),
    ),
    "model-base-criterion": CatalogueEntry(
        "error",
        Text(
            "Der er intet krav '{name}' at ændre{meant}", "There is no '{name}' to change{meant}"
        ),
        Text("Ret id'et.", "Correct the id."),
    ),
    "model-base-twice": CatalogueEntry(
        "error",
        Text(
            "{old} kan ikke blive til {name}: et af kravene er brugt eller udgået.",
            "{old} cannot become {name}: one of the two is used or dropped.",
        ),
        Text(
            "Et krav bliver til højst ét, og hvert id hører til ét krav.",
            "A criterion becomes one at most, and each id belongs to one criterion.",
        ),
    ),
    "lineage-dropped": CatalogueEntry(
        "warning",
        Text(
            "Det er ikke klart, hvad der blev af {name} fra {model}.",
            "It is not clear what became of {name} from {model}.",
        ),
        Text(
            "Sig det i supersedes: enten i criteria eller i dropped.",
            "Say it in supersedes: either in criteria or in dropped.",
        ),
    ),
    "lineage-new": CatalogueEntry(
        "warning",
        Text(
            "Det er ikke sagt, at {name} er nyt i forhold til {model}.",
            "It is not said that {name} is new since {model}.",
        ),
        Text(
            "Nævn det i supersedes, criteria, med en tom liste.",
            "Name it in supersedes, criteria, with an empty list.",
        ),
    ),
    "lineage-mandatory": CatalogueEntry(
        "warning",
        Text(
            "made_mandatory passer ikke med, om {name} er en anbefaling her og i {model}.",
            "made_mandatory does not fit whether {name} is a recommendation here and in {model}.",
        ),
        Text("Ret made_mandatory eller kravet.", "Correct made_mandatory or the criterion."),
    ),
    "lineage-none": CatalogueEntry(
        "error",
        Text(
            "Det er ikke sagt, hvordan {name} hænger sammen med {other}.",
            "It is not said how {name} relates to {other}.",
        ),
        Text(
            "Skriv i hver versions supersedes, hvilken version der var før.",
            "Say in each version's supersedes which version was before.",
        ),
    ),
    "migrate-review": CatalogueEntry(
        "warning",
        Text(
            "{name} i {model} er ikke det samme som før ({old}); svaret er flyttet til note.",
            "{name} in {model} is not what it was ({old}); the answer was moved to note.",
        ),
        Text("Læs kravet, og svar igen.", "Read the criterion, and answer again."),
    ),
    "migrate-gone": CatalogueEntry(
        "warning",
        Text(
            "{name} findes ikke mere i {model}; svaret er gemt som en kommentar.",
            "{name} is no more in {model}; the answer is kept as a comment.",
        ),
        Text("Slet kommentaren, når den er læst.", "Delete the comment once it is read."),
    ),
    "migrate-uneditable": CatalogueEntry(
        "error",
        Text(
            "Filen kan ikke ændres, uden at andet i den også ændres.",
            "The file cannot be changed without changing more of it.",
        ),
        Text(
            "Skriv svarene under hinanden, uden krøllede parenteser om dem alle.",
            "Write the answers below each other, without braces around them all.",
        ),
    ),
    # -- OS2's documents: import and verify ------------------------------------------------------
    "import-unknown-kind": CatalogueEntry(
        "error",
        Text(
            "Filen er hverken en rapport, en evaluering, formularens JSON eller en publiccode.yml.",
            "The file is no report, evaluation, form's JSON or publiccode.yml.",
        ),
        Text(
            "Se, om det er den rigtige fil.",
            "See if it is the right file.",
        ),
    ),
    "import-no-rows": CatalogueEntry(
        "error",
        Text(
            "Der er ingen række om et krav i dokumentet.",
            "The document has no row about a criterion.",
        ),
        Text(
            "Se, om det er den rigtige fil: hver række skal have kravets id i en celle for sig.",
            "See if it is the right file: each row needs the criterion's id in a cell of its own.",
        ),
    ),
    "import-no-version": CatalogueEntry(
        "error",
        Text(
            "Dokumentet siger ikke, hvilken version af modellen det følger, og det kan ikke ses af rækkerne.",
            "The document does not say which version of the model it follows, and its rows do not tell.",
        ),
        Text(
            "Angiv den med --model (der er: {known}).",
            "Name it with --model (there are: {known}).",
        ),
    ),
    "import-no-model": CatalogueEntry(
        "error",
        Text(
            "Dokumentet følger {name}, men den model er her ikke.",
            "The document follows {name}, but that model is not here.",
        ),
        Text(
            "Angiv en anden med --model (der er: {known}), eller en mappe med --criteria.",
            "Name another with --model (there are: {known}), or a folder with --criteria.",
        ),
    ),
    "import-no-documents": CatalogueEntry(
        "error",
        Text(
            "Ingen model her siger, hvordan dens dokumenter læses (documents.yaml).",
            "No model here says how its documents are read (documents.yaml).",
        ),
        Text(
            "Angiv en mappe med --criteria, der har en.",
            "Name a folder with --criteria that has one.",
        ),
    ),
    "import-no-product": CatalogueEntry(
        "error",
        Text(
            "Dokumentet siger ikke, hvilket produkt det er om.",
            "The document does not say which product it is about.",
        ),
        Text(
            "Angiv produktets id med --id.",
            "Give the product's id with --id.",
        ),
    ),
    "import-no-date": CatalogueEntry(
        "warning",
        Text(
            "Dokumentet har ingen dato, der kan læses; {date} er brugt.",
            "The document has no date that can be read; {date} is used.",
        ),
        Text(
            "Angiv datoen med --as-of, eller ret den i den nye fil.",
            "Give the date with --as-of, or mend it in the new file.",
        ),
    ),
    "import-date-unreadable": CatalogueEntry(
        "warning",
        Text(
            "Datoen '{said}' kan ikke læses.",
            "The date '{said}' cannot be read.",
        ),
        Text(
            "Skriv den som 2026-05-01.",
            "Write it as 2026-05-01.",
        ),
    ),
    "import-no-who": CatalogueEntry(
        "note",
        Text(
            "Dokumentet siger ikke, hvem der har udfyldt det.",
            "The document does not say who filled it in.",
        ),
        Text(
            "Skriv rolle og organisation i den nye fil.",
            "Write role and organisation in the new file.",
        ),
    ),
    "import-name-left-out": CatalogueEntry(
        "note",
        Text(
            "Her står, hvad der kan være et navn; det er ikke taget med.",
            "What may be a name stands here; it is left out.",
        ),
        Text(
            "Skriv rolle og organisation i den nye fil.",
            "Write role and organisation in the new file.",
        ),
    ),
    "import-level-found": CatalogueEntry(
        "note",
        Text(
            "Her er niveauet læst: {level}.",
            "The level is read here: {level}.",
        ),
        Text(
            "Ret det i den nye fil, hvis det ikke er ment sådan.",
            "Mend it in the new file if it is not meant so.",
        ),
    ),
    "import-levels-disagree": CatalogueEntry(
        "warning",
        Text(
            "Teksten nævner flere niveauer ({said}); intet er taget med.",
            "The text names several levels ({said}); none is taken.",
        ),
        Text(
            "Skriv niveauet i den nye fil.",
            "Write the level in the new file.",
        ),
    ),
    "import-level-unknown": CatalogueEntry(
        "warning",
        Text(
            "Niveauet '{level}' er ikke i modellen {model}.",
            "The level '{level}' is not in the model {model}.",
        ),
        Text(
            "Skriv niveauet i den nye fil.",
            "Write the level in the new file.",
        ),
    ),
    "import-never-closed": CatalogueEntry(
        "warning",
        Text(
            "'{start}' bliver aldrig afsluttet; resten er læst som tekst.",
            "'{start}' is never closed; the rest is read as text.",
        ),
        Text(
            "Afslut den, hvis resten ikke skal vises.",
            "Close it if the rest should not show.",
        ),
    ),
    "import-no-marks": CatalogueEntry(
        "warning",
        Text(
            "Tabellen har ingen kolonne til svar; {count} rækker er læst uden.",
            "The table has no column for answers; {count} rows are read without.",
        ),
        Text(
            "Giv svarene i den nye fil.",
            "Give the answers in the new file.",
        ),
    ),
    "import-answers-beside": CatalogueEntry(
        "note",
        Text(
            "Evalueringen har også produktets egne svar; kun lysene er læst.",
            "The evaluation has the product's own answers too; only the lights are read.",
        ),
        Text(
            "Læs svarene ind fra produktets egen rapport.",
            "Import the answers from the product's own report.",
        ),
    ),
    "import-column-unknown": CatalogueEntry(
        "note",
        Text(
            "Kolonnen '{name}' er ukendt; dens tekst er taget med som bemærkning.",
            "The column '{name}' is not known; its text is kept with the row's.",
        ),
        Text(
            "Se de nye svar efter.",
            "Look the new answers over.",
        ),
    ),
    "import-no-header": CatalogueEntry(
        "warning",
        Text(
            "{name} står i en tabel uden overskrift; cellerne er læst efter deres indhold.",
            "{name} stands in a table without a header; its cells are told by what is in them.",
        ),
        Text(
            "Se svaret efter.",
            "Look the answer over.",
        ),
    ),
    "import-row-twice": CatalogueEntry(
        "warning",
        Text(
            "{name} er her igen; rækken i linje {first} gælder.",
            "{name} is here again; the row in line {first} counts.",
        ),
        Text(
            "Slet den ene.",
            "Delete one of them.",
        ),
    ),
    "import-row-hidden": CatalogueEntry(
        "note",
        Text(
            "Rækken om {name} står i en kodeblok eller en kommentar og er ikke læst.",
            "The row about {name} stands in a code block or a comment, and is not read.",
        ),
        Text(
            "Flyt den ud, hvis den skal tælle.",
            "Move it out if it should count.",
        ),
    ),
    "import-row-elsewhere": CatalogueEntry(
        "note",
        Text(
            "{name} er nævnt i en tabel, der ikke har svar, og rækken er ikke læst.",
            "{name} is named in a table that has no answers; the row is not read.",
        ),
        Text(
            "Se, om der mangler et svar.",
            "See if an answer is missing.",
        ),
    ),
    "import-cells-surplus": CatalogueEntry(
        "warning",
        Text(
            "Rækken om {name} har {count} celler, flere end der er kolonner.",
            "The row about {name} has {count} cells, more than there are columns.",
        ),
        Text(
            "Skriv \\| for en lodret streg i en tekst, og se svaret efter.",
            "Write \\| for a bar in a text, and look the answer over.",
        ),
    ),
    "import-cells-missing": CatalogueEntry(
        "warning",
        Text(
            "Rækken om {name} har {count} celler, færre end der er kolonner.",
            "The row about {name} has {count} cells, fewer than there are columns.",
        ),
        Text(
            "Se svaret efter.",
            "Look the answer over.",
        ),
    ),
    "import-entry-unknown": CatalogueEntry(
        "warning",
        Text(
            "Punkt {number} er ikke om et krav og er ikke læst.",
            "Entry {number} is about no criterion, and is not read.",
        ),
        Text(
            "Se, om id'et er rigtigt.",
            "See if its id is right.",
        ),
    ),
    "import-mark-unknown": CatalogueEntry(
        "warning",
        Text(
            "Svaret på {name} kan ikke forstås: '{said}'. Det er taget med som bemærkning.",
            "The answer to {name} is not understood: '{said}'. It is kept as a note.",
        ),
        Text(
            "Giv svaret i den nye fil.",
            "Give the answer in the new file.",
        ),
    ),
    "import-mark-and-text": CatalogueEntry(
        "warning",
        Text(
            "{name} er ikke sat kryds ved, men teksten siger '{said}'; det er læst som ikke opfyldt.",
            "{name} is not ticked, but the text says '{said}'; it is read as not met.",
        ),
        Text(
            "Ret stedet, eller ret svaret i den nye fil.",
            "Mend the place, or the answer in the new file.",
        ),
    ),
    "import-criterion-unknown": CatalogueEntry(
        "warning",
        Text(
            "{name} er intet krav i {model}{meant} Rækken er ikke læst.",
            "{name} is no criterion of {model}{meant} The row is not read.",
        ),
        Text(
            "Angiv den rigtige version med --model.",
            "Name the right version with --model.",
        ),
    ),
    "import-rows-missing": CatalogueEntry(
        "warning",
        Text(
            "Dokumentet har ingen række om {names}, som er i {model}.",
            "The document has no row about {names}, which {model} has.",
        ),
        Text(
            "Giv svarene i den nye fil, eller angiv en anden version med --model.",
            "Give the answers in the new file, or name another version with --model.",
        ),
    ),
    "import-ticked-already": CatalogueEntry(
        "warning",
        Text(
            "{name} er sat kryds ved uden et ord, men den tomme skabelon har selv krydset.",
            "{name} is ticked without a word, but the blank template has that tick itself.",
        ),
        Text("Se, om svaret er ment.", "See if the answer is meant."),
    ),
    "import-other-version": CatalogueEntry(
        "warning",
        Text(
            "Rækkerne er dem i {told}, men er læst som {model}; samme id kan betyde andet der.",
            "The rows are those of {told}, but are read as {model}; an id may mean another thing.",
        ),
        Text("Læs ind uden --model.", "Import without --model."),
    ),
    "import-other-model": CatalogueEntry(
        "error",
        Text(
            "Filen svarer efter {there}, men dokumentet følger {model}.",
            "The file answers by {there}, but the document follows {model}.",
        ),
        Text(
            "Før filen over til den anden version først, eller vælg et andet id med --id.",
            "Carry the file over to the other version first, or choose another id with --id.",
        ),
    ),
    "import-older": CatalogueEntry(
        "warning",
        Text(
            "Filen er fra {there} og nyere end dokumentet; kun det, den manglede, er tilføjet.",
            "The file is from {there} and newer than the document; only what it lacked is added.",
        ),
        Text(
            "Ret svarene i filen, hvis dokumentet har ret.",
            "Mend the answers in the file if the document is right.",
        ),
    ),
    "import-answer-changed": CatalogueEntry(
        "note",
        Text(
            "{name}: {old} er blevet til {new}.",
            "{name}: {old} has become {new}.",
        ),
        Text(
            "Se svaret efter.",
            "Look the answer over.",
        ),
    ),
    "import-fact-kept": CatalogueEntry(
        "warning",
        Text(
            "{fact} står her allerede; dokumentet siger {value}.",
            "{fact} is here already; the document says {value}.",
        ),
        Text("Ret oplysningen, hvis dokumentet har ret.", "Mend it if the document is right."),
    ),
    "import-not-mergeable": CatalogueEntry(
        "error",
        Text(
            "Filen er skrevet, så der ikke kan føjes til den uden at røre andet.",
            "The file is written so that nothing can be added without touching more.",
        ),
        Text(
            "Skriv dens lister og grupper på linjer for sig, og prøv igen.",
            "Write its lists and groups on lines of their own, and try again.",
        ),
    ),
    "verify-count": CatalogueEntry(
        "error",
        Text(
            "{what}: her står {printed}, men rækkerne giver {right}.",
            "{what}: {printed} is printed, but the rows give {right}.",
        ),
        Text(
            "Ret tallet.",
            "Mend the figure.",
        ),
    ),
    "verify-percent": CatalogueEntry(
        "error",
        Text(
            "{what}: her står {printed} %, men rækkerne giver {right} %.",
            "{what}: {printed} % is printed, but the rows give {right} %.",
        ),
        Text(
            "Ret procenten.",
            "Mend the percentage.",
        ),
    ),
    "verify-missing-figure": CatalogueEntry(
        "error",
        Text(
            "{what}: tallet mangler; rækkerne giver {right}.",
            "{what}: the figure is missing; the rows give {right}.",
        ),
        Text(
            "Skriv tallet.",
            "Write the figure.",
        ),
    ),
    "verify-left-in": CatalogueEntry(
        "error",
        Text(
            "Tallene for {what} er dem, der stod i {source}, ikke produktets egne ({right}).",
            "The figures of {what} are those that stood in {source}, not the product's own ({right}).",
        ),
        Text(
            "Ret tallene.",
            "Mend the figures.",
        ),
    ),
    "verify-text-unclear": CatalogueEntry(
        "warning",
        Text(
            "Her står {printed}, men ingen optælling af rækkerne giver {count}.",
            "{printed} is printed, but no count of the rows gives {count}.",
        ),
        Text(
            "Ret tallet, eller skriv, hvad der er talt.",
            "Mend the figure, or write what is counted.",
        ),
    ),
    "verify-level": CatalogueEntry(
        "warning",
        Text(
            "{name} står som niveau '{printed}', men er på niveau '{right}' i {model}.",
            "{name} is printed as level '{printed}', but is on level '{right}' in {model}.",
        ),
        Text(
            "Ret niveauet.",
            "Mend the level.",
        ),
    ),
    "verify-no-level": CatalogueEntry(
        "note",
        Text(
            "{name} har intet niveau; det er '{right}' i {model}.",
            "{name} has no level; it is '{right}' in {model}.",
        ),
        Text(
            "Skriv niveauet.",
            "Write the level.",
        ),
    ),
    "verify-no-mark": CatalogueEntry(
        "warning",
        Text(
            "{name} har intet svar eller lys.",
            "{name} has no answer or light.",
        ),
        Text(
            "Giv et.",
            "Give one.",
        ),
    ),
    "verify-version": CatalogueEntry(
        "warning",
        Text(
            "Dokumentet siger {stated}, men rækkerne er dem i {told}.",
            "The document says {stated}, but its rows are those of {told}.",
        ),
        Text(
            "Ret versionen, eller rækkerne.",
            "Mend the version, or the rows.",
        ),
    ),
    # -- documents out, and doubtful claims ---
    "note-contradicts-answer": CatalogueEntry(
        "warning",
        Text(
            "Svaret er »opfyldt«, men teksten ved siden af siger »{words}«{about}.",
            'The answer is "met", but the text beside it says "{words}"{about}.',
        ),
        Text(
            "Ret svaret, eller skriv, hvad der viser, at kravet er opfyldt.",
            "Mend the answer, or write what shows that the criterion is met.",
        ),
    ),
    "evidence-not-public": CatalogueEntry(
        "warning",
        Text(
            "Offentligheden kan ikke følge henvisningen {words}{about}.",
            "The public cannot follow the reference {words}{about}.",
        ),
        Text(
            "Henvis til et sted, som alle kan læse, eller læg dokumentet frem.",
            "Refer to a place that everybody can read, or publish the document.",
        ),
    ),
    "evidence-is-placeholder": CatalogueEntry(
        "warning",
        Text(
            "Teksten »{words}« er ikke udfyldt; den siger ingenting{about}.",
            'The text "{words}" was never filled in; it says nothing{about}.',
        ),
        Text(
            "Skriv det, der skal stå her, eller fjern teksten.",
            "Write what is to stand here, or remove the text.",
        ),
    ),
    "not-applicable-in-bulk": CatalogueEntry(
        "warning",
        Text(
            "{count} af {total} krav i »{name}« er afvist som ikke relevante uden hver sin "
            "begrundelse ({criteria}).",
            '{count} of {total} criteria of "{name}" are waved away as not applicable without a '
            "reason for each ({criteria}).",
        ),
        Text(
            "Skriv for hvert krav, hvorfor det ikke er relevant, eller svar, at det ikke er "
            "opfyldt.",
            "Write for each criterion why it does not apply, or answer that it is not met.",
        ),
    ),
    "copied-answers": CatalogueEntry(
        "warning",
        Text(
            "{count} svar handler om et andet produkt, {words} ({criteria}).",
            "{count} answers are about another product, {words} ({criteria}).",
        ),
        Text("Skriv, hvad der gælder for dette produkt.", "Write what holds of this product."),
    ),
    "doubts-pattern": CatalogueEntry(
        "error",
        Text(
            "Mønsteret '{pattern}' kan ikke bruges: {problem}.",
            "The pattern '{pattern}' cannot be used: {problem}.",
        ),
        Text("Skriv det i RE2's syntaks.", "Write it in RE2's syntax."),
    ),
    "layouts-missing": CatalogueEntry(
        "error",
        Text(
            "Modellen har ingen opstillinger af dokumenter.",
            "The model has no layouts of documents.",
        ),
        Text(
            "Læg dem i modellens mappe under layouts.",
            "Put them in the model's folder, in layouts.",
        ),
    ),
    "template-no-rows": CatalogueEntry(
        "error",
        Text(
            "Skabelonen har ingen række om et af modellens krav.",
            "The template has no row about a criterion of the model.",
        ),
        Text("Brug en kopi af en skabelon fra OS2.", "Use a copy of one of OS2's templates."),
    ),
    "template-other-model": CatalogueEntry(
        "error",
        Text(
            "Skabelonen har en række '{name}', som modellen ikke kender: den hører til en anden "
            "version, hvor samme id kan betyde noget andet.",
            "The template has a row '{name}' that the model does not know: it is of another version, "
            "in which the same id may mean something else.",
        ),
        Text(
            "Brug en skabelon til modellens version, eller før erklæringen over til skabelonens.",
            "Use a template for the model's version, or migrate the declaration to the template's.",
        ),
    ),
    "template-row-missing": CatalogueEntry(
        "warning",
        Text(
            "Skabelonen har ingen række om {name}; svaret står der ikke.",
            "The template has no row about {name}; the answer is not in it.",
        ),
        Text("Brug en skabelon til modellens version.", "Use a template for the model's version."),
    ),
    "template-cell-kept": CatalogueEntry(
        "warning",
        Text(
            "Cellen om {name} er udfyldt i forvejen og står, som den stod.",
            "The cell about {name} is filled in already, and stays as it was.",
        ),
        Text(
            "Tøm cellen, hvis svaret skal stå der.", "Empty the cell if the answer is to be in it."
        ),
    ),
    "template-cell-missing": CatalogueEntry(
        "warning",
        Text(
            "Rækken om {name} har for få celler til svaret.",
            "The row about {name} has too few cells for the answer.",
        ),
        Text(
            "Giv rækken lige så mange celler som overskriften.",
            "Give the row as many cells as the header.",
        ),
    ),
    "publiccode-incomplete": CatalogueEntry(
        "note",
        Text(
            "publiccode.yml kræver '{name}', som erklæringen ikke oplyser.",
            "publiccode.yml asks for '{name}', which the declaration does not say.",
        ),
        Text("Skriv det i publiccode.yml.", "Write it in publiccode.yml."),
    ),
    "publiccode-not-editable": CatalogueEntry(
        "error",
        Text(
            "Filen kan ikke ændres, uden at mere end det nødvendige ændrer sig.",
            "The file cannot be changed without changing more than what is meant.",
        ),
        Text(
            "Skriv filen uden denne; flyt så oplysningerne over i hånden.",
            "Write a new one without it, and move the facts by hand.",
        ),
    ),
    # -- decisions and the record ------------------------------------------------------------
    "decide-in-future": CatalogueEntry(
        "error",
        Text(
            "Beslutningen er dateret {date}, efter {as_of}.",
            "The decision is dated {date}, after {as_of}.",
        ),
        Text(
            "Før en beslutning ind, når den er truffet.",
            "Record a decision when it has been made.",
        ),
    ),
    "decide-before-last": CatalogueEntry(
        "error",
        Text(
            "Beslutningen er dateret {date}, før den sidste i loggen ({last}).",
            "The decision is dated {date}, before the last one of the log ({last}).",
        ),
        Text("Ret datoen; loggen føres i rækkefølge.", "Mend the date; the log is kept in order."),
    ),
    "decide-without-grounds": CatalogueEntry(
        "error",
        Text("Beslutningen har ingen begrundelse.", "The decision has no grounds."),
        Text("Skriv den med --grounds.", "Write them with --grounds."),
    ),
    "decide-accepts-nothing": CatalogueEntry(
        "error",
        Text("Der er ingen afvigelse at acceptere.", "There is no deviation to accept."),
        Text("Nævn hver afvigelse med --accept.", "Name each deviation with --accept."),
    ),
    "decide-standing": CatalogueEntry(
        "error",
        Text(
            "Produktet er {standing}, så {decision} kan ikke besluttes.",
            "The product is {standing}, so {decision} cannot be decided.",
        ),
        Text("Se loggen: os2governance log.", "See the log: os2governance log."),
    ),
    "decide-accepts-met": CatalogueEntry(
        "error",
        Text(
            "{id} ({title}) er opfyldt, så der er ingen afvigelse at acceptere.",
            "{id} ({title}) is met, so there is no deviation to accept.",
        ),
        Text("Udelad kravet.", "Leave the criterion out."),
    ),
    "decide-accepts-without-grounds": CatalogueEntry(
        "error",
        Text(
            "Accepten af afvigelsen fra {id} ({title}) har ingen begrundelse.",
            "The acceptance of the deviation from {id} ({title}) has no grounds.",
        ),
        Text(
            'Skriv den efter datoen: --accept "{id}=2026-05-01: begrundelse".',
            'Write them behind the date: --accept "{id}=2026-05-01: grounds".',
        ),
    ),
    "decide-accepts-without-end": CatalogueEntry(
        "error",
        Text(
            "Accepten af afvigelsen fra {id} ({title}) har ingen sidste dag.",
            "The acceptance of the deviation from {id} ({title}) has no last day.",
        ),
        Text(
            "Skriv den som --accept {id}=2026-05-01, eller med --until for dem alle.",
            "Write it as --accept {id}=2026-05-01, or with --until for all.",
        ),
    ),
    "decide-accepts-past": CatalogueEntry(
        "error",
        Text(
            "Accepten af afvigelsen fra {id} ({title}) slutter {until}, før beslutningen {date}.",
            "The acceptance of the deviation from {id} ({title}) ends {until}, before the decision of {date}.",
        ),
        Text("Ret datoen.", "Mend the date."),
    ),
    "decide-not-appendable": CatalogueEntry(
        "error",
        Text(
            "Loggen er skrevet, så der ikke kan tilføjes noget uden at røre det, der står; den er ikke rørt.",
            "The log is written so that nothing can be added without touching what stands there; left alone.",
        ),
        Text(
            "Skriv beslutningerne som en liste med en bindestreg foran hver.",
            "Write the decisions as a list with a hyphen before each.",
        ),
    ),
    "acceptance-ends-soon": CatalogueEntry(
        "warning",
        Text(
            "Accepten af afvigelsen fra {id} ({title}) udløber efter {until}.",
            "The acceptance of the deviation from {id} ({title}) runs out after {until}.",
        ),
        Text(
            "Opfyld kravet inden, eller bed om en ny accept.",
            "Meet the criterion before, or ask for a new acceptance.",
        ),
    ),
    "acceptance-unknown": CatalogueEntry(
        "warning",
        Text(
            "Accepten af '{name}' har ingen virkning: kravet findes ikke i {model}{meant}",
            "The acceptance of '{name}' has no effect: {model} has no such criterion{meant}",
        ),
        Text(
            "Bed om en ny accept af det krav, der er kommet i stedet. Det, der er besluttet, "
            "bliver stående i loggen.",
            "Ask for a new acceptance of the criterion that has come instead. What was decided "
            "stays in the log.",
        ),
    ),
    "acceptance-without-effect": CatalogueEntry(
        "note",
        Text(
            "Afvigelsen fra {id} ({title}) er accepteret, men kravet er opfyldt.",
            "The deviation from {id} ({title}) is accepted, but the criterion is met.",
        ),
        Text(
            "Intet; accepten behøver ikke fornys.", "Nothing; the acceptance need not be renewed."
        ),
    ),
    "evaluation-too-old": CatalogueEntry(
        "warning",
        Text(
            "Den nyeste evaluering er fra {date}; modellen tillader højst {period}.",
            "The newest evaluation is of {date}; the model allows {period} at most.",
        ),
        Text("Lav en ny evaluering.", "Make a new evaluation."),
    ),
    "decision-unevaluated": CatalogueEntry(
        "warning",
        Text(
            "Ingen evaluering gik forud for placeringen på {level} den {date}.",
            "No evaluation came before the placement at {level} on {date}.",
        ),
        Text(
            "Evaluér produktet, og lad beslutningen hvile på det.",
            "Evaluate the product, and let the decision rest on it.",
        ),
    ),
    "decision-above-recommended": CatalogueEntry(
        "note",
        Text(
            "Produktet er placeret på {level}, men evalueringen forud anbefalede {recommended}.",
            "The product is placed at {level}, but the evaluation before it recommended {recommended}.",
        ),
        Text(
            "Se, om beslutningens begrundelse siger hvorfor.",
            "See if the grounds of the decision say why.",
        ),
    ),
    "evaluated-when-closed": CatalogueEntry(
        "note",
        Text(
            "Produktet blev lukket {closed}, men er evalueret {date}.",
            "The product was closed on {closed}, but evaluated on {date}.",
        ),
        Text(
            "Genoptag produktet, eller lad være at evaluere det.",
            "Resume the product, or do not evaluate it.",
        ),
    ),
    # -- the portfolio ------------------------------------------------------------------------
    "portfolio-unknown-fact": CatalogueEntry(
        "error",
        Text(
            "Modellens ordforråd har ingen oplysning '{fact}'{meant}",
            "The model's vocabulary has no fact '{fact}'{meant}",
        ),
        Text("Ret stien i portfolio.yaml.", "Mend the path in portfolio.yaml."),
    ),
    "portfolio-fact-type": CatalogueEntry(
        "error",
        Text(
            "Oplysningen '{fact}' skal være af typen {kind}.",
            "The fact '{fact}' must be of the type {kind}.",
        ),
        Text("Nævn en anden oplysning.", "Name another fact."),
    ),
    "register-twice": CatalogueEntry(
        "error",
        Text(
            "'{name}' ({number}) står der to gange, eller en skrivemåde hører til to.",
            "'{name}' ({number}) is there twice, or one way to write it belongs to two.",
        ),
        Text("Behold den ene.", "Keep one of them."),
    ),
    "register-no-such": CatalogueEntry(
        "error",
        Text("Registret har ingen '{name}'.", "The register has no '{name}'."),
        Text("Ret navnet.", "Mend the name."),
    ),
    "authority-unknown": CatalogueEntry(
        "warning",
        Text(
            "'{name}' står ikke i registret over {kind}{meant}",
            "'{name}' is not in the register of {kind}{meant}",
        ),
        Text(
            "Skriv navnet som i registret, eller ret arten.",
            "Write the name as the register does, or mend the kind.",
        ),
    ),
    "authority-merged": CatalogueEntry(
        "warning",
        Text(
            "'{name}' blev lagt sammen med andre i {year} og hører nu til {into}.",
            "'{name}' was merged with others in {year} and now belongs to {into}.",
        ),
        Text("Skriv det navn, som myndigheden har nu.", "Write the name that it has now."),
    ),
    "authority-twice": CatalogueEntry(
        "warning",
        Text(
            "'{name}' står i listen mere end én gang.",
            "'{name}' is in the list more than once.",
        ),
        Text("Behold én af dem.", "Keep one of them."),
    ),
    # -- the form -----------------------------------------------------------------------------
    "form-not-editable": CatalogueEntry(
        "error",
        Text(
            "Ændringen kan ikke skrives i filen, uden at noget andet ændres; intet er skrevet.",
            "The change cannot be written without touching more than it; nothing is written.",
        ),
        Text("Ret filen i en editor.", "Change the file in an editor."),
    ),
    # -- the site -----------------------------------------------------------------------------
    "folder-not-made": CatalogueEntry(
        "error",
        Text(
            "Mappen er ikke tom, og den er ikke lavet af denne kommando; intet er skrevet.",
            "The folder is not empty, and this command did not make it; nothing is written.",
        ),
        Text("Angiv en ny eller tom mappe.", "Name a new or empty folder."),
    ),
    # -- asking the server -------------------------------------------------------------------
    "request-host": CatalogueEntry(
        "error",
        Text(
            "Denne server svarer kun i sit eget navn.",
            "This server answers in its own name only.",
        ),
        Text("Brug den adresse, som serveren skrev.", "Use the address that the server wrote."),
    ),
    "request-origin": CatalogueEntry(
        "error",
        Text(
            "Kun serverens egne sider må ændre noget.",
            "Only the server's own pages may change anything.",
        ),
        Text(
            "Åbn siden igen i serverens egen adresse.",
            "Open the page again at the server's own address.",
        ),
    ),
    "request-token": CatalogueEntry(
        "error",
        Text(
            "Serveren skal have sin nøgle, og den mangler eller er forkert.",
            "The server needs its key, and it is missing or wrong.",
        ),
        Text(
            "Brug hele den adresse, som serveren skrev, da den startede.",
            "Use the whole address that the server wrote when it started.",
        ),
    ),
    "request-too-large": CatalogueEntry(
        "error",
        Text("Det, der blev sendt, er for stort.", "What was sent is too large."),
        Text("Send mindre ad gangen.", "Send less at a time."),
    ),
    "request-too-often": CatalogueEntry(
        "error",
        Text("Der spørges for ofte.", "Too many requests."),
        Text("Vent lidt, og prøv igen.", "Wait a little and try again."),
    ),
    "request-too-slow": CatalogueEntry(
        "error",
        Text(
            "Det, der blev sendt, kom ikke frem i tide.", "What was sent did not arrive in time."
        ),
        Text("Prøv igen.", "Try again."),
    ),
    "request-failed": CatalogueEntry(
        "error",
        Text(
            "Der skete en fejl i serveren; den har skrevet hvor.",
            "The server made a mistake; it has written where.",
        ),
        Text("Prøv igen, og meld fejlen.", "Try again, and report it."),
    ),
    "request-invalid": CatalogueEntry(
        "error",
        Text("Forespørgslens '{at}' {problem}.", "The request's '{at}' {problem}."),
        Text(
            "Se beskrivelsen i /api/v1/openapi.json.",
            "See the description in /api/v1/openapi.json.",
        ),
    ),
    "request-unknown": CatalogueEntry(
        "error",
        Text(
            "'{name}' findes ikke her{meant} ({known})",
            "There is no '{name}' here{meant} ({known})",
        ),
        Text("Brug et af navnene.", "Use one of the names."),
    ),
    # -- criteria lint and test --------------------------------------------------------------
    "lint-text-missing": CatalogueEntry(
        "warning",
        Text("{name} mangler '{key}' på {language}.", "{name} lacks '{key}' in {language}."),
        Text("Skriv teksten.", "Write the text."),
    ),
    "lint-fact-untitled": CatalogueEntry(
        "warning",
        Text("Oplysningen {fact} mangler '{key}'.", "The fact {fact} lacks '{key}'."),
        Text("Skriv teksten i skemaet.", "Write the text in the schema."),
    ),
    "lint-condition-unused": CatalogueEntry(
        "warning",
        Text("Betingelsen '{name}' bruges ikke.", "The condition '{name}' is not used."),
        Text("Brug den, eller fjern den.", "Use it, or remove it."),
    ),
    "lint-fact-unused": CatalogueEntry(
        "note",
        Text(
            "Oplysningen {fact} bruges ikke i nogen regel.", "The fact {fact} is used in no rule."
        ),
        Text(
            "Brug den, eller fjern den, hvis ingen skal have den.",
            "Use it, or remove it if nobody needs it.",
        ),
    ),
    "lint-no-responsible": CatalogueEntry(
        "warning",
        Text(
            "{name} siger ikke, hvem der er ansvarlig.", "{name} does not say who is responsible."
        ),
        Text("Tilføj `responsible`.", "Add `responsible`."),
    ),
    "lint-example-missing": CatalogueEntry(
        "warning",
        Text("{name} har intet eksempel på '{expect}'.", "{name} has no example of '{expect}'."),
        Text("Tilføj et eksempel.", "Add an example."),
    ),
    "lint-level-empty": CatalogueEntry(
        "warning",
        Text("Niveauet '{name}' har ingen krav.", "The level '{name}' has no criteria."),
        Text("Tilføj krav, eller fjern niveauet.", "Add criteria, or remove the level."),
    ),
    "example-fails": CatalogueEntry(
        "error",
        Text(
            "Eksemplet til {name} venter '{expect}', men oplysningerne siger '{actual}'.",
            "The example of {name} expects '{expect}', but the facts say '{actual}'.",
        ),
        Text("Ret eksemplet eller reglen.", "Mend the example or the rule."),
    ),
    "mutant-survives": CatalogueEntry(
        "warning",
        Text(
            "Ingen eksempler til {name} mærker denne ændring: {change}.",
            "No example of {name} notices this change: {change}.",
        ),
        Text("Tilføj et eksempel, der gør.", "Add an example that does."),
    ),
    # -- evaluating, and a branch of its own -------------------------------------------------
    "evaluation-unwritable": CatalogueEntry(
        "error",
        Text(
            "Evalueringen kan ikke skrives, så den læses som det, der blev sagt.",
            "The evaluation cannot be written so that it is read as what was said.",
        ),
        Text(
            "Brug kun modellens krav, og se efter usynlige tegn i grundene.",
            "Use the model's criteria only, and look for unseen characters in the grounds.",
        ),
    ),
    "branch-no-repository": CatalogueEntry(
        "error",
        Text("Mappen er ikke i et git-repositorium.", "The folder is in no git repository."),
        Text(
            "Gem filerne uden git, eller kør `git init`.", "Save without git, or run `git init`."
        ),
    ),
    "branch-name": CatalogueEntry(
        "error",
        Text("'{name}' kan ikke være navnet på en gren.", "'{name}' cannot name a branch."),
        Text("Brug bogstaver, tal og bindestreger.", "Use letters, digits and hyphens."),
    ),
    "branch-checked-out": CatalogueEntry(
        "error",
        Text("Grenen '{name}' er hentet frem.", "The branch '{name}' is checked out."),
        Text("Vælg et andet navn; kun andre grene skrives.", "Choose another; only others are."),
    ),
    "branch-nothing-new": CatalogueEntry(
        "error",
        Text(
            "På grenen '{name}' er filerne allerede sådan.",
            "On '{name}' the files are so already.",
        ),
        Text("Der er intet at gøre.", "There is nothing to do."),
    ),
    "branch-refused": CatalogueEntry(
        "error",
        Text("git vil ikke: {problem}", "git refuses: {problem}"),
        Text("Ret det, git siger, og prøv igen.", "Mend what git says, and try again."),
    ),
}
