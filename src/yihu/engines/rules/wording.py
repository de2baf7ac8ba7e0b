"""Expressions and values in words, Chinese and English, for traces and reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from yihu.engines.rules import tree
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import Choice, Kind, Type

Lang = Literal["zh", "en"]
UNITS_ZH = {
    "CNY/month": "元/月", "CNY/year": "元/年", "CNY": "元", "year": "周岁", "month": "个月", "m2": "平方米", "": "",
}  # fmt: skip
UNITS_EN = {"CNY/month": "yuan a month", "CNY/year": "yuan a year", "CNY": "yuan", "year": "years", "month": "months", "": ""}
RELATION = {
    "zh": {"lt": "低于", "le": "不超过", "gt": "高于", "ge": "不低于", "eq": "为", "ne": "不为"},
    "en": {"lt": "is below", "le": "is at most", "gt": "is above", "ge": "is at least", "eq": "is", "ne": "is not"},
}
OPPOSITE = {"lt": "ge", "le": "gt", "gt": "le", "ge": "lt", "eq": "ne", "ne": "eq"}
SIGN = {"add": "＋", "sub": "－", "mul": "×", "div": "÷"}
AGGREGATE = {
    "zh": {"sum": "合计", "any": "有人", "all": "人人", "least": "最低", "most": "最高"},
    "en": {"sum": "sum of", "any": "somebody:", "all": "everybody:", "least": "lowest", "most": "highest"},
}


def value(found: Any, type_: Type, lang: Lang) -> str:
    """A value with its unit; None is unknown."""
    if found is None:
        return "不详" if lang == "zh" else "unknown"
    if isinstance(found, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[lang][found]
    if isinstance(found, Choice):
        return found.zh if lang == "zh" else found.en
    if isinstance(found, date):
        return found.isoformat()
    unit = (UNITS_ZH if lang == "zh" else UNITS_EN).get(str(type_.unit), str(type_.unit))
    text = f"{_plain(found, type_.is_money):,f}"
    return f"{text}{unit}" if lang == "zh" else f"{text} {unit}".strip()


def _plain(found: Decimal | int, money: bool) -> Decimal:
    exact = Decimal(found)
    if exact == exact.to_integral_value():
        return exact.quantize(Decimal(1))
    return exact.quantize(Decimal("0.01")) if money and exact == exact.quantize(Decimal("0.01")) else exact.normalize()


class Wording:
    """Puts the trees of one rulebook into words."""

    def __init__(self, book: Rulebook, lang: Lang) -> None:
        self.book, self.lang = book, lang

    def say(self, node: Node) -> str:
        """The expression, named by facts, parameters and rules."""
        return self._say(node)

    def _say(self, node: Node) -> str:
        maker: dict[str, Callable[[Node], str]] = {
            "const": lambda n: value(n.value, n.type, self.lang),
            "fact": self._fact,
            "param": self._parameter,
            "day": lambda n: {"first_day": ("当月首日", "the first of the month"), "last_day": ("当月末日", "the end of the month")}[
                n.value
            ][self.lang == "en"],
            "rule": lambda n: self._label(n.value),
            "not": self._not,
            "and": lambda n: self._join(n, "且", " and "),
            "or": self._or,
            "if": self._if,
            "age": lambda n: self._two(f"{self._say(n.args[0])}至{self._say(n.args[1])}的周岁", f"age from {self._say(n.args[0])}"),
            "months": lambda n: self._two("间隔月数", "months between"),
            "round": lambda n: self._say(n.args[0]),
            "neg": lambda n: f"－{self._say(n.args[0])}",
            "min": lambda n: self._two("较低者：", "the lower of ") + self._join(n, "、", ", "),
            "max": lambda n: self._two("较高者：", "the higher of ") + self._join(n, "、", ", "),
        }
        if node.op in RELATION["zh"]:
            return self._compare(node, node.op)
        if node.op in SIGN:
            return f"{self._inner(node.args[0])} {SIGN[node.op]} {self._inner(node.args[1])}"
        if node.op in tree.AGGREGATES:
            return self._aggregate(node)
        return maker[node.op](node)

    def _two(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def _label(self, thing: Any) -> str:
        label: str = thing.zh if self.lang == "zh" else thing.en
        return label

    def _fact(self, node: Node) -> str:
        declared = self.book.declared(node.level, node.value)
        if declared is None:
            programme = self.book.programme(node.value.removeprefix("granted."))
            return self._two(f"正在享受的{programme.zh}", f"{programme.en} granted today")
        return self._label(declared)

    def _parameter(self, node: Node) -> str:
        return self._label(self.book.law.parameter(node.value))

    def _compare(self, node: Node, op: str) -> str:
        left, right = node.args
        if left.op == "const" and right.op != "const":
            left, right = right, left
            op = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}.get(op, op)
        gap = "" if self.lang == "zh" else " "
        return f"{self._inner(left)}{gap}{RELATION[self.lang][op]}{gap}{self._inner(right)}"

    def _not(self, node: Node) -> str:
        inner = node.args[0]
        if inner.op in OPPOSITE:
            return self._compare(inner, OPPOSITE[inner.op])
        return self._two(f"不是：{self._say(inner)}", f"not: {self._say(inner)}")

    def _or(self, node: Node) -> str:
        first = node.args[0]
        same = [a for a in node.args if a.op == "eq" and first.op == "eq" and a.args[0] is first.args[0]]
        if len(same) == len(node.args):
            options = self._two("、", " or ").join(self._say(a.args[1]) for a in node.args)
            gap = "" if self.lang == "zh" else " "
            return f"{self._say(first.args[0])}{gap}{RELATION[self.lang]['eq']}{gap}{options}"
        return self._join(node, "或", " or ")

    def _join(self, node: Node, zh: str, en: str) -> str:
        return self._two(zh, en).join(self._inner(a) for a in node.args)

    def _if(self, node: Node) -> str:
        test, yes, no = (self._say(a) for a in node.args)
        return self._two(f"如果{test}则{yes}，否则{no}", f"if {test} then {yes}, else {no}")

    def _aggregate(self, node: Node) -> str:
        nested = self.book.root.LISTS[node.value]
        if node.op == "sum" and node.args[0].op == "const":
            return self._two(f"{nested.zh}人数", f"number of {nested.en}")
        word = AGGREGATE[self.lang][node.op]
        inside = self._say(node.args[0])
        return self._two(f"{nested.zh}{word}（{inside}）", f"{word} {inside} over {nested.en}")

    def _inner(self, node: Node) -> str:
        text = self._say(node)
        return f"（{text}）" if node.op in ("and", "or", "if", "add", "sub", "mul", "div") else text
