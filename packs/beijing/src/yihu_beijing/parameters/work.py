"""Parameters of employment."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money, Number


class WorkLaw(ParameterSet):
    """Employment."""

    # unemployment benefit (work.yaml): months and amounts
    work_benefit_years: int
    work_benefit_months_per_year: int
    work_benefit_first_years: int
    work_benefit_further_from: int
    work_benefit_further_per_year: int
    work_benefit_most_months: int
    work_benefit_near_retirement: int
    work_benefit_full_months: int
    work_benefit_second_years: int
    work_benefit_third_years: int
    work_benefit_fourth_years: int
    work_benefit_fifth_years: int
    work_benefit_known: bool
    work_benefit_first: Money
    work_benefit_second: Money
    work_benefit_third: Money
    work_benefit_fourth: Money
    work_benefit_fifth: Money

    # insurance subsidy of flexible employment (work_insurance.yaml)
    work_flexible_days: int
    work_flexible_report_months: int
    work_flexible_months_difficult: int
    work_flexible_months_graduate: int
    work_flexible_months_army: int
    work_flexible_near_retirement: int

    # insurance subsidy of self-employed disabled persons (work_insurance.yaml)
    work_solo_wage: Money
    work_solo_pension_base: Number
    work_solo_pension_share: Number
    work_solo_unemployment_base: Number
    work_solo_unemployment_share: Number
    work_solo_medical_base: Number
    work_solo_medical_share: Number
