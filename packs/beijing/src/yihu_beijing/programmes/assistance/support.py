"""赡养费、抚养费、扶养费: what relatives who live apart are taken to pay, and when they bar all assistance.

Document: 京民社救发〔2018〕445号 十二. Each obligor is a family outside this one. Left out: income of a sector where the
obligor of a child has no fixed income (the fact ``income`` holds what was found), and 特殊情况 that raise or lower a share.
"""

from __future__ import annotations

from yihu.engines.rules import Money, Number, divide, round_half_up, rule
from yihu_beijing.facts import Duty, Home, Obligor, Paper
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.standards import standard


@rule(
    cites="京民社救发〔2018〕445号 十二",
    words=("按调解书、判决书或协议书确定的金额认定", "协议金额明显偏低的"),
    zh="有文书且应按文书认定",
    en="a paper fixes the support",
    note=(
        "只有协议可因金额明显偏低而不采用，判决书、调解书不受此限",
        "only an agreement can be set aside as clearly too low, never a judgment or mediation",
    ),
)
def by_paper(obligor: Obligor, law: Law) -> bool:
    return obligor.paper in (Paper.COURT, Paper.AGREEMENT)


@rule(
    cites="京民社救发〔2018〕445号 十二(一)2、(三)",
    words=("家庭成员中无重病重残人员", "视为有完全赡养能力", "参照赡养费的核算方法执行"),
    zh="有完全赡养（扶养）能力",
    en="can fully support",
    note=(
        "只看老年人子女家庭及（参照执行的）扶养义务人家庭；低保、特困、低收入家庭先按(一)1视为无赡养能力",
        "families of the elder's children, and by (三) those who owe 扶养; a family itself assisted comes first, under (一)1",
    ),
)
def supports_fully(obligor: Obligor, law: Law) -> bool:
    liable = obligor.duty != Duty.CHILD and not obligor.assisted and not obligor.ill_or_disabled
    return liable and (has_homes(obligor, law) or has_assets(obligor, law))


@rule(
    cites="京民社救发〔2018〕445号 十二(一)2",
    words="老年人子女家庭有两套及以上住房",
    zh="有两套及以上住房",
    en="two homes or more",
)
def has_homes(obligor: Obligor, law: Law) -> bool:
    return obligor.homes >= law.support_homes_limit and not obligor.small_homes


@rule(
    cites="京民社救发〔2018〕445号 十二(一)2",
    words="上年度本市居民人均消费支出的3倍",
    zh="人均财产超过上年度人均消费支出的3倍",
    en="assets per head above three years of consumption",
    note=(
        "只计机动车和货币财产，不含已成年孙子女财产；2019年以前的消费支出未收集到，不作此项判断",
        "vehicles and money only, not those of grown grandchildren; not tested before 2019, the figure is not in hand",
    ),
)
def has_assets(obligor: Obligor, law: Law) -> bool:
    if law.consumption_known:
        return obligor.movable_assets > law.support_assets_multiple * law.consumption_previous_year * obligor.people
    return False


@rule(
    cites="京民社救发〔2018〕445号 十二(一)2",
    words="有完全赡养能力子女的老年人不符合社会救助条件",
    zh="有完全赡养能力的义务人，不符合社会救助条件",
    en="somebody can fully support: no assistance",
)
def fully_supported(home: Home, law: Law) -> bool:
    return any(supports_fully(o, law) for o in home.obligors)


@rule(
    cites="京民社救发〔2018〕445号 十二(一)1、3、(三)",
    words=("视为无赡养能力，不计算赡养费", "赡养费按下列公式计算", "参照赡养费的核算方法执行"),
    zh="核算的赡养（扶养）费",
    en="support of an elder or kin by the formula",
    unit="CNY/month",
    note=(
        "结果为负的按零计（条文未写，决定0106）；四舍五入到分",
        "a negative result counts as 0 (the text is silent, decision 0106); to the fen, half up",
    ),
)
def elder_support(obligor: Obligor, law: Law) -> Money:
    if obligor.assisted:
        return 0
    left = obligor.income - law.support_disregard_multiple * standard(obligor.home, law) * obligor.people
    return divide(max(left, 0) * law.support_share, obligor.families, places=2)


@rule(
    cites="京民社救发〔2018〕445号 十二(二)",
    words=("按月总收入的20%至30%的比例计算", "不得超过抚养人月总收入的50%"),
    zh="一名子女的抚养费比例",
    en="share of income for one child",
    places=6,
    note=(
        "区间20%至30%取下限；两个以上子女合计不超过50%，由各子女均分",
        "the lower end of 20-30 %; for two or more together at most 50 %, shared equally",
    ),
)
def child_share(obligor: Obligor, law: Law) -> Number:
    return min(law.maintenance_share, divide(law.maintenance_share_several_max, max(obligor.children, 1), places=6))


@rule(
    cites="京民社救发〔2018〕445号 十二(二)",
    words="按月总收入的20%至30%的比例计算",
    zh="核算的抚养费",
    en="maintenance of a child by the share",
    unit="CNY/month",
)
def child_support(obligor: Obligor, law: Law) -> Money:
    return round_half_up(obligor.income * child_share(obligor, law), 2)


@rule(
    cites="京民社救发〔2018〕445号 十二",
    words="扶养人家庭收入及家庭财产状况核算",
    zh="核算金额",
    en="support found by the rules",
    unit="CNY/month",
)
def computed_support(obligor: Obligor, law: Law) -> Money:
    return child_support(obligor, law) if obligor.duty == Duty.CHILD else elder_support(obligor, law)


@rule(
    cites="京民社救发〔2018〕445号 十二",
    words="按实际支付的数额计算",
    zh="计入的赡养、抚养、扶养费",
    en="support that counts",
    unit="CNY/month",
    note=(
        "实际支付高于核算金额的按实际支付；有文书的按文书，不再与实际支付比较（决定0107）",
        "what is paid where that is above the computed sum; a paper stands as it is, whatever is paid (decision 0107)",
    ),
)
def support(obligor: Obligor, law: Law) -> Money:
    if by_paper(obligor, law):
        return obligor.paper_amount
    return max(computed_support(obligor, law), obligor.paid)


@rule(
    cites="京民社救发〔2018〕445号 十二",
    words="赡养、抚养、扶养费按",
    zh="应计的赡养、抚养、扶养费",
    en="support received by the family",
    unit="CNY/month",
)
def support_received(home: Home, law: Law) -> Money:
    return sum(support(o, law) for o in home.obligors)
