"""Readings of the elder subsidies that lost: one choice for both kinds (0121), total loss (0126), special hardship (0128)."""

from __future__ import annotations

from yihu.engines.rules import Money, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.disability.care import (
    care_above_other,
    disability_care_amount,
    disability_care_eligible,
    in_care_tier,
    no_other_care,
)
from yihu_beijing.programmes.disability.living import (
    certified,
    disability_living_amount,
    disability_living_eligible,
    disabled_not_in_prison,
    disabled_of_beijing,
    in_a_group,
    living_above_other,
    neither_injury_nor_tekun,
)
from yihu_beijing.programmes.elder.allowances import (
    elder_care_above_other,
    elder_care_amount,
    elder_care_eligible,
    elder_hardship_amount,
    elder_hardship_eligible,
    elder_neither_injury_nor_tekun,
    elder_no_other_care,
    elder_of_beijing,
    elder_present,
    hardship_above_other,
    in_elder_care_tier,
    in_hardship,
    old,
)

ELDER = "京民养老发〔2019〕160号 三3"
BOTH = "京民养老发〔2019〕160号 三3；京民福发〔2016〕434号 第三条2"
CHOOSE = "由符合条件的老年人自主选择申请其中一种"
NOTE = ("决定0121的另一读法", "the other reading of decision 0121")


# 0121: the conditions of each of the four without the choice, what the two packages come to, and the higher one


@rule(
    cites=ELDER,
    words=CHOOSE,
    zh="困难补贴（未择一）",
    en="hardship subsidy before the choice",
    unit="CNY/month",
    note=NOTE,
)
def hardship_alone(person: Person, law: Law) -> Money:
    who = elder_of_beijing(person, law) and old(person, law)
    stays = elder_present(person, law) and elder_neither_injury_nor_tekun(person, law)
    needs = in_hardship(person, law) and hardship_above_other(person, law)
    return elder_hardship_amount(person, law) if who and stays and needs else 0


@rule(
    cites=ELDER,
    words=CHOOSE,
    zh="失能护理补贴（未择一）",
    en="elder nursing before the choice",
    unit="CNY/month",
    note=NOTE,
)
def elder_care_alone(person: Person, law: Law) -> Money:
    who = elder_of_beijing(person, law) and old(person, law)
    stays = elder_present(person, law) and elder_neither_injury_nor_tekun(person, law)
    needs = in_elder_care_tier(person, law) and elder_care_above_other(person, law)
    return elder_care_amount(person, law) if who and stays and needs and elder_no_other_care(person, law) else 0


@rule(
    cites=BOTH,
    words=CHOOSE,
    zh="残疾生活补贴（未择一）",
    en="living subsidy before the choice",
    unit="CNY/month",
    note=NOTE,
)
def living_alone(person: Person, law: Law) -> Money:
    who = disabled_of_beijing(person, law) and certified(person, law)
    stays = disabled_not_in_prison(person, law) and neither_injury_nor_tekun(person, law)
    needs = in_a_group(person, law) and living_above_other(person, law)
    return disability_living_amount(person, law) if who and stays and needs else 0


@rule(
    cites=BOTH,
    words=CHOOSE,
    zh="残疾护理补贴（未择一）",
    en="nursing subsidy before the choice",
    unit="CNY/month",
    note=NOTE,
)
def care_alone(person: Person, law: Law) -> Money:
    who = disabled_of_beijing(person, law) and certified(person, law)
    stays = disabled_not_in_prison(person, law) and neither_injury_nor_tekun(person, law)
    needs = in_care_tier(person, law) and care_above_other(person, law)
    return disability_care_amount(person, law) if who and stays and needs and no_other_care(person, law) else 0


@rule(
    cites=BOTH,
    words=(CHOOSE, "可择高申领其中一类生活补贴"),
    zh="老年补贴合计不低于残疾补贴合计",
    en="the two elder subsidies come to no less than the two of disabled persons",
    note=NOTE,
)
def elder_package(person: Person, law: Law) -> bool:
    if not law.elder_rules_2019:
        return False
    for_elders = hardship_alone(person, law) + elder_care_alone(person, law)
    return for_elders > 0 and for_elders >= living_alone(person, law) + care_alone(person, law)


@rule(cites=ELDER, words=CHOOSE, zh="困难补贴（合并择一）", en="hardship subsidy, one choice for both kinds", note=NOTE)
def hardship_in_package(person: Person, law: Law) -> bool:
    return hardship_alone(person, law) > 0 and elder_package(person, law)


@rule(
    cites=ELDER, words=CHOOSE, zh="失能护理补贴（合并择一）", en="elder nursing, one choice for both kinds", note=NOTE
)
def elder_care_in_package(person: Person, law: Law) -> bool:
    return elder_care_alone(person, law) > 0 and elder_package(person, law)


@rule(
    cites=BOTH, words=CHOOSE, zh="残疾生活补贴（合并择一）", en="living subsidy, one choice for both kinds", note=NOTE
)
def living_in_package(person: Person, law: Law) -> bool:
    return living_alone(person, law) > 0 and not elder_package(person, law)


@rule(
    cites=BOTH, words=CHOOSE, zh="残疾护理补贴（合并择一）", en="nursing subsidy, one choice for both kinds", note=NOTE
)
def care_in_package(person: Person, law: Law) -> bool:
    return care_alone(person, law) > 0 and not elder_package(person, law)


# 0128


@rule(
    cites="京民社救发〔2017〕24号 第二十八条",
    words="可以同时享受居家养老服务补贴",
    zh="未领取工伤生活护理费",
    en="no work-injury care pay",
    note=("决定0128的另一读法", "the other reading of decision 0128"),
)
def elder_no_injury(person: Person, law: Law) -> bool:
    return not person.work_injury_care


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0121-one-choice-for-both-kinds",
        zh="老年补贴与残疾补贴合并择一：生活、护理两类一并选择",
        en="Elder or disability subsidies by package: one choice for the living and the nursing kind",
        replaced={
            elder_hardship_eligible: hardship_in_package,
            elder_care_eligible: elder_care_in_package,
            disability_living_eligible: living_in_package,
            disability_care_eligible: care_in_package,
        },
    ),
    Reading(
        id="0126-severe-level-only",
        zh="“重度失能”不含完全失能",
        en="“Severely disabled in ability” does not include total loss",
        parameters={"elder_total_is_severe": False},
    ),
    Reading(
        id="0128-elders-at-home-keep-the-subsidies",
        zh="特困老年人同时享受困难补贴和护理补贴",
        en="Elders in special hardship also have the hardship and the nursing subsidy",
        replaced={elder_neither_injury_nor_tekun: elder_no_injury},
    ),
)
