"""Parameters of services for elders."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money


class ElderServicesLaw(ParameterSet):
    """Services for elders: meals, elder homes."""

    elder_services_age: int
    elder_services_meal: Money
    elder_services_meal_point: Money
    elder_services_placement_dibao: Money
    elder_services_placement_low_income: Money
    elder_services_placement_disabled: Money
    elder_services_bed_self_care: Money
    elder_services_bed_dependent: Money
