"""`check --fix` and `--diff`: what is fixed, and what is left, as told to people."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from os2governance.cli.options import Invocation
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_notice,
    write_output,
)
from os2governance.i18n.text import _

if TYPE_CHECKING:
    from os2governance.files.stand_in import StandIn
    from os2governance.workflows.check.fix import FileFix
    from os2governance.workflows.check.settings import CheckSettings
    from os2governance.workflows.check.targets import CheckTargets

_FIXED = _("Fixed: {name}")
_NOT_READ = _("Not read, so nothing can be fixed in it: {name}")
_LEFT = _("Left as it is, since more would change: {place}: {message}")


def fix_and_tell(
    targets: "CheckTargets",
    paths: Sequence[str],
    settings: "CheckSettings",
    invocation: Invocation,
) -> "CheckTargets":
    """Fix files, and tell which, and what is left; what could not be written is reported too."""
    from os2governance.workflows.check.fix import fix_targets

    fixes, targets = fix_targets(targets, paths, invocation.context, settings)
    for each in fixes:
        if each.before != each.after:
            print_notice(_FIXED.fill(name=each.file), invocation)
    _tell_what_is_left(fixes, invocation)
    return targets


def _tell_what_is_left(fixes: "Iterable[FileFix]", invocation: Invocation) -> None:
    for found in (found for each in fixes for found in each.left):
        place, message = str(found.location), found.message
        print_notice(_LEFT.fill(place=place, message=message), invocation)


def print_diff(targets: "CheckTargets", settings: "CheckSettings", invocation: Invocation) -> int:
    """Print what would be fixed; whether that is anything, as an exit code."""
    from os2governance.render.common.unified_diff import render_diff
    from os2governance.workflows.check.fix import find_fixes

    fixes = list(find_fixes(targets.files, invocation.context, settings))
    for each in fixes:
        write_output(render_diff(each.file, each.before, each.after).encode())
    unread = [each.file for each in targets.extra_inspections if not each.readable]
    unread += [each.file for each in fixes if not each.readable]
    for name in unread:
        print_notice(_NOT_READ.fill(name=name), invocation)
    if unread:
        return EXIT_UNREADABLE
    return int(any(each.before != each.after for each in fixes))


def print_fixed_text(
    targets: "CheckTargets",
    stand_in: "StandIn",
    settings: "CheckSettings",
    invocation: Invocation,
    *,
    is_diff: bool,
) -> int:
    """Print the text of standard input after its fixes, or what they change.

    Where it cannot be read nothing is printed: an editor would put it in the place of its text.
    """
    from os2governance.workflows.check.stand_in import fix_stand_in

    fix = fix_stand_in(targets, stand_in, invocation.context, settings)
    print_findings_to_stderr(fix.findings, invocation)
    if not fix.readable:
        print_notice(_NOT_READ.fill(name=fix.file), invocation)
        return EXIT_UNREADABLE
    _tell_what_is_left([fix], invocation)
    if not is_diff:
        write_output(fix.after)
        return 0
    from os2governance.render.common.unified_diff import render_diff

    write_output(render_diff(fix.file, fix.before, fix.after).encode())
    return int(fix.before != fix.after)
