"""What the law of volunteers and the time bank needs to know: the volunteer, their account, and each service they
give."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Choice, Entity, Many, fact, many, up


class GiftTo(Choice):
    """Who is to receive the time coins."""

    NOBODY = "nobody", "不转赠", "nobody"
    PARENT = "parent", "父母", "a parent"
    GRANDPARENT = "grandparent", "祖父母、外祖父母", "a grandparent"
    DESCENDANT = "descendant", "子女、孙子女、外孙子女", "a child or grandchild"
    PLATFORM = "platform", "捐赠给平台", "the platform, as a donation"
    OTHER = "other", "其他人", "somebody else"


class Service(Entity):
    """One volunteer service."""

    volunteer: Volunteer = up()
    high_risk: bool = fact(
        zh="对人身安全、身心健康有较高风险", en="a higher risk to safety or health", usual=False, group="service"
    )
    danger: bool = fact(zh="可能发生人身危险", en="may bring bodily danger", usual=False, group="service")
    lasts_months: int = fact(
        zh="服务期限（满几个月）",
        en="how long it lasts, in full months",
        unit="month",
        high=600,
        usual=0,
        group="service",
    )
    large_event: bool = fact(zh="为大型社会活动服务", en="for a large public event", usual=False, group="service")
    outside: bool = fact(zh="组织到本市行政区域外开展", en="organised outside Beijing", usual=False, group="service")
    from_abroad: bool = fact(
        zh="境外人员参加志愿服务组织在本市的活动",
        en="a person from abroad, serving in Beijing",
        usual=False,
        group="service",
    )
    asked_in_writing: bool = fact(
        zh="任何一方要求签订书面协议", en="either side asks for a written agreement", usual=False, group="service"
    )
    other_law: bool = fact(
        zh="法律、法规规定应当签订的其他情形",
        en="another law asks for a written agreement",
        usual=False,
        group="service",
    )
    by_organisation: bool = fact(
        zh="由志愿服务组织安排", en="arranged by a volunteer organisation", usual=True, group="service"
    )
    recorded: bool = fact(zh="已经记录", en="recorded", usual=True, group="service")
    working_days_since_end: int = fact(
        zh="活动结束后的工作日数", en="working days since the end", unit="day", high=3650, group="service",
        help=("结束当日为0", "0 on the day of the end"),
    )  # fmt: skip


class Volunteer(Entity, zh="志愿者", en="volunteer"):
    """A volunteer, who may hold an account of the time bank."""

    services: Many[Service] = many(Service, zh="志愿服务", en="services", most=50)

    applied: date = fact(
        zh="申请日期", en="day of the request", group="who", ask=("哪天提出？", "On which day is it asked for?")
    )
    birth: date = fact(zh="出生日期", en="date of birth", group="who", ask=("出生日期是哪天？", "When were they born?"))
    resident: bool = fact(zh="本市居民", en="resident of Beijing", usual=True, group="who")
    healthy: bool = fact(zh="身体健康", en="in good health", usual=True, group="who")
    student: bool = fact(zh="在京学生", en="a student in Beijing", usual=False, group="who")
    guardian_leads: bool = fact(zh="由监护人带领", en="led by a guardian", usual=False, group="who")
    platform: bool = fact(
        zh="在“志愿北京”注册", en="registered on the platform 志愿北京", usual=True, group="volunteer"
    )
    serving: bool = fact(zh="开展志愿服务活动", en="is serving as a volunteer", usual=True, group="volunteer")
    hours: int = fact(
        zh="累计志愿服务时间（小时）", en="hours served in all", unit="hour", high=200_000, group="volunteer"
    )
    asks_proof: bool = fact(
        zh="要求出具志愿服务记录证明", en="asks for proof of service", usual=False, group="volunteer"
    )

    coins: int = fact(zh="时间币余额", en="time coins in the account", high=200_000, usual=0, group="account")
    in_need: bool = fact(zh="本人有养老服务需求", en="needs care themselves", usual=False, group="account")
    married: bool = fact(zh="有配偶", en="has a spouse", usual=False, group="account")
    spouse_birth: date = fact(zh="配偶出生日期", en="date of birth of the spouse", group="account")
    spouse_in_need: bool = fact(zh="配偶有养老服务需求", en="the spouse needs care", usual=False, group="account")
    gift_to: GiftTo = fact(zh="转赠或捐赠对象", en="who is to receive coins", usual=GiftTo.NOBODY, group="account")
