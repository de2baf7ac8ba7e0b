"""离婚登记 by agreement: the application, thirty days in which either may withdraw, thirty days to claim the
certificate.

Documents: 中华人民共和国民法典 第一千零七十六条 to 第一千零七十八条, 第二百零一条 and 第二百零三条; 婚姻登记条例
(国务院令第387号 第三章; from 2025-05-10 国务院令第804号 第三章). 387号 第十三条 (registered on the spot) has given
way to the thirty days of the Code.

Days are counted by the registry and given as facts, holidays included (decision 0188). Left out: divorce by a court
(第一千零七十九条 on), spouses of servicemen and pregnancy (第一千零八十一条, 第一千零八十二条): suits, not
agreements.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, rule
from yihu_beijing.domains.marriage.facts import Couple
from yihu_beijing.domains.marriage.rules import both_willing, identified, right_registry
from yihu_beijing.law import Law


@rule(
    cites="中华人民共和国民法典 第一千零七十六条第二款",
    words="对子女抚养、财产以及债务处理等事项协商一致",
    zh="书面协议对子女、财产、债务协商一致",
    en="a written agreement on children, property and debts",
)
def agreed(couple: Couple, law: Law) -> bool:
    return couple.written_agreement and couple.settles_children and couple.settles_property and couple.settles_debts


@rule(
    cites="国务院令第387号 第十二条(二)",
    words="无民事行为能力人或者限制民事行为能力人",
    zh="双方有完全民事行为能力",
    en="both have full civil capacity",
)
def both_capable(couple: Couple, law: Law) -> bool:
    return all(p.full_capacity for p in couple.parties)


@rule(
    cites="国务院令第387号 第十一条；国务院令第804号 第三章",
    words="本人的结婚证",
    zh="双方证件和结婚证齐全",
    en="both bring papers and marriage certificate",
)
def papers_to_divorce(couple: Couple, law: Law) -> bool:
    return all(identified(p, law) and p.marriage_certificate for p in couple.parties)


@rule(
    cites="中华人民共和国民法典 第一千零七十六条；国务院令第387号 第十二条(三)",
    words=("书面离婚协议", "不是在中国内地办理的"),
    zh="离婚登记申请可以受理",
    en="the application for divorce is accepted",
)
def may_apply(couple: Couple, law: Law) -> bool:
    return (
        both_willing(couple, law)
        and agreed(couple, law)
        and both_capable(couple, law)
        and couple.married_in_mainland
        and couple.together
        and right_registry(couple, law)
        and papers_to_divorce(couple, law)
    )


@rule(
    cites="中华人民共和国民法典 第一千零七十七条第一款、第二百零三条",
    words="三十日内",
    zh="可撤回申请的期间（天）",
    en="days in which either may withdraw",
    unit="day",
)
def cooling_end(couple: Couple, law: Law) -> int:
    return law.marriage_cooling_days + couple.cooling_moved


@rule(
    cites="中华人民共和国民法典 第一千零七十七条第二款、第二百零三条",
    words="期限届满后三十日内",
    zh="申请发证期间的最后一日（天）",
    en="last day to claim the certificate",
    unit="day",
)
def claim_end(couple: Couple, law: Law) -> int:
    return cooling_end(couple, law) + law.marriage_claim_days + couple.claim_moved


@rule(
    cites="中华人民共和国民法典 第一千零七十七条第一款",
    words="任何一方不愿意离婚的",
    zh="任何一方可以撤回申请",
    en="either may still withdraw",
)
def may_withdraw(couple: Couple, law: Law) -> bool:
    return not couple.withdrawn and couple.days_since_receipt <= cooling_end(couple, law)


@rule(
    cites="中华人民共和国民法典 第一千零七十七条第二款",
    words="视为撤回离婚登记申请",
    zh="已撤回或者视为撤回申请",
    en="withdrawn, or held to be withdrawn",
)
def lapsed(couple: Couple, law: Law) -> bool:
    return couple.withdrawn or couple.days_since_receipt > claim_end(couple, law)


@rule(
    cites="中华人民共和国民法典 第一千零七十七条第二款、第一千零七十八条",
    words="双方应当亲自到婚姻登记机关",
    zh="符合发给离婚证条件",
    en="the divorce certificate is given",
)
def may_divorce(couple: Couple, law: Law) -> bool:
    return (
        may_apply(couple, law)
        and not lapsed(couple, law)
        and couple.days_since_receipt > cooling_end(couple, law)
        and couple.claim_together
    )


DIVORCE_APPLICATION = Programme(
    id="divorce_application",
    of=Couple,
    zh="受理离婚登记申请",
    en="acceptance of an application for divorce",
    eligible=may_apply,
    cites="中华人民共和国民法典 第一千零七十六条",
    since=date(2021, 1, 1),
    service=(
        "受理申请，三十日内任何一方可以撤回",
        "the application is received; either may withdraw within thirty days",
    ),
)

DIVORCE = Programme(
    id="divorce",
    of=Couple,
    zh="离婚登记",
    en="registration of a divorce",
    eligible=may_divorce,
    cites="中华人民共和国民法典 第一千零七十八条",
    since=date(2021, 1, 1),
    service=("登记，发给离婚证", "registered, with the certificate"),
)
