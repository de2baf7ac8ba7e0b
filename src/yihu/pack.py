"""What a pack must offer, and how it is found.

A pack is an ordinary distribution that names a :class:`Pack` under the entry-point group ``yihu.packs``. Nothing outside a
pack knows a city: ask :func:`find_pack`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.law import LawBook
from yihu.engines.rules.reform import Reading
from yihu.engines.rules.rule import OneOf, Programme
from yihu.engines.rules.schema import Entity

if TYPE_CHECKING:
    from yihu.engines.synth import Recipe

GROUP = "yihu.packs"


class PackError(Exception):
    """No pack, or not the one asked for; the message says what is installed."""


@dataclass(frozen=True)
class Places:
    """The places of a city: code → name for districts, streets and communities; a code starts with its parent's.

    ``zones`` stand beside the streets and are not counted as such (development zones, airports); a community's parent is
    a street or a zone.
    """

    districts: Mapping[int, str]
    streets: Mapping[int, str]
    communities: Mapping[int, str]
    source: str
    english: Mapping[int, str]
    zones: Mapping[int, str] = field(default_factory=dict)

    def district_of(self, community: int) -> int:
        """District code (6 digits) of a community code (12 digits)."""
        return community // 10**6


@dataclass(frozen=True)
class Figure:
    """A published figure that the synthetic city must reproduce."""

    id: str
    zh: str
    en: str
    value: float
    unit: str
    date: str
    source: str
    confidence: str
    place: int | None = None


@dataclass(frozen=True)
class Fault:
    """Facts of a family that cannot be true together: the entity and fact to correct, what is wrong, what to do (zh, en)."""

    at: Entity
    fact: str
    says: tuple[str, str]
    remedy: tuple[str, str]


@dataclass(frozen=True)
class Model:
    """A typical family, on which a reform is shown: its facts as in a policy test, others as usual; the income of its
    first member is what varies."""

    zh: str
    en: str
    given: Mapping[str, Any]


@dataclass(frozen=True)
class Pack:
    """One city: what is known of a family, its law and programmes, its places and published figures.

    ``law`` reads the dated parameters; ``tests`` hold the YAML policy tests; ``recipe`` makes synthetic families;
    ``template`` marks a pack that is only an example. ``checks`` are asked of every family that is read from outside:
    each takes the case and yields a :class:`Fault` for what cannot be true; its name is the code in reports. Of a person
    the facts called ``birth`` and ``sex`` (with the values ``male`` and ``female``) are held against the identity number.
    ``domains`` are the law about something other than a family (a station, a marriage): packs of their own, called
    ``city:domain``. ``readings`` are the readings of the law that lost, to be run like a reform;
    ``models`` typical families on which a reform is shown.
    ``answers`` are rules asked for their own sake, where a domain has a result that is no programme; the values of
    ``beside`` are shown with them where they are known, and nothing is asked for their sake.
    """

    id: str
    zh: str
    en: str
    root: type[Entity]
    law: Callable[[], LawBook]
    programmes: tuple[Programme, ...]
    groups: tuple[OneOf, ...]
    places: Callable[[], Places]
    tests: tuple[Traversable, ...]
    figures: Callable[[], tuple[Figure, ...]] = tuple
    recipe: Callable[[], Recipe] | None = None
    template: bool = False
    income: AnyRule | None = None
    kind: AnyRule | None = None
    checks: tuple[Callable[[Any], Iterable[Fault]], ...] = ()
    domains: tuple[Pack, ...] = ()
    answers: tuple[AnyRule, ...] = ()
    beside: tuple[AnyRule, ...] = ()
    readings: tuple[Reading, ...] = ()
    models: tuple[Model, ...] = ()

    @cached_property
    def rulebook(self) -> Rulebook:
        """All rules of the pack, read and proved."""
        extra = [rule for rule in (self.income, self.kind) if rule is not None]
        return Rulebook(
            self.root, self.law(), self.programmes, self.groups, extra, asked=self.answers, beside=self.beside
        )


def packs() -> Iterator[Pack]:
    """All installed packs."""
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        found = point.load()
        if not isinstance(found, Pack):
            raise PackError(f"the pack {point.name} ({point.value}) is not a yihu.pack.Pack")
        yield found


def find_pack(id: str | None = None) -> Pack:
    """The pack called ``id`` (or the domain ``city:domain``); without a name the only one that is not a template."""
    names = sorted(p.name for p in entry_points(group=GROUP))
    if id is not None:
        city, _, domain = id.partition(":")
        for point in entry_points(group=GROUP):
            if point.name == city:
                found = point.load()
                assert isinstance(found, Pack)
                return found if not domain else _domain(found, id)
        near = difflib.get_close_matches(id, names, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise PackError(f"no pack called {id} is installed (there are: {', '.join(names) or 'none'}){hint}")
    real = [p for p in packs() if not p.template]
    if len(real) == 1:
        return real[0]
    if not real:
        raise PackError("no pack is installed; install one (pip install yihu-beijing) or write one: yihu new-pack NAME")
    raise PackError(f"several packs are installed ({', '.join(p.id for p in real)}); say which: --pack NAME")


def _domain(pack: Pack, id: str) -> Pack:
    """The domain of a pack called ``city:domain``."""
    names = [each.id for each in pack.domains]
    for each in pack.domains:
        if each.id == id:
            return each
    near = difflib.get_close_matches(id, names, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise PackError(f"{pack.id} has no domain {id} (there are: {', '.join(names) or 'none'}){hint}")
