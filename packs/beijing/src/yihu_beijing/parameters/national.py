"""Parameters of national rules."""

from __future__ import annotations

from yihu.engines.rules import Money, Number
from yihu.engines.rules.law import ParameterSet


class NationalLaw(ParameterSet):
    """National rules (national.yaml)."""

    national_disposable_previous_year: Money
    national_rules_2021: bool
    national_edge_multiple: Number
    national_single_adult: bool
    national_bearer_dibao_age: int
    national_bearer_aged: int
    national_self_care_partial_most: int
