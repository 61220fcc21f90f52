"""A worked history in git: for every pair of its states, what has changed and why.

What each state comes to is written here by hand; what changed between each two, and its causes,
is the golden file `history.txt`, which was read by eye.
"""

from datetime import date
from itertools import combinations

import pytest
import yaml
from folders import criterion, write_model
from repository import git

from os2governance.analysis.difference import LevelResult
from os2governance.workflows.compare import explain_changes
from os2governance.workflows.context import Context
from os2governance.workflows.states import parse_state, read_snapshot

OPEN = criterion("A", "low", {"fact": "open", "present": True})
MEETS = criterion("B", "high", {"fact": "group.met_on", "within": "12 months"})
LICENCE = criterion("C", "high", {"fact": "licence", "present": True})
TERMS = criterion("D", "high", {"fact": "group.terms", "present": True})

FIRST = {
    "format": "os2governance/product/1", "product": "tool", "name": "Tool", "kind": "product",
    "model": "small/1", "declared": {"on": "2025-01-10", "by": "Ejeren"},
    "facts": {"open": False}, "answers": {},
}  # fmt: skip
LIGHTS = {"A": {"light": "met"}, "B": {"light": "met"}, "C": {"light": "met"}}
EVALUATION = {
    "format": "os2governance/evaluation/1", "product": "tool", "model": "small/1",
    "evaluated": {"on": "2025-05-01", "by": "Sekretariatet"}, "lights": LIGHTS,
    "recommends": "high",
}  # fmt: skip
PLACED = {"on": "2025-06-01", "decision": "place", "level": "high", "by": "board", "grounds": "x"}
ACCEPTED = {
    "on": "2026-05-01", "decision": "accept", "by": "board", "grounds": "y",
    "accepts": {"B": {"until": "2026-08-01"}},
}  # fmt: skip

# state, date, assessed, placed, evaluated, the criteria that are met
STATES = [
    ("01-start", "2025-01-10", None, None, None, ""),
    ("02-facts", "2025-02-01", "low", None, None, "A"),
    ("03-answer", "2025-03-01", "low", None, None, "AC"),
    ("04-meeting", "2025-04-01", "high", None, None, "ABC"),
    ("05-evaluated", "2025-05-01", "high", None, "high", "ABC"),
    ("06-placed", "2025-06-01", "high", "high", "high", "ABC"),
    ("07-too-old", "2026-04-01", "low", "high", "high", "AC"),
    ("08-accepted", "2026-05-01", "high", "high", "high", "AC"),
    ("09-run-out", "2026-09-01", "low", "high", "high", "AC"),
    ("10-met-again", "2026-10-01", "high", "high", "high", "ABC"),
    # The evaluation by the older model counts for what means the same by the newer one.
    ("11-new-model", "2026-11-01", "low", "high", "low", "ABE"),
    ("12-renamed", "2026-11-10", "low", None, None, "ABE"),
]


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """Make the history, and see each of its states through git."""
    place = tmp_path_factory.mktemp("history")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        git(place, "init", "-q")
        for name in _made(place):
            git(place, "add", "-A")
            git(place, "commit", "-q", "--allow-empty", "-m", name)
            git(place, "tag", name)
        (place / "products").rename(place / "elsewhere")  # the work tree is not looked at
        context = Context(as_of=date(2030, 1, 1), language="da", criteria=(place / "criteria",))
        return {
            name: read_snapshot(parse_state(f"{name}@{day}"), ["products"], context)
            for name, day, *_ in STATES
        }


