"""``@rule``: one typed function of the law, citing its article, and what a programme is."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar, cast

from yihu.engines.rules.schema import Entity
from yihu.engines.rules.syntax import RuleError, Source, parse
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import COUNT, DATE, YES_NO, Choice, Type, Unit, choice, number
from yihu.engines.rules.values import UNKNOWN

E = TypeVar("E", bound=Entity)
L = TypeVar("L")
R = TypeVar("R")

MOST_WORDS = 24
"""Longest locator: it finds the place in a text and does not repeat the text."""


@dataclass(eq=False, repr=False)
class Rule(Generic[E, L, R]):
    """A rule: read once into a tree, and also simply callable as the Python it is written in.

    ``cites`` is document number and article; ``words`` the few words of that article which the rule carries out, as they
    stand there; ``type`` the declared result; ``given`` a ready tree for rules that the engine itself makes (the outcome
    of a programme).
    """

    name: str
    entity: type[E]
    type: Type
    cites: str
    zh: str
    en: str
    function: Callable[[E, L], R] | None = None
    source: Source | None = None
    note: tuple[str, str] = ("", "")
    words: tuple[str, ...] = ()
    given: Callable[[], Node] | None = None

    def __call__(self, subject: E, law: L) -> R:
        if self.function is None:
            raise TypeError(f"{self.name} is made by the engine and has no plain form")
        return self.function(subject, law)

    def __repr__(self) -> str:
        return f"<rule {self.name}>"

    @property
    def where(self) -> str:
        """``file:line`` of the rule."""
        return f"{self.source.file}:{self.source.line}" if self.source else "(made by the engine)"


def rule(
    *,
    cites: str,
    zh: str,
    en: str = "",
    unit: str = "",
    places: int | None = None,
    note: tuple[str, str] = ("", ""),
    words: str | tuple[str, ...] = (),
) -> Callable[[Callable[[E, L], R]], Rule[E, L, R]]:
    """Declare a rule: ``cites`` its document and article, ``zh``/``en`` its name, ``unit``/``places`` of a number.

    ``words`` are a locator: the few words of the cited article that the rule carries out, exactly as they stand there.

    The function takes the entity and the law and returns bool, int, Money/Number, date or a Choice. Money has 2 places
    unless ``places`` says otherwise. What the language takes is described in ``docs/rules.md``; anything else raises
    :class:`RuleError` at import.
    """

    def read(function: Callable[[E, L], R]) -> Rule[E, L, R]:
        source = parse(function)
        if not cites.strip():
            raise RuleError(source, source.line, "the rule cites nothing; give cites='document number article'")
        if not zh.strip():
            raise RuleError(source, source.line, "the rule has no Chinese name; give zh='…'")
        try:
            hints = typing.get_type_hints(function)
        except NameError as problem:
            raise RuleError(
                source, source.line, f"an annotation cannot be read: {problem}; import it at the top"
            ) from None
        names = list(inspect.signature(function).parameters)
        entity = hints.get(names[0]) if names else None
        if not (isinstance(entity, type) and issubclass(entity, Entity)) or len(names) != 2:
            raise RuleError(
                source, source.line, "a rule takes two arguments: an entity and the law (home: Home, law: Law)"
            )
        made = _result(source, hints.get("return"), unit, places)
        name = function.__name__
        located = (words,) if isinstance(words, str) else words
        for each in located:
            if not 0 < len(each) <= MOST_WORDS:
                raise RuleError(
                    source, source.line, f"words= is a short locator of 1 to {MOST_WORDS} characters: {each!r}"
                )
        label = en or name.replace("_", " ")
        return Rule(name, cast("type[E]", entity), made, cites, zh, label, function, source, note, located)

    return read


def _result(source: Source, hint: Any, unit: str, places: int | None) -> Type:
    if hint not in (None, int, Decimal) and (unit or places is not None):
        raise RuleError(source, source.line, "unit= and places= belong to numbers; leave them out")
    if hint is int and places:
        raise RuleError(source, source.line, "an int has no decimal places; leave places= out or annotate Number")
    if hint is bool:
        return YES_NO
    if hint is date:
        return DATE
    if isinstance(hint, type) and issubclass(hint, Choice):
        return choice(hint)
    if hint is int:
        return number(unit) if unit else COUNT
    if hint is Decimal:
        money = any(name == "CNY" for name, _ in Unit.parse(unit).bases)
        if places is None and not money:
            raise RuleError(source, source.line, "a Number rule states its decimal places: @rule(…, places=2)")
        return number(unit, 2 if places is None else places)
    raise RuleError(source, source.line, "annotate the result: -> bool, int, Money, Number, date or a Choice class")


@dataclass(frozen=True, eq=False)
class Programme:
    """What somebody may be entitled to: who, under which conditions, how much, and how it meets other programmes.

    ``amount`` is None for a recognition (认定) that pays nothing itself. ``barred_by``: nobody entitled to one of these
    gets this. ``since``: first day in force; ``text_since``: from when the text in hand applies (before it the pack's
    reading is an assumption and answers say so). ``service`` names what is given in kind (``zh``, ``en``).
    """

    id: str
    of: type[Entity]
    zh: str
    en: str
    eligible: Rule[Any, Any, bool]
    amount: Rule[Any, Any, Decimal] | None = None
    cites: str = ""
    since: date = date(1, 1, 1)
    until: date | None = None
    text_since: date | None = None
    barred_by: tuple[Programme, ...] = ()
    service: tuple[str, str] = ("", "")
    note: tuple[str, str] = ("", "")

    @property
    def every(self) -> str:
        """How often it is paid, from the unit of its amount: ``month``, ``year``, ``day`` …, ``once``; empty where nothing is."""
        if self.amount is None:
            return ""
        return next((name for name, power in self.amount.type.unit.bases if power < 0), "once")

    @property
    def monthly(self) -> bool:
        """True where it is paid month by month: only these are summed."""
        return self.every == "month"

    def in_force(self, day: date) -> bool:
        """True where the programme exists on ``day``."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, eq=False)
class OneOf:
    """Programmes of which the same subject gets only one.

    ``pick``: ``highest`` (择高), ``claimant`` (自主选择: the person chooses; the highest is only proposed) or ``first``
    (whoever qualifies for one leaves those named after it, whatever they pay). Ties go to the programme named first.
    """

    programmes: tuple[Programme, ...]
    cites: str
    pick: typing.Literal["highest", "claimant", "first"] = "highest"


def recognised(programme: Programme, subject: Entity) -> bool:
    """Is it granted today? A fact: what the city pays or recognises now."""
    value = subject.granted.get(programme.id)
    if value is None:
        return UNKNOWN  # type: ignore[return-value]
    return bool(value)


def granted(programme: Programme, subject: Entity) -> Decimal:
    """The amount paid today (0 where not granted). A fact."""
    value = subject.granted.get(programme.id)
    if value is None:
        return UNKNOWN  # type: ignore[return-value]
    return Decimal(value)


def entitled(programme: Programme, subject: Entity, law: Any) -> bool:
    """Is the subject entitled in this run? Computed by an engine with all exclusions, never by a plain call."""
    raise NotImplementedError("entitled() is computed by an engine; evaluate the rule through one")


def amount_of(programme: Programme, subject: Entity, law: Any) -> Decimal:
    """The amount the subject is entitled to in this run (0 where not entitled); computed by an engine."""
    raise NotImplementedError("amount_of() is computed by an engine; evaluate the rule through one")
