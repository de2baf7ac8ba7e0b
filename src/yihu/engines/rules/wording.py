"""Expressions and values in words, Chinese and English, for traces and reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from yihu.engines.rules import tree
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import Choice, Kind, Type, Unit

Lang = Literal["zh", "en"]
ZH_BASES = {
    "CNY": "元",
    "EUR": "欧元",
    "month": "月",
    "year": "年",
    "day": "天",
    "hour": "小时",
    "person": "人",
    "m": "米",
    "m2": "平方米",
}
EN_BASES = {
    "CNY": "yuan", "EUR": "euros", "month": "months", "year": "years", "day": "days", "hour": "hours", "person": "people",
    "m": "metres", "m2": "square metres",
}  # fmt: skip
ALONE_ZH = {"year": "周岁", "month": "个月"}
PER_EN = {"month": "a month", "year": "a year", "day": "a day", "person": "a person"}
MONEY = {
    "zh": {"lt": "低于", "le": "不超过", "gt": "高于", "ge": "不低于", "eq": "为", "ne": "不为"},
    "en": {"lt": "is below", "le": "is at most", "gt": "is above", "ge": "is at least", "eq": "is", "ne": "is not"},
}
COUNTED = {"lt": "少于", "le": "不超过", "gt": "多于", "ge": "不少于", "eq": "为", "ne": "不为"}
DATED = {
    "zh": {"lt": "早于", "le": "不晚于", "gt": "晚于", "ge": "不早于", "eq": "为", "ne": "不为"},
    "en": {
        "lt": "is before",
        "le": "is not after",
        "gt": "is after",
        "ge": "is not before",
        "eq": "is",
        "ne": "is not",
    },
}
OPPOSITE = {"lt": "ge", "le": "gt", "gt": "le", "ge": "lt", "eq": "ne", "ne": "eq"}
MIRROR = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}
SIGN = {"add": "＋", "sub": "－", "mul": "×", "div": "÷"}
SIGN_EN = {"add": "+", "sub": "-", "mul": "×", "div": "÷"}
AGGREGATE = {
    "zh": {"sum": "合计", "any": "有人", "all": "人人", "least": "最低", "most": "最高"},
    "en": {"sum": "sum of", "any": "somebody:", "all": "everybody:", "least": "lowest", "most": "highest"},
}
DAYS = {"first_day": ("当月首日", "the first of the month"), "last_day": ("当月末日", "the end of the month")}
NEGATED_ZH = (
    ("已经", "尚未"),
    ("已", "未"),
    ("有", "没有"),
    ("享受", "没有享受"),
    ("领取", "没有领取"),
    ("符合", "不符合"),
)
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def value(found: Any, type_: Type, lang: Lang) -> str:
    """A value with its unit; None is unknown."""
    if found is None:
        return "不详" if lang == "zh" else "unknown"
    if isinstance(found, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[lang][found]
    if isinstance(found, Choice):
        return found.zh if lang == "zh" else found.en
    if isinstance(found, date):
        return day(found, lang)
    unit = unit_words(type_.unit, lang)
    text = f"{_plain(found, type_.is_money):,f}"
    return f"{text}{unit}" if lang == "zh" else f"{text} {unit}".strip()


def day(found: date, lang: Lang) -> str:
    """A date as it is said."""
    if lang == "zh":
        return f"{found.year}年{found.month}月{found.day}日"
    return f"{found.day} {MONTHS_EN[found.month - 1]} {found.year}"


def unit_words(unit: Unit, lang: Lang) -> str:
    """A unit in words: 元/月, yuan a month; a base that has no word here is left as the pack wrote it."""
    words = ZH_BASES if lang == "zh" else EN_BASES
    over = [name for name, power in unit.bases for _ in range(power)]
    under = [name for name, power in unit.bases for _ in range(-power)]
    if lang == "zh":
        if len(over) == 1 and not under and over[0] in ALONE_ZH:
            return ALONE_ZH[over[0]]
        return (
            "/".join(["·".join(words.get(n, n) for n in over), *(words.get(n, n) for n in under)]) if unit.bases else ""
        )
    return " ".join([*(words.get(n, n) for n in over), *(PER_EN.get(n, f"per {n}") for n in under)])


def _plain(found: Decimal | int, money: bool) -> Decimal:
    exact = Decimal(found)
    if exact == exact.to_integral_value():
        return exact.quantize(Decimal(1))
    return exact.quantize(Decimal("0.01")) if money and exact == exact.quantize(Decimal("0.01")) else exact.normalize()


class Wording:
    """Puts the trees of one rulebook into words."""

    def __init__(self, book: Rulebook, lang: Lang) -> None:
        self.book, self.lang = book, lang
        self._said: dict[int, str] = {}

    def say(self, node: Node) -> str:
        """The expression, named by facts, parameters and rules."""
        if node.number not in self._said:
            self._said[node.number] = self._say(node)
        return self._said[node.number]

    def _say(self, node: Node) -> str:
        maker: dict[str, Callable[[Node], str]] = {
            "const": lambda n: value(n.value, n.type, self.lang),
            "fact": self._fact,
            "param": self._parameter,
            "day": lambda n: self._two(*DAYS[n.value]),
            "rule": self._rule,
            "not": self._not,
            "and": lambda n: self._join(n, "，且", " and "),
            "or": self._or,
            "if": self._if,
            "age": self._age,
            "months": lambda n: self._two(
                f"{self.say(n.args[0])}到{self.say(n.args[1])}的月数",
                f"months from {self.say(n.args[0])} to {self.say(n.args[1])}",
            ),
            "round": lambda n: self.say(n.args[0]),
            "neg": lambda n: self._two("－", "-") + self.say(n.args[0]),
            "min": lambda n: self._two("较低者：", "the lower of ") + self._join(n, "、", ", "),
            "max": lambda n: self._two("较高者：", "the higher of ") + self._join(n, "、", ", "),
        }
        if node.op in OPPOSITE:
            return self._compare(node, node.op)
        if node.op in SIGN:
            sign = self._two(SIGN[node.op], SIGN_EN[node.op])
            return f"{self._inner(node.args[0])} {sign} {self._inner(node.args[1])}"
        if node.op in tree.AGGREGATES:
            return self._aggregate(node)
        return maker[node.op](node)

    def unmet(self, node: Node) -> str:
        """What is the case where the condition does not hold."""
        inner = node.args[0] if node.op == "not" else None
        if inner is None:
            return self._two(f"没有满足：{self.say(node)}", f"does not hold: {self.say(node)}")
        beaten = self._beaten(inner)
        if beaten is not None:
            name = self._named(beaten)
            return self._two(f"改为享受金额不低于本项的{name}", f"gets {name}, which pays as much or more")
        return self.say(inner)

    def _beaten(self, node: Node) -> Programme | None:
        """The programme that pays as much or more, where this is the engine's choice of the better."""
        first = node.args[0] if node.op == "and" else None
        what, programme = (
            self._outcomes.get(first.value, ("", None)) if first is not None and first.op == "rule" else ("", None)
        )
        return programme if what == "open" else None

    @cached_property
    def _outcomes(self) -> dict[AnyRule, tuple[str, Programme]]:
        """What the engine's own rules are about."""
        found: dict[AnyRule, tuple[str, Programme]] = {}
        for programme, outcome in self.book.outcomes.items():
            found |= {outcome.open: ("open", programme), outcome.entitled: ("entitled", programme)}
            if outcome.amount is not None:
                found[outcome.amount] = ("amount", programme)
        return found

    def _two(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def _label(self, thing: Any) -> str:
        return self._two(thing.zh, thing.en)

    def _named(self, programme: Programme) -> str:
        return self._two(f"“{programme.zh}”", programme.en)

    def _rule(self, node: Node) -> str:
        what, programme = self._outcomes.get(node.value, ("", None))
        if programme is None:
            return self._label(node.value)
        name = self._named(programme)
        if what == "amount":
            return self._two(f"{name}的金额", f"amount of {name}")
        return self._two(f"符合{name}", f"qualifies for {name}")

    def _fact(self, node: Node) -> str:
        declared = self.book.declared(node.level, node.value)
        if declared is not None:
            return self._label(declared)
        name = self._named(self._granted(node))
        return self._two(f"现在享受的{name}", f"{name} drawn today")

    def _granted(self, node: Node) -> Programme:
        return self.book.programme(node.value.removeprefix("granted."))

    def _parameter(self, node: Node) -> str:
        return self._label(self.book.law.parameter(node.value))

    def _age(self, node: Node) -> str:
        since, until = self.say(node.args[0]), self.say(node.args[1])
        return self._two(f"周岁（从{since}算到{until}）", f"age on {until} (from the {since})")

    def _compare(self, node: Node, op: str) -> str:
        left, right = node.args
        if left.level == tree.LAW and right.level != tree.LAW:
            left, right = right, left
            op = MIRROR.get(op, op)
        if self._is_drawn(left, right) and op in ("gt", "le"):
            name = self._named(self._granted(left))
            if op == "gt":
                return self._two(f"现在享受{name}", f"draws {name} today")
            return self._two(f"现在没有享受{name}", f"does not draw {name} today")
        gap = self._two("", " ")
        return f"{self._inner(left)}{gap}{self._relation(left, right)[op]}{gap}{self._choice(right)}"

    @staticmethod
    def _is_drawn(left: Node, right: Node) -> bool:
        return left.op == "fact" and left.value.startswith("granted.") and right.op == "const" and right.value == 0

    def _relation(self, left: Node, right: Node) -> dict[str, str]:
        if left.type.kind is Kind.DATE:
            return DATED[self.lang]
        counted = left.type.kind is Kind.NUMBER and not left.type.places and not left.type.unit.bases
        return COUNTED if counted and self.lang == "zh" else MONEY[self.lang]

    def _choice(self, node: Node) -> str:
        text = self._inner(node)
        return f"“{text}”" if node.op == "const" and isinstance(node.value, Choice) else text

    def _not(self, node: Node) -> str:
        inner = node.args[0]
        if inner.op in OPPOSITE:
            return self._compare(inner, OPPOSITE[inner.op])
        if inner.op == "not":
            return self.say(inner.args[0])
        if inner.op == "rule" and inner.value in self._outcomes:
            name = self._named(self._outcomes[inner.value][1])
            return self._two(f"不符合{name}", f"does not qualify for {name}")
        beaten = self._beaten(inner)
        if beaten is not None:
            name = self._named(beaten)
            return self._two(f"没有金额不低于本项的{name}", f"no {name} that pays as much or more")
        if inner.op in ("fact", "rule") and self.lang == "zh":
            return self._negated(self.say(inner))
        return self._two(f"不是（{self.say(inner)}）", f"does not apply: {self.say(inner)}")

    @staticmethod
    def _negated(label: str) -> str:
        """A Chinese label turned round: 有… becomes 没有…, what does not start with a verb becomes 不属于“…”."""
        for start, instead in NEGATED_ZH:
            if label.startswith(start):
                return instead + label.removeprefix(start)
        return f"不属于“{label}”"

    def _or(self, node: Node) -> str:
        first = node.args[0]
        same = [a for a in node.args if a.op == "eq" and first.op == "eq" and a.args[0] is first.args[0]]
        if len(same) == len(node.args):
            options = self._two("、", " or ").join(self._choice(a.args[1]) for a in node.args)
            gap = self._two("", " ")
            return f"{self.say(first.args[0])}{gap}{MONEY[self.lang]['eq']}{gap}{options}"
        return self._join(node, "，或", " or ")

    def _join(self, node: Node, zh: str, en: str) -> str:
        return self._two(zh, en).join(self._inner(a) for a in node.args)

    def _if(self, node: Node) -> str:
        test, yes, no = (self.say(a) for a in node.args)
        return self._two(f"如果{test}则{yes}，否则{no}", f"if {test} then {yes}, else {no}")

    def _aggregate(self, node: Node) -> str:
        nested = self.book.root.LISTS[node.value]
        if node.op == "sum" and node.args[0].op == "const":
            return self._two(f"{nested.zh}人数", f"number of {nested.en}")
        word = AGGREGATE[self.lang][node.op]
        inside = self.say(node.args[0])
        return self._two(f"{nested.zh}{word}（{inside}）", f"{word} {inside} ({nested.en})")

    def _inner(self, node: Node) -> str:
        text = self.say(node)
        if node.op not in ("and", "or", "if", "add", "sub", "mul", "div"):
            return text
        return self._two(f"（{text}）", f"({text})")
