"""Hidden characters in files: each with its place, so many and no more."""

from os2governance.checks.hidden_characters import MAX_HIDDEN_FINDINGS, check_hidden_characters


def test_where_they_stand():
    texts = {"a.yaml": "x: 1\n# \u202e", "b.yaml": "y: æ\u200b"}
    found = [(f.code, *f.location) for f in check_hidden_characters(texts)]

    assert found == [
        ("text-direction", "a.yaml", 2, 3),
        ("invisible-character", "b.yaml", 1, 5),
    ]


def test_a_file_of_them():
    texts = {"a.yaml": "\u200b" * 1000, "b.yaml": "\u200b"}

    assert len(list(check_hidden_characters(texts))) == MAX_HIDDEN_FINDINGS + 1


def test_who_may_silence_them():
    turns, hides = (
        next(check_hidden_characters({"f": letter})).entry for letter in ("\u202e", "\u200b")
    )

    assert (turns.severity, turns.suppressible) == ("error", "nowhere")
    assert (hides.severity, hides.suppressible) == ("warning", "anywhere")
