"""Asking in the terminal before something is recorded."""

import re
import sys

from os2governance.cli.localised_click import UsageError
from os2governance.cli.options import Invocation
from os2governance.cli.output import print_notice
from os2governance.i18n.text import Text, _


def ask_confirmation(question: Text, refused: Text, invocation: Invocation, *, yes: bool) -> bool:
    """Ask for confirmation. Without a terminal, only `yes` confirms."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(_("There is no terminal to answer on; use --yes to record it."))
    sys.stderr.write(question.render(invocation.context.language))
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if re.fullmatch(r"(?i)(j|ja|y|yes)", answer.strip()):
        return True
    if not answer.endswith("\n"):
        sys.stderr.write("\n")  # end the line of the question
    print_notice(refused, invocation)
    return False
