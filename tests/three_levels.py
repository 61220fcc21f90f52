"""A product on three levels, and the answers, lights and acceptances to put to it."""

from folders import criterion
from pages import BOARD, LICENCE, assessed, loaded

LEVELS = [
    {"id": "0", "name": {"da": "Sandkasse", "en": "Sandbox"}},
    {"id": "1", "name": {"da": "Niveau 1", "en": "Level 1"}},
    {"id": "2", "name": {"da": "Niveau 2", "en": "Level 2"}},
]
# Only people judge F1, F2 and F3; the licence decides F4.
CRITERIA = [
    {"id": "F1", "level": "0", "responsible": "owner"},
    {"id": "F2", "level": "1", "responsible": "owner"},
    {"id": "F3", "level": "2", "responsible": "owner"},
    criterion("F4", "2", LICENCE),
]
YES = {"answer": "met", "note": "Her"}
BARE, NO, PLAN = {"answer": "met"}, {"answer": "unmet"}, {"answer": "planned", "due": "2027"}
MIT = {"licence": "MIT"}


def product(folder, **files):
    return assessed(folder, loaded(folder, CRITERIA, levels=LEVELS), **files)


def lights(**given):
    lights = {name: {"light": light} for name, light in given.items()}
    return [{"evaluated": {"on": "2026-05-01", "by": "E"}, "lights": lights}]


def accept(level="1", **until):
    accepts = {name: {"until": day} if day else {} for name, day in until.items()}
    return {"on": "2026-02-01", "decision": "place", "level": level, "accepts": accepts, **BOARD}
