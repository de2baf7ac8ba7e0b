"""The conditions of a programme in the order in which reason codes count them."""

from __future__ import annotations

from yihu.engines.rules.month import Month
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import Node

UNKNOWN_REASON = 128
MOST_REASONS = 120


def reasons(month: Month, programme: Programme) -> tuple[Node, ...]:
    """Eligibility's conditions, then exclusions, then the better of several; none for a programme not in force.

    A reason code is 0 (all hold), 1 + position of the first condition that fails, or ``UNKNOWN_REASON`` + position of the
    first that is unknown.
    """
    if not month.in_force(programme):
        return ()
    book = month.book
    outcome = book.outcomes[programme]
    opened, entitled = book.trees[outcome.open], book.trees[outcome.entitled]
    excluded = opened.args[1:] if opened.op == "and" else ()
    beaten = entitled.args[1:] if entitled.op == "and" else ()
    return (*book.conditions(programme), *excluded, *beaten)[:MOST_REASONS]


def reason_node(month: Month, programme: Programme, code: int) -> Node | None:
    """The condition that a reason code names; None for 0."""
    position = code - UNKNOWN_REASON if code >= UNKNOWN_REASON else code - 1
    listed = reasons(month, programme)
    return listed[position] if 0 <= position < len(listed) else None
