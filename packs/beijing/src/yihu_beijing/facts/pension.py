"""What the resident pension and family-planning aid ask of a person."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Choice, Entity, Money, fact


class OnlyChild(Choice):
    """Children of somebody, as 京人口发〔2008〕53号 二(一)4、6 and 京人口发〔2009〕31号 二(一)4 count them."""

    NONE = "none", "不属于以下情形", "neither of these"
    LOST = (
        "lost",
        "只生育或合法收养过一个子女，已死亡，现无存活子女",
        "had or adopted only one child, who died; no child alive",
    )
    ONE = (
        "one",
        "合法生育或收养一个子女，或两个子女现存活一个",
        "lawfully had or adopted one child, or two of whom one is alive",
    )


class ResidentPension(Choice):
    """Membership in the basic pension insurance of residents: 京人社居发〔2014〕177号 七、八."""

    NONE = "none", "未参加", "not a member"
    BEFORE_2015 = "before_2015", "2014年12月31日以前参加", "joined by 31 December 2014"
    SINCE_2015 = "since_2015", "2015年1月1日以后参加", "joined on or after 1 January 2015"


class PersonPension(Entity):
    """What the resident pension and family-planning aid ask of a person."""

    only_child: OnlyChild = fact(
        zh="独生子女情况", en="only child", group="pension", usual=OnlyChild.NONE,
        help=("再生育或合法收养子女后不再属于", "no longer so once another child is born or adopted"),
    )  # fmt: skip
    only_child_grade: int = fact(
        zh="独生子女残疾等级", en="grade of the only child's disability", high=4, group="pension", usual=0,
        help=("按第二代残疾人证；没有填0", "by the second-generation certificate; 0 without one"),
    )  # fmt: skip
    only_child_certificate: bool = fact(
        zh="领取了《独生子女父母光荣证》", en="holds the certificate of parents of an only child", group="pension"
    )  # fmt: skip
    parent_alone: bool = fact(
        zh="因丧偶或离婚单亲", en="alone because widowed or divorced", group="pension",
        help=("只问男性；再婚的填否", "asked of men only; no for somebody married again"),
    )  # fmt: skip
    wife_birth: date = fact(
        zh="女方出生日期", en="date of birth of the wife", group="pension",
        ask=("妻子（或已故、离异的妻子）出生日期是哪天？", "When was the wife (or the late or former wife) born?"),
        help=("只问男性", "asked of men only"),
    )  # fmt: skip
    special_aid_then: Money = fact(
        zh="当月执行的特别扶助金标准（2011年至2022年5月）", en="special aid as set for the month (2011 to May 2022)",
        unit="CNY/month", high=10_000, group="pension",
        help=("这段时间的标准文件未收集到，须据实填写", "the documents that set it then are not in hand"),
    )  # fmt: skip

    resident_pension: ResidentPension = fact(
        zh="城乡居民养老保险参保情况", en="residents' pension insurance", group="pension", usual=ResidentPension.NONE
    )
    state_pension: bool = fact(
        zh="已领取国家规定的基本养老保障待遇", en="draws a basic pension under the state's rules", group="pension", usual=False,
        help=(
            "职工养老金、机关事业单位退休金等；城乡居民养老金本身不算",
            "employees' pension, civil servants' pension and the like; the residents' pension itself is none",
        ),
    )  # fmt: skip
    contribution_years: int = fact(
        zh="城乡居民养老保险累计缴费年限", en="years of contributions to the residents' pension", unit="year", high=80,
        group="pension",
    )  # fmt: skip
    met_rules_of_2008: bool = fact(
        zh="经社保经办机构确认符合49号文件领取条件", en="found by the agency to meet the rules of 49号 (2008)", group="pension",
        help=("2014年底以前参保的按京政发〔2008〕49号，该文件未收集到", "who joined by 2014 is under 49号 of 2008, not in hand"),
    )  # fmt: skip
    pension_contribution: Money = fact(
        zh="本年度城乡居民养老保险缴费额", en="contribution to the residents' pension this year", unit="CNY/year", high=100_000,
        group="pension",
    )  # fmt: skip
