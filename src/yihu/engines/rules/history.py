"""One family through the years: what the law of each month gives it, its facts held as they are written.

Ages move with the months, members not yet born are left out, incomes stay what they are today: it is the law that is
followed here, not the family's past. Amounts are those once all that is found is granted (:mod:`steady`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.explain import Answer, Status, answers, subject_label
from yihu.engines.rules.law import Parameter
from yihu.engines.rules.month import LawGap, Month
from yihu.engines.rules.parameters import DatedValue
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.steady import steady
from yihu.engines.rules.tree import CASE

BIRTH = "birth"
"""A fact of this name says from when somebody is there."""


@dataclass(frozen=True)
class Line:
    """A programme that somebody is due in a month. ``who`` (zh, en); ``amount`` None where nothing is paid; ``sure`` is
    False where the month lies before the text in hand or a value is only recalled."""

    programme: Programme
    level: str
    position: int
    who: tuple[str, str]
    amount: Decimal | None
    sure: bool


@dataclass(frozen=True)
class Instant:
    """What one month gives: the lines, or the ``gap`` in the law that forbids an answer; ``open`` programmes cannot be told;
    ``used`` are the parameters behind the lines."""

    month: date
    lines: tuple[Line, ...]
    open: tuple[Programme, ...] = ()
    gap: str = ""
    used: frozenset[str] = frozenset()

    @property
    def total(self) -> Decimal:
        """Money of programmes that are paid monthly."""
        return sum((x.amount for x in self.lines if x.amount is not None and x.programme.monthly), Decimal(0))

    @property
    def sure(self) -> bool:
        """False where anything of it is to be verified."""
        return all(line.sure for line in self.lines)


@dataclass(frozen=True)
class Spell:
    """Consecutive months that give the same. ``changes`` are the values of the law that began with it, each with its
    parameter and the value before (None: there was none)."""

    first: Instant
    last: date
    changes: tuple[tuple[Parameter, DatedValue, DatedValue | None], ...]


def history(book: Rulebook, case: Entity, months: Iterable[date]) -> Iterator[Instant]:
    """What each month gives the case, in order."""
    for month in months:
        yield instant(book, case, month)


def instant(book: Rulebook, case: Entity, first_day: date) -> Instant:
    """What one month gives the case."""
    try:
        month = Month(book, first_day)
    except LawGap as gap:
        return Instant(first_day, (), gap=str(gap))
    there = _there(case, month.last_day)
    found = answers(steady(Evaluation(month, _case(book, case, there))))
    due = [a for a in found if a.status is Status.ENTITLED and a.amount != 0]
    whole = Evaluation(month, case)
    lines = tuple(_line(a, _frame(whole, a.frame, there)) for a in due)
    unclear = dict.fromkeys(a.programme for a in found if a.status is Status.CANNOT_TELL)
    used = frozenset(str(leaf.node.value) for a in due for leaf in a.leaves() if leaf.dated is not None)
    return Instant(first_day, lines, tuple(unclear), used=used)


def spells(book: Rulebook, found: Iterable[Instant]) -> list[Spell]:
    """Months that give the same, put together, each with what changed in the law when it began."""
    made: list[Spell] = []
    before: Instant | None = None
    for each in found:
        if before is not None and _same(before, each):
            made[-1] = replace(made[-1], last=each.month)
        else:
            used = each.used | before.used if before is not None else frozenset()
            made.append(Spell(each, each.month, tuple(_begun(book, used, each.month))))
        before = each
    return made


def _same(one: Instant, other: Instant) -> bool:
    return (one.lines, one.open, one.gap) == (other.lines, other.open, other.gap)


def _begun(
    book: Rulebook, names: Iterable[str], month: date
) -> Iterator[tuple[Parameter, DatedValue, DatedValue | None]]:
    """Values of these parameters that begin in a month, each with the one before."""
    for name in sorted(names):
        parameter = book.law.parameter(name)
        for before, value in zip((None, *parameter.values), parameter.values, strict=False):
            if value.start.replace(day=1) == month and (before is None or before.value != value.value):
                yield parameter, value, before


def _line(answer: Answer, frame: Frame) -> Line:
    who = subject_label(frame, "zh"), subject_label(frame, "en")
    sure = not answer.assumed and not answer.recalled()
    return Line(answer.programme, frame.level, frame.position, who, answer.amount, sure)


def _frame(whole: Evaluation, frame: Frame, there: dict[str, list[int]]) -> Frame:
    """The same subject among all, those not yet born included."""
    return whole.case if frame.level == CASE else whole.case.lists[frame.level][there[frame.level][frame.position]]


def _there(case: Entity, day: date) -> dict[str, list[int]]:
    """By list the positions of those who are born by a day."""
    return {
        name: [i for i, item in enumerate(getattr(case, name)) if BIRTH not in item.FACTS or _born(item, day)]
        for name in case.LISTS
    }


def _born(item: Entity, day: date) -> bool:
    birth = item.known(BIRTH)
    return birth is None or birth <= day


def _case(book: Rulebook, case: Entity, there: dict[str, list[int]]) -> Entity:
    """The case with those who are there and nothing granted yet: what is drawn today says nothing about another year."""
    lists = {name: [_copy(book, getattr(case, name)[i], name) for i in kept] for name, kept in there.items()}
    return _copy(book, case, CASE, lists)


def _copy(
    book: Rulebook, entity: Entity, level: str, lists: Mapping[str, list[Entity]] = MappingProxyType({})
) -> Entity:
    facts = {name: value for name in entity.FACTS if (value := entity.known(name)) is not None}
    granted = {
        p.id: False if p.amount is None else Decimal(0) for p in book.programmes if book.level(p.eligible) == level
    }
    return type(entity)({**facts, **lists}, granted=granted)
