"""What medical insurance and medical aid ask of a person, and of a family: which insurance, and the costs of a year.

Each payer starts from what the one before has left, as the settlement sheet shows it (decision 0141). “Within policy”: at a
designated hospital, on what basic insurance covers. A year is the insurance year, January to December.
"""

from __future__ import annotations

from typing import Any

from yihu.engines.rules import Choice, Entity, Money, fact

MOST = 10_000_000


class Insurance(Choice):
    """Basic medical insurance somebody has."""

    NONE = "none", "未参保", "none"
    RESIDENT = "resident", "本市城乡居民医保", "residents' insurance of Beijing"
    EMPLOYEE = "employee", "本市职工医保", "employees' insurance of Beijing"
    ELSEWHERE = "elsewhere", "外埠基本医保或其他保障", "basic insurance elsewhere, or other cover"


class CoverGroup(Choice):
    """Groups that article 2 of 250号 of 2017 lists by themselves."""

    NONE = "none", "不属于", "none"
    OLD = "old", "第二条（一）所列四类人员", "one of the four groups of article 2(1)"
    CHILD = (
        "child",
        "第二条（三）所列七类学生儿童，或本年度缴费时是学生儿童",
        "one of the seven groups of students and children of article 2(3), or such when paying for this year",
    )
    OTHER = "other", "第二条（四）至（七）所列人员", "one of those of article 2(4) to (7)"


class AidGroup(Choice):
    """Groups of medical aid that no other fact shows: 37号 of 2022 一(一)1 and 2, 十(三)."""

    NONE = "none", "不属于", "none"
    EDUCATED_YOUTH = (
        "educated_youth",
        "民政部门管理的因公（病）致残返城知青",
        "educated youth disabled at work, kept by civil affairs",
    )
    RETRENCHED = (
        "retrenched",
        "享受原工资40%救济的60年代初精减退职老职工",
        "worker retrenched in the early 1960s, on 40 % of the old wage",
    )
    LEAVING_TEKUN = "leaving_tekun", "治疗期间退出特困供养", "left special hardship during the treatment"
    LEAVING_RELIEF = (
        "leaving_relief",
        "治疗期间退出低保、生活困难补助或低收入",
        "left 低保, hardship aid or 低收入 during the treatment",
    )


class Hospital(Choice):
    """Grade of a hospital, as insurance parts them."""

    NONE = "none", "没有住院", "no stay in hospital"
    PRIMARY = "primary", "一级及以下", "grade 1 or below"
    SECOND = "second", "二级", "grade 2"
    THIRD = "third", "三级", "grade 3"


OWN_HELP = (
    "定点医疗机构、政策范围内，基本医保、大病保险等报销后的个人负担；不含未按规定转诊的。身份在治疗期间变化的，当次费用也计入",
    "at designated hospitals, within policy, left by basic and major-illness insurance; not without the referral due. A treatment "
    "during which the status changed counts whole",
)
OUTPATIENT_HELP = (
    "医保范围内、报销前；成年人不含未经基层首诊转诊的，急诊除外",
    "covered costs before insurance; of adults not without the first visit or referral, emergencies apart",
)
CHILD_HELP = (
    "只问孤儿、事实无人抚养儿童：本市定点医疗机构，城乡居民医保和商业保险报销后的全部个人负担",
    "for orphans and unsupported children: designated hospitals of Beijing, all that residents' and commercial insurance left",
)


def _year(zh: str, en: str, help: tuple[str, str] = OWN_HELP) -> Any:
    """Money of one insurance year, presumed nothing."""
    return fact(zh=zh, en=en, unit="CNY/year", high=MOST, usual=0, group="health", help=help)


