"""城乡居民基本养老保险: the right to the residents' pension, and the public subsidy of contributions.

Documents: 京人社居发〔2014〕177号 三 who may join, 五 the subsidy, 七、八 who may draw, 十三 not beside an employees' pension;
京人社发〔2026〕1号 the least and most contribution of 2026.

Left out: what is paid. 九(一) leaves the basic pension (基础养老金) to later notices and no text in hand gives it, nor the
welfare pension (福利养老金), for any year: the right is computed, the sum is not (decision 0155). Who joined by 2014 draws
under 京政发〔2008〕49号, which is not in hand either: what the agency found is asked for. 八(一)–(三) (paying up in one sum or
later) are ways to the fifteen years; the accounts of 六 and moves between schemes (十 to 十二) are procedure, but that whoever
draws the pension keeps it when the registration moves away (十).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, recognised, rule
from yihu_beijing.facts import Employment, Hukou, Person, Studies
from yihu_beijing.facts.pension import ResidentPension
from yihu_beijing.law import Law


@rule(cites="京人社居发〔2014〕177号 三、八", words="本市户籍人员", zh="本市户籍", en="registered in Beijing")
def resident_of_beijing(person: Person, law: Law) -> bool:
    return person.hukou == Hukou.BEIJING


# drawing it: 七, 八, 十三


@rule(
    cites="京人社居发〔2014〕177号 八、十三",
    words="未领取国家规定的基本养老保障待遇",
    zh="未领取国家规定的基本养老保障待遇",
    en="draws no other basic pension under the state's rules",
)
def no_state_pension(person: Person, law: Law) -> bool:
    return not person.state_pension


@rule(
    cites="京人社居发〔2014〕177号 七",
    words="仍按照《北京市城乡居民养老保险办法》",
    zh="2014年底以前参保，符合49号文件领取条件",
    en="joined by 2014 and meets the conditions of 49号",
)
def drawn_by_rules_of_2008(person: Person, law: Law) -> bool:
    return person.resident_pension == ResidentPension.BEFORE_2015 and person.met_rules_of_2008


@rule(
    cites="京人社居发〔2014〕177号 八",
    words="累计缴费满15年",
    zh="2015年以后参保，年满60周岁且累计缴费满15年",
    en="joined from 2015 on, is 60 or over and has paid for 15 years",
)
def drawn_by_rules_of_2014(person: Person, law: Law) -> bool:
    return (
        person.resident_pension == ResidentPension.SINCE_2015
        and person.contribution_years >= law.pension_years
        and age_on(person.birth, law.last_day, feb29="mar1") >= law.pension_age
    )


@rule(
    cites="京人社居发〔2014〕177号 七、八、十",
    words="无论户籍是否迁移，其养老保险关系不转移",
    zh="本市户籍，或已在本市领取后迁出",
    en="registered in Beijing, or draws it here and has moved away since",
)
def keeps_resident_pension(person: Person, law: Law) -> bool:
    return resident_of_beijing(person, law) or recognised(RESIDENT_PENSION, person)


@rule(
    cites="京人社居发〔2014〕177号 七、八",
    words="可以按月领取城乡居民基本养老保险待遇",
    zh="符合按月领取城乡居民养老金条件",
    en="may draw the residents' pension each month",
)
def resident_pension_eligible(person: Person, law: Law) -> bool:
    return (
        keeps_resident_pension(person, law)
        and (drawn_by_rules_of_2008(person, law) or drawn_by_rules_of_2014(person, law))
        and no_state_pension(person, law)
    )


# paying for it: 三, 五


@rule(
    cites="京人社居发〔2014〕177号 三",
    words=("年满16周岁（不含在校学生）", "不属于职工基本养老保险制度覆盖范围"),
    zh="年满16周岁、非在校学生、不属于职工养老保险覆盖范围",
    en="16 or over, no student, not under the employees' pension",
    note=("单位在职职工和离退休人员属于职工或机关事业单位制度", "employees and pensioners belong to the other schemes"),
)
def may_join_pension(person: Person, law: Law) -> bool:
    return (
        age_on(person.birth, law.last_day, feb29="mar1") >= law.pension_join_age
        and person.studies == Studies.NONE
        and person.employment not in (Employment.EMPLOYEE, Employment.RETIRED)
    )


@rule(
    cites="京人社居发〔2014〕177号 四；京人社发〔2026〕1号",
    words=("实行定额缴费", "最低年缴费标准为1000元", "最高年缴费标准为9000元"),
    zh="本年度已按标准缴费",
    en="paid a contribution within the limits this year",
    note=(
        "2026年最低、最高年缴费标准在手，其他年份的未收集到，只看是否缴费",
        "the limits of 2026 are in hand; of other years only that something was paid is tested",
    ),
)
def pension_contribution_paid(person: Person, law: Law) -> bool:
    if law.pension_limits_known:
        return law.pension_contribution_least <= person.pension_contribution <= law.pension_contribution_most
    return person.pension_contribution > 0


@rule(
    cites="京人社居发〔2014〕177号 三、五", words="享受缴费补贴", zh="享受缴费补贴", en="has the contribution subsidy"
)
def pension_subsidy_eligible(person: Person, law: Law) -> bool:
    return (
        resident_of_beijing(person, law)
        and person.resident_pension != ResidentPension.NONE
        and may_join_pension(person, law)
        and no_state_pension(person, law)
        and pension_contribution_paid(person, law)
    )


@rule(
    cites="京人社居发〔2014〕177号 五",
    words=("不含2000元", "每人每年补贴60元", "每人每年补贴90元"),
    zh="城乡居民养老保险缴费补贴",
    en="subsidy of contributions to the residents' pension",
    unit="CNY/year",
    note=("记入个人账户（六）", "credited to the personal account (六)"),
)
def pension_subsidy_amount(person: Person, law: Law) -> Money:
    if person.pension_contribution < law.pension_subsidy_tier:
        return law.pension_subsidy_low
    return law.pension_subsidy_high


RESIDENT_PENSION = Programme(
    id="resident_pension",
    of=Person,
    zh="城乡居民养老金",
    en="residents' pension",
    eligible=resident_pension_eligible,
    cites="京人社居发〔2014〕177号 七、八、九、十",
    since=date(2015, 1, 1),
    service=(
        "按月领取基础养老金和个人账户养老金；金额由社保经办机构核定，所收文件未载标准",
        "basic pension and account pension each month; the agency sets the sum, no text in hand gives it",
    ),
)

CONTRIBUTION_SUBSIDY = Programme(
    id="pension_contribution_subsidy",
    of=Person,
    zh="城乡居民养老保险缴费补贴",
    en="subsidy of contributions to the residents' pension",
    eligible=pension_subsidy_eligible,
    amount=pension_subsidy_amount,
    cites="京人社居发〔2014〕177号 五",
    since=date(2014, 8, 14),
    note=("施行日未写，取签发日", "no first day is written; day of signing"),
)
