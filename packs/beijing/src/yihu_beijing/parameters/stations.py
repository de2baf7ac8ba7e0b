"""Parameters of elder-care stations and homes."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money


class StationsLaw(ParameterSet):
    """Elder-care stations and homes."""

    stations_per_signed: Money
    stations_flat: Money
    stations_flat_below: int
    stations_star_low: Money
    stations_star_high: Money
    stations_stars_least: int
    stations_stars_high: int
    stations_chain_first_year: Money
    stations_chain_second_year: Money
    stations_chain_third_year: Money
    stations_chain_second: int  # unit: month
    stations_chain_third: int  # unit: month
    stations_chain_until: int  # unit: month
    stations_new_since: date
    stations_epidemic_urban: Money
    stations_epidemic_rural: Money
    stations_epidemic_resident: Money
