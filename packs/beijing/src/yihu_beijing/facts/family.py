"""What Beijing's programmes need to know of a family: the case (Home), its members, and those who owe it support.

Money is in CNY (a month, unless the unit says otherwise). A fact nobody has given is unknown, never zero.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Entity, Many, Money, fact, many, up
from yihu_beijing.choices import (
    Ability,
    Absence,
    Capacity,
    ChildGroup,
    Disability,
    Duty,
    Emergency,
    Employment,
    Hukou,
    Paper,
    ParentState,
    Relation,
    Relief,
    SelfCare,
    Sex,
    Studies,
    SupportedBy,
)
from yihu_beijing.facts.elder import HomeElder, PersonElder
from yihu_beijing.facts.health import HomeHealth, PersonHealth
from yihu_beijing.facts.housing import HomeHousing, PersonHousing
from yihu_beijing.facts.national import HomeNational, PersonNational
from yihu_beijing.facts.pension import PersonPension
from yihu_beijing.facts.rights import PersonRights
from yihu_beijing.facts.school import PersonSchool
from yihu_beijing.facts.work import PersonWork

MOST_MONTHLY = 1_000_000
MONTHS_HELP = (
    "判处或决定的期限；2019年12月以前指申请时剩余的期限；失联指已失联的时间",
    "the term imposed (before December 2019 what remained at the request); for lost contact the time already passed",
)


class Person(
    PersonHealth, PersonSchool, PersonWork, PersonHousing, PersonElder, PersonPension, PersonRights, PersonNational
):
    """A member of the family."""

    home: Home = up()
    relation: Relation = fact(zh="与申请人关系", en="relation to the applicant", group="who")
    birth: date = fact(zh="出生日期", en="date of birth", ask=("出生日期是哪天？", "When were they born?"), group="who")
    sex: Sex = fact(zh="性别", en="sex", group="who")
    hukou: Hukou = fact(zh="户籍", en="registration", group="who", usual=Hukou.BEIJING)
    absence: Absence = fact(zh="是否共同生活", en="lives with the family", group="who", usual=Absence.NONE)
    studies: Studies = fact(zh="在学情况", en="full-time education", group="who")

    employment: Employment = fact(zh="就业状况", en="employment", group="income")
    wage: Money = fact(zh="工资", en="wage", unit="CNY/month", high=MOST_MONTHLY, group="income")
    business_income: Money = fact(
        zh="灵活就业或经营净收入", en="flexible or business income", unit="CNY/month", high=MOST_MONTHLY, group="income"
    )
    pension: Money = fact(
        zh="养老金或退休金", en="pension", unit="CNY/month", high=MOST_MONTHLY, group="income",
        help=("不含中央基础养老金", "without the central basic pension"),
    )  # fmt: skip
    property_income: Money = fact(
        zh="财产性收入", en="property income", unit="CNY/month", high=MOST_MONTHLY, group="income"
    )
    other_income: Money = fact(
        zh="其他计入收入", en="other counted income", unit="CNY/month", high=MOST_MONTHLY, group="income",
        help=("不含优待抚恤、临时救助、奖学金和各项补贴", "without preferential treatment, relief, scholarships, allowances"),
    )  # fmt: skip

    disability: Disability = fact(zh="残疾类别", en="kind of disability", group="health", usual=Disability.NONE)
    disability_grade: int = fact(
        zh="残疾等级", en="grade of disability", high=4, group="health", usual=0,
        help=("一级最重；没有残疾证填0", "1 is the gravest; 0 without a certificate"),
    )  # fmt: skip
    multiple_disability: bool = fact(zh="多重残疾", en="multiple disabilities", group="health", usual=False)
    serious_illness: bool = fact(
        zh="罹患重大疾病", en="gravely ill", group="health", usual=False,
        help=("近六个月内本市二级及以上定点医院诊断", "diagnosed within six months by a designated hospital of grade 2 or above"),
    )  # fmt: skip
    capacity: Capacity = fact(zh="劳动能力", en="capacity to work", group="health", usual=Capacity.FULL)
    self_care: SelfCare = fact(zh="生活自理能力", en="self-care", group="health", usual=SelfCare.FULL)
    ability: Ability = fact(zh="老年人能力评估等级", en="assessed ability", group="health", usual=Ability.NOT_ASSESSED)

    relief: Relief = fact(
        zh="特殊救济或优抚类别", en="special relief or honour group", group="status", usual=Relief.NONE
    )
    retirement_age: bool = fact(zh="已达到退休年龄", en="has reached retirement age", group="status", usual=False)
    supported_by: SupportedBy = fact(zh="依靠谁生活", en="depends on", group="status", usual=SupportedBy.NOBODY)
    no_able_obligor: bool = fact(
        zh="无法定义务人或其无履行能力", en="nobody owes and can give support", group="status", usual=False,
        help=(
            "法定赡养、抚养、扶养义务人；何时视为无履行能力见民发〔2021〕43号第八条，可按“特困人员认定核查”逐人核查",
            "those who by law owe maintenance; when they are unable: 民发〔2021〕43号 8 (see the inquiry into special hardship)",
        ),
    )  # fmt: skip
    hardship_aid: bool = fact(
        zh="领取生活困难补助", en="draws hardship aid (生活困难补助)", group="status", usual=False
    )
    family_planning_special: bool = fact(
        zh="计划生育特殊家庭", en="family-planning special family", group="status", usual=False
    )
    job_duty_broken: bool = fact(
        zh="被注销失业登记且无其他求职行为",
        en="struck off the unemployed and not seeking work",
        group="status",
        usual=False,
    )
    job_duty_exempt: bool = fact(
        zh="有怀孕、哺乳、长期照护或单亲抚养学前儿童等情形", en="pregnant, nursing, long-term carer or alone with a small child",
        group="status", usual=False,
    )  # fmt: skip

    work_injury_care: bool = fact(
        zh="领取工伤生活护理费", en="draws work-injury care pay", group="benefits", usual=False
    )
    heroism_care: bool = fact(zh="享受见义勇为致残护理补贴", en="draws heroism care pay", group="benefits", usual=False)
    educated_youth_care: bool = fact(
        zh="享受因公致残返城知青护理费", en="draws educated-youth care pay", group="benefits", usual=False
    )
    day_care_subsidy: bool = fact(
        zh="享受残疾人托养补贴", en="draws the disabled day-care subsidy", group="benefits", usual=False
    )
    other_living_benefit: Money = fact(
        zh="因公致残、离休等福利性生活补贴", en="living allowance as a war-disabled, veteran cadre, etc.", unit="CNY/month",
        high=MOST_MONTHLY, group="benefits", usual=0,
    )  # fmt: skip
    other_care_benefit: Money = fact(
        zh="因公致残、离休等福利性护理补贴", en="care allowance as a war-disabled, veteran cadre, etc.", unit="CNY/month",
        high=MOST_MONTHLY, group="benefits", usual=0,
    )  # fmt: skip

    care_ruling: bool = fact(
        zh="区民政认定三级智力、精神多重残疾享受护理补贴", group="benefits",
        en="the district grants nursing money for a multiple disability of grade 3 (intellectual, mental)",
        ask=("区民政局是否认定其享受重度残疾人护理补贴？", "Has the district ruled that they draw the nursing subsidy?"),
        help=("434号第二条(二)未写此类人员的档次，须由区民政认定", "434号 2(2) puts them in no tier: the district must rule"),
    )  # fmt: skip

    father: ParentState = fact(zh="父亲情况", en="father", group="child", usual=ParentState.ABLE)
    mother: ParentState = fact(zh="母亲情况", en="mother", group="child", usual=ParentState.ABLE)
    father_months: int = fact(
        zh="父亲服刑、戒毒、限制自由或失联的月数", en="months of the father's sentence, detention or absence", unit="month",
        high=600, group="child", help=MONTHS_HELP,
    )  # fmt: skip
    mother_months: int = fact(
        zh="母亲服刑、戒毒、限制自由或失联的月数", en="months of the mother's sentence, detention or absence", unit="month",
        high=600, group="child", help=MONTHS_HELP,
    )  # fmt: skip
    other_guardian: bool = fact(
        zh="有其他监护人抚养", en="another guardian brings the child up", group="child", usual=False
    )
    temporarily_unattended: bool = fact(
        zh="经区民政核实的临时无人抚养儿童",
        en="found temporarily unattended by the district",
        group="child",
        usual=False,
    )
    child_group: ChildGroup = fact(zh="儿童类别", en="group of the child", group="child", usual=ChildGroup.NONE)


class Obligor(Entity):
    """A family, outside this one, that owes support to one of its members (445号 十二)."""

    home: Home = up()
    duty: Duty = fact(zh="义务类型", en="duty owed")
    income: Money = fact(zh="义务人家庭月均总收入", en="total monthly income", unit="CNY/month", high=10_000_000)
    people: int = fact(zh="义务人家庭人数", en="people in the family", low=1, high=64)
    families: int = fact(zh="应赡养家庭数", en="families it must support", low=1, high=20)
    children: int = fact(zh="负担抚养费的子女数", en="children it pays for", low=0, high=20, usual=1)
    assisted: bool = fact(zh="义务人家庭是低保、特困或低收入", en="is itself on 低保, 特困 or 低收入", usual=False)
    homes: int = fact(zh="住房套数", en="homes owned", high=100)
    small_homes: bool = fact(zh="人均住房面积低于全市平均", en="floor area a head below the city's mean", usual=False)
    movable_assets: Money = fact(zh="机动车和货币财产总值", en="vehicles and money together", unit="CNY")
    ill_or_disabled: bool = fact(zh="有重病重残人员", en="somebody gravely ill or disabled", usual=False)
    paper: Paper = fact(zh="赡养抚养扶养文书", en="paper that fixes the support", usual=Paper.NONE)
    paper_amount: Money = fact(zh="文书金额", en="amount in the paper", unit="CNY/month", high=MOST_MONTHLY, usual=0)
    paid: Money = fact(zh="实际支付金额", en="support actually paid", unit="CNY/month", high=MOST_MONTHLY)


class Home(HomeHealth, HomeHousing, HomeElder, HomeNational):
    """A family as it applies or is visited."""

    members: Many[Person] = many(Person, zh="家庭成员", en="members of the family", most=40)
    obligors: Many[Obligor] = many(Obligor, zh="赡养抚养扶养义务人家庭", en="families that owe support", most=20)

    rural: bool = fact(
        zh="农业户口",
        en="rural registration",
        group="home",
        usual=False,
        help=(
            "2015年7月以前的低保标准，以及限于城镇户籍的住房和残疾人就业补贴",
            "for 低保 before July 2015, and for housing and work subsidies of families registered in a town",
        ),
    )
    rural_standard: Money = fact(
        zh="所在区农村低保标准（2008年7月以前）", en="rural standard of the district (before July 2008)", unit="CNY/month",
        high=10_000, group="home",
    )  # fmt: skip
    money_assets: Money = fact(zh="货币财产总额", en="money assets", unit="CNY", group="assets")
    vehicles: int = fact(
        zh="机动车和大型农机具数量", en="motor vehicles and large farm machines", high=100, group="assets",
        help=("残疾人代步车不计", "a disabled person's own vehicle is not counted"),
    )  # fmt: skip
    homes: int = fact(zh="住房套数", en="homes owned or rented from the public", high=100, group="assets")
    small_homes: bool = fact(
        zh="人均住房面积低于全市平均", en="floor area a head below the city's mean", group="assets", usual=False
    )
    other_property: bool = fact(
        zh="有非居住用房（唯一住所除外）",
        en="non-residential property (unless the only home)",
        group="assets",
        usual=False,
    )
    evaded: bool = fact(
        zh="采取规避法律行为造成困难", en="hardship made by evading the law", group="status", usual=False
    )
    single_parent: bool = fact(
        zh="单亲抚养子女", en="one parent brings up the children alone", group="status", usual=False
    )
    carer_over_60: bool = fact(
        zh="重病重残者的法定抚养人已满60周岁", en="the gravely ill or disabled member's supporter is 60 or over",
        group="status", usual=False,
    )  # fmt: skip
    job_reported: bool = fact(
        zh="低保期间就业并已主动申报", en="found work while on 低保 and reported it", group="status", usual=False
    )
    job_month: int = fact(
        zh="申报就业后的第几个月", en="month after reporting the job", unit="month", high=600, group="status", usual=0
    )
    former_dibao: Money = fact(
        zh="申报就业前的低保金",
        en="低保 drawn before the job",
        unit="CNY/month",
        high=MOST_MONTHLY,
        group="status",
        usual=0,
    )
    year_income: Money = fact(
        zh="近12个月家庭总收入",
        en="family income of the last 12 months",
        unit="CNY",
        high=100_000_000,
        group="spending",
    )
    year_spending: Money = fact(
        zh="近12个月生活必需支出（报销、救助后）", en="necessary spending of the last 12 months, net of aid", unit="CNY",
        high=100_000_000, group="spending", usual=0,
        help=("个人承担的医疗和基本教育费用", "own share of medical and basic education costs"),
    )  # fmt: skip
    spending_aided: bool = fact(
        zh="同一事由一年内已获临时救助", en="aided for the same cause within a year", group="spending", usual=False
    )
    emergency: Emergency = fact(zh="突发紧急情形", en="urgent event", group="spending", usual=Emergency.NONE)
    emergency_immediate: bool = fact(
        zh="需要立即采取救助措施", en="help is needed at once", group="spending", usual=False,
        help=("非本市户籍人员申请急难型救助的条件", "what a family from elsewhere needs for urgent relief"),
    )  # fmt: skip
    emergency_people: int = fact(
        zh="需要急难救助的人数", en="people who need urgent aid", high=40, group="spending", usual=0
    )
