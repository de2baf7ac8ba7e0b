"""Why: the trace holds what decided, leaves carry the dated law, near misses say by how much."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random
from types import MappingProxyType
from typing import Any

import pytest

from tests.engines.rules.families import cases
from tests.engines.rules.worlds import JULY, Home, Sort, book_of, law_book, module, rulebook
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Answer, Status, answers, step, subject_label, walk_steps
from yihu.engines.rules.law import Confidence
from yihu.engines.rules.month import Month
from yihu.engines.rules.plain import FORMAT, as_data
from yihu.pack import find_pack

RULES = """
@rule(cites="Act 1(1)", zh="房租低", en="low rent")
def cheap(home: Home, law: Law) -> bool:
    return home.rent < law.grant

@rule(cites="Act 1(2)", zh="有人患病或外出", en="somebody ill or away")
def burdened(home: Home, law: Law) -> bool:
    return any(m.ill for m in home.members) or home.rooms > 9

@rule(cites="Act 1(3)", zh="符合", en="fits")
def fits(home: Home, law: Law) -> bool:
    return cheap(home, law) and burdened(home, law) and not home.owned

@rule(cites="Act 2", zh="金额", en="amount", unit="CNY/month", note=("分", "fen"))
def amount(home: Home, law: Law) -> Money:
    return law.cap if home.sort == Sort.BOAT else law.grant - home.rent

