"""Parameters of social assistance, elder and disability subsidies, and children in need."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money, Number


class AssistanceLaw(ParameterSet):
    """Social assistance, allowances and children in need."""

    # means (means.yaml): wage, statistics, the asset test
    minimum_wage: Money
    consumption_previous_year: Money
    consumption_known: bool
    assets_property_known: bool
    adult_age: int
    severe_grade_senses: int
    severe_grade_mind: int
    assets_small_family: int
    assets_multiple_small: Number
    assets_multiple_large: Number
    assets_homes_limit: int
    assets_income_months: int
    assets_asset_months: int

    # minimum living allowance (dibao.yaml)
    dibao_standard: Money
    dibao_standard_rural: Money
    dibao_rural_separate: bool
    dibao_rural_known: bool
    dibao_supporter_age: int
    dibao_religious_years: int
    dibao_diagnosis_months: int
    dibao_disregard_severe: Number
    dibao_disregard_guardian: Number
    dibao_guardian_age: int
    dibao_disregard_single_parent: Number
    dibao_supplement_severe: Number
    dibao_supplement_other: Number
    dibao_elder_age: int
    dibao_child_age: int
    dibao_work_deduction: Number
    dibao_self_employed_upper: Number
    dibao_self_employed_assessed: Number
    dibao_taper_months: int
    dibao_taper_first_months: int
    dibao_taper_first_share: Number
    dibao_taper_second_share: Number

    # support owed by relatives (support.yaml)
    support_disregard_multiple: Number
    support_share: Number
    support_assets_multiple: Number
    support_homes_limit: int
    maintenance_share: Number
    maintenance_share_max: Number
    maintenance_share_several_max: Number

    # low-income families (low_income.yaml)
    low_income_standard: Money
    low_income_standard_rural: Money
    low_income_rural_separate: bool
    low_income_multiple: Number
    low_income_child_share: Number

    # special hardship (tekun.yaml)
    tekun_elder_age: int
    tekun_child_age: int
    tekun_basic_multiple: Number
    tekun_care_share_able: Number
    tekun_care_share_partial: Number
    tekun_care_share_full: Number
    tekun_wage_base: Money
    tekun_continue_age: int
    tekun_grade_visual: int
    tekun_grade_physical: int
    tekun_grade_mind: int

    # temporary relief (temporary.yaml)
    temporary_urgent_months: int
    temporary_income_months: int
    temporary_floor_assisted: Money
    temporary_floor_other: Money
    temporary_step: Money
    temporary_rate_assisted_first: Number
    temporary_rate_assisted_second: Number
    temporary_rate_other_first: Number
    temporary_rate_other_second: Number
    temporary_rate_severe_extra: Number
    temporary_cap_months: int
    temporary_budget_share: Number

    # elder allowances (elder.yaml)
    elder_age: int
    elder_hardship_dibao: Money
    elder_hardship_low_income: Money
    elder_hardship_family_planning: Money
    elder_care_first: Money
    elder_care_second: Money
    elder_care_third: Money
    elder_advanced_age_first: int
    elder_advanced_first: Money
    elder_advanced_age_second: int
    elder_advanced_second: Money
    elder_advanced_age_third: int
    elder_advanced_third: Money
    elder_late_months: int
    elder_grant_care: Money
    elder_grant_first: Money
    elder_grant_second: Money
    elder_grant_third: Money
    elder_total_is_severe: bool
    elder_rules_2019: bool
    elder_care_grade_multiple: int
    elder_care_grade_senses: int
    elder_care_grade_mind: int
    elder_care_grade_hearing: int

    # the two disability subsidies (disability.yaml)
    disability_working_age: int
    disability_working_age_end: int
    disability_elder_age_men: int
    disability_elder_age_women: int
    disability_living_dibao_heavy: Money
    disability_living_dibao_other: Money
    disability_living_standard_share: Number
    disability_living_low_income_other: Money
    disability_living_jobless_other: Money
    disability_living_child_heavy: Money
    disability_living_child_other: Money
    disability_care_first: Money
    disability_care_second: Money
    disability_heavy_grade_senses: int
    disability_heavy_grade_mind: int
    disability_care_grade_multiple: int
    disability_care_grade_hearing: int

    # orphans and children in difficulty (child.yaml)
    child_age: int
    child_institution_standard: Money
    child_scattered_standard: Money
    child_unsupported_standard: Money
    child_difficulty_standard: Money
    child_sick_disabled_share: Number
    child_disabled_age: int
    child_sentence_months: int
    child_lost_contact_months: int
    child_care_first: Money
    child_care_second: Money
    child_kindergarten_age: int
    child_kindergarten_grant: Money
    child_student_grant: Money
    child_medical_outpatient_share: Number
    child_medical_outpatient_cap: Money
    child_medical_inpatient_share: Number
    child_medical_inpatient_cap: Money
    child_medical_major_share: Number
    child_medical_major_cap: Money
    child_rules_2011: bool
    child_rules_2016: bool
    child_rules_2019: bool
    child_groups_2025: bool
    child_temporary: bool
    child_top_up: bool
    child_top_up_supplement_only: bool
    child_disabled_grade: int
    child_disabled_grade_mind: int