class PersonHealth(Entity):
    """Insurance and medical costs of a person."""

    insurance: Insurance = fact(
        zh="基本医疗保险", en="basic medical insurance", group="health",
        ask=("参加的是哪一种基本医疗保险？", "Which basic medical insurance do they have?"),
    )  # fmt: skip
    cover_group: CoverGroup = fact(
        zh="城乡居民医保单列的参保人员", en="listed by itself for residents' insurance", group="health", usual=CoverGroup.NONE,
        help=(
            "如外埠退休来京落户；父母一方本市户籍的外埠学生儿童、初高中往届生；本年度刚毕业或满16周岁的；未持居住证的外埠配偶、外国永久居留人员",
            "say, retired elsewhere and registered here; child from elsewhere of a parent registered here; school-leaver; left "
            "school or turned 16 this year; spouse from elsewhere without a permit; foreign permanent resident",
        ),
    )  # fmt: skip
    cover_listed: bool = fact(
        zh="协助参保名单中的其他人员", en="otherwise on the lists of those helped to join", group="health", usual=False,
        help=(
            "享受定期抚恤补助的优抚对象、见义勇为人员、退离居委会老积极分子、去世离休干部无工作配偶、低收入农户",
            "on regular preferential treatment, heroism, old community activist, widow of a veteran cadre, low-income farm family",
        ),
    )  # fmt: skip
    cover_interrupted: bool = fact(
        zh="城乡居民医保未连续参保", en="residents' insurance interrupted", group="health", usual=False,
        help=(
            "上年度参保而本年度未连续缴费；本年度新符合条件并缴费的算连续",
            "insured last year and not paid on in time; new this year counts as paid on",
        ),
    )  # fmt: skip
    aid_group: AidGroup = fact(
        zh="其他医疗救助身份", en="other status for medical aid", group="health", usual=AidGroup.NONE
    )

    year_outpatient_primary: Money = _year(
        "本年度一级及以下医院门急诊费用", "outpatient costs of the year at hospitals of grade 1 or below",
        OUTPATIENT_HELP,
    )  # fmt: skip
    year_outpatient_hospital: Money = _year(
        "本年度二级及以上医院门急诊费用", "outpatient costs of the year at hospitals of grade 2 or 3",
        OUTPATIENT_HELP,
    )  # fmt: skip
    stay_hospital: Hospital = fact(
        zh="本次住院的医院等级", en="hospital of the stay to be settled", group="health", usual=Hospital.NONE,
        help=(
            "一个结算期；特殊病种门诊按住院支付、每年度一个结算期，急诊留观同住院",
            "one settlement; outpatient care of listed diseases counts as a stay, a year at a time; emergency observation too",
        ),
    )  # fmt: skip
    stay_cost: Money = fact(
        zh="本次住院医保范围内费用", en="covered costs of the stay, before insurance", unit="CNY", high=MOST, group="health",
        usual=0,
    )  # fmt: skip
    stay_later: bool = fact(
        zh="本年度第二次及以后住院", en="second or later stay of the year", group="health", usual=False
    )
    year_inpatient_paid: Money = fact(
        zh="本年度医保基金已付的住院费用", en="inpatient money the fund has paid this year before", unit="CNY", high=MOST,
        group="health", usual=0,
    )  # fmt: skip
    year_own_after_basic: Money = _year(
        "本年度基本医保报销后的政策范围内自付", "own costs of the year within policy after basic insurance",
        ("门诊、住院合计，大病保险报销前", "outpatient and inpatient, before major-illness insurance"),
    )  # fmt: skip
    year_outpatient_own: Money = _year(
        "本年度门诊个人负担（各项保险后）", "own outpatient costs of the year, after all insurance"
    )
    year_inpatient_own: Money = _year(
        "本年度住院个人负担（各项保险后）", "own inpatient costs of the year, after all insurance"
    )
    year_special_own: Money = _year(
        "本年度门诊特殊疾病个人负担（各项保险后）", "own outpatient costs of listed diseases, after all insurance"
    )
    child_outpatient_own: Money = _year("本年度儿童门诊个人负担", "own outpatient costs of the child", CHILD_HELP)
    child_inpatient_own: Money = _year("本年度儿童住院个人负担", "own inpatient costs of the child", CHILD_HELP)
    child_major_own: Money = _year(
        "本年度儿童重大疾病个人负担", "own costs of the child's major disease",
        ("重大疾病名录内疾病的门诊和住院，不再计入前两项", "of a listed major disease, in neither of the other two sums"),
    )  # fmt: skip
    last_year_medical_own: Money = fact(
        zh="上一自然年度合规医疗费用个人负担", en="own medical costs of the last calendar year", unit="CNY", high=MOST,
        group="health", usual=0,
        help=(
            "定点医疗机构自付一和自付二，扣除基本医保、大病保险、商业保险和各种救助后",
            "own shares one and two at designated hospitals, net of basic, major-illness and commercial insurance and of aid",
        ),
    )  # fmt: skip


class HomeHealth(Entity):
    """What medical aid to families impoverished by illness asks of a family."""

    last_year_income: Money = fact(
        zh="上一自然年度家庭总收入", en="family income of the last calendar year", unit="CNY", high=100_000_000, group="health",
        help=("京医保发〔2023〕9号口径的净收入，不含其所列不计入项目", "net, as 9号 of 2023 counts it, without what it leaves out"),
    )  # fmt: skip
    illness_aided: bool = fact(
        zh="本自然年度已申请因病致贫医疗救助", en="has asked for aid of families impoverished by illness this year",
        group="health", usual=False,
    )  # fmt: skip
    vehicle_excused: bool = fact(
        zh="唯一机动车经区认定用于长期就医", en="the district excuses the only vehicle, used for long treatment", group="health",
        usual=False,
    )  # fmt: skip
