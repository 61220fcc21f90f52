"""What the files of facts are called on pages for people who edit no files."""

from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import Language, _
from os2governance.model.words import phrase
from os2governance.product.facts import FactFile

_SOURCE_WORDS = {
    "declaration": _("the self-assessment"),
    "register": _("registered by {evaluator}"),
    "observations": _("read from the repositories"),
}


def render_fact_source(file: FactFile, assessment: Assessment, language: Language) -> str:
    """What a file of facts is called in words."""
    evaluator = phrase(assessment.model.words.evaluator).render(language)
    return _SOURCE_WORDS[file.kind].render(language).replace("{evaluator}", evaluator)


def name_fact_sources(assessment: Assessment, language: Language) -> dict[str, str]:
    """What each file of facts is called beside a fact; none where there is only one."""
    files = assessment.facts.files
    if len(files) < 2:  # noqa: PLR2004 - one
        return {}
    return {
        file.document.file: render_fact_source(file, assessment, language)
        for file in files
        if file.kind != "declaration"
    }
