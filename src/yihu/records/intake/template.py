"""The columns that an import takes, as data and as a workbook to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from yihu.engines.rules.naming import is_family
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind
from yihu.pack import Pack
from yihu.records.intake.fields import (
    COMMUNITY,
    FAMILY,
    IDENTITY,
    NAME,
    Field,
    Headers,
    fields_of,
    main_sheet,
    sheets_of,
)
from yihu.records.intake.findings import harmless

_ROWS = 5_000  # rows of the template that check what is typed
_EXAMPLES = {FAMILY: "0001", NAME: "", IDENTITY: ""}
_SAID = {
    COMMUNITY: ("12位统计用区划代码", "12-digit code"),
    NAME: ("不保存", "not kept"),
    IDENTITY: ("只用于核对，不保存", "checked and not kept"),
}
_KINDS = {Kind.YES_NO: "yes/no", Kind.DATE: "date", Kind.CHOICE: "choice"}


@dataclass(frozen=True)
class Documented:
    """One documented column: its sheet, headers, type, what may be written, and whether all rows of a family share it."""

    sheet: str
    header: str
    zh: str
    en: str
    type: str
    unit: str
    allowed: tuple[tuple[str, str], ...]
    low: str
    high: str
    example: str
    required: bool
    of_family: bool
    note: tuple[str, str]


def documented(pack: Pack) -> list[Documented]:
    """All columns of all sheets, in order."""
    return [_documented(pack, name, field) for name in sheets_of(pack.root) for field in fields_of(pack, name)]


def _documented(pack: Pack, name: str, field: Field) -> Documented:
    type_, fact = field.type, field.fact
    number = type_ is not None and type_.kind is Kind.NUMBER
    allowed: tuple[tuple[str, str], ...] = ()
    if type_ is not None and type_.kind is Kind.YES_NO:
        allowed = (("是", "yes"), ("否", "no"))
    elif type_ is not None and type_.choices is not None:
        allowed = tuple((m.zh, str(m.value)) for m in type_.choices)
    ranged = fact is not None and (number or (type_ is not None and type_.kind is Kind.DATE))
    return Documented(
        sheet=name, header=field.header, zh=Headers(fields_of(pack, name)).label(field), en=field.en,
        type="text" if type_ is None else _KINDS.get(type_.kind, f"number, {type_.places} places" if number else ""),
        unit=str(type_.unit) if type_ is not None else "",
        allowed=allowed,
        low=str(fact.low) if fact and ranged else "0" if number else "", high=str(fact.high) if fact and ranged else "",
        example=_example(pack, field, allowed), required=field.required,
        of_family=field.level == CASE and field.key != FAMILY and name != CASE,
        note=_note_on(pack, field),
    )  # fmt: skip


def _note_on(pack: Pack, field: Field) -> tuple[str, str]:
    if field.key == FAMILY:
        if not pack.root.LISTS:
            return "各行不重复", "another on each row"
        zh, en = ("户", "family") if is_family(pack.root) else pack.root.NAMES
        return f"同一{zh}各行相同", f"the same on each row of a {en}"
    return _SAID.get(field.key, field.fact.help if field.fact else ("", ""))


def _example(pack: Pack, field: Field, allowed: Sequence[tuple[str, str]]) -> str:
    if field.key == COMMUNITY:
        return str(next(iter(pack.places().communities)))
    if allowed:
        return allowed[0][0]
    if field.type is None:
        return _EXAMPLES[field.key]
    if field.type.kind is Kind.DATE:
        return "1950-03-08"
    return "0" if field.fact is None else str(max(field.fact.low, 0))


def write_template(path: Path, pack: Pack) -> None:
    """Write a workbook with a sheet for each list, drop-down lists for choices, and the documentation.

    The file appears under its name only when it is whole; raises OSError.
    """
    part = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    try:
        with xlsxwriter.Workbook(str(part), options) as book:
            _Template(book, documented(pack)).write(pack)
        part.replace(path)
    except xlsxwriter.exceptions.FileCreateError as problem:
        raise problem.args[0] if isinstance(problem.args[0], OSError) else OSError(str(problem)) from None
    finally:
        part.unlink(missing_ok=True)


class _Template:
    """Writes the sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, columns: list[Documented]) -> None:
        self.book, self.columns = book, columns
        self.bold = book.add_format({"bold": True, "bottom": 1})
        self.must = book.add_format({"bold": True, "bottom": 1, "bg_color": "#FFF2CC"})
        self.text = book.add_format({"num_format": "@"})
        self.date = book.add_format({"num_format": "yyyy-mm-dd"})

    def write(self, pack: Pack) -> None:
        """Sheets to fill in first, then what their columns mean, then the choices."""
        sheets = {name: self.book.add_worksheet(title(nested.zh)) for name, nested in sheets_of(pack.root).items()}
        meaning, choices = self.book.add_worksheet("说明 columns"), self.book.add_worksheet("选项 choices")
        ranges = self._choices(choices)
        self._meaning(meaning)
        for name, sheet in sheets.items():
            sheet.freeze_panes(1, 1 if name != main_sheet(pack.root) else 3)
            for i, column in enumerate(c for c in self.columns if c.sheet == name):
                self._column(sheet, i, column, ranges.get(column.allowed))

    def _column(self, sheet: Any, i: int, column: Documented, choices: str | None) -> None:
        form = {"text": self.text, "date": self.date}.get(column.type)
        sheet.set_column(i, i, max(10, 2 * len(column.zh) + 2), form)
        sheet.write_string(0, i, column.zh, self.must if column.required else self.bold)
        sheet.write_comment(0, i, _note(column))
        rule = _rule(column, choices)
        if rule:
            sheet.data_validation(1, i, _ROWS, i, {"ignore_blank": True, "error_type": "warning", **rule})

    def _choices(self, sheet: Any) -> dict[tuple[tuple[str, str], ...], str]:
        """One column for each set of choices; the cell range of each."""
        ranges: dict[tuple[tuple[str, str], ...], str] = {}
        for column in self.columns:
            if column.allowed and column.allowed not in ranges:
                i = len(ranges)
                sheet.write_string(0, i, column.zh, self.bold)
                for row, (zh, _) in enumerate(column.allowed, 1):
                    sheet.write_string(row, i, zh)
                letters = xlsxwriter.utility.xl_col_to_name(i, True)
                ranges[column.allowed] = f"='选项 choices'!{letters}$2:{letters}${len(column.allowed) + 1}"
        return ranges

    def _meaning(self, sheet: Any) -> None:
        head = ("工作表 sheet", "列 column", "name", "English", "类型 type", "单位 unit", "可填 allowed", "范围 range",
                "示例 example", "必填 required", "全户相同 of the family", "说明 note")  # fmt: skip
        for i, text in enumerate(head):
            sheet.write_string(0, i, text, self.bold)
        for row, c in enumerate(self.columns, 1):
            for i, text in enumerate(cells(c)):
                sheet.write_string(row, i, harmless(text))
        sheet.set_column(0, len(head) - 1, 18)
        sheet.freeze_panes(1, 2)


def cells(c: Documented) -> Iterator[str]:
    """A documented column as texts for a table."""
    yield from (c.sheet, c.zh, c.header, c.en, c.type, c.unit)
    yield "、".join(f"{zh} ({value})" for zh, value in c.allowed)
    yield f"{c.low} … {c.high}" if c.low or c.high else ""
    yield c.example
    yield "是 yes" if c.required else ""
    yield "是 yes" if c.of_family else ""
    yield " / ".join(x for x in c.note if x)


def title(text: str) -> str:
    """Text as the name of a worksheet: without forbidden characters, at most 31 long."""
    return re.sub(r"[\[\]:*?/\\']", " ", text)[:31].strip()


def _note(column: Documented) -> str:
    parts = [column.en, column.header, *column.note, column.unit]
    return "\n".join(part for part in parts if part)


def _rule(column: Documented, choices: str | None) -> dict[str, Any] | None:
    if choices is not None:
        return {"validate": "list", "source": choices}
    if column.type.startswith("number") and column.low:
        high = column.high or "1000000000"
        return {"validate": "decimal", "criteria": "between", "minimum": float(column.low), "maximum": float(high)}
    return None