def _made(place):
    folder = place / "products/tool"
    folder.mkdir(parents=True)
    product = {**FIRST}

    def write(file, values):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(yaml.safe_dump(values, sort_keys=False))

    def log(*decisions):
        head = {"format": "os2governance/decisions/1", "product": product["product"]}
        write("decisions.yaml", {**head, "decisions": list(decisions)})

    write_model(place, [OPEN, MEETS, LICENCE])
    write("product.yaml", product)
    yield "01-start"
    product["facts"] = {"open": True}
    write("product.yaml", product)
    yield "02-facts"
    product["answers"] = {"C": {"answer": "met", "evidence": ["https://example.org"]}}
    write("product.yaml", product)
    yield "03-answer"
    product["facts"] = {"open": True, "group": {"met_on": "2025-03-20"}}
    write("product.yaml", product)
    yield "04-meeting"
    write("evaluations/2025-05-01.yaml", EVALUATION)
    yield "05-evaluated"
    log(PLACED)
    yield "06-placed"
    yield "07-too-old"
    log(PLACED, ACCEPTED)
    yield "08-accepted"
    yield "09-run-out"
    product["facts"] = {"open": True, "group": {"met_on": "2026-09-15"}}
    write("product.yaml", product)
    yield "10-met-again"
    told = {"version": "1", "criteria": {"E": ["C"], "D": []}}
    newer = place / "newer"
    model = write_model(
        newer, [OPEN, MEETS, {**LICENCE, "id": "E"}, TERMS], version="2", supersedes=told
    )
    model.rename(place / "criteria/small/2")
    answers = {"E": product["answers"]["C"]}
    product |= {"model": "small/2", "answers": answers}
    write("product.yaml", product)
    yield "11-new-model"
    folder = folder.rename(place / "products/gear")
    product["product"] = "gear"
    write("product.yaml", product)
    (folder / "decisions.yaml").unlink()
    (folder / "evaluations/2025-05-01.yaml").unlink()
    yield "12-renamed"


def of(states, name):
    return explain_changes(states[name], states[name])[0][0]


@pytest.mark.parametrize(("name", "day", "assessed", "placed", "evaluated", "met"), STATES)
def test_each_state_comes_to_what_it_should(states, name, day, assessed, placed, evaluated, met):
    assert states[name].findings == ()
    found = of(states, name).change.after

    assert found.as_of.isoformat() == day
    levels = found.levels
    assert (levels.assessed, levels.placed, levels.evaluated) == (assessed, placed, evaluated)
    assert "".join(o.criterion.id for o in found.outcomes if o.status == "met") == met


def said(value):
    if isinstance(value, LevelResult):
        return value.level or value.state
    if value is None or isinstance(value, str):
        return value or "-"
    level = f" for {value.level}" if value.level else ""
    return f"{value.status} accepted{level}" if value.accepted else value.status


def pair_lines(pair, found):
    name = found.change.product
    if found.change.before is None or found.change.after is None:
        yield f"{pair}: {name} is {'new' if found.change.before is None else 'gone'}"
        return
    was = f" (was {found.former_id})" if found.former_id else ""
    yield f"{pair}: {', '.join(found.differing_inputs)} differ{was}"
    for part in (*found.levels, *found.outcomes):
        assert sum(part.shares.values()) == 1
        causes = " or ".join(" with ".join(each) for each in part.sufficient_sets)
        yield f"    {part.name}: {said(part.before)} → {said(part.after)}, by {causes}"


def test_every_pair_of_states(states, golden):
    lines = []
    table = {name: rest for name, *rest in STATES}
    for one, other in combinations(table, 2):
        several = explain_changes(states[one], states[other])[0]
        for found in several:
            lines += pair_lines(f"{one} → {other}", found)
        if len(several) == 1:
            (found,) = several
            parts = {part.name: (part.before, part.after) for part in found.levels}
            expected = (table[one][1], table[other][1])
            levels = [getattr(each, "level", each) for each in parts.get("assessed", ())]
            assert (levels or [expected[0]] * 2) == list(expected)
        else:  # renamed, and too different to be known again
            assert other == "12-renamed"
            assert [each.change.product for each in several] == ["gear", "tool"]
    golden("history.txt", "\n".join(lines) + "\n")


def test_back_through_history_too(states):
    """Each pair the other way has the same parts, turned round, and adds up as well."""
    for one, other in combinations([name for name, *_ in STATES[:10]], 2):
        (there,), _ = explain_changes(states[one], states[other])
        (back,), _ = explain_changes(states[other], states[one])
        parts = {(p.name, p.before, p.after) for p in (*there.levels, *there.outcomes)}
        turned = {(p.name, p.after, p.before) for p in (*back.levels, *back.outcomes)}

        assert parts == turned
        assert all(sum(p.shares.values()) == 1 for p in (*back.levels, *back.outcomes))
