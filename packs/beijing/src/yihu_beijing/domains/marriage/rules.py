"""结婚登记: who may marry and what they bring, since the Civil Code (2021-01-01).

Documents: 中华人民共和国民法典 第一千零四十六条 to 第一千零四十九条; 婚姻登记条例 of 2003 (国务院令第387号, second
chapter) and as revised in 2025 (国务院令第804号): from 2025-05-10 any registry, no household register, no fee.

The rules are for two mainland residents. Left out: residents of Hong Kong, Macao and Taiwan, Chinese overseas and
foreigners (other papers), registering a past union (补办), lost certificates. Illness no longer bars (decision 0189).
Days: decision 0187.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, age_on, count, rule
from yihu_beijing.choices import Sex
from yihu_beijing.domains.marriage.facts import Couple, Kinship, Party
from yihu_beijing.law import Law

BARRED_KIN = (Kinship.COLLATERAL, Kinship.LINEAL)


@rule(
    cites="中华人民共和国民法典 第一千零四十六条",
    words="男女双方",
    zh="一男一女",
    en="a man and a woman",
)
def man_and_woman(couple: Couple, law: Law) -> bool:
    men = count(p.sex == Sex.MALE for p in couple.parties)
    return men == 1 and count(p.sex == Sex.FEMALE for p in couple.parties) == 1


@rule(
    cites="中华人民共和国民法典 第一千零四十六条",
    words="双方完全自愿",
    zh="双方完全自愿",
    en="both of their own free will",
)
def both_willing(couple: Couple, law: Law) -> bool:
    return all(p.willing for p in couple.parties)


@rule(
    cites="中华人民共和国民法典 第一千零四十七条",
    words=("男不得早于二十二周岁", "女不得早于二十周岁"),
    zh="达到法定婚龄",
    en="old enough to marry",
    note=(
        "以申请登记当日计算，生日当日即满（决定0187）",
        "on the day of the application, the birthday included (0187)",
    ),
)
def old_enough(party: Party, law: Law) -> bool:
    age = age_on(party.birth, party.couple.applied, feb29="mar1")
    return age >= (law.marriage_age_men if party.sex == Sex.MALE else law.marriage_age_women)


@rule(
    cites="中华人民共和国民法典 第一千零四十七条",
    words="结婚年龄",
    zh="双方达到法定婚龄",
    en="both old enough",
)
def both_old_enough(couple: Couple, law: Law) -> bool:
    return all(old_enough(p, law) for p in couple.parties)


@rule(
    cites="国务院令第387号 第六条(三)；国务院令第804号 第九条(三)；中华人民共和国民法典 第一千零四十一条",
    words="一夫一妻",
    zh="双方均无配偶",
    en="neither has a spouse",
)
def both_free(couple: Couple, law: Law) -> bool:
    return not any(p.has_spouse for p in couple.parties)


@rule(
    cites="中华人民共和国民法典 第一千零四十八条",
    words="直系血亲或者三代以内的旁系血亲",
    zh="没有禁止结婚的亲属关系",
    en="not barred by kinship",
)
def not_kin(couple: Couple, law: Law) -> bool:
    return couple.kinship not in BARRED_KIN


@rule(
    cites="国务院令第804号 第八条",
    words=("本人的居民身份证", "签字声明"),
    zh="适用2025年修订的条例（全国通办、不需户口簿）",
    en="under the regulation as revised in 2025 (any registry, no household register)",
    note=("以申请当日为准（决定0187）", "by the day of the application (decision 0187)"),
)
def nationwide(couple: Couple, law: Law) -> bool:
    return couple.applied >= law.marriage_nationwide_from


@rule(
    cites="国务院令第387号 第四条、第十条",
    words="一方当事人常住户口所在地",
    zh="到有权办理的登记机关",
    en="at a registry that may register them",
)
def right_registry(couple: Couple, law: Law) -> bool:
    return nationwide(couple, law) or couple.at_hukou_registry


@rule(
    cites="国务院令第387号 第五条、第十一条；国务院令第804号 第八条",
    words=("本人的户口簿、身份证", "本人的居民身份证"),
    zh="证件齐全",
    en="brings the identity papers",
)
def identified(party: Party, law: Law) -> bool:
    return party.identity_card and (nationwide(party.couple, law) or party.hukou_book)


@rule(
    cites="国务院令第387号 第五条(二)；国务院令第804号 第八条(二)",
    words="签字声明",
    zh="双方证件和声明齐全",
    en="both bring papers and declaration",
)
def papers_to_marry(couple: Couple, law: Law) -> bool:
    return all(identified(p, law) and p.declaration for p in couple.parties)


@rule(
    cites="中华人民共和国民法典 第一千零四十九条",
    words="亲自到婚姻登记机关",
    zh="符合结婚登记条件",
    en="may be married by the registry",
)
def may_marry(couple: Couple, law: Law) -> bool:
    return (
        man_and_woman(couple, law)
        and both_willing(couple, law)
        and both_old_enough(couple, law)
        and both_free(couple, law)
        and not_kin(couple, law)
        and couple.together
        and right_registry(couple, law)
        and papers_to_marry(couple, law)
    )


MARRIAGE = Programme(
    id="marriage",
    of=Couple,
    zh="结婚登记",
    en="registration of a marriage",
    eligible=may_marry,
    cites="中华人民共和国民法典 第一千零四十九条",
    since=date(2021, 1, 1),
    service=(
        "当场登记，发给结婚证；2025年5月10日起不收费用（国务院令第804号第六条）",
        "registered on the spot, with the certificate; free of charge since 2025-05-10 (国务院令第804号, article 6)",
    ),
)
