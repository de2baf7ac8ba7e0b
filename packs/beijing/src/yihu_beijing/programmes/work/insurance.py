"""社会保险补贴: subsidies of the insurance that somebody pays by oneself.

- 灵活就业社会保险补贴, 京人社评发〔2024〕13号 (“13号”), in force 2024-10-10: 第五条, 第六条 who, 第七条 when it stops, 第八条,
  第十八条 reports. 13号 names neither a share nor a term: no amount is given, the terms are 待核实 (decision 0163).
- 城镇个体就业残疾人社会保险补贴, 京残发〔2007〕62号 (“62号”): 第二条 who, 第四条 how much from 2007-04-01, 第十条, 第十一条 when
  not. What its later years rest on is in decision 0165.

Left out: how work is checked and published (13号 第九条 to 第十七条), recovery, the months within which a paused subsidy may be
taken up again (第十八条: payment), the halved fee for keeping files (62号 第三条), who bears the cost.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, entitled, recognised, round_half_up, rule
from yihu_beijing.facts import Disability, Employment, Hukou, Person
from yihu_beijing.facts.work import JobSupport, SoloWork
from yihu_beijing.law import Law

# 13号


@rule(
    cites="京人社评发〔2024〕13号 第五条",
    words=("就业困难人员、离校2年内未就业的高校毕业生", "登记失业的初次进京随军家属"),
    zh="属于可以申请的三类人员",
    en="of one of the three groups",
)
def in_support_group(person: Person, law: Law) -> bool:
    return person.job_support != JobSupport.NONE


@rule(
    cites="京人社评发〔2024〕13号 第六条(一)、第七条(一)、(二)",
    words="办理个人就业登记30日及以上",
    zh="灵活就业并登记满30日",
    en="in flexible employment, registered for 30 days",
)
def works_flexibly(person: Person, law: Law) -> bool:
    return person.employment == Employment.SELF_EMPLOYED and person.flexible_job_days >= law.work_flexible_days


@rule(
    cites="京人社评发〔2024〕13号 第六条(二)、(三)",
    words=("通过劳动取得劳动报酬或经营收入", "以灵活就业人员身份申报缴纳社会保险费"),
    zh="有劳动报酬或经营收入，并自行缴纳社会保险费",
    en="earns by work and pays the insurance by oneself",
)
def earns_and_pays(person: Person, law: Law) -> bool:
    return (person.business_income > 0 or person.wage > 0) and person.pays_own_insurance


@rule(
    cites="京人社评发〔2024〕13号 第七条(三)；财社〔2023〕181号",
    words="社会保险补贴期满的",
    zh="补贴最长月数",
    en="most months of the subsidy",
    unit="month",
    note=("期限待核实（决定0163）", "the terms are still to be confirmed (decision 0163)"),
)
def flexible_most_months(person: Person, law: Law) -> int:
    if person.job_support == JobSupport.DIFFICULT:
        return law.work_flexible_months_difficult
    if person.job_support == JobSupport.GRADUATE:
        return law.work_flexible_months_graduate
    return law.work_flexible_months_army


@rule(
    cites="京人社评发〔2024〕13号 第七条(三)；财社〔2023〕181号",
    words="社会保险补贴期满的",
    zh="补贴未期满",
    en="the term is not over",
    note=(
        "就业困难人员首次认定时距退休不足五年的，可至退休",
        "somebody hard to place who had less than five years to retirement at the start keeps it until then",
    ),
)
def flexible_term_open(person: Person, law: Law) -> bool:
    if person.insurance_subsidy_months < flexible_most_months(person, law):
        return True
    left_at_start = person.months_to_retirement + person.insurance_subsidy_months
    return person.job_support == JobSupport.DIFFICULT and left_at_start < law.work_flexible_near_retirement


@rule(
    cites="京人社评发〔2024〕13号 第七条(四)",
    words="达到法定退休年龄或享受基本养老保险待遇的",
    zh="未达退休年龄，未享受养老保险待遇",
    en="neither of retirement age nor on a pension",
)
def not_retired(person: Person, law: Law) -> bool:
    return not person.retirement_age and person.pension == 0


@rule(
    cites="京人社评发〔2024〕13号 第八条、第十八条",
    words=("每3个月应至少报告就业状况一次", "对于未按规定按时报告就业状况的，暂停发放"),
    zh="按时报告就业状况",
    en="has reported the work in time",
)
def reports_in_time(person: Person, law: Law) -> bool:
    return person.job_report_months <= law.work_flexible_report_months


@rule(
    cites="京人社评发〔2024〕13号 第五条、第六条、第七条",
    words="可以申请社会保险补贴",
    zh="符合灵活就业社会保险补贴条件",
    en="conditions of the subsidy",
)
def flexible_eligible(person: Person, law: Law) -> bool:
    return (
        in_support_group(person, law)
        and works_flexibly(person, law)
        and earns_and_pays(person, law)
        and not_retired(person, law)
        and flexible_term_open(person, law)
        and reports_in_time(person, law)
    )


FLEXIBLE_INSURANCE = Programme(
    id="flexible_insurance",
    of=Person,
    zh="灵活就业社会保险补贴",
    en="insurance subsidy of flexible employment",
    eligible=flexible_eligible,
    cites="京人社评发〔2024〕13号 第五条",
    since=date(2024, 10, 10),
    service=(
        "补贴本人实际缴纳的社会保险费的一部分（先缴后补；比例13号未写）",
        "part of the premiums paid is given back; 13号 does not name the share",
    ),
)

# 62号


@rule(
    cites="京残发〔2007〕62号 第二条、第十一条(五)",
    words=("本市城镇户籍、持有《中华人民共和国残疾人证》", "在法定劳动年龄内"),
    zh="本市城镇户籍、持残疾人证、在法定劳动年龄内",
    en="town registration, disability certificate, of working age",
    note=(
        "法定劳动年龄自16周岁至退休；自行从业者均已满16周岁",
        "working age ends with retirement; whoever works for oneself is 16 or older",
    ),
)
def disabled_of_town(person: Person, law: Law) -> bool:
    of_town = person.hukou == Hukou.BEIJING and not person.home.rural
    certified = person.disability != Disability.NONE and person.disability_grade > 0
    return of_town and certified and not person.retirement_age


@rule(
    cites="京残发〔2007〕62号 第二条(一)、(二)、(三)、第十一条(一)、(二)",
    words=("从事个体经营并领取了《个体工商户营业执照》", "在集贸市场从事个体经营", "在社区内从事便民服务"),
    zh="从事个体经营或便民服务",
    en="works for oneself in one of the three ways",
)
def works_solo(person: Person, law: Law) -> bool:
    return person.employment == Employment.SELF_EMPLOYED and person.solo_work != SoloWork.NONE


@rule(
    cites="京残发〔2007〕62号 第十条、第十一条(三)",
    words="不能重复享受本办法的补贴政策",
    zh="没有享受、也不能先享受劳动保障部门的社会保险补贴",
    en="neither draws nor may first draw the labour department's subsidy",
    note=(
        "先享受劳动保障部门的补贴，停止后再享受本补贴（决定0164）",
        "the labour department's subsidy comes first (decision 0164)",
    ),
)
def no_other_insurance_subsidy(person: Person, law: Law) -> bool:
    return not recognised(FLEXIBLE_INSURANCE, person) and not entitled(FLEXIBLE_INSURANCE, person, law)


@rule(
    cites="京残发〔2007〕62号 第二条、第八条、第十一条(四)",
    words="个人应先按规定缴纳社会保险费",
    zh="符合个体就业残疾人社会保险补贴条件",
    en="conditions of the subsidy",
)
def solo_eligible(person: Person, law: Law) -> bool:
    return (
        disabled_of_town(person, law)
        and works_solo(person, law)
        and person.pays_own_insurance
        and no_other_insurance_subsidy(person, law)
    )


@rule(
    cites="京残发〔2007〕62号 第四条(一)",
    words="补贴14%",
    zh="养老保险补贴",
    en="pension part",
    unit="CNY/month",
)
def solo_pension(person: Person, law: Law) -> Money:
    return round_half_up(law.work_solo_wage * law.work_solo_pension_base * law.work_solo_pension_share, 2)


@rule(
    cites="京残发〔2007〕62号 第四条(二)",
    words="上一年度职工月平均工资40%为基数，补贴1.5%",
    zh="失业保险补贴",
    en="unemployment part",
    unit="CNY/month",
)
def solo_unemployment(person: Person, law: Law) -> Money:
    return round_half_up(law.work_solo_wage * law.work_solo_unemployment_base * law.work_solo_unemployment_share, 2)


@rule(
    cites="京残发〔2007〕62号 第四条(三)",
    words="上一年度职工月平均工资70%为基数，补贴6%",
    zh="基本医疗保险补贴",
    en="medical part",
    unit="CNY/month",
)
def solo_medical(person: Person, law: Law) -> Money:
    return round_half_up(law.work_solo_wage * law.work_solo_medical_base * law.work_solo_medical_share, 2)


@rule(
    cites="京残发〔2007〕62号 第四条、第八条",
    words="先缴纳后补贴，一年一补",
    zh="个体就业残疾人社会保险补贴",
    en="subsidy of the disabled self-employed",
    unit="CNY/month",
    note=(
        "按月计算，一年一补；各险种分别四舍五入到分",
        "counted by month, paid once a year; each part to the fen, half up",
    ),
)
def solo_amount(person: Person, law: Law) -> Money:
    return solo_pension(person, law) + solo_unemployment(person, law) + solo_medical(person, law)


SOLO_DISABLED_INSURANCE = Programme(
    id="solo_disabled_insurance",
    of=Person,
    zh="城镇个体就业残疾人社会保险补贴",
    en="insurance subsidy of self-employed disabled persons",
    eligible=solo_eligible,
    amount=solo_amount,
    cites="京残发〔2007〕62号 第二条",
    since=date(2007, 4, 1),
    note=(
        "社会保险缴费标准如有调整按新标准（第四条）；2012缴费年度以后的调整文件未收集到，金额待核实（决定0165）",
        (
            "where premiums are adjusted the new ones apply; adjustments after 2011 are not in hand, so the sum is still to be "
            "confirmed (decision 0165)"
        ),
    ),
)
