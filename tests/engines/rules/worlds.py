"""A small neutral world for the tests of the rule engine: entities with every type of fact, a law, rules from text.

A home has ``members`` (people) and ``helpers`` (other homes that help). Rules are written to a file and imported, since
a rule is read from its source.
"""

from __future__ import annotations

import importlib.util
import itertools
import sys
import tempfile
import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from yihu.engines.rules import Choice, Entity, Many, Money, Number, OneOf, ParameterSet, Programme, Rule, fact, many, up
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.law import LawBook
from yihu.engines.rules.month import Month

_FOLDER = tempfile.TemporaryDirectory(prefix="rules-")
_numbers = itertools.count(1)

JULY = date(2024, 7, 1)


class State(Choice):
    """Of a person."""

    CALM = "calm", "平静", "calm"
    BUSY = "busy", "忙碌", "busy"
    AWAY = "away", "外出", "away"


class Sort(Choice):
    """Of a home."""

    HOUSE = "house", "房屋", "house"
    BOAT = "boat", "船", "boat"


class Person(Entity):
    """A member of a home."""

    home: Home = up()
    birth: date = fact(zh="出生日期", en="date of birth", low=date(1900, 1, 1))
    joined: date = fact(zh="加入日期", en="joined on", low=date(1950, 1, 1))
    wage: Money = fact(zh="工资", en="wage", unit="CNY/month", high=99_999, usual=0, aliases=("salary",))
    balance: Money = fact(zh="结余", en="balance", unit="CNY/month", low=-5_000, high=5_000)
    share: Number = fact(zh="份额", en="share", places=3, low=-2, high=2)
    children: int = fact(zh="子女数", en="children", high=12)
    ill: bool = fact(zh="患病", en="ill")
    state: State = fact(zh="状态", en="state")


class Helper(Entity):
    """A home that helps another."""

    home: Home = up()
    born: date = fact(zh="户主生日", en="birth of the head", low=date(1900, 1, 1))
    pays: Money = fact(zh="给付", en="pays", unit="CNY/month", high=10_000)
    grade: int = fact(zh="等级", en="grade", high=5)
    willing: bool = fact(zh="愿意", en="willing")
    sort: Sort = fact(zh="种类", en="sort")


class Home(Entity):
    """The case."""

    members: Many[Person] = many(Person, zh="成员", en="members", most=6)
    helpers: Many[Helper] = many(Helper, zh="帮助者", en="helpers", most=4)
    built: date = fact(zh="建成日期", en="built on", low=date(1900, 1, 1))
    rent: Money = fact(zh="房租", en="rent", unit="CNY/month", high=50_000)
    loss: Money = fact(zh="亏损", en="loss", unit="CNY/month", low=-20_000, high=0)
    width: Number = fact(zh="宽度", en="width", unit="m", places=1, high=100)
    rooms: int = fact(zh="间数", en="rooms", high=20)
    owned: bool = fact(zh="自有", en="owned", usual=False)
    sort: Sort = fact(zh="类型", en="sort")


class Law(ParameterSet):
    """The parameters."""

    grant: Money
    cap: Money
    rate: Number
    few: int
    adult: int
    fine_age: Number
    wait: int
    open: bool
    deadline: date
    old_grant: Money


def parameter(name: str, kind: str, unit: str, places: int, *values: str) -> str:
    """YAML of a parameter; each value is written ``from: value``."""
    dated = "\n".join(
        f"      - {{from: {start}, value: {value}, document: act, article: '1', confidence: official}}"
        for start, value in (v.split(": ") for v in values)
    )
    after = "ends" if values[-1].endswith("null") else "holds"
    places_line = f"    places: {places}\n" if kind in ("money", "number") else ""
    return (
        f"  {name}:\n    zh: {name}\n    en: {name}\n    type: {kind}\n    unit: '{unit}'\n{places_line}"
        f"    after_last: {after}\n    checked: 2025-01-31\n    values:\n{dated}\n"
    )


LAW_TEXT = """
documents:
  act: {number: Act 1, zh: 法, en: Act, issued: 2000-01-01, text_status: read}
parameters:
""" + "".join(
    [
        parameter("grant", "money", "CNY/month", 2, "2000-01: 100", "2024-01: 333.33", "2024-07: 1450"),
        parameter("cap", "money", "CNY/month", 2, "2000-01: 100000"),
        parameter("rate", "number", "", 4, "2000-01: 0.35", "2024-03: 0.0125"),
        parameter("few", "count", "", 0, "2000-01: 3", "2024-02: 7"),
        parameter("adult", "count", "year", 0, "2000-01: 18"),
        parameter("fine_age", "number", "year", 1, "2000-01: 59.5"),
        parameter("wait", "count", "month", 0, "2000-01: 12"),
        parameter("open", "yes_no", "", 0, "2000-01: yes", "2024-02: no", "2024-03: yes"),
        parameter("deadline", "date", "", 0, "2000-01: 1964-02-29"),
        parameter("old_grant", "money", "CNY/month", 2, "2000-01: 50", "2015-01: null"),
    ]
)

HEAD = """\
from __future__ import annotations
from datetime import date
from decimal import Decimal
from tests.engines.rules.worlds import Helper, Home, Law, Person, Sort, State
from yihu.engines.rules import *

"""


def law_book(text: str = LAW_TEXT) -> LawBook[Law]:
    """The dated law of the world."""
    return Law.read([("law.yaml", text)])


def module(text: str, head: str = HEAD) -> ModuleType:
    """Import rules written in ``text`` from a new file."""
    number = next(_numbers)
    path = Path(_FOLDER.name) / f"rules_{number}.py"
    path.write_text(head + textwrap.dedent(text), "utf-8")
    spec = importlib.util.spec_from_file_location(f"rules_{number}", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[made.__name__] = made
    spec.loader.exec_module(made)
    return made


def found(made: ModuleType, kind: type[Any]) -> list[Any]:
    """Rules, programmes or groups that a module defines, in the order written."""
    return [value for value in vars(made).values() if isinstance(value, kind)]


def rulebook(made: ModuleType, groups: Iterable[OneOf] | None = None, law: LawBook[Any] | None = None) -> Rulebook:
    """The rulebook of all rules, programmes and groups of a module."""
    chosen = found(made, OneOf) if groups is None else groups
    return Rulebook(Home, law or law_book(), found(made, Programme), chosen, found(made, Rule))


def book_of(text: str, head: str = HEAD) -> Rulebook:
    """The rulebook of rules written in ``text``."""
    return rulebook(module(text, head))


def one(expression: str, kind: str = "bool", of: str = "home: Home", options: str = "") -> str:
    """Text of one rule called ``answer`` that returns an expression."""
    head = f'@rule(cites="Act 1", zh="答案"{options and ", " + options})'
    return f"{head}\ndef answer({of}, law: Law) -> {kind}:\n    return {expression}\n"


def values(book: Rulebook, case: Entity, month: date = JULY, rule: str = "answer") -> Any:
    """Value of a rule by the call engine: of the case, or a list over the items."""
    wanted = next(r for r in book.trees if r.name == rule)
    evaluation = Evaluation(Month(book, month), case)
    level = book.level(wanted)
    seen = [evaluation.of(wanted, frame) for frame in evaluation.frames(level)]
    return seen[0] if level == "case" else seen
