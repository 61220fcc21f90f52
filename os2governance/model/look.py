"""How the pages of a model look: colours for light and dark, fonts, and the colours of levels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """The colours and fonts that a model gives; the pages' own stand for what it leaves out.

    `light` and `dark` are colours by the name of their use, `levels` those of badges from the
    lowest level to the highest.
    """

    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    fonts: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


NEUTRAL_LOOK = Look()
"""The look of a model that gives none."""


def read_look(given: Mapping[str, Any], otherwise: Look = NEUTRAL_LOOK) -> Look:
    """The look that a model gives (`look`), each part that it leaves out as it is otherwise."""
    return Look(
        light={**otherwise.light, **(given.get("light") or {})},
        dark={**otherwise.dark, **(given.get("dark") or {})},
        fonts=tuple(given.get("fonts") or otherwise.fonts),
        levels=tuple(given.get("levels") or otherwise.levels),
    )
