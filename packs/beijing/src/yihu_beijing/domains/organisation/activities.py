"""公开募捐活动: the plan and when it is filed, how long an activity lasts, when its figures are due.

Documents: 慈善组织公开募捐管理办法 (民政部令第74号, in force 2024-09-05) 第十条 to 第十三条, 第二十一条;
中华人民共和国慈善法 第七十二条, 第七十三条 and 第七十九条.

Left out: activities outside the district of registration (第十四条), the internet platform (第十七条), joint
fundraising (第十八条), charitable trusts (慈善法 第四十五条: filed within seven days).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, age_on, recognised, rule
from yihu_beijing.domains.organisation.facts import Activity
from yihu_beijing.domains.organisation.fundraising import FUNDRAISING
from yihu_beijing.law import Law


@rule(
    cites="民政部令第74号 第十一条第一款、第十三条第一款；中华人民共和国慈善法 第七十三条",
    words=("公开募捐活动十日前", "活动开始后十日内补办备案手续"),
    zh="按时备案",
    en="filed in time",
)
def filed_in_time(activity: Activity, law: Law) -> bool:
    late_allowed = activity.emergency and activity.not_possible_before
    caught_up = late_allowed and activity.days_filed_after <= law.organisations_plan_late_days
    return activity.days_filed_before >= law.organisations_plan_days or caught_up


@rule(
    cites="民政部令第74号 第十条第三款(二)",
    words=("持续时间一般不超过三年", "持续时间一般不超过一年"),
    zh="持续时间符合要求",
    en="no longer than allowed",
    note=("“一般”：确有需要的由民政部门个案判断", "“as a rule”: a longer one is for the department to judge"),
)
def short_enough(activity: Activity, law: Law) -> bool:
    years = age_on(activity.starts, activity.ends, feb29="mar1")
    return years < (
        law.organisations_activity_years_emergency if activity.emergency else law.organisations_activity_years
    )


@rule(
    cites="民政部令第74号 第十条第二款、第三款(一)、(三)、(四)、(六)",
    words=("专职工作人员", "不得使用其他组织或者个人的银行账户", "受益人不得为特定个人"),
    zh="募捐方案符合要求",
    en="the plan is as required",
)
def plan_sound(activity: Activity, law: Law) -> bool:
    return (
        activity.complete
        and activity.fits_purpose
        and activity.run_by_staff
        and activity.own_account
        and not activity.named_beneficiary
    )


@rule(
    cites="民政部令第74号 第三条、第十一条第三款",
    words=("不具有公开募捐资格的组织和个人不得", "十日内对予以备案的向社会公开"),
    zh="予以备案",
    en="the plan is accepted",
)
def acceptable(activity: Activity, law: Law) -> bool:
    return (
        recognised(FUNDRAISING, activity.organisation)
        and plan_sound(activity, law)
        and short_enough(activity, law)
        and filed_in_time(activity, law)
    )


@rule(
    cites="民政部令第74号 第十二条第二款",
    words="事项发生变化之日起十日内",
    zh="方案变化未按时补正",
    en="a change of the plan is filed too late",
)
def change_unfiled(activity: Activity, law: Law) -> bool:
    return activity.days_since_change > law.organisations_plan_change_days


@rule(
    cites="民政部令第74号 第十三条第二款；中华人民共和国慈善法 第七十二条",
    words="应急处置与救援阶段至少每五日公开一次",
    zh="应急募捐未按时公开接收情况",
    en="receipts for an emergency are published too late",
)
def emergency_unpublished(activity: Activity, law: Law) -> bool:
    late = activity.days_since_published > law.organisations_publish_days_emergency
    return activity.emergency and activity.in_rescue and late


@rule(
    cites="民政部令第74号 第二十一条第二款；中华人民共和国慈善法 第七十九条第二款",
    words=("公开募捐周期超过六个月的", "至少每三个月公开一次募捐情况"),
    zh="未按时公开募捐情况",
    en="progress is published too late",
)
def progress_unpublished(activity: Activity, law: Law) -> bool:
    long = activity.cycle_months > law.organisations_long_activity_months
    return not activity.over and long and activity.months_since_published > law.organisations_publish_months


@rule(
    cites="民政部令第74号 第二十一条第二款；中华人民共和国慈善法 第七十九条第二款",
    words="结束后三个月内应当全面、详细公开募捐情况",
    zh="未按时全面公开募捐情况",
    en="the full report is published too late",
)
def report_unpublished(activity: Activity, law: Law) -> bool:
    late = activity.months_since_end > law.organisations_report_months
    return activity.over and not activity.report_published and late


@rule(
    cites="民政部令第74号 第十二条第二款、第十三条第二款、第二十一条第二款",
    words=("事项发生变化之日起十日内", "至少每五日公开一次", "至少每三个月公开一次募捐情况"),
    zh="有逾期未报送或未公开的事项",
    en="something is filed or published too late",
)
def activity_overdue(activity: Activity, law: Law) -> bool:
    return law.organisations_charity_law and (
        change_unfiled(activity, law)
        or emergency_unpublished(activity, law)
        or progress_unpublished(activity, law)
        or report_unpublished(activity, law)
    )


PLAN = Programme(
    id="plan",
    of=Activity,
    zh="公开募捐方案备案",
    en="filing of a fundraising plan",
    eligible=acceptable,
    cites="民政部令第74号 第十一条",
    since=date(2016, 9, 1),
    text_since=date(2024, 9, 5),
    service=("予以备案，十日内向社会公开", "accepted, and published within ten days"),
)
