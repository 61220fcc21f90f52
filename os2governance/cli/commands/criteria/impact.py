"""`criteria impact`: the effect of a model change on every product."""

from os2governance.cli.localised_click import Option
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_format_option, command
from os2governance.cli.output import EXIT_UNREADABLE, print_findings, print_page, write_json_object
from os2governance.i18n.text import _

HELP = _(
    "Show the effect of a change of the model on every product: levels up and down, criteria "
    "that begin to block, answers to give again, and facts that are new or dropped.\nREF is a "
    "model (os2/1.1.0), its folder, or a git revision (HEAD) to compare the model with. PATH "
    "defaults to the folder products.\nExit code: 0, or 2 if a file cannot be read."
)
EXAMPLES = (
    "os2governance criteria impact --from os2/1.1.0 --to criteria/os2/1.2.0",
    "os2governance criteria impact --from HEAD --to criteria/os2/1.1.0",
)
FROM_OPTION = Option(
    ["--from", "before"],
    _("The model before the change, or a git revision."),
    metavar="REF",
    required=True,
)
TO_OPTION = Option(
    ["--to", "after"],
    _("The model after the change; defaults to the newest."),
    metavar="REF",
)


@command(
    "impact",
    HELP,
    EXAMPLES,
    PATHS_ARGUMENT,
    FROM_OPTION,
    TO_OPTION,
    build_format_option(),
)
def impact(
    invocation: Invocation, paths: tuple[str, ...], before: str, after: str | None, form: str
) -> int:
    """Compare two models on the products that the paths mean."""
    from os2governance.workflows.model_impact import compare_models

    context = invocation.context
    found = compare_models(before, after, paths, context)
    if form == "json":
        from os2governance.render.model.impact_json import build_impact_object

        write_json_object(build_impact_object(found, context.as_of, context.language))
    else:
        from os2governance.render.model.impact_text import render_impact_blocks

        blocks = render_impact_blocks(found, context.as_of, context.language)
        print_page(blocks, invocation)
        print_findings(found.findings, invocation)
    return EXIT_UNREADABLE if any(each.severity == "error" for each in found.findings) else 0
