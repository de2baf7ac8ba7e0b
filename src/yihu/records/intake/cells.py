"""One cell at a time: plain text becomes the physical value of its column, or is refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from yihu.engines.rules.given import MOST_DIGITS, GivenError, parse
from yihu.engines.rules.parameters import Words
from yihu.engines.rules.schema import MOST_MONEY, Fact
from yihu.engines.rules.types import Kind, Type
from yihu.pack import Places
from yihu.records.intake.communities import community
from yihu.records.intake.fields import COMMUNITY, FAMILY, Field
from yihu.records.intake.findings import Refused
from yihu.records.intake.identity import is_identity

BROKEN = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_FAMILY = 64
_KEPT = 8_192

Read = Callable[[str], Any]


def plain(cell: Any) -> str:
    """A cell of a workbook or Parquet file as the text that a person would have typed; empty where there is nothing.

    Numbers keep 15 significant digits, which is what a spreadsheet keeps and shows.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else format(cell, ".15g")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "surrogateescape")
    return str(cell)


class Cells(dict[str, Any]):
    """Physical value of each cell text seen, worked out once; None where refused, and ``wrong`` says why."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self.read = read
        self.wrong: dict[str, Refused] = {}

    def __missing__(self, cell: str) -> Any:
        value = None
        text = cell.strip()
        try:
            if not text.isascii() and BROKEN.search(text):
                raise Refused("encoding")
            value = self.read(text) if text else None
        except Refused as refused:
            self.wrong[cell] = refused
        self[cell] = value
        return value

    def forget(self) -> None:
        """Bound the memory that is used for texts seen."""
        if len(self) > _KEPT:
            self.clear()
            self.wrong.clear()


def reader(field: Field, places: Places, on: date) -> Read:
    """The function that reads the cells of ``field``; dates after ``on`` are refused."""
    if field.key == FAMILY:
        return family
    if field.key == COMMUNITY:
        return lambda text: community(text, places)
    if field.fact is not None:
        fact = field.fact
        return lambda text: _fact(fact, text, on)
    if field.programme is not None and field.type is not None:
        kind = field.type
        return lambda text: _granted(kind, text)
    return str


def family(text: str) -> str:
    """A family number: short text, never an identity number."""
    text = text.removeprefix("'")
    if len(text) > _LONGEST_FAMILY or _CONTROL.search(text):
        raise Refused("family_form")
    if is_identity(text):
        raise Refused("family_is_identity")
    return text


def _fact(fact: Fact, text: str, on: date) -> Any:
    value = _typed(fact.type, text)
    if value is None:
        return None
    if fact.type.kind is Kind.DATE and value > on >= fact.low:
        raise Refused("future", high=on)
    if fact.type.kind in (Kind.DATE, Kind.NUMBER) and not fact.low <= value <= fact.high:
        below_zero = fact.type.kind is Kind.NUMBER and value < 0
        raise Refused("negative") if below_zero else Refused("range", low=fact.low, high=fact.high)
    return physical(fact.type, value)


def _granted(type_: Type, text: str) -> Any:
    value = _typed(type_, text)
    if type_.kind is Kind.NUMBER and value is not None and not 0 <= value <= MOST_MONEY:
        raise Refused("negative") if value < 0 else Refused("range", low=0, high=MOST_MONEY)
    return None if value is None else physical(type_, value)


def _typed(type_: Type, text: str) -> Any:
    try:
        return parse(type_, text, "")
    except GivenError:
        raise _refusal(type_, text) from None


def _refusal(type_: Type, text: str) -> Refused:
    match type_.kind:
        case Kind.YES_NO:
            return Refused("yes_no")
        case Kind.DATE:
            return Refused("date")
        case Kind.CHOICE:
            assert type_.choices is not None
            members = list(type_.choices)
            return Refused("choice", options=Words("、".join(m.zh for m in members), ", ".join(m.en for m in members)))
        case Kind.NUMBER:
            try:
                number = Decimal(text.replace(",", "").replace("，", ""))
            except InvalidOperation:
                return Refused("number")
            short = number.is_finite() and len(number.as_tuple().digits) <= MOST_DIGITS >= abs(number.adjusted())
            return Refused("places", places=type_.places) if short else Refused("number")


def physical(type_: Type, value: Any) -> Any:
    """A typed value as columns store it: choices as codes, numbers scaled by their places."""
    if type_.kind is Kind.CHOICE:
        return value.code
    if type_.kind is Kind.NUMBER:
        return int(Decimal(value).scaleb(type_.places)) if type_.places else int(value)
    return value


def logical(type_: Type, value: Any) -> Any:
    """The typed value of a stored one; None stays None."""
    if value is None:
        return None
    if type_.choices is not None:
        return list(type_.choices)[value]
    return Decimal(value).scaleb(-type_.places) if type_.kind is Kind.NUMBER and type_.places else value
