"""低收入家庭认定: recognition of a low-income family; it pays nothing itself but opens other aid.

Document: 京民社救发〔2018〕445号 十一(一), (二). 分类救助 (all of article 十: disregards, supplements, reward for work,
taper) does not apply (decision 0109). The line is the minimum wage since 2018 and was announced by itself before. In 2018
the press reported disregards for low-income applicants; the rules of 2018 end that, and months before use them too.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, rule
from yihu_beijing.facts import Home
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.means import assets_within, income_per_head, of_beijing
from yihu_beijing.programmes.assistance.protected import anybody_protected
from yihu_beijing.programmes.assistance.standards import low_income_line
from yihu_beijing.programmes.assistance.support import fully_supported


@rule(
    cites="京民社救发〔2018〕445号 十一(一)、(二)",
    words=("月人均收入低于最低工资标准", "分类救助不适用于城乡低收入家庭"),
    zh="月人均收入低于低收入认定标准",
    en="income per head below the low-income line",
    note=("不作收入核减，也不扣就业奖励", "no disregard and no reward for work is taken off"),
)
def below_line(home: Home, law: Law) -> bool:
    return income_per_head(home, law) < low_income_line(home, law)


@rule(
    cites="京民社救发〔2018〕445号 十一(一)、十二(一)2",
    words=("可纳入城乡低收入家庭救助", "有完全赡养能力子女的老年人不符合社会救助条件"),
    zh="符合低收入家庭条件",
    en="qualifies as a low-income family",
    note=(
        "二(四)2的规避法律行为只排除低保，条文未排除低收入（决定0110）；全部成员为特困人员或孤儿的家庭不再认定",
        (
            "evading the law (二(四)2) bars 低保 only, the text does not bar 低收入 (decision 0110); "
            "not for a family that is wholly in special hardship or orphaned"
        ),
    ),
)
def low_income_eligible(home: Home, law: Law) -> bool:
    return (
        of_beijing(home, law)
        and anybody_protected(home, law)
        and not fully_supported(home, law)
        and assets_within(home, law)
        and below_line(home, law)
    )


LOW_INCOME = Programme(
    id="low_income",
    of=Home,
    zh="低收入家庭认定",
    en="low-income family",
    eligible=low_income_eligible,
    cites="京民社救发〔2018〕445号 十一",
    since=date(2009, 1, 1),
    text_since=date(2019, 1, 1),
    barred_by=(DIBAO,),
    note=(
        "未纳入低保的家庭才可认定；认定标准自2009年起收集到",
        "only for families not on 低保; the line is in hand from 2009",
    ),
)
