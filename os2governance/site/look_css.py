"""The style sheet of a model's look: the variables of the pages' own, set anew."""

from collections.abc import Iterator, Mapping

from os2governance.model.look import Look

LOOK_FILE = "look.css"
"""Where pages find it, in the folder of what they all load."""
_OWN_FONT = "Source Sans 3"
"""The font that comes with the pages, behind the model's: a system's may be much wider."""


def render_look_css(look: Look) -> str:
    """The style sheet; empty where a model gives no look."""
    return "".join(_list_rules(look))


def _list_rules(look: Look) -> Iterator[str]:
    if look.fonts:
        names = ", ".join(f'"{name}"' for name in (*look.fonts, _OWN_FONT))
        yield f":root {{ --sans: {names}, system-ui, sans-serif; --serif: var(--sans); }}\n"
    if look.light:
        yield f":root {{ {_render_colours(look.light)} }}\n"
    if look.dark:
        dark = _render_colours(look.dark)
        media = "@media screen and (prefers-color-scheme: dark)"
        yield f'{media} {{ :root:not([data-theme="light"]) {{ {dark} }} }}\n'
        yield f'@media screen {{ :root[data-theme="dark"] {{ {dark} }} }}\n'


def _render_colours(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
