"""What every engine computes: openfisca-country-template 8.2.0 for the twelve months of 2016.

2016 is chosen because basic income changes its formula and the housing allowance ends on 1 December, so that
every rule is alive and dated law is exercised.

Unit of all computed amounts: ten-thousandths of a euro, exact integers (15 % of a cent still is a whole number of
them). The one division, a month's share of the yearly housing tax, is rounded half up to that unit.
"""

from datetime import date
from typing import Final

YEAR: Final = 2016
MONTHS: Final = range(1, 13)
LAST_ALLOWANCE_MONTH: Final = 11
"""Last month of the housing allowance, and of the basic income reserved to those without a salary."""

UNIT: Final = 10_000
"""Computed amounts: units in one euro."""
CENT: Final = UNIT // 100
"""Computed amounts: units in one cent, the unit of the input data."""

BASIC_INCOME: Final = 600 * UNIT
PARENTING_ALLOWANCE: Final = 600 * UNIT
PARENTING_THRESHOLD_CENTS: Final = 500 * 100
PENSION: Final = 1 * UNIT
"""The template returns a yes/no as an amount: its pension is one euro."""
HOUSING_ALLOWANCE_PERCENT: Final = 25
INCOME_TAX_PERCENT: Final = 15
CONTRIBUTION_PERCENT: Final = 4
CONTRIBUTION_PERCENT_ABOVE: Final = 12
CONTRIBUTION_THRESHOLD_CENTS: Final = 12_300 * 100
HOUSING_TAX_PER_M2: Final = 10
HOUSING_TAX_MINIMUM: Final = 200

AGE_OF_MAJORITY: Final = 18
AGE_OF_RETIREMENT: Final = 61
"""Whole years: the parameter is 60.33 and the template compares it with an age in whole years."""
YOUNG_CHILD_OF_ONE: Final = 8
YOUNG_CHILD: Final = 6

OCCUPANCY: Final = ("owner", "tenant", "free_lodger", "homeless")
"""Housing occupancy status; the data hold the position."""
TAXED_OCCUPANCY: Final = (0, 1)
ADULT, CHILD = 0, 1
SLOTS: Final = 7
"""Members of the largest household."""

MONTHLY: Final = (
    "basic_income",
    "income_tax",
    "pension",
    "housing_allowance",
    "parenting_allowance",
    "total_benefits",
    "disposable_income",
)
YEARLY: Final = ("housing_tax",)
VARIABLES: Final = MONTHLY + YEARLY


def turned(age: int, month: int) -> date:
    """Born on this day or earlier: at least `age` years old on the first of `month`."""
    return date(YEAR - age, month, 1)


def cell(variable: str, month: int) -> str:
    """Column of one monthly variable in a per-household table, `basic_income_01`."""
    return f"{variable}_{month:02d}"


CELLS: Final = tuple(cell(variable, month) for variable in MONTHLY for month in MONTHS) + YEARLY
"""All 85 columns of a per-household table; amounts of persons are summed over the household."""
