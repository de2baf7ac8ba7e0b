"""Types and units of the rule language: yes/no, number (with unit and places), date, choice."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Self

Money = Decimal
Number = Decimal


class Choice(Enum):
    """One of a few named values: ``VISUAL = "visual", "视力", "visual"`` (value, Chinese, English)."""

    zh: str
    en: str

    def __new__(cls, value: str, zh: str, en: str) -> Self:
        member = object.__new__(cls)
        member._value_ = value
        member.zh = zh
        member.en = en
        return member

    @property
    def code(self) -> int:
        """Position among the values: how a choice is stored in columns."""
        return list(type(self)).index(self)


class Kind(Enum):
    """The four kinds of value."""

    YES_NO = "yes/no"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True)
class Unit:
    """A product of base units with exponents, e.g. CNY/month; no bases is a pure number."""

    bases: tuple[tuple[str, int], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read ``"CNY/month"``, ``"m2"`` or ``""``."""
        powers: dict[str, int] = {}
        for position, part in enumerate(text.split("/") if text else []):
            for base in part.split("*"):
                name = base.strip()
                if name and name != "1":
                    powers[name] = powers.get(name, 0) + (1 if position == 0 else -1)
        return cls._of(powers)

    @classmethod
    def _of(cls, powers: dict[str, int]) -> Unit:
        return cls(tuple(sorted((name, power) for name, power in powers.items() if power)))

    def __mul__(self, other: Unit) -> Unit:
        return self._combine(other, 1)

    def __truediv__(self, other: Unit) -> Unit:
        return self._combine(other, -1)

    def _combine(self, other: Unit, sign: int) -> Unit:
        powers = dict(self.bases)
        for name, power in other.bases:
            powers[name] = powers.get(name, 0) + sign * power
        return self._of(powers)

    def __str__(self) -> str:
        above = "*".join(name for name, power in self.bases for _ in range(power))
        below = "".join(f"/{name}" for name, power in self.bases for _ in range(-power))
        return (above or ("1" if below else "")) + below


PURE = Unit()


@dataclass(frozen=True)
class Type:
    """Kind of a value; for numbers its unit and decimal places; for choices the Choice class."""

    kind: Kind
    unit: Unit = PURE
    places: int = 0
    choices: type[Choice] | None = field(default=None)

    def __str__(self) -> str:
        if self.kind is Kind.NUMBER:
            return f"number of {self.unit}" if self.unit.bases else "number"
        if self.choices is not None:
            return f"choice {self.choices.__name__}"
        return str(self.kind.value)

    @property
    def is_money(self) -> bool:
        """True where the unit counts money."""
        return any(name == "CNY" for name, _ in self.unit.bases)


YES_NO = Type(Kind.YES_NO)
COUNT = Type(Kind.NUMBER)
DATE = Type(Kind.DATE)


def number(unit: str | Unit = "", places: int = 0) -> Type:
    """Number type with a unit and decimal places."""
    return Type(Kind.NUMBER, Unit.parse(unit) if isinstance(unit, str) else unit, places)


def choice(values: type[Choice]) -> Type:
    """Type of a choice among the members of ``values``."""
    return Type(Kind.CHOICE, choices=values)
