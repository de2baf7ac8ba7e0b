"""What is known of a family: entities and their facts, declared once and used by every engine.

A pack writes classes::

    class Person(Entity):
        home: "Home" = up()
        birth: date = fact(zh="出生日期", en="date of birth", ask=("出生日期？", "When were they born?"))

    class Home(Entity):
        members: Many[Person] = many(Person, zh="家庭成员", en="members of the family")

An instance holds the facts of one case; a fact that was not given is ``UNKNOWN``.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, TypeVar

from yihu.engines.rules.types import COUNT, DATE, YES_NO, Choice, Kind, Type, choice, number
from yihu.engines.rules.values import UNKNOWN

MOST_MONEY = Decimal(1_000_000_000)
MOST_ITEMS = 64


class SchemaError(Exception):
    """A fact or entity is declared wrongly; the message names class and fact."""


@dataclass(frozen=True)
class Fact:
    """One fact of an entity: type, range, labels, and the question that asks for it.

    ``low``/``high`` bound numbers (in the fact's unit) and dates; data outside them are refused at reading.
    ``usual`` is what may be presumed, openly, where a source is silent; it is never used unasked.
    """

    name: str
    type: Type
    zh: str
    en: str
    ask: tuple[str, str]
    low: Any
    high: Any
    usual: Any = None
    group: str = ""
    aliases: tuple[str, ...] = ()
    help: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class _Declared:
    """Arguments of ``fact`` until the class body is complete and the annotation is known."""

    options: dict[str, Any] = field(default_factory=dict)


def fact(
    *,
    zh: str,
    en: str,
    ask: tuple[str, str] | None = None,
    unit: str = "",
    places: int | None = None,
    low: Any = None,
    high: Any = None,
    usual: Any = None,
    group: str = "",
    aliases: tuple[str, ...] = (),
    help: tuple[str, str] = ("", ""),
) -> Any:
    """Declare a fact; its annotation gives the type (Money/Number, int, bool, date or a Choice)."""
    return _Declared(dict(locals()))


T = TypeVar("T", bound="Entity")


class Many(tuple[T, ...]):
    """The nested entities of one case, immutable."""

    __slots__ = ()


@dataclass(frozen=True)
class Nested:
    """A nested list of a root entity: its item class, labels and the most items a case may have."""

    name: str
    item: type[Entity]
    zh: str
    en: str
    most: int


class _Up:
    """Marks the attribute that leads from an item to its case."""


def up() -> Any:
    """Declare the way from an item to the case that holds it."""
    return _Up()


def many(item: type[Entity], *, zh: str, en: str, most: int = MOST_ITEMS) -> Any:
    """Declare a nested list of ``item`` entities (at most ``most`` in one case)."""
    return Nested("", item, zh, en, most)


class Entity:
    """Base of what rules are about; subclasses declare facts, nested lists and the way up.

    The facts of one entity may be declared in several classes (by subject, say) that it then inherits from. A root that is
    not a family says what it is called: ``class Station(Entity, zh="驿站", en="station")``.
    """

    NAMES: ClassVar[tuple[str, str]] = ("家庭", "family")
    FACTS: ClassVar[dict[str, Fact]] = {}
    LISTS: ClassVar[dict[str, Nested]] = {}
    UP: ClassVar[str | None] = None

    def __init_subclass__(cls, *, zh: str = "", en: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if zh and en:
            cls.NAMES = (zh, en)
        bases = [base for base in reversed(cls.__mro__[1:]) if issubclass(base, Entity)]
        cls.FACTS = _merged(cls, bases)
        cls.LISTS = {name: each for base in bases for name, each in base.LISTS.items()}
        hints: dict[str, Any] | None = None
        for name, value in list(vars(cls).items()):
            if isinstance(value, _Declared):
                if name in cls.FACTS:
                    raise SchemaError(
                        f"{cls.__module__}.{cls.__name__}.{name}: a class above declares this fact already"
                    )
                hints = hints or _hints(cls)
                cls.FACTS[name] = _finish(cls, name, hints.get(name), value.options)
                delattr(cls, name)
            elif isinstance(value, Nested):
                cls.LISTS[name] = replace(value, name=name)
                delattr(cls, name)
            elif isinstance(value, _Up):
                cls.UP = name
                delattr(cls, name)

    def __init__(self, facts: Mapping[str, Any] | None = None, **given: Any) -> None:
        values = {**(facts or {}), **given}
        self.granted: dict[str, Any] = dict(values.pop("granted", None) or {})
        for name in self.FACTS:
            value = values.pop(name, None)
            setattr(self, name, UNKNOWN if value is None else value)
        for name, nested in self.LISTS.items():
            items = Many(x if isinstance(x, Entity) else nested.item(x) for x in values.pop(name, ()))
            setattr(self, name, items)
            for item in items:
                if item.UP:
                    setattr(item, item.UP, self)
        if values:
            raise SchemaError(f"{type(self).__name__} has no fact {', '.join(sorted(values))}")

    def known(self, name: str) -> Any:
        """Value of a fact (``granted.<programme>`` too), ``None`` where unknown."""
        if name.startswith("granted."):
            return self.granted.get(name.removeprefix("granted."))
        value = getattr(self, name)
        return None if value is UNKNOWN else value

    def cases(self) -> Iterator[tuple[str, int, Entity]]:
        """All nested items as (list name, position, item)."""
        for name in self.LISTS:
            for position, item in enumerate(getattr(self, name)):
                yield name, position, item


def _merged(cls: type[Entity], bases: list[type[Entity]]) -> dict[str, Fact]:
    """The facts of the classes above; one name for two facts would hide one of them."""
    found: dict[str, Fact] = {}
    for base in bases:
        for name, each in base.FACTS.items():
            if found.setdefault(name, each) is not each:
                raise SchemaError(
                    f"{cls.__module__}.{cls.__name__}: the fact {name} is declared twice, last in {base.__name__}"
                )
    return found


def _hints(cls: type[Entity]) -> dict[str, Any]:
    module = typing.cast(Any, __import__("sys").modules.get(cls.__module__))
    found: dict[str, Any] = {}
    for name, hint in inspect.get_annotations(cls).items():
        if isinstance(hint, str):
            try:
                hint = eval(hint, vars(module))  # noqa: S307 - the pack's own annotation
            except NameError:
                continue
        found[name] = hint
    return found


def _finish(cls: type[Entity], name: str, hint: Any, options: dict[str, Any]) -> Fact:
    """Turn declaration and annotation into a Fact."""
    where = f"{cls.__module__}.{cls.__name__}.{name}"
    unit, places = options.pop("unit"), options.pop("places")
    low, high = options.pop("low"), options.pop("high")
    if hint is bool:
        kind: Type = YES_NO
        low, high = False, True
    elif hint is int:
        kind, low, high = COUNT if not unit else number(unit), low or 0, 1_000_000 if high is None else high
    elif hint is date:
        kind, low, high = DATE, low or date(1880, 1, 1), high or date(2100, 12, 31)
    elif hint is Decimal:
        kind = number(unit, 2 if places is None else places)
        low, high = Decimal(low or 0), Decimal(MOST_MONEY if high is None else high)
    elif isinstance(hint, type) and issubclass(hint, Choice):
        kind = choice(hint)
    else:
        raise SchemaError(f"{where}: annotate it with Money, Number, int, bool, date or a Choice class, not {hint!r}")
    if kind.kind is Kind.NUMBER and low > high:
        raise SchemaError(f"{where}: low {low} is above high {high}")
    ask = options.pop("ask") or (options["zh"] + "？", options["en"] + "?")
    return Fact(name=name, type=kind, ask=ask, low=low, high=high, **options)
