"""Parameters of housing aid."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money, Number


class HousingLaw(ParameterSet):
    """Housing aid."""

    # both rent subsidies (housing.yaml)
    housing_assets_people: int
    housing_assets_small: Money
    housing_assets_large: Money
    housing_elder_age: int

    # market rent subsidy (housing_market.yaml)
    housing_market_income: Money
    housing_market_third: Money
    housing_market_fourth: Money
    housing_market_fifth: Money
    housing_market_small_people: int
    housing_market_small_1: Money
    housing_market_small_2: Money
    housing_market_small_3: Money
    housing_market_small_4: Money
    housing_market_small_5: Money
    housing_market_small_6: Money
    housing_market_large_1: Money
    housing_market_large_2: Money
    housing_market_large_3: Money
    housing_market_large_4: Money
    housing_market_large_5: Money
    housing_market_large_6: Money
    housing_market_outer_share: Number
    housing_market_by_district: bool
    housing_market_lives_here: bool
    housing_market_raise_special: int
    housing_market_raise_core: int

    # subsidy of public rental homes (housing.yaml)
    housing_public_income: Money
    housing_public_third: Money
    housing_public_fourth: Money
    housing_public_fifth: Money
    housing_public_share_1: Number
    housing_public_share_2: Number
    housing_public_share_3: Number
    housing_public_share_4: Number
    housing_public_share_5: Number
    housing_public_share_6: Number
    housing_public_area: Number
    housing_public_raise: int

    # who may ask for a public rental home (housing.yaml)
    housing_ask_area: Number
    housing_ask_people: int
    housing_ask_income_small: Money
    housing_ask_income_large: Money
    housing_ask_months: int
