"""Parameters of the resident pension and family-planning aid."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money


class PensionLaw(ParameterSet):
    """The resident pension and family-planning aid."""

    # special aid for parents who lost an only child or whose only child is disabled (pension_special.yaml)
    pension_special_born: date
    pension_special_age: int
    pension_special_grade: int
    pension_special_known: bool
    pension_special_death: Money
    pension_special_disability: Money

    # basic pension insurance of residents (pension.yaml)
    pension_join_age: int
    pension_age: int
    pension_years: int
    pension_subsidy_tier: Money
    pension_subsidy_low: Money
    pension_subsidy_high: Money
    pension_limits_known: bool
    pension_contribution_least: Money
    pension_contribution_most: Money
