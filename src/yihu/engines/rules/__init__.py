"""The law as code: rules are read into one typed tree, which every engine executes with the same result.

``call`` and ``explain`` work on one family, ``kernel`` on a whole city, ``sql`` is the independent second opinion.
This page is the vocabulary of a pack; ``docs/rules.md`` is the language.
"""

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.rule import OneOf, Programme, Rule, amount_of, entitled, granted, recognised, rule
from yihu.engines.rules.schema import Entity, Fact, Many, fact, many, up
from yihu.engines.rules.types import Choice, Money, Number
from yihu.engines.rules.values import (
    UNKNOWN,
    age_on,
    count,
    divide,
    months_between,
    round_down,
    round_half_up,
    round_up,
)

__all__ = [
    "UNKNOWN", "Choice", "Entity", "Fact", "Many", "Money", "Number", "OneOf", "ParameterSet", "Programme", "Rule", "age_on",
    "amount_of", "count", "divide", "entitled", "fact", "granted", "many", "months_between", "recognised", "round_down",
    "round_half_up", "round_up", "rule", "up",
]  # fmt: skip
