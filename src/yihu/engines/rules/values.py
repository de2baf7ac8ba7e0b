"""The words of the rule language as plain Python, so that a rule can also simply be called.

Numbers are exact (int or Decimal). ``UNKNOWN`` spreads through arithmetic and comparison; asking for its truth raises
:class:`UnknownFact`, because plain Python cannot reason in three values. The engines can.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, Literal, cast, overload

Feb29 = Literal["mar1", "feb28"]


class UnknownFact(Exception):
    """A plain call asked for the truth of something unknown; evaluate through an engine instead."""


class Unknown:
    """The value of a fact nobody has given yet."""

    _one: Unknown | None = None

    def __new__(cls) -> Unknown:
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __bool__(self) -> bool:
        raise UnknownFact("an unknown fact decides here: evaluate the rule through an engine, which knows three values")

    def _spread(self, *_: Any) -> Unknown:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = _spread
    __lt__ = __le__ = __gt__ = __ge__ = _spread
    __eq__ = __ne__ = _spread  # type: ignore[assignment]
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()
_NO_NUMBER, _NO_COUNT = cast(Decimal, UNKNOWN), cast(int, UNKNOWN)


def _unknown(*values: object) -> bool:
    return any(value is UNKNOWN for value in values)


def _rounded(value: Decimal | int, places: int, mode: str) -> Decimal:
    return Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=mode)


def round_half_up(value: Decimal | int, places: int) -> Decimal:
    """Round to ``places`` decimals; halves go away from zero (四舍五入)."""
    return _NO_NUMBER if _unknown(value) else _rounded(value, places, ROUND_HALF_UP)


def round_up(value: Decimal | int, places: int) -> Decimal:
    """Round towards plus infinity to ``places`` decimals."""
    return _NO_NUMBER if _unknown(value) else _rounded(value, places, ROUND_CEILING)


def round_down(value: Decimal | int, places: int) -> Decimal:
    """Round towards minus infinity to ``places`` decimals."""
    return _NO_NUMBER if _unknown(value) else _rounded(value, places, ROUND_FLOOR)


@overload
def divide(value: Decimal | int, by: Decimal | int, *, places: int) -> Decimal: ...
@overload
def divide(value: Decimal | int, by: Decimal | int, *, places: int, if_zero: Decimal | int) -> Decimal: ...
def divide(value: Any, by: Any, *, places: int, if_zero: Any = None) -> Decimal:
    """``value / by`` rounded half up to ``places`` decimals; ``if_zero``, rounded too, is the answer where ``by`` is 0.

    The reader refuses a division whose divisor may be zero unless ``if_zero`` is stated.
    """
    if _unknown(by, value):
        return _NO_NUMBER
    if by == 0:
        return round_half_up(if_zero, places)
    top, bottom = Decimal(value), Decimal(by)
    scale = 10 ** max(0, -_exponent(top), -_exponent(bottom))
    whole, half = int(top * scale) * 10**places, int(bottom * scale)
    sign = -1 if (whole < 0) != (half < 0) else 1
    return Decimal(sign * ((2 * abs(whole) + abs(half)) // (2 * abs(half)))).scaleb(-places)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def anniversary(day: date, years: int, feb29: Feb29) -> date:
    """The ``years``-th anniversary of ``day``; for 29 February in a common year as ``feb29`` says."""
    year = day.year + years
    if day.month == 2 and day.day == 29 and not calendar.isleap(year):
        return date(year, 3, 1) if feb29 == "mar1" else date(year, 2, 28)
    return day.replace(year=year)


def age_on(birth: date, day: date, *, feb29: Feb29 = "mar1") -> int:
    """Full years from ``birth`` to ``day`` (周岁); negative before birth counts down from -1."""
    if _unknown(birth, day):
        return _NO_COUNT
    years = day.year - birth.year
    passed = (day.month, day.day) >= (birth.month, birth.day)
    if feb29 == "feb28" and (birth.month, birth.day) == (2, 29) and not calendar.isleap(day.year):
        passed = (day.month, day.day) >= (2, 28)
    return years if passed else years - 1


def months_between(start: date, end: date) -> int:
    """Calendar months from the month of ``start`` to the month of ``end`` (same month: 0), days ignored."""
    if _unknown(start, end):
        return _NO_COUNT
    return (end.year - start.year) * 12 + end.month - start.month


def count(conditions: Iterable[bool]) -> int:
    """How many of ``conditions`` hold."""
    return sum(1 for each in conditions if each)
