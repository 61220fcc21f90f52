"""Assessments as Parquet, one row for each criterion of each product."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, get_type_hints

from os2governance.assessment.levels import Assessment
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import Language, _
from os2governance.render.assessment.rows import COLUMNS, AnalysisRow, list_row_values

if TYPE_CHECKING:
    from pyarrow import Schema

GROUP_ROWS = 20_000
"""Rows that are held and written together."""
_NOT_INSTALLED = _(
    "--format parquet needs the package's part for data: pip install 'os2governance[data]'"
)
_DATES = frozenset({"as_of", "accepted_until", "evaluated_on"})


def render_assessment_rows(assessment: Assessment, language: Language) -> list[tuple[Any, ...]]:
    """The rows of one product; they hold no words of a language."""
    del language
    return list_row_values(assessment)


def render_assessments_parquet(products: Iterable[list[tuple[Any, ...]]]) -> Iterator[bytes]:
    """Yield the whole file in pieces; the same rows give the same bytes.

    Raises:
        NotPossibleError: when pyarrow is not installed.
    """
    schema = _build_schema()
    import pyarrow as pa  # noqa: PLC0415 - only those who want data have it
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - as above

    sink, rows = _Sink(), chain.from_iterable(products)
    with ParquetWriter(pa.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP_ROWS)):
            columns = zip(zip(*group, strict=True), schema, strict=True)
            arrays = [_build_array(values, field.type) for values, field in columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield sink.take()
    yield sink.take()


def _build_array(values: Iterable[Any], type_: Any) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - as above

    text = pa.string() if type_ == pa.date32() else type_  # dates are ISO dates as text
    return pa.array(values, text).cast(type_)


def _build_schema() -> "Schema":
    """The columns and their types; only some may be empty."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - as above
    except ImportError:
        raise NotPossibleError(_NOT_INSTALLED) from None
    types = {bool: pa.bool_(), tuple[str, ...]: pa.list_(pa.field("element", pa.string()))}
    hints = get_type_hints(AnalysisRow)
    return pa.schema(
        pa.field(
            name,
            pa.date32() if name in _DATES else types.get(hints[name], pa.string()),
            nullable=hints[name] == (str | None),
        )
        for name in COLUMNS
    )


class _Sink:
    """What is written and not yet taken; unlike a pipe it knows how far it has come."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        """Nothing waits to be written."""

    def close(self) -> None:
        self.closed = True

    def take(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken
