"""学前教育资助: no fee in public and inclusive kindergartens for children in need.

Document: 京财教育〔2018〕2025号 (“2025号”), in force 2018-09-01. Before it 京财文〔2012〕1549号, not in hand.

Left out: temporary aid that the kindergarten decides (五(四)(五)), and how districts refund the fee (五(三)).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, recognised, rule
from yihu_beijing.facts import Person
from yihu_beijing.facts.school import Kindergarten, StudentGroup
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.school.groups import child_without_parents
from yihu_beijing.programmes.school.parents import parent_aided

IN_SCOPE = (Kindergarten.PUBLIC, Kindergarten.INCLUSIVE)


@rule(
    cites="京财教育〔2018〕2025号 一(一)、(二)",
    words=("公办性质幼儿园", "普惠性民办幼儿园"),
    zh="在公办性质或普惠性民办幼儿园",
    en="in a public or inclusive kindergarten",
)
def in_open_kindergarten(person: Person, law: Law) -> bool:
    return person.kindergarten in IN_SCOPE


@rule(
    cites="京财教育〔2018〕2025号 二(一)、(二)、(三)、(四)",
    words=("《北京市低收入家庭救助证》", "烈士子女", "《儿童福利证》", "残疾儿童"),
    zh="持有所列证件的儿童",
    en="child with one of the certificates",
    note=(
        "低保、生活困难补助（含父母领取的）、特困、低收入、烈士、儿童福利证、残疾人证；事实无人抚养儿童参照孤儿（36号二(三)）",
        "低保, hardship aid (a parent's too), 特困, low income, martyr, child welfare, disability; unsupported children as orphans "
        "(36号 2(3))",
    ),
)
def child_with_certificate(person: Person, law: Law) -> bool:
    return (
        on_allowance_or_aid(person, law)
        or recognised(TEKUN_BASIC, person)
        or in_low_income_family(person, law)
        or person.student_group in (StudentGroup.MARTYR, StudentGroup.HARDSHIP_AID)
        or child_without_parents(person, law)
        or person.disability_grade > 0
        or parent_aided(person, law)
    )


@rule(
    cites="京财教育〔2018〕2025号 二",
    words="可享受学前教育资助",
    zh="符合学前教育资助条件",
    en="conditions of the kindergarten waiver",
)
def preschool_eligible(person: Person, law: Law) -> bool:
    return in_open_kindergarten(person, law) and child_with_certificate(person, law)


@rule(
    cites="京财教育〔2018〕2025号 三",
    words="最高不超过同级公办幼儿园收费标准",
    zh="免交的保教费",
    en="fee waived",
    unit="CNY/year",
    note=("公办幼儿园的收费即其标准", "what a public kindergarten charges is the standard itself"),
)
def preschool_amount(person: Person, law: Law) -> Money:
    if person.kindergarten == Kindergarten.PUBLIC:
        return person.school_fee
    return min(person.school_fee, person.public_school_fee)


PRESCHOOL_AID = Programme(
    id="preschool_aid",
    of=Person,
    zh="学前教育资助（免保教费）",
    en="kindergarten fee waiver",
    eligible=preschool_eligible,
    amount=preschool_amount,
    cites="京财教育〔2018〕2025号",
    since=date(2018, 9, 1),
)
