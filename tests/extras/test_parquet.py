"""Parquet holds what CSV and JSON hold, and the same rows are the same bytes."""

import csv
import datetime as dt
import io
import json
import os
import subprocess
import sys

import pyarrow as pa
import pytest
from pyarrow import parquet

from os2governance.render.assessment import parquet as renderer
from os2governance.render.assessment.rows import COLUMNS


@pytest.fixture
def table(garden):
    return parquet.read_table(io.BytesIO(garden("assess", "--format", "parquet").stdout_bytes))


def test_the_columns_are_those_of_csv_with_types_of_their_own(table, garden):
    text = garden("assess", "--format", "csv", "--lang", "en").stdout
    [head, *rows] = csv.reader(io.StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")))

    assert table.column_names == head == list(COLUMNS)
    assert table.num_rows == len(rows) > 0
    assert table.schema.field("as_of").type == pa.date32()
    assert table.schema.field("accepted_until").type == pa.date32()
    assert table.schema.field("accepted").type == pa.bool_()
    assert [found or "" for found in table["level_placed"].to_pylist()] == [
        row[head.index("level_placed")] for row in rows
    ]


def test_the_rows_are_those_of_json(table, garden):
    said = json.loads(garden("assess", "--format", "json").stdout)
    expected = [
        (product["product"], product["levels"]["assessed"], each["id"], each["status"])
        for product in said["products"]
        for each in product["criteria"]
    ]
    columns = ("product", "level_assessed", "criterion", "status")

    assert [tuple(row[name] for name in columns) for row in table.to_pylist()] == expected
    accepted = [each["accepted"] for p in said["products"] for each in p["criteria"]]
    assert table["accepted"].to_pylist() == [each is not None for each in accepted]
    assert table["accepted_until"].to_pylist() == [
        dt.date.fromisoformat(each["until"]) if each and each["until"] else None
        for each in accepted
    ]
    codes = [
        [f["code"] for f in each["findings"]] for p in said["products"] for each in p["criteria"]
    ]
    assert table["findings"].to_pylist() == codes


def test_what_cannot_be_read_is_said_beside(garden):
    result = garden("assess", "--format", "parquet")

    assert result.exit_code == 2
    assert "ulaeselig" in result.stderr


def test_the_same_bytes_each_time_and_in_a_file(garden, tmp_path):
    printed = garden("assess", "--format", "parquet").stdout_bytes
    file = tmp_path / "rows.parquet"
    result = garden("assess", "--format", "parquet", "--out", file)

    assert result.stdout_bytes == b""
    assert file.read_bytes() == printed == garden("assess", "--format", "parquet").stdout_bytes


def test_many_rows_are_written_in_groups(monkeypatch, garden):
    whole = parquet.read_table(io.BytesIO(garden("assess", "--format", "parquet").stdout_bytes))
    monkeypatch.setattr(renderer, "GROUP_ROWS", 2)
    file = io.BytesIO(garden("assess", "--format", "parquet").stdout_bytes)

    assert parquet.ParquetFile(file).num_row_groups == -(-whole.num_rows // 2)
    assert parquet.read_table(file) == whole


def test_no_products_are_a_table_without_rows(garden):
    result = garden("assess", "criteria", "--format", "parquet")

    assert result.exit_code == 2
    assert parquet.read_table(io.BytesIO(result.stdout_bytes)).num_rows == 0


def test_a_terminal_gets_none(on_a_terminal):
    assert "PAR1" not in on_a_terminal("assess", "--criteria", "criteria", "--format", "parquet")


@pytest.mark.parametrize("package", ["pyarrow", "distributed"])
def test_what_is_not_installed_is_said(tmp_path, package):
    (tmp_path / f"{package}.py").write_text("raise ImportError\n")
    options = {
        "pyarrow": ["--format", "parquet"],
        "distributed": ["--format", "json", "--cluster", "tcp://127.0.0.1:1"],
    }
    path = os.pathsep.join([str(tmp_path), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
    done = subprocess.run(
        [sys.executable, "-m", "os2governance", "assess", "nowhere", *options[package]],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    extra = {"pyarrow": "data", "distributed": "cluster"}[package]

    assert done.returncode == 2
    assert f"pip install 'os2governance[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
