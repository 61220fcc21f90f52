"""What became of one document: nothing is promised that was not written."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from exchange.words import wording

from os2governance.exchange.import_document import ImportOptions, ImportSession, propose_import
from os2governance.exchange.import_outcome import ImportOutcome
from os2governance.workflows.disk_files import open_library


def outcome(data: bytes, tmp_path) -> ImportOutcome:
    session = ImportSession(
        as_of=date(2026, 5, 1),
        language="en",
        options=ImportOptions(None, None, tmp_path, update=False),
        library=open_library(),
        document_terms=[wording()],
    )
    return propose_import("x.md", data, session).outcome


@pytest.mark.parametrize("data", [b"", b"\xff", b"# Brev\n", b"\x1b[31m"])
def test_a_document_that_is_none_has_no_counts_and_no_files(data, tmp_path):
    found = outcome(data, tmp_path)

    assert (found.file, found.kind, found.model, found.product) == ("x.md", None, None, None)
    assert not any(found.counts.values())
    assert (found.facts, found.written_file, found.schema_file) == (0, None, None)
    assert found.findings


def test_an_outcome_is_frozen(tmp_path):
    with pytest.raises(FrozenInstanceError):
        outcome(b"", tmp_path).facts = 1
