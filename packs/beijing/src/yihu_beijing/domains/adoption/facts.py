"""What the law of adoption needs to know: those who adopt, the children, and who gives them."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Choice, Entity, Many, fact, many, up
from yihu_beijing.choices import Sex


class Origin(Choice):
    """Why a child may be adopted: 民法典 第一千零九十三条."""

    ORPHAN = "orphan", "丧失父母的孤儿", "orphan"
    NOT_FOUND = "not_found", "查找不到生父母的未成年人", "parents not found"
    HARDSHIP = "hardship", "生父母有特殊困难无力抚养的子女", "parents in special hardship, unable to raise them"
    OTHER = "other", "其他", "other"


class Tie(Choice):
    """How the adopters are related to the child: 民法典 第一千零九十九条、第一千一百零三条."""

    NONE = "none", "没有下列关系", "none of these"
    KIN = (
        "kin",
        "收养三代以内旁系同辈血亲的子女",
        "child of a collateral of one's own generation, within three generations",
    )
    STEP = "step", "继父或者继母收养继子女", "step-parent and stepchild"


class Giver(Choice):
    """Who gives the child for adoption: 民法典 第一千零九十四条 to 第一千零九十七条."""

    ORPHANS_GUARDIAN = "orphans_guardian", "孤儿的监护人", "guardian of an orphan"
    INSTITUTION = "institution", "儿童福利机构", "child welfare institution"
    PARENTS = "parents", "生父母双方共同", "both parents together"
    ONE_PARENT = "one_parent", "生父母一方", "one parent"
    INCAPABLE_PARENTS_GUARDIAN = (
        "incapable_parents_guardian",
        "父母均不具备完全民事行为能力的，其监护人",
        "guardian where neither parent has full capacity",
    )
    NOBODY = "nobody", "以上都不是", "none of these"


class Adopter(Entity):
    """One who adopts."""

    adoption: Adoption = up()
    birth: date = fact(
        zh="出生日期", en="date of birth", ask=("出生日期是哪天？", "When were they born?"), group="adopter"
    )
    sex: Sex = fact(zh="性别", en="sex", group="adopter")
    married: bool = fact(zh="有配偶", en="has a spouse", group="adopter")
    able: bool = fact(
        zh="有抚养、教育和保护被收养人的能力",
        en="able to raise, educate and protect the child",
        usual=True,
        group="adopter",
    )
    unfit_illness: bool = fact(
        zh="患有医学上认为不应当收养子女的疾病", en="has an illness held to bar adoption", usual=False, group="adopter"
    )
    harmful_record: bool = fact(
        zh="有不利于被收养人健康成长的违法犯罪记录", usual=False, group="adopter",
        en="has a record of offences that is bad for the child",
    )  # fmt: skip
    willing: bool = fact(zh="自愿收养", en="adopts of their own free will", usual=True, group="adopter")


class Child(Entity):
    """A child to be adopted."""

    adoption: Adoption = up()
    birth: date = fact(
        zh="出生日期", en="date of birth", ask=("出生日期是哪天？", "When were they born?"), group="child"
    )
    sex: Sex = fact(zh="性别", en="sex", group="child")
    origin: Origin = fact(zh="可被收养的情形", en="why the child may be adopted", group="child")
    disabled: bool = fact(zh="残疾未成年人", en="disabled", usual=False, group="child")
    in_institution: bool = fact(
        zh="由儿童福利机构抚养", en="raised by a child welfare institution", usual=False, group="child"
    )
    consents: bool = fact(
        zh="被收养人同意", en="the child consents", group="child",
        help=("八周岁以上未成年人填写", "asked of a child of eight or over"),
    )  # fmt: skip
    notice_days: int = fact(
        zh="公告查找生父母的天数", en="days of public notice for the parents", unit="day", high=3650, group="child",
        help=("查找不到生父母的填写，公告之日为0", "where the parents are not found; 0 on the day of the notice"),
    )  # fmt: skip
    claimed: bool = fact(
        zh="公告后有生父母或其他监护人认领", en="claimed by parents or another guardian", usual=False, group="child"
    )


class Adoption(Entity, zh="收养", en="adoption"):
    """An application to adopt."""

    adopters: Many[Adopter] = many(Adopter, zh="收养人", en="adopters", most=2)
    children: Many[Child] = many(Child, zh="被收养人", en="children to be adopted", most=10)

    applied: date = fact(
        zh="申请收养登记日期", en="day of the application", group="request",
        ask=("哪天申请收养登记？", "On which day do they apply?"),
    )  # fmt: skip
    tie: Tie = fact(
        zh="收养人与被收养人的关系", en="how adopters and child are related", usual=Tie.NONE, group="request"
    )
    overseas: bool = fact(zh="收养人是华侨", en="the adopters are Chinese overseas", usual=False, group="request")
    own_children: int = fact(
        zh="收养人已有子女数", en="children the adopters already have", high=20, group="request",
        help=("婚生、非婚生、养子女等都计，不问年龄", "all children they have by law, of any age"),
    )  # fmt: skip

    giver: Giver = fact(zh="送养人", en="who gives the child", group="giver")
    giver_willing: bool = fact(zh="送养人自愿", en="given of their own free will", usual=True, group="giver")
    giver_hardship: bool = fact(
        zh="生父母有特殊困难无力抚养",
        en="the parents are in special hardship and cannot raise the child",
        group="giver",
    )
    other_parent_gone: bool = fact(
        zh="生父母另一方死亡、不明或者查找不到",
        en="the other parent is dead, unknown or not found",
        usual=False,
        group="giver",
    )
    priority_claimed: bool = fact(
        zh="死亡一方的父母要求优先抚养", usual=False, group="giver",
        en="the dead parent's own parents claim to raise the child",
    )  # fmt: skip
    obligors_consent: bool = fact(
        zh="有抚养义务的人同意送养", en="those who owe the child support consent", group="giver",
        help=("监护人送养孤儿时填写", "asked where a guardian gives an orphan"),
    )  # fmt: skip
    serious_harm: bool = fact(
        zh="父母可能严重危害该未成年人", en="the parents may gravely harm the child", group="giver",
        help=("父母均不具备完全民事行为能力时填写", "asked where neither parent has full capacity"),
    )  # fmt: skip

    days_since_receipt: int = fact(
        zh="收到申请和材料后的审查天数（不含公告期间）", unit="day", high=3650, group="request",
        en="days since application and papers were received, without the public notice",
        help=("收到的次日为1", "1 on the day after receipt"),
    )  # fmt: skip
