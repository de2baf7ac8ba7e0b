"""无效和可撤销的婚姻: when a court finds a marriage void or annuls it, and until when it may be asked.

Documents: 中华人民共和国民法典 第一千零五十一条 to 第一千零五十三条, 第一百五十二条 and 第二百零一条; the two
judicial interpretations on the book of marriage (2020, in force 2021-01-01; 法释〔2025〕1号, in force 2025-02-01).

Limits of a year run to the day of the suit (``sued``) from the day after the event: decision 0188. Left out: who else
may ask (interpretation 第九条), giving up the right by word or conduct (第一百五十二条(三)), property and children
(第一千零五十四条): for the court.
"""

from __future__ import annotations

from yihu.engines.rules import age_on, rule
from yihu_beijing.choices import Sex
from yihu_beijing.domains.marriage.facts import Coercion, Couple, Party
from yihu_beijing.domains.marriage.rules import not_kin
from yihu_beijing.law import Law


@rule(
    cites="中华人民共和国民法典 第一千零五十一条(三)；最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一） 第十条",
    words=("未到法定婚龄", "已经消失的"),
    zh="起诉时仍未到法定婚龄",
    en="still too young when the suit is brought",
)
def too_young_still(party: Party, law: Law) -> bool:
    age = age_on(party.birth, party.couple.sued, feb29="mar1")
    return age < (law.marriage_age_men if party.sex == Sex.MALE else law.marriage_age_women)


@rule(
    cites="中华人民共和国民法典 第一千零五十一条(一)；法释〔2025〕1号 第一条",
    words=("重婚", "自以上情形发生时转为有效的"),
    zh="重婚",
    en="bigamy",
    note=(
        "2025年2月起，合法婚姻后来终止的，重婚仍然无效；此前依解释（一）第十条不予支持",
        "since February 2025 bigamy stays void though the lawful marriage has ended; before, interpretation (1) article 10",
    ),
)
def bigamous(couple: Couple, law: Law) -> bool:
    return any(p.has_spouse for p in couple.parties) and not (
        law.marriage_bigamy_heals and couple.earlier_marriage_ended
    )


@rule(
    cites="中华人民共和国民法典 第一千零五十一条",
    words="婚姻无效",
    zh="婚姻无效",
    en="the marriage is void",
)
def void(couple: Couple, law: Law) -> bool:
    return bigamous(couple, law) or not not_kin(couple, law) or any(too_young_still(p, law) for p in couple.parties)


@rule(
    cites="中华人民共和国民法典 第一千零五十二条第二款、第三款、第二百零一条",
    words=("自胁迫行为终止之日起一年内", "自恢复人身自由之日起一年内"),
    zh="可因受胁迫请求撤销婚姻",
    en="may ask for annulment: forced to marry",
    note=("不受五年限制（解释（一）第十九条）", "the five years do not apply (interpretation (1), article 19)"),
)
def coerced_in_time(party: Party, law: Law) -> bool:
    if party.coercion in (Coercion.GOES_ON, Coercion.CONFINED):
        return True
    over = party.coercion in (Coercion.ENDED, Coercion.FREED)
    return over and age_on(party.coerced_from, party.couple.sued, feb29="mar1") < law.marriage_annul_years


@rule(
    cites="中华人民共和国民法典 第一百五十二条第二款",
    words="五年内没有行使撤销权",
    zh="结婚登记未超过五年",
    en="within five years of the marriage",
    note=("决定0190：适用于隐瞒重大疾病", "decision 0190: it applies to a hidden illness"),
)
def within_most_years(couple: Couple, law: Law) -> bool:
    in_time = age_on(couple.married_from, couple.sued, feb29="mar1") < law.marriage_annul_most_years
    return not law.marriage_annul_capped or in_time


@rule(
    cites="中华人民共和国民法典 第一千零五十三条",
    words="自知道或者应当知道撤销事由之日起一年内",
    zh="可因对方隐瞒重大疾病请求撤销婚姻",
    en="may ask for annulment: the other hid a grave illness",
)
def deceived_in_time(party: Party, law: Law) -> bool:
    in_time = age_on(party.deceived_from, party.couple.sued, feb29="mar1") < law.marriage_annul_years
    return party.deceived and in_time and within_most_years(party.couple, law)


@rule(
    cites="中华人民共和国民法典 第一千零五十二条、第一千零五十三条",
    words="可以向人民法院请求撤销婚姻",
    zh="婚姻可撤销",
    en="the marriage may be annulled",
)
def voidable(couple: Couple, law: Law) -> bool:
    return any(coerced_in_time(p, law) or deceived_in_time(p, law) for p in couple.parties)
