"""志愿服务: written agreements, insurance, records and proof; stars.

Documents: 北京市志愿服务促进条例 (revised 2020, in force 2021-03-01), 志愿服务条例 (国务院令第685号),
志愿服务记录与证明出具办法（试行） (in force 2021-02-01).

That stars are given stands in the text (条例 第三十七条), the hours do not: the thresholds are recalled. Left out:
who may be a volunteer (第十二条: capacity fit for the service), allowances for costs (第三十九条: may), duties and
breaches.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, rule
from yihu_beijing.domains.volunteer.facts import Service, Volunteer
from yihu_beijing.law import Law


@rule(
    cites="北京市志愿服务促进条例 第十八条(一)、(二)、(三)、(四)、(五)、(六)、(七)",
    words=("应当签订书面协议", "志愿服务期限在一个月以上的", "任何一方要求签订书面协议的"),
    zh="应当签订书面协议",
    en="a written agreement is due",
)
def agreement_due(service: Service, law: Law) -> bool:
    return (
        service.high_risk
        or service.lasts_months >= law.volunteers_agreement_months
        or service.large_event
        or service.outside
        or service.from_abroad
        or service.asked_in_writing
        or service.other_law
    )


@rule(
    cites="北京市志愿服务促进条例 第十九条第二款；国务院令第685号 第十七条第二款",
    words=("事先为志愿者购买相应的人身意外伤害保险", "购买相应的人身意外伤害保险"),
    zh="志愿服务组织应当事先购买保险",
    en="the organisation insures before the service",
)
def insured_by_organisation(service: Service, law: Law) -> bool:
    return service.by_organisation and service.danger


@rule(
    cites="北京市志愿服务促进条例 第四十一条第一款",
    words="平台注册并开展志愿服务活动的志愿者",
    zh="注册并开展活动的志愿者",
    en="registered and serving",
)
def insured_by_city(volunteer: Volunteer, law: Law) -> bool:
    return volunteer.platform and volunteer.serving


@rule(
    cites="志愿服务记录与证明出具办法（试行） 第十一条",
    words="在志愿服务活动结束后10个工作日内完成记录",
    zh="未按时记录",
    en="recorded too late",
)
def record_overdue(service: Service, law: Law) -> bool:
    late = service.working_days_since_end > law.volunteers_record_days
    return service.by_organisation and not service.recorded and late


@rule(
    cites="志愿服务记录与证明出具办法（试行） 第十四条第一款；北京市志愿服务促进条例 第十四条(六)",
    words="无偿、如实",
    zh="应当出具志愿服务记录证明",
    en="proof of service is due",
)
def proof_due(volunteer: Volunteer, law: Law) -> bool:
    return volunteer.asks_proof and volunteer.hours > 0


@rule(
    cites="北京市志愿服务促进条例 第三十七条第一款",
    words="建立志愿者星级评定",
    zh="志愿者星级",
    en="stars of a volunteer",
    note=("条例未写时数，各级时数待核实", "the text names no hours: the thresholds are recalled"),
)
def stars(volunteer: Volunteer, law: Law) -> int:
    if volunteer.hours >= law.volunteers_star_5:
        return 5
    elif volunteer.hours >= law.volunteers_star_4:
        return 4
    elif volunteer.hours >= law.volunteers_star_3:
        return 3
    elif volunteer.hours >= law.volunteers_star_2:
        return 2
    return 1 if volunteer.hours >= law.volunteers_star_1 else 0


CITY_INSURANCE = Programme(
    id="city_insurance",
    of=Volunteer,
    zh="志愿者人身意外伤害保险（全市统一）",
    en="accident insurance of volunteers, by the city",
    eligible=insured_by_city,
    cites="北京市志愿服务促进条例 第四十一条第一款",
    since=date(2021, 3, 1),
    service=("由本市购买人身意外伤害保险", "accident insurance, bought by the city"),
)

RISK_INSURANCE = Programme(
    id="risk_insurance",
    of=Service,
    zh="危险服务的人身意外伤害保险",
    en="accident insurance before dangerous service",
    eligible=insured_by_organisation,
    cites="北京市志愿服务促进条例 第十九条第二款",
    since=date(2021, 3, 1),
    service=("志愿服务组织事先购买人身意外伤害保险", "accident insurance, bought beforehand by the organisation"),
)

PROOF = Programme(
    id="proof",
    of=Volunteer,
    zh="志愿服务记录证明",
    en="proof of volunteer service",
    eligible=proof_due,
    cites="志愿服务记录与证明出具办法（试行） 第十四条",
    since=date(2021, 3, 1),
    service=("无偿、如实、及时出具志愿服务记录证明", "proof of service, free, true and in time"),
)
