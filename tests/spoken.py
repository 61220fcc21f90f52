"""A small model whose facts and conditions have words, and the plan for its one criterion."""

from folders import DATE, FACTS, criterion, titled
from pages import OPEN, assessed, loaded

from os2governance.analysis.plan import build_action

REMEDY = {"da": "Åbn koden.", "en": "Open the code."}
ASKS = {"da": "Koden er åben for alle.", "en": "The code is open to all."}


def spoken(schema, todo, asked=("", "")):
    said = {"x-todo": todo[0], "x-todo-en": todo[1], "x-asked": asked[0], "x-asked-en": asked[1]}
    return {**schema, **{key: text for key, text in said.items() if text}}


TEXT = {"type": ["string", "null"]}
WORDS = {
    **FACTS["properties"],
    "secure": spoken(
        titled({"type": ["boolean", "null"]}, "Sikkerhed", "Security"),
        ("Er sikkerhed tænkt ind i designet? Svar ja eller nej", "Is it secure? Answer yes or no"),
        ("sikkerhed er tænkt ind i designet", "security is part of the design"),
    ),
    "bought": titled(
        {
            "type": ["string", "null"],
            "enum": ["tender", "own", None],
            "x-values": {"tender": {"da": "udbud", "en": "tender"}, "own": {"da": "egen udvikling", "en": "in-house"}},
        },
        "Grundlaget for indkøbet",
        "The basis of the purchase",
    ),
    "paper": spoken(titled(TEXT, "Notatet", "The note"), ("Henvis til notatet", "Refer to the note")),
    "review": {**titled(DATE, "Datoen for kodereviewet", "The date of the review"), "x-time": "past"},
    "seat": {**spoken(titled(TEXT, "Sædet", "The seat"), ("Skriv, hvem der sidder der", "State who sits there")), "x-from": "register"},
    "code": titled(
        {
            "type": ["array", "null"],
            "x-key": "url",
            "items": {
                "type": "object",
                "properties": {
                    "url": TEXT,
                    "public": spoken(titled({"type": ["boolean", "null"]}, "Er offentligt", "Is public"), ("Er repositoriet offentligt? Svar ja eller nej", "Is it public? Answer yes or no")),
                },
            },
        },
        "Repositorier",
        "Repositories",
    ),
}  # fmt: skip
SCHEMA = {**FACTS, "properties": WORDS}
CONDITIONS = {
    "reviewed": {
        "rule": {"fact": "review", "within": "3 years"},
        "x-asked": {"da": "reviewet er højst tre år gammelt", "en": "the review is at most three years old"},
        "x-todo": {"da": "Få lavet et nyt kodereview, og skriv datoen", "en": "Have a new review made, and state the date"},
    },
    "at_ours": {
        "rule": {"fact": "paper", "matches": "ours/.+"},
        "x-asked": {"da": "notatet ligger hos os", "en": "the note is at ours"},
        "x-todo": {"da": "Læg notatet hos os", "en": "Put the note at ours"},
    },
    "all_public": {
        "rule": {"every": {"in": "code", "where": {"fact": "public", "equals": True}}},
        "x-asked": {"da": "alle repositorier er offentlige", "en": "all repositories are public"},
        "x-todo": {"da": "Gør alle repositorier offentlige", "en": "Make all repositories public"},
    },
}  # fmt: skip


def action(folder, rule=OPEN, more=(), remedy=REMEDY, level=None, attainment=None, **product):
    criteria = [{**criterion("K77", "low", rule, remedy=remedy, asks=ASKS), **dict(more)}]
    if rule is None:
        del criteria[0]["met"]
    model = loaded(
        folder, criteria, schema=SCHEMA, conditions=CONDITIONS, attainment=attainment or {}
    )
    found = assessed(folder, model, **product)
    return build_action(found, found.outcome("K77"), level)
