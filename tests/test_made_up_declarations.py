"""The declarations that benchmarks assess: each can be read, and is about as long as promised."""

import random
from datetime import date

from made_up_declarations import LINES, make_list, write_declarations

from os2governance.assessment.levels import assess
from os2governance.rules.vocabulary import Fact
from os2governance.workflows.disk_files import open_library, read_product

LIBRARY = open_library()
MODEL, _ = LIBRARY.model(LIBRARY.newest_first()[0])


def test_every_declaration_can_be_read(tmp_path):
    for file in write_declarations(MODEL, tmp_path, 20):
        read, findings = read_product(file, LIBRARY)
        errors = [found for found in (*findings, *read[0].findings) if found.severity == "error"]

        assert errors == []
        assert 0.8 * LINES < file.read_text(encoding="utf-8").count("\n") < 1.3 * LINES
        assert assess(*read, as_of=date(2026, 11, 1)).levels.claimed in MODEL.level_ids


def test_no_two_elements_of_a_list_have_the_same_key():
    element = {"type": "object", "properties": {"name": {"enum": ["a", "b"]}}}
    schema = {"type": "array", "items": element, "x-key": "name"}

    for seed in range(20):
        names = [each["name"] for each in make_list(Fact(schema, schema), random.Random(seed))]

        assert len(set(names)) == len(names) > 0
