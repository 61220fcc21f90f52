"""An agenda with a product that keeps its level, and one that is moved, for tests of papers."""

from datetime import date

from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.analysis.agenda import Agenda, build_agenda
from os2governance.assessment.levels import assess

DAY = date(2026, 5, 1)
BOTH = {"A": {"light": "met"}, "B": {"light": "unmet", "grounds": "Mangler"}}
PLACED = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}


def small_agenda(folder) -> Agenda:
    rule = {"fact": "open", "present": True}
    criteria = [criterion("A", "low", rule), criterion("B", "high", rule)]
    model = load_model(write_model(folder, criteria))
    assessments = []
    for name, level in (("keeper", "low"), ("mover", "high"), ("rest", None)):
        evaluated = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": BOTH}
        evaluations = [{**evaluated, "recommends": level}] if level else []
        path = write_product(folder, name, evaluations=evaluations, decisions=[PLACED])
        assessments.append(assess(load_product(path, model), model, as_of=DAY))
    return build_agenda(assessments, {}, DAY, DAY)
