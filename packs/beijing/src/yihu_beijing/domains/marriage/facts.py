"""What the law of marriage needs to know of a couple: the act asked for (marriage, divorce, a suit) and each of the
two."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Choice, Entity, Many, fact, many, up
from yihu_beijing.choices import Sex

PERIOD_HELP = ("期间从次日起算（民法典第二百零一条）", "a period begins on the day after (Civil Code, article 201)")
HOLIDAY_HELP = (
    "期间最后一日是法定休假日的，顺延到休假日结束的次日（民法典第二百零三条）",
    "if the last day is a public holiday, the period ends on the day after the holiday (Civil Code, article 203)",
)


class Kinship(Choice):
    """How the two are related by blood: 民法典 第一千零四十八条."""

    NONE = "none", "没有血亲关系", "not related by blood"
    DISTANT = "distant", "三代以外的旁系血亲", "collateral, beyond three generations"
    COLLATERAL = "collateral", "三代以内的旁系血亲", "collateral, within three generations"
    LINEAL = "lineal", "直系血亲", "lineal"


class Coercion(Choice):
    """Whether somebody was forced to marry, and how it stands now: 民法典 第一千零五十二条."""

    NONE = "none", "没有受胁迫", "not coerced"
    GOES_ON = "goes_on", "胁迫仍在继续", "coercion goes on"
    ENDED = "ended", "胁迫已经终止", "coercion has ended"
    CONFINED = "confined", "仍被非法限制人身自由", "still unlawfully confined"
    FREED = "freed", "已恢复人身自由", "at liberty again"


class Party(Entity):
    """One of the two."""

    couple: Couple = up()
    birth: date = fact(zh="出生日期", en="date of birth", ask=("出生日期是哪天？", "When were they born?"), group="who")
    sex: Sex = fact(zh="性别", en="sex", group="who")
    willing: bool = fact(zh="完全自愿", en="acts of their own free will", usual=True, group="who")
    full_capacity: bool = fact(
        zh="有完全民事行为能力", en="has full civil capacity", usual=True, group="who",
        help=("无民事行为能力人、限制民事行为能力人填否", "no for those without capacity or of limited capacity"),
    )  # fmt: skip
    has_spouse: bool = fact(
        zh="结婚登记时已有配偶", en="already has a spouse when the marriage is registered", usual=False, group="who",
        ask=("（申请或登记时）是否已有配偶？", "Do (or did) they already have a spouse when registering?"),
    )  # fmt: skip
    unfit_illness: bool = fact(
        zh="患有医学上认为不应当结婚的疾病", en="has an illness held to bar marriage", usual=False, group="who",
        help=("民法典施行后不再是不予登记的情形（决定0189）", "no ground of refusal under the Civil Code (decision 0189)"),
    )  # fmt: skip

    identity_card: bool = fact(zh="带居民身份证", en="brings the identity card", usual=True, group="papers")
    declaration: bool = fact(
        zh="签署无配偶、无禁止结婚亲属关系的声明", usual=True, group="papers",
        en="signs the declaration of having no spouse and no barred kinship",
    )  # fmt: skip
    hukou_book: bool = fact(zh="带户口簿", en="brings the household register", usual=True, group="papers")
    marriage_certificate: bool = fact(zh="带结婚证", en="brings the marriage certificate", usual=True, group="papers")

    coercion: Coercion = fact(zh="受胁迫结婚情况", en="forced to marry", usual=Coercion.NONE, group="annul")
    coerced_from: date = fact(
        zh="胁迫终止或恢复自由的次日", en="day after the coercion ended or liberty was regained", group="annul",
        help=PERIOD_HELP,
    )  # fmt: skip
    deceived: bool = fact(
        zh="对方婚前患重大疾病未如实告知",
        en="the other hid a grave illness before registering",
        usual=False,
        group="annul",
    )
    deceived_from: date = fact(
        zh="知道或者应当知道撤销事由的次日",
        en="day after they knew or should have known",
        group="annul",
        help=PERIOD_HELP,
    )


class Couple(Entity, zh="婚姻登记", en="marriage"):
    """The two, and what they ask of the registry or the court."""

    parties: Many[Party] = many(Party, zh="双方当事人", en="the two parties", most=2)

    applied: date = fact(
        zh="申请登记日期", en="day of the application to the registry", group="request",
        ask=("哪天到婚姻登记机关申请？", "On which day do they apply to the registry?"),
    )  # fmt: skip
    together: bool = fact(zh="双方亲自共同到场", en="both come in person, together", usual=True, group="request")
    at_hukou_registry: bool = fact(
        zh="在一方常住户口所在地的登记机关",
        en="at the registry where one of them is registered",
        usual=True,
        group="request",
    )
    kinship: Kinship = fact(zh="双方血亲关系", en="kinship of the two", usual=Kinship.NONE, group="request")

    sued: date = fact(zh="提起诉讼日期", en="day the suit is brought", group="annul")
    married_from: date = fact(
        zh="结婚登记的次日", en="day after the marriage was registered", group="annul", help=PERIOD_HELP
    )
    earlier_marriage_ended: bool = fact(
        zh="合法婚姻当事人已经离婚或者配偶已经死亡", usual=False, group="annul",
        en="the lawful marriage has ended by divorce or death",
        help=("以重婚为由请求确认无效时填写", "asked where bigamy is the ground"),
    )  # fmt: skip

    written_agreement: bool = fact(zh="签订书面离婚协议", en="written divorce agreement", group="divorce")
    settles_children: bool = fact(zh="子女抚养协商一致", en="agreed on the children", group="divorce")
    settles_property: bool = fact(zh="财产协商一致", en="agreed on property", group="divorce")
    settles_debts: bool = fact(zh="债务处理协商一致", en="agreed on debts", group="divorce")
    married_in_mainland: bool = fact(
        zh="结婚登记在中国内地办理", en="the marriage was registered in the mainland", usual=True, group="divorce"
    )
    days_since_receipt: int = fact(
        zh="收到离婚登记申请后的天数", en="days since the application for divorce was received", unit="day", high=3650,
        group="divorce", help=("收到当日为0", "0 on the day of receipt"),
    )  # fmt: skip
    cooling_moved: int = fact(
        zh="第一个三十日遇法定休假日顺延的天数", en="days by which a holiday moves the end of the first thirty days",
        unit="day", high=30, usual=0, group="divorce", help=HOLIDAY_HELP,
    )  # fmt: skip
    claim_moved: int = fact(
        zh="第二个三十日遇法定休假日顺延的天数", en="days by which a holiday moves the end of the second thirty days",
        unit="day", high=30, usual=0, group="divorce", help=HOLIDAY_HELP,
    )  # fmt: skip
    withdrawn: bool = fact(
        zh="一方已撤回离婚登记申请", en="one of them has withdrawn the application", usual=False, group="divorce"
    )
    claim_together: bool = fact(
        zh="双方亲自到场申请发给离婚证",
        en="both come in person to claim the divorce certificate",
        usual=True,
        group="divorce",
    )