@rule(cites="Act 3", zh="成年", en="adult")
def grown(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.adult

@rule(cites="Act 3", zh="成年且家中房租低", en="adult of a home with a low rent")
def placed(person: Person, law: Law) -> bool:
    return grown(person, law) and cheap(person.home, law)

AID = Programme(id="aid", of=Home, zh="补助", en="aid", eligible=fits, amount=amount, cites="Act", since=date(2010, 1, 1))
PLACE = Programme(id="place", of=Person, zh="位", en="place", eligible=placed, cites="Act", text_since=date(2024, 8, 1))
"""


SORTS = {"house": Sort.HOUSE, "boat": Sort.BOAT}


@cache
def world() -> Rulebook:
    """The rules above under a law whose grant of July 2024 is only recalled."""
    law = law_book()
    grant = law.parameter("grant")
    recalled = replace(grant, values=(*grant.values[:-1], replace(grant.values[-1], confidence=Confidence.RECALLED)))
    return rulebook(module(RULES), law=replace(law, parameters=MappingProxyType({**law.parameters, "grant": recalled})))


def answered(month: date = JULY, **facts: Any) -> list[Answer]:
    return answers(evaluated(month, **facts))


def evaluated(month: date = JULY, **facts: Any) -> Evaluation:
    known = {"rent": Decimal(100), "owned": False, "rooms": 1, "sort": "house", "members": [{"ill": True}], **facts}
    return Evaluation(Month(world(), month), _home(known))


def _home(facts: dict[str, Any]) -> Home:
    return Home({**facts, "sort": SORTS.get(facts["sort"])})


def aid(**facts: Any) -> Answer:
    return answered(**facts)[0]


def used(answer: Answer) -> set[str]:
    """Names of the facts and parameters of a trace."""
    return {leaf.node.value for leaf in answer.leaves()}


def steps(answer: Answer) -> set[str]:
    return {each.rule.name for each in walk_steps(answer.trace)}


# the trace


def test_of_conditions_that_fail_only_the_first_is_in_the_trace() -> None:
    found = aid(rent=Decimal(2000), owned=True)
    assert used(found) == {"rent", "grant"}
    assert "burdened" not in steps(found)


def test_of_alternatives_that_hold_only_one_is_in_the_trace() -> None:
    assert "rooms" not in used(aid())
    assert "rooms" in used(aid(rooms=10, members=[{"ill": False}]))


def test_only_the_branch_taken_is_in_the_trace() -> None:
    assert "cap" not in used(aid())
    boat = aid(sort="boat")
    assert "cap" in used(boat)
    assert "sort" in used(boat)


def test_both_branches_of_an_unknown_condition_are_in_the_trace() -> None:
    found = aid(sort=None)
    assert found.status is Status.CANNOT_TELL
    amount = next(r for r in world().trees if r.name == "amount")
    names = {leaf.node.value for leaf in step(found.evaluation, amount, found.frame).leaves}
    assert names == {"sort", "cap", "grant", "rent"}


def test_the_amount_is_traced_only_for_those_entitled() -> None:
    assert "aid.amount" in steps(aid())
    assert "aid.amount" not in steps(aid(owned=True))


def test_a_fact_of_the_home_belongs_to_the_home_where_a_member_asks_for_it() -> None:
    found = answered(members=[{"ill": True, "birth": date(1970, 1, 1)}])[1]
    owners = {leaf.node.value: leaf.frame.level for leaf in found.leaves()}
    assert owners["rent"] == "case"
    assert owners["birth"] == "members"


def test_every_member_asked_is_a_leaf() -> None:
    found = aid(members=[{"ill": False}, {"ill": True}, {"ill": False}])
    assert sorted(leaf.frame.position for leaf in found.leaves() if leaf.node.value == "ill") == [0, 1, 2]


def test_a_leaf_of_the_law_carries_its_dated_value_and_document() -> None:
    (grant,) = [leaf for leaf in aid().leaves() if leaf.node.value == "grant"]
    assert grant.value == 1450
    assert grant.dated is not None
    assert grant.dated.document is not None
    assert (grant.dated.start, grant.dated.document.number, grant.dated.article) == (date(2024, 7, 1), "Act 1", "1")
    (before,) = [leaf for leaf in answered(date(2024, 6, 1))[0].leaves() if leaf.node.value == "grant"]
    assert before.value == Decimal("333.33")


def test_recalled_values_are_named() -> None:
    assert [leaf.node.value for leaf in aid().recalled()] == ["grant"]
    assert answered(date(2024, 6, 1))[0].recalled() == []
    assert aid().recalled()[0].dated.confidence is Confidence.RECALLED  # type: ignore[union-attr]


def test_months_before_the_text_are_assumed() -> None:
    place = answered()[1]
    assert place.assumed
    assert not answered(date(2024, 8, 1))[1].assumed
    assert not aid().assumed


def test_what_is_not_in_force_says_so_and_nothing_else() -> None:
    found = answered(date(2009, 12, 1))[0]
    assert (found.status, found.amount, found.conditions) == (Status.NOT_IN_FORCE, None, ())


@pytest.mark.parametrize("seed", range(6))
def test_facts_outside_the_trace_do_not_matter(seed: int) -> None:
    """Whatever is not among the leaves may be anything: the answer stays."""
    pack, month, random = find_pack("beijing"), Month(find_pack("beijing").rulebook, JULY), Random(seed)
    (case,), (other,) = (cases(s, 1, pack.root, pack.programmes, JULY) for s in (seed, seed + 1_000))
    for found in answers(Evaluation(month, case)):
        leaves = {(leaf.frame.level, leaf.frame.position, leaf.node.value) for leaf in found.leaves()}
        changed = _mixed(case, other, _outside(leaves, random))
        again = Evaluation(month, changed)
        frame = again.frames(found.frame.level)[found.frame.position]
        outcome = month.book.outcomes[found.programme]
        assert again.of(outcome.entitled, frame) == found.evaluation.of(outcome.entitled, found.frame)
        if found.status is Status.ENTITLED and outcome.amount is not None:
            assert again.of(outcome.amount, frame) == found.amount


def _outside(leaves: set[tuple[str, int, str]], random: Random) -> Callable[[str, int, str], bool]:
    return lambda *key: key not in leaves and random.random() < 0.7


def _mixed(case: Any, other: Any, replace: Callable[[str, int, str], bool]) -> Any:
    """A copy in which some facts come from another family, where it has such an item."""

    def facts(mine: Any, theirs: Any, level: str, position: int) -> dict[str, Any]:
        return {n: (theirs if replace(level, position, n) else mine).known(n) for n in mine.FACTS}

    lists = {}
    for name, nested in case.LISTS.items():
        spare = getattr(other, name)
        lists[name] = [
            nested.item(facts(item, spare[i % len(spare)] if spare else item, name, i), granted=item.granted)
            for i, item in enumerate(getattr(case, name))
        ]
    return type(case)({**facts(case, other, "case", 0), **lists}, granted=case.granted)


# near misses


def test_the_only_condition_that_fails_is_a_near_miss_with_its_gap() -> None:
    near = aid(rent=Decimal("1500.50")).near_miss
    assert near is not None
    assert (near.gap, str(near.gap_type.unit) if near.gap_type else "") == (Decimal("50.50"), "CNY/month")


@pytest.mark.parametrize(
    "facts",
    [{"rent": Decimal(2000), "owned": True}, {"rent": Decimal(2000), "owned": None}, {"rent": None}, {}],
)
def test_there_is_no_near_miss_where_two_fail_or_one_is_unknown_or_none_fails(facts: dict[str, Any]) -> None:
    assert aid(**facts).near_miss is None


def test_a_condition_that_is_no_comparison_has_no_gap() -> None:
    near = aid(owned=True).near_miss
    assert near is not None
    assert near.gap is None


def test_the_gap_of_a_member_may_be_the_homes() -> None:
    found = answered(rent=Decimal(1460), members=[{"birth": date(1970, 1, 1)}])[1]
    assert found.near_miss is not None
    assert found.near_miss.gap == 10


# as data


def test_the_data_are_plain_json_with_the_version_of_their_form() -> None:
    data = as_data(evaluated(members=[{"ill": True, "birth": date(1970, 1, 1)}]))
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    assert (data["format"], data["month"], FORMAT) == (1, "2024-07", 1)
    first = data["answers"][0]
    assert (first["programme"], first["status"], first["amount"], first["unverified"]) == (
        "aid",
        "entitled",
        "1350",
        ["grant"],
    )


def test_the_data_of_a_leaf_name_document_article_and_confidence() -> None:
    data = as_data(evaluated())
    text = json.dumps(data["answers"][0]["trace"])
    assert '"document": "Act 1"' in text
    assert '"from": "2024-07-01"' in text
    assert '"confidence": "recalled"' in text


def test_a_step_used_twice_is_written_once() -> None:
    book = find_pack("beijing").rulebook
    (case,) = cases(3, 1, book.root, book.programmes, JULY)
    for found in as_data(Evaluation(Month(book, JULY), case))["answers"]:
        for trace in found["trace"]:
            whole = [s for s in _all(trace) if "above" not in s]
            keys = [(s["rule"], s["subject"]["level"], s["subject"]["position"]) for s in whole]
            assert len(keys) == len(set(keys))


def _all(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [found, *(below for each in found.get("steps", []) for below in _all(each))]


def test_subjects_are_called_by_number_and_relation() -> None:
    pack = find_pack("beijing")
    home = pack.root({"members": [{"relation": None}], "obligors": [{}]})
    evaluation = Evaluation(Month(pack.rulebook, JULY), home)
    labels = [subject_label(evaluation.frames(level)[0], "zh") for level in ("case", "members", "obligors")]
    assert labels == ["家庭", "第1人", "赡养抚养扶养义务人家庭（1）"]


def test_reading_a_rule_again_gives_the_same_answers() -> None:
    first, second = (answers(Evaluation(Month(book_of(RULES), JULY), Home(rent=Decimal(1)))) for _ in range(2))
    assert [a.status for a in first] == [a.status for a in second]
