"""学费补偿、代偿和减免: tuition paid back to students who serve in the army or work in the far mountains.

Document: 京教财〔2020〕22号 第五条(七)(八), 附件3 and 附件4, in force 2021-01-05 (the portal; it says “from printing”,
signed 2020-12-14).

Sums of a year are capped one by one in the text; the facts give one sum a year, so years with different fees are worked
out by the university. Left out: who is dismissed from service or leaves early and repays (附件3 第十三条 to 第十五条,
附件4 第十一条); the list of mountain townships and of units at the base (附件4 第四条, 第五条), which the fact
``mountain_year`` takes as found.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, round_half_up, rule
from yihu_beijing.facts import Person, Studies
from yihu_beijing.facts.school import Degree, Enlistment, StudyStatus
from yihu_beijing.law import Law
from yihu_beijing.programmes.school.groups import at_city_school

OUT = (StudyStatus.COMMISSIONED, StudyStatus.FEES_WAIVED, StudyStatus.FUNDED_TEACHER)
UNDERGRADUATE = (Studies.COLLEGE, Studies.UNDERGRADUATE)
HIGHER = (*UNDERGRADUATE, Studies.POSTGRADUATE)


@rule(
    cites="京教财〔2020〕22号 第五条(七)、(八)",
    words=("研究生每生每年最高不超过12000元", "本专科生每生每年最高不超过8000元"),
    zh="每学年上限",
    en="cap of a year",
    unit="CNY/year",
    note=(
        "在读的按在读层次，已毕业、已入伍的按最后学段",
        "by the level being studied for; after that by the last one",
    ),
)
def refund_cap(person: Person, law: Law) -> Money:
    if person.studies in UNDERGRADUATE:
        return law.school_refund_cap
    elif person.studies == Studies.POSTGRADUATE:
        return law.school_refund_cap_postgraduate
    return law.school_refund_cap if person.degree == Degree.UNDERGRADUATE else law.school_refund_cap_postgraduate


# 附件3 service


@rule(
    cites="京教财〔2020〕22号 附件3 第四条",
    words=("在校期间已通过其他方式免除全部学费", "定向生(定向培养士官除外)"),
    zh="不属于定向、委培、国防生，未免除全部学费",
    en="not commissioned, and tuition not waived already",
    note=(
        "定向培养士官按普通学生填报；公费师范生已免学费",
        "those trained as sergeants count as ordinary; a funded student teacher pays no tuition",
    ),
)
def refund_open(person: Person, law: Law) -> bool:
    return person.study_status not in OUT


@rule(
    cites="京教财〔2020〕22号 附件3 第二条、第三条",
    words=("毕业生、在校生和入学新生", "在入伍时对其在校期间缴纳的学费实行一次性补偿"),
    zh="符合入伍学费补偿或贷款代偿条件",
    en="conditions of the refund on enlisting",
)
def enlisted_eligible(person: Person, law: Law) -> bool:
    return person.enlistment == Enlistment.ENLISTED and at_city_school(person, law) and refund_open(person, law)


@rule(
    cites="京教财〔2020〕22号 第五条(七)、附件3 第七条",
    words=("两者金额较高者执行", "入伍前已完成规定的修业年限"),
    zh="入伍学费补偿或贷款代偿",
    en="refund on enlisting",
    unit="CNY",
    note=(
        "每学年学费与贷款取高，不超上限，乘以已完成的年数",
        "each year the higher of fee and loan, capped, times the years finished",
    ),
)
def enlisted_amount(person: Person, law: Law) -> Money:
    return min(max(person.school_fee, person.student_loan), refund_cap(person, law)) * person.study_years


@rule(
    cites="京教财〔2020〕22号 附件3 第三条",
    words=("退役后自愿复学或入学的", "通过全国统一高考或高职单招考入"),
    zh="退役后复学，或通过高考、单招考入",
    en="back after service, or admitted by the entrance examinations",
    note=("考入的只到本专科", "admission is to undergraduate studies only"),
)
def student_after_service(person: Person, law: Law) -> bool:
    back = person.enlistment == Enlistment.BACK and person.studies in HIGHER
    return back or (person.enlistment == Enlistment.ADMITTED and person.studies in UNDERGRADUATE)


@rule(
    cites="京教财〔2020〕22号 附件3 第三条、第七条",
    words=("退役后自愿复学或入学的", "退役复学后接续完成规定的剩余修业年限"),
    zh="符合退役学生学费减免条件",
    en="conditions of the waiver after service",
)
def after_service_eligible(person: Person, law: Law) -> bool:
    return (
        student_after_service(person, law)
        and at_city_school(person, law)
        and refund_open(person, law)
        and person.study_status != StudyStatus.OVERDUE
    )


@rule(
    cites="京教财〔2020〕22号 第五条(七)",
    words="学费减免金额，按高校实际收取学费金额执行",
    zh="退役学生学费减免",
    en="tuition waived after service",
    unit="CNY/year",
)
def after_service_amount(person: Person, law: Law) -> Money:
    return min(person.school_fee, refund_cap(person, law))


# 附件4 mountains


@rule(
    cites="京教财〔2020〕22号 附件4 第三条、第八条",
    words=("定向、委培、在校期间已享受学费全免政策", "从学生就业或定岗的第2年开始"),
    zh="符合边远山区就业学费补偿条件",
    en="conditions of the refund for work in the mountains",
    note=("第2至第4年发放；村官另有政策，不填本项", "paid in years 2 to 4; village officials have their own scheme"),
)
def mountain_eligible(person: Person, law: Law) -> bool:
    return (
        refund_open(person, law)
        and person.mountain_year >= law.school_mountain_start
        and person.mountain_year < law.school_mountain_start + law.school_mountain_years
    )


@rule(
    cites="京教财〔2020〕22号 第五条(八)、附件4 第二条",
    words=("毕业生在校学习期间每年实际缴纳的学费", "其学费由北京市补偿"),
    zh="每学年可补偿的学费",
    en="tuition of a year that is paid back",
    unit="CNY/year",
    note=(
        "以学费为准，有贷款的优先用于还贷（决定0175）",
        "the tuition; it goes to a loan first where there is one (decision 0175)",
    ),
)
def mountain_base(person: Person, law: Law) -> Money:
    return min(person.school_fee, refund_cap(person, law))


@rule(
    cites="京教财〔2020〕22号 附件4 第八条、第七条",
    words=("33%、33%、34%的比例", "按照国家规定的相应学制计算"),
    zh="当年补偿的学费",
    en="instalment of this year of work",
    unit="CNY",
    note=("四舍五入到分", "to the fen, half up"),
)
def mountain_amount(person: Person, law: Law) -> Money:
    left = law.school_mountain_start + law.school_mountain_years - person.mountain_year
    share = law.school_mountain_share_last if left == 1 else law.school_mountain_share
    return round_half_up(share * mountain_base(person, law) * person.study_years, 2)


ENLISTED_REFUND = Programme(
    id="enlisted_refund",
    of=Person,
    zh="高校学生入伍学费补偿（贷款代偿）",
    en="tuition refund of students who enlist",
    eligible=enlisted_eligible,
    amount=enlisted_amount,
    cites="京教财〔2020〕22号 第五条(七)；京教财〔2020〕22号 附件3",
    since=date(2021, 1, 5),
    note=("有国家助学贷款的先还贷（附件3 第五条）", "a state loan is repaid from it first (annex 3, article 5)"),
)

AFTER_SERVICE_FEES = Programme(
    id="after_service_fees",
    of=Person,
    zh="退役大学生学费减免",
    en="tuition waiver after service",
    eligible=after_service_eligible,
    amount=after_service_amount,
    cites="京教财〔2020〕22号 第五条(七)；京教财〔2020〕22号 附件3",
    since=date(2021, 1, 5),
)

MOUNTAIN_REFUND = Programme(
    id="mountain_refund",
    of=Person,
    zh="边远山区基层就业学费补偿（贷款代偿）",
    en="tuition refund for work in the far mountains",
    eligible=mountain_eligible,
    amount=mountain_amount,
    cites="京教财〔2020〕22号 第五条(八)；京教财〔2020〕22号 附件4",
    since=date(2021, 1, 5),
    note=("分三年发放，金额为当年应发", "paid over three years; the sum is this year's"),
)
