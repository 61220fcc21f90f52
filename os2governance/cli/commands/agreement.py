"""`agreement`: how far self-assessments, rules and evaluations agree."""

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_table_option, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_paper,
    write_json_object,
    write_output,
)
from os2governance.i18n.text import _

HELP = _(
    "Show how far self-assessments, rules and evaluations agree: by theme, criterion, product and "
    "half-year, which criteria are always contested, and where a rule and an evaluation "
    "disagree.\nAn evaluation is held against the self-assessment in force on its day. What one "
    "of the two does not state is counted separately. PATH defaults to the folder products.\n"
    "Exit code: 0, or 2 if a file cannot be read or there are no products."
)
EXAMPLES = (
    "os2governance agreement",
    "os2governance agreement --format html > agreement.html",
    "os2governance agreement products/os2eksempel --questions",
)
QUESTIONS_OPTION = Option(
    ["--questions"],
    _("Show instead what an evaluation is likely to question in each self-assessment."),
    is_flag=True,
)
FORMAT_OPTION = build_table_option(
    _("text or html for people, json for programs, csv for spreadsheets (a row per criterion).")
)


@command("agreement", HELP, EXAMPLES, PATHS_ARGUMENT, QUESTIONS_OPTION, FORMAT_OPTION)
def agreement(
    invocation: Invocation, paths: tuple[str, ...], *, questions: bool, form: str
) -> int:
    """Print how far the parties agree on the products that the paths mean."""
    if questions:
        return _print_questions(paths, form, invocation)
    from os2governance.render.agreement.paper import build_agreement_paper
    from os2governance.render.common.findings_json import build_finding_objects
    from os2governance.workflows.agreement import compare_with_evaluations

    found = compare_with_evaluations(paths, invocation.context)
    as_of, language = invocation.context.as_of, invocation.context.language
    if form == "json":
        from os2governance.render.agreement.json import build_agreement_object

        figures = build_agreement_object(found.figures, found.pairs, found.models, as_of, language)
        write_json_object({**figures, "findings": build_finding_objects(found.findings, language)})
    elif form == "csv":
        from os2governance.render.agreement.csv import render_agreement_csv

        write_output(render_agreement_csv(found.pairs, found.models, language))
        print_findings_to_stderr(found.findings, invocation)
    else:
        paper = build_agreement_paper(found.figures, found.models, as_of, language)
        print_paper(paper, form, found.findings, invocation)
    return EXIT_UNREADABLE if found.findings else 0


def _print_questions(paths: tuple[str, ...], form: str, invocation: Invocation) -> int:
    """Print what is likely to be questioned in the products that the paths mean."""
    if form == "csv":
        raise UsageError(_("--questions goes with --format text, json or html."))
    from os2governance.workflows.agreement import question_products

    products, findings = question_products(paths, invocation.context)
    as_of, language = invocation.context.as_of, invocation.context.language
    if form == "json":
        from os2governance.render.agreement.json import build_questions_object

        write_json_object(build_questions_object(products, as_of, findings, language))
    else:
        from os2governance.render.agreement.questions_paper import build_questions_paper

        print_paper(build_questions_paper(products, as_of, language), form, findings, invocation)
    return EXIT_UNREADABLE if findings else 0
