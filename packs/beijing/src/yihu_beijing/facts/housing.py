"""What housing aid asks of a family, and of its members."""

from __future__ import annotations

from yihu.engines.rules import Choice, Entity, Money, Number, fact


class Tenancy(Choice):
    """In what kind of home the family lives as a tenant."""

    NONE = "none", "未租房", "rents nothing"
    MARKET = "market", "在本市租住市场房源并签有合同", "rents on the market in the city, under a contract"
    PUBLIC = "public", "租住公开配租的公租房", "public rental home from a public allocation"
    PUBLIC_OTHER = "public_other", "租住其他方式取得的公租房", "public rental home obtained otherwise"


class HousingArea(Choice):
    """District of the family's registration, as the texts on rent group them."""

    CORE = "core", "东城区、西城区", "Dongcheng or Xicheng"
    OTHER = "other", "其他各区", "another district"
    OUTER = "outer", "怀柔、平谷、密云、延庆", "Huairou, Pinggu, Miyun or Yanqing"


class PersonHousing(Entity):
    """What housing aid asks of a member."""

    single: bool = fact(
        zh="单身（已成年子女）", en="single (grown child)", group="housing", usual=True,
        help=("未婚、离异、丧偶", "unmarried, divorced or widowed"),
    )  # fmt: skip


class HomeHousing(Entity):
    """What housing aid asks of a family."""

    housing_area: HousingArea = fact(zh="户籍所在区", en="district of registration", group="housing")
    homes_here: int = fact(
        zh="申请家庭成员在本市的住房套数", en="homes of the applying family in the city", high=100, group="housing",
        help=("承租的公租房和市场租住的房屋不计", "a public rental home and a home rented on the market do not count"),
    )  # fmt: skip
    lives_here: bool = fact(zh="申请家庭成员在本市生活", en="the family lives in the city", group="housing", usual=True)
    net_assets: Money = fact(
        zh="家庭总资产净值", en="net worth of the family", unit="CNY", group="housing",
        help=("房产、车辆、存款、投资等减去债务", "property, vehicles, deposits and investments less debts"),
    )  # fmt: skip
    tenancy: Tenancy = fact(zh="租房情况", en="tenancy", group="housing")
    rent: Money = fact(
        zh="市场租房月租金", en="rent paid on the market", unit="CNY/month", high=200_000, group="housing"
    )
    rents_outside: bool = fact(
        zh="租住城六区以外的房源并已登记备案", en="rents outside the six central districts, contract registered",
        group="housing",
    )  # fmt: skip
    public_rent: Money = fact(
        zh="所租公租房的租金标准", en="rent of the public home a square metre", unit="CNY/month/m2", high=1_000, group="housing"
    )  # fmt: skip
    rented_area: Number = fact(
        zh="所租公租房的建筑面积", en="built area of the public rental home", unit="m2", high=2_000, group="housing"
    )  # fmt: skip
    usable_area: Number = fact(
        zh="家庭在本市住房的使用面积合计", en="usable area of the family's homes in the city", unit="m2", high=20_000,
        group="housing"
    )  # fmt: skip
    childless: bool = fact(zh="家庭成员均无子女", en="no member has children", group="housing")
    housing_waiting: bool = fact(
        zh="廉租房、经济适用房或限价房轮候家庭", en="waits for an earlier kind of protected housing", group="housing", usual=False
    )  # fmt: skip
    steady_worker: bool = fact(
        zh="外省市来京稳定工作，经所在区认定符合年限和证明条件", group="housing", usual=False,
        en="came from elsewhere, found by the district to have worked steadily for long enough, with papers",
    )  # fmt: skip
    housing_priority: bool = fact(
        zh="有做过大手术的人员、优抚对象、退役军人、省部级以上劳动模范或成年孤儿", group="housing", usual=False,
        en="somebody after a major operation, on preferential treatment, a veteran, model worker or grown orphan in the family",
    )  # fmt: skip
    district_qualifies: bool = fact(
        zh="符合怀柔、平谷、密云、延庆本区的收入和资产条件", en="within the income and assets that the outer district sets",
        group="housing"
    )  # fmt: skip
    district_rent_standard: Money = fact(
        zh="怀柔、平谷、密云、延庆本区的市场租房补贴标准（2020年8月以前）", group="housing", unit="CNY/month", high=10_000,
        en="market rent subsidy that the outer district sets (before August 2020)",
    )  # fmt: skip
    district_rent_class: int = fact(
        zh="怀柔、平谷、密云、延庆本区核定的收入档次（三至六）", en="income class by the outer district (3 to 6)", low=3,
        high=6, group="housing"
    )  # fmt: skip
