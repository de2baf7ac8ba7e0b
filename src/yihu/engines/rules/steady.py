"""What a family has once everything that was found is granted.

Some rules ask what is granted today (``recognised``): a family that was missed by 低保 looks, for the living subsidy of the
disabled, as if it had no 低保. What it will in the end be paid shows only when each grant is known to the other rules. So the
answers are computed again with what was found as granted, until nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.explain import Answer, Status, answers
from yihu.engines.rules.schema import Entity

MOST_ROUNDS = 5


def steady(evaluation: Evaluation) -> Evaluation:
    """The evaluation in which what is found is also what is granted.

    Where grants keep displacing each other the last of ``MOST_ROUNDS`` stands: no law of a pack should do that.
    """
    for _ in range(MOST_ROUNDS):
        wanted = _granted(answers(evaluation))
        if all(
            _same(frame.facts.get(f"granted.{id}"), value) for frame, found in wanted for id, value in found.items()
        ):
            break
        evaluation = Evaluation(evaluation.month, _copied(evaluation, wanted))
    return evaluation


def pairs(evaluation: Evaluation) -> list[tuple[Answer, Answer]]:
    """Each answer as things stand today, and once all that is found is granted."""
    return list(zip(answers(evaluation), answers(steady(evaluation)), strict=True))


def _same(known: Any, wanted: Any) -> bool:
    return (known is None and wanted is None) or (
        known is not None and wanted is not None and Decimal(known) == Decimal(wanted)
    )


def _granted(found: Iterable[Answer]) -> list[tuple[Frame, dict[str, Any]]]:
    """What each subject is granted if the answers are: None where nobody can tell."""
    by_frame: dict[int, tuple[Frame, dict[str, Any]]] = {}
    for answer in found:
        if answer.status is Status.NOT_IN_FORCE:
            continue
        _, granted = by_frame.setdefault(id(answer.frame), (answer.frame, {}))
        pays = answer.programme.amount is not None
        if answer.status is Status.CANNOT_TELL:
            granted[answer.programme.id] = None
        elif answer.status is Status.ENTITLED:
            granted[answer.programme.id] = answer.amount if pays else True
        else:
            granted[answer.programme.id] = Decimal(0) if pays else False
    return list(by_frame.values())


def _copied(evaluation: Evaluation, wanted: list[tuple[Frame, dict[str, Any]]]) -> Entity:
    """The case with other grants; all else as it was."""
    granted = {id(frame): found for frame, found in wanted}
    lists = {
        name: [_entity(frame, granted.get(id(frame), {})) for frame in frames]
        for name, frames in evaluation.case.lists.items()
    }
    return _entity(evaluation.case, granted.get(id(evaluation.case), {}), lists)


def _entity(frame: Frame, granted: dict[str, Any], lists: dict[str, list[Entity]] | None = None) -> Entity:
    entity = frame.entity
    facts = {name: value for name in entity.FACTS if (value := frame.facts[name]) is not None}
    return type(entity)({**facts, **(lists or {})}, granted={**entity.granted, **granted})
