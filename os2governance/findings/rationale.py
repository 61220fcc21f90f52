"""Why each code matters: what goes wrong for whom if nobody mends it.

Apart from the catalogue, since only the page of findings and rules of code scanning show it.
"""

from os2governance.i18n.text import Text

RATIONALES: dict[str, Text] = {
    # -- files -------------------------------------------------------------------------------
    "file-unreadable": Text(
        "Et produkt, hvis fil ikke kan læses, får ingen vurdering.",
        "A product whose file cannot be read gets no assessment.",
    ),
    "file-outside": Text(
        "Ellers kunne en erklæring vise indholdet af andre filer på den maskine, der kontrollerer den.",
        "Else a declaration could show what is in other files of the machine that checks it.",
    ),
    "file-missing": Text(
        "Uden erklæringen er det, der er evalueret og besluttet, ikke noget produkts, og ingen ser det.",
        "Without the declaration, what was evaluated and decided is no product's, and nobody sees it.",
    ),
    "name-not-read": Text(
        "Det, der står i den, tæller ikke, og det kan ikke ses andre steder.",
        "What stands in it does not count, and nothing else would show that.",
    ),
    "file-too-many": Text(
        "En grænse holder tid og hukommelse nede, uanset hvor mange filer nogen lægger i mappen.",
        "A limit bounds time and memory, however many files anybody puts in the folder.",
    ),
    "file-unwritable": Text(
        "Resultatet er ikke gemt, og det næste trin ville bruge noget gammelt.",
        "The result is not kept, and the next step would use something old.",
    ),
    "file-exists": Text(
        "Arbejde, der ligger i filen, må ikke gå tabt.",
        "Work that is in the file must not be lost.",
    ),
    "file-changed": Text(
        "En anden har skrevet i filen imens; deres rettelse ville gå tabt.",
        "Somebody else has written in the file meanwhile; their change would be lost.",
    ),
    "file-too-large": Text(
        "En grænse holder tid og hukommelse nede, uanset hvad nogen lægger i mappen.",
        "A limit bounds time and memory, whatever anybody puts in the folder.",
    ),
    "not-utf8": Text(
        "Æ, ø og å ville blive til andre tegn, og navne og id'er ville ikke passe sammen.",
        "Letters would turn into others, and names and ids would not match.",
    ),
    "no-products": Text(
        "En kontrol, der intet så på, ville ellers se ud som en, hvor alt er i orden.",
        "A check that looked at nothing would else look like one where all is well.",
    ),
    # -- syntax ------------------------------------------------------------------------------
    "json-syntax": Text(
        "Intet i filen kan bruges, før den kan læses.",
        "Nothing in the file can be used before it can be read.",
    ),
    "yaml-syntax": Text(
        "Intet i filen kan bruges, før den kan læses; produktet er ikke vurderet.",
        "Nothing in the file can be used before it can be read; the product is not assessed.",
    ),
    "yaml-empty": Text(
        "En tom fil er oftest en fejl ved gemning; den kan ikke betyde, at intet er oplyst.",
        "An empty file is mostly a slip when saving; it cannot mean that nothing is declared.",
    ),
    "yaml-too-deep": Text(
        "Så dybt er intet, som nogen har skrevet i hånden, og det kan standse programmer, der læser det.",
        "Nothing written by hand is so deep, and it can stop programs that read it.",
    ),
    "yaml-too-many": Text(
        "Så mange værdier har ingen skrevet i hånden, og hver af dem koster hukommelse og tid på den maskine, der kontrollerer.",
        "Nobody has written so many values by hand, and each of them costs memory and time on the machine that checks.",
    ),
    "yaml-alias": Text(
        "Få linjer kan folde sig ud til millioner, og læseren ser ikke på stedet, hvad der er svaret.",
        "A few lines can unfold into millions, and a reader does not see on the spot what was answered.",
    ),
    "yaml-tag": Text(
        "Mærker kan få andre programmer til at lave noget andet end data af en værdi.",
        "Tags can make other programs turn a value into something else than data.",
    ),
    "yaml-merge-key": Text(
        "Programmer er uenige om, hvad der vinder; to læsere kunne få hver sit niveau.",
        "Programs disagree on what wins; two readers could get different levels.",
    ),
    "yaml-duplicate-key": Text(
        "De fleste programmer beholder i stilhed kun den sidste, så det ene af svarene forsvinder.",
        "Most programs silently keep only the last, so one of the answers disappears.",
    ),
    "yaml-key": Text(
        "Kun en tekst kan være navnet på en oplysning eller et krav.",
        "Only a text can be the name of a fact or criterion.",
    ),
    "yaml-several-documents": Text(
        "Det er uklart, hvilket af dem der gælder; andre programmer læser kun det første.",
        "It is unclear which of them holds; other programs read only the first.",
    ),
    "yaml-number": Text(
        "Tallet kan ikke lægges sammen eller sammenlignes, så alle summer med det bliver forkerte.",
        "The number can be neither added nor compared, so all sums with it would be wrong.",
    ),
    # -- shape -------------------------------------------------------------------------------
    "unknown-key": Text(
        "En stavefejl ville betyde, at oplysningen ikke tæller med, uden at nogen ser det.",
        "A misspelling would mean that the fact does not count, without anybody seeing it.",
    ),
    "missing-key": Text(
        "Uden den kan filen ikke knyttes til et produkt, en model eller en dato.",
        "Without it the file cannot be tied to a product, a model or a date.",
    ),
    "wrong-type": Text(
        "Reglerne kan ikke regne på en værdi af en anden slags.",
        "The rules cannot reckon with a value of another kind.",
    ),
    "wrong-choice": Text(
        "Et ord uden for listen har ingen betydning i reglerne.",
        "A word outside the list has no meaning in the rules.",
    ),
    "wrong-format": Text(
        "Datoer og adresser kan kun bruges, når de er skrevet på den ene måde, alle kan læse.",
        "Dates and addresses can only be used when written in the one way that all can read.",
    ),
    "out-of-bounds": Text(
        "Et tal uden for grænserne er en tastefejl og ville gøre figurer og summer forkerte.",
        "A figure outside the bounds is a slip, and would make figures and sums wrong.",
    ),
    "shape": Text(
        "Filen er en anden, end programmet tror, så intet i den kan tages for givet.",
        "The file is not what the program takes it for, so nothing in it can be relied on.",
    ),
    "findings-left-out": Text(
        "Uden det ville man tro, at alt var rettet, når de viste var.",
        "Without it one would think that all was mended when those that are told were.",
    ),
    # -- names -------------------------------------------------------------------------------
    "no-model-named": Text(
        "Det samme id betyder noget forskelligt i to versioner; uden model kan intet svar forstås.",
        "One id means different things in two versions; without a model no answer can be understood.",
    ),
    "unknown-model": Text(
        "Produktet kan ikke vurderes, før det er klart, hvilke krav det svarer på.",
        "The product cannot be assessed until it is clear which criteria it answers.",
    ),
    "other-model": Text(
        "Svar på en anden version må ikke tælle som svar på denne.",
        "Answers by another version must not count as answers by this one.",
    ),
    "unusable-model": Text(
        "Intet produkt, der svarer på modellen, kan vurderes.",
        "No product that answers by the model can be assessed.",
    ),
    "unknown-criterion": Text(
        "Svaret eller accepten rammer intet krav og har ingen virkning.",
        "The answer or acceptance hits no criterion and has no effect.",
    ),
    "unknown-level": Text(
        "Et niveau, som modellen ikke har, kan hverken vises eller sammenlignes.",
        "A level that the model does not have can be neither shown nor compared.",
    ),
    "unknown-role": Text(
        "Det kan ikke afgøres, om den, der besluttede, må det.",
        "It cannot be told whether the one who decided may do so.",
    ),
    # -- declarations ------------------------------------------------------------------------
    "contradiction": Text(
        "Det ene af de to er forkert, og niveauet kan hvile på det.",
        "One of the two is wrong, and the level may rest on it.",
    ),
    "answer-behind-facts": Text(
        "Produktet får ros for mindre, end det har fortjent; svaret er glemt, da oplysningen kom.",
        "The product is credited with less than it has earned; the answer was forgotten when the fact came.",
    ),
    "undocumented": Text(
        "Andre må tage svaret på ordet; en evaluering vil spørge efter det samme.",
        "Others must take the answer at its word; an evaluation will ask for the same.",
    ),
    "planned": Text(
        "Kravet er ikke opfyldt endnu; planen viser, hvornår det kan ventes.",
        "The criterion is not met yet; the plan shows when to expect it.",
    ),
    "overdue": Text(
        "Enten er det gjort og tæller ikke med, eller også er planen ikke længere en plan.",
        "Either it is done and does not count, or the plan is no plan any more.",
    ),
    "reason-missing": Text(
        "Uden grund kan ethvert krav vælges fra, og ingen kan efterprøve det.",
        "Without a reason any criterion could be waved away, and nobody could verify it.",
    ),
    "not-applicable-not-allowed": Text(
        "Kravet er en del af det, alle produkter på niveauet lover.",
        "The criterion is part of what all products of the level promise.",
    ),
    "answer-not-enough": Text(
        "Kravet tæller som uafklaret, uanset svaret, til oplysningen er der.",
        "The criterion counts as open, whatever the answer, until the fact is there.",
    ),
    "unanswered": Text(
        "Ingen ved, om kravet er opfyldt, så det kan holde produktet nede.",
        "Nobody knows whether the criterion is met, so it may hold the product down.",
    ),
    # -- record ------------------------------------------------------------------------------
    "acceptance-expired": Text(
        "Afvigelsen er ikke længere dækket, så produktet kan falde i niveau fra den dag.",
        "The deviation is no longer covered, so the product may drop a level from that day.",
    ),
    "acceptance-by-declarer": Text(
        "Den, der afviger, må ikke selv tillade afvigelsen.",
        "Who deviates must not be the one who permits it.",
    ),
    "record-other-product": Text(
        "Et andet produkts beslutninger eller lys ville tælle for dette.",
        "Another product's decisions or lights would count for this one.",
    ),
    "decision-level": Text(
        "En beslutning om niveau uden niveau, eller omvendt, kan læses på to måder.",
        "A decision on a level without one, or the reverse, can be read in two ways.",
    ),
    "decision-accepts": Text(
        "Det er uklart, om afvigelsen er accepteret eller kun nævnt.",
        "It is unclear whether the deviation is accepted or only mentioned.",
    ),
    "decision-by-other-body": Text(
        "En beslutning, som den forkerte har truffet, kan ikke placere et produkt.",
        "A decision by the wrong body cannot place a product.",
    ),
    "evaluation-other-model": Text(
        "Lysene svarer på andre krav; at stille dem side om side ville vise en uenighed, der ikke er der.",
        "The lights answer other criteria; side by side they would show a disagreement that is not there.",
    ),
    "placed-above-assessed": Text(
        "Det niveau, som offentligheden ser, holder ikke efter modellens egne regler.",
        "The level that the public sees does not hold by the model's own rules.",
    ),
    "recommended-above-assessed": Text(
        "Bestyrelsen bør vide, hvad der mangler, før den følger anbefalingen.",
        "The board should know what is lacking before it follows the recommendation.",
    ),
    # -- models ------------------------------------------------------------------------------
    "model-missing": Text(
        "Mappen kan ikke læses som en model, så ingen kan svare på den.",
        "The folder cannot be read as a model, so nobody can answer by it.",
    ),
    "model-misplaced": Text(
        "Erklæringer finder modellen ved dens mappe og ville få en anden, end de nævner.",
        "Declarations find the model by its folder and would get another than they name.",
    ),
    "model-empty": Text(
        "Alle produkter ville være på højeste niveau uden at opfylde noget.",
        "All products would be at the highest level without meeting anything.",
    ),
    "model-duplicate-id": Text(
        "Et svar på id'et ville gælde for to ting.",
        "An answer to the id would hold for two things.",
    ),
    "model-unknown-level": Text(
        "Kravet ville aldrig blive krævet af nogen.",
        "The criterion would never be demanded of anybody.",
    ),
    "model-unknown-theme": Text(
        "Kravene ville mangle på alle sider, der går efter tema.",
        "The criteria would be missing on all pages that go by theme.",
    ),
    "model-unknown-role": Text(
        "Ingen ville være ansvarlig, eller ingen kunne beslutte.",
        "Nobody would be responsible, or nobody could decide.",
    ),
    "facts-schema-missing": Text(
        "Uden ordforråd kan hverken regler eller erklæringer kontrolleres for stavefejl.",
        "Without a vocabulary neither rules nor declarations can be checked for misspellings.",
    ),
    "facts-schema-invalid": Text(
        "Uden ordforråd kan hverken regler eller erklæringer kontrolleres for stavefejl.",
        "Without a vocabulary neither rules nor declarations can be checked for misspellings.",
    ),
    # -- rules -------------------------------------------------------------------------------
    "rule-no-node": Text(
        "En tom regel kan hverken være opfyldt eller ikke opfyldt.",
        "An empty rule can be neither met nor unmet.",
    ),
    "rule-no-list": Text(
        "En regel, der samler andre, siger intet uden dem.",
        "A rule that gathers others says nothing without them.",
    ),
    "rule-no-name": Text(
        "Reglen henviser til intet og kan ikke afgøres.",
        "The rule refers to nothing and cannot be decided.",
    ),
    "rule-no-path": Text(
        "Reglen spørger ikke om noget og kan ikke afgøres.",
        "The rule asks for nothing and cannot be decided.",
    ),
    "rule-too-large": Text(
        "En så stor regel kan ingen følge, og en vurdering ville tage for lang tid.",
        "Nobody can follow so large a rule, and an assessment would take too long.",
    ),
    "list-too-long": Text(
        "Kravene ser på hvert punkt på listen, og det ville tage for lang tid.",
        "The criteria look at each item of the list, and that would take too long.",
    ),
    "rules-too-large": Text(
        "Alle regler bliver holdt op mod hvert produkt, og det ville tage for lang tid. Et mønster "
        "(`matches`) tæller som 200 dele.",
        "All rules are held against each product, and that would take too long. A pattern "
        "(`matches`) counts as 200 parts.",
    ),
    "rule-too-deep": Text(
        "En så dyb regel kan ingen læse efter, og begrundelsen for et niveau bliver ulæselig.",
        "Nobody can verify so deep a rule, and the reason for a level becomes unreadable.",
    ),
    "rule-several-keys": Text(
        "Det er uklart, om begge skal gælde eller kun én.",
        "It is unclear whether both must hold or only one.",
    ),
    "rule-one-operator": Text(
        "Det er uklart, om begge skal gælde eller kun én.",
        "It is unclear whether both must hold or only one.",
    ),
    "rule-unknown-operator": Text(
        "Ingen ved, hvad der kræves; kravet kan ikke vurderes.",
        "Nobody knows what is demanded; the criterion cannot be assessed.",
    ),
    "rule-operator-without-fact": Text(
        "Reglen siger ikke, hvilken oplysning den ser på.",
        "The rule does not say which fact it looks at.",
    ),
    "rule-unknown-key": Text(
        "En grænse, der er stavet forkert, ville ikke blive håndhævet.",
        "A misspelt bound would not be enforced.",
    ),
    "rule-keys": Text(
        "Uden dem mangler reglen det, den skal måle.",
        "Without them the rule lacks what it is to measure.",
    ),
    "rule-one-bound": Text(
        "Uden grænse er reglen altid opfyldt; med begge er det uklart, hvilken der gælder.",
        "Without a bound the rule is always met; with both it is unclear which holds.",
    ),
    "rule-unknown-fact": Text(
        "Ingen kan oplyse det, så kravet kunne aldrig opfyldes.",
        "Nobody can declare it, so the criterion could never be met.",
    ),
    "rule-unknown-condition": Text(
        "En del af kravet ville ikke blive prøvet.", "A part of the criterion would not be tested."
    ),
    "rule-circular": Text(
        "Betingelserne kan aldrig afgøres, da hver venter på den anden.",
        "The conditions can never be decided, as each waits for the other.",
    ),
    "rule-type": Text(
        "Sammenligningen giver aldrig mening, så kravet kunne aldrig opfyldes.",
        "The comparison never makes sense, so the criterion could never be met.",
    ),
    "rule-choice": Text(
        "Reglen venter på en værdi, som ingen må skrive.",
        "The rule waits for a value that nobody may write.",
    ),
    "rule-value": Text(
        "Uden en brugbar grænse kan reglen ikke afgøres.",
        "Without a usable bound the rule cannot be decided.",
    ),
    "rule-pattern": Text(
        "Mønstre, der kan køre i det uendelige, kan standse kontrollen for alle.",
        "Patterns that can run for ever could stop the check for everybody.",
    ),
    # -- whether a declaration can be so ----------------------------------------------------
    "date-in-future": Text(
        "Noget, der ikke er sket endnu, ville tælle som gjort.",
        "Something that has not happened yet would count as done.",
    ),
    "expired": Text(
        "En aftale, der er løbet ud, dækker ikke længere; kravene, der hviler på den, kan falde.",
        "An agreement that has run out covers no more; the criteria that rest on it may fall.",
    ),
    "dates-reversed": Text(
        "Den ene dato er forkert, og frister, der regnes fra den, bliver det også.",
        "One of the dates is wrong, and so are deadlines reckoned from it.",
    ),
    "parts-exceed-total": Text(
        "Mindst ét af tallene er forkert, og porteføljens summer bliver det også.",
        "At least one of the figures is wrong, and so are the portfolio's sums.",
    ),
    "evidence-unusable": Text(
        "Den, der vil se efter, kommer ingen vegne; svaret er reelt uden dokumentation.",
        "Who wants to see for themselves gets nowhere; the answer is in effect without evidence.",
    ),
    "personal-data": Text(
        "Filerne er offentlige og bliver liggende i historikken; hvad der først er lagt ud, kan ikke hentes tilbage.",
        "The files are public and stay in the history; what was once published cannot be called back.",
    ),
    "product-folder": Text(
        "Adresser og henvisninger bygger på mappens navn og ville føre til et andet produkt.",
        "Addresses and references are built on the folder's name and would lead to another product.",
    ),
    "evaluation-file-name": Text(
        "Den nyeste evaluering findes ved navnet; en forkert dato kan lade en gammel gælde.",
        "The newest evaluation is found by the name; a wrong date can let an old one hold.",
    ),
    "duplicate-product": Text(
        "Produktet tæller to gange i alle tal, og de to erklæringer kan sige hver sit.",
        "The product counts twice in all figures, and the two declarations may disagree.",
    ),
    # -- what has changed ---------------------------------------------------------------------
    "level-change-undecided": Text(
        "Niveauer besluttes; en rettelse i en fil må ikke flytte et produkt uden at nogen tager stilling.",
        "Levels are decided; a change in a file must not move a product without anybody taking a stand.",
    ),
    "log-rewritten": Text(
        "Loggen er beviset for, hvad der blev besluttet; kan den ændres, beviser den intet.",
        "The log is the proof of what was decided; if it can be altered, it proves nothing.",
    ),
    "product-removed-undecided": Text(
        "Et produkt, der bare forsvinder, tager beviset for, hvad der blev besluttet, med sig.",
        "A product that just disappears takes the proof of what was decided with it.",
    ),
    "log-out-of-order": Text(
        "Den sidste beslutning gælder; rækkefølgen afgør, hvilken det er.",
        "The last decision holds; the order tells which that is.",
    ),
    "decision-without-grounds": Text(
        "Om et år ved ingen, hvorfor der blev besluttet sådan.",
        "In a year nobody knows why it was so decided.",
    ),
    "model-superseded": Text(
        "Andre produkter vurderes efter nyere krav, så niveauerne kan ikke sammenlignes.",
        "Other products are assessed by newer criteria, so the levels cannot be compared.",
    ),
    # -- silence ------------------------------------------------------------------------------
    "silence-syntax": Text(
        "Forfatteren tror, at fundet er dækket, men det er det ikke.",
        "The author believes the finding is covered, but it is not.",
    ),
    "silence-unknown-code": Text(
        "Forfatteren tror, at fundet er dækket, men det er det ikke.",
        "The author believes the finding is covered, but it is not.",
    ),
    "silence-without-reason": Text(
        "Uden grund kan ingen senere se, om det stadig er rigtigt at tie.",
        "Without a reason nobody can tell later whether silence is still right.",
    ),
    "silence-too-many": Text(
        "En fil, der tier om så meget, bliver reelt ikke kontrolleret.",
        "A file that silences so much is in effect not checked.",
    ),
    "silence-unused": Text(
        "Bliver kommentaren stående, skjuler den det næste fund på samme sted.",
        "If the comment stays, it will hide the next finding at the same place.",
    ),
    # -- versions of a model ------------------------------------------------------------------
    "model-base-unusable": Text(
        "Versionen består af ændringer og har intet indhold uden den, den ændrer.",
        "The version is made of changes and has no content without the one that it changes.",
    ),
    "model-base-ring": Text(
        "Ingen af versionerne har en begyndelse, så ingen af dem kan læses.",
        "None of the versions has a beginning, so none can be read.",
    ),
    "model-no-base": Text(
        "Ændringerne har ingen virkning, selv om de ser ud til at gælde.",
        "The changes have no effect, though they look as if they held.",
    ),
    "model-inherited": Text(
        "Den samme ting to steder kan komme til at sige hver sit.",
        "The same thing in two places may come to disagree.",
    ),
    "model-base-criterion": Text(
        "Ændringen rammer intet krav og har ingen virkning.",
        "The change hits no criterion and has no effect.",
    ),
    "model-base-twice": Text(
        "To krav ville dele et id, og svar ville ramme det forkerte.",
        "Two criteria would share an id, and answers would hit the wrong one.",
    ),
    "lineage-dropped": Text(
        "Svar på kravet ville forsvinde, når produkter flyttes til den nye version.",
        "Answers to the criterion would vanish when products move to the new version.",
    ),
    "lineage-new": Text(
        "Det er uklart, om et gammelt svar dækker kravet eller ej.",
        "It is unclear whether an old answer covers the criterion.",
    ),
    "lineage-mandatory": Text(
        "Produkter kan falde i niveau, uden at nogen har varslet det.",
        "Products may drop a level without anybody having given notice.",
    ),
    "lineage-none": Text(
        "Svar kan ikke flyttes mellem to versioner, der ikke kender hinanden.",
        "Answers cannot be moved between two versions that do not know each other.",
    ),
    "migrate-review": Text(
        "Det gamle svar gjaldt et andet spørgsmål; kun produktet selv kan svare på det nye.",
        "The old answer was to another question; only the product can answer the new one.",
    ),
    "migrate-gone": Text(
        "Svaret tæller ikke mere, men det, der blev skrevet, skal ikke gå tabt.",
        "The answer counts no more, but what was written must not be lost.",
    ),
    "migrate-uneditable": Text(
        "En ændring ville også røre linjer, som ingen har bedt om at få ændret.",
        "A change would also touch lines that nobody asked to change.",
    ),
    # -- OS2's documents: import and verify ------------------------------------------------------
    "import-unknown-kind": Text(
        "Filen bliver ikke læst, så produktet mangler i det, der kommer ud.",
        "The file is not read, so the product is missing from what comes out.",
    ),
    "import-no-rows": Text(
        "Erklæringen ville blive tom og se ud, som om intet er svaret.",
        "The declaration would be empty and look as if nothing was answered.",
    ),
    "import-no-version": Text(
        "Det samme id betyder noget forskelligt i to versioner.",
        "One id means different things in two versions.",
    ),
    "import-no-model": Text(
        "Rækkerne kan ikke knyttes til krav, der ikke er her.",
        "The rows cannot be tied to criteria that are not here.",
    ),
    "import-no-documents": Text(
        "Ingen model her siger, hvad mærkerne i et dokument betyder.",
        "No model here says what the marks of a document mean.",
    ),
    "import-no-product": Text(
        "Svarene kan ikke lægges i nogens mappe.",
        "The answers cannot be put into anybody's folder.",
    ),
    "import-no-date": Text(
        "Frister regnes fra datoen og kan blive forkerte.",
        "Deadlines are reckoned from the date and may be wrong.",
    ),
    "import-date-unreadable": Text(
        "Frister regnes fra datoen og kan blive forkerte.",
        "Deadlines are reckoned from the date and may be wrong.",
    ),
    "import-no-who": Text(
        "Læseren kan ikke se, hvem der står bag erklæringen.",
        "The reader cannot see who stands behind the declaration.",
    ),
    "import-name-left-out": Text(
        "Erklæringen er offentlig; en rolle er nok.",
        "The declaration is public; a role is enough.",
    ),
    "import-level-found": Text(
        "Niveauet kommer fra løbende tekst; et menneske bør se efter, at det er rigtigt læst.",
        "The level comes from running text; somebody should see that it was read right.",
    ),
    "import-levels-disagree": Text(
        "At gætte på et niveau ville være værre end ikke at have et.",
        "To guess a level would be worse than to have none.",
    ),
    "import-level-unknown": Text(
        "Et niveau, som modellen ikke har, kan ikke sammenlignes med noget.",
        "A level that the model does not have can be compared with nothing.",
    ),
    "import-never-closed": Text(
        "Resten af dokumentet kan være slugt, og rækker i det er så ikke læst.",
        "The rest of the document may be swallowed, and its rows are then not read.",
    ),
    "import-no-marks": Text(
        "Kravene står uden svar, selv om dokumentet kan have givet dem på en anden måde.",
        "The criteria stand unanswered, though the document may have answered in another way.",
    ),
    "import-answers-beside": Text(
        "Produktets egne svar hører til i en erklæring; hentes de ikke, går de tabt.",
        "The product's own answers belong in a declaration; if not fetched, they are lost.",
    ),
    "import-column-unknown": Text(
        "Teksten kan være dokumentation, der hører til et andet sted.",
        "The text may be evidence that belongs elsewhere.",
    ),
    "import-no-header": Text(
        "Uden overskrift kan et svar være læst fra den forkerte kolonne.",
        "Without a header an answer may be read from the wrong column.",
    ),
    "import-row-twice": Text(
        "Siger de to rækker hver sit, gælder måske den forkerte.",
        "If the two rows disagree, the wrong one may hold.",
    ),
    "import-row-hidden": Text(
        "Rækken kan være skjult ved en fejl, og så mangler svaret.",
        "The row may be hidden by mistake, and then the answer is missing.",
    ),
    "import-row-elsewhere": Text(
        "Rækken kan være et svar i en tabel, der ikke ser ud som de andre.",
        "The row may be an answer in a table that does not look like the others.",
    ),
    "import-cells-surplus": Text(
        "En streg i en tekst deler cellen, så svaret kan stå i den forkerte.",
        "A bar in a text splits the cell, so the answer may stand in the wrong one.",
    ),
    "import-cells-missing": Text(
        "Svaret eller dokumentationen kan mangle eller stå i den forkerte celle.",
        "The answer or evidence may be missing, or stand in the wrong cell.",
    ),
    "import-entry-unknown": Text(
        "Et svar, som nogen har givet, er ikke kommet med.",
        "An answer that somebody gave has not come along.",
    ),
    "import-mark-unknown": Text(
        "Kravet tæller som ubesvaret, til nogen skriver svaret forståeligt.",
        "The criterion counts as unanswered until somebody writes the answer understandably.",
    ),
    "import-mark-and-text": Text(
        "Mærke og tekst siger hver sit; kun produktet ved, hvad der er rigtigt.",
        "Mark and text disagree; only the product knows which is right.",
    ),
    "import-criterion-unknown": Text(
        "Svaret er ikke kommet med, eller dokumentet følger en anden version.",
        "The answer has not come along, or the document follows another version.",
    ),
    "import-rows-missing": Text(
        "Kravene står som ubesvarede, selv om produktet måske aldrig er blevet spurgt.",
        "The criteria stand as unanswered, though the product may never have been asked.",
    ),
    "import-ticked-already": Text(
        "Krydset er måske ingens svar, men skabelonens.",
        "The tick may be nobody's answer, but the template's.",
    ),
    "import-other-version": Text(
        "Svar kan være knyttet til krav, der betyder noget andet.",
        "Answers may be tied to criteria that mean something else.",
    ),
    "import-other-model": Text(
        "Svar på to versioner i én fil kan ikke forstås.",
        "Answers by two versions in one file cannot be understood.",
    ),
    "import-older": Text(
        "Nyere svar må ikke skrives over med ældre.",
        "Newer answers must not be overwritten by older ones.",
    ),
    "import-answer-changed": Text(
        "Et ændret svar kan ændre niveauet og bør ses, før det gemmes.",
        "A changed answer may change the level and should be seen before it is kept.",
    ),
    "import-fact-kept": Text(
        "De to kilder siger hver sit; den ene er forældet.",
        "The two sources disagree; one of them is out of date.",
    ),
    "import-not-mergeable": Text(
        "En ændring ville også røre linjer, som ingen har bedt om at få ændret.",
        "A change would also touch lines that nobody asked to change.",
    ),
    "verify-count": Text(
        "Læsere tager tallet for rigtigt; rækkerne under det siger noget andet.",
        "Readers take the figure as right; the rows below it say otherwise.",
    ),
    "verify-percent": Text(
        "Læsere tager tallet for rigtigt; rækkerne under det siger noget andet.",
        "Readers take the figure as right; the rows below it say otherwise.",
    ),
    "verify-missing-figure": Text(
        "Læseren må selv tælle og kan komme til noget andet.",
        "The reader must count, and may come to something else.",
    ),
    "verify-left-in": Text(
        "Produktet får et andets resultat på tryk.", "The product gets another's result in print."
    ),
    "verify-text-unclear": Text(
        "Tallet kan ikke efterprøves; det kan være talt på en anden måde, eller forkert.",
        "The figure cannot be verified; it may be counted in another way, or be wrong.",
    ),
    "verify-level": Text(
        "Kravet bliver talt med på et forkert niveau i alle tal.",
        "The criterion is counted at the wrong level in all figures.",
    ),
    "verify-no-level": Text(
        "Læseren kan ikke se, hvilket niveau kravet hører til.",
        "The reader cannot see which level the criterion belongs to.",
    ),
    "verify-no-mark": Text(
        "Kravet tæller ikke med, så summen passer ikke med antallet af krav.",
        "The criterion does not count, so the sum does not fit the number of criteria.",
    ),
    "verify-version": Text(
        "Læseren slår id'er op i en version, hvor de betyder noget andet.",
        "The reader looks ids up in a version in which they mean something else.",
    ),
    # -- documents out, and doubtful claims ---
    "note-contradicts-answer": Text(
        "Ordene tæller hos mennesker, krydset i reglerne; niveauet kan hvile på det forkerte.",
        "The words count with people, the answer in the rules; the level may rest on the wrong one.",
    ),
    "evidence-not-public": Text(
        "Den, der ikke er logget ind, kan ikke efterprøve svaret.",
        "Who is not logged in cannot verify the answer.",
    ),
    "evidence-is-placeholder": Text(
        "Det ser udfyldt ud, men er det ikke.", "It looks filled in, but is not."
    ),
    "not-applicable-in-bulk": Text(
        "Et helt tema kan forsvinde fra vurderingen, uden at nogen har set på det.",
        "A whole theme can vanish from the assessment without anybody having looked at it.",
    ),
    "copied-answers": Text(
        "Svarene siger noget om et andet produkt og intet om dette.",
        "The answers tell of another product, and nothing of this one.",
    ),
    "doubts-pattern": Text(
        "Tvivl, som mønstret skulle finde, bliver ikke fundet.",
        "Doubts that the pattern should find are not found.",
    ),
    "layouts-missing": Text(
        "Modellen kan ikke skrives ud i den form, som sekretariatet bruger.",
        "The model cannot be written in the shape that the secretariat uses.",
    ),
    "template-no-rows": Text(
        "Der er intet at udfylde; dokumentet ville se tomt ud.",
        "There is nothing to fill; the document would look empty.",
    ),
    "template-other-model": Text(
        "Svar ville komme til at stå ved krav, der betyder noget andet.",
        "Answers would stand beside criteria that mean something else.",
    ),
    "template-row-missing": Text(
        "Den, der læser dokumentet, ser ikke svaret.",
        "Who reads the document does not see the answer.",
    ),
    "template-cell-kept": Text(
        "Dokumentet kan sige noget andet end erklæringen.",
        "The document may say something else than the declaration.",
    ),
    "template-cell-missing": Text(
        "Svaret er ikke i dokumentet.", "The answer is not in the document."
    ),
    "publiccode-incomplete": Text(
        "Kataloger over software tager måske ikke filen.",
        "Catalogues of software may not take the file.",
    ),
    "publiccode-not-editable": Text(
        "En ændring ville også røre linjer, som ingen har bedt om at få ændret.",
        "A change would also touch lines that nobody asked to change.",
    ),
    # -- decisions and the record ------------------------------------------------------------
    "decide-in-future": Text(
        "Det er endnu ikke besluttet og må ikke gælde.", "It is not decided yet and must not hold."
    ),
    "decide-before-last": Text(
        "Loggen ville ikke længere vise, hvad der gælder.",
        "The log would no longer show what holds.",
    ),
    "decide-without-grounds": Text(
        "Om et år ved ingen, hvorfor der blev besluttet sådan.",
        "In a year nobody knows why it was so decided.",
    ),
    "decide-accepts-nothing": Text(
        "En accept af intet ser ud, som om noget er dækket.",
        "An acceptance of nothing looks as if something was covered.",
    ),
    "decide-standing": Text(
        "Beslutningen passer ikke til, hvor produktet er, så en tidligere må være glemt.",
        "The decision does not fit where the product is, so an earlier one must be forgotten.",
    ),
    "decide-accepts-met": Text(
        "En accept, der ikke er brug for, kan dække over, at kravet senere falder.",
        "An acceptance that is not needed may hide that the criterion falls later.",
    ),
    "decide-accepts-without-grounds": Text(
        "Afvigelsen kan ikke forklares for andre, der må opfylde kravet.",
        "The deviation cannot be explained to others who must meet the criterion.",
    ),
    "decide-accepts-without-end": Text(
        "Uden sidste dag bliver en undtagelse til en regel.",
        "Without a last day an exception becomes a rule.",
    ),
    "decide-accepts-past": Text(
        "Accepten ville aldrig gælde.", "The acceptance would never hold."
    ),
    "decide-not-appendable": Text(
        "Det, der står i loggen, må ikke røres.", "What stands in the log must not be touched."
    ),
    "acceptance-ends-soon": Text(
        "Der er kun tid til at nå det, hvis nogen går i gang nu; ellers kan produktet falde i niveau.",
        "There is only time if somebody starts now; else the product may drop a level.",
    ),
    "acceptance-unknown": Text(
        "Nogen tror, at afvigelsen er dækket, men det er den ikke.",
        "Somebody believes the deviation is covered, but it is not.",
    ),
    "acceptance-without-effect": Text(
        "Nogen kan ellers bruge tid på at forny den.",
        "Somebody may else spend time on renewing it.",
    ),
    "evaluation-too-old": Text(
        "Lysene viser, hvordan det var, ikke hvordan det er.",
        "The lights show how it was, not how it is.",
    ),
    "decision-unevaluated": Text(
        "Niveauet hviler alene på produktets egne ord.",
        "The level rests on the product's own words alone.",
    ),
    "decision-above-recommended": Text(
        "Læseren vil spørge, hvorfor evalueringen ikke blev fulgt.",
        "The reader will ask why the evaluation was not followed.",
    ),
    "evaluated-when-closed": Text(
        "Enten er produktet ikke lukket, eller også er datoen forkert.",
        "Either the product is not closed, or the date is wrong.",
    ),
    # -- the portfolio ------------------------------------------------------------------------
    "portfolio-unknown-fact": Text(
        "Tallet i porteføljen ville altid være »ikke oplyst«.",
        'The portfolio\'s figure would always be "not declared".',
    ),
    "portfolio-fact-type": Text(
        "Tallet kan ikke lægges sammen på tværs af produkter.",
        "The figure cannot be added up across products.",
    ),
    "register-twice": Text(
        "En myndighed ville tælle to gange eller blive forvekslet.",
        "An authority would count twice or be mistaken for another.",
    ),
    "register-no-such": Text(
        "En sammenlægning, der peger forkert, lader myndigheden forsvinde fra tallene.",
        "A merger that points wrong lets the authority vanish from the figures.",
    ),
    "authority-unknown": Text(
        "Den tæller ikke som den myndighed, den er ment som, i tal på tværs af produkter.",
        "It does not count as the authority that is meant, in figures across products.",
    ),
    "authority-merged": Text(
        "Den nye myndighed kan komme til at tælle to gange.",
        "The new authority may come to count twice.",
    ),
    "authority-twice": Text(
        "Antallet af brugere og summen af betalinger bliver for højt.",
        "The number of users and the sum of payments become too high.",
    ),
    # -- the form -----------------------------------------------------------------------------
    "form-not-editable": Text(
        "En ændring ville også røre linjer, som ingen har bedt om at få ændret.",
        "A change would also touch lines that nobody asked to change.",
    ),
    # -- the site -----------------------------------------------------------------------------
    "folder-not-made": Text(
        "Filer, som en anden har lagt der, må ikke gå tabt.",
        "Files that somebody else put there must not be lost.",
    ),
    # -- asking the server -------------------------------------------------------------------
    "request-host": Text(
        "En fremmed side kunne ellers lade, som om den var serveren, og læse det, den viser.",
        "A foreign page could else pose as the server and read what it shows.",
    ),
    "request-origin": Text(
        "En fremmed side, der står åben i samme browser, kunne ellers skrive i filerne.",
        "A foreign page that is open in the same browser could else write in the files.",
    ),
    "request-token": Text(
        "Andre, der bruger samme maskine, må ikke kunne ændre filerne.",
        "Others who use the same machine must not be able to change the files.",
    ),
    "request-too-large": Text(
        "En grænse holder tid og hukommelse nede, uanset hvad der bliver sendt.",
        "A limit bounds time and memory, whatever is sent.",
    ),
    "request-too-often": Text(
        "Ét program må ikke kunne lukke alle andre ude.",
        "One program must not be able to shut all others out.",
    ),
    "request-too-slow": Text(
        "Åbne forbindelser, der intet sender, ville ellers fylde serveren op.",
        "Open connections that send nothing would else fill the server up.",
    ),
    "request-failed": Text(
        "Svaret mangler, og det er programmets skyld; intet er halvt gemt.",
        "The answer is missing, and it is the program's fault; nothing is half saved.",
    ),
    "request-invalid": Text(
        "Serveren gætter ikke på, hvad der var ment, så der er intet svar.",
        "The server does not guess at what was meant, so there is no answer.",
    ),
    "request-unknown": Text(
        "Der er intet at svare om; et navn er måske stavet forkert eller ændret.",
        "There is nothing to answer about; a name may be misspelt or changed.",
    ),
    # -- criteria lint and test --------------------------------------------------------------
    "lint-text-missing": Text(
        "En læser på det sprog får ikke at vide, hvad kravet er, eller hvad de skal gøre.",
        "A reader of that language is not told what the criterion is or what to do.",
    ),
    "lint-fact-untitled": Text(
        "Begrundelser og formularer må vise en teknisk nøgle i stedet for et navn.",
        "Reasons and forms must show a technical key instead of a name.",
    ),
    "lint-condition-unused": Text(
        "Enten er betingelsen glemt i et krav, eller også vildleder den læseren.",
        "Either the condition was forgotten in a criterion, or it misleads the reader.",
    ),
    "lint-fact-unused": Text(
        "Produkter bliver bedt om en oplysning, som ingen bruger.",
        "Products are asked for a fact that nobody uses.",
    ),
    "lint-no-responsible": Text(
        "Listen over, hvem der skal gøre hvad, har et hul.",
        "The list of who must do what has a gap.",
    ),
    "lint-example-missing": Text(
        "Ingen har sagt, hvad reglen skal give her, så en ændring kan ændre den ubemærket.",
        "Nobody has said what the rule must give here, so a change may alter it unnoticed.",
    ),
    "lint-level-empty": Text(
        "Alle, der når niveauet under, har også nået dette uden at gøre noget.",
        "All who reach the level below have reached this one too, without doing anything.",
    ),
    "example-fails": Text(
        "Reglen gør noget andet, end dens forfatter mente; produkter kan få et forkert niveau.",
        "The rule does something else than its author meant; products may get a wrong level.",
    ),
    "mutant-survives": Text(
        "Reglen kunne blive lempet eller skærpet, uden at noget eksempel opdagede det.",
        "The rule could be eased or sharpened without any example noticing.",
    ),
    # -- evaluating, and a branch of its own -------------------------------------------------
    "evaluation-unwritable": Text(
        "En evaluering, der læses som noget andet end det, der blev sagt, er værre end ingen.",
        "An evaluation that reads as something else than what was said is worse than none.",
    ),
    "branch-no-repository": Text(
        "Ændringen kan ikke komme på en gren, som andre kan se på.",
        "The change cannot come on a branch for others to look at.",
    ),
    "branch-name": Text(
        "Navnet kunne ellers blive læst som noget andet end en gren.",
        "The name could else be read as something other than a branch.",
    ),
    "branch-checked-out": Text(
        "Filer, som nogen arbejder i, ville ændre sig under dem.",
        "Files that somebody works in would change beneath them.",
    ),
    "branch-nothing-new": Text(
        "En tom ændring ville bede andre om at se på ingenting.",
        "An empty change would ask others to look at nothing.",
    ),
    "branch-refused": Text(
        "Ændringen er ikke gemt på grenen.", "The change is not kept on the branch."
    ),
}
