"""The low-income line as a multiple of the minimum living standard, as it was until 2011."""

from yihu.engines.rules import Money, round_half_up, rule
from yihu_beijing.facts import Home
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.standards import standard


@rule(cites="改革方案", zh="适用的低收入家庭认定标准", en="low-income line that applies", unit="CNY/month")
def low_income_line(home: Home, law: Law) -> Money:
    return round_half_up(standard(home, law) * law.low_income_multiple, 2)
