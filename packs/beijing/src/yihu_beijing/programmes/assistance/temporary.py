"""临时救助: urgent relief (急难型) and relief of heavy spending (支出型), each paid once.

Document: 京民社救发〔2020〕86号, signed 2020-07-08 (no day of entry into force is printed). Both amounts are upper limits that the
street sets within. Left out: “一事一议” above the limit, what is not necessary spending (the fact holds what counts, net
of insurance, aid and compensation), and aid in kind.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Number, Programme, divide, recognised, round_half_up, rule
from yihu_beijing.facts import Emergency, Home
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.means import assets_within, counted, heads, of_beijing, severely_disabled
from yihu_beijing.programmes.assistance.standards import low_income_line, standard
from yihu_beijing.programmes.assistance.support import fully_supported
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC

CITES = "京民社救发〔2020〕86号"

# 一(一), 三(一) urgent relief


@rule(
    cites="京民社救发〔2020〕86号 一(一)、三",
    words=("以下紧急情形之一", "需要立即采取救助措施的", "不得重复申请临时救助金"),
    zh="符合急难型临时救助条件",
    en="qualifies for urgent relief",
    note=(
        "不审查收入财产，也不看赡养能力（决定0113）；非本市户籍须“需要立即采取救助措施”；同一事由一年内不重复",
        "no means test, nor of relatives (decision 0113); from elsewhere only where help is needed at once; once a year",
    ),
)
def urgent_eligible(home: Home, law: Law) -> bool:
    urgent = home.emergency != Emergency.NONE and home.emergency_people > 0
    return urgent and not home.spending_aided and (of_beijing(home, law) or home.emergency_immediate)


@rule(
    cites="京民社救发〔2020〕86号 三(一)",
    words="每人不超过3个月当年本市低保标准",
    zh="急难型救助金上限",
    en="highest urgent relief",
    unit="CNY",
    note=(
        "每人不超过3个月低保标准，实际金额由审批人确定",
        "three months of the standard a person at most; the officer sets the sum",
    ),
)
def urgent_amount(home: Home, law: Law) -> Money:
    return law.temporary_urgent_months * standard(home, law) * home.emergency_people


TEMPORARY_URGENT = Programme(
    id="temporary_urgent",
    of=Home,
    zh="急难型临时救助",
    en="urgent temporary relief",
    eligible=urgent_eligible,
    amount=urgent_amount,
    cites=CITES,
    since=date(2020, 7, 8),
    note=("金额为上限", "the amount is the upper limit"),
)


# 一(二), 三(二) relief of spending


@rule(
    cites="京民社救发〔2020〕86号 二(二)2、三(二)1",
    words=("非低保低收入家庭、特困人员的", "低保低收入家庭、特困人员生活必需支出"),
    zh="低保、低收入家庭或特困人员",
    en="on 低保, low-income or in special hardship",
    note=(
        "按现有认定；个人低保不使全家成为低保家庭（445号九(四)）",
        "as recognised today; 低保 of one person makes no family one (445 九(四))",
    ),
)
def assisted(home: Home, law: Law) -> bool:
    family = recognised(DIBAO, home) or recognised(LOW_INCOME, home)
    return family or any(recognised(TEKUN_BASIC, m) for m in home.members)


@rule(
    cites="京民社救发〔2020〕86号 一(二)1",
    words="扣除申请前12个月内发生的家庭生活必需支出后",
    zh="扣除必需支出后的月人均收入",
    en="monthly income per head after necessary spending",
    unit="CNY/month",
    note=("四舍五入到分（决定0101）", "to the fen, half up (decision 0101)"),
)
def income_after_spending(home: Home, law: Law) -> Money:
    months = law.temporary_income_months * heads(home, law)
    return divide(home.year_income - home.year_spending, months, places=2, if_zero=0)


@rule(
    cites="京民社救发〔2020〕86号 一(二)；京民社救发〔2018〕445号 十二(一)2",
    words=("月人均收入低于本市当年低收入家庭认定标准", "符合本市低收入家庭财产认定标准"),
    zh="经济状况符合支出型救助条件",
    en="means within the limits of relief of spending",
    note=(
        "已是低保、低收入、特困的不再调查经济状况（二(二)2）",
        "not inquired into again for those on 低保, 低收入 or 特困 (二(二)2)",
    ),
)
def means_within(home: Home, law: Law) -> bool:
    below = income_after_spending(home, law) < low_income_line(home, law)
    return assisted(home, law) or (below and assets_within(home, law) and not fully_supported(home, law))


@rule(
    cites="京民社救发〔2020〕86号 三(二)",
    words=("2000元(含)到3万元(含)", "5000元(含)到3万元(含)"),
    zh="必需支出达到起点",
    en="necessary spending reaches the floor",
    note=("低于起点的不予救助（条文未写，决定0112）", "nothing below the floor (the text is silent, decision 0112)"),
)
def enough_spent(home: Home, law: Law) -> bool:
    first = assisted(home, law) and home.year_spending >= law.temporary_floor_assisted
    return first or (not assisted(home, law) and home.year_spending >= law.temporary_floor_other)


@rule(
    cites="京民社救发〔2020〕86号 一(二)、三",
    words=("可以申请支出型临时救助", "不得重复申请临时救助金"),
    zh="符合支出型临时救助条件",
    en="qualifies for relief of spending",
)
def spending_eligible(home: Home, law: Law) -> bool:
    return of_beijing(home, law) and not home.spending_aided and enough_spent(home, law) and means_within(home, law)


@rule(
    cites="京民社救发〔2020〕86号 三(二)2",
    words="有重度残疾人的家庭，救助比例可增加10%",
    zh="重度残疾人家庭增加的比例",
    en="added for a severely disabled member",
    places=2,
    note=(
        "“可增加10%”读作增加10个百分点，且只适用于其他救助对象（决定0116）",
        "“may rise by 10 %” is read as ten points, and only for families of the second item (decision 0116)",
    ),
)
def extra_rate(home: Home, law: Law) -> Number:
    severe = any(counted(m, law) and severely_disabled(m, law) for m in home.members)
    return law.temporary_rate_severe_extra if severe else 0


@rule(
    cites="京民社救发〔2020〕86号 三(二)",
    words=("支出费用的40%给予救助", "支出费用的30%给予救助"),
    zh="第一段救助比例",
    en="rate up to the step",
    places=2,
)
def first_rate(home: Home, law: Law) -> Number:
    if assisted(home, law):
        return law.temporary_rate_assisted_first
    return law.temporary_rate_other_first + extra_rate(home, law)


@rule(
    cites="京民社救发〔2020〕86号 三(二)",
    words=("3万元以上部分按照50%给予救助", "3万元以上部分按照40%给予救助"),
    zh="第二段救助比例",
    en="rate above the step",
    places=2,
)
def second_rate(home: Home, law: Law) -> Number:
    if assisted(home, law):
        return law.temporary_rate_assisted_second
    return law.temporary_rate_other_second + extra_rate(home, law)


@rule(
    cites="京民社救发〔2020〕86号 三(二)",
    words="救助金额不超过24个月当年本市低保标准",
    zh="支出型救助金上限",
    en="cap of relief of spending",
    unit="CNY",
    note=("按每户计（条文未写每人，决定0117）", "one cap a family (the text does not say a person, decision 0117)"),
)
def spending_cap(home: Home, law: Law) -> Money:
    return law.temporary_cap_months * standard(home, law)


@rule(
    cites="京民社救发〔2020〕86号 三(二)",
    words=("按照生活必需支出费用的40%给予救助", "3万元以上部分"),
    zh="支出型救助金",
    en="relief of spending",
    unit="CNY",
    note=("分段计算，四舍五入到分", "by steps; to the fen, half up"),
)
def spending_amount(home: Home, law: Law) -> Money:
    lower = min(home.year_spending, law.temporary_step) * first_rate(home, law)
    upper = max(home.year_spending - law.temporary_step, 0) * second_rate(home, law)
    return min(round_half_up(lower + upper, 2), spending_cap(home, law))


TEMPORARY_SPENDING = Programme(
    id="temporary_spending",
    of=Home,
    zh="支出型临时救助",
    en="temporary relief of spending",
    eligible=spending_eligible,
    amount=spending_amount,
    cites=CITES,
    since=date(2020, 7, 8),
    note=("超过上限的“一事一议”未计", "cases above the limit are decided one by one and left out"),
)
