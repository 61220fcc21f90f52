"""The choices that files have: each a type, and a tuple of its words in their order.

Nothing here needs pydantic, so that the engine can name them at no cost.
"""

from collections.abc import Mapping
from typing import Literal, get_args

AnswerWord = Literal["met", "partly", "unmet", "planned", "not_applicable", "unknown"]
LightWord = Literal["met", "partly", "unmet", "not_applicable"]
StatusWord = Literal["met", "partly", "unmet", "not_applicable", "unknown"]
FactsOutcome = Literal[
    "met", "partly", "at_least_partly", "unmet", "undetermined", "not_applicable"
]
BackingWord = Literal["confirmed", "documented", "claimed", "silent"]
BasisWord = Literal["facts", "answer", "evaluation"]
LevelState = Literal["reached", "below", "not_settled", "none"]
AttainmentToken = Literal[
    "met", "partly", "unmet", "not_applicable", "unknown", "accepted", "explained"
]
ToleratedToken = Literal[
    "met", "partly", "unmet", "not_applicable", "unknown", "accepted", "explained", "planned"
]
PlannedStatus = Literal["partly", "unmet"]
EvidenceWord = Literal["none", "text", "link"]
NotApplicableWord = Literal["no", "yes", "with_reason"]
EffortWord = Literal["word", "paper", "practice", "decision"]
RecommendationRule = Literal["ignored", "answered", "required"]
MeetingDecisionKind = Literal["admit", "place", "accept", "withdraw", "pause", "resume", "close"]
DecisionKind = Literal[MeetingDecisionKind, "correct"]
LetterKind = Literal["evaluation", "decision", "deadline_60", "deadline_30", "deadline_0"]
LetterListWord = Literal["unmet", "partly", "open", "decided", "accepted", "stopping", "deadlines"]
HearingAnswer = Literal["agreed", "objections", "reply"]
ProductKind = Literal["product", "project"]
LifecycleWord = Literal["active", "paused", "closed"]
DocumentKind = Literal[
    "governance-report", "evaluation-report", "self-assessment-json", "publiccode"
]
ColumnWord = Literal["id", "title", "level", "asks", "mark", "text", "light", "grounds", "advice"]
RowWord = Literal[
    "id", "title", "level", "asks", "mark", "text", "light", "grounds", "advice", "theme"
]

ANSWERS: tuple[AnswerWord, ...] = get_args(AnswerWord)
LIGHTS: tuple[LightWord, ...] = get_args(LightWord)
EFFORTS: tuple[EffortWord, ...] = get_args(EffortWord)
"""What it takes, the least first."""
LETTER_KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)

TITLES: Mapping[str, tuple[str, str]] = {
    "met": ("Opfyldt", "Met"),
    "partly": ("Delvist", "Partly"),
    "unmet": ("Ikke opfyldt", "Not met"),
    "planned": ("Planlagt", "Planned"),
    "not_applicable": ("Ikke relevant", "Not applicable"),
    "unknown": ("Ved ikke", "Unknown"),
    "product": ("Produkt", "Product"),
    "id": ("Id", "Id"),
    "title": ("Titel", "Title"),
    "level": ("Niveau", "Level"),
    "asks": ("Hvad der spørges om", "What it asks"),
    "grounds": ("Begrundelse", "Grounds"),
    "theme": ("Tema", "Theme"),
}
"""Choices in everyday words, in Danish and in English: one who writes them is understood."""
