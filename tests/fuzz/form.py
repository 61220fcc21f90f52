"""A long random walk on the form in Chromium: `python tests/fuzz/form.py [STEPS] [SEED] [plain]`.

A person types, chooses, leaves, reloads, has two tabs, and closes them; somebody edits the file
beside; the server stops, fails, refuses and begins again; the disk fills. After each step, each
field's value on the screen is the one in the file, or the field says that it is not saved. What
breaks that ends the walk, with the seed and the last steps. `plain` is the walk without scripts.
"""

import os
import random
import shutil
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from form_walk import ACTIONS, FAULTS, FailingServer, FormWalk, PlainWalk, Step
from web.conftest import DECLARED

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
TABS_EVERY = 200
"""Steps after which the tabs are opened anew, as after a night."""


def main(steps: int, seed: int, kind: type[FormWalk]) -> int:
    """Walk; give the exit code."""
    drawn, last, begun = random.Random(seed), deque(maxlen=12), time.monotonic()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        folder = Path(home) / "eksempel"
        folder.mkdir()
        (folder / "product.yaml").write_text(DECLARED, encoding="utf-8")
        server = FailingServer(Path(home))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        form, fallen = kind(browser, server, "eksempel"), False
        with server.disk():
            for number in range(steps):
                if number and number % TABS_EVERY == 0:
                    server.start()
                    form.close()
                    form = kind(browser, server, "eksempel")
                action = drawn.choice(ACTIONS)
                if action in FAULTS and drawn.random() < 0.5:
                    action = "type and leave"
                step = Step(action, drawn.randrange(1000), drawn.randrange(1000))
                last.append(step)
                try:
                    form.do(step)
                    form.settle()
                except AssertionError as error:
                    fallen = True
                    sys.stdout.write(f"broken at step {number} of seed {seed}: {error}\n")
                    sys.stdout.write("".join(f"  {each}\n" for each in last))
                    break
        browser.close()
        server.stop()
    took = time.monotonic() - begun
    sys.stdout.write(f"{number + 1} steps of seed {seed} in {took:.0f} s, {int(fallen)} falls\n")
    return int(fallen)


if __name__ == "__main__":
    asked = [int(each) for each in sys.argv[1:] if each.isdecimal()]
    walker = PlainWalk if "plain" in sys.argv else FormWalk
    sys.exit(main(*(asked + [10_000, 1][len(asked) :]), walker))
