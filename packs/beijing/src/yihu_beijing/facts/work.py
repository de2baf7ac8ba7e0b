"""What employment law asks of a person: the end of the last job, contributions paid, self-employment."""

from __future__ import annotations

from yihu.engines.rules import Choice, Entity, Money, fact


class JobEnd(Choice):
    """How the last job ended: 京人社评发〔2024〕17号 第五条."""

    NONE = "none", "没有失业", "has not lost a job"
    OWN_WISH = "own_wish", "本人提出等本人意愿", "by the worker's own wish"
    EXPIRED = "expired", "劳动（聘用）合同到期终止", "the contract ran out"
    AGREED = "agreed", "用人单位提出，协商一致解除", "ended by agreement that the employer proposed"
    ENDED = "ended", "被用人单位解除合同", "ended by the employer"
    DISMISSED = "dismissed", "被辞退、除名、开除", "dismissed, struck off or expelled"
    CLOSED = "closed", "用人单位破产、关闭、撤销或提前解散", "the employer went bankrupt, closed or dissolved"
    EMPLOYER_FAULT = (
        "employer_fault", "本人依劳动合同法第三十八条解除", "by the worker for the employer's fault (article 38)"
    )  # fmt: skip
    OTHER_LAW = "other_law", "法律、法规、规章规定的其他情形", "otherwise by law not by own wish"


class JobSupport(Choice):
    """Groups that may ask for the subsidy of flexible employment: 京人社评发〔2024〕13号 第五条."""

    NONE = "none", "不属于", "none"
    DIFFICULT = "difficult", "就业困难人员", "recognised as hard to place"
    GRADUATE = "graduate", "离校2年内未就业的高校毕业生", "graduate of the last two years who had no job"
    ARMY_SPOUSE = (
        "army_spouse", "登记失业的初次进京随军家属", "army dependant, first time in Beijing, registered unemployed"
    )  # fmt: skip


class SoloWork(Choice):
    """Self-employment of a disabled person: 京残发〔2007〕62号 第二条."""

    NONE = "none", "不属于", "none"
    LICENSED = "licensed", "个体工商户及其从业的残疾人（含盲人保健按摩）", "licensed business, or works in one"
    MARKET = "market", "集贸市场个体经营", "trades on a market"
    COMMUNITY = "community", "街道、乡镇或社区安排的便民服务", "neighbourhood service arranged by street or community"


class PersonWork(Entity):
    """What employment law asks of a person."""

    job_end: JobEnd = fact(zh="失业原因", en="how the last job ended", group="work")
    unemployment_years: int = fact(
        zh="失业前累计缴纳失业保险费的满年数", en="full years of unemployment contributions before the loss of the job",
        unit="year", high=60, group="work",
        help=(
            "视同缴费和外省转入的合并计算，重复月份只计一次；领取期间再就业后又失业的，只计再就业以后的",
            "deemed and transferred years included, no month twice; after work during an earlier benefit only the new years",
        ),
    )  # fmt: skip
    unemployment_years_before: int = fact(
        zh="前次失业时核定的缴费满年数", en="full years assessed for the earlier spell", unit="year", high=60, group="work",
        help=("再就业不满一年又失业、续领前次待遇的才需要", "only where an earlier benefit goes on after less than a year of work"),
    )  # fmt: skip
    unemployment_carried: int = fact(
        zh="前次应领未领的失业保险金月数", en="months of an earlier benefit not yet drawn", unit="month", high=24, group="work"
    )  # fmt: skip
    unemployment_drawn: int = fact(
        zh="本次已领失业保险金月数", en="months of benefit drawn in this spell", unit="month", high=600, group="work", usual=0
    )  # fmt: skip
    unemployment_then: Money = fact(
        zh="当月执行的本人失业保险金标准（2025年1月至8月）", unit="CNY/month", high=10_000, group="work",
        en="unemployment benefit as set for the month (January to August 2025)",
        help=("这段时间的发放标准未收集到，须据实填写", "the amounts of that time are not in hand"),
    )  # fmt: skip
    months_to_retirement: int = fact(
        zh="距本人法定退休年龄的月数", en="months to the own statutory retirement age", unit="month", high=1_000, group="work",
        help=(
            "2025年起逐步延迟，按本人出生年月和职业核定",
            "raised step by step from 2025; as fixed for the month of birth and job",
        ),
    )  # fmt: skip
    moved_abroad: bool = fact(zh="已移居境外", en="has moved abroad", group="work", usual=False)
    survivor_of_unemployed: bool = fact(
        zh="领取失业保险金期间死亡人员的遗属", en="survivor of somebody who died while drawing the benefit", group="work",
        usual=False
    )  # fmt: skip
    survivor_grant: bool = fact(
        zh="已领取养老或工伤的丧葬补助金、抚恤金", group="work", usual=False,
        en="has drawn funeral and survivors' money of pension or injury insurance",
    )  # fmt: skip
    job_support: JobSupport = fact(zh="就业援助类别", en="group of job support", group="work", usual=JobSupport.NONE)
    flexible_job_days: int = fact(
        zh="办理个人就业登记的天数", en="days since own employment was registered", unit="day", high=30_000, group="work"
    )  # fmt: skip
    pays_own_insurance: bool = fact(
        zh="以灵活就业（个人）身份按时足额缴纳社会保险费", en="pays social insurance by oneself, in full and in time", group="work"
    )  # fmt: skip
    insurance_subsidy_months: int = fact(
        zh="已享受灵活就业社会保险补贴的月数", en="months of the insurance subsidy drawn", unit="month", high=600, group="work",
        usual=0
    )  # fmt: skip
    job_report_months: int = fact(
        zh="距上次报告就业状况的月数", en="months since the work was last reported", unit="month", high=600, group="work", usual=0
    )  # fmt: skip
    solo_work: SoloWork = fact(zh="残疾人个体就业形式", en="kind of self-employment", group="work")
