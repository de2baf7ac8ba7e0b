"""A chunk of rows becomes a typed table, one column a field, and the findings on its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from yihu.engines.rules.layout import arrow_type
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind
from yihu.pack import Pack
from yihu.records.intake.cells import Cells, reader
from yihu.records.intake.fields import BIRTH, FAMILY, IDENTITY, NAME, SEX, Field, Headers, fields_of
from yihu.records.intake.findings import Finding, Refused, finding, shown
from yihu.records.intake.identity import Identity, read_identity
from yihu.records.intake.sheets import Row, Sheet

LINE, BAD, PERSON = "#line", "#bad", "#person"  # columns of the staged work beside those of the snapshot


@dataclass(frozen=True)
class Column:
    """A column of a sheet: where it stands, the header its writer gave it, what it means (None: ignored)."""

    position: int
    header: str
    field: Field | None


class RowReader:
    """Reads the chunks of one sheet; raises :class:`IntakeError` where the header cannot be taken."""

    def __init__(self, pack: Pack, name: str, sheet: Sheet, on: date, key: bytes, ignore: Iterable[str] = ()) -> None:
        matched = Headers(fields_of(pack, name)).match(sheet.name, sheet.header, ignore)
        self.sheet, self.list, self.on, self.key = sheet.name, name, on, key
        self.width = len(sheet.header)
        self.columns = [Column(i, h, f) for i, (h, f) in enumerate(zip(sheet.header, matched, strict=True))]
        self.fields = {c.field.key: c.field for c in self.columns if c.field is not None}
        self.headers = {c.field.key: c.header for c in self.columns if c.field is not None}
        self.cells = {
            c.field.key: Cells(reader(c.field, pack.places(), on)) for c in self.columns if c.field is not None
        }
        facts = {f.key: f for f in fields_of(pack, name)}
        above = "" if name == CASE else f"{name}."
        self.birth, self.sex = (self._told(facts.get(above + fact)) for fact in (BIRTH, SEX))

    def _told(self, field: Field | None) -> Field | None:
        """The field if the sheet has identity numbers that tell it."""
        if IDENTITY not in self.fields or field is None or field.type is None:
            return None
        return field if field.type.kind is Kind.DATE or _sexes(field) else None

    @property
    def stored(self) -> dict[str, Field]:
        """Fields of the staged table: those of the header that are kept, and what identity numbers tell."""
        kept = {key: f for key, f in self.fields.items() if key not in (FAMILY, NAME, IDENTITY)}
        return kept | {f.key: f for f in (self.birth, self.sex) if f is not None}

    @property
    def schema(self) -> pa.Schema:
        """Schema of the staged table."""
        keys = [(LINE, pa.int64()), (FAMILY, pa.string()), (BAD, pa.bool_()), (PERSON, pa.binary(16))]
        facts = [(k, pa.int64() if f.type is None else arrow_type(f.type)) for k, f in self.stored.items()]
        return pa.schema(keys + facts)

    def read(self, first: int, rows: list[Row]) -> tuple[pa.Table, list[Finding]]:
        """The table of a chunk whose first row is line ``first``; a cell that was refused is null, its row ``#bad``."""
        found: list[Finding] = []
        lines, rows = self._rows(first, rows, found)
        texts = list(zip(*rows, strict=True)) if rows else [()] * self.width
        values: dict[str, list[Any]] = {LINE: lines}
        for column in self.columns:
            if column.field is not None:
                values[column.field.key] = self._column(column, texts[column.position], lines, found)
        self._required(values, lines, found)
        if IDENTITY in self.fields:
            self._identities(values, lines, found)
        wrong = {f.line for f in found}
        values[BAD] = [line in wrong for line in lines] if wrong else [False] * len(lines)
        values.setdefault(PERSON, [None] * len(lines))
        arrays = [pa.array(values[field.name], field.type) for field in self.schema]
        return pa.Table.from_arrays(arrays, schema=self.schema), found

    def _rows(self, first: int, rows: list[Row], found: list[Finding]) -> tuple[list[int], list[Row]]:
        """Rows that are not blank, all as wide as the header, and their lines."""
        lines: list[int] = []
        kept: list[Row] = []
        for line, row in enumerate(rows, first):
            if not any(cell and not cell.isspace() for cell in row):
                continue
            if len(row) != self.width:
                if len(row) < self.width or any(cell.strip() for cell in row[self.width :]):
                    refused = Refused("cells", found=len(row), most=self.width)
                    found.append(finding(self.sheet, line, "", "", refused))
                row = [*row[: self.width], *[""] * (self.width - len(row))]
            lines.append(line)
            kept.append(row)
        return lines, kept

    def _column(self, column: Column, texts: tuple[str, ...], lines: list[int], found: list[Finding]) -> list[Any]:
        assert column.field is not None
        cells = self.cells[column.field.key]
        cells.forget()
        values = [cells[text] for text in texts]
        if cells.wrong:
            for line, text in zip(lines, texts, strict=True):
                if text in cells.wrong:
                    self._refuse(column.field.key, line, text, cells.wrong[text], found)
        return values

    def _refuse(self, key: str, line: int, text: str, refused: Refused, found: list[Finding]) -> None:
        value = "" if key == NAME else shown(text.strip(), secret=key == IDENTITY)
        found.append(finding(self.sheet, line, self.headers[key], value, refused))

    def _required(self, values: dict[str, list[Any]], lines: list[int], found: list[Finding]) -> None:
        """A row without a family number belongs to nobody."""
        wrong = {f.line for f in found if f.column == self.headers[FAMILY]}
        for line, family in zip(lines, values[FAMILY], strict=True):
            if family is None and line not in wrong:
                found.append(finding(self.sheet, line, self.headers[FAMILY], "", Refused("family_missing")))

    def _identities(self, values: dict[str, list[Any]], lines: list[int], found: list[Finding]) -> None:
        """Check the identity numbers; fill in birth and sex where they were left blank, compare them where not."""
        nothing = [None] * len(lines)
        births = values.setdefault(self.birth.key, list(nothing)) if self.birth else list(nothing)
        sexes = values.setdefault(self.sex.key, list(nothing)) if self.sex else list(nothing)
        codes = _sexes(self.sex) if self.sex else {}
        people: list[bytes | None] = list(nothing)
        for i, text in enumerate(values[IDENTITY]):
            if text is None:
                continue
            try:
                identity = read_identity(text, self.key, self.on)
                if self.birth and self.birth.fact and identity.birth < self.birth.fact.low:
                    raise Refused("identity_date")
            except Refused as refused:
                self._refuse(IDENTITY, lines[i], text, refused, found)
                continue
            people[i] = identity.mark
            if self.birth and births[i] is None:
                births[i] = identity.birth
            if self.sex and sexes[i] is None:
                sexes[i] = codes[identity.sex]
            self._compare(identity, lines[i], births[i], sexes[i], codes, found)
        values[PERSON] = people

    def _compare(
        self,
        identity: Identity,
        line: int,
        birth: date | None,
        sex: int | None,
        codes: dict[str, int],
        found: list[Finding],
    ) -> None:
        for field, same, code in (
            (self.birth, birth == identity.birth, "identity_birth"),
            (self.sex, sex == codes.get(identity.sex), "identity_sex"),
        ):
            if field is not None and not same:
                header = self.headers.get(field.key, field.zh)
                found.append(finding(self.sheet, line, header, "", Refused(code)))


def _sexes(field: Field) -> dict[str, int]:
    """Codes of ``male`` and ``female``; empty where the choice is another one."""
    choices = field.type.choices if field.type else None
    codes = {str(m.value): m.code for m in choices} if choices else {}
    return codes if {"male", "female"} <= set(codes) else {}
