"""Parameters of medical aid and insurance."""

from __future__ import annotations

from yihu.engines.rules import Money, Number
from yihu.engines.rules.law import ParameterSet


class HealthLaw(ParameterSet):
    """Medical aid and insurance."""

    # residents' insurance
    health_old_age_men: int  # unit: year
    health_old_age_women: int  # unit: year
    health_child_age: int  # unit: year
    health_outpatient_deductible_primary: Money
    health_outpatient_deductible_hospital: Money
    health_outpatient_share_primary: Number
    health_outpatient_share_hospital: Number
    health_outpatient_cap: Money
    health_stay_deductible_primary: Money
    health_stay_deductible_second: Money
    health_stay_deductible_third: Money
    health_stay_deductible_later: Number
    health_child_deductible_primary: Money
    health_child_deductible_second: Money
    health_child_deductible_third: Money
    health_stay_share_primary: Number
    health_stay_share_second: Number
    health_stay_share_third: Number
    health_inpatient_cap: Money
    health_contribution_old: Money
    health_contribution_child: Money
    health_contribution_work: Money
    health_contribution_paid_listed: bool

    # major-illness insurance
    health_major_deductible: Money
    health_major_rural_separate: bool
    health_major_deductible_rural: Money
    health_major_step: Money
    health_major_share_first: Number
    health_major_share_second: Number
    health_major_relief_deductible: Number
    health_major_relief_points: Number

    # medical aid
    health_aid_share_full: Number
    health_aid_outpatient_share_retrenched: Number
    health_aid_inpatient_share_retrenched: Number
    health_aid_outpatient_share: Number
    health_aid_outpatient_cap: Money
    health_aid_inpatient_share: Number
    health_aid_inpatient_cap: Money

    # families impoverished by illness
    health_poverty_income_months: int  # unit: month
    health_poverty_wage: Money
    health_poverty_wage_mean: Money
    health_poverty_asset_months: int  # unit: month
    health_poverty_homes: int
    health_poverty_step_first: Money
    health_poverty_step_second: Money
    health_poverty_share_first: Number
    health_poverty_share_second: Number
    health_poverty_share_third: Number
    health_poverty_cap: Money
