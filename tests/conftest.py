"""What all tests share: the command as people run it, and hypothesis drawing the same each time."""

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from os2governance.cli.main import PROGRAM

SCRUBBED = dict.fromkeys(["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "PYTHONIOENCODING"])

settings.register_profile(
    "project",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("project")


@pytest.fixture
def run():
    """Run the command with a scrubbed environment, on a page of 100 columns."""

    def runs(*arguments, **environment):
        usual = {**SCRUBBED, "COLUMNS": "100", "OS2GOVERNANCE_CACHE": ".os2governance_cache"}
        runner = CliRunner(env={**usual, **environment})
        return runner.invoke(PROGRAM, [str(argument) for argument in arguments])

    return runs
