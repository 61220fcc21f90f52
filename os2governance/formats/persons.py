"""`criteria/<model>/<version>/persons.yaml` (`os2governance/persons/1`)."""

from typing import Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    SomeTexts,
    file_format,
    required,
)


class Persons(Closed):
    """How the names of persons stand in texts."""

    model_config = file_format("persons", "Personers navne", "Names of persons")

    format: Literal["os2governance/persons/1"] = FORMAT_LINE
    roles: SomeTexts = required(
        "Roller | Ord for en rolle, som et navn står ved.",
        "Roles | Words for a role that a name stands beside.",
    )
    organisations: SomeTexts = required(
        "Organisationer | Ord, som viser, at et navn er en organisations eller et steds.",
        "Organisations | Words that show that a name is an organisation's or a place's.",
    )
    prefixes: SomeTexts = required(
        "Begyndelser | Begyndelsen af navne, som ikke er personers.",
        "Prefixes | The beginning of names that are not persons'.",
    )
    particles: SomeTexts = required(
        "Småord | Ord med lille begyndelsesbogstav inde i et navn.",
        "Particles | Words in lower case within a name.",
    )
    given_names: SomeTexts = required(
        "Fornavne | Fornavne, flere på en linje.", "Given names | Given names, several on a line."
    )
