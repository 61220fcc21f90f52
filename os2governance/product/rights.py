"""Who may make which decision, by a model (semantics §4 and §7)."""

from os2governance.model.model import Model


def has_right_to_decide(kind: str, level: str | None, role: object, model: Model) -> bool:
    """Whether a role may make a decision of a kind; a level or role that there is not may nothing.

    Placing, and withdrawing a placing, is for those whom the level names, correcting for those
    whom any level names, and accepting, and withdrawing that, for those who do not declare.
    """
    known = next((each for each in model.roles if each.id == role), None)
    if known is None:
        return False
    if kind == "place" or (kind == "withdraw" and level is not None):
        deciders = next((each.decided_by for each in model.levels if each.id == level), None)
        return deciders is not None and (not deciders or known.id in deciders)
    if kind == "correct":
        several = {each for one in model.levels for each in one.decided_by}
        return known.id in several if several else not known.declares
    return kind not in {"accept", "withdraw"} or not known.declares
