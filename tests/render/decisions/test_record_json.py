"""The verification of a record as JSON: each entry with its commit and what happened since."""

from os2governance.analysis.record_history import EntryEvent, TrackedEntry
from os2governance.analysis.record_verification import CommitInfo, RecordVerification
from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import read_product_record
from os2governance.render.decisions.record_json import build_record_object

A, B = "a" * 40, "b" * 40


def entry(by):
    data = f"product: tool\nregistered: {{on: 2026-03-10, by: {by}}}\n".encode()
    files = build_product_files("products/tool", {"register.yaml": data})
    return read_product_record(files).entries[0]


def test_an_entry_with_its_events():
    one, other = entry("x"), entry("y")
    tracked = TrackedEntry(
        first=one, commit=A, product="tool", folder="products/tool", newest=other,
        events=(EntryEvent(B, "rewritten", one, other),), state="rewritten",
    )  # fmt: skip
    commits = {A: CommitInfo(A, "2026-04-01T00:00:00Z", "T"), B: CommitInfo(B, "2026-05-01", "U")}
    said = build_record_object(
        RecordVerification(
            start=None, end=B, commits=commits, entries=(tracked,), findings=(),
            submodules=("theirs",),
        ),
        "en",
    )  # fmt: skip

    assert said["format"] == "os2governance/record/1"
    assert (said["from"], said["to"], said["commits"]) == (None, B, 2)
    [found] = said["entries"]
    assert found["came"] == {"commit": A, "on": "2026-04-01T00:00:00Z", "by": "T"}
    assert (found["kind"], found["on"], found["entry"]) == ("register", "2026-03-10", None)
    assert found["events"] == [
        {
            "what": "rewritten", "commit": B, "on": "2026-05-01", "by": "U",
            "sha256": other.digest.removeprefix("sha256:"),
        },
    ]  # fmt: skip
    assert (said["findings"], said["submodules"]) == ([], ["theirs"])
