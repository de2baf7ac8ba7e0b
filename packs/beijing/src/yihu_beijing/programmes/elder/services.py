"""Services at home: the meal subsidy, meals to the door, what a meal point gets for a diner, adaptation of an elder's home.

Documents: 京民养老发〔2022〕69号 二(二)2 (meals to the door), 二(四)1 (money for meals); 京民老龄发〔2016〕374号 第二条、第七条、
第十三条 (adaptation, in kind).

Left out: who is 基本养老服务对象 (another document, recognised by the district: a fact); the equipment of meal kitchens and
the sharing of the cost 1:1 between city and districts “in general” (二(四)2); what districts give beyond the subsidy; in the
adaptation, procurement, design and acceptance. Readings: decision 0156.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.facts import Person
from yihu_beijing.facts.elder import WelfareHome
from yihu_beijing.law import Law
from yihu_beijing.programmes.elder.homes import of_old_age


@rule(
    cites="京民养老发〔2022〕69号 二(四)1",
    words="居家养老",
    zh="居家养老（未入住机构）",
    en="lives at home, not in an institution",
)
def lives_at_home(person: Person, law: Law) -> bool:
    return person.welfare_home == WelfareHome.NONE


# meals: 69号 二(四)1


@rule(
    cites="京民养老发〔2022〕69号 二(四)1",
    words=("在养老助餐点获取午餐或晚餐", "就餐消费额度超过就餐补贴标准时方可享受"),
    zh="在养老助餐点用餐，消费额超过补贴标准",
    en="lunch or dinner at a meal point that costs more than the subsidy",
    note=("“超过”不含相等", "“more than”: an equal price is not enough"),
)
def meal_above_subsidy(person: Person, law: Law) -> bool:
    return person.meal_spending > law.elder_services_meal


@rule(
    cites="京民养老发〔2022〕69号 二(四)1",
    words="对居家养老基本养老服务对象",
    zh="符合养老助餐就餐补贴条件",
    en="conditions of the meal subsidy",
)
def meal_subsidy_eligible(person: Person, law: Law) -> bool:
    return person.basic_elder_care and lives_at_home(person, law) and meal_above_subsidy(person, law)


@rule(
    cites="京民养老发〔2022〕69号 二(四)1",
    words="每人每天给予5元就餐补贴",
    zh="养老助餐就餐补贴",
    en="meal subsidy",
    unit="CNY/day",
    note=("每天一次，付费时自动扣减", "once a day, taken off the price when it is paid"),
)
def meal_subsidy_amount(person: Person, law: Law) -> Money:
    return law.elder_services_meal


@rule(
    cites="京民养老发〔2022〕69号 二(四)1",
    words=("本市常住居家养老的老年人", "可按实际助餐人数"),
    zh="在领取运营补贴的养老助餐点用餐的居家老年人",
    en="elder living at home who eats at a meal point that is paid for it",
    note=(
        "户籍不限，是否建立由各区决定（决定0156）",
        "whatever the registration; whether it exists is for the district (0156)",
    ),
)
def meal_point_eligible(person: Person, law: Law) -> bool:
    return (
        person.meal_spending > 0
        and of_old_age(person, law)
        and lives_at_home(person, law)
        and person.home.meal_points_paid
    )


@rule(
    cites="京民养老发〔2022〕69号 二(四)1",
    words="每人每天3元的运营补贴",
    zh="养老助餐点运营补贴",
    en="operating subsidy of a meal point",
    unit="CNY/day",
)
def meal_point_amount(person: Person, law: Law) -> Money:
    return law.elder_services_meal_point


@rule(
    cites="京民养老发〔2022〕69号 二(二)2",
    words=("行动不便、家中确实无人到助餐点取餐", "应落实送餐到家"),
    zh="居家的基本养老服务对象，经街道（乡镇）评估确需送餐到家",
    en="entitled to basic services at home and found to need meals brought to the door",
)
def meal_delivery_eligible(person: Person, law: Law) -> bool:
    return person.basic_elder_care and lives_at_home(person, law) and person.meal_delivery_found


# adaptation of the home: 374号


@rule(
    cites="京民老龄发〔2016〕374号 第二条、第七条",
    words=("老年人的居家生活环境", "有改造需求的老年人"),
    zh="居家、有改造需求的老年人",
    en="elder living at home who needs it adapted",
)
def needs_adaptation(person: Person, law: Law) -> bool:
    return person.adaptation_need and of_old_age(person, law) and person.welfare_home == WelfareHome.NONE


@rule(
    cites="京民老龄发〔2016〕374号 第七条、第十三条",
    words="补贴范围与补贴标准",
    zh="符合所在区适老化改造条件",
    en="conditions of the adaptation of the home",
    note=(
        "补贴范围由各区明确，全市办法不写金额",
        "each district names the classes; the city's measures give no amounts",
    ),
)
def adaptation_eligible(person: Person, law: Law) -> bool:
    return needs_adaptation(person, law) and person.adaptation_class


MEAL_SUBSIDY = Programme(
    id="meal_subsidy",
    of=Person,
    zh="养老助餐就餐补贴",
    en="meal subsidy for elders",
    eligible=meal_subsidy_eligible,
    amount=meal_subsidy_amount,
    cites="京民养老发〔2022〕69号 二(四)1",
    since=date(2022, 3, 14),
    note=("施行日未写，取签发日；各区可提标扩面", "no first day is written; day of signing. Districts may give more"),
)

MEAL_DELIVERY = Programme(
    id="meal_delivery",
    of=Person,
    zh="养老助餐送餐到家",
    en="meals brought to an elder's door",
    eligible=meal_delivery_eligible,
    cites="京民养老发〔2022〕69号 二(二)2",
    since=date(2022, 3, 14),
    service=("由街道（乡镇）落实送餐到家", "the street or township sees to it that meals are brought to the door"),
    note=("施行日未写，取签发日", "no first day is written; day of signing"),
)

MEAL_POINT_SUBSIDY = Programme(
    id="meal_point_subsidy",
    of=Person,
    zh="养老助餐点运营补贴",
    en="operating subsidy of meal points",
    eligible=meal_point_eligible,
    amount=meal_point_amount,
    cites="京民养老发〔2022〕69号 二(四)1",
    since=date(2022, 3, 14),
    note=(
        "按实际助餐人数拨付给助餐点，不发给本人",
        "paid to the meal point by the number of diners, not to the person",
    ),
)

HOME_ADAPTATION = Programme(
    id="home_adaptation",
    of=Person,
    zh="老年人家庭适老化改造",
    en="adaptation of an elder's home",
    eligible=adaptation_eligible,
    cites="京民老龄发〔2016〕374号 第二条、第七条、第十三条",
    since=date(2016, 9, 12),
    service=(
        "上门评估、方案设计，按区目录施工改造、配备设施和辅具；超出采购价格的部分自付",
        "assessment, design, building work and aids from the district's list; what costs more than its price is paid by oneself",
    ),
)
