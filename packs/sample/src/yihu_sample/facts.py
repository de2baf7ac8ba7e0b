"""What the programmes of 云溪市 need to know of a family and its members.

Money is in CNY a month unless the unit says otherwise. A fact nobody has given is unknown, never zero.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Choice, Entity, Many, Money, fact, many, up


class Sex(Choice):
    """Sex, as in the register."""

    MALE = "male", "男", "male"
    FEMALE = "female", "女", "female"


class Care(Choice):
    """How much care somebody needs, as assessed."""

    NONE = "none", "能自理", "none"
    SOME = "some", "部分失能", "some"
    FULL = "full", "失能", "full"


class Person(Entity):
    """A member of a family."""

    home: Home = up()

    birth: date = fact(zh="出生日期", en="date of birth", group="person", ask=("出生日期？", "When were they born?"))
    sex: Sex = fact(zh="性别", en="sex", group="person")
    wage: Money = fact(zh="工资", en="wage", unit="CNY/month", high=1_000_000, group="income", usual=0)
    pension: Money = fact(zh="养老金", en="pension", unit="CNY/month", high=100_000, group="income", usual=0)
    care: Care = fact(
        zh="照护需求",
        en="need of care",
        group="health",
        usual=Care.NONE,
        ask=("评估的失能等级？", "How much care do they need, as assessed?"),
    )


class Home(Entity):
    """A family that lives together."""

    members: Many[Person] = many(Person, zh="家庭成员", en="members of the family", most=20)

    savings: Money = fact(
        zh="存款", en="savings", unit="CNY", group="assets", ask=("全家存款多少元？", "How much has the family saved?")
    )
