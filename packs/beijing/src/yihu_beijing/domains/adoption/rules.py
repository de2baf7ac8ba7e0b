"""收养登记: who may be adopted, by whom, from whom, and how many.

Documents: 中华人民共和国民法典 第一千零九十三条 to 第一千一百零五条 and 第一千一百零八条, in force 2021-01-01;
中国公民收养子女登记办法.

Left out: papers (办法 第五条 to 第七条) and the assessment (民法典 第一千一百零五条第五款: the department's own duty,
its measures are not in hand), adoption by foreigners (第一千一百零九条), ending an adoption (第一千一百一十四条 on).
Readings: decisions 0187 and 0191.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, age_on, count, rule
from yihu_beijing.choices import Sex
from yihu_beijing.domains.adoption.facts import Adopter, Adoption, Child, Giver, Origin, Tie
from yihu_beijing.law import Law

PARENTS = (Giver.PARENTS, Giver.ONE_PARENT)

# 1093 who may be adopted


@rule(
    cites="中华人民共和国民法典 第一千零九十三条、第十七条",
    words="下列未成年人，可以被收养",
    zh="未成年人",
    en="a minor",
)
def minor(child: Child, law: Law) -> bool:
    return age_on(child.birth, child.adoption.applied, feb29="mar1") < law.adoption_adult_age


@rule(
    cites="中国公民收养子女登记办法 第八条第二款；中华人民共和国民法典 第一千一百零五条第二款",
    words=("自公告之日起满60日", "在登记前予以公告"),
    zh="公告期满无人认领",
    en="public notice over, nobody claimed the child",
)
def notice_over(child: Child, law: Law) -> bool:
    return child.notice_days >= law.adoption_notice_days and not child.claimed


@rule(
    cites="中华人民共和国民法典 第一千零九十三条(一)、(二)、(三)、第一千零九十五条、第一千零九十九条、第一千一百零三条",
    words=("丧失父母的孤儿", "查找不到生父母的未成年人", "生父母有特殊困难无力抚养的子女"),
    zh="属于可以被收养的情形",
    en="one of the children who may be adopted",
    note=(
        "三代以内旁系同辈血亲的子女、继子女不受第三项限制；第一千零九十五条的未成年人另有依据",
        "children of close kin and stepchildren need no hardship of their parents; article 1095 is a ground of its own",
    ),
)
def of_a_kind(child: Child, law: Law) -> bool:
    if child.origin == Origin.NOT_FOUND:
        return notice_over(child, law)
    own_ground = child.adoption.tie != Tie.NONE or child.adoption.giver == Giver.INCAPABLE_PARENTS_GUARDIAN
    return child.origin in (Origin.ORPHAN, Origin.HARDSHIP) or own_ground


@rule(
    cites="中华人民共和国民法典 第一千一百零四条",
    words="收养八周岁以上未成年人的",
    zh="八周岁以上的本人同意",
    en="a child of eight or over consents",
)
def child_agrees(child: Child, law: Law) -> bool:
    old_enough = age_on(child.birth, child.adoption.applied, feb29="mar1") >= law.adoption_consent_age
    return not old_enough or child.consents


# 1102 the gap of years


@rule(
    cites="中华人民共和国民法典 第一千一百零二条",
    words="无配偶者",
    zh="无配偶的男性收养人",
    en="a single man adopts",
)
def single_man(adoption: Adoption, law: Law) -> bool:
    return any(a.sex == Sex.MALE and not a.married for a in adoption.adopters)


@rule(
    cites="中华人民共和国民法典 第一千一百零二条",
    words="无配偶者",
    zh="无配偶的女性收养人",
    en="a single woman adopts",
)
def single_woman(adoption: Adoption, law: Law) -> bool:
    return any(a.sex == Sex.FEMALE and not a.married for a in adoption.adopters)


@rule(
    cites="中华人民共和国民法典 第一千一百零二条",
    words="收养人与被收养人的年龄",
    zh="收养人（较年轻者）出生日期",
    en="date of birth of the adopter, the younger of two",
)
def adopter_birth(adoption: Adoption, law: Law) -> date:
    return max((a.birth for a in adoption.adopters), default=law.first_day)


@rule(
    cites="中华人民共和国民法典 第一千一百零二条",
    words="无配偶者收养异性子女的",
    zh="无配偶者收养异性子女",
    en="a single adopter and a child of the other sex",
)
def other_sex(child: Child, law: Law) -> bool:
    if child.sex == Sex.FEMALE:
        return single_man(child.adoption, law)
    return single_woman(child.adoption, law)


@rule(
    cites="中华人民共和国民法典 第一千一百零二条、第一千零九十九条",
    words="应当相差四十周岁以上",
    zh="年龄差符合规定",
    en="far enough apart in age",
    note=("三代以内旁系同辈血亲的子女除外", "not asked for children of close kin"),
)
def apart_enough(child: Child, law: Law) -> bool:
    gap = age_on(adopter_birth(child.adoption, law), child.birth, feb29="mar1")
    return child.adoption.tie == Tie.KIN or not other_sex(child, law) or gap >= law.adoption_age_gap


@rule(
    cites="中华人民共和国民法典 第一千零九十三条、第一千一百零二条、第一千一百零四条",
    words="可以被收养",
    zh="可以被这些收养人收养",
    en="may be adopted by these adopters",
)
def adoptable(child: Child, law: Law) -> bool:
    return minor(child, law) and of_a_kind(child, law) and child_agrees(child, law) and apart_enough(child, law)


# 1098, 1100, 1101 who may adopt, and how many


@rule(
    cites="中华人民共和国民法典 第一千零九十八条(二)、(三)、(四)、(五)、第一千一百零三条",
    words=("有抚养、教育和保护被收养人的能力", "不应当收养子女的疾病", "违法犯罪记录", "年满三十周岁"),
    zh="具备收养人条件",
    en="fit to adopt",
    note=("继父母不受第一千零九十八条限制", "article 1098 does not hold for step-parents"),
)
def fit(adopter: Adopter, law: Law) -> bool:
    age = age_on(adopter.birth, adopter.adoption.applied, feb29="mar1")
    meets = (
        adopter.able and not adopter.unfit_illness and not adopter.harmful_record and age >= law.adoption_adopter_age
    )
    return adopter.adoption.tie == Tie.STEP or meets


@rule(
    cites="中华人民共和国民法典 第一千一百零一条、第一千一百零三条",
    words="应当夫妻共同收养",
    zh="有配偶的夫妻共同收养",
    en="spouses adopt together",
    note=(
        "两人收养须为夫妻；继父母单独收养（决定0191）",
        "two adopters must be spouses; a step-parent adopts alone (decision 0191)",
    ),
)
def together_or_single(adoption: Adoption, law: Law) -> bool:
    if adoption.tie == Tie.STEP or len(adoption.adopters) > 1:
        return all(a.married for a in adoption.adopters)
    return not any(a.married for a in adoption.adopters)


@rule(
    cites="中华人民共和国民法典 第一千一百条第二款",
    words="收养孤儿、残疾未成年人",
    zh="不受收养人子女数限制的被收养人",
    en="a child adopted without limits of number",
)
def exempt(child: Child, law: Law) -> bool:
    left_behind = child.in_institution and child.origin == Origin.NOT_FOUND
    return child.origin == Origin.ORPHAN or child.disabled or left_behind


@rule(
    cites="中华人民共和国民法典 第一千一百条",
    words="可以不受前款",
    zh="计入收养人数的被收养人",
    en="children that count",
    note=("孤儿等不占名额（决定0191）", "orphans and the like take no place (decision 0191)"),
)
def counted(adoption: Adoption, law: Law) -> int:
    return count(not exempt(c, law) for c in adoption.children)


@rule(
    cites="中华人民共和国民法典 第一千零九十八条(一)、第一千零九十九条第二款、第一千一百零三条",
    words="无子女或者只有一名子女",
    zh="已有子女数符合规定",
    en="few enough children of their own",
    note=(
        "收养孤儿等（第一千一百条第二款）、华侨收养旁系血亲的子女、继父母不受限制",
        "not asked for orphans and the like, for Chinese overseas adopting kin, for step-parents",
    ),
)
def few_own(adoption: Adoption, law: Law) -> bool:
    free = adoption.tie == Tie.STEP or (adoption.tie == Tie.KIN and adoption.overseas)
    return free or counted(adoption, law) == 0 or adoption.own_children <= law.adoption_most_own_children


@rule(
    cites="中华人民共和国民法典 第一千一百条第一款、第一千一百零三条",
    words=("无子女的收养人可以收养两名子女", "有子女的收养人只能收养一名子女"),
    zh="收养人数符合规定",
    en="no more children than allowed",
)
def few_adopted(adoption: Adoption, law: Law) -> bool:
    most = law.adoption_most_without_children if adoption.own_children == 0 else law.adoption_most_with_children
    return adoption.tie == Tie.STEP or counted(adoption, law) <= most


@rule(
    cites="中华人民共和国民法典 第一千零九十八条、第一千一百条、第一千一百零四条",
    words=("收养人应当同时具备下列条件", "应当双方自愿"),
    zh="收养人符合条件",
    en="the adopters meet the conditions",
)
def may_adopt(adoption: Adoption, law: Law) -> bool:
    return (
        len(adoption.adopters) > 0
        and all(fit(a, law) and a.willing for a in adoption.adopters)
        and together_or_single(adoption, law)
        and few_own(adoption, law)
        and few_adopted(adoption, law)
    )


# 1094 to 1097, 1108 who gives


@rule(
    cites="中华人民共和国民法典 第一千零九十七条、第一千一百零八条",
    words=("应当双方共同送养", "有优先抚养的权利"),
    zh="生父母共同送养，或者可以单方送养",
    en="both parents give the child, or one may",
)
def parents_together(adoption: Adoption, law: Law) -> bool:
    return adoption.giver == Giver.PARENTS or (adoption.other_parent_gone and not adoption.priority_claimed)


@rule(
    cites="中华人民共和国民法典 第一千零九十四条(三)、第一千零九十九条、第一千一百零三条",
    words="有特殊困难无力抚养子女的生父母",
    zh="生父母可以送养",
    en="the parents may give the child",
    note=(
        "继子女须经生父母同意；三代以内旁系同辈血亲的子女、继子女不要求特殊困难",
        "no hardship is asked for kin and stepchildren; a stepchild needs the consent of its parents",
    ),
)
def parents_may_give(adoption: Adoption, law: Law) -> bool:
    if adoption.tie == Tie.STEP:
        return adoption.giver == Giver.PARENTS or adoption.other_parent_gone
    return parents_together(adoption, law) and (adoption.tie == Tie.KIN or adoption.giver_hardship)


@rule(
    cites="中华人民共和国民法典 第一千零九十四条、第一千零九十五条、第一千零九十六条",
    words=("孤儿的监护人", "儿童福利机构", "可能严重危害该未成年人的", "应当征得有抚养义务的人同意"),
    zh="送养人可以送养",
    en="the giver may give the child",
)
def may_give(adoption: Adoption, law: Law) -> bool:
    if adoption.giver in PARENTS:
        return parents_may_give(adoption, law)
    elif adoption.giver == Giver.ORPHANS_GUARDIAN:
        return adoption.obligors_consent
    elif adoption.giver == Giver.INCAPABLE_PARENTS_GUARDIAN:
        return adoption.serious_harm
    return adoption.giver == Giver.INSTITUTION


# the registration


@rule(
    cites="中华人民共和国民法典 第一千一百零五条第一款",
    words="县级以上人民政府民政部门登记",
    zh="符合收养登记条件",
    en="the adoption may be registered",
)
def registrable(adoption: Adoption, law: Law) -> bool:
    return (
        may_adopt(adoption, law)
        and may_give(adoption, law)
        and adoption.giver_willing
        and len(adoption.children) > 0
        and all(adoptable(c, law) for c in adoption.children)
    )


@rule(
    cites="中国公民收养子女登记办法 第八条",
    words="自次日起30日内进行审查",
    zh="审查超过期限",
    en="the decision is overdue",
)
def overdue(adoption: Adoption, law: Law) -> bool:
    return adoption.days_since_receipt > law.adoption_decision_days


ADOPTION = Programme(
    id="adoption",
    of=Adoption,
    zh="收养登记",
    en="registration of an adoption",
    eligible=registrable,
    cites="中华人民共和国民法典 第一千一百零五条；中国公民收养子女登记办法 第八条",
    since=date(2021, 1, 1),
    service=(
        "登记，发给收养登记证，收养关系自登记之日成立",
        "registered, with the certificate; the bond begins that day",
    ),
)
