"""Readings of the two subsidies of disabled persons that lost; the reasons stand in ``docs/decisions`` under the number of each."""

from __future__ import annotations

from yihu.engines.rules import Money, age_on, entitled, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Employment, Person, Sex
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao_person import DIBAO_PERSON
from yihu_beijing.programmes.assistance.means import income
from yihu_beijing.programmes.assistance.recipients import on_allowance, on_allowance_or_aid
from yihu_beijing.programmes.assistance.standards import standard
from yihu_beijing.programmes.disability.care import care_ruled, care_untiered
from yihu_beijing.programmes.disability.living import jobless, stable_income, standard_by_reference


@rule(
    cites="京民福发〔2016〕434号 第一条(一)3、4",
    words=("失业且无稳定性收入", "男年满60周岁、女年满55周岁"),
    zh="失业且无稳定性收入（女性到54周岁为止）",
    en="jobless and without stable income, women below 55",
    note=("决定0122的另一读法", "the other reading of decision 0122"),
)
def jobless_by_sex(person: Person, law: Law) -> bool:
    age = age_on(person.birth, law.first_day, feb29="mar1")
    return (
        age_on(person.birth, law.last_day, feb29="mar1") >= law.disability_working_age
        and age < law.disability_working_age_end
        and not (person.sex == Sex.FEMALE and age >= law.disability_elder_age_women)
        and person.employment in (Employment.NONE, Employment.REGISTERED_UNEMPLOYED)
        and stable_income(person, law) == 0
    )


@rule(
    cites="京民福发〔2016〕434号 第一条(一)1；京民社救发〔2018〕445号 二(二)",
    words=("享受低保待遇的残疾人", "直接纳入城乡低保范围"),
    zh="享受低保待遇，或符合直接纳入条件",
    en="on 低保 or hardship aid today, or qualifies to enter directly",
    note=("决定0123的另一读法", "the other reading of decision 0123"),
)
def on_allowance_or_entering(person: Person, law: Law) -> bool:
    return person.hardship_aid or on_allowance(person, law) or entitled(DIBAO_PERSON, person, law)


@rule(
    cites="京民福发〔2016〕434号 第一条(一)3、4",
    words=("无稳定性收入", "个人稳定性收入"),
    zh="个人稳定性收入（含其他收入）",
    en="stable income, other income included",
    unit="CNY/month",
    note=("决定0124的另一读法", "the other reading of decision 0124"),
)
def all_income(person: Person, law: Law) -> Money:
    return income(person, law)


@rule(
    cites="京民福发〔2016〕434号 第一条(二)、第二条(二)2",
    words=("残疾等级为三级的智力、精神残疾人", "不含多重残疾人"),
    zh="未列档的按第二档",
    en="in no tier: the second",
    note=("决定0132的另一读法", "the other reading of decision 0132"),
)
def care_second_by_default(person: Person, law: Law) -> bool:
    return care_untiered(person, law)


@rule(
    cites="京民福发〔2016〕434号 第二条(一)2、3、4",
    words=("参照北京市低保标准按月享受生活补贴", "北京市低保标准的差额补贴"),
    zh="参照低保标准（补个人稳定性收入的差额）",
    en="by reference to the standard: the gap between it and the own stable income",
    unit="CNY/month",
    note=("决定0205的另一读法", "the other reading of decision 0205"),
)
def gap_to_the_standard(person: Person, law: Law) -> Money:
    return max(standard(person.home, law) - stable_income(person, law), 0)


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0122-women-leave-group-3-at-55",
        zh="失业的残疾妇女满55周岁即离开第三类",
        en="Jobless women leave group 3 of the living subsidy at 55",
        replaced={jobless: jobless_by_sex},
    ),
    Reading(
        id="0123-entry-counts-at-once",
        zh="符合直接纳入低保条件的，尚未领证也按第一类",
        en="Whoever qualifies to enter 低保 directly is in group 1 before any certificate",
        replaced={on_allowance_or_aid: on_allowance_or_entering},
    ),
    Reading(
        id="0124-all-income-is-stable",
        zh="个人稳定性收入含其他收入",
        en="Stable income includes other income",
        replaced={stable_income: all_income},
    ),
    Reading(
        id="0132-second-tier",
        zh="三级智力、精神多重残疾按护理补贴第二档",
        en="A multiple disability of grade 3 (intellectual, mental) is in the second tier of nursing",
        replaced={care_ruled: care_second_by_default},
    ),
    Reading(
        id="0205-gap-to-the-standard",
        zh="“参照低保标准”只补个人稳定性收入与标准的差额",
        en="“By reference to the standard” fills the gap between it and the own stable income",
        replaced={standard_by_reference: gap_to_the_standard},
    ),
)
