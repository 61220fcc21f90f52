"""The examples of findings that the server of `serve` answers with: asked, and written out."""

from datetime import date
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from os2governance.i18n.text import Language, Text
from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace

OFTEN = Text("({times} gange på én gang)", "({times} times at once)")
HERE = "http://127.0.0.1:8000"


def answered(asked: dict[str, Any], folder: Path, day: str, language: Language = "en") -> str:
    """Ask the server of a folder, as often as is said; give its last answer as HTTP."""
    today = date.fromisoformat(day)
    place = Workspace(
        folder=folder / "products",
        criteria=(folder / "criteria",),
        today=lambda: today,
        language=language,
    )
    guard = SecurityPolicy(
        hosts=LOOPBACK_HOSTS, token=asked.get("token", ""), clock=lambda: 0.0, language=language
    )
    client = TestClient(build_server_app(place, guard), base_url=HERE)
    for _ in range(asked.get("times", 1)):
        answer = client.request(
            asked["method"], asked["path"], headers=asked.get("headers"), content=asked.get("body")
        )
    return f"HTTP/1.1 {answer.status_code}\n\n{answer.text.rstrip()}"


def written(asked: dict[str, Any], language: Language = "en") -> str:
    """Write a request out as HTTP has it, and how often it is made."""
    headers = {"Host": HERE.removeprefix("http://"), **asked.get("headers", {})}
    often = f" {OFTEN.fill(**asked).render(language)}" if "times" in asked else ""
    lines = [f"{asked['method']} {asked['path']} HTTP/1.1{often}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\n".join([*lines, *(["", asked["body"].rstrip()] if "body" in asked else [])])
