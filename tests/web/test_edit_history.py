"""What a server remembers of the files that it has shown and changed."""

from datetime import date, timedelta

from os2governance.web import edit_history
from os2governance.web.edit_history import MAX_VERSIONS, EditHistory, FileChange, UndoneChange

DAY = date(2026, 5, 1)


def change(number):
    return FileChange(before=b"%d" % number, after=b"%d" % (number + 1), kept=None, on=DAY)


def undo(history, product):
    """Note that the last change is undone, which another change did."""
    last = history.find_last_change(product)
    history.note_undone(product, UndoneChange(last, change(0)))


def test_a_version_is_found_by_its_name_until_there_are_too_many():
    history = EditHistory()
    names = [history.add_version(b"%d" % number) for number in range(MAX_VERSIONS + 1)]

    assert history.find_version(names[0]) is None
    assert history.find_version(names[1]) == b"1"
    assert history.add_version(b"1") == names[1]


def test_the_last_change_of_each_product_is_undone_first():
    history = EditHistory()
    for product, number in (("a", 1), ("b", 2), ("a", 3)):
        history.record_change(product, change(number))

    assert history.find_last_change("a") == change(3)
    undo(history, "a")
    assert history.find_last_change("a") == change(1)
    undo(history, "a")
    assert (history.find_last_change("a"), history.find_last_change("b")) == (None, change(2))


def test_what_was_undone_last_is_redone_first_and_nothing_after_another_change():
    history = EditHistory()
    for number in (1, 2):
        history.record_change("a", change(number))
    undo(history, "a")
    undo(history, "a")

    assert history.find_last_undone("a", DAY).change == change(1)
    assert history.find_last_undone("a", DAY + timedelta(1)) is None
    history.note_redone("a")
    assert history.find_last_change("a") == change(1)
    assert history.find_last_undone("a", DAY).change == change(2)
    history.record_change("b", change(5))
    assert history.find_last_undone("a", DAY).change == change(2)
    history.record_change("a", change(3))
    assert history.find_last_undone("a", DAY) is None


def test_what_was_first_seen_stays():
    history = EditHistory()

    seen = [history.first_seen("a", lambda n=n: {"product.yaml": b"%d" % n}) for n in (1, 2)]
    assert seen == [{"product.yaml": b"1"}] * 2


def test_the_history_is_bounded_by_its_bytes_and_keeps_the_newest(monkeypatch):
    monkeypatch.setattr(edit_history, "MAX_HISTORY_BYTES", 100)
    history = EditHistory()
    names = [history.add_version(bytes([n]) * 30) for n in range(10)]
    for n in range(10):
        history.record_change(
            "p", FileChange(before=bytes([n]) * 20, after=bytes([n + 1]) * 20, kept=None, on=DAY)
        )
    assert [history.find_version(name) is not None for name in names] == [False] * 7 + [True] * 3

    undone = []
    while change := history.find_last_change("p"):
        undone.append(change.before[0])
        undo(history, "p")
    assert undone == [9, 8]
    large = history.add_version(b"x" * 1000)
    assert history.find_version(large) is not None
