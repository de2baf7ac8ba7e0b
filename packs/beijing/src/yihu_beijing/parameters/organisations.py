"""Parameters of social organisations and fundraising."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money, Number


class OrganisationsLaw(ParameterSet):
    """Social organisations and fundraising."""

    # registration
    organisations_persons: int
    organisations_units: int
    organisations_members: int
    organisations_funds_national: Money
    organisations_funds_local: Money
    organisations_fund_public_national: Money
    organisations_fund_public_local: Money
    organisations_fund_private: Money
    organisations_decision_days: int
    organisations_change_days: int
    organisations_cancel_days: int

    # evaluation
    organisations_evaluation_years: int
    organisations_grade_years: int
    organisations_grade_window: int
    organisations_grade_window_opens: bool
    organisations_grade_preferred: int
    organisations_grade_simple: int
    organisations_downgraded_years: int
    organisations_cancelled_years: int

    # public fundraising
    organisations_charity_law: bool
    organisations_charity_revised: date
    organisations_fundraising_years: int
    organisations_fundraising_years_before: int
    organisations_board_part: int
    organisations_supervisors: int
    organisations_new_years: int
    organisations_grade_fundraising: int
    organisations_clean_years: int
    organisations_revoked_years: int
    organisations_qualification_days: int

    # spending
    organisations_spending_share: Number
    organisations_mean_allowed: bool
    organisations_mean_years: int
    organisations_private_share: Number
    organisations_management_share: Number
    organisations_spending_excused: bool
    organisations_costs_excused: bool

    # a fundraising activity
    organisations_plan_days: int
    organisations_plan_late_days: int
    organisations_plan_change_days: int
    organisations_activity_years: int
    organisations_activity_years_emergency: int
    organisations_long_activity_months: int
    organisations_publish_months: int
    organisations_report_months: int
    organisations_publish_days_emergency: int
