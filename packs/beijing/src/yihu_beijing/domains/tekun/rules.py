"""特困人员认定的两项核查: are duty-bearers unable (民发〔2021〕43号 第八条), and what do six items of self-care say (第二十二条)?

Beijing's 24号 第十条 only says in general words when a duty-bearer is unable; 43号 “应当认定”, so its list is applied (decision
0203), and what the street finds beyond it by 第十条 stands beside it (第八条(六)). The answer is the fact ``no_able_obligor`` of
a member of the family pack. Self-care: Beijing takes the class from an assessment (24号 第十三条), the fact ``self_care``; the
class by six items is shown for comparison and decides only under the reading of decision 0202.

Left out: who is a duty-bearer (24号 第九条; the Civil Code): those who are listed.
"""

from __future__ import annotations

from yihu.engines.rules import age_on, rule
from yihu_beijing.choices import Disability, SelfCare
from yihu_beijing.domains.tekun.facts import Bearer, Inquiry
from yihu_beijing.law import Law

SENSES = (Disability.VISUAL, Disability.HEARING, Disability.SPEECH, Disability.PHYSICAL)
MIND = (Disability.INTELLECTUAL, Disability.MENTAL)

# 第八条


@rule(
    cites="民发〔2021〕43号 第八条(三)、(四)",
    words="本人收入低于当地上年人均可支配收入",
    zh="收入低于上年度人均可支配收入且财产符合低收入规定",
    en="income below last year's disposable income, and small assets",
    note=("收入期间条文未写，取近12个月", "the text names no period: the last 12 months"),
)
def small_means(bearer: Bearer, law: Law) -> bool:
    return bearer.assets_low and bearer.year_income < law.national_disposable_previous_year


@rule(
    cites="民发〔2021〕43号 第八条(四)；京民社救发〔2018〕445号 二(二)1",
    words=("重度残疾人和残疾等级为三级的智力、精神残疾人", "以下简称重度残疾人"),
    zh="重度残疾，或三级智力、精神残疾",
    en="severely disabled, or intellectual or mental grade 3",
)
def bearer_disabled(bearer: Bearer, law: Law) -> bool:
    grade = bearer.disability_grade
    return grade > 0 and (
        (bearer.disability in SENSES and grade <= law.severe_grade_senses)
        or (bearer.disability in MIND and grade <= law.severe_grade_mind)
    )


@rule(
    cites="民发〔2021〕43号 第八条(一)、(二)",
    words=("特困人员", "60周岁以上的最低生活保障对象"),
    zh="特困人员，或60周岁以上的低保对象",
    en="in special hardship, or on 低保 at 60 or over",
)
def bearer_assisted(bearer: Bearer, law: Law) -> bool:
    aged = age_on(bearer.birth, law.last_day, feb29="mar1") >= law.national_bearer_dibao_age
    return bearer.in_special_hardship or (bearer.on_allowance and aged)


@rule(
    cites="民发〔2021〕43号 第八条；京民社救发〔2017〕24号 第十条",
    words=("应当认定为本办法所称的无履行义务能力", "无赡养能力"),
    zh="无履行义务能力",
    en="unable to fulfil the duty",
)
def unable(bearer: Bearer, law: Law) -> bool:
    aged = age_on(bearer.birth, law.last_day, feb29="mar1") >= law.national_bearer_aged
    poor = (aged or bearer_disabled(bearer, law)) and small_means(bearer, law)
    lost = bearer.incapable and bearer.assets_low
    return bearer_assisted(bearer, law) or poor or lost or bearer.found_unable


@rule(
    cites="京民社救发〔2017〕24号 第六条(三)；民发〔2021〕43号 第四条(三)",
    words="法定义务人无履行义务能力",
    zh="无法定义务人或其无履行义务能力",
    en="nobody owes and can give support",
    note=("没有法定义务人的也为是", "yes too where there is no duty-bearer"),
)
def nobody_able(inquiry: Inquiry, law: Law) -> bool:
    return all(unable(b, law) for b in inquiry.bearers)


# 第二十二条


@rule(
    cites="民发〔2021〕43号 第二十一条", words="一般依据以下6项指标综合评估", zh="不能达到的项数", en="items that fail"
)
def items_failed(inquiry: Inquiry, law: Law) -> int:
    at_table = (0 if inquiry.eats else 1) + (0 if inquiry.dresses else 1)
    at_bed = (0 if inquiry.gets_up else 1) + (0 if inquiry.walks else 1)
    return at_table + at_bed + (0 if inquiry.uses_toilet else 1) + (0 if inquiry.bathes else 1)


@rule(
    cites="民发〔2021〕43号 第二十二条",
    words=("6项指标全部达到的", "有4项以上（含4项）指标不能达到的"),
    zh="六项指标的生活自理能力",
    en="self-care by the six items",
    note=(
        "供对照：本市照料护理档次按第三方评估（24号第十三条，决定0202）",
        "for comparison: Beijing's class of care money goes by an assessment (24号 article 13, decision 0202)",
    ),
)
def self_care_level(inquiry: Inquiry, law: Law) -> SelfCare:
    if items_failed(inquiry, law) == 0:
        return SelfCare.FULL
    return SelfCare.PARTIAL if items_failed(inquiry, law) <= law.national_self_care_partial_most else SelfCare.NONE


ANSWERS = (nobody_able, self_care_level)
BESIDE = (items_failed,)
