"""What to ask: only facts that can still change an answer, each once, until nothing can."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.rules import families
from tests.engines.rules.worlds import JULY, Home, Person, book_of
from yihu.engines.rules import Entity
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Status, answers
from yihu.engines.rules.month import Month
from yihu.engines.rules.questions import Possible, Question, fact_type, needed, next_question, questions, settled
from yihu.engines.rules.types import Kind
from yihu.pack import find_pack

RULES = """
@rule(cites="Act 1", zh="符合", en="fits")
def fits(home: Home, law: Law) -> bool:
    return home.rent < law.grant and (home.rooms > 3 or any(m.ill for m in home.members))

@rule(cites="Act 1", zh="金额", en="amount", unit="CNY/month")
def amount(home: Home, law: Law) -> Money:
    if home.owned:
        return law.grant
    return min(law.grant, law.grant - home.loss)

@rule(cites="Act 2", zh="成年", en="adult")
def grown(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.adult and not person.home.owned

AID = Programme(id="aid", of=Home, zh="补助", en="aid", eligible=fits, amount=amount)
ADULT = Programme(id="adult", of=Person, zh="成年", en="adult", eligible=grown)
"""
PACKS = ("beijing", "sample")


def world(**facts: Any) -> Evaluation:
    return Evaluation(Month(book_of(RULES), JULY), Home(facts))


def asked(evaluation: Evaluation) -> list[tuple[str, int, str]]:
    return [(q.frame.level, q.frame.position, q.fact) for q in questions(evaluation)]


# by hand


def test_nothing_is_asked_where_all_is_known_or_settled() -> None:
    assert asked(world(rent=Decimal(2000), owned=False)) == []


def test_only_what_can_still_decide_is_asked() -> None:
    assert asked(world(rent=Decimal(1), rooms=4, owned=True)) == []
    found = asked(world(rent=Decimal(1), rooms=3, owned=False, members=[{"birth": date(2020, 1, 1)}]))
    assert found == [("members", 0, "ill")]


def test_the_amount_is_asked_for_once_the_entitlement_is_sure() -> None:
    assert ("case", 0, "owned") not in asked(world(rent=None, rooms=4))
    assert asked(world(rent=Decimal(1), rooms=4)) == []  # min(grant, grant - loss): a loss is never above 0


def test_the_fact_that_most_answers_wait_for_comes_first() -> None:
    evaluation = world(rooms=4, members=[{"birth": date(1980, 1, 1)}, {"birth": date(1981, 1, 1)}])
    first = next_question(evaluation)
    assert first is not None
    assert (first.fact, first.waiting) == ("owned", 2)
    assert [q.fact for q in questions(evaluation)] == ["owned", "rent"]


def test_an_answer_that_the_declared_range_settles_needs_no_fact() -> None:
    evaluation = world(rent=Decimal(1), rooms=4, members=[])
    possible, programme = Possible(evaluation), evaluation.month.book.programme("aid")
    assert settled(possible, programme, evaluation.case) is True


def test_what_one_programme_needs_of_one_person() -> None:
    evaluation = world(rent=Decimal(1), rooms=1, owned=False, members=[{"ill": True}, {}])
    possible = Possible(evaluation)
    person = evaluation.frames("members")[1]
    wanted = needed(possible, evaluation.month.book.programme("adult"), person)
    assert [(q.frame.position, q.fact) for q in wanted] == [(1, "birth")]
    assert needed(possible, evaluation.month.book.programme("aid"), evaluation.case) == []


def test_a_fact_has_the_type_of_its_question() -> None:
    pack = find_pack("beijing")
    home = pack.root({"members": [{}]})
    evaluation = Evaluation(Month(pack.rulebook, JULY), home)
    kinds = {q.fact: fact_type(evaluation, q).kind for q in questions(evaluation)}
    assert (kinds["birth"], kinds["hukou"], kinds["granted.tekun_basic"]) == (Kind.DATE, Kind.CHOICE, Kind.NUMBER)


# by chance


def full(pack: str, seed: int) -> Entity:
    """A family of which everything is known."""
    found = find_pack(pack)
    return families._case(Random(seed), found.root, found.programmes, JULY, 0.0)


def hidden(whole: Entity, random: Random, dark: float, other: Entity | None = None) -> Entity:
    """A copy in which facts are unknown, or those of ``other`` where its items are as many."""

    def facts(mine: Entity, theirs: Entity | None) -> dict[str, Any]:
        known = {name: mine.known(name) for name in mine.FACTS if random.random() >= dark}
        granted = {name: value for name, value in mine.granted.items() if random.random() >= dark}
        if theirs is not None:
            known = {**{name: theirs.known(name) for name in theirs.FACTS}, **known}
            granted = {**theirs.granted, **granted}
        return {**known, "granted": granted}

    lists = {}
    for name, nested in whole.LISTS.items():
        spare = getattr(other, name) if other is not None else [None] * len(getattr(whole, name))
        lists[name] = [nested.item(**facts(item, more)) for item, more in zip(getattr(whole, name), spare, strict=True)]
    return type(whole)(lists, **facts(whole, other))


def shaped(pack: str, like: Entity, seed: int) -> Entity:
    """Another family with as many items in each list."""
    random, found = Random(seed), find_pack(pack)
    lists = {
        n.name: [n.item(**families._facts(random, n.item, found.programmes, JULY, 0.0)) for _ in getattr(like, n.name)]
        for n in like.LISTS.values()
    }
    return type(like)(lists, **families._facts(random, type(like), found.programmes, JULY, 0.0))


def outcomes(evaluation: Evaluation) -> dict[tuple[str, str, int], tuple[Status, Decimal | None]]:
    return {(a.programme.id, a.frame.level, a.frame.position): (a.status, a.amount) for a in answers(evaluation)}


def month_of(pack: str) -> Month:
    return Month(_book(pack), JULY)


def _book(pack: str) -> Rulebook:
    return find_pack(pack).rulebook


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), dark=st.sampled_from([0.1, 0.3, 0.6, 0.9]))
def test_what_is_settled_no_missing_fact_changes(pack: str, seed: int, dark: float) -> None:
    whole, month = full(pack, seed), month_of(pack)
    partly = Evaluation(month, hidden(whole, Random(seed), dark))
    filled = Evaluation(month, hidden(whole, Random(seed), dark, shaped(pack, whole, seed + 1)))
    possible = Possible(partly)
    for answer, later in zip(answers(partly), answers(filled), strict=True):
        sure = settled(possible, answer.programme, answer.frame)
        if sure is not None and answer.status is not Status.NOT_IN_FORCE:
            assert (later.status is Status.ENTITLED) is sure
        if answer.status is not Status.CANNOT_TELL:
            assert (later.status, later.amount) == (answer.status, answer.amount)
            assert sure is not None


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_an_interview_ends_with_all_settled_and_asks_nothing_twice(pack: str, seed: int) -> None:
    whole, month = _small(pack, seed), month_of(pack)
    evaluation = Evaluation(month, hidden(whole, Random(seed), 1.0))
    all_facts = len(asked_of(whole))
    seen: list[tuple[str, int, str]] = []
    while (question := next_question(evaluation)) is not None:
        seen.append((question.frame.level, question.frame.position, question.fact))
        assert len(seen) <= all_facts
        evaluation = Evaluation(month, _told(evaluation.case.entity, question, whole))
    assert len(seen) == len(set(seen))
    assert len(seen) < all_facts
    possible, truth = Possible(evaluation), outcomes(Evaluation(month, whole))
    for answer in answers(evaluation):
        status, amount = truth[answer.programme.id, answer.frame.level, answer.frame.position]
        assert settled(possible, answer.programme, answer.frame) is (status is Status.ENTITLED)
        if answer.status is not Status.CANNOT_TELL:
            assert (answer.status, answer.amount) == (status, amount)


def _small(pack: str, seed: int) -> Entity:
    """A family of one or two."""
    found = find_pack(pack)
    lists: dict[str, Any] = {
        name: [{}] * (1 + seed % 2 if name == "members" else seed % 2) for name in found.root.LISTS
    }
    return shaped(pack, found.root(lists), seed)


def asked_of(whole: Entity) -> list[str]:
    """All facts of a family."""
    entities = [whole, *(item for _, _, item in whole.cases())]
    return [fact for each in entities for fact in [*each.FACTS, *each.granted]]


def _told(entity: Entity, question: Question, whole: Entity) -> Entity:
    """The family with the answer that the whole family gives."""
    level, position = question.frame.level, question.frame.position
    mine, theirs = (e if level == "case" else getattr(e, level)[position] for e in (entity, whole))
    value = theirs.known(question.fact)
    if question.fact.startswith("granted."):
        mine.granted[question.fact.removeprefix("granted.")] = value
    else:
        setattr(mine, question.fact, value)
    return entity


def test_a_person_is_never_asked_what_no_rule_reads() -> None:
    evaluation = world(members=[{}])
    read = {(level, name) for level, name, _ in evaluation.month.book.facts()}
    assert {(level, fact) for level, _, fact in asked(evaluation)} <= read
    assert {f for f in Person.FACTS if ("members", f) not in read} >= {"wage", "state"}
