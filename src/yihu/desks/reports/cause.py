"""A failing condition in words: what is asked, what the family has, and how far apart they are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yihu.desks.reports.texts import Texts
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import Type
from yihu.engines.rules.why import Cause, Compared
from yihu.engines.rules.wording import Wording, value

REACH, REACH_YEARS = Decimal("0.25"), 5
JOINED = ("and", "or", "if", "not")
COMPUTED = ("add", "sub", "mul", "div", "if", "min", "max", "round", "neg")
DEPTH = 2
MOST_ALTERNATIVES = 6


@dataclass(frozen=True)
class CauseView:
    """A condition, the figures compared, the gap in words, and the conditions below that fail."""

    says: str
    mine: str = ""
    line: str = ""
    gap: str = ""
    any_of: bool = False
    causes: tuple[CauseView, ...] = ()


def covered(cause: Cause) -> bool:
    """True where the condition is only that another programme is not given."""
    return cause.programme is not None and cause.node.op == "not"


def within_reach(cause: Cause) -> bool:
    """True where a figure was missed by little: by a quarter of the line, an age by five years, a count by one.

    What somebody is (not a pupil, not disabled) is no near miss: with many programmes everybody is one such word away from
    most of them; “more than 0” where there is nothing says what somebody is. Of several alternatives one within reach is enough.
    """
    end = cause.deepest
    if end.any_of:
        return any(map(within_reach, end.causes))
    compared = end.compared
    if compared is None or compared.gap is None:
        return False
    if str(compared.type.unit) == "year":
        return abs(compared.gap) <= REACH_YEARS
    if not compared.line_value:
        return 0 < abs(compared.gap) <= 1
    return abs(compared.gap) <= REACH * abs(Decimal(compared.line_value))


def cause_view(cause: Cause, words: Wording, texts: Texts, *, near: bool, depth: int = DEPTH) -> CauseView:
    """The words for a cause and those below it; a chain of one is drawn together to its ends.

    Of several alternatives only the names are given: their reasons are in the trace.
    """
    end = cause.deepest
    says = words.say(cause.node)
    compared = end.compared
    if compared is not None and not _is_drawn(compared):
        mine = _side(compared.mine, compared.mine_value, words, texts, is_line=False)
        line = _side(compared.line, compared.line_value, words, texts, is_line=True)
        return CauseView(says, mine, line, _gap(compared, texts, near=near))
    if end.causes and depth > 0:
        if end.any_of and end.node is cause.node and end.node.op in JOINED:
            says = ""
        return CauseView(says, any_of=end.any_of, causes=_below(end, words, texts, depth - 1))
    inner = words.say(end.node)
    tells_more = end is not cause and inner != says and end.node.op in ("eq", "ne", "lt", "le", "gt", "ge")
    return CauseView(says, causes=(CauseView(inner),) if tells_more else ())


def _below(end: Cause, words: Wording, texts: Texts, depth: int) -> tuple[CauseView, ...]:
    if not end.any_of:
        return tuple(cause_view(c, words, texts, near=False, depth=depth) for c in end.causes)
    names = list(dict.fromkeys(words.say(c.node) for c in end.causes))
    if len(names) > MOST_ALTERNATIVES:
        names[MOST_ALTERNATIVES:] = [texts("open_more", n=len(names) - MOST_ALTERNATIVES)]
    return tuple(CauseView(name) for name in names)


def _is_drawn(compared: Compared) -> bool:
    """A benefit drawn today or not: no figures are worth showing."""
    return compared.mine.op == "fact" and str(compared.mine.value).startswith("granted.")


def _side(node: Node, found: object, words: Wording, texts: Texts, *, is_line: bool) -> str:
    age = node.op == "age"
    said = texts("old", n=found) if age else value(found, node.type, texts.lang)
    if node.op == "const":
        return texts("required", value=said)
    label = texts("age") if age else words.say(node)
    if node.op in COMPUTED:
        label = texts("computed_line" if is_line else "computed_mine")
    return texts("labelled", label=label, value=said)


def _gap(compared: Compared, texts: Texts, *, near: bool) -> str:
    if compared.gap is None:
        return ""
    if compared.gap == 0:
        return texts("exactly")
    key = ("above" if compared.gap > 0 else "short") + ("_only" if near else "_by")
    return texts(key, gap=gap_words(abs(compared.gap), compared.type, texts))


def gap_words(gap: Decimal, type_: Type, texts: Texts) -> str:
    """A difference with its unit; ages differ by 岁, not by 周岁."""
    if str(type_.unit) == "year":
        return texts("years", n=f"{gap:,f}")
    return value(gap, type_, texts.lang)
