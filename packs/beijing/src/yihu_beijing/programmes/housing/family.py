"""What the texts on housing ask of a family: who belongs to it, its income and assets, homes, and special need.

Documents: 北京市公共租赁住房申请、审核及配租管理办法 (2011, “the measures”), 京建法〔2015〕14号 and 19号, 京建法〔2020〕6号.
Only the measures say who applies together (第五条): the applicant, the spouse, minor children and grown single ones. The
texts on rent count the same people (decision 0166). Income is what each of them earns a month, as facts of the members; no
text says what is income. Net worth is wider than the money assets of 低保 and a fact of its own.
"""

from __future__ import annotations

from yihu.engines.rules import Money, age_on, count, divide, recognised, rule
from yihu_beijing.facts import Home, Hukou, Person, Relation
from yihu_beijing.facts.housing import HousingArea
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.means import income, severely_disabled
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC

# who belongs


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第五条",
    words="申请人、配偶、未成年子女及已成年单身子女",
    zh="申请家庭成员",
    en="belongs to the applying family",
    note=(
        "租房补贴的文件未作定义，照此计算（决定0166）",
        "the texts on rent define nothing and count the same (decision 0166)",
    ),
)
def housing_member(person: Person, law: Law) -> bool:
    minor = age_on(person.birth, law.first_day, feb29="mar1") < law.adult_age
    child = person.relation == Relation.CHILD and (minor or person.single)
    return child or person.relation in (Relation.SELF, Relation.SPOUSE)


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第五条",
    words="公共租赁住房申请家庭成员",
    zh="申请家庭人数",
    en="people of the applying family",
)
def housing_people(home: Home, law: Law) -> int:
    return count(housing_member(m, law) for m in home.members)


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第四条(二)；京建法〔2015〕14号 一(一)；京建法〔2020〕6号 一",
    words=("申请人具有本市城镇户籍", "城镇户籍家庭"),
    zh="申请人有本市城镇户籍",
    en="the applicant is registered in a town of Beijing",
    note=(
        "“城镇户籍家庭”按申请人的户籍（决定0166）",
        "“family of town registration” goes by the applicant (decision 0166)",
    ),
)
def town_family(home: Home, law: Law) -> bool:
    here = any(m.relation == Relation.SELF and m.hukou == Hukou.BEIJING for m in home.members)
    return here and not home.rural


# means


@rule(
    cites="京建法〔2015〕14号 一(一)1；京建法〔2015〕19号 一(一)1；京建法〔2020〕6号 一(一)",
    words="申请当月前12个月家庭人均月收入",
    zh="申请家庭月收入",
    en="monthly income of the applying family",
    unit="CNY/month",
)
def housing_income(home: Home, law: Law) -> Money:
    return sum(income(m, law) for m in home.members if housing_member(m, law))


@rule(
    cites="京建法〔2015〕14号 一(一)1；京建法〔2015〕19号 一(一)1；京建法〔2020〕6号 一(一)",
    words="申请当月前12个月家庭人均月收入",
    zh="申请家庭人均月收入",
    en="monthly income a head of the applying family",
    unit="CNY/month",
    note=("四舍五入到分（条文未写，同决定0101）", "to the fen, half up (the texts are silent, as in decision 0101)"),
)
def housing_income_per_head(home: Home, law: Law) -> Money:
    return divide(housing_income(home, law), housing_people(home, law), places=2, if_zero=0)


@rule(
    cites="京建法〔2015〕14号 一(一)3；京建法〔2015〕19号 一(一)3；京建法〔2020〕6号 一(三)",
    words=("3人及以下家庭总资产净值57万元及以下", "4人及以上家庭总资产净值76万元及以下"),
    zh="家庭总资产净值在限额内",
    en="net worth within the limit",
)
def net_assets_within(home: Home, law: Law) -> bool:
    small = housing_people(home, law) <= law.housing_assets_people
    return home.net_assets <= (law.housing_assets_small if small else law.housing_assets_large)


@rule(
    cites="京建法〔2015〕19号 一(一)2；京建法〔2020〕6号 一(二)",
    words="申请家庭成员在本市均无住房",
    zh="在本市没有住房",
    en="no home in the city",
    note=("所租的房屋不计；在外地的住房不影响", "the rented home does not count; a home elsewhere does no harm"),
)
def no_home_here(home: Home, law: Law) -> bool:
    return home.homes == 0 or home.homes_here == 0


@rule(
    cites="京建法〔2015〕14号 一(二)、二(三)；京建法〔2015〕19号 一(二)、二(二)",
    words=("怀柔、平谷、密云、延庆等4个区县的城镇户籍家庭", "由区县人民政府自行确定"),
    zh="户籍在怀柔、平谷、密云、延庆",
    en="registered in one of the four outer districts",
)
def of_outer_district(home: Home, law: Law) -> bool:
    return home.housing_area == HousingArea.OUTER


# classes


@rule(
    cites="京建法〔2015〕14号 二(三)1；京建法〔2015〕19号 二(一)",
    words="最低生活保障家庭、分散供养的特困人员",
    zh="低保家庭或分散供养的特困人员",
    en="family on 低保, or person in special hardship living apart",
    note=(
        "申请人为特困人员；租房居住即为分散供养；本人单独纳入低保的不是低保家庭",
        (
            "the applicant is in special hardship; whoever rents lives apart from an institution; somebody on 低保 alone by direct "
            "entry is no family on it"
        ),
    ),
)
def dibao_or_tekun(home: Home, law: Law) -> bool:
    tekun = any(m.relation == Relation.SELF and recognised(TEKUN_BASIC, m) for m in home.members)
    return recognised(DIBAO, home) or tekun


@rule(
    cites="京建法〔2015〕14号 二(三)2；京建法〔2015〕19号 二(一)",
    words="民政部门认定的城市低收入家庭",
    zh="低收入家庭",
    en="recognised low-income family",
)
def low_income_recognised(home: Home, law: Law) -> bool:
    return recognised(LOW_INCOME, home)


@rule(
    cites="京建法〔2015〕14号 二(四)3；京建法〔2020〕6号 二(三)3",
    words="家庭成员均为60周岁以上老人且无子女",
    zh="家庭成员均为60周岁以上且无子女",
    en="all members are 60 or over and have no children",
)
def elders_without_children(home: Home, law: Law) -> bool:
    aged = all(
        age_on(m.birth, law.last_day, feb29="mar1") >= law.housing_elder_age
        for m in home.members
        if housing_member(m, law)
    )
    return aged and home.childless


@rule(
    cites="京建法〔2015〕14号 二(四)1、2；京建法〔2020〕6号 二(三)1、2",
    words=("家庭成员中有重度残疾人员", "家庭成员中有患大病人员", "家庭成员中有患重大疾病人员"),
    zh="有重度残疾或患重大疾病的家庭成员",
    en="a member gravely disabled or gravely ill",
    note=("重度残疾按445号二(二)1的口径", "gravely disabled as in 445号 二(二)1"),
)
def severe_or_ill_member(home: Home, law: Law) -> bool:
    return any(severely_disabled(m, law) or m.serious_illness for m in home.members if housing_member(m, law))


@rule(
    cites="京建法〔2015〕14号 二(四)；京建法〔2020〕6号 二(三)",
    words=("加大重度残疾等3类家庭公租房租金补贴力度", "加大重度残疾等3类家庭市场租房补贴力度"),
    zh="重度残疾等三类家庭",
    en="one of the three kinds of family in special need",
)
def family_in_special_need(home: Home, law: Law) -> bool:
    return severe_or_ill_member(home, law) or elders_without_children(home, law)
