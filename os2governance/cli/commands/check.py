"""`check`: all errors and questionable claims in files, for continuous integration."""

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, command
from os2governance.findings.catalogue import Severity
from os2governance.i18n.text import Text

HELP = Text(
    "Kontrollér filer: alt, der er forkert eller tvivlsomt i erklæringer, evalueringer, "
    "beslutninger og modeller, med sted.\n"
    "PATH er som for assess, en fil ved siden af product.yaml, eller en mappe med en model; uden "
    "PATH mappen products, og modellerne i mappen criteria, hvis den er der.\n"
    "Indstillinger kan stå i os2governance.toml eller i pyproject.toml under "
    "[tool.os2governance]: select, ignore og fail-on. I en fil kan der ties om et fund med "
    "kommentaren `# os2governance: ignore[kode] begrundelse`.\n"
    "Slutkode: 0, 1 hvis der er fund, der tæller, 2 hvis en fil ikke kan læses.",
    "Check files: everything wrong or doubtful in declarations, evaluations, decisions and "
    "models, with its place.\n"
    "PATH is as for assess, a file beside a product.yaml, or the folder of a model; without PATH "
    "the folder products, and the models in the folder criteria if it is there.\n"
    "Settings can stand in os2governance.toml, or in pyproject.toml under "
    "[tool.os2governance]: select, ignore and fail-on. In a file the comment "
    "`# os2governance: ignore[code] reason` silences a finding.\n"
    "Exit code: 0, 1 if there are findings that count, 2 if a file cannot be read.",
)
EXAMPLES = (
    "os2governance check",
    "os2governance check products --format sarif > check.sarif",
    "os2governance check --fail-on warning --ignore unanswered,planned",
)
EMPTY_REVISION = Text(
    "--against har fået en tom revision; er variablen, den skulle komme fra, ikke sat?",
    "--against was given an empty revision; is the variable that it comes from not set?",
)
OPTIONS = (
    Option(
        ["--format", "form"],
        Text(
            "text er til mennesker; github, gitlab, junit og sarif til byggeservere.",
            "text for people; github, gitlab, junit and sarif for build servers.",
        ),
        type=click.Choice(["text", "json", "sarif", "github", "gitlab", "junit"]),
        default="text",
        metavar="text|json|sarif|github|gitlab|junit",
    ),
    Option(
        ["--fail-on"],
        Text("Fra hvilken alvor fund tæller; ellers error.", "Which findings count; else error."),
        type=click.Choice(["error", "warning", "note"]),
        metavar="error|warning|note",
    ),
    Option(
        ["--select"],
        Text("Kun disse koder, med komma imellem.", "Only these codes, with commas between."),
        multiple=True,
        metavar="CODES",
    ),
    Option(
        ["--ignore"],
        Text(
            "Ikke disse koder; i stedet for projektets egne (ignore), som --select.",
            "Not these codes; in place of the project's own (ignore), as --select.",
        ),
        multiple=True,
        metavar="CODES",
    ),
    Option(
        ["--fix"],
        Text(
            "Ret først det, der er sikkert at rette: linjeskift og mellemrum sidst på linjer, "
            "nøglernes rækkefølge, anførselstegn om det, der skal være tekst. Indrykninger og "
            "beslutningsloggen røres ikke.",
            "First mend what is safe to mend: line breaks and blanks at the ends of lines, the "
            "order of keys, quotation marks around what should be text. Indentation and the "
            "decision log are not touched.",
        ),
        is_flag=True,
    ),
    Option(
        ["--against"],
        Text(
            "Sammenlign med en revision i git: hvad der er ændret, og hvad ingen har besluttet. "
            "'main...' er, hvor denne gren gik ud fra main.",
            "Compare with a revision in git: what has changed, and what nobody has decided. "
            "'main...' is where this branch left main.",
        ),
        metavar="REVISION",
    ),
    Option(
        ["--no-cache"],
        Text(
            "Glem, hvad der blev fundet før. Det ligger i brugerens egen mappe til den slags "
            "eller i OS2GOVERNANCE_CACHE, og kan slettes når som helst.",
            "Forget what was found before. It lies in the user's own folder for such or in "
            "OS2GOVERNANCE_CACHE, and can be deleted at any time.",
        ),
        is_flag=True,
    ),
)


@command(
    "check", HELP, EXAMPLES, click.Argument(["paths"], nargs=-1, metavar="[PATH]..."), *OPTIONS
)
def check(  # noqa: PLR0913 - one for each option
    given: Invocation,
    paths: tuple[str, ...],
    form: str,
    *,
    fail_on: Severity | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    against: str | None,
    fix: bool,
    no_cache: bool,
) -> int:
    """Check the products and models that the paths mean."""
    from os2governance.cli.check_report import print_check_report
    from os2governance.workflows.check.paths import compare_with_revision, find_targets
    from os2governance.workflows.check.settings import read_settings

    if against is not None and not against.strip():
        raise UsageError(EMPTY_REVISION)
    chosen = read_settings(select, ignore, fail_on)
    found = find_targets(paths, given)
    if fix:
        from os2governance.workflows.check.fix import fix_files

        fix_files(found.files, given)
    if against:
        found = compare_with_revision(found, paths, against, given)
    return print_check_report(found, form, chosen, given, cached=not no_cache)
