"""Two states of a product mixed, with nothing known of them beforehand."""

from os2governance.analysis.mixtures import assess_chosen_mixture, find_differing_inputs
from os2governance.analysis.state_inputs import CauseSet, ProductState
from os2governance.assessment.levels import Assessment
from os2governance.model.versions import link_same_ids


def assess_mixture(before: ProductState, after: ProductState, names: CauseSet) -> Assessment:
    """Assess the inputs in `names` from the new state, the rest from the old."""
    links = link_same_ids(before.model, after.model)
    differing = find_differing_inputs(before, after, links)
    return assess_chosen_mixture(before, after, names, links, differing)
