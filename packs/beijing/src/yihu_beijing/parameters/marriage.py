"""Parameters of marriage and adoption."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules.law import ParameterSet


class MarriageLaw(ParameterSet):
    """Marriage and adoption."""

    # marriage
    marriage_age_men: int
    marriage_age_women: int
    marriage_nationwide_from: date
    marriage_bigamy_heals: bool
    marriage_annul_years: int
    marriage_annul_most_years: int
    marriage_annul_capped: bool
    marriage_cooling_days: int
    marriage_claim_days: int

    # adoption
    adoption_adult_age: int
    adoption_consent_age: int
    adoption_adopter_age: int
    adoption_most_own_children: int
    adoption_most_without_children: int
    adoption_most_with_children: int
    adoption_age_gap: int
    adoption_notice_days: int
    adoption_decision_days: int
