"""The examples of findings that the server of `serve` answers with: asked, and written out."""

from datetime import date
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from os2governance.web.app import build_app
from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.workspace import Workspace

HERE = "http://127.0.0.1:8000"


def answered(asked: dict[str, Any], folder: Path, day: str) -> str:
    """Ask the server of a folder, as often as is said; give its last answer as HTTP."""
    today = date.fromisoformat(day)
    place = Workspace(
        folder=folder / "products",
        criteria=folder / "criteria",
        today=lambda: today,
        language="en",
    )
    guard = SecurityPolicy(
        hosts=LOOPBACK_HOSTS, token=asked.get("token", ""), clock=lambda: 0.0, language="en"
    )
    client = TestClient(build_app(place, guard), base_url=HERE)
    for _ in range(asked.get("times", 1)):
        answer = client.request(
            asked["method"], asked["path"], headers=asked.get("headers"), content=asked.get("body")
        )
    return f"HTTP/1.1 {answer.status_code}\n\n{answer.text.rstrip()}"


def written(asked: dict[str, Any]) -> str:
    """Write a request out as HTTP has it, and how often it is made."""
    headers = {"Host": HERE.removeprefix("http://"), **asked.get("headers", {})}
    often = f" ({asked['times']} times at once)" if "times" in asked else ""
    lines = [f"{asked['method']} {asked['path']} HTTP/1.1{often}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\n".join([*lines, *(["", asked["body"].rstrip()] if "body" in asked else [])])
