"""Files: what cannot be read can be neither silenced nor left out."""

from os2governance.findings.catalogue.files import FILES


def test_what_blocks_reading_is_always_told():
    blocking = {code: entry for code, entry in FILES.items() if entry.blocks_reading}

    assert {entry.severity for entry in blocking.values()} == {"error"}
    assert not [code for code, entry in blocking.items() if entry.ignorable]
    assert not [
        code
        for code, entry in blocking.items()
        if entry.suppressible in {"anywhere", "in the record"}
    ]


def test_only_a_file_that_somebody_else_changed_may_succeed_the_next_time():
    assert [code for code, entry in FILES.items() if entry.transient] == ["file-changed"]


def test_a_name_that_is_not_read_blocks_nothing():
    assert not FILES["name-not-read"].blocks_reading
    assert FILES["name-not-read"].severity == "warning"
