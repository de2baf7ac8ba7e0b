"""公共租赁住房: who may ask for a public rental home, who goes first, and the subsidy of its rent.

Documents: 北京市公共租赁住房申请、审核及配租管理办法 (“the measures”, no number on the page, in force 2011-12-01): 第四条 who,
第八条 one home, 第十三条(三) who goes first; they say nothing of assets. 京建法〔2015〕14号 (“14号”, in force 2015-11-01): 一 who,
二 how much.

Left out: homes of industrial parks (第四条, 第二十八条: rules of the park), the size of the home (第八条), waiting, draw and
lease (第九条 to 第二十七条); of 14号 what a district may add (二(五)) and families of the older 廉租 housing (四(一)). The outer
districts set income, assets and the lines of the classes by themselves (一(二), 二(三)): facts stand for them (decision 0167).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Number, Programme, age_on, entitled, round_half_up, rule
from yihu_beijing.facts import Home, Hukou, Relation, Relief
from yihu_beijing.facts.housing import Tenancy
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import adult
from yihu_beijing.programmes.housing.family import (
    dibao_or_tekun,
    family_in_special_need,
    housing_income,
    housing_income_per_head,
    housing_member,
    housing_people,
    low_income_recognised,
    net_assets_within,
    no_home_here,
    of_outer_district,
    severe_or_ill_member,
    town_family,
)

# the measures: who may ask


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第四条(二)",
    words="3口及以下家庭年收入10万元(含)以下",
    zh="家庭年收入在限额内",
    en="yearly income within the limit",
    note=("年收入按成员月收入之和乘以12", "twelve times what the members earn a month"),
)
def ask_income_within(home: Home, law: Law) -> bool:
    small = housing_people(home, law) <= law.housing_ask_people
    limit = law.housing_ask_income_small if small else law.housing_ask_income_large
    return housing_income(home, law) * law.housing_ask_months <= limit


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第四条(二)",
    words=("申请人具有本市城镇户籍", "家庭人均住房使用面积15平方米(含)以下"),
    zh="本市城镇户籍、住房和收入符合条件",
    en="of a town of Beijing, with little room and income",
)
def asks_as_resident(home: Home, law: Law) -> bool:
    narrow = home.usable_area <= law.housing_ask_area * housing_people(home, law)
    return town_family(home, law) and (no_home_here(home, law) or narrow) and ask_income_within(home, law)


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第四条(三)",
    words=("外省市来京连续稳定工作一定年限", "本人及家庭成员在本市均无住房"),
    zh="外省市来京稳定工作人员",
    en="came from elsewhere and works steadily",
    note=("年限和证明由区认定，为一项事实", "years and papers are found by the district: one fact"),
)
def asks_as_newcomer(home: Home, law: Law) -> bool:
    elsewhere = any(
        m.relation == Relation.SELF
        and m.hukou != Hukou.BEIJING
        and age_on(m.birth, law.last_day, feb29="mar1") >= law.adult_age
        for m in home.members
    )
    return elsewhere and home.steady_worker and no_home_here(home, law) and ask_income_within(home, law)


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第五条",
    words="推举一名具有完全民事行为能力的家庭成员作为申请人",
    zh="有可以作为申请人的成年家庭成员",
    en="somebody of age can apply for the family",
    note=(
        "完全民事行为能力只看是否年满18周岁；16周岁以上以自己劳动收入为主要生活来源的另行认定",
        "of full capacity: only the age of 18 is tested; who lives on the own wage at 16 or 17 is for the office to find",
    ),
)
def somebody_can_apply(home: Home, law: Law) -> bool:
    return any(adult(m, law) for m in home.members if housing_member(m, law))


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第四条、第八条",
    words=("符合下列条件之一的，可以申请公共租赁住房", "一个家庭只能承租一套公共租赁住房"),
    zh="可以申请公共租赁住房",
    en="may ask for a public rental home",
    note=("已承租公租房的家庭除外", "not a family that rents one already"),
)
def public_rental_eligible(home: Home, law: Law) -> bool:
    rents_one = home.tenancy == Tenancy.PUBLIC or home.tenancy == Tenancy.PUBLIC_OTHER
    group = home.housing_waiting or asks_as_resident(home, law) or asks_as_newcomer(home, law)
    return not rents_one and group and somebody_can_apply(home, law)


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第十三条(三)",
    words=("申请家庭成员中有60周岁(含)以上老人", "患大病或做过大手术人员", "优抚对象及退役军人"),
    zh="有优先配租的成员",
    en="a member who goes first",
)
def priority_member(home: Home, law: Law) -> bool:
    aged = any(
        age_on(m.birth, law.last_day, feb29="mar1") >= law.housing_elder_age
        for m in home.members
        if housing_member(m, law)
    )
    honoured = any(m.relief == Relief.HONOURED for m in home.members if housing_member(m, law))
    return aged or honoured or home.housing_priority or severe_or_ill_member(home, law)


@rule(
    cites="北京市公共租赁住房申请、审核及配租管理办法 第十三条(三)",
    words="限价商品住房轮候家庭优先配租",
    zh="优先配租",
    en="goes first in the allocation",
)
def public_rental_priority_eligible(home: Home, law: Law) -> bool:
    return entitled(PUBLIC_RENTAL, home, law) and (home.housing_waiting or priority_member(home, law))


PUBLIC_RENTAL = Programme(
    id="public_rental",
    of=Home,
    zh="公共租赁住房",
    en="public rental home",
    eligible=public_rental_eligible,
    cites="北京市公共租赁住房申请、审核及配租管理办法 第四条",
    since=date(2011, 12, 1),
    service=("轮候并承租一套公共租赁住房", "waits for and rents one public rental home"),
    note=(
        "收入和面积标准“动态调整”（第四条）；2011年以后的调整未收集到",
        "the limits are to be adjusted in time (article 4); adjustments after 2011 are not in hand",
    ),
)

PUBLIC_RENTAL_PRIORITY = Programme(
    id="public_rental_priority",
    of=Home,
    zh="公共租赁住房优先配租",
    en="first in the allocation of public rental homes",
    eligible=public_rental_priority_eligible,
    cites="北京市公共租赁住房申请、审核及配租管理办法 第十三条(三)",
    since=date(2011, 12, 1),
    service=("摇号选房时排在普通家庭之前", "comes before ordinary families in the draw"),
)

# 14号: subsidy of the rent


@rule(
    cites="京建法〔2015〕14号 一(一)1、3、(二)",
    words=("家庭人均月收入不高于2400元", "由区县人民政府自行确定"),
    zh="收入和资产符合条件",
    en="income and assets within the limits",
)
def public_means_within(home: Home, law: Law) -> bool:
    if of_outer_district(home, law):
        return home.district_qualifies
    return housing_income_per_head(home, law) <= law.housing_public_income and net_assets_within(home, law)


@rule(
    cites="京建法〔2015〕14号 一(一)2",
    words="除承租的公租房外，无其他住房",
    zh="除承租的公租房外，在本市无其他住房",
    en="no home in the city but the public one",
    note=(
        "条文未写“在本市”，照市场租房补贴（决定0170）",
        "“in the city” is not written: as for market rent (decision 0170)",
    ),
)
def no_other_home(home: Home, law: Law) -> bool:
    return no_home_here(home, law)


@rule(
    cites="京建法〔2015〕14号 一(一)",
    words=("可以申请公租房租金补贴", "公开配租方式获得"),
    zh="符合公租房租金补贴条件",
    en="conditions of the subsidy of public rent",
)
def public_rent_eligible(home: Home, law: Law) -> bool:
    return (
        home.tenancy == Tenancy.PUBLIC
        and town_family(home, law)
        and no_other_home(home, law)
        and public_means_within(home, law)
    )


@rule(
    cites="京建法〔2015〕14号 二(三)",
    words="实行统一的分档补贴比例",
    zh="原档次",
    en="class before any rise",
    note=(
        "怀柔、平谷、密云、延庆三至六档的收入线由区确定（决定0167）",
        "the outer districts set the income lines of classes 3 to 6 (decision 0167)",
    ),
)
def public_class_first(home: Home, law: Law) -> int:
    if dibao_or_tekun(home, law):
        return 1
    if low_income_recognised(home, law):
        return 2
    if of_outer_district(home, law):
        return home.district_rent_class
    per_head = housing_income_per_head(home, law)
    if per_head <= law.housing_public_third:
        return 3
    elif per_head <= law.housing_public_fourth:
        return 4
    return 5 if per_head <= law.housing_public_fifth else 6


@rule(
    cites="京建法〔2015〕14号 二(四)",
    words=("符合下列条件之一且补贴比例低于95%的家庭", "提高一档租金补贴"),
    zh="补贴档次",
    en="class of the subsidy",
)
def public_class(home: Home, law: Law) -> int:
    first = public_class_first(home, law)
    rises = first > 1 and family_in_special_need(home, law)
    return first - law.housing_public_raise if rises else first


@rule(
    cites="京建法〔2015〕14号 二(三)1、2、3、4、5、6",
    words=("补贴比例为95%", "补贴比例为90%", "补贴比例为70%", "补贴比例为50%", "补贴比例为25%", "补贴比例为10%"),
    zh="补贴比例",
    en="share of the rent",
    places=2,
)
def public_share(home: Home, law: Law) -> Number:
    found = public_class(home, law)
    if found <= 1:
        return law.housing_public_share_1
    elif found <= 2:
        return law.housing_public_share_2
    elif found <= 3:
        return law.housing_public_share_3
    elif found <= 4:
        return law.housing_public_share_4
    return law.housing_public_share_5 if found <= 5 else law.housing_public_share_6


@rule(
    cites="京建法〔2015〕14号 二(二)",
    words="公租房租金补贴建筑面积上限为60平方米",
    zh="补贴面积",
    en="area that counts",
    unit="m2",
    places=2,
)
def public_area(home: Home, law: Law) -> Number:
    return min(home.rented_area, law.housing_public_area)


@rule(
    cites="京建法〔2015〕14号 二(一)",
    words="公租房租金标准×补贴比例×补贴面积",
    zh="公租房租金补贴",
    en="subsidy of public rent",
    unit="CNY/month",
    note=("四舍五入到分（条文未写）", "to the fen, half up (the text is silent)"),
)
def public_rent_amount(home: Home, law: Law) -> Money:
    return round_half_up(home.public_rent * public_share(home, law) * public_area(home, law), 2)


PUBLIC_RENT = Programme(
    id="public_rent",
    of=Home,
    zh="公租房租金补贴",
    en="subsidy of public rent",
    eligible=public_rent_eligible,
    amount=public_rent_amount,
    cites="京建法〔2015〕14号 一",
    since=date(2015, 11, 1),
    note=("区酌情提高的部分未计（二(五)）", "what a district may add is left out (二(五))"),
)
