"""刚性支出困难家庭认定: recognition of a family that unavoidable spending leaves in hardship, though its income is above the lines.

Document: 刚性支出困难家庭认定办法, in force 2025-01-01, a national text; Beijing's own measures (第十三条) are not in hand. It
pays nothing itself: a recognised family is watched (第十一条) and has aid and help “as prescribed” (第十条).

Beijing's share of spending in income (第四条(四)) is not in hand and none is invented: that it is exceeded is a fact which the
street confirms. Without it the answer is *cannot tell*. Assets are those of 低收入, to which 第四条第二款 lets places refer;
“or somewhat wider” is not in hand either (decision 0197).
Left out: 第四条(五) (further conditions of the district), 第五条 (which spending counts: how the fact is found), 第八条 (30 or 45
working days), 第十条 (valid for twelve months at most: the request is made again).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, divide, rule
from yihu_beijing.facts import Home
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.means import assets_within, heads, of_beijing
from yihu_beijing.programmes.assistance.protected import anybody_protected
from yihu_beijing.programmes.assistance.support import fully_supported


@rule(
    cites="刚性支出困难家庭认定办法 第四条(二)",
    words="人均收入低于上年度当地居民人均可支配收入",
    zh="近12个月人均收入低于上年度全市居民人均可支配收入",
    en="income a head of the last 12 months below last year's disposable income of residents",
    note=(
        "收入期间条文未写，取第（四）项的申请前12个月",
        "the text names no period: the 12 months before the request, as in (四)",
    ),
)
def below_disposable(home: Home, law: Law) -> bool:
    per_head = divide(home.year_income, heads(home, law), places=2, if_zero=0)
    return per_head < law.national_disposable_previous_year


@rule(
    cites="刚性支出困难家庭认定办法 第四条(四)",
    words="刚性支出总额占家庭总收入比例超出当地规定",
    zh="刚性支出占家庭总收入的比例超出本市规定",
    en="unavoidable spending above the city's share of income",
    note=(
        "本市比例未收集到，不作推定：由街道（乡镇）确认，未确认的不能判定（决定0197）",
        "the city's share is not in hand and not presumed: as the street confirms; else it cannot be told (decision 0197)",
    ),
)
def spends_too_much(home: Home, law: Law) -> bool:
    return home.hard_spending_confirmed


@rule(
    cites="刚性支出困难家庭认定办法 第四条；京民社救发〔2018〕445号 十二(一)2",
    words=("应当同时具备下列条件", "有完全赡养能力子女的老年人不符合社会救助条件"),
    zh="符合刚性支出困难家庭条件",
    en="qualifies as a family in hardship through unavoidable spending",
    note=(
        "全部成员为特困人员或孤儿的家庭除外；财产参照低收入家庭",
        "not for a family wholly in special hardship or orphaned; assets as for low-income families",
    ),
)
def hard_spending_eligible(home: Home, law: Law) -> bool:
    return (
        of_beijing(home, law)
        and anybody_protected(home, law)
        and not fully_supported(home, law)
        and assets_within(home, law)
        and below_disposable(home, law)
        and spends_too_much(home, law)
    )


HARD_SPENDING = Programme(
    id="hard_spending",
    of=Home,
    zh="刚性支出困难家庭认定",
    en="family in hardship through unavoidable spending",
    eligible=hard_spending_eligible,
    cites="刚性支出困难家庭认定办法",
    since=date(2025, 1, 1),
    barred_by=(DIBAO, LOW_INCOME),
    service=(
        "单独标示、纳入常态化监测预警，按规定获得相应社会救助或者帮扶；有效期一般不超过12个月",
        "marked and watched for need, with aid and help as prescribed; valid for twelve months at most",
    ),
    note=(
        "只认定未纳入低保、低收入（本市的低保边缘）的家庭",
        "only for families neither on 低保 nor recognised as 低收入 (Beijing's families at the edge)",
    ),
)
