"""Declared tables: one declaration gives the schema, the checks, the DDL, the dictionary and the CSV header."""

from dataclasses import dataclass

import polars as pl

from temoin.errors import TableError
from temoin.words import Words

_SQL_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Int32: "INTEGER",
    pl.UInt32: "UINTEGER",
    pl.Float64: "DOUBLE",
    pl.Float32: "FLOAT",
    pl.Decimal: "DECIMAL(38, 9)",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    pl.Datetime: "TIMESTAMP WITH TIME ZONE",
    pl.List: "VARCHAR[]",
}

UTC_TIME = pl.Datetime("us", "UTC")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a declared table.

    Parameters
    ----------
    name : stable, English, as it stands in CSV and JSON
    dtype : Polars type
    meaning : what the column holds, in both languages
    unit : unit of its values, or None
    null : what a null means there; None where a null is not allowed
    """

    name: str
    dtype: pl.DataType
    meaning: Words
    unit: str | None = None
    null: Words | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as declared: its name, meaning, columns and key.

    Examples
    --------
    >>> number = Column("n", pl.Int64(), Words("nombre", "number"))
    >>> counts = Table("counts", Words("comptes", "counts"), (number,), ("n",))
    >>> counts.csv_header()
    'n'
    >>> counts.ddl()
    'CREATE TABLE counts ("n" BIGINT NOT NULL)'
    """

    name: str
    meaning: Words
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def schema(self) -> pl.Schema:
        """The Polars schema, in the declared order."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    def empty(self) -> pl.DataFrame:
        """Return a frame of this table without a row."""
        return pl.DataFrame(schema=self.schema)

    def frame(self, rows: list[dict[str, object]]) -> pl.DataFrame:
        """Return a checked frame of this table from rows as dictionaries; a column left out is null.

        Raises
        ------
        TableError : a value does not fit its column, or a null stands where none may
        """
        return self.require(pl.DataFrame(rows, schema=self.schema, orient="row"))

    def require(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the frame's declared columns in order, once it has been seen to keep the declaration.

        Raises
        ------
        TableError : a column is missing, of another type, or null where null has no meaning
        """
        for column in self.columns:
            if column.name not in frame.columns:
                raise self._broken(column, Words("colonne absente", "the column is missing"))
            found = frame.schema[column.name]
            if found != column.dtype:
                raise self._broken(
                    column, Words(f"type {column.dtype} attendu, lu {found}", f"expected {column.dtype}, got {found}")
                )
            if column.null is None and frame[column.name].null_count():
                raise self._broken(column, Words("valeur absente non permise", "a null is not allowed"))
        return frame.select(self.schema.names())

    def ddl(self) -> str:
        """Return the SQL that creates the table in DuckDB."""
        columns = ", ".join(
            f'"{column.name}" {_SQL_TYPES[type(column.dtype)]}{"" if column.null else " NOT NULL"}'
            for column in self.columns
        )
        return f"CREATE TABLE {self.name} ({columns})"

    def dictionary(self) -> list[dict[str, str]]:
        """Return the data dictionary, one entry a column: name, type, unit, meanings, what a null means."""
        return [
            {
                "table": self.name,
                "column": column.name,
                "type": _SQL_TYPES[type(column.dtype)],
                "unit": column.unit or "",
                "meaning_fr": column.meaning.fr,
                "meaning_en": column.meaning.en,
                "null_fr": column.null.fr if column.null else "",
                "null_en": column.null.en if column.null else "",
                "key": "yes" if column.name in self.key else "",
            }
            for column in self.columns
        ]

    def csv_header(self) -> str:
        """Return the header line of a CSV file of this table."""
        return ",".join(column.name for column in self.columns)

    def _broken(self, column: Column, what: Words) -> TableError:
        return TableError(
            Words(
                f"table {self.name}, colonne {column.name} : {what.fr} ; voir le dictionnaire des données",
                f"table {self.name}, column {column.name}: {what.en}; see the data dictionary",
            )
        )
