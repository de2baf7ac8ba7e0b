"""A neutral pack for the tests of the intake: a town with one district, two streets' worth of codes and plain facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from stdnum.cn import ric

from yihu.engines.rules import Choice, Entity, Many, Money, fact, many, up
from yihu.engines.rules.rule import Programme, Rule
from yihu.engines.rules.types import YES_NO, number
from yihu.pack import Fault, Pack, Places

ON = date(2024, 7, 1)
PLACE, OTHER_PLACE = "990101001001", "990101001002"


class Sex(Choice):
    MALE = "male", "男", "male"
    FEMALE = "female", "女", "female"


class Role(Choice):
    HEAD = "head", "户主", "head"
    CHILD = "child", "子女", "child"
    GUEST = "guest", "其他", "other"


class Person(Entity):
    home: Household = up()
    role: Role = fact(zh="身份", en="role", aliases=("与户主关系",))
    birth: date = fact(zh="出生日期", en="date of birth")
    sex: Sex = fact(zh="性别", en="sex")
    wage: Money = fact(zh="工资", en="wage", unit="CNY/month", high=100_000)
    working: bool = fact(zh="在业", en="works", usual=False)
    grade: int = fact(zh="等级", en="grade", high=4)
    rooms: int = fact(zh="房间数", en="rooms of one's own", high=9)


class Carer(Entity):
    home: Household = up()
    income: Money = fact(zh="收入", en="income", unit="CNY/month")
    size: int = fact(zh="人数", en="people", low=1, high=20)


class Household(Entity):
    people: Many[Person] = many(Person, zh="家庭成员", en="people", most=4)
    carers: Many[Carer] = many(Carer, zh="照料人家庭", en="carers", most=2)
    savings: Money = fact(zh="存款", en="savings", unit="CNY")
    rooms: int = fact(zh="房间数", en="rooms", high=50, usual=2)
    owner: bool = fact(zh="自有住房", en="owns the home")


def one_head(home: Household) -> Iterator[Fault]:
    """A household has a head."""
    if home.people and not any(p.known("role") is Role.HEAD for p in home.people):
        yield Fault(home.people[0], "role", ("没有户主", "there is no head"), ("填写户主", "name a head"))


def child_is_younger(home: Household) -> Iterator[Fault]:
    """A child is born after the head."""
    head = next((p.known("birth") for p in home.people if p.known("role") is Role.HEAD), None)
    for person in home.people:
        birth = person.known("birth")
        if person.known("role") is Role.CHILD and head and birth and birth <= head:
            yield Fault(person, "birth", ("子女不比户主年轻", "the child is not younger"), ("核对", "check"))


def _rule(name: str, entity: type[Entity], type_: Any) -> Rule[Any, Any, Any]:
    return Rule(name, entity, type_, "1号 一", name, name)


AID = Programme(
    "aid",
    Household,
    "生活补助",
    "aid",
    _rule("in_need", Household, YES_NO),
    _rule("how_much", Household, number("CNY/month", 2)),
)
CARD = Programme("card", Person, "优待证", "card", _rule("entitled_to_card", Person, YES_NO))

PLACES = Places(
    districts={990101: "甲区"}, streets={990101001: "甲街道"},
    communities={int(PLACE): "甲社区", int(OTHER_PLACE): "乙社区"}, source="test", english={},
)  # fmt: skip


def _no_law() -> Any:
    raise AssertionError("the intake needs no law")


PACK = Pack(
    id="town", zh="小镇", en="town", root=Household, law=_no_law, programmes=(AID, CARD), groups=(), places=lambda: PLACES,
    tests=(), checks=(one_head, child_is_younger),
)  # fmt: skip


def identity(birth: date, *, male: bool = True, serial: int = 1, area: int = 990101) -> str:
    """A synthetic identity number with a right check digit."""
    start = f"{area}{birth:%Y%m%d}{serial * 2 + male:03}"
    return start + ric.calc_check_digit(start + "0")


def fen(text: str) -> int:
    """Money as it is stored."""
    return int(Decimal(text) * 100)
