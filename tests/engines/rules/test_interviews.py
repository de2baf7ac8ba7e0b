"""How many questions an interview takes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engines.rules.worlds import JULY
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import answers
from yihu.engines.rules.given import case_from
from yihu.engines.rules.interviews import Asked, everything, interview
from yihu.engines.rules.month import Month
from yihu.engines.rules.schema import Entity
from yihu.pack import find_pack

PACK = find_pack("sample")
MONTH = Month(PACK.rulebook, JULY)
POOR: dict[str, Any] = {
    "savings": 100, "members": [{"birth": "1940-01-05", "wage": 0, "pension": 300, "care": "none"}],
    "granted": {"family_allowance": 0},
}  # fmt: skip


def family(**facts: Any) -> Entity:
    return case_from({**POOR, **facts}, PACK.root, PACK.programmes, usual=True)


def test_nothing_is_asked_twice_and_only_what_the_rules_read() -> None:
    asked = interview(MONTH, family())
    assert len(set(asked)) == len(asked) <= everything(MONTH, family())


def test_one_programme_takes_no_more_questions_than_all() -> None:
    whole = set(interview(MONTH, family()))
    assert all(len(interview(MONTH, family(), (p,))) <= len(whole) for p in PACK.programmes)


def test_what_was_asked_settles_the_answers() -> None:
    truth = family()
    told = type(truth)({"members": [type(m)({}) for m in truth.members]})  # type: ignore[attr-defined]
    for level, position, fact in interview(MONTH, truth):
        source, target = (truth, told) if level == "case" else (x.members[position] for x in (truth, told))  # type: ignore[attr-defined]
        setattr(target, fact, source.known(fact))
    found, wanted = (answers(Evaluation(MONTH, case)) for case in (told, truth))
    assert [(a.status, a.amount) for a in found] == [(a.status, a.amount) for a in wanted]


def test_a_fact_that_even_they_do_not_know_is_asked_once() -> None:
    asked = interview(MONTH, family(savings=None))
    assert [key for key in asked if key[2] == "savings"] == [("case", 0, "savings")]


def test_a_rich_family_is_not_asked_for_all() -> None:
    rich = family(members=[{"birth": "1990-01-05", "wage": 50_000, "pension": 0, "care": "none"}])
    assert len(interview(MONTH, rich, PACK.programmes[:1])) < everything(MONTH, rich, PACK.programmes[:1])


def test_means_are_sums_over_families() -> None:
    found = Asked()
    assert found.mean == found.mean_everything == 0
    found.add(3, 10)
    found.add(5, 10)
    assert (found.mean, found.mean_everything, found.most) == pytest.approx((4, 10, 5))
