"""The synthetic Beijing: what it reproduces (``figures/``), what it assumes (``assumptions.py``), how it is drawn.

The census city of 2020, as of the day asked, with standards and amounts of July 2024. Collective households are rows of
their own: first member and others without kinship.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from yihu.engines.synth import Batch, Draws, Measure, Recipe, with_receipts
from yihu.engines.synth.draws import Array, yuan
from yihu_beijing.synth import health, money, need, obligors, people, troubles
from yihu_beijing.synth.assumptions import RURAL
from yihu_beijing.synth.city import City, city
from yihu_beijing.synth.draft import TEKUN, Draft
from yihu_beijing.synth.fields import FIELDS
from yihu_beijing.synth.measures import MEASURES, TARGETS
from yihu_beijing.synth.receipts import GAPS, candidates

CONSTANT: dict[str, Array | int | bool] = {
    "rural_standard": RURAL[1] * 100,
    "evaded": False,
}
"""Facts that are the same for every family."""


class BeijingRecipe:
    """The recipe of the pack (see :class:`yihu.engines.synth.Recipe`)."""

    measures: Mapping[str, Measure] = MEASURES
    targets: Mapping[str, float] = TARGETS

    @cached_property
    def _city(self) -> City:
        return city()

    @property
    def base(self) -> int:
        """Residents at the census of 2020."""
        return self._city.people

    @property
    def people_per_family(self) -> float:
        """Members of a household, collective ones included."""
        return self._city.people / self._city.families

    def batch(self, index: int, families: int, seed: int, on: date) -> Batch:
        """Families of batch ``index``: drawn together, in an order without meaning."""
        draft = _drawn(self._city, Draws(seed, index), families, on)
        people.who(draft)
        people.registration(draft, self._city)
        people.studies(draft)
        people.absence(draft)
        health.health(draft)
        draft.person["supported_by"] = np.zeros(draft.people, np.int8)
        money.work(draft)
        money.single_parents(draft)
        money.assets(draft)
        need.classes(draft)
        need.make_needy(draft)
        money.keep_above(draft)
        health.statuses(draft)
        draft.person["retirement_age"] = money.retirement(draft)
        draft.home["carer_over_60"] = need.carers(draft)
        draft.home["rural"] = people.rural(draft)
        troubles.children(draft, self._city)
        troubles.tapering(draft)
        troubles.spending(draft, self._city)
        for field in FIELDS:
            field.draw(draft)
        troubles.unknown(draft)
        return _finished(draft)

    def receipts(self, table: Any, entitled: Mapping[str, Any], seed: int, on: date) -> Any:
        """What is paid today, with the gaps of ``receipts.py``."""
        return with_receipts(table, entitled, GAPS, candidates(table, on), seed)


def recipe() -> Recipe:
    """The recipe of Beijing."""
    return BeijingRecipe()


def _drawn(frame: City, draws: Draws, families: int, on: date) -> Draft:
    """Kinds, ages, places and members of the families of one batch."""
    cells = draws.rng.permutation(draws.spread(frame.cumulative, families))
    kind, first = frame.kind[cells], frame.first[cells]
    members = frame.structure.grow(kind, first, draws)
    community = people.community_of(frame, frame.district[cells], draws.floats(families))
    return Draft(draws, on, kind, first, community, members)


def _finished(draft: Draft) -> Batch:
    """Columns as a snapshot names and scales them."""
    offsets, owed = obligors.obligors(draft)
    person, home = draft.person, draft.home
    person["no_able_obligor"] = draft.members.spread(np.asarray(draft.need == TEKUN))
    del home["able_child"]
    for name in ("money_assets", "former_dibao", "year_income", "year_spending"):
        home[name] = yuan(home[name])
    facts: dict[str, Array | int | bool] = {**CONSTANT, **home}
    facts |= {f"members.{name}": column for name, column in person.items()}
    facts |= {f"members.{name}": yuan(column) for name, column in draft.amount.items()}
    facts |= {f"obligors.{name}": column for name, column in owed.items()}
    return Batch(
        community=draft.community,
        offsets={"members": draft.members.offsets, "obligors": offsets},
        facts=facts,
        unknown=draft.unknown,
    )
