"""社会组织登记: the minimum that an association, a foundation and a service institution need, and the days of
procedure.

Documents: 社会团体登记管理条例 (国务院令第250号, as revised 2016), 基金会管理条例 (国务院令第400号),
民办非企业单位登记管理暂行条例 (国务院令第251号); days for charities 中华人民共和国慈善法 第十条.

Left out: bodies that need no registration (250号 第三条), branches (foundations: 400号 第十二条), offices of foreign
foundations, the share of non-state assets (民办非企业单位登记暂行办法 第五条), associations that register without a
supervising department (pilot rules, not in hand). Readings: decision 0192.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.domains.organisation.facts import Bar, Form, Organisation, Reach
from yihu_beijing.law import Law


@rule(
    cites="国务院令第250号 第十条(一)",
    words=("50个以上的个人会员", "30个以上的单位会员", "会员总数不得少于50个"),
    zh="会员数达到要求",
    en="enough members",
    note=("两类会员都有的按总数（决定0192）", "with both kinds of members the total decides (decision 0192)"),
)
def enough_members(organisation: Organisation, law: Law) -> bool:
    if organisation.persons > 0 and organisation.units > 0:
        return organisation.persons + organisation.units >= law.organisations_members
    return organisation.persons >= law.organisations_persons or organisation.units >= law.organisations_units


@rule(
    cites="国务院令第250号 第十条(五)",
    words=("10万元以上活动资金", "3万元以上活动资金"),
    zh="社会团体最低活动资金",
    en="least funds of an association",
    unit="CNY",
)
def association_funds(organisation: Organisation, law: Law) -> Money:
    if organisation.reach == Reach.NATIONAL:
        return law.organisations_funds_national
    return law.organisations_funds_local


@rule(
    cites="国务院令第400号 第八条(二)",
    words=("不低于800万元人民币", "不低于400万元人民币", "不低于200万元人民币"),
    zh="基金会最低原始基金",
    en="least original fund of a foundation",
    unit="CNY",
)
def foundation_fund(organisation: Organisation, law: Law) -> Money:
    if not organisation.public:
        return law.organisations_fund_private
    if organisation.reach == Reach.NATIONAL:
        return law.organisations_fund_public_national
    return law.organisations_fund_public_local


@rule(
    cites="国务院令第250号 第十条、第十三条；国务院令第400号 第八条；国务院令第251号 第八条、第十一条",
    words=("有固定的住所", "有必要的场所", "不予登记"),
    zh="具备各类组织共同的登记条件",
    en="what every organisation needs",
)
def founded_properly(organisation: Organisation, law: Law) -> bool:
    return (
        organisation.sponsor_agrees
        and organisation.organised
        and organisation.housed
        and organisation.staffed
        and organisation.bar == Bar.NONE
    )


@rule(
    cites="国务院令第250号 第十条", words="应当具备下列条件", zh="社会团体登记条件", en="conditions of an association"
)
def association_ready(organisation: Organisation, law: Law) -> bool:
    funded = organisation.funds >= association_funds(organisation, law)
    return enough_members(organisation, law) and funded and organisation.liable


@rule(
    cites="国务院令第400号 第八条(一)、(二)、(五)",
    words=("为特定的公益目的而设立", "能够独立承担民事责任"),
    zh="基金会设立条件",
    en="conditions of a foundation",
)
def foundation_ready(organisation: Organisation, law: Law) -> bool:
    funded = organisation.funds >= foundation_fund(organisation, law)
    return organisation.public_purpose and funded and organisation.liable


@rule(
    cites="国务院令第250号 第十条；国务院令第400号 第八条；国务院令第251号 第八条(四)",
    words="有与其业务活动相适应的合法财产",
    zh="符合登记条件",
    en="may be registered",
)
def may_register(organisation: Organisation, law: Law) -> bool:
    if not founded_properly(organisation, law):
        return False
    if organisation.form == Form.ASSOCIATION:
        return association_ready(organisation, law)
    return foundation_ready(organisation, law) if organisation.form == Form.FOUNDATION else organisation.fitting_assets


@rule(
    cites="国务院令第250号 第十二条；国务院令第400号 第十一条；国务院令第251号 第十一条",
    words="60日内，作出准予或者不予登记的决定",
    zh="登记决定超过期限",
    en="the decision to register is overdue",
)
def decision_overdue(organisation: Organisation, law: Law) -> bool:
    return organisation.days_since_receipt > law.organisations_decision_days


@rule(
    cites="国务院令第250号 第十八条；国务院令第251号 第十五条",
    words="审查同意之日起30日内",
    zh="变更登记超过期限",
    en="the change is filed too late",
    note=("基金会管理条例未定期限", "the regulation on foundations sets no days"),
)
def change_overdue(organisation: Organisation, law: Law) -> bool:
    return organisation.form != Form.FOUNDATION and organisation.days_since_agreed > law.organisations_change_days


@rule(
    cites="国务院令第250号 第二十一条；国务院令第400号 第十八条；国务院令第251号 第十七条",
    words=("清算结束之日起15日内", "完成清算之日起15日内"),
    zh="注销登记超过期限",
    en="the end is filed too late",
)
def cancel_overdue(organisation: Organisation, law: Law) -> bool:
    return organisation.days_since_liquidated > law.organisations_cancel_days


REGISTRATION = Programme(
    id="registration",
    of=Organisation,
    zh="社会组织成立登记",
    en="registration of a social organisation",
    eligible=may_register,
    cites="国务院令第250号 第十二条；国务院令第400号 第十一条；国务院令第251号 第十一条",
    since=date(2004, 6, 1),
    text_since=date(2016, 2, 6),
    service=("准予登记，发给登记证书", "registered, with the certificate"),
)
