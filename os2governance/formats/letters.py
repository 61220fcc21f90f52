"""`criteria/<model>/<version>/letters.yaml` (`os2governance/letters/1`): the words of letters."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from os2governance.formats.parts import (
    FORMAT_LINE,
    Bilingual,
    Closed,
    Duration,
    Omittable,
    file_format,
    optional,
    required,
)
from os2governance.formats.patterns import FIELD_KEY
from os2governance.formats.words import LetterListWord

# fmt: off

class LetterPartEntry(Closed):
    """A paragraph; a list with what leads to it; or a field that people fill in."""

    text: Omittable[Bilingual] = optional("Tekst | Et afsnit, eller det, der står over en liste.", "Text | A paragraph, or what stands above a list.")
    list: Omittable[LetterListWord] = optional("Liste | Det, der bliver listet; uden noget at liste bliver delen udeladt.", "List | What is listed; with nothing to list the part is left out.")
    field: Omittable[Annotated[str, StringConstraints(pattern=FIELD_KEY)]] = optional("Felt | Navnet på et felt, som mennesker udfylder; teksten er det, der bliver bedt om.", "Field | The name of a field that people fill in; the text is what is asked for.")


LetterParts = Annotated[tuple[LetterPartEntry, ...], Field(min_length=1)]


class Letter(Closed):
    """One kind of letter: its title, and its parts in order."""

    title: Bilingual = required("Titel | Brevets overskrift.", "Title | The heading of the letter.")
    parts: LetterParts = required("Dele | Brevets dele i rækkefølge.", "Parts | The parts of the letter in order.")


class LetterTexts(Closed):
    """The letters by the occasion of each."""

    evaluation: Omittable[Letter] = optional("Efter en evaluering | Brevet, når produktet er evalueret.", "After an evaluation | The letter once the product has been evaluated.")
    decision: Omittable[Letter] = optional("Efter en beslutning | Brevet, når der er truffet beslutning om produktet.", "After a decision | The letter once a decision on the product has been made.")
    deadline_60: Omittable[Letter] = optional("60 dage før | Brevet 60 dage før en frist.", "60 days before | The letter 60 days before a deadline.")
    deadline_30: Omittable[Letter] = optional("30 dage før | Brevet 30 dage før en frist.", "30 days before | The letter 30 days before a deadline.")
    deadline_0: Omittable[Letter] = optional("På fristen | Brevet, når en frist er nået.", "At the deadline | The letter when a deadline is reached.")


class Letters(Closed):
    """What a model's letters to products say; a letter that is left out gets plain words."""

    model_config = file_format("letters", "Breve til produkter", "Letters to products")

    format: Literal["os2governance/letters/1"] = FORMAT_LINE
    answer_within: Omittable[Duration] = optional("Svarfrist | Hvor længe produktet har til at svare på en evaluering.", "Answer within | How long a product has to answer an evaluation.")
    letters: LetterTexts = required("Breve | Brevene efter anledning.", "Letters | The letters by occasion.")
