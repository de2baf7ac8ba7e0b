"""The dated law of 云溪市: names and types of the parameters whose values stand in ``law/*.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from yihu.engines.rules.law import LawBook, ParameterSet
from yihu.engines.rules.types import Money, Number


class Law(ParameterSet):
    """Parameters of the law on one day."""

    # family allowance
    family_standard: Money
    savings_multiple: Number

    # age allowance
    old_age: int
    very_old_age: int
    old_age_amount: Money
    very_old_age_amount: Money

    # care allowance
    care_some_amount: Money
    care_full_amount: Money

    # day-care places
    day_care_seats: int
    day_care_days: int
    day_care_seat_amount: Money
    day_care_most_seats: int
    day_care_opening_amount: Money
    day_care_elders_a_carer: int


@cache
def law_book() -> LawBook[Law]:
    """Every dated value, read once from the YAML files. Raises LawFileError where a file is wrong."""
    folder = files(__package__).joinpath("law")
    found = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".yaml"))
    return Law.read((name, file.read_text(encoding="utf-8")) for name, file in found)
